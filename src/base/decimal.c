/*
 * Decimal: exact arithmetic on 128-bit coefficients.
 *
 * A Mag is the size of a coefficient without its sign, so that every product
 * is unsigned and checked before it is made. COEF_END leaves room above: ten
 * times a coefficient still fits into a Mag, which long division needs.
 */
#include "base/decimal.h"

#include <assert.h>

typedef unsigned __int128 Mag;

enum { SCALE_MAX = 18, COEF_DIGITS = 37 };

static Mag power_of_ten(int n)
{
    Mag p = 1;
    while (n-- > 0)
        p *= 10;
    return p;
}

#define COEF_END ((Mag)10000000000000000000U * 1000000000000000000U)

static Mag mag_of(Decimal d)
{
    return d.coef < 0 ? -(Mag)d.coef : (Mag)d.coef;
}

static Decimal decimal_of(bool negative, Mag mag, int scale)
{
    DecimalCoef coef = (DecimalCoef)mag;
    return (Decimal){negative ? -coef : coef, scale};
}

/* Stores a result when it is in range. Digits that are only zeros after the
 * point give way first: the value is the same. */
static bool store(bool negative, Mag mag, int scale, Decimal *out)
{
    while (scale > 0 && mag % 10 == 0 &&
           (scale > SCALE_MAX || mag >= COEF_END)) {
        mag /= 10;
        scale--;
    }
    if (scale > SCALE_MAX || mag >= COEF_END)
        return false;
    *out = decimal_of(negative, mag, scale);
    return true;
}

Decimal decimal_from_int(int64_t i)
{
    return (Decimal){i, 0};
}

/* Appends digits to *mag; false when one is none or the range is left. */
static bool read_digits(Str s, Mag *mag)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || *mag >= COEF_END)
            return false;
        *mag = *mag * 10 + (unsigned)(s.p[i] - '0');
    }
    return true;
}

bool decimal_parse(Str s, Decimal *out)
{
    bool sign = str_starts(s, STR("-")) || str_starts(s, STR("+"));
    bool negative = sign && s.p[0] == '-';
    s = str_sub(s, sign, s.n);
    ptrdiff_t point = str_find(s, STR("."));
    Str whole = point < 0 ? s : str_sub(s, 0, (size_t)point);
    Str fraction = point < 0 ? STR("") : str_sub(s, whole.n + 1, s.n);
    if (whole.n == 0 || (point >= 0 && fraction.n == 0))
        return false;
    /* Zeros at the end are kept (1.50) as long as there is room for them. */
    while (str_ends(fraction, STR("0")) &&
           (fraction.n > SCALE_MAX || whole.n + fraction.n > COEF_DIGITS))
        fraction.n--;
    Mag mag = 0;
    if (fraction.n > SCALE_MAX || !read_digits(whole, &mag) ||
        !read_digits(fraction, &mag))
        return false;
    return store(negative, mag, (int)fraction.n, out);
}

/* a * b while the product stays below `end`. */
static bool mag_mul(Mag a, Mag b, Mag end, Mag *out)
{
    if (b != 0 && a > (end - 1) / b)
        return false;
    *out = a * b;
    return true;
}

/* Brings both to the larger scale. Ten times the range is allowed on the way:
 * what is larger still cannot come back into range by adding. */
static bool align(Decimal a, Decimal b, Mag *x, Mag *y, int *scale)
{
    *scale = a.scale > b.scale ? a.scale : b.scale;
    return mag_mul(mag_of(a), power_of_ten(*scale - a.scale), COEF_END * 10,
                   x) &&
           mag_mul(mag_of(b), power_of_ten(*scale - b.scale), COEF_END * 10, y);
}

bool decimal_add(Decimal a, Decimal b, Decimal *out)
{
    Mag x, y;
    int scale;
    if (!align(a, b, &x, &y, &scale) &&
        !align(decimal_trim(a), decimal_trim(b), &x, &y, &scale))
        return false;
    if ((a.coef < 0) == (b.coef < 0))
        return store(a.coef < 0, x + y, scale, out);
    return x >= y ? store(a.coef < 0, x - y, scale, out)
                  : store(b.coef < 0, y - x, scale, out);
}

bool decimal_sub(Decimal a, Decimal b, Decimal *out)
{
    return decimal_add(a, decimal_neg(b), out);
}

/* Takes a factor of ten out of a product that has not been made yet. */
static bool cancel_ten(Mag *a, Mag *b)
{
    Mag *five = *a % 5 == 0 ? a : b;
    if (*five % 5 != 0)
        return false;
    *five /= 5;
    Mag *two = *a % 2 == 0 ? a : b;
    if (*two % 2 != 0) {
        *five *= 5;
        return false;
    }
    *two /= 2;
    return true;
}

bool decimal_mul(Decimal a, Decimal b, Decimal *out)
{
    Mag x = mag_of(a), y = mag_of(b), product;
    int scale = a.scale + b.scale;
    bool negative = (a.coef < 0) != (b.coef < 0);
    while (!mag_mul(x, y, COEF_END, &product)) {
        if (scale == 0 || !cancel_ten(&x, &y))
            return false;
        scale--;
    }
    return store(negative, product, scale, out);
}

