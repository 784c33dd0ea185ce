/*
 * A table in the making: shared by the steps of table_read.c.
 *
 * table_rows.c takes the records as they come; the first one that is no title
 * goes to table_head.c; when all are in, table_type.c types and checks them.
 */
#ifndef DATA_TABLE_MAKING_H
#define DATA_TABLE_MAKING_H

#include "data/csv.h"
#include "data/table_int.h"

#include <glib.h>

/* A cell of a head: where cells were merged, all but the first are blank. */
typedef struct HeadCell {
    Str name, unit;
    Pos pos;
} HeadCell;

enum { HEAD_ROWS_MAX = 3 };

typedef struct Making {
    Table *t;
    Arena *arena;
    Diags *diags;
    unsigned normal_flags;
    GArray *rows, *cells, *odd; /* Row, Cell, OddCell */
    GArray *notes;              /* TableNote */
    size_t usual_width;         /* cells that most rows seem to have */
    uint32_t width; /* cells of the head row, blank tails included */
    HeadCell *head[HEAD_ROWS_MAX]; /* its rows, `width` cells each */
    uint32_t nhead;                /* … read so far */
    bool *fills;                   /* per column: fill-down */
    Cell *above;        /* per column: the last cell that was not blank */
    bool *sure;         /* per column: its type was guessed from every cell */
    bool *used;         /* per column of the width: some cell is not blank */
    uint32_t text_base; /* bytes before the records: a `sep=` line */
    uint32_t line_base; /* … and its lines */
    bool has_head;      /* the whole of it */
} Making;

/* ---- table_rows.c ---- */

/* Takes one record: RecordTake of the reader, context a Making. */
bool making_take(void *context, const Record *r);
/* The place of a cell of a record; past the last one, of the record. */
Pos making_pos(const Making *m, const Record *r, size_t cell);
/* The record has more or fewer cells than the head: reported. */
void making_ragged(Making *m, const Record *r);
/* Trimmed and in normal form; reports at the cell. */
Str making_text(Making *m, const Record *r, size_t cell);

/* ---- table_head.c ---- */

/* Takes a row of the head; after the last one, makes the columns and matches
 * the layout with them. */
void making_head(Making *m, const Record *r);
/* Tells when the first row of data is rather a second row of the head: it names
 * columns that have no name. */
void making_look_for_head(Making *m, const Record *r);

/* ---- table_type.c ---- */

void making_type(Making *m);
void making_check(Making *m);
void making_totals(Making *m);

#endif
