#include "pdf/syntax.h"

#include <glib.h>
#include <time.h>

/* Most of a file is numbers, of as many digits as chance has it. So eight are
 * made at once, in the bytes of one word with the first digit lowest, and those
 * that are wanted are cut out by shifts: a loop with an end nobody can foretell
 * takes three times as long. */
enum {
    WORD_DIGITS = 8,
    NUMBER_MAX = 2 * WORD_DIGITS + WORD_DIGITS,
    DECIMALS = 3,
    WHOLE_DIGITS = WORD_DIGITS - DECIMALS
};

static const uint32_t word_limit = 100000000;

/* The digits as numbers 0 to 9. The halves of v are split side by side, then
 * their halves: x * 10486 >> 20 is x / 100 below 10000, x * 103 >> 10 is x / 10
 * below 100. */
static uint64_t split_digits(uint32_t v)
{
    uint64_t x = v / 10000 | (uint64_t)(v % 10000) << 32;
    uint64_t hundreds = (x * 10486 >> 20) & UINT64_C(0x0000007F0000007F);
    x = hundreds | (x - hundreds * 100) << 16;
    uint64_t tens = (x * 103 >> 10) & UINT64_C(0x000F000F000F000F);
    return tens | (x - tens * 10) << 8;
}

/* Appends the first n bytes of a word. */
static void put_word(Buf *b, uint64_t word, unsigned n)
{
    word = GUINT64_TO_LE(word);
    memcpy(b->p + b->n, &word, sizeof word);
    b->n += n;
}

static const uint64_t zeros = UINT64_C(0x3030303030303030);

static void put_digits(Buf *b, uint64_t v)
{
    unsigned leading = 0;

    if (v >= word_limit) {
        put_digits(b, v / word_limit);
        put_word(b, split_digits((uint32_t)(v % word_limit)) | zeros,
                 WORD_DIGITS);
        return;
    }
    uint64_t digits = split_digits((uint32_t)v);
    leading = v ? (unsigned)__builtin_ctzll(digits) / 8 : WORD_DIGITS - 1;
    put_word(b, (digits | zeros) >> leading * 8, WORD_DIGITS - leading);
}

/* The point and the three digits that end a word of digits, without zeros at
 * their end. */
static void put_fraction(Buf *b, uint64_t digits)
{
    digits >>= WHOLE_DIGITS * 8;
    if (!digits)
        return;
    unsigned trailing =
        ((unsigned)__builtin_clzll(digits) - WHOLE_DIGITS * 8) / 8;
    put_word(b, '.' | (digits | zeros) << 8, 1 + DECIMALS - trailing);
}

/* The digits before those; a lone zero only where nothing follows it. */
static void put_whole(Buf *b, uint64_t digits)
{
    const uint64_t mask = (UINT64_C(1) << WHOLE_DIGITS * 8) - 1;
    unsigned leading = WHOLE_DIGITS;

    if (digits & mask)
        leading = (unsigned)__builtin_ctzll(digits) / 8;
    else if (!digits)
        leading = WHOLE_DIGITS - 1;
    put_word(b, (digits | zeros) >> leading * 8, WHOLE_DIGITS - leading);
}

static uint64_t put_sign(Buf *b, int64_t v)
{
    /* A word at a time, so up to a word more than is wanted. */
    buf_reserve(b, 1 + NUMBER_MAX + WORD_DIGITS);
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
    uint64_t abs = put_sign(b, thousandths), digits;

    if (abs < word_limit) {
        digits = split_digits((uint32_t)abs);
        put_whole(b, digits);
    } else {
        put_digits(b, abs / 1000);
        digits = split_digits((uint32_t)(abs % 1000));
    }
    put_fraction(b, digits);
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
