/*
 * Rows of a block: `rows: tasks`, `where: …`. The rows of a table, or those
 * of the loop around.
 */
#ifndef DOC_ROWS_H
#define DOC_ROWS_H

#include "data/rowset.h"
#include "doc/plan.h"

/* Whether rows were ever found, in all the runs of a block. A selection that is
 * empty in one group of a loop is how a layout says "if any"; one that is empty
 * everywhere is a slip. */
typedef struct RowsUse {
    Pos pos;   /* of `where`, else of the name */
    Str table;
    bool asked, found;
} RowsUse;

typedef struct RowsPlan {
    bool inherited;     /* `rows`: those of the scope */
    const Table *table; /* what they are rows of; NULL: it could not be read */
    Pos pos;            /* of the name */
    const Expr *where;  /* NULL: all */
    bool may_be_empty;  /* `empty: ok` */
    RowsUse *use;       /* NULL: a drawing, which says so itself */
} RowsPlan;

/* `name` is the scalar that says which; `map` holds `where` and `empty`. */
RowsPlan rows_plan(Planner *p, const Node *name, const Node *map);
/* The same for a drawing: what has nothing to draw is an error of its own. */
RowsPlan rows_plan_drawn(Planner *p, const Node *name, const Node *map);

/* Warns of the blocks that never found a row; when the body has run. */
void rows_report(const GPtrArray *uses, Diags *diags);

/* False when there are none to be had; faults are reported, and so is, in the
 * end, that there are no rows. */
bool rows_take(const RowsPlan *plan, Binder *b, const ExprScope *scope,
               RowSet *out);

/* A scope inside `outer` that stands on a row of a set, or on none yet. */
ExprScope rows_scope(RowSet rows, const ExprScope *outer);

#endif
