#include "pdf/buf.h"

#include <glib.h>
#include <stdarg.h>
#include <stdio.h>

void buf_release(Buf *b)
{
    g_free(b->p);
    *b = (Buf){0};
}

void buf_grow(Buf *b, size_t more)
{
    size_t cap = b->cap ? b->cap : 256;

    while (cap - b->n < more)
        cap *= 2;
    b->p = g_realloc(b->p, cap);
    b->cap = cap;
}

void buf_printf(Buf *b, const char *format, ...)
{
    va_list ap;
    int n;

    buf_reserve(b, 128);
    va_start(ap, format);
    n = vsnprintf(b->p + b->n, b->cap - b->n, format, ap);
    va_end(ap);
    if ((size_t)n >= b->cap - b->n) {
        buf_reserve(b, (size_t)n + 1);
        va_start(ap, format);
        vsnprintf(b->p + b->n, b->cap - b->n, format, ap);
        va_end(ap);
    }
    b->n += (size_t)n;
}

void buf_add_u16(Buf *b, uint32_t v)
{
    const char two[2] = {(char)(v >> 8), (char)v};

    buf_add(b, two, 2);
}

void buf_add_u32(Buf *b, uint32_t v)
{
    buf_add_u16(b, v >> 16);
    buf_add_u16(b, v);
}

Str buf_dup(const Buf *b, Arena *a)
{
    return str_dup(buf_str(b), a);
}
