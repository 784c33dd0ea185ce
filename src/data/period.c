/*
 * The text is cut at its mark; each side is a date. The end is completed from
 * the beginning: its year, and for a lone number the month or the year too.
 */
#include "data/period.h"
#include "data/date.h"

/* Marks between two dates. A hyphen stands inside dates, so only one with
 * spaces parts them. */
static const char *const marks[] = {"~", "～", "∼", "〜", "부터", " - ", " – "};

static bool cut(Str s, Str *from, Str *until)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        Str mark = str_of(marks[i]);
        ptrdiff_t at = str_find(s, mark);
        if (at < 0)
            continue;
        *from = str_trim(str_sub(s, 0, (size_t)at));
        *until = str_trim(str_sub(s, (size_t)at + mark.n, s.n));
        return true;
    }
    return false;
}

/* 2024: a year, which alone in a column would be a number. */
static bool read_year(Str s, Date *out)
{
    if (s.n != 4 || !date_is_bare(s) || s.p[0] == '0')
        return false;
    *out = DATE_NONE;
    for (size_t i = 0; i < s.n; i++)
        out->year = (int16_t)(out->year * 10 + (s.p[i] - '0'));
    return true;
}

static PeriodForm read_side(Str s, int year, Date *out)
{
    if (read_year(s, out))
        return PERIOD_FINE;
    switch (date_read(s, year, out)) {
    case DATE_FINE:
        return PERIOD_FINE;
    case DATE_NO_DAY:
        return PERIOD_NO_DAY;
    case DATE_WEEKDAY:
        return PERIOD_WEEKDAY;
    default:
        return PERIOD_TEXT;
    }
}

/* "24." or "24일" after a day, "12." or "12월" after a month: the number alone.
 */
static int read_lone(Str s)
{
    static const char *const tails[] = {".", "일", "월"};
    int n = 0;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (str_ends(s, str_of(tails[i])))
            s = str_trim(str_sub(s, 0, s.n - str_of(tails[i]).n));
    if (s.n == 0 || s.n > 2 || !date_is_bare(s))
        return 0;
    for (size_t i = 0; i < s.n; i++)
        n = n * 10 + (s.p[i] - '0');
    return n;
}

/* An end that says only its day or month. */
static PeriodForm complete(int n, Date from, Date *until)
{
    *until = from;
    if (from.day > 0)
        until->day = (int8_t)n;
    else
        until->month = (int8_t)n;
    bool whole = until->year && until->day > 0;
    bool fine =
        whole ? date_valid(*until) : until->month <= 12 && until->day <= 31;
    return fine ? PERIOD_FINE : PERIOD_NO_DAY;
}

/* "24." or "24.(토)" after a beginning with a month. */
static PeriodForm read_end(Str s, Date from, int year, Date *until)
{
    Str number = s;
    int weekday = date_cut_weekday(&number);
    int lone = read_lone(number);
    bool suits = weekday ? from.day > 0 : from.month && from.day >= 0;
    if (lone && suits) {
        PeriodForm form = complete(lone, from, until);
        int is = form == PERIOD_FINE ? date_weekday(*until) : 0;
        return weekday && is && weekday != is ? PERIOD_WEEKDAY : form;
    }
    return read_side(s, from.year ? from.year : year, until);
}

/* Held against each other as far as both say. */
static bool is_backwards(Date from, Date until)
{
    if (from.year != until.year)
        return from.year > until.year;
    if (from.month != until.month)
        return until.month && from.month > until.month;
    return from.day > 0 && until.day > 0 && from.day > until.day;
}

PeriodForm period_read(Str s, int year, Date *from, Date *until)
{
    Str left, right;
    Date begin = DATE_NONE, end = DATE_NONE;
    if (!cut(s, &left, &right)) {
        PeriodForm form = read_side(s, year, &begin);
        *from = begin;
        *until = DATE_NONE;
        return form;
    }
    if (str_ends(right, STR("까지")))
        right = str_trim(str_sub(right, 0, right.n - STR("까지").n));
    if (left.n == 0 && right.n == 0)
        return PERIOD_TEXT;
    PeriodForm form = left.n ? read_side(left, year, &begin) : PERIOD_FINE;
    if (form == PERIOD_FINE && right.n)
        form = read_end(right, begin, year, &end);
    if (form == PERIOD_WEEKDAY)
        *from = date_is(end, DATE_NONE) ? begin : end;
    if (form != PERIOD_FINE)
        return form;
    *from = begin;
    *until = right.n ? end : DATE_OPEN;
    return left.n && is_backwards(*from, *until) ? PERIOD_BACKWARDS
                                                 : PERIOD_FINE;
}

Str period_iso(Date from, Date until, Arena *a)
{
    Str begin = date_is(from, DATE_NONE) ? STR("") : date_iso(from, a);
    Str end = date_is(until, DATE_OPEN) ? STR("") : date_iso(until, a);
    return str_printf(a, STR_FMT "/" STR_FMT, STR_ARG(begin), STR_ARG(end));
}
