/* Timelines: events looked over before they are drawn. */
#include "chart/timeline_int.h"

#include <glib.h>

/* ---- events ---- */

Events events_of(Events all, int first, int months)
{
    Events e = {.at = all.at, .first = first, .months = months};
    uint32_t i = 0;
    for (; i < all.n && month_number(all.at[i].date) < first; i++)
        e.at++;
    for (; i < all.n && month_number(all.at[i].date) < first + months; i++)
        e.n++;
    return e;
}

uint32_t events_in_month(Events e, int month)
{
    return events_of(e, month, 1).n;
}

Str event_date_text(Date d, Arena *a)
{
    return str_printf(a, "%d.%s%d.", d.month, d.day < 10 ? "\u2007" : "",
                      d.day);
}

static Date month_date(int month)
{
    return (Date){(int16_t)month_year(month), (int8_t)month_of_year(month), 0};
}

TimelinePart part_of(Events all, Events part, const ChartDrawing *drawing)
{
    return (TimelinePart){
        .drawing = drawing,
        .first = (uint32_t)(part.at - all.at),
        .n = part.n,
        .from = month_date(part.first),
        .to = month_date(part.first + part.months - 1),
    };
}

/* ---- looking over ---- */

static bool is_outside(const TimelineSpec *spec, Date d)
{
    return (spec->from.year && date_cmp(d, spec->from) < 0) ||
           (spec->to.year && date_cmp(d, spec->to) > 0);
}

static bool events_check(const TimelineSpec *spec, Diags *diags)
{
    bool ok = true;
    for (uint32_t i = 0; i < spec->n; i++) {
        const ChartEvent *e = &spec->events[i];
        bool fine = date_valid(e->date),
             outside = fine && is_outside(spec, e->date);
        if (!fine)
            diag0(diags, DIAG_CHART_DATE, e->day);
        if (outside)
            diag0(diags, DIAG_CHART_OUTSIDE, e->day);
        ok &= fine && !outside;
    }
    return ok;
}

static Events events_take(const TimelineSpec *spec)
{
    Date from = spec->from.year ? spec->from : spec->events[0].date;
    Date to = spec->to.year ? spec->to : spec->events[spec->n - 1].date;
    int first = month_number(from);
    return (Events){spec->events, spec->n, first, month_number(to) - first + 1};
}

/* More months than these are a wrong year. */
enum { MOST_MONTHS = 120 };

static bool months_check(Events e, Pos pos, Diags *diags)
{
    if (e.months >= 1 && e.months <= MOST_MONTHS)
        return true;
    diag(diags, DIAG_CHART_PERIOD, pos, diag_arg(diags, "%d", e.months),
         diag_arg(diags, "%d", MOST_MONTHS));
    return false;
}

uint32_t timeline_make(const TimelineSpec *spec, const ChartTools *tools,
                       const TimelinePart **out)
{
    if (spec->n == 0) {
        diag0(tools->diags, DIAG_CHART_EMPTY, spec->pos);
        return 0;
    }
    if (!events_check(spec, tools->diags))
        return 0;
    Events all = events_take(spec);
    Pos last = spec->events[spec->n - 1].day;
    if (!months_check(all, last, tools->diags))
        return 0;
    /* Every part has an event, so there are no more parts than these. */
    TimelinePart *parts = ARENA_ARRAY(tools->arena, TimelinePart, spec->n);
    *out = parts;
    return (spec->across ? axis_parts : ribbon_parts)(all, spec, tools, parts);
}
