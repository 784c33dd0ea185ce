/*
 * Stacked columns: the parts of a category lie on one another, their sum stands
 * above. A figure that has no room in its part stands at the right of the
 * column on a leader; the last column names the series. What is too wide for
 * that is drawn as horizontal bars.
 */
#include "chart/ends.h"
#include "chart/upright.h"

#include <math.h>

typedef struct Stack {
    Label *sum;   /* NULL: a part is not known */
    double *from; /* amounts below part i; n + 1 of them */
} Stack;

typedef struct Stacked {
    Upright up;
    Stack *stacks;
    double filled;   /* part of a band that its column takes */
    bool all_beside; /* the last column may have all figures beside it */
    double names;    /* room beside the last column */
    double thick;    /* of a column */
} Stacked;

static const double inner = 2, above_inner = 1, beside = 8, sum_gap = 4,
                    sum_room = 24;

/* ---- measuring ---- */

static bool stack_set(Stacked *d, uint32_t k)
{
    Sketch *s = d->up.s;
    const ChartSpec *spec = d->up.spec;
    Arena *a = s->tools->arena;
    Stack *stack = &d->stacks[k];
    Decimal sum;
    if (!spec_sum(spec, k, &sum))
        return false;
    ChartText text = spec_figure(s, spec, sum, spec_value(spec, 0, k)->pos);
    if (spec_known(spec, k))
        stack->sum = label_of(s, CHART_VALUE, text, 0);
    stack->from = ARENA_ARRAY(a, double, spec->nseries + 1);
    for (uint32_t i = 0; i < spec->nseries; i++)
        stack->from[i + 1] = stack->from[i] + spec_amount(spec, i, k);
    return true;
}

static Extent stacks_extent(const Stacked *d)
{
    Extent e = {0, 0};
    for (uint32_t k = 0; k < d->up.spec->ncategories; k++)
        e.high = fmax(e.high, d->stacks[k].from[d->up.spec->nseries]);
    return e;
}

static bool stacks_set(Stacked *d)
{
    d->stacks =
        ARENA_ARRAY(d->up.s->tools->arena, Stack, d->up.spec->ncategories);
    for (uint32_t k = 0; k < d->up.spec->ncategories; k++)
        if (!stack_set(d, k))
            return false;
    return true;
}

static double part_top(const Stacked *d, uint32_t i, uint32_t k)
{
    return scale_at(&d->up.y, d->stacks[k].from[i + 1]);
}

static double part_middle(const Stacked *d, uint32_t i, uint32_t k)
{
    return (part_top(d, i, k) + scale_at(&d->up.y, d->stacks[k].from[i])) / 2;
}

/* Inside its part, in white on a dark one; NULL when there is no room. */
static Label *figure_inside(Stacked *d, uint32_t i, uint32_t k)
{
    const ChartValue *v = spec_value(d->up.spec, i, k);
    ChartText text = {v->text, v->pos};
    Label *l = fill_is_dark((FillKind)i)
                   ? label_white(d->up.s, CHART_LABEL, text)
                   : label_of(d->up.s, CHART_LABEL, text, 0);
    double high = 2 * (part_middle(d, i, k) - part_top(d, i, k));
    return l->w + 2 * inner <= d->thick && l->h + 2 * above_inner <= high
               ? l
               : NULL;
}

/* Beside its part: what it is called, too, when the column is the last. */
static Label *figure_beside(Stacked *d, uint32_t i, uint32_t k, bool inside)
{
    const ChartSpec *spec = d->up.spec;
    const ChartValue *v = spec_value(spec, i, k);
    if (k + 1 < spec->ncategories)
        return inside || v->text.n == 0
                   ? NULL
                   : label_of(d->up.s, CHART_LABEL,
                              (ChartText){v->text, v->pos}, 0);
    return inside ? label_of(d->up.s, CHART_LABEL, spec->series[i].name, 0)
                  : series_end_label(d->up.s, spec, i, k);
}

/* The names beside the last column, before anybody knows which figures stand
 * there, too. */
static double names_room(Stacked *d)
{
    const ChartSpec *spec = d->up.spec;
    double widest = 0;
    for (uint32_t i = 0; i < spec->nseries; i++)
        widest =
            fmax(widest,
                 figure_beside(d, i, spec->ncategories - 1, !d->all_beside)->w);
    return widest;
}

