#include "data/column_ratio.h"

#include "data/addition.h"
#include "data/expr_int.h"
#include "data/made.h"

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

bool column_ratio_round(int digits, Value *v)
{
    return digits < 0 || v->kind != VALUE_NUMBER ||
           decimal_round(v->number, digits + (v->ratio ? 2 : 0),
                         ROUND_HALF_AWAY, &v->number);
}
