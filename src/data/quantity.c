#include "data/quantity.h"
#include "data/number.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- where a figure begins and ends ---- */

/* The character that ends before byte `at`; 0 at the start. */
static uint32_t char_before(Str text, size_t at)
{
    while (at > 0) {
        size_t from = at - 1;
        while (from > 0 && ((unsigned char)text.p[from] & 0xC0) == 0x80)
            from--;
        return str_next(text, &from);
    }
    return 0;
}

/* AI3, 제3, ’23, and the second half of 1~3 or 3·4. */
static bool is_bound(uint32_t before)
{
    static const uint32_t binding[] = {0xC81C /* 제 */, 0x2019, '\'', '~',
                                       0x223C,          0xFF5E, 0xB7, '#'};
    if (before < 0x80 && ((before | 0x20) >= 'a' && (before | 0x20) <= 'z'))
        return true;
    for (size_t i = 0; i < sizeof binding / sizeof *binding; i++)
        if (before == binding[i])
            return true;
    return false;
}

/* The powers that a figure may be written with: 십 백 천 만 억 조. */
static bool is_power(uint32_t cp)
{
    return cp == 0xC2ED || cp == 0xBC31 || cp == 0xCC9C || cp == 0xB9CC ||
           cp == 0xC5B5 || cp == 0xC870;
}

/* From a digit on as far as it can be one figure. */
static size_t figure_end(Str text, size_t from)
{
    size_t end = from;
    for (size_t at = from; at < text.n;) {
        uint32_t cp = str_next(text, &at);
        bool inside = (cp < 0x80 && (is_digit((char)cp) || cp == ',' ||
                                     cp == '.' || cp == ' ')) ||
                      is_power(cp);
        if (!inside)
            break;
        if (cp != ' ' && cp != ',' && cp != '.')
            end = at;
    }
    return end;
}

static bool is_followed_by(Str text, size_t at, const char *const *words)
{
    Str rest = str_sub(text, at, text.n - at);
    for (; *words; words++)
        if (str_starts(rest, str_of(*words)))
            return true;
    return false;
}

/* ---- what it says ---- */

/* Zeros at the end of the whole part. */
static int count_zeros(Decimal d)
{
    int n = 0;
    DecimalCoef coef = d.coef;
    while (coef && coef % 10 == 0) {
        coef /= 10;
        n++;
    }
    return n;
}

static size_t count_digits(Decimal d)
{
    size_t n = 0;
    for (DecimalCoef coef = d.coef < 0 ? -d.coef : d.coef; coef; coef /= 10)
        n++;
    return n;
}

/* 5 × 10^(place − 1) */
static bool half_of(int place, Decimal *out)
{
    return decimal_shift((Decimal){5, 0}, place - 1, out);
}

static bool measure(Quantity *q, bool rough)
{
    enum { ROUND = 2 };
    Decimal half;
    size_t written = count_digits(q->value);
    int zeros = q->value.scale ? 0 : count_zeros(q->value);
    if (written <= (size_t)zeros + ROUND)
        rough = true;
    q->place = rough ? zeros - q->value.scale : -q->value.scale;
    q->digits = written - (rough ? (size_t)zeros : 0);
    return half_of(q->place, &half) && range_around(q->value, half, &q->range);
}

static bool is_about(Str text, size_t from)
{
    return str_ends(str_trim(str_sub(text, 0, from)), STR("약"));
}

static bool is_negative(uint32_t before)
{
    return before == 0x25B3 || before == 0x2212 || before == '-';
}

static bool read_figure(Str text, size_t from, size_t to, Quantity *out)
{
    static const char *const loose[] = {"여", "~", "∼", "～", "-", "·", NULL};
    Number n;
    uint32_t before = char_before(text, from);
    if (is_bound(before) || is_followed_by(text, to, loose) ||
        number_read(str_sub(text, from, to - from), &n) != NUMBER_FINE ||
        decimal_sign(n.value) == 0)
        return false;
    *out = (Quantity){.from = from, .to = to, .value = n.value};
    if (!n.scaled)
        out->value.scale = n.value.scale;
    if (n.scaled)
        out->value = decimal_trim(out->value);
    bool fine = measure(out, n.scaled || is_about(text, from));
    if (fine && is_negative(before)) {
        Decimal low = decimal_neg(out->range.high);
        out->value = decimal_neg(out->value);
        out->range.high = decimal_neg(out->range.low);
        out->range.low = low;
    }
    return fine;
}

bool quantity_find(Str text, size_t from, Quantity *out)
{
    for (size_t at = from; at < text.n; at++) {
        if (!is_digit(text.p[at]))
            continue;
        size_t end = figure_end(text, at);
        bool whole =
            at == 0 || !(is_digit(text.p[at - 1]) || text.p[at - 1] == '.' ||
                         text.p[at - 1] == ',');
        if (whole && read_figure(text, at, end, out))
            return true;
        at = end - 1;
    }
    return false;
}

/* ---- slips ---- */

enum { DIGITS_MAX = 40 };

/* The digits before the power of ten `place`; false when there are too many. */
static bool digits_of(Decimal d, int place, char *out, size_t *n)
{
    Decimal whole;
    *n = 0;
    if (!decimal_shift(decimal_abs(d), -place, &whole) ||
        !decimal_round(whole, 0, ROUND_HALF_AWAY, &whole))
        return false;
    for (DecimalCoef coef = whole.coef; coef; coef /= 10)
        out[(*n)++] = (char)('0' + (int)(coef % 10));
    return true;
}

static bool is_one_slip(const char *a, const char *b, size_t n)
{
    size_t differing = 0, at = 0;
    for (size_t i = 0; i < n; i++)
        if (a[i] != b[i]) {
            at = differing++ ? at : i;
        }
    bool swapped = differing == 2 && a[at] == b[at + 1] && a[at + 1] == b[at];
    return differing == 1 || swapped;
}

/* The digits that count alone. */
static Decimal bare(Decimal d)
{
    d = decimal_abs(decimal_trim(d));
    while (d.coef && d.coef % 10 == 0)
        d.coef /= 10;
    return (Decimal){d.coef, 0};
}

Slip quantity_slip(const Quantity *typed, Decimal real)
{
    enum { EVIDENCE = 4 };
    char a[DIGITS_MAX], b[DIGITS_MAX];
    size_t na, nb;
    if (count_digits(bare(typed->value)) >= EVIDENCE &&
        decimal_cmp(bare(typed->value), bare(real)) == 0)
        return SLIP_POWER;
    if (decimal_sign(typed->value) != decimal_sign(real) ||
        !digits_of(typed->value, typed->place, a, &na) ||
        !digits_of(real, typed->place, b, &nb) || na != nb)
        return SLIP_NONE;
    return is_one_slip(a, b, na) ? SLIP_DIGIT : SLIP_NONE;
}
