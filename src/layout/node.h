/*
 * Nodes: a YAML file as a tree with places, checked against the schema.
 *
 * layout/node.c is the only user of libyaml (events). Limits of reliability R6
 * hold: depth 64, 1 M nodes, 1 MB scalars, aliases shared and at most 10,000,
 * duplicate keys refused. Depth and node count hold for the tree as a reader
 * walks it, with every alias followed: walking it by plain recursion is safe
 * and short. Texts are valid UTF-8 in the form of K-01. Lives in the document
 * arena and never changes after node_read.
 */
#ifndef LAYOUT_NODE_H
#define LAYOUT_NODE_H

#include "base/diag.h"

typedef enum NodeKind { NODE_SCALAR, NODE_LIST, NODE_MAP } NodeKind;

typedef struct Node Node;

typedef struct NodeEntry {
    Str key; /* maps only */
    Pos key_pos;
    const Node *value;
} NodeEntry;

struct Node {
    NodeKind kind;
    Pos pos;
    Str text;    /* scalars; "" for null */
    bool quoted; /* scalars: quoted in the file, so never null/number */
    bool tilde;  /* null, and written ~ */
    size_t n;
    const NodeEntry *entries; /* lists and maps */
    uint32_t weight; /* nodes in this tree, aliases counted each time */
    uint32_t height; /* 1 for a scalar */
};

/* Reads and parses; NULL when reported. `from` is where the path is written.
 * A second document in the file, tags and merge keys are refused. */
const Node *node_read(Str path, Pos from, Sources *sources, Arena *document,
                      Diags *diags);

/* NULL when `map` is not a map or has no such key. */
const Node *node_find(const Node *map, const char *key);
const NodeEntry *node_find_entry(const Node *map, Str key);
Str node_text(const Node *n, Str otherwise);
/* The number of a scalar; `otherwise` when n is NULL. The schema has checked
 * that it is one. */
long node_int(const Node *n, long otherwise);
bool node_bool(const Node *n, bool otherwise);
/* "-1.5%" as -15. */
int node_percent(const Node *n, int otherwise);
/* Nothing written: `key:` alone, `~` or `null`. */
bool node_is_null(const Node *n);

/* Text from elsewhere in the form that texts of nodes have (K-01). */
Str node_compose(Str text, Arena *a);

/* `over` laid over `under`: maps key by key, anything else as a whole. Places
 * stay those of the file each value came from. Either may be NULL. */
const Node *node_merge(const Node *under, const Node *over, Arena *a);

#endif
