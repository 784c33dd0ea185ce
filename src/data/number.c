/*
 * Number grammar. The text is first folded to a small ASCII-like form: one
 * byte a character, the units as letters (see `letters`); then read by
 * recursive descent. Texts that do not fold are no numbers.
 */
#include "data/number.h"

#include <string.h>

enum { FOLDED_MAX = 96 };

/* What a character folds to. Spaces vanish; a triangle that does not say
 * whether it rises or falls is kept as '?'. */
static const struct Letter {
    uint32_t cp;
    char to;
} letters[] = {
    {0x2212, '-'}, {0xFF0D, '-'}, {0x25B3, '-'}, /* − － △ */
    {0x25B2, '?'}, {0x25BC, '?'}, {0x25BD, '?'}, /* ▲ ▼ ▽ */
    {0xC2ED, 't'}, {0xBC31, 'h'}, {0xCC9C, 'k'}, /* 십 백 천 */
    {0xB9CC, 'W'}, {0xC5B5, 'X'}, {0xC870, 'Y'}, /* 만 억 조 */
    {0xFF05, '%'},
};

/* Counters: what is counted, allowed after a number. */
static const char *const counters[] = {"원", "명",   "개",   "건",   "회", "호",
                                       "곳", "개소", "가구", "세대", "대", "㎡",
                                       "m²", "km²",  "㎢",   "ha"};

typedef struct Reader {
    char text[FOLDED_MAX];
    size_t n, at;
} Reader;

static char fold_char(uint32_t cp)
{
    if (cp >= '0' && cp <= '9')
        return (char)cp; /* most of them */
    if (cp >= 0xFF01 && cp <= 0xFF5E)
        cp -= 0xFEE0; /* full-width forms */
    if (cp < 0x80)
        return strchr("0123456789,.+-%()", (int)cp) ? (char)cp : 0;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].cp == cp)
            return letters[i].to;
    return 0;
}

static bool is_space(uint32_t cp)
{
    return cp == ' ' || cp == 0xA0 || cp == 0x3000 ||
           (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F;
}

static bool fold(Str s, Reader *r)
{
    r->n = r->at = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t cp = str_next(s, &at);
        if (is_space(cp)) {
            if (r->n && at < s.n) /* 12 34 is not 1234 */
                r->text[r->n++] = ' ';
        } else if (cp == 0 || (r->text[r->n++] = fold_char(cp)) == 0) {
            return false;
        }
        if (r->n == FOLDED_MAX - 1)
            return false;
    }
    r->text[r->n] = '\0';
    return true;
}

static char peek(const Reader *r)
{
    return r->at < r->n ? r->text[r->at] : '\0';
}

static bool accept(Reader *r, char c)
{
    if (peek(r) != c)
        return false;
    r->at++;
    return true;
}

