/*
 * Claims: what the texts of a bound document say in figures that somebody
 * typed, held against its tables: figures of the layout and of text cells
 * (agree_text.h), and counts in titles (claims_count.c). Figures that were
 * computed are right by construction and left out.
 */
#ifndef DOC_CLAIMS_H
#define DOC_CLAIMS_H

#include "doc/block.h"
#include "doc/inputs.h"

/* Reports every claim that does not hold and is not waived. */
void claims_check(const Block *blocks, size_t n, const Inputs *in, Arena *a,
                  Diags *diags);

#endif
