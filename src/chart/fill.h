/*
 * Fills: how the areas of a chart differ, on paper that may be grey.
 *
 * Series take them in order. Each has its own texture or a lightness far from
 * those beside it; fills_alike() is the proof, seen in grey and by two kinds of
 * colour-deficient eyes (K-158).
 */
#ifndef CHART_FILL_H
#define CHART_FILL_H

#include "chart/chart.h"

typedef enum FillKind {
    FILL_ACCENT,
    FILL_HATCH,
    FILL_WHITE,
    FILL_DOTS,
    FILL_TINT,
    FILLS
} FillKind;

typedef enum Sight { SIGHT_GREY, SIGHT_PROTAN, SIGHT_DEUTAN, SIGHTS } Sight;

/* Filled and with the outline of every bar. */
DlPaint fill_paint(const ChartStyle *style, FillKind fill);
/* Does text over it need a plate? Is text on it white? */
bool fill_is_pattern(FillKind fill);
bool fill_is_dark(FillKind fill);

/* What a colour looks like. */
Colour colour_seen(Colour c, Sight sight);
/* How far apart two colours look, in CIE Lab. */
double colour_distance(Colour a, Colour b);

/* Could one of them be taken for the other in any sight? */
bool fills_alike(const ChartStyle *style, FillKind a, FillKind b);

#endif
