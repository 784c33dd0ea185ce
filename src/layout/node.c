/*
 * Nodes from a YAML file: the one door to libyaml.
 *
 * libyaml gives events; this builds the tree and keeps the limits while it
 * does, so that a bomb is refused after the event that breaks a limit and
 * never unfolded. Syntax faults and limits end the reading; whatever else is
 * wrong (tags, merge keys, duplicates) is reported and read past, so that one
 * run shows all of them.
 */
#include "layout/node.h"

#include "base/file.h"
#include "base/name.h"
#include "layout/yaml_fault.h"

#include <glib.h>
#include <string.h>
#include <yaml.h>

enum {
    DEPTH_MAX = 64,
    NODES_MAX = 1000000,
    SCALAR_MAX = 1 << 20, /* bytes */
    ALIASES_MAX = 10000
};

typedef struct Builder {
    yaml_parser_t parser;
    uint32_t file;
    Str text;
    Arena *arena;
    Diags *diags;
    GHashTable *anchors; /* name → Node; a node without height is open */
    size_t aliases;
    size_t nodes;
    size_t chars, bytes; /* one place in the text, both ways */
    bool stopped;        /* nothing more can be read */
    bool failed;         /* something was reported */
} Builder;

static Pos pos_of(const Builder *b, yaml_mark_t mark)
{
    return (Pos){b->file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
}

/* Reports something the reader can read past. */
static void report(Builder *b, DiagCode code, Pos pos, const char *arg)
{
    b->failed = true;
    if (!diag(b->diags, code, pos, arg))
        b->stopped = true;
}

/* Reports something that ends the reading; for `return stop(…)`. */
static Node *stop(Builder *b, DiagCode code, Pos pos, long limit)
{
    report(b, code, pos, diag_arg(b->diags, "%ld", limit));
    b->stopped = true;
    return NULL;
}

/* The next event; false once reading has stopped. */
static bool next_event(Builder *b, yaml_event_t *event)
{
    if (b->stopped)
        return false;
    if (yaml_parser_parse(&b->parser, event))
        return true;
    yaml_fault_report(&b->parser, b->file, b->text, b->diags);
    b->stopped = b->failed = true;
    return false;
}

/* ---- limits ---- */

/* Whether a tree of this weight and height still fits below `depth` levels. */
static bool check_size(Builder *b, uint32_t weight, uint32_t height,
                       uint32_t depth, Pos pos)
{
    if (depth + height > DEPTH_MAX) {
        stop(b, DIAG_YAML_DEPTH, pos, DEPTH_MAX);
        return false;
    }
    b->nodes += weight;
    if (b->nodes > NODES_MAX) {
        stop(b, DIAG_YAML_NODES, pos, NODES_MAX);
        return false;
    }
    return true;
}

/* ---- anchors and aliases ---- */

static void keep_anchor(Builder *b, const yaml_char_t *anchor, Node *node)
{
    if (anchor)
        g_hash_table_insert(b->anchors, g_strdup((const char *)anchor), node);
}

/* The node an alias means: shared, never copied. */
static const Node *read_alias(Builder *b, const yaml_event_t *event,
                              uint32_t depth)
{
    Pos pos = pos_of(b, event->start_mark);
    const char *name = (const char *)event->data.alias.anchor;
    const Node *node = g_hash_table_lookup(b->anchors, name);

    if (++b->aliases > ALIASES_MAX)
        return stop(b, DIAG_YAML_ALIASES, pos, ALIASES_MAX);
    if (!node || node->height == 0) {
        report(b, node ? DIAG_YAML_ALIAS_LOOP : DIAG_YAML_ALIAS_UNKNOWN, pos,
               diag_arg(b->diags, "*%s", name));
        return NULL;
    }
    return check_size(b, node->weight, node->height, depth, pos) ? node : NULL;
}

/* ---- scalars ---- */

static bool is_null(Str text)
{
    return text.n == 0 || str_eq_c(text, "~") || str_eq_c(text, "null");
}

/* K-01: composed, so that a word typed on a Mac equals one typed elsewhere.
 * NFC also replaces the compatibility ideographs (U+F900 …), which are other
 * characters in Korean documents: those are stepped over. */
static Str compose(Str text, Arena *a)
{
    GString *out = g_string_sized_new(text.n);
    size_t from = 0;
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        uint32_t cp = str_next(text, &at);
        bool keep =
            (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x2F800 && cp <= 0x2FA1F);
        size_t end = keep ? start : at;
        if (!keep && at < text.n)
            continue;
        char *nfc = g_utf8_normalize(text.p + from, (gssize)(end - from),
                                     G_NORMALIZE_NFC);
        g_string_append(out, nfc);
        g_free(nfc);
        if (keep)
            g_string_append_len(out, text.p + start, (gssize)(at - start));
        from = at;
    }
    Str composed = str_dup((Str){out->str, out->len}, a);
    g_string_free(out, TRUE);
    return composed;
}

