/*
 * Tables: columns of the CSV and computed ones, one row for each row, aligned
 * by what the columns hold.
 */
#include "doc/table_int.h"

#include "doc/bullet.h"
#include "doc/typography.h"

/* ---- planning ---- */

static CellAlign asked_align(Str name)
{
    if (str_eq_c(name, "left"))
        return CELL_LEFT;
    if (str_eq_c(name, "center"))
        return CELL_CENTRE;
    return str_eq_c(name, "right") ? CELL_RIGHT : CELL_AUTO;
}

/* "15%" → 15 */
static int percent(const Node *node)
{
    int value = 0;
    Str text = node_text(node, STR(""));
    for (size_t i = 0; i < text.n && g_ascii_isdigit(text.p[i]); i++)
        value = value * 10 + (text.p[i] - '0');
    return value;
}

static const Format *plan_format(Planner *p, const Node *as)
{
    if (!as)
        return NULL;
    Format *format = ARENA_NEW(p->arena, Format);
    return format_parse(as->text, as->pos, p->arena, p->diags, format) ? format
                                                                       : NULL;
}

static void plan_column_keys(Planner *p, const Node *map, ColumnPlan *out)
{
    out->head = plan_template(p, map, "name");
    out->value = plan_expr(p, map, "value");
    out->format = plan_format(p, node_find(map, "as"));
    out->align = asked_align(node_text(node_find(map, "align"), STR("")));
    out->fit = plan_fit(p, map);
    out->weight = percent(node_find(map, "width"));
}

/* `구분`, or a map whose `name` is the head. */
void plan_table_column(Planner *p, const Table *t, const Node *node,
                       ColumnPlan *out)
{
    const Node *name = node->kind == NODE_MAP ? node_find(node, "name") : node;
    *out = (ColumnPlan){.col = SIZE_MAX,
                        .pos = name->pos,
                        .name = name->text,
                        .plain = column_is_plain(name->text)};
    if (node->kind == NODE_MAP)
        plan_column_keys(p, node, out);
    bool computed = node->kind == NODE_MAP && node_find(node, "value");
    if (!computed) /* an expression that does not parse is told already */
        out->col = plan_column(p, t, out->name, out->pos);
    if (out->col != SIZE_MAX && table_is_made(t))
        out->made = plan_expr_text(
            p, str_printf(p->arena, "`" STR_FMT "`", STR_ARG(out->name)),
            out->pos);
    out->addition = expr_addition(out->value, t, false);
    if (addition_of_rows(out->addition))
        out->sum = expr_sum_here(out->value, p->arena);
    out->additive =
        out->col != SIZE_MAX && !out->plain && column_adds(t, out->col);
}

void plan_drawn_column(Planner *p, const Table *t, const Node *node,
                       ColumnPlan *out)
{
    plan_table_column(p, t, node, out);
    if (template_has_marks(out->head))
        diag0(p->diags, DIAG_MARK_PLACE, out->pos);
}

const void *plan_table(Planner *p, const BlockNode *block)
{
    TablePlan *plan = ARENA_NEW(p->arena, TablePlan);
    const Node *keys = block->value, *columns = node_find(keys, "columns");
    plan->rows = rows_plan(p, node_find(keys, "rows"), keys);
    plan->caption = plan_template(p, keys, "caption");
    plan->rule = plan_expr(p, keys, "rule");
    plan->fit = plan_fit(p, keys);
    plan->unit = plan_unit_text(p, keys);
    plan->n = columns ? columns->n : 0;
    ColumnPlan *list = ARENA_ARRAY(p->arena, ColumnPlan, plan->n);
    for (size_t i = 0; i < plan->n; i++)
        plan_table_column(p, plan->rows.table, columns->entries[i].value,
                          &list[i]);
    plan->columns = list;
    total_plan(p, node_find(keys, "total"), plan, list);
    return plan;
}

/* ---- cells ---- */

RichText cell_print(Binder *b, const ColumnPlan *c, Str unit, Value v,
                    const ExprScope *scope)
{
    if (!format_names_unit(c->format) && !value_convert(c, unit, &v))
        diag0(b->diags, DIAG_TABLE_DIGITS, v.pos);
    if (!b->filler.computed)
        b->filler.computed = c->value ? c->value : c->made;
    filler_print(&b->filler, &v, c->format, c->plain, scope, c->pos);
    return rich_take(&b->filler.rich);
}

