/* Adding up: records → groups → JSON. */
#include "data/csvsum.h"
#include "base/json.h"
#include "data/cell.h"
#include "data/csvdump_out.h"
#include "data/head.h"
#include "data/normal.h"
#include "data/note.h"

#include <glib.h>
#include <inttypes.h>

enum { FAULTS_MAX = 1000 };

/* The rows that agree. */
typedef struct Group {
    Str value;
    uint64_t count;
    Decimal *sums; /* of each column */
} Group;

typedef struct Job {
    const CsvSum *sum;
    CsvFile in;
    Diags *diags;
    Arena *arena;
    size_t width; /* of the head, 0: none yet */
    Str *names;   /* the head */
    size_t by;
    size_t *columns;
    size_t labels; /* cells before the first that is added up: the row's head */
    GHashTable *known; /* Group by value */
    GPtrArray *groups; /* in order */
    Group *last;       /* of the row before: often the same again */
    bool faulty;
} Job;

/* ---- the head ---- */

/* "부서, 예산 …": what may be asked for, as far as one line shows it. */
static const char *head_list(const Job *j)
{
    enum { SHOWN = 12 };
    Str list = STR("");
    for (size_t i = 0; i < j->width && i < SHOWN; i++)
        list = str_printf(j->arena, STR_FMT "%s" STR_FMT, STR_ARG(list),
                          i ? ", " : "", STR_ARG(j->names[i]));
    return diag_arg(j->diags, STR_FMT "%s", STR_ARG(list),
                    j->width > SHOWN ? " …" : "");
}

/* A name of the command line that the head does not have. */
static void report_column(Job *j, Str name)
{
    const char *path = diag_str(j->diags, j->sum->ask.path);
    Str near = str_nearest(name, j->names, j->width);
    if (near.n)
        diag(j->diags, DIAG_SUM_COLUMN_NEAR, POS_NONE, diag_str(j->diags, name),
             path, diag_str(j->diags, near));
    else
        diag(j->diags, DIAG_SUM_COLUMN, POS_NONE, diag_str(j->diags, name),
             path, head_list(j));
    j->faulty = true;
}

static size_t find_column(Job *j, Str name)
{
    for (size_t i = 0; i < j->width; i++)
        if (j->names[i].n && head_matches(j->names[i], name))
            return i;
    report_column(j, name);
    return 0;
}

/* False when a column is missing: there is nothing to add up. */
static bool read_head(Job *j, const Record *r)
{
    j->width = r->n;
    j->names = ARENA_ARRAY(j->arena, Str, r->n);
    for (size_t i = 0; i < r->n; i++) {
        Str unit, text = str_dup(r->cells[i].text, j->arena);
        head_read(text_fold(text, j->arena), j->arena, &j->names[i], &unit);
    }
    j->by = j->labels = find_column(j, j->sum->by);
    for (size_t i = 0; i < j->sum->ncolumns; i++) {
        j->columns[i] = find_column(j, j->sum->columns[i]);
        if (i == 0 || j->columns[i] < j->labels)
            j->labels = j->columns[i];
    }
    if (j->labels <= j->by)
        j->labels = j->by + 1;
    return !j->faulty;
}

/* ---- groups ---- */

static guint hash_value(gconstpointer value)
{
    return head_hash(*(const Str *)value);
}

static gboolean same_value(gconstpointer a, gconstpointer b)
{
    return str_eq(*(const Str *)a, *(const Str *)b);
}

static Group *add_group(Job *j, Str value)
{
    Group *g = ARENA_NEW(j->arena, Group);
    g->value = str_dup(value, j->arena);
    g->sums = ARENA_ARRAY(j->arena, Decimal, j->sum->ncolumns);
    for (size_t i = 0; i < j->sum->ncolumns; i++)
        g->sums[i] = DECIMAL_ZERO;
    g_ptr_array_add(j->groups, g);
    g_hash_table_insert(j->known, &g->value, g);
    return g;
}

static Group *find_group(Job *j, Str value)
{
    if (j->last && str_eq(j->last->value, value))
        return j->last;
    Group *g = g_hash_table_lookup(j->known, &value);
    return j->last = g ? g : add_group(j, value);
}

/* ---- figures ---- */

static void report_cell(Job *j, const Record *r, size_t col, DiagCode code)
{
    diag(j->diags, code, csvfile_pos(&j->in, r, r->cells[col].at),
         diag_str(j->diags, j->names[col]),
         diag_clip(j->diags, str_trim(r->cells[col].text)), "decimal");
    j->faulty = true;
}

