/*
 * Decoding: the bytes of a file → UTF-8, a piece at a time.
 *
 * A Decoder holds at most the few bytes of one unfinished character between
 * two pieces, so a file of any size passes through in constant memory. What
 * is decoded is never altered (that is data/normal.h): CP949 A1AD comes out as
 * U+223C. A byte that does not belong stops the decoder and is told (K-193);
 * U+FFFD is never written.
 */
#ifndef DATA_DECODE_H
#define DATA_DECODE_H

#include "base/str.h"

typedef enum Encoding {
    ENCODING_UTF8,
    ENCODING_CP949, /* Windows code page 949 = UHC, EUC-KR and more (K-191) */
    ENCODING_UTF16LE,
    ENCODING_UTF16BE
} Encoding;

enum { ENCODING_COUNT = ENCODING_UTF16BE + 1 };

/* "UTF-8", "CP949" … */
const char *encoding_name(Encoding e);
/* By name, also "utf8", "euc-kr", "ms949", "utf-16"; case does not matter. */
bool encoding_parse(Str name, Encoding *out);
/* The byte order mark at the start of a file: its length, 0 when none. */
size_t encoding_bom(Str start, Encoding *out);

typedef struct Decoder {
    Encoding encoding;
    unsigned char held[4]; /* an unfinished character */
    unsigned nheld;
} Decoder;

/* What decoding one piece came to. */
typedef struct Decoding {
    size_t used;    /* bytes of the piece dealt with, bad ones included */
    size_t written; /* bytes of UTF-8 */
    size_t wide;    /* characters from U+0800 on: Hangul, hanja, symbols */
    unsigned char bad[4];
    unsigned nbad; /* not 0: stopped after these bytes; call again */
} Decoding;

/* The most UTF-8 that `n` bytes can become. */
size_t decode_room(size_t n);

/* Decodes `piece` into `out` (decode_room(piece.n) bytes; NULL only checks).
 * `last`: nothing follows, so an unfinished character is a bad one. */
Decoding decode_piece(Decoder *d, Str piece, bool last, char *out);

/* The character of a pair of CP949 bytes, 0 when there is none. */
uint32_t cp949_char(unsigned lead, unsigned trail);

#endif
