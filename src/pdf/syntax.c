#include "pdf/syntax.h"

#include <time.h>

enum { DIGITS_MAX = 20 }; /* of 64 bits */

/* Most of a file is numbers. A copy of constant length is a few moves; what
 * it brings beyond the digits is overwritten by what follows. */
static void put_digits(Buf *b, uint64_t v)
{
    char digits[2 * DIGITS_MAX] = {0};
    char *end = digits + DIGITS_MAX, *p = end;

    do
        *--p = (char)('0' + v % 10);
    while (v /= 10);
    memcpy(b->p + b->n, p, DIGITS_MAX);
    b->n += (size_t)(end - p);
}

static uint64_t put_sign(Buf *b, int64_t v)
{
    buf_reserve(b, 1 + DIGITS_MAX + 4); /* with three decimals */
    if (v >= 0)
        return (uint64_t)v;
    b->p[b->n++] = '-';
    return 0 - (uint64_t)v;
}

void put_int(Buf *b, int64_t v)
{
    put_digits(b, put_sign(b, v));
}

void put_milli(Buf *b, int64_t thousandths)
{
    uint64_t abs = put_sign(b, thousandths);
    unsigned rest = (unsigned)(abs % 1000);

    if (abs >= 1000 || !rest)
        put_digits(b, abs / 1000);
    if (!rest)
        return;
    b->p[b->n++] = '.';
    for (; rest; rest = rest % 100 * 10)
        b->p[b->n++] = (char)('0' + rest / 100);
}

void put_ref(Buf *b, uint32_t number)
{
    put_int(b, number);
    buf_add_c(b, " 0 R");
}

void put_name(Buf *b, Str name)
{
    buf_add_char(b, '/');
    for (size_t i = 0; i < name.n; i++) {
        unsigned char c = (unsigned char)name.p[i];
        if (c <= ' ' || c >= 0x7F || strchr("#()<>[]{}/%", c))
            buf_printf(b, "#%02X", c);
        else
            buf_add_char(b, (char)c);
    }
}

void put_string(Buf *b, const void *p, size_t n)
{
    const unsigned char *c = p;

    buf_add_char(b, '(');
    for (size_t i = 0; i < n; i++)
        put_string_byte(b, c[i]);
    buf_add_char(b, ')');
}

void put_utf16(Buf *b, uint32_t cp)
{
    if (cp < 0x10000) {
        buf_add_u16(b, cp);
    } else {
        buf_add_u16(b, 0xD800 + ((cp - 0x10000) >> 10));
        buf_add_u16(b, 0xDC00 + ((cp - 0x10000) & 0x3FF));
    }
}

static bool all_ascii(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < ' ' || (unsigned char)s.p[i] > '~')
            return false;
    return true;
}

void text_encode(Buf *b, Str utf8)
{
    if (all_ascii(utf8)) {
        buf_add(b, utf8.p, utf8.n);
        return;
    }
    buf_add_u16(b, 0xFEFF);
    for (size_t at = 0; at < utf8.n;)
        put_utf16(b, str_next(utf8, &at));
}

void put_text(Buf *b, Str utf8)
{
    Buf encoded = {0};

    text_encode(&encoded, utf8);
    put_string(b, encoded.p, encoded.n);
    buf_release(&encoded);
}

void put_hex(Buf *b, const void *p, size_t n)
{
    const unsigned char *c = p;

    buf_add_char(b, '<');
    for (size_t i = 0; i < n; i++)
        buf_printf(b, "%02X", c[i]);
    buf_add_char(b, '>');
}

void put_date(Buf *b, int64_t time)
{
    char text[32];

    date_format(time, "(D:%Y%m%d%H%M%S+00'00')", text, sizeof text);
    buf_add_c(b, text);
}

void date_format(int64_t time, const char *format, char *out, size_t size)
{
    const int64_t year_1 = -62135596800, year_9999 = 253402300799;
    time_t t = (time_t)(time < year_1      ? year_1
                        : time > year_9999 ? year_9999
                                           : time);
    struct tm utc;

    gmtime_r(&t, &utc);
    strftime(out, size, format, &utc);
}
