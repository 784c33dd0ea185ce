/*
 * Fontset: the faces of a font set as a Pango font map.
 *
 * For text that is not plain Korean, Pango divides paragraphs by script and
 * direction and proposes faces. It must never see the system's fonts, so the
 * map stands on a private fontconfig configuration that holds exactly the
 * faces of the set. Made by text/ on the first such paragraph: reading the
 * coverage of the faces costs some ten milliseconds each. Main thread only.
 * This is the one place that calls fontconfig.
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
