/*
 * Inside a Table: for table.c and table_read.c only.
 *
 * Cells are eight bytes pointing into the decoded text. The few that differ
 * from what stands there (doubled quotes, characters normalised) are kept
 * apart as *odd* cells. Rows may have fewer cells than the table has columns:
 * the rest is blank.
 */
#ifndef DATA_TABLE_INT_H
#define DATA_TABLE_INT_H

#include "data/table.h"

#define CELL_ODD (UINT32_C(1) << 31)

typedef struct Cell {
    uint32_t at; /* offset in the text; of an odd cell: index of `odd` */
    uint32_t n;  /* length; CELL_ODD marks an odd cell */
} Cell;

typedef struct OddCell {
    Str text;
    uint32_t at; /* offset in the text where it stands */
} OddCell;

typedef struct Row {
    uint32_t at; /* offset in the text */
    uint32_t line;
    uint32_t first; /* index of its first cell */
} Row;

struct Table {
    TableSpec spec;
    uint32_t file;
    int year;
    char delimiter;
    Str bytes, text;
    Column *columns;
    uint32_t ncolumns;
    uint32_t nrows;
    const Row *rows; /* nrows + 1: the last one ends the cells */
    const Cell *cells;
    const OddCell *odd;
    const TableNote *notes;
    size_t nnotes;
    bool lost_rows; /* some were not taken: reported */
    uint8_t *totals; /* one bit a row */
    uint32_t key_column;
    const uint32_t *index; /* rows by hash of their key, UINT32_MAX: free */
    uint32_t index_mask;
    struct Made *made; /* of a derived table (made.h), else NULL */
};

/* The cell, blank when the row has none there. */
static inline Cell table_cell(const Table *t, size_t row, size_t col)
{
    uint32_t first = t->rows[row].first;
    return first + col < t->rows[row + 1].first ? t->cells[first + col]
                                                : (Cell){0, 0};
}

/* Where offset `at` of the text stands, in a row that begins at `from`. */
Pos table_place(const Table *t, const Row *from, uint32_t at);
/* The cell as written begins before its trimmed text: the quote, spaces. */
uint32_t table_cell_start(const Table *t, uint32_t at);

/* Builds the index of the key column. */
void table_index(Table *t, Arena *a);

#endif
