/* Rows: tables in charts, in the rules of the tables of the book. */
#include "chart/rows.h"

#include <math.h>

static const double pad = 6, around = 4; /* sides; above and below a cell */

/* ---- columns ---- */

static void cell_add(RowColumn *c, uint32_t k, Label *l)
{
    c->cells[k] = l;
    c->cell_width = fmax(c->cell_width, l->w);
}

RowColumn rows_names(Sketch *s, const ChartSpec *spec, double measure)
{
    RowColumn c = {
        .head = label_of(s, CHART_NAME, spec->head, measure),
        .cells = ARENA_ARRAY(s->tools->arena, Label *, spec->ncategories)};
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        bool total = spec->levels && spec->levels[k];
        cell_add(&c, k,
                 label_of(s, total ? CHART_NAME : CHART_LABEL,
                          spec->categories[k], measure));
    }
    return c;
}

RowColumn rows_figures(Sketch *s, const ChartSpec *spec,
                       const ChartSeries *series, ChartRole role)
{
    RowColumn c = {.head = label_of(s, CHART_NAME, series->name, 0),
                   .cells =
                       ARENA_ARRAY(s->tools->arena, Label *, spec->ncategories),
                   .align = 1};
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        const ChartValue *v = &series->values[k];
        bool total = spec->levels && spec->levels[k];
        cell_add(&c, k,
                 label_of(s, total ? CHART_VALUE : role,
                          (ChartText){v->text, v->pos}, 0));
    }
    return c;
}

/* ---- places ---- */

bool rows_place(RowTable *t, double least)
{
    double rest = t->s->width, x = 0;
    for (size_t i = 0; i < t->n; i++) {
        RowColumn *c = &t->columns[i];
        double head = c->head ? c->head->w : 0;
        c->w = c->cells ? fmax(head, c->cell_width) + 2 * pad : 0;
        rest -= c->w;
    }
    for (size_t i = 0; i < t->n; i++) {
        RowColumn *c = &t->columns[i];
        c->w = c->cells ? c->w : rest;
        c->x = x;
        x += c->w;
    }
    return rest >= least;
}

double row_middle(const RowTable *t, uint32_t category)
{
    return t->tops[category] + t->heights[category] / 2;
}

static void rows_measure(RowTable *t, double y, double pitch)
{
    Arena *a = t->s->tools->arena;
    t->tops = ARENA_ARRAY(a, double, t->spec->ncategories);
    t->heights = ARENA_ARRAY(a, double, t->spec->ncategories);
    t->head_height = pitch;
    for (size_t i = 0; i < t->n; i++)
        if (t->columns[i].head)
            t->head_height =
                fmax(t->head_height, t->columns[i].head->h + 2 * around);
    y += t->head_height;
    for (uint32_t k = 0; k < t->spec->ncategories; k++) {
        double high = pitch;
        for (size_t i = 0; i < t->n; i++)
            if (t->columns[i].cells)
                high = fmax(high, t->columns[i].cells[k]->h + 2 * around);
        t->tops[k] = y;
        t->heights[k] = high;
        y += high;
    }
}

/* ---- drawing ---- */

static void band_put(const RowTable *t, double y, double height, Colour colour)
{
    DlPaint paint = {.fill = true, .fill_colour = colour};
    sketch_rect(t->s, LAYER_BACK, (Box){0, y, t->s->width, height}, &paint);
}

static void rule_put(const RowTable *t, double y, double thick)
{
    sketch_line(t->s, LAYER_BACK, (Spot){0, y}, (Spot){t->s->width, y}, thick);
}

static void head_put(const RowTable *t, double y)
{
    for (size_t i = 0; i < t->n; i++) {
        const RowColumn *c = &t->columns[i];
        if (c->head)
            label_put(t->s, c->head,
                      (Spot){c->x + c->w / 2, y + t->head_height / 2}, 0.5,
                      0.5);
    }
}

/* Names at the left; figures as one block in the middle of their column. */
static double cell_edge(const RowColumn *c)
{
    return c->align > 0 ? c->x + c->w / 2 + c->cell_width / 2 : c->x + pad;
}

static void row_put(const RowTable *t, uint32_t k)
{
    for (size_t i = 0; i < t->n; i++) {
        const RowColumn *c = &t->columns[i];
        if (c->cells)
            label_put(t->s, c->cells[k], (Spot){cell_edge(c), row_middle(t, k)},
                      c->align, 0.5);
    }
}

static void rules_put(const RowTable *t, double top, double bottom)
{
    const ChartStyle *style = t->s->tools->style;
    double inner = len_pt(style->frame_inner);
    rule_put(t, top, len_pt(style->frame_top));
    rule_put(t, top + t->head_height, AXIS_THICK);
    for (uint32_t k = 1; k < t->spec->ncategories; k++)
        rule_put(t, t->tops[k], inner);
    rule_put(t, bottom, len_pt(style->frame_bottom));
    for (size_t i = 1; i < t->n; i++)
        sketch_line(t->s, LAYER_BACK, (Spot){t->columns[i].x, top},
                    (Spot){t->columns[i].x, bottom}, inner);
}

double rows_put(RowTable *t, double y, double pitch)
{
    const ChartStyle *style = t->s->tools->style;
    uint32_t last = t->spec->ncategories - 1;
    rows_measure(t, y, pitch);
    band_put(t, y, t->head_height, style->tint1);
    for (uint32_t k = 0; k <= last; k++)
        if (t->spec->levels && t->spec->levels[k])
            band_put(t, t->tops[k], t->heights[k], style->tint2);
    double bottom = t->tops[last] + t->heights[last];
    rules_put(t, y, bottom);
    head_put(t, y);
    for (uint32_t k = 0; k <= last; k++)
        row_put(t, k);
    return bottom;
}
