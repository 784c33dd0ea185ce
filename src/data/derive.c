/* The steps of a derived table, one after the other. */
#include "data/derive.h"
#include "data/addition.h"
#include "data/derive_int.h"
#include "data/expr_int.h"
#include "data/head.h"
#include "data/rowset.h"

#include <glib.h>

bool derive_column(Deriving *d, const Table *t, Str name, Pos pos, size_t *out)
{
    *out = table_find_column(t, name);
    if (*out == SIZE_MAX)
        diag(d->diags, DIAG_EXPR_COLUMN, pos, diag_str(d->diags, name),
             diag_str(d->diags, table_name(d->spec->from)), "");
    return *out != SIZE_MAX;
}

static void set_total(Table *t, size_t row, bool total)
{
    if (total)
        t->totals[row / 8] |= (uint8_t)(1u << (row % 8));
}

/* ---- join ---- */

static void copy_columns(Table *to, size_t at, const Table *from, size_t skip)
{
    for (size_t col = 0; col < table_columns(from); col++)
        if (col != skip)
            to->columns[at++] = *table_column(from, col);
}

/* The rows of the joined table by their text in the column. A text twice would
 * make it a matter of luck which row is joined: NULL then, and reported. */
static GHashTable *index_rows(Deriving *d, size_t key)
{
    const Table *t = d->spec->join;
    GHashTable *rows = g_hash_table_new(g_str_hash, g_str_equal);
    bool fine = true;
    for (size_t row = 0; row < table_rows(t); row++) {
        char *text = str_c(table_text(t, row, key), d->arena);
        if (g_hash_table_insert(rows, text, GSIZE_TO_POINTER(row + 1)))
            continue;
        fine = false;
        diag(d->diags, DIAG_JOIN_TWICE, table_pos(t, row, key), text,
             diag_str(d->diags, table_name(t)));
    }
    if (fine)
        return rows;
    g_hash_table_destroy(rows);
    return NULL;
}

/* The row of the joined table, SIZE_MAX when there is none. */
static size_t find_row(Deriving *d, GHashTable *rows, const Table *left,
                       size_t row, size_t on)
{
    Str wanted = table_text(left, row, on);
    gpointer found = g_hash_table_lookup(rows, str_c(wanted, d->arena));
    if (!found && wanted.n > 0)
        diag(d->diags, DIAG_JOIN_MISSING, table_pos(left, row, on),
             diag_str(d->diags, wanted),
             diag_str(d->diags, table_name(d->spec->join)));
    return found ? GPOINTER_TO_SIZE(found) - 1 : SIZE_MAX;
}

/* The columns of the other table but the key, which is there already. */
static void join_row(Table *out, size_t row, const Table *left,
                     const Table *right, size_t other, size_t key)
{
    size_t at = table_columns(left);
    for (size_t col = 0; col < at; col++)
        *made_cell(out, row, col) = made_copy(left, row, col);
    set_total(out, row, table_is_total(left, row));
    for (size_t col = 0; other != SIZE_MAX && col < table_columns(right); col++)
        if (col != key)
            *made_cell(out, row, at++) = made_copy(right, other, col);
}

static bool join(Deriving *d)
{
    const DeriveSpec *s = d->spec;
    size_t on, key;
    if (!s->join)
        return true;
    if (!derive_column(d, d->table, s->join_on, s->join_pos, &on) ||
        !derive_column(d, s->join, s->join_on, s->join_pos, &key))
        return false;
    GHashTable *rows = index_rows(d, key);
    if (!rows)
        return false;
    const Table *left = d->table;
    size_t n = table_columns(left);
    Table *out =
        made_new(left, table_rows(left), n + table_columns(s->join) - 1,
                 d->document, d->arena);
    copy_columns(out, 0, left, SIZE_MAX);
    copy_columns(out, n, s->join, key);
    for (size_t row = 0; row < table_rows(left); row++)
        join_row(out, row, left, s->join, find_row(d, rows, left, row, on),
                 key);
    g_hash_table_destroy(rows);
    derive_take(d, out);
    return true;
}

/* ---- fill-down ---- */

