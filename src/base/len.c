/* Len: exact scaling, reading and writing of lengths. */
#include "base/len.h"

#include "base/decimal.h"

#include <assert.h>

/* A point outside the range is a fault of the caller, but a wrapped one would
 * draw nonsense far away: keep to the border. */
static Len clamp(__int128 l)
{
    assert(l >= INT32_MIN && l <= INT32_MAX);
    return l < INT32_MIN ? INT32_MIN : l > INT32_MAX ? INT32_MAX : (Len)l;
}

static __int128 div_half_away(__int128 n, __int128 den)
{
    __int128 half = den / 2;
    return n < 0 ? (n - half) / den : (n + half) / den;
}

Len len_mul(Len l, int64_t num, int64_t den)
{
    assert(den > 0);
    int64_t product, n;
    int64_t half = (l < 0) == (num < 0) ? den / 2 : -(den / 2);
    /* Nearly always 64 bits do, and divide many times faster. */
    if (!__builtin_mul_overflow(l, num, &product) &&
        !__builtin_add_overflow(product, half, &n))
        return clamp(n / den);
    return clamp(div_half_away((__int128)l * num, den));
}

/* 1/1024 pt in a unit, as a fraction: 25.4 mm are 72 pt. */
static const struct Unit {
    const char *name;
    int64_t num, den;
} units[] = {
    {"mm", 368640, 127},
    {"pt", 1024, 1},
    {"cm", 3686400, 127},
    {"in", 73728, 1},
};

static const struct Unit *find_unit(Str s)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (str_ends(s, str_of(units[i].name)))
            return &units[i];
    return NULL;
}

bool len_parse(Str s, Len *out)
{
    const struct Unit *unit = find_unit(s);
    Decimal number;
    if (!unit || !decimal_parse(str_trim(str_sub(s, 0, s.n - 2)), &number))
        return false;
    /* Keeps the product below far inside 128 bits. */
    if (decimal_cmp(decimal_abs(number), decimal_from_int(INT32_MAX)) > 0)
        return false;
    __int128 den = unit->den;
    for (int i = 0; i < number.scale; i++)
        den *= 10;
    __int128 len = div_half_away(number.coef * unit->num, den);
    if (len < -INT32_MAX || len > INT32_MAX)
        return false;
    *out = (Len)len;
    return true;
}

char *len_dump(Len l, Arena *a)
{
    int64_t thousandths = (int64_t)div_half_away((__int128)l * 1000, LEN_ONE);
    Decimal d = {thousandths, 3};
    return str_c(decimal_format(decimal_trim(d), false, a), a);
}
