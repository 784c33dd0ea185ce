/*
 * Spread: labels in a row that want to stand somewhere and need room.
 */
#ifndef CHART_SPREAD_H
#define CHART_SPREAD_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Stop {
    double want; /* where its middle should be */
    double size;
    double at; /* where its middle goes */
} Stop;

/* Gives every stop a place in [low, high], in the order they have, `gap` apart
 * at least, with the least sum of squared shifts. False when the room does not
 * hold them. */
bool stops_spread(Stop *stops, size_t n, double gap, double low, double high);

/* The sum of squared shifts. */
double stops_cost(const Stop *stops, size_t n);

#endif
