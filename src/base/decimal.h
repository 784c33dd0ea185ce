/*
 * Decimal: exact decimal numbers. Every figure hanji prints or checks is a
 * Decimal from the cell to the page; floating point never touches it.
 *
 * value = coef / 10^scale, |coef| < 10^37, 0 <= scale <= 18. Operations that
 * would leave that range answer false and leave *out alone. Division is never
 * silent: the caller names the digits and the rounding (K-101, K-119, K-120).
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/str.h"

typedef __int128 DecimalCoef;

typedef struct Decimal {
    DecimalCoef coef;
    int scale; /* digits after the point */
} Decimal;

typedef enum Rounding {
    ROUND_HALF_AWAY, /* 사사오입, the default of Korean offices */
    ROUND_DOWN,      /* toward zero, 버림 */
    ROUND_UP,        /* away from zero, 올림 */
    ROUND_HALF_EVEN
} Rounding;

#define DECIMAL_ZERO ((Decimal){0, 0})

Decimal decimal_from_int(int64_t i);
/* Plain form only: [+-]digits[.digits]; data/number.h reads office forms. */
bool decimal_parse(Str s, Decimal *out);
bool decimal_add(Decimal a, Decimal b, Decimal *out);
bool decimal_sub(Decimal a, Decimal b, Decimal *out);
bool decimal_mul(Decimal a, Decimal b, Decimal *out);
/* a / b rounded to `digits` decimals; false when b is zero. */
bool decimal_div(Decimal a, Decimal b, int digits, Rounding r, Decimal *out);
Decimal decimal_neg(Decimal a);
Decimal decimal_abs(Decimal a);
int decimal_cmp(Decimal a, Decimal b);
int decimal_sign(Decimal a);
/* Rounded to exactly `digits` decimals (0..18), adding zeros when fewer. */
bool decimal_round(Decimal a, int digits, Rounding r, Decimal *out);
/* Without trailing zeros after the point. */
Decimal decimal_trim(Decimal a);
/* Multiplies by 10^power (power may be negative). */
bool decimal_shift(Decimal a, int power, Decimal *out);
/* All digits as they are: "-1234.50". `group` adds thousands commas. */
Str decimal_format(Decimal a, bool group, Arena *arena);

#endif
