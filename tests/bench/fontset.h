/*
 * Fontset: the faces of a font set as a Pango font map.
 *
 * The benchmark sets paragraphs with PangoLayout beside those of hanji, in the
 * same faces: the map stands on a private fontconfig configuration that holds
 * exactly the faces of the set. Main thread only.
 */
#ifndef FONT_FONTSET_H
#define FONT_FONTSET_H

#include "font/font.h"

#include <pango/pango.h>

typedef struct Fontset Fontset;

/* `fonts` is borrowed and must outlive the fontset. NULL when fontconfig
 * cannot read a face (a fault of the machine: it was vetted before). */
Fontset *fontset_new(const Fonts *fonts);
void fontset_free(Fontset *s);

/* Lent; at 72 dpi, so that Pango's points are ours. */
PangoFontMap *fontset_map(Fontset *s);

/* The face behind a font of this map; NULL when it is none of ours. */
const Face *fontset_face(const Fontset *s, PangoFont *font);

/* How a role is asked for: family and weight of its faces in order. Freed by
 * the caller with pango_font_description_free. */
PangoFontDescription *fontset_describe(const Fontset *s, FontRole role);

#endif
