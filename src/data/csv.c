/*
 * The reader around libcsv.
 *
 * Where a cell stands follows from what libcsv hands out: told never to trim
 * spaces, it gives an unquoted cell byte for byte, and a quoted one without
 * its two quotes and with each doubled quote once. So the bytes a cell took
 * are known from its text, and the next cell begins one delimiter later
 * (`cell_extent`). Line ends between records are counted by ourselves
 * (`skip_line_ends`), which also finds the empty lines libcsv leaves out.
 *
 * Words: a *piece* is the text of one records_feed; the *carry* holds the
 * cells of a record that began in an earlier piece.
 */
#include "data/csv.h"

#include <csv.h>
#include <glib.h>
#include <string.h>

enum {
    QUOTE = '"',
    ENTRY_BLOCK = 16384, /* libcsv grows its cell buffer by this */
    CARRY_MAX = 16 << 20 /* a record longer than this is a lost quote */
};

struct Records {
    struct csv_parser parser;
    RecordTake *take;
    void *context;

    Str piece;
    uint64_t piece_at;  /* offset of the piece in all text */
    GArray *cells;      /* RecordCell, of the record being read */
    GByteArray *copies; /* texts that are not in the piece; see below */
    uint64_t at;        /* where the cell being read begins */
    uint64_t line;      /* … and its line */
    uint64_t record_at, record_line;
    bool cell_quoted; /* of a cell that began in an earlier piece … */
    uint64_t cell_col, cell_lines; /* its column and line ends so far */
    bool after_cr;  /* the last byte was \r: a \n now belongs to it */
    bool line_open; /* a record stands on the line: its end is no blank */

    uint64_t carried_cols; /* of the line open when this piece began */
    RecordFault fault;
    uint64_t fault_line, fault_col;
};

static int never_space(unsigned char c)
{
    (void)c;
    return 0;
}

Records *records_new(char delimiter, RecordTake *take, void *context)
{
    Records *r = g_new0(Records, 1);
    if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        g_error("libcsv");
    csv_set_delim(&r->parser, (unsigned char)delimiter);
    csv_set_space_func(&r->parser, never_space);
    csv_set_blk_size(&r->parser, ENTRY_BLOCK);
    r->take = take;
    r->context = context;
    r->cells = g_array_new(FALSE, FALSE, sizeof(RecordCell));
    r->copies = g_byte_array_sized_new(ENTRY_BLOCK);
    r->line = 1;
    return r;
}

void records_free(Records *r)
{
    if (!r)
        return;
    csv_free(&r->parser);
    g_array_free(r->cells, TRUE);
    g_byte_array_free(r->copies, TRUE);
    g_free(r);
}

/* The byte at an offset of all text; only for what lies in the piece. */
static char byte_at(const Records *r, uint64_t at)
{
    return r->piece.p[at - r->piece_at];
}

static uint64_t piece_end(const Records *r)
{
    return r->piece_at + r->piece.n;
}

static void give(Records *r, const Record *record)
{
    if (r->fault == RECORD_FINE && !r->take(r->context, record))
        r->fault = RECORD_STOPPED;
}

static void give_empty_line(Records *r)
{
    give(r, &(Record){.at = r->at, .line = r->line});
}

/* Steps over the line ends between two records. */
static void skip_line_ends(Records *r)
{
    if (r->at < r->piece_at)
        return; /* a cell of an earlier piece has begun */
    for (; r->at < piece_end(r); r->at++) {
        char c = byte_at(r, r->at);
        if (c != '\n' && c != '\r')
            return;
        if (c == '\n' && r->after_cr) {
            r->after_cr = false;
            continue;
        }
        if (!r->line_open)
            give_empty_line(r);
        r->line_open = false;
        r->after_cr = c == '\r';
        r->line++;
    }
}

static bool is_quoted(const Records *r)
{
    if (r->at < r->piece_at)
        return r->cell_quoted;
    return r->at < piece_end(r) && byte_at(r, r->at) == QUOTE;
}

static size_t count_byte(Str s, char byte)
{
    size_t n = 0;
    const char *end = s.p + s.n;
    for (const char *p = s.p; p < end; p++) {
        p = memchr(p, byte, (size_t)(end - p));
        if (!p)
            break;
        n++;
    }
    return n;
}

static size_t count_line_ends(Str s)
{
    size_t n = count_byte(s, '\n');
    if (!memchr(s.p, '\r', s.n))
        return n;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == '\r' && (i + 1 == s.n || s.p[i + 1] != '\n');
    return n;
}

/* A text that is not to be found in the piece: kept aside. Until the record
 * is given its p is the offset in `copies`, whose bytes move as it grows. */
static Str copy_text(Records *r, Str text)
{
    uintptr_t offset = r->copies->len;
    g_byte_array_append(r->copies, (const guint8 *)text.p, (guint)text.n);
    return (Str){(const char *)offset, text.n};
}

static void begin_record(Records *r)
{
    skip_line_ends(r);
    r->record_at = r->at;
    r->record_line = r->line;
    r->line_open = true;
    r->after_cr = false;
}

/* libcsv has finished a cell. */
static void take_cell(void *text, size_t n, void *context)
{
    Records *r = context;
    if (r->cells->len == 0)
        begin_record(r);
    bool quoted = is_quoted(r);
    Str s = {n ? text : "", n};
    size_t doubled = quoted ? count_byte(s, QUOTE) : 0;
    RecordCell cell = {.at = r->at};
    cell.direct = r->at >= r->piece_at && doubled == 0;
    if (cell.direct)
        cell.text = str_sub(r->piece, r->at - r->piece_at + quoted, n);
    else
        cell.text = copy_text(r, s);
    g_array_append_val(r->cells, cell);
    if (quoted)
        r->line += count_line_ends(s);
    uint64_t extent = n + doubled + (quoted ? 2 : 0);
    r->at += extent + 1; /* the delimiter */
}

