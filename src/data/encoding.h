/*
 * Which encoding a file has (K-190), and a whole file decoded.
 *
 * A byte order mark decides; else strict UTF-8; else CP949. A file that is
 * mostly good UTF-8 with some bad bytes is broken UTF-8, even where those
 * bytes would pass as CP949: nothing is read as what it is not (K-193).
 * UTF-16 without its mark shows by the zero bytes of its digits and commas,
 * which no other text has; it is read as such, and a note says so.
 */
#ifndef DATA_ENCODING_H
#define DATA_ENCODING_H

#include "base/diag.h"
#include "data/decode.h"

/* Looks at a file without a mark, piece by piece. */
typedef struct EncodingProbe {
    Decoder decoder;
    size_t good, bad;  /* characters beyond ASCII that are UTF-8, and not */
    size_t units[2];   /* pairs of bytes at the start of the file that are
                          ASCII as UTF-16LE, and as UTF-16BE */
    size_t ends[2];    /* … of them line ends */
    size_t seen;       /* bytes of the start that were looked at for these */
    unsigned char odd; /* the last of them, when its pair is not complete */
} EncodingProbe;

#define ENCODING_PROBE ((EncodingProbe){.decoder = {ENCODING_UTF8, {0}, 0}})

/* False when more pieces cannot change the verdict. */
bool probe_piece(EncodingProbe *p, Str piece, bool last);
Encoding probe_verdict(const EncodingProbe *p);
/* A note when the verdict is UTF-16, which ought to have a mark. */
void probe_tell(const EncodingProbe *p, uint32_t file, Diags *diags);

/* "0xB4 0xEB": for messages. */
Str bytes_shown(const unsigned char *p, unsigned n, Arena *a);

typedef struct DecodedText {
    Str text; /* without the mark */
    Encoding encoding;
    bool marked; /* had a byte order mark */
} DecodedText;

/* Decodes the bytes of `file`. `wanted` is the name of an encoding, written
 * at `wanted_at`, or empty. Every bad place is reported, up to 20; the text
 * then lacks the bad bytes and the answer is false. */
bool text_decode(Str bytes, Str wanted, Pos wanted_at, uint32_t file, Arena *a,
                 Diags *diags, DecodedText *out);

#endif
