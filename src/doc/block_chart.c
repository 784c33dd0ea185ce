/*
 * Charts: figures of the rows by category and series, printed as a table
 * prints them, so that both round alike. Rows that are totals themselves are
 * left out: a chart shows parts beside parts.
 */
#include "data/unit.h"
#include "doc/chart_words.h"
#include "doc/table_int.h"

typedef struct ChartPlan {
    TablePlan data; /* rows, unit, caption, and the series as columns */
    Str kind;
    ColumnPlan category;
    const Template *alt; /* NULL: made from the figures */
} ChartPlan;

/* ---- planning ---- */

/* One column, or a list of them. */
static void plan_series(Planner *p, const Node *values, TablePlan *data)
{
    bool several = values && values->kind == NODE_LIST;
    data->n = several ? values->n : values != NULL;
    ColumnPlan *list = ARENA_ARRAY(p->arena, ColumnPlan, data->n);
    for (size_t i = 0; i < data->n; i++)
        plan_table_column(p, data->rows.table,
                          several ? values->entries[i].value : values,
                          &list[i]);
    data->columns = list;
}

const void *plan_chart(Planner *p, const BlockNode *block)
{
    ChartPlan *plan = ARENA_NEW(p->arena, ChartPlan);
    const Node *keys = block->value, *category = node_find(keys, "category");
    plan->data.rows = rows_plan(p, node_find(keys, "rows"), keys);
    plan->data.caption = plan_template(p, keys, "caption");
    plan->data.unit = node_text(node_find(keys, "unit"), STR(""));
    plan->kind = node_text(node_find(keys, "kind"), STR(""));
    plan->alt = plan_words(p, keys, "alt");
    plan_series(p, node_find(keys, "values"), &plan->data);
    plan->category.col = SIZE_MAX;
    if (category)
        plan_table_column(p, plan->data.rows.table, category, &plan->category);
    return plan;
}

/* ---- figures ---- */

static bool figure_read(Binder *b, const Value *v, BlockFigure *out)
{
    out->pos = v->pos;
    out->known = v->kind == VALUE_NUMBER || v->kind == VALUE_DASH;
    out->number = v->kind == VALUE_NUMBER ? v->number : DECIMAL_ZERO;
    if (v->kind != VALUE_TEXT && v->kind != VALUE_DATE && v->kind != VALUE_BOOL)
        return true;
    diag0(b->diags, DIAG_CHART_VALUE, v->pos);
    return false;
}

static bool run_figure(Binder *b, const ColumnPlan *c, Str unit,
                       const ExprScope *scope, BlockFigure *out)
{
    Value v;
    if (!cell_value(b, c, scope, &v) || !figure_read(b, &v, out))
        return false;
    if (value_convert(c, unit, &v) && v.kind == VALUE_NUMBER)
        out->number = v.number;
    out->text = cell_print(b, c, unit, v, scope);
    return true;
}

static RichText run_category(Binder *b, const ColumnPlan *c,
                             const ExprScope *scope)
{
    Value v;
    if (!cell_value(b, c, scope, &v))
        return (RichText){0};
    return cell_print(b, c, STR(""), v, scope);
}

static RichText series_name(Binder *b, const ColumnPlan *c,
                            const ExprScope *scope)
{
    if (c->head)
        return template_take(c->head, scope, &b->filler);
    rich_add(&b->filler.rich, c->name, c->pos, 0);
    return rich_take(&b->filler.rich);
}

/* ---- the block ---- */

typedef struct ChartRun {
    Binder *b;
    const ChartPlan *plan;
    BlockChart *chart;
    RichText *categories;
    BlockSeries *series;
    BlockFigure **figures; /* by series */
} ChartRun;

static void run_start(ChartRun *r, size_t rows, const ExprScope *scope)
{
    size_t n = r->plan->data.n;
    r->categories = ARENA_ARRAY(r->b->arena, RichText, rows);
    r->series = ARENA_ARRAY(r->b->arena, BlockSeries, n);
    r->figures = ARENA_ARRAY(r->b->arena, BlockFigure *, n);
    for (size_t i = 0; i < n; i++) {
        r->figures[i] = ARENA_ARRAY(r->b->arena, BlockFigure, rows);
        r->series[i].name = series_name(r->b, &r->plan->data.columns[i], scope);
        r->series[i].figures = r->figures[i];
    }
}

static bool run_rows(ChartRun *r, ExprScope *scope)
{
    bool ok = true;
    for (size_t i = 0; i < scope->rows.n; i++) {
        scope->row = rowset_row(scope->rows, i);
        if (table_is_total(scope->rows.table, scope->row))
            continue;
        uint32_t k = r->chart->ncategories++;
        r->categories[k] = run_category(r->b, &r->plan->category, scope);
        for (size_t c = 0; c < r->plan->data.n; c++)
            ok &= run_figure(r->b, &r->plan->data.columns[c], r->chart->unit,
                             scope, &r->figures[c][k]);
    }
    scope->row = SIZE_MAX;
    return ok;
}

static bool is_whole(Str kind)
{
    return str_eq_c(kind, "composition") || str_eq_c(kind, "share");
}

static Str run_alt(ChartRun *r, const ExprScope *scope)
{
    if (!r->plan->alt)
        return chart_words(r->chart, is_whole(r->plan->kind), &r->b->filler);
    return rich_plain(template_take(r->plan->alt, scope, &r->b->filler),
                      r->b->arena);
}

void run_chart(Binder *b, const Step *step, const ExprScope *scope)
{
    const ChartPlan *plan = step->plan;
    RowSet rows;
    if (!rows_take(&plan->data.rows, b, scope, &rows))
        return;
    BlockChart *chart = ARENA_NEW(b->arena, BlockChart);
    ChartRun r = {.b = b, .plan = plan, .chart = chart};
    ExprScope inner = rows_scope(rows, scope);
    run_start(&r, rows.n, &inner);
    chart->kind = plan->kind;
    chart->caption = template_take(plan->data.caption, &inner, &b->filler);
    chart->unit = common_unit(&plan->data, b->arena);
    chart->power = unit_parse(chart->unit).power;
    chart->nseries = (uint32_t)plan->data.n;
    chart->categories = r.categories;
    chart->series = r.series;
    if (!run_rows(&r, &inner))
        return;
    chart->alt = run_alt(&r, &inner);
    Block *block = binder_add(b, step);
    block->number = ++b->figures;
    block->label = str_printf(b->arena, "그림 %u", block->number);
    block->chart = chart;
}
