/*
 * Cells: what the text of a cell means under the type of its column.
 *
 * Pure reading: no position, no message; who calls knows the cell and reports
 * the code given back. Missing values keep their kinds (K-199).
 */
#ifndef DATA_CELL_H
#define DATA_CELL_H

#include "base/diag.h"
#include "data/table.h"

typedef struct CellFault {
    bool found;
    DiagCode code;
    Date date; /* a spreadsheet serial, or of a wrong weekday */
} CellFault;

/* `text` is trimmed. `year` completes dates. With a fault the value is the
 * text, so that nothing is computed with it. */
Value cell_read(Str text, ColumnType type, Str unit, int year,
                CellFault *fault);

/* The type that all of some cells have: feed each, then ask. */
typedef struct CellGuess {
    bool number, integer, date, code;
    bool percent, bare; /* numbers with a % and, but for zeros, without */
    size_t seen;
} CellGuess;

#define CELL_GUESS ((CellGuess){.number = true, .integer = true, .date = true})

/* False when only TYPE_TEXT is left. */
bool guess_cell(CellGuess *g, Str text);
/* `name` of the column: years, codes and numbers of things (연도, 코드, 번호)
 * are not amounts. */
ColumnType guess_type(const CellGuess *g, Str name);

#endif
