/*
 * Names: how they are compared.
 *
 * Tables, variables, columns, cases and ids are named by hand in several
 * places, and keyboards have several signs for one middle dot and one range
 * mark (K-04, K-05). Nothing is rewritten for that: a name keeps its spelling,
 * which may be printed, and is only compared in the form that text has inside.
 * data/normal.h brings cells and expressions into that form.
 */
#ifndef BASE_NAME_H
#define BASE_NAME_H

#include "base/str.h"

/* The next code point that is compared, 0 at the end: · for any middle dot, ~
 * for any range mark, nothing for what is invisible. */
uint32_t name_next(Str s, size_t *at);

bool name_same(Str a, Str b);
/* An order of which name_same is the equality. */
int name_cmp(Str a, Str b);
uint32_t name_hash(Str s);

/* `s` in that form: itself when it has nothing to change, else a copy in `a`.
 * For names that are looked for in a text. */
Str name_fold(Str s, Arena *a);

#endif
