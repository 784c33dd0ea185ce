/*
 * The reader around libcsv.
 *
 * libcsv is given the *skeleton* of the text (skeleton.h): one letter for each
 * plain stretch, so that what it does byte by byte it does a few times a cell.
 * It decides where cells and rows end, what is quoted and what may not stand
 * where. Which letters a cell took follows from what it hands out: an unquoted
 * cell as it stands, a quoted one without its two quotes and with each doubled
 * quote once (`take_cell`); the text between them is the cell.
 *
 * Words: a *piece* is the text of one records_feed; the *window* is the text
 * from the beginning of the record being read to the end of what is known. It
 * lies in the piece, or in `held` when the record began in an earlier one.
 */
#include "data/csv.h"
#include "data/skeleton.h"

#include <csv.h>
#include <glib.h>
#include <string.h>

enum {
    BLOCK = 32 << 10,    /* text made into letters at a time */
    CARRY_MAX = 16 << 20 /* a record longer than this is a lost quote */
};

struct Records {
    struct csv_parser parser;
    RecordTake *take;
    void *context;

    Str window;
    uint64_t window_at; /* its offset in all text */
    GByteArray *held;   /* the window, when it is not in the piece */
    Skeleton skeleton;  /* of the window, as far as libcsv has been given it */
    size_t next;        /* the letter at which the cell being read begins */

    GArray *cells;      /* RecordCell, of the record being read */
    GByteArray *copies; /* texts whose quotes were doubled, undone */
    size_t ncopied;     /* bytes of such cells */
    size_t record;      /* the letter at which it begins … */
    uint64_t record_line;
    uint64_t line;  /* of the cell being read */
    bool after_cr;  /* the last letter was \r: a \n now belongs to it */
    bool line_open; /* a record stands on the line: its end is no blank */

    RecordFault fault;
    uint64_t fault_line, fault_col;
};

Records *records_new(char delimiter, RecordTake *take, void *context)
{
    Records *r = g_new0(Records, 1);
    if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        g_error("libcsv");
    r->take = take;
    r->context = context;
    r->window = STR("");
    r->held = g_byte_array_new();
    r->cells = g_array_new(FALSE, FALSE, sizeof(RecordCell));
    r->copies = g_byte_array_new();
    r->line = 1;
    skeleton_init(&r->skeleton, delimiter);
    return r;
}

void records_free(Records *r)
{
    if (!r)
        return;
    csv_free(&r->parser);
    skeleton_release(&r->skeleton);
    g_byte_array_free(r->held, TRUE);
    g_array_free(r->cells, TRUE);
    g_byte_array_free(r->copies, TRUE);
    g_free(r);
}

/* ---- where letters stand ---- */

/* The offset in the window of a letter; past the last one, of the end. */
static size_t letter_at(const Records *r, size_t letter)
{
    return r->skeleton.room ? r->skeleton.at[letter] : 0;
}

static uint64_t text_at(const Records *r, size_t letter)
{
    return r->window_at + letter_at(r, letter);
}

static char letter(const Records *r, size_t i)
{
    return i < r->skeleton.n ? r->skeleton.letters[i] : '\0';
}

static size_t count_line_ends(Str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == '\n' ||
             (s.p[i] == '\r' && (i + 1 == s.n || s.p[i + 1] != '\n'));
    return n;
}

/* A window begins where a line does, and so does every record in it. */
uint64_t records_col(const Records *r, uint64_t at)
{
    if (at < r->window_at)
        return 1;
    size_t end = at - r->window_at, from = end;
    while (from > 0 && r->window.p[from - 1] != '\n' &&
           r->window.p[from - 1] != '\r')
        from--;
    return str_count(str_sub(r->window, from, end - from)) + 1;
}

void records_place(const Records *r, uint64_t *line, uint64_t *col)
{
    uint64_t first = r->cells->len ? r->record_line : r->line;
    *line = first + count_line_ends(r->window);
    *col = records_col(r, r->window_at + r->window.n);
}

/* ---- what libcsv finds ---- */

static void give(Records *r, const Record *record)
{
    if (r->fault == RECORD_FINE && !r->take(r->context, record))
        r->fault = RECORD_STOPPED;
}

/* Steps over the line ends between two records, which libcsv leaves out. */
static void skip_line_ends(Records *r)
{
    for (;; r->next++) {
        char c = letter(r, r->next);
        if (c != '\n' && c != '\r')
            return;
        if (c == '\n' && r->after_cr) {
            r->after_cr = false;
            continue;
        }
        if (!r->line_open)
            give(r, &(Record){.at = text_at(r, r->next), .line = r->line});
        r->line_open = false;
        r->after_cr = c == '\r';
        r->line++;
    }
}

static void begin_record(Records *r)
{
    skip_line_ends(r);
    r->record = r->next;
    r->record_line = r->line;
    r->line_open = true;
    r->after_cr = false;
    r->ncopied = 0;
}

static size_t count_quotes(Str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == SKELETON_QUOTE;
    return n;
}

/* libcsv has finished a cell: these are its letters. */
static void take_cell(void *letters, size_t n, void *context)
{
    Records *r = context;
    if (r->cells->len == 0)
        begin_record(r);
    Str s = {letters, n};
    bool quoted = letter(r, r->next) == SKELETON_QUOTE;
    size_t doubled = quoted ? count_quotes(s) : 0;
    size_t end = r->next + n + doubled + (quoted ? 2 : 0);
    size_t from = letter_at(r, r->next) + quoted;
    RecordCell cell = {.at = text_at(r, r->next), .copied = doubled > 0};
    cell.text = (Str){r->window.p + from, letter_at(r, end) - quoted - from};
    g_array_append_val(r->cells, cell);
    if (quoted)
        r->line += count_line_ends(s);
    if (doubled)
        r->ncopied += cell.text.n;
    r->next = end + 1; /* the delimiter */
}

