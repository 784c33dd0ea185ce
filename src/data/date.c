/*
 * Date grammar. A text is cut into fields (numbers) and the marks between
 * them; a table of patterns says which sequences of marks are dates.
 * Two-digit years are 20yy: offices write of the present.
 */
#include "data/date.h"

#include <string.h>

enum { FIELDS_MAX = 3, CENTURY = 2000 };

/* The numbers of a date with their widths, and the marks as one string: "#"
 * for a number, then what follows it without spaces. */
typedef struct Fields {
    int value[FIELDS_MAX], width[FIELDS_MAX];
    int n;
    char marks[48];
    size_t nmarks;
} Fields;

static bool add_mark(Fields *f, const char *p, size_t n)
{
    if (f->nmarks + n >= sizeof f->marks)
        return false;
    memcpy(f->marks + f->nmarks, p, n);
    f->nmarks += n;
    return true;
}

/* Full-width digits and stops as their plain forms (K-200 folds only here). */
static uint32_t fold(uint32_t cp)
{
    if (cp >= 0xFF01 && cp <= 0xFF5E)
        return cp - 0xFEE0;
    return cp == 0x2018 || cp == 0x2019 ? '\'' : cp;
}

static bool add_digit(Fields *f, uint32_t digit, bool inside)
{
    if (!inside) {
        if (f->n == FIELDS_MAX || !add_mark(f, "#", 1))
            return false;
        f->value[f->n] = f->width[f->n] = 0;
        f->n++;
    }
    int i = f->n - 1;
    if (++f->width[i] > 8)
        return false;
    f->value[i] = f->value[i] * 10 + (int)digit;
    return true;
}

static bool read_fields(Str s, Fields *f)
{
    memset(f, 0, sizeof *f);
    bool inside = false;
    for (size_t at = 0; at < s.n;) {
        uint32_t cp = fold(str_next(s, &at));
        bool digit = cp >= '0' && cp <= '9';
        char utf8[4];
        if (digit ? !add_digit(f, cp - '0', inside)
                  : cp != ' ' && cp != 0xA0 &&
                        !add_mark(f, utf8, utf8_put(utf8, cp)))
            return false;
        inside = digit;
    }
    return true;
}

/* Which field means what: 'Y' year, 'y' two-digit year, 'M', 'D', 'B' bare
 * eight digits, 'S' a bare serial. */
typedef struct Pattern {
    const char *marks;
    const char *meaning;
    bool spelt; /* 월 and 일 in letters: suspicious without a year */
} Pattern;

static const Pattern patterns[] = {
    {"#.#.#.", "YMD", false},    {"#.#.#", "YMD", false},
    {"#-#-#", "YMD", false},     {"#/#/#", "YMD", false},
    {"#년#월#일", "YMD", false}, {"'#.#.#.", "YMD", false},
    {"'#.#.#", "YMD", false},    {"#.#월#일", "YMD", false},
    {"#.#.", "?", false},        {"#.#월", "YM", false},
    {"#-#", "YM", false},        {"#년#월", "YM", false},
    {"'#.#.", "YM", false},      {"#년", "Y", false},
    {"#월#일", "MD", true},      {"#", "B", false},
};

static const Pattern *find_pattern(const Fields *f)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (strlen(patterns[i].marks) == f->nmarks &&
            memcmp(patterns[i].marks, f->marks, f->nmarks) == 0)
            return &patterns[i];
    return NULL;
}

static bool set_year(const Fields *f, int i, Date *out)
{
    if (f->width[i] == 4)
        out->year = (int16_t)f->value[i];
    else if (f->width[i] == 2)
        out->year = (int16_t)(CENTURY + f->value[i]);
    else
        return false;
    return out->year > 0;
}

static bool set_part(const Fields *f, int i, int8_t *out)
{
    if (f->width[i] > 2)
        return false;
    *out = (int8_t)f->value[i];
    return true;
}

