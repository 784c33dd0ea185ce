/*
 * Shaping: text of one face to glyphs at units per em.
 *
 * HarfBuzz is asked script by script, so that Latin letters get their kerning
 * and old Hangul its blocks. The language is Korean throughout: fonts choose
 * glyphs by it. Text of plain glyphs alone does not need HarfBuzz (plain.h).
 */
#include "text/kinsoku.h"
#include "text/plain.h"

#include <string.h>

#include <glib.h>
#include <hb-ot.h>

enum {
    MAX_FEATURES = 16,
    BRACKET_LIMIT = 700, /* 1/1000 em */
    LETTER_DOT = 0x318D  /* ㆍ */
};

/* What is peculiar about the glyphs in t->glyphs and t->shifts. */
typedef struct Glyphs {
    bool shifted;  /* some shift is not zero */
    bool odd_text; /* the text does not follow from the glyphs */
    bool trimmed;  /* half-width brackets (K-60), ㆍ (K-04) */
} Glyphs;

/* 「」『』《》〈〉【】〔〕, set half-width (K-60). */
static bool is_wide_bracket(uint32_t cp)
{
    return (cp >= 0x3008 && cp <= 0x3011) || cp == 0x3014 || cp == 0x3015;
}

static bool is_opening(uint32_t cp)
{
    return kinsoku(cp) & KIN_OPEN;
}

static hb_script_t script_of(uint32_t cp)
{
    hb_script_t s = hb_unicode_script(hb_unicode_funcs_get_default(), cp);
    switch (s) {
    case HB_SCRIPT_HANGUL:
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
        return HB_SCRIPT_HANGUL;
    default:
        return s;
    }
}

static bool has_own_script(hb_script_t s)
{
    return s != HB_SCRIPT_COMMON && s != HB_SCRIPT_INHERITED
        && s != HB_SCRIPT_UNKNOWN;
}

/* Where the text of one script that begins at `from` ends. */
static size_t script_end(Str s, size_t from, hb_script_t *script)
{
    *script = HB_SCRIPT_COMMON;
    for (size_t at = from; at < s.n;) {
        size_t start = at;
        hb_script_t now = script_of(str_next(s, &at));
        if (!has_own_script(now))
            continue;
        if (has_own_script(*script) && now != *script)
            return start;
        *script = now;
    }
    if (!has_own_script(*script))
        *script = HB_SCRIPT_HANGUL;
    return s.n;
}

static unsigned features_of(Str s, size_t from, size_t to, bool tabular,
    hb_feature_t *out)
{
    unsigned n = 0;
    if (tabular)
        out[n++] = (hb_feature_t) {HB_TAG('k', 'e', 'r', 'n'), 0, 0,
            (unsigned)-1};
    for (size_t at = from; at < to && n < MAX_FEATURES;) {
        unsigned start = (unsigned)at;
        if (is_wide_bracket(str_next(s, &at)))
            out[n++] = (hb_feature_t) {HB_TAG('h', 'a', 'l', 't'), 1, start,
                (unsigned)at};
    }
    return n;
}

static uint32_t cp_at(Str s, size_t at)
{
    return str_next(s, &at);
}

/* K-60: a font without `halt` has its wide brackets trimmed to half. */
static void trim_bracket(const Face *f, uint32_t cp, Glyph *g, GlyphShift *s)
{
    if (!is_wide_bracket(cp) || g->advance * 1000 <= BRACKET_LIMIT * f->upem)
        return;
    int half = f->upem / 2;
    if (is_opening(cp))
        s->x = (int16_t)(s->x - (g->advance - half));
    g->advance = (int16_t)half;
}

/* K-04: ㆍ is as wide as a syllable, as the letter it is; between words half an
 * em is enough, or it would read as a dot with spaces. */
