/* The output formats by name. */
#include "paint/painter.h"

const PaintFormat *painter_formats(size_t *n)
{
    static const PaintFormat formats[] = {
        {"pdf", painter_pdf},
        {"png", painter_png},
        {"svg", painter_svg},
    };
    *n = sizeof formats / sizeof *formats;
    return formats;
}
