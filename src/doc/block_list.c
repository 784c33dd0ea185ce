/*
 * Numbered items of the eight statutory levels (K-67): a list whose items may
 * have a list below them. Each item is a line of its own block.
 */
#include "doc/plan.h"

#include <glib.h>

enum { LEVELS = 8 };

typedef struct ListPlan {
    size_t n;
    const struct ListEntry *entries;
} ListPlan;

typedef struct ListEntry {
    Step line;
    const ListPlan *below; /* NULL: none */
} ListEntry;

#define LEVEL(n) {"list", BLOCK_NUMBERED, n, plan_line, run_line}
static const BlockType levels[LEVELS] = {LEVEL(1), LEVEL(2), LEVEL(3),
                                         LEVEL(4), LEVEL(5), LEVEL(6),
                                         LEVEL(7), LEVEL(8)};

static const ListPlan *plan_level(Planner *p, const Node *list, size_t level);

static void plan_entry(Planner *p, const Node *node, size_t level,
                       ListEntry *out)
{
    const Node *below = node_find(node, "list");
    const BlockNode line = {.type = &levels[level], .value = node};
    out->line = (Step){
        .type = line.type, .pos = node->pos, .plan = plan_line(p, &line)};
    if (below && level + 1 == LEVELS)
        diag0(p->diags, DIAG_LIST_DEEP, below->pos);
    else if (below)
        out->below = plan_level(p, below, level + 1);
}

static const ListPlan *plan_level(Planner *p, const Node *list, size_t level)
{
    ListPlan *plan = ARENA_NEW(p->arena, ListPlan);
    if (!list || list->kind != NODE_LIST)
        return plan;
    ListEntry *entries = ARENA_ARRAY(p->arena, ListEntry, list->n);
    for (size_t i = 0; i < list->n; i++)
        plan_entry(p, list->entries[i].value, level, &entries[i]);
    *plan = (ListPlan){list->n, entries};
    return plan;
}

const void *plan_list(Planner *p, const BlockNode *block)
{
    return plan_level(p, block->value, 0);
}

static Str label_take(Binder *b, const Step *line, unsigned number)
{
    bool fell_back;
    NumberStyle style =
        (NumberStyle)(NUMBER_ARABIC_DOT + line->type->level - 1);
    Str label = number_label(style, number, b->arena, &fell_back);
    if (fell_back)
        diag(b->diags, DIAG_LIST_LABEL, line->pos,
             diag_arg(b->diags, "%u", number), diag_str(b->diags, label));
    return label;
}

/* Empty items count for nothing; an only one has no number (K-73). */
static void run_level(Binder *b, const ListPlan *plan, const ExprScope *scope)
{
    unsigned number = 0;
    guint first = 0;
    for (size_t i = 0; i < plan->n; i++) {
        const ListEntry *e = &plan->entries[i];
        guint at = b->blocks->len;
        run_line(b, &e->line, scope);
        if (b->blocks->len == at)
            continue;
        first = number == 0 ? at : first;
        g_array_index(b->blocks, Block, at).label =
            label_take(b, &e->line, ++number);
        if (e->below)
            run_level(b, e->below, scope);
    }
    if (number == 1)
        g_array_index(b->blocks, Block, first).label = STR("");
}

void run_list(Binder *b, const Step *step, const ExprScope *scope)
{
    run_level(b, step->plan, scope);
}
