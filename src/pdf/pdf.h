/*
 * PDF: painted pages and a document to one file, PDF/A-3a and PDF/UA-1 at once.
 *
 * The painter turns display lists into PdfPages, on any thread and in any
 * order; pdf_write assembles them on one thread: fonts, structure tree,
 * outline, links, metadata, attachments, and the saving. The bytes depend on
 * the pages and the document alone.
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/file.h"
#include "dlist/dlist.h"
#include "pdf/glyphuse.h"

/* What is left of a page once it is painted. */
typedef struct PdfPage {
    uint32_t index; /* its place in the full document */
    Len width, height;
    Str content; /* content stream, deflated */
    uint32_t nmarks, nlinks;
    const Tag *const *marks; /* marked-content id -> its tag */
    const DlLink *links;
} PdfPage;

typedef struct PdfBook {
    const DlDoc *doc;
    const PdfPage *const *pages; /* ascending by index; gaps are pages that
                                    were not asked for */
    uint32_t npages;
    const GlyphUse *glyphs; /* of all pages */
    bool (*stopped)(void);  /* true: give up, in silence; NULL: never */
} PdfBook;

/* Writes the book to `path` and commits it; false when reported or stopped. */
bool pdf_write(const PdfBook *book, Str path, Diags *diags);

/* The structure type a role is marked with in page content, "H1". */
const char *role_type(Role r);

/* The name of a face in the resources of all pages, "F3". */
static inline unsigned font_resource(const Face *f)
{
    return f->id;
}

#endif
