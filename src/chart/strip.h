/*
 * Flow strips (추진체계): steps in boxes, joined by arrows from left to right,
 * in as many rows as they need; a counterpart stands under its step.
 */
#ifndef CHART_STRIP_H
#define CHART_STRIP_H

#include "chart/chart.h"

typedef struct StripStep {
    ChartText title, text, by, with; /* all but the title may be empty */
} StripStep;

typedef struct StripSpec {
    Pos pos; /* in the layout */
    uint32_t n;
    const StripStep *steps;
} StripSpec;

/* NULL when reported. */
const ChartDrawing *strip_make(const StripSpec *spec, const ChartTools *tools);

#endif
