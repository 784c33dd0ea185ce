#include "doc/provenance.h"

#include <glib.h>

struct Provenance {
    Arena *arena;
    GHashTable *by_place; /* Pos → GPtrArray of Origin */
};

static guint hash_pos(gconstpointer key)
{
    const Pos *p = key;
    return (p->file * 31 + p->line) * 1021 + p->col;
}

static gboolean same_pos(gconstpointer a, gconstpointer b)
{
    const Pos *left = a, *right = b;
    return left->file == right->file && left->line == right->line &&
           left->col == right->col;
}

static void free_list(gpointer list)
{
    g_ptr_array_free(list, TRUE);
}

Provenance *provenance_new(Arena *a)
{
    Provenance *p = ARENA_NEW(a, Provenance);
    p->arena = a;
    p->by_place = g_hash_table_new_full(hash_pos, same_pos, NULL, free_list);
    return p;
}

void provenance_free(Provenance *p)
{
    if (p)
        g_hash_table_destroy(p->by_place);
}

/* The cells of one value while they are visited. */
typedef struct Gathered {
    GArray *cells; /* OriginCell */
    Arena *arena;
} Gathered;

static void gather(void *context, const TraceCell *cell)
{
    Gathered *g = context;
    OriginCell c = {.pos = cell->pos,
                    .name = cell->name,
                    .text = str_dup(cell->text, g->arena)};
    if (cell->table)
        c.row =
            table_text(cell->table, cell->row, table_key_column(cell->table));
    g_array_append_val(g->cells, c);
}

static GPtrArray *list_at(Provenance *p, Origin *origin)
{
    GPtrArray *list = g_hash_table_lookup(p->by_place, &origin->source);
    if (!list) {
        list = g_ptr_array_new();
        g_hash_table_insert(p->by_place, &origin->source, list);
    }
    return list;
}

void provenance_add(Provenance *p, Str printed, Pos source, const Expr *e,
                    const ExprScope *scope)
{
    Gathered g = {g_array_new(FALSE, FALSE, sizeof(OriginCell)), p->arena};
    expr_trace(e, scope, gather, &g);
    OriginCell *cells = ARENA_ARRAY(p->arena, OriginCell, g.cells->len + 1);
    for (guint i = 0; i < g.cells->len; i++)
        cells[i] = g_array_index(g.cells, OriginCell, i);
    Origin *origin = ARENA_NEW(p->arena, Origin);
    Str made = expr_trace_made(e, scope);
    Str expression = expr_text(e);
    if (made.n && !str_eq(made, expression))
        expression = str_printf(p->arena, STR_FMT " = " STR_FMT,
                                STR_ARG(expression), STR_ARG(made));
    *origin = (Origin){.printed = printed,
                       .source = source,
                       .expression = expression,
                       .cells = cells,
                       .n = g.cells->len};
    g_array_free(g.cells, TRUE);
    g_ptr_array_add(list_at(p, origin), origin);
}

const Origin *provenance_find(const Provenance *p, Pos source, Str text)
{
    const GPtrArray *list = g_hash_table_lookup(p->by_place, &source);
    const Origin *part = NULL;
    text = house_read(text, p->arena);
    for (guint i = 0; list && i < list->len; i++) {
        const Origin *o = g_ptr_array_index(list, i);
        Str printed = house_read(o->printed, p->arena);
        if (str_eq(printed, text))
            return o;
        if (!part && str_find(printed, text) >= 0)
            part = o;
    }
    return part;
}
