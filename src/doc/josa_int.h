/*
 * Single characters and how they end, for josa_sound.c; the rules have their
 * numbers in josa_char.c.
 */
#ifndef DOC_JOSA_INT_H
#define DOC_JOSA_INT_H

#include "doc/josa.h"

#include <stdint.h>

enum { JOSA_CORP_SIGN = 0x321C /* ㈜ */ };

static inline bool josa_is_digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

static inline bool josa_is_latin(uint32_t cp)
{
    return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
}

static inline bool josa_is_space(uint32_t cp)
{
    return cp == ' ' || cp == 0xA0 || cp == 0x202F ||
           (cp >= 0x2000 && cp <= 0x200A) || cp == 0x3000;
}

/* `set` ends with 0. */
bool josa_in_set(uint32_t cp, const uint32_t *set);

/* Units and currencies (J-13, J-19, J-23). */
bool josa_sign_class(uint32_t cp, JosaClass *out);
/* Syllables and letters of Hangul, plain and in circles (J-15, J-18, J-24). */
bool josa_syllable_class(uint32_t cp, JosaClass *out);
/* The value of ① ⑴ ⒈ Ⅰ and their like; 0 when it is none (J-18). */
unsigned josa_enclosed_number(uint32_t cp);

/* True for what has a sound: letters, digits, signs. */
bool josa_readable(uint32_t cp);

/* josa_unit.c: whether a character may be part of a unit. */
bool josa_in_unit(uint32_t cp);
/* Whether one of c[0 … n) is a sign for a unit and nothing else: ㎎, ², ℓ. */
bool josa_has_unit_sign(const uint32_t *c, size_t n);
/* The class of a unit in letters, signs or both: mg, ㎎, ㎾h, cm2, μg (J-19);
 * false when it is none. `counted`: a number stands before it, after which
 * more is a unit than by itself. */
bool josa_unit_class(const uint32_t *c, size_t n, bool counted, JosaClass *out);

/* josa_measure.c: whether c[0 … n) ends in a unit of measure, which begins at
 * `from`. One over another, or over a Hangul word (5mg/L, 원/㎡, ㎥/일), has a
 * known class only where both end alike. */
bool josa_measure_class(const uint32_t *c, size_t n, size_t *from,
                        JosaClass *out);

/* josa_date.c: whether a date of the official form, typed as text, ends where
 * c[0 … n) was left of c[0 … all) once its end was stripped (J-11). */
bool josa_is_typed_date(const uint32_t *c, size_t n, size_t all);

typedef enum JosaClock {
    JOSA_CLOCK_NONE, /* a ratio, or nothing of the kind */
    JOSA_CLOCK_TIME,
    JOSA_CLOCK_DOUBT /* 9:30 may be either */
} JosaClock;

/* What c[0 … n) ends in: a time typed as text, 15:00 (J-12), or a ratio, 1:15
 * (J-17). `from` is where it begins, set unless the answer is
 * JOSA_CLOCK_NONE. */
JosaClock josa_typed_clock(const uint32_t *c, size_t n, size_t *from);

#endif