/* False when something is wider than its place. */
static bool stacked_plan(Stacked *d)
{
    static const double thickest = 64, between = 4;
    Upright *u = &d->up;
    if (!stacks_set(d))
        return false;
    d->names = names_room(d);
    double right = u->s->width - d->names - END_GAP;
    if (!upright_plan(u, stacks_extent(d), right, u->spec->ncategories))
        return false;
    d->thick = fmin(u->band * d->filled, thickest);
    for (uint32_t k = 0; k < u->spec->ncategories; k++)
        if (d->stacks[k].sum && d->stacks[k].sum->w + between > u->band)
            return false;
    return true;
}

/* ---- drawing ---- */

/* The figures that do not stand in the parts; false when they have no room
 * before the next column. */
static bool beside_put(Stacked *d, uint32_t k, End *ends, size_t n)
{
    Upright *u = &d->up;
    double x = upright_middle(u, k) + d->thick / 2;
    bool last = k + 1 == u->spec->ncategories;
    double room = last ? d->names : u->band - d->thick - beside - 2 * inner;
    double at = last ? u->right + END_GAP : x + beside;
    if (ends_width(ends, n) > room ||
        !ends_put(u->s, ends, n, at, END_RIGHT, u->y.at - u->height - beside,
                  u->y.at))
        return false;
    for (size_t i = 0; i < n; i++) {
        const Box *box = &ends[i].label->box;
        Spot line[] = {{x, ends[i].from.y},
                       {box->x - inner, box->y + box->h / 2}};
        sketch_leader(u->s, line, 2);
        label_plate(u->s, ends[i].label, inner);
    }
    return true;
}

static int part_put(Stacked *d, uint32_t i, uint32_t k)
{
    const ChartValue *v = spec_value(d->up.spec, i, k);
    double x = upright_middle(&d->up, k) - d->thick / 2;
    double y = part_top(d, i, k);
    Box box = {x, y, d->thick, 2 * (part_middle(d, i, k) - y)};
    return box.h > 0 ? sketch_bar(d->up.s, box, (FillKind)i, v->pos) : -1;
}

static bool stack_put(Stacked *d, uint32_t k)
{
    Upright *u = &d->up;
    End *ends = ARENA_ARRAY(u->s->tools->arena, End, u->spec->nseries);
    double x = upright_middle(u, k), y = part_top(d, u->spec->nseries - 1, k);
    size_t n = 0;
    for (uint32_t i = 0; i < u->spec->nseries; i++) {
        int mark = part_put(d, i, k);
        Spot middle = {x, part_middle(d, i, k)};
        Label *in = figure_inside(d, i, k);
        Label *out = figure_beside(d, i, k, in);
        if (in)
            label_put_in(u->s, in, middle, 0.5, 0.5, mark);
        if (out)
            ends[n++] = (End){out, {x + d->thick / 2, middle.y}};
    }
    if (!beside_put(d, k, ends, n))
        return false;
    if (!d->stacks[k].sum)
        return true;
    if (n > 0 && k + 1 < u->spec->ncategories)
        y = fmin(y, ends[0].label->box.y);
    label_put(u->s, d->stacks[k].sum, (Spot){x, y - sum_gap}, 0.5, 1);
    label_plate(u->s, d->stacks[k].sum, inner);
    return true;
}

static bool stacked_put(Stacked *d)
{
    Upright *u = &d->up;
    upright_put(u, sum_room);
    for (uint32_t k = 0; k < u->spec->ncategories; k++)
        if (!stack_put(d, k))
            return false;
    return true;
}

/* Slimmer columns leave more room for figures beside them. */
const ChartDrawing *stacked_draw(const ChartSpec *spec, const ChartTools *tools)
{
    static const struct {
        double filled;
        bool all_beside;
    } tries[] = {{0.56, false}, {0.56, true}, {0.46, true}, {0.36, true}};
    static const double height = 190;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        Stacked d = {
            .up = {.s = sketch_new(tools), .spec = spec, .height = height},
            .filled = tries[i].filled,
            .all_beside = tries[i].all_beside};
        if (stacked_plan(&d) && stacked_put(&d))
            return sketch_end(d.up.s, upright_end(&d.up, NAME_GAP), spec->pos);
        sketch_drop(d.up.s);
    }
    return composition_draw(spec, tools);
}
