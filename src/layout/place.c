/*
 * Which files a layout may read.
 *
 * Twice: by the path alone, which refuses files that do not exist as well and
 * gives the clearer message, and by what the file system says the path leads
 * to, which finds links.
 */
#include "layout/place.h"

#include "base/file.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

Str place_root(Str layout_path, Arena *a)
{
    Str dir = path_dir(layout_path);
    return path_join(dir.n ? dir : STR("."), STR(".."), a);
}

/* "C:\…" and "\\server\…" are absolute on the computers layouts come from. */
static bool is_absolute(Str path)
{
    return str_starts(path, STR("/")) || str_starts(path, STR("~")) ||
           str_find(path, STR("://")) >= 0 || str_find(path, STR("\\")) >= 0 ||
           (path.n > 1 && path.p[1] == ':');
}

/* How many folders the path climbs above where it starts, at its highest. */
static int count_climb(Str path)
{
    int depth = 0, climb = 0;
    for (size_t at = 0; at < path.n;) {
        size_t end = at;
        while (end < path.n && path.p[end] != '/')
            end++;
        Str part = str_sub(path, at, end - at);
        if (str_eq_c(part, ".."))
            depth--;
        else if (part.n && !str_eq_c(part, "."))
            depth++;
        climb = -depth > climb ? -depth : climb;
        at = end + 1;
    }
    return climb;
}

/* The true path of something that exists, empty otherwise. */
static Str true_path(Str path, Arena *a)
{
    char *real = realpath(str_c(path, a), NULL);
    Str copy = real ? str_dup(str_of(real), a) : STR("");
    free(real);
    return copy;
}

static bool is_beneath(Str path, Str root)
{
    return str_starts(path, root) &&
           (path.n == root.n || str_ends(root, STR("/")) ||
            path.p[root.n] == '/');
}

/* `dir` lies some folders below the root: that many a path may climb. */
static int count_below(Str dir, Str root, Arena *a)
{
    Str from = true_path(root, a);
    Str to = true_path(dir.n ? dir : STR("."), a);
    if (from.n == 0 || !is_beneath(to, from))
        return 0;
    int below = 0;
    Str rest = str_sub(to, from.n, to.n);
    for (size_t i = 0; i < rest.n; i++)
        below += rest.p[i] == '/';
    return below + (str_ends(from, STR("/")) && rest.n > 0);
}

/* ---- the path as a reader would write it ---- */

/* "layouts/../data/x.csv" → "data/x.csv", by the letters alone. */
static Str cut_climbs(Str path, Arena *a)
{
    Str out = str_sub(path, 0, str_starts(path, STR("/")));
    for (size_t at = out.n; at < path.n;) {
        size_t end = at;
        while (end < path.n && path.p[end] != '/')
            end++;
        Str part = str_sub(path, at, end - at);
        bool climbs = str_eq_c(part, "..") && out.n > 0 &&
                      !str_eq_c(path_base(out), "..");
        if (climbs)
            out = path_dir(out);
        else if (part.n && !str_eq_c(part, "."))
            out = out.n ? path_join(out, part, a) : str_dup(part, a);
        at = end + 1;
    }
    return out;
}

/* The shorter form, unless a linked folder makes it another place. */
static Str tidy(Str path, Arena *a)
{
    Str brief = cut_climbs(path, a);
    Str here = path_dir(path), there = path_dir(brief);
    return str_eq(true_path(here.n ? here : STR("."), a),
                  true_path(there.n ? there : STR("."), a))
               ? brief
               : path;
}

Str place_resolve(Str written, Str dir, Str root, Pos pos, Arena *a,
                  Diags *diags)
{
    const char *name = diag_str(diags, written);
    Str top = true_path(root, a);
    const char *folder = diag_str(diags, top.n > 1 ? path_base(top) : root);

    if (written.n >= PATH_MAX) {
        diag(diags, DIAG_LAYOUT_PATH_LONG, pos,
             diag_arg(diags, "%d", PATH_MAX - 1));
        return STR("");
    }
    bool drive = written.n > 1 && written.p[1] == ':';
    if (!drive && !str_starts(written, STR("\\")) &&
        memchr(written.p, '\\', written.n)) {
        diag(diags, DIAG_LAYOUT_PATH_SLASH, pos, name);
        return STR("");
    }
    if (is_absolute(written)) {
        diag(diags, DIAG_LAYOUT_PATH_ABSOLUTE, pos, name);
        return STR("");
    }
    if (count_climb(written) > count_below(dir, root, a)) {
        diag(diags, DIAG_LAYOUT_PATH_OUTSIDE, pos, name, folder);
        return STR("");
    }
    Str path = path_join(dir, written, a);
    Str real = true_path(path_find(path, a), a);
    if (real.n && !is_beneath(real, top)) {
        diag(diags, DIAG_LAYOUT_PATH_LINK, pos, name, folder);
        return STR("");
    }
    return tidy(path, a);
}
