/*
 * Weekdays typed behind dates, 2024. 1. 5.(금), held against the calendar
 * (K-115). A date without a year may be of one of several: then the weekday is
 * doubted only where it suits none of them.
 */
#include "doc/claims_int.h"

#include "data/date.h"

#include <string.h>

/* Years that a text is held against; bytes of (월요일) and of the longest date. */
enum { YEARS_MAX = 12, BRACKET_MAX = 11, DATE_MAX = 40 };

/* A date with a weekday after it, as it stands in a text. */
typedef struct Said {
    size_t from, open, end; /* of the date, of the bracket, behind it */
    int weekday;
    Date date;
    bool ranged; /* after a beginning and ~ that tell the year */
} Said;

typedef struct Years {
    int year[YEARS_MAX];
    size_t n;
} Years;

/* ---- what is said ---- */

/* The weekday in the brackets that open at `open`; 0 when there is none. */
static int bracket_weekday(Str text, size_t open, size_t *end)
{
    ptrdiff_t close = str_find(str_sub(text, open, BRACKET_MAX), STR(")"));
    if (close < 0)
        return 0;
    *end = open + (size_t)close + 1;
    Str inside = str_sub(text, open, *end - open);
    int weekday = date_cut_weekday(&inside);
    return inside.n == 0 ? weekday : 0;
}

static size_t step_back(Str text, size_t at)
{
    while (at > 0 && ((unsigned char)text.p[--at] & 0xC0) == 0x80)
        ;
    return at;
}

static bool in_date(uint32_t cp)
{
    return (cp < 0x80 && (g_ascii_isdigit((gchar)cp) || strchr(" .-/'", (int)cp))) ||
           cp == 0x2019 || cp == 0xB144 /* 년 */ || cp == 0xC6D4 /* 월 */ ||
           cp == 0xC77C /* 일 */;
}

/* Where what may be a date before `to` begins. */
static size_t run_start(Str text, size_t to)
{
    size_t from = to;
    while (from > 0 && to - from < DATE_MAX) {
        size_t before = step_back(text, from), at = before;
        if (!in_date(str_next(text, &at)))
            break;
        from = before;
    }
    return from;
}

static bool may_begin(Str text, size_t at)
{
    bool digit = g_ascii_isdigit(text.p[at]);
    bool quote = text.p[at] == '\'' ||
                 str_starts(str_sub(text, at, text.n), STR("\u2019"));
    return quote || (digit && (at == 0 || !g_ascii_isdigit(text.p[at - 1])));
}

/* The longest date that ends at s->open; false when none does. */
static bool date_before(Str text, Said *s)
{
    for (size_t at = run_start(text, s->open); at < s->open; at++) {
        Str date = str_trim(str_sub(text, at, s->open - at));
        DateForm form =
            may_begin(text, at) ? date_read(date, 0, &s->date) : DATE_TEXT;
        if (form != DATE_FINE && form != DATE_DAMAGED)
            continue;
        s->from = at;
        return s->date.day > 0;
    }
    return false;
}

/* The day alone, "~24.", after the date that stands before the mark. */
static bool lone_day(Str text, const Said *last, Said *s)
{
    Str day = str_trim(str_sub(text, s->from, s->open - s->from));
    if (str_ends(day, STR(".")))
        day = str_sub(day, 0, day.n - 1);
    if (day.n == 0 || day.n > 2 || !date_is_bare(day))
        return false;
    s->date = last->date;
    s->date.day = (int8_t)(day.n == 1 ? day.p[0] - '0'
                                      : (day.p[0] - '0') * 10 + day.p[1] - '0');
    return true;
}

/* Whether nothing but ~ stands between two places. */
static bool is_range(Str text, size_t from, size_t to)
{
    return str_eq_c(str_trim(str_sub(text, from, to - from)), "~");
}

/* The date of s, after the one of `last` (weekday 0: none). */
static bool date_find(Str text, const Said *last, Said *s)
{
    bool follows = last->weekday > 0 && last->date.year > 0;
    if (!date_before(text, s)) {
        s->from = run_start(text, s->open);
        s->ranged = follows && is_range(text, last->end, s->from);
        return s->ranged && lone_day(text, last, s);
    }
    s->ranged = follows && s->date.year == 0 &&
                is_range(text, last->end, s->from);
    return true;
}

