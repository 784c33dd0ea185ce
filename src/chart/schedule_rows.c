/*
 * Schedules: where bars and their labels stand in a row.
 *
 * Bars that overlap in time get lanes of their own; diamonds may stand on bars.
 * A label takes the first of these places that is free: in the bar, right of
 * it, left of it, over it; over it there is always room, as labels there go up
 * by tiers. None crosses the line of the base date.
 */
#include "chart/schedule_int.h"

#include "base/name.h"

#include <glib.h>
#include <math.h>

static const double air = 3;  /* around labels */
static const double half = 7; /* of a diamond */

double schedule_at(const Schedule *g, int day)
{
    int from = month_start(g->first), to = month_start(g->last);
    return g->left + (day - from) * (g->right - g->left) / (to - from);
}

/* ---- bars ---- */

/* The solid part of a bar: as far as is done, or up to the base date. */
static double done_at(const Schedule *g, const ScheduleTask *t)
{
    double from = schedule_at(g, day_number(t->from));
    double to = schedule_at(g, day_number(t->to) + 1);
    if (t->state == TASK_DONE)
        return to;
    if (t->progress.text.n > 0)
        return from + decimal_value(t->done) * (to - from);
    return t->state == TASK_AHEAD
               ? from
               : schedule_at(g, day_number(g->spec->base) + 1);
}

static double between(const Schedule *g, double x)
{
    return fmin(fmax(x, g->left), g->right);
}

static void label_make(Schedule *g, Bar *b)
{
    const ScheduleTask *t = b->task;
    Arena *a = g->s->tools->arena;
    const char *space = t->text.text.n && t->progress.text.n ? " " : "";
    Str text = str_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(t->text.text), space,
                          STR_ARG(t->progress.text));
    ChartText all = {text, t->text.text.n ? t->text.pos : t->progress.pos};
    if (text.n == 0)
        return;
    b->label = label_of(g->s, CHART_LABEL, all, 0);
    b->white = label_white(g->s, CHART_NAME, all);
}

static Bar bar_of(Schedule *g, const ScheduleTask *t)
{
    double from = schedule_at(g, day_number(t->from));
    double to = schedule_at(g, day_number(t->to) + 1);
    Bar b = {.task = t,
             .from = between(g, from),
             .to = between(g, to),
             .done = between(g, done_at(g, t)),
             .cut_from = from<g->left - 0.01, .cut_to = to> g->right + 0.01,
             .rest = t->state == TASK_AHEAD ? FILL_WHITE : FILL_HATCH};
    if (t->milestone) {
        double middle =
            fmin(fmax((from + to) / 2, g->left + half), g->right - half);
        b.from = middle - half;
        b.to = middle + half;
    }
    label_make(g, &b);
    return b;
}

/* ---- lanes ---- */

static bool stretches_meet(Stretch a, Stretch b)
{
    return a.from < b.to && b.from < a.to;
}

static Stretch bar_stretch(const Bar *b)
{
    static const double touch = 0.01; /* one may begin where another ends */
    return (Stretch){b->from + touch, b->to - touch};
}

static Stretch label_stretch(const Bar *b)
{
    return (Stretch){b->x - air, b->x + b->label->w + air};
}

/* The lowest lane where no bar of its kind is in the way. */
static int lane_find(const Bar *bars, uint32_t n, const Bar *b)
{
    for (int lane = 0;; lane++) {
        bool free = true;
        for (uint32_t i = 0; i < n && free; i++)
            free = bars[i].lane != lane ||
                   bars[i].task->milestone != b->task->milestone ||
                   !stretches_meet(bar_stretch(&bars[i]), bar_stretch(b));
        if (free)
            return lane;
    }
}

/* ---- labels ---- */

/* Is a stretch of the lane of bar `k` free of bars, diamonds and labels, but
 * for the bar itself? `tier` < 0: beside the bars. */
