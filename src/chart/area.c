/*
 * Area: the land under a line. Several series lie on one another, so that the
 * upper edge is their sum; where one of them is not known there is no sum, and
 * the land has a gap. The scale begins at zero.
 */
#include "chart/ends.h"
#include "chart/upright.h"

#include <math.h>

typedef struct Area {
    Upright up;
    double *sums; /* before series i, in category k: [i * n + k], n + 1 rows */
    End *ends;
    int last; /* category that the ends stand at; -1: none is known */
} Area;

/* ---- amounts ---- */

static double *sum_at(const Area *a, uint32_t i, uint32_t k)
{
    return &a->sums[i * a->up.spec->ncategories + k];
}

/* False when no category is known in all series. */
static bool sums_set(Area *a)
{
    const ChartSpec *spec = a->up.spec;
    a->sums = ARENA_ARRAY(a->up.s->tools->arena, double,
                          (size_t)(spec->nseries + 1) * spec->ncategories);
    a->last = -1;
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        for (uint32_t i = 0; i < spec->nseries; i++)
            *sum_at(a, i + 1, k) = *sum_at(a, i, k) + spec_amount(spec, i, k);
        if (spec_known(spec, k))
            a->last = (int)k;
    }
    return a->last >= 0;
}

static Extent sums_extent(const Area *a)
{
    Extent e = {0, 0};
    for (uint32_t k = 0; k < a->up.spec->ncategories; k++)
        e.high = fmax(e.high, *sum_at(a, a->up.spec->nseries, k));
    return e;
}

static bool area_plan(Area *a)
{
    Upright *u = &a->up;
    const ChartSpec *spec = u->spec;
    Extent e = sums_extent(a);
    a->ends = ARENA_ARRAY(u->s->tools->arena, End, spec->nseries);
    for (uint32_t i = 0; i < spec->nseries; i++)
        a->ends[i].label = series_end_label(u->s, spec, i, (uint32_t)a->last);
    double right = u->s->width - ends_width(a->ends, spec->nseries) - END_GAP;
    bool fits = upright_plan(u, e, right, spec->ncategories - 0.5);
    return u->band > 0 && (fits || upright_stagger(u));
}

/* ---- the land ---- */

/* Halfway between two categories; of the land, or of what it lies on. */
static Spot edge_between(const Area *a, uint32_t i, uint32_t k, uint32_t next)
{
    const Upright *u = &a->up;
    double amount = (*sum_at(a, i, k) + *sum_at(a, i, next)) / 2;
    return (Spot){(upright_middle(u, k) + upright_middle(u, next)) / 2,
                  scale_at(&u->y, amount)};
}

static Spot edge_at(const Area *a, uint32_t i, uint32_t k)
{
    const Upright *u = &a->up;
    return (Spot){upright_middle(u, k), scale_at(&u->y, *sum_at(a, i, k))};
}

/* Does the land go on from category k to `next`? */
static bool goes_on(const Area *a, uint32_t k, uint32_t next)
{
    const ChartSpec *spec = a->up.spec;
    return next < spec->ncategories && spec_known(spec, k) &&
           spec_known(spec, next);
}

/* What a category covers: half the way to each neighbour, or a narrow strip
 * when it has none. It is the mark of its cell. */
static void piece_note(Area *a, uint32_t i, uint32_t k)
{
    static const double strip = 2;
    bool before = goes_on(a, k, k - 1), after = goes_on(a, k, k + 1);
    Spot *b = ARENA_ARRAY(a->up.s->tools->arena, Spot, 6);
    for (uint32_t side = 0; side < 2; side++) {
        uint32_t row = i + 1 - side;
        Spot at = edge_at(a, row, k);
        Spot left = before ? edge_between(a, row, k, k - 1)
                           : (Spot){at.x - (after ? 0 : strip), at.y};
        Spot right = after ? edge_between(a, row, k, k + 1)
                           : (Spot){at.x + (before ? 0 : strip), at.y};
        Spot way[] = {left, at, right};
        for (int n = 0; n < 3; n++)
            b[side * 3 + (uint32_t)n] = way[side ? 2 - n : n];
    }
    sketch_note_shape(a->up.s, b, 6, (FillKind)i,
                      spec_value(a->up.spec, i, k)->pos);
}

