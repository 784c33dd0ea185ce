/*
 * Dates typed as text (J-11): the official form, `2024. 1. 5.(금)`, ends in 일,
 * and `2024. 1.` in 월. Its stops tell it from other figures: a lone `5.` is
 * the digit, `1.5.` may be a decimal at the end of a sentence.
 *
 * Times (J-12): `15:00` ends in 시, `15:20` in 분. Official times have two
 * digits on both sides; a ratio is mostly one to something (J-17: 1:15). What
 * has one digit before its colon is judged by the words around it, and may stay
 * in doubt.
 */
#include "doc/josa_int.h"

/* Code points before `at`, which are read backwards. */
typedef struct Backward {
    const uint32_t *c;
    size_t at;
} Backward;

typedef struct Figure {
    unsigned value;
    size_t digits;
} Figure;

static bool ends_with(const Backward *t, uint32_t cp)
{
    return t->at > 0 && t->c[t->at - 1] == cp;
}

static bool take(Backward *t, uint32_t cp)
{
    bool there = ends_with(t, cp);
    t->at -= there;
    return there;
}

static bool take_any(Backward *t, const uint32_t *set)
{
    bool there = t->at > 0 && josa_in_set(t->c[t->at - 1], set);
    t->at -= there;
    return there;
}

static bool take_spaces(Backward *t)
{
    size_t from = t->at;
    while (t->at > 0 && josa_is_space(t->c[t->at - 1]))
        t->at--;
    return t->at < from;
}

static Figure take_figure(Backward *t)
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
static bool take_weekday(Backward *t)
{
    static const uint32_t days[] = {0xC6D4, 0xD654, 0xC218, 0xBAA9,
                                    0xAE08, 0xD1A0, 0xC77C, 0};
    Backward inner = *t;
    if (!take(&inner, ')') || !take_any(&inner, days) || !take(&inner, '('))
        return false;
    take_spaces(&inner);
    *t = inner;
    return true;
}

/* "2024." or "’24." before a month. */
static bool follows_year(Backward t)
{
    take_spaces(&t);
    if (!take(&t, '.'))
        return false;
    Figure year = take_figure(&t);
    return year.digits == 4 ||
           (year.digits == 2 && (ends_with(&t, 0x2019) || ends_with(&t, '\'')));
}

/* What stands before the last figure: a month, or a year before a month. */
static bool follows_month(Backward t, Figure last)
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

static bool is_date(Backward t);

static bool take_tilde(Backward *t)
{
    static const uint32_t tildes[] = {'~', 0x223C, 0x301C, 0xFF5E, 0};
    Backward before = *t;
    take_spaces(&before);
    if (!take_any(&before, tildes))
        return false;
    take_spaces(&before);
    *t = before;
    return true;
}

/* "1. 5.(금)~" before the last day. */
static bool follows_range(Backward t)
{
    return take_tilde(&t) && is_date(t);
}

static bool is_date(Backward t)
{
    bool weekday = take_weekday(&t);
    if (!take(&t, '.'))
        return false;
    Figure last = take_figure(&t);
    return is_part(last, 31) &&
           (weekday || follows_month(t, last) || follows_range(t));
}

/* ---- times ---- */

typedef struct Clock {
    Figure hour, minutes;
} Clock;

/* 9:30, of which nothing goes on before it: 1:2:30, 1.5:30. */
static bool take_clock(Backward *t, Clock *out)
{
    Backward before = *t;
    out->minutes = take_figure(&before);
    if (out->minutes.digits != 2 || out->minutes.value > 59 ||
        !take(&before, ':'))
        return false;
    out->hour = take_figure(&before);
    if (out->hour.digits < 1 || out->hour.digits > 2 || out->hour.value > 24 ||
        ends_with(&before, ':') || ends_with(&before, '.') ||
        ends_with(&before, ','))
        return false;
    *t = before;
    return true;
}

