/*
 * What stands around a chart: the day that its figures are of, on its unit
 * line; below it the table of its data and the line that says whose they are.
 */
#ifndef DOC_CHART_AROUND_H
#define DOC_CHART_AROUND_H

#include "doc/plan.h"

typedef struct ChartAround {
    const Template *base_date, *source; /* NULL: none */
    bool table;
} ChartAround;

ChartAround plan_around(Planner *p, const Node *keys);

/* "2023. 12. 31. 기준"; empty when no day is given. */
Str around_date(const ChartAround *around, Binder *b, const ExprScope *scope);

/* Adds the blocks that follow the chart's. The table has the very figures of
 * the chart, so that both round alike. */
void around_add(const ChartAround *around, Binder *b, const Step *step,
                const BlockChart *chart, const ExprScope *scope);

#endif