/* Each doubled quote once. */
static size_t undouble(Str s, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        out[n++] = s.p[i];
        i += s.p[i] == SKELETON_QUOTE;
    }
    return n;
}

static void copy_cells(Records *r)
{
    g_byte_array_set_size(r->copies, (guint)r->ncopied);
    char *out = (char *)r->copies->data;
    for (guint i = 0; i < r->cells->len; i++) {
        RecordCell *cell = &g_array_index(r->cells, RecordCell, i);
        if (!cell->copied)
            continue;
        cell->text = (Str){out, undouble(cell->text, out)};
        out += cell->text.n;
    }
}

static void stop(Records *r, RecordFault why, uint64_t line, uint64_t col)
{
    r->fault = why;
    r->fault_line = line;
    r->fault_col = col;
}

/* The bytes from its first cell to the end of its last. */
static uint64_t row_length(const Records *r)
{
    const RecordCell *cells = (const RecordCell *)(void *)r->cells->data;
    guint n = r->cells->len;
    return n ? cells[n - 1].at + cells[n - 1].text.n - cells[0].at : 0;
}

/* libcsv has finished a row. */
static void take_row(int line_end, void *context)
{
    (void)line_end;
    Records *r = context;
    if (row_length(r) > CARRY_MAX) {
        stop(r, RECORD_TOO_LONG, r->record_line, 1);
        return;
    }
    if (r->ncopied)
        copy_cells(r);
    give(r, &(Record){(const RecordCell *)(void *)r->cells->data, r->cells->len,
                      text_at(r, r->record), r->record_line});
    g_array_set_size(r->cells, 0);
    r->next--; /* there was no delimiter but a line end */
}

/* ---- feeding ---- */

/* libcsv refused a letter. */
static void fault_quote(Records *r, size_t bad)
{
    if (r->cells->len == 0)
        begin_record(r);
    bool quoted = letter(r, r->next) == SKELETON_QUOTE;
    size_t from = letter_at(r, r->next), at = letter_at(r, bad);
    stop(r, quoted ? RECORD_AFTER_QUOTE : RECORD_STRAY_QUOTE,
         r->line + count_line_ends(str_sub(r->window, from, at - from)),
         records_col(r, r->window_at + at));
}

/* The window now stands elsewhere; the cells of the open record with it. */
static void move_window(Records *r, Str to)
{
    for (guint i = 0; i < r->cells->len; i++) {
        RecordCell *cell = &g_array_index(r->cells, RecordCell, i);
        cell->text.p = to.p + (cell->text.p - r->window.p);
    }
    r->window = to;
}

/* Drops what stands before the record being read: how many bytes. */
static size_t drop_records(Records *r)
{
    if (r->cells->len == 0)
        skip_line_ends(r);
    size_t first = r->cells->len ? r->record : r->next;
    size_t passed = letter_at(r, first);
    skeleton_drop(&r->skeleton, first);
    r->next -= first;
    r->record = 0;
    r->window = str_sub(r->window, passed, r->window.n);
    r->window_at += passed;
    return passed;
}

/* Gives libcsv the window from `from` to `to`. */
static void feed_block(Records *r, size_t from, size_t to)
{
    size_t known = r->skeleton.n;
    skeleton_add(&r->skeleton, str_sub(r->window, 0, to), from);
    size_t n = r->skeleton.n - known;
    size_t done = csv_parse(&r->parser, r->skeleton.letters + known, n,
                            take_cell, take_row, r);
    if (r->fault == RECORD_FINE && done < n)
        fault_quote(r, known + done);
}

/* What is left of the window outlives the piece. */
static void hold_window(Records *r)
{
    if (r->window.n > CARRY_MAX) {
        bool quoted = letter(r, r->next) == SKELETON_QUOTE;
        stop(r, quoted ? RECORD_OPEN_QUOTE : RECORD_TOO_LONG, r->line,
             records_col(r, text_at(r, r->next)));
        return;
    }
    if (r->held->len)
        g_byte_array_remove_range(r->held, 0,
                                  r->held->len - (guint)r->window.n);
    else
        g_byte_array_append(r->held, (const guint8 *)r->window.p,
                            (guint)r->window.n);
    move_window(r, (Str){(const char *)r->held->data, r->window.n});
}

static void open_window(Records *r, Str piece)
{
    if (r->held->len) {
        g_byte_array_append(r->held, (const guint8 *)piece.p, (guint)piece.n);
        piece = (Str){(const char *)r->held->data, r->held->len};
    }
    move_window(r, piece);
}

bool records_feed(Records *r, Str piece)
{
    if (r->fault != RECORD_FINE)
        return false;
    if (piece.n == 0)
        return true;
    size_t at = r->window.n;
    open_window(r, piece);
    while (r->fault == RECORD_FINE && at < r->window.n) {
        size_t to = r->window.n - at < BLOCK ? r->window.n : at + BLOCK;
        feed_block(r, at, to);
        at = r->fault == RECORD_FINE ? to - drop_records(r) : to;
    }
    if (r->fault == RECORD_FINE)
        hold_window(r);
    if (r->fault != RECORD_FINE)
        r->window = STR(""); /* of a piece that may go now */
    return r->fault == RECORD_FINE;
}

bool records_end(Records *r)
{
    if (r->fault != RECORD_FINE)
        return false;
    if (csv_fini(&r->parser, take_cell, take_row, r) != 0)
        stop(r, RECORD_OPEN_QUOTE, r->line,
             records_col(r, text_at(r, r->next)));
    return r->fault == RECORD_FINE;
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
