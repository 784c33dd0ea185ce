/*
 * Nodes: a YAML file as a tree with places, checked against the schema.
 *
 * layout/node.c is the only user of libyaml (events). Limits of reliability R6
 * hold: depth 64, 1 M nodes, 1 MB scalars, aliases shared and at most 10,000,
 * duplicate keys refused. Lives in the document arena.
 */
#ifndef LAYOUT_NODE_H
#define LAYOUT_NODE_H

#include "base/diag.h"

typedef enum NodeKind { NODE_SCALAR, NODE_LIST, NODE_MAP } NodeKind;

typedef struct Node Node;

typedef struct NodeEntry {
    Str key;          /* maps only */
    Pos key_pos;
    const Node *value;
} NodeEntry;

struct Node {
    NodeKind kind;
    Pos pos;
    Str text;         /* scalars; "" for null */
    bool quoted;      /* scalars: quoted in the file, so never null/number */
    size_t n;
    const NodeEntry *entries; /* lists and maps */
};

/* Reads and parses; NULL when reported. */
const Node *node_read(Str path, Pos from, Sources *sources, Arena *document,
    Diags *diags);

/* NULL when `map` is not a map or has no such key. */
const Node *node_find(const Node *map, const char *key);
Str node_text(const Node *n, Str otherwise);
/* The number of a scalar; `otherwise` when n is NULL. The schema has checked
 * that it is one. */
long node_int(const Node *n, long otherwise);
bool node_bool(const Node *n, bool otherwise);

#endif
