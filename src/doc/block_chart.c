/*
 * Charts: figures of the rows by category and series, printed as a table
 * prints them, so that both round alike. Rows that are totals themselves are
 * left out: a chart shows parts beside parts.
 */
#include "base/name.h"
#include "data/unit.h"
#include "doc/chart_around.h"
#include "doc/chart_form.h"
#include "doc/chart_figure.h"
#include "doc/chart_words.h"
#include "doc/table_int.h"

/* The columns stand in one list: values, then the target, then those beside. */
typedef struct ChartPlan {
    const BlockFit *fit; /* of the caption */
    TablePlan data; /* rows, unit, caption, columns */
    const ChartForm *form;
    ColumnPlan category;
    size_t nvalues, nbeside;
    bool target;
    const Node *totals;    /* names of categories; NULL: none */
    const Template *total; /* NULL: 계 */
    const Template *alt;   /* NULL: made from the figures */
    ChartAround around;
} ChartPlan;

/* ---- planning ---- */

/* One column, or a list of them, added to `list`; answers how many. */
static size_t plan_series(Planner *p, const Node *values, const Table *t,
                          ColumnPlan *list)
{
    if (!values)
        return 0;
    if (values->kind != NODE_LIST) {
        plan_drawn_column(p, t, values, list);
        return 1;
    }
    for (size_t i = 0; i < values->n; i++)
        plan_drawn_column(p, t, values->entries[i].value, &list[i]);
    return values->n;
}

static size_t series_count(const Node *values)
{
    return !values ? 0 : values->kind == NODE_LIST ? values->n : 1;
}

static void plan_columns(Planner *p, const Node *keys, ChartPlan *plan)
{
    const Node *values = node_find(keys, "values");
    const Node *target = node_find(keys, "target");
    const Node *beside = node_find(keys, "beside");
    const Table *t = plan->data.rows.table;
    size_t room =
        series_count(values) + series_count(target) + series_count(beside);
    ColumnPlan *list = ARENA_ARRAY(p->arena, ColumnPlan, room);
    plan->nvalues = plan_series(p, values, t, list);
    plan->target = plan_series(p, target, t, list + plan->nvalues) > 0;
    plan->nbeside =
        plan_series(p, beside, t, list + plan->nvalues + plan->target);
    plan->data.columns = list;
    plan->data.n = room;
}

/* A key that this kind does not know would do nothing. */
static void keys_check(Planner *p, const Node *keys, const ChartForm *form)
{
    static const struct {
        ChartKey key;
        const char *name;
    } all[] = {{CHART_KEY_TARGET, "target"},
               {CHART_KEY_BESIDE, "beside"},
               {CHART_KEY_TOTALS, "totals"},
               {CHART_KEY_TOTAL, "total"}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        const Node *node = node_find(keys, all[i].name);
        if (node && form && !(form->keys & all[i].key))
            diag(p->diags, DIAG_CHART_KEY, node->pos, form->name, all[i].name);
    }
}

