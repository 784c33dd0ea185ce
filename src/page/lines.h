/*
 * Lines: a paragraph as pieces, one a line, under the widow rule (K-77).
 */
#ifndef PAGE_LINES_H
#define PAGE_LINES_H

#include "page/mark.h"

typedef struct Lines {
    const Para *para;
    const Type *type;
    Tag *tag;  /* of the text */
    Len x;     /* of the text in the measure */
    Mark mark; /* before the first line; marker NULL = none */
    Tag *mark_tag;
    Len mark_x;
} Lines;

/* May no page end after line i of n (K-77)? */
bool line_keeps(uint32_t i, uint32_t n);

/* Gives the flow one piece a line. `keep` binds the last to what follows. */
void lines_add(Book *b, const Lines *lines, const ThemeSpace *space, bool keep);
/* The same for a heading: whole, and kept with what follows (K-78). */
void heading_lines_add(Book *b, const Lines *lines, const ThemeSpace *space);

#endif
