/* Nodes: looking into a finished tree, and laying one over another. */
#include "layout/node.h"

#include <string.h>

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

bool node_is_null(const Node *n)
{
    return n->kind == NODE_SCALAR && n->text.n == 0 && !n->quoted;
}

const Node *node_merge(const Node *under, const Node *over, Arena *a)
{
    if (!under || !over)
        return over ? over : under;
    if (under->kind != NODE_MAP || over->kind != NODE_MAP)
        return over;

    Node *merged = ARENA_NEW(a, Node);
    *merged = *over;
    NodeEntry *entries = ARENA_ARRAY(a, NodeEntry, under->n + over->n);
    size_t n = 0;
    for (size_t i = 0; i < over->n; i++) {
        const NodeEntry *below = node_find_entry(under, over->entries[i].key);
        entries[n] = over->entries[i];
        entries[n++].value = node_merge(below ? below->value : NULL,
            over->entries[i].value, a);
    }
    for (size_t i = 0; i < under->n; i++)
        if (!node_find_entry(over, under->entries[i].key))
            entries[n++] = under->entries[i];
    merged->entries = entries;
    merged->n = n;
    return merged;
}
