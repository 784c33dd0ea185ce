/*
 * Syntax: the values a PDF file is written in (ISO 32000-1 7.3).
 *
 * All numbers are printed from integers, so the digits are the same on every
 * machine and in every locale, and never `-0` or an exponent.
 */
#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H

#include "base/len.h"
#include "pdf/buf.h"

void put_int(Buf *b, int64_t v);
/* Thousandths, with as few decimals as say it: 595276 -> 595.276. */
void put_milli(Buf *b, int64_t thousandths);

/* A length in thousandths of a point, rounded half away from zero. */
static inline int64_t len_milli(Len l)
{
    int64_t scaled = (int64_t)l * 1000;

    return (scaled + (scaled < 0 ? -512 : 512)) / 1024;
}

/* "12 0 R" */
void put_ref(Buf *b, uint32_t number);
/* "/text#2Fcsv" */
void put_name(Buf *b, Str name);
/* A byte string: "(…)" with ( ) \ and CR escaped, the rest binary. */
void put_string(Buf *b, const void *p, size_t n);
/* A text string: ASCII as it is, anything else as UTF-16BE with its mark. */
void put_text(Buf *b, Str utf8);
/* The bytes of such a text string, without brackets and escapes: sort key of
 * name trees. */
void text_encode(Buf *b, Str utf8);
/* One code point as UTF-16BE. */
void put_utf16(Buf *b, uint32_t cp);
/* "<0A1F>" */
void put_hex(Buf *b, const void *p, size_t n);
/* "(D:20231231090000+00'00')": seconds since 1970 as UTC. */
void put_date(Buf *b, int64_t time);
/* strftime in UTC with digits only, held within the years 1 to 9999. */
void date_format(int64_t time, const char *format, char *out, size_t size);

/* True for the four bytes that a byte string must escape. */
static inline bool string_escapes(unsigned char c)
{
    return c == '(' || c == ')' || c == '\\' || c == '\r';
}

static inline void put_string_byte(Buf *b, unsigned char c)
{
    buf_reserve(b, 2);
    if (string_escapes(c)) {
        b->p[b->n++] = '\\';
        c = c == '\r' ? 'r' : c;
    }
    b->p[b->n++] = (char)c;
}

/* A glyph in a string: two bytes under Identity-H. */
static inline void put_glyph_code(Buf *b, uint16_t code)
{
    put_string_byte(b, (unsigned char)(code >> 8));
    put_string_byte(b, (unsigned char)code);
}

#endif