/* The same rows and columns, as cells that may be made anew. */
static Table *copy_table(Deriving *d)
{
    const Table *from = d->table;
    size_t ncolumns = table_columns(from);
    Table *out =
        made_new(from, table_rows(from), ncolumns, d->document, d->arena);
    copy_columns(out, 0, from, SIZE_MAX);
    for (size_t row = 0; row < table_rows(from); row++) {
        set_total(out, row, table_is_total(from, row));
        for (size_t col = 0; col < ncolumns; col++)
            *made_cell(out, row, col) = made_copy(from, row, col);
    }
    return out;
}

/* A cell that repeats the one above was made from it. */
static bool fill_down(Deriving *d)
{
    const DeriveSpec *s = d->spec;
    bool fine = true;
    if (s->nfill_down == 0)
        return true;
    Table *out = copy_table(d);
    for (size_t i = 0; i < s->nfill_down; i++) {
        size_t col;
        if (!derive_column(d, d->table, s->fill_down[i], s->pos, &col)) {
            fine = false;
            continue;
        }
        for (size_t row = 1; row < table_rows(out); row++)
            if (made_cell(out, row, col)->value.kind == VALUE_BLANK)
                *made_cell(out, row, col) = *made_cell(out, row - 1, col);
    }
    derive_take(d, out);
    return fine;
}

/* ---- where ---- */

/* Whether a condition speaks of total rows: 구분 = "계". */
static bool names_total(const Expr *e)
{
    return e && ((e->kind == EXPR_TEXT && head_is_total(e->name)) ||
                 names_total(e->left) || names_total(e->right));
}

/* A total of other rows than those left is none of theirs. Total rows alone,
 * as the series of the 계 of each year, are what the condition asked for. */
static bool where(Deriving *d)
{
    const Expr *test = d->spec->where;
    size_t all = rowset_without_totals(d->rows, d->arena).n;
    if (!rowset_where(d->rows, test, d->document, d->arena, d->diags, &d->rows))
        return false;
    RowSet data = rowset_without_totals(d->rows, d->arena);
    if (data.n < all && (data.n > 0 || !names_total(test)))
        d->rows = data;
    return true;
}

/* ---- group ---- */

/* Rows that agree in all columns of the group stand in one RowSet. */
static size_t group_rows(Deriving *d, const size_t *cols, RowSet **out)
{
    RowSet rows = rowset_without_totals(d->rows, d->arena);
    RowSet *sets = ARENA_ARRAY(d->arena, RowSet, rows.n + 1);
    size_t n = rows.n > 0;
    sets[0] = rows;
    for (size_t level = 0; level < d->spec->ngroup; level++) {
        RowSet *finer = ARENA_ARRAY(d->arena, RowSet, rows.n + 1);
        size_t nfiner = 0;
        for (size_t i = 0; i < n; i++) {
            const RowGroup *groups;
            size_t k = rowset_group(sets[i], cols[level], GROUP_BY_VALUE,
                                    d->arena, &groups);
            for (size_t g = 0; g < k; g++)
                finer[nfiner++] = groups[g].rows;
        }
        sets = finer;
        n = nfiner;
    }
    *out = sets;
    return n;
}

/* Whether the columns that rows are grouped by say something everywhere. */
static bool columns_named(Deriving *d, const size_t *cols, size_t n)
{
    RowSet rows = rowset_without_totals(d->rows, d->arena);
    bool fine = true;
    for (size_t i = 0; i < n && !d->spec->blank; i++)
        fine = rowset_named(rows, cols[i], d->diags) && fine;
    return fine;
}

static bool group(Deriving *d)
{
    const DeriveSpec *s = d->spec;
    size_t *cols = ARENA_ARRAY(d->arena, size_t, s->ngroup + 1);
    RowSet *sets;
    bool fine = true;
    if (s->ngroup == 0)
        return true;
    for (size_t i = 0; i < s->ngroup; i++)
        fine =
            derive_column(d, d->table, s->group[i], s->pos, &cols[i]) && fine;
    if (!fine || !columns_named(d, cols, s->ngroup))
        return false;
    size_t n = group_rows(d, cols, &sets);
    Table *out = made_new(d->table, n, s->ngroup, d->document, d->arena);
    for (size_t i = 0; i < s->ngroup; i++) {
        out->columns[i] = *table_column(d->table, cols[i]);
        for (size_t row = 0; row < n; row++)
            *made_cell(out, row, i) =
                made_copy(d->table, rowset_row(sets[row], 0), cols[i]);
    }
    derive_take(d, out);
    d->groups = sets;
    return true;
}

