/*
 * Making a table: the file is decoded, split, its head matched with the
 * layout, its cells put in order, typed and checked. Every step reports all it
 * can before the next one needs it to have gone well.
 */
#include "base/file.h"
#include "data/cell.h"
#include "data/csv.h"
#include "data/date.h"
#include "data/dialect.h"
#include "data/encoding.h"
#include "data/head.h"
#include "data/normal.h"
#include "data/table_int.h"

#include <glib.h>
#include <string.h>

enum { CELLS_MAX = 1 << 28 };

/* A table in the making. */
typedef struct Making {
    Table *t;
    Arena *arena;
    Diags *diags;
    unsigned normal_flags;
    GArray *rows, *cells, *odd; /* Row, Cell, OddCell */
    uint32_t width;    /* cells of the head row, blank tails included */
    bool *fills;       /* per column: fill-down */
    Cell *above;       /* per column: the last cell that was not blank */
    bool *used;        /* per column of the width: some cell is not blank */
    uint32_t text_base;/* bytes skipped before the records (sep= line) */
    uint32_t line_base;
    bool has_head;
} Making;

static Pos file_pos(const Table *t)
{
    return (Pos) {t->file, 0, 0};
}

/* ---- cells ---- */

static Row record_row(const Making *m, const Record *r)
{
    return (Row) {(uint32_t)r->at + m->text_base,
        (uint32_t)r->line + m->line_base, m->cells->len};
}

static Pos record_pos(const Making *m, const Record *r, size_t cell)
{
    Row row = record_row(m, r);
    uint32_t at = cell < r->n ? (uint32_t)r->cells[cell].at : (uint32_t)r->at;
    return table_place(m->t, &row, at + m->text_base);
}

/* Trimmed and in normal form; reports at the cell. */
static Str clean_text(Making *m, const Record *r, size_t i)
{
    Str text = str_trim(r->cells[i].text);
    if (text_is_normal(text))
        return text;
    text_normalise(text, m->normal_flags, record_pos(m, r, i), m->arena,
        m->diags, &text);
    return str_trim(text);
}

/* Offset of a text that lies in the decoded text; false when it is a copy. */
static bool find_offset(const Table *t, Str s, uint32_t *at)
{
    uintptr_t base = (uintptr_t)t->text.p, p = (uintptr_t)s.p;
    if (p < base || p - base > t->text.n)
        return false;
    *at = (uint32_t)(p - base);
    return true;
}

static Cell make_cell(Making *m, const Record *r, size_t i)
{
    Str text = clean_text(m, r, i);
    Cell cell = {(uint32_t)r->cells[i].at + m->text_base, (uint32_t)text.n};
    if (text.n == 0 || find_offset(m->t, text, &cell.at))
        return cell;
    OddCell odd = {str_dup(text, m->arena), cell.at};
    cell = (Cell) {m->odd->len, (uint32_t)text.n | CELL_ODD};
    g_array_append_val(m->odd, odd);
    return cell;
}

/* ---- the head ---- */

static Str first_near_name(const Table *t, Str name, Arena *a)
{
    Str *names = ARENA_ARRAY(a, Str, t->ncolumns);
    for (size_t i = 0; i < t->ncolumns; i++)
        names[i] = t->columns[i].name;
    return str_nearest(name, names, t->ncolumns);
}

/* A name in the layout that the file does not have. */
static void report_missing(Making *m, Str name, Pos pos)
{
    Str near = first_near_name(m->t, name, m->arena);
    const char *hint = near.n
        ? diag_arg(m->diags, " ('" STR_FMT "'?)", STR_ARG(near))
        : "";
    diag(m->diags, DIAG_COLUMN_MISSING, pos, diag_str(m->diags, name),
        diag_str(m->diags, m->t->spec.name), hint);
}

static void match_columns(Making *m)
{
    const TableSpec *spec = &m->t->spec;
    for (size_t i = 0; i < spec->ncolumns; i++) {
        const ColumnSpec *want = &spec->columns[i];
        size_t col = table_find_column(m->t, want->name);
        if (col == SIZE_MAX) {
            report_missing(m, want->name, want->pos);
            continue;
        }
        m->t->columns[col].type = want->type;
        if (want->unit.n)
            m->t->columns[col].unit = want->unit;
    }
}

