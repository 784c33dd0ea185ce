/*
 * Stretch: where a line's spare width goes when it is justified (K-39, K-40)
 * or distributed (K-53). For emit.c.
 */
#ifndef TEXT_STRETCH_H
#define TEXT_STRETCH_H

#include "text/text_int.h"

typedef struct Stretch {
    bool all;              /* between all characters, not Hangul alone */
    bool spread;           /* wider than K-40 lets a line be (K-41) */
    int64_t spaces, given_spaces;   /* weights of the word spaces */
    int64_t space_width;            /* what they share */
    int64_t natural;                /* those spaces as the font has them */
    uint32_t letters, given_letters; /* gaps between letters */
    int64_t letter_width;           /* what those share */
} Stretch;

/* The plan for the items [from, to) of a line that has `slack` to give;
 * `forced`: it ends its paragraph. */
Stretch stretch_plan(const Setting *s, uint32_t from, uint32_t to, Len slack,
    bool forced);

/* The end of the items from `i` on that are parts of one word in one place:
 * they are stretched and drawn as one. */
uint32_t stretch_part_end(const Setting *s, uint32_t i, uint32_t end);

/* Whether a gap may open inside the word of an item, and whether one opens
 * between the letters of item `i` and those of the next. */
bool stretch_inside(const Setting *s, const Item *it);
bool stretch_between(const Setting *s, const Stretch *st, uint32_t i);

/* The next place in [from, to) of a word where a gap may open, or `to`. */
uint32_t stretch_end(const Stretch *st, Str word, uint32_t from, uint32_t to);

/* The width of the next gap; shares add up exactly. */
Len stretch_letter(Stretch *st);
Len stretch_space(Stretch *st, Len weight);

#endif
