/*
 * Fills: paints, and what eyes and printers make of them.
 *
 * The colour deficiencies are those of Viénot, Brettel and Mollon (1999):
 * linear light to cones, the missing cone replaced, and back.
 */
#include "chart/fill.h"

#include <math.h>

typedef struct FillLook {
    DlHatch hatch;
    double ink; /* part of the area that the hatch covers in black */
    bool dark;  /* text on it is white */
} FillLook;

/* As paint/hatch.c draws them: 45° lines of .8 pt every 1.2 mm, dots of
 * r .7 pt on a grid of 1.4 mm. */
static const FillLook looks[FILLS] = {
    [FILL_ACCENT] = {HATCH_NONE, 0, true},
    [FILL_HATCH] = {HATCH_DIAGONAL, 0.8 / 3.402, false},
    [FILL_WHITE] = {HATCH_NONE, 0, false},
    [FILL_DOTS] = {HATCH_DOTS, 0.098, false},
    [FILL_TINT] = {HATCH_NONE, 0, false},
};

static Colour fill_colour(const ChartStyle *style, FillKind fill)
{
    if (fill == FILL_ACCENT)
        return style->accent;
    return fill == FILL_TINT ? style->tint1 : COLOUR_WHITE;
}

DlPaint fill_paint(const ChartStyle *style, FillKind fill)
{
    return (DlPaint){
        .fill = true,
        .stroke = true,
        .hatch = looks[fill].hatch,
        .fill_colour = fill_colour(style, fill),
        .stroke_colour = COLOUR_BLACK,
        .line_width = LEN_PT(1),
    };
}

bool fill_is_pattern(FillKind fill)
{
    return looks[fill].hatch != HATCH_NONE;
}

bool fill_is_dark(FillKind fill)
{
    return looks[fill].dark;
}

/* ---- light ---- */

typedef struct Light {
    double v[3];
} Light;

static const double sight_matrix[SIGHTS][3][3] = {
    [SIGHT_GREY] = {{0.2126, 0.7152, 0.0722},
                    {0.2126, 0.7152, 0.0722},
                    {0.2126, 0.7152, 0.0722}},
    [SIGHT_PROTAN] = {{0.11238, 0.88762, 0},
                      {0.11238, 0.88762, 0},
                      {0.00401, -0.00401, 1}},
    [SIGHT_DEUTAN] = {{0.29275, 0.70725, 0},
                      {0.29275, 0.70725, 0},
                      {-0.02234, 0.02234, 1}},
};

static double light_of(uint8_t channel)
{
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static uint8_t channel_of(double light)
{
    double l = fmin(fmax(light, 0), 1);
    double c = l <= 0.0031308 ? l * 12.92 : 1.055 * pow(l, 1 / 2.4) - 0.055;
    return (uint8_t)lround(c * 255);
}

static Light colour_light(Colour c)
{
    return (Light){{light_of(c.r), light_of(c.g), light_of(c.b)}};
}

static Light light_through(Light l, const double m[3][3])
{
    Light out;
    for (int i = 0; i < 3; i++)
        out.v[i] = m[i][0] * l.v[0] + m[i][1] * l.v[1] + m[i][2] * l.v[2];
    return out;
}

Colour colour_seen(Colour c, Sight sight)
{
    Light l = light_through(colour_light(c), sight_matrix[sight]);
    return (Colour){channel_of(l.v[0]), channel_of(l.v[1]), channel_of(l.v[2])};
}

/* ---- CIE Lab, D65 ---- */

static double lab_curve(double t)
{
    return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

static Light colour_lab(Colour c)
{
    static const double to_xyz[3][3] = {{0.4338, 0.3762, 0.1899},
                                        {0.2126, 0.7152, 0.0722},
                                        {0.0177, 0.1094, 0.8729}};
    Light f = light_through(colour_light(c), to_xyz);
    for (int i = 0; i < 3; i++)
        f.v[i] = lab_curve(f.v[i]);
    return (Light){
        {116 * f.v[1] - 16, 500 * (f.v[0] - f.v[1]), 200 * (f.v[1] - f.v[2])}};
}

double colour_distance(Colour a, Colour b)
{
    Light l = colour_lab(a), m = colour_lab(b);
    return sqrt((l.v[0] - m.v[0]) * (l.v[0] - m.v[0]) +
                (l.v[1] - m.v[1]) * (l.v[1] - m.v[1]) +
                (l.v[2] - m.v[2]) * (l.v[2] - m.v[2]));
}

/* ---- neighbours ---- */

/* Its light from afar, where lines and dots run together. */
static Colour fill_mean(const ChartStyle *style, FillKind fill)
{
    Light l = colour_light(fill_colour(style, fill));
    double paper = 1 - looks[fill].ink;
    return (Colour){channel_of(l.v[0] * paper), channel_of(l.v[1] * paper),
                    channel_of(l.v[2] * paper)};
}

/* Solid areas must be this far apart; a texture tells by itself, when there is
 * contrast enough to see its lines at all. */
enum { APART = 8 };

bool fills_alike(const ChartStyle *style, FillKind a, FillKind b)
{
    if (a == b)
        return true;
    if (looks[a].hatch != looks[b].hatch)
        return false;
    Colour one = fill_mean(style, a), other = fill_mean(style, b);
    for (int sight = 0; sight < SIGHTS; sight++)
        if (colour_distance(colour_seen(one, (Sight)sight),
                            colour_seen(other, (Sight)sight)) < APART)
            return true;
    return false;
}
