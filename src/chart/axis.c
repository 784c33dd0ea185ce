/*
 * Axis (가로 연표): months from left to right, events above and below.
 *
 * What happened on a day is a flag: a pole, date and texts at its right. A list
 * that is too long for one drawing is cut into parts of one scale, whole years,
 * halves, quarters or months of the calendar; the cut that makes the whole
 * lowest is taken. Where flags stand is axis_place.c's.
 */
#include "chart/axis.h"

#include <math.h>

/* ---- setting ---- */

/* Events of one day share a flag. */
static void flags_find(AxisPart *p)
{
    uint32_t i = 0;
    p->flags = ARENA_ARRAY(p->axis->s->tools->arena, Flag, p->shown.n);
    while (i < p->shown.n) {
        Flag *f = &p->flags[p->n++];
        *f = (Flag){.events = &p->shown.at[i], .side = p->n % 2 ? 1 : -1};
        while (i < p->shown.n &&
               date_cmp(p->shown.at[i].date, f->events[0].date) == 0)
            f->n++, i++;
    }
}

/* What a flag must have: room for its widest word. */
static double flag_least(Sketch *s, const Flag *f)
{
    double least = 0;
    for (uint32_t i = 0; i < f->n; i++)
        least =
            fmax(least, label_word_width(s, CHART_LABEL, f->events[i].text));
    return least;
}

static void flag_name(Sketch *s, Flag *f)
{
    ChartText date = {event_date_text(f->events[0].date, s->tools->arena),
                      f->events[0].day};
    f->date = label_of(s, CHART_NAME, date, 0);
    f->texts = ARENA_ARRAY(s->tools->arena, Label *, f->n);
    f->least = flag_least(s, f);
}

double flag_measure(int nth)
{
    static const double measures[MEASURES] = {64, 80, 96, 116, 140, 168};
    return measures[nth];
}

/* Two lines read at a glance, a column of single words does not. */
static double lines_cost(const Label *l)
{
    static const double third = 14, alone = 8, torn = 120;
    double cost = l->torn ? torn : 0;
    for (uint32_t i = 0; l->para->nlines > 1 && i < l->para->nlines; i++)
        cost += (i > 1) * third +
                (l->para->lines[i].width < l->para->width / 3) * alone;
    return cost;
}

void flag_set(Sketch *s, Flag *f, double measure)
{
    f->measure = measure;
    f->w = f->date->w;
    f->h = f->date->h;
    f->broken = 0;
    for (uint32_t i = 0; i < f->n; i++) {
        Label *l = label_of(s, CHART_LABEL, f->events[i].text,
                            fmax(measure, f->least));
        f->texts[i] = l;
        f->w = fmax(f->w, l->w);
        f->broken += lines_cost(l);
        f->h += flag_lead(i) + l->h;
    }
}

/* ---- places ---- */

static double part_try(AxisPart *p, double measure)
{
    for (uint32_t i = 0; i < p->n; i++)
        flag_set(p->axis->s, &p->flags[i], measure);
    return part_guess(p);
}

/* Texts as wide as makes the part lowest; then some get a width of their own. */
static void part_fit(AxisPart *p)
{
    double best = INFINITY, chosen = flag_measure(0);
    for (int i = 0; i < MEASURES; i++) {
        double cost = part_try(p, flag_measure(i));
        if (cost < best)
            best = cost, chosen = flag_measure(i);
    }
    part_try(p, chosen);
    part_place(p);
}

/* ---- the scale ---- */

double axis_at(const AxisPart *p, double day)
{
    const Axis *x = p->axis;
    return (day - month_start(p->shown.first)) * x->length / x->days;
}

static double flag_day(const AxisPart *p, const Flag *f)
{
    return axis_at(p, day_number(f->events[0].date) + 0.5);
}

/* ---- parts ---- */

static int part_days(Events e)
{
    return month_start(e.first + e.months) - month_start(e.first);
}

/* The months of a part that begins with `month`: whole years, halves … of the
 * calendar, cut to those of the list; split 0: all of it. */
