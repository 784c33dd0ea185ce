/* Looking things up in a table that has been read. */
#include "data/cell.h"
#include "data/head.h"
#include "data/made.h"
#include "data/normal.h"
#include "data/table_int.h"

#include <string.h>

static const char *const type_names[] = {
    [TYPE_AUTO] = "auto",       [TYPE_TEXT] = "text",
    [TYPE_INTEGER] = "integer", [TYPE_DECIMAL] = "decimal",
    [TYPE_MONEY] = "money",     [TYPE_RATIO] = "ratio",
    [TYPE_DATE] = "date",       [TYPE_PERIOD] = "period",
    [TYPE_CODE] = "code",       [TYPE_YESNO] = "yesno"};

bool column_type_parse(Str name, ColumnType *out)
{
    for (size_t i = 0; i < sizeof type_names / sizeof *type_names; i++) {
        if (str_eq_c(name, type_names[i])) {
            *out = (ColumnType)i;
            return true;
        }
    }
    return false;
}

const char *column_type_name(ColumnType type)
{
    return type_names[type];
}

Str table_name(const Table *t)
{
    return t->spec.name;
}

bool table_lost_rows(const Table *t)
{
    return t->lost_rows;
}

bool table_is_made(const Table *t)
{
    return t->made != NULL;
}

size_t table_rows(const Table *t)
{
    return t->nrows;
}

size_t table_columns(const Table *t)
{
    return t->ncolumns;
}

const Column *table_column(const Table *t, size_t col)
{
    return &t->columns[col];
}

/* Names of a table differ by more than spaces, so a name as it is written is
 * looked for first: that takes no decoding, and nearly all are. */
size_t table_find_column(const Table *t, Str name)
{
    for (size_t i = 0; name.n && i < t->ncolumns; i++)
        if (str_eq(t->columns[i].name, name))
            return i;
    for (size_t i = 0; i < t->ncolumns; i++)
        if (t->columns[i].name.n && head_matches(t->columns[i].name, name))
            return i;
    return SIZE_MAX;
}

size_t table_key_column(const Table *t)
{
    return t->key_column;
}

static Str cell_text(const Table *t, Cell c)
{
    if (c.n & CELL_ODD)
        return t->odd[c.at].text;
    return c.n ? str_sub(t->text, c.at, c.n) : STR("");
}

Str table_text(const Table *t, size_t row, size_t col)
{
    return t->made ? made_cell(t, row, col)->text
                   : cell_text(t, table_cell(t, row, col));
}

/* Offset of a cell's text; of a missing cell, the end of its row. */
static uint32_t cell_at(const Table *t, size_t row, size_t col)
{
    Cell c = table_cell(t, row, col);
    if (c.n & CELL_ODD)
        return t->odd[c.at].at;
    if (t->rows[row].first + col < t->rows[row + 1].first)
        return c.at;
    return t->rows[row].at;
}

/* The row in whose lines offset `at` stands, at or above `row`: fill-down
 * takes cells from rows above. */
static const Row *row_around(const Table *t, size_t row, uint32_t at)
{
    size_t low = 0, high = row;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (t->rows[middle].at > at)
            high = middle - 1;
        else
            low = middle;
    }
    return &t->rows[low];
}

static bool is_gap(const Table *t, char c)
{
    return c == ' ' || c == '\n' || c == '\r' ||
           (c == '\t' && t->delimiter != c);
}

uint32_t table_cell_start(const Table *t, uint32_t at)
{
    uint32_t from = at, line = at;
    while (from > 0 && is_gap(t, t->text.p[from - 1])) {
        from--;
        if (t->text.p[from] == '\n' || t->text.p[from] == '\r')
            break;
        line = from;
    }
    while (from > 0 && is_gap(t, t->text.p[from - 1]))
        from--;
    return from > 0 && t->text.p[from - 1] == '"' ? from - 1 : line;
}

Pos table_place(const Table *t, const Row *from, uint32_t at)
{
    uint32_t line = from->line, start = from->at;
    for (uint32_t i = from->at; i < at; i++) {
        char c = t->text.p[i];
        bool pair = c == '\r' && i + 1 < t->text.n && t->text.p[i + 1] == '\n';
        if ((c == '\n' || c == '\r') && !pair) {
            line++;
            start = i + 1;
        }
    }
    size_t col = str_count(str_sub(t->text, start, at - start)) + 1;
    return (Pos){t->file, line, (uint32_t)col};
}

Pos table_pos(const Table *t, size_t row, size_t col)
{
    if (t->made)
        return made_cell(t, row, col)->value.pos;
    uint32_t at = cell_at(t, row, col);
    const Row *from = row_around(t, row, at);
    uint32_t start = table_cell_start(t, at);
    return table_place(t, from, start < from->at ? from->at : start);
}

Value table_value(const Table *t, size_t row, size_t col)
{
    if (t->made)
        return made_cell(t, row, col)->value;
    const Column *c = &t->columns[col];
    CellFault fault;
    Value v =
        cell_read(table_text(t, row, col), c->type, c->unit, t->year, &fault);
    v.pos = table_pos(t, row, col);
    return v;
}

bool table_is_total(const Table *t, size_t row)
{
    return t->totals[row / 8] >> (row % 8) & 1;
}

Str table_unit(const Table *t)
{
    return t->spec.unit;
}

size_t table_notes(const Table *t, const TableNote **out)
{
    *out = t->notes;
    return t->nnotes;
}

Str table_path(const Table *t)
{
    return t->spec.path;
}

Str table_bytes(const Table *t)
{
    return t->bytes;
}

/* An entry of the index is the first row with a key; KEY_TWICE says that more
 * rows have it. */
#define KEY_TWICE (UINT32_C(1) << 31)
#define KEY_FREE UINT32_MAX

/* The slot of `key`, or the free one where it belongs. */
static uint32_t key_slot(const Table *t, const uint32_t *index, Str key)
{
    uint32_t at = head_hash(key);
    for (;; at++) {
        uint32_t row = index[at & t->index_mask];
        if (row == KEY_FREE)
            break;
        if (head_matches(table_text(t, row & ~KEY_TWICE, t->key_column), key))
            break;
    }
    return at & t->index_mask;
}

void table_index(Table *t, Arena *a)
{
    uint32_t size = 16;
    while (size < t->nrows * 2 && size < KEY_TWICE)
        size *= 2;
    uint32_t *index = arena_alloc(a, size * sizeof *index);
    memset(index, 0xFF, size * sizeof *index);
    t->index_mask = size - 1;
    for (uint32_t row = 0; row < t->nrows; row++) {
        Str key = table_text(t, row, t->key_column);
        uint32_t *slot = &index[key_slot(t, index, key)];
        *slot = *slot == KEY_FREE ? row : *slot | KEY_TWICE;
    }
    t->index = index;
}

size_t table_find_row(const Table *t, Str key, bool *twice)
{
    uint32_t row = t->index[key_slot(t, t->index, key)];
    if (twice)
        *twice = row != KEY_FREE && (row & KEY_TWICE);
    return row == KEY_FREE ? SIZE_MAX : row & ~KEY_TWICE;
}

RowSet rowset_all(const Table *t)
{
    return (RowSet){t, NULL, t->nrows};
}

size_t rowset_row(RowSet s, size_t i)
{
    return s.rows ? s.rows[i] : i;
}

bool rowset_is(RowSet a, RowSet b)
{
    return a.table == b.table && a.rows == b.rows && a.n == b.n;
}
