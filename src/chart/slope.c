/*
 * Slope: two points in time, a line for each category from the one to the
 * other (전년 대비). What falls is dashed, so that the direction is told twice.
 * Names and figures stand beside both ends.
 */
#include "chart/ends.h"
#include "chart/plot.h"
#include "chart/trace.h"

#include <math.h>

static const double thick = 2, radius = 2.6, least_height = 150;
static const double head_gap = 10, least_span = 80;

typedef struct Slope {
    Sketch *s;
    const ChartSpec *spec;
    End *ends[2];
    size_t nends[2];
    double x[2]; /* of the two axes */
    double top, height;
    Scale y;
} Slope;

static const EndSide sides[2] = {END_LEFT, END_RIGHT};

/* ---- measuring ---- */

/* "동구 7,210" at the left, "7,540 동구" at the right: figures stand next to
 * the line. */
static Label *end_set(Slope *d, uint32_t side, uint32_t k)
{
    Arena *a = d->s->tools->arena;
    const ChartValue *v = spec_value(d->spec, side, k);
    ChartText name = d->spec->categories[k];
    LabelPart figure = {CHART_VALUE, v->text, v->pos};
    LabelPart before = {
        CHART_LABEL, str_printf(a, STR_FMT " ", STR_ARG(name.text)), name.pos};
    LabelPart after = {
        CHART_LABEL, str_printf(a, " " STR_FMT, STR_ARG(name.text)), name.pos};
    LabelPart left[] = {before, figure}, right[] = {figure, after};
    Label *l = label_set(d->s, side == 0 ? left : right, 2, 0);
    l->pos = v->pos;
    return l;
}

static bool slope_plan(Slope *d)
{
    static const double edge = 1;
    uint32_t n = d->spec->ncategories;
    double high = least_height;
    for (uint32_t side = 0; side < 2; side++) {
        d->ends[side] = ARENA_ARRAY(d->s->tools->arena, End, n);
        for (uint32_t k = 0; k < n; k++)
            if (spec_value(d->spec, side, k)->known)
                d->ends[side][d->nends[side]++].label = end_set(d, side, k);
        high = fmax(high, ends_height(d->ends[side], d->nends[side]) + edge);
    }
    d->height = high;
    d->x[0] = ends_width(d->ends[0], d->nends[0]) + END_GAP;
    d->x[1] = d->s->width - ends_width(d->ends[1], d->nends[1]) - END_GAP;
    return d->x[1] - d->x[0] >= least_span;
}

/* ---- drawing ---- */

static Spot point_at(const Slope *d, uint32_t side, uint32_t k)
{
    return (Spot){d->x[side], scale_at(&d->y, spec_amount(d->spec, side, k))};
}

/* The two points in time over their axes. False when they would touch. */
static bool heads_put(Slope *d)
{
    double inside = 0;
    for (uint32_t side = 0; side < 2; side++) {
        Label *l = label_of(d->s, CHART_NAME, d->spec->series[side].name, 0);
        double room = side == 0 ? d->x[0] : d->s->width - d->x[1];
        inside += l->w / 2;
        if (l->w / 2 > room)
            return false;
        label_put(d->s, l, (Spot){d->x[side], 0}, 0.5, 0);
        d->top = l->h + head_gap;
    }
    return inside + head_gap <= d->x[1] - d->x[0];
}

static void axes_put(Slope *d)
{
    static const double over = 4;
    for (uint32_t side = 0; side < 2; side++)
        sketch_line(d->s, LAYER_BACK, (Spot){d->x[side], d->top - over},
                    (Spot){d->x[side], d->top + d->height + over}, AXIS_THICK);
}

static void line_put(Slope *d, uint32_t k)
{
    const ChartValue *from = spec_value(d->spec, 0, k);
    const ChartValue *to = spec_value(d->spec, 1, k);
    Colour accent = d->s->tools->style->accent;
    bool falls = decimal_cmp(to->number, from->number) < 0;
    DlPaint paint = {.stroke = true,
                     .line_width = len_of(thick),
                     .stroke_colour = falls ? COLOUR_BLACK : accent,
                     .dash = {falls ? LEN_PT(4) : 0, falls ? LEN_PT(2.5) : 0}};
    Trace t = trace_new(d->s, 2);
    t.points[0] = (TracePoint){point_at(d, 0, k), from};
    t.points[1] = (TracePoint){point_at(d, 1, k), to};
    trace_join(d->s, &t, &paint, true);
    trace_note(d->s, &t, radius);
    for (uint32_t side = 0; side < 2; side++)
        if (t.points[side].value->known)
            point_draw(d->s, t.points[side].at, radius, false, accent);
}

static bool names_put(Slope *d)
{
    for (uint32_t side = 0; side < 2; side++) {
        size_t n = 0;
        for (uint32_t k = 0; k < d->spec->ncategories; k++)
            if (spec_value(d->spec, side, k)->known)
                d->ends[side][n++].from = point_at(d, side, k);
        if (!ends_put(d->s, d->ends[side], n,
                      d->x[side] + sides[side] * END_GAP, sides[side],
                      d->top - head_gap / 2, d->top + d->height + head_gap))
            return false;
        ends_lead(d->s, d->ends[side], n, sides[side], radius + 1);
    }
    return true;
}

/* Only changes are told: the scale takes in what is there, and no zero. */
static void scale_set(Slope *d)
{
    Extent e = spec_extent(d->spec, false);
    if (e.high <= e.low)
        e = (Extent){e.low - 1, e.high + 1};
    d->y = (Scale){e.low, e.high, d->top + d->height, -d->height};
}

const ChartDrawing *slope_draw(const ChartSpec *spec, const ChartTools *tools)
{
    Slope d = {.s = sketch_new(tools), .spec = spec};
    if (!slope_plan(&d) || !heads_put(&d))
        return sketch_refuse(d.s, spec->pos);
    scale_set(&d);
    axes_put(&d);
    for (uint32_t k = 0; k < spec->ncategories; k++)
        line_put(&d, k);
    if (!names_put(&d))
        return sketch_refuse(d.s, spec->pos);
    return sketch_end(d.s, d.top + d.height + head_gap, spec->pos);
}
