#include "data/range.h"

bool range_around(Decimal value, Decimal half, Range *out)
{
    return decimal_sub(value, half, &out->low) &&
           decimal_add(value, half, &out->high);
}

bool range_add(Range a, Range b, Range *out)
{
    return decimal_add(a.low, b.low, &out->low) &&
           decimal_add(a.high, b.high, &out->high);
}

bool range_sub(Range a, Range b, Range *out)
{
    return decimal_sub(a.low, b.high, &out->low) &&
           decimal_sub(a.high, b.low, &out->high);
}

/* The least and the greatest of what the four pairs of bounds give. */
typedef bool BoundOperation(Decimal a, Decimal b, Decimal *out);

static bool from_corners(Range a, Range b, BoundOperation *apply, Range *out)
{
    const Decimal left[] = {a.low, a.low, a.high, a.high};
    const Decimal right[] = {b.low, b.high, b.low, b.high};
    for (int i = 0; i < 4; i++) {
        Decimal corner;
        if (!apply(left[i], right[i], &corner))
            return false;
        if (i == 0 || decimal_cmp(corner, out->low) < 0)
            out->low = corner;
        if (i == 0 || decimal_cmp(corner, out->high) > 0)
            out->high = corner;
    }
    return true;
}

bool range_mul(Range a, Range b, Range *out)
{
    return from_corners(a, b, decimal_mul, out);
}

/* Rounding to the nearest keeps order, so a quotient never crosses the bound
 * of a written figure, which has fewer digits. */
static bool divide(Decimal a, Decimal b, Decimal *out)
{
    return decimal_div(a, b, 15, ROUND_HALF_AWAY, out);
}

bool range_div(Range a, Range b, Range *out)
{
    if (decimal_sign(b.low) * decimal_sign(b.high) <= 0)
        return false;
    return from_corners(a, b, divide, out);
}

bool range_meets(Range a, Range b)
{
    return decimal_cmp(a.low, b.high) <= 0 && decimal_cmp(b.low, a.high) <= 0;
}

bool range_is_zero(Range a)
{
    return decimal_sign(a.low) == 0 && decimal_sign(a.high) == 0;
}
