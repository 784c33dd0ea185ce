/*
 * Bytes: a growing buffer for the parts of a PDF file.
 *
 * Made wherever text of the file is built, read by the saver. Zero-initialised
 * is empty; out of memory aborts. The inline functions are the inner loop of
 * page content: a thousand pages are some six million bytes.
 */
#ifndef PDF_BYTES_H
#define PDF_BYTES_H

#include "base/str.h"

#include <string.h>

typedef struct Bytes {
    char *p;
    size_t n, cap;
} Bytes;

void bytes_release(Bytes *b);

/* Room for `more` bytes after the present ones. */
void bytes_grow(Bytes *b, size_t more);

static inline void bytes_reserve(Bytes *b, size_t more)
{
    if (b->cap - b->n < more)
        bytes_grow(b, more);
}

static inline void bytes_add(Bytes *b, const void *p, size_t n)
{
    bytes_reserve(b, n);
    if (n)
        memcpy(b->p + b->n, p, n);
    b->n += n;
}

static inline void bytes_add_char(Bytes *b, char c)
{
    bytes_reserve(b, 1);
    b->p[b->n++] = c;
}

/* A C string; for literals the compiler knows the length. */
static inline void bytes_add_c(Bytes *b, const char *c)
{
    bytes_add(b, c, strlen(c));
}

void bytes_printf(Bytes *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Big-endian integers, for ICC, CIDToGIDMap and the cross-reference stream. */
void bytes_add_u16(Bytes *b, uint32_t v);
void bytes_add_u32(Bytes *b, uint32_t v);

/* The bytes as they are now; valid until the next change. */
static inline Str bytes_str(const Bytes *b)
{
    return (Str) {b->p, b->n};
}

/* A copy that lives in `a`. */
Str bytes_dup(const Bytes *b, Arena *a);

#endif
