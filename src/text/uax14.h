/*
 * UAX #14 inside a word: the Unicode rules for text without spaces, the base
 * of syllable mode (K-34). Korean rules only take breaks away from it.
 */
#ifndef TEXT_UAX14_H
#define TEXT_UAX14_H

#include "text/line_class.h"

#include <stdbool.h>

/* A code point of a word under analysis. */
typedef struct BreakChar {
    uint32_t cp;
    uint32_t at;       /* byte offset in the word */
    unsigned kinsoku;  /* Kinsoku flags */
    uint8_t raw;       /* LineClass */
    uint8_t resolved;  /* LineClass after LB9 and LB10 */
    bool odd_flag;     /* the first half of a flag (LB30a) */
    bool in_number;    /* no break before it (LB25) */
} BreakChar;

/* Fills `resolved` from `raw`: marks take the class of their base; and
 * `odd_flag` and `in_number`. */
void uax14_resolve(BreakChar *c, size_t n);

/* Whether the rules allow a break before c[i], 0 < i < n. */
bool uax14_allows(const BreakChar *c, size_t i);

#endif
