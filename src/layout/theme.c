/*
 * Themes: a file, those it inherits from, and the limits of all of them.
 *
 * Inheriting happens on the trees, before anything is checked: the theme is
 * then one tree that must be whole, and each value still knows its own file.
 */
#include "layout/place.h"
#include "layout/theme_int.h"

#include "base/file.h"

enum { EXTENDS_MAX = 8 };

/* The tree of a theme with all it inherits; NULL when reported. */
static const Node *read_tree(Str path, Str root, Pos from, int depth,
    Sources *sources, Arena *a, Diags *diags)
{
    if (depth > EXTENDS_MAX) {
        diag(diags, DIAG_THEME_LOOP, from, diag_str(diags, path));
        return NULL;
    }
    const Node *tree = node_read(path, from, sources, a, diags);
    const Node *parent = node_find(tree, "extends");
    if (!parent || parent->kind != NODE_SCALAR || parent->text.n == 0)
        return tree;
    Str where = place_resolve(parent->text, path_dir(path), root, parent->pos,
        a, diags);
    if (where.n == 0)
        return NULL;
    const Node *under = read_tree(where, root, parent->pos, depth + 1, sources,
        a, diags);
    return under ? node_merge(under, tree, a) : NULL;
}

const Theme *theme_read_beneath(Str path, Str root, Pos from, Sources *sources,
    Arena *document, Diags *diags)
{
    const Node *tree = read_tree(path, root, from, 0, sources, document, diags);
    if (!tree || !schema_check(&theme_shape, tree, NULL, NULL, diags))
        return NULL;
    Theme *theme = ARENA_NEW(document, Theme);
    theme->path = path;
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
