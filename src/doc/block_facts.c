/* Facts: a list of labels and texts, one a row. */
#include "doc/rows.h"

typedef struct FactsPlan {
    RowsPlan rows;
    const Template *label, *text;
    const BlockFit *fit;
} FactsPlan;

const void *plan_facts(Planner *p, const BlockNode *block)
{
    FactsPlan *plan = ARENA_NEW(p->arena, FactsPlan);
    plan->rows = rows_plan(p, node_find(block->value, "rows"), block->value);
    plan->label = plan_words(p, block->value, "label");
    plan->text = plan_template(p, block->value, "text");
    plan->fit = plan_fit(p, block->value);
    return plan;
}

/* Rows with nothing to say are left out. */
void run_facts(Binder *b, const Step *step, const ExprScope *scope)
{
    const FactsPlan *plan = step->plan;
    RowSet rows;
    if (!rows_take(&plan->rows, b, scope, &rows))
        return;
    BlockFact *facts = ARENA_ARRAY(b->arena, BlockFact, rows.n);
    uint32_t n = 0;
    ExprScope inner = rows_scope(rows, scope);
    for (size_t i = 0; i < rows.n; i++) {
        inner.row = rowset_row(rows, i);
        facts[n].label = template_take(plan->label, &inner, &b->filler);
        facts[n].text = template_take(plan->text, &inner, &b->filler);
        n += !rich_empty(facts[n].text);
    }
    if (n == 0)
        return;
    BlockFacts *list = ARENA_NEW(b->arena, BlockFacts);
    *list = (BlockFacts){.n = n, .rows = facts};
    Block *block = binder_add(b, step);
    block->facts = list;
    block->fit = plan->fit;
}
