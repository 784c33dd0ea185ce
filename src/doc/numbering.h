/*
 * Numbering: the labels of headings and lists, and the counters behind them.
 */
#ifndef DOC_NUMBERING_H
#define DOC_NUMBERING_H

#include "base/str.h"

/* The eight statutory levels (K-67) and the Roman numeral of chapters. */
typedef enum NumberStyle {
    NUMBER_ROMAN,         /* Ⅰ */
    NUMBER_ARABIC,        /* 1 */
    NUMBER_ARABIC_DOT,    /* 1.  level 1 */
    NUMBER_HANGUL_DOT,    /* 가. level 2 */
    NUMBER_ARABIC_PAREN,  /* 1)  level 3 */
    NUMBER_HANGUL_PAREN,  /* 가) level 4 */
    NUMBER_ARABIC_PARENS, /* (1) level 5: three characters */
    NUMBER_HANGUL_PARENS, /* (가) level 6: three characters */
    NUMBER_CIRCLED,       /* ①   level 7: one character */
    NUMBER_HANGUL_CIRCLED /* ㉮  level 8: one character */
} NumberStyle;

/* The label of the n-th item, n >= 1. `*fell_back` (may be NULL) tells that
 * the style ran out of characters and a bracketed form stands in (K-68). */
Str number_label(NumberStyle style, unsigned n, Arena *a, bool *fell_back);

/* Heading counters by level, 1 … 3. */
typedef struct Counters {
    unsigned at[4];
} Counters;

/* The next number of a level; deeper levels begin again (K-74). */
unsigned counters_next(Counters *c, unsigned level);

#endif
