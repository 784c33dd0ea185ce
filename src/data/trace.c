#include "data/trace.h"
#include "data/expr_int.h"
#include "data/made.h"

typedef struct Tracer {
    TraceVisit *visit;
    void *context;
    Arena *scratch;
    Diags *silent; /* what evaluating again may say has been said */
} Tracer;

static void trace(const Expr *e, const ExprScope *scope, const Tracer *t);

static void visit_made(const Tracer *t, const Table *table, const MadeCell *c);

static void visit_cell(const Tracer *t, const Table *table, size_t row,
                       size_t col)
{
    if (table->made) {
        visit_made(t, table, made_cell(table, row, col));
        return;
    }
    TraceCell cell = {.table = table,
                      .row = row,
                      .col = col,
                      .pos = table_pos(table, row, col),
                      .name = table_column(table, col)->name,
                      .text = table_text(table, row, col)};
    t->visit(t->context, &cell);
}

/* Derived tables lead back to the files, through as many as there are; a cell
 * that no row fills, as in a pivot, to nothing. */
static void visit_made(const Tracer *t, const Table *table, const MadeCell *c)
{
    if (c->expr) {
        ExprScope scope = {
            .outer = table->made->document, .rows = c->rows, .row = c->row};
        trace(c->expr, &scope, t);
    } else if (!c->rows.table) {
        return;
    } else if (c->row != SIZE_MAX) {
        visit_cell(t, c->rows.table, c->row, c->col);
    } else {
        for (size_t i = 0; i < c->rows.n; i++)
            visit_cell(t, c->rows.table, rowset_row(c->rows, i), c->col);
    }
}

static const Table *find_table(const ExprScope *scope, Str name)
{
    const Table *found = NULL;
    for (; scope && !found; scope = scope->outer)
        found = scope->table ? scope->table(scope->context, name) : NULL;
    return found;
}

static bool has_row(const ExprScope *s)
{
    return s->rows.table && s->row != SIZE_MAX;
}

/* As scope_value looks a bare name up: inner to outer, columns first. */
static void trace_name(const Expr *e, const ExprScope *scope, const Tracer *t)
{
    Value v;
    for (const ExprScope *s = scope; s; s = s->outer) {
        size_t col =
            has_row(s) ? table_find_column(s->rows.table, e->name) : SIZE_MAX;
        if (col != SIZE_MAX) {
            visit_cell(t, s->rows.table, s->row, col);
            return;
        }
        if (!s->variable || !s->variable(s->context, e->name, &v))
            continue;
        Str text = v.kind == VALUE_NUMBER /* a year has no commas */
                       ? decimal_format(v.number, false, t->scratch)
                       : value_shown(v, t->scratch);
        TraceCell cell = {.pos = v.pos, .name = e->name, .text = text};
        t->visit(t->context, &cell);
        return;
    }
}

static void trace_member(const Expr *e, const ExprScope *scope, const Tracer *t)
{
    const Table *table = find_table(scope, e->table);
    size_t row = SIZE_MAX;
    if (!table)
        return;
    if (e->kind == EXPR_KEYED)
        row = table_find_row(table, e->key, NULL);
    for (const ExprScope *s = scope; s && row == SIZE_MAX; s = s->outer)
        if (s->rows.table == table && has_row(s))
            row = s->row;
    if (row == SIZE_MAX && table_rows(table) == 1)
        row = 0;
    size_t col = table_find_column(table, e->name);
    if (row != SIZE_MAX && col != SIZE_MAX)
        visit_cell(t, table, row, col);
}

/* Counting rows looks at no cell but the first of each. */
static void trace_rows(const Expr *e, const ExprScope *scope, const Tracer *t)
{
    RowSet rows;
    if (!scope_rows(e, scope, t->scratch, t->silent, &rows))
        return;
    bool cells =
        e->left && !(e->left->kind == EXPR_NAME &&
                     table_find_column(rows.table, e->left->name) == SIZE_MAX);
    for (size_t i = 0; i < rows.n; i++) {
        size_t row = rowset_row(rows, i);
        ExprScope inner = {.outer = scope, .rows = rows, .row = row};
        if (table_is_total(rows.table, row))
            continue;
        if (cells)
            trace(e->left, &inner, t);
        else
            visit_cell(t, rows.table, row, table_key_column(rows.table));
    }
}

static void trace(const Expr *e, const ExprScope *scope, const Tracer *t)
{
    if (!e)
        return;
    if (e->kind == EXPR_NAME)
        trace_name(e, scope, t);
    else if (e->kind == EXPR_MEMBER || e->kind == EXPR_KEYED)
        trace_member(e, scope, t);
    else if (e->kind == EXPR_CALL && e->function <= FUNCTION_LAST)
        trace_rows(e, scope, t);
    else {
        trace(e->left, scope, t);
        trace(e->right, scope, t);
    }
}

Str expr_trace_made(const Expr *e, const ExprScope *scope)
{
    for (const ExprScope *s = scope; s && e->kind == EXPR_NAME; s = s->outer) {
        size_t col =
            has_row(s) ? table_find_column(s->rows.table, e->name) : SIZE_MAX;
        if (col == SIZE_MAX)
            continue;
        const MadeCell *made =
            s->rows.table->made ? made_cell(s->rows.table, s->row, col) : NULL;
        while (made && !made->expr && made->row != SIZE_MAX)
            made = made->rows.table->made
                       ? made_cell(made->rows.table, made->row, made->col)
                       : NULL;
        return made && made->expr ? expr_text(made->expr) : STR("");
    }
    return STR("");
}

void expr_trace(const Expr *e, const ExprScope *scope, TraceVisit *visit,
                void *context)
{
    Sources *sources = sources_new();
    Tracer t = {.visit = visit,
                .context = context,
                .scratch = arena_new(0),
                .silent = diags_new(sources)};
    trace(e, scope, &t);
    diags_free(t.silent);
    sources_free(sources);
    arena_free(t.scratch);
}
