/* Classes of a map: equal steps, or steps that grow with the figures. */
#include "chart/classes.h"

#include "chart/plot.h"

#include <math.h>

int class_of(const Classes *c, Decimal v)
{
    int i = 0;
    while (i + 1 < c->n && decimal_cmp(v, c->starts[i + 1]) >= 0)
        i++;
    return i;
}

static Extent places_extent(const MapSpec *spec)
{
    Extent e = {INFINITY, -INFINITY};
    for (uint32_t i = 0; i < spec->n; i++) {
        const ChartValue *v = &spec->places[i].value;
        if (!v->known)
            continue;
        e.low = fmin(e.low, decimal_value(v->number));
        e.high = fmax(e.high, decimal_value(v->number));
    }
    return e;
}

/* ---- equal steps ---- */

static void steps_find(const MapSpec *spec, const ChartTools *tools, Extent e,
                       Classes *out)
{
    Ticks t;
    Str words[MOST_CLASSES + 1];
    int want = MOST_CLASSES;
    do
        t = extent_ticks(e, want);
    while (t.n - 1 > MOST_CLASSES && --want >= 2);
    ticks_print(&t, spec->power, spec->after, tools->negative, tools->arena,
                words);
    out->n = t.n - 1;
    for (int i = 0; i < out->n; i++) {
        out->starts[i] = ticks_at(&t, i);
        out->names[i] = str_printf(tools->arena, STR_FMT "~" STR_FMT,
                                   STR_ARG(words[i]), STR_ARG(words[i + 1]));
    }
}

/* ---- how places spread ---- */

typedef struct Spread {
    uint32_t known, most; /* places with a figure; in the fullest class */
    uint32_t cost;        /* squares of the counts: least when even */
} Spread;

static Spread spread_of(const Classes *c, const MapSpec *spec)
{
    Spread s = {0, 0, 0};
    uint32_t counts[MOST_CLASSES] = {0};
    for (uint32_t i = 0; i < spec->n; i++)
        if (spec->places[i].value.known)
            counts[class_of(c, spec->places[i].value.number)]++;
    for (int i = 0; i < c->n; i++) {
        s.known += counts[i];
        s.most = counts[i] > s.most ? counts[i] : s.most;
        s.cost += counts[i] * counts[i];
    }
    return s;
}

static bool is_lopsided(Spread s)
{
    enum { FEW = 6 }; /* places of which any classes say enough */
    return s.known >= FEW && 3 * s.most > 2 * s.known;
}

/* ---- growing steps ---- */

enum { DECADES = 4, RUNGS = 3 * DECADES, GROWING = 4 };

/* 1, 2 and 5 times powers of ten between the two, in the last decades below
 * the larger one. */
static int rungs_between(Extent e, Decimal *out)
{
    static const int nice[] = {1, 2, 5};
    int n = 0, top = (int)floor(log10(e.high));
    for (int i = 0; i < RUNGS; i++) {
        Decimal d = decimal_from_int(nice[i % 3]);
        if (!decimal_shift(d, top - DECADES + 1 + i / 3, &d))
            continue;
        double v = decimal_value(d);
        if (v > e.low && v <= e.high)
            out[n++] = decimal_trim(d);
    }
    return n;
}

/* The three rungs that spread the places most evenly. */
static bool rungs_choose(const MapSpec *spec, const Decimal *rungs, int n,
                         Classes *best)
{
    uint32_t least = UINT32_MAX;
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++)
            for (int k = j + 1; k < n; k++) {
                Classes c = {GROWING,
                             {DECIMAL_ZERO, rungs[i], rungs[j], rungs[k]},
                             {{0}}};
                Spread s = spread_of(&c, spec);
                if (s.cost < least)
                    least = s.cost, *best = c;
            }
    return least < UINT32_MAX;
}

static void growing_name(const MapSpec *spec, const ChartTools *tools,
                         Classes *c)
{
    Arena *a = tools->arena;
    Str w[GROWING];
    amounts_print(c->starts, c->n, spec->power, spec->after, tools->negative, a,
                  w);
    c->names[0] = str_printf(a, STR_FMT " 미만", STR_ARG(w[1]));
    for (int i = 1; i + 1 < c->n; i++)
        c->names[i] = str_printf(a, STR_FMT "~" STR_FMT, STR_ARG(w[i]),
                                 STR_ARG(w[i + 1]));
    c->names[c->n - 1] = str_printf(a, STR_FMT " 이상", STR_ARG(w[c->n - 1]));
}

bool classes_find(const MapSpec *spec, const ChartTools *tools, Classes *out)
{
    Decimal rungs[RUNGS];
    Classes growing;
    Extent e = places_extent(spec);
    if (e.low > e.high)
        return false;
    steps_find(spec, tools, e, out);
    Spread equal = spread_of(out, spec);
    if (e.low < 0 || !is_lopsided(equal) ||
        !rungs_choose(spec, rungs, rungs_between(e, rungs), &growing) ||
        spread_of(&growing, spec).most >= equal.most)
        return true;
    growing_name(spec, tools, &growing);
    *out = growing;
    return true;
}
