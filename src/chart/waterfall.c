/*
 * Waterfall: how one total becomes another (당초 → 추경). Totals stand on zero,
 * each change on what came before, and lines carry the height over. The first
 * category is a total; when the last is none, the sum is added behind it.
 */
#include "chart/upright.h"

#include <math.h>

typedef struct Waterfall {
    Upright up;
    ChartSpec spec; /* with the sum behind it */
    double *from, *to;
    Label **figures;
    double thick;
    double room; /* of a figure, with its gap */
} Waterfall;

static const double height = 180, value_gap = 4;

/* ---- adding up ---- */

static bool is_level(const ChartSpec *spec, uint32_t k)
{
    return k == 0 || (spec->levels && spec->levels[k]);
}

/* Could rounding account for the difference? Every figure may be half a unit
 * of its last place away from the truth (K-100). */
static bool rounding_tells(const ChartSpec *spec, Decimal difference,
                           uint32_t terms)
{
    Decimal room = decimal_from_int(5 * ((int64_t)terms + 1));
    return decimal_shift(room, -spec->digits - 1, &room) &&
           decimal_cmp(decimal_abs(difference), room) <= 0;
}

static bool level_check(Waterfall *w, uint32_t k, Decimal sum, uint32_t terms)
{
    const ChartSpec *spec = w->up.spec;
    Diags *diags = w->up.s->tools->diags;
    const ChartValue *v = spec_value(spec, 0, k);
    Decimal difference;
    if (decimal_sub(sum, v->number, &difference) &&
        (terms == 0 || rounding_tells(spec, difference, terms)))
        return true;
    diag(diags, DIAG_CHART_STEPS, v->pos,
         diag_str(diags, spec->categories[k].text), diag_str(diags, v->text),
         diag_str(diags, spec_figure(w->up.s, spec, sum, v->pos).text));
    return false;
}

/* Where every bar begins and ends; false when a total is not what the changes
 * before it add up to. */
static bool steps_set(Waterfall *w, Decimal *sum)
{
    const ChartSpec *spec = w->up.spec;
    uint32_t terms = 0;
    *sum = DECIMAL_ZERO;
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        const ChartValue *v = spec_value(spec, 0, k);
        if (is_level(spec, k)) {
            if (!level_check(w, k, *sum, terms))
                return false;
            *sum = v->number;
            terms = 1;
            w->to[k] = decimal_value(*sum);
            continue;
        }
        w->from[k] = decimal_value(*sum);
        if (!decimal_add(*sum, v->number, sum)) {
            diag(w->up.s->tools->diags, DIAG_CHART_SUM, v->pos,
                 diag_str(w->up.s->tools->diags, v->text));
            return false;
        }
        w->to[k] = decimal_value(*sum);
        terms++;
    }
    return true;
}

/* The sum behind the last change, as a category of its own. */
static void sum_add(Waterfall *w, Decimal sum)
{
    const ChartSpec *given = w->up.spec;
    Arena *a = w->up.s->tools->arena;
    uint32_t n = given->ncategories;
    ChartText *names = ARENA_ARRAY(a, ChartText, n + 1);
    ChartValue *values = ARENA_ARRAY(a, ChartValue, n + 1);
    ChartSeries *series = ARENA_NEW(a, ChartSeries);
    bool *levels = ARENA_ARRAY(a, bool, n + 1);
    for (uint32_t k = 0; k < n; k++) {
        names[k] = given->categories[k];
        values[k] = given->series[0].values[k];
        levels[k] = is_level(given, k);
    }
    ChartText text = spec_figure(w->up.s, given, sum, values[0].pos);
    names[n] = given->total;
    values[n] = (ChartValue){true, sum, text.text, text.pos};
    levels[n] = true;
    w->to[n] = decimal_value(sum);
    *series = (ChartSeries){given->series[0].name, values};
    w->spec = *given;
    w->spec.ncategories = n + 1;
    w->spec.categories = names;
    w->spec.series = series;
    w->spec.levels = levels;
    w->up.spec = &w->spec;
}

static bool waterfall_set(Waterfall *w)
{
    Arena *a = w->up.s->tools->arena;
    uint32_t n = w->up.spec->ncategories;
    Decimal sum;
    w->from = ARENA_ARRAY(a, double, n + 1);
    w->to = ARENA_ARRAY(a, double, n + 1);
    if (!steps_set(w, &sum))
        return false;
    if (n == 1 || !is_level(w->up.spec, n - 1))
        sum_add(w, sum);
    return true;
}

/* ---- measuring ---- */

