/*
 * Values: what a cell means.
 *
 * Blank, dash, zero, unknown, suppressed and not-applicable are different
 * things and stay different (K-199). Numbers are exact. Each value printed
 * anywhere carries an Origin: the cell it was read from, or the operation and
 * cells it was computed from.
 */
#ifndef DATA_VALUE_H
#define DATA_VALUE_H

#include "base/decimal.h"
#include "base/source.h"

typedef struct Date {
    int16_t year; /* 0 = not given */
    int8_t month; /* 0 = not given */
    int8_t day;   /* 0 = not given; -3, -6: the quarter or half of the year
                     that begins with the month */
} Date;

/* A period is a date with the one it lasts until, that one included. */
#define DATE_NONE ((Date){0, 0, 0})
/* 2024. 3.~: it goes on. Its beginning is DATE_NONE when that is left open. */
#define DATE_OPEN ((Date){INT16_MAX, 0, 0})

typedef enum ValueKind {
    VALUE_BLANK,          /* empty cell */
    VALUE_DASH,           /* "-": counts as 0 in sums */
    VALUE_UNKNOWN,        /* … */
    VALUE_SUPPRESSED,     /* x */
    VALUE_NOT_APPLICABLE, /* 해당없음, N/A */
    VALUE_TEXT,
    VALUE_NUMBER,
    VALUE_DATE,
    VALUE_BOOL
} ValueKind;

typedef struct Value {
    ValueKind kind;
    bool ratio;  /* a number that is a share: 0.643, printed 64.3% */
    bool points; /* of a ratio: the difference of two, printed 1.5%p (K-123) */
    Date until;  /* of a date that is a period; else DATE_NONE */
    union {
        Str text;
        Decimal number;
        Date date;
        bool flag;
    };
    Str unit; /* "억 원", empty when none */
    Pos pos;  /* the cell it came from, or the first one it was
                 computed from */
} Value;

/* ISO weekday of a full date: 1 = Monday … 7 = Sunday; 0 when not a date of
 * the Gregorian calendar. */
int date_weekday(Date d);
int date_cmp(Date a, Date b);
bool date_is(Date a, Date b);
bool value_is_period(const Value *v);
/* Two values that are dates or periods: by their beginnings, then by their
 * ends. */
int value_date_cmp(const Value *a, const Value *b);
bool date_valid(Date d);

#endif
