/*
 * Lines: figures over time. Series differ by dash and marker, not by colour;
 * each is named at its last point. The scale need not begin at zero: a line
 * shows change, and its ticks say where it stands.
 */
#include "chart/ends.h"
#include "chart/trace.h"
#include "chart/upright.h"

#include <glib.h>
#include <math.h>

static const double thick = 2, point_gap = 7, radius = 3.2;

typedef struct Lines {
    Upright up;
    End *ends; /* "2,310 동구" at the last points */
    size_t nends;
} Lines;

/* Dash patterns and markers, in the order of the series. */
static const Len dashes[FILLS][2] = {{0, 0},
                                     {LEN_PT(6), LEN_PT(3)},
                                     {LEN_PT(1.6), LEN_PT(3)},
                                     {LEN_PT(10), LEN_PT(3)},
                                     {LEN_PT(3), LEN_PT(3)}};
static const int corners[FILLS] = {0, 4, 3, 0, 4}; /* 0: round */
static const bool hollow[FILLS] = {false, true, false, true, false};

/* ---- measuring ---- */

/* The last known point of a series, or -1. */
static int last_known(const ChartSpec *spec, uint32_t i)
{
    int k = (int)spec->ncategories - 1;
    while (k >= 0 && !spec_value(spec, i, (uint32_t)k)->known)
        k--;
    return k;
}

/* False when the names of the categories have no room. */
static bool lines_plan(Lines *l)
{
    Upright *u = &l->up;
    const ChartSpec *spec = u->spec;
    l->ends = ARENA_ARRAY(u->s->tools->arena, End, spec->nseries);
    for (uint32_t i = 0; i < spec->nseries; i++) {
        int k = last_known(spec, i);
        if (k >= 0)
            l->ends[l->nends++].label =
                series_end_label(u->s, spec, i, (uint32_t)k);
    }
    double right = u->s->width - ends_width(l->ends, l->nends) - END_GAP;
    /* The last point stands half a band before the labels. */
    bool fits = upright_plan(u, spec_extent(spec, false), right,
                             spec->ncategories - 0.5);
    return u->band > 0 && (fits || upright_stagger(u));
}

/* ---- drawing ---- */

static Spot point_at(const Lines *l, uint32_t i, uint32_t k)
{
    const Upright *u = &l->up;
    return (Spot){upright_middle(u, k),
                  scale_at(&u->y, spec_amount(u->spec, i, k))};
}

static Trace trace_of(const Lines *l, uint32_t i)
{
    const ChartSpec *spec = l->up.spec;
    Trace t = trace_new(l->up.s, spec->ncategories);
    for (uint32_t k = 0; k < t.n; k++)
        t.points[k] = (TracePoint){point_at(l, i, k), spec_value(spec, i, k)};
    return t;
}

static void line_put(Lines *l, uint32_t i)
{
    Sketch *s = l->up.s;
    DlPaint paint = {.stroke = true,
                     .line_width = len_of(thick),
                     .stroke_colour =
                         i == 0 ? s->tools->style->accent : COLOUR_BLACK,
                     .dash = {dashes[i][0], dashes[i][1]}};
    Trace t = trace_of(l, i);
    trace_join(s, &t, &paint, true);
}

static void marker_outline(Outline *o, Spot at, int n)
{
    if (n == 0)
        outline_circle(o, at.x, at.y, radius);
    for (int i = 0; i < n; i++) {
        double angle = 2 * G_PI * i / n - G_PI / 2 + (n == 4 ? G_PI / 4 : 0);
        double x = at.x + radius * 1.25 * cos(angle);
        double y = at.y + radius * 1.25 * sin(angle);
        if (i == 0)
            outline_move(o, x, y);
        else
            outline_line(o, x, y);
    }
    if (n > 0)
        outline_close(o);
}

static void markers_put(Lines *l, uint32_t i)
{
    Sketch *s = l->up.s;
    Colour ink = i == 0 ? s->tools->style->accent : COLOUR_BLACK;
    DlPaint paint = {.fill = true,
                     .stroke = true,
                     .line_width = LEN_PT(1),
                     .fill_colour = hollow[i] ? COLOUR_WHITE : ink,
                     .stroke_colour = ink};
    Trace t = trace_of(l, i);
    for (uint32_t k = 0; k < t.n; k++) {
        if (!t.points[k].value->known)
            continue;
        marker_outline(s->outline, t.points[k].at, corners[i]);
        sketch_shape_of(s, LAYER_OVER, &paint, t.points[k].value->pos);
    }
    trace_note(s, &t, radius);
}

/* Names at the right. False when there are too many. */
static bool names_put(Lines *l, double bottom)
{
    const ChartSpec *spec = l->up.spec;
    size_t n = 0;
    for (uint32_t i = 0; i < spec->nseries; i++) {
        int k = last_known(spec, i);
        if (k >= 0)
            l->ends[n++].from = point_at(l, i, (uint32_t)k);
    }
    return ends_put(l->up.s, l->ends, n, l->up.right + END_GAP, END_RIGHT, 0,
                    bottom);
}

/* Figures beside the points before the last, where there is room. The ticks
 * tell the others; no name is lost. */
static void figures_put(Lines *l, uint32_t i)
{
    Sketch *s = l->up.s;
    for (uint32_t k = 0; (int)k < last_known(l->up.spec, i); k++) {
        const ChartValue *v = spec_value(l->up.spec, i, k);
        Spot at = point_at(l, i, k);
        Spot above = {at.x, at.y - point_gap}, below = {at.x, at.y + point_gap};
        if (!v->known)
            continue;
        Label *label =
            label_of(s, CHART_LABEL, (ChartText){v->text, v->pos}, 0);
        if (label_is_free(s, label, above, 0.5, 1))
            label_put(s, label, above, 0.5, 1);
        else if (label_is_free(s, label, below, 0.5, 0))
            label_put(s, label, below, 0.5, 0);
        else
            continue;
        label_plate(s, label, 1);
    }
}

const ChartDrawing *lines_draw(const ChartSpec *spec, const ChartTools *tools)
{
    static const double above = 19, below = 6;
    Lines l = {.up = {.s = sketch_new(tools), .spec = spec}};
    Upright *u = &l.up;
    if (!lines_plan(&l))
        return sketch_refuse(u->s, spec->pos);
    upright_put(u, above);
    if (!names_put(&l, upright_bottom(u) + below))
        return sketch_refuse(u->s, spec->pos);
    double end = upright_end(u, below + NAME_GAP);
    for (uint32_t i = 0; i < spec->nseries; i++)
        line_put(&l, i);
    for (uint32_t i = 0; i < spec->nseries; i++)
        markers_put(&l, i);
    ends_lead(u->s, l.ends, l.nends, END_RIGHT, radius + 1);
    for (uint32_t i = 0; i < spec->nseries; i++)
        figures_put(&l, i);
    return sketch_end(u->s, end, spec->pos);
}
