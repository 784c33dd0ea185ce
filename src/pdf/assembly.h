/*
 * Assembly: the state shared by the files that build one document.
 *
 * document.c makes it and calls the others in order: pages, fonts, links,
 * outline, metadata, attachments, structure. One thread, one document.
 */
#ifndef PDF_ASSEMBLY_H
#define PDF_ASSEMBLY_H

#include "pdf/deflate.h"
#include "pdf/objects.h"
#include "pdf/pdf.h"

/* A page with its place in the file. */
typedef struct PlacedPage {
    const PdfPage *page;
    HPDF_Page haru;
    uint32_t number;    /* of its object */
    uint32_t position;  /* 0, 1, … in this file; its /StructParents */
    uint32_t *annots;   /* object numbers of its links, 0 = left out */
    uint32_t nannots;   /* of them that are in the file */
    uint32_t annot_key; /* /StructParent of its first link */
} PlacedPage;

typedef struct Assembly {
    const PdfBook *book;
    const DlDoc *doc;
    Diags *diags;
    Objects objects;
    Deflater *deflater;
    PlacedPage *pages;     /* in file order */
    PlacedPage **by_index; /* by index in the full document, NULL = absent */
    uint32_t nindices;
    uint32_t nlinks;    /* in the file, on all pages */
    uint32_t resources; /* object number, shared by all pages */
    Buf catalog;        /* entries gathered for the catalogue */
    Buf names;          /* entries of its name dictionary */
} Assembly;

/* The page of a full-document index, NULL when it is not in this file. */
static inline PlacedPage *find_page(const Assembly *a, uint32_t index)
{
    return index < a->nindices ? a->by_index[index] : NULL;
}

/* pages.c: page objects and their contents; link annotations. */
void add_pages(Assembly *a);
/* navigation.c: named destinations, outline, page labels. */
void add_navigation(Assembly *a);
/* True when the page of a destination is in this file. */
bool has_dest(const Assembly *a, uint32_t dest);
/* "/Dest(name)". */
void put_dest(Buf *b, const Assembly *a, uint32_t dest);
/* metadata.c: Info, XMP, output intent. */
void add_metadata(Assembly *a);
/* attachments.c: associated files. */
void add_attachments(Assembly *a);

#endif
