/*
 * Cairo: a display-list page on a Cairo context, for the previews.
 *
 * The context is in points with the origin at the top left. Glyphs come from
 * the same font files through FreeType, unhinted, at the display list's own
 * positions: a preview shows where the PDF puts ink, nothing else. Links and
 * tags leave no ink and are passed over.
 */
#ifndef PAINT_CAIRO_H
#define PAINT_CAIRO_H

#include "dlist/dlist.h"

#include <cairo.h>
#include <glib.h>

/* The faces as Cairo fonts, opened on first use. One thread at a time. */
typedef struct CairoFonts CairoFonts;

CairoFonts *cairofonts_new(const Fonts *fonts);
void cairofonts_free(CairoFonts *f);

typedef enum CairoGlyphs {
    GLYPHS_AS_OUTLINES, /* exact to a fraction of a pixel: pictures */
    GLYPHS_AS_SYMBOLS   /* each glyph's outline stored once: SVG */
} CairoGlyphs;

/* Draws all of the page. Failures are kept by the context: cairo_status. */
void cairo_draw_page(cairo_t *cr, CairoFonts *fonts, CairoGlyphs how,
                     const DlPage *page);

/* A stream function of Cairo that appends to a GByteArray. */
cairo_status_t cairo_append(void *bytes, const unsigned char *data, unsigned n);

/* The status in words, NULL when nothing failed. */
const char *cairo_failure(cairo_status_t status);

#endif
