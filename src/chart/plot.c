/* Shared parts of plots. */
#include "chart/plot.h"

#include <math.h>

/* ---- amounts ---- */

const ChartValue *spec_value(const ChartSpec *spec, uint32_t series,
                             uint32_t category)
{
    return &spec->series[series].values[category];
}

double spec_amount(const ChartSpec *spec, uint32_t series, uint32_t category)
{
    const ChartValue *v = spec_value(spec, series, category);
    return v->known ? decimal_value(v->number) : 0;
}

ChartText spec_figure(Sketch *s, const ChartSpec *spec, Decimal d, Pos pos)
{
    if (!decimal_round(d, spec->digits, ROUND_HALF_AWAY, &d))
        d = decimal_trim(d);
    Str text =
        figure_write(d, true, spec->after, s->tools->negative, s->tools->arena);
    return (ChartText){text, pos};
}

bool spec_known(const ChartSpec *spec, uint32_t category)
{
    for (uint32_t i = 0; i < spec->nseries; i++)
        if (!spec_value(spec, i, category)->known)
            return false;
    return true;
}

bool spec_sum(const ChartSpec *spec, uint32_t category, Decimal *out)
{
    *out = DECIMAL_ZERO;
    for (uint32_t i = 0; i < spec->nseries; i++) {
        const ChartValue *v = spec_value(spec, i, category);
        if (v->known && !decimal_add(*out, v->number, out))
            return false;
    }
    return true;
}

Extent spec_extent(const ChartSpec *spec, bool zero)
{
    Extent e = {INFINITY, -INFINITY};
    if (zero)
        e = (Extent){0, 0};
    for (uint32_t i = 0; i < spec->nseries; i++)
        for (uint32_t k = 0; k < spec->ncategories; k++) {
            if (!spec_value(spec, i, k)->known)
                continue;
            double v = spec_amount(spec, i, k);
            e.low = fmin(e.low, v);
            e.high = fmax(e.high, v);
        }
    return e;
}

/* Figures that are all the same get a range around them. */
static Extent extent_widened(Extent e)
{
    double room = fmax(fabs(e.high), fabs(e.low)) * 0.1;
    if (room <= 0)
        return (Extent){0, 1};
    return (Extent){e.low - room, e.high + room};
}

Ticks extent_ticks(Extent e, int want)
{
    Ticks t;
    if (ticks_find(e.low, e.high, want, true, &t))
        return t;
    e = extent_widened(e);
    ticks_find(e.low, e.high, want, true, &t);
    return t;
}

/* ---- names ---- */

static void names_add(Names *n, uint32_t i, Label *l)
{
    n->labels[i] = l;
    n->width = fmax(n->width, l->w);
    n->height = fmax(n->height, l->h);
    n->cut |= label_is_cut(l);
}

Names names_set(Sketch *s, const ChartSpec *spec, double measure)
{
    Names n = {.labels =
                   ARENA_ARRAY(s->tools->arena, Label *, spec->ncategories)};
    for (uint32_t i = 0; i < spec->ncategories; i++)
        names_add(&n, i, label_of(s, CHART_NAME, spec->categories[i], measure));
    return n;
}

bool names_fit(const Names *n, double measure)
{
    return !n->cut && n->width <= measure;
}

double names_measure(double width)
{
    return width * 0.3;
}

Label *series_end_label(Sketch *s, const ChartSpec *spec, uint32_t series,
                        uint32_t category)
{
    const ChartValue *v = spec_value(spec, series, category);
    ChartText name = spec->series[series].name;
    LabelPart parts[] = {
        {CHART_VALUE, v->text, v->pos},
        {CHART_LABEL,
         str_printf(s->tools->arena, " " STR_FMT, STR_ARG(name.text)),
         name.pos}};
    return label_set(s, parts, 2, 0);
}

/* ---- scales ---- */

int ticks_wanted(double length, double each)
{
    int n = (int)(length / each);
    return n < 2 ? 2 : n > 8 ? 8 : n;
}

