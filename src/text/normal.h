/*
 * Normal form of a word before it is judged and shaped: composed (K-01, K-12).
 */
#ifndef TEXT_NORMAL_H
#define TEXT_NORMAL_H

#include "base/str.h"

/* What separates words: U+0020, other breaking spaces, line ends. */
bool is_word_space(uint32_t cp);

/* U+00A0, U+202F, U+2007: drawn as a space that does not break. */
bool is_fixed_space(uint32_t cp);

/* The word in normal form; the word itself when nothing changes. */
Str word_normal(Str word, Arena *a);

#endif
