/*
 * Kinsoku (금칙): what Korean line breaking knows about single characters
 * beyond their line class. One table of ranges, read when a word is met for
 * the first time.
 */
#ifndef TEXT_KINSOKU_H
#define TEXT_KINSOKU_H

#include <stdbool.h>
#include <stdint.h>

typedef enum Kinsoku {
    KIN_NOT_FIRST = 1,    /* never begins a line (K-17) */
    KIN_AFTER_SPACE = 2,  /* … but may after a typed space: "……끝", "-5" */
    KIN_NOT_LAST = 4,     /* never ends a line (K-18) */
    KIN_MARK = 8,         /* an over-wide word breaks after it first (K-16) */
    KIN_OPEN = 16,        /* opening bracket: breaks before it (K-16) */
    KIN_CLOSE = 32,       /* closing bracket or quote */
    KIN_BINDS = 64,       /* a particle stays with it (K-23) */
    KIN_MARKER = 128,     /* an item marker wherever it stands (K-24) */
    KIN_SIGN = 256,       /* a sign before a number (K-20) */
    KIN_SCALE = 512,      /* 십 백 천 만 억 조 (K-21) */
    KIN_DIGIT = 1024,
    KIN_HANGUL = 2048,    /* a syllable or a conjoining jamo */
    KIN_LATIN = 4096,
    KIN_HANJA = 8192,
    KIN_TIES = 16384,     /* no ordinary break after it without a space */
    KIN_COMMA = 32768     /* begins a line last of all */
} Kinsoku;

/* The flags of a code point, 0 for most. */
unsigned kinsoku(uint32_t cp);

#endif
