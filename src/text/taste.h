/*
 * Taste: places where a line may end by every rule and an editor would still
 * rather not see it end. Each costs a little when the best lines are sought
 * (optimum.c); none is worth a line more.
 */
#ifndef TEXT_TASTE_H
#define TEXT_TASTE_H

#include "text/breaks.h"
#include "text/uax14.h"

/* EDGE_LAST_WANTING and EDGE_FIRST_LEANING of a word. */
uint32_t taste_edges(const BreakChar *c, size_t n);

/* Whether a break before c[i], inside a word, leaves one letter alone at the
 * edge of a bracket or a quotation (K-26): "(시", "원)". */
bool taste_tears(const BreakChar *c, size_t n, size_t i);

/* How many of them speak against a break between two words. */
static inline uint8_t taste_of_gap(uint32_t before, uint32_t after)
{
    return (uint8_t)(!!(before & EDGE_LAST_WANTING)
        + !!(after & EDGE_FIRST_LEANING));
}

#endif
