/*
 * Upright: a plot whose categories stand side by side, with a scale at the
 * left and their names below. Columns, stacks, lines and areas stand on it.
 *
 * Filled in from top to bottom: `upright_plan` measures, `upright_put` draws
 * what lies under the marks, `upright_end` the names.
 */
#ifndef CHART_UPRIGHT_H
#define CHART_UPRIGHT_H

#include "chart/plot.h"

#define PLOT_HEIGHT 150.0

typedef struct Upright {
    Sketch *s;
    const ChartSpec *spec;
    double height; /* of the plot: PLOT_HEIGHT, or less */
    Axis axis;
    Names names;
    uint32_t rows;      /* that the names stand in */
    double left, right; /* of the plot */
    double band;        /* of a category */
    Scale y;
} Upright;

/* Ticks over the extent, and `bands` bands up to `right`; the names wrap. False
 * when one is wider than its band. */
bool upright_plan(Upright *u, Extent e, double right, double bands);
/* Where wrapped names have no room: each on one line, in up to three rows. */
bool upright_stagger(Upright *u);

double upright_middle(const Upright *u, uint32_t category);
/* The grid and its ticks, from `top` on; sets the scale. */
void upright_put(Upright *u, double top);
double upright_bottom(const Upright *u);
/* The names, `below` under the plot. Answers where they end. */
double upright_end(Upright *u, double below);

#endif
