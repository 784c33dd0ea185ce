/*
 * Rows: a table in a chart. Columns of text stand side by side in the rules of
 * a table, one column is left for what is drawn; each row is a category.
 */
#ifndef CHART_ROWS_H
#define CHART_ROWS_H

#include "chart/plot.h"

typedef struct RowColumn {
    Label *head;       /* NULL: what is drawn has its own */
    Label **cells;     /* by category; NULL: the column that is drawn */
    double align;      /* of the cells: 0 left, 1 right as one block */
    double x, w;       /* set by rows_place() */
    double cell_width; /* of the widest */
} RowColumn;

typedef struct RowTable {
    Sketch *s;
    const ChartSpec *spec;
    RowColumn *columns;
    size_t n;
    double head_height;
    double *tops, *heights; /* of the rows */
} RowTable;

/* A column of labels; its head is in bold. */
RowColumn rows_names(Sketch *s, const ChartSpec *spec, double measure);
RowColumn rows_figures(Sketch *s, const ChartSpec *spec,
                       const ChartSeries *series, ChartRole role);
/* Gives every column its place, the drawn one what is left; false when that
 * is less than `least`. */
bool rows_place(RowTable *t, double least);
/* Rules, heads and texts, from y on; rows at least `pitch` high. Answers where
 * the table ends. */
double rows_put(RowTable *t, double y, double pitch);
double row_middle(const RowTable *t, uint32_t category);

#endif