static void skip_spaces(Reader *r)
{
    while (accept(r, ' '))
        continue;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Counts digits from `at` on, at most to the end. */
static size_t digits_from(const Reader *r, size_t at)
{
    size_t n = 0;
    while (at + n < r->n && is_digit(r->text[at + n]))
        n++;
    return n;
}

static void take_digits(Reader *r, size_t n, char *out, size_t *length)
{
    memcpy(out + *length, r->text + r->at, n);
    *length += n;
    r->at += n;
}

/* digits { "," ddd } [ "." digits ] → plain form for decimal_parse. */
static NumberForm read_digits(Reader *r, Decimal *out)
{
    char plain[FOLDED_MAX];
    size_t length = 0, n = digits_from(r, r->at);
    if (n == 0)
        return NUMBER_TEXT;
    bool grouped = r->text[r->at + n] == ',', good = !grouped || n <= 3;
    take_digits(r, n, plain, &length);
    while (grouped && accept(r, ',')) {
        n = digits_from(r, r->at);
        good = good && n == 3;
        take_digits(r, n, plain, &length);
    }
    if (peek(r) == '.') {
        n = digits_from(r, r->at + 1);
        if (n == 0)
            return NUMBER_TEXT;
        take_digits(r, n + 1, plain, &length);
    }
    if (!good)
        return NUMBER_GROUPS;
    bool held = decimal_parse((Str){plain, length}, out);
    return held ? NUMBER_FINE : NUMBER_RANGE;
}

/* The power after digits: [십 | 백 | 천] [만 | 억 | 조]; 0 when none. */
static int read_power(Reader *r)
{
    static const struct {
        char letter;
        int power;
    } small[] = {{'t', 1}, {'h', 2}, {'k', 3}},
      large[] = {{'W', 4}, {'X', 8}, {'Y', 12}};
    int power = 0;
    skip_spaces(r);
    for (size_t i = 0; i < 3; i++)
        if (accept(r, small[i].letter)) {
            power += small[i].power;
            break;
        }
    for (size_t i = 0; i < 3; i++)
        if (accept(r, large[i].letter)) {
            power += large[i].power;
            break;
        }
    return power;
}

/* 11조 6,250억: parts of falling powers, added up. */
static NumberForm read_parts(Reader *r, Number *out)
{
    int before = 99;
    out->value = DECIMAL_ZERO;
    for (;;) {
        Decimal part;
        NumberForm form = read_digits(r, &part);
        if (form != NUMBER_FINE)
            return form;
        int power = read_power(r);
        if (power >= before || (before < 99 && before % 4 != 0))
            return NUMBER_TEXT;
        if (!decimal_shift(part, power, &part) ||
            !decimal_add(out->value, part, &out->value))
            return NUMBER_RANGE;
        before = power;
        out->scaled = out->scaled || power;
        skip_spaces(r);
        if (power == 0 || !is_digit(peek(r)))
            return NUMBER_FINE;
    }
}

static NumberForm read_percent(Reader *r, Number *out)
{
    if (!accept(r, '%'))
        return NUMBER_FINE;
    out->ratio = true;
    return decimal_shift(out->value, -2, &out->value) ? NUMBER_FINE
                                                      : NUMBER_RANGE;
}

/* [sign] parts, or the same in brackets, which mean minus. */
static NumberForm read_signed(Reader *r, Number *out)
{
    bool bracket = accept(r, '(');
    bool minus = bracket || peek(r) == '-';
    if (!bracket && !accept(r, '-'))
        accept(r, '+');
    skip_spaces(r);
    NumberForm form = read_parts(r, out);
    if (form == NUMBER_FINE)
        form = read_percent(r, out);
    if (form != NUMBER_FINE)
        return form;
    if (bracket && !accept(r, ')'))
        return NUMBER_TEXT;
    if (minus)
        out->value = decimal_neg(out->value);
    return r->at == r->n ? NUMBER_FINE : NUMBER_TEXT;
}

/* Takes a counter off the end. It must follow a number: 대 is none. */
static Str cut_counter(Str *s)
{
    Str longest = STR("");
    if (s->n == 0 || is_digit(s->p[s->n - 1]))
        return longest; /* most cells */
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++) {
        Str counter = str_of(counters[i]);
        if (counter.n > longest.n && s->n > counter.n && str_ends(*s, counter))
            longest = counter;
    }
    *s = str_trim(str_sub(*s, 0, s->n - longest.n));
    return longest;
}

static size_t count_digits(Str s, size_t at)
{
    size_t n = 0;
    while (at + n < s.n && is_digit(s.p[at + n]))
        n++;
    return n;
}

/* What does not fold for its length but may be a number all the same:
 * [sign] digits { "," digits } [ "." digits ] [ "%" ]. A list, 1,2,3,…,59, is
 * told by its commas as a short one is; 1.2.3.4 is no number. */
static NumberForm long_form(Str s)
{
    size_t at = s.n > 0 && strchr("+-", s.p[0]) ? 1 : 0;
    size_t n = count_digits(s, at);
    if (s.n < FOLDED_MAX || n == 0)
        return NUMBER_TEXT;
    at += n;
    bool good = n <= 3 || at == s.n || s.p[at] != ',';
    while (at < s.n && s.p[at] == ',') {
        n = count_digits(s, at + 1);
        good = good && n == 3;
        at += n + 1;
    }
    if (at < s.n && s.p[at] == '.') {
        n = count_digits(s, at + 1);
        if (n == 0)
            return NUMBER_TEXT;
        at += n + 1;
    }
    at += at < s.n && s.p[at] == '%';
    if (at != s.n)
        return NUMBER_TEXT;
    return good ? NUMBER_RANGE : NUMBER_GROUPS;
}

NumberForm number_read(Str s, Number *out)
{
    Number number = {0};
    Reader r;
    number.counter = cut_counter(&s);
    if (!fold(s, &r))
        return long_form(s);
    bool triangle = accept(&r, '?');
    NumberForm form = read_signed(&r, &number);
    if (form == NUMBER_FINE && triangle)
        return NUMBER_TRIANGLE;
    if (form == NUMBER_FINE)
        *out = number;
    return form;
}

/* Folds the letters of a power at the front of a unit; *rest is what they
 * count: 백만원 → "hW" and 원. */
static void split_unit(Str unit, Reader *r, Str *rest)
{
    r->n = r->at = 0;
    size_t end = 0;
    for (size_t at = 0; at < unit.n && r->n < FOLDED_MAX; end = at) {
        uint32_t cp = str_next(unit, &at);
        char letter = is_space(cp) ? ' ' : fold_char(cp);
        if (!letter || !strchr("thkWXY ", letter))
            break;
        r->text[r->n++] = letter;
    }
    *rest = str_sub(unit, end, unit.n);
}

bool unit_power(Str unit, int *out)
{
    Reader r;
    Str rest;
    unit = str_trim(unit);
    *out = -2;
    if (str_eq_c(unit, "%") || str_eq_c(unit, "％"))
        return true;
    split_unit(unit, &r, &rest);
    *out = read_power(&r);
    skip_spaces(&r);
    return r.at == r.n && (rest.n > 0 || *out > 0);
}
