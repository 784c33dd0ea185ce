/*
 * Row sets: filtering and grouping the rows of a table.
 *
 * Made by doc/ for `each`, `where`, `by` and `table: rows:`. A RowSet is a
 * plain value (see table.h); what these functions return lives in the arena
 * and keeps the order of the file.
 */
#ifndef DATA_ROWSET_H
#define DATA_ROWSET_H

#include "data/expr.h"

/* One group: the rows that share a value. */
typedef struct RowGroup {
    Str key; /* the shared text, as table_text gives it */
    Pos pos; /* the first cell that says so */
    RowSet rows;
} RowGroup;

typedef enum RowGrouping {
    GROUP_BY_VALUE, /* all rows of a value, in order of first appearance */
    GROUP_BY_RUN    /* consecutive rows only: a value may come again */
} RowGrouping;

/* The rows for which `test` is true. `outer` is the scope around the rows
 * (the document, an enclosing group). A NULL test keeps every row. False when
 * an evaluation failed and was reported. */
bool rowset_where(RowSet s, const Expr *test, const ExprScope *outer, Arena *a,
                  Diags *diags, RowSet *out);

/* Splits `s` by column `col`; returns how many groups there are. */
size_t rowset_group(RowSet s, size_t col, RowGrouping how, Arena *a,
                    const RowGroup **out);

/* Whether column `col` has a value in every row; the first blank cell is
 * reported. Blanks mean "the same as above" far more often than a value of
 * their own: taken for one, they gather rows from all over the file. */
bool rowset_named(RowSet s, size_t col, Diags *diags);

/* Without the rows marked as totals (K-201), or only those. */
RowSet rowset_without_totals(RowSet s, Arena *a);
RowSet rowset_totals(RowSet s, Arena *a);

#endif
