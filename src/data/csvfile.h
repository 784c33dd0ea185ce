/*
 * CsvFile: the records of a file of any size, in the memory of the longest one.
 *
 * The file is read twice in pieces, once for its encoding and once for its
 * records. For what looks at each row once: csvdump.c, csvsum.c.
 */
#ifndef DATA_CSVFILE_H
#define DATA_CSVFILE_H

#include "base/diag.h"
#include "data/csv.h"
#include "data/decode.h"

typedef struct CsvAsk {
    Str path;
    Str encoding;  /* empty: found out (K-190) */
    Str delimiter; /* empty: found out (K-194) */
    bool verbose;  /* notes tell what was found out */
} CsvAsk;

/* What is known of the file while its records are taken. */
typedef struct CsvFile {
    const CsvAsk *ask;
    Diags *diags;
    uint32_t file;
    Encoding encoding;
    bool marked; /* by a byte order mark */
    char delimiter;
    bool told;          /* by a `sep=` line */
    size_t usual_width; /* cells that most of the first rows have */
    Records *records;
} CsvFile;

/* Gives every record to `take`, empty lines too. `f` is filled before the first
 * one comes. False when the file was at fault and that was reported, or when
 * `take` stopped. */
bool csvfile_read(CsvFile *f, const CsvAsk *ask, RecordTake *take,
                  void *context, Sources *sources, Diags *diags);

/* The place of a byte of the record that is being taken. */
Pos csvfile_pos(const CsvFile *f, const Record *r, uint64_t at);

/* The record does not have `width` cells: reported. */
void csvfile_ragged(const CsvFile *f, const Record *r, size_t width);

#endif
