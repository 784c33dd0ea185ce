/*
 * Schedules (추진일정): jobs over months, one bar a row. A start that is no day
 * but a month, quarter, half or year is a span; without an end the job happens
 * somewhen within it. A day without an end is a milestone.
 */
#include "data/date.h"
#include "doc/rows.h"
#include "doc/typography.h"

typedef struct SchedulePlan {
    RowsPlan rows;
    size_t name, group, start, end, progress; /* columns; SIZE_MAX: none */
    Str head;
    Pos head_pos;
    int unit;
    Date base, from, to;
    const Template *text, *caption, *alt;
    const BlockFit *fit; /* of the caption */
} SchedulePlan;

/* ---- planning ---- */

static size_t plan_key_column(Planner *p, const Table *t, const Node *keys,
                              const char *key)
{
    const Node *name = node_find(keys, key);
    return name ? plan_column(p, t, name->text, name->pos) : SIZE_MAX;
}

static int plan_unit(const Node *keys)
{
    Str unit = node_text(node_find(keys, "unit"), STR(""));
    return str_eq_c(unit, "month")     ? 1
           : str_eq_c(unit, "quarter") ? 3
           : str_eq_c(unit, "year")    ? 12
                                       : 0;
}

const void *plan_schedule(Planner *p, const BlockNode *block)
{
    SchedulePlan *plan = ARENA_NEW(p->arena, SchedulePlan);
    const Node *keys = block->value, *name = node_find(keys, "name");
    plan->rows = rows_plan_drawn(p, node_find(keys, "rows"), keys);
    const Table *t = plan->rows.table;
    plan->name = plan_key_column(p, t, keys, "name");
    plan->group = plan_key_column(p, t, keys, "group");
    plan->start = plan_key_column(p, t, keys, "start");
    plan->end = plan_key_column(p, t, keys, "end");
    plan->progress = plan_key_column(p, t, keys, "progress");
    plan->head = node_text(name, STR(""));
    plan->head_pos = name ? name->pos : block->map->pos;
    plan->unit = plan_unit(keys);
    plan->base = plan_date(keys, "base_date");
    plan->from = plan_date(keys, "from");
    plan->to = plan_date(keys, "to");
    plan->text = plan_words(p, keys, "text");
    plan->caption = plan_template(p, keys, "caption");
    plan->alt = plan_words(p, keys, "alt");
    plan->fit = plan_fit(p, keys);
    return plan;
}

/* ---- dates ---- */

static Value cell_of(const ExprScope *scope, size_t col)
{
    if (col == SIZE_MAX)
        return (Value){.kind = VALUE_BLANK};
    return table_value(scope->rows.table, scope->row, col);
}

static bool is_blank(const Value *v)
{
    return v->kind == VALUE_BLANK || v->kind == VALUE_DASH;
}

static bool is_day(Date d)
{
    return d.day > 0;
}

static bool date_check(Binder *b, const Value *v)
{
    if (v->kind == VALUE_DATE && v->date.year > 0)
        return true;
    diag0(b->diags, DIAG_SCHEDULE_START, v->pos);
    return false;
}

static bool run_dates(Binder *b, const SchedulePlan *plan,
                      const ExprScope *scope, BlockTask *out)
{
    Value start = cell_of(scope, plan->start), end = cell_of(scope, plan->end);
    bool open = is_blank(&end);
    if (!date_check(b, &start) || (!open && !date_check(b, &end)))
        return false;
    out->day = start.pos;
    out->from = date_first(start.date);
    out->to = date_last(open ? start.date : end.date);
    out->milestone = open && is_day(start.date);
    out->vague = open && !is_day(start.date);
    if (date_cmp(out->from, out->to) <= 0)
        return true;
    diag(b->diags, DIAG_SCHEDULE_ORDER, end.pos,
         diag_str(b->diags, date_iso(out->from, b->arena)),
         diag_str(b->diags, date_iso(out->to, b->arena)));
    return false;
}

/* ---- jobs ---- */

