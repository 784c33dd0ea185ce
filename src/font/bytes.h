/*
 * Bytes of a font file, read with bounds. A read past the end gives 0 and
 * never touches memory, so that parsers may read first and judge after.
 * Internal to font/.
 */
#ifndef FONT_BYTES_H
#define FONT_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Bytes {
    const uint8_t *p;
    size_t n;
} Bytes;

static inline bool bytes_have(Bytes b, size_t at, size_t n)
{
    return at <= b.n && n <= b.n - at;
}

static inline unsigned bytes_u8(Bytes b, size_t at)
{
    return bytes_have(b, at, 1) ? b.p[at] : 0;
}

static inline unsigned bytes_u16(Bytes b, size_t at)
{
    return bytes_have(b, at, 2) ? (unsigned)(b.p[at] << 8 | b.p[at + 1]) : 0;
}

static inline int bytes_i16(Bytes b, size_t at)
{
    return (int16_t)bytes_u16(b, at);
}

static inline uint32_t bytes_u32(Bytes b, size_t at)
{
    return (uint32_t)bytes_u16(b, at) << 16 | bytes_u16(b, at + 2);
}

/* The part from `at`, clamped to what there is. */
static inline Bytes bytes_sub(Bytes b, size_t at, size_t n)
{
    if (at > b.n)
        return (Bytes){b.p, 0};
    return (Bytes){b.p + at, n < b.n - at ? n : b.n - at};
}

#endif
