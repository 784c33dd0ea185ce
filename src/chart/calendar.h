/*
 * Calendar: days and months as numbers that follow one another, so that time
 * can be a scale. Gregorian.
 */
#ifndef CHART_CALENDAR_H
#define CHART_CALENDAR_H

#include "data/value.h"

/* Of a full, valid date; the day after it has the next number. */
int day_number(Date d);

/* Months since the year 0; the day of the date may be missing. */
static inline int month_number(Date d)
{
    return d.year * 12 + d.month - 1;
}

static inline int month_year(int month)
{
    return month / 12;
}

/* 1 … 12 */
static inline int month_of_year(int month)
{
    return month % 12 + 1;
}

/* The number of the first day of a month. */
int month_start(int month);

#endif
