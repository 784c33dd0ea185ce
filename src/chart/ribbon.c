/*
 * Ribbon (연표): events by day along a vertical band of months. Every event
 * takes the side, and every label the height, that makes the sum of squared
 * shifts small; labels keep the order of their days.
 */
#include "chart/sketch.h"
#include "chart/spread.h"

#include <glib.h>
#include <math.h>

static const double band_least = 29, band_line = 1.13;
static const double day_height = 1.65; /* where there is room */
static const double gap = 4.5, pad = 3;
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
    Event *events;
    uint32_t n;
    GDate first; /* of the first month */
    int months;
    double height;
    double band, dates; /* widths of the band and the column of dates */
    Stop *stops;        /* room for all events */
} Ribbon;

/* ---- days ---- */

static GDate day_of(Date d)
{
    GDate g;
    g_date_clear(&g, 1);
    g_date_set_dmy(&g, (GDateDay)d.day, (GDateMonth)d.month, (GDateYear)d.year);
    return g;
}

static GDate month_start(const Ribbon *r, int month)
{
    GDate g = r->first;
    g_date_add_months(&g, (guint)month);
    return g;
}

static int days_between(GDate from, GDate to)
{
    return (int)g_date_get_julian(&to) - (int)g_date_get_julian(&from);
}

/* The top of a day; the middle is half a day lower. */
static double day_top(const Ribbon *r, GDate day)
{
    int all = days_between(r->first, month_start(r, r->months));
    return days_between(r->first, day) * r->height / all;
}

static int event_order(const void *a, const void *b, void *unused)
{
    const Event *x = a, *y = b;
    (void)unused;
    return date_cmp(x->event->date, y->event->date);
}

/* ---- setting ---- */

/* "1.18.", the day padded to two figures (K-113). */
static Str date_text(Date d, Arena *a)
{
    return str_printf(a, "%d.%s%d.", d.month, d.day < 10 ? "\u2007" : "",
                      d.day);
}

/* Both grow with the type. */
static void widths_set(Ribbon *r)
{
    static const double air = 5;
    Label *month =
        label_of(r->s, CHART_NAME, (ChartText){STR("12월"), POS_NONE}, 0);
    Label *date =
        label_of(r->s, CHART_NAME, (ChartText){STR("12.31."), POS_NONE}, 0);
    r->band = fmax(band_least, month->w + air);
    r->dates = fmax(date_least, date->w + 1);
}

static bool events_set(Ribbon *r, const ChartEvent *events)
{
    Sketch *s = r->s;
    widths_set(r);
    double side = (s->width - r->band) / 2;
    double measure = side - date_from - r->dates - text_gap;
    bool ok = true;
    for (uint32_t i = 0; i < r->n; i++) {
        const ChartEvent *e = &events[i];
        ok &= date_valid(e->date);
        ChartText date = {date_text(e->date, s->tools->arena), e->text.pos};
        r->events[i] =
            (Event){.event = e,
                    .date = label_of(s, CHART_NAME, date, 0),
                    .text = label_of(s, CHART_LABEL, e->text, measure)};
        if (!date_valid(e->date))
            diag0(s->tools->diags, DIAG_CHART_DATE, e->text.pos);
    }
    return ok;
}

static void span_set(Ribbon *r)
{
    Date from = r->events[0].event->date, to = r->events[r->n - 1].event->date;
    from.day = 1;
    r->first = day_of(from);
    r->months = (to.year - from.year) * 12 + to.month - from.month + 1;
}

/* As long as its days ask for, or as the labels on two sides do. */
static double ribbon_height(const Ribbon *r)
{
    static const double air = 1.05;
    double labels = 0;
    for (uint32_t i = 0; i < r->n; i++)
        labels += r->events[i].text->h + gap;
    int days = days_between(r->first, month_start(r, r->months));
    return fmax(days * day_height, labels / 2 * air);
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
    if (!stops_spread(r->stops, n, gap, 0, r->height))
        return INFINITY;
    return stops_cost(r->stops, n);
}

