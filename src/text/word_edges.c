/*
 * The edges of a word: everything its neighbours need to know, as bits, so
 * that judging a gap is two table look-ups. Patterns are read once per new
 * word; a word is short, so each pattern is a few lines over characters.
 */
#include "text/breaks.h"
#include "text/counters.h"
#include "text/figures.h"
#include "text/kinsoku.h"
#include "text/line_class.h"
#include "text/taste.h"

#include <glib.h>

enum { WORD_STACK = 64 };

typedef struct Chars {
    const BreakChar *c;
    size_t n;
    Str text;
} Chars;

static bool has(Chars w, size_t i, unsigned flags)
{
    return i < w.n && w.c[i].kinsoku & flags;
}

static bool is(Chars w, size_t i, uint32_t cp)
{
    return i < w.n && w.c[i].cp == cp;
}

static size_t digits_from(Chars w, size_t i)
{
    size_t from = i;
    while (has(w, i, KIN_DIGIT))
        i++;
    return i - from;
}

/* Digits that end just before `end`. */
static size_t digits_before(Chars w, size_t end)
{
    size_t i = end;
    while (i > 0 && has(w, i - 1, KIN_DIGIT))
        i--;
    return end - i;
}

/* A closing quote before two digits stands for a century: ’23. */
static bool is_year_mark(Chars w)
{
    return is(w, 0, 0x2019) && has(w, 1, KIN_DIGIT);
}

/* ".NET", "/var", "~/.ssh", "%d", "%(name)s": signs that belong to what follows them. */
static bool is_prefixed(Chars w)
{
    size_t i = 0;
    while (is(w, i, '.') || is(w, i, '/') || is(w, i, '%')
        || (is(w, i, '~') && is(w, i + 1, '/')))
        i++;
    return i > 0
        && (has(w, i, KIN_LATIN) || (is(w, i - 1, '%') && is(w, i, '('))
            || (has(w, i, KIN_DIGIT) && !is(w, 0, '/')));
}

/* What begins no line. A dash alone rather does so than that the word before it
 * is cut (K-14), a comma last of all. */
static uint32_t closed_edge(Chars w)
{
    if (!has(w, 0, KIN_NOT_FIRST) || is_year_mark(w) || is_prefixed(w))
        return 0;
    if (has(w, 0, KIN_AFTER_SPACE))
        return w.n > 1 ? 0 : EDGE_FIRST_CLOSED | EDGE_FIRST_DASH;
    return has(w, 0, KIN_COMMA) ? EDGE_FIRST_COMMA : EDGE_FIRST_CLOSED;
}

/* Where "1", "1~3" and "3/4" end. */
static size_t range_end(Chars w, size_t digits)
{
    bool joined = is(w, digits, '/') || is(w, digits, '-')
        || (has(w, digits, KIN_MARK) && !is(w, digits, ','));
    size_t more = joined ? digits_from(w, digits + 1) : 0;
    return more == 1 || more == 2 ? digits + 1 + more : digits;
}

/* "1.", "20.~2." but not the "2." of "11.2."; "1월", "1~3월", "3/4분기". */
static uint32_t first_date_edges(Chars w)
{
    size_t digits = digits_from(w, 0);
    uint32_t edges = 0;
    if (digits == 0 || digits > 2)
        return 0;
    if (is(w, digits, '.') && !has(w, digits + 1, KIN_DIGIT))
        edges |= EDGE_FIRST_DAY;
    size_t unit = range_end(w, digits);
    if (is(w, unit, 0xC6D4) || is(w, unit, 0xC77C) /* 월 일 */
        || is(w, unit, 0xBD84) || is(w, unit, 0xCD08)) /* 분 초 */
        edges |= EDGE_FIRST_MONTH;
    return edges;
}

/* "(가칭)세계": the bracket closes before the word ends. */
static bool closes_early(Chars w)
{
    for (size_t i = 0; i + 1 < w.n; i++)
        if (is(w, i, ')'))
            return true;
    return false;
}

/* "(금)", "(금)에": the day of the week, after a date. */
static bool begins_with_weekday(Chars w)
{
    static const uint32_t days[] = {0xC6D4, 0xD654, 0xC218, 0xBAA9,
        0xAE08, 0xD1A0, 0xC77C}; /* 월 화 수 목 금 토 일 */
    if (!is(w, 0, '(') || !is(w, 2, ')'))
        return false;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (is(w, 1, days[i]))
            return true;
    return false;
}

static uint32_t first_edges(Chars w)
{
    uint32_t edges = closed_edge(w) | first_date_edges(w);
    if (has(w, 0, KIN_DIGIT) || is_number_sign(w.c, w.n, 0))
        edges |= EDGE_FIRST_NUMBER;
    unsigned counts = has(w, 0, KIN_DIGIT) ? 0 : word_counts(w.text);
    if (counts & COUNTS_NUMBER)
        edges |= EDGE_FIRST_COUNTER;
    if (counts & COUNTS_KINDS)
        edges |= EDGE_FIRST_KIND;
    if (counts & COUNTS_YEAR)
        edges |= EDGE_FIRST_MONTH;
    if (begins_with_weekday(w))
        edges |= EDGE_FIRST_WEEKDAY;
    if (is(w, 0, '(') && !closes_early(w)) {
        edges |= EDGE_PAREN_OPENS;
        if (is(w, 1, 0xB2E8) && is(w, 2, 0xC704)) /* 단위 */
            edges |= EDGE_UNIT_OPENS;
    }
    return edges;
}

