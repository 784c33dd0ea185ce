/*
 * The dump, as a pipe: file → decoder → records → JSON → buffer → writer.
 */
#include "data/csvdump.h"
#include "base/file.h"
#include "base/json.h"
#include "data/csv.h"
#include "data/dialect.h"
#include "data/encoding.h"
#include "data/head.h"

#include <glib.h>
#include <string.h>

enum { PIECE = 256 << 10, BUFFER = 64 << 10 };

/* ---- JSON out ---- */

typedef struct Out {
    CsvDumpWrite *write;
    void *context;
    size_t n;
    bool stopped;
    char buffer[BUFFER];
} Out;

static void out_flush(Out *o)
{
    if (o->n && !o->stopped)
        o->stopped = !o->write(o->context, o->buffer, o->n);
    o->n = 0;
}

/* Where the next `n` bytes go, n at most BUFFER. */
static char *out_room(Out *o, size_t n)
{
    if (BUFFER - o->n < n)
        out_flush(o);
    return o->buffer + o->n;
}

static void out_bytes(Out *o, const char *p, size_t n)
{
    for (size_t part; n > 0; p += part, n -= part) {
        part = n < BUFFER ? n : BUFFER;
        memcpy(out_room(o, part), p, part);
        o->n += part;
    }
}

static void out_text(Out *o, const char *c)
{
    out_bytes(o, c, strlen(c));
}

static bool needs_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

/* Copies the bytes that go out as they are: how many. Eight at a look, each
 * bit trick marking the high bit of bytes that are 0 after the subtraction. */
static size_t copy_plain(const char *p, size_t n, char *out)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    size_t i = 0;
    for (uint64_t w; i + sizeof w <= n; i += sizeof w) {
        memcpy(&w, p + i, sizeof w);
        uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\';
        uint64_t control = (w - ones * 0x20) & ~w;
        uint64_t signs = ((quote - ones) & ~quote) | ((slash - ones) & ~slash);
        if ((control | signs) & high)
            break;
        memcpy(out + i, &w, sizeof w);
    }
    for (; i < n && !needs_escape((unsigned char)p[i]); i++)
        out[i] = p[i];
    return i;
}

enum { ESCAPED_MAX = 6 /* \u0001 */ };

/* One character as JSON writes it: how many bytes. */
static size_t put_escaped(char c, char *out)
{
    static const char hex[] = "0123456789ABCDEF";
    static const char short_forms[0x20] = {
        ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    bool sign = c == '"' || c == '\\';
    char form = sign ? c : short_forms[(unsigned char)c];
    out[0] = '\\';
    out[1] = form;
    if (form)
        return 2;
    memcpy(out + 1, "u00", 3);
    out[4] = hex[c >> 4];
    out[5] = hex[c & 15];
    return ESCAPED_MAX;
}

static void out_escaped(Out *o, Str s)
{
    char *out = out_room(o, s.n * ESCAPED_MAX), *end = out;
    for (size_t i = 0; i < s.n;) {
        size_t plain = copy_plain(s.p + i, s.n - i, end);
        end += plain;
        i += plain;
        if (i < s.n)
            end += put_escaped(s.p[i++], end);
    }
    o->n += (size_t)(end - out);
}

/* The inside of a JSON string. */
static void out_string(Out *o, Str s)
{
    enum { PART = BUFFER / ESCAPED_MAX };
    for (; s.n > PART; s = (Str){s.p + PART, s.n - PART})
        out_escaped(o, (Str){s.p, PART});
    out_escaped(o, s);
}

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

/* An empty line is a row where rows have one cell, and nothing elsewhere. */
static void take_empty_line(Job *j)
{
    if (j->width == 0)
        j->empty_lines++;
    else if (j->width == 1)
        put_blank(j);
}

static void take_first(Job *j, size_t width)
{
    j->width = j->found->columns = width;
    for (; width == 1 && j->dump->no_header && j->empty_lines; j->empty_lines--)
        put_blank(j);
}

static bool take_record(void *context, const Record *r)
{
    Job *j = context;
    if (r->n == 0) {
        take_empty_line(j);
    } else {
        if (j->width == 0)
            take_first(j, r->n);
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
    }
    file_rewind(in);
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
    if (wanted.n == 0 || delimiter_parse(wanted, &j->found->delimiter))
        return true;
    diag(j->diags, DIAG_CSV_DELIMITER, POS_NONE, diag_str(j->diags, wanted));
    return false;
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