static void match_fill_down(Making *m)
{
    const TableSpec *spec = &m->t->spec;
    for (size_t i = 0; i < spec->nfill_down; i++) {
        size_t col = table_find_column(m->t, spec->fill_down[i]);
        if (col == SIZE_MAX)
            report_missing(m, spec->fill_down[i], spec->pos);
        else
            m->fills[col] = true;
    }
}

static void match_key(Making *m)
{
    const TableSpec *spec = &m->t->spec;
    if (spec->key.n == 0)
        return;
    size_t col = table_find_column(m->t, spec->key);
    if (col == SIZE_MAX)
        report_missing(m, spec->key, spec->pos);
    else
        m->t->key_column = (uint32_t)col;
}

static gboolean same_head(gconstpointer a, gconstpointer b)
{
    return head_matches(((const Column *)a)->name, ((const Column *)b)->name);
}

static guint hash_head(gconstpointer a)
{
    return head_hash(((const Column *)a)->name);
}

static void check_twins(Making *m)
{
    GHashTable *seen = g_hash_table_new(hash_head, same_head);
    for (size_t i = 0; i < m->t->ncolumns; i++) {
        Column *c = &m->t->columns[i];
        const Column *twin = c->name.n ? g_hash_table_lookup(seen, c) : NULL;
        if (twin)
            diag(m->diags, DIAG_CSV_HEAD_TWICE, c->pos,
                diag_str(m->diags, c->name),
                diag_arg(m->diags, "%td", twin - m->t->columns + 1));
        else
            g_hash_table_add(seen, c);
    }
    g_hash_table_destroy(seen);
}

/* Columns after the last named one exist only as commas (K-194). */
static uint32_t named_width(const Record *r)
{
    size_t n = r->n;
    while (n > 1 && str_trim(r->cells[n - 1].text).n == 0)
        n--;
    return (uint32_t)n;
}

static void read_head(Making *m, const Record *r)
{
    Table *t = m->t;
    m->has_head = true;
    m->width = (uint32_t)r->n;
    t->ncolumns = named_width(r);
    t->columns = ARENA_ARRAY(m->arena, Column, t->ncolumns);
    m->fills = ARENA_ARRAY(m->arena, bool, t->ncolumns);
    m->above = ARENA_ARRAY(m->arena, Cell, t->ncolumns);
    m->used = ARENA_ARRAY(m->arena, bool, m->width);
    for (size_t i = 0; i < t->ncolumns; i++) {
        Column *c = &t->columns[i];
        Str text = str_dup(clean_text(m, r, i), m->arena);
        head_read(text, m->arena, &c->name, &c->unit);
        c->pos = record_pos(m, r, i);
    }
    check_twins(m);
    match_columns(m);
    match_fill_down(m);
    match_key(m);
}

/* ---- rows ---- */

static void report_ragged(Making *m, const Record *r)
{
    diag(m->diags, DIAG_CSV_RAGGED,
        record_pos(m, r, r->n > m->width ? m->width : 0),
        diag_arg(m->diags, "%zu", r->n), diag_arg(m->diags, "%u", m->width));
}

/* A cell in a column without a name is told once per column. */
static void check_nameless(Making *m, const Record *r, size_t col, bool blank)
{
    bool nameless
        = col >= m->t->ncolumns || m->t->columns[col].name.n == 0;
    if (blank || m->used[col])
        return;
    m->used[col] = true;
    if (nameless)
        diag(m->diags, DIAG_CSV_HEAD_BLANK, record_pos(m, r, col),
            diag_arg(m->diags, "%zu", col + 1));
}

static void add_cells(Making *m, const Record *r)
{
    for (size_t col = 0; col < r->n; col++) {
        Cell cell = make_cell(m, r, col);
        check_nameless(m, r, col, cell.n == 0);
        if (col >= m->t->ncolumns)
            continue;
        if (cell.n == 0 && m->fills[col])
            cell = m->above[col];
        else if (cell.n)
            m->above[col] = cell;
        g_array_append_val(m->cells, cell);
    }
}

/* Cells that a short row lacks but fill-down gives. */
static void add_filled(Making *m, size_t from)
{
    size_t end = m->t->ncolumns;
    while (end > from && !(m->fills[end - 1] && m->above[end - 1].n))
        end--;
    for (size_t col = from; col < end; col++) {
        Cell cell = m->fills[col] ? m->above[col] : (Cell) {0, 0};
        g_array_append_val(m->cells, cell);
    }
}

