/*
 * Sheets: the painter of formats that have one file a page (PNG, SVG).
 *
 * Pages are painted on `jobs` threads into memory; the files are written when
 * all pages came, so a failure leaves every old file as it was. One page takes
 * the output's own name, several get their page number: book-1.png, book-2.png.
 */
#ifndef PAINT_SHEETS_H
#define PAINT_SHEETS_H

#include "paint/cairo.h"
#include "paint/painter.h"

#include <glib.h>

/* Paints one page into `out`; runs on any thread. Answers NULL or, in words,
 * what went wrong. */
typedef const char *(*SheetPaint)(const DlPage *page, CairoFonts *fonts,
                                  double dpi, GByteArray *out);

Painter *sheets_new(const PaintOptions *o, SheetPaint paint, Diags *diags);

#endif
