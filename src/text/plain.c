#include "text/plain.h"

#include "text/kinsoku.h"
#include "text/normal.h"

#include <glib.h>
#include <hb-ot.h>

enum { PAGE = 256, SINGLE = 1, EXTENSION = 7 };

typedef enum PlainState { PLAIN_UNKNOWN, PLAIN_YES, PLAIN_NO } PlainState;

typedef struct PlainGlyph {
    uint16_t id;
    int16_t advance;
    uint8_t state; /* PlainState */
} PlainGlyph;

typedef struct PlainFace {
    bool none;         /* this face is not looked into */
    hb_set_t *touched; /* glyphs that context can change */
    hb_set_t *mapped;  /* glyphs replaced one to one, always */
    PlainGlyph space;  /* between two Hangul words */
    PlainGlyph *pages[PAGE]; /* by the high byte of U+0000 … U+FFFF */
} PlainFace;

struct PlainFaces {
    size_t n;
    PlainFace **faces; /* by face id, made when first asked */
};

PlainFaces *plain_faces_new(size_t nfaces)
{
    PlainFaces *p = g_new(PlainFaces, 1);
    p->n = nfaces;
    p->faces = g_new0(PlainFace *, nfaces);
    return p;
}

static void face_free(PlainFace *p)
{
    if (!p)
        return;
    for (size_t i = 0; i < PAGE; i++)
        g_free(p->pages[i]);
    hb_set_destroy(p->touched);
    hb_set_destroy(p->mapped);
    g_free(p);
}

void plain_faces_free(PlainFaces *p)
{
    for (size_t i = 0; i < p->n; i++)
        face_free(p->faces[i]);
    g_free(p->faces);
    g_free(p);
}

/* Big-endian numbers of a font table; 0 past its end. */
static unsigned u16_at(hb_blob_t *b, size_t at)
{
    unsigned n;
    const unsigned char *p = (const void *)hb_blob_get_data(b, &n);
    return at + 2 <= n ? (unsigned)(p[at] << 8 | p[at + 1]) : 0;
}

/* The type of a GSUB lookup, that of an extension looked through. */
static unsigned lookup_type(hb_blob_t *gsub, unsigned lookup)
{
    size_t list = u16_at(gsub, 8);
    size_t at = list + u16_at(gsub, list + 2 + 2 * (size_t)lookup);
    unsigned type = u16_at(gsub, at);
    if (type != EXTENSION)
        return type;
    return u16_at(gsub, at + u16_at(gsub, at + 6) + 2);
}

