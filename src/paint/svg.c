/* SVG: a page as a drawing for the web, letters as outlines. */
#include "paint/sheets.h"

#include <cairo-svg.h>
#include <string.h>

/* Cairo numbers its surfaces through the whole process and writes the number
 * into the file, so it would depend on threads and order. Nothing refers to
 * it: out it goes. */
static void number_remove(GByteArray *svg)
{
    static const char mark[] = "<g id=\"surface";
    char *p = memmem(svg->data, svg->len, mark, sizeof mark - 1);
    if (!p)
        return;
    guint at = (guint)(p - (char *)svg->data + (ptrdiff_t)sizeof mark - 1);
    guint digits = 0;
    while (at + digits < svg->len && g_ascii_isdigit(svg->data[at + digits]))
        digits++;
    g_byte_array_remove_range(svg, at, digits);
}

static const char *svg_paint(const DlPage *page, CairoFonts *fonts, double dpi,
                             GByteArray *out)
{
    (void)dpi;
    cairo_surface_t *drawing = cairo_svg_surface_create_for_stream(
        cairo_append, out, len_pt(page->width), len_pt(page->height));
    cairo_t *cr = cairo_create(drawing);
    cairo_draw_page(cr, fonts, GLYPHS_AS_SYMBOLS, page);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(drawing);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(drawing);
    cairo_surface_destroy(drawing);
    number_remove(out);
    return cairo_failure(status);
}

Painter *painter_svg(const PaintOptions *o, Diags *diags)
{
    return sheets_new(o, svg_paint, diags);
}
