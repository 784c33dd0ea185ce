/*
 * Numbered items of the eight statutory levels (K-67): written in place, a list
 * whose items may have a list below them; or the rows of a table, their levels
 * in a column. Each item is a block of its own; numbers come last, when it is
 * known who stands alone (K-73).
 */
#include "doc/rows.h"

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

typedef struct ListRows {
    RowsPlan rows;
    size_t level;       /* column; SIZE_MAX: reported */
    Step lines[LEVELS]; /* the same line at each level */
} ListRows;

/* One of the two. */
typedef struct ListBlock {
    const ListPlan *written;
    const ListRows *rows;
} ListBlock;

#define LEVEL(n)                                                               \
    {                                                                          \
        "list", BLOCK_NUMBERED, n, plan_line, run_line                         \
    }
static const BlockType levels[LEVELS] = {LEVEL(1), LEVEL(2), LEVEL(3),
                                         LEVEL(4), LEVEL(5), LEVEL(6),
                                         LEVEL(7), LEVEL(8)};

/* ---- planning ---- */

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

static const ListRows *plan_rows(Planner *p, const Node *keys)
{
    const Node *level = node_find(keys, "level");
    const BlockNode line = {.type = &levels[0], .value = keys};
    const void *line_plan = plan_line(p, &line);
    ListRows *plan = ARENA_NEW(p->arena, ListRows);
    plan->rows = rows_plan(p, node_find(keys, "rows"), keys);
    plan->level =
        level ? plan_column(p, plan->rows.table, level->text, level->pos)
              : SIZE_MAX;
    for (size_t i = 0; i < LEVELS; i++)
        plan->lines[i] =
            (Step){.type = &levels[i], .pos = keys->pos, .plan = line_plan};
    return plan;
}

const void *plan_list(Planner *p, const BlockNode *block)
{
    ListBlock *plan = ARENA_NEW(p->arena, ListBlock);
    if (block->value && block->value->kind == NODE_MAP)
        plan->rows = plan_rows(p, block->value);
    else
        plan->written = plan_level(p, block->value, 0);
    return plan;
}

/* ---- numbers ---- */

static void label_set(Binder *b, Block *block, unsigned number)
{
    bool fell_back;
    NumberStyle style = (NumberStyle)(NUMBER_ARABIC_DOT + block->level - 1);
    block->label = number_label(style, number, b->arena, &fell_back);
    if (fell_back)
        diag(b->diags, DIAG_LIST_LABEL, block->pos,
             diag_arg(b->diags, "%u", number),
             diag_str(b->diags, block->label));
}

/* The items of a level under one parent, so far. */
typedef struct Siblings {
    unsigned n;
    guint first; /* block */
} Siblings;

/* An only item has no number (K-73). */
static void siblings_end(Binder *b, Siblings *s)
{
    if (s->n == 1)
        g_array_index(b->blocks, Block, s->first).label = STR("");
    s->n = 0;
}

/* Numbers the blocks from `first` on, anew under each parent (K-74). */
static void labels_set(Binder *b, guint first)
{
    Siblings at[LEVELS] = {{0, 0}};
    for (guint i = first; i < b->blocks->len; i++) {
        Block *block = &g_array_index(b->blocks, Block, i);
        Siblings *s = &at[block->level - 1];
        for (size_t below = block->level; below < LEVELS; below++)
            siblings_end(b, &at[below]);
        if (s->n++ == 0)
            s->first = i;
        label_set(b, block, s->n);
    }
    for (size_t i = 0; i < LEVELS; i++)
        siblings_end(b, &at[i]);
}

/* ---- items written in place ---- */

/* Empty items count for nothing, and neither does what is below them. */
static void run_level(Binder *b, const ListPlan *plan, const ExprScope *scope)
{
    for (size_t i = 0; i < plan->n; i++) {
        const ListEntry *e = &plan->entries[i];
        guint at = b->blocks->len;
        run_line(b, &e->line, scope);
        if (b->blocks->len > at && e->below)
            run_level(b, e->below, scope);
    }
}

/* ---- items in rows ---- */

/* 1 … 8 as a number, or as text where the column holds marks too; 0 when the
 * cell says something else. */
static unsigned level_of(const Value *v)
{
    static const char *const marks[LEVELS] = {"1.",  "가.",  "1)", "가)",
                                              "(1)", "(가)", "①",  "㉮"};
    static const char *const digits[LEVELS] = {"1", "2", "3", "4",
                                               "5", "6", "7", "8"};
    Str text = v->kind == VALUE_TEXT ? str_trim(v->text) : STR("");
    for (unsigned i = 0; i < LEVELS; i++) {
        Decimal level = decimal_from_int((int64_t)i + 1);
        if (v->kind == VALUE_NUMBER
                ? decimal_cmp(v->number, level) == 0
                : str_eq_c(text, marks[i]) || str_eq_c(text, digits[i]))
            return i + 1;
    }
    return 0;
}

/* One row below an item of level `above`; answers its own level, or `above`
 * when it makes no item. */
static unsigned run_row(Binder *b, const ListRows *plan, const ExprScope *scope,
                        unsigned above)
{
    const Table *t = plan->rows.table;
    Value v = table_value(t, scope->row, plan->level);
    unsigned level = level_of(&v);
    guint at = b->blocks->len;
    if (level == 0)
        diag(b->diags, DIAG_LIST_LEVEL, v.pos,
             diag_str(b->diags, table_text(t, scope->row, plan->level)));
    else if (level > above + 1)
        diag(b->diags, DIAG_LIST_JUMP, v.pos, diag_arg(b->diags, "%u", level),
             diag_arg(b->diags, "%u", above));
    else
        run_line(b, &plan->lines[level - 1], scope);
    return b->blocks->len > at ? level : above;
}

static void run_rows(Binder *b, const ListRows *plan, const ExprScope *scope)
{
    RowSet rows;
    if (plan->level == SIZE_MAX || !rows_take(&plan->rows, b, scope, &rows))
        return;
    ExprScope inner = rows_scope(rows, scope);
    unsigned level = 0;
    for (size_t i = 0; i < rows.n; i++) {
        inner.row = rowset_row(rows, i);
        level = run_row(b, plan, &inner, level);
    }
}

void run_list(Binder *b, const Step *step, const ExprScope *scope)
{
    const ListBlock *plan = step->plan;
    guint first = b->blocks->len;
    if (plan->rows)
        run_rows(b, plan->rows, scope);
    else
        run_level(b, plan->written, scope);
    labels_set(b, first);
}
