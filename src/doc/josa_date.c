/*
 * Dates typed as text (J-11): the official form, `2024. 1. 5.(금)`, ends in 일,
 * and `2024. 1.` in 월. Its stops tell it from other figures: a lone `5.` is
 * the digit, `1.5.` may be a decimal at the end of a sentence.
 *
 * Times (J-12): `15:00` ends in 시, `15:20` in 분. Minutes of two digits tell
 * them from a ratio, 3:2.
 */
#include "doc/josa_int.h"

/* Code points before `at`. */
typedef struct Typed {
    const uint32_t *c;
    size_t at;
} Typed;

typedef struct Figure {
    unsigned value;
    size_t digits;
} Figure;

static bool ends_with(const Typed *t, uint32_t cp)
{
    return t->at > 0 && t->c[t->at - 1] == cp;
}

static bool take(Typed *t, uint32_t cp)
{
    bool there = ends_with(t, cp);
    t->at -= there;
    return there;
}

static bool take_any(Typed *t, const uint32_t *set)
{
    bool there = t->at > 0 && josa_in_set(t->c[t->at - 1], set);
    t->at -= there;
    return there;
}

static bool take_spaces(Typed *t)
{
    size_t from = t->at;
    while (t->at > 0 && josa_is_space(t->c[t->at - 1]))
        t->at--;
    return t->at < from;
}

static Figure take_figure(Typed *t)
{
    enum { MOST = 5 }; /* more than a date has */
    Figure f = {0, 0};
    for (unsigned place = 1; f.digits < MOST && t->at > 0 &&
                             josa_is_digit(t->c[t->at - 1]);
         place *= 10, f.digits++)
        f.value += place * (t->c[--t->at] - '0');
    return f;
}

static bool is_part(Figure f, unsigned most)
{
    return (f.digits == 1 || f.digits == 2) && f.value >= 1 && f.value <= most;
}

/* (금) */
static bool take_weekday(Typed *t)
{
    static const uint32_t days[] = {0xC6D4, 0xD654, 0xC218, 0xBAA9,
                                    0xAE08, 0xD1A0, 0xC77C, 0};
    Typed inner = *t;
    if (!take(&inner, ')') || !take_any(&inner, days) || !take(&inner, '('))
        return false;
    take_spaces(&inner);
    *t = inner;
    return true;
}

/* "2024." or "’24." before a month. */
static bool follows_year(Typed t)
{
    take_spaces(&t);
    if (!take(&t, '.'))
        return false;
    Figure year = take_figure(&t);
    return year.digits == 4 ||
           (year.digits == 2 && (ends_with(&t, 0x2019) || ends_with(&t, '\'')));
}

/* What stands before the last figure: a month, or a year before a month. */
static bool follows_month(Typed t, Figure last)
{
    bool apart = take_spaces(&t);
    if (!take(&t, '.'))
        return false;
    Figure month = take_figure(&t);
    if (month.digits == 4)
        return apart && is_part(last, 12);
    if (!is_part(month, 12))
        return false;
    bool inside = ends_with(&t, '.') || ends_with(&t, ',');
    return (apart && !inside) || follows_year(t);
}

static bool is_date(Typed t);

/* "1. 5.(금)~" before the last day. */
static bool follows_range(Typed t)
{
    static const uint32_t tildes[] = {'~', 0x223C, 0x301C, 0xFF5E, 0};
    take_spaces(&t);
    if (!take_any(&t, tildes))
        return false;
    take_spaces(&t);
    return is_date(t);
}

static bool is_date(Typed t)
{
    bool weekday = take_weekday(&t);
    if (!take(&t, '.'))
        return false;
    Figure last = take_figure(&t);
    return is_part(last, 31) &&
           (weekday || follows_month(t, last) || follows_range(t));
}

bool josa_is_typed_time(const uint32_t *c, size_t n)
{
    Typed t = {c, n};
    Figure minutes = take_figure(&t);
    if (minutes.digits != 2 || minutes.value > 59 || !take(&t, ':'))
        return false;
    Figure hour = take_figure(&t);
    return (hour.digits == 1 || hour.digits == 2) && hour.value <= 24 &&
           !ends_with(&t, ':') && !ends_with(&t, '.') && !ends_with(&t, ',');
}

bool josa_is_typed_date(const uint32_t *c, size_t n, size_t all)
{
    if (n == all)
        return false;
    if (c[n] == ')') /* what stands in the brackets was to decide */
        return is_date((Typed){c, n + 1});
    Typed rest = {c, n + 1};
    for (size_t end = n + 1; end <= all && end <= n + 5; end++) {
        Typed whole = {c, end};
        if (take_weekday(&whole) && whole.at == rest.at)
            return is_date((Typed){c, end});
    }
    return is_date(rest);
}