static Extent waterfall_extent(const Waterfall *w)
{
    Extent e = {0, 0};
    for (uint32_t k = 0; k < w->up.spec->ncategories; k++) {
        e.low = fmin(e.low, fmin(w->from[k], w->to[k]));
        e.high = fmax(e.high, fmax(w->from[k], w->to[k]));
    }
    return e;
}

/* False when a name or figure is wider than its band. */
static bool waterfall_plan(Waterfall *w)
{
    static const double filled = 0.6, thickest = 48, between = 4;
    Upright *u = &w->up;
    uint32_t n = u->spec->ncategories;
    bool fits = upright_plan(u, waterfall_extent(w), u->s->width, n) ||
                upright_stagger(u);
    w->thick = fmin(u->band * filled, thickest);
    w->figures = ARENA_ARRAY(u->s->tools->arena, Label *, n);
    for (uint32_t k = 0; k < n; k++) {
        const ChartValue *v = spec_value(u->spec, 0, k);
        w->figures[k] =
            label_of(u->s, CHART_VALUE, (ChartText){v->text, v->pos}, 0);
        fits &= w->figures[k]->w + between <= u->band;
    }
    return fits;
}

/* ---- drawing ---- */

static FillKind step_fill(const Waterfall *w, uint32_t k)
{
    if (is_level(w->up.spec, k))
        return FILL_ACCENT;
    return w->to[k] < w->from[k] ? FILL_HATCH : FILL_WHITE;
}

/* Where labels end and names begin. */
static double lowest(const Waterfall *w)
{
    return upright_bottom(&w->up) + (w->up.axis.ticks.low < 0 ? w->room : 0);
}

/* A change that is none is a line on the height it leaves. */
static void step_put(Waterfall *w, uint32_t k)
{
    Upright *u = &w->up;
    double x = upright_middle(u, k) - w->thick / 2;
    double from = scale_at(&u->y, w->from[k]), to = scale_at(&u->y, w->to[k]);
    Box box = {x, fmin(from, to), w->thick, fabs(to - from)};
    /* Under a bar that falls, unless the names are there. The figure of one
     * that ends at the lowest tick has just room. */
    static const double slack = 0.01;
    double under = to + value_gap + w->figures[k]->h;
    bool falls = to > from && under <= lowest(w) + slack;
    double edge = falls ? box.y + box.h + value_gap : box.y - value_gap;
    if (box.h > 0)
        sketch_bar(u->s, box, step_fill(w, k), spec_value(u->spec, 0, k)->pos);
    else
        sketch_line(u->s, LAYER_OVER, (Spot){x, to}, (Spot){x + w->thick, to},
                    AXIS_THICK);
    label_put(u->s, w->figures[k], (Spot){upright_middle(u, k), edge}, 0.5,
              falls ? 0 : 1);
    label_plate(u->s, w->figures[k], 2);
}

/* From a bar to the next one, at the height that is handed over. */
static void carry_put(Waterfall *w, uint32_t k)
{
    Upright *u = &w->up;
    double y = scale_at(&u->y, w->to[k]);
    Spot from = {upright_middle(u, k) + w->thick / 2, y};
    Spot to = {upright_middle(u, k + 1) - w->thick / 2, y};
    sketch_line(u->s, LAYER_OVER, from, to, AXIS_THICK);
    sketch_wire(u->s, from, to);
}

static double waterfall_legend(Waterfall *w)
{
    static const double below = 8;
    Sketch *s = w->up.s;
    const ChartText rises = {STR("늘어남"), w->up.spec->pos};
    const ChartText falls = {STR("줄어듦"), w->up.spec->pos};
    const LegendEntry entries[] = {{rises, FILL_WHITE}, {falls, FILL_HATCH}};
    return legend_entries(s, entries, 2, s->width, 0) + below;
}

static const ChartDrawing *waterfall_put(Waterfall *w)
{
    Upright *u = &w->up;
    uint32_t n = u->spec->ncategories;
    w->room = w->figures[0]->h + value_gap;
    upright_put(u, waterfall_legend(w) + w->room);
    for (uint32_t k = 0; k < n; k++)
        step_put(w, k);
    for (uint32_t k = 0; k + 1 < n; k++)
        carry_put(w, k);
    double low = lowest(w) - upright_bottom(u);
    return sketch_end(u->s, upright_end(u, low + NAME_GAP), u->spec->pos);
}

const ChartDrawing *waterfall_draw(const ChartSpec *spec,
                                   const ChartTools *tools)
{
    Waterfall w = {
        .up = {.s = sketch_new(tools), .spec = spec, .height = height}};
    if (!waterfall_set(&w)) {
        sketch_drop(w.up.s);
        return NULL;
    }
    return waterfall_plan(&w) ? waterfall_put(&w)
                              : sketch_refuse(w.up.s, spec->pos);
}
