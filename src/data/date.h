/*
 * Dates as Korean offices write them (K-200), and their calendar.
 *
 * 2023.1.18.  2023. 1. 18.  2023-01-18  2023/1/18  20230118  '23.1.18.
 * 23.1.18  2023년 1월 18일  1.18. and 1월 18일 (year from the context)
 * 2023.1.  2023년 1월  2023. 1월  2023년; a weekday may follow: (수).
 * 2024년 상반기  2024. 3분기  3/4분기: vague, the year from the context.
 */
#ifndef DATA_DATE_H
#define DATA_DATE_H

#include "base/str.h"
#include "data/value.h"

typedef enum DateForm {
    DATE_FINE,
    DATE_TEXT,    /* no date at all */
    DATE_YEAR,    /* 12024. 1. 1., 202. 1. 1.: a year has four digits, or two */
    DATE_NO_DAY,  /* 2023. 2. 30.: not in the calendar */
    DATE_SERIAL,  /* 45306: a spreadsheet's day number */
    DATE_DAMAGED, /* 1월 18일 without a year to go with: a fraction that a
                     spreadsheet turned into a date, or the other way */
    DATE_WEEKDAY  /* 2024. 1. 5.(목) is a Friday */
} DateForm;

/* `s` is trimmed. `year` completes dates without one; 0: they keep year 0,
 * and 1월 18일 is DATE_DAMAGED. *out is set unless DATE_TEXT or DATE_YEAR; for
 * DATE_SERIAL it is the day the serial stands for. */
DateForm date_read(Str s, int year, Date *out);

/* Takes a weekday in brackets, (금) or (금요일), off the end of *s: 1 = Monday
 * … 7 = Sunday; 0 when there is none. */
int date_cut_weekday(Str *s);

/* The first and the last day of what a date with a year says: of its day,
 * month, quarter, half or year. */
Date date_first(Date d);
Date date_last(Date d);

/* True when `s` is digits only, as 20230118: a date only where one is
 * declared. */
bool date_is_bare(Str s);

/* 2024-01-15, 2024-01 or 01-15: for messages. */
Str date_iso(Date d, Arena *a);

#endif
