/* JSON strings (RFC 8259, section 7). */
#include "base/json.h"

#include <stdio.h>
#include <string.h>

/* The most bytes that one byte of input can become: \u001f. */
enum { GROWTH = 6 };

static size_t escape(unsigned char c, char *out)
{
    static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *hit = c ? strchr(plain, c) : NULL;
    if (!hit)
        return (size_t)sprintf(out, "\\u%04x", c);
    out[0] = '\\';
    out[1] = letters[hit - plain];
    return 2;
}

static bool needs_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

/* Copies the valid text up to the next bad byte, then stands in for that. */
static size_t quote_part(Str s, char *out)
{
    ptrdiff_t bad = utf8_check(s);
    size_t n = bad < 0 ? s.n : (size_t)bad, written = 0;
    for (size_t i = 0; i < n; i++) {
        if (needs_escape((unsigned char)s.p[i]))
            written += escape((unsigned char)s.p[i], out + written);
        else
            out[written++] = s.p[i];
    }
    if (bad >= 0)
        written += utf8_put(out + written, 0xFFFD);
    return written;
}

Str json_quote(Str s, Arena *a)
{
    char *out = arena_alloc(a, s.n * GROWTH + 3);
    size_t n = 0;
    out[n++] = '"';
    while (s.n > 0) {
        ptrdiff_t bad = utf8_check(s);
        n += quote_part(s, out + n);
        s = bad < 0 ? STR("") : str_sub(s, (size_t)bad + 1, s.n);
    }
    out[n++] = '"';
    out[n] = '\0';
    return (Str){out, n};
}
