/*
 * A file that lives in memory, for readers that want a path.
 */
#ifndef TESTS_FUZZ_MEMORY_FILE_H
#define TESTS_FUZZ_MEMORY_FILE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct MemoryFile {
    int fd;
    char path[32];
} MemoryFile;

static inline MemoryFile memory_file_open(const uint8_t *bytes, size_t n)
{
    MemoryFile f = {.fd = memfd_create("input", MFD_CLOEXEC)};
    if (f.fd < 0 || write(f.fd, bytes, n) != (ssize_t)n)
        abort();
    snprintf(f.path, sizeof f.path, "/proc/self/fd/%d", f.fd);
    return f;
}

static inline void memory_file_close(MemoryFile *f)
{
    close(f->fd);
}

#endif
