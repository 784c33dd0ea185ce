/*
 * What rounding leaves open in an expression: instead of one value, the range
 * of what its rounded figures may have been (K-100). For checks whose two sides
 * are not the same to the last digit; the value itself is expr_eval's.
 *
 * A cell of a derived table leads back to what it was made from, so that a sum
 * of rounded figures is as wide as all of them together.
 */
#ifndef DATA_EXPR_RANGE_H
#define DATA_EXPR_RANGE_H

#include "data/expr_int.h"
#include "data/figures.h"

/* Lasts for one check: it remembers how finely each table is written. */
typedef struct Ranging {
    FigureWidth width; /* how wide a cell of a file is taken to be */
    Arena *arena;
    Diags *diags;
    struct RangedTable *tables; /* begins as NULL, and so do the calls */
    struct RangedCall *calls;
    size_t ncalls;
} Ranging;

/* `e` has been evaluated there without a fault, which said what was to be said.
 * FIGURE_NONE: it is no figure, or its bounds cannot be told. */
FigureKind expr_range(Ranging *r, const Expr *e, const ExprScope *scope,
                      Range *out);

#endif
