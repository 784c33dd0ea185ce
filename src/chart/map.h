/*
 * Tile-grid maps (자치구, 시도): a square for each district, near where it
 * lies, filled by classes that differ in lightness and texture.
 */
#ifndef CHART_MAP_H
#define CHART_MAP_H

#include "chart/chart.h"

typedef struct ChartTilePlace {
    ChartText name;
    uint32_t row, column; /* from 1 */
    ChartValue value;
} ChartTilePlace;

typedef struct MapSpec {
    Pos pos; /* in the layout */
    uint32_t n;
    const ChartTilePlace *places; /* no two on one tile */
    int power;                    /* of ten, of the figures' unit */
    Str after;                    /* follows every figure: "%" */
} MapSpec;

/* NULL when reported. */
const ChartDrawing *map_make(const MapSpec *spec, const ChartTools *tools);

#endif
