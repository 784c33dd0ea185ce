/*
 * Shaping: a word's text to glyphs at units per em.
 *
 * A word is cut where the face changes, and HarfBuzz is asked script by script
 * inside one face, so that Latin letters get their kerning and old Hangul its
 * blocks. The language is Korean throughout: fonts choose glyphs by it.
 */
#include "text/kinsoku.h"
#include "text/line_class.h"
#include "text/text_int.h"

#include <string.h>

#include <glib.h>
#include <hb-ot.h>

enum { MAX_FEATURES = 16, BRACKET_LIMIT = 700 /* 1/1000 em */ };

/* Glyphs of the seg being shaped. */
typedef struct Glyphs {
    GArray *glyphs; /* Glyph */
    GArray *shifts; /* GlyphShift */
    bool shifted, odd_text;
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

static int digit_cell(const Face *f)
{
    int widest = 0;
    for (uint32_t cp = '0'; cp <= '9'; cp++) {
        hb_codepoint_t glyph;
        if (hb_font_get_nominal_glyph(f->hb_font, cp, &glyph))
            widest = MAX(widest, face_advance(f, glyph));
    }
    return widest;
}

/* K-107: a digit stands in the middle of a cell as wide as the widest. */
static void centre_digit(const Face *f, uint32_t cp, Glyph *g, GlyphShift *s)
{
    if (cp < '0' || cp > '9')
        return;
    int spare = digit_cell(f) - g->advance;
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
        if (tabular)
            centre_digit(f, cp, &g, &shift);
        out->shifted |= shift.x || shift.y;
        g_array_append_val(out->glyphs, g);
        g_array_append_val(out->shifts, shift);
    }
}

static void shape_script(Text *t, const Face *f, Str s, size_t from, size_t to,
    hb_script_t script, bool tabular, Glyphs *out)
{
    hb_feature_t features[MAX_FEATURES + 1];
    unsigned n = features_of(s, from, to, tabular, features);
    hb_buffer_clear_contents(t->buffer);
    hb_buffer_set_cluster_level(t->buffer,
        HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(t->buffer, s.p, (int)s.n, (unsigned)from,
        (int)(to - from));
    hb_buffer_set_script(t->buffer, script);
    hb_buffer_set_direction(t->buffer,
        hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL
            ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(t->buffer, t->language);
    hb_shape(f->hb_font, t->buffer, features, n);
    take_glyphs(t, f, s, to, tabular, out);
}

/* K-169, K-170: whether ToUnicode gives the text back glyph by glyph. */
static bool reads_back(Text *t, const Shaped *s)
{
    for (uint32_t i = 0; i < s->n; i++) {
        const Glyph *g = &s->glyphs[i];
        if (g->text_len == 0
            || !glyph_text_agrees(t->texts, s->face, g->id,
                str_sub(s->text, g->text_at, g->text_len), t->run))
            return false;
    }
    return true;
}

static void *keep(GArray *array, size_t size, Arena *run)
{
    void *copy = arena_alloc(run, array->len * size);
    if (array->len)
        memcpy(copy, array->data, array->len * size);
    return copy;
}

static const Shaped *seg_shape(Text *t, const Face *f, Str s, bool tabular)
{
    Shaped *shaped = ARENA_NEW(t->run, Shaped);
    Glyphs out = {.glyphs = g_array_new(FALSE, FALSE, sizeof(Glyph)),
        .shifts = g_array_new(FALSE, FALSE, sizeof(GlyphShift))};
    for (size_t from = 0; from < s.n;) {
        hb_script_t script;
        size_t to = script_end(s, from, &script);
        shape_script(t, f, s, from, to, script, tabular, &out);
        from = to;
    }
    shaped->face = f;
    shaped->text = s;
    shaped->n = out.glyphs->len;
    shaped->glyphs = keep(out.glyphs, sizeof(Glyph), t->run);
    shaped->shifts = out.shifted
        ? keep(out.shifts, sizeof(GlyphShift), t->run) : NULL;
    for (uint32_t i = 0; i < shaped->n; i++)
        shaped->width += shaped->glyphs[i].advance;
    shaped->actual_text = out.odd_text || !reads_back(t, shaped);
    t->stats.glyphs += shaped->n;
    g_array_free(out.glyphs, TRUE);
    g_array_free(out.shifts, TRUE);
    return shaped;
}

/* A mark stays in the face of its base when that face has it. */
static bool follows_base(const Face *base, uint32_t cp)
{
    hb_codepoint_t glyph;
    return base && line_class(cp) == LC_CM
        && hb_font_get_nominal_glyph(base->hb_font, cp, &glyph);
}

static void note_missing(Text *t, Word *w, uint32_t cp)
{
    uint32_t *missing = ARENA_ARRAY(t->run, uint32_t, w->nmissing + 1);
    if (w->nmissing)
        memcpy(missing, w->missing, w->nmissing * sizeof *missing);
    missing[w->nmissing++] = cp;
    w->missing = missing;
}

/* The face for a character: what is missing stays in the face at hand. */
static const Face *face_for(Text *t, Word *w, uint32_t cp, const Face *now)
{
    FontRole role = (FontRole)(w->style / WORD_ROLE);
    const Face *face = follows_base(now, cp) ? now
        : fonts_choose(t->fonts, role, cp);
    if (face)
        return face;
    note_missing(t, w, cp);
    return now ? now : fonts_role_face(t->fonts, role);
}

static void add_seg(Text *t, Word *w, GPtrArray *segs, const Face *f,
    size_t from, size_t to)
{
    Str s = {w->info.text.p + from, to - from};
    if (s.n)
        g_ptr_array_add(segs,
            (gpointer)seg_shape(t, f, s, w->style & WORD_TABULAR));
}

void word_shape(Text *t, Word *w)
{
    Str text = {w->info.text.p, w->info.text.n + w->space};
    GPtrArray *segs = g_ptr_array_new();
    const Face *now = NULL;
    size_t from = 0;
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        const Face *face = face_for(t, w, str_next(text, &at), now);
        if (now && face != now) {
            add_seg(t, w, segs, now, from, start);
            from = start;
        }
        now = face;
    }
    add_seg(t, w, segs, now, from, text.n);
    w->nsegs = segs->len;
    w->segs = ARENA_ARRAY(t->run, const Shaped *, segs->len);
    for (guint i = 0; i < segs->len; i++)
        w->segs[i] = g_ptr_array_index(segs, i);
    g_ptr_array_free(segs, TRUE);
}