static bool ends_in_word(Backward t, Str word)
{
    size_t n = str_count(word);
    if (t.at < n)
        return false;
    for (size_t at = 0, i = t.at - n; at < word.n; i++)
        if (t.c[i] != str_next(word, &at))
            return false;
    return true;
}

/* 시각 9:30, 시각: 9:30, 시각(9:30). */
static bool follows_word(Backward t, const char *const *words)
{
    take_spaces(&t);
    if (take(&t, ':') || take(&t, '('))
        take_spaces(&t);
    for (; *words; words++)
        if (ends_in_word(t, str_of(*words)))
            return true;
    return false;
}

/* 2024. 1. 5.(금) 9:30, 3월 5일 9:30 */
static bool follows_day(Backward t)
{
    if (!take_spaces(&t))
        return false;
    return is_date(t) || (take(&t, 0xC77C) && take_figure(&t).digits > 0);
}

static bool follows_time_word(Backward t)
{
    static const char *const words[] = {
        "오전", "오후", "새벽", "아침", "점심", "저녁", "밤",   "낮", "시각",
        "시간", "일시", "요일", "매일", "당일", "평일", "휴일", NULL};
    return follows_word(t, words) || follows_day(t);
}

static bool follows_ratio_word(Backward t)
{
    static const char *const words[] = {
        "율",   "률",   "축척", "비례", "스코어", "점수",
        "승점", "찬반", "표결", "득표", "전적",   NULL};
    return follows_word(t, words);
}

/* 혼합비 is a ratio and 준비 none: a doubt for what else is a time. */
static bool may_follow_ratio_word(Backward t)
{
    static const char *const words[] = {"비", NULL};
    return follows_word(t, words);
}

static JosaClock clock_judge(Backward t, Clock c);

/* 9:30~10:45; a range of ratios has one to something at both ends. */
static JosaClock range_judge(Backward t, Clock last)
{
    Clock first;
    if (!take_tilde(&t) || !take_clock(&t, &first))
        return JOSA_CLOCK_DOUBT;
    JosaClock judged = clock_judge(t, first);
    bool ones = first.hour.value == 1 && last.hour.value == 1;
    bool ratios = judged == JOSA_CLOCK_NONE && (ones || follows_ratio_word(t));
    return ratios ? JOSA_CLOCK_NONE : JOSA_CLOCK_TIME;
}

/* `t` is what stands before `c`. */
static JosaClock clock_judge(Backward t, Clock c)
{
    if (follows_ratio_word(t))
        return JOSA_CLOCK_NONE;
    if (follows_time_word(t) || c.minutes.value < 10)
        return JOSA_CLOCK_TIME; /* no ratio is written 1:05 */
    JosaClock range = range_judge(t, c);
    if (range != JOSA_CLOCK_DOUBT)
        return range;
    bool two = c.hour.digits == 2;
    if (may_follow_ratio_word(t))
        return two ? JOSA_CLOCK_DOUBT : JOSA_CLOCK_NONE;
    if (two)
        return JOSA_CLOCK_TIME;
    return c.hour.value == 1 ? JOSA_CLOCK_NONE : JOSA_CLOCK_DOUBT;
}

JosaClock josa_typed_clock(const uint32_t *c, size_t n, size_t *from)
{
    Backward t = {c, n};
    Clock clock;
    if (!take_clock(&t, &clock))
        return JOSA_CLOCK_NONE;
    JosaClock judged = clock_judge(t, clock);
    if (judged != JOSA_CLOCK_NONE)
        *from = t.at;
    return judged;
}

/* ---- dates ---- */

bool josa_is_typed_date(const uint32_t *c, size_t n, size_t all)
{
    if (n == all)
        return false;
    if (c[n] == ')') /* what stands in the brackets was to decide */
        return is_date((Backward){c, n + 1});
    Backward rest = {c, n + 1};
    for (size_t end = n + 1; end <= all && end <= n + 5; end++) {
        Backward whole = {c, end};
        if (take_weekday(&whole) && whole.at == rest.at)
            return is_date((Backward){c, end});
    }
    return is_date(rest);
}
