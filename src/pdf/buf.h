/*
 * Buf: a growing buffer for the parts of a PDF file.
 *
 * Made wherever text of the file is built, read by the saver. Zero-initialised
 * is empty; out of memory aborts. The inline functions are the inner loop of
 * page content: a thousand pages are some six million bytes.
 */
#ifndef PDF_BUF_H
#define PDF_BUF_H

#include "base/str.h"

#include <string.h>

typedef struct Buf {
    char *p;
    size_t n, cap;
} Buf;

void buf_release(Buf *b);

/* Room for `more` bytes after the present ones. */
void buf_grow(Buf *b, size_t more);

static inline void buf_reserve(Buf *b, size_t more)
{
    if (b->cap - b->n < more)
        buf_grow(b, more);
}

static inline void buf_add(Buf *b, const void *p, size_t n)
{
    buf_reserve(b, n);
    if (n)
        memcpy(b->p + b->n, p, n);
    b->n += n;
}

static inline void buf_add_char(Buf *b, char c)
{
    buf_reserve(b, 1);
    b->p[b->n++] = c;
}

/* A C string; for literals the compiler knows the length. */
static inline void buf_add_c(Buf *b, const char *c)
{
    buf_add(b, c, strlen(c));
}

void buf_printf(Buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Big-endian integers, for ICC, CIDToGIDMap and the cross-reference stream. */
void buf_add_u16(Buf *b, uint32_t v);
void buf_add_u32(Buf *b, uint32_t v);

/* The bytes as they are now; valid until the next change. */
static inline Str buf_str(const Buf *b)
{
    return (Str){b->p, b->n};
}

/* A copy that lives in `a`. */
Str buf_dup(const Buf *b, Arena *a);

#endif
