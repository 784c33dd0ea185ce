/* Any text as records: places lead back to the cells, and it does not matter in
 * which pieces the text comes. */
#include "fuzz.h"

#include "data/csv.h"
#include "data/decode.h"

#include <stdlib.h>
#include <string.h>

typedef struct Reading {
    Str text;
    uint64_t hash, rows, line;
} Reading;

static void add(Reading *r, const void *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        r->hash = (r->hash ^ ((const unsigned char *)p)[i]) * 1099511628211u;
}

/* The cell stands where it says, quote first when it has one. */
static void check_place(const Reading *r, const RecordCell *cell)
{
    if (cell->at > r->text.n)
        abort();
    Str from = str_sub(r->text, cell->at, r->text.n);
    bool quoted = from.n && from.p[0] == '"';
    if (!cell->copied && !str_starts(str_sub(from, quoted, from.n), cell->text))
        abort();
}

static bool take(void *context, const Record *record)
{
    Reading *r = context;
    if (record->line < r->line)
        abort();
    r->line = record->line;
    r->rows++;
    add(r, &record->line, sizeof record->line);
    for (size_t i = 0; i < record->n; i++) {
        const RecordCell *cell = &record->cells[i];
        check_place(r, cell);
        add(r, cell->text.p, cell->text.n);
        add(r, &cell->at, sizeof cell->at);
    }
    return true;
}

/* The reading, with how it ended in the hash. */
static Reading read_by(Str text, char delimiter, size_t size)
{
    Reading r = {.text = text, .hash = 14695981039346656037u};
    Records *records = records_new(delimiter, take, &r);
    for (size_t at = 0; at < text.n; at += size) {
        Str part = str_sub(text, at, size);
        char *copy = malloc(part.n);
        memcpy(copy, part.p, part.n);
        records_feed(records, (Str){copy, part.n});
        free(copy);
    }
    records_end(records);
    uint64_t end[] = {records_fault(records), records_fault_line(records),
                      records_fault_col(records)};
    add(&r, end, sizeof end);
    records_free(records);
    return r;
}

/* What of the bytes is UTF-8, into `out`. */
static Str good_text(Str bytes, char *out)
{
    Decoder d = {.encoding = ENCODING_UTF8};
    size_t n = 0;
    for (size_t at = 0; at < bytes.n || d.nheld;) {
        Decoding done =
            decode_piece(&d, str_sub(bytes, at, bytes.n), true, out + n);
        at += done.used;
        n += done.written;
    }
    return (Str){out, n};
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static const char delimiters[] = {',', '\t', ';', '|', ' '};
    if (n == 0)
        return 0;
    char *room = malloc(decode_room(n));
    Str text = good_text((Str){(const char *)bytes, n}, room);
    char delimiter = delimiters[bytes[0] % sizeof delimiters];
    Reading whole = read_by(text, delimiter, text.n + 1);
    Reading pieces = read_by(text, delimiter, n % 11 + 1);
    if (whole.hash != pieces.hash || whole.rows != pieces.rows)
        abort();
    free(room);
    return 0;
}