static Events part_events(Events all, int month, int split)
{
    int last = all.first + all.months;
    int end = split ? month - month % split + split : last;
    return events_of(all, month, (end < last ? end : last) - month);
}

/* The parts of a split; months without events begin none. */
static Axis *axis_cut(Events all, int split, const ChartTools *tools)
{
    Axis *x = ARENA_NEW(tools->arena, Axis);
    int end = all.first + all.months;
    *x = (Axis){.tools = tools,
                .parts = ARENA_ARRAY(tools->arena, AxisPart, all.n)};
    for (int month = all.first; month < end;) {
        Events e = part_events(all, month, split);
        month += e.months;
        if (e.n == 0)
            continue;
        int days = part_days(e);
        x->parts[x->n++] = (AxisPart){.axis = x, .shown = e};
        x->days = days > x->days ? days : x->days;
    }
    return x;
}

static void part_name(AxisPart *p)
{
    flags_find(p);
    for (uint32_t i = 0; i < p->n; i++)
        flag_name(p->axis->s, &p->flags[i]);
}

static void part_lay(AxisPart *p)
{
    for (uint32_t i = 0; i < p->n; i++)
        p->flags[i].day = flag_day(p, &p->flags[i]);
    part_fit(p);
}

static double part_height(const AxisPart *p)
{
    return p->up + p->axis->band.height + p->down;
}

/* How high it is, captions included; INFINITY when a part is higher than a
 * page, or a month too narrow for its name. */
static double axis_cost(const Axis *x)
{
    static const double caption = 46;
    double sum = 0;
    for (uint32_t i = 0; i < x->n; i++) {
        double high = part_height(&x->parts[i]);
        if (high > len_pt(x->tools->depth))
            return INFINITY;
        sum += high + caption;
    }
    return x->band.readable ? sum : INFINITY;
}

static void axis_lay(Axis *x, Events all)
{
    x->s = sketch_new(x->tools);
    x->length = x->s->width - total_width(x->s, all.n);
    for (uint32_t i = 0; i < x->n; i++)
        part_name(&x->parts[i]);
    x->band = band_choose(x, all);
    for (uint32_t i = 0; i < x->n; i++)
        part_lay(&x->parts[i]);
    x->cost = axis_cost(x);
    sketch_drop(x->s);
}

/* ---- the whole ---- */

static Axis *axis_best(Events all, const ChartTools *tools)
{
    static const int splits[] = {0, SPLIT_YEAR, SPLIT_HALF, SPLIT_QUARTER,
                                 SPLIT_MONTH};
    Axis *best = NULL, *last = NULL;
    for (size_t i = 0; i < sizeof splits / sizeof *splits; i++) {
        Axis *x = axis_cut(all, splits[i], tools);
        if (last && last->n == x->n && last->days == x->days)
            continue; /* cut alike */
        last = x;
        axis_lay(x, all);
        if (!best || x->cost < best->cost)
            best = x;
    }
    return best;
}

/* The events that are too many: those of the highest part. */
static Pos crowd_pos(const Axis *x)
{
    const AxisPart *worst = &x->parts[0];
    for (uint32_t i = 1; i < x->n; i++)
        if (part_height(&x->parts[i]) > part_height(worst))
            worst = &x->parts[i];
    return worst->shown.at[0].day;
}

uint32_t axis_parts(Events e, const TimelineSpec *spec, const ChartTools *tools,
                    TimelinePart *out)
{
    ChartTools low = *tools;
    low.depth = spec->first_depth;
    Axis *x = spec->split == SPLIT_AUTO ? axis_best(e, &low)
                                        : axis_cut(e, (int)spec->split, &low);
    if (spec->split != SPLIT_AUTO)
        axis_lay(x, e);
    if (!isfinite(x->cost)) {
        diag0(tools->diags, DIAG_CHART_CROWDED, crowd_pos(x));
        return 0;
    }
    for (uint32_t i = 0; i < x->n; i++) {
        const ChartDrawing *d = part_draw(&x->parts[i], tools, spec->pos);
        if (!d)
            return 0;
        out[i] = part_of(e, x->parts[i].shown, d);
    }
    return x->n;
}
