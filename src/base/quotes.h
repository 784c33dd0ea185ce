/*
 * Quotes: straight quotes become curly ones by what is open and by their
 * neighbours (K-56); an apostrophe stands for the century in ’23.12.31.
 *
 * Used by doc/ for what an author or a table says, piece by piece, and by
 * text/ for paragraphs that come another way.
 */
#ifndef BASE_QUOTES_H
#define BASE_QUOTES_H

#include "base/str.h"

/* What has been seen of a text; all zero at its start. */
typedef struct Quotes {
    uint32_t prev; /* the code point before, 0 at the start */
    bool single_open, double_open;
    bool mended_year; /* ‘24 became ’24; whoever reports it puts it back */
} Quotes;

/* Whether there is something to set: a straight quote, or ‘24. */
bool quotes_any(Str text);

/* The next code point of the text as it is set: itself unless it is a straight
 * quote, or one that autocorrection put before a year. `rest` is what follows, as far as it is known. */
uint32_t quotes_next(Quotes *q, uint32_t cp, Str rest);

#endif