/* ---- which years it may be of ---- */

static void years_add(Years *y, int year)
{
    for (size_t i = 0; i < y->n; i++)
        if (y->year[i] == year)
            return;
    if (year > 0 && y->n < YEARS_MAX)
        y->year[y->n++] = year;
}

/* Those of the document, the ones beside them, and all that the text names. */
static void years_around(const Claims *c, Str text, Years *y)
{
    for (size_t i = 0; i < G_N_ELEMENTS(c->text.years); i++)
        for (int k = 0; k < 3 && c->text.years[i] > 0; k++)
            years_add(y, c->text.years[i] + (k == 2 ? -1 : k));
    for (size_t at = 0; at + 4 <= text.n; at++) {
        int year = 0;
        bool whole = at == 0 || !g_ascii_isdigit(text.p[at - 1]);
        for (size_t i = 0; i < 4 && whole; i++) {
            whole = g_ascii_isdigit(text.p[at + i]);
            year = year * 10 + (text.p[at + i] - '0');
        }
        if (whole && year >= 1900 && year < 2100)
            years_add(y, year);
    }
}

static Years years_of(const Years *around, const Said *last, const Said *s)
{
    Years y = {.n = 0};
    if (s->ranged) {
        bool next = s->date.month < last->date.month;
        years_add(&y, last->date.year + next);
    } else if (s->date.year > 0) {
        years_add(&y, s->date.year);
    } else {
        y = *around;
    }
    return y;
}

/* ---- holding it against the calendar ---- */

static int weekday_in(const Said *s, int year)
{
    Date d = s->date;
    d.year = (int16_t)year;
    return date_weekday(d);
}

static bool suits(const Said *s, const Years *y)
{
    for (size_t i = 0; i < y->n; i++) {
        int is = weekday_in(s, y->year[i]);
        if (is == 0 || is == s->weekday)
            return true;
    }
    return y->n == 0;
}

static void report(Claims *c, const Said *s, const Years *y, bool certain,
                   Str said, Pos pos)
{
    static const char *const names[] = {"",   "월", "화", "수",
                                        "목", "금", "토", "일"};
    const char *is = names[weekday_in(s, y->year[0])];
    if (certain)
        diag(c->diags, DIAG_TEXT_WEEKDAY, pos, diag_str(c->diags, said), is);
    else
        diag(c->diags, DIAG_TEXT_WEEKDAY_YEAR, pos, diag_str(c->diags, said),
             diag_arg(c->diags, "%d", y->year[0]), is);
}

/* A text, and the years that a date without one may mean there. */
typedef struct Context {
    RichText text;
    Str plain;
    Years around; /* once asked for */
    bool asked;
} Context;

static void said_check(Claims *c, Context *in, const Said *last, Said *s)
{
    if (s->date.year == 0 && !in->asked)
        years_around(c, in->plain, &in->around);
    in->asked = in->asked || s->date.year == 0;
    Years y = years_of(&in->around, last, s);
    bool certain = s->ranged || s->date.year > 0;
    if (s->ranged && y.n > 0)
        s->date.year = (int16_t)y.year[0];
    const Span *span = claims_typed_at(in->text, s->open);
    if (suits(s, &y) || !span)
        return;
    Str said = str_trim(str_sub(in->plain, s->from, s->end - s->from));
    if (!claims_seen(c, span->source, said))
        report(c, s, &y, certain, said, span->source);
}

void claims_weekdays(Claims *c, RichText text, Str plain)
{
    Said last = {.weekday = 0};
    Context in = {.text = text, .plain = plain};
    for (size_t open = 0; open < plain.n; open++) {
        Said s = {.open = open};
        if (plain.p[open] != '(' ||
            !(s.weekday = bracket_weekday(plain, open, &s.end)) ||
            !date_find(plain, &last, &s))
            continue;
        said_check(c, &in, &last, &s);
        last = s;
    }
}