/* Offsets in `copies` become pointers now that nothing is added any more. */
static void place_copies(Records *r)
{
    for (guint i = 0; i < r->cells->len; i++) {
        RecordCell *cell = &g_array_index(r->cells, RecordCell, i);
        if (!cell->direct)
            cell->text.p =
                (const char *)r->copies->data + (uintptr_t)cell->text.p;
    }
}

/* libcsv has finished a row. */
static void take_row(int line_end, void *context)
{
    (void)line_end;
    Records *r = context;
    place_copies(r);
    give(r, &(Record){(const RecordCell *)(void *)r->cells->data, r->cells->len,
                      r->record_at, r->record_line});
    g_array_set_size(r->cells, 0);
    g_byte_array_set_size(r->copies, 0);
    r->at--; /* there was no delimiter but a line end */
}

/* A record goes on in the next piece: nothing of it may stay in this one. */
static void carry_cells(Records *r)
{
    for (guint i = 0; i < r->cells->len; i++) {
        RecordCell *cell = &g_array_index(r->cells, RecordCell, i);
        if (cell->direct) {
            cell->text = copy_text(r, cell->text);
            cell->direct = false;
        }
    }
}

/* Where the line begins on which offset `at` of this piece stands. */
static uint64_t line_start(const Records *r, uint64_t at)
{
    for (uint64_t i = at; i > r->piece_at; i--) {
        char before = byte_at(r, i - 1);
        if (before == '\n' || before == '\r')
            return i;
    }
    return r->piece_at;
}

uint64_t records_col(const Records *r, uint64_t at)
{
    if (at < r->piece_at)
        return 1;
    uint64_t from = line_start(r, at);
    Str before = str_sub(r->piece, from - r->piece_at, at - from);
    bool carried = from == r->piece_at;
    return str_count(before) + (carried ? r->carried_cols : 0) + 1;
}

static bool ends_line(Str piece)
{
    char last = piece.p[piece.n - 1];
    return last == '\n' || last == '\r';
}

static void stop(Records *r, RecordFault why, uint64_t line, uint64_t col)
{
    r->fault = why;
    r->fault_line = line;
    r->fault_col = col;
}

/* The part of the open cell that lies in this piece, up to `end`. */
static Str open_part(const Records *r, uint64_t end)
{
    uint64_t from = r->at > r->piece_at ? r->at : r->piece_at;
    return str_sub(r->piece, from - r->piece_at, end - from);
}

/* Remembers of an unfinished cell what can no longer be seen later on. */
static void carry_open_cell(Records *r)
{
    if (r->at >= piece_end(r))
        return;
    if (r->at >= r->piece_at) {
        r->cell_quoted = is_quoted(r);
        r->cell_col = records_col(r, r->at);
        r->cell_lines = 0;
    }
    if (r->cell_quoted)
        r->cell_lines += count_line_ends(open_part(r, piece_end(r)));
}

static bool is_too_long(const Records *r)
{
    uint64_t held = r->at < r->piece_at ? r->piece_at - r->at : 0;
    return held + r->copies->len + r->cells->len * sizeof(RecordCell) >
           CARRY_MAX;
}

static void end_piece(Records *r)
{
    if (r->cells->len == 0)
        skip_line_ends(r);
    carry_open_cell(r);
    carry_cells(r);
    r->carried_cols =
        ends_line(r->piece) ? 0 : records_col(r, piece_end(r)) - 1;
    r->piece_at = piece_end(r);
    r->piece = STR("");
    if (is_too_long(r))
        stop(r, r->cell_quoted ? RECORD_OPEN_QUOTE : RECORD_TOO_LONG, r->line,
             r->cell_col);
}

/* libcsv refused the byte at `at`. */
static void fault_quote(Records *r, uint64_t at)
{
    if (r->cells->len == 0)
        begin_record(r);
    bool carried = r->at < r->piece_at;
    stop(r, is_quoted(r) ? RECORD_AFTER_QUOTE : RECORD_STRAY_QUOTE,
         r->line + count_line_ends(open_part(r, at)) +
             (carried ? r->cell_lines : 0),
         records_col(r, at));
}

bool records_feed(Records *r, Str piece)
{
    if (r->fault != RECORD_FINE)
        return false;
    if (piece.n == 0)
        return true;
    r->piece = piece;
    size_t n = csv_parse(&r->parser, piece.p, piece.n, take_cell, take_row, r);
    if (r->fault == RECORD_FINE && n < piece.n)
        fault_quote(r, r->piece_at + n);
    if (r->fault == RECORD_FINE)
        end_piece(r);
    return r->fault == RECORD_FINE;
}

bool records_end(Records *r)
{
    if (r->fault != RECORD_FINE)
        return false;
    if (csv_fini(&r->parser, take_cell, take_row, r) != 0)
        stop(r, RECORD_OPEN_QUOTE, r->line, r->cell_col);
    return r->fault == RECORD_FINE;
}

void records_place(const Records *r, uint64_t *line, uint64_t *col)
{
    bool open = r->at < r->piece_at;
    *line = r->line + (open && r->cell_quoted ? r->cell_lines : 0);
    *col = r->carried_cols + 1;
}

RecordFault records_fault(const Records *r)
{
    return r->fault;
}

uint64_t records_fault_line(const Records *r)
{
    return r->fault_line;
}

uint64_t records_fault_col(const Records *r)
{
    return r->fault_col;
}
