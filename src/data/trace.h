/*
 * Traces: the cells that a value was computed from. Walked only when somebody
 * asks, over the same scope the value was computed in; no value carries more
 * than its first cell.
 */
#ifndef DATA_TRACE_H
#define DATA_TRACE_H

#include "data/expr.h"

/* One cell; of a variable only the place in the layout. */
typedef struct TraceCell {
    const Table *table; /* NULL: a variable */
    size_t row, col;
    Pos pos;
    Str name; /* of the column or variable */
    Str text; /* as it stands in the file */
} TraceCell;

typedef void TraceVisit(void *context, const TraceCell *cell);

/* How the cell that a bare name leads to was made, as the layout writes it;
 * empty for a cell of a file and for what has no expression. */
Str expr_trace_made(const Expr *e, const ExprScope *scope);

/* Visits each cell that `e`, which has been evaluated in `scope`, was computed
 * from: through sums, in order of the rows. Reports nothing. */
void expr_trace(const Expr *e, const ExprScope *scope, TraceVisit *visit,
                void *context);

#endif
