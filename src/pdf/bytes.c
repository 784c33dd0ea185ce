#include "pdf/bytes.h"

#include <glib.h>
#include <stdarg.h>
#include <stdio.h>

void bytes_release(Bytes *b)
{
    g_free(b->p);
    *b = (Bytes) {0};
}

void bytes_grow(Bytes *b, size_t more)
{
    size_t cap = b->cap ? b->cap : 256;

    while (cap - b->n < more)
        cap *= 2;
    b->p = g_realloc(b->p, cap);
    b->cap = cap;
}

void bytes_printf(Bytes *b, const char *format, ...)
{
    va_list ap;
    int n;

    bytes_reserve(b, 128);
    va_start(ap, format);
    n = vsnprintf(b->p + b->n, b->cap - b->n, format, ap);
    va_end(ap);
    if ((size_t)n >= b->cap - b->n) {
        bytes_reserve(b, (size_t)n + 1);
        va_start(ap, format);
        vsnprintf(b->p + b->n, b->cap - b->n, format, ap);
        va_end(ap);
    }
    b->n += (size_t)n;
}

void bytes_add_u16(Bytes *b, uint32_t v)
{
    const char two[2] = {(char)(v >> 8), (char)v};

    bytes_add(b, two, 2);
}

void bytes_add_u32(Bytes *b, uint32_t v)
{
    bytes_add_u16(b, v >> 16);
    bytes_add_u16(b, v);
}

Str bytes_dup(const Bytes *b, Arena *a)
{
    return str_dup(bytes_str(b), a);
}
