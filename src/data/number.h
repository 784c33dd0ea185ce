/*
 * Numbers as Korean offices write them (K-07, K-197, K-198).
 *
 *   number = [sign] part { part } [counter]   |   "(" number ")"
 *   part   = digits [십 | 백 | 천] [만 | 억 | 조]      11조 6,250억, 3백만
 *
 * Signs are - － − △ and brackets; digits may be full-width; group commas
 * must stand where they belong. Everything else is text, never a guess.
 */
#ifndef DATA_NUMBER_H
#define DATA_NUMBER_H

#include "base/decimal.h"

typedef enum NumberForm {
    NUMBER_FINE,
    NUMBER_TEXT,     /* no number at all */
    NUMBER_GROUPS,   /* 1,23,4: commas in the wrong places */
    NUMBER_TRIANGLE, /* ▲5.2 ▼ ▽: rise or fall? (K-198) */
    NUMBER_RANGE     /* more digits than a Decimal holds */
} NumberForm;

typedef struct Number {
    Decimal value; /* scaled: 1,234천 is 1234000; 64.3% is 0.643 */
    bool ratio;    /* written with % */
    bool scaled;   /* written with 천, 만, 억 … */
    Str counter;   /* 원, 명, 개 … as written; empty when none */
} Number;

/* `s` is trimmed by the caller. *out is set for NUMBER_FINE only. */
NumberForm number_read(Str s, Number *out);

/* The power of ten of a unit's name: 천 원 3, 백만원 6, 억 원 8, 명 0, % -2.
 * False when the name is no unit of counting we know. */
bool unit_power(Str unit, int *out);

#endif
