/*
 * The head of a table: names and units of the columns, and what the layout
 * says about them by name.
 *
 * A head of several rows comes from merged cells. A cell merged across columns
 * is blank in all of them but the first, one merged down is blank below; so a
 * name goes on to the right as long as the columns have names of their own
 * underneath:
 *
 *   구분, 일반회계,     , 비고        구분, 일반회계 예산, 일반회계 집행, 비고
 *       , 예산,     집행,
 */
#include "data/date.h"
#include "data/head.h"
#include "data/number.h"
#include "data/table_making.h"

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
    diag(m->diags, DIAG_COLUMN_MISSING, pos, diag_str(m->diags, name),
         diag_str(m->diags, m->t->spec.name), diag_str(m->diags, near));
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
        m->t->columns[col].declared =
            want->type == TYPE_MONEY || want->type == TYPE_INTEGER;
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

/* ---- names from the rows of the head ---- */

/* Some row below `row` has a name in the column. */
static bool has_below(const Making *m, uint32_t row, uint32_t col)
{
    for (uint32_t below = row + 1; below < m->nhead; below++)
        if (m->head[below][col].name.n)
            return true;
    return false;
}

/* The columns whose names go on to the right, row by row; NO_COLUMN: none. */
#define NO_COLUMN UINT32_MAX
typedef struct Carry {
    uint32_t from[HEAD_ROWS_MAX];
} Carry;

/* The column whose cell of the row names `col` too; columns are asked for from
 * left to right. */
static uint32_t part_of(const Making *m, uint32_t row, uint32_t col,
                        Carry *carry)
{
    bool own = m->head[row][col].name.n > 0;
    if (own)
        for (uint32_t below = row; below < m->nhead; below++)
            carry->from[below] = NO_COLUMN; /* a new group */
    if (!has_below(m, row, col)) {
        carry->from[row] = NO_COLUMN;
        return own ? col : NO_COLUMN;
    }
    if (own)
        carry->from[row] = col;
    return carry->from[row];
}

/* Adds one part to the name of a column; the same word twice is said once. */
static void add_part(const Making *m, const HeadCell *part, Column *c)
{
    if (part->unit.n)
        c->unit = part->unit;
    if (c->name.n == 0)
        c->name = part->name;
    else if (!head_matches(c->name, part->name))
        c->name = str_printf(m->arena, STR_FMT " " STR_FMT, STR_ARG(c->name),
                             STR_ARG(part->name));
}

static Column make_column(const Making *m, uint32_t col, Carry *carry)
{
    Column c = {.pos = m->head[0][col].pos};
    Str unit;
    for (uint32_t row = 0; row < m->nhead; row++) {
        uint32_t from = part_of(m, row, col, carry);
        if (from != NO_COLUMN)
            add_part(m, &m->head[row][from], &c);
        if (from == col)
            c.pos = m->head[row][col].pos;
    }
    head_read(c.name, m->arena, &c.name, &unit); /* 예산 over (백만원) */
    if (unit.n)
        c.unit = unit;
    return c;
}

/* Columns after the last named one exist only as commas (K-194). */
static uint32_t named_width(const Making *m)
{
    uint32_t n = m->width;
    while (n > 1 && m->head[0][n - 1].name.n == 0 && !has_below(m, 0, n - 1))
        n--;
    return n;
}

static void make_columns(Making *m)
{
    Table *t = m->t;
    Carry carry;
    for (uint32_t row = 0; row < HEAD_ROWS_MAX; row++)
        carry.from[row] = NO_COLUMN;
    t->ncolumns = named_width(m);
    t->columns = ARENA_ARRAY(m->arena, Column, t->ncolumns);
    m->fills = ARENA_ARRAY(m->arena, bool, t->ncolumns);
    m->sure = ARENA_ARRAY(m->arena, bool, t->ncolumns);
    m->above = ARENA_ARRAY(m->arena, Cell, t->ncolumns);
    m->used = ARENA_ARRAY(m->arena, bool, m->width);
    for (uint32_t col = 0; col < t->ncolumns; col++)
        t->columns[col] = make_column(m, col, &carry);
}

static void read_head_row(Making *m, const Record *r)
{
    HeadCell *cells = ARENA_ARRAY(m->arena, HeadCell, m->width);
    for (uint32_t i = 0; i < m->width && i < r->n; i++) {
        Str text = str_dup(making_text(m, r, i), m->arena);
        head_read(text, m->arena, &cells[i].name, &cells[i].unit);
        cells[i].pos = making_pos(m, r, i);
    }
    m->head[m->nhead++] = cells;
}

void making_head(Making *m, const Record *r)
{
    if (m->nhead == 0)
        m->width = (uint32_t)r->n;
    bool fits = r->n == m->width || (r->n < m->width && m->t->spec.pad);
    if (!fits)
        making_ragged(m, r);
    read_head_row(m, r);
    if (m->nhead < m->t->spec.head_rows)
        return;
    m->has_head = true;
    make_columns(m);
    check_twins(m);
    match_columns(m);
    match_fill_down(m);
    match_key(m);
}

/* ---- a head that has more rows than was said ---- */

static bool is_year(Str s)
{
    Date d;
    if (s.n == 4 && date_is_bare(s))
        return s.p[0] == '2' || str_starts(s, STR("19"));
    return date_read(s, 0, &d) == DATE_FINE && d.month == 0;
}

/* What stands in heads and not in data: no figures but years. */
static bool is_word(Str s)
{
    Number n;
    Date d;
    if (is_year(s))
        return true;
    return number_read(s, &n) == NUMBER_TEXT &&
           date_read(s, 0, &d) == DATE_TEXT;
}

static bool is_nameless(const Making *m, size_t col)
{
    return col >= m->t->ncolumns || m->t->columns[col].name.n == 0;
}

/* How many nameless columns a row of nothing but words would name. */
static size_t count_named(Making *m, const Record *r, size_t *first)
{
    size_t named = 0;
    for (size_t col = r->n < m->width ? r->n : m->width; col-- > 0;) {
        Str text = str_trim(r->cells[col].text);
        if (text.n && !is_word(text))
            return 0;
        if (text.n && is_nameless(m, col)) {
            named++;
            *first = col;
        }
    }
    return named;
}

void making_look_for_head(Making *m, const Record *r)
{
    size_t first = 0;
    if (m->nhead == HEAD_ROWS_MAX || count_named(m, r, &first) == 0)
        return;
    for (size_t col = first; col < m->width; col++)
        m->used[col] = true; /* one message is enough */
    diag(m->diags, DIAG_CSV_HEAD_ROWS, making_pos(m, r, first),
         diag_arg(m->diags, "%u", m->nhead + 1),
         diag_str(m->diags, str_trim(r->cells[first].text)));
}