static void trim_dots(Text *t, const Face *f, Str s, Glyphs *out)
{
    for (size_t i = 0; i < t->glyphs.n; i++) {
        Glyph *g = &t->glyphs.at[i];
        if (!g->text_len || cp_at(s, g->text_at) != LETTER_DOT
            || g->advance * 1000 <= BRACKET_LIMIT * f->upem)
            continue;
        int half = f->upem / 2;
        t->shifts.at[i].x =
            (int16_t)(t->shifts.at[i].x - (g->advance - half) / 2);
        g->advance = (int16_t)half;
        out->shifted = out->trimmed = true;
    }
}

/* K-107: a digit stands in the middle of a cell as wide as the widest. */
static void centre_digit(const Face *f, uint32_t cp, Glyph *g, GlyphShift *s)
{
    if (cp < '0' || cp > '9')
        return;
    int spare = f->digit - g->advance;
    s->x = (int16_t)(s->x + spare / 2);
    g->advance = (int16_t)(g->advance + spare);
}

/* Bytes of text from this cluster to the next one in the text. */
static uint32_t cluster_length(const hb_glyph_info_t *infos, unsigned n,
    unsigned i, bool backward, size_t end)
{
    uint32_t cluster = infos[i].cluster;
    if (i > 0 && infos[i - 1].cluster == cluster)
        return 0;
    if (backward) {
        while (i > 0 && infos[i - 1].cluster == cluster)
            i--;
        return (i > 0 ? infos[i - 1].cluster : (uint32_t)end) - cluster;
    }
    while (i < n && infos[i].cluster == cluster)
        i++;
    return (i < n ? infos[i].cluster : (uint32_t)end) - cluster;
}

static void add_glyph(Text *t, Glyph g, GlyphShift shift)
{
    GROW(t->glyphs, t->glyphs.n + 1);
    GROW(t->shifts, t->shifts.n + 1);
    t->glyphs.at[t->glyphs.n++] = g;
    t->shifts.at[t->shifts.n++] = shift;
}

static void take_glyphs(Text *t, const Face *f, Str s, size_t end,
    bool tabular, Glyphs *out)
{
    unsigned n;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(t->buffer, &n);
    const hb_glyph_position_t *at =
        hb_buffer_get_glyph_positions(t->buffer, NULL);
    bool backward =
        HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(t->buffer));
    out->odd_text |= backward && n > 1;
    for (unsigned i = 0; i < n; i++) {
        if (infos[i].codepoint == 0)
            continue; /* missing: reported, drawn as nothing */
        uint32_t cp = cp_at(s, infos[i].cluster);
        Glyph g = {.id = (uint16_t)infos[i].codepoint,
            .advance = (int16_t)at[i].x_advance,
            .text_at = (uint16_t)infos[i].cluster,
            .text_len =
                (uint16_t)cluster_length(infos, n, i, backward, end)};
        GlyphShift shift = {(int16_t)at[i].x_offset, (int16_t)at[i].y_offset};
        trim_bracket(f, cp, &g, &shift);
        out->trimmed |= is_wide_bracket(cp);
        if (tabular)
            centre_digit(f, cp, &g, &shift);
        out->shifted |= shift.x || shift.y;
        add_glyph(t, g, shift);
    }
}

