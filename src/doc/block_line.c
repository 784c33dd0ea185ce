/*
 * Items □ ○ - ·, notes ※ and paragraphs: one text, before it perhaps a keyword
 * in brackets (K-75).
 */
#include "doc/bullet.h"
#include "doc/lead.h"
#include "doc/plan.h"

typedef struct LinePlan {
    const Template *lead, *text;
    const BlockFit *fit;
} LinePlan;

const void *plan_line(Planner *p, const BlockNode *block)
{
    LinePlan *plan = ARENA_NEW(p->arena, LinePlan);
    if (block->value && block->value->kind == NODE_MAP) {
        plan->lead = plan_words(p, block->value, "lead");
        plan->text = plan_template(p, block->value, "text");
        plan->fit = plan_fit(p, block->value);
    } else {
        plan->text = plan_template_node(p, block->value);
    }
    return plan;
}

/* The keyword in its brackets as one span; an empty one leaves no brackets. */
static void fill_lead(Binder *b, const Template *lead, const ExprScope *scope)
{
    if (!lead)
        return;
    RichText keyword = template_take(lead, scope, &b->filler);
    if (rich_empty(keyword))
        return;
    Str plain = rich_plain(keyword, b->arena);
    rich_add(&b->filler.rich, STR_JOIN(b->arena, STR("("), plain, STR(")")),
             keyword.spans[0].source, MARK_LEAD);
}

/* "○ 글" in a cell is the same as "글". */
static void drop_marker(Binder *b, BlockKind kind)
{
    GArray *spans = b->filler.rich.spans;
    if (spans->len == 0)
        return;
    Span *first = &g_array_index(spans, Span, 0);
    first->text = bullet_drop(kind, first->text);
}

/* Items begin with keywords; notes and paragraphs may begin with a bracket. A
 * `lead` in the layout, though empty, settles it. */
static bool may_lead(const Binder *b, const LinePlan *plan, BlockKind kind)
{
    return !plan->lead && !b->inputs->layout->document.no_leads &&
           (kind == BLOCK_HEAD || kind == BLOCK_ITEM || kind == BLOCK_SUBITEM ||
            kind == BLOCK_POINT || kind == BLOCK_NUMBERED);
}

/* Nothing to say makes no block. */
void run_line(Binder *b, const Step *step, const ExprScope *scope)
{
    const LinePlan *plan = step->plan;
    fill_lead(b, plan->lead, scope);
    size_t lead = rich_mark(&b->filler.rich);
    if (lead)
        rich_add(&b->filler.rich, STR(" "), step->pos, 0);
    if (!template_fill(plan->text, scope, 0, &b->filler))
        rich_rewind(&b->filler.rich, lead);
    if (lead == 0)
        drop_marker(b, step->type->kind);
    if (may_lead(b, plan, step->type->kind))
        lead_mark(&b->filler.rich);
    RichText text = rich_take(&b->filler.rich);
    if (rich_empty(text))
        return;
    Block *made = binder_add(b, step);
    made->text = text;
    made->fit = plan->fit;
}
