/*
 * Tables: a CSV file as typed rows, every cell with its place.
 *
 * bytes → UTF-8 (K-190 … K-193) → records by libcsv (K-194) → head matched
 * (K-196) → cells typed (K-197 … K-201). Made once per run from the data
 * section of the layout, read by doc/ through data/expr.h. In the document
 * arena.
 */
#ifndef DATA_TABLE_H
#define DATA_TABLE_H

#include "base/diag.h"
#include "data/typed.h"
#include "data/value.h"

typedef enum ColumnType {
    TYPE_AUTO, /* text unless every cell reads as a number or a date */
    TYPE_TEXT,
    TYPE_INTEGER,
    TYPE_DECIMAL,
    TYPE_MONEY,
    TYPE_RATIO,
    TYPE_DATE,
    TYPE_PERIOD,
    TYPE_CODE,
    TYPE_YESNO
} ColumnType;

bool column_type_parse(Str name, ColumnType *out); /* "money", "date" … */
const char *column_type_name(ColumnType type);

typedef struct ColumnSpec {
    Str name;
    ColumnType type;
    Str unit; /* overrides the table's */
    Pos pos;
} ColumnSpec;

typedef struct TableSpec {
    Str name;      /* as the layout calls it */
    Str path;      /* resolved */
    Str unit;      /* default unit of money columns, "억 원" */
    Str key;       /* column for table[key]; empty: the first */
    Str encoding;  /* empty: found out (K-190) */
    Str delimiter; /* empty: found out; "," "\t" ";" */
    const ColumnSpec *columns;
    size_t ncolumns;
    const Str *fill_down; /* columns whose blanks repeat the cell above */
    size_t nfill_down;
    int year;           /* for dates without one (K-200), 0 = none */
    Typed *typed;       /* NULL: nobody asks how signs were typed */
    bool pad;           /* short rows are filled with blanks (K-195) */
    uint32_t head_rows; /* 0 is 1; more: their names are joined (K-196) */
    Pos pos;            /* in the layout */
} TableSpec;

/* Whether the figures of a column may be added up in a total row. */
typedef enum ColumnAdding {
    COLUMN_BY_NAME, /* as integers, decimals and money may, unless the name
                       says otherwise (figure_name.h): 단가 */
    COLUMN_BY_TYPE, /* as these may: a formula has made them */
    COLUMN_ADDS,    /* shares of a whole */
    COLUMN_APART    /* ranks, means, running sums: there is no total */
} ColumnAdding;

typedef struct Column {
    Str name;
    ColumnType type; /* never TYPE_AUTO */
    bool declared;   /* the layout says that it is money, or an integer */
    bool percent;    /* some cell is written as 3.5% */
    ColumnAdding adding;
    /* Of a derived table: the column whose name keeps this one, made from it,
     * from being added up; NULL: none does. */
    const struct Column *kept_by;
    const struct ColumnRatio *ratio; /* of a derived table; NULL: none */
    bool lost_ratio; /* is one, which cannot be computed again here */
    Str unit;
    Pos pos; /* head cell */
} Column;

typedef struct Table Table;

/* Reads, types and checks. Reports every fault it can reach; NULL when the
 * table is unusable. */
Table *table_read(const TableSpec *spec, Sources *sources, Arena *document,
                  Diags *diags);

Str table_name(const Table *t);
size_t table_rows(const Table *t);
size_t table_columns(const Table *t);
const Column *table_column(const Table *t, size_t col);
/* Rows that the file has are not here: reported. */
bool table_lost_rows(const Table *t);
/* Made from other tables, not read from a file. */
bool table_is_made(const Table *t);
/* SIZE_MAX when there is no such column (matched as in K-196). */
size_t table_find_column(const Table *t, Str name);
/* The row whose key column reads `key`, SIZE_MAX when none; `twice` (may be
 * NULL) tells that more than one does. */
size_t table_find_row(const Table *t, Str key, bool *twice);

/* The column that `key` names, or the first. */
size_t table_key_column(const Table *t);

/* The cell as decoded, trimmed; with fill-down applied. */
Str table_text(const Table *t, size_t row, size_t col);
Pos table_pos(const Table *t, size_t row, size_t col);
Value table_value(const Table *t, size_t row, size_t col);
/* 계, 합계, 소계 … at the head of the row (K-201): left out of sums. */
bool table_is_total(const Table *t, size_t row);

/* Lines around the data that are no rows (K-202): titles and units above the
 * head, "※", "주:", "자료:", "출처:" below. In order of the file. */
typedef struct TableNote {
    Str text;
    Pos pos;
    bool above; /* above the head */
} TableNote;

/* The unit of the table: of the layout, else of a unit line above the head. */
Str table_unit(const Table *t);
size_t table_notes(const Table *t, const TableNote **out);

/* The file as it was found, for attaching it: name in NFC and bytes. */
Str table_path(const Table *t);
Str table_bytes(const Table *t);

/* A subset of the rows of a table in order: what `each` and filters give. */
typedef struct RowSet {
    const Table *table;
    const uint32_t *rows; /* NULL: all rows */
    size_t n;
} RowSet;

RowSet rowset_all(const Table *t);
/* The table row of the i-th row of the set. */
size_t rowset_row(RowSet s, size_t i);
/* The very same set, not one that merely has the same rows. */
bool rowset_is(RowSet a, RowSet b);

#endif
