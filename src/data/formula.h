/*
 * Formulas over the columns of one row, evaluated in ranges: what a column of
 * totals, shares or changes is computed from. Postfix; plain values whose
 * lists live in an arena. Proposed by agree_columns.c, or read from a head as
 * in 집행률(B/A) and ㉰=㉮-㉯.
 */
#ifndef DATA_FORMULA_H
#define DATA_FORMULA_H

#include "data/figures.h"

typedef enum TermKind {
    TERM_COLUMN, /* the cell of this row */
    TERM_ABOVE,  /* of the last row above that is no total; nothing before the
                    first */
    TERM_SUM,    /* of the cells of several columns */
    TERM_WHOLE,  /* of a column over all rows, known beforehand */
    TERM_NUMBER,
    TERM_ADD,
    TERM_SUBTRACT,
    TERM_MULTIPLY,
    TERM_DIVIDE
} TermKind;

typedef struct Term {
    TermKind kind;
    uint32_t col;         /* COLUMN, ABOVE */
    const uint32_t *cols; /* SUM */
    size_t n;             /* SUM */
    Range range;          /* WHOLE, NUMBER */
} Term;

enum { FORMULA_TERMS = 24 };

typedef struct Formula {
    Term terms[FORMULA_TERMS];
    size_t n;
} Formula;

/* False when the formula is full. */
bool formula_push(Formula *f, Term t);
Term term_column(size_t col);
Term term_number(Decimal number);

/* What the formula gives in a row. False when a cell it needs says nothing, or
 * the result has no value. */
bool formula_eval(const Formula *f, const Figures *figures, size_t row,
                  Range *out);
/* The cells it uses: "일반회계 54,677, 특별회계 10,653". */
Str formula_cells(const Formula *f, const Figures *figures, size_t row,
                  Arena *a);

/* Reads the formula that the head of column `col` states, with the letters
 * that other heads bear: (A), ㉮, (C=A-B). False when it states none. */
bool formula_of_head(const Figures *figures, size_t col, Formula *out);

#endif
