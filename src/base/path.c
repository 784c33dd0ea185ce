/* Paths: joining, cutting, and finding a file under either normal form. */
#include "base/file.h"

#include <dirent.h>
#include <glib.h>
#include <sys/stat.h>

/* Where the last part of a path begins. */
static size_t base_at(Str path)
{
    size_t at = path.n;
    while (at > 0 && path.p[at - 1] != '/')
        at--;
    return at;
}

Str path_dir(Str path)
{
    size_t at = base_at(path);
    return str_sub(path, 0, at > 1 ? at - 1 : at);
}

Str path_base(Str path)
{
    return str_sub(path, base_at(path), path.n);
}

Str path_join(Str dir, Str rel, Arena *a)
{
    if (dir.n == 0 || str_starts(rel, STR("/")))
        return str_dup(rel, a);
    const char *between = str_ends(dir, STR("/")) ? "" : "/";
    return str_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(dir), between,
                      STR_ARG(rel));
}

static bool path_exists(Str path, Arena *a)
{
    struct stat st;
    return lstat(str_c(path, a), &st) == 0;
}

/* Whether two names are one text in NFC. */
static bool same_name(const char *a, const char *b)
{
    char *x = g_utf8_normalize(a, -1, G_NORMALIZE_NFC);
    char *y = g_utf8_normalize(b, -1, G_NORMALIZE_NFC);
    bool same = x && y && g_strcmp0(x, y) == 0;
    g_free(x);
    g_free(y);
    return same;
}

/* The entry of a folder whose name reads like `name`; `name` when none does. */
static Str find_entry(Str dir, Str name, Arena *a)
{
    const char *wanted = str_c(name, a);
    DIR *entries = opendir(dir.n > 0 ? str_c(dir, a) : ".");
    Str found = name;
    for (struct dirent *e; entries && (e = readdir(entries));) {
        if (same_name(e->d_name, wanted)) {
            found = str_dup(str_of(e->d_name), a);
            break;
        }
    }
    if (entries)
        closedir(entries);
    return found;
}

Str path_find(Str path, Arena *a)
{
    if (path.n == 0 || path_exists(path, a))
        return path;
    /* The folders first: each part of the path may be in its own form. */
    Str dir = path_dir(path), base = path_base(path);
    if (dir.n == path.n)
        return path;
    dir = path_find(dir, a);
    return path_join(dir, find_entry(dir, base, a), a);
}
