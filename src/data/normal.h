/*
 * Normal form of text at the border (K-01 … K-11).
 *
 * What comes from a CSV cell or a layout passes here once; behind it all text
 * is composed Hangul and Latin, without invisible or private characters, with
 * one middle dot and one range mark, whichever the book prints (base/house.h).
 * Nothing visible is ever changed to something that reads differently: no NFKC
 * (K-02).
 */
#ifndef DATA_NORMAL_H
#define DATA_NORMAL_H

#include "base/diag.h"

typedef enum NormalFlag {
    NORMAL_CP949 = 1,       /* U+00AD is the hyphen A1A9 (K-06) */
    NORMAL_KEEP_MIDDOT = 2, /* leave · ㆍ ∙ ・ ‧ as typed (K-04) */
    NORMAL_KEEP_RANGE = 4,  /* leave ~ ∼ 〜 ～ as typed (K-05) */
    NORMAL_AUTHOR = 8       /* keep U+200B and U+2060: where an author wants a
                               break and where not (K-30) */
} NormalFlag;

/* True when text_normalise would leave `s` alone: one quick pass. */
bool text_is_normal(Str s);

/* `s` in normal form: itself when it is so already, else a copy in `a`.
 * Reports what was removed or is written in other codes now (note), mended
 * (warning) or cannot stay (error) at `pos`, where `s` begins. False when an
 * error was reported. */
bool text_normalise(Str s, unsigned flags, Pos pos, Arena *a, Diags *diags,
                    Str *out);

/* The same, silent, dropping what cannot stay: for keys and names that are
 * only compared. */
Str text_fold(Str s, Arena *a);

#endif
