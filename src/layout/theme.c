/*
 * Themes: a file, those it inherits from, and the limits of all of them.
 *
 * Inheriting happens on the trees, before anything is checked: the theme is
 * then one tree that must be whole, and each value still knows its own file.
 *
 * A theme is named by a path inside the project, or by the bare name of one
 * that comes with hanji. Those stand outside of every project, so their own
 * folder is the one that they in turn may not leave.
 */
#include "layout/names.h"
#include "layout/place.h"
#include "layout/theme_int.h"

#include "base/file.h"

#include <string.h>

enum { FILES_MAX = 8 }; /* a theme and its ancestors */

typedef struct Lineage {
    ThemeRoots roots;
    Str *files;
    size_t n;
    Sources *sources;
    Arena *arena;
    Diags *diags;
} Lineage;

static const char *const own_names[] = {"council", "large-print", NULL};

bool theme_is_own(Str written)
{
    return written.n > 0 && !memchr(written.p, '/', written.n) &&
           !memchr(written.p, '.', written.n);
}

/* The file of one of hanji's own themes; empty when reported. */
static Str own_path(Str name, Str own, Pos pos, Arena *a, Diags *diags)
{
    Names names = {.n = 0};
    for (size_t i = 0; own_names[i]; i++) {
        if (str_eq_c(name, own_names[i]))
            return path_join(own, str_printf(a, "%s.yaml", own_names[i]), a);
        names_add(&names, str_of(own_names[i]));
    }
    names_fault(&names, DIAG_THEME_NAME_NEAR, DIAG_THEME_NAME, pos, name, diags,
                NULL);
    return STR("");
}

/* The tree of a theme with all it inherits; NULL when reported. */
static const Node *read_tree(Lineage *l, Str path, Pos from);

/* That of the theme which a file of folder `dir` names. */
static const Node *read_named(Lineage *l, Str written, Str dir, Pos pos)
{
    Str path;
    if (theme_is_own(written)) {
        l->roots.root = l->roots.own;
        path = own_path(written, l->roots.own, pos, l->arena, l->diags);
    } else {
        path =
            place_resolve(written, dir, l->roots.root, pos, l->arena, l->diags);
    }
    return path.n ? read_tree(l, path, pos) : NULL;
}

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
    const Node *under =
        read_named(l, parent->text, path_dir(path), parent->pos);
    return under ? node_merge(under, tree, l->arena) : NULL;
}

static Lineage lineage(ThemeRoots roots, Sources *sources, Arena *a,
                       Diags *diags)
{
    return (Lineage){.roots = roots,
                     .files = ARENA_ARRAY(a, Str, FILES_MAX),
                     .sources = sources,
                     .arena = a,
                     .diags = diags};
}

/* From the tree of the theme's file and its ancestors, which may be NULL. */
static const Theme *theme_make(const Lineage *l, const Node *tree)
{
    if (!tree || !schema_check(&theme_shape, tree, NULL, NULL, l->diags))
        return NULL;
    Theme *theme = ARENA_NEW(l->arena, Theme);
    theme->path = l->files[0];
    theme->files = l->files;
    theme->nfiles = l->n;
    theme_bind(theme, tree, l->arena);
    return theme_check_limits(theme, tree, l->diags) ? theme : NULL;
}

const Theme *theme_read_named(Str written, Str dir, ThemeRoots roots, Pos pos,
                              Sources *sources, Arena *document, Diags *diags)
{
    Lineage l = lineage(roots, sources, document, diags);
    return theme_make(&l, read_named(&l, written, dir, pos));
}

const Theme *theme_read(Str path, Str own, Pos from, Sources *sources,
                        Arena *document, Diags *diags)
{
    ThemeRoots roots = {.root = place_root(path, document), .own = own};
    Lineage l = lineage(roots, sources, document, diags);
    return theme_make(&l, read_tree(&l, path, from));
}

const char *style_name(StyleId id)
{
    static const char *const names[] = {
#define S(id, name, shape) [STYLE_##id] = name,
        THEME_STYLES(S)
#undef S
    };
    return names[id];
}
