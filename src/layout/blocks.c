/*
 * What the schema cannot say of blocks, because it needs two places at once:
 * `rows` inside each, columns of a table against its totals and its width,
 * names of blocks against one another.
 *
 * The tree may have faults here: every look into it allows for that.
 */
#include "base/name.h"
#include "layout/layout_int.h"

/* A block met, with its `id`. */
typedef struct Named {
    const struct Named *next;
    const Node *id;
} Named;

typedef struct Walk {
    Arena *arena;
    Diags *diags;
    const Named *named;
    bool ok;
} Walk;

static void walk_blocks(Walk *w, const Node *list, int each);

/* ---- tables ---- */

/* A column is a name, or a map with one. */
static Str column_name(const Node *column)
{
    return node_text(
        column->kind == NODE_MAP ? node_find(column, "name") : column, STR(""));
}

static bool has_column(const Node *columns, Str name)
{
    for (size_t i = 0; i < columns->n; i++)
        if (name_same(column_name(columns->entries[i].value), name))
            return true;
    return false;
}

static void check_total(Walk *w, const Node *total, const Node *columns)
{
    const Node *values = node_find(total, "values");
    for (size_t i = 0; values && i < values->n; i++) {
        const NodeEntry *e = &values->entries[i];
        if (has_column(columns, e->key))
            continue;
        diag(w->diags, DIAG_LAYOUT_TOTAL_COLUMN, e->key_pos,
             diag_str(w->diags, e->key));
        w->ok = false;
    }
}

static void check_widths(Walk *w, const Node *columns)
{
    long sum = 0;
    for (size_t i = 0; i < columns->n; i++) {
        long tenths = 0;
        const Node *width = node_find(columns->entries[i].value, "width");
        if (width && scalar_percent(node_text(width, STR("")), &tenths))
            sum += tenths;
    }
    if (sum <= 1000)
        return;
    diag(w->diags, DIAG_LAYOUT_WIDTHS, columns->pos,
         diag_arg(w->diags, "%ld", sum / 10));
    w->ok = false;
}

static void check_table(Walk *w, const Node *table)
{
    const Node *columns = node_find(table, "columns");
    if (!columns || columns->kind != NODE_LIST)
        return;
    check_total(w, node_find(table, "total"), columns);
    check_widths(w, columns);
}

/* ---- rows ---- */

static void check_rows(Walk *w, const Node *name, int each)
{
    if (!name || each > 0 || !str_eq_c(node_text(name, STR("")), "rows"))
        return;
    diag0(w->diags, DIAG_LAYOUT_ROWS_OUTSIDE, name->pos);
    w->ok = false;
}

/* ---- names ---- */

static void check_id(Walk *w, const Node *id)
{
    if (!id)
        return;
    Str text = node_text(id, STR(""));
    for (const Named *n = w->named; n; n = n->next) {
        if (!name_same(node_text(n->id, STR("")), text))
            continue;
        diag(w->diags, DIAG_LAYOUT_ID_TWICE, id->pos, diag_str(w->diags, text),
             diag_arg(w->diags, "%u", n->id->pos.line));
        w->ok = false;
        return;
    }
    Named *named = ARENA_NEW(w->arena, Named);
    *named = (Named){w->named, id};
    w->named = named;
}

/* ---- walking ---- */

static void walk_block(Walk *w, const Node *block, int each)
{
    static const char *const of_rows[] = {"table", "facts",    "list",
                                          "chart", "timeline", "schedule",
                                          "map",   "flow"};
    const Node *loop = node_find(block, "each");
    const Node *table = node_find(block, "table");
    const Node *cases = node_find(block, "cases");

    check_rows(w, loop, each);
    for (size_t i = 0; i < sizeof of_rows / sizeof *of_rows; i++)
        check_rows(w, node_find(node_find(block, of_rows[i]), "rows"), each);
    check_table(w, table);
    check_id(w, node_find(block, "id"));
    walk_blocks(w, node_find(block, "body"), each + !!loop);
    for (size_t i = 0; cases && i < cases->n; i++)
        walk_blocks(w, cases->entries[i].value, each + !!loop);
}

/* A case may hold one block without a list. */
static void walk_blocks(Walk *w, const Node *blocks, int each)
{
    if (blocks && blocks->kind == NODE_MAP)
        walk_block(w, blocks, each);
    else if (blocks && blocks->kind == NODE_LIST)
        for (size_t i = 0; i < blocks->n; i++)
            walk_block(w, blocks->entries[i].value, each);
}

bool blocks_check(const Node *body, Diags *diags)
{
    Walk w = {.arena = arena_new(0), .diags = diags, .ok = true};
    walk_blocks(&w, body, 0);
    arena_free(w.arena);
    return w.ok;
}
