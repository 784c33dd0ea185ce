/*
 * Marks: the markers before items: ○ - · ※ □, drawn or set.
 *
 * A drawn marker is a shape centred on the syllable face, the same on every
 * printer, and reads as its character. A set one is a line of the item's own
 * type.
 */
#ifndef PAGE_MARK_H
#define PAGE_MARK_H

#include "page/book.h"

typedef struct Mark {
    const ThemeMarker *marker;
    const Type *type;
    const Para *para; /* of a set marker */
} Mark;

/* `marker` and `type` are the theme's and the book's own: a set marker's line
 * is kept by their address and lives as long as the book. */
Mark mark_set(Book *b, const ThemeMarker *marker, const Type *type);

/* In the line box that begins at `top`; its column begins at x. */
void mark_draw(const Mark *m, Pen *pen, Tag *tag, Len x, Len top);

#endif
