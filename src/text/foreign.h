/*
 * Foreign text: scripts that run from right to left, or whose letters take
 * other shapes beside each other. Pango divides it by script and direction;
 * the rest of text/ then treats it like any other.
 *
 * Words of Korean, hanja, Latin, Greek, Cyrillic and kana never come here.
 */
#ifndef TEXT_FOREIGN_H
#define TEXT_FOREIGN_H

#include "base/str.h"
#include "text/uax14.h"

/* A part of a word in one script and one direction. */
typedef struct ForeignPart {
    uint32_t end;  /* byte where it ends */
    uint8_t level; /* bidi level (UAX #9): odd runs from right to left */
} ForeignPart;

/* Whether text needs this. */
bool is_foreign(Str s);

/* Letters that are joined by strokes: Arabic, Syriac, Mongolian and their kin.
 * Spacing them would break the strokes (CSS Text 3, §8.2.1). */
bool is_cursive(uint32_t cp);

/* Whether text holds such letters. */
bool is_joined(Str s);

/* The parts of a word, in the order of its text. `backward`: it stands in a
 * phrase from right to left. */
uint32_t foreign_parts(Str word, bool backward, Arena *a,
    const ForeignPart **out);

/* The bidi level of every byte of a Korean paragraph. */
uint8_t *foreign_levels(Str paragraph, Arena *a);

/* Where the letters of a word may part: tier[i] before c[i]. Syllables of
 * Indic scripts hold together; scripts without spaces part between words. */
void foreign_judge(Str word, const BreakChar *c, size_t n, uint8_t *tier);

#endif
