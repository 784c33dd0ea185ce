/*
 * Column ratios: what stands below a column of ratios that a derived table
 * computed, as 집행률: the ratio of the sums, never the sum or the mean of the
 * ratios (K-101). Only where the formula proves it: a quotient of sums without
 * anything that depends on which rows there are.
 *
 * Made by derive_column.c, lives as long as its table; read by doc/.
 */
#ifndef DATA_COLUMN_RATIO_H
#define DATA_COLUMN_RATIO_H

#include "data/expr.h"

typedef struct ColumnRatio {
    const Expr *value; /* the formula of a row or, `grouped`, of a group */
    bool grouped;
    int digits; /* rounded to so many decimals; -1: as it is */
} ColumnRatio;

/* Of a formula over the columns of `from`; NULL when it is no such ratio. */
const ColumnRatio *column_ratio_new(const Expr *value, const Table *from,
                                    bool grouped, int digits, Arena *a);

/* The rows that the groups in `shown` stand for, and the scope around them:
 * over these the formula gives the total. False when a cell does not tell. */
bool column_ratio_rows(RowSet shown, size_t col, Arena *a, ExprScope *out);

/* The rows over whose sums the ratio `e` stands: those of `shown` in which both
 * sides of its quotients are told. A blank is not zero: what it stands against
 * must not count either. *partial: how many were left out though one side was
 * told. `shown` itself when there is no blank. */
RowSet column_ratio_told(const Expr *e, RowSet shown, const ExprScope *outer,
                         Arena *a, size_t *partial);

/* As the cells of the column are; false when there are too many digits. */
bool column_ratio_round(int digits, Value *v);

#endif
