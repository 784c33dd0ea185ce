/* Scalars of layouts and themes: how each kind is written. */
#include "layout/schema.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits from *at on; false when there is none or the number gets too big. */
static bool read_digits(Str s, size_t *at, long *out)
{
    size_t start = *at;
    long value = 0;
    for (; *at < s.n && is_digit(s.p[*at]); ++*at) {
        if (value > 10000000)
            return false;
        value = value * 10 + (s.p[*at] - '0');
    }
    *out = value;
    return *at > start;
}

bool scalar_integer(Str s, long *out)
{
    bool minus = s.n > 0 && s.p[0] == '-';
    size_t at = minus;
    long value;
    if (!read_digits(s, &at, &value) || at != s.n)
        return false;
    *out = minus ? -value : value;
    return true;
}

bool scalar_percent(Str s, long *out)
{
    bool minus = s.n > 0 && s.p[0] == '-';
    size_t at = minus;
    long whole, tenths = 0;
    if (!read_digits(s, &at, &whole) || whole > 100000)
        return false;
    if (at + 1 < s.n && s.p[at] == '.' && is_digit(s.p[at + 1])) {
        tenths = s.p[at + 1] - '0';
        at += 2;
    }
    if (at + 1 != s.n || s.p[at] != '%')
        return false;
    *out = (whole * 10 + tenths) * (minus ? -1 : 1);
    return true;
}

bool scalar_is_beyond(Str s, ScalarRead *read)
{
    char form[32];
    size_t from = 0, n = 0;
    while (from < s.n && !is_digit(s.p[from]))
        from++;
    size_t to = from;
    while (to < s.n && is_digit(s.p[to]))
        to++;
    if (from == to || s.n - (to - from) + 1 > sizeof form)
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (i <= from || i >= to)
            form[n++] = i == from ? '4' : s.p[i];
    long value;
    return read((Str){form, n}, &value);
}

bool scalar_colour(Str s, uint32_t *out)
{
    if (s.n != 7 || s.p[0] != '#')
        return false;
    static const char digits[] = "0123456789abcdef";
    uint32_t value = 0;
    for (size_t i = 1; i < 7; i++) {
        char lower = s.p[i] >= 'A' && s.p[i] <= 'F' ? (char)(s.p[i] - 'A' + 'a')
                                                    : s.p[i];
        const char *digit = lower ? strchr(digits, lower) : NULL;
        if (!digit)
            return false;
        value = value << 4 | (uint32_t)(digit - digits);
    }
    *out = value;
    return true;
}

static long days_of_month(long year, long month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool scalar_date(Str s)
{
    if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-')
        return false;
    long year, month, day;
    return scalar_integer(str_sub(s, 0, 4), &year) &&
           scalar_integer(str_sub(s, 5, 2), &month) &&
           scalar_integer(str_sub(s, 8, 2), &day) && year > 0 && month >= 1 &&
           month <= 12 && day >= 1 && day <= days_of_month(year, month);
}
