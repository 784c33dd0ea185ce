/*
 * Figures: numbers, markers and addresses as line breaking sees them (K-20,
 * K-24, K-31).
 */
#ifndef TEXT_FIGURES_H
#define TEXT_FIGURES_H

#include "base/str.h"
#include "text/uax14.h"

/* The characters of a word with their flags, classes left out. `c` has room
 * for w.n; answers how many there are. */
size_t chars_read(Str w, BreakChar *c);

/* Where the number that begins with the digit c[i] ends: digits, with one of
 * `, . : / -` between digits. */
size_t number_end(const BreakChar *c, size_t n, size_t i);

/* What number_end() takes for one number may be a list of them: 1,2,3 has no
 * groups of thousands, 16/25/34 is neither a date nor a ratio. Sets in `tier`
 * where the characters [from, end) may part so; the rest is left as it is. */
void number_list_judge(const BreakChar *c, size_t from, size_t end,
    uint8_t *tier);

/* Where the scale words 십 백 천 만 억 조 from c[i] on end. */
size_t scale_end(const BreakChar *c, size_t n, size_t i);

/* Whether c[i] is a sign of the number that follows it. */
bool is_number_sign(const BreakChar *c, size_t n, size_t i);

/* Characters of the item marker that begins the word: 1. 가. 1) 가) (1) (가) Ⅲ.
 * (K-24), or 0. */
size_t marker_length(const BreakChar *c, size_t n);

/* Whether two markers are of one kind: ① and ②, "(1)" and "(10)", "가." and
 * "나.". Such stand in a list, others are levels: "1. 가.". */
bool markers_alike(Str a, Str b);

/* The part of a word that is a web or mail address, [*from, *to). */
bool find_address(const BreakChar *c, size_t n, size_t *from, size_t *to);

#endif