Axis axis_set(Sketch *s, Ticks ticks, const ChartSpec *spec)
{
    return axis_set_as(s, ticks, spec, spec->after);
}

Axis axis_set_as(Sketch *s, Ticks ticks, const ChartSpec *spec, Str after)
{
    Arena *a = s->tools->arena;
    Axis axis = {.ticks = ticks,
                 .labels = ARENA_ARRAY(a, Label *, (size_t)ticks.n)};
    Str *texts = ARENA_ARRAY(a, Str, (size_t)ticks.n);
    ticks_print(&ticks, spec->power, after, s->tools->negative, a, texts);
    for (int i = 0; i < ticks.n; i++) {
        ChartText text = {texts[i], spec->pos};
        axis.labels[i] = label_of(s, CHART_TICK, text, 0);
        axis.widest = fmax(axis.widest, axis.labels[i]->w);
    }
    return axis;
}

static double tick_place(const Axis *a, const Scale *scale, int i)
{
    return scale_at(scale, decimal_value(ticks_at(&a->ticks, i)));
}

/* The line at zero is the axis; where marks stand on it, it lies over them. */
static void tick_line(Sketch *s, const Axis *a, int i, Spot from, Spot to)
{
    bool zero = decimal_sign(ticks_at(&a->ticks, i)) == 0;
    if (zero)
        sketch_line(s, a->behind ? LAYER_BACK : LAYER_OVER, from, to,
                    AXIS_THICK);
    else
        sketch_grid(s, from, to, GRID_THICK);
}

/* Every how many ticks have room for their labels side by side; a number that
 * also labels the last one, where there is such. */
static int labels_stride(const Axis *a, const Scale *x)
{
    static const double apart = 4;
    int last = a->ticks.n - 1, stride = 1;
    double each = fabs(tick_place(a, x, last) - tick_place(a, x, 0)) / last;
    while (stride < last &&
           (stride * each < a->widest + apart || last % stride != 0))
        stride++;
    return stride;
}

double axis_across(Sketch *s, const Axis *a, const Scale *x, double top,
                   double bottom)
{
    static const double gap = 4;
    int stride = labels_stride(a, x);
    for (int i = 0; i < a->ticks.n; i++) {
        double at = tick_place(a, x, i);
        tick_line(s, a, i, (Spot){at, top}, (Spot){at, bottom});
        if (i % stride == 0)
            label_put(s, a->labels[i], (Spot){at, bottom + gap}, 0.5, 0);
    }
    return bottom + gap + a->labels[0]->h;
}

void axis_up(Sketch *s, const Axis *a, const Scale *y, double left,
             double right)
{
    for (int i = 0; i < a->ticks.n; i++) {
        double at = tick_place(a, y, i);
        tick_line(s, a, i, (Spot){left, at}, (Spot){right, at});
        if (a->labels)
            label_put(s, a->labels[i], (Spot){left - TICK_GAP, at}, 1, 0.5);
    }
}

/* ---- legends ---- */

static const double swatch_w = 17, swatch_h = 9, swatch_gap = 4;
static const double entry_gap = 12;

double legend_entries(Sketch *s, const LegendEntry *entries, size_t n, double x,
                      double y)
{
    double height = 0;
    for (size_t i = n; i-- > 0;) {
        Label *l = label_of(s, CHART_LABEL, entries[i].name, 0);
        height = l->h;
        x -= l->w;
        label_put(s, l, (Spot){x, y}, 0, 0);
        x -= swatch_gap + swatch_w;
        DlPaint paint = fill_paint(s->tools->style, entries[i].fill);
        sketch_rect(s, LAYER_MARK,
                    (Box){x, y + (l->h - swatch_h) / 2, swatch_w, swatch_h},
                    &paint);
        x -= entry_gap;
    }
    return height;
}

double legend_put(Sketch *s, const ChartSpec *spec, double y)
{
    LegendEntry entries[FILLS];
    for (uint32_t i = 0; i < spec->nseries; i++)
        entries[i] = (LegendEntry){spec->series[i].name, (FillKind)i};
    return legend_entries(s, entries, spec->nseries, s->width, y);
}
