/* A derived table in the making: shared by derive.c and derive_column.c. */
#ifndef DATA_DERIVE_INT_H
#define DATA_DERIVE_INT_H

#include "data/derive.h"
#include "data/made.h"

typedef struct Deriving {
    const DeriveSpec *spec;
    const Table *table;   /* as it is by now … */
    RowSet rows;          /* … and its rows that are left */
    const RowSet *groups; /* after `group`: the rows each row stands for */
    const ExprScope *document;
    Arena *arena;
    Diags *diags;
} Deriving;

/* The index of a column; reported when there is none. */
bool derive_column(Deriving *d, const Table *t, Str name, Pos pos, size_t *out);
/* Goes on with a table that a step has made. */
void derive_take(Deriving *d, Table *made);
/* Evaluates over rows, in one of them unless row is SIZE_MAX. */
bool derive_cell(Deriving *d, const Expr *e, RowSet rows, size_t row,
                 int digits, MadeCell *out);

/* ---- derive_column.c ---- */

/* Adds the columns of the spec. */
bool derive_columns(Deriving *d);

#endif
