/*
 * Names that could have been meant by a word that means nothing here: gathered
 * where the word stands, for one message. Short-lived plain values.
 */
#ifndef LAYOUT_NAMES_H
#define LAYOUT_NAMES_H

#include "base/diag.h"

enum { NAMES_MAX = 128 }; /* more are no help in a message */

typedef struct Names {
    Str names[NAMES_MAX];
    size_t n;
} Names;

void names_add(Names *names, Str name);
bool names_have(const Names *names, Str name);

/* Reports `word`: as `near` with the nearest name, or as `far` with all names.
 * `guess` (may be NULL) gets the nearest, or an empty Str. Answers whether to
 * go on. */
bool names_fault(const Names *names, DiagCode near, DiagCode far, Pos pos,
                 Str word, Diags *diags, Str *guess);

#endif
