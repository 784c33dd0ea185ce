/*
 * Columns: bars that stand, one a series. Every one carries its figure. They
 * turn to horizontal bars when a name or a figure is wider than its place.
 */
#include "chart/upright.h"
#include "chart/values.h"

#include <math.h>

typedef struct Columns {
    Upright up;
    Values values;
    double thick; /* of a bar */
} Columns;

/* False when something is wider than its place. */
static bool columns_plan(Columns *c)
{
    static const double filled = 0.7, thickest = 34, between = 4;
    Upright *u = &c->up;
    uint32_t n = u->spec->nseries;
    bool fits = upright_plan(u, spec_extent(u->spec, true), u->s->width,
                             u->spec->ncategories);
    c->values = values_set(u->s, u->spec);
    c->thick = fmin(u->band * filled / n, thickest * (n > 1 ? 1.3 : 1));
    double widest = fmax(c->values.left, c->values.right) - VALUE_GAP;
    double slot = n > 1 ? c->thick : u->band;
    return fits && widest + between <= slot;
}

static void column_put(Columns *c, uint32_t i, uint32_t k)
{
    Upright *u = &c->up;
    const ChartValue *v = spec_value(u->spec, i, k);
    double amount = spec_amount(u->spec, i, k);
    double zero = scale_at(&u->y, 0), end = scale_at(&u->y, amount);
    double group = c->thick * u->spec->nseries;
    double x = upright_middle(u, k) - group / 2 + c->thick * i;
    Label *l = value_label(&c->values, u->spec, i, k);
    Box box = {x, fmin(zero, end), c->thick, fabs(end - zero)};
    double out = amount < 0 ? VALUE_GAP : -VALUE_GAP;
    if (box.h > 0)
        sketch_bar(u->s, box, (FillKind)i, v->pos);
    label_put(u->s, l, (Spot){x + c->thick / 2, end + out}, 0.5,
              amount < 0 ? 0 : 1);
    label_plate(u->s, l, 2);
}

static const ChartDrawing *columns_put(Columns *c)
{
    Upright *u = &c->up;
    double room = c->values.highest + VALUE_GAP;
    double low = u->axis.ticks.low < 0 ? room : 0;
    upright_put(u, legend_room(u->s, u->spec) + room);
    for (uint32_t k = 0; k < u->spec->ncategories; k++)
        for (uint32_t i = 0; i < u->spec->nseries; i++)
            column_put(c, i, k);
    return sketch_end(u->s, upright_end(u, low + NAME_GAP), u->spec->pos);
}

const ChartDrawing *columns_draw(const ChartSpec *spec, const ChartTools *tools)
{
    Columns c = {.up = {.s = sketch_new(tools), .spec = spec}};
    if (columns_plan(&c))
        return columns_put(&c);
    sketch_drop(c.up.s);
    return bars_draw(spec, tools);
}