bool cell_value(Binder *b, const ColumnPlan *c, const ExprScope *scope,
                Value *out)
{
    if (c->value)
        return expr_eval(c->value, scope, b->arena, b->diags, out);
    if (c->col == SIZE_MAX)
        return false;
    *out = table_value(scope->rows.table, scope->row, c->col);
    return true;
}

static void majority_count(Majority *m, RowRole role, const Value *v)
{
    m->figures += v->kind == VALUE_NUMBER;
    m->dates += v->kind == VALUE_DATE;
    if (v->kind == VALUE_TEXT) {
        size_t n = str_count(v->text);
        m->texts++;
        m->longest = n > m->longest ? n : m->longest;
    }
    bool adds = v->kind == VALUE_NUMBER && !v->ratio;
    m->apart += role == ROW_PLAIN && !adds && v->kind != VALUE_BLANK && v->kind != VALUE_DASH;
}

static void run_row(Binder *b, const TablePlan *plan, Str unit,
                    const ExprScope *scope, Majority *majority, BlockRow *out)
{
    RowRole role = row_role(scope->rows.table, scope->row);
    RichText *cells = ARENA_ARRAY(b->arena, RichText, plan->n);
    for (size_t i = 0; i < plan->n; i++) {
        const ColumnPlan *c = &plan->columns[i];
        Value v;
        if (!cell_value(b, c, scope, &v) ||
            (role != ROW_PLAIN && !total_holds(c, &v)))
            continue;
        majority_count(&majority[i], role, &v);
        cells[i] = cell_print(b, c, unit, v, scope);
    }
    *out = (BlockRow){.role = role, .cells = cells};
}

/* ---- rules: where a value changes ---- */

static bool value_same(const Value *a, const Value *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case VALUE_NUMBER:
        return decimal_cmp(a->number, b->number) == 0;
    case VALUE_DATE:
        return value_date_cmp(a, b) == 0;
    case VALUE_TEXT:
        return str_eq(a->text, b->text);
    case VALUE_BOOL:
        return a->flag == b->flag;
    default:
        return true;
    }
}

/* `before` holds the value of the row above. */
static bool rule_here(Binder *b, const TablePlan *plan, const ExprScope *scope,
                      bool first, Value *before)
{
    Value now;
    if (!plan->rule || !expr_eval(plan->rule, scope, b->arena, b->diags, &now))
        return false;
    bool changed = !first && !value_same(&now, before);
    *before = now;
    return changed;
}

/* ---- columns ---- */

static CellAlign figure_align(const ColumnPlan *c)
{
    if (c->plain)
        return CELL_CENTRE;
    return !c->format || format_is_figure(c->format) ? CELL_DECIMAL
                                                     : CELL_RIGHT;
}

static CellAlign column_align(const ColumnPlan *c, const Majority *m)
{
    enum { SHORT_TEXT = 8 };
    if (c->align != CELL_AUTO)
        return c->align;
    if (c->format && format_is_padded_date(c->format))
        return CELL_RIGHT;
    if (m->figures > m->texts + m->dates)
        return figure_align(c);
    bool brief = m->texts > 0 && m->longest <= SHORT_TEXT;
    return m->dates > m->texts || brief ? CELL_CENTRE : CELL_LEFT;
}

static void fill_head(Binder *b, const TablePlan *plan, size_t i, Str unit,
                      const ExprScope *scope)
{
    const ColumnPlan *c = &plan->columns[i];
    if (c->head)
        template_fill(c->head, scope, 0, &b->filler);
    else
        filler_name(&b->filler, c->name, c->pos);
    head_unit_fill(b, plan, i, unit);
}

static BlockColumn run_column(Binder *b, const TablePlan *plan, size_t i,
                              Str unit, const Majority *m,
                              const ExprScope *scope)
{
    const ColumnPlan *c = &plan->columns[i];
    fill_head(b, plan, i, unit, scope);
    return (BlockColumn){
        .head = rich_take(&b->filler.rich),
        .align = column_align(c, m),
        .weight = c->weight,
        .fit = c->fit,
        .date_padded = c->format && format_is_padded_date(c->format),
        .scope_row = i == 0 && m->figures <= m->texts + m->dates,
    };
}

