/*
 * Multiples: a small chart for each series, side by side on one scale, so that
 * many series stay apart where lines in one plot would cross. As many stand in
 * a row as have room for the names of the categories.
 */
#include "chart/plot.h"
#include "chart/trace.h"

#include <math.h>

static const double plot_height = 78, title_gap = 18, names_gap = 6;
static const double across_gap = 18, down_gap = 18, names_apart = 4;
static const double radius = 2.2, point_gap = 5;
enum { MOST_ACROSS = 4 };

typedef struct Multiples {
    Sketch *s;
    const ChartSpec *spec;
    Ticks ticks;
    double left; /* ticks end here */
    uint32_t across;
    double width; /* of a panel */
    double names_height;
} Multiples;

typedef struct Panel {
    const Multiples *m;
    uint32_t series;
    double x; /* of its left edge */
    Scale y;
} Panel;

/* ---- measuring ---- */

static double band_of(const Multiples *m)
{
    return m->width / m->spec->ncategories;
}

static Label *name_set(const Multiples *m, uint32_t k)
{
    return label_of(m->s, CHART_TICK, m->spec->categories[k],
                    band_of(m) - names_apart);
}

/* Do the names stand under their points, with no word cut? */
static bool names_stand(Multiples *m)
{
    m->names_height = 0;
    if (band_of(m) <= names_apart)
        return false;
    for (uint32_t k = 0; k < m->spec->ncategories; k++) {
        Label *l = name_set(m, k);
        if (label_is_cut(l) || l->w > band_of(m) - names_apart)
            return false;
        m->names_height = fmax(m->names_height, l->h);
    }
    return true;
}

static void width_set(Multiples *m, uint32_t across)
{
    m->across = across;
    m->width = (m->s->width - m->left - across_gap * (across - 1)) / across;
}

/* Panels as many in a row as their names allow; false when not even one. */
static bool multiples_plan(Multiples *m)
{
    static const double each = 26;
    m->ticks = extent_ticks(spec_extent(m->spec, false),
                            ticks_wanted(plot_height, each));
    m->left = axis_set(m->s, m->ticks, m->spec).widest + TICK_GAP;
    for (uint32_t across = (uint32_t)fmin(MOST_ACROSS, m->spec->nseries);
         across > 0; across--) {
        width_set(m, across);
        if (names_stand(m))
            return true;
    }
    return false;
}

/* The rows share the panels evenly: 5 are 3 and 2, not 4 and 1. */
static void multiples_balance(Multiples *m)
{
    uint32_t rows = (m->spec->nseries + m->across - 1) / m->across;
    width_set(m, (m->spec->nseries + rows - 1) / rows);
}

/* ---- a panel ---- */

static Spot point_at(const Panel *p, uint32_t k)
{
    return (Spot){p->x + band_of(p->m) * (k + 0.5),
                  scale_at(&p->y, spec_amount(p->m->spec, p->series, k))};
}

static void grid_put(const Panel *p, bool first)
{
    Sketch *s = p->m->s;
    double right = p->x + p->m->width;
    Axis axis = axis_set(s, p->m->ticks, p->m->spec);
    axis.behind = true;
    if (!first)
        axis.labels = NULL;
    axis_up(s, &axis, &p->y, p->x, right);
    sketch_line(s, LAYER_OVER, (Spot){p->x, p->y.at}, (Spot){right, p->y.at},
                AXIS_THICK);
}

static void line_put(const Panel *p)
{
    const ChartSpec *spec = p->m->spec;
    Sketch *s = p->m->s;
    Colour accent = s->tools->style->accent;
    const DlPaint paint = {
        .stroke = true, .line_width = LEN_PT(2), .stroke_colour = accent};
    Trace t = trace_new(s, spec->ncategories);
    for (uint32_t k = 0; k < t.n; k++)
        t.points[k] =
            (TracePoint){point_at(p, k), spec_value(spec, p->series, k)};
    trace_join(s, &t, &paint, true);
    for (uint32_t k = 0; k < t.n; k++)
        if (t.points[k].value->known)
            point_draw(s, t.points[k].at, radius, false, accent);
    trace_note(s, &t, radius);
}

/* The figure of a point, above it or below, where there is room; the last one
 * in bold. */
static void figure_put(const Panel *p, uint32_t k, ChartRole role)
{
    Sketch *s = p->m->s;
    const ChartValue *v = spec_value(p->m->spec, p->series, k);
    Spot at = point_at(p, k);
    Label *l = label_of(s, role, (ChartText){v->text, v->pos}, 0);
    double left = p->x, right = p->x + p->m->width;
    double x = fmin(fmax(at.x, left + l->w / 2), right - l->w / 2);
    for (int below = 0; below < 2; below++) {
        Spot there = {x, at.y + (below ? point_gap : -point_gap)};
        if (!label_is_free(s, l, there, 0.5, below ? 0 : 1))
            continue;
        label_put(s, l, there, 0.5, below ? 0 : 1);
        label_plate(s, l, 1);
        return;
    }
}

static void figures_put(const Panel *p)
{
    const ChartSpec *spec = p->m->spec;
    uint32_t first = 0, last = spec->ncategories;
    while (first < last && !spec_value(spec, p->series, first)->known)
        first++;
    while (last > first && !spec_value(spec, p->series, last - 1)->known)
        last--;
    if (last == first)
        return;
    figure_put(p, last - 1, CHART_VALUE);
    if (first + 1 < last)
        figure_put(p, first, CHART_TICK);
}

static void names_put(const Panel *p)
{
    const ChartSpec *spec = p->m->spec;
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        Label *l = name_set(p->m, k);
        label_put(p->m->s, l, (Spot){point_at(p, k).x, p->y.at + names_gap},
                  0.5, 0);
    }
}

/* False when its title is wider than the panel. */
static bool panel_put(const Multiples *m, uint32_t series, double y)
{
    uint32_t column = series % m->across;
    double x = m->left + column * (m->width + across_gap);
    Label *title = label_of(m->s, CHART_NAME, m->spec->series[series].name, 0);
    double bottom = y + title->h + title_gap + plot_height;
    Panel p = {
        m, series, x, {m->ticks.low, m->ticks.high, bottom, -plot_height}};
    label_put(m->s, title, (Spot){x, y}, 0, 0);
    grid_put(&p, column == 0);
    names_put(&p);
    line_put(&p);
    figures_put(&p);
    return title->w <= m->width;
}

/* ---- the whole ---- */

const ChartDrawing *multiples_draw(const ChartSpec *spec,
                                   const ChartTools *tools)
{
    Multiples m = {.s = sketch_new(tools), .spec = spec};
    if (!multiples_plan(&m))
        return sketch_refuse(m.s, spec->pos);
    multiples_balance(&m);
    double title = len_pt(tools->style->types[CHART_NAME].text.size);
    double pitch =
        title + title_gap + plot_height + names_gap + m.names_height + down_gap;
    uint32_t rows = (spec->nseries + m.across - 1) / m.across;
    for (uint32_t i = 0; i < spec->nseries; i++)
        if (!panel_put(&m, i, i / m.across * pitch))
            return sketch_refuse(m.s, spec->pos);
    return sketch_end(m.s, rows * pitch - down_gap, spec->pos);
}