/* What a rounding sees of the digits it drops. */
typedef enum Rest { REST_NONE, REST_BELOW_HALF, REST_HALF, REST_ABOVE } Rest;

static Rest rest_of(Mag remainder, Mag divisor, bool more)
{
    if (remainder == 0)
        return more ? REST_BELOW_HALF : REST_NONE;
    if (remainder < divisor - remainder)
        return REST_BELOW_HALF;
    return remainder == divisor - remainder && !more ? REST_HALF : REST_ABOVE;
}

static Mag round_up(Mag q, Rest rest, Rounding r)
{
    switch (r) {
    case ROUND_DOWN:
        return q;
    case ROUND_UP:
        return q + (rest != REST_NONE);
    case ROUND_HALF_AWAY:
        return q + (rest >= REST_HALF);
    case ROUND_HALF_EVEN:
        return q + (rest == REST_ABOVE || (rest == REST_HALF && q % 2));
    }
    return q;
}

/* Divides by 10^n; `more` says that digits were dropped before. */
static Mag drop_digits(Mag q, int n, bool more, Rounding r)
{
    Mag divisor = power_of_ten(n);
    return round_up(q / divisor, rest_of(q % divisor, divisor, more), r);
}

bool decimal_div(Decimal a, Decimal b, int digits, Rounding r, Decimal *out)
{
    assert(digits >= 0 && digits <= SCALE_MAX);
    Mag divisor = mag_of(b);
    if (divisor == 0)
        return false;
    Mag q = mag_of(a) / divisor, rest = mag_of(a) % divisor;
    int more = digits - a.scale + b.scale; /* digits still to come */
    bool negative = (a.coef < 0) != (b.coef < 0);
    if (more < 0)
        return store(negative, drop_digits(q, -more, rest != 0, r), digits,
                     out);
    while (more-- > 0) {
        rest *= 10;
        q = q * 10 + rest / divisor;
        rest %= divisor;
        if (q >= COEF_END)
            return false;
    }
    q = round_up(q, rest_of(rest, divisor, false), r);
    return q < COEF_END && store(negative, q, digits, out);
}

Decimal decimal_neg(Decimal a)
{
    return (Decimal){-a.coef, a.scale};
}

Decimal decimal_abs(Decimal a)
{
    return a.coef < 0 ? decimal_neg(a) : a;
}

int decimal_sign(Decimal a)
{
    return (a.coef > 0) - (a.coef < 0);
}

static int mag_cmp(Mag a, Mag b)
{
    return (a > b) - (a < b);
}

int decimal_cmp(Decimal a, Decimal b)
{
    int sa = decimal_sign(a), sb = decimal_sign(b);
    if (sa != sb || sa == 0)
        return (sa > sb) - (sa < sb);
    /* Whole parts first, then the rest at the finest scale: always exact. */
    Mag pa = power_of_ten(a.scale), pb = power_of_ten(b.scale);
    int order = mag_cmp(mag_of(a) / pa, mag_of(b) / pb);
    if (order == 0)
        order = mag_cmp(mag_of(a) % pa * power_of_ten(SCALE_MAX - a.scale),
                        mag_of(b) % pb * power_of_ten(SCALE_MAX - b.scale));
    return sa * order;
}

bool decimal_round(Decimal a, int digits, Rounding r, Decimal *out)
{
    assert(digits >= 0 && digits <= SCALE_MAX);
    Mag mag = mag_of(a);
    if (digits < a.scale)
        mag = drop_digits(mag, a.scale - digits, false, r);
    else if (!mag_mul(mag, power_of_ten(digits - a.scale), COEF_END, &mag))
        return false;
    *out = decimal_of(a.coef < 0, mag, digits);
    return true;
}

Decimal decimal_trim(Decimal a)
{
    while (a.scale > 0 && a.coef % 10 == 0) {
        a.coef /= 10;
        a.scale--;
    }
    return a;
}

bool decimal_shift(Decimal a, int power, Decimal *out)
{
    Mag mag = mag_of(a);
    if (mag == 0) {
        *out = DECIMAL_ZERO;
        return true;
    }
    int scale = a.scale - power;
    if (scale < 0 && (scale < -COEF_DIGITS ||
                      !mag_mul(mag, power_of_ten(-scale), COEF_END, &mag)))
        return false;
    return store(a.coef < 0, mag, scale < 0 ? 0 : scale, out);
}

Str decimal_format(Decimal a, bool group, Arena *arena)
{
    char text[64], *at = text + sizeof text;
    Mag mag = mag_of(a);
    /* From the last digit to the first; at least one before the point. */
    for (int digit = -a.scale; digit <= 0 || mag > 0; digit++) {
        if (digit == 0 && a.scale > 0)
            *--at = '.';
        if (group && digit > 0 && digit % 3 == 0)
            *--at = ',';
        *--at = (char)('0' + (int)(mag % 10));
        mag /= 10;
    }
    if (a.coef < 0)
        *--at = '-';
    return str_dup((Str){at, (size_t)(text + sizeof text - at)}, arena);
}