/* The features HarfBuzz applies to Hangul unasked. */
static const hb_tag_t features[] = {
    HB_TAG('a', 'b', 'v', 'm'), HB_TAG('b', 'l', 'w', 'm'),
    HB_TAG('c', 'a', 'l', 't'), HB_TAG('c', 'c', 'm', 'p'),
    HB_TAG('c', 'l', 'i', 'g'), HB_TAG('c', 'u', 'r', 's'),
    HB_TAG('d', 'i', 's', 't'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('l', 'i', 'g', 'a'), HB_TAG('l', 'j', 'm', 'o'),
    HB_TAG('l', 'o', 'c', 'l'), HB_TAG('m', 'a', 'r', 'k'),
    HB_TAG('m', 'k', 'm', 'k'), HB_TAG('r', 'c', 'l', 't'),
    HB_TAG('r', 'l', 'i', 'g'), HB_TAG('r', 'v', 'r', 'n'),
    HB_TAG('t', 'j', 'm', 'o'), HB_TAG('v', 'j', 'm', 'o'), 0};

/* The language system HarfBuzz uses for Korean text in Hangul script. */
typedef struct LangSys {
    hb_face_t *face;
    hb_tag_t table;
    unsigned script, language;
} LangSys;

static LangSys korean_langsys(hb_face_t *face, hb_tag_t table)
{
    static const hb_tag_t script = HB_TAG('h', 'a', 'n', 'g');
    static const hb_tag_t language = HB_TAG('K', 'O', 'R', ' ');
    LangSys l = {.face = face, .table = table};
    hb_ot_layout_table_select_script(face, table, 1, &script, &l.script, NULL);
    hb_ot_layout_script_select_language(face, table, l.script, 1, &language,
        &l.language);
    return l;
}

static bool is_applied(hb_tag_t feature)
{
    for (const hb_tag_t *f = features; *f; f++)
        if (*f == feature)
            return true;
    return false;
}

static void add_lookups(LangSys l, unsigned feature, hb_set_t *lookups)
{
    unsigned one, n = 1;
    for (unsigned i = 0; hb_ot_layout_feature_get_lookups(l.face, l.table,
                             feature, i, &n, &one), n == 1; i++)
        hb_set_add(lookups, one);
}

static hb_set_t *korean_lookups(hb_face_t *face, hb_tag_t table)
{
    hb_set_t *lookups = hb_set_create();
    LangSys l = korean_langsys(face, table);
    unsigned index, n = 1;
    hb_tag_t tag;
    if (hb_ot_layout_language_get_required_feature(face, table, l.script,
            l.language, &index, &tag))
        add_lookups(l, index, lookups);
    for (unsigned i = 0; hb_ot_layout_language_get_feature_indexes(face, table,
                             l.script, l.language, i, &n, &index), n == 1; i++) {
        hb_ot_layout_language_get_feature_tags(face, table, l.script,
            l.language, i, &n, &tag);
        if (is_applied(tag))
            add_lookups(l, index, lookups);
    }
    return lookups;
}

static void collect_table(PlainFace *p, hb_face_t *face, hb_tag_t table)
{
    hb_blob_t *blob = hb_face_reference_table(face, table);
    hb_set_t *lookups = korean_lookups(face, table);
    hb_codepoint_t i = HB_SET_VALUE_INVALID;
    while (hb_set_next(lookups, &i)) {
        bool single =
            table == HB_OT_TAG_GSUB && lookup_type(blob, i) == SINGLE;
        hb_ot_layout_lookup_collect_glyphs(face, table, i, NULL,
            single ? p->mapped : p->touched, NULL, NULL);
    }
    hb_set_destroy(lookups);
    hb_blob_destroy(blob);
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

/* The pairs of an old `kern` table, subtables of format 0; any other kind
 * makes the face not plain. */
static bool collect_kern(PlainFace *p, hb_face_t *face)
{
    hb_blob_t *kern = hb_face_reference_table(face, HB_TAG('k', 'e', 'r', 'n'));
    bool plain = u16_at(kern, 0) == 0;
    size_t at = 4;
    for (unsigned t = u16_at(kern, 2); plain && t > 0; t--) {
        unsigned pairs = u16_at(kern, at + 6);
        plain = u16_at(kern, at + 4) >> 8 == 0;
        for (size_t pair = at + 14; pairs > 0; pairs--, pair += 6) {
            hb_set_add(p->touched, u16_at(kern, pair));
            hb_set_add(p->touched, u16_at(kern, pair + 2));
        }
        at += u16_at(kern, at + 2);
    }
    hb_blob_destroy(kern);
    return plain;
}

static PlainFace *face_new(const Face *f)
{
    static const hb_tag_t apple[] = {HB_TAG('m', 'o', 'r', 'x'),
        HB_TAG('m', 'o', 'r', 't'), HB_TAG('k', 'e', 'r', 'x'),
        HB_TAG('t', 'r', 'a', 'k'), 0};
    PlainFace *p = g_new0(PlainFace, 1);
    p->touched = hb_set_create();
    p->mapped = hb_set_create();
    for (const hb_tag_t *tag = apple; *tag; tag++)
        p->none |= has_table(f->hb_face, *tag);
    if (p->none)
        return p;
    collect_table(p, f->hb_face, HB_OT_TAG_GSUB);
    collect_table(p, f->hb_face, HB_OT_TAG_GPOS);
    p->none = !collect_kern(p, f->hb_face);
    return p;
}

/* Characters that are shaped as Hangul and do nothing to their neighbours:
 * syllables, figures and punctuation. */
static bool may_be_plain(uint32_t cp)
{
    if (cp >= 0xAC00 && cp <= 0xD7A3)
        return true;
    if (cp > 0x20 && cp < 0x7F)
        return !(kinsoku(cp) & KIN_LATIN);
    return cp == 0xB7 || (cp >= 0x2010 && cp <= 0x2026)
        || (cp >= 0x2460 && cp <= 0x2473) || (cp >= 0x25A0 && cp <= 0x25FF);
}

static const hb_glyph_info_t *shape_text(Text *t, const Face *f,
    const uint32_t *text, int length, unsigned *n)
{
    hb_buffer_clear_contents(t->buffer);
    hb_buffer_add_codepoints(t->buffer, text, length, 0, length);
    hb_buffer_set_script(t->buffer, HB_SCRIPT_HANGUL);
    hb_buffer_set_direction(t->buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(t->buffer, t->language);
    hb_shape(f->hb_font, t->buffer, NULL, 0);
    return hb_buffer_get_glyph_infos(t->buffer, n);
}

/* The glyph of a character shaped alone; false unless it is one glyph where
 * one expects it. */
static bool shape_alone(Text *t, const Face *f, uint32_t cp, PlainGlyph *g)
{
    unsigned n;
    const hb_glyph_info_t *info = shape_text(t, f, &cp, 1, &n);
    const hb_glyph_position_t *at =
        hb_buffer_get_glyph_positions(t->buffer, NULL);
    if (n != 1 || at->x_offset || at->y_offset || !info->codepoint)
        return false;
    g->id = (uint16_t)info->codepoint;
    g->advance = (int16_t)at->x_advance;
    return true;
}

static PlainState find_state(Text *t, const PlainFace *p, const Face *f,
    uint32_t cp, PlainGlyph *g)
{
    hb_codepoint_t glyph;
    if (p->none || !may_be_plain(cp)
        || !hb_font_get_nominal_glyph(f->hb_font, cp, &glyph)
        || hb_set_has(p->touched, glyph))
        return PLAIN_NO;
    if (hb_set_has(p->mapped, glyph)) {
        bool one = shape_alone(t, f, cp, g);
        return one && !hb_set_has(p->touched, g->id) ? PLAIN_YES : PLAIN_NO;
    }
    g->id = (uint16_t)glyph;
    g->advance = (int16_t)face_advance(f, glyph);
    return PLAIN_YES;
}

static PlainFace *plain_face(Text *t, const Face *f)
{
    PlainFace **p = &t->plain->faces[f->id];
    if (!*p)
        *p = face_new(f);
    return *p;
}

bool plain_glyph(Text *t, const Face *f, uint32_t cp, Glyph *out)
{
    if (cp >= PAGE * PAGE)
        return false;
    PlainFace *p = plain_face(t, f);
    PlainGlyph **page = &p->pages[cp / PAGE];
    if (!*page)
        *page = g_new0(PlainGlyph, PAGE);
    PlainGlyph *g = &(*page)[cp % PAGE];
    if (g->state == PLAIN_UNKNOWN)
        g->state = (uint8_t)find_state(t, p, f, cp, g);
    out->id = g->id;
    out->advance = g->advance;
    return g->state == PLAIN_YES;
}

Glyph word_space_glyph(Text *t, const Face *f)
{
    static const uint32_t between[] = {0xAC00, ' ', 0xAC00};
    PlainGlyph *g = &plain_face(t, f)->space;
    if (g->state == PLAIN_UNKNOWN) {
        unsigned n;
        const hb_glyph_info_t *info = shape_text(t, f, between, 3, &n);
        size_t i = n == 3 ? 1 : 0;
        g->id = (uint16_t)info[i].codepoint;
        g->advance = (int16_t)face_advance(f, info[i].codepoint);
        g->state = PLAIN_YES;
    }
    return (Glyph) {.id = g->id, .advance = g->advance};
}
