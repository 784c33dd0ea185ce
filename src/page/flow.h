/*
 * Flow: pieces to sheets.
 *
 * Pieces that must stay together gather in a chunk; a whole chunk goes on the
 * sheet or begins the next one. The sheet before the current one is kept until
 * the current one is full, so that a last lonely line can still get company.
 */
#ifndef PAGE_FLOW_H
#define PAGE_FLOW_H

#include "page/sheet.h"

typedef struct Flow Flow;

Flow *flow_new(struct Book *b);
/* Everything must have been ended. */
void flow_free(Flow *f);

/* Takes one more user of the scrap being filled and of the frame's. */
void flow_add(Flow *f, Piece piece);
/* The next piece begins a page of this kind; nothing happens on an empty
 * one. */
void flow_break(Flow *f, SheetKind kind);
/* Ends the last page; then draws the sheets that waited. */
void flow_end(Flow *f);
/* How high a piece may be that comes next: under what stands on the page, and
 * on a page of its own, to which headings above it would come along. Not
 * negative. */
typedef struct FlowRoom {
    Len here, fresh;
} FlowRoom;
FlowRoom flow_room(const Flow *f, Len before);
/* A page is begun and something stands on it, or is about to. */
bool flow_in_page(const Flow *f);

#endif