/* One unbroken stretch of a series, from category `from` to `to`. */
static void stretch_put(Area *a, uint32_t i, uint32_t from, uint32_t to)
{
    static const double strip = 2;
    Outline *o = a->up.s->outline;
    double more = from == to ? strip : 0;
    DlPaint paint = fill_paint(a->up.s->tools->style, (FillKind)i);
    Spot first = edge_at(a, i + 1, from), last = edge_at(a, i, to);
    outline_move(o, first.x - more, first.y);
    for (uint32_t k = from; k <= to; k++)
        outline_line(o, edge_at(a, i + 1, k).x + more, edge_at(a, i + 1, k).y);
    outline_line(o, last.x + more, last.y);
    for (uint32_t k = to + 1; k-- > from;)
        outline_line(o, edge_at(a, i, k).x - more, edge_at(a, i, k).y);
    outline_close(o);
    sketch_shape(a->up.s, LAYER_MARK, &paint);
    for (uint32_t k = from; k <= to; k++)
        piece_note(a, i, k);
}

static void series_put(Area *a, uint32_t i)
{
    const ChartSpec *spec = a->up.spec;
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        uint32_t from = k;
        if (!spec_known(spec, k))
            continue;
        while (goes_on(a, k, k + 1))
            k++;
        stretch_put(a, i, from, k);
    }
}

/* ---- labels ---- */

/* The names stand beside the middle of their land. */
static bool names_put(Area *a, double bottom)
{
    const ChartSpec *spec = a->up.spec;
    uint32_t last = (uint32_t)a->last;
    for (uint32_t i = 0; i < spec->nseries; i++) {
        double y = (edge_at(a, i, last).y + edge_at(a, i + 1, last).y) / 2;
        a->ends[i].from = (Spot){upright_middle(&a->up, last), y};
    }
    return ends_put(a->up.s, a->ends, spec->nseries, a->up.right + END_GAP,
                    END_RIGHT, 0, bottom);
}

/* The sum over each category, where there is room; of one series, its figure.
 * The names at the right tell the figures of the last category. */
static void sums_put(Area *a)
{
    static const double gap = 5;
    const ChartSpec *spec = a->up.spec;
    Sketch *s = a->up.s;
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        Decimal sum;
        const ChartValue *v = spec_value(spec, 0, k);
        Spot at = edge_at(a, spec->nseries, k);
        bool told = spec->nseries == 1 && (int)k == a->last;
        if (told || !spec_known(spec, k) || !spec_sum(spec, k, &sum))
            continue;
        ChartText text = spec->nseries == 1 ? (ChartText){v->text, v->pos}
                                            : spec_figure(s, spec, sum, v->pos);
        Label *l = label_of(s, CHART_VALUE, text, 0);
        if (!label_is_free(s, l, (Spot){at.x, at.y - gap}, 0.5, 1))
            continue;
        label_put(s, l, (Spot){at.x, at.y - gap}, 0.5, 1);
        label_plate(s, l, 1);
    }
}

const ChartDrawing *area_draw(const ChartSpec *spec, const ChartTools *tools)
{
    static const double above = 18, off = 2;
    Area a = {.up = {.s = sketch_new(tools), .spec = spec}};
    Upright *u = &a.up;
    if (!sums_set(&a)) {
        diag0(tools->diags, DIAG_CHART_EMPTY, spec->pos);
        sketch_drop(u->s);
        return NULL;
    }
    if (!area_plan(&a))
        return sketch_refuse(u->s, spec->pos);
    upright_put(u, above);
    if (!names_put(&a, upright_bottom(u)))
        return sketch_refuse(u->s, spec->pos);
    double end = upright_end(u, NAME_GAP);
    for (uint32_t i = 0; i < spec->nseries; i++)
        series_put(&a, i);
    ends_lead(u->s, a.ends, spec->nseries, END_RIGHT, off);
    sums_put(&a);
    return sketch_end(u->s, end, spec->pos);
}
