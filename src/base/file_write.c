/*
 * Writing files whole or not at all (reliability R3, R4).
 *
 * The bytes go to `.NAME.hanji-XXXXXX` beside the target; only when they are
 * on the disk does that take the target's name. A symbolic link at the target
 * is replaced, never followed. The temporary is locked while it is in use, so
 * that a later run can tell the leftovers of a killed one and remove them.
 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MARK ".hanji-"

enum {
    BUFFER = 64 * 1024,
    LEFTOVER_AGE = 60 /* seconds; younger ones may not be locked yet */
};

/* Not an errno: the target is nothing that may be replaced. */
#define NOT_REPLACEABLE (-1)

struct FileOut {
    Arena *arena;
    Diags *diags;
    Str path, dir;    /* the target and its folder ("." when none) */
    const char *temp; /* NULL when writing to standard output */
    int fd;
    int error; /* the first failure: an errno or NOT_REPLACEABLE */
    size_t held;
    char buffer[BUFFER];
};

static void fail(FileOut *f, int error)
{
    if (f->error == 0)
        f->error = error;
}

/* A link to a folder or device, as /dev/stdout is, or into /proc, where an open
 * file looks like an ordinary one: replaced, it would be missed. */
static bool is_needed_link(const char *path)
{
    static const char proc[] = "/proc/";
    char to[sizeof proc - 1];
    struct stat st;
    ssize_t n = readlink(path, to, sizeof to);
    return (n == sizeof to && memcmp(to, proc, sizeof to) == 0) ||
           (stat(path, &st) == 0 && !S_ISREG(st.st_mode));
}

static int check_target(const char *path)
{
    struct stat st;
    if (lstat(path, &st) != 0)
        return errno == ENOENT ? 0 : errno;
    if (S_ISLNK(st.st_mode))
        return is_needed_link(path) ? NOT_REPLACEABLE : 0;
    return S_ISREG(st.st_mode) ? 0 : NOT_REPLACEABLE;
}

/* What every temporary of this target begins with. The name is cut so that
 * the whole stays a valid file name. */
static Str temp_prefix(Str path, Arena *a)
{
    Str name = path_base(path);
    size_t room = NAME_MAX - sizeof "." MARK "XXXXXX" + 1;
    return str_printf(a, "." STR_FMT MARK, STR_ARG(str_sub(name, 0, room)));
}

static bool is_old(int fd)
{
    struct stat st;
    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
           st.st_mtime < time(NULL) - LEFTOVER_AGE;
}

static void remove_leftover(int dir, const char *name)
{
    int fd = openat(dir, name,
                    O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return;
    if (is_old(fd) && flock(fd, LOCK_EX | LOCK_NB) == 0)
        unlinkat(dir, name, 0);
    close(fd);
}

static void remove_leftovers(const char *dir, Str prefix)
{
    DIR *entries = opendir(dir);
    if (!entries)
        return;
    for (struct dirent *e; (e = readdir(entries));)
        if (str_starts(str_of(e->d_name), prefix))
            remove_leftover(dirfd(entries), e->d_name);
    closedir(entries);
}

static void open_temp(FileOut *f)
{
    const char *dir = str_c(f->dir, f->arena);
    if (g_mkdir_with_parents(dir, 0777) != 0) {
        fail(f, errno);
        return;
    }
    Str prefix = temp_prefix(f->path, f->arena);
    remove_leftovers(dir, prefix);
    char *temp =
        arena_printf(f->arena, "%s/" STR_FMT "XXXXXX", dir, STR_ARG(prefix));
    f->fd = mkostemp(temp, O_CLOEXEC); /* O_EXCL, mode 0600 */
    if (f->fd < 0) {
        fail(f, errno);
        return;
    }
    f->temp = temp;
    flock(f->fd, LOCK_EX | LOCK_NB);
}

FileOut *file_create(Str path, Diags *diags)
{
    FileOut *f = g_new(FileOut, 1);
    f->arena = arena_new(1024);
    f->diags = diags;
    f->path = str_dup(path, f->arena);
    f->dir = path_dir(f->path);
    if (f->dir.n == 0)
        f->dir = STR(".");
    f->temp = NULL;
    f->fd = -1;
    f->error = 0;
    f->held = 0;
    if (str_eq_c(path, "-")) {
        f->fd = STDOUT_FILENO;
        return f;
    }
    fail(f, path_base(path).n > 0 ? check_target(f->path.p) : NOT_REPLACEABLE);
    if (f->error == 0)
        open_temp(f);
    return f;
}

static void write_out(FileOut *f, const char *p, size_t n)
{
    while (n > 0 && f->error == 0) {
        ssize_t put = write(f->fd, p, n);
        if (put < 0) {
            if (errno != EINTR)
                fail(f, errno);
            continue;
        }
        p += put;
        n -= (size_t)put;
    }
}

static void flush(FileOut *f)
{
    write_out(f, f->buffer, f->held);
    f->held = 0;
}

bool file_write(FileOut *f, const void *p, size_t n)
{
    if (n > BUFFER - f->held)
        flush(f);
    if (n > BUFFER) {
        write_out(f, p, n);
    } else if (n > 0) {
        memcpy(f->buffer + f->held, p, n);
        f->held += n;
    }
    return f->error == 0;
}

/* The mode that an ordinary new file would have. Only the main thread writes
 * files, so the mask can be looked at by setting it. */
static void set_mode(FileOut *f)
{
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(f->fd, 0666 & ~mask) != 0)
        fail(f, errno);
}

/* Some file systems cannot sync a folder and say so by EINVAL. */
static void sync_dir(FileOut *f)
{
    int fd = open(str_c(f->dir, f->arena), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        fail(f, errno);
        return;
    }
    if (fsync(fd) != 0 && errno != EINVAL)
        fail(f, errno);
    close(fd);
}

static void close_fd(FileOut *f)
{
    int fd = f->fd;
    f->fd = -1;
    if (fd >= 0 && fd != STDOUT_FILENO && close(fd) != 0)
        fail(f, errno);
}

static void replace_target(FileOut *f)
{
    set_mode(f);
    if (f->error == 0 && fsync(f->fd) != 0)
        fail(f, errno);
    close_fd(f);
    /* Looked at again: much may have happened while the file was made. */
    if (f->error == 0)
        fail(f, check_target(f->path.p));
    if (f->error == 0 && rename(f->temp, f->path.p) != 0)
        fail(f, errno);
    if (f->error != 0)
        return;
    f->temp = NULL;
    sync_dir(f);
}

static void report(const FileOut *f)
{
    const char *name = diag_str(f->diags, f->path);
    switch (f->error) {
    case 0:
        break;
    case NOT_REPLACEABLE:
    case EISDIR:
        diag(f->diags, DIAG_OUTPUT_KIND, POS_NONE, name);
        break;
    case ENOSPC:
    case EDQUOT:
        diag(f->diags, DIAG_DISK_FULL, POS_NONE, name);
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        diag(f->diags, DIAG_FILE_DENIED, POS_NONE, name);
        break;
    default:
        diag(f->diags, DIAG_FILE_WRITE, POS_NONE, name, strerror(f->error));
    }
}

void file_abandon(FileOut *f)
{
    close_fd(f);
    if (f->temp)
        unlink(f->temp);
    arena_free(f->arena);
    g_free(f);
}

bool file_commit(FileOut *f)
{
    flush(f);
    if (f->error == 0 && f->temp)
        replace_target(f);
    bool ok = f->error == 0;
    report(f);
    file_abandon(f);
    return ok;
}
