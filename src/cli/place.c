/* Finding hanji's own files and the fonts. */
#include "cli/place.h"

#include "base/file.h"
#include "cli/options.h"
#include "layout/theme.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

static const char *const system_dirs[] = {"/usr/share/fonts",
                                          "/usr/local/share/fonts"};

enum { SYSTEM_DIRS = sizeof system_dirs / sizeof *system_dirs };

/* The running program as the system names it. Where /proc is not mounted, as in
 * a plain chroot, by the path that it was started by. */
static Str program_path(Arena *a)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    if (n > 0)
        return str_dup((Str){path, (size_t)n}, a);
    const char *started = (const char *)getauxval(AT_EXECFN);
    bool found = started && realpath(started, path);
    return found ? str_dup(str_of(path), a) : STR("./hanji");
}

/* The folder it stands in. */
static Str program_dir(Arena *a)
{
    return path_dir(program_path(a));
}

Str place_share(const char *file, Arena *a)
{
    Str prefix = path_dir(program_dir(a));
    Str share = path_join(prefix, STR("share/hanji"), a);
    return path_join(share, str_of(file), a);
}

Str place_font_lock(const Options *o, Arena *a)
{
    return o->font_lock.n > 0 ? o->font_lock : place_share("fonts.lock", a);
}

Str place_themes(Arena *a)
{
    return place_share("themes", a);
}

Str place_theme(const Options *o, Arena *a)
{
    Str theme = o->theme.n > 0 ? o->theme : STR("council");
    if (!theme_is_own(theme))
        return theme;
    Str file = str_printf(a, STR_FMT ".yaml", STR_ARG(theme));
    return path_join(place_themes(a), file, a);
}

static size_t colons(const char *s)
{
    size_t n = 0;
    for (; *s; s++)
        n += *s == ':';
    return n;
}

size_t place_font_dirs(const Options *o, Arena *a, const Str **out)
{
    const char *env = getenv("HANJI_FONTS");
    env = env ? env : "";
    Str *dirs =
        ARENA_ARRAY(a, Str, o->nfont_dirs + colons(env) + 1 + SYSTEM_DIRS);
    size_t n = 0;
    for (size_t i = 0; i < o->nfont_dirs; i++)
        dirs[n++] = o->font_dirs[i];
    while (*env) {
        size_t length = strcspn(env, ":");
        if (length > 0)
            dirs[n++] = (Str){env, length};
        env += length + (env[length] == ':');
    }
    for (size_t i = 0; i < SYSTEM_DIRS; i++)
        dirs[n++] = str_of(system_dirs[i]);
    *out = dirs;
    return n;
}
