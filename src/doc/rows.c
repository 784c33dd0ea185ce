#include "doc/rows.h"

/* The trailing blank of `where: 항목 = "면적 "` is all it takes. */
static RowsUse *use_new(Planner *p, const Node *name, const Node *map,
                        const Table *table)
{
    const Node *where = node_find(map, "where");
    RowsUse *use = ARENA_NEW(p->arena, RowsUse);
    *use = (RowsUse){.pos = where ? where->pos : name->pos,
                     .table = table_name(table)};
    g_ptr_array_add(p->uses, use);
    return use;
}

RowsPlan rows_plan_drawn(Planner *p, const Node *name, const Node *map)
{
    Str text = node_text(name, STR(""));
    bool inherited = str_eq_c(text, "rows");
    return (RowsPlan){
        .inherited = inherited,
        .table = inherited ? p->rows : inputs_table(p->inputs, text),
        .pos = name ? name->pos : POS_NONE,
        .where = plan_expr(p, map, "where"),
        .may_be_empty = node_find(map, "empty") != NULL,
    };
}

RowsPlan rows_plan(Planner *p, const Node *name, const Node *map)
{
    RowsPlan plan = rows_plan_drawn(p, name, map);
    if (plan.table && !plan.may_be_empty)
        plan.use = use_new(p, name, map, plan.table);
    return plan;
}

void rows_report(const GPtrArray *uses, Diags *diags)
{
    for (guint i = 0; i < uses->len; i++) {
        const RowsUse *use = g_ptr_array_index(uses, i);
        if (use->asked && !use->found)
            diag(diags, DIAG_ROWS_EMPTY, use->pos, diag_str(diags, use->table));
    }
}

static RowSet rows_around(const ExprScope *scope)
{
    while (scope && !scope->rows.table)
        scope = scope->outer;
    return scope ? scope->rows : (RowSet){.table = NULL};
}

static bool rows_select(const RowsPlan *plan, Binder *b,
                        const ExprScope *scope, RowSet *out)
{
    *out = plan->inherited ? rows_around(scope) : rowset_all(plan->table);
    if (plan->where && !binder_room(b, 0, out->n, plan->pos))
        return false;
    return !plan->where ||
           rowset_where(*out, plan->where, scope, b->arena, b->diags, out);
}

bool rows_take(const RowsPlan *plan, Binder *b, const ExprScope *scope,
               RowSet *out)
{
    if (!plan->table || !rows_select(plan, b, scope, out))
        return false;
    if (plan->use) {
        plan->use->asked = true;
        plan->use->found = plan->use->found || out->n > 0;
    }
    return out->n > 0 || (!plan->use && !plan->may_be_empty);
}

ExprScope rows_scope(RowSet rows, const ExprScope *outer)
{
    return (ExprScope){.outer = outer, .rows = rows, .row = SIZE_MAX};
}
