/*
 * The dump, as a pipe: file → decoder → records → JSON → buffer → writer.
 */
#include "data/csvdump.h"
#include "base/file.h"
#include "base/json.h"
#include "data/csv.h"
#include "data/csvdump_out.h"
#include "data/dialect.h"
#include "data/encoding.h"
#include "data/head.h"

#include <glib.h>
#include <string.h>

enum { PIECE = 256 << 10 };

/* ---- rows ---- */

typedef struct Job {
    const CsvDump *dump;
    Out out;
    Diags *diags;
    uint32_t file;
    uint32_t line_base; /* lines before the records: a sep= line */
    CsvDumpFound *found;
    Records *records;
    Str *names;           /* the head; see read_head */
    Arena *arena;         /* of the names */
    size_t width;         /* cells of the first row, 0: none yet */
    size_t usual_width;   /* cells that most of the first rows have */
    uint64_t empty_lines; /* before the first row */
    bool faulty;
} Job;

static Pos cell_place(const Job *j, const Record *r, uint64_t at)
{
    return (Pos){j->file, (uint32_t)r->line + j->line_base,
                 (uint32_t)records_col(j->records, at)};
}

/* A row: what stands before each cell, the quote that closes the cell before
 * it included, and what ends the row. */
static void begin_row(Job *j)
{
    out_text(&j->out, j->found->rows++ ? ",\n" : "[\n");
}

static void put_array(Job *j, const Record *r)
{
    begin_row(j);
    for (size_t i = 0; i < r->n; i++) {
        out_text(&j->out, i ? "\",\"" : "[\"");
        out_string(&j->out, r->cells[i].text);
    }
    out_text(&j->out, "\"]");
}

static void put_object(Job *j, const Record *r)
{
    begin_row(j);
    for (size_t i = 0; i < r->n; i++) {
        out_bytes(&j->out, j->names[i].p, j->names[i].n);
        out_string(&j->out, r->cells[i].text);
    }
    out_text(&j->out, "\"}");
}

static guint hash_name(gconstpointer name)
{
    return head_hash(*(const Str *)name);
}

static gboolean same_name(gconstpointer a, gconstpointer b)
{
    return str_eq(*(const Str *)a, *(const Str *)b);
}

/* An object cannot have one key twice; an array of arrays can. */
static void check_twins(Job *j, const Record *r)
{
    GHashTable *seen = g_hash_table_new(hash_name, same_name);
    for (size_t i = 0; i < r->n; i++) {
        gpointer name = (gpointer)&r->cells[i].text, first;
        if (g_hash_table_lookup_extended(seen, name, NULL, &first)) {
            diag(j->diags, DIAG_DUMP_HEAD_TWICE,
                 cell_place(j, r, r->cells[i].at),
                 diag_str(j->diags, r->cells[i].text),
                 diag_arg(j->diags, "%zu", GPOINTER_TO_SIZE(first)));
            j->faulty = true;
        } else {
            g_hash_table_insert(seen, name, GSIZE_TO_POINTER(i + 1));
        }
    }
    g_hash_table_destroy(seen);
}

/* The names are escaped once and kept with all that stands between two cells:
 * `","name":"`. */
static void read_head(Job *j, const Record *r)
{
    check_twins(j, r);
    j->names = ARENA_ARRAY(j->arena, Str, r->n);
    for (size_t i = 0; i < r->n; i++) {
        Str name = json_quote(r->cells[i].text, j->arena);
        j->names[i] = str_printf(j->arena, "%s" STR_FMT ":\"", i ? "\"," : "{",
                                 STR_ARG(name));
    }
}

/* ---- decisions, for -v ---- */

/* How something was decided. */
typedef enum Reason { BY_OPTION, BY_MARK, BY_CONTENT, REASON_COUNT } Reason;

static void tell_encoding(Job *j)
{
    static const DiagCode codes[REASON_COUNT] = {
        [BY_OPTION] = DIAG_DUMP_ENCODING_TOLD,
        [BY_MARK] = DIAG_DUMP_ENCODING_MARK,
        [BY_CONTENT] = DIAG_DUMP_ENCODING_FOUND};
    Reason why = j->dump->encoding.n ? BY_OPTION
                 : j->found->marked  ? BY_MARK
                                     : BY_CONTENT;
    if (j->dump->verbose)
        diag(j->diags, codes[why], ((Pos){j->file, 0, 0}),
             encoding_name(j->found->encoding));
}

