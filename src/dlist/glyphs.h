/*
 * Glyphs: shaped text, the currency between text, page and the painters.
 *
 * A Shaped is one word, space or label shaped once in one face at units per
 * em. It is made by text/, immutable, owned by the text engine's cache (run
 * arena) and shared by every page that shows it; painters read it from other
 * threads.
 */
#ifndef DLIST_GLYPHS_H
#define DLIST_GLYPHS_H

#include "base/len.h"
#include "font/font.h"

typedef struct Glyph {
    uint16_t id;
    int16_t advance;   /* font units, kerning included */
    uint16_t text_at;  /* byte offset in Shaped.text where its text begins */
    uint16_t text_len; /* bytes of text it stands for, 0 = continues the
                          glyph before it (marks, later glyphs of a block) */
} Glyph;

typedef struct GlyphShift {
    int16_t x, y; /* font units, y up */
} GlyphShift;

typedef struct Shaped {
    const Face *face;
    uint32_t serial;          /* 1, 2, … as they are made: an index for what a
                                 painter keeps of each; 0: not counted */
    Str text;                 /* NFC UTF-8, logical order */
    int32_t width;            /* sum of advances, font units */
    uint32_t n;
    const Glyph *glyphs;      /* visual order */
    const GlyphShift *shifts; /* NULL when all are zero */
    bool actual_text;         /* the glyphs' ToUnicode would not give `text`
                                 back: painters must write ActualText */
    bool trimmed;             /* some glyph stands on less than its own width:
                                 its box reaches over its neighbour's (K-60,
                                 K-04) */
    bool joined;              /* its letters are written in one stroke: it is
                                 never in a run with letter spacing */
} Shaped;

#endif