static bool is_free(const Schedule *g, const Row *r, const Bar *b, Stretch s,
                    int tier)
{
    Stretch base = {g->base - 1, g->base + 1};
    if (s.from < g->left || s.to > g->right + air ||
        (g->base >= 0 && stretches_meet(s, base)))
        return false;
    for (uint32_t i = r->first; i < r->first + r->n; i++) {
        const Bar *o = &g->bars[i];
        if (o == b || o->lane != b->lane)
            continue;
        if (tier < 0 && stretches_meet(s, bar_stretch(o)))
            return false;
        bool same =
            o->label && (o->where == ABOVE ? o->tier == tier : tier < 0);
        if (same && o->where != IN_DONE && o->where != IN_REST &&
            stretches_meet(s, label_stretch(o)))
            return false;
    }
    return true;
}

/* The diamond of the lane that stands in a stretch and begins first. */
static const Bar *diamond_in(const Schedule *g, const Row *r, const Bar *b,
                             Stretch s)
{
    const Bar *first = NULL;
    for (uint32_t i = r->first; i < r->first + r->n; i++) {
        const Bar *o = &g->bars[i];
        if (o->task->milestone && o->lane == b->lane &&
            stretches_meet(s, bar_stretch(o)) &&
            (!first || o->from < first->from))
            first = o;
    }
    return first;
}

/* The widest part of a stretch between diamonds. */
static Stretch between_diamonds(const Schedule *g, const Row *r, const Bar *b,
                                Stretch s)
{
    Stretch best = {s.from, s.from};
    for (;;) {
        const Bar *d = diamond_in(g, r, b, s);
        Stretch clear = {s.from, d ? d->from : s.to};
        if (clear.to - clear.from > best.to - best.from)
            best = clear;
        if (!d)
            return best;
        s.from = d->to;
        if (s.from >= s.to)
            return best;
    }
}

/* In a piece of its own bar, beside the diamonds on it. */
static bool put_inside(const Schedule *g, const Row *r, Bar *b, Stretch piece,
                       const Label *l)
{
    Stretch room = between_diamonds(g, r, b, piece);
    double middle = (room.from + room.to) / 2, wide = l->w / 2 + air;
    Stretch s = {middle - wide, middle + wide};
    Stretch base = {g->base - 1, g->base + 1};
    if (b->task->milestone || s.from < room.from || s.to > room.to ||
        (g->base >= 0 && stretches_meet(s, base)))
        return false;
    b->x = middle - l->w / 2;
    return true;
}

static bool put_beside(const Schedule *g, const Row *r, Bar *b)
{
    double places[] = {b->to + air + 1, b->from - air - 1 - b->label->w};
    for (int i = 0; i < 2; i++) {
        b->x = places[i];
        if (is_free(g, r, b, label_stretch(b), -1))
            return true;
    }
    return false;
}

/* As near to the middle of the bar as the base date and the edges let it. */
static double place_above(const Schedule *g, const Bar *b)
{
    double w = b->label->w, x = (b->from + b->to - w) / 2;
    x = fmin(fmax(x, g->left + air), g->right - w);
    double before = g->base - 1 - air - w, after = g->base + 1 + air;
    if (g->base < 0 || x <= before || x >= after)
        return x;
    bool right = (b->from + b->to) / 2 > g->base;
    bool has_left = before >= g->left + air, has_right = after + w <= g->right;
    return has_right && (right || !has_left) ? after : before;
}

/* The room for a label on the side of the base date that its bar stands on. */
static double room_above(const Schedule *g, const Bar *b)
{
    double left = g->base - 1 - g->left, right = g->right - g->base - 1;
    if (g->base < 0)
        return g->right - g->left - 2 * air;
    return ((b->from + b->to) / 2 > g->base ? right : left) - 2 * air;
}

/* Over the bar, in the lowest tier that is free, on its own side of the base
 * date: broken into lines where that is narrow, unless a word would be cut. */
