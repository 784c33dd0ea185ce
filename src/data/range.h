/*
 * Ranges: what a rounded figure may have been. A cell that reads 64.3 stands
 * for anything from 64.25 to 64.35; what is computed from such cells is a
 * range again, and two figures disagree only when their ranges cannot meet
 * (K-100). Plain values; bounds are exact.
 */
#ifndef DATA_RANGE_H
#define DATA_RANGE_H

#include "base/decimal.h"

typedef struct Range {
    Decimal low, high;
} Range;

/* `value` give or take `half`. */
bool range_around(Decimal value, Decimal half, Range *out);

/* False when a bound leaves the range of Decimal, or a divisor may be zero. */
bool range_add(Range a, Range b, Range *out);
bool range_sub(Range a, Range b, Range *out);
bool range_mul(Range a, Range b, Range *out);
bool range_div(Range a, Range b, Range *out);

bool range_meets(Range a, Range b);
bool range_is_zero(Range a);

#endif