static void shape_script(Text *t, const Face *f, Str s, size_t from, size_t to,
    hb_script_t script, unsigned flags, Glyphs *out)
{
    hb_feature_t features[MAX_FEATURES + 1];
    bool tabular = flags & SEG_TABULAR;
    unsigned n = features_of(s, from, to, tabular, features);
    hb_buffer_clear_contents(t->buffer);
    hb_buffer_set_cluster_level(t->buffer,
        HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(t->buffer, s.p, (int)s.n, (unsigned)from,
        (int)(to - from));
    hb_buffer_set_script(t->buffer, script);
    hb_buffer_set_direction(t->buffer,
        flags & SEG_BACKWARD ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(t->buffer, t->language);
    hb_shape(f->hb_font, t->buffer, features, n);
    take_glyphs(t, f, s, to, tabular, out);
}

/* K-169, K-170: whether ToUnicode gives the text back glyph by glyph. */
static bool reads_back(Text *t, const Face *f, Str s)
{
    for (size_t i = 0; i < t->glyphs.n; i++) {
        const Glyph *g = &t->glyphs.at[i];
        if (g->text_len == 0
            || !glyph_text_agrees(t->texts, f, g->id,
                str_sub(s, g->text_at, g->text_len), t->run))
            return false;
    }
    return true;
}

/* One glyph for each character, when all of them are plain: most words. */
static bool shape_plain(Text *t, const Face *f, Str s, Glyphs *out)
{
    bool agrees = true;
    t->glyphs.n = t->shifts.n = 0;
    GROW(t->glyphs, s.n);
    GROW(t->shifts, s.n);
    for (size_t at = 0; at < s.n;) {
        Glyph *g = &t->glyphs.at[t->glyphs.n++];
        g->text_at = (uint16_t)at;
        uint32_t cp = str_next(s, &at);
        g->text_len = (uint16_t)(at - g->text_at);
        if (!plain_glyph(t, f, cp, g))
            return false;
        t->shifts.at[t->shifts.n++] = (GlyphShift) {0, 0};
        agrees &= glyph_stands_for(t->texts, f, g->id, cp);
    }
    out->odd_text = !agrees;
    return true;
}

/* Script by script through HarfBuzz. */
static void shape_fully(Text *t, const Face *f, Str s, unsigned flags,
    Glyphs *out)
{
    t->glyphs.n = t->shifts.n = 0;
    for (size_t from = 0; from < s.n;) {
        hb_script_t script;
        size_t to = script_end(s, from, &script);
        shape_script(t, f, s, from, to, script, flags, out);
        from = to;
    }
    out->odd_text |= !reads_back(t, f, s);
}

static void *keep(const void *at, size_t size, Arena *run)
{
    void *copy = arena_alloc(run, size);
    if (size)
        memcpy(copy, at, size);
    return copy;
}

static void add_space(Text *t, const Face *f, size_t at, Glyphs *out)
{
    Glyph g = word_space_glyph(t, f);
    g.text_at = (uint16_t)at;
    g.text_len = 1;
    out->odd_text |= !glyph_stands_for(t->texts, f, g.id, ' ');
    add_glyph(t, g, (GlyphShift) {0, 0});
}

Shaped *shaped_new(Text *t)
{
    Shaped *shaped = ARENA_NEW(t->run, Shaped);
    shaped->serial = ++t->serial;
    return shaped;
}

const Shaped *seg_shape(Text *t, const Face *f, Str s, unsigned flags)
{
    Shaped *shaped = shaped_new(t);
    Glyphs out = {0};
    bool space = flags & SEG_SPACE;
    if (flags & (SEG_TABULAR | SEG_BACKWARD) || !shape_plain(t, f, s, &out))
        shape_fully(t, f, s, flags, &out);
    trim_dots(t, f, s, &out);
    if (!(flags & (SEG_TABULAR | SEG_BACKWARD)))
        glyphs_open_gaps(t, f, s);
    if (space)
        add_space(t, f, s.n, &out);
    shaped->face = f;
    shaped->text = (Str) {s.p, s.n + space};
    shaped->n = (uint32_t)t->glyphs.n;
    shaped->glyphs = keep(t->glyphs.at, shaped->n * sizeof(Glyph), t->run);
    if (out.shifted)
        shaped->shifts =
            keep(t->shifts.at, shaped->n * sizeof(GlyphShift), t->run);
    for (uint32_t i = 0; i < shaped->n; i++)
        shaped->width += shaped->glyphs[i].advance;
    shaped->actual_text = out.odd_text;
    shaped->trimmed = out.trimmed;
    shaped->joined = is_joined(s);
    t->stats.glyphs += shaped->n;
    return shaped;
}
