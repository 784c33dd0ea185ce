/*
 * The total row. Columns that can be added up are. A computed column whose
 * formula is linear or a ratio is computed again from the sums, so that a share
 * of the total reads 100.0%; the figures of another are added up where they
 * are amounts. Anything else is blank unless the layout gives a text (K-99,
 * K-101).
 */
#include "doc/table_int.h"

#include "base/name.h"
#include "data/column_ratio.h"
#include "data/figure_name.h"

/* ---- planning ---- */

/* Sums go through expressions: which rows and marks count is decided there,
 * once for all of hanji. */
static const Expr **plan_sums(Planner *p, const Table *t, Pos pos)
{
    size_t n = t ? table_columns(t) : 0;
    const Expr **sums = ARENA_ARRAY(p->arena, const Expr *, n);
    for (size_t i = 0; i < n; i++) {
        if (!column_adds(t, i))
            continue;
        Str name = table_column(t, i)->name;
        sums[i] = plan_expr_text(
            p, str_printf(p->arena, "sum(`" STR_FMT "`)", STR_ARG(name)), pos);
    }
    return sums;
}

/* The layout has been checked: every key is one of the columns. */
static void plan_values(Planner *p, const Node *values, TablePlan *plan,
                        ColumnPlan *columns)
{
    for (size_t k = 0; values && k < values->n; k++)
        for (size_t i = 0; i < plan->n; i++)
            if (name_same(columns[i].name, values->entries[k].key))
                columns[i].total =
                    plan_template_node(p, values->entries[k].value);
}

void total_plan(Planner *p, const Node *total, TablePlan *plan,
                ColumnPlan *columns)
{
    if (!total)
        return;
    plan->total = true;
    plan->total_first =
        str_eq_c(node_text(node_find(total, "at"), STR("last")), "first");
    plan->label = plan_template(p, total, "label");
    plan->sums = plan_sums(p, plan->rows.table, total->pos);
    plan_values(p, node_find(total, "values"), plan, columns);
}

/* ---- running ---- */

/* In the total row the name of a column means its sum. */
typedef struct TotalScope {
    Binder *b;
    const TablePlan *plan;
    const ExprScope *rows;
    Diags *diags;
} TotalScope;

/* Columns that cannot be added up have nothing to say here. */
static bool find_sum(void *context, Str name, Value *out)
{
    const TotalScope *t = context;
    size_t col = table_find_column(t->plan->rows.table, name);
    if (col == SIZE_MAX)
        return false;
    const Expr *sum = t->plan->sums[col];
    *out = (Value){.kind = VALUE_BLANK};
    return !sum || expr_eval(sum, t->rows, t->b->arena, t->diags, out);
}

static void fill_label(Binder *b, const TablePlan *plan, const ExprScope *scope)
{
    if (plan->label)
        template_fill(plan->label, scope, 0, &b->filler);
    else
        rich_add(&b->filler.rich, STR("계"), plan->columns[0].pos, 0);
}

/* Percents of products are no parts of a whole. */
static bool prints_rates(const ColumnPlan *c, const Value *v)
{
    Str after;
    return c->addition != ADDITION_PART &&
           format_in_hundredths(c->format, v, &after);
}

bool total_holds(const ColumnPlan *c, const Value *v)
{
    return !c->value || v->kind != VALUE_NUMBER ||
           addition_holds_in_total(c->addition);
}

/* What the total of a column is computed from; NULL: nothing is. */
static const Expr *total_value(const TablePlan *plan, const ColumnPlan *c,
                               const Majority *m)
{
    if (c->additive)
        return plan->sums[c->col];
    if (addition_of_sums(c->addition))
        return c->value;
    return m->figures > 0 && m->apart == 0 ? c->sum : NULL;
}

/* ---- ratios ---- */

/* The formula of a ratio of this row's own columns, whose total is that of the
 * sums; NULL: the column holds no such ratio. */
static const Expr *ratio_formula(const TablePlan *plan, const ColumnPlan *c)
{
    if (c->col == SIZE_MAX)
        return c->addition == ADDITION_RATIO ? c->value : NULL;
    const ColumnRatio *made = table_column(plan->rows.table, c->col)->ratio;
    return made && !made->grouped && !c->plain ? made->value : NULL;
}

/* The total row over the rows in which both sides of a ratio are told. */
typedef struct RatioScope {
    TotalScope total;
    ExprScope rows, here;
    size_t partial; /* rows left out */
} RatioScope;

/* `formula` may be NULL: over all rows. False when no row is left. */
static bool ratio_scope(const Expr *formula, const ExprScope *scope,
                        RatioScope *out)
{
    *out = (RatioScope){.total = *(const TotalScope *)scope->context,
                        .here = *scope};
    out->rows = *out->total.rows;
    if (!formula)
        return true;
    RowSet shown = out->rows.rows;
    out->rows.rows = column_ratio_told(formula, shown, &out->rows,
                                       out->total.b->arena, &out->partial);
    out->total.rows = &out->rows;
    out->here.context = &out->total;
    return out->rows.rows.n > 0 || shown.n == 0;
}

/* Does the total row of the file count rows that its ratio does not? */
static bool has_partial_rows(const TablePlan *plan, const ColumnPlan *c,
                             const ExprScope *scope)
{
    RatioScope over;
    ratio_scope(ratio_formula(plan, c), scope, &over);
    return over.partial > 0;
}

static void note_partial(Binder *b, const TablePlan *plan, const ColumnPlan *c,
                         size_t partial)
{
    const Column *own =
        c->col == SIZE_MAX ? NULL : table_column(plan->rows.table, c->col);
    if (partial > 0)
        diag(b->diags, DIAG_TOTAL_PARTIAL, own ? own->pos : c->pos,
             diag_str(b->diags, c->name), diag_arg(b->diags, "%zu", partial));
}

