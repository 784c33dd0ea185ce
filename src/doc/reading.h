/*
 * Reading: numbers as Korean says them (K-125). One library for amounts,
 * alternative texts and messages.
 */
#ifndef DOC_READING_H
#define DOC_READING_H

#include "base/decimal.h"

typedef enum ReadingStyle {
    READING_AMOUNT, /* every 일 is written, so that nothing can be added:
                       일만일천일백일십일 (K-118) */
    READING_PLAIN   /* as spoken: 만천백십일 */
} ReadingStyle;

/* "이만삼백사"; a fraction is read digit by digit after 점, a negative number
 * begins with 마이너스. */
Str reading_number(Decimal number, ReadingStyle style, Arena *a);

#endif
