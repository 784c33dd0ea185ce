/*
 * Fonts with characters beyond U+FFFF, all CJK faces among them, have a cmap
 * of format 12: groups of characters in turn whose glyphs are in turn too. Any
 * other is left to HarfBuzz. Which table counts follows HarfBuzz, which shapes.
 */
#include "font/cmap.h"

#include "font/bytes.h"

enum { HEAD = 4, RECORD = 8, GROUPS = 16, GROUP = 12 };

/* The subtable for a platform and encoding, empty when there is none. */
static Bytes find_subtable(Bytes cmap, unsigned platform, unsigned encoding)
{
    unsigned n = bytes_u16(cmap, 2);
    for (unsigned i = 0; i < n; i++) {
        size_t at = HEAD + (size_t)i * RECORD;
        if (bytes_u16(cmap, at) == platform &&
            bytes_u16(cmap, at + 2) == encoding)
            return bytes_sub(cmap, bytes_u32(cmap, at + 4), cmap.n);
    }
    return (Bytes){NULL, 0};
}

/* The subtable of all of Unicode. */
static Bytes full_subtable(Bytes cmap)
{
    static const struct {
        unsigned platform, encoding;
    } wanted[] = {{3, 10}, {0, 6}, {0, 4}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        Bytes t = find_subtable(cmap, wanted[i].platform, wanted[i].encoding);
        if (t.n)
            return t;
    }
    return (Bytes){NULL, 0};
}

/* One group; a damaged one ends with the last glyph of the face. */
static void visit_group(const Face *face, Bytes group, CmapVisit *visit,
                        void *context)
{
    uint32_t first = bytes_u32(group, 0), last = bytes_u32(group, 4);
    uint32_t glyph = bytes_u32(group, 8);
    if (glyph >= face->nglyphs || last > 0x10FFFF || first > last)
        return;
    uint32_t n = last - first + 1, left = face->nglyphs - glyph;
    for (uint32_t i = glyph == 0; i < n && i < left; i++)
        visit(context, first + i, glyph + i);
}

static bool visit_groups(const Face *face, Bytes table, CmapVisit *visit,
                         void *context)
{
    if (bytes_u16(table, 0) != 12)
        return false;
    uint32_t n = bytes_u32(table, 12);
    for (uint32_t i = 0; i < n; i++) {
        Bytes group = bytes_sub(table, GROUPS + (size_t)i * GROUP, GROUP);
        if (group.n < GROUP)
            break;
        visit_group(face, group, visit, context);
    }
    return true;
}

static void ask_harfbuzz(const Face *face, CmapVisit *visit, void *context)
{
    hb_set_t *chars = hb_set_create();
    hb_codepoint_t cp = HB_SET_VALUE_INVALID, glyph;
    hb_face_collect_unicodes(face->hb_face, chars);
    while (hb_set_next(chars, &cp))
        if (hb_font_get_nominal_glyph(face->hb_font, cp, &glyph) &&
            glyph < face->nglyphs)
            visit(context, cp, glyph);
    hb_set_destroy(chars);
}

void face_each_character(const Face *face, CmapVisit *visit, void *context)
{
    hb_blob_t *blob =
        hb_face_reference_table(face->hb_face, HB_TAG('c', 'm', 'a', 'p'));
    unsigned n;
    const char *p = hb_blob_get_data(blob, &n);
    Bytes cmap = {(const uint8_t *)p, n};
    if (!visit_groups(face, full_subtable(cmap), visit, context))
        ask_harfbuzz(face, visit, context);
    hb_blob_destroy(blob);
}
