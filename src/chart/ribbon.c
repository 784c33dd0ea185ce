/*
 * Ribbon (연표): events by day along a vertical band of months. Every event
 * takes the side, and every label the height, that makes the sum of squared
 * shifts small; labels keep the order of their days.
 */
#include "chart/spread.h"
#include "chart/timeline_int.h"

#include <math.h>

static const double band_least = 29, band_line = 1.13;
static const double day_height = 1.65; /* where there is room */
static const double pad = 3;
static const double date_from = 25, date_least = 36, text_gap = 4;
static const double bend_from = 6, bend_to = 17, leader_to = 21;
static const double dot = 2.6, dot_ring = 0.6, straight = 4;

typedef struct Event {
    const ChartEvent *event;
    Label *date, *text;
    double y;  /* of its day */
    int side;  /* -1 left, 1 right */
    double at; /* of its first line */
} Event;

typedef struct Ribbon {
    Sketch *s;
    Events shown;
    Event *events;
    uint32_t n;
    ChartRole role; /* of texts */
    double apart;   /* of labels over one another */
    double height;
    double band, dates; /* widths of the band and the column of dates */
    Stop *stops;        /* room for all events */
} Ribbon;

/* ---- days ---- */

static int ribbon_days(const Ribbon *r)
{
    return month_start(r->shown.first + r->shown.months) -
           month_start(r->shown.first);
}

/* The top of a day; the middle is half a day lower. */
static double day_top(const Ribbon *r, int day)
{
    return (day - month_start(r->shown.first)) * r->height / ribbon_days(r);
}

/* ---- setting ---- */

/* Both grow with the type; no dot reaches a month's name. */
static void widths_set(Ribbon *r)
{
    static const double air = 2 * (dot + dot_ring); /* dots on both edges */
    Label *month =
        label_of(r->s, CHART_NAME, (ChartText){STR("12월"), POS_NONE}, 0);
    Label *date =
        label_of(r->s, CHART_NAME, (ChartText){STR("12.31."), POS_NONE}, 0);
    r->band = fmax(band_least, month->w + air);
    r->dates = fmax(date_least, date->w + 1);
}

static void events_set(Ribbon *r)
{
    Sketch *s = r->s;
    widths_set(r);
    double side = (s->width - r->band) / 2;
    double measure = side - date_from - r->dates - text_gap;
    for (uint32_t i = 0; i < r->n; i++) {
        const ChartEvent *e = &r->shown.at[i];
        ChartText date = {event_date_text(e->date, s->tools->arena), e->day};
        r->events[i] =
            (Event){.event = e,
                    .date = label_of(s, CHART_NAME, date, 0),
                    .text = label_fitted(s, r->role, e->text, measure)};
    }
}

/* As long as its days ask for, or as the labels on two sides do. */
static double ribbon_height(const Ribbon *r)
{
    static const double air = 1.05;
    double labels = 0;
    for (uint32_t i = 0; i < r->n; i++)
        labels += r->events[i].text->h + r->apart;
    return fmax(ribbon_days(r) * day_height, labels / 2 * air);
}

/* ---- sides ---- */

/* The shifts of the labels on one side; INFINITY when they have no room. */
static double side_cost(Ribbon *r, int side)
{
    size_t n = 0;
    for (uint32_t i = 0; i < r->n; i++)
        if (r->events[i].side == side) {
            double size = r->events[i].text->h;
            double line = len_pt(r->events[i].text->type->text.size);
            r->stops[n++] = (Stop){r->events[i].y + (size - line) / 2, size, 0};
        }
    if (!stops_spread(r->stops, n, r->apart, 0, r->height))
        return INFINITY;
    return stops_cost(r->stops, n);
}

static double cost(Ribbon *r)
{
    return side_cost(r, -1) + side_cost(r, 1);
}

static void turn(Ribbon *r, uint32_t i, uint32_t k)
{
    r->events[i].side = -r->events[i].side;
    if (k != i)
        r->events[k].side = -r->events[k].side;
}

/* Turns one event, or two that are not far apart, to the other side where
 * that helps. */
