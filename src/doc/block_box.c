/*
 * Boxes: a label and its entries. A cell may hold several entries, one a line
 * (K-206); a box with a single entry that a loop meets row after row grows
 * into one box.
 */
#include "doc/plan.h"

#include <string.h>

typedef struct BoxPlan {
    const Template *label;
    size_t n;
    const Template **entries;
    const BlockFit *fit;
    bool grows;
} BoxPlan;

const void *plan_box(Planner *p, const BlockNode *block)
{
    BoxPlan *plan = ARENA_NEW(p->arena, BoxPlan);
    const Node *entries = node_find(block->value, "entries");
    plan->label = plan_template(p, block->value, "label");
    plan->fit = plan_fit(p, block->value);
    plan->grows = entries && entries->kind == NODE_SCALAR;
    plan->n = !entries ? 0 : plan->grows ? 1 : entries->n;
    plan->entries = ARENA_ARRAY(p->arena, const Template *, plan->n);
    for (size_t i = 0; i < plan->n; i++)
        plan->entries[i] = plan_template_node(
            p, plan->grows ? entries : entries->entries[i].value);
    return plan;
}

/* Room doubles, so that a box can grow by rows: it is full when the number
 * of entries is a power of two. */
static void entry_add(BlockBox *box, RichText entry, Arena *a)
{
    RichText *entries = (RichText *)box->entries;
    if (rich_empty(entry))
        return;
    if ((box->n & (box->n - 1)) == 0) {
        entries = ARENA_ARRAY(a, RichText, box->n ? 2 * box->n : 1);
        if (box->n)
            memcpy(entries, box->entries, box->n * sizeof *entries);
        box->entries = entries;
    }
    entries[box->n++] = entry;
}

/* Splits a filled text at its line breaks. Spans are cut, never copied. */
static void entries_split(Binder *b, RichText text, BlockBox *box)
{
    RichBuilder *rich = &b->filler.rich;
    for (uint32_t i = 0; i < text.n; i++) {
        Span span = text.spans[i];
        Str rest = span.text;
        for (ptrdiff_t at; (at = str_find(rest, STR("\n"))) >= 0;) {
            rich_add(rich, str_trim(str_sub(rest, 0, (size_t)at)), span.source,
                     span.flags);
            entry_add(box, rich_take(rich), b->arena);
            rest = str_sub(rest, (size_t)at + 1, rest.n);
        }
        rich_add(rich, rest, span.source, span.flags);
    }
    entry_add(box, rich_take(rich), b->arena);
}

static void fill_entries(Binder *b, const BoxPlan *plan, const ExprScope *scope,
                         BlockBox *box)
{
    for (size_t i = 0; i < plan->n; i++)
        entries_split(b, template_take(plan->entries[i], scope, &b->filler),
                      box);
}

void run_box(Binder *b, const Step *step, const ExprScope *scope)
{
    const BoxPlan *plan = step->plan;
    if (plan->grows && b->last_box == step && b->last_loop == b->loop) {
        Block *last = &g_array_index(b->blocks, Block, b->blocks->len - 1);
        fill_entries(b, plan, scope, (BlockBox *)last->box);
        return;
    }
    BlockBox *box = ARENA_NEW(b->arena, BlockBox);
    fill_entries(b, plan, scope, box);
    if (box->n == 0)
        return;
    box->label = template_take(plan->label, scope, &b->filler);
    Block *block = binder_add(b, step);
    block->box = box;
    block->fit = plan->fit;
    b->last_box = step;
    b->last_loop = b->loop;
}
