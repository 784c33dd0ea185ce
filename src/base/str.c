/* Str: comparing, cutting and copying borrowed text. */
#include "base/str.h"

#include <string.h>

Str str_of(const char *c)
{
    return c ? (Str){c, strlen(c)} : (Str){"", 0};
}

bool str_eq(Str a, Str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool str_eq_c(Str a, const char *b)
{
    return str_eq(a, str_of(b));
}

int str_cmp(Str a, Str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    if (order)
        return order < 0 ? -1 : 1;
    return (a.n > b.n) - (a.n < b.n);
}

bool str_starts(Str s, Str prefix)
{
    return s.n >= prefix.n && str_eq((Str){s.p, prefix.n}, prefix);
}

bool str_ends(Str s, Str suffix)
{
    return s.n >= suffix.n &&
           str_eq(str_sub(s, s.n - suffix.n, suffix.n), suffix);
}

Str str_sub(Str s, size_t from, size_t n)
{
    if (from > s.n)
        from = s.n;
    if (n > s.n - from)
        n = s.n - from;
    return s.p ? (Str){s.p + from, n} : s;
}

/* The spaces of K-08 and the controls that part words. */
static bool is_space(uint32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0xA0 ||
           (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x3000;
}

/* Where the code point that ends at `end` begins. */
static size_t last_start(Str s, size_t end)
{
    size_t at = end - 1;
    while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* Lead bytes that begin no space: visible ASCII, and what most texts begin and
 * end with, the three bytes of Hangul. */
static bool is_ink(unsigned char lead)
{
    return (lead > ' ' && lead < 0x80) || (lead >= 0xE4 && lead <= 0xED);
}

static bool is_trimmed(Str s)
{
    return s.n > 0 && is_ink((unsigned char)s.p[0]) &&
           is_ink((unsigned char)s.p[last_start(s, s.n)]);
}

Str str_trim(Str s)
{
    size_t from = 0, end = s.n;
    if (is_trimmed(s))
        return s;
    for (size_t at = 0; at < s.n && is_space(str_next(s, &at));)
        from = at;
    while (end > from) {
        size_t start = last_start(s, end), at = start;
        if (!is_space(str_next(s, &at)))
            break;
        end = start;
    }
    return str_sub(s, from, end - from);
}

ptrdiff_t str_find(Str s, Str what)
{
    if (what.n == 0)
        return 0;
    if (s.n < what.n)
        return -1;
    const char *hit = memmem(s.p, s.n, what.p, what.n);
    return hit ? hit - s.p : -1;
}

Str str_take_line(Str *rest)
{
    ptrdiff_t end = str_find(*rest, STR("\n"));
    size_t n = end < 0 ? rest->n : (size_t)end;
    Str line = str_sub(*rest, 0, n);
    *rest = str_sub(*rest, n + 1, rest->n);
    return str_ends(line, STR("\r")) ? str_sub(line, 0, n - 1) : line;
}

Str str_dup(Str s, Arena *a)
{
    return (Str){arena_strndup(a, s.p, s.n), s.n};
}

char *str_c(Str s, Arena *a)
{
    return arena_strndup(a, s.p, s.n);
}

Str str_join(const Str *parts, size_t n, Arena *a)
{
    size_t length = 0;
    for (size_t i = 0; i < n; i++)
        length += parts[i].n;
    char *out = arena_alloc(a, length + 1), *to = out;
    for (size_t i = 0; i < n; i++) {
        if (parts[i].n)
            memcpy(to, parts[i].p, parts[i].n);
        to += parts[i].n;
    }
    *to = 0;
    return (Str){out, length};
}

Str str_printf(Arena *a, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    Str text = str_of(arena_vprintf(a, format, ap));
    va_end(ap);
    return text;
}
