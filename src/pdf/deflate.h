/*
 * Deflater: zlib-format compression by libdeflate, one per thread, and its fast
 * checksums.
 */
#ifndef PDF_DEFLATE_H
#define PDF_DEFLATE_H

#include "pdf/buf.h"

typedef struct Deflater Deflater;

/* Page contents and fonts gain from a longer search. The many small objects of
 * the structure tree repeat so closely that a search saves 5 % of the file and
 * costs a fifth of the time. */
typedef enum DeflateLevel {
    DEFLATE_OBJECTS = 1,
    DEFLATE_CONTENTS = 6
} DeflateLevel;

Deflater *deflater_new(DeflateLevel level);
void deflater_free(Deflater *d);

/* Appends the compressed form of `p` to `out`. */
void deflater_pack(Deflater *d, const void *p, size_t n, Buf *out);

/* Two checksums of the bytes side by side, CRC-32 and Adler-32. */
uint64_t bytes_checksum(const void *p, size_t n);

#endif