static bool is_ascii(Str text)
{
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] >= 0x80)
            return false;
    return true;
}

Str node_compose(Str text, Arena *a)
{
    return is_ascii(text) ? str_dup(text, a) : compose(text, a);
}

static Str scalar_text(const yaml_event_t *event, Arena *a)
{
    return node_compose((Str){(const char *)event->data.scalar.value,
                              event->data.scalar.length},
                        a);
}

static Node *new_node(Builder *b, NodeKind kind, const yaml_event_t *event,
                      const yaml_char_t *anchor, const yaml_char_t *tag)
{
    Node *node = ARENA_NEW(b->arena, Node);
    node->kind = kind;
    node->pos = pos_of(b, event->start_mark);
    node->weight = 1;
    if (tag)
        report(b, DIAG_YAML_TAG, node->pos,
               diag_arg(b->diags, "%s", (const char *)tag));
    keep_anchor(b, anchor, node);
    return node;
}

/* Marks count characters; they only ever move forward. */
static size_t byte_of_mark(Builder *b, yaml_mark_t mark)
{
    for (; b->chars < mark.index && b->bytes < b->text.n; b->chars++)
        str_next(b->text, &b->bytes);
    return b->bytes;
}

/* "제1회 #2": text that YAML takes for a comment would vanish silently. A
 * comment is written with a space after its #. */
static void check_comment(Builder *b, const yaml_event_t *event)
{
    size_t at = byte_of_mark(b, event->end_mark), start = at;
    while (at < b->text.n && b->text.p[at] == ' ')
        at++;
    bool hash = at > start && at + 1 < b->text.n && b->text.p[at] == '#' &&
                !strchr(" \t\r\n#", b->text.p[at + 1]);
    if (hash)
        diag0(b->diags, DIAG_YAML_HASH,
              (Pos){b->file, (uint32_t)event->end_mark.line + 1,
                    (uint32_t)(event->end_mark.column + 1 + at - start)});
}

static Node *read_scalar(Builder *b, const yaml_event_t *event, uint32_t depth)
{
    Node *node = new_node(b, NODE_SCALAR, event, event->data.scalar.anchor,
                          event->data.scalar.tag);
    if (event->data.scalar.length > SCALAR_MAX)
        return stop(b, DIAG_YAML_SCALAR, node->pos, SCALAR_MAX);
    if (!check_size(b, 1, 1, depth, node->pos))
        return NULL;
    node->height = 1;
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    node->text = scalar_text(event, b->arena);
    node->tilde = !node->quoted && str_eq_c(node->text, "~");
    if (!node->quoted && is_null(node->text))
        node->text = STR("");
    if (!node->quoted)
        check_comment(b, event);
    return node;
}

/* ---- lists and maps ---- */

static const Node *read_node(Builder *b, const yaml_event_t *event,
                             uint32_t depth);

/* Reads the value that begins with the next event. False at the end of the
 * surrounding list (`end`) or when reading has stopped. */
static bool next_value(Builder *b, yaml_event_type_t end, uint32_t depth,
                       const Node **value)
{
    yaml_event_t event;
    if (!next_event(b, &event))
        return false;
    bool more = event.type != end;
    if (more)
        *value = read_node(b, &event, depth);
    yaml_event_delete(&event);
    return more;
}

/* A key must be one plain text. True when `out` holds one. */
static bool read_key(Builder *b, const Node *key, NodeEntry *out)
{
    if (!key)
        return false;
    if (key->kind != NODE_SCALAR) {
        b->failed = true;
        diag0(b->diags, DIAG_YAML_KEY, key->pos);
        return false;
    }
    if (str_eq_c(key->text, "<<") && !key->quoted) {
        b->failed = true;
        diag0(b->diags, DIAG_YAML_MERGE, key->pos);
        return false;
    }
    *out = (NodeEntry){.key = key->text, .key_pos = key->pos};
    return true;
}

static void close_node(Builder *b, Node *node, GArray *entries)
{
    NodeEntry *copy = ARENA_ARRAY(b->arena, NodeEntry, entries->len);
    if (entries->len)
        memcpy(copy, entries->data, entries->len * sizeof *copy);
    node->n = entries->len;
    node->entries = copy;
    for (size_t i = 0; i < node->n; i++) {
        node->weight += copy[i].value->weight;
        node->height = MAX(node->height, copy[i].value->height);
    }
    node->height++;
    g_array_free(entries, TRUE);
}

static void read_list(Builder *b, Node *node, uint32_t depth)
{
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(NodeEntry));
    const Node *value = NULL;
    while (next_value(b, YAML_SEQUENCE_END_EVENT, depth + 1, &value)) {
        NodeEntry entry = {.value = value};
        if (value)
            g_array_append_val(entries, entry);
    }
    close_node(b, node, entries);
}

