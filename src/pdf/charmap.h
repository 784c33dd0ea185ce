/*
 * Charmap: what a glyph says by itself.
 *
 * A PDF font maps each code to one text. Where a font draws several characters
 * with one glyph (U+0020 and U+00A0, Ω as letter and as ohm), the glyph says
 * the lowest of them, radicals and compatibility hanja after the ideographs they
 * copy, private-use characters last; whoever shows it for another writes
 * ActualText. A ligature says its letters (ISO 32000-1 9.10.3), for readers
 * that know no ActualText; nobody types ﬁ. The rule looks at the font alone, so pages can be
 * painted in any order. One set of maps per run, shared by all threads.
 */
#ifndef PDF_CHARMAP_H
#define PDF_CHARMAP_H

#include "font/font.h"

typedef struct Charmaps Charmaps;

Charmaps *charmaps_new(const Fonts *fonts);
void charmaps_free(Charmaps *c);

/* For each glyph of the face its character, 0 when it has none. Made on first
 * use. Any thread. */
const uint32_t *charmap_find(Charmaps *c, const Face *face);

/* What a character of the map says. Static storage, or written to `utf8`. */
Str charmap_text(uint32_t cp, char utf8[4]);

#endif
