/*
 * Bars: amounts side by side, horizontal, one bar a series. Every bar carries
 * its figure.
 */
#include "chart/values.h"

#include <math.h>

typedef struct Rows {
    Sketch *s;
    const ChartSpec *spec;
    Values values;
    Names names;
    Axis axis;
    Scale x;
    double thick; /* of a bar */
    double left;  /* names end here */
} Rows;

static const double thick_single = 20, thick_grouped = 14, rows_gap = 10;

static bool rows_plan(Rows *r)
{
    static const double smallest = 60;
    Sketch *s = r->s;
    r->values = values_set(s, r->spec);
    r->names = names_set(s, r->spec, names_measure(s->width));
    r->left = r->names.width + NAME_GAP;
    double room = s->width - r->left - r->values.left - r->values.right;
    Ticks t = extent_ticks(spec_extent(r->spec, true), ticks_wanted(room, 90));
    r->axis = axis_set(s, t, r->spec);
    double half = r->axis.widest / 2;
    room -= fmax(0, half - r->values.right) + fmax(0, half - r->values.left);
    r->x = (Scale){t.low, t.high, r->left + fmax(r->values.left, half), room};
    return room >= smallest;
}

static void row_bar(Rows *r, uint32_t i, uint32_t k, double y)
{
    const ChartValue *v = spec_value(r->spec, i, k);
    double amount = spec_amount(r->spec, i, k);
    double zero = scale_at(&r->x, 0), end = scale_at(&r->x, amount);
    Label *l = value_label(&r->values, r->spec, i, k);
    Box box = {fmin(zero, end), y, fabs(end - zero), r->thick};
    double out = amount < 0 ? -VALUE_GAP : VALUE_GAP;
    if (box.w > 0)
        sketch_bar(r->s, box, (FillKind)i, v->pos);
    label_put(r->s, l, (Spot){end + out, y + r->thick / 2}, amount < 0, 0.5);
    label_plate(r->s, l, 2);
}

static double rows_put(Rows *r, double y)
{
    double group = r->thick * r->spec->nseries;
    for (uint32_t k = 0; k < r->spec->ncategories; k++) {
        Label *name = r->names.labels[k];
        double room = fmax(group, name->h);
        double top = y + (room - group) / 2;
        for (uint32_t i = 0; i < r->spec->nseries; i++)
            row_bar(r, i, k, top + i * r->thick);
        label_put(r->s, name, (Spot){r->left - NAME_GAP, y + room / 2}, 1, 0.5);
        y += room + rows_gap;
    }
    return y;
}

const ChartDrawing *bars_draw(const ChartSpec *spec, const ChartTools *tools)
{
    Rows r = {.s = sketch_new(tools),
              .spec = spec,
              .thick = spec->nseries > 1 ? thick_grouped : thick_single};
    if (!rows_plan(&r))
        return sketch_refuse(r.s, spec->pos);
    double top = legend_room(r.s, spec);
    double bottom = rows_put(&r, top + rows_gap);
    double end = axis_across(r.s, &r.axis, &r.x, top, bottom);
    return sketch_end(r.s, end, spec->pos);
}
