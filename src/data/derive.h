/*
 * Derived tables: made from other tables by a closed set of steps, always in
 * this order: join, fill-down, where, pivot or group, columns, sort, take.
 *
 * What comes out is a Table like any other. Each cell knows the cells it was
 * made from (trace.h); its place is the first of them.
 */
#ifndef DATA_DERIVE_H
#define DATA_DERIVE_H

#include "data/expr.h"

/* A column to add; exactly one of value, rank, running, share and rate is
 * given. */
typedef struct DeriveColumn {
    Str name;
    const Expr *value; /* over the row; where rows are grouped, the group */
    Str rank;          /* the place by this column, the greatest first */
    Str running;       /* its sum from the first row on */
    Str share;         /* of its sum; rounded shares add up to 100 % */
    const Expr *rate;  /* (to - from) / from: the rate of a change, */
    Str rate_from;     /* … which has none where `from` is 0 (K-102) … */
    Str rate_to;       /* … but a word: 순증, 순감 or - */
    int digits;        /* rounded to so many decimals; -1: as it is */
    Str unit;
    Pos pos;
} DeriveColumn;

typedef struct DeriveSort {
    Str column;
    bool down;
    Pos pos;
} DeriveSort;

typedef struct DeriveSpec {
    Str name, key;
    const Table *from;
    const Table *join; /* NULL: none */
    Str join_on;       /* a column of both; that of `join` has no value twice */
    Pos join_pos;
    const Str *fill_down; /* columns whose blanks repeat the cell above */
    size_t nfill_down;
    const Expr *where;
    const Str *group; /* columns */
    size_t ngroup;
    bool blank; /* blanks are values of these columns and of a pivot's, too */
    Str pivot_down, pivot_across; /* columns; empty: no pivot */
    const Expr *pivot_value;      /* over the rows of a crossing */
    const DeriveColumn *columns;
    size_t ncolumns;
    const DeriveSort *sort;
    size_t nsort;
    size_t take; /* 0: all */
    Pos pos;
} DeriveSpec;

/* Answers NULL when a fault was reported. Total rows of the source are left
 * out where rows are grouped, pivoted, ranked or summed up, and once `where` or
 * `take` has left out any of the rows they total; sorted, they come last. `document` must
 * live as long as the table. */
const Table *table_derive(const DeriveSpec *spec, const ExprScope *document,
                          Arena *a, Diags *diags);

#endif
