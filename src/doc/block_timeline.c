/* Timelines (연표): what happened on which day, one event a row. */
#include "doc/timeline_words.h"
#include "doc/rows.h"

#include <glib.h>

typedef struct TimelinePlan {
    const BlockFit *fit; /* of the caption */
    RowsPlan rows;
    size_t date; /* column; SIZE_MAX: none */
    bool across;
    int split;
    Date from, to;
    const Template *text, *caption, *alt;
} TimelinePlan;

/* Months of a part. */
static int plan_split(const Node *keys)
{
    static const struct {
        const char *name;
        int months;
    } splits[] = {{"month", 1}, {"quarter", 3}, {"half", 6}, {"year", 12}};
    Str name = node_text(node_find(keys, "split"), STR(""));
    for (size_t i = 0; i < G_N_ELEMENTS(splits); i++)
        if (str_eq_c(name, splits[i].name))
            return splits[i].months;
    return 0;
}

const void *plan_timeline(Planner *p, const BlockNode *block)
{
    TimelinePlan *plan = ARENA_NEW(p->arena, TimelinePlan);
    const Node *keys = block->value, *date = node_find(keys, "date");
    plan->rows = rows_plan_drawn(p, node_find(keys, "rows"), keys);
    plan->date = SIZE_MAX;
    if (date)
        plan->date = plan_column(p, plan->rows.table, date->text, date->pos);
    plan->across =
        str_eq_c(node_text(node_find(keys, "axis"), STR("")), "horizontal");
    plan->split = plan_split(keys);
    plan->from = plan_date(keys, "from");
    plan->to = plan_date(keys, "to");
    plan->text = plan_words(p, keys, "text");
    plan->caption = plan_template(p, keys, "caption");
    plan->alt = plan_words(p, keys, "alt");
    plan->fit = plan_fit(p, keys);
    return plan;
}

/* Events without a full date have no place on the band. */
static bool run_event(Binder *b, const TimelinePlan *plan,
                      const ExprScope *scope, BlockEvent *out)
{
    Value v = table_value(scope->rows.table, scope->row, plan->date);
    if (v.kind != VALUE_DATE || !date_valid(v.date)) {
        diag0(b->diags, DIAG_CHART_DATE, v.pos);
        return false;
    }
    *out = (BlockEvent){v.date, v.pos,
                        template_take(plan->text, scope, &b->filler)};
    return true;
}

static int event_order(const void *a, const void *b, void *unused)
{
    const BlockEvent *x = a, *y = b;
    (void)unused;
    return date_cmp(x->date, y->date);
}

static Str run_alt(Binder *b, const TimelinePlan *plan,
                   const BlockTimeline *timeline, const ExprScope *scope)
{
    if (!plan->alt)
        return timeline_words(timeline, &b->filler);
    return rich_plain(template_take(plan->alt, scope, &b->filler), b->arena);
}

void run_timeline(Binder *b, const Step *step, const ExprScope *scope)
{
    const TimelinePlan *plan = step->plan;
    RowSet rows;
    if (!rows_take(&plan->rows, b, scope, &rows) || plan->date == SIZE_MAX)
        return;
    BlockTimeline *timeline = ARENA_NEW(b->arena, BlockTimeline);
    BlockEvent *events = ARENA_ARRAY(b->arena, BlockEvent, rows.n);
    ExprScope inner = rows_scope(rows, scope);
    for (size_t i = 0; i < rows.n; i++) {
        inner.row = rowset_row(rows, i);
        if (!table_is_total(rows.table, inner.row))
            timeline->n += run_event(b, plan, &inner, &events[timeline->n]);
    }
    inner.row = SIZE_MAX;
    /* Stable: events of one day stay as they were written. */
    g_qsort_with_data(events, (gint)timeline->n, sizeof *events, event_order,
                      NULL);
    timeline->events = events;
    timeline->across = plan->across;
    timeline->split = plan->split;
    timeline->from = plan->from;
    timeline->to = plan->to;
    timeline->caption = template_take(plan->caption, &inner, &b->filler);
    timeline->alt = run_alt(b, plan, timeline, &inner);
    Block *block = binder_add(b, step);
    block->fit = plan->fit;
    block->number = ++b->figures;
    block->label = str_printf(b->arena, "그림 %u", block->number);
    block->timeline = timeline;
}