static bool add_row(Making *m, const Record *r)
{
    bool fits = r->n == m->width || (r->n < m->width && m->t->spec.pad);
    if (!fits) {
        report_ragged(m, r);
        return diags_count(m->diags, LEVEL_ERROR) < 1000;
    }
    if (m->cells->len > CELLS_MAX) {
        diag0(m->diags, DIAG_CSV_TOO_BIG, file_pos(m->t));
        return false;
    }
    Row row = record_row(m, r);
    add_cells(m, r);
    add_filled(m, r->n < m->t->ncolumns ? r->n : m->t->ncolumns);
    g_array_append_val(m->rows, row);
    return true;
}

/* An empty line is a row with a blank only where rows have one cell. */
static bool take_record(void *context, const Record *r)
{
    Making *m = context;
    RecordCell blank = {STR(""), r->at, false};
    Record one = {&blank, 1, r->at, r->line};
    if (r->n == 0 && (!m->has_head || m->width != 1))
        return true;
    if (r->n == 0)
        r = &one;
    if (m->has_head)
        return add_row(m, r);
    read_head(m, r);
    return true;
}

/* ---- typing ---- */

static void guess_column(Making *m, Column *c, size_t col)
{
    CellGuess guess = CELL_GUESS;
    for (size_t row = 0; row < m->t->nrows; row++)
        if (!guess_cell(&guess, table_text(m->t, row, col)))
            break;
    c->type = guess_type(&guess, c->name);
}

static bool is_amount(ColumnType type)
{
    return type == TYPE_MONEY;
}

static void type_columns(Making *m)
{
    for (size_t col = 0; col < m->t->ncolumns; col++) {
        Column *c = &m->t->columns[col];
        if (c->type == TYPE_AUTO)
            guess_column(m, c, col);
        if (is_amount(c->type) && c->unit.n == 0)
            c->unit = m->t->spec.unit;
    }
}

static const char *type_shown(ColumnType type)
{
    static const char *const names[] = {[TYPE_AUTO] = "auto",
        [TYPE_TEXT] = "text", [TYPE_INTEGER] = "integer",
        [TYPE_DECIMAL] = "decimal", [TYPE_MONEY] = "money",
        [TYPE_RATIO] = "ratio", [TYPE_DATE] = "date", [TYPE_CODE] = "code",
        [TYPE_YESNO] = "yesno"};
    return names[type];
}

/* The third argument of a cell's message: what the value should be. */
static const char *fault_hint(Making *m, const CellFault *f, ColumnType type)
{
    static const char *const weekdays[]
        = {"?", "월", "화", "수", "목", "금", "토", "일"};
    if (f->code == DIAG_CELL_SERIAL)
        return diag_str(m->diags, date_iso(f->date, m->arena));
    if (f->code == DIAG_CELL_WEEKDAY)
        return weekdays[date_weekday(f->date)];
    return type_shown(type);
}

static void check_cell(Making *m, size_t row, size_t col)
{
    const Column *c = &m->t->columns[col];
    Str text = table_text(m->t, row, col);
    CellFault fault;
    cell_read(text, c->type, c->unit, m->t->year, &fault);
    if (!fault.found)
        return;
    diag(m->diags, fault.code, table_pos(m->t, row, col),
        diag_str(m->diags, c->name), diag_str(m->diags, text),
        fault_hint(m, &fault, c->type));
}

static void check_cells(Making *m)
{
    for (size_t row = 0; row < m->t->nrows; row++)
        for (size_t col = 0; col < m->t->ncolumns; col++)
            check_cell(m, row, col);
}

/* ---- totals ---- */

static bool is_label_type(ColumnType type)
{
    return type == TYPE_TEXT || type == TYPE_CODE;
}

/* The columns before the first figure are the head of a row. */
static bool row_is_total(const Table *t, size_t row)
{
    for (size_t col = 0; col < t->ncolumns; col++) {
        if (!is_label_type(t->columns[col].type))
            return false;
        if (head_is_total(table_text(t, row, col)))
            return true;
    }
    return false;
}

static void mark_totals(Making *m)
{
    Table *t = m->t;
    t->totals = arena_calloc(m->arena, (size_t)t->nrows / 8 + 1, 1);
    for (size_t row = 0; row < t->nrows; row++)
        if (row_is_total(t, row))
            t->totals[row / 8] |= (uint8_t)(1u << (row % 8));
}