const void *plan_chart(Planner *p, const BlockNode *block)
{
    ChartPlan *plan = ARENA_NEW(p->arena, ChartPlan);
    const Node *keys = block->value, *category = node_find(keys, "category");
    plan->form = chart_form_find(node_text(node_find(keys, "kind"), STR("")));
    plan->data.rows = rows_plan_drawn(p, node_find(keys, "rows"), keys);
    plan->data.caption = plan_template(p, keys, "caption");
    plan->data.unit = plan_unit_text(p, keys);
    plan->totals = node_find(keys, "totals");
    plan->total = plan_words(p, keys, "total");
    plan->alt = plan_words(p, keys, "alt");
    plan->fit = plan_fit(p, keys);
    plan->around = plan_around(p, keys);
    plan_columns(p, keys, plan);
    plan->category.col = SIZE_MAX;
    if (category)
        plan_drawn_column(p, plan->data.rows.table, category, &plan->category);
    keys_check(p, keys, plan->form);
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

/* How many decimals a figure is printed with. */
static int printed_digits(Str text)
{
    ptrdiff_t point = str_find(text, STR("."));
    int n = 0;
    for (size_t i = (size_t)point + 1; point >= 0 && i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            break;
        n++;
    }
    return n;
}

/* As a table prints it, where a zero may be a dash; else `text` (K-110). */
static RichText table_print(Binder *b, const ColumnPlan *c, Str unit, Value v,
                            const ExprScope *scope, RichText text)
{
    if (!b->inputs->figures.zero_dash || v.kind != VALUE_NUMBER)
        return text;
    b->filler.figures.zero_dash = true;
    text = cell_print(b, c, unit, v, scope);
    b->filler.figures.zero_dash = false;
    return text;
}

/* The number as it is printed: 0.643 is 64.3 when it ends in "%". */
bool run_figure(Binder *b, const ColumnPlan *c, Str unit,
                       const ExprScope *scope, BlockFigure *out, Str *after)
{
    Value v, drawn;
    if (!cell_value(b, c, scope, &v) || !figure_read(b, &v, out))
        return false;
    drawn = v;
    if (value_convert(c, unit, &drawn) && v.kind == VALUE_NUMBER)
        out->number = drawn.number;
    out->text = cell_print(b, c, unit, v, scope);
    out->cell = table_print(b, c, unit, v, scope, out->text);
    *after = STR("");
    return v.kind != VALUE_NUMBER ||
           !format_in_hundredths(c->format, &v, after) ||
           decimal_shift(out->number, 2, &out->number);
}

static RichText run_category(Binder *b, const ColumnPlan *c,
                             const ExprScope *scope)
{
    Value v;
    if (!cell_value(b, c, scope, &v))
        return (RichText){0};
    return cell_print(b, c, STR(""), v, scope);
}

static RichText column_head(Binder *b, const ColumnPlan *c,
                            const ExprScope *scope)
{
    if (c->head)
        return template_take(c->head, scope, &b->filler);
    filler_name(&b->filler, c->name, c->pos);
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
    bool *levels;
    bool scaled; /* a known figure has told what ends the figures */
} ChartRun;

static void run_start(ChartRun *r, size_t rows, const ExprScope *scope)
{
    size_t n = r->plan->data.n;
    Arena *a = r->b->arena;
    r->categories = ARENA_ARRAY(a, RichText, rows);
    r->levels = ARENA_ARRAY(a, bool, rows);
    r->series = ARENA_ARRAY(a, BlockSeries, n);
    r->figures = ARENA_ARRAY(a, BlockFigure *, n);
    for (size_t i = 0; i < n; i++) {
        r->figures[i] = ARENA_ARRAY(a, BlockFigure, rows);
        r->series[i].name = column_head(r->b, &r->plan->data.columns[i], scope);
        r->series[i].figures = r->figures[i];
    }
}

/* What is on one scale is counted alike. */
static bool scale_check(ChartRun *r, const BlockFigure *f, Str after)
{
    if (!f->known)
        return true;
    if (!r->scaled)
        r->chart->after = after;
    r->scaled = true;
    if (str_eq(after, r->chart->after))
        return true;
    diag0(r->b->diags, DIAG_CHART_MIXED, f->pos);
    return false;
}

static bool run_row(ChartRun *r, uint32_t k, const ExprScope *scope)
{
    bool ok = true;
    for (size_t i = 0; i < r->plan->data.n; i++) {
        BlockFigure *f = &r->figures[i][k];
        Str after;
        bool drawn = i < r->plan->nvalues + r->plan->target;
        if (!run_figure(r->b, &r->plan->data.columns[i], r->chart->unit, scope,
                        f, &after))
            ok = false;
        else if (drawn)
            ok &= scale_check(r, f, after);
        int digits = printed_digits(rich_plain(f->text, r->b->arena));
        if (drawn && digits > r->chart->digits)
            r->chart->digits = digits;
    }
    return ok;
}

static bool run_rows(ChartRun *r, ExprScope *scope)
{
    bool ok = true;
    for (size_t i = 0; i < scope->rows.n; i++) {
        scope->row = rowset_row(scope->rows, i);
        bool total = table_is_total(scope->rows.table, scope->row);
        if (total && !r->plan->form->keeps_totals)
            continue;
        uint32_t k = r->chart->ncategories++;
        r->categories[k] = run_category(r->b, &r->plan->category, scope);
        r->levels[k] = total;
        ok &= run_row(r, k, scope);
    }
    scope->row = SIZE_MAX;
    return ok;
}

/* Categories that `totals:` names; a name that none has is a slip. */
static bool run_totals(ChartRun *r)
{
    const Node *names = r->plan->totals;
    bool ok = true;
    for (size_t i = 0; names && i < names->n; i++) {
        const Node *name = names->entries[i].value;
        bool found = false;
        for (uint32_t k = 0; k < r->chart->ncategories; k++) {
            Str text = rich_plain(r->categories[k], r->b->arena);
            if (name_same(text, name->text))
                found = r->levels[k] = true;
        }
        if (!found)
            diag(r->b->diags, DIAG_CHART_TOTAL_NAME, name->pos,
                 diag_str(r->b->diags, name->text));
        ok &= found;
    }
    return ok;
}

static RichText run_total(ChartRun *r, const ExprScope *scope)
{
    if (r->plan->total)
        return template_take(r->plan->total, scope, &r->b->filler);
    rich_add(&r->b->filler.rich, STR("계"), POS_NONE, 0);
    return rich_take(&r->b->filler.rich);
}

static Str run_alt(ChartRun *r, const ExprScope *scope)
{
    if (!r->plan->alt)
        return chart_words(r->chart, &r->b->filler);
    return rich_plain(template_take(r->plan->alt, scope, &r->b->filler),
                      r->b->arena);
}

static void run_head(ChartRun *r, const ExprScope *scope)
{
    const ChartPlan *plan = r->plan;
    BlockChart *chart = r->chart;
    chart->kind = str_of(plan->form->name);
    chart->caption = template_take(plan->data.caption, scope, &r->b->filler);
    chart->unit = common_unit(&plan->data, r->b->arena);
    chart->as_of = around_date(&plan->around, r->b, scope);
    chart->power = unit_parse(chart->unit).power;
    chart->head = column_head(r->b, &plan->category, scope);
    chart->total = run_total(r, scope);
    chart->categories = r->categories;
    chart->nseries = (uint32_t)plan->nvalues;
    chart->series = r->series;
    chart->target = plan->target ? r->series + plan->nvalues : NULL;
    chart->nbeside = (uint32_t)plan->nbeside;
    chart->beside = r->series + plan->nvalues + plan->target;
    chart->levels = r->levels;
}

void run_chart(Binder *b, const Step *step, const ExprScope *scope)
{
    const ChartPlan *plan = step->plan;
    RowSet rows;
    if (!plan->form || !rows_take(&plan->data.rows, b, scope, &rows))
        return;
    BlockChart *chart = ARENA_NEW(b->arena, BlockChart);
    ChartRun r = {.b = b, .plan = plan, .chart = chart};
    ExprScope inner = rows_scope(rows, scope);
    run_start(&r, rows.n, &inner);
    run_head(&r, &inner);
    if (!run_rows(&r, &inner) || !run_totals(&r))
        return;
    chart->alt = run_alt(&r, &inner);
    Block *block = binder_add(b, step);
    block->fit = plan->fit;
    block->number = ++b->figures;
    block->label = str_printf(b->arena, "그림 %u", block->number);
    block->chart = chart;
    around_add(&plan->around, b, step, chart, &inner);
}
