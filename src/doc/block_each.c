/*
 * Loops: `each: tasks` runs its body once for each group of rows (`by`), once
 * for each row, or the case that fits the row (`match`).
 */
#include "base/name.h"
#include "doc/bullet.h"
#include "doc/names.h"
#include "doc/rows.h"

typedef struct Case {
    Str value;
    Plan blocks;
} Case;

typedef struct EachPlan {
    RowsPlan rows;
    size_t by, match; /* columns; SIZE_MAX: none */
    bool blank;       /* rows without a value of `by` are a group, too */
    Plan body;
    size_t ncases;
    const Case *cases;
} EachPlan;

/* A column that is not there leaves the loop without rows: it is reported
 * already. */
static size_t column_at(Planner *p, RowsPlan *rows, const Node *map,
                        const char *key)
{
    const Node *name = node_find(map, key);
    if (!name)
        return SIZE_MAX;
    size_t col = plan_column(p, rows->table, name->text, name->pos);
    if (col == SIZE_MAX)
        rows->table = NULL;
    return col;
}

static void plan_cases(Planner *p, const Node *cases, EachPlan *plan)
{
    if (!cases)
        return;
    Case *list = ARENA_ARRAY(p->arena, Case, cases->n);
    for (size_t i = 0; i < cases->n; i++) {
        list[i].value = cases->entries[i].key;
        list[i].blocks = plan_blocks(p, cases->entries[i].value);
    }
    plan->cases = list;
    plan->ncases = cases->n;
}

const void *plan_each(Planner *p, const BlockNode *block)
{
    EachPlan *plan = ARENA_NEW(p->arena, EachPlan);
    plan->rows = rows_plan(p, block->value, block->map);
    Planner inner = *p;
    inner.rows = plan->rows.table;
    plan->by = column_at(p, &plan->rows, block->map, "by");
    plan->blank = node_find(block->map, "blank") != NULL;
    plan->match = column_at(p, &plan->rows, block->map, "match");
    plan->body = plan_blocks(&inner, node_find(block->map, "body"));
    plan_cases(&inner, node_find(block->map, "cases"), plan);
    return plan;
}

/* ---- running ---- */

static const Case *case_find(const EachPlan *plan, Str value)
{
    for (size_t i = 0; i < plan->ncases; i++)
        if (name_same(plan->cases[i].value, value))
            return &plan->cases[i];
    return NULL;
}

static void report_case(Binder *b, const EachPlan *plan, Str value, Pos cell)
{
    Str *names = ARENA_ARRAY(b->arena, Str, plan->ncases);
    for (size_t i = 0; i < plan->ncases; i++)
        names[i] = plan->cases[i].value;
    diag(b->diags, DIAG_CASE_MISSING, cell, diag_str(b->diags, value),
         names_list(names, plan->ncases, b->diags));
}

static void run_case(Binder *b, const EachPlan *plan, const ExprScope *scope)
{
    const Table *t = scope->rows.table;
    Str value = table_text(t, scope->row, plan->match);
    const Case *fits = case_find(plan, value);
    if (!fits)
        fits = case_find(plan, bullet_usual(value));
    if (fits)
        plan_run(&fits->blocks, b, scope);
    else
        report_case(b, plan, value, table_pos(t, scope->row, plan->match));
}

static void run_rows(Binder *b, const EachPlan *plan, RowSet rows, Pos pos,
                     const ExprScope *outer)
{
    ExprScope scope = rows_scope(rows, outer);
    for (size_t i = 0; i < rows.n && binder_room(b, 0, 1, pos); i++) {
        scope.row = rowset_row(rows, i);
        if (plan->match != SIZE_MAX)
            run_case(b, plan, &scope);
        else
            plan_run(&plan->body, b, &scope);
    }
}

/* A group stands on its first row, where the shared values are. */
static void run_groups(Binder *b, const EachPlan *plan, RowSet rows, Pos pos,
                       const ExprScope *outer)
{
    const RowGroup *groups;
    if (!plan->blank && !rowset_named(rows, plan->by, b->diags))
        return;
    size_t n = rowset_group(rows, plan->by, GROUP_BY_VALUE, b->arena, &groups);
    for (size_t i = 0; i < n && binder_room(b, 0, 1, pos); i++) {
        ExprScope scope = rows_scope(groups[i].rows, outer);
        scope.row = rowset_row(groups[i].rows, 0);
        plan_run(&plan->body, b, &scope);
    }
}

void run_each(Binder *b, const Step *step, const ExprScope *scope)
{
    const EachPlan *plan = step->plan;
    RowSet rows;
    if (!rows_take(&plan->rows, b, scope, &rows))
        return;
    unsigned around = b->loop;
    b->loop = ++b->loops;
    if (plan->by != SIZE_MAX)
        run_groups(b, plan, rows, step->pos, scope);
    else
        run_rows(b, plan, rows, step->pos, scope);
    b->loop = around;
}
