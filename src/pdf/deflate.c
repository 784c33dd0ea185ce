#include "pdf/deflate.h"

#include "base/arena.h"

#include <glib.h>
#include <libdeflate.h>

struct Deflater {
    struct libdeflate_compressor *c;
};

Deflater *deflater_new(DeflateLevel level)
{
    Deflater *d = g_new0(Deflater, 1);

    d->c = libdeflate_alloc_compressor((int)level);
    if (!d->c)
        out_of_memory();
    return d;
}

void deflater_free(Deflater *d)
{
    if (!d)
        return;
    libdeflate_free_compressor(d->c);
    g_free(d);
}

void deflater_pack(Deflater *d, const void *p, size_t n, Buf *out)
{
    size_t bound = libdeflate_zlib_compress_bound(d->c, n);

    buf_reserve(out, bound);
    out->n += libdeflate_zlib_compress(d->c, p, n, out->p + out->n, bound);
}

uint64_t bytes_checksum(const void *p, size_t n)
{
    return (uint64_t)libdeflate_crc32(0, p, n) << 32 |
           libdeflate_adler32(1, p, n);
}
