/*
 * Pages: blocks to pages.
 *
 * One pass over the blocks: each is measured and set as a stack of unbreakable
 * pieces, pieces flow into pages by the keep, widow and orphan rules (K-77,
 * K-78, K-86, K-98), pages get their furniture (K-82 … K-84) and leave through
 * a sink as soon as nothing on them can change. Contents pages leave last,
 * when every page number is known; their index is known from the start only
 * when they stand first, so the sink takes pages in any order.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "dlist/dlist.h"
#include "doc/block.h"
#include "text/text.h"

/* A decision of fitting: how a paragraph differs from its natural setting, or
 * that the caps did not suffice (K-46). */
typedef struct FitNote {
    Pos source;
    Str text; /* of the paragraph; lives during the call */
    const Para *para;
    Len size_change; /* <= 0 */
} FitNote;

/* Takes the page (and frees it some day). `fit` may be NULL. */
typedef struct PageSink {
    void (*page)(void *context, DlPage *page);
    void *context;
    void (*fit)(void *context, const FitNote *note);
} PageSink;

typedef struct PageReport {
    uint32_t pages;      /* in the file */
    uint32_t body_pages; /* numbered ones */
    uint32_t fitted;     /* paragraphs changed by fitting (K-46) */
    uint32_t lines_saved;
    uint32_t squeezed; /* pages whose spaces gave way (K-54) */
} PageReport;

/* Sets the whole document. `out` gets tags, destinations, outline, labels and
 * metadata while pages leave through the sink. Reports what does not fit at
 * the source of the text; false when an error was reported. */
bool pages_set(const Document *d, const Theme *theme, Text *text,
               const Fonts *fonts, DlDoc *out, PageSink sink,
               PageReport *report, Diags *diags);

#endif