/* 20230118, or the day number of a spreadsheet (1900 system). */
static DateForm read_bare(const Fields *f, Date *out);

static DateForm judge(const Date *d)
{
    bool whole = d->year && d->month && d->day;
    if (d->month < 0 || d->month > 12 || d->day < 0 || d->day > 31)
        return DATE_NO_DAY;
    if (whole)
        return date_valid(*d) ? DATE_FINE : DATE_NO_DAY;
    Date leap = *d; /* 2. 29. without a year may exist */
    leap.year = 2000;
    if (d->day && !date_valid(leap))
        return DATE_NO_DAY;
    return DATE_FINE;
}

int date_cut_weekday(Str *s)
{
    static const char *const tails[][2] = {
        {"(월)", "(월요일)"}, {"(화)", "(화요일)"}, {"(수)", "(수요일)"},
        {"(목)", "(목요일)"}, {"(금)", "(금요일)"}, {"(토)", "(토요일)"},
        {"(일)", "(일요일)"}};
    if (!str_ends(*s, STR(")")))
        return 0;
    for (int i = 0; i < 7; i++) {
        for (int k = 0; k < 2; k++) {
            Str tail = str_of(tails[i][k]);
            if (str_ends(*s, tail)) {
                *s = str_trim(str_sub(*s, 0, s->n - tail.n));
                return i + 1;
            }
        }
    }
    return 0;
}

static bool fill(const Fields *f, const char *meaning, Date *out)
{
    for (int i = 0; meaning[i]; i++) {
        bool fine = meaning[i] == 'Y'   ? set_year(f, i, out)
                    : meaning[i] == 'M' ? set_part(f, i, &out->month)
                                        : set_part(f, i, &out->day);
        if (!fine)
            return false;
        if (meaning[i] != 'Y' && f->value[i] == 0)
            out->month = 13; /* 0월, 0일: told as not in the calendar */
    }
    return true;
}

/* A whole date but for its year, of three digits or more than four. */
static bool is_year_misspelt(const Fields *f, const char *meaning)
{
    Date rest = {0};
    return strcmp(meaning, "YMD") == 0 &&
           (f->width[0] == 3 || f->width[0] > 4) &&
           set_part(f, 1, &rest.month) && set_part(f, 2, &rest.day);
}

/* ---- vague dates ---- */

/* Takes 상반기 or 3분기 off the end: the months it begins with and lasts. */
static bool cut_part(Str *s, int8_t *month, int8_t *months)
{
    static const struct Part {
        const char *word;
        int8_t month, months;
    } parts[] = {
        {"상반기", 1, 6},   {"하반기", 7, 6},  {"1/4분기", 1, 3},
        {"2/4분기", 4, 3},  {"3/4분기", 7, 3}, {"4/4분기", 10, 3},
        {"1사분기", 1, 3},  {"2사분기", 4, 3}, {"3사분기", 7, 3},
        {"4사분기", 10, 3}, {"1분기", 1, 3},   {"2분기", 4, 3},
        {"3분기", 7, 3},    {"4분기", 10, 3},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        Str word = str_of(parts[i].word);
        if (!str_ends(*s, word))
            continue;
        *s = str_trim(str_sub(*s, 0, s->n - word.n));
        *month = parts[i].month;
        *months = parts[i].months;
        return true;
    }
    return false;
}

/* 2024년, 2024. or '24 before the part; nothing: the year of the context. */
static bool read_year(Str s, int year, Date *out)
{
    static const char *const forms[] = {"#년", "#.", "#", "'#년", "'#.", "'#"};
    Fields f;
    out->year = (int16_t)year;
    if (s.n == 0)
        return true;
    if (!read_fields(s, &f) || f.n != 1)
        return false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strlen(forms[i]) == f.nmarks &&
            memcmp(forms[i], f.marks, f.nmarks) == 0)
            return set_year(&f, 0, out);
    return false;
}