/* By key as names are compared, then in the order of the file. */
static gint compare_keys(gconstpointer a, gconstpointer b)
{
    const NodeEntry *x = *(const NodeEntry *const *)a;
    const NodeEntry *y = *(const NodeEntry *const *)b;
    int order = name_cmp(x->key, y->key);
    return order ? order : (x > y) - (x < y);
}

/* Sorted, so that a map of a million keys is as harmless as one of ten. */
static void check_duplicates(Builder *b, const Node *map)
{
    GPtrArray *sorted = g_ptr_array_sized_new((guint)map->n);
    for (size_t i = 0; i < map->n; i++)
        g_ptr_array_add(sorted, (gpointer)&map->entries[i]);
    g_ptr_array_sort(sorted, compare_keys);
    for (guint i = 1; i < sorted->len; i++) {
        const NodeEntry *first = sorted->pdata[i - 1];
        const NodeEntry *second = sorted->pdata[i];
        if (!name_same(first->key, second->key))
            continue;
        b->failed = true;
        if (!diag(b->diags, DIAG_YAML_DUPLICATE, second->key_pos,
                  diag_str(b->diags, second->key),
                  diag_arg(b->diags, "%u", first->key_pos.line)))
            break;
    }
    g_ptr_array_free(sorted, TRUE);
}

static void read_map(Builder *b, Node *node, uint32_t depth)
{
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(NodeEntry));
    const Node *key = NULL, *value = NULL;
    while (next_value(b, YAML_MAPPING_END_EVENT, depth + 1, &key) &&
           next_value(b, YAML_NO_EVENT, depth + 1, &value)) {
        NodeEntry entry;
        if (!read_key(b, key, &entry) || !value)
            continue;
        entry.value = value;
        g_array_append_val(entries, entry);
    }
    close_node(b, node, entries);
    check_duplicates(b, node);
}

static const Node *read_node(Builder *b, const yaml_event_t *event,
                             uint32_t depth)
{
    if (event->type == YAML_ALIAS_EVENT)
        return read_alias(b, event, depth);
    if (event->type == YAML_SCALAR_EVENT)
        return read_scalar(b, event, depth);

    bool map = event->type == YAML_MAPPING_START_EVENT;
    Node *node =
        map ? new_node(b, NODE_MAP, event, event->data.mapping_start.anchor,
                       event->data.mapping_start.tag)
            : new_node(b, NODE_LIST, event, event->data.sequence_start.anchor,
                       event->data.sequence_start.tag);
    if (!check_size(b, 1, 1, depth, node->pos))
        return NULL;
    (map ? read_map : read_list)(b, node, depth);
    return node;
}

/* ---- the file ---- */

/* Stream start, one document, stream end. */
static const Node *read_document(Builder *b)
{
    const Node *root = NULL;
    yaml_event_t event;
    for (bool more = true; more && next_event(b, &event);) {
        Pos pos = pos_of(b, event.start_mark);
        switch (event.type) {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
            break;
        case YAML_DOCUMENT_START_EVENT:
            if (root) {
                b->failed = true;
                diag0(b->diags, DIAG_YAML_DOCUMENTS, pos);
                more = false;
            }
            break;
        case YAML_STREAM_END_EVENT:
            if (!root && !b->failed) {
                b->failed = true;
                diag0(b->diags, DIAG_YAML_EMPTY, (Pos){b->file, 1, 1});
            }
            more = false;
            break;
        default:
            root = read_node(b, &event, 0);
        }
        yaml_event_delete(&event);
    }
    return root;
}

static Str skip_bom(Str text)
{
    return str_starts(text, STR("\xEF\xBB\xBF")) ? str_sub(text, 3, text.n)
                                                 : text;
}

/* A layout or theme that is missing or a folder is the layout's fault, not the
 * data's. */
static bool read_text(Str path, Pos from, Arena *a, Diags *diags, Str *out)
{
    bool missing = file_is_missing(path, a);
    if (!missing && !file_is_special(path, a))
        return file_read(path, from, a, diags, out);
    diag(diags, missing ? DIAG_LAYOUT_FILE : DIAG_LAYOUT_KIND, from,
         diag_str(diags, path));
    return false;
}

const Node *node_read(Str path, Pos from, Sources *sources, Arena *document,
                      Diags *diags)
{
    Builder b = {.arena = document, .diags = diags};
    if (!read_text(path, from, document, diags, &b.text))
        return NULL;
    b.text = skip_bom(b.text);
    b.file = sources_add(sources, path);
    sources_set_layout(sources, b.file);
    if (!yaml_fault_check_encoding(b.text, b.file, diags))
        return NULL;
    sources_set_text(sources, b.file, b.text);

    if (!yaml_parser_initialize(&b.parser))
        out_of_memory();
    yaml_parser_set_encoding(&b.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&b.parser, (const unsigned char *)b.text.p,
                                 b.text.n);
    b.anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const Node *root = read_document(&b);
    g_hash_table_destroy(b.anchors);
    yaml_parser_delete(&b.parser);
    return b.failed ? NULL : root;
}