static void tell_delimiter(Job *j)
{
    static const DiagCode codes[REASON_COUNT] = {
        [BY_OPTION] = DIAG_DUMP_DELIMITER_TOLD,
        [BY_MARK] = DIAG_DUMP_DELIMITER_MARK,
        [BY_CONTENT] = DIAG_DUMP_DELIMITER_FOUND};
    Reason why = j->dump->delimiter.n ? BY_OPTION
                 : j->found->told     ? BY_MARK
                                      : BY_CONTENT;
    if (j->dump->verbose)
        diag(j->diags, codes[why], ((Pos){j->file, 0, 0}),
             delimiter_name(j->found->delimiter));
}

/* The first record: the head, or the first of the rows. */
static void tell_head(Job *j, const Record *r)
{
    bool none = j->dump->no_header;
    Str names = STR("");
    if (!j->dump->verbose)
        return;
    for (size_t i = 0; !none && i < r->n; i++)
        names = str_printf(j->arena, STR_FMT "%s" STR_FMT, STR_ARG(names),
                           i ? ", " : "", STR_ARG(r->cells[i].text));
    diag(j->diags, none ? DIAG_DUMP_NO_HEAD : DIAG_DUMP_HEAD,
         cell_place(j, r, r->at), diag_arg(j->diags, "%zu", r->n),
         diag_str(j->diags, names));
}

/* ---- records ---- */

static void put_record(Job *j, const Record *r)
{
    if (j->dump->no_header) {
        put_array(j, r);
    } else if (!j->names) {
        read_head(j, r);
    } else if (r->n == j->width) {
        if (!j->faulty)
            put_object(j, r);
    } else {
        uint64_t at = r->n > j->width ? r->cells[j->width].at : r->at;
        diag(j->diags, DIAG_CSV_RAGGED, cell_place(j, r, at),
             diag_arg(j->diags, "%zu", r->n),
             diag_arg(j->diags, "%zu", j->width));
        j->faulty = true;
    }
}

static void put_blank(Job *j)
{
    RecordCell cell = {.text = STR("")};
    put_record(j, &(Record){.cells = &cell, .n = 1});
}

/* An empty line is a row where rows have one cell, and nothing elsewhere. A
 * title may stand alone in the first row, so the usual width counts, too. */
static bool has_one_column(const Job *j)
{
    return j->width == 1 && j->usual_width == 1;
}

static void take_empty_line(Job *j)
{
    if (j->width == 0)
        j->empty_lines++;
    else if (has_one_column(j))
        put_blank(j);
}

static void take_first(Job *j, size_t width)
{
    j->width = j->found->columns = width;
    for (; has_one_column(j) && j->dump->no_header && j->empty_lines;
         j->empty_lines--)
        put_blank(j);
}

static bool take_record(void *context, const Record *r)
{
    Job *j = context;
    if (r->n == 0) {
        take_empty_line(j);
    } else {
        if (j->width == 0) {
            take_first(j, r->n);
            tell_head(j, r);
        }
        put_record(j, r);
    }
    return !j->out.stopped && diags_count(j->diags, LEVEL_ERROR) < 1000;
}

/* ---- reading ---- */

/* The encoding, from the option, the mark or the whole file. */
static bool find_encoding(Job *j, FileIn *in, char *piece)
{
    CsvDumpFound *found = j->found;
    Str wanted = j->dump->encoding;
    size_t n = file_next(in, piece, PIECE);
    found->marked = encoding_bom((Str){piece, n}, &found->encoding) > 0;
    if (wanted.n && !encoding_parse(wanted, &found->encoding)) {
        diag(j->diags, DIAG_ENCODING_NAME, POS_NONE,
             diag_str(j->diags, wanted));
        return false;
    }
    if (!wanted.n && !found->marked) {
        EncodingProbe probe = ENCODING_PROBE;
        while (n && probe_piece(&probe, (Str){piece, n}, false))
            n = file_next(in, piece, PIECE);
        probe_piece(&probe, STR(""), true);
        found->encoding = probe_verdict(&probe);
        probe_tell(&probe, j->file, j->diags);
    }
    file_rewind(in);
    tell_encoding(j);
    return true;
}

static bool find_dialect(Job *j, Str start, size_t *skip)
{
    Dialect d = dialect_find(start);
    Str wanted = j->dump->delimiter;
    j->found->delimiter = d.delimiter;
    j->found->told = d.skip > 0;
    j->line_base = d.skip > 0;
    *skip = d.skip;
    if (wanted.n && !delimiter_parse(wanted, &j->found->delimiter)) {
        diag(j->diags, DIAG_CSV_DELIMITER, POS_NONE,
             diag_str(j->diags, wanted));
        return false;
    }
    j->usual_width =
        dialect_width(str_sub(start, d.skip, start.n), j->found->delimiter);
    tell_delimiter(j);
    return true;
}

