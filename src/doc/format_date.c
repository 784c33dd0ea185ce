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

bool print_date(const Format *f, const Value *v, const FormatContext *c,
                Str *out)
{
    *out = date_text(v->date, wants_weekday(f), c->arena);
    return true;
}

bool print_month_day(const Format *f, const Value *v, const FormatContext *c,
                     Str *out)
{
    Date d = v->date;
    if (d.month == 0 || d.day <= 0)
        return format_refuse(f, v, c);
    *out = str_printf(c->arena, "%d.%s%d.", d.month,
                      d.day < 10 ? FIGURE_SPACE : "", d.day);
    return true;
}

bool print_year_month(const Format *f, const Value *v, const FormatContext *c,
                      Str *out)
{
    if (v->date.month == 0 || v->date.day < 0)
        return format_refuse(f, v, c);
    *out = parts_text(v->date.year, v->date.month, 0, c->arena);
    return true;
}

bool print_year(const Format *f, const Value *v, const FormatContext *c,
                Str *out)
{
    if (v->date.year == 0)
        return format_refuse(f, v, c);
    *out = str_printf(c->arena, "%d", v->date.year);
    return true;
}

bool print_weekday(const Format *f, const Value *v, const FormatContext *c,
                   Str *out)
{
    int day = date_weekday(v->date);
    if (day == 0)
        return format_refuse(f, v, c);
    *out = str_of(weekdays[day]);
    return true;
}

/* The end leaves out the year it shares with the beginning. */
static Str period_end(Date from, Date to, Arena *a)
{
    if (to.year == from.year && to.month && to.day)
        to.year = 0;
    return date_text(to, false, a);
}

bool print_period(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    Value end = {.kind = VALUE_BLANK};
    if (!expr_eval(f->other, c->scope, c->arena, c->diags, &end))
        return false;
    Str from = date_text(v->date, false, c->arena), to = STR("");
    if (end.kind == VALUE_DATE)
        to = period_end(v->date, end.date, c->arena);
    else if (end.kind != VALUE_BLANK)
        return format_refuse(f, &end, c);
    *out =
        str_printf(c->arena, STR_FMT "~" STR_FMT, STR_ARG(from), STR_ARG(to));
    return true;
}