/* A value that says there is one, but not which (K-199). */
static void refuse_unknown(Job *j, const Record *r, size_t col, Str text)
{
    diag(j->diags, DIAG_EXPR_MISSING, csvfile_pos(&j->in, r, r->cells[col].at),
         diag_str(j->diags, text),
         diag_arg(j->diags, "sum(" STR_FMT ")", STR_ARG(j->names[col])));
    j->faulty = true;
}

static void add_cell(Job *j, const Record *r, size_t col, Decimal *sum)
{
    CellFault fault;
    Str text = str_trim(r->cells[col].text);
    Value v = cell_read(text, TYPE_DECIMAL, STR(""), 0, &fault);
    if (fault.found)
        report_cell(j, r, col, fault.code);
    else if (v.kind == VALUE_NUMBER && !decimal_add(*sum, v.number, sum))
        report_cell(j, r, col, DIAG_CELL_RANGE);
    else if (v.kind != VALUE_NUMBER && v.kind != VALUE_BLANK &&
             v.kind != VALUE_DASH)
        refuse_unknown(j, r, col, text);
}

/* ---- rows ---- */

static bool is_total(const Job *j, const Record *r)
{
    for (size_t i = 0; i < j->labels; i++)
        if (head_is_total(str_trim(r->cells[i].text)))
            return true;
    return false;
}

static void add_row(Job *j, const Record *r)
{
    if (r->n != j->width) {
        csvfile_ragged(&j->in, r, j->width);
        j->faulty = true;
        return;
    }
    if (is_total(j, r))
        return;
    Str value = str_trim(r->cells[j->by].text);
    Group *g = find_group(
        j, text_is_normal(value) ? value : text_fold(value, j->arena));
    g->count++;
    for (size_t i = 0; i < j->sum->ncolumns; i++)
        add_cell(j, r, j->columns[i], &g->sums[i]);
}

static bool take_record(void *context, const Record *r)
{
    Job *j = context;
    if (note_cell(r, j->width > 0, j->in.usual_width) < r->n || r->n == 0)
        return true;
    if (j->width == 0)
        return read_head(j, r);
    add_row(j, r);
    return diags_count(j->diags, LEVEL_ERROR) < FAULTS_MAX;
}

/* ---- JSON ---- */

static void put_text(Out *o, Str s)
{
    out_text(o, "\"");
    out_string(o, s);
    out_text(o, "\"");
}

static void put_group(Job *j, Out *o, const Group *g)
{
    out_text(o, "{");
    put_text(o, j->names[j->by]);
    out_text(o, ":");
    put_text(o, g->value);
    Str count = str_printf(j->arena, ",\"count\":%" PRIu64, g->count);
    out_bytes(o, count.p, count.n);
    for (size_t i = 0; i < j->sum->ncolumns; i++) {
        Str sum = decimal_format(decimal_trim(g->sums[i]), false, j->arena);
        out_text(o, ",");
        put_text(o, j->names[j->columns[i]]);
        out_text(o, ":");
        out_bytes(o, sum.p, sum.n);
    }
    out_text(o, "}");
}

static bool put_groups(Job *j, CsvDumpWrite *write, void *context)
{
    Out *o = g_new0(Out, 1);
    o->write = write;
    o->context = context;
    for (guint i = 0; i < j->groups->len; i++) {
        out_text(o, i ? ",\n" : "[\n");
        put_group(j, o, g_ptr_array_index(j->groups, i));
    }
    out_text(o, j->groups->len ? "\n]\n" : "[]\n");
    out_flush(o);
    bool written = !o->stopped;
    g_free(o);
    return written;
}

bool csvsum_write(const CsvSum *sum, CsvDumpWrite *write, void *context,
                  Sources *sources, Diags *diags)
{
    Arena *a = arena_new(0);
    Job j = {.sum = sum,
             .diags = diags,
             .arena = a,
             .columns = ARENA_ARRAY(a, size_t, sum->ncolumns),
             .known = g_hash_table_new(hash_value, same_value),
             .groups = g_ptr_array_new()};
    bool fine =
        csvfile_read(&j.in, &sum->ask, take_record, &j, sources, diags) &&
        !j.faulty;
    if (fine && j.width == 0) {
        diag0(diags, DIAG_CSV_EMPTY, ((Pos){j.in.file, 1, 1}));
        fine = false;
    }
    fine = fine && put_groups(&j, write, context);
    g_hash_table_destroy(j.known);
    g_ptr_array_free(j.groups, TRUE);
    arena_free(a);
    return fine;
}
