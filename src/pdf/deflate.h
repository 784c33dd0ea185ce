/*
 * Deflater: zlib-format compression by libdeflate, one per thread, and its fast
 * checksums.
 */
#ifndef PDF_DEFLATE_H
#define PDF_DEFLATE_H

#include "pdf/buf.h"

typedef struct Deflater Deflater;

/* Page contents and fonts gain from a longer search. The many small objects of
 * the structure tree, and tables that are attached, repeat so closely that a
 * search would save 5 % of the file and cost a fifth of the time. */
typedef enum DeflateLevel { DEFLATE_FAST = 1, DEFLATE_SMALL = 6 } DeflateLevel;

Deflater *deflater_new(DeflateLevel level);
void deflater_free(Deflater *d);

/* Appends the compressed form of `p` to `out`. */
void deflater_pack(Deflater *d, const void *p, size_t n, Buf *out);

/* Two checksums of the bytes side by side, CRC-32 and Adler-32. */
uint64_t bytes_checksum(const void *p, size_t n);

#endif
