/*
 * Bars: amounts side by side, horizontal or vertical, one bar a series. Every
 * bar carries its figure. Vertical ones turn to horizontal when a name or a
 * figure is wider than its place.
 */
#include "chart/plot.h"

#include <math.h>

static const double value_gap = 4, name_gap = 8;

/* The labels of the figures; one a bar, category by category. */
typedef struct Values {
    Label **labels;
    double right, left; /* the widest of those at or over zero, below it */
    double highest;
} Values;

static Label **value_at(const Values *v, const ChartSpec *spec, uint32_t i,
                        uint32_t k)
{
    return &v->labels[k * spec->nseries + i];
}

static Values values_set(Sketch *s, const ChartSpec *spec)
{
    Values v = {.labels =
                    ARENA_ARRAY(s->tools->arena, Label *,
                                (size_t)spec->ncategories * spec->nseries)};
    for (uint32_t k = 0; k < spec->ncategories; k++)
        for (uint32_t i = 0; i < spec->nseries; i++) {
            const ChartValue *value = spec_value(spec, i, k);
            Label *l = label_of(s, CHART_VALUE,
                                (ChartText){value->text, value->pos}, 0);
            bool below = spec_amount(spec, i, k) < 0;
            *value_at(&v, spec, i, k) = l;
            v.left = fmax(v.left, below ? l->w + value_gap : 0);
            v.right = fmax(v.right, below ? 0 : l->w + value_gap);
            v.highest = fmax(v.highest, l->h);
        }
    return v;
}

static double legend_room(Sketch *s, const ChartSpec *spec)
{
    static const double below = 8;
    return spec->nseries > 1 ? legend_put(s, spec, 0) + below : 0;
}

/* ---- horizontal ---- */

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
    r->left = r->names.width + name_gap;
    double room = s->width - r->left - r->values.left - r->values.right;
    Ticks t = extent_ticks(spec_extent(r->spec, true), ticks_wanted(room, 90));
    r->axis = axis_set(s, t, r->spec->power, "", r->spec->pos);
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
    Label *l = *value_at(&r->values, r->spec, i, k);
    Box box = {fmin(zero, end), y, fabs(end - zero), r->thick};
    double out = amount < 0 ? -value_gap : value_gap;
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
        label_put(r->s, name, (Spot){r->left - name_gap, y + room / 2}, 1, 0.5);
        y += room + rows_gap;
    }
    return y;
}

const ChartDrawing *bars_draw(const ChartSpec *spec, const ChartTools *tools)
{
    Rows r = {.s = sketch_new(tools),
              .spec = spec,
              .thick = spec->nseries > 1 ? thick_grouped : thick_single};
    if (!rows_plan(&r)) {
        diag0(tools->diags, DIAG_CHART_CROWDED, spec->pos);
        sketch_drop(r.s);
        return NULL;
    }
    double top = legend_room(r.s, spec);
    double bottom = rows_put(&r, top + rows_gap);
    double end = axis_across(r.s, &r.axis, &r.x, top, bottom);
    return sketch_end(r.s, end, spec->pos);
}

/* ---- vertical ---- */

typedef struct Columns {
    Sketch *s;
    const ChartSpec *spec;
    Values values;
    Names names;
    Axis axis;
    Scale y;
    double left, band, thick;
} Columns;

static const double plot_height = 150, between = 4;

/* False when something is wider than its place. */
static bool columns_plan(Columns *c)
{
    static const double filled = 0.7, thickest = 34, tick_gap = 6;
    uint32_t n = c->spec->nseries;
    Ticks t =
        extent_ticks(spec_extent(c->spec, true), ticks_wanted(plot_height, 32));
    c->axis = axis_set(c->s, t, c->spec->power, "", c->spec->pos);
    c->values = values_set(c->s, c->spec);
    c->left = c->axis.widest + tick_gap;
    c->band = (c->s->width - c->left) / c->spec->ncategories;
    c->thick = fmin(c->band * filled / n, thickest * (n > 1 ? 1.3 : 1));
    c->names = names_set(c->s, c->spec, c->band - between);
    double widest = fmax(c->values.left, c->values.right) - value_gap;
    double slot = n > 1 ? c->thick : c->band;
    return names_fit(&c->names, c->band - between) && widest + between <= slot;
}

static void column_bar(Columns *c, uint32_t i, uint32_t k)
{
    const ChartValue *v = spec_value(c->spec, i, k);
    double amount = spec_amount(c->spec, i, k);
    double zero = scale_at(&c->y, 0), end = scale_at(&c->y, amount);
    double group = c->thick * c->spec->nseries;
    double x = c->left + c->band * (k + 0.5) - group / 2 + c->thick * i;
    Label *l = *value_at(&c->values, c->spec, i, k);
    Box box = {x, fmin(zero, end), c->thick, fabs(end - zero)};
    double out = amount < 0 ? value_gap : -value_gap;
    if (box.h > 0)
        sketch_bar(c->s, box, (FillKind)i, v->pos);
    label_put(c->s, l, (Spot){x + c->thick / 2, end + out}, 0.5,
              amount < 0 ? 0 : 1);
    label_plate(c->s, l, 2);
}

static const ChartDrawing *columns_put(Columns *c)
{
    double room = c->values.highest + value_gap;
    double top = legend_room(c->s, c->spec) + room;
    double low = c->axis.ticks.low < 0 ? room : 0, bottom = top + plot_height;
    c->y = (Scale){c->axis.ticks.low, c->axis.ticks.high, bottom, -plot_height};
    axis_up(c->s, &c->axis, &c->y, c->left, c->s->width);
    for (uint32_t k = 0; k < c->spec->ncategories; k++) {
        for (uint32_t i = 0; i < c->spec->nseries; i++)
            column_bar(c, i, k);
        label_put(
            c->s, c->names.labels[k],
            (Spot){c->left + c->band * (k + 0.5), bottom + low + name_gap}, 0.5,
            0);
    }
    return sketch_end(c->s, bottom + low + name_gap + c->names.height,
                      c->spec->pos);
}

const ChartDrawing *columns_draw(const ChartSpec *spec, const ChartTools *tools)
{
    Columns c = {.s = sketch_new(tools), .spec = spec};
    if (columns_plan(&c))
        return columns_put(&c);
    sketch_drop(c.s);
    return bars_draw(spec, tools);
}
