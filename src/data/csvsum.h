/*
 * `hanji csv sum`: how many rows each value of a column has, and what their
 * figures add up to, of a CSV file of any size.
 *
 * Rows are looked at once and not kept: the memory is that of the groups. The
 * head may have a title above it, rows of totals are left out and footnotes are
 * no rows, as when a layout reads the file (K-201, K-202); sums are exact. A
 * figure that does not read stops nothing and is told, but then nothing is
 * written.
 */
#ifndef DATA_CSVSUM_H
#define DATA_CSVSUM_H

#include "data/csvdump.h"

typedef struct CsvSum {
    CsvAsk ask;
    Str by;             /* rows that agree in this column are a group */
    const Str *columns; /* to add up */
    size_t ncolumns;
} CsvSum;

/* Writes an array of objects, one a line: the value, "count" and the sums,
 * numbers as they are exactly. In order of first appearance. False when
 * reported, or silently when `write` stopped. */
bool csvsum_write(const CsvSum *sum, CsvDumpWrite *write, void *context,
                  Sources *sources, Diags *diags);

#endif
