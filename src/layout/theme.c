/*
 * Themes: a file, those it inherits from, and the limits of all of them.
 *
 * Inheriting happens on the trees, before anything is checked: the theme is
 * then one tree that must be whole, and each value still knows its own file.
 */
#include "layout/place.h"
#include "layout/theme_int.h"

#include "base/file.h"

enum { FILES_MAX = 8 }; /* a theme and its ancestors */

typedef struct Lineage {
    Str root;          /* the folder that `extends` may not leave */
    Str *files;
    size_t n;
    Sources *sources;
    Arena *arena;
    Diags *diags;
} Lineage;

/* The tree of a theme with all it inherits; NULL when reported. */
static const Node *read_tree(Lineage *l, Str path, Pos from)
{
    if (l->n == FILES_MAX) {
        diag(l->diags, DIAG_THEME_LOOP, from, diag_str(l->diags, path));
        return NULL;
    }
    l->files[l->n++] = path;
    const Node *tree = node_read(path, from, l->sources, l->arena, l->diags);
    const Node *parent = node_find(tree, "extends");
    if (!parent || parent->kind != NODE_SCALAR || parent->text.n == 0)
        return tree;
    Str where = place_resolve(parent->text, path_dir(path), l->root,
        parent->pos, l->arena, l->diags);
    const Node *under = where.n ? read_tree(l, where, parent->pos) : NULL;
    return under ? node_merge(under, tree, l->arena) : NULL;
}

const Theme *theme_read_beneath(Str path, Str root, Pos from, Sources *sources,
    Arena *document, Diags *diags)
{
    Lineage l = {.root = root, .files = ARENA_ARRAY(document, Str, FILES_MAX),
        .sources = sources, .arena = document, .diags = diags};
    const Node *tree = read_tree(&l, path, from);
    if (!tree || !schema_check(&theme_shape, tree, NULL, NULL, diags))
        return NULL;
    Theme *theme = ARENA_NEW(document, Theme);
    theme->path = path;
    theme->files = l.files;
    theme->nfiles = l.n;
    theme_bind(theme, tree, document);
    return theme_check_limits(theme, tree, diags) ? theme : NULL;
}

const Theme *theme_read(Str path, Pos from, Sources *sources, Arena *document,
    Diags *diags)
{
    return theme_read_beneath(path, place_root(path, document), from, sources,
        document, diags);
}

const char *style_name(StyleId id)
{
    static const char *const names[] = {
#define S(id, name) [STYLE_##id] = name,
        THEME_STYLES(S)
#undef S
    };
    return names[id];
}
