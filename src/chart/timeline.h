/*
 * Timelines (연표): what happened on which day.
 *
 * A ribbon runs down the page, an axis across it. Both give one drawing, or
 * several that follow one another when one would be higher than a page: each
 * holds whole months, and all of an axis have one scale. page/ puts them under
 * captions of their own.
 */
#ifndef CHART_TIMELINE_H
#define CHART_TIMELINE_H

#include "chart/chart.h"

typedef struct ChartEvent {
    Date date; /* full */
    Pos day;   /* where that stands */
    ChartText text;
} ChartEvent;

/* Months of a part of an axis. */
typedef enum TimelineSplit {
    SPLIT_AUTO = 0, /* what makes the whole lowest */
    SPLIT_MONTH = 1,
    SPLIT_QUARTER = 3,
    SPLIT_HALF = 6,
    SPLIT_YEAR = 12
} TimelineSplit;

typedef struct TimelineSpec {
    Pos pos; /* in the layout */
    uint32_t n;
    const ChartEvent *events; /* in the order of their days */
    bool across;              /* an axis; else a ribbon */
    TimelineSplit split;      /* of an axis */
    Date from, to;   /* days that it shows; year 0: as its events ask */
    Len here_depth;  /* what is left of the page; 0: nothing */
    Len first_depth; /* the first part may be so high … */
} TimelineSpec;      /* … and all others as the tools say */

typedef struct TimelinePart {
    const ChartDrawing *drawing;
    uint32_t first, n; /* of the events */
    Date from, to;     /* its first and its last month, without days */
} TimelinePart;

/* The parts, in order; 0 when reported: an event without a full date or out of
 * range, or more than can be drawn apart. */
uint32_t timeline_make(const TimelineSpec *spec, const ChartTools *tools,
                       const TimelinePart **out);

#endif
