/* Filtering and grouping. */
#include "data/rowset.h"
#include "data/head.h"

#include <glib.h>

static RowSet rowset_of(const Table *t, const GArray *rows, Arena *a)
{
    uint32_t *kept = ARENA_ARRAY(a, uint32_t, rows->len + 1);
    for (guint i = 0; i < rows->len; i++)
        kept[i] = g_array_index(rows, uint32_t, i);
    return (RowSet){t, kept, rows->len};
}

static GArray *rows_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(uint32_t));
}

static void rows_add(GArray *rows, size_t row)
{
    uint32_t r = (uint32_t)row;
    g_array_append_val(rows, r);
}

bool rowset_where(RowSet s, const Expr *test, const ExprScope *outer, Arena *a,
                  Diags *diags, RowSet *out)
{
    *out = s;
    if (!test)
        return true;
    GArray *rows = rows_new();
    bool fine = true;
    for (size_t i = 0; i < s.n; i++) {
        ExprScope scope = {.outer = outer, .rows = s, .row = rowset_row(s, i)};
        bool kept = false;
        if (!expr_test(test, &scope, a, diags, &kept))
            fine = false;
        else if (kept)
            rows_add(rows, scope.row);
    }
    *out = rowset_of(s.table, rows, a);
    g_array_free(rows, TRUE);
    return fine;
}

/* A value that fill_down could repeat. */
static bool has_text_above(const Table *t, size_t row, size_t col)
{
    while (row-- > 0)
        if (table_text(t, row, col).n > 0)
            return true;
    return false;
}

bool rowset_named(RowSet s, size_t col, Diags *diags)
{
    for (size_t i = 0; i < s.n; i++) {
        size_t row = rowset_row(s, i);
        if (table_text(s.table, row, col).n > 0)
            continue;
        diag(diags,
             has_text_above(s.table, row, col) ? DIAG_GROUP_BLANK
                                               : DIAG_GROUP_BLANK_TOP,
             table_pos(s.table, row, col),
             diag_str(diags, table_column(s.table, col)->name));
        return false;
    }
    return true;
}

static RowSet keep_totals(RowSet s, bool totals, Arena *a)
{
    GArray *rows = rows_new();
    for (size_t i = 0; i < s.n; i++)
        if (table_is_total(s.table, rowset_row(s, i)) == totals)
            rows_add(rows, rowset_row(s, i));
    RowSet kept = rowset_of(s.table, rows, a);
    g_array_free(rows, TRUE);
    return kept;
}

RowSet rowset_without_totals(RowSet s, Arena *a)
{
    return keep_totals(s, false, a);
}

RowSet rowset_totals(RowSet s, Arena *a)
{
    return keep_totals(s, true, a);
}

/* A group in the making. */
typedef struct Bin {
    RowGroup group;
    GArray *rows;
} Bin;

static guint hash_key(gconstpointer key)
{
    return head_hash(*(const Str *)key);
}

static gboolean same_key(gconstpointer a, gconstpointer b)
{
    return str_eq(*(const Str *)a, *(const Str *)b);
}

static Bin *bin_new(GPtrArray *bins, RowSet s, size_t row, size_t col, Arena *a)
{
    Bin *bin = ARENA_NEW(a, Bin);
    bin->group.key = table_text(s.table, row, col);
    bin->group.pos = table_pos(s.table, row, col);
    bin->rows = rows_new();
    g_ptr_array_add(bins, bin);
    return bin;
}

static Bin *bin_last(const GPtrArray *bins)
{
    return bins->len ? g_ptr_array_index(bins, bins->len - 1) : NULL;
}

static void fill_bins(RowSet s, size_t col, RowGrouping how, Arena *a,
                      GPtrArray *bins)
{
    GHashTable *known = g_hash_table_new(hash_key, same_key);
    for (size_t i = 0; i < s.n; i++) {
        size_t row = rowset_row(s, i);
        Str key = table_text(s.table, row, col);
        Bin *last = bin_last(bins), *bin;
        if (last && str_eq(last->group.key, key))
            bin = last;
        else if (how == GROUP_BY_RUN)
            bin = bin_new(bins, s, row, col, a);
        else if (!(bin = g_hash_table_lookup(known, &key))) {
            bin = bin_new(bins, s, row, col, a);
            g_hash_table_insert(known, &bin->group.key, bin);
        }
        rows_add(bin->rows, row);
    }
    g_hash_table_destroy(known);
}

size_t rowset_group(RowSet s, size_t col, RowGrouping how, Arena *a,
                    const RowGroup **out)
{
    GPtrArray *bins = g_ptr_array_new();
    fill_bins(s, col, how, a, bins);
    size_t n = bins->len;
    RowGroup *groups = ARENA_ARRAY(a, RowGroup, n + 1);
    for (size_t i = 0; i < n; i++) {
        Bin *bin = g_ptr_array_index(bins, i);
        bin->group.rows = rowset_of(s.table, bin->rows, a);
        groups[i] = bin->group;
        g_array_free(bin->rows, TRUE);
    }
    g_ptr_array_free(bins, TRUE);
    *out = groups;
    return n;
}
