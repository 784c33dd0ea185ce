#include "doc/rows.h"

RowsPlan rows_plan(Planner *p, const Node *name, const Node *map)
{
    Str text = node_text(name, STR(""));
    bool inherited = str_eq_c(text, "rows");
    return (RowsPlan){
        .inherited = inherited,
        .table = inherited ? p->rows : inputs_table(p->inputs, text),
        .where = plan_expr(p, map, "where"),
    };
}

static RowSet rows_around(const ExprScope *scope)
{
    while (scope && !scope->rows.table)
        scope = scope->outer;
    return scope ? scope->rows : (RowSet){.table = NULL};
}

bool rows_take(const RowsPlan *plan, Binder *b, const ExprScope *scope,
               RowSet *out)
{
    if (!plan->table)
        return false;
    RowSet all = plan->inherited ? rows_around(scope) : rowset_all(plan->table);
    if (!plan->where) {
        *out = all;
        return true;
    }
    return rowset_where(all, plan->where, scope, b->arena, b->diags, out);
}

ExprScope rows_scope(RowSet rows, const ExprScope *outer)
{
    return (ExprScope){.outer = outer, .rows = rows, .row = SIZE_MAX};
}