static bool improve(Ribbon *r, double *best)
{
    enum { FAR = 8 };
    bool better = false;
    for (uint32_t i = 0; i < r->n; i++)
        for (uint32_t k = i; k < r->n && k <= i + FAR; k++) {
            turn(r, i, k);
            double now = cost(r);
            if (now < *best - 1e-6) {
                *best = now;
                better = true;
                continue;
            }
            turn(r, i, k);
        }
    return better;
}

static bool sides_choose(Ribbon *r)
{
    enum { ROUNDS = 20 };
    for (uint32_t i = 0; i < r->n; i++)
        r->events[i].side = i % 2 ? -1 : 1;
    double best = cost(r);
    for (int round = 0; round < ROUNDS && improve(r, &best); round++)
        ;
    return isfinite(best);
}

static void places_take(Ribbon *r, int side)
{
    size_t n = 0;
    side_cost(r, side);
    for (uint32_t i = 0; i < r->n; i++)
        if (r->events[i].side == side) {
            const Label *text = r->events[i].text;
            double line = len_pt(text->type->text.size);
            r->events[i].at = r->stops[n++].at - (text->h - line) / 2;
        }
}

/* ---- drawing ---- */

/* "5월" over "7개", in the middle of its part of the band. */
static void month_label(Ribbon *r, int number, Box box, int mark)
{
    static const double between = 4, room = 3;
    Arena *a = r->s->tools->arena;
    uint32_t n = events_in_month(r->shown, number);
    Str name = str_printf(a, "%d월", month_of_year(number));
    Label *month = label_of(r->s, CHART_NAME, (ChartText){name, POS_NONE}, 0);
    Label *count = label_of(r->s, CHART_TICK,
                            (ChartText){str_printf(a, "%u개", n), POS_NONE}, 0);
    double x = box.x + box.w / 2, high = month->h + between + count->h;
    bool both = n > 0 && high + room <= box.h;
    double y = box.y + (box.h - (both ? high : month->h)) / 2;
    label_put_in(r->s, month, (Spot){x, y}, 0.5, 0, mark);
    if (both)
        label_put_in(r->s, count, (Spot){x, y + month->h + between}, 0.5, 0,
                     mark);
}

static void band_put(Ribbon *r, double x)
{
    const ChartStyle *style = r->s->tools->style;
    for (int m = 0; m < r->shown.months; m++) {
        int number = r->shown.first + m;
        double top = day_top(r, month_start(number));
        double end = day_top(r, month_start(number + 1));
        Box box = {x, pad + top, r->band, end - top};
        DlPaint paint = {.fill = true,
                         .stroke = true,
                         .fill_colour = m % 2 ? COLOUR_WHITE : style->tint1,
                         .line_width = LEN_PT(0.34)};
        sketch_rect(r->s, LAYER_BACK, box, &paint);
        month_label(r, number, box, sketch_note_mark(r->s, box, POS_NONE));
    }
    DlPaint frame = {.stroke = true, .line_width = len_of(band_line)};
    sketch_rect(r->s, LAYER_MARK, (Box){x, pad, r->band, r->height}, &frame);
}

static void leader_put(Ribbon *r, const Event *e, double edge)
{
    double y = pad + e->y, to = pad + e->at;
    Spot start = {edge, y}, end = {edge + e->side * leader_to, to};
    Spot bent[] = {start,
                   {edge + e->side * bend_from, y},
                   {edge + e->side * bend_to, to},
                   end};
    Spot direct[] = {start, end};
    if (fabs(y - to) < straight)
        sketch_leader(r->s, direct, 2);
    else
        sketch_leader(r->s, bent, 4);
}

static void dot_put(Ribbon *r, const Event *e, double edge)
{
    DlPaint paint = {.fill = true,
                     .stroke = true,
                     .fill_colour = r->s->tools->style->accent,
                     .stroke_colour = COLOUR_WHITE,
                     .line_width = len_of(dot_ring)};
    double y = pad + e->y;
    outline_circle(r->s->outline, edge, y, dot);
    sketch_shape_of(r->s, LAYER_OVER, &paint, e->event->day);
    sketch_note_mark(r->s, (Box){edge - dot, y - dot, 2 * dot, 2 * dot},
                     e->event->day);
}

