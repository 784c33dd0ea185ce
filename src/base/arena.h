/*
 * Arena: memory that lives and dies together.
 *
 * hanji has three kinds: the *run* arena (fonts, word cache), the *document*
 * arena (tables, layout, blocks, tags) and *scratch* arenas (one paragraph,
 * one page). A function that takes an Arena returns something that lives as
 * long as that arena. Out of memory ends the process: nothing returns NULL.
 * An arena belongs to one thread at a time.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct Arena Arena;

/* Says so and ends the process: the surroundings are to blame (exit 5). An old
 * output file is whole: it is replaced by a rename at the very end. */
_Noreturn void out_of_memory(void);

/* A new empty arena; `block` is the size in bytes of its blocks, 0 for one
 * that may grow large: blocks from 64 KiB to 1 MiB, then huge pages of 2 MiB.
 * Larger requests get a block of their own. */
Arena *arena_new(size_t block);

/* Frees everything in it. NULL is allowed. */
void arena_free(Arena *a);

/* Forgets everything in it but keeps one block for the next use. */
void arena_reset(Arena *a);

/* `n` bytes aligned for any type, uninitialised. n == 0 gives a valid
 * pointer that must not be read. */
void *arena_alloc(Arena *a, size_t n);

/* Like arena_alloc, all zero; count * size is checked for overflow. */
void *arena_calloc(Arena *a, size_t count, size_t size);

/* Copies `n` bytes and adds a NUL after them. */
char *arena_strndup(Arena *a, const char *p, size_t n);

/* printf into the arena. */
char *arena_printf(Arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(Arena *a, const char *format, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* Bytes held from the system, for the benchmark and `info`. */
size_t arena_size(const Arena *a);

#define ARENA_NEW(a, T) ((T *)arena_calloc((a), 1, sizeof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_calloc((a), (n), sizeof(T)))

#endif
