/*
 * Dots: two figures of a category as two points on one line (전년 대비), the
 * first hollow, the second solid. Reads well with many categories, where the
 * lines of a slope would cross. The scale need not begin at zero.
 */
#include "chart/plot.h"
#include "chart/trace.h"

#include <math.h>

static const double radius = 4, label_gap = 8, pitch = 22, thick = 2;

typedef struct Dots {
    Sketch *s;
    const ChartSpec *spec;
    Names names;
    Label **labels;       /* two a category */
    double left;          /* names end here */
    double before, after; /* the widest figures at the two sides */
    Axis axis;
    Scale x;
} Dots;

/* ---- measuring ---- */

static Label *figure_of(const Dots *d, uint32_t i, uint32_t k)
{
    return d->labels[2 * k + i];
}

/* Does the figure stand at the right of its point? The larger one does; the
 * second when they are the same. */
static bool is_right(const ChartSpec *spec, uint32_t i, uint32_t k)
{
    const ChartValue *mine = spec_value(spec, i, k);
    const ChartValue *other = spec_value(spec, 1 - i, k);
    int order = mine->known && other->known
                    ? decimal_cmp(mine->number, other->number)
                    : 0;
    return order > 0 || (order == 0 && i == 1);
}

static void figures_set(Dots *d)
{
    const ChartSpec *spec = d->spec;
    d->labels =
        ARENA_ARRAY(d->s->tools->arena, Label *, 2 * (size_t)spec->ncategories);
    for (uint32_t k = 0; k < spec->ncategories; k++)
        for (uint32_t i = 0; i < 2; i++) {
            const ChartValue *v = spec_value(spec, i, k);
            Label *l = label_of(d->s, i == 1 ? CHART_VALUE : CHART_LABEL,
                                (ChartText){v->text, v->pos}, 0);
            double *room = is_right(spec, i, k) ? &d->after : &d->before;
            d->labels[2 * k + i] = l;
            if (v->known)
                *room = fmax(*room, l->w + label_gap);
        }
}

static bool dots_plan(Dots *d)
{
    static const double smallest = 60, each = 90;
    Sketch *s = d->s;
    figures_set(d);
    d->names = names_set(s, d->spec, names_measure(s->width));
    d->left = d->names.width + NAME_GAP;
    double room = s->width - d->left - d->before - d->after;
    Ticks t =
        extent_ticks(spec_extent(d->spec, false), ticks_wanted(room, each));
    d->axis = axis_set(s, t, d->spec);
    d->axis.behind = true;
    double half = d->axis.widest / 2;
    double before = fmax(d->before, half), after = fmax(d->after, half);
    room = s->width - d->left - before - after;
    d->x = (Scale){t.low, t.high, d->left + before, room};
    return room >= smallest;
}

/* ---- drawing ---- */

static Spot point_at(const Dots *d, uint32_t i, uint32_t k, double y)
{
    return (Spot){scale_at(&d->x, spec_amount(d->spec, i, k)), y};
}

static void point_put(Dots *d, uint32_t i, uint32_t k, double y)
{
    const ChartValue *v = spec_value(d->spec, i, k);
    Spot at = point_at(d, i, k, y);
    Label *l = figure_of(d, i, k);
    bool right = is_right(d->spec, i, k);
    if (!v->known)
        return;
    point_draw(d->s, at, radius, i == 0, d->s->tools->style->accent);
    sketch_note_mark(
        d->s, (Box){at.x - radius, at.y - radius, 2 * radius, 2 * radius},
        v->pos);
    label_put(d->s, l, (Spot){at.x + (right ? label_gap : -label_gap), y},
              right ? 0 : 1, 0.5);
    label_plate(d->s, l, 1);
}

/* A row in which a figure is missing says so at the left edge of the plot. */
static void gap_put(Dots *d, uint32_t k, double y)
{
    bool one = spec_value(d->spec, 0, k)->known;
    bool other = spec_value(d->spec, 1, k)->known;
    if (one || other)
        return;
    Label *l = figure_of(d, 1, k);
    label_put(d->s, l, (Spot){d->x.at, y}, 0, 0.5);
    label_plate(d->s, l, 1);
}

static double row_put(Dots *d, uint32_t k, double y)
{
    Label *name = d->names.labels[k];
    double high = fmax(pitch, name->h + pitch / 3), middle = y + high / 2;
    label_put(d->s, name, (Spot){d->left - NAME_GAP, middle}, 1, 0.5);
    if (spec_known(d->spec, k))
        sketch_line(d->s, LAYER_MARK, point_at(d, 0, k, middle),
                    point_at(d, 1, k, middle), thick);
    for (uint32_t i = 0; i < 2; i++)
        point_put(d, i, k, middle);
    gap_put(d, k, middle);
    return y + high;
}

const ChartDrawing *dots_draw(const ChartSpec *spec, const ChartTools *tools)
{
    Dots d = {.s = sketch_new(tools), .spec = spec};
    if (!dots_plan(&d))
        return sketch_refuse(d.s, spec->pos);
    double top =
        points_legend(d.s, spec->series[0].name, spec->series[1].name, radius);
    double y = top;
    for (uint32_t k = 0; k < spec->ncategories; k++)
        y = row_put(&d, k, y);
    double end = axis_across(d.s, &d.axis, &d.x, top, y);
    return sketch_end(d.s, end, spec->pos);
}
