/*
 * Book: one layout on its way from files to pages.
 *
 * The commands that need pages share it: build paints them, check drops them,
 * inspect shows them. It lives in the run's arena: messages are printed last
 * and show lines of its files.
 */
#ifndef CLI_BOOK_H
#define CLI_BOOK_H

#include "cli/run.h"
#include "doc/block.h"
#include "page/page.h"

typedef struct Book {
    const Document *bound;
    const Document *shown; /* of it, what --only names; else the same */
    Provenance *provenance; /* NULL unless opened traced */
    Fonts *fonts;
    Text *text;
    DlDoc *doc;
    PageReport report;
} Book;

/* Reads and binds the layout and opens its fonts; reports every fault it can
 * reach. To be released either way. */
bool book_open(Book *b, Run *run, Str layout);

/* The same, noting how every value came about. */
bool book_open_traced(Book *b, Run *run, Str layout);

/* Sets the pages, which leave through the sink; then `doc` is complete. A whole
 * book carries its sources, a part of one does not. */
bool book_set(Book *b, Run *run, PageSink sink);

/* Every page that --pages names is there, once the book is set; false when
 * reported. */
bool book_has_pages(const Book *b, const Run *run);

/* Frees what the libraries gave. */
void book_release(Book *b);

/* The fonts that a theme names; NULL when reported. */
Fonts *book_fonts(const Theme *theme, Run *run);

/* The text engine with the gaps of the theme; the fonts outlive it. */
Text *book_text(const Theme *theme, Fonts *fonts, Arena *run);

#endif
