/*
 * Which file a path names, to tell two of them apart.
 *
 * A file that is there is its device and inode. One that is not is the folder
 * that is there, and the way from it: the rest of the path.
 */
#include "base/file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static FileIdentity identity_of(const struct stat *st, Str way)
{
    return (FileIdentity){st->st_dev, st->st_ino, way};
}

static bool is_there(Str path, struct stat *st, Arena *a)
{
    return stat(str_c(path, a), st) == 0;
}

/* "a/./b//c/.." as "a/b": what does not exist can hold no symbolic link. */
static Str way_plain(Str way, Arena *a)
{
    Str plain = STR("");
    while (way.n > 0) {
        const char *slash = memchr(way.p, '/', way.n);
        Str part = str_sub(way, 0, slash ? (size_t)(slash - way.p) : way.n);
        way = str_sub(way, part.n + 1, way.n);
        if (part.n == 0 || str_eq_c(part, "."))
            continue;
        if (str_eq_c(part, "..") && plain.n > 0)
            plain = path_dir(plain);
        else
            plain = path_join(plain, part, a);
    }
    return plain;
}

FileIdentity file_identity(Str path, Arena *a)
{
    struct stat st = {0};
    if (is_there(path, &st, a))
        return identity_of(&st, STR(""));
    Str dir = path_dir(path);
    while (dir.n > 0 && !is_there(dir, &st, a))
        dir = path_dir(dir);
    if (dir.n == 0)
        is_there(STR("."), &st, a);
    return identity_of(&st, way_plain(str_sub(path, dir.n, path.n), a));
}

bool file_identity_std(bool input, FileIdentity *out)
{
    struct stat st;
    if (fstat(input ? STDIN_FILENO : STDOUT_FILENO, &st) != 0 ||
        !S_ISREG(st.st_mode))
        return false;
    *out = identity_of(&st, STR(""));
    return true;
}

bool file_is_same(FileIdentity a, FileIdentity b)
{
    return a.device == b.device && a.inode == b.inode && str_eq(a.way, b.way);
}
