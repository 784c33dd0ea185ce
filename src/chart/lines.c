/*
 * Lines: figures over time. Series differ by dash and marker, not by colour;
 * each is named at its last point. The scale need not begin at zero: a line
 * shows change, and its ticks say where it stands.
 */
#include "chart/plot.h"

#include "chart/spread.h"

#include <glib.h>
#include <math.h>

static const double plot_height = 150, thick = 1.6;
static const double name_gap = 8, tick_gap = 6, end_gap = 12, point_gap = 7;
static const double radius = 3.2;

typedef struct Lines {
    Sketch *s;
    const ChartSpec *spec;
    Names names;
    Axis axis;
    Scale y;
    double left, band;
    Label **ends;  /* "동구 2,310" at the last point; NULL: no point */
    double widest; /* of those */
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

static Label *end_set(Lines *l, uint32_t i)
{
    int k = last_known(l->spec, i);
    if (k < 0)
        return NULL;
    const ChartValue *v = spec_value(l->spec, i, (uint32_t)k);
    ChartText name = l->spec->series[i].name;
    LabelPart parts[] = {
        {CHART_VALUE, v->text, v->pos},
        {CHART_LABEL,
         str_printf(l->s->tools->arena, " " STR_FMT, STR_ARG(name.text)),
         name.pos}};
    return label_set(l->s, parts, 2, 0);
}

/* False when the names of the categories have no room. */
static bool lines_plan(Lines *l)
{
    static const double apart = 4;
    const ChartSpec *spec = l->spec;
    Ticks t =
        extent_ticks(spec_extent(spec, false), ticks_wanted(plot_height, 32));
    l->axis = axis_set(l->s, t, spec->power, "", spec->pos);
    l->ends = ARENA_ARRAY(l->s->tools->arena, Label *, spec->nseries);
    for (uint32_t i = 0; i < spec->nseries; i++) {
        l->ends[i] = end_set(l, i);
        l->widest = fmax(l->widest, l->ends[i] ? l->ends[i]->w : 0);
    }
    l->left = l->axis.widest + tick_gap;
    double room = l->s->width - l->left - l->widest - end_gap;
    /* The last point stands half a band before the labels. */
    l->band = room / (spec->ncategories - 0.5);
    l->names = names_set(l->s, spec, l->band - apart);
    return room > 0 && names_fit(&l->names, l->band - apart);
}

/* ---- drawing ---- */

static Spot point_at(const Lines *l, uint32_t i, uint32_t k)
{
    return (Spot){l->left + l->band * (k + 0.5),
                  scale_at(&l->y, spec_amount(l->spec, i, k))};
}

/* A gap in the data is a gap in the line. */
static void line_put(Lines *l, uint32_t i)
{
    DlPaint paint = {.stroke = true,
                     .line_width = len_of(thick),
                     .stroke_colour =
                         i == 0 ? l->s->tools->style->accent : COLOUR_BLACK,
                     .dash = {dashes[i][0], dashes[i][1]}};
    bool any = false;
    for (uint32_t k = 0; k + 1 < l->spec->ncategories; k++) {
        if (!spec_value(l->spec, i, k)->known ||
            !spec_value(l->spec, i, k + 1)->known)
            continue;
        Spot from = point_at(l, i, k), to = point_at(l, i, k + 1);
        outline_move(l->s->outline, from.x, from.y);
        outline_line(l->s->outline, to.x, to.y);
        sketch_wire(l->s, from, to);
        any = true;
    }
    if (any)
        sketch_shape(l->s, LAYER_MARK, &paint);
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
    Colour ink = i == 0 ? l->s->tools->style->accent : COLOUR_BLACK;
    DlPaint paint = {.fill = true,
                     .stroke = true,
                     .line_width = LEN_PT(1),
                     .fill_colour = hollow[i] ? COLOUR_WHITE : ink,
                     .stroke_colour = ink};
    for (uint32_t k = 0; k < l->spec->ncategories; k++) {
        const ChartValue *v = spec_value(l->spec, i, k);
        Spot at = point_at(l, i, k);
        if (!v->known)
            continue;
        marker_outline(l->s->outline, at, corners[i]);
        sketch_shape(l->s, LAYER_OVER, &paint);
        sketch_note_mark(
            l->s, (Box){at.x - radius, at.y - radius, 2 * radius, 2 * radius},
            v->pos);
    }
}

/* Names at the right, as near to their points as they can stand, in the order
 * of the points. False when there are too many. */
static bool ends_put(Lines *l, double top, double bottom)
{
    static const double apart = 3;
    uint32_t n = 0, order[FILLS];
    Stop stops[FILLS];
    for (uint32_t i = 0; i < l->spec->nseries; i++) {
        if (!l->ends[i])
            continue;
        double y = point_at(l, i, (uint32_t)last_known(l->spec, i)).y;
        uint32_t at = n++;
        for (; at > 0 && stops[at - 1].want > y; at--)
            stops[at] = stops[at - 1], order[at] = order[at - 1];
        stops[at] = (Stop){y, l->ends[i]->h, 0};
        order[at] = i;
    }
    if (!stops_spread(stops, n, apart, top, bottom))
        return false;
    double x = l->s->width - l->widest;
    for (uint32_t k = 0; k < n; k++)
        label_put(l->s, l->ends[order[k]], (Spot){x, stops[k].at}, 0, 0.5);
    return true;
}

/* From a last point to its label, when that stands higher or lower. */
static void leaders_put(Lines *l)
{
    static const double straight = 1.5, before = 2;
    for (uint32_t i = 0; i < l->spec->nseries; i++) {
        if (!l->ends[i])
            continue;
        Spot from = point_at(l, i, (uint32_t)last_known(l->spec, i));
        const Box *box = &l->ends[i]->box;
        Spot bent[] = {{from.x + radius + 1, from.y},
                       {box->x - before, box->y + box->h / 2}};
        if (fabs(bent[0].y - bent[1].y) > straight ||
            bent[1].x - bent[0].x > end_gap)
            sketch_leader(l->s, bent, 2);
    }
}

/* Figures beside the points before the last, where there is room. The ticks
 * tell the others; no name is lost. */
static void figures_put(Lines *l, uint32_t i)
{
    for (uint32_t k = 0; (int)k < last_known(l->spec, i); k++) {
        const ChartValue *v = spec_value(l->spec, i, k);
        Spot at = point_at(l, i, k);
        Spot above = {at.x, at.y - point_gap}, below = {at.x, at.y + point_gap};
        if (!v->known)
            continue;
        Label *label =
            label_of(l->s, CHART_LABEL, (ChartText){v->text, v->pos}, 0);
        if (label_is_free(l->s, label, above, 0.5, 1))
            label_put(l->s, label, above, 0.5, 1);
        else if (label_is_free(l->s, label, below, 0.5, 0))
            label_put(l->s, label, below, 0.5, 0);
        else
            continue;
        label_plate(l->s, label, 1);
    }
}

const ChartDrawing *lines_draw(const ChartSpec *spec, const ChartTools *tools)
{
    static const double above = 16, below = 6;
    Lines l = {.s = sketch_new(tools), .spec = spec};
    double top = above, bottom = top + plot_height, end = bottom + below;
    bool room = lines_plan(&l);
    l.y = (Scale){l.axis.ticks.low, l.axis.ticks.high, bottom, -plot_height};
    if (!room || !ends_put(&l, 0, end)) {
        diag0(tools->diags, DIAG_CHART_CROWDED, spec->pos);
        sketch_drop(l.s);
        return NULL;
    }
    double right = l.left + l.band * spec->ncategories;
    axis_up(l.s, &l.axis, &l.y, l.left,
            fmin(right, l.s->width - l.widest - end_gap));
    for (uint32_t k = 0; k < spec->ncategories; k++)
        label_put(l.s, l.names.labels[k],
                  (Spot){l.left + l.band * (k + 0.5), end + name_gap}, 0.5, 0);
    for (uint32_t i = 0; i < spec->nseries; i++)
        line_put(&l, i);
    for (uint32_t i = 0; i < spec->nseries; i++)
        markers_put(&l, i);
    leaders_put(&l);
    for (uint32_t i = 0; i < spec->nseries; i++)
        figures_put(&l, i);
    return sketch_end(l.s, end + name_gap + l.names.height, spec->pos);
}
