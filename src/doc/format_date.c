/* Dates: 2024. 1. 5.(금) (K-115), periods (K-117), compact ones (K-113). */
#include "doc/format_int.h"

#define FIGURE_SPACE "\xE2\x80\x87" /* U+2007, as wide as a digit */

static const char *const weekdays[] = {"",   "월", "화", "수",
                                       "목", "금", "토", "일"};

/* 2024년 하반기, 3분기 */
static Str vague_text(int year, int month, int months, Arena *a)
{
    Str y = year ? str_printf(a, "%d년 ", year) : STR("");
    if (months == 6)
        return str_printf(a, STR_FMT "%s반기", STR_ARG(y),
                          month < 7 ? "상" : "하");
    return str_printf(a, STR_FMT "%d분기", STR_ARG(y), month / 3 + 1);
}

static Str parts_text(int year, int month, int day, Arena *a)
{
    if (day < 0)
        return vague_text(year, month, -day, a);
    if (month == 0)
        return str_printf(a, "%d년", year);
    Str y = year ? str_printf(a, "%d. ", year) : STR("");
    return day ? str_printf(a, STR_FMT "%d. %d.", STR_ARG(y), month, day)
               : str_printf(a, STR_FMT "%d.", STR_ARG(y), month);
}

Str date_text(Date d, bool weekday, Arena *a)
{
    Str text = parts_text(d.year, d.month, d.day, a);
    int day = weekday ? date_weekday(d) : 0;
    return day ? str_printf(a, STR_FMT "(%s)", STR_ARG(text), weekdays[day])
               : text;
}

static bool wants_weekday(const Format *f)
{
    return str_eq_c(f->word, "요일") || str_eq_c(f->word, "weekday");
}

/* ---- periods ---- */

/* The end leaves out the year it shares with the beginning (K-117). */
static Date short_end(Date from, Date until)
{
    if (until.year == from.year && until.month)
        until.year = 0;
    return until;
}

/* The two sides as one of the formats writes a date. A side left open is
 * blank. */
typedef Str SideText(Date d, const Format *f, Arena *a);

static Str period_text(const Value *v, SideText *side, const Format *f,
                       Arena *a)
{
    bool begins = !date_is(v->date, DATE_NONE);
    bool ends = !date_is(v->until, DATE_OPEN);
    if (begins && date_is(v->date, v->until))
        return side(v->date, f, a); /* one day is one date */
    Str from = begins ? side(v->date, f, a) : STR("");
    Str to = ends ? side(short_end(v->date, v->until), f, a) : STR("");
    return str_printf(a, STR_FMT "~" STR_FMT, STR_ARG(from), STR_ARG(to));
}

static Str side_date(Date d, const Format *f, Arena *a)
{
    return date_text(d, wants_weekday(f), a);
}

static Str side_month(Date d, const Format *f, Arena *a)
{
    (void)f;
    int8_t part = d.day < 0 ? d.day : 0; /* a quarter has no month to say */
    return date_text((Date){d.year, d.month, part}, false, a);
}

/* ---- one by one ---- */

bool print_date(const Format *f, const Value *v, const FormatContext *c,
                Str *out)
{
    *out = value_is_period(v) ? period_text(v, side_date, f, c->arena)
                              : date_text(v->date, wants_weekday(f), c->arena);
    return true;
}

bool print_month_day(const Format *f, const Value *v, const FormatContext *c,
                     Str *out)
{
    Date d = v->date;
    if (d.month == 0 || d.day <= 0 || value_is_period(v))
        return format_refuse(f, v, c);
    *out = str_printf(c->arena, "%d.%s%d.", d.month,
                      d.day < 10 ? FIGURE_SPACE : "", d.day);
    return true;
}

bool print_year_month(const Format *f, const Value *v, const FormatContext *c,
                      Str *out)
{
    Date d = v->date;
    bool same = d.year == v->until.year && d.month == v->until.month;
    if (value_is_period(v) && !same) {
        *out = period_text(v, side_month, f, c->arena);
        return true;
    }
    if (d.month == 0 || d.day < 0)
        return format_refuse(f, v, c);
    *out = side_month(d, f, c->arena);
    return true;
}

/* 2024, 2024~2026; the same year is said once. */
bool print_year(const Format *f, const Value *v, const FormatContext *c,
                Str *out)
{
    int from = v->date.year, to = v->until.year;
    if (from == 0)
        return format_refuse(f, v, c);
    *out = str_printf(c->arena, "%d", from);
    if (date_is(v->until, DATE_OPEN))
        *out = str_printf(c->arena, "%d~", from);
    else if (to && to != from)
        *out = str_printf(c->arena, "%d~%d", from, to);
    return true;
}

bool print_weekday(const Format *f, const Value *v, const FormatContext *c,
                   Str *out)
{
    int day = date_weekday(v->date);
    if (day == 0 || value_is_period(v))
        return format_refuse(f, v, c);
    *out = str_of(weekdays[day]);
    return true;
}

/* From this date to that of the argument; blank: it goes on. */
bool print_period(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    Value end = {.kind = VALUE_BLANK}, whole = *v;
    if (!expr_eval(f->other, c->scope, c->arena, c->diags, &end))
        return false;
    whole.until = end.kind == VALUE_DATE ? end.date : DATE_OPEN;
    if (end.kind != VALUE_DATE && end.kind != VALUE_BLANK)
        return format_refuse(f, &end, c);
    *out = period_text(&whole, side_date, f, c->arena);
    return true;
}
