#include "doc/derived.h"

#include "base/name.h"
#include "data/derive.h"
#include "doc/unit_typed.h"

typedef struct Reader {
    const Inputs *in;
    const Node *map;
    Arena *arena;
    Diags *diags;
    bool fine;
} Reader;

static Str text_at(const Node *map, const char *key)
{
    return node_text(node_find(map, key), STR(""));
}

static const Expr *expr_at(Reader *r, const Node *map, const char *key)
{
    const Node *node = node_find(map, key);
    const Expr *e =
        node ? expr_parse(node->text, node->pos, r->arena, r->diags) : NULL;
    r->fine = r->fine && (e || !node);
    return e;
}

/* A table that was read before this one; a table in which faults were found
 * has been told of. */
static const Table *table_at(Reader *r, const Node *node)
{
    const Table *t = node ? inputs_table(r->in, node->text) : NULL;
    r->fine = r->fine && (t || !node);
    if (t || !node)
        return t;
    for (size_t i = 0; i < r->in->layout->ntables; i++) {
        const LayoutTable *other = &r->in->layout->tables[i];
        if (name_same(other->name, node->text) &&
            other->map->pos.line >= r->map->pos.line)
            diag(r->diags, DIAG_DERIVE_ORDER, node->pos,
                 diag_str(r->diags, node->text));
    }
    return NULL;
}

/* One name, or a list of them. */
static const Str *names_at(Reader *r, const char *key, size_t *n)
{
    const Node *node = node_find(r->map, key);
    *n = !node ? 0 : node->kind == NODE_LIST ? node->n : 1;
    Str *names = ARENA_ARRAY(r->arena, Str, *n + 1);
    for (size_t i = 0; i < *n; i++)
        names[i] =
            node->kind == NODE_LIST ? node->entries[i].value->text : node->text;
    return names;
}

static int digits_at(const Node *map)
{
    Str text = text_at(map, "digits");
    return text.n == 1 ? text.p[0] - '0' : -1;
}

/* `rate: {from: 2023년, to: 2024년}` */
static void read_rate(Reader *r, const Node *rate, DeriveColumn *c)
{
    if (!rate)
        return;
    c->rate_from = text_at(rate, "from");
    c->rate_to = text_at(rate, "to");
    Str from = c->rate_from, to = c->rate_to;
    Str text =
        str_printf(r->arena, "(`" STR_FMT "` - `" STR_FMT "`) / `" STR_FMT "`",
                   STR_ARG(to), STR_ARG(from), STR_ARG(from));
    c->rate = expr_parse(text, rate->pos, r->arena, r->diags);
    r->fine = r->fine && c->rate;
}

/* `이름: 식`, or `이름: {rank: 열}` and its like. */
static DeriveColumn read_column(Reader *r, const NodeEntry *e)
{
    const Node *how = e->value;
    DeriveColumn c = {.name = e->key, .digits = -1, .pos = e->key_pos};
    if (how->kind == NODE_SCALAR) {
        c.value = expr_parse(how->text, how->pos, r->arena, r->diags);
        r->fine = r->fine && c.value;
        return c;
    }
    c.value = expr_at(r, how, "value");
    c.rank = text_at(how, "rank");
    c.running = text_at(how, "running");
    c.share = text_at(how, "share");
    read_rate(r, node_find(how, "rate"), &c);
    c.unit =
        unit_typed(how, &r->in->layout->document.house, r->arena, r->diags);
    c.digits = digits_at(how);
    if ((c.value != NULL) + (c.rank.n > 0) + (c.running.n > 0) +
            (c.share.n > 0) + (c.rate != NULL) !=
        1) {
        diag(r->diags, DIAG_DERIVE_COLUMN, c.pos, diag_str(r->diags, c.name));
        r->fine = false;
    }
    return c;
}

static const DeriveColumn *read_columns(Reader *r, size_t *n)
{
    const Node *map = node_find(r->map, "compute");
    *n = map ? map->n : 0;
    DeriveColumn *columns = ARENA_ARRAY(r->arena, DeriveColumn, *n + 1);
    for (size_t i = 0; i < *n; i++)
        columns[i] = read_column(r, &map->entries[i]);
    return columns;
}

/* `열`, or `{by: 열, order: down}`. */
static DeriveSort read_key(const Node *node)
{
    bool map = node->kind == NODE_MAP;
    return (DeriveSort){.column = map ? text_at(node, "by") : node->text,
                        .down = map && str_eq_c(text_at(node, "order"), "down"),
                        .pos = node->pos};
}

static const DeriveSort *read_sort(Reader *r, size_t *n)
{
    const Node *node = node_find(r->map, "sort");
    bool list = node && node->kind == NODE_LIST;
    *n = !node ? 0 : list ? node->n : 1;
    DeriveSort *keys = ARENA_ARRAY(r->arena, DeriveSort, *n + 1);
    for (size_t i = 0; i < *n; i++)
        keys[i] = read_key(list ? node->entries[i].value : node);
    return keys;
}

static size_t take_at(const Node *map)
{
    Str text = text_at(map, "take");
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        n = n * 10 + (size_t)(text.p[i] - '0');
    return n;
}

const Table *derived_read(const Inputs *in, const LayoutTable *t, Arena *a,
                          Diags *diags)
{
    Reader r = {in, t->map, a, diags, true};
    const Node *join = node_find(t->map, "join");
    const Node *pivot = node_find(t->map, "pivot");
    DeriveSpec spec = {
        .name = t->name,
        .key = t->key,
        .pos = t->pos,
        .from = table_at(&r, node_find(t->map, "from")),
        .join = table_at(&r, node_find(join, "table")),
        .join_on = text_at(join, "on"),
        .join_pos = join ? join->pos : t->pos,
        .fill_down = t->fill_down,
        .nfill_down = t->nfill_down,
        .where = expr_at(&r, t->map, "where"),
        .pivot_down = text_at(pivot, "down"),
        .pivot_across = text_at(pivot, "across"),
        .pivot_value = expr_at(&r, pivot, "value"),
        .blank = node_find(t->map, "blank") != NULL,
        .take = take_at(t->map),
    };
    spec.group = names_at(&r, "group", &spec.ngroup);
    spec.columns = read_columns(&r, &spec.ncolumns);
    spec.sort = read_sort(&r, &spec.nsort);
    return r.fine ? table_derive(&spec, &in->scope, a, diags) : NULL;
}
