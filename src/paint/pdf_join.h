/*
 * Where half-width brackets stand at the side of a run (K-60, K-168): their
 * boxes lie over the run beside it, or over the gap behind a label. So that
 * readers see a space there, the run of the bracket draws it; and so that they
 * see anything else in its order, the bracket goes with it or keeps off it.
 */
#ifndef PAINT_PDF_JOIN_H
#define PAINT_PDF_JOIN_H

#include "paint/pdf_content.h"

enum { YIELD_LEAST = 4 }; /* of an em: what boxes that yield keep */

typedef struct RunJoin {
    bool leads;      /* a space goes with the first bracket, or glyph */
    Len lead;        /* where it begins, from the run's origin */
    bool drops_last; /* the last glyph is a space that leads the next run */
    bool trails;     /* a spread run: the space of the next goes with its last
                        word … */
    Len trail;       /* … and ends there */
    bool drops_first; /* so does that of this run with the one before */
    bool closes; /* the box of the last bracket ends where its half ends */
    bool pads;   /* that of the first one begins where its half begins */
    bool holds;  /* the last glyph goes under one text with the brackets that
                    the next run begins with */
    bool held;   /* so do these with the run before */
    bool yields; /* the last glyphs go under one text, whose box ends at `end` */
    Len end;
} RunJoin;

/* Notes the words at the sides of the neighbours, which are on the page, too. */
RunJoin run_join(Content *c, const RunPlace *place);
/* A run needs care at its sides though it has no brackets. */
static inline bool run_joins(const RunJoin *j)
{
    return j->drops_last || j->leads || j->holds || j->yields;
}

/* Adds the text of the brackets that go with a run that holds them. */
void run_held_text(Content *c, const DlRun *after, GString *text);

#endif
