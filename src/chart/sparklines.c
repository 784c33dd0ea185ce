/*
 * Sparklines: a table whose rows show how each category went, from the first
 * figure to the last, and between which figures. Every line has a scale of its
 * own and tells its shape only; its lowest and highest points are marked.
 */
#include "chart/rows.h"
#include "chart/trace.h"

#include <math.h>

static const double pitch = 24.5, line_height = 13, radius = 2;
static const double least = 90, pad = 10;

typedef struct Sparklines {
    RowTable table;
    RowColumn *drawn;
} Sparklines;

/* ---- measuring ---- */

typedef struct Line {
    Extent extent;
    int most, least; /* series; -1: nothing is known */
} Line;

static Line line_measure(const ChartSpec *spec, uint32_t k)
{
    Line l = {{INFINITY, -INFINITY}, -1, -1};
    for (uint32_t i = 0; i < spec->nseries; i++) {
        double v = spec_amount(spec, i, k);
        if (!spec_value(spec, i, k)->known)
            continue;
        if (v > l.extent.high)
            l.extent.high = v, l.most = (int)i;
        if (v < l.extent.low)
            l.extent.low = v, l.least = (int)i;
    }
    return l;
}

/* The lowest or the highest figure of each row, as a series of its own. */
static RowColumn extreme_column(const Sparklines *d, bool most)
{
    Sketch *s = d->table.s;
    const ChartSpec *spec = d->table.spec;
    ChartValue *values =
        ARENA_ARRAY(s->tools->arena, ChartValue, spec->ncategories);
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        Line l = line_measure(spec, k);
        int i = most ? l.most : l.least;
        values[k] = *spec_value(spec, i < 0 ? 0 : (uint32_t)i, k);
    }
    ChartSeries series = {{most ? STR("최고") : STR("최저"), spec->pos},
                          values};
    return rows_figures(s, spec, &series, CHART_LABEL);
}

static bool sparklines_plan(Sparklines *d)
{
    RowTable *t = &d->table;
    const ChartSpec *spec = t->spec;
    Sketch *s = t->s;
    const ChartSeries *last = &spec->series[spec->nseries - 1];
    const RowColumn columns[] = {
        rows_names(s, spec, names_measure(s->width)),
        rows_figures(s, spec, &spec->series[0], CHART_LABEL),
        {.head =
             label_of(s, CHART_NAME, (ChartText){STR("추이"), spec->pos}, 0)},
        rows_figures(s, spec, last, CHART_VALUE),
        extreme_column(d, false),
        extreme_column(d, true),
    };
    t->n = sizeof columns / sizeof *columns;
    t->columns = ARENA_ARRAY(s->tools->arena, RowColumn, t->n);
    for (size_t i = 0; i < t->n; i++)
        t->columns[i] = columns[i];
    d->drawn = &t->columns[2];
    return rows_place(t, least);
}

/* ---- a line ---- */

static Spot point_at(const Sparklines *d, const Line *l, uint32_t i, uint32_t k)
{
    const RowTable *t = &d->table;
    double step = (d->drawn->w - 2 * pad) / (t->spec->nseries - 1);
    double middle = row_middle(t, k), range = l->extent.high - l->extent.low;
    double at =
        range > 0 ? (spec_amount(t->spec, i, k) - l->extent.low) / range : 0.5;
    return (Spot){d->drawn->x + pad + i * step,
                  middle + line_height * (0.5 - at)};
}

static Trace line_trace(const Sparklines *d, const Line *l, uint32_t k)
{
    const ChartSpec *spec = d->table.spec;
    Trace t = trace_new(d->table.s, spec->nseries);
    for (uint32_t i = 0; i < t.n; i++)
        t.points[i] =
            (TracePoint){point_at(d, l, i, k), spec_value(spec, i, k)};
    return t;
}

/* The highest point is solid, the lowest hollow. */
static void line_put(const Sparklines *d, uint32_t k)
{
    static const DlPaint paint = {
        .stroke = true, .line_width = LEN_PT(1.2), .stroke_colour = {0, 0, 0}};
    Sketch *s = d->table.s;
    Line l = line_measure(d->table.spec, k);
    if (l.most < 0)
        return;
    Trace t = line_trace(d, &l, k);
    trace_join(s, &t, &paint, false);
    point_draw(s, t.points[l.least].at, radius, true, s->tools->style->accent);
    point_draw(s, t.points[l.most].at, radius, false, s->tools->style->accent);
    trace_note(s, &t, radius);
}

const ChartDrawing *sparklines_draw(const ChartSpec *spec,
                                    const ChartTools *tools)
{
    Sparklines d = {.table = {.s = sketch_new(tools), .spec = spec}};
    const ChartText least_word = {STR("최저"), spec->pos};
    const ChartText most_word = {STR("최고"), spec->pos};
    if (!sparklines_plan(&d))
        return sketch_refuse(d.table.s, spec->pos);
    double top = points_legend(d.table.s, least_word, most_word, radius);
    double bottom = rows_put(&d.table, top, pitch);
    for (uint32_t k = 0; k < spec->ncategories; k++)
        line_put(&d, k);
    return sketch_end(d.table.s, bottom, spec->pos);
}
