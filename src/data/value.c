/* The calendar of Date: proleptic Gregorian, years 1 … 9999. */
#include "data/value.h"

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_valid(Date d)
{
    return d.year >= 1 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
           d.day <= month_days(d.year, d.month);
}

int date_weekday(Date d)
{
    if (!date_valid(d))
        return 0;
    int before = d.year - 1;
    int days = before * 365 + before / 4 - before / 100 + before / 400;
    for (int month = 1; month < d.month; month++)
        days += month_days(d.year, month);
    days += d.day;
    return (days - 1) % 7 + 1; /* 0001-01-01 was a Monday */
}

int date_cmp(Date a, Date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

bool date_is(Date a, Date b)
{
    return date_cmp(a, b) == 0;
}

bool value_is_period(const Value *v)
{
    return v->kind == VALUE_DATE && !date_is(v->until, DATE_NONE);
}

int value_date_cmp(const Value *a, const Value *b)
{
    int order = date_cmp(a->date, b->date);
    return order ? order : date_cmp(a->until, b->until);
}
