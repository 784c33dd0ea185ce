/*
 * Outline: the headings of the book, their destinations and page numbers.
 *
 * All headings are known before the first page is set (contents pages need
 * their count); where they stand is filled in as pages are drawn.
 */
#ifndef PAGE_OUTLINE_H
#define PAGE_OUTLINE_H

#include "doc/block.h"
#include "page/pen.h"

struct Book;

typedef struct Heading {
    const Block *block;
    uint32_t dest;
    uint32_t number; /* of its page; 0 until drawn */
} Heading;

typedef struct Outline {
    Heading *headings;
    uint32_t n;
    uint32_t next; /* the first one not set yet */
} Outline;

/* Finds the headings and gives each a destination. */
void outline_init(struct Book *b);
/* The heading being set, entered in the outline; blocks come in order. */
Heading *outline_enter(struct Book *b, const Block *block, int depth);
/* It stands here. */
void outline_place(Pen *pen, Heading *h, Len top);

/* "Ⅲ. 2024년 주요업무 추진계획", "1 행정·자치 분야". */
Str heading_text(const Block *block, Arena *a);
/* The number as it is read, with what parts it from the title: "Ⅲ. ". */
Str heading_label(const Block *block, Arena *a);

#endif
