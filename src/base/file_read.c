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

bool file_read(Str path, Pos pos, Arena *a, Diags *diags, Str *out)
{
    int error = path.n > 0 ? read_path(path, a, out) : ENOENT;
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

bool file_try_read(Str path, Arena *a, Str *out)
{
    return path.n > 0 && read_path(path, a, out) == 0;
}
