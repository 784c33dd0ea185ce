/*
 * The head of a table: names and units of the columns, and what the layout
 * says about them by name.
 */
#include "data/head.h"
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
    const char *hint =
        near.n ? diag_arg(m->diags, " ('" STR_FMT "'?)", STR_ARG(near)) : "";
    diag(m->diags, DIAG_COLUMN_MISSING, pos, diag_str(m->diags, name),
         diag_str(m->diags, m->t->spec.name), hint);
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

/* Columns after the last named one exist only as commas (K-194). */
static uint32_t named_width(const Record *r)
{
    size_t n = r->n;
    while (n > 1 && str_trim(r->cells[n - 1].text).n == 0)
        n--;
    return (uint32_t)n;
}

void making_head(Making *m, const Record *r)
{
    Table *t = m->t;
    m->has_head = true;
    m->width = (uint32_t)r->n;
    t->ncolumns = named_width(r);
    t->columns = ARENA_ARRAY(m->arena, Column, t->ncolumns);
    m->fills = ARENA_ARRAY(m->arena, bool, t->ncolumns);
    m->sure = ARENA_ARRAY(m->arena, bool, t->ncolumns);
    m->above = ARENA_ARRAY(m->arena, Cell, t->ncolumns);
    m->used = ARENA_ARRAY(m->arena, bool, m->width);
    for (size_t i = 0; i < t->ncolumns; i++) {
        Column *c = &t->columns[i];
        Str text = str_dup(making_text(m, r, i), m->arena);
        head_read(text, m->arena, &c->name, &c->unit);
        c->pos = making_pos(m, r, i);
    }
    check_twins(m);
    match_columns(m);
    match_fill_down(m);
    match_key(m);
}
