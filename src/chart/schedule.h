/*
 * Schedules (추진일정): a table of jobs with bars over months.
 *
 * Jobs of one name stand in one row, rows of one group under its name. A bar is
 * solid as far as it is done, hatched where it runs and white where it is
 * ahead; a day of its own is a diamond. What is higher than a page goes on in
 * parts with the same head.
 */
#ifndef CHART_SCHEDULE_H
#define CHART_SCHEDULE_H

#include "chart/chart.h"

/* How far a task is. */
typedef enum TaskState { TASK_DONE, TASK_RUNNING, TASK_AHEAD } TaskState;

typedef struct ScheduleTask {
    ChartText group;    /* may be empty */
    ChartText name;     /* of the row */
    ChartText text;     /* beside or in the bar; may be empty */
    ChartText progress; /* "40%" after the text; may be empty */
    Date from, to;      /* full, in order */
    Pos day;            /* where the first one stands */
    bool milestone;     /* happens on `from` */
    bool vague;         /* happens within these days, nobody knows when */
    TaskState state;
    Decimal done; /* part of its days, where progress is said */
} ScheduleTask;

typedef enum ScheduleUnit {
    UNIT_AUTO = 0, /* the finest that has room */
    UNIT_MONTH = 1,
    UNIT_QUARTER = 3,
    UNIT_YEAR = 12
} ScheduleUnit;

typedef struct ScheduleSpec {
    Pos pos; /* in the layout */
    uint32_t n;
    const ScheduleTask *tasks;
    ChartText head; /* what the rows are: "사업명" */
    ScheduleUnit unit;
    Date base;     /* the line of today; year 0: none */
    Date from, to; /* what is shown; year 0: as the tasks ask */
    /* The first part may be so high, on a page that is begun … */
    Len here_depth;
    Len fresh_depth; /* … or on one of its own, when few rows fit there. */
} ScheduleSpec;

typedef struct SchedulePart {
    const ChartDrawing *drawing;
    uint32_t first, n; /* of the tasks */
    /* Its legend stands in the first line, at the right: so wide, and its
     * middle so far down. The rest of that line is free. */
    Len legend, legend_middle;
} SchedulePart;

/* The parts, in order; 0 when reported. */
uint32_t schedule_make(const ScheduleSpec *spec, const ChartTools *tools,
                       const SchedulePart **out);

#endif
