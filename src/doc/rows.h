/*
 * Rows of a block: `rows: tasks`, `where: …`. The rows of a table, or those
 * of the loop around.
 */
#ifndef DOC_ROWS_H
#define DOC_ROWS_H

#include "data/rowset.h"
#include "doc/plan.h"

typedef struct RowsPlan {
    bool inherited;     /* `rows`: those of the scope */
    const Table *table; /* what they are rows of; NULL: it could not be read */
    const Expr *where;  /* NULL: all */
} RowsPlan;

/* `name` is the scalar that says which; `map` holds `where`. */
RowsPlan rows_plan(Planner *p, const Node *name, const Node *map);

/* False when there are none to be had; faults are reported. */
bool rows_take(const RowsPlan *plan, Binder *b, const ExprScope *scope,
               RowSet *out);

/* A scope inside `outer` that stands on a row of a set, or on none yet. */
ExprScope rows_scope(RowSet rows, const ExprScope *outer);

#endif
