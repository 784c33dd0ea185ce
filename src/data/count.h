/*
 * Counts claimed in titles: 총 50건, 주요성과(50건), 3개 분야 18개 과제, 5대
 * 과제.
 */
#ifndef DATA_COUNT_H
#define DATA_COUNT_H

#include "data/table.h"

typedef struct Count {
    size_t from, to; /* bytes: 총 50건 without 총 */
    int64_t n;
    Str noun;   /* what is counted, when it follows: 분야 of 3개 분야 */
    bool whole; /* 총, 모두, 전체 before it: all there are */
    bool last;  /* nothing follows in its clause or bracket */
} Count;

/* The first count from byte `from` on. What is only a part, as in 50건 중, or
 * begins 상위, is none. */
bool count_find(Str text, size_t from, Count *out);

/* The rows of a table that are no totals, those with something in a column,
 * and how many different texts stand in it. */
int64_t count_rows(const Table *t);
int64_t count_filled(const Table *t, size_t col);
int64_t count_different(const Table *t, size_t col);

/* Near enough that a row too many or too few explains the difference. */
bool count_is_near(int64_t claimed, int64_t found);

#endif
