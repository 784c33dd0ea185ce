#include "text/figures.h"

#include "base/house.h"
#include "text/breaks.h"
#include "text/kinsoku.h"

#include <string.h>

size_t chars_read(Str w, BreakChar *c)
{
    size_t n = 0;
    for (size_t at = 0; at < w.n; n++) {
        c[n].at = (uint32_t)at;
        c[n].cp = str_next(w, &at);
        c[n].kinsoku = kinsoku(c[n].cp);
        if (c[n].kinsoku & KIN_MARK && c[n].cp > '~')
            c[n].cp = house_plain(c[n].cp); /* ㆍ is judged as · is */
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

/* Digits of c[from .. end) that end just before i. */
static size_t digits_back(const BreakChar *c, size_t from, size_t i)
{
    size_t end = i;
    while (i > from && is_digit(c, end, i - 1))
        i--;
    return end - i;
}

static size_t digits_on(const BreakChar *c, size_t i, size_t end)
{
    size_t from = i;
    while (is_digit(c, end, i))
        i++;
    return i - from;
}

enum { GROUP_DIGITS = 3 };

/* The comma c[i] stands before a group of thousands: 1,234 but not 1,23. */
static bool joins_thousands(const BreakChar *c, size_t from, size_t i,
    size_t end)
{
    size_t before = digits_back(c, from, i), start = i - before;
    bool more = start > from && c[start - 1].cp == ',';
    bool decimal = start > from && c[start - 1].cp == '.';
    return digits_on(c, i + 1, end) == GROUP_DIGITS && !decimal
        && before <= GROUP_DIGITS && (!more || before == GROUP_DIGITS);
}

static bool has_list_comma(const BreakChar *c, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++)
        if (c[i].cp == ',' && !joins_thousands(c, from, i, end))
            return true;
    return false;
}

/* 1,2,3: in a list even a comma that could join thousands, the last one of
 * 99,100,101, may part at the worst. */
static void judge_commas(const BreakChar *c, size_t from, size_t end,
    uint8_t *tier)
{
    if (!has_list_comma(c, from, end))
        return;
    for (size_t i = from; i < end; i++)
        if (c[i].cp == ',')
            tier[i + 1] = joins_thousands(c, from, i, end) ? TIER_CLUSTER
                                                           : TIER_MARK;
}

/* The parts of a number between its slashes: how many there are, and the first
 * three. */
typedef struct Slashed {
    size_t parts;
    size_t digits[3];
    unsigned value[3];
} Slashed;

static void slashed_add(Slashed *s, const BreakChar *c, size_t i, size_t end)
{
    if (s->parts < 3) {
        size_t digits = digits_on(c, i, end);
        s->digits[s->parts] = digits;
        for (size_t k = i; k < i + digits && digits <= 4; k++)
            s->value[s->parts] =
                s->value[s->parts] * 10 + (c[k].cp & 0xF); /* ０ too */
    }
    s->parts++;
}

static bool is_year(const Slashed *s, size_t part)
{
    return s->digits[part] == 2 || s->digits[part] == 4;
}

/* 2024/3/1, 24/3/1 and 3/1/2024. */
static bool is_slashed_date(const Slashed *s)
{
    const unsigned *v = s->value;
    if (s->parts != 3 || s->digits[1] > 2)
        return false;
    return (is_year(s, 0) && v[1] <= 12 && s->digits[2] <= 2 && v[2] <= 31)
        || (s->digits[0] <= 2 && v[0] <= 12 && v[1] <= 31
            && s->digits[2] == 4);
}

/* What ends the numbers that slashes join: another date or number begins. */
static bool ends_slashed(const BreakChar *c, size_t i, const uint8_t *tier)
{
    return c[i].cp == '-' || tier[i] != TIER_NONE;
}

/* 16/25/34, but not 3/4 and 2024/3/1. Answers where they end. */
static size_t judge_slashes(const BreakChar *c, size_t from, size_t end,
    uint8_t *tier)
{
    Slashed s = {0};
    size_t to = from + 1;
    slashed_add(&s, c, from, end);
    for (; to < end && !ends_slashed(c, to, tier); to++)
        if (c[to].cp == '/')
            slashed_add(&s, c, to + 1, end);
    for (size_t i = from; s.parts > 2 && !is_slashed_date(&s) && i < to; i++)
        if (c[i].cp == '/')
            tier[i + 1] = TIER_MARK;
    return to;
}

void number_list_judge(const BreakChar *c, size_t from, size_t end,
    uint8_t *tier)
{
    judge_commas(c, from, end, tier);
    for (size_t i = from; i < end;)
        i = is_digit(c, end, i) ? judge_slashes(c, i, end, tier) : i + 1;
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

enum { MARKER_LETTERS = 3 };

/* 가 나 … 하, 거 너 … 허, 고 노 … 호: no final, a plain initial (K-68). */
static bool is_order_letter(uint32_t cp)
{
    static const bool plain_initial[19] = {1, 0, 1, 1, 0, 1, 1, 0, 0, 1,
        0, 1, 1, 0, 1, 1, 1, 1, 1};
    if (cp < 0xAC00 || cp > 0xD7A3 || (cp - 0xAC00) % 28 != 0)
        return false;
    uint32_t vowel = (cp - 0xAC00) / 28 % 21;
    return plain_initial[(cp - 0xAC00) / 28 / 21]
        && (vowel == 0 || vowel == 4 || vowel == 8);
}

static bool is_roman(uint32_t cp)
{
    return cp >= 0x2160 && cp <= 0x217F; /* Ⅰ … ⅿ */
}

/* Figures, one order letter or a Roman number at the start. */
static size_t marker_core(const BreakChar *c, size_t n)
{
    size_t digits = 0, letters = 0;
    while (is_digit(c, n, digits))
        digits++;
    while (letters < n && is_roman(c[letters].cp))
        letters++;
    size_t length = digits + letters;
    if (length == 0 && n > 0)
        return is_order_letter(c[0].cp);
    return length <= MARKER_LETTERS ? length : 0;
}

size_t marker_length(const BreakChar *c, size_t n)
{
    size_t open = n > 0 && c[0].cp == '(';
    size_t core = marker_core(c + open, n - open), end = open + core;
    if (core == 0 || end == n)
        return 0;
    return c[end].cp == ')' || (!open && c[end].cp == '.') ? end + 1 : 0;
}

/* What stands for all of its kind: ① for ⑳, 1 for 2, 가 for 나. */
static uint32_t marker_kind(uint32_t cp)
{
    static const struct {
        uint32_t first, last, kind;
    } kinds[] = {
        {0x2160, 0x217F, 0x2160},                            /* Ⅰ */
        {0x2460, 0x2473, 0x2460}, {0x3251, 0x325F, 0x2460},  /* ① */
        {0x32B1, 0x32BF, 0x2460}, {0x2776, 0x2793, 0x2776},  /* ㊿ ❶ */
        {0x2474, 0x2487, 0x2474}, {0x2488, 0x249B, 0x2488},  /* ⑴ ⒈ */
        {0x249C, 0x24E9, 0x249C}, {0x3200, 0x320D, 0x3200},  /* ⓐ ㈀ */
        {0x320E, 0x321B, 0x320E}, {0x3260, 0x326D, 0x3260},  /* ㈎ ㉠ */
        {0x326E, 0x327B, 0x326E},                            /* ㉮ */
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (cp >= kinds[i].first && cp <= kinds[i].last)
            return kinds[i].kind;
    return is_order_letter(cp) ? 0xAC00 : cp;
}

/* The kind of the sign at *at, of all figures in a row as of one. */
static uint32_t next_kind(Str s, size_t *at)
{
    uint32_t cp = *at < s.n ? str_next(s, at) : 0;
    if (!(kinsoku(cp) & KIN_DIGIT))
        return marker_kind(cp);
    for (size_t end = *at; end < s.n; *at = end)
        if (!(kinsoku(str_next(s, &end)) & KIN_DIGIT))
            break;
    return '1';
}

bool markers_alike(Str a, Str b)
{
    size_t i = 0, k = 0;
    while (i < a.n || k < b.n)
        if (next_kind(a, &i) != next_kind(b, &k))
            return false;
    return true;
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
