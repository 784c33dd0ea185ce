/*
 * Made tables: tables whose cells are values instead of places in a file. For
 * table.c, trace.c and derive*.c.
 */
#ifndef DATA_MADE_H
#define DATA_MADE_H

#include "data/expr.h"
#include "data/table_int.h"

/* A cell and what it was made from: by `expr` over `rows` (in a row of them,
 * unless row is SIZE_MAX); or, without one, of the cells of column `col` in
 * `row` or, when that is SIZE_MAX, in all of `rows`. */
typedef struct MadeCell {
    Value value;
    Str text;
    const Expr *expr;
    RowSet rows;
    size_t row, col;
} MadeCell;

struct Made {
    const ExprScope *document;
    MadeCell *cells; /* row by row */
};

/* An empty table of that size: columns and cells are for the caller to fill. */
Table *made_new(const Table *like, size_t rows, size_t columns,
                const ExprScope *document, Arena *a);
MadeCell *made_cell(const Table *t, size_t row, size_t col);
/* The same value as a cell of another table. */
MadeCell made_copy(const Table *from, size_t row, size_t col);
/* A computed value, with the text it has when nothing formats it. */
MadeCell made_value(Value v, Arena *a);
/* The type of a column from its cells. */
void made_type(Table *t, size_t col);

#endif