/* ---- all of it ---- */

static void *keep(Arena *a, const GArray *array, size_t size)
{
    void *copy = arena_alloc(a, array->len * size);
    if (array->len)
        memcpy(copy, array->data, array->len * size);
    return copy;
}

static void keep_arrays(Making *m)
{
    Row end = {(uint32_t)m->t->text.n, 0, m->cells->len};
    m->t->nrows = m->rows->len;
    g_array_append_val(m->rows, end);
    m->t->rows = keep(m->arena, m->rows, sizeof(Row));
    m->t->cells = keep(m->arena, m->cells, sizeof(Cell));
    m->t->odd = keep(m->arena, m->odd, sizeof(OddCell));
}

static bool report_split(Making *m, const Records *records)
{
    static const DiagCode codes[]
        = {[RECORD_STRAY_QUOTE] = DIAG_CSV_STRAY_QUOTE,
            [RECORD_AFTER_QUOTE] = DIAG_CSV_AFTER_QUOTE,
            [RECORD_OPEN_QUOTE] = DIAG_CSV_OPEN_QUOTE,
            [RECORD_TOO_LONG] = DIAG_CSV_TOO_LONG};
    RecordFault fault = records_fault(records);
    if (fault == RECORD_FINE)
        return true;
    if (fault != RECORD_STOPPED)
        diag0(m->diags, codes[fault],
            (Pos) {m->t->file,
                (uint32_t)records_fault_line(records) + m->line_base,
                (uint32_t)records_fault_col(records)});
    return false;
}

static bool split(Making *m)
{
    Records *records = records_new(m->t->delimiter, take_record, m);
    bool fed = records_feed(
        records, str_sub(m->t->text, m->text_base, m->t->text.n));
    bool fine = fed && records_end(records);
    if (!fine)
        report_split(m, records);
    records_free(records);
    if (fine && !m->has_head)
        diag0(m->diags, DIAG_CSV_EMPTY, file_pos(m->t));
    return fine && m->has_head;
}

static bool choose_dialect(Making *m)
{
    Table *t = m->t;
    Dialect found = dialect_find(t->text);
    t->delimiter = found.delimiter;
    m->text_base = (uint32_t)found.skip;
    m->line_base = found.skip > 0;
    if (t->spec.delimiter.n == 0
        || delimiter_parse(t->spec.delimiter, &t->delimiter))
        return true;
    diag(m->diags, DIAG_CSV_DELIMITER, t->spec.pos,
        diag_str(m->diags, t->spec.delimiter));
    return false;
}

static bool load(Making *m, Sources *sources)
{
    Table *t = m->t;
    DecodedText decoded;
    if (!file_read(t->spec.path, t->spec.pos, m->arena, m->diags, &t->bytes))
        return false;
    t->file = sources_add(sources, t->spec.path);
    bool fine = text_decode(t->bytes, t->spec.encoding, t->spec.pos, t->file,
        m->arena, m->diags, &decoded);
    t->text = decoded.text;
    sources_set_text(sources, t->file, t->text);
    if (decoded.encoding == ENCODING_CP949)
        m->normal_flags |= NORMAL_CP949;
    if (t->text.n >= UINT32_C(0x7FFFFFFF)) {
        diag0(m->diags, DIAG_CSV_TOO_BIG, file_pos(t));
        return false;
    }
    return fine;
}

static bool make(Making *m, Sources *sources)
{
    if (!load(m, sources) || !choose_dialect(m) || !split(m))
        return false;
    keep_arrays(m);
    type_columns(m);
    check_cells(m);
    mark_totals(m);
    table_index(m->t, m->arena);
    return true;
}

Table *table_read(const TableSpec *spec, Sources *sources, Arena *document,
    Diags *diags)
{
    Table *t = ARENA_NEW(document, Table);
    t->spec = *spec;
    t->year = spec->year;
    Making m = {.t = t,
        .arena = document,
        .diags = diags,
        .rows = g_array_new(FALSE, FALSE, sizeof(Row)),
        .cells = g_array_new(FALSE, FALSE, sizeof(Cell)),
        .odd = g_array_new(FALSE, FALSE, sizeof(OddCell))};
    bool made = make(&m, sources);
    g_array_free(m.rows, TRUE);
    g_array_free(m.cells, TRUE);
    g_array_free(m.odd, TRUE);
    return made ? t : NULL;
}
