/* The dump: records → JSON → buffer → writer. */
#include "data/csvdump.h"
#include "base/json.h"
#include "data/csvdump_out.h"
#include "data/head.h"

#include <glib.h>

typedef struct Job {
    const CsvDump *dump;
    CsvFile in;
    Out out;
    Diags *diags;
    CsvDumpFound *found;
    Str *names;           /* the head; see read_head */
    Arena *arena;         /* of the names */
    size_t width;         /* cells of the first row, 0: none yet */
    uint64_t empty_lines; /* before the first row */
    bool faulty;
} Job;

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
                 csvfile_pos(&j->in, r, r->cells[i].at),
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

/* The first record: the head, or the first of the rows. */
static void tell_head(Job *j, const Record *r)
{
    bool none = j->dump->no_header;
    Str names = STR("");
    if (!j->dump->ask.verbose)
        return;
    for (size_t i = 0; !none && i < r->n; i++)
        names = str_printf(j->arena, STR_FMT "%s" STR_FMT, STR_ARG(names),
                           i ? ", " : "", STR_ARG(r->cells[i].text));
    diag(j->diags, none ? DIAG_DUMP_NO_HEAD : DIAG_DUMP_HEAD,
         csvfile_pos(&j->in, r, r->at), diag_arg(j->diags, "%zu", r->n),
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
        csvfile_ragged(&j->in, r, j->width);
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
    return j->width == 1 && j->in.usual_width == 1;
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

static bool run(Job *j, Sources *sources)
{
    bool fine =
        csvfile_read(&j->in, &j->dump->ask, take_record, j, sources, j->diags);
    if (fine && !j->names && !j->dump->no_header) {
        diag0(j->diags, DIAG_CSV_EMPTY, (Pos){j->in.file, 0, 0});
        return false;
    }
    if (fine && j->width == 0 && j->empty_lines) { /* nothing but them */
        j->in.usual_width = 1;
        take_first(j, 1);
    }
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
    *found = (CsvDumpFound){0};
    Job *j = g_new0(Job, 1);
    j->dump = dump;
    j->out.write = write;
    j->out.context = context;
    j->diags = diags;
    j->found = found;
    j->arena = arena_new(0);
    bool fine = run(j, sources);
    if (fine)
        finish(j);
    fine = fine && !j->out.stopped;
    found->encoding = j->in.encoding;
    found->marked = j->in.marked;
    found->delimiter = j->in.delimiter;
    found->told = j->in.told;
    arena_free(j->arena);
    g_free(j);
    return fine;
}
