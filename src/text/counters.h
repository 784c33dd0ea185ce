/*
 * Counters: the words that numbers are counted in, and what else goes on with
 * a number or a year over a space (K-21, K-22).
 */
#ifndef TEXT_COUNTERS_H
#define TEXT_COUNTERS_H

#include "base/str.h"

/* Bytes of the counter (명, ㎡, 호선) that s begins with, 여 before it included,
 * or 0. */
size_t counted_length(Str s);

/* What a word goes on with over the space before it. */
typedef enum Counts {
    COUNTS_NUMBER = 1, /* "명", "원을", "평)", "만원", "억여", "여"; not "회의실" */
    COUNTS_KINDS = 2,  /* "지구", "동의" in "82개 동의": what 개 are */
    COUNTS_YEAR = 4    /* "상반기에", "말까지" */
} Counts;

/* Counts of a word that is one of these alone or with a particle or
 * punctuation after it. */
unsigned word_counts(Str s);
bool is_counter_word(Str s);

/* Bytes of "km/h", "㎍/㎥", "원/㎡", "톤/일" when s begins with a unit of counters
 * and slashes that ends there, or 0. */
size_t slash_unit_length(Str s);

/* For tests: whether the table is in the order it is searched by. */
bool counters_rise(void);

#endif
