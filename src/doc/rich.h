/*
 * Rich texts in the making: spans added one after the other, undone when an
 * optional segment turns out empty, and taken as one array.
 */
#ifndef DOC_RICH_H
#define DOC_RICH_H

#include "doc/block.h"

#include <glib.h>

/* One is enough for a document: it is empty again after every take. */
typedef struct RichBuilder {
    GArray *spans; /* of Span */
    Arena *arena;  /* where taken texts live */
    Diags *diags;
    bool squares;  /* m^(2) is a unit like m² (K-124) */
} RichBuilder;

/* No paragraph or cell of a book is longer: some 20 pages. Beyond it, setting
 * takes seconds and what comes out is no use to anybody. */
enum { TEXT_MAX = 64 * 1024 };

void rich_init(RichBuilder *b, Arena *document, Diags *diags);
void rich_release(RichBuilder *b);

/* Adds text by reference; empty text is nothing. */
void rich_add(RichBuilder *b, Str text, Pos source, unsigned flags);

/* How much there is, and going back to it. */
size_t rich_mark(const RichBuilder *b);
void rich_rewind(RichBuilder *b, size_t mark);

/* The end of the text from the span `first` on, at most `cap` bytes of whole
 * characters, into `out`: what a particle is chosen by (J-08). */
Str rich_tail(const RichBuilder *b, size_t first, char *out, size_t cap);

/* All of it; the builder is empty afterwards. More than TEXT_MAX bytes are
 * reported at the longest of its spans, and left out. */
RichText rich_take(RichBuilder *b);

bool rich_empty(RichText t);

#endif
