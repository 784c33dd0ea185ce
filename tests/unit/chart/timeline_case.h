/* Events for tests of timelines. */
#ifndef TESTS_TIMELINE_CASE_H
#define TESTS_TIMELINE_CASE_H

#include "chart_case.h"

#include "chart/timeline.h"

static inline ChartEvent event(int month, int day, const char *text)
{
    return (ChartEvent){
        {2023, (int8_t)month, (int8_t)day}, {1, 2, 1}, case_text(text)};
}

static inline int event_order(const void *a, const void *b)
{
    return date_cmp(((const ChartEvent *)a)->date,
                    ((const ChartEvent *)b)->date);
}

/* Sorts the events. */
static inline TimelineSpec timeline_spec(ChartCase *c, ChartEvent *events,
                                         uint32_t n)
{
    qsort(events, n, sizeof *events, event_order);
    return (TimelineSpec){.pos = {1, 1, 1},
                          .n = n,
                          .events = events,
                          .first_depth = c->tools.depth};
}

/* How many parts they make, none of which may be crowded. */
static inline uint32_t timeline_count(ChartCase *c, ChartEvent *events,
                                      uint32_t n, bool across)
{
    const TimelinePart *parts;
    TimelineSpec spec = timeline_spec(c, events, n);
    spec.across = across;
    uint32_t made = timeline_make(&spec, &c->tools, &parts);
    for (uint32_t i = 0; i < made; i++) {
        assert_int_equal(drawing_overlaps(parts[i].drawing), 0);
        assert_true(drawing_height(parts[i].drawing) <= c->tools.depth);
    }
    return made;
}

#endif
