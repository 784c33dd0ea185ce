/*
 * Which face of a role draws a character: the first that maps it and leaves
 * ink. Some Korean fonts map thousands of syllables to empty glyphs (K-146),
 * so the map alone is not believed. Of ㆍ, the first that draws a dot.
 */
#include "font/face.h"
#include "font/fonts_int.h"

#include <glib.h>

enum { LETTER_DOT = 0x318D /* ㆍ */ };

/* Characters that are meant to leave no ink. */
static bool is_blank(uint32_t cp)
{
    switch (g_unichar_type(cp)) {
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
        return true;
    default:
        /* Hangul fillers, and the selectors of glyph variants. */
        return cp == 0x115F || cp == 0x1160 || cp == 0x3164 || cp == 0xFFA0 ||
               (cp >= 0xFE00 && cp <= 0xFE0F) ||
               (cp >= 0xE0100 && cp <= 0xE01EF);
    }
}

static bool draws(const Face *f, uint32_t cp)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(f->hb_font, cp, &glyph) &&
           (is_blank(cp) || face_has_ink(f, glyph));
}

/* As wide as high: some serif faces draw ㆍ as the letter 아래아, a slanted
 * stroke, which is no dot between two words (K-04). */
static bool is_round(const Face *f, uint32_t cp)
{
    hb_codepoint_t glyph;
    hb_glyph_extents_t box;
    if (!hb_font_get_nominal_glyph(f->hb_font, cp, &glyph) ||
        !hb_font_get_glyph_extents(f->hb_font, glyph, &box))
        return false;
    int64_t width = box.width, height = -(int64_t)box.height; /* downwards */
    return width > 0 && 10 * ABS(width - height) <= MAX(width, height);
}

static uint8_t cover_find(const Role *role, uint32_t cp)
{
    for (uint8_t i = 0; cp == LETTER_DOT && i < role->nchain; i++) {
        if (draws(role->chain[i], cp) && is_round(role->chain[i], cp))
            return (uint8_t)(COVER_FIRST + i);
    }
    for (uint8_t i = 0; i < role->nchain; i++) {
        if (draws(role->chain[i], cp))
            return (uint8_t)(COVER_FIRST + i);
    }
    return COVER_NONE;
}

const Face *fonts_choose(Fonts *f, FontRole role, uint32_t cp)
{
    Role *r = &f->roles[role];
    if (cp >> 8 >= COVER_PAGES)
        return NULL;
    uint8_t **page = &r->cover[cp >> 8];
    if (!*page)
        *page = ARENA_ARRAY(f->arena, uint8_t, COVER_PAGE);
    uint8_t *cover = &(*page)[cp & 0xFF];
    if (*cover == COVER_UNKNOWN)
        *cover = cover_find(r, cp);
    return *cover == COVER_NONE ? NULL : r->chain[*cover - COVER_FIRST];
}
