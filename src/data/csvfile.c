/* A pipe: file → decoder → records → who takes them. */
#include "data/csvfile.h"
#include "base/file.h"
#include "data/dialect.h"
#include "data/encoding.h"

#include <glib.h>

enum { PIECE = 256 << 10 };

/* A file on its way. */
typedef struct Pipe {
    CsvFile *f;
    FileIn *in;
    char *piece, *text; /* bytes, and what they decode to */
    RecordTake *take;
    void *context;
} Pipe;

static Pos file_pos(const CsvFile *f)
{
    return (Pos){f->file, 0, 0};
}

static Pos line_pos(const CsvFile *f, uint64_t line, uint64_t col)
{
    return (Pos){f->file, (uint32_t)line + f->told, (uint32_t)col};
}

Pos csvfile_pos(const CsvFile *f, const Record *r, uint64_t at)
{
    return line_pos(f, r->line, records_col(f->records, at));
}

void csvfile_ragged(const CsvFile *f, const Record *r, size_t width)
{
    uint64_t at = r->n > width ? r->cells[width].at : r->at;
    diag(f->diags, DIAG_CSV_RAGGED, csvfile_pos(f, r, at),
         diag_arg(f->diags, "%zu", r->n), diag_arg(f->diags, "%zu", width));
}

/* ---- what is found out ---- */

/* How something was decided. */
typedef enum Reason { BY_OPTION, BY_MARK, BY_CONTENT, REASON_COUNT } Reason;

static void tell_encoding(const CsvFile *f)
{
    static const DiagCode codes[REASON_COUNT] = {
        [BY_OPTION] = DIAG_DUMP_ENCODING_TOLD,
        [BY_MARK] = DIAG_DUMP_ENCODING_MARK,
        [BY_CONTENT] = DIAG_DUMP_ENCODING_FOUND};
    Reason why = f->ask->encoding.n ? BY_OPTION
                 : f->marked        ? BY_MARK
                                    : BY_CONTENT;
    if (f->ask->verbose)
        diag(f->diags, codes[why], file_pos(f), encoding_name(f->encoding));
}

static void tell_delimiter(const CsvFile *f)
{
    static const DiagCode codes[REASON_COUNT] = {
        [BY_OPTION] = DIAG_DUMP_DELIMITER_TOLD,
        [BY_MARK] = DIAG_DUMP_DELIMITER_MARK,
        [BY_CONTENT] = DIAG_DUMP_DELIMITER_FOUND};
    Reason why = f->ask->delimiter.n ? BY_OPTION
                 : f->told           ? BY_MARK
                                     : BY_CONTENT;
    if (f->ask->verbose)
        diag(f->diags, codes[why], file_pos(f), delimiter_name(f->delimiter));
}

/* The encoding of a file without a mark: it takes the whole file to know. */
static void probe_encoding(Pipe *p, size_t n)
{
    CsvFile *f = p->f;
    EncodingProbe probe = ENCODING_PROBE;
    while (n && probe_piece(&probe, (Str){p->piece, n}, false))
        n = file_next(p->in, p->piece, PIECE);
    probe_piece(&probe, STR(""), true);
    f->encoding = probe_verdict(&probe);
    probe_tell(&probe, f->file, f->diags);
}

static bool find_encoding(Pipe *p)
{
    CsvFile *f = p->f;
    Str wanted = f->ask->encoding;
    size_t n = file_next(p->in, p->piece, PIECE);
    f->marked = encoding_bom((Str){p->piece, n}, &f->encoding) > 0;
    if (wanted.n && !encoding_parse(wanted, &f->encoding)) {
        diag(f->diags, DIAG_ENCODING_NAME, POS_NONE,
             diag_str(f->diags, wanted));
        return false;
    }
    if (!wanted.n && !f->marked)
        probe_encoding(p, n);
    file_rewind(p->in);
    tell_encoding(f);
    return true;
}

