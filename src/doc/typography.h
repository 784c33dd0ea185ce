/*
 * Typography: the last touch on text before it becomes a span. Straight
 * quotes are curled by context (K-56), full-width Latin and punctuation folded
 * (K-55). The dot and range mark have one form since data/, where text comes in,
 * unless the house keeps them as typed; which ones are printed is told later.
 */
#ifndef DOC_TYPOGRAPHY_H
#define DOC_TYPOGRAPHY_H

#include "base/diag.h"
#include "base/house.h"
#include "base/quotes.h"

/* What has been seen of a text that comes in pieces; all zero at its start. */
typedef struct Typography {
    Quotes quotes;
    bool folded; /* a full-width character was */
    bool keeps_range; /* ～ stays as typed (K-05) */
} Typography;

/* The next piece: itself when there is nothing to change, else a copy in
 * `a`. */
Str typography_set(Str text, Typography *state, Arena *a);

/* Notes at `pos` what was changed since it was last asked (K-55, K-56). */
void typography_report(Typography *state, Pos pos, Diags *diags);

/* A whole text of a cell at `pos`, where changes are noted. */
Str typography_cell(Str text, const House *house, Pos pos, Arena *a,
                    Diags *diags);

/* Text that only a row will tell stands here. */
void typography_skip(Typography *state);

#endif
