/* Any bytes in every encoding: what is decoded is UTF-8, every byte is dealt
 * with, and it does not matter in which pieces the bytes come. */
#include "fuzz.h"

#include "data/encoding.h"

#include <stdlib.h>
#include <string.h>

/* What decoding came to: the text, and the bad bytes in order. */
typedef struct Result {
    char *text, *bad;
    size_t n, nbad, used;
} Result;

static void take_piece(Decoder *d, Str piece, bool last, Result *r)
{
    size_t at = 0;
    do {
        Decoding done =
            decode_piece(d, str_sub(piece, at, piece.n), last, r->text + r->n);
        at += done.used;
        r->n += done.written;
        memcpy(r->bad + r->nbad, done.bad, done.nbad);
        r->nbad += done.nbad;
    } while (at < piece.n || (last && d->nheld));
    r->used += at;
}

static Result decode_by(Encoding e, Str bytes, size_t size)
{
    Decoder d = {.encoding = e};
    Result r = {.text = malloc(decode_room(bytes.n) * 2 + 64),
                .bad = malloc(bytes.n + 8)};
    for (size_t at = 0; at < bytes.n; at += size)
        take_piece(&d, str_sub(bytes, at, size), false, &r);
    take_piece(&d, STR(""), true, &r);
    return r;
}

static bool same(const Result *a, const Result *b)
{
    return a->n == b->n && a->nbad == b->nbad &&
           memcmp(a->text, b->text, a->n) == 0 &&
           memcmp(a->bad, b->bad, a->nbad) == 0;
}

static void result_free(Result *r)
{
    free(r->text);
    free(r->bad);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    Str all = {(const char *)bytes, n};
    for (int i = 0; i < ENCODING_COUNT; i++) {
        Encoding e = (Encoding)i;
        Result whole = decode_by(e, all, n + 1);
        Result pieces = decode_by(e, all, n % 7 + 1);
        if (whole.used != n || !same(&whole, &pieces) ||
            utf8_check((Str){whole.text, whole.n}) >= 0)
            abort();
        if (e == ENCODING_UTF8 && whole.nbad == 0 &&
            (whole.n != n || memcmp(whole.text, bytes, n) != 0))
            abort();
        result_free(&whole);
        result_free(&pieces);
    }
    EncodingProbe probe = ENCODING_PROBE;
    probe_piece(&probe, all, true);
    probe_verdict(&probe);
    return 0;
}
