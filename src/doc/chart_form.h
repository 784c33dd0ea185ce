/*
 * Forms of charts: what a layout may say about each kind, and how the kind is
 * told in words. How it is drawn is the business of chart/.
 */
#ifndef DOC_CHART_FORM_H
#define DOC_CHART_FORM_H

#include "base/str.h"

/* Keys that not every kind knows. */
typedef enum ChartKey {
    CHART_KEY_TARGET = 1 << 0, /* target: what was planned */
    CHART_KEY_BESIDE = 1 << 1, /* beside: figures printed, not drawn */
    CHART_KEY_TOTALS = 1 << 2, /* totals: categories that are totals */
    CHART_KEY_TOTAL = 1 << 3   /* total: what the whole is called */
} ChartKey;

typedef struct Words Words;
/* Says what a chart shows, after its caption. */
typedef void ChartTell(Words *w);

typedef struct ChartForm {
    const char *name;  /* in layouts */
    unsigned keys;     /* of ChartKey */
    bool keeps_totals; /* rows that are totals stand in it as well */
    ChartTell *tell;
} ChartForm;

/* NULL when no kind is called so. */
const ChartForm *chart_form_find(Str name);

#endif