/* A ratio of a table made from others, of the sums of the rows shown. A sum
 * that cannot be told here is no fault: nobody asked for it, and the cell is
 * blank with a note. A division by zero is told, as in the rows. */
static bool ratio_value(const ColumnRatio *ratio, ExprScope *scope,
                        const ColumnPlan *c, Value *out)
{
    TotalScope total = *(const TotalScope *)scope->context;
    RowSet shown = total.rows->rows;
    Arena *a = total.b->arena;
    if (ratio->grouped && !column_ratio_rows(shown, c->col, a, scope))
        return false;
    Sources *sources = sources_new();
    total.diags = diags_new(sources);
    if (!ratio->grouped)
        scope->context = &total;
    bool fine = expr_eval(ratio->value, scope, a, total.diags, out);
    diags_free(total.diags);
    sources_free(sources);
    total.diags = total.b->diags;
    if (fine && out->kind == VALUE_NOT_APPLICABLE)
        expr_eval(ratio->value, scope, a, total.diags, out);
    return fine && column_ratio_round(ratio->digits, out);
}

static RichText ratio_cell(Binder *b, const ColumnPlan *c,
                           const ColumnRatio *ratio, Str unit,
                           const ExprScope *scope)
{
    ExprScope inner = *scope;
    Value v;
    if (!ratio_value(ratio, &inner, c, &v))
        return (RichText){NULL, 0};
    if (!ratio->grouped)
        inner.context = scope->context;
    b->filler.computed = ratio->value;
    return cell_print(b, c, unit, v, &inner);
}

/* ---- cells ---- */

static RichText value_cell(Binder *b, const ColumnPlan *c, const Expr *value,
                           Str unit, const ExprScope *scope)
{
    Value v;
    if (!expr_eval(value, scope, b->arena, b->diags, &v) ||
        (value == c->sum && prints_rates(c, &v)))
        return (RichText){NULL, 0};
    b->filler.computed = value;
    return cell_print(b, c, unit, v, scope);
}

static RichText total_cell(Binder *b, const TablePlan *plan, size_t i, Str unit,
                           const Majority *m, const ExprScope *scope)
{
    const ColumnPlan *c = &plan->columns[i];
    const Table *t = plan->rows.table;
    const Expr *value = total_value(plan, c, m);
    RatioScope over;
    if (c->total)
        return template_take(c->total, scope, &b->filler);
    if (i == 0) {
        fill_label(b, plan, scope);
        return rich_take(&b->filler.rich);
    }
    const ColumnRatio *made = c->col != SIZE_MAX && !c->plain
                                  ? table_column(t, c->col)->ratio
                                  : NULL;
    if ((!made && !value) ||
        !ratio_scope(ratio_formula(plan, c), scope, &over))
        return (RichText){NULL, 0};
    RichText cell = made ? ratio_cell(b, c, made, unit, &over.here)
                         : value_cell(b, c, value, unit, &over.here);
    if (!rich_empty(cell))
        note_partial(b, plan, c, over.partial);
    return cell;
}

/* ---- blank cells ---- */

/* Of a CSV column and of one made from others, where it was named. */
static void note_blank(Binder *b, DiagCode code, const Column *c)
{
    diag(b->diags, code, c->pos, diag_str(b->diags, c->name));
}

/* A total that stays blank where figures stand above it: because of a name, or
 * because it cannot be computed again. What the formula itself says, as avg(),
 * is no news. */
static void note_why_blank(Binder *b, const TablePlan *plan,
                           const ColumnPlan *c)
{
    const Table *t = plan->rows.table;
    const Column *own = c->col == SIZE_MAX ? NULL : table_column(t, c->col);
    const Column *kept_by =
        own ? column_kept_by(t, c->col) : expr_kept_by(c->value, t, false);
    if (kept_by)
        note_blank(b,
                   figure_name_of(kept_by) == FIGURE_NAME_DOUBT
                       ? DIAG_TOTAL_DOUBT
                       : DIAG_TOTAL_RATE,
                   kept_by);
    else if (own && (own->ratio || own->lost_ratio))
        note_blank(b, DIAG_TOTAL_RATIO, own);
    else if (!own && expr_of_ratio(c->value, t, false))
        diag(b->diags, DIAG_TOTAL_RATIO, c->pos, diag_str(b->diags, c->name));
}

/* Does the layout say itself what stands in this cell? */
static bool total_is_named(const TablePlan *plan, size_t i)
{
    return plan->columns[i].total || (i == 0 && plan->label);
}

void total_run(Binder *b, const TablePlan *plan, Str unit,
               const ExprScope *scope, const Majority *majority,
               const RichText *own, BlockRow *out)
{
    TotalScope total = {.b = b, .plan = plan, .rows = scope, .diags = b->diags};
    ExprScope inner = {.outer = scope,
                       .row = SIZE_MAX,
                       .variable = find_sum,
                       .context = &total};
    RichText *cells = ARENA_ARRAY(b->arena, RichText, plan->n);
    for (size_t i = 0; i < plan->n; i++) {
        cells[i] = own && !total_is_named(plan, i) && !rich_empty(own[i]) &&
                           !has_partial_rows(plan, &plan->columns[i], &inner)
                       ? own[i]
                       : total_cell(b, plan, i, unit, &majority[i], &inner);
        if (rich_empty(cells[i]) && !total_is_named(plan, i) &&
            majority[i].figures > 0)
            note_why_blank(b, plan, &plan->columns[i]);
    }
    *out = (BlockRow){.role = ROW_TOTAL, .cells = cells};
}
