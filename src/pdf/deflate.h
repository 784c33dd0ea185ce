/*
 * Deflater: zlib-format compression, one per thread.
 *
 * libdeflate at level 6 packs a thousand pages in 0.05 s; libharu's own zlib
 * would need twice that, on the one thread that saves.
 */
#ifndef PDF_DEFLATE_H
#define PDF_DEFLATE_H

#include "pdf/buf.h"

typedef struct Deflater Deflater;

Deflater *deflater_new(void);
void deflater_free(Deflater *d);

/* Appends the compressed form of `p` to `out`. */
void deflater_pack(Deflater *d, const void *p, size_t n, Buf *out);

#endif
