/*
 * Flow strips (추진체계): steps written in the layout, or one a row of a table.
 */
#include "doc/rows.h"

#include <glib.h>

typedef struct StepPlan {
    const Template *title, *text, *by, *with;
} StepPlan;

typedef struct FlowPlan {
    bool listed; /* the steps stand in the layout; else `steps` is one a row */
    size_t n;
    const StepPlan *steps;
    RowsPlan rows;
    const Template *caption, *alt;
    const BlockFit *fit; /* of the caption */
} FlowPlan;

/* ---- planning ---- */

static StepPlan plan_step(Planner *p, const Node *map)
{
    return (StepPlan){
        .title = plan_words(p, map, "title"),
        .text = plan_words(p, map, "text"),
        .by = plan_words(p, map, "by"),
        .with = plan_words(p, map, "with"),
    };
}

const void *plan_flow(Planner *p, const BlockNode *block)
{
    FlowPlan *plan = ARENA_NEW(p->arena, FlowPlan);
    const Node *keys = block->value, *list = node_find(keys, "steps");
    plan->listed = list != NULL;
    plan->n = list ? list->n : 1;
    StepPlan *steps = ARENA_ARRAY(p->arena, StepPlan, plan->n);
    for (size_t i = 0; i < plan->n; i++)
        steps[i] = plan_step(p, list ? list->entries[i].value : keys);
    plan->steps = steps;
    if (!list)
        plan->rows = rows_plan_drawn(p, node_find(keys, "rows"), keys);
    plan->caption = plan_template(p, keys, "caption");
    plan->alt = plan_words(p, keys, "alt");
    plan->fit = plan_fit(p, keys);
    return plan;
}

/* ---- words ---- */

/* "1단계 계획 수립(주관 대전시, 상대 국토교통부): 대상지 조사." */
static void say_step(GString *out, const BlockStep *s, uint32_t i, Arena *a)
{
    Str text = rich_plain(s->text, a), by = rich_plain(s->by, a);
    Str with = rich_plain(s->with, a);
    g_string_append_printf(out, " %u단계 " STR_FMT, i + 1,
                           STR_ARG(rich_plain(s->title, a)));
    if (by.n > 0)
        g_string_append_printf(out, "(주관 " STR_FMT, STR_ARG(by));
    if (with.n > 0)
        g_string_append_printf(out, "%s상대 " STR_FMT, by.n ? ", " : "(",
                               STR_ARG(with));
    if (by.n > 0 || with.n > 0)
        g_string_append_c(out, ')');
    if (text.n > 0)
        g_string_append_printf(out, ": " STR_FMT, STR_ARG(text));
    g_string_append_c(out, '.');
}

static Str flow_words(const BlockFlow *f, Arena *a)
{
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, STR_FMT ". 모두 %u단계임.",
                           STR_ARG(rich_plain(f->caption, a)), f->n);
    for (uint32_t i = 0; i < f->n; i++)
        say_step(out, &f->steps[i], i, a);
    Str all = str_dup((Str){out->str, out->len}, a);
    g_string_free(out, TRUE);
    return all;
}

/* ---- running ---- */

static BlockStep run_step(Binder *b, const StepPlan *p, const ExprScope *scope)
{
    return (BlockStep){
        .title = template_take(p->title, scope, &b->filler),
        .text = template_take(p->text, scope, &b->filler),
        .by = template_take(p->by, scope, &b->filler),
        .with = template_take(p->with, scope, &b->filler),
    };
}

static void take_list(Binder *b, const FlowPlan *plan, const ExprScope *scope,
                      BlockFlow *out)
{
    BlockStep *steps = ARENA_ARRAY(b->arena, BlockStep, plan->n);
    for (size_t i = 0; i < plan->n; i++)
        steps[i] = run_step(b, &plan->steps[i], scope);
    out->steps = steps;
    out->n = (uint32_t)plan->n;
}

static bool take_rows(Binder *b, const FlowPlan *plan, const ExprScope *scope,
                      BlockFlow *out)
{
    RowSet rows;
    if (!rows_take(&plan->rows, b, scope, &rows))
        return false;
    ExprScope inner = rows_scope(rows, scope);
    BlockStep *steps = ARENA_ARRAY(b->arena, BlockStep, rows.n);
    for (size_t i = 0; i < rows.n; i++) {
        inner.row = rowset_row(rows, i);
        steps[out->n++] = run_step(b, plan->steps, &inner);
    }
    out->steps = steps;
    return true;
}

void run_flow(Binder *b, const Step *step, const ExprScope *scope)
{
    const FlowPlan *plan = step->plan;
    BlockFlow *f = ARENA_NEW(b->arena, BlockFlow);
    if (plan->listed)
        take_list(b, plan, scope, f);
    else if (!take_rows(b, plan, scope, f))
        return;
    f->caption = template_take(plan->caption, scope, &b->filler);
    f->alt = plan->alt ? rich_plain(template_take(plan->alt, scope, &b->filler),
                                    b->arena)
                       : flow_words(f, b->arena);
    Block *block = binder_add(b, step);
    block->number = ++b->figures;
    block->label = str_printf(b->arena, "그림 %u", block->number);
    block->flow = f;
    block->fit = plan->fit;
}
