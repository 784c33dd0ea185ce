/* Headings: chapter Ⅰ, section and field 1, task ①, and what is below them. */
#include "doc/plan.h"

typedef struct HeadingPlan {
    const Template *text, *note;
    bool new_page;
    Plan body;
} HeadingPlan;

const void *plan_heading(Planner *p, const BlockType *type, const Node *map,
    const Node *value)
{
    HeadingPlan *plan = ARENA_NEW(p->arena, HeadingPlan);
    plan->text = plan_template_node(p, value);
    if (type->kind == BLOCK_FIELD)
        plan->note = plan_template(p, map, "note");
    if (map) {
        plan->new_page = node_bool(node_find(map, "new_page"), false);
        plan->body = plan_blocks(p, node_find(map, "body"));
    }
    return plan;
}

static Str heading_label(Binder *b, const Step *step, unsigned number)
{
    static const NumberStyle styles[] = {NUMBER_ARABIC, NUMBER_ROMAN,
        NUMBER_ARABIC, NUMBER_CIRCLED};
    bool fell_back;
    Str label = number_label(styles[step->type->level], number, b->arena,
        &fell_back);
    if (fell_back)
        diag(b->diags, DIAG_LABEL_RUN_OUT, step->pos,
            diag_str(b->diags, label));
    return label;
}

void run_heading(Binder *b, const Step *step, const ExprScope *scope)
{
    const HeadingPlan *plan = step->plan;
    RichText text = template_take(plan->text, scope, &b->filler);
    if (!rich_empty(text)) {
        RichText note = template_take(plan->note, scope, &b->filler);
        Block *block = binder_add(b, step);
        block->text = text;
        block->note = note;
        block->new_page = plan->new_page;
        block->number = counters_next(&b->counters, step->type->level);
        block->label = heading_label(b, step, block->number);
    }
    plan_run(&plan->body, b, scope);
}

const void *plan_page_break(Planner *p, const BlockType *type, const Node *map,
    const Node *value)
{
    (void)p;
    (void)type;
    (void)map;
    (void)value;
    return NULL;
}

void run_page_break(Binder *b, const Step *step, const ExprScope *scope)
{
    (void)scope;
    binder_add(b, step);
}
