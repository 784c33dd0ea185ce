/*
 * Units of columns: "억 원" is 10^8 원, "천 명" is 10^3 명. One spelling of the
 * unit line whatever was typed (K-94).
 */
#ifndef DATA_UNIT_H
#define DATA_UNIT_H

#include "base/str.h"

typedef struct Unit {
    int power;   /* of ten */
    Str powers;  /* its words, 억 or 백만; empty when there is none */
    Str counter; /* 원, 명, ㎡; empty when only a power was given */
} Unit;

/* A power stands alone, before a space, or in one word with what it counts: 억,
 * 천 명, 천점; 조각, 천막 and 백신 are words of their own. */
Unit unit_parse(Str text);

/* "백만원", "백만 원", "(단위 : 백만원)" all give "백만 원". */
Str unit_spell(Str text, Arena *a);

#endif