/* "2024.", "’23.", "~2.": digits and a full stop, no other stop before. */
static bool ends_with_date(Chars w)
{
    size_t n = w.n;
    if (!is(w, n - 1, '.'))
        return false;
    size_t digits = digits_before(w, n - 1);
    return digits >= 1 && digits <= 4
        && (digits == n - 1 || !is(w, n - 2 - digits, '.'));
}

/* Another number of the date or the time may follow: 년 월 시 분. */
static bool ends_with_year(Chars w)
{
    size_t last = w.n - 1;
    return (is(w, last, 0xB144) || is(w, last, 0xC6D4) || is(w, last, 0xC2DC)
               || is(w, last, 0xBD84))
        && digits_before(w, last) >= 1;
}

static bool ends_with_day(Chars w)
{
    return is(w, w.n - 1, 0xC77C) && digits_before(w, w.n - 1) >= 1; /* 일 */
}

/* Without 여, "more than": "50여", "3천여", or 여 alone. */
static size_t before_more(Chars w, size_t end)
{
    return end > 0 && is(w, end - 1, 0xC5EC) ? end - 1 : end;
}

/* "82개", "50여개", or 개 and 여개 alone: "82개 동". */
static uint32_t last_kinds_edges(Chars w)
{
    size_t end = before_more(w, w.n - 1);
    if (end == 0)
        return EDGE_LAST_KINDS;
    return has(w, end - 1, KIN_DIGIT | KIN_SCALE)
        ? EDGE_LAST_NUMBER | EDGE_LAST_KINDS
        : 0;
}

/* A number with its scale, or a scale alone: 만 원. */
static uint32_t last_number_edges(Chars w)
{
    if (is(w, w.n - 1, 0xAC1C)) /* 개 */
        return last_kinds_edges(w);
    size_t scaled = before_more(w, w.n), end = scaled;
    while (end > 0 && has(w, end - 1, KIN_SCALE))
        end--;
    if (end > 0 && !has(w, end - 1, KIN_DIGIT))
        return 0;
    return end < scaled && scaled == w.n ? EDGE_LAST_NUMBER | EDGE_LAST_SCALE
                                         : EDGE_LAST_NUMBER;
}

/* The last character that is no mark on another. */
static size_t last_base(Chars w)
{
    size_t i = w.n - 1;
    while (i > 0 && w.c[i].cp >= 0x300 && line_class(w.c[i].cp) == LC_CM)
        i--;
    return i;
}

/* Where a date that must part does so best. */
static bool ends_with_whole_year(Chars w)
{
    size_t last = w.n - 1, digits = digits_before(w, last);
    if (is(w, last, 0xB144)) /* 년 */
        return digits > 0;
    return ends_with_date(w)
        && (digits == 4 || (digits + 1 < w.n && is(w, last - digits - 1, 0x2019)));
}

static uint32_t last_edges(Chars w)
{
    uint32_t edges = last_number_edges(w);
    if (has(w, last_base(w), KIN_NOT_LAST))
        edges |= EDGE_LAST_OPEN;
    if (ends_with_date(w))
        edges |= EDGE_LAST_DATE;
    if (ends_with_year(w))
        edges |= EDGE_LAST_YEAR;
    if (ends_with_day(w))
        edges |= EDGE_LAST_DAY;
    if (ends_with_whole_year(w))
        edges |= EDGE_WHOLE_YEAR;
    if (is(w, w.n - 1, ')'))
        edges |= EDGE_PAREN_CLOSES;
    return edges;
}

/* The bullets that are more than signs only where a text begins (K-24). */
static bool is_start_bullet(Chars w)
{
    return w.n == 1
        && (is(w, 0, '-') || is(w, 0, '*') || is(w, 0, 0xB7)
            || is(w, 0, 0x318D) || is(w, 0, 0x3147) || is(w, 0, 0x2022)
            || is(w, 0, 0x2013) || is(w, 0, 0x2015));
}

static bool is_word(Chars w, uint32_t cp)
{
    return is(w, 0, cp)
        && (w.n == 1 || (w.n == 2 && has(w, 1, KIN_NOT_FIRST)));
}

static uint32_t whole_edges(Chars w)
{
    uint32_t edges = 0;
    if (w.n == 1 && has(w, 0, KIN_MARKER))
        edges |= EDGE_MARKER;
    if (is_start_bullet(w))
        edges |= EDGE_START_MARKER;
    if (marker_length(w.c, w.n) == w.n)
        edges |= EDGE_ITEM_MARKER;
    if (is(w, w.n - 1, 0x6545)) /* 故 */
        edges |= EDGE_PREFIX;
    if (is_word(w, 0xB05D)) /* 끝 */
        edges |= EDGE_CLOSING;
    if (is_word(w, 0xB4F1)) /* 등 */
        edges |= EDGE_ETC;
    return edges;
}

WordInfo word_info(Str text)
{
    BreakChar stack[WORD_STACK];
    BreakChar *c = text.n <= WORD_STACK ? stack : g_new(BreakChar, text.n);
    Chars w = {.c = c, .n = chars_read(text, c), .text = text};
    WordInfo info = {.text = text, .chars = (uint32_t)w.n};
    if (w.n)
        info.edges = first_edges(w) | last_edges(w) | whole_edges(w)
            | taste_edges(w.c, w.n);
    if (c != stack)
        g_free(c);
    return info;
}