static void put_above(Schedule *g, const Row *r, Bar *b)
{
    double all = fmax(g->base - g->left, g->right - g->base) - 1 - 2 * air;
    double room = room_above(g, b);
    ChartText text = {b->label->text, b->label->pos};
    if (label_word_width(g->s, CHART_LABEL, text) > room)
        room = all;
    if (b->label->w > room)
        b->label = label_of(g->s, CHART_LABEL, text, room);
    b->x = place_above(g, b);
    while (!is_free(g, r, b, label_stretch(b), b->tier))
        if (b->tier++ > (int)r->n)
            return; /* wider than any place: the proof tells */
}

static void label_place(Schedule *g, const Row *r, Bar *b)
{
    if (!b->label)
        return;
    Stretch done = {b->from, b->done}, rest = {fmax(b->done, b->from), b->to};
    bool solid = put_inside(g, r, b, done, b->white);
    if (solid || put_inside(g, r, b, rest, b->label)) {
        b->where = solid ? IN_DONE : IN_REST;
        return;
    }
    b->where = BESIDE;
    if (put_beside(g, r, b))
        return;
    b->where = ABOVE;
    put_above(g, r, b);
}

/* ---- rows ---- */

static double lane_tiers(const Schedule *g, const Row *r, int lane)
{
    double heights[64] = {0}, sum = 0;
    for (uint32_t i = r->first; i < r->first + r->n; i++) {
        const Bar *b = &g->bars[i];
        if (b->label && b->lane == lane && b->where == ABOVE && b->tier < 64)
            heights[b->tier] = fmax(heights[b->tier], b->label->h + TEXT_GAP);
    }
    for (int i = 0; i < 64; i++)
        sum += heights[i];
    return sum;
}

static void row_place(Schedule *g, Row *r)
{
    static const double least = 30;
    Bar *bars = &g->bars[r->first];
    for (uint32_t i = 0; i < r->n; i++) {
        bars[i].lane = lane_find(bars, i, &bars[i]);
        r->lanes = bars[i].lane >= r->lanes ? bars[i].lane + 1 : r->lanes;
    }
    for (uint32_t i = 0; i < r->n; i++)
        label_place(g, r, &bars[i]);
    r->tiers = ARENA_ARRAY(g->s->tools->arena, double, (size_t)r->lanes);
    double high = 2 * ROW_PAD - BAR_GAP;
    for (int lane = 0; lane < r->lanes; lane++) {
        r->tiers[lane] = lane_tiers(g, r, lane);
        high += r->tiers[lane] + BAR_HEIGHT + BAR_GAP;
    }
    r->height = fmax(fmax(high, least), r->name->h + 2 * ROW_PAD);
}

static bool same_row(const ScheduleTask *a, const ScheduleTask *b)
{
    return name_same(a->name.text, b->name.text) &&
           name_same(a->group.text, b->group.text);
}

static int bar_order(const void *a, const void *b, void *unused)
{
    const Bar *x = a, *y = b;
    (void)unused;
    return (x->from > y->from) - (x->from < y->from);
}

static void row_take(Schedule *g, uint32_t *at)
{
    const ScheduleSpec *spec = g->spec;
    Row *r = &g->rows[g->nrows++];
    *r = (Row){.task = &spec->tasks[*at], .first = *at};
    const ScheduleTask *above = *at > 0 ? &spec->tasks[*at - 1] : NULL;
    r->heads_group = g->grouped && (!above || !name_same(above->group.text,
                                                         r->task->group.text));
    r->name = label_of(g->s, CHART_LABEL, r->task->name, g->left - 2 * ROW_PAD);
    while (*at < spec->n && same_row(&spec->tasks[*at], r->task)) {
        g->bars[*at] = bar_of(g, &spec->tasks[*at]);
        ++*at;
        r->n++;
    }
    g_qsort_with_data(&g->bars[r->first], (gint)r->n, sizeof(Bar), bar_order,
                      NULL);
}

void rows_make(Schedule *g)
{
    uint32_t at = 0;
    while (at < g->spec->n) {
        row_take(g, &at);
        row_place(g, &g->rows[g->nrows - 1]);
    }
}
