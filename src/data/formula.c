#include "data/formula.h"

bool formula_push(Formula *f, Term t)
{
    if (f->n == FORMULA_TERMS)
        return false;
    f->terms[f->n++] = t;
    return true;
}

Term term_column(size_t col)
{
    return (Term){.kind = TERM_COLUMN, .col = (uint32_t)col};
}

Term term_number(Decimal number)
{
    return (Term){.kind = TERM_NUMBER, .range = {number, number}};
}

/* Blanks count as nothing beside a figure; alone they say nothing. */
static bool sum_cells(const Term *t, const Figures *figures, size_t row,
                      Range *out)
{
    bool any = false;
    *out = (Range){DECIMAL_ZERO, DECIMAL_ZERO};
    for (size_t i = 0; i < t->n; i++) {
        Range cell;
        FigureKind kind = figure_range(figures, row, t->cols[i], &cell);
        if (kind == FIGURE_NONE)
            return false;
        any = any || kind == FIGURE_FINE;
        if (kind == FIGURE_FINE && !range_add(*out, cell, out))
            return false;
    }
    return any;
}

/* The row above that is no total; SIZE_MAX before the first. */
static size_t row_above(const Figures *figures, size_t row)
{
    while (row-- > 0)
        if (!table_is_total(figures->table, row))
            return row;
    return SIZE_MAX;
}

static bool cell_above(const Term *t, const Figures *figures, size_t row,
                       Range *out)
{
    size_t above = row_above(figures, row);
    *out = (Range){DECIMAL_ZERO, DECIMAL_ZERO};
    return above == SIZE_MAX ||
           figure_range(figures, above, t->col, out) == FIGURE_FINE;
}

static bool operand(const Term *t, const Figures *figures, size_t row,
                    Range *out)
{
    if (t->kind == TERM_COLUMN)
        return figure_range(figures, row, t->col, out) == FIGURE_FINE;
    if (t->kind == TERM_ABOVE)
        return cell_above(t, figures, row, out);
    if (t->kind == TERM_SUM)
        return sum_cells(t, figures, row, out);
    *out = t->range;
    return true;
}

static bool operate(TermKind kind, Range a, Range b, Range *out)
{
    switch (kind) {
    case TERM_ADD:
        return range_add(a, b, out);
    case TERM_SUBTRACT:
        return range_sub(a, b, out);
    case TERM_MULTIPLY:
        return range_mul(a, b, out);
    default:
        return range_div(a, b, out);
    }
}

bool formula_eval(const Formula *f, const Figures *figures, size_t row,
                  Range *out)
{
    Range stack[FORMULA_TERMS];
    size_t depth = 0;
    for (size_t i = 0; i < f->n; i++) {
        const Term *t = &f->terms[i];
        Range result;
        if (t->kind < TERM_ADD) {
            if (!operand(t, figures, row, &stack[depth++]))
                return false;
            continue;
        }
        if (!operate(t->kind, stack[depth - 2], stack[depth - 1], &result))
            return false;
        stack[--depth - 1] = result;
    }
    *out = stack[0];
    return f->n > 0;
}

static Str add_cell(Str so_far, const Figures *figures, size_t row, size_t col,
                    Arena *a)
{
    Str text = table_text(figures->table, row, col);
    Str name = table_column(figures->table, col)->name;
    return str_printf(a, STR_FMT "%s" STR_FMT " " STR_FMT, STR_ARG(so_far),
                      so_far.n ? ", " : "", STR_ARG(name), STR_ARG(text));
}

Str formula_cells(const Formula *f, const Figures *figures, size_t row,
                  Arena *a)
{
    enum { SHOWN = 12 };
    Str out = STR("");
    for (size_t i = 0; i < f->n; i++) {
        const Term *t = &f->terms[i];
        size_t of = t->kind == TERM_ABOVE ? row_above(figures, row) : row;
        if ((t->kind == TERM_COLUMN || t->kind == TERM_ABOVE) && of != SIZE_MAX)
            out = add_cell(out, figures, of, t->col, a);
        if (t->kind == TERM_WHOLE)
            out = str_printf(
                a, STR_FMT ", Σ " STR_FMT, STR_ARG(out),
                STR_ARG(decimal_format(decimal_trim(t->range.low), true, a)));
        for (size_t k = 0; t->kind == TERM_SUM && k < t->n && k < SHOWN; k++)
            out = add_cell(out, figures, row, t->cols[k], a);
        if (t->kind == TERM_SUM && t->n > SHOWN)
            out = str_printf(a, STR_FMT " …", STR_ARG(out));
    }
    return out;
}
