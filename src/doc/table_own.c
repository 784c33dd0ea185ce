/*
 * A total row that stands in the file already. Where the layout asks for a
 * total, one of the two is printed: the row of the file, which the checks have
 * held against its parts and which knows what cannot be added up, at the place
 * that `total` names. A row that is not the total of the rows shown, as where
 * `where` left some out, is not taken for it and is reported.
 */
#include "doc/table_int.h"

RowRole row_role(const Table *t, size_t row)
{
    if (!table_is_total(t, row))
        return ROW_PLAIN;
    for (size_t col = 0; col < table_columns(t); col++)
        if (str_find(table_text(t, row, col), STR("소")) == 0)
            return ROW_SUBTOTAL;
    return ROW_TOTAL;
}

/* The rows of a role: how many, and which is the first. */
static size_t count_role(RowSet set, RowRole role, size_t *first)
{
    size_t n = 0;
    for (size_t i = set.n; i-- > 0;)
        if (row_role(set.table, rowset_row(set, i)) == role) {
            *first = i;
            n++;
        }
    return n;
}

/* Whether a cell of the file is the sum of the rows shown. What cannot be
 * added up has been reported and tells nothing. */
static bool cell_is_sum(Binder *b, const TablePlan *plan, size_t col,
                        const ExprScope *rows, size_t row)
{
    Value own = table_value(rows->rows.table, row, col), sum;
    if (own.kind != VALUE_NUMBER)
        return true;
    return expr_eval(plan->sums[col], rows, b->arena, b->diags, &sum) &&
           sum.kind == VALUE_NUMBER &&
           decimal_cmp(own.number, sum.number) == 0;
}

static bool row_is_sum(Binder *b, const TablePlan *plan, const ExprScope *rows,
                       size_t row)
{
    for (size_t i = 0; i < plan->n; i++)
        if (plan->columns[i].additive &&
            !cell_is_sum(b, plan, plan->columns[i].col, rows, row))
            return false;
    return true;
}

size_t total_own(Binder *b, const TablePlan *plan, const ExprScope *rows)
{
    RowSet set = rows->rows;
    size_t at = SIZE_MAX, below = SIZE_MAX;
    if (!plan->total)
        return SIZE_MAX;
    size_t totals = count_role(set, ROW_TOTAL, &at);
    size_t subtotals = count_role(set, ROW_SUBTOTAL, &below);
    if (totals == 0 && subtotals == 1)
        at = below;
    if (at == SIZE_MAX)
        return SIZE_MAX;
    /* The checks have spoken of a whole table. */
    bool whole = set.n == table_rows(set.table);
    size_t row = rowset_row(set, at);
    if (totals <= 1 && (whole || row_is_sum(b, plan, rows, row)))
        return at;
    if (totals > 0)
        diag(b->diags, DIAG_TOTAL_TWICE,
             table_pos(set.table, row, table_key_column(set.table)),
             diag_str(b->diags, table_text(set.table, row,
                                           table_key_column(set.table))));
    return SIZE_MAX;
}
