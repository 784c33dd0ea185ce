/*
 * Columns that are quotients of others, shares of a whole or running totals.
 */
#include "data/propose.h"

/* ---- shares ---- */

/* left / right, in the way the target is written. */
static void propose_quotient(Term left, Term right, size_t target, bool percent,
                             size_t digits, GArray *claims)
{
    Claim c = {.code = DIAG_RATIO_COLUMN, .target = target, .digits = digits};
    formula_push(&c.formula, left);
    formula_push(&c.formula, right);
    formula_push(&c.formula, term_operator(TERM_DIVIDE));
    propose_ratio(c, percent, claims);
}

/* What one head, or one thing, has: left / right, as it is or in units that are
 * thousands apart: 천원 a head where the whole is in 백만원. */
static void propose_per_head(Term left, Term right, size_t target,
                             GArray *claims)
{
    static const int powers[] = {0, 3, 4, 6, 8};
    for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
        Claim c = {.code = DIAG_RATIO_COLUMN, .target = target, .digits = 6};
        Decimal scale;
        formula_push(&c.formula, left);
        formula_push(&c.formula, right);
        formula_push(&c.formula, term_operator(TERM_DIVIDE));
        decimal_shift((Decimal){1, 0}, powers[i], &scale);
        if (powers[i]) {
            formula_push(&c.formula, term_number(scale));
            formula_push(&c.formula, term_operator(TERM_MULTIPLY));
        }
        g_array_append_val(claims, c);
    }
}

static bool sum_of_rows(const Agreement *g, size_t col, Range *out)
{
    bool any = false;
    *out = (Range){DECIMAL_ZERO, DECIMAL_ZERO};
    for (size_t row = 0; row < g->figures.nrows; row++) {
        Range cell;
        if (table_is_total(g->table, row))
            continue;
        FigureKind kind = figure_range(&g->figures, row, col, &cell);
        if (kind == FIGURE_NONE)
            return false;
        any = any || kind == FIGURE_FINE;
        if (kind == FIGURE_FINE && !range_add(*out, cell, out))
            return false;
    }
    return any && decimal_sign(out->low) == decimal_sign(out->high);
}

/* The whole of which the cell of one row is a share: 36,074 is 48.3 % of … */
static bool whole_of_row(const Agreement *g, size_t share, size_t col,
                         size_t row, Range *out)
{
    Range part, ratio;
    return figure_range(&g->figures, row, col, &part) == FIGURE_FINE &&
           figure_range(&g->figures, row, share, &ratio) == FIGURE_FINE &&
           range_div(part, ratio, out) &&
           decimal_sign(out->low) == decimal_sign(out->high);
}

/* Shares of the total row, and of the sum of the rows. */
static void propose_shares(const Agreement *g, size_t share, size_t col,
                           GArray *claims)
{
    static const char *const sure[] = {"구성비", "비중", "점유율", NULL};
    const FigureColumn *c = &g->figures.columns[share];
    bool percent = c->percent;
    size_t digits = name_has(c->name, sure) ? 2 : 3;
    size_t grand = agree_grand_total(g->table);
    Term whole = {.kind = TERM_WHOLE};
    if (grand != SIZE_MAX &&
        figure_range(&g->figures, grand, col, &whole.range) == FIGURE_FINE)
        propose_quotient(term_column(col), whole, share, percent, digits,
                         claims);
    if (sum_of_rows(g, col, &whole.range))
        propose_quotient(term_column(col), whole, share, percent, digits,
                         claims);
}

/* Shares of the whole that some row implies: of a whole that the table does not
 * show, or that a wrong part has changed. */
static void propose_witnesses(const Agreement *g, size_t share, size_t col,
                              GArray *claims)
{
    enum { WITNESSES = 6 };
    Term whole = {.kind = TERM_WHOLE};
    for (size_t row = 0; row < WITNESSES && row < g->figures.nrows; row++)
        if (whole_of_row(g, share, col, row, &whole.range))
            propose_quotient(term_column(col), whole, share, true, 7, claims);
}

/* A whole that stands in the table comes first: one that is implied by a share
 * is known only as finely as that, and hides small faults. */
void agree_share(Agreement *g, size_t col)
{
    GArray *claims = propose_new();
    size_t partners[PARTNERS], n = propose_partners(g, col, false, partners);
    for (size_t i = 0; i < n; i++) {
        propose_shares(g, col, partners[i], claims);
        for (size_t k = 0; k < n; k++)
            if (i != k)
                propose_quotient(term_column(partners[i]),
                                 term_column(partners[k]), col,
                                 g->figures.columns[col].percent, 4, claims);
    }
    if (propose_judge(g, claims, false))
        return;
    claims = propose_new();
    for (size_t i = 0; i < n; i++)
        propose_witnesses(g, col, partners[i], claims);
    propose_judge(g, claims, false);
}

/* 1인당 예산, 인구밀도: a quotient of two amounts. */
void agree_per_head(Agreement *g, size_t col)
{
    GArray *claims = propose_new();
    size_t partners[PARTNERS], n = propose_partners(g, col, false, partners);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++)
            if (i != k)
                propose_per_head(term_column(partners[i]),
                                 term_column(partners[k]), col, claims);
    propose_judge(g, claims, false);
}

/* ---- running totals ---- */

/* 누계: what stands above and what is new here; it may begin anew, as with a
 * year. */
void agree_running(Agreement *g, size_t col)
{
    GArray *claims = propose_new();
    size_t partners[PARTNERS], n = propose_partners(g, col, false, partners);
    Formula *anew = ARENA_ARRAY(g->arena, Formula, n + 1);
    for (size_t i = 0; i < n; i++) {
        Claim c = {.code = DIAG_TOTAL_COLUMN, .target = col, .digits = 6};
        formula_push(&anew[i], term_column(partners[i]));
        formula_push(&c.formula,
                     (Term){.kind = TERM_ABOVE, .col = (uint32_t)col});
        formula_push(&c.formula, term_column(partners[i]));
        formula_push(&c.formula, term_operator(TERM_ADD));
        c.instead = &anew[i];
        g_array_append_val(claims, c);
    }
    propose_judge(g, claims, false);
}