/* Date and text; the date column has its own right edge on both sides. */
static void event_put(Ribbon *r, Event *e, double left, double right)
{
    double y = pad + e->at, half = len_pt(e->text->type->text.size) / 2;
    double edge = e->side > 0 ? right : left;
    double dates =
        e->side > 0 ? right + date_from + r->dates : left - date_from;
    double text = e->side > 0 ? dates + text_gap : dates - r->dates - text_gap;
    leader_put(r, e, edge);
    label_put(r->s, e->date, (Spot){dates, y}, 1, 0.5);
    label_put(r->s, e->text, (Spot){text, y - half}, e->side > 0 ? 0 : 1, 0);
}

static const ChartDrawing *ribbon_put(Ribbon *r, Pos pos)
{
    double left = (r->s->width - r->band) / 2, right = left + r->band;
    band_put(r, left);
    for (int side = -1; side <= 1; side += 2)
        places_take(r, side);
    for (uint32_t i = 0; i < r->n; i++)
        event_put(r, &r->events[i], left, right);
    for (uint32_t i = 0; i < r->n; i++)
        dot_put(r, &r->events[i], r->events[i].side > 0 ? right : left);
    return sketch_end(r->s, r->height + 2 * pad, pos);
}

static void days_place(Ribbon *r)
{
    double half = r->height / ribbon_days(r) / 2;
    for (uint32_t i = 0; i < r->n; i++)
        r->events[i].y =
            day_top(r, day_number(r->events[i].event->date)) + half;
}

/* Grows until both sides hold their labels, at most to the page. */
static bool height_choose(Ribbon *r)
{
    static const double step = 12;
    double most = len_pt(r->s->tools->depth) - 2 * pad;
    r->height = fmin(ribbon_height(r), most);
    for (;; r->height = fmin(r->height + step, most)) {
        days_place(r);
        if (sides_choose(r))
            return true;
        if (r->height >= most)
            return false;
    }
}

enum { MOST = 400, MOST_MONTHS = 60 };

/* How dense a ribbon may be: the type of its texts, and the air between two
 * labels beyond that between two lines of one. */
typedef struct Density {
    ChartRole role;
    double air;
} Density;

/* The first that the page has room for is taken. */
static const Density densities[] = {
    {CHART_LABEL, 4.5}, {CHART_TICK, 4.5}, {CHART_TICK, 2}};
enum { DENSITIES = sizeof densities / sizeof *densities };

/* Can two sides hold labels of that height and the air between them at all? */
static bool sides_may_hold(const ChartTools *tools, uint32_t n, double labels,
                           double apart)
{
    double most = len_pt(tools->depth) - 2 * pad;
    return labels + n * apart <= 2 * (most + apart);
}

static double apart_of(const ChartTools *tools, Density density)
{
    const ChartType *type = &tools->style->types[density.role];
    return len_pt(type->pitch - type->text.size) + density.air;
}

/* Nothing is set that has no room even on one line each. */
static bool ribbon_set(Ribbon *r, Density density)
{
    const ChartTools *tools = r->s->tools;
    double line = len_pt(tools->style->types[density.role].text.size);
    double labels = 0;
    r->role = density.role;
    r->apart = apart_of(tools, density);
    if (!sides_may_hold(tools, r->n, r->n * line, r->apart))
        return false;
    events_set(r);
    for (uint32_t i = 0; i < r->n; i++)
        labels += r->events[i].text->h;
    return sides_may_hold(tools, r->n, labels, r->apart) && height_choose(r);
}

/* Measured and placed, at one of the first `densest` densities; r->s is NULL
 * when there is no room on a page. */
