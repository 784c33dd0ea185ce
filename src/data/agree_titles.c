/*
 * Counts in the title lines above a table: 총 50건 may count its rows, those
 * with something in a column, the different texts of one, or be the sum of
 * one. Only a count that is none of these but nearly the rows is accused.
 */
#include "data/agree_int.h"
#include "data/count.h"
#include "data/head.h"

static bool is_sum_of_column(const Agreement *g, size_t col, int64_t n)
{
    Decimal sum = DECIMAL_ZERO, v, claimed = decimal_from_int(n);
    for (size_t row = 0; row < g->figures.nrows; row++) {
        if (figure_value(&g->figures, row, col, &v) != FIGURE_FINE)
            continue;
        if (decimal_cmp(v, claimed) == 0)
            return true; /* some cell, perhaps the total, says so */
        if (!table_is_total(g->table, row) && !decimal_add(sum, v, &sum))
            return false;
    }
    return decimal_cmp(sum, claimed) == 0;
}

/* Whether anything in the table comes to the count. */
static bool comes_to(const Agreement *g, int64_t n)
{
    if (n == count_rows(g->table))
        return true;
    for (size_t col = 0; col < g->figures.ncolumns; col++)
        if (n == count_filled(g->table, col) ||
            n == count_different(g->table, col) ||
            (g->figures.columns[col].holds && is_sum_of_column(g, col, n)))
            return true;
    return false;
}

static void report_count(Agreement *g, const TableNote *note, const Count *c,
                         int64_t found)
{
    if (waivers_allow(g->waivers, DIAG_ROW_COUNT, table_name(g->table), STR(""),
                      STR(""), note->pos, g->diags))
        return;
    diag(g->diags, DIAG_ROW_COUNT, note->pos,
         diag_str(g->diags, str_sub(note->text, c->from, c->to - c->from)),
         diag_arg(g->diags, "%lld", (long long)found));
}

/* 3개 분야 beside a column 분야: its different texts. */
static bool check_named(Agreement *g, const TableNote *note, const Count *c)
{
    size_t col = c->noun.n ? table_find_column(g->table, c->noun) : SIZE_MAX;
    if (col == SIZE_MAX)
        return false;
    int64_t found = count_different(g->table, col);
    if (!comes_to(g, c->n) && count_is_near(c->n, found))
        report_count(g, note, c, found);
    return true;
}

static void check_title(Agreement *g, const TableNote *note)
{
    Count c;
    for (size_t at = 0; count_find(note->text, at, &c); at = c.to) {
        if (check_named(g, note, &c) || !(c.whole || c.last) ||
            comes_to(g, c.n))
            continue;
        int64_t rows = count_rows(g->table);
        if (count_is_near(c.n, rows))
            report_count(g, note, &c, rows);
        else if (c.whole)
            diag(
                g->diags, DIAG_TOTAL_UNCLEAR, note->pos,
                diag_str(g->diags, str_sub(note->text, c.from, c.to - c.from)));
    }
}

void agree_titles(Agreement *g)
{
    const TableNote *notes;
    size_t n = table_notes(g->table, &notes);
    for (size_t i = 0; i < n; i++)
        if (notes[i].above)
            check_title(g, &notes[i]);
}
