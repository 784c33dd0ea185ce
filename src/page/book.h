/*
 * Book: one document while it is being set: what every setter shares.
 *
 * A setter turns one kind of block into pieces (setters.c has the table). It
 * draws nothing itself: it sets paragraphs into the current scrap, adds tags
 * in reading order, and gives the flow pieces that draw later.
 */
#ifndef PAGE_BOOK_H
#define PAGE_BOOK_H

#include "page/flow.h"
#include "page/furniture.h"
#include "page/outline.h"
#include "page/page.h"
#include "page/pen.h"
#include "page/tree.h"

#include <glib.h>

/* A theme has few markers and each is set once a book, see mark.c. */
enum { BOOK_MARKS = 16 };

typedef struct BookMark {
    const ThemeMarker *marker;
    const Type *type;
    const Para *para;
} BookMark;

typedef struct Book {
    const Document *document;
    const Theme *theme;
    Text *text;
    const Fonts *fonts;
    DlDoc *out;
    Diags *diags;
    PageSink sink;
    PageReport *report;

    Arena *arena; /* lives as long as the setting */
    Type types[STYLE_COUNT];
    Len measure;
    FitValues fit_caps; /* K-43 */

    const Block *block;          /* being set */
    const Block *before, *after; /* its neighbours, NULL at the ends */

    Scrap *scrap; /* of the block being set */
    ScrapPool scraps;
    Flow *flow;
    Tree tree;
    Outline outline;
    Furniture furniture;
    BookMark marks[BOOK_MARKS];
    unsigned nmarks;
    GArray *rules; /* of the table being drawn, see table.h */
} Book;

typedef void Setter(Book *b, const Block *block);

Setter cover_set, contents_set, chapter_set, section_set, field_set, task_set,
    head_set, item_set, subitem_set, point_set, numbered_set, item_note_set,
    note_set, paragraph_set, facts_set, table_set, chart_set, timeline_set,
    schedule_set, map_set, flow_strip_set,
    tiles_set, box_set, page_break_set;

/* The setter of a kind of block. */
Setter *setter_of(BlockKind kind);

/* A fresh scrap for what is set next; the old one stays while pieces use
 * it. */
void book_turn_scrap(Book *b);

bool block_is_heading(const Block *block);
/* Does the block before this one ask to stay on its page? Notes stay with
 * what they explain (K-79). */
bool block_clings(const Block *after);

/* A text that is said and not drawn, in the signs of the house. */
Str book_said(const Book *b, Str text, Arena *a);

/* The space above the block being set. */
Len space_before(const Book *b, const ThemeSpace *space);

#endif
