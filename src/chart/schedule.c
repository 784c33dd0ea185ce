/* Schedules: what is shown, columns, and parts for pages. */
#include "chart/schedule.h"

#include "chart/schedule_int.h"

#include <math.h>

/* ---- what is shown ---- */

/* A task without a day in what is shown has no place. */
static bool tasks_check(const ScheduleSpec *spec, Diags *diags)
{
    bool ok = true;
    for (uint32_t i = 0; i < spec->n; i++) {
        const ScheduleTask *t = &spec->tasks[i];
        bool outside = (spec->from.year && date_cmp(t->to, spec->from) < 0) ||
                       (spec->to.year && date_cmp(t->from, spec->to) > 0);
        if (outside)
            diag0(diags, DIAG_CHART_OUTSIDE, t->day);
        ok &= !outside;
    }
    return ok;
}

static void months_take(Schedule *g)
{
    const ScheduleSpec *spec = g->spec;
    Date from = spec->tasks[0].from, to = spec->tasks[0].to;
    for (uint32_t i = 1; i < spec->n; i++) {
        const ScheduleTask *t = &spec->tasks[i];
        from = date_cmp(t->from, from) < 0 ? t->from : from;
        to = date_cmp(t->to, to) > 0 ? t->to : to;
    }
    from = spec->from.year ? spec->from : from;
    to = spec->to.year ? spec->to : to;
    g->first = month_number(from);
    g->last = month_number(to) + 1;
}

/* ---- columns ---- */

static double text_width_of(Schedule *g, ChartRole role, const char *text)
{
    return label_of(g->s, role, (ChartText){str_of(text), POS_NONE}, 0)->w;
}

/* The names of rows take what they need, up to a third. */
static double names_width(Schedule *g)
{
    static const double most = 0.32;
    double widest = label_of(g->s, CHART_NAME, g->spec->head, 0)->w;
    double limit = g->s->width * most - 2 * ROW_PAD;
    for (uint32_t i = 0; i < g->spec->n; i++)
        widest =
            fmax(widest,
                 label_of(g->s, CHART_LABEL, g->spec->tasks[i].name, limit)->w);
    return fmin(widest, limit) + 2 * ROW_PAD;
}

static int month_down(int month, int unit)
{
    return month - month % unit;
}

/* Whole columns of a unit that may be too narrow for their names. */
static bool unit_try(Schedule *g, int unit)
{
    static const struct {
        int unit;
        const char *name;
    } names[] = {
        {UNIT_MONTH, "12"}, {UNIT_QUARTER, "4분기"}, {UNIT_YEAR, "’00"}};
    double least = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].unit == unit)
            least = text_width_of(g, CHART_TICK, names[i].name) + 1.5;
    int first = month_down(g->first, unit);
    int last = month_down(g->last - 1, unit) + unit;
    double days = month_start(last) - month_start(first);
    static const double shortest[] = {
        [UNIT_MONTH] = 28, [UNIT_QUARTER] = 90, [UNIT_YEAR] = 365};
    if (shortest[unit] * (g->right - g->left) / days < least)
        return false;
    g->unit = unit;
    g->first = first;
    g->last = last;
    return true;
}

static bool unit_choose(Schedule *g)
{
    static const int units[] = {UNIT_MONTH, UNIT_QUARTER, UNIT_YEAR};
    if (g->spec->unit != UNIT_AUTO)
        return unit_try(g, (int)g->spec->unit);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (unit_try(g, units[i]))
            return true;
    return false;
}

static void base_find(Schedule *g)
{
    g->base = -1;
    if (g->spec->base.year == 0)
        return;
    double x = schedule_at(g, day_number(g->spec->base) + 1);
    if (x >= g->left && x <= g->right)
        g->base = x;
}

/* ---- parts ---- */

static double row_height(const Schedule *g, uint32_t i, bool first)
{
    bool head = g->rows[i].heads_group || (first && g->grouped);
    return g->rows[i].height + (head ? g->group_height : 0);
}

