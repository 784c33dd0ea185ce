#include "data/claim.h"

/* ---- tallies ---- */

/* Zeros at the end of a round number are no evidence. */
static size_t count_digits(Decimal d)
{
    size_t n = 0;
    DecimalCoef coef = decimal_trim(d).coef;
    for (; coef && coef % 10 == 0; coef /= 10)
        continue;
    for (; coef; coef /= 10)
        n++;
    return n;
}

void tally_add(Tally *t, Decimal written, bool meets, bool wide)
{
    t->tested++;
    t->met += meets || wide;
    t->misses += !meets;
    t->wide_misses += !wide;
    if (wide)
        t->digits += count_digits(written);
}

bool tally_believed(const Tally *t, size_t digits)
{
    return t->met > 0 && t->met * 2 >= t->tested && t->digits >= digits;
}

bool tally_is_rounding(const Tally *t)
{
    return t->misses > 1 && t->wide_misses == 0;
}

/* ---- comparing a row ---- */

/* Means and running totals follow laws of their own. */
static bool row_is_odd(const Table *t, size_t row)
{
    static const char *const odd[] = {"평균", "누계", NULL};
    if (!table_is_total(t, row))
        return false;
    for (size_t col = 0; col < table_columns(t); col++)
        if (name_has(table_text(t, row, col), odd))
            return true;
    return false;
}

/* Whether the cell says what the formula gives; false when nothing can be
 * said. */
static bool compare(const Agreement *g, const Claim *c, size_t row,
                    FigureWidth width, bool *meets)
{
    Figures figures = g->figures;
    Range written, expected;
    figures.width = width;
    if (figure_range(&figures, row, c->target, &written) != FIGURE_FINE ||
        !formula_eval(&c->formula, &figures, row, &expected))
        return false;
    *meets =
        range_meets(written, expected) ||
        (c->instead && formula_eval(c->instead, &figures, row, &expected) &&
         range_meets(written, expected));
    return true;
}

static bool is_dash(const Agreement *g, const Claim *c, size_t row)
{
    Str text = table_text(g->table, row, c->target);
    return text.n > 0 && (text.p[0] < '0' || text.p[0] > '9') && text.n < 4;
}

static bool test_row(const Agreement *g, const Claim *c, size_t row, Tally *t)
{
    bool meets, wide;
    Decimal written;
    if (row_is_odd(g->table, row) ||
        !compare(g, c, row, WIDTH_WRITTEN, &meets) ||
        !compare(g, c, row, WIDTH_ROUNDED, &wide) ||
        figure_value(&g->figures, row, c->target, &written) != FIGURE_FINE)
        return false;
    /* A dash may mean that there is nothing to say. */
    if (!wide && decimal_sign(written) == 0 && is_dash(g, c, row))
        return false;
    tally_add(t, written, meets, wide);
    return true;
}

static Tally test_rows(const Agreement *g, const Claim *c, size_t rows)
{
    Tally t = {0};
    for (size_t row = 0; row < rows; row++)
        test_row(g, c, row, &t);
    return t;
}

/* ---- reporting ---- */

static const char *row_name(const Agreement *g, size_t row)
{
    Str name = table_text(g->table, row, table_key_column(g->table));
    return name.n ? diag_str(g->diags, name)
                  : diag_arg(g->diags, "%zu", row + 1);
}

/* A figure as the column writes it: shares in percent. */
static const char *number(const Agreement *g, size_t col, Decimal d)
{
    bool percent = g->figures.columns[col].percent;
    if (percent)
        decimal_shift(d, 2, &d);
    if (d.scale > 4)
        decimal_round(d, 4, ROUND_HALF_AWAY, &d);
    Str text = decimal_format(decimal_trim(d), true, g->arena);
    return diag_arg(g->diags, STR_FMT "%s", STR_ARG(text), percent ? "%" : "");
}

bool finding_waived(const Agreement *g, DiagCode code, size_t row, size_t col)
{
    return waivers_allow(g->waivers, code, table_name(g->table),
                         table_text(g->table, row, table_key_column(g->table)),
                         table_column(g->table, col)->name,
                         table_pos(g->table, row, col), g->diags);
}

void finding_report(Agreement *g, DiagCode code, size_t row, size_t col,
                    Decimal written, Range expected, Str parts)
{
    Pos pos = table_pos(g->table, row, col);
    Str column = table_column(g->table, col)->name;
    Decimal off = DECIMAL_ZERO;
    if (finding_waived(g, code, row, col))
        return;
    decimal_sub(written, expected.low, &off);
    diag(g->diags, code, pos, row_name(g, row), diag_str(g->diags, column),
         number(g, col, written), number(g, col, expected.low),
         number(g, col, off), diag_str(g->diags, parts));
}

static void report_row(Agreement *g, const Claim *c, size_t row)
{
    Figures plain = g->figures;
    Range expected = {DECIMAL_ZERO, DECIMAL_ZERO};
    Decimal written;
    plain.width = WIDTH_NONE;
    figure_value(&plain, row, c->target, &written);
    formula_eval(&c->formula, &plain, row, &expected);
    finding_report(g, c->code, row, c->target, written, expected,
                   formula_cells(&c->formula, &plain, row, g->arena));
}

static void report_misses(Agreement *g, const Claim *c, const Tally *t)
{
    if (tally_is_rounding(t)) {
        const Column *column = table_column(g->table, c->target);
        diag(g->diags, DIAG_TOTAL_ROUNDED, column->pos,
             diag_str(g->diags, column->name),
             diag_arg(g->diags, "%zu", t->misses));
        return;
    }
    for (size_t row = 0; row < g->figures.nrows; row++) {
        Tally one = {0};
        if (test_row(g, c, row, &one) && one.misses)
            report_row(g, c, row);
    }
}

/* ---- judging ---- */

/* A certain reading holds unless most rows contradict it. */
static bool believed(const Claim *c, const Tally *t)
{
    enum { FEW = 2 };
    if (t->tested == 0)
        return false;
    return tally_believed(t, c->digits) ||
           (c->certain && (t->tested < FEW || t->met * 2 >= t->tested));
}

bool claims_judge(Agreement *g, const Claim *claims, size_t n, bool unclear)
{
    enum { SAMPLE = 400 };
    size_t rows = g->figures.nrows < SAMPLE ? g->figures.nrows : SAMPLE;
    const Claim *best = NULL;
    Tally most = {0};
    size_t tested = 0;
    for (size_t i = 0; i < n; i++) {
        Tally t = test_rows(g, &claims[i], rows);
        tested = t.tested > tested ? t.tested : tested;
        if (believed(&claims[i], &t) && (!best || t.met > most.met)) {
            best = &claims[i];
            most = t;
        }
    }
    if (best) {
        most = test_rows(g, best, g->figures.nrows);
        if (most.misses)
            report_misses(g, best, &most);
    } else if (unclear && tested) {
        const Column *column = table_column(g->table, claims[0].target);
        diag(g->diags, DIAG_TOTAL_UNCLEAR, column->pos,
             diag_str(g->diags, column->name));
    }
    return best != NULL;
}
