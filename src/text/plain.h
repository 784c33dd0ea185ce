/*
 * Plain glyphs: characters that a face always draws in the same way, whatever
 * stands beside them. No substitution of the font but a one-to-one one, no
 * positioning and no kerning pair mentions them. Nearly all Hangul is so, and
 * a word of plain characters needs no shaping.
 */
#ifndef TEXT_PLAIN_H
#define TEXT_PLAIN_H

#include "text/text_int.h"

/* Glyph id and advance of a plain character; false when it is not plain. */
bool plain_glyph(Text *t, const Face *f, uint32_t cp, Glyph *out);

/* The word space: fonts tune it to Hangul (`calt`), and it is the same on both
 * sides of a bracket or a figure as between words (K-35). */
Glyph word_space_glyph(Text *t, const Face *f);

PlainFaces *plain_faces_new(size_t nfaces);
void plain_faces_free(PlainFaces *p);

#endif