/* How many rows from `first` a page holds; one at least. */
static uint32_t rows_fit(const Schedule *g, uint32_t first, double depth)
{
    uint32_t n = 0;
    double left = depth - g->head - FOOT;
    while (first + n < g->nrows) {
        left -= row_height(g, first + n, n == 0);
        if (n > 0 && left < 0)
            break;
        n++;
    }
    return n;
}

/* The head and the first rows. */
static double rows_depth(const Schedule *g, uint32_t n)
{
    double high = g->head;
    for (uint32_t i = 0; i < n; i++)
        high += row_height(g, i, i == 0);
    return high;
}

/* What is left of a begun page, unless only a few rows would stand there, or
 * all of them fit on the next page and no more than half of this one is lost: a
 * schedule is read as a whole, as most drawings, which never part. */
static double first_depth(const Schedule *g, double page)
{
    enum { FEW = 3 };
    static const double loss = 0.5;
    double here = len_pt(g->spec->here_depth),
           fresh = len_pt(g->spec->fresh_depth);
    double whole = rows_depth(g, g->nrows) + FOOT;
    if (whole > here && whole <= fresh && here <= page * loss)
        return fresh;
    uint32_t few = g->nrows < FEW ? g->nrows : FEW;
    return rows_depth(g, few) <= here ? here : fresh;
}

static SchedulePart part_draw(Schedule *g, uint32_t first, uint32_t n,
                              const ChartTools *tools)
{
    const Row *from = &g->rows[first], *to = &g->rows[first + n - 1];
    return (SchedulePart){.drawing = schedule_draw(g, first, n, tools),
                          .first = from->first,
                          .n = to->first + to->n - from->first,
                          .legend = len_of(legend_width(g)),
                          .legend_middle = len_of(legend_middle(g))};
}

static uint32_t parts_draw(Schedule *g, const ChartTools *tools,
                           SchedulePart *out)
{
    double depth = first_depth(g, len_pt(tools->depth));
    uint32_t n = 0;
    for (uint32_t at = 0; at < g->nrows; n++) {
        uint32_t rows = rows_fit(g, at, depth);
        out[n] = part_draw(g, at, rows, tools);
        if (!out[n].drawing)
            return 0;
        at += rows;
        depth = len_pt(tools->depth);
    }
    return n;
}

/* ---- the whole ---- */

static bool schedule_plan(Schedule *g, Diags *diags)
{
    enum { MOST_MONTHS = 600 };
    months_take(g);
    int months = g->last - g->first;
    g->left = names_width(g);
    g->right = g->s->width;
    if (months < 1 || months > MOST_MONTHS || !unit_choose(g)) {
        diag(diags, DIAG_CHART_PERIOD, g->spec->pos,
             diag_arg(diags, "%d", months), diag_arg(diags, "%d", MOST_MONTHS));
        return false;
    }
    for (uint32_t i = 0; i < g->spec->n; i++)
        g->grouped |= g->spec->tasks[i].group.text.n > 0;
    g->group_height = len_pt(g->s->tools->style->types[CHART_NAME].pitch) + 8;
    base_find(g);
    rows_make(g);
    g->head = schedule_head(g);
    return true;
}

uint32_t schedule_make(const ScheduleSpec *spec, const ChartTools *tools,
                       const SchedulePart **out)
{
    if (spec->n == 0) {
        diag0(tools->diags, DIAG_CHART_EMPTY, spec->pos);
        return 0;
    }
    if (!tasks_check(spec, tools->diags))
        return 0;
    Arena *a = tools->arena;
    Schedule g = {.spec = spec,
                  .s = sketch_new(tools),
                  .bars = ARENA_ARRAY(a, Bar, spec->n),
                  .rows = ARENA_ARRAY(a, Row, spec->n)};
    SchedulePart *parts = ARENA_ARRAY(a, SchedulePart, spec->n);
    bool ok = schedule_plan(&g, tools->diags);
    sketch_drop(g.s);
    *out = parts;
    return ok ? parts_draw(&g, tools, parts) : 0;
}
