/*
 * Trace: the figures of one series as points, joined where both are known.
 */
#ifndef CHART_TRACE_H
#define CHART_TRACE_H

#include "chart/sketch.h"

typedef struct TracePoint {
    Spot at;
    const ChartValue *value;
} TracePoint;

typedef struct Trace {
    TracePoint *points;
    uint32_t n;
} Trace;

/* Points at nowhere yet. */
Trace trace_new(Sketch *s, uint32_t n);

/* Lines between known neighbours; a gap in the data is a gap in the line.
 * `wires`: labels keep away from them. */
void trace_join(Sketch *s, const Trace *t, const DlPaint *paint, bool wires);
/* The known points as marks of their cells, drawn otherwise. */
void trace_note(Sketch *s, const Trace *t, double radius);

/* A round point: solid in `ink`, or hollow with a black rim. */
void point_draw(Sketch *s, Spot at, double radius, bool hollow, Colour ink);

/* Names with their points, ending at the right edge, at the top: the hollow
 * one and the solid one. Answers the room they take. */
double points_legend(Sketch *s, ChartText hollow, ChartText solid,
                     double radius);

#endif
