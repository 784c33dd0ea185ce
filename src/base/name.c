#include "base/name.h"

#include "base/house.h"

enum { OLD_VOWEL = 0x119E /* ᆞ */, BULLET = 0x2022 /* • */ };

static bool is_syllable(uint32_t cp)
{
    return cp >= 0xAC00 && cp <= 0xD7A3;
}

static bool is_invisible(uint32_t cp)
{
    return cp == 0xAD || (cp >= 0x200B && cp <= 0x200F) ||
           (cp >= 0x2060 && cp <= 0x2064) || cp == 0xFEFF;
}

static uint32_t before(Str s, size_t at)
{
    while (at > 0 && ((unsigned char)s.p[--at] & 0xC0) == 0x80)
        ;
    return at < s.n ? str_next(s, &at) : 0;
}

/* ᆞ and • are dots only between two syllables (K-04). */
static bool is_between(Str s, size_t from, size_t to)
{
    return from > 0 && to < s.n && is_syllable(before(s, from)) &&
           is_syllable(str_next(s, &to));
}

uint32_t name_next(Str s, size_t *at)
{
    while (*at < s.n) {
        size_t from = *at;
        uint32_t cp = str_next(s, at);
        if (cp < 0xAD || is_syllable(cp))
            return cp;
        if ((cp == OLD_VOWEL || cp == BULLET) && is_between(s, from, *at))
            return HOUSE_MIDDOT;
        if (!is_invisible(cp))
            return house_plain(cp);
    }
    return 0;
}

int name_cmp(Str a, Str b)
{
    for (size_t i = 0, k = 0;;) {
        uint32_t x = name_next(a, &i), y = name_next(b, &k);
        if (x != y || x == 0)
            return (x > y) - (x < y);
    }
}

bool name_same(Str a, Str b)
{
    return str_eq(a, b) || name_cmp(a, b) == 0;
}

uint32_t name_hash(Str s)
{
    uint32_t hash = 5381, cp;
    for (size_t at = 0; (cp = name_next(s, &at));)
        hash = hash * 33 + cp;
    return hash;
}

Str name_fold(Str s, Arena *a)
{
    char *out = arena_alloc(a, s.n + 1);
    size_t n = 0;
    uint32_t cp;
    for (size_t at = 0; (cp = name_next(s, &at));)
        n += utf8_put(out + n, cp);
    out[n] = '\0';
    Str folded = {out, n};
    return str_eq(folded, s) ? s : folded;
}
