/*
 * Periods as Korean offices write them: two dates with ~ between them.
 *
 * 2023. 1. ~ 2023. 12.   2024. 2. 20.~2. 24.   2. 20.~24.(토)   2024~2026
 * '23.3분기~'24 상반기   2024년 1월부터 3월까지   2024. 3.~ (it goes on)
 *
 * What the end leaves out it shares with the beginning (K-117). Every date of
 * date.h may stand on either side, and alone: a day, month or year as a period.
 */
#ifndef DATA_PERIOD_H
#define DATA_PERIOD_H

#include "data/value.h"

typedef enum PeriodForm {
    PERIOD_FINE,
    PERIOD_TEXT,     /* no period at all */
    PERIOD_NO_DAY,   /* 2023. 2. 1.~2. 30.: not in the calendar */
    PERIOD_WEEKDAY,  /* 2024. 2. 20.~23.(목): a Friday */
    PERIOD_BACKWARDS /* it ends before it begins */
} PeriodForm;

/* `s` is trimmed; `year` completes dates without one (0: they keep none).
 * *until is DATE_NONE for a single date, DATE_OPEN when the end is left out;
 * *from is DATE_NONE when the beginning is. Both are set for PERIOD_FINE only;
 * for PERIOD_WEEKDAY, *from is the date whose weekday is another. */
PeriodForm period_read(Str s, int year, Date *from, Date *until);

/* "2024-02-20/2024-02-24": for messages. */
Str period_iso(Date from, Date until, Arena *a);

#endif
