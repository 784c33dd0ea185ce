/*
 * A run on its way into TJ arrays: what pdf_text.c and pdf_spread.c share.
 *
 * Positions along the run are in its unit, which pdf_text.c explains.
 */
#ifndef PAINT_PDF_SHOW_H
#define PAINT_PDF_SHOW_H

#include "paint/pdf_join.h"

/* One TJ array being written. */
typedef struct Show {
    Content *content;
    const DlRun *run, *after; /* the next one, or NULL */
    FaceUse *face;
    int64_t pen;       /* where the stream's pen is */
    int64_t step;      /* of one TJ unit, times 1000 */
    int64_t tolerance; /* 1.5 TJ units: less is not worth its bytes */
    int64_t spacing;   /* letter spacing */
    bool in_array, in_string;
    GArray *placed;    /* Placed: the glyphs of a run with brackets */
    RunJoin join;
} Show;

/* A length along the run in its unit. */
int64_t run_units(const DlRun *r, int64_t length);

/* A glyph with its origin at `want`, or shifted from there. */
void show_glyph(Show *s, uint16_t glyph, int64_t want);
void show_shifted(Show *s, const Glyph *g, GlyphShift shift, int64_t want);
/* A space that begins at `want`, or ends there. */
void show_space(Show *s, int64_t want, bool ends);

/* What is shown in between reads as `text`. */
void show_begin_actual(Show *s, Str text);
void show_end_actual(Show *s);

/* pdf_spread.c: a run that is `spread`. */
void show_spread(Show *s);

#endif
