/*
 * Additions: what stands in the total row below a column. Whether figures may
 * be added up is told by the formula that made them, never by the figures:
 *
 *   a + b, a × 2      linear: the sums say the same as the rows
 *   a / b, a / sum(a) ratios: of the sums, so that a share of all is 100 %
 *   a × b, a + 1      amounts: the figures of the rows, added up
 *   avg(a), a / avg(a), rates of the file: nothing tells their total
 *
 * A formula that is neither linear nor a ratio of what is linear says nothing
 * over sums. For doc/, which makes total rows, and derive_column.c.
 */
#ifndef DATA_ADDITION_H
#define DATA_ADDITION_H

#include "data/expr.h"

typedef enum Addition {
    ADDITION_NONE,   /* no total of it means anything */
    ADDITION_FIXED,  /* the same in every row, whatever the rows are */
    ADDITION_WHOLE,  /* the same: a sum, of which rows may be parts */
    ADDITION_MEAN,   /* the same: a mean, the greatest, the first */
    ADDITION_RATE,   /* a figure of one row alone: 50.0% of a file, a rank */
    ADDITION_RATIO,  /* a / b */
    ADDITION_SHARE,  /* a / sum(a) */
    ADDITION_LINEAR, /* a + b */
    ADDITION_AMOUNT, /* a × b */
    ADDITION_PART    /* a × b / sum(a × b) */
} Addition;

/* Of a formula over the columns of one row of `t` or, where rows are
 * `grouped`, over the rows of a group. */
Addition expr_addition(const Expr *e, const Table *t, bool grouped);

/* The total is the formula over the sums of its columns. */
bool addition_of_sums(Addition a);
/* The total is the sum of the figures, and only that. */
bool addition_of_rows(Addition a);
/* The formula says something in a row that is a total itself, whose cells are
 * sums. */
bool addition_holds_in_total(Addition a);
/* The figures of the rows may be added up. */
bool addition_adds(Addition a);

/* Figures in a column of this name are no amounts: years, codes (K-121). */
bool column_is_plain(Str name);
/* Whether the figures of a column may be added up. */
bool column_adds(const Table *t, size_t col);
/* Whether they count something, in the unit of the column: also those that may
 * not be added up, by their name, as 단가. */
bool column_counts(const Table *t, size_t col);

/* The column whose name alone keeps a total blank below a column or a formula;
 * NULL when there is none. For the note that says so. */
const Column *column_kept_by(const Table *t, size_t col);
const Column *expr_kept_by(const Expr *e, const Table *t, bool grouped);

/* Whether the total is blank as the formula speaks of ratios that a derived
 * table has computed: 1 - 집행률, sum(집행률). */
bool expr_of_ratio(const Expr *e, const Table *t, bool grouped);

/* sum(e) over the rows of the innermost level, whatever `e` names. */
const Expr *expr_sum_here(const Expr *e, Arena *a);

#endif
