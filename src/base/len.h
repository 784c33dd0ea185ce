/*
 * Len: a length in 1/1024 pt (1 pt = 1/72 inch). All layout is done in Len,
 * so it is exact and the same on every machine; only painters and chart
 * geometry convert to floating point. Range +-2,097,151 pt.
 */
#ifndef BASE_LEN_H
#define BASE_LEN_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

typedef int32_t Len;

#define LEN_ONE 1024
/* From a constant number of points; folded at compile time. */
#define LEN_PT(pt) ((Len)((pt) * 1024 + ((pt) < 0 ? -0.5 : 0.5)))
/* From a constant number of millimetres. */
#define LEN_MM(mm) LEN_PT((mm) * 72.0 / 25.4)

typedef struct Point {
    Len x, y;
} Point;

/* x to the right, y DOWN, origin at the top left of the page. */
typedef struct Rect {
    Len x, y, w, h;
} Rect;

/* Points as floating point; for painters and chart geometry only. */
static inline double len_pt(Len l)
{
    return (double)l / LEN_ONE;
}

/* The sum, or the longest length there is: what is set in megabytes is too wide
 * anyhow. */
static inline Len len_add(Len a, Len b)
{
    Len sum;
    if (__builtin_add_overflow(a, b, &sum))
        return a < 0 ? INT32_MIN : INT32_MAX;
    return sum;
}

/* l * num / den rounded half away from zero, exact in between (den > 0). */
Len len_mul(Len l, int64_t num, int64_t den);

/* Reads "170mm", "15pt", "1.5cm", "0.5in"; a bare number is refused. False
 * when it is no length or is out of range. */
bool len_parse(Str s, Len *out);

/* At most 3 decimals, no trailing zeros: "15", "7.484". For dumps. */
char *len_dump(Len l, Arena *a);

#endif
