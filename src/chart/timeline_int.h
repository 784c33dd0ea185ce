/* Timelines: what timeline.c asks of the two forms. */
#ifndef CHART_TIMELINE_INT_H
#define CHART_TIMELINE_INT_H

#include "chart/calendar.h"
#include "chart/sketch.h"
#include "chart/timeline.h"

/* Events that were looked over, and their months. */
typedef struct Events {
    const ChartEvent *at;
    uint32_t n;
    int first, months; /* the first month; how many */
} Events;

/* Those of some months. */
Events events_of(Events all, int first, int months);
uint32_t events_in_month(Events e, int month);

/* "1.18.", the day padded to two figures (K-113). */
Str event_date_text(Date d, Arena *a);

/* Answer how many parts; 0 when reported. */
uint32_t ribbon_parts(Events e, const TimelineSpec *spec,
                      const ChartTools *tools, TimelinePart *out);
uint32_t axis_parts(Events e, const TimelineSpec *spec, const ChartTools *tools,
                    TimelinePart *out);

TimelinePart part_of(Events all, Events part, const ChartDrawing *drawing);

#endif