static bool read_vague(Str s, int year, Date *out)
{
    int8_t months;
    Date d = {0};
    if (!cut_part(&s, &d.month, &months) || !read_year(s, year, &d))
        return false;
    if (d.year == 0) /* a label: of which year is not said */
        return false;
    d.day = (int8_t)-months;
    *out = d;
    return true;
}

DateForm date_read(Str s, int year, Date *out)
{
    if (read_vague(s, year, out))
        return DATE_FINE;
    int weekday = date_cut_weekday(&s);
    Fields f;
    const Pattern *p = read_fields(s, &f) ? find_pattern(&f) : NULL;
    if (!p)
        return DATE_TEXT;
    if (p->meaning[0] == 'B')
        return read_bare(&f, out);
    const char *meaning = p->meaning;
    if (meaning[0] == '?') /* 2023.1. or 1.18. */
        meaning = f.width[0] == 4 ? "YM" : "MD";
    Date d = {0};
    if (!fill(&f, meaning, &d))
        return is_year_misspelt(&f, meaning) ? DATE_YEAR : DATE_TEXT;
    if (meaning[0] == 'M')
        d.year = (int16_t)year;
    *out = d;
    DateForm form = judge(&d);
    if (form != DATE_FINE)
        return form;
    if (p->spelt && year == 0)
        return DATE_DAMAGED;
    if (weekday && date_weekday(d) && date_weekday(d) != weekday)
        return DATE_WEEKDAY;
    return DATE_FINE;
}

/* Days since 1970-01-01 → date, by eras of 400 years. */
static Date date_from_days(int64_t days)
{
    int64_t z = days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int64_t mp = (5 * doy + 2) / 153;
    int64_t month = mp < 10 ? mp + 3 : mp - 9;
    return (Date){(int16_t)(yoe + era * 400 + (month <= 2)), (int8_t)month,
                  (int8_t)(doy - (153 * mp + 2) / 5 + 1)};
}

static DateForm read_bare(const Fields *f, Date *out)
{
    enum {
        SERIAL_FIRST = 20000, /* 1954 */
        SERIAL_LAST = 80000,  /* 2119 */
        SERIAL_EPOCH = 25569  /* the serial of 1970-01-01 */
    };
    int v = f->value[0];
    if (f->width[0] == 8) {
        Date d = {(int16_t)(v / 10000), (int8_t)(v / 100 % 100),
                  (int8_t)(v % 100)};
        *out = d;
        return date_valid(d) ? DATE_FINE : DATE_NO_DAY;
    }
    if (f->width[0] != 5 || v < SERIAL_FIRST || v > SERIAL_LAST)
        return DATE_TEXT;
    *out = date_from_days(v - SERIAL_EPOCH);
    return DATE_SERIAL;
}

/* How many months a date without a day says. */
static int date_months(Date d)
{
    return d.month == 0 ? 12 : d.day < 0 ? -d.day : 1;
}

Date date_first(Date d)
{
    return d.day > 0 ? d : (Date){d.year, d.month ? d.month : 1, 1};
}

Date date_last(Date d)
{
    if (d.day > 0)
        return d;
    Date last = {d.year, (int8_t)(date_first(d).month + date_months(d) - 1),
                 31};
    while (!date_valid(last))
        last.day--;
    return last;
}

bool date_is_bare(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    return s.n > 0;
}

Str date_iso(Date d, Arena *a)
{
    if (d.month == 0)
        return str_printf(a, "%04d", d.year);
    if (d.day < 0) /* 2024-H2, 2024-Q3 */
        return str_printf(a, "%04d-%c%d", d.year, d.day == -6 ? 'H' : 'Q',
                          d.month / -d.day + 1);
    if (d.day == 0)
        return str_printf(a, "%04d-%02d", d.year, d.month);
    if (d.year == 0)
        return str_printf(a, "%02d-%02d", d.month, d.day);
    return str_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}
