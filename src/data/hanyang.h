/*
 * Old Hangul in private codes (K-10): U+E0BC … U+F8F7 as Hanyang's fonts and
 * the word processors that carry them use them.
 *
 * The table is hanyang_table.h. It has nothing between U+F000 and U+F0FF, so
 * that no code is both old Hangul and a symbol of K-09.
 */
#ifndef DATA_HANYANG_H
#define DATA_HANYANG_H

#include <stdbool.h>
#include <stdint.h>

/* The letters of a syllable; 0 where it has none. */
typedef struct Jamo {
    uint32_t initial, vowel, final;
} Jamo;

/* False when the code is none of Hanyang's. All three may be 0: there is a
 * code for "no final". */
bool hanyang_read(uint32_t cp, Jamo *out);

#endif