/* ---- the block ---- */

/* All rows but the total that stands in the file, which comes where `total`
 * says; answers how many there are. */
static size_t run_table_rows(Binder *b, const TablePlan *plan, Str unit,
                             ExprScope *scope, size_t own, Majority *majority,
                             BlockRow *rows)
{
    Value above = {.kind = VALUE_BLANK};
    size_t n = 0;
    for (size_t i = 0; i < scope->rows.n; i++) {
        if (i == own)
            continue;
        scope->row = rowset_row(scope->rows, i);
        run_row(b, plan, unit, scope, majority, &rows[n]);
        rows[n].group_start = rule_here(b, plan, scope, n == 0, &above);
        n++;
    }
    scope->row = SIZE_MAX;
    return n;
}

/* The total row: that of the file, if it has one, in which the layout may
 * still name cells; what it leaves blank is added up. */
static void run_total_row(Binder *b, const TablePlan *plan, Str unit,
                          ExprScope *scope, size_t own, Majority *majority,
                          BlockRow *out)
{
    BlockRow told;
    if (own == SIZE_MAX) {
        total_run(b, plan, unit, scope, majority, NULL, out);
        return;
    }
    scope->row = rowset_row(scope->rows, own);
    run_row(b, plan, unit, scope, majority, &told);
    scope->row = SIZE_MAX;
    total_run(b, plan, unit, scope, majority, told.cells, out);
}

/* ※, 자료: and their like that stand below the rows in the file (K-202). */
static void run_notes(Binder *b, const Step *step, const Table *t)
{
    const TableNote *notes;
    size_t n = table_notes(t, &notes);
    for (size_t i = 0; i < n; i++) {
        Str text = bullet_drop(BLOCK_NOTE, notes[i].text);
        Pos pos = notes[i].pos;
        if (notes[i].above)
            continue;
        text = filler_text(&b->filler, text, pos);
        rich_add(&b->filler.rich, text, pos, 0);
        Block *block = binder_add(b, step);
        block->kind = BLOCK_NOTE;
        block->text = rich_take(&b->filler.rich);
    }
}

void run_table(Binder *b, const Step *step, const ExprScope *scope)
{
    const TablePlan *plan = step->plan;
    RowSet set;
    if (!rows_take(&plan->rows, b, scope, &set))
        return;
    if (!binder_room(b, set.n, 0, step->pos))
        return;
    ExprScope inner = rows_scope(set, scope);
    Str unit = common_unit(plan, b->arena);
    Majority *majority = ARENA_ARRAY(b->arena, Majority, plan->n);
    BlockRow *rows = ARENA_ARRAY(b->arena, BlockRow, set.n + plan->total);
    BlockColumn *columns = ARENA_ARRAY(b->arena, BlockColumn, plan->n);
    bool first = plan->total && plan->total_first;
    size_t own = total_own(b, plan, &inner);
    b->filler.figures.zero_dash = b->inputs->figures.zero_dash;
    size_t n = run_table_rows(b, plan, unit, &inner, own, majority,
                              rows + first);
    if (plan->total)
        run_total_row(b, plan, unit, &inner, own, majority,
                      &rows[first ? 0 : n]);
    b->filler.figures.zero_dash = false;
    for (size_t i = 0; i < plan->n; i++)
        columns[i] = run_column(b, plan, i, unit, &majority[i], &inner);
    BlockTable *table = ARENA_NEW(b->arena, BlockTable);
    *table = (BlockTable){
        .caption = template_take(plan->caption, &inner, &b->filler),
        .unit = unit,
        .ncolumns = (uint32_t)plan->n,
        .nrows = (uint32_t)(n + plan->total),
        .columns = columns,
        .rows = rows,
    };
    Block *block = binder_add(b, step);
    block->table = table;
    block->fit = plan->fit;
    if (!plan->rows.inherited)
        run_notes(b, step, plan->rows.table);
}
