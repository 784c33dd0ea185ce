/*
 * Outline: a path being drawn, the one door to Cairo of this folder.
 *
 * Cairo keeps 24.8 fixed point in device space, so the scratch context is
 * scaled by 64: a resolution of 1/16,384 pt and a range of ±131,000 pt. What is
 * beyond the paper of any chart is refused before it gets there, as Cairo
 * would wrap it in silence. One fixed scale keeps arcs the same everywhere.
 */
#ifndef CHART_OUTLINE_H
#define CHART_OUTLINE_H

#include "dlist/dlist.h"

typedef struct Outline Outline;

Outline *outline_new(void);
void outline_free(Outline *o);

void outline_move(Outline *o, double x, double y);
void outline_line(Outline *o, double x, double y);
/* Part of a circle, angles in radians, clockwise from the right. */
void outline_arc(Outline *o, double x, double y, double r, double from,
                 double to);
/* The same against the clock. */
void outline_arc_back(Outline *o, double x, double y, double r, double from,
                      double to);
void outline_circle(Outline *o, double x, double y, double r);
void outline_close(Outline *o);

/* What was drawn since the last time. */
DlPath outline_take(Outline *o, Arena *a);

#endif
