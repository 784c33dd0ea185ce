/*
 * Quantities: figures typed in running text, as in 총 11조 6,250억 원. Found
 * for the check of typed figures (agree_text.h); a typed figure is known to
 * its last digit only, so it is a range (K-100).
 */
#ifndef DATA_QUANTITY_H
#define DATA_QUANTITY_H

#include "data/range.h"

typedef struct Quantity {
    size_t from, to; /* bytes of the figure, 천 and 억 included: 11조 6,250억 */
    Decimal value; /* in ones: 1,162,500,000,000 */
    int place;     /* power of ten of the last digit that counts */
    size_t digits; /* from the first one to there */
    Range range;   /* what may have been rounded to it */
} Quantity;

/* The first quantity that begins at byte `from` of the text or later. Dates,
 * ordinals (제3), ranges (1~3) and 40여 are no quantities. `about` before it
 * (약), or 만 and 억 in it, make zeros at its end mean nothing. */
bool quantity_find(Str text, size_t from, Quantity *out);

/* How two figures differ that should be the same. */
typedef enum Slip {
    SLIP_NONE,  /* in no way that a slip of the hand explains */
    SLIP_DIGIT, /* one digit, or two that changed places */
    SLIP_POWER  /* the same digits, tens or thousands apart */
} Slip;

/* `real` is looked at to the last digit of what was typed. */
Slip quantity_slip(const Quantity *typed, Decimal real);

#endif
