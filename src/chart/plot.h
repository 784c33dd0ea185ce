/*
 * Plot: what kinds of charts share: names of categories, scales with grids,
 * legends, and the table of kinds.
 */
#ifndef CHART_PLOT_H
#define CHART_PLOT_H

#include "chart/scale.h"
#include "chart/sketch.h"

typedef const ChartDrawing *ChartKindDraw(const ChartSpec *spec,
                                          const ChartTools *tools);

ChartKindDraw composition_draw, bars_draw, columns_draw, lines_draw,
    stacked_draw, area_draw, donut_draw, progress_draw, waterfall_draw,
    slope_draw, dots_draw, pyramid_draw, multiples_draw, sparklines_draw;

/* Thicknesses of the house: axes, grids. */
#define AXIS_THICK 0.75
#define GRID_THICK 0.34
/* Between the ticks at the left and the plot; between a plot and the names
 * under it, or a bar and the name beside it. */
#define TICK_GAP 6
#define NAME_GAP 8

/* ---- amounts ---- */

/* 0 where nothing is known. */
double spec_amount(const ChartSpec *spec, uint32_t series, uint32_t category);
const ChartValue *spec_value(const ChartSpec *spec, uint32_t series,
                             uint32_t category);

/* A sum or difference as the figures of the chart are printed: grouped, in
 * the style of the document below zero (K-110), with their decimals and what
 * follows them. */
ChartText spec_figure(Sketch *s, const ChartSpec *spec, Decimal d, Pos pos);
/* Are all figures of a category known? */
bool spec_known(const ChartSpec *spec, uint32_t category);
/* Of the known figures of a category; false when there are too many digits. */
bool spec_sum(const ChartSpec *spec, uint32_t category, Decimal *out);

typedef struct Extent {
    double low, high;
} Extent;

/* Of all known figures; `zero`: it takes in the zero. */
Extent spec_extent(const ChartSpec *spec, bool zero);

/* Ticks that take in the extent, at least two of them. */
Ticks extent_ticks(Extent e, int want);

/* ---- names ---- */

typedef struct Names {
    Label **labels;
    double width;  /* of the widest */
    double height; /* of the highest */
    bool cut;      /* a word is wider than the measure and was cut */
} Names;

/* The names of the categories, wrapped to `measure`, 0: on one line. */
Names names_set(Sketch *s, const ChartSpec *spec, double measure);
/* Does every name fit into the measure, with no word cut? */
bool names_fit(const Names *n, double measure);
/* A column of names may take this much of a width. */
double names_measure(double width);

/* "2,310 동구": a figure with the name of its series. */
Label *series_end_label(Sketch *s, const ChartSpec *spec, uint32_t series,
                        uint32_t category);

/* ---- scales ---- */

typedef struct Axis {
    Ticks ticks;
    Label **labels; /* NULL: a scale that another plot names */
    double widest;  /* tick label */
    bool behind;    /* no mark stands on zero, labels may lie over its line */
} Axis;

/* Ticks in the words of the figures; `after` instead of what follows them. */
Axis axis_set(Sketch *s, Ticks ticks, const ChartSpec *spec);
Axis axis_set_as(Sketch *s, Ticks ticks, const ChartSpec *spec, Str after);
/* Draws vertical grid lines from top to bottom with the ticks below; the line
 * at zero is the axis. Answers the bottom of the ticks. */
double axis_across(Sketch *s, const Axis *a, const Scale *x, double top,
                   double bottom);
/* Draws horizontal grid lines from left to right, ticks at the left. */
void axis_up(Sketch *s, const Axis *a, const Scale *y, double left,
             double right);

/* How many ticks a length bears. */
int ticks_wanted(double length, double each);

/* ---- legends ---- */

typedef struct LegendEntry {
    ChartText name;
    FillKind fill;
} LegendEntry;

/* Swatches with names, ending at x, their top at y. Answers their height. */
double legend_entries(Sketch *s, const LegendEntry *entries, size_t n, double x,
                      double y);
/* The same with the series, ending at the right edge. */
double legend_put(Sketch *s, const ChartSpec *spec, double y);

#endif
