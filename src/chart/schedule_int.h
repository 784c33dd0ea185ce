/*
 * Schedules, inside: rows and lanes that schedule_rows.c makes and
 * schedule_draw.c draws. Points from the left edge of the drawing; heights
 * within a row from its top.
 */
#ifndef CHART_SCHEDULE_INT_H
#define CHART_SCHEDULE_INT_H

#include "chart/calendar.h"
#include "chart/schedule.h"
#include "chart/sketch.h"

/* A piece of a lane that something stands in. */
typedef struct Stretch {
    double from, to;
} Stretch;

typedef struct Bar {
    const ScheduleTask *task;
    double from, to;       /* a milestone: its diamond */
    double done;           /* the solid part ends here */
    bool cut_from, cut_to; /* goes on beyond what is shown */
    FillKind rest;         /* of what is not done */
    int lane;
    Label *label, *white; /* NULL: nothing to say; white: on a dark fill */
    enum { IN_DONE, IN_REST, BESIDE, ABOVE } where;
    double x; /* of the label's left edge */
    int tier; /* ABOVE: 0 is next to the bar */
} Bar;

typedef struct Row {
    const ScheduleTask *task; /* its first: name and group */
    uint32_t first, n;        /* of the bars */
    bool heads_group;
    Label *name;
    int lanes;
    double *tiers; /* by lane: height of the labels above it */
    double height;
} Row;

typedef struct Schedule {
    const ScheduleSpec *spec;
    Sketch *s; /* for setting labels */
    Bar *bars; /* by row, then by day */
    Row *rows;
    uint32_t nrows;
    bool grouped;
    int unit;           /* months of a column */
    int first, last;    /* months shown, `last` excluded */
    double left, right; /* of the columns */
    double base;        /* of the line; < 0: none */
    double group_height;
    double head; /* height of the head */
} Schedule;

/* Where a day begins. */
double schedule_at(const Schedule *g, int day);

#define BAR_HEIGHT 14
#define BAR_GAP 5    /* between lanes */
#define TEXT_GAP 3.5 /* above and below a label over a bar */
#define ROW_PAD 8
/* Under the last row: half of the rule there. */
#define FOOT 1

/* Rows with their bars and labels, each at a place of its own. */
void rows_make(Schedule *g);

/* ---- schedule_draw.c ---- */

/* The height of legend, base date and head. */
double schedule_head(const Schedule *g);
/* Of the legend: the width, and how far down its middle is. */
double legend_width(const Schedule *g);
double legend_middle(const Schedule *g);
/* Some rows under a head; NULL when reported. */
const ChartDrawing *schedule_draw(Schedule *g, uint32_t first, uint32_t n,
                                  const ChartTools *tools);

#endif
