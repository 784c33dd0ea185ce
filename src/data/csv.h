/*
 * Records: UTF-8 text → the rows and cells of a CSV file, streaming.
 *
 * libcsv splits (this is its only door); around it we know where every cell
 * stands, in bytes and in lines, although libcsv tells no positions. Text is
 * fed in pieces of any size; memory is bounded by the longest record. Cells
 * come out exactly as written: spaces stay, only quoting is undone. Quotes
 * where RFC 4180 allows none stop the reader (K-194).
 */
#ifndef DATA_CSV_H
#define DATA_CSV_H

#include "base/str.h"

typedef struct RecordCell {
    Str text;    /* unquoted; see Record for how long it lives */
    uint64_t at; /* byte offset in all text fed, of the cell or its quote */
    bool copied; /* quotes were doubled in it: text.p points into a copy */
} RecordCell;

/* A row. Lives until the callback returns; but of a row that lies in one piece,
 * the texts that are no copies are parts of that piece. */
typedef struct Record {
    const RecordCell *cells;
    size_t n;      /* 0: an empty line */
    uint64_t at;   /* byte offset of the record */
    uint64_t line; /* counts from 1; \n, \r\n and \r end lines */
} Record;

typedef enum RecordFault {
    RECORD_FINE,
    RECORD_STRAY_QUOTE, /* a"b: a quote inside an unquoted cell */
    RECORD_AFTER_QUOTE, /* "a"b: text after the closing quote */
    RECORD_OPEN_QUOTE,  /* "a… to the end of the file */
    RECORD_TOO_LONG,    /* a record over 16 MiB */
    RECORD_STOPPED      /* the callback answered false */
} RecordFault;

/* Answers whether to go on. */
typedef bool RecordTake(void *context, const Record *r);

typedef struct Records Records;

Records *records_new(char delimiter, RecordTake *take, void *context);
void records_free(Records *r);

/* The next piece of text; it may end inside a character. False when reading
 * stopped: see records_fault. */
bool records_feed(Records *r, Str piece);
/* Nothing follows. */
bool records_end(Records *r);

/* Why reading stopped, and the place: the quote or the letter at fault; for
 * RECORD_OPEN_QUOTE the quote that opens. col counts code points. */
RecordFault records_fault(const Records *r);
uint64_t records_fault_line(const Records *r);
uint64_t records_fault_col(const Records *r);
/* The place behind all text fed so far. */
void records_place(const Records *r, uint64_t *line, uint64_t *col);
/* Column of a byte offset inside the piece being fed now: for a callback. */
uint64_t records_col(const Records *r, uint64_t at);

#endif