static double cost(Ribbon *r)
{
    return side_cost(r, -1) + side_cost(r, 1);
}

/* Turns one event, or two neighbours, to the other side where that helps. */
static bool improve(Ribbon *r, double *best)
{
    bool better = false;
    for (uint32_t width = 1; width <= 2; width++)
        for (uint32_t i = 0; i + width <= r->n; i++) {
            for (uint32_t k = i; k < i + width; k++)
                r->events[k].side = -r->events[k].side;
            double now = cost(r);
            if (now < *best - 1e-6) {
                *best = now;
                better = true;
                continue;
            }
            for (uint32_t k = i; k < i + width; k++)
                r->events[k].side = -r->events[k].side;
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

static uint32_t month_count(const Ribbon *r, GDate start)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->n; i++) {
        Date d = r->events[i].event->date;
        n += d.year == g_date_get_year(&start) &&
             d.month == (int)g_date_get_month(&start);
    }
    return n;
}

/* "5월" over "7개", in the middle of its part of the band. */
static void month_label(Ribbon *r, GDate start, Box box, int mark)
{
    static const double between = 4, room = 3;
    Arena *a = r->s->tools->arena;
    uint32_t n = month_count(r, start);
    Str name = str_printf(a, "%d월", g_date_get_month(&start));
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
    for (int m = 0; m < r->months; m++) {
        GDate start = month_start(r, m);
        double top = day_top(r, start);
        double end = day_top(r, month_start(r, m + 1));
        Box box = {x, pad + top, r->band, end - top};
        DlPaint paint = {.fill = true,
                         .stroke = true,
                         .fill_colour = m % 2 ? COLOUR_WHITE : style->tint1,
                         .line_width = LEN_PT(0.34)};
        sketch_rect(r->s, LAYER_BACK, box, &paint);
        month_label(r, start, box, sketch_note_mark(r->s, box, POS_NONE));
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
    outline_circle(r->s->outline, edge, pad + e->y, dot);
    sketch_shape(r->s, LAYER_OVER, &paint);
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
    int days = days_between(r->first, month_start(r, r->months));
    double day = r->height / days;
    for (uint32_t i = 0; i < r->n; i++)
        r->events[i].y = day_top(r, day_of(r->events[i].event->date)) + day / 2;
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

/* Measures and places; false when there is no room on a page. */
static bool ribbon_plan(Ribbon *r)
{
    g_qsort_with_data(r->events, (gint)r->n, sizeof *r->events, event_order,
                      NULL);
    span_set(r);
    return r->months <= MOST_MONTHS && r->n <= MOST && height_choose(r);
}

static Ribbon ribbon_new(uint32_t n, const ChartTools *tools)
{
    return (Ribbon){.s = sketch_new(tools),
                    .n = n,
                    .events = ARENA_ARRAY(tools->arena, Event, n),
                    .stops = ARENA_ARRAY(tools->arena, Stop, n)};
}

bool ribbon_fits(const ChartEvent *events, uint32_t n, const ChartTools *tools)
{
    if (n == 0 || n > MOST)
        return false;
    Ribbon r = ribbon_new(n, tools);
    bool fits = events_set(&r, events) && ribbon_plan(&r);
    sketch_drop(r.s);
    return fits;
}

const ChartDrawing *ribbon_make(const ChartEvent *events, uint32_t n, Pos pos,
                                const ChartTools *tools)
{
    if (n == 0) {
        diag0(tools->diags, DIAG_CHART_EMPTY, pos);
        return NULL;
    }
    Ribbon r = ribbon_new(n, tools);
    if (events_set(&r, events)) {
        if (ribbon_plan(&r))
            return ribbon_put(&r, pos);
        diag0(tools->diags, DIAG_CHART_CROWDED, pos);
    }
    sketch_drop(r.s);
    return NULL;
}
