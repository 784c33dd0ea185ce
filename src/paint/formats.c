/* The output formats by name. */
#include "paint/painter.h"

const PaintFormat *painter_formats(size_t *n)
{
    static const PaintFormat formats[] = {
        {"pdf", false, painter_pdf},
        {"png", true, painter_png},
        {"svg", true, painter_svg},
    };
    *n = sizeof formats / sizeof *formats;
    return formats;
}