/* The first text shows the separator; then it goes the way of all text. */
static bool feed(Job *j, Str text)
{
    size_t skip = 0;
    if (!j->records) {
        if (!find_dialect(j, text, &skip))
            return false;
        j->records = records_new(j->found->delimiter, take_record, j);
    }
    return records_feed(j->records, str_sub(text, skip, text.n));
}

static void report_bytes(Job *j, const Decoding *d)
{
    uint64_t line = 1, col = 1;
    if (j->records)
        records_place(j->records, &line, &col);
    Str shown = bytes_shown(d->bad, d->nbad, j->arena);
    diag(j->diags, DIAG_ENCODING_BYTES,
         ((Pos){j->file, (uint32_t)line + j->line_base, (uint32_t)col}),
         diag_str(j->diags, shown), encoding_name(j->found->encoding));
    j->faulty = true;
}

static bool decode_feed(Job *j, Decoder *decoder, Str bytes, bool last,
                        char *text)
{
    Decoding d = decode_piece(decoder, bytes, last, text);
    if (d.written && !feed(j, (Str){text, d.written}))
        return false;
    if (d.nbad)
        report_bytes(j, &d);
    return d.nbad == 0;
}

/* Fills a whole piece, so that the first one is enough to find the separator
 * in, whatever a pipe gives at a time. */
static size_t read_piece(FileIn *in, char *piece)
{
    size_t n = 0, got;
    while (n < PIECE && (got = file_next(in, piece + n, PIECE - n)) > 0)
        n += got;
    return n;
}

static bool pump(Job *j, FileIn *in, char *piece)
{
    char *text = g_malloc(decode_room(PIECE));
    Decoder decoder = {.encoding = j->found->encoding};
    Encoding marked;
    bool fine = true, first = true;
    for (size_t n; fine && (n = read_piece(in, piece)) > 0; first = false) {
        Str bytes = {piece, n};
        size_t mark = first ? encoding_bom(bytes, &marked) : 0;
        if (mark && marked == j->found->encoding)
            bytes = str_sub(bytes, mark, n);
        fine = decode_feed(j, &decoder, bytes, false, text);
    }
    fine = fine && decode_feed(j, &decoder, STR(""), true, text);
    g_free(text);
    return fine;
}

static void report_split(Job *j)
{
    static const DiagCode codes[] = {
        [RECORD_STRAY_QUOTE] = DIAG_CSV_STRAY_QUOTE,
        [RECORD_AFTER_QUOTE] = DIAG_CSV_AFTER_QUOTE,
        [RECORD_OPEN_QUOTE] = DIAG_CSV_OPEN_QUOTE,
        [RECORD_TOO_LONG] = DIAG_CSV_TOO_LONG};
    RecordFault fault = records_fault(j->records);
    if (fault == RECORD_FINE || fault == RECORD_STOPPED)
        return;
    diag0(j->diags, codes[fault],
          (Pos){j->file,
                (uint32_t)records_fault_line(j->records) + j->line_base,
                (uint32_t)records_fault_col(j->records)});
}

static bool run(Job *j, FileIn *in)
{
    char *piece = g_malloc(PIECE);
    bool fine = find_encoding(j, in, piece) && pump(j, in, piece);
    g_free(piece);
    if (fine && j->records)
        fine = records_end(j->records);
    if (j->records)
        report_split(j);
    if (fine && j->width == 0 && j->empty_lines)
        take_first(j, 1);
    return fine && !j->faulty;
}

static void finish(Job *j)
{
    out_text(&j->out, j->found->rows ? "\n]\n" : "[]\n");
    out_flush(&j->out);
}

bool csvdump_write(const CsvDump *dump, CsvDumpWrite *write, void *context,
                   Sources *sources, Diags *diags, CsvDumpFound *found)
{
    *found = (CsvDumpFound){.delimiter = ','};
    FileIn *in = file_open(dump->path, POS_NONE, diags);
    if (!in)
        return false;
    Job *j = g_new0(Job, 1);
    j->dump = dump;
    j->out.write = write;
    j->out.context = context;
    j->diags = diags;
    j->file = sources_add(sources, dump->path);
    j->found = found;
    j->arena = arena_new(0);
    bool fine = run(j, in);
    fine = file_close(in) && fine;
    if (fine)
        finish(j);
    fine = fine && !j->out.stopped;
    records_free(j->records);
    arena_free(j->arena);
    g_free(j);
    return fine;
}
