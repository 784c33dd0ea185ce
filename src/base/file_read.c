/*
 * Reading whole files.
 *
 * Only regular files: a pipe could block for ever and a device never end. They
 * are opened without blocking first and looked at then, so that nothing can be
 * put in the place of the file in between.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

/* Not an errno: there is something, but nothing that is read. */
#define NOT_REGULAR (-1)

static int open_regular(const char *path, off_t *size, int *error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0) {
        *error = errno == ENXIO ? NOT_REGULAR : errno;
    } else if (!S_ISREG(st.st_mode)) {
        *error = NOT_REGULAR;
    } else {
        *size = st.st_size;
        return fd;
    }
    if (fd >= 0)
        close(fd);
    return -1;
}

/* Reads to the end whatever the size was thought to be: a file of /proc says
 * 0, a file being written grows. */
static int read_all(int fd, size_t expected, Arena *a, Str *out)
{
    size_t room = expected + 1, n = 0;
    char *p = arena_alloc(a, room);
    for (;;) {
        ssize_t got = read(fd, p + n, room - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (got == 0)
            break;
        n += (size_t)got;
        if (n == room) {
            char *larger = arena_alloc(a, room * 2 + CHUNK);
            memcpy(larger, p, n);
            p = larger;
            room = room * 2 + CHUNK;
        }
    }
    p[n] = '\0'; /* n < room, always */
    *out = (Str){p, n};
    return 0;
}

static int read_path(Str path, Arena *a, Str *out)
{
    if (str_eq_c(path, "-"))
        return read_all(STDIN_FILENO, CHUNK, a, out);
    if (memchr(path.p, '\0', path.n))
        return ENOENT;
    off_t size = 0;
    int error = 0;
    int fd = open_regular(str_c(path_find(path, a), a), &size, &error);
    if (fd < 0)
        return error;
    error = read_all(fd, (size_t)size, a, out);
    close(fd);
    return error;
}

/* Says why `path` could not be read; true for error 0. */
static bool report(int error, Str path, Pos pos, Diags *diags)
{
    const char *name = diag_str(diags, path);
    switch (error) {
    case 0:
        return true;
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
        diag(diags, DIAG_FILE_MISSING, pos, name);
        break;
    case NOT_REGULAR:
        diag(diags, DIAG_FILE_KIND, pos, name);
        break;
    case EACCES:
    case EPERM:
        diag(diags, DIAG_FILE_DENIED, pos, name);
        break;
    default:
        diag(diags, DIAG_FILE_READ, pos, name, strerror(error));
    }
    return false;
}

bool file_read(Str path, Pos pos, Arena *a, Diags *diags, Str *out)
{
    int error = path.n > 0 ? read_path(path, a, out) : ENOENT;
    return report(error, path, pos, diags);
}

bool file_try_read(Str path, Arena *a, Str *out)
{
    return path.n > 0 && read_path(path, a, out) == 0;
}

bool file_is_missing(Str path, Arena *a)
{
    if (str_eq_c(path, "-"))
        return false;
    return path.n == 0 || memchr(path.p, '\0', path.n) ||
           access(str_c(path_find(path, a), a), F_OK) != 0;
}

static bool stat_path(Str path, struct stat *st, Arena *a)
{
    return path.n > 0 && !memchr(path.p, '\0', path.n) &&
           stat(str_c(path_find(path, a), a), st) == 0;
}

bool file_is_special(Str path, Arena *a)
{
    struct stat st;
    return !str_eq_c(path, "-") && stat_path(path, &st, a) &&
           !S_ISREG(st.st_mode);
}

uint64_t file_size(Str path, Arena *a)
{
    struct stat st;
    bool fine = stat_path(path, &st, a) && S_ISREG(st.st_mode);
    return fine ? (uint64_t)st.st_size : 0;
}

struct FileIn {
    int fd;     /* -1: standard input, kept in `held` */
    Str held;
    size_t at;
    int error;
    Str path;
    Pos pos;
    Arena *arena;
    Diags *diags;
};

static int open_path(FileIn *f)
{
    off_t size;
    int error = 0;
    if (str_eq_c(f->path, "-"))
        return read_all(STDIN_FILENO, CHUNK, f->arena, &f->held);
    if (f->path.n == 0 || memchr(f->path.p, '\0', f->path.n))
        return ENOENT;
    f->fd = open_regular(
        str_c(path_find(f->path, f->arena), f->arena), &size, &error);
    return error;
}

FileIn *file_open(Str path, Pos pos, Diags *diags)
{
    Arena *a = arena_new(0);
    FileIn *f = ARENA_NEW(a, FileIn);
    *f = (FileIn){.fd = -1, .path = str_dup(path, a), .pos = pos, .arena = a,
                  .diags = diags};
    f->error = open_path(f);
    if (f->error == 0)
        return f;
    file_close(f);
    return NULL;
}

static size_t next_held(FileIn *f, void *p, size_t n)
{
    Str next = str_sub(f->held, f->at, n);
    if (next.n > 0)
        memcpy(p, next.p, next.n);
    f->at += next.n;
    return next.n;
}

size_t file_next(FileIn *f, void *p, size_t n)
{
    ssize_t got;
    if (f->error)
        return 0;
    if (f->fd < 0)
        return next_held(f, p, n);
    do
        got = read(f->fd, p, n);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        f->error = errno;
    return got < 0 ? 0 : (size_t)got;
}

void file_rewind(FileIn *f)
{
    f->at = 0;
    if (f->fd >= 0 && lseek(f->fd, 0, SEEK_SET) < 0 && !f->error)
        f->error = errno;
}

bool file_close(FileIn *f)
{
    bool fine = report(f->error, f->path, f->pos, f->diags);
    if (f->fd >= 0)
        close(f->fd);
    arena_free(f->arena);
    return fine;
}
