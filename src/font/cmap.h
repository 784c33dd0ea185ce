/*
 * Cmap: every character of a face with its glyph, in one pass.
 *
 * HarfBuzz finds the glyph of one character; asked for each of the sixty
 * thousand of a CJK face it takes longer than setting twenty pages.
 */
#ifndef FONT_CMAP_H
#define FONT_CMAP_H

#include "font/font.h"

typedef void CmapVisit(void *context, uint32_t character, uint32_t glyph);

/* Calls `visit` for each character that the face maps to a glyph it has, in
 * the order of the font's table (ascending in any sound font). */
void face_each_character(const Face *face, CmapVisit *visit, void *context);

#endif