static RichText run_cell(Binder *b, const ExprScope *scope, size_t col)
{
    if (col == SIZE_MAX)
        return (RichText){0};
    const Table *t = scope->rows.table;
    Pos pos = table_pos(t, scope->row, col);
    Str text = table_text(t, scope->row, col);
    rich_add(&b->filler.rich, filler_text(&b->filler, text, pos), pos, 0);
    return rich_take(&b->filler.rich);
}

static bool run_progress(Binder *b, const SchedulePlan *plan,
                         const ExprScope *scope, BlockTask *out)
{
    Value v = cell_of(scope, plan->progress);
    if (is_blank(&v) || v.kind == VALUE_UNKNOWN)
        return true;
    if (v.kind != VALUE_NUMBER || !v.ratio || decimal_sign(v.number) < 0 ||
        decimal_cmp(v.number, decimal_from_int(1)) > 0) {
        diag0(b->diags, DIAG_SCHEDULE_PROGRESS, v.pos);
        return false;
    }
    out->done = v.number;
    out->progress = run_cell(b, scope, plan->progress);
    return true;
}

static bool run_task(Binder *b, const SchedulePlan *plan,
                     const ExprScope *scope, BlockTask *out)
{
    out->group = run_cell(b, scope, plan->group);
    out->name = run_cell(b, scope, plan->name);
    out->text = template_take(plan->text, scope, &b->filler);
    bool dates = run_dates(b, plan, scope, out);
    return run_progress(b, plan, scope, out) && dates;
}

static Date run_base(Binder *b, const SchedulePlan *plan)
{
    Value v;
    Date none = {0};
    if (plan->base.year)
        return plan->base;
    const ExprScope *in = &b->inputs->scope;
    bool known = in->variable(in->context, STR("base_date"), &v);
    return known && v.kind == VALUE_DATE && date_valid(v.date) ? v.date : none;
}

static bool has_passed(Date d, Date base)
{
    return base.year && date_cmp(d, base) <= 0;
}

static JobState task_state(const BlockTask *t, Date base)
{
    bool said = t->progress.n > 0;
    if (said ? decimal_cmp(t->done, decimal_from_int(1)) == 0
             : has_passed(t->to, base))
        return JOB_DONE;
    bool begun = said && decimal_sign(t->done) > 0;
    return begun || has_passed(t->from, base) ? JOB_RUNNING : JOB_AHEAD;
}

static bool run_tasks(Binder *b, const SchedulePlan *plan, ExprScope *scope,
                      BlockSchedule *out)
{
    BlockTask *tasks = ARENA_ARRAY(b->arena, BlockTask, scope->rows.n);
    bool ok = true;
    for (size_t i = 0; i < scope->rows.n; i++) {
        scope->row = rowset_row(scope->rows, i);
        if (table_is_total(scope->rows.table, scope->row))
            continue;
        BlockTask *t = &tasks[out->n++];
        ok &= run_task(b, plan, scope, t);
        t->state = task_state(t, out->base);
    }
    scope->row = SIZE_MAX;
    out->tasks = tasks;
    return ok;
}

/* ---- the block ---- */

void run_schedule(Binder *b, const Step *step, const ExprScope *scope)
{
    const SchedulePlan *plan = step->plan;
    RowSet rows;
    bool columns = plan->name != SIZE_MAX && plan->start != SIZE_MAX;
    if (!columns || !rows_take(&plan->rows, b, scope, &rows))
        return;
    BlockSchedule *s = ARENA_NEW(b->arena, BlockSchedule);
    ExprScope inner = rows_scope(rows, scope);
    s->base = run_base(b, plan);
    if (!run_tasks(b, plan, &inner, s))
        return;
    rich_add(&b->filler.rich, plan->head, plan->head_pos, 0);
    s->head = rich_take(&b->filler.rich);
    s->unit = plan->unit;
    s->from = plan->from;
    s->to = plan->to;
    s->caption = template_take(plan->caption, &inner, &b->filler);
    s->alt = rich_plain(template_take(plan->alt, &inner, &b->filler), b->arena);
    Block *block = binder_add(b, step);
    block->number = ++b->figures;
    block->label = str_printf(b->arena, "그림 %u", block->number);
    block->schedule = s;
    block->fit = plan->fit;
}
