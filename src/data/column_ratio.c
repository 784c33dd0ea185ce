#include "data/column_ratio.h"

#include "data/addition.h"
#include "data/expr_int.h"
#include "data/made.h"
#include "data/rowset.h"

/* A sum over all rows means other rows once some were left out. */
static bool sees_all_rows(const Expr *e)
{
    return e && (e->kind == EXPR_CALL || sees_all_rows(e->left) ||
                 sees_all_rows(e->right));
}

const ColumnRatio *column_ratio_new(const Expr *value, const Table *from,
                                    bool grouped, int digits, Arena *a)
{
    if (!value || expr_addition(value, from, grouped) != ADDITION_RATIO ||
        (!grouped && sees_all_rows(value)))
        return NULL;
    ColumnRatio *ratio = ARENA_NEW(a, ColumnRatio);
    *ratio = (ColumnRatio){value, grouped, digits};
    return ratio;
}

/* The cell as it was computed, behind its copies. */
static const MadeCell *cell_origin(const Table *t, size_t row, size_t col)
{
    while (t->made) {
        const MadeCell *cell = made_cell(t, row, col);
        if (cell->expr)
            return cell;
        if (cell->row == SIZE_MAX || !cell->rows.table)
            return NULL;
        t = cell->rows.table;
        row = cell->row;
        col = cell->col;
    }
    return NULL;
}

bool column_ratio_rows(RowSet shown, size_t col, Arena *a, ExprScope *out)
{
    const MadeCell **groups = ARENA_ARRAY(a, const MadeCell *, shown.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < shown.n; i++) {
        groups[i] = cell_origin(shown.table, rowset_row(shown, i), col);
        if (!groups[i] || groups[i]->rows.table != groups[0]->rows.table)
            return false;
        n += groups[i]->rows.n;
    }
    uint32_t *rows = ARENA_ARRAY(a, uint32_t, n + 1);
    n = 0;
    for (size_t i = 0; i < shown.n; i++)
        for (size_t k = 0; k < groups[i]->rows.n; k++)
            rows[n++] = (uint32_t)rowset_row(groups[i]->rows, k);
    if (n == 0)
        return false;
    *out = (ExprScope){.outer = shown.table->made->document,
                       .rows = {groups[0]->rows.table, rows, n},
                       .row = SIZE_MAX};
    return true;
}

/* ---- rows with both sides ---- */

/* What the sides of the quotients say in a row. */
typedef struct Sides {
    const ExprScope *row;
    Arena *arena;
    Diags *diags; /* what cannot be computed is told where the row is printed */
    size_t blank, told;
} Sides;

static bool sees_row(const Expr *e, const Table *t)
{
    if (!e || e->kind == EXPR_CALL)
        return false;
    return (e->kind == EXPR_NAME &&
            table_find_column(t, e->name) != SIZE_MAX) ||
           sees_row(e->left, t) || sees_row(e->right, t);
}

static void look_at_side(const Expr *e, Sides *s)
{
    Value v;
    bool blank = expr_eval(e, s->row, s->arena, s->diags, &v) &&
                 v.kind == VALUE_BLANK;
    s->blank += blank;
    s->told += !blank;
}

static void look_at_sides(const Expr *e, Sides *s)
{
    const Table *t = s->row->rows.table;
    if (!e || e->kind == EXPR_CALL)
        return;
    if (e->kind == EXPR_BINARY && e->op == OPERATOR_DIVIDE &&
        sees_row(e->left, t) && sees_row(e->right, t)) {
        look_at_side(e->left, s);
        look_at_side(e->right, s);
        return;
    }
    look_at_sides(e->left, s);
    look_at_sides(e->right, s);
}

RowSet column_ratio_told(const Expr *e, RowSet shown, const ExprScope *outer,
                         Arena *a, size_t *partial)
{
    RowSet data = rowset_without_totals(shown, a);
    uint32_t *rows = ARENA_ARRAY(a, uint32_t, data.n + 1);
    Sources *sources = sources_new();
    Diags *quiet = diags_new(sources);
    size_t n = 0;
    *partial = 0;
    for (size_t i = 0; i < data.n; i++) {
        ExprScope row = {
            .outer = outer, .rows = shown, .row = rowset_row(data, i)};
        Sides s = {.row = &row, .arena = a, .diags = quiet};
        look_at_sides(e, &s);
        if (s.blank == 0)
            rows[n++] = (uint32_t)row.row;
        *partial += s.blank > 0 && s.told > 0;
    }
    diags_free(quiet);
    sources_free(sources);
    return n == data.n ? shown : (RowSet){shown.table, rows, n};
}

bool column_ratio_round(int digits, Value *v)
{
    return digits < 0 || v->kind != VALUE_NUMBER ||
           decimal_round(v->number, digits + (v->ratio ? 2 : 0),
                         ROUND_HALF_AWAY, &v->number);
}