static bool find_dialect(CsvFile *f, Str start, size_t *skip)
{
    Dialect d = dialect_find(start);
    Str wanted = f->ask->delimiter;
    f->delimiter = d.delimiter;
    f->told = d.skip > 0;
    *skip = d.skip;
    if (wanted.n && !delimiter_parse(wanted, &f->delimiter)) {
        diag(f->diags, DIAG_CSV_DELIMITER, POS_NONE,
             diag_str(f->diags, wanted));
        return false;
    }
    f->usual_width =
        dialect_width(str_sub(start, d.skip, start.n), f->delimiter);
    tell_delimiter(f);
    return true;
}

/* ---- reading ---- */

/* The first text shows the separator; then it goes the way of all text. */
static bool feed(Pipe *p, Str text)
{
    CsvFile *f = p->f;
    size_t skip = 0;
    if (!f->records) {
        if (!find_dialect(f, text, &skip))
            return false;
        f->records = records_new(f->delimiter, p->take, p->context);
    }
    return records_feed(f->records, str_sub(text, skip, text.n));
}

static void report_bytes(const CsvFile *f, const Decoding *d)
{
    uint64_t line = 1, col = 1;
    Arena *a = arena_new(0);
    if (f->records)
        records_place(f->records, &line, &col);
    diag(f->diags, DIAG_ENCODING_BYTES, line_pos(f, line, col),
         diag_str(f->diags, bytes_shown(d->bad, d->nbad, a)),
         encoding_name(f->encoding));
    arena_free(a);
}

static bool decode_feed(Pipe *p, Decoder *decoder, Str bytes, bool last)
{
    Decoding d = decode_piece(decoder, bytes, last, p->text);
    if (d.written && !feed(p, (Str){p->text, d.written}))
        return false;
    if (d.nbad)
        report_bytes(p->f, &d);
    return d.nbad == 0;
}

/* Fills a whole piece, so that the first one is enough to find the separator
 * in, whatever a pipe gives at a time. */
static Str read_piece(Pipe *p)
{
    size_t n = 0, got;
    while (n < PIECE && (got = file_next(p->in, p->piece + n, PIECE - n)) > 0)
        n += got;
    return (Str){p->piece, n};
}

static bool pump(Pipe *p)
{
    Decoder decoder = {.encoding = p->f->encoding};
    Encoding marked;
    Str bytes = read_piece(p);
    size_t mark = encoding_bom(bytes, &marked);
    if (mark && marked == p->f->encoding)
        bytes = (Str){bytes.p + mark, bytes.n - mark};
    bool fine = true;
    for (; fine && bytes.n > 0; bytes = read_piece(p))
        fine = decode_feed(p, &decoder, bytes, false);
    return fine && decode_feed(p, &decoder, STR(""), true);
}

static void report_split(const CsvFile *f)
{
    static const DiagCode codes[] = {
        [RECORD_STRAY_QUOTE] = DIAG_CSV_STRAY_QUOTE,
        [RECORD_AFTER_QUOTE] = DIAG_CSV_AFTER_QUOTE,
        [RECORD_OPEN_QUOTE] = DIAG_CSV_OPEN_QUOTE,
        [RECORD_TOO_LONG] = DIAG_CSV_TOO_LONG};
    RecordFault fault = records_fault(f->records);
    if (fault != RECORD_FINE && fault != RECORD_STOPPED)
        diag0(f->diags, codes[fault],
              line_pos(f, records_fault_line(f->records),
                       records_fault_col(f->records)));
}

static bool read_records(Pipe *p)
{
    CsvFile *f = p->f;
    bool fine = find_encoding(p) && pump(p);
    if (fine && f->records)
        fine = records_end(f->records);
    if (f->records)
        report_split(f);
    records_free(f->records);
    f->records = NULL;
    return fine;
}

bool csvfile_read(CsvFile *f, const CsvAsk *ask, RecordTake *take,
                  void *context, Sources *sources, Diags *diags)
{
    *f = (CsvFile){.ask = ask, .diags = diags, .delimiter = ','};
    FileIn *in = file_open(ask->path, POS_NONE, diags);
    if (!in)
        return false;
    f->file = sources_add(sources, ask->path);
    Pipe p = {.f = f,
              .in = in,
              .piece = g_malloc(PIECE),
              .text = g_malloc(decode_room(PIECE)),
              .take = take,
              .context = context};
    bool fine = read_records(&p);
    g_free(p.piece);
    g_free(p.text);
    return file_close(in) && fine;
}
