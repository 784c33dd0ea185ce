/*
 * `hanji csv dump`: any CSV file as JSON, its cells exactly as they stand.
 *
 * With a head: an array of objects of strings, keyed by the head row; without:
 * an array of arrays of strings. One row a line.
 */
#ifndef DATA_CSVDUMP_H
#define DATA_CSVDUMP_H

#include "data/csvfile.h"

typedef struct CsvDump {
    CsvAsk ask;
    bool no_header; /* rows as arrays; also for heads that repeat a name */
} CsvDump;

/* What was decided. */
typedef struct CsvDumpFound {
    Encoding encoding;
    bool marked; /* by a byte order mark */
    char delimiter;
    bool told;      /* by a `sep=` line */
    size_t columns; /* of the first row */
    uint64_t rows;  /* written */
} CsvDumpFound;

/* Takes the JSON in pieces; answers false to stop. */
typedef bool CsvDumpWrite(void *context, const void *p, size_t n);

/* False when the file was at fault and that was reported: what was written is
 * then no complete JSON. Also false, silently, when `write` stopped. */
bool csvdump_write(const CsvDump *dump, CsvDumpWrite *write, void *context,
                   Sources *sources, Diags *diags, CsvDumpFound *found);

#endif
