/*
 * Where half-width brackets stand at the side of a run (K-60, K-168): their
 * boxes lie over the space of the run beside it, or over the gap behind a label,
 * and so that readers see it, the run of the bracket draws that space.
 */
#ifndef PAINT_PDF_JOIN_H
#define PAINT_PDF_JOIN_H

#include "paint/pdf_content.h"

typedef struct RunJoin {
    bool leads, trails; /* a space goes with the first bracket, with the last */
    bool drops_first, drops_last; /* spaces that a neighbour draws */
    Len lead, trail; /* where the leading one begins and the trailing one ends,
                        from the run's origin */
} RunJoin;

/* Notes the words at the sides of the neighbours, which are on the page, too. */
RunJoin run_join(Content *c, const RunPlace *place);

#endif
