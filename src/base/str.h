/*
 * Str: a borrowed run of UTF-8 bytes, not NUL-terminated.
 *
 * A Str never owns its bytes; they live in an arena, a mapped file or a
 * literal. Everything past the border of `data` and `layout` is valid UTF-8 in
 * the normal form of K-01 (Hangul and Latin composed, U+F900..FAFF kept).
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Str {
    const char *p;
    size_t n;
} Str;

/* For literals and C strings. */
#define STR(lit) ((Str){(lit), sizeof(lit) - 1})
#define STR_FMT "%.*s"
#define STR_ARG(s) (int)(s).n, (s).p

Str str_of(const char *c);          /* NULL gives the empty Str */
bool str_eq(Str a, Str b);
bool str_eq_c(Str a, const char *b);
int str_cmp(Str a, Str b);          /* bytewise, for sorting */
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
Str str_sub(Str s, size_t from, size_t n);     /* clamped to s */
Str str_trim(Str s);                /* ASCII and Unicode spaces (K-08) */
ptrdiff_t str_find(Str s, Str what);           /* byte offset or -1 */
/* Cuts the first line off `*rest` and answers it without its LF or CRLF. */
Str str_take_line(Str *rest);
Str str_dup(Str s, Arena *a);       /* copy; also NUL-terminated */
char *str_c(Str s, Arena *a);       /* NUL-terminated copy */
/* `n` texts one after the other, NUL-terminated: several times faster than
 * str_printf. */
Str str_join(const Str *parts, size_t n, Arena *a);
#define STR_JOIN(a, ...)                                                       \
    str_join((const Str[]){__VA_ARGS__},                                       \
             sizeof((const Str[]){__VA_ARGS__}) / sizeof(Str), (a))
Str str_printf(Arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The code point at byte `*at` of valid UTF-8, advancing `*at` past it. */
uint32_t str_next(Str s, size_t *at);
/* Number of code points. */
size_t str_count(Str s);
/* The Hangul syllables that s begins with, or an empty slice of it. */
Str str_hangul(Str s);
/* Writes a code point as UTF-8 (1..4 bytes), returns its length. */
size_t utf8_put(char out[4], uint32_t cp);
/* Byte offset of the first byte that is not strict UTF-8 (no surrogates, no
 * overlong forms), or -1. */
ptrdiff_t utf8_check(Str s);

/* Damerau-Levenshtein distance in code points, Hangul compared by jamo: for
 * "did you mean". */
unsigned str_distance(Str a, Str b);
/* The nearest of `n` names when near enough to suggest, else an empty Str. */
Str str_nearest(Str word, const Str *names, size_t n);

#endif
