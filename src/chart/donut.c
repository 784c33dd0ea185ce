/*
 * Donut: one whole in few parts, clockwise from the top, with the whole in the
 * middle. Each part is named beside the ring with its figure and share. The
 * ring grows until the whole has room in its hole.
 */
#include "chart/plot.h"

#include "chart/spread.h"

#include <glib.h>
#include <math.h>

static const double ring = 34; /* from the hole to the edge */
static const double smallest_hole = 44;
static const double elbow = 10, reach = 26; /* of leaders, beyond the edge */

typedef struct Slice {
    double from, to; /* of the whole: 0 … 1 */
    Label *name, *figure;
    double high; /* of both */
    double y;    /* where their middle stands */
} Slice;

typedef struct Donut {
    Sketch *s;
    const ChartSpec *spec;
    Decimal whole;
    Slice *slices;
    Label *total_name, *total;
    Spot centre;
    double hole, edge; /* radii */
    double side;       /* width of a column of labels */
} Donut;

static const double lines_gap = 3, total_gap = 5;

/* ---- measuring ---- */

/* False when it is zero or too long. */
static bool whole_set(Donut *d)
{
    d->whole = DECIMAL_ZERO;
    for (uint32_t k = 0; k < d->spec->ncategories; k++) {
        const ChartValue *v = spec_value(d->spec, 0, k);
        if (!decimal_add(d->whole, v->number, &d->whole))
            return false;
    }
    return decimal_sign(d->whole) > 0;
}

/* The whole in the largest type that the hole holds, or in a larger hole. */
static void total_set(Donut *d)
{
    static const double air = 6;
    const ChartSpec *spec = d->spec;
    ChartText text = spec_figure(d->s, spec, d->whole, spec->pos);
    d->total_name = label_of(d->s, CHART_LABEL, spec->total, 0);
    d->total = label_of(d->s, CHART_TILE_FIGURE, text, 0);
    if (d->total->w / 2 + air > smallest_hole)
        d->total = label_of(d->s, CHART_VALUE, text, 0);
    double high = d->total_name->h + total_gap + d->total->h;
    double wide = fmax(d->total_name->w, d->total->w);
    d->hole = fmax(smallest_hole, hypot(wide / 2, high / 2) + air);
    d->edge = d->hole + ring;
}

/* " (38.9%)"; nothing after a figure that is a share already. */
static Str share_words(const Donut *d, const ChartValue *v)
{
    if (d->spec->after.n > 0)
        return STR("");
    ChartText share = share_of(d->s, v->number, d->whole, v->pos);
    return str_printf(d->s->tools->arena, " (" STR_FMT ")",
                      STR_ARG(share.text));
}

static Label *figure_set(Donut *d, const ChartValue *v)
{
    LabelPart parts[] = {{CHART_VALUE, v->text, v->pos},
                         {CHART_LABEL, share_words(d, v), v->pos}};
    return label_set(d->s, parts, parts[1].text.n > 0 ? 2 : 1, d->side);
}

static void slices_set(Donut *d)
{
    const ChartSpec *spec = d->spec;
    double at = 0, whole = decimal_value(d->whole);
    d->slices = ARENA_ARRAY(d->s->tools->arena, Slice, spec->ncategories);
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        Slice *slice = &d->slices[k];
        slice->from = at;
        at += spec_amount(spec, 0, k) / whole;
        slice->to = at;
        slice->name = label_of(d->s, CHART_NAME, spec->categories[k], d->side);
        slice->figure = figure_set(d, spec_value(spec, 0, k));
        slice->high = slice->name->h + lines_gap + slice->figure->h;
    }
}

static bool slices_fit(const Donut *d)
{
    for (uint32_t k = 0; k < d->spec->ncategories; k++) {
        const Slice *slice = &d->slices[k];
        if (fmax(slice->name->w, slice->figure->w) > d->side ||
            label_is_cut(slice->name))
            return false;
    }
    return true;
}

/* ---- the ring ---- */

static double angle_of(double part)
{
    return 2 * G_PI * part - G_PI / 2;
}

static double slice_middle(const Slice *slice)
{
    return angle_of((slice->from + slice->to) / 2);
}

static Spot ring_spot(const Donut *d, double radius, double angle)
{
    return (Spot){d->centre.x + radius * cos(angle),
                  d->centre.y + radius * sin(angle)};
}

/* The border for the proof: corners so near that they miss the arc by less
 * than any label does. */
static void slice_note(Donut *d, const Slice *slice, FillKind fill, Pos pos)
{
    enum { STEPS = 48 };
    Spot *border = ARENA_ARRAY(d->s->tools->arena, Spot, 2 * (STEPS + 1));
    for (size_t i = 0; i <= STEPS; i++) {
        double part = (double)i / STEPS;
        double angle = angle_of(slice->from + (slice->to - slice->from) * part);
        border[i] = ring_spot(d, d->edge, angle);
        border[2 * STEPS + 1 - i] = ring_spot(d, d->hole, angle);
    }
    sketch_note_shape(d->s, border, 2 * (STEPS + 1), fill, pos);
}

