/*
 * Furniture: running head and page number of body pages (K-83, K-84).
 *
 * The book's title stands at the spine, the chapter's numeral with the name
 * of the field (or the chapter) outside.
 */
#ifndef PAGE_FURNITURE_H
#define PAGE_FURNITURE_H

#include "doc/block.h"
#include "page/pen.h"

struct Book;

typedef struct Furniture {
    Arena *arena;      /* of one page's lines */
    const Para *title; /* set once */
    const Block *chapter;
    const Block *field;
    const Block *named; /* in the head of this page */
    bool begun;         /* a field began on this page */
} Furniture;

void furniture_init(struct Book *b);
void furniture_release(struct Book *b);
/* A new page begins. */
void furniture_turn(struct Book *b);
/* A heading stands on the page being drawn. */
void furniture_heading(struct Book *b, const Block *heading);
void furniture_draw(struct Book *b, Pen *pen);

#endif
