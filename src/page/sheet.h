/*
 * Sheets: pages while pieces still settle on them.
 *
 * A sheet only remembers which piece stands where; it is drawn as a whole
 * when the flow lets go of it (contents: when every page number is known).
 */
#ifndef PAGE_SHEET_H
#define PAGE_SHEET_H

#include "page/piece.h"

#include <stdbool.h>

struct Book;

typedef enum SheetKind {
    SHEET_BODY,     /* numbered, with running head and foot */
    SHEET_CONTENTS, /* drawn last */
    SHEET_COVER,
    SHEET_BLANK /* an empty back */
} SheetKind;

typedef struct Placed {
    Piece piece;
    Len top;     /* from the top of the paper */
    bool starts; /* a page break could stand before it */
} Placed;

typedef struct Sheet {
    struct Sheet *next; /* among those that wait for page numbers */
    SheetKind kind;
    uint32_t index;  /* in the file */
    uint32_t number; /* printed; 0 = none */
    Len top, bottom; /* of the text area */
    Len y;           /* where the last piece ends */
    Len after;       /* the space it wants below */
    unsigned lines;  /* of text */
    uint32_t n, cap;
    Placed *placed;
} Sheet;

/* An odd page of the bound book: its spine is at the left. */
static inline bool sheet_is_recto(const Sheet *s)
{
    return s->index % 2 == 0;
}

Sheet *sheet_new(const struct Book *b, SheetKind kind, uint32_t index);
/* Gives the scraps of its pieces back. */
void sheet_free(struct Book *b, Sheet *s);
void sheet_add(Sheet *s, const Piece *p, Len top, bool starts);
/* Draws the page and hands it to the sink. */
void sheet_draw(struct Book *b, Sheet *s);

/* The room between the last piece of a sheet and `next`. */
Len sheet_gap(const Sheet *s, const Piece *next);
/* All room between its pieces. */
Len sheet_gaps(const Sheet *s);
/* Takes `by` from that room, in proportion. */
void sheet_squeeze(Sheet *s, Len by);

#endif
