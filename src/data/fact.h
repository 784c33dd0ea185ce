/*
 * Facts: what tables say, each under the names by which a text or another
 * table may say it too: 시 + 합계, 인구 + 값. Cells, sums of columns and shares
 * of those sums, all in ones (원, 명) and as ranges.
 *
 * Made once for all tables of a document, in order of the tables; for
 * agree_text.h and agree_facts.h.
 */
#ifndef DATA_FACT_H
#define DATA_FACT_H

#include "data/range.h"
#include "data/table.h"

typedef enum FactKind {
    FACT_CELL,
    FACT_TOTAL, /* a total row's, or the sum of a column */
    FACT_SHARE  /* of a row in the sum of its column */
} FactKind;

typedef struct Fact {
    FactKind kind;
    const Table *table;
    size_t row, col; /* row SIZE_MAX: computed from the whole column */
    Str row_name;    /* without spaces; of a sum empty */
    Str column_name;
    bool plain_name; /* the column is called 값, 내용 …: it adds no name */
    Decimal value;
    Range range;
    Str unit;    /* as the table says it: 억 원 */
    Str counter; /* of it: 원, 명, km²; % of shares; never empty */
} Fact;

typedef struct Facts {
    const Fact *list;
    size_t n;
} Facts;

/* `tables` may hold NULL. Very long tables are left out: they are lists, of
 * which no text speaks. */
Facts facts_read(const Table *const *tables, size_t n, Arena *a);

/* "budget 시, 합계" and, when `shown` is not NULL, the figure. */
Str fact_place(const Fact *f, Arena *a);
Str fact_shown(const Fact *f, Arena *a);
/* Its cell, or the head of its column. */
Pos fact_pos(const Fact *f);

#endif
