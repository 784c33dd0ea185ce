/*
 * A run on its way into TJ arrays: what pdf_text.c, pdf_brackets.c and
 * pdf_spread.c share.
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
/* Its letter spacing for Tc, which Tz stretches as it does not stretch ours. */
int64_t run_spacing(const DlRun *r);
/* Another one for what follows. */
void show_set_spacing(Show *s, int64_t spacing);

/* Where each piece of the run begins goes to `place` with it. */
void show_pieces(Show *s, void (*place)(Show *, const Shaped *, int64_t));
/* A word, under a text of its own where its glyphs do not tell it, or never. */
void show_word(Show *s, const Shaped *word, int64_t want);
void show_used(Show *s, const UsedWord *used, int64_t want);

/* A glyph with its origin at `want`, or shifted from there. */
void show_glyph(Show *s, uint16_t glyph, int64_t want);
void show_shifted(Show *s, const Glyph *g, GlyphShift shift, int64_t want);
/* A space that begins at `want`, or ends there. */
void show_space(Show *s, int64_t want, bool ends);

/* Other operators may follow. */
void show_end_array(Show *s);
/* What is shown in between reads as `text`. */
void show_begin_actual(Show *s, Str text);
void show_end_actual(Show *s);

/* pdf_brackets.c: a run with brackets set half-width, or beside one. */
void show_trimmed(Show *s);
/* pdf_spread.c: a run that is `spread`. */
void show_spread(Show *s);

#endif
