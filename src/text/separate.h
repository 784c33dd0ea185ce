/*
 * What parts the words of a text: spaces, newlines, and the controls by which
 * an author forbids or allows a break (K-30). The characters themselves are
 * never part of a word, so no control reaches the page.
 */
#ifndef TEXT_SEPARATE_H
#define TEXT_SEPARATE_H

#include "base/str.h"

/* What stands after a word. */
typedef enum Separator {
    SEP_NONE,   /* nothing: text may go on */
    SEP_SPACE,
    SEP_FIXED,  /* a no-break space */
    SEP_BREAK,  /* a zero-width break */
    SEP_HOLD,   /* a word joiner: no break here */
    SEP_DROP,   /* a stray soft hyphen: as if it were not there */
    SEP_NEWLINE
} Separator;

/* Cuts off the word that begins at `at`: answers its end, which is `at` when a
 * separator stands there; *next is past the separator. A word longer than a
 * few thousand bytes is cut with SEP_NONE, never inside a character. */
size_t word_cut(Str s, size_t at, size_t *next, Separator *sep);

#endif