/* ---- pivot ---- */

static bool pivot_row(Deriving *d, Table *out, size_t row, RowSet rows,
                      size_t across, const RowGroup *heads)
{
    bool fine = true;
    const RowGroup *cells;
    size_t n = rowset_group(rows, across, GROUP_BY_VALUE, d->arena, &cells);
    for (size_t i = 0; i < n; i++)
        for (size_t col = 1; col < out->ncolumns; col++)
            if (str_eq(heads[col - 1].key, cells[i].key))
                fine = derive_cell(d, d->spec->pivot_value, cells[i].rows,
                                   SIZE_MAX, -1, made_cell(out, row, col)) &&
                       fine;
    return fine;
}

/* What a total row says below the crossings. */
static void set_adding(Deriving *d, Table *out)
{
    const Expr *value = d->spec->pivot_value;
    Addition addition = expr_addition(value, d->table, true);
    for (size_t col = 1; col < out->ncolumns; col++) {
        Column *c = &out->columns[col];
        made_type(out, col);
        c->adding = addition_adds(addition) ? COLUMN_BY_TYPE : COLUMN_APART;
        c->kept_by = expr_kept_by(value, d->table, true);
        c->lost_ratio = addition == ADDITION_RATIO ||
                        expr_of_ratio(value, d->table, true);
    }
}

static bool pivot(Deriving *d)
{
    const DeriveSpec *s = d->spec;
    size_t down, across;
    const RowGroup *rows, *heads;
    bool fine = true;
    if (s->pivot_down.n == 0)
        return true;
    if (!derive_column(d, d->table, s->pivot_down, s->pos, &down) ||
        !derive_column(d, d->table, s->pivot_across, s->pos, &across))
        return false;
    if (!columns_named(d, (const size_t[]){down, across}, 2))
        return false;
    RowSet all = rowset_without_totals(d->rows, d->arena);
    size_t nheads = rowset_group(all, across, GROUP_BY_VALUE, d->arena, &heads);
    size_t n = rowset_group(all, down, GROUP_BY_VALUE, d->arena, &rows);
    Table *out = made_new(d->table, n, nheads + 1, d->document, d->arena);
    out->columns[0] = *table_column(d->table, down);
    for (size_t i = 0; i < nheads; i++)
        out->columns[i + 1] =
            (Column){.name = heads[i].key, .pos = heads[i].pos};
    for (size_t row = 0; row < n; row++) {
        *made_cell(out, row, 0) =
            made_copy(d->table, rowset_row(rows[row].rows, 0), down);
        fine = pivot_row(d, out, row, rows[row].rows, across, heads) && fine;
    }
    set_adding(d, out);
    derive_take(d, out);
    return fine;
}

/* ---- sort and take ---- */

typedef struct SortKeys {
    const Table *table;
    const DeriveSort *sort;
    const size_t *cols;
    size_t n;
} SortKeys;

/* Numbers, then dates, then texts; what is missing comes last either way. */
static int compare_values(const Value *a, const Value *b, bool down)
{
    bool left = a->kind >= VALUE_TEXT || a->kind == VALUE_DASH;
    bool right = b->kind >= VALUE_TEXT || b->kind == VALUE_DASH;
    int order = 0;
    if (!left || !right)
        return (int)right - (int)left;
    if (a->kind == VALUE_NUMBER && b->kind == VALUE_NUMBER)
        order = decimal_cmp(a->number, b->number);
    else if (a->kind == VALUE_DATE && b->kind == VALUE_DATE)
        order = value_date_cmp(a, b);
    else if (a->kind == VALUE_TEXT && b->kind == VALUE_TEXT)
        order = str_cmp(a->text, b->text);
    else
        order = (b->kind > a->kind) - (b->kind < a->kind);
    return down ? -order : order;
}

/* A total row stands below all it may be the total of. */
static gint compare_rows(gconstpointer a, gconstpointer b, gpointer keys)
{
    const SortKeys *k = keys;
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    bool total = table_is_total(k->table, left);
    if (total != table_is_total(k->table, right))
        return total ? 1 : -1;
    for (size_t i = 0; i < k->n; i++) {
        Value x = table_value(k->table, left, k->cols[i]);
        Value y = table_value(k->table, right, k->cols[i]);
        int order = compare_values(&x, &y, k->sort[i].down);
        if (order)
            return order;
    }
    return left < right ? -1 : left > right; /* as in the file */
}

