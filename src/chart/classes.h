/*
 * Classes: the shades of a map, from light to dark.
 *
 * They are equal steps between ticks. Where that leaves most places in one
 * class (one large district beside many small ones), they begin at 1, 2 and 5
 * times powers of ten instead, at those that spread the places best.
 */
#ifndef CHART_CLASSES_H
#define CHART_CLASSES_H

#include "chart/map.h"

enum { MOST_CLASSES = 5 };

typedef struct Classes {
    int n;
    Decimal starts[MOST_CLASSES]; /* rising; that of the first bounds nothing */
    Str names[MOST_CLASSES];      /* "0~5,000", "5,000 이상" */
} Classes;

/* False when no place has a figure. */
bool classes_find(const MapSpec *spec, const ChartTools *tools, Classes *out);
/* What begins a class belongs to it. */
int class_of(const Classes *c, Decimal v);

#endif