static void slice_put(Donut *d, uint32_t k)
{
    const Slice *slice = &d->slices[k];
    Outline *o = d->s->outline;
    Pos pos = spec_value(d->spec, 0, k)->pos;
    double from = angle_of(slice->from), to = angle_of(slice->to);
    Spot outer = ring_spot(d, d->edge, from), in = ring_spot(d, d->hole, to);
    DlPaint paint = fill_paint(d->s->tools->style, (FillKind)k);
    if (slice->to <= slice->from)
        return;
    bool full = slice->to - slice->from >= 1;
    outline_move(o, outer.x, outer.y);
    outline_arc(o, d->centre.x, d->centre.y, d->edge, from, to);
    if (full) { /* two circles, and no seam between them */
        outline_close(o);
        outline_move(o, in.x, in.y);
    }
    outline_arc_back(o, d->centre.x, d->centre.y, d->hole, to, from);
    outline_close(o);
    sketch_shape_of(d->s, LAYER_MARK, &paint, pos);
    slice_note(d, slice, (FillKind)k, pos);
}

static void total_put(Donut *d)
{
    double high = d->total_name->h + total_gap + d->total->h;
    double top = d->centre.y - high / 2;
    label_put(d->s, d->total_name, (Spot){d->centre.x, top}, 0.5, 0);
    label_put(d->s, d->total, (Spot){d->centre.x, top + high}, 0.5, 1);
}

/* ---- the labels ---- */

static bool is_right(const Slice *slice)
{
    return (slice->from + slice->to) / 2 < 0.5;
}

/* From the ring to the labels: out, and then to their first line. */
static void slice_lead(Donut *d, const Slice *slice, double x, double sign)
{
    static const double before = 3;
    double angle = slice_middle(slice);
    Spot line[] = {ring_spot(d, d->edge, angle),
                   ring_spot(d, d->edge + elbow, angle),
                   {x - sign * before, slice->y}};
    sketch_leader(d->s, line, 3);
}

static void slice_name(Donut *d, const Slice *slice, double sign)
{
    double x = d->centre.x + sign * (d->edge + reach);
    double top = slice->y - slice->high / 2, ax = sign > 0 ? 0 : 1;
    label_put(d->s, slice->name, (Spot){x, top}, ax, 0);
    label_put(d->s, slice->figure, (Spot){x, top + slice->high}, ax, 1);
    slice_lead(d, slice, x, sign);
}

/* Slices of one side, from top to bottom: clockwise at the right, against the
 * clock at the left. */
static size_t side_slices(Donut *d, bool right, Slice **out)
{
    uint32_t count = d->spec->ncategories;
    size_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        Slice *slice = &d->slices[right ? i : count - 1 - i];
        if (is_right(slice) == right)
            out[n++] = slice;
    }
    return n;
}

static bool side_put(Donut *d, bool right, double height)
{
    static const double apart = 9;
    Slice *slices[FILLS];
    Stop stops[FILLS];
    size_t n = side_slices(d, right, slices);
    for (size_t i = 0; i < n; i++)
        stops[i] =
            (Stop){ring_spot(d, d->edge + elbow, slice_middle(slices[i])).y,
                   slices[i]->high, 0};
    if (!stops_spread(stops, n, apart, 0, height))
        return false;
    for (size_t i = 0; i < n; i++) {
        slices[i]->y = stops[i].at;
        slice_name(d, slices[i], right ? 1 : -1);
    }
    return true;
}

/* ---- the whole ---- */

static const ChartDrawing *donut_put(Donut *d)
{
    static const double air = 12;
    double height = 2 * (d->edge + air);
    d->centre = (Spot){d->s->width / 2, height / 2};
    for (uint32_t k = 0; k < d->spec->ncategories; k++)
        slice_put(d, k);
    total_put(d);
    if (!side_put(d, true, height) || !side_put(d, false, height))
        return sketch_refuse(d->s, d->spec->pos);
    return sketch_end(d->s, height, d->spec->pos);
}

const ChartDrawing *donut_draw(const ChartSpec *spec, const ChartTools *tools)
{
    Donut d = {.s = sketch_new(tools), .spec = spec};
    if (!whole_set(&d)) {
        diag(tools->diags, DIAG_CHART_WHOLE, spec->pos,
             diag_str(tools->diags, spec->series[0].name.text));
        sketch_drop(d.s);
        return NULL;
    }
    total_set(&d);
    d.side = d.s->width / 2 - d.edge - reach;
    slices_set(&d);
    return slices_fit(&d) ? donut_put(&d) : sketch_refuse(d.s, spec->pos);
}