static bool sort(Deriving *d)
{
    const DeriveSpec *s = d->spec;
    size_t *cols = ARENA_ARRAY(d->arena, size_t, s->nsort + 1);
    for (size_t i = 0; i < s->nsort; i++)
        if (!derive_column(d, d->table, s->sort[i].column, s->sort[i].pos,
                           &cols[i]))
            return false;
    if (s->nsort == 0)
        return true;
    uint32_t *order = ARENA_ARRAY(d->arena, uint32_t, d->rows.n + 1);
    for (size_t i = 0; i < d->rows.n; i++)
        order[i] = (uint32_t)rowset_row(d->rows, i);
    SortKeys keys = {d->table, s->sort, cols, s->nsort};
    g_qsort_with_data(order, (gint)d->rows.n, sizeof *order, compare_rows,
                      &keys);
    d->rows.rows = order;
    return true;
}

/* Other rows stand in the table than those the ratio was computed of. */
static void lose_ratio(Column *c)
{
    c->lost_ratio = c->lost_ratio || c->ratio;
    c->ratio = NULL;
}

/* The ratio of the sums of the rows shown holds as long as they are some of
 * the same rows: left out or in another order, with more columns. Rows of a
 * joined table may come twice or not at all, a filled cell is that of another
 * row, a group is no row of its table. */
static void check_ratios(Deriving *d, Table *t)
{
    const DeriveSpec *s = d->spec;
    size_t inherited = table_columns(t) - s->ncolumns;
    size_t same = s->nfill_down || s->ngroup || s->pivot_down.n ? 0
                  : s->join ? table_columns(s->from)
                            : inherited;
    for (size_t col = same; col < inherited; col++)
        lose_ratio(&t->columns[col]);
}

/* The first rows; a total row takes no place among them. */
static void take(Deriving *d)
{
    size_t n = d->spec->take;
    if (n == 0 || n >= d->rows.n)
        return;
    RowSet data = rowset_without_totals(d->rows, d->arena);
    if (data.n > 0)
        d->rows = data;
    if (d->rows.n <= n)
        return;
    uint32_t *first = ARENA_ARRAY(d->arena, uint32_t, n);
    for (size_t i = 0; i < n; i++)
        first[i] = (uint32_t)rowset_row(d->rows, i);
    d->rows = (RowSet){d->table, first, n};
}

/* The rows that are left, as a table of their own. */
static void keep_rows(Deriving *d)
{
    size_t n = d->rows.n;
    Table *out =
        made_new(d->table, n, table_columns(d->table), d->document, d->arena);
    copy_columns(out, 0, d->table, SIZE_MAX);
    for (size_t i = 0; i < n; i++) {
        size_t row = rowset_row(d->rows, i);
        for (size_t col = 0; col < out->ncolumns; col++)
            *made_cell(out, i, col) = made_copy(d->table, row, col);
        set_total(out, i, table_is_total(d->table, row));
    }
    check_ratios(d, out);
    derive_take(d, out);
}

void derive_take(Deriving *d, Table *made)
{
    d->table = made;
    d->rows = rowset_all(made);
    d->groups = NULL;
}

static bool finish(Deriving *d)
{
    Table *t = (Table *)d->table; /* made by keep_rows */
    size_t key = 0;
    t->spec.name = d->spec->name;
    if (d->spec->key.n &&
        !derive_column(d, t, d->spec->key, d->spec->pos, &key))
        return false;
    t->key_column = (uint32_t)key;
    table_index(t, d->arena);
    return true;
}

const Table *table_derive(const DeriveSpec *spec, const ExprScope *document,
                          Arena *a, Diags *diags)
{
    Deriving d = {.spec = spec,
                  .table = spec->from,
                  .rows = rowset_all(spec->from),
                  .document = document,
                  .arena = a,
                  .diags = diags};
    if (!join(&d) || !fill_down(&d) || !where(&d) || !pivot(&d) ||
        !group(&d) || !derive_columns(&d) || !sort(&d))
        return NULL;
    take(&d);
    keep_rows(&d);
    return finish(&d) ? d.table : NULL;
}
