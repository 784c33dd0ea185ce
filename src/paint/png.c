/* PNG: a page as a picture. */
#include "paint/sheets.h"

#include <math.h>

/* Cairo counts pixels of a line in 15 bits. */
enum { MAX_PIXELS = 32767 };

static int pixels(Len length, double dpi)
{
    double n = ceil(len_pt(length) * dpi / 72.0);
    return n < MAX_PIXELS ? (int)n : MAX_PIXELS + 1;
}

static const char *png_paint(const DlPage *page, CairoFonts *fonts, double dpi,
                             GByteArray *out)
{
    int width = pixels(page->width, dpi), height = pixels(page->height, dpi);
    if (width > MAX_PIXELS || height > MAX_PIXELS)
        return cairo_failure(CAIRO_STATUS_INVALID_SIZE);
    cairo_surface_t *picture =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cr = cairo_create(picture);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, dpi / 72.0, dpi / 72.0);
    cairo_draw_page(cr, fonts, GLYPHS_AS_OUTLINES, page);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_write_to_png_stream(picture, cairo_append, out);
    cairo_surface_destroy(picture);
    return cairo_failure(status);
}

Painter *painter_png(const PaintOptions *o, Diags *diags)
{
    return sheets_new(o, png_paint, diags);
}
