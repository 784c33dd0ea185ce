/*
 * Values: the figures of bars as labels, and the legend over them.
 */
#ifndef CHART_VALUES_H
#define CHART_VALUES_H

#include "chart/plot.h"

/* Between a bar and its figure. */
#define VALUE_GAP 4

typedef struct Values {
    Label **labels;     /* category by category */
    double right, left; /* the widest of those at or over zero, below it; with
                           their gap */
    double highest;
} Values;

Values values_set(Sketch *s, const ChartSpec *spec);
Label *value_label(const Values *v, const ChartSpec *spec, uint32_t series,
                   uint32_t category);

/* The legend of several series at the top. Answers the room it takes. */
double legend_room(Sketch *s, const ChartSpec *spec);

#endif
