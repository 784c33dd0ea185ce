/*
 * Progress: how far each task has come (집행률, 공정률), as a bar in a table
 * beside its figures. A tick stands where it was planned to be; a bar that has
 * not got there is hatched. The track is the whole, 100 %.
 */
#include "chart/rows.h"

#include <math.h>

static const double pitch = 24.5, track_height = 12, least_track = 110;
static const double tick_height = 19, tick_thick = 2, halo = 1;

typedef struct Progress {
    RowTable table;
    RowColumn *drawn;
    Axis axis;
    Scale x;
    double whole; /* where the track ends, in amounts */
} Progress;

/* ---- measuring ---- */

static const ChartValue *target_of(const Progress *p, uint32_t k)
{
    const ChartSeries *target = p->table.spec->target;
    return target && target->values[k].known ? &target->values[k] : NULL;
}

static Extent progress_extent(const Progress *p)
{
    const ChartSpec *spec = p->table.spec;
    Extent e = spec_extent(spec, true);
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        const ChartValue *t = target_of(p, k);
        e.high = fmax(e.high, t ? decimal_value(t->number) : 0);
    }
    return e;
}

/* Shares have a whole; amounts go as far as their scale. 0–50–100 % suffices,
 * unless somebody did more. */
static Ticks progress_ticks(const Progress *p, double *whole)
{
    static const Ticks plain = {
        .start = 0, .stride = 1, .base = 50, .n = 3, .low = 0, .high = 100};
    static const int wanted = 4;
    Extent e = progress_extent(p);
    bool shares = p->table.spec->percent;
    if (shares && e.high <= plain.high) {
        *whole = plain.high;
        return plain;
    }
    Ticks t = extent_ticks(e, wanted);
    *whole = shares ? plain.high : t.high;
    return t;
}

static void columns_set(Progress *p)
{
    RowTable *t = &p->table;
    const ChartSpec *spec = t->spec;
    size_t n = 0;
    t->columns = ARENA_ARRAY(t->s->tools->arena, RowColumn, spec->nbeside + 3);
    t->columns[n++] = rows_names(t->s, spec, names_measure(t->s->width));
    for (uint32_t i = 0; i < spec->nbeside; i++)
        t->columns[n++] =
            rows_figures(t->s, spec, &spec->beside[i], CHART_LABEL);
    p->drawn = &t->columns[n];
    t->columns[n++] = (RowColumn){0};
    t->columns[n++] = rows_figures(t->s, spec, &spec->series[0], CHART_VALUE);
    t->n = n;
}

static bool progress_plan(Progress *p)
{
    static const double air = 8;
    const ChartSpec *spec = p->table.spec;
    columns_set(p);
    Ticks t = progress_ticks(p, &p->whole);
    p->axis = axis_set(p->table.s, t, spec);
    double side = p->axis.widest / 2 + air;
    if (!rows_place(&p->table, least_track + 2 * side))
        return false;
    p->x = (Scale){t.low, t.high, p->drawn->x + side, p->drawn->w - 2 * side};
    return true;
}

/* ---- drawing ---- */

/* The ticks stand in the head of the column. */
static void scale_put(const Progress *p, double y)
{
    static const double tick = 4, gap = 2;
    double bottom = y + p->table.head_height;
    for (int i = 0; i < p->axis.ticks.n; i++) {
        double x = scale_at(&p->x, decimal_value(ticks_at(&p->axis.ticks, i)));
        label_put(p->table.s, p->axis.labels[i], (Spot){x, bottom - tick - gap},
                  0.5, 1);
        sketch_line(p->table.s, LAYER_OVER, (Spot){x, bottom - tick},
                    (Spot){x, bottom}, AXIS_THICK);
    }
}

static void track_put(const Progress *p, double y)
{
    static const double thick = 0.6;
    DlPaint paint = {.fill = true,
                     .stroke = true,
                     .fill_colour = COLOUR_WHITE,
                     .stroke_colour = COLOUR_BLACK,
                     .line_width = len_of(thick)};
    double from = scale_at(&p->x, 0), to = scale_at(&p->x, p->whole);
    sketch_rect(p->table.s, LAYER_BACK,
                (Box){from, y - track_height / 2, to - from, track_height},
                &paint);
}

static void tick_put(Sketch *s, double x, double y, Pos pos)
{
    DlPaint white = {.fill = true, .fill_colour = COLOUR_WHITE};
    double wide = tick_thick + 2 * halo;
    Box box = {x - wide / 2, y - tick_height / 2, wide, tick_height};
    sketch_rect(s, LAYER_OVER, box, &white);
    sketch_line(s, LAYER_OVER, (Spot){x, box.y}, (Spot){x, box.y + box.h},
                tick_thick);
    sketch_note_mark(s, box, pos);
}

/* At the target or beyond, as the figures say, not as they are drawn. */
static bool is_reached(const Progress *p, uint32_t k)
{
    const ChartValue *v = spec_value(p->table.spec, 0, k);
    const ChartValue *target = target_of(p, k);
    return !target || decimal_cmp(v->number, target->number) >= 0;
}

static void bar_put(const Progress *p, uint32_t k)
{
    const ChartValue *v = spec_value(p->table.spec, 0, k);
    const ChartValue *target = target_of(p, k);
    double y = row_middle(&p->table, k), from = scale_at(&p->x, 0);
    double to = scale_at(&p->x, spec_amount(p->table.spec, 0, k));
    Box box = {from, y - track_height / 2, to - from, track_height};
    track_put(p, y);
    if (v->known && box.w > 0)
        sketch_bar(p->table.s, box, is_reached(p, k) ? FILL_ACCENT : FILL_HATCH,
                   v->pos);
    if (target)
        tick_put(p->table.s, scale_at(&p->x, decimal_value(target->number)), y,
                 target->pos);
}

/* ---- the legend ---- */

static LegendEntry entry_of(const Progress *p, FillKind fill, const char *word)
{
    ChartText name = p->table.spec->target->name;
    name.text = str_printf(p->table.s->tools->arena, STR_FMT "%s",
                           STR_ARG(name.text), word);
    return (LegendEntry){name, fill};
}

/* "목표 이상", "목표 미만" and the tick, at the right edge. */
static double progress_legend(const Progress *p)
{
    static const double below = 8, gap = 5, wide = 12;
    Sketch *s = p->table.s;
    if (!p->table.spec->target)
        return 0;
    Label *name = label_of(s, CHART_LABEL, p->table.spec->target->name, 0);
    label_put(s, name, (Spot){s->width, 0}, 1, 0);
    double x = s->width - name->w - gap;
    sketch_line(s, LAYER_OVER, (Spot){x, 0}, (Spot){x, name->h}, tick_thick);
    const LegendEntry entries[] = {entry_of(p, FILL_ACCENT, " 이상"),
                                   entry_of(p, FILL_HATCH, " 미만")};
    return legend_entries(s, entries, 2, x - wide, 0) + below;
}

const ChartDrawing *progress_draw(const ChartSpec *spec,
                                  const ChartTools *tools)
{
    Progress p = {.table = {.s = sketch_new(tools), .spec = spec}};
    if (!progress_plan(&p))
        return sketch_refuse(p.table.s, spec->pos);
    double top = progress_legend(&p);
    double bottom = rows_put(&p.table, top, pitch);
    scale_put(&p, top);
    for (uint32_t k = 0; k < spec->ncategories; k++)
        bar_put(&p, k);
    return sketch_end(p.table.s, bottom, spec->pos);
}
