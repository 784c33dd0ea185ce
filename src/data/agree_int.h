/* The steps of agree.c, one file each. */
#ifndef DATA_AGREE_INT_H
#define DATA_AGREE_INT_H

#include "data/claim.h"

/* Columns against columns: totals, shares, changes, formulas in heads. */
void agree_columns(Agreement *g);
/* Total rows against the rows they add up, and the counts they claim. */
void agree_rows(Agreement *g);
/* The counts that title lines claim: 총 50건. */
void agree_titles(Agreement *g);
/* Dates in order, weekdays, figures of a suspicious size. */
void agree_cells(Agreement *g);

/* The row that is the total of the whole table, SIZE_MAX when there is none or
 * it is not clear which. */
size_t agree_grand_total(const Table *t);
/* The total word of a row (합계), empty when it has none; *col is where it
 * stands. */
Str agree_total_word(const Table *t, size_t row, size_t *col);

#endif
