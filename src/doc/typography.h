/*
 * Typography: the last touch on text before it becomes a span. Straight
 * quotes are curled by context (K-56), full-width Latin and punctuation folded
 * (K-55). The house dot and range mark are set by data/, where text comes in.
 */
#ifndef DOC_TYPOGRAPHY_H
#define DOC_TYPOGRAPHY_H

#include "base/str.h"

/* `text` itself when there is nothing to change, else a copy in `a`.
 * `*folded` (may be NULL) becomes true when a full-width character was. */
Str typography_set(Str text, Arena *a, bool *folded);

#endif