static Ribbon ribbon_plan(Events shown, const ChartTools *tools, int densest)
{
    Ribbon r = {.shown = shown, .n = shown.n};
    if (shown.n > MOST || shown.months > MOST_MONTHS)
        return r;
    r.s = sketch_new(tools);
    r.events = ARENA_ARRAY(tools->arena, Event, r.n);
    r.stops = ARENA_ARRAY(tools->arena, Stop, r.n);
    for (int i = 0; i < densest; i++)
        if (ribbon_set(&r, densities[i]))
            return r;
    sketch_drop(r.s);
    r.s = NULL;
    return r;
}

/* ---- parts ---- */

/* The first k events, up to the end of a month. */
static Events head_of(Events all, uint32_t k)
{
    Events head = all;
    if (k < all.n)
        head.months = month_number(all.at[k - 1].date) - all.first + 1;
    head.n = k;
    return head;
}

static Events tail_of(Events all, uint32_t k)
{
    int first = month_number(all.at[k].date);
    return (Events){all.at + k, all.n - k, first,
                    all.first + all.months - first};
}

/* As many events as a page holds, whole months. */
static Ribbon ribbon_longest(Events left, const ChartTools *tools, int densest)
{
    for (uint32_t k = left.n; k > 0; k--) {
        bool whole = k == left.n || month_number(left.at[k].date) !=
                                        month_number(left.at[k - 1].date);
        Ribbon r = {.s = NULL};
        if (whole)
            r = ribbon_plan(head_of(left, k), tools, densest);
        if (r.s)
            return r;
    }
    return (Ribbon){.s = NULL};
}

/* Does every month have room for its name, and every label nearly the room
 * that it would take? */
static bool is_readable(const Ribbon *r)
{
    static const double least_month = 20, closest = 0.75;
    return r->height >= least_month * r->shown.months &&
           r->height >= closest * ribbon_height(r);
}

/* What is left of the page bears all of it, drawn closer: no new page. */
static Ribbon ribbon_here(Events all, const TimelineSpec *spec,
                          const ChartTools *tools)
{
    ChartTools *here = ARENA_NEW(tools->arena, ChartTools);
    *here = *tools;
    here->depth = spec->here_depth;
    Ribbon r = {.s = NULL};
    if (spec->here_depth > 0)
        r = ribbon_plan(all, here, DENSITIES);
    if (r.s && !is_readable(&r)) {
        sketch_drop(r.s);
        r.s = NULL;
    }
    return r;
}

/* How many parts that makes; 0 when something has no room. */
static uint32_t parts_needed(Events left, const TimelineSpec *spec,
                             const ChartTools *tools, int densest)
{
    ChartTools part_tools = *tools;
    part_tools.depth = spec->first_depth;
    for (uint32_t n = 1;; n++, part_tools.depth = tools->depth) {
        Ribbon r = ribbon_longest(left, &part_tools, densest);
        if (!r.s)
            return 0;
        sketch_drop(r.s);
        if (r.n == left.n)
            return n;
        left = tail_of(left, r.n);
    }
}

/* No denser than the number of parts asks for. */
static int density_choose(Events all, const TimelineSpec *spec,
                          const ChartTools *tools)
{
    uint32_t least = parts_needed(all, spec, tools, DENSITIES);
    int densest = 1;
    while (densest < DENSITIES &&
           parts_needed(all, spec, tools, densest) != least)
        densest++;
    return densest;
}

uint32_t ribbon_parts(Events e, const TimelineSpec *spec,
                      const ChartTools *tools, TimelinePart *out)
{
    Events left = e;
    ChartTools part_tools = *tools;
    Ribbon r = ribbon_here(e, spec, tools);
    int densest = r.s ? DENSITIES : density_choose(e, spec, tools);
    part_tools.depth = spec->first_depth;
    for (uint32_t n = 0;; part_tools.depth = tools->depth) {
        if (!r.s)
            r = ribbon_longest(left, &part_tools, densest);
        const ChartDrawing *d = r.s ? ribbon_put(&r, spec->pos) : NULL;
        if (!r.s)
            diag0(tools->diags, DIAG_CHART_CROWDED, left.at[0].day);
        if (!d)
            return 0;
        out[n++] = part_of(e, r.shown, d);
        if (r.n == left.n)
            return n;
        left = tail_of(left, r.n);
        r.s = NULL;
    }
}
