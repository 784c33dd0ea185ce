/* `hanji csv dump`: the rows of a CSV file as JSON, as hanji reads them. */
#include "base/file.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "data/csv.h"
#include "data/dialect.h"
#include "data/encoding.h"

static void put_cells(JsonWriter *j, const Record *r)
{
    json_open_inline(j, '[');
    for (size_t i = 0; i < r->n; i++)
        json_text(j, r->cells[i].text);
    json_close(j, ']');
}

typedef struct Dump {
    JsonWriter *json;
    bool header; /* the next row is the head */
} Dump;

static bool dump_record(void *context, const Record *r)
{
    Dump *d = context;
    if (r->n == 0)
        return true;
    if (d->header) {
        json_key(d->json, "header");
        put_cells(d->json, r);
        json_key(d->json, "rows");
        json_open(d->json, '[');
        d->header = false;
        return true;
    }
    put_cells(d->json, r);
    return true;
}

/* What the reader stopped at, as the table reader would say it. */
static void fault_report(const Records *r, uint32_t file, Diags *diags)
{
    static const DiagCode codes[] = {
        [RECORD_STRAY_QUOTE] = DIAG_CSV_STRAY_QUOTE,
        [RECORD_AFTER_QUOTE] = DIAG_CSV_AFTER_QUOTE,
        [RECORD_OPEN_QUOTE] = DIAG_CSV_OPEN_QUOTE,
        [RECORD_TOO_LONG] = DIAG_CSV_TOO_LONG,
    };
    Pos pos = {file, (uint32_t)records_fault_line(r),
               (uint32_t)records_fault_col(r)};
    diag0(diags, codes[records_fault(r)], pos);
}

/* The `header` and `rows` of the JSON; false when reported. */
static bool dump_rows(JsonWriter *j, Str text, char delimiter, bool header,
                      uint32_t file, Diags *diags)
{
    Dump d = {j, header};
    if (!header) {
        json_key(j, "rows");
        json_open(j, '[');
    }
    Records *r = records_new(delimiter, dump_record, &d);
    bool ok = records_feed(r, text) && records_end(r);
    if (!ok)
        fault_report(r, file, diags);
    else if (d.header)
        diag0(diags, DIAG_CSV_EMPTY, (Pos){file, 1, 1});
    ok = ok && !d.header;
    records_free(r);
    if (ok)
        json_close(j, ']');
    return ok;
}

static bool dialect_of(Run *run, Str text, Dialect *out)
{
    const Options *o = run->options;
    *out = dialect_find(text);
    if (o->delimiter.n == 0 || delimiter_parse(o->delimiter, &out->delimiter))
        return true;
    diag(run->diags, DIAG_CSV_DELIMITER, POS_NONE,
         diag_str(run->diags, o->delimiter));
    return false;
}

void command_csv_dump(Run *run, const Str *args, size_t nargs)
{
    (void)nargs;
    const Options *o = run->options;
    Str bytes;
    DecodedText decoded;
    Dialect dialect;
    uint32_t file = sources_add(run->sources, args[0]);
    if (!file_read(args[0], POS_NONE, run->arena, run->diags, &bytes) ||
        !text_decode(bytes, o->encoding, POS_NONE, file, run->arena, run->diags,
                     &decoded) ||
        !dialect_of(run, decoded.text, &dialect))
        return;
    sources_set_text(run->sources, file, decoded.text);

    JsonWriter *j = json_new(run->arena);
    json_open(j, '{');
    json_put_text(j, "file", args[0]);
    json_put_text(j, "encoding", str_of(encoding_name(decoded.encoding)));
    json_key(j, "mark");
    json_bool(j, decoded.marked);
    json_put_text(j, "delimiter", str_of(delimiter_name(dialect.delimiter)));
    Str text = str_sub(decoded.text, dialect.skip, decoded.text.n);
    bool ok =
        dump_rows(j, text, dialect.delimiter, !o->no_header, file, run->diags);
    json_close(j, '}');
    Str json = json_finish(j);
    if (ok)
        run_print(run, json);
}
