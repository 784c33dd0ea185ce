/*
 * Ends: labels in a column beside the ends of lines, as near to them as they
 * can stand, in the order of the ends, on leaders where they had to move.
 */
#ifndef CHART_ENDS_H
#define CHART_ENDS_H

#include "chart/sketch.h"

typedef struct End {
    Label *label;
    Spot from; /* where its line ends */
} End;

typedef enum EndSide { END_LEFT = -1, END_RIGHT = 1 } EndSide;

/* Between an end and its label. */
#define END_GAP 12

double ends_width(const End *ends, size_t n);
/* How high they are when they stand as close as they may. */
double ends_height(const End *ends, size_t n);

/* Puts them between top and bottom; `x` is the edge of the column that is
 * nearer to the ends. Reorders `ends`. False when there are too many. */
bool ends_put(Sketch *s, End *ends, size_t n, double x, EndSide side,
              double top, double bottom);
/* The leaders, `off` away from the ends. */
void ends_lead(Sketch *s, const End *ends, size_t n, EndSide side, double off);

#endif
