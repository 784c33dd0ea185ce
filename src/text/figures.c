#include "text/figures.h"

#include "text/kinsoku.h"

#include <string.h>

size_t chars_read(Str w, BreakChar *c)
{
    size_t n = 0;
    for (size_t at = 0; at < w.n; n++) {
        c[n].at = (uint32_t)at;
        c[n].cp = str_next(w, &at);
        c[n].kinsoku = kinsoku(c[n].cp);
    }
    return n;
}

static bool is_digit(const BreakChar *c, size_t n, size_t i)
{
    return i < n && c[i].kinsoku & KIN_DIGIT;
}

static bool joins_digits(uint32_t cp)
{
    return cp < 0x80 && cp && strchr(",.:/-", (int)cp);
}

size_t number_end(const BreakChar *c, size_t n, size_t i)
{
    for (; i < n; i++)
        if (!is_digit(c, n, i)
            && !(joins_digits(c[i].cp) && is_digit(c, n, i + 1)))
            break;
    return i;
}

size_t scale_end(const BreakChar *c, size_t n, size_t i)
{
    while (i < n && c[i].kinsoku & KIN_SCALE)
        i++;
    return i;
}

bool is_number_sign(const BreakChar *c, size_t n, size_t i)
{
    if (!(c[i].kinsoku & KIN_SIGN) || !is_digit(c, n, i + 1))
        return false;
    return i == 0
        || !(c[i - 1].kinsoku & (KIN_DIGIT | KIN_HANGUL | KIN_LATIN));
}

/* In order of code points; a longer counter stands before the shorter one it
 * begins with. */
static const char *const counters[] = {
    "%p", "%", "GB", "GWh", "GW", "L", "MB", "MWh", "MW", "TB", "cm", "dB",
    "g", "ha", "kWh", "kW", "kg", "km²", "km", "mm", "m²", "m³", "m", "ppm",
    "p", "t", "‰", "℃", "ℓ", "㎏", "㎜", "㎝", "㎞", "㎡", "㎢", "㎥", "㎾",
    "㎿", "가구", "개교", "개국", "개년", "개동", "개사", "개소", "개월",
    "개", "건", "곳", "권", "그루", "급", "년", "단계", "대", "동", "등급",
    "리", "마리", "매", "면", "명", "배", "번째", "번", "병상", "부", "분",
    "석", "세대", "세", "시간", "시", "실", "원", "월", "위", "인", "일",
    "점", "종", "주년", "주", "쪽", "차례", "차", "척", "초", "층", "톤",
    "팀", "편", "평", "필지", "학급", "학년", "호", "회"};

/* The first counter that does not sort before a character. */
static size_t first_counter(Str character)
{
    size_t low = 0, high = sizeof counters / sizeof *counters;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strncmp(counters[middle], character.p, character.n) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t counter_length(Str s)
{
    size_t one = 0;
    if (!s.n)
        return 0;
    str_next(s, &one);
    Str first = str_sub(s, 0, one);
    for (size_t i = first_counter(first);
         i < sizeof counters / sizeof *counters
         && !strncmp(counters[i], first.p, first.n);
         i++)
        if (str_starts(s, str_of(counters[i])))
            return strlen(counters[i]);
    return 0;
}

/* What may follow a counter in its word. */
static const char *const particles[] = {
    "은", "는", "이", "가", "을", "를", "의", "에", "에서", "에는", "로",
    "으로", "와", "과", "도", "만", "까지", "까지의", "부터", "이상", "이상의",
    "이하", "미만", "초과", "당", "씩", "정도", "가량", "이며", "이고", "임",
    "이나", "보다", "규모", "규모의", "내외", "여", "이다", "입니다", "간", "간의",
    "째"};

static bool is_particle(Str s)
{
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (str_eq_c(s, particles[i]))
            return true;
    return false;
}

static bool is_letter(uint32_t cp)
{
    return kinsoku(cp) & (KIN_HANGUL | KIN_LATIN | KIN_DIGIT | KIN_HANJA);
}

bool is_counter_word(Str s)
{
    size_t length = counter_length(s), end = length;
    if (!length)
        return false;
    for (size_t at = length; at < s.n; end = at)
        if (!is_letter(str_next(s, &at)))
            break;
    Str rest = str_sub(s, length, end - length);
    return rest.n == 0 || is_particle(rest);
}

static bool is_address_char(uint32_t cp)
{
    return cp > 0x20 && cp < 0x7F && !strchr("()<>[]{}\"'", (int)cp);
}

static bool cp_is(const BreakChar *c, size_t n, size_t i, uint32_t cp)
{
    return i < n && c[i].cp == cp;
}

static bool is_host_start(const BreakChar *c, size_t n, size_t i)
{
    return cp_is(c, n, i, 'w') && cp_is(c, n, i + 1, 'w')
        && cp_is(c, n, i + 2, 'w') && cp_is(c, n, i + 3, '.');
}

/* Something only an address contains begins at c[i]. */
static bool betrays_address(const BreakChar *c, size_t n, size_t i)
{
    if (cp_is(c, n, i, ':') && cp_is(c, n, i + 1, '/')
        && cp_is(c, n, i + 2, '/'))
        return true;
    if (cp_is(c, n, i, '@'))
        return i > 0 && is_address_char(c[i - 1].cp) && i + 1 < n
            && is_address_char(c[i + 1].cp);
    return is_host_start(c, n, i);
}

bool find_address(const BreakChar *c, size_t n, size_t *from, size_t *to)
{
    size_t i = 0;
    while (i < n && !betrays_address(c, n, i))
        i++;
    if (i == n)
        return false;
    for (*from = i; *from > 0 && is_address_char(c[*from - 1].cp);)
        --*from;
    for (*to = i; *to < n && is_address_char(c[*to].cp);)
        ++*to;
    return true;
}
