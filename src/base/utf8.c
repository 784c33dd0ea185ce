/*
 * UTF-8: decoding, encoding and the strict check (Unicode table 3-7).
 *
 * str_next stands on text that was checked once at the border; it still never
 * reads past the end, whatever the bytes are.
 */
#include "base/str.h"

static unsigned char byte_at(Str s, size_t at)
{
    return (unsigned char)s.p[at];
}

static size_t sequence_length(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

uint32_t str_next(Str s, size_t *at)
{
    static const unsigned char lead_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const unsigned char *p = (const unsigned char *)s.p + *at;
    size_t n = sequence_length(*p);
    if (n == 3 && s.n - *at >= 3) { /* Hangul: most of all text */
        *at += 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    uint32_t cp = *p & lead_mask[n];
    for (++*at; --n > 0 && *at < s.n; ++*at)
        cp = cp << 6 | (byte_at(s, *at) & 0x3F);
    return cp;
}

size_t str_count(Str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++)
        count += (byte_at(s, i) & 0xC0) != 0x80;
    return count;
}

Str str_hangul(Str s)
{
    size_t end = 0;
    for (size_t at = 0; at < s.n; end = at) {
        uint32_t cp = str_next(s, &at);
        if (cp < 0xAC00 || cp > 0xD7A3)
            break;
    }
    return str_sub(s, 0, end);
}

size_t utf8_put(char out[4], uint32_t cp)
{
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (cp & 0x3F));
        cp >>= 6;
    }
    out[0] = (char)(lead[n] | cp);
    return n;
}

/* The lead bytes and what may follow them: the second byte's range is what
 * shuts out overlong forms, surrogates and values past U+10FFFF. */
static const struct Form {
    unsigned char lead_first, lead_last, second_first, second_last;
    unsigned char length;
} forms[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

static const struct Form *find_form(unsigned char lead)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (lead >= forms[i].lead_first && lead <= forms[i].lead_last)
            return &forms[i];
    return NULL;
}

/* Length of the valid sequence at `at`, or 0. */
static size_t valid_length(Str s, size_t at)
{
    const struct Form *form = find_form(byte_at(s, at));
    if (!form || form->length > s.n - at)
        return 0;
    unsigned char second = byte_at(s, at + 1);
    if (second < form->second_first || second > form->second_last)
        return 0;
    for (size_t i = 2; i < form->length; i++)
        if ((byte_at(s, at + i) & 0xC0) != 0x80)
            return 0;
    return form->length;
}

ptrdiff_t utf8_check(Str s)
{
    size_t at = 0;
    while (at < s.n) {
        size_t n = byte_at(s, at) < 0x80 ? 1 : valid_length(s, at);
        if (n == 0)
            return (ptrdiff_t)at;
        at += n;
    }
    return -1;
}
