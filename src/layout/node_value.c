/* Nodes: looking into a finished tree, and laying one over another. */
#include "layout/schema.h"

#include "base/name.h"

#include <glib.h>

const NodeEntry *node_find_entry(const Node *map, Str key)
{
    if (!map || map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->n; i++)
        if (str_eq(map->entries[i].key, key))
            return &map->entries[i];
    return NULL;
}

const Node *node_find(const Node *map, const char *key)
{
    const NodeEntry *entry = node_find_entry(map, str_of(key));
    return entry ? entry->value : NULL;
}

Str node_text(const Node *n, Str otherwise)
{
    return n && n->kind == NODE_SCALAR ? n->text : otherwise;
}

long node_int(const Node *n, long otherwise)
{
    if (!n || n->kind != NODE_SCALAR)
        return otherwise;
    bool minus = n->text.n > 0 && n->text.p[0] == '-';
    long value = 0;
    for (size_t i = minus; i < n->text.n; i++) {
        if (n->text.p[i] < '0' || n->text.p[i] > '9' || value > 100000000)
            return otherwise;
        value = value * 10 + (n->text.p[i] - '0');
    }
    return minus ? -value : value;
}

bool node_bool(const Node *n, bool otherwise)
{
    return n ? str_eq_c(node_text(n, STR("")), "true") : otherwise;
}

int node_percent(const Node *n, int otherwise)
{
    long value;
    return n && scalar_percent(node_text(n, STR("")), &value) ? (int)value
                                                              : otherwise;
}

bool node_is_null(const Node *n)
{
    return n->kind == NODE_SCALAR && n->text.n == 0 && !n->quoted;
}

/* ---- merging ---- */

/* The entries of a map by key: maps may have a million of them. */
static guint hash_key(gconstpointer key)
{
    return name_hash(*(const Str *)key);
}

static gboolean equal_keys(gconstpointer a, gconstpointer b)
{
    return name_same(*(const Str *)a, *(const Str *)b);
}

static GHashTable *index_entries(const Node *map)
{
    GHashTable *index = g_hash_table_new(hash_key, equal_keys);
    for (size_t i = 0; i < map->n; i++)
        g_hash_table_insert(index, (gpointer)&map->entries[i].key,
                            (gpointer)map->entries[i].value);
    return index;
}

static const Node *merge_maps(const Node *under, const Node *over, Arena *a)
{
    Node *merged = ARENA_NEW(a, Node);
    NodeEntry *entries = ARENA_ARRAY(a, NodeEntry, under->n + over->n);
    GHashTable *below = index_entries(under), *above = index_entries(over);
    size_t n = 0;
    for (size_t i = 0; i < over->n; i++) {
        NodeEntry e = over->entries[i];
        e.value = node_merge(g_hash_table_lookup(below, &e.key), e.value, a);
        entries[n++] = e;
    }
    for (size_t i = 0; i < under->n; i++)
        if (!g_hash_table_contains(above, &under->entries[i].key))
            entries[n++] = under->entries[i];
    g_hash_table_destroy(below);
    g_hash_table_destroy(above);
    *merged = *over;
    merged->entries = entries;
    merged->n = n;
    return merged;
}

const Node *node_merge(const Node *under, const Node *over, Arena *a)
{
    if (!under || !over)
        return over ? over : under;
    bool maps = under->kind == NODE_MAP && over->kind == NODE_MAP;
    return maps ? merge_maps(under, over, a) : over;
}
