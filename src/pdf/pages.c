/*
 * Pages: libharu's page tree and page objects, with our contents, boxes and
 * links.
 */
#include "pdf/assembly.h"

#include "pdf/syntax.h"

#include <hpdf_pages.h>

enum { PAGES_PER_NODE = 64 }; /* a flat page tree is slow to open */

/* ---- contents ---- */

/* libharu gives a stream its length as an object of its own, the last one
 * made. Our streams have a direct length: the object is taken back. */
static void remove_last_object(HPDF_Doc doc)
{
    HPDF_List entries = doc->xref->entries;
    HPDF_XrefEntry e = HPDF_List_RemoveByIndex(entries, entries->count - 1);

    HPDF_Obj_ForceFree(doc->mmgr, e->obj);
    HPDF_FreeMem(doc->mmgr, e);
}

/* Puts finished bytes in the place of libharu's stream, which would compress
 * them once more. */
static void replace_contents(Assembly *a, HPDF_Page page, Str content)
{
    HPDF_PageAttr attr = page->attr;
    HPDF_Dict contents = attr->contents;

    HPDF_Dict_RemoveElement(contents, "Length");
    remove_last_object(a->objects.doc);
    HPDF_Stream_Free(contents->stream);
    contents->stream = attr->stream = NULL;
    dict_set_stream(&a->objects, contents, STR("/Filter/FlateDecode"), content);
}

/* ---- links ---- */

static void put_rect(Buf *b, Rect r, Len page_height)
{
    const Len corners[] = {r.x, page_height - r.y - r.h, r.x + r.w,
                           page_height - r.y};

    buf_add_c(b, "/Rect[");
    for (int i = 0; i < 4; i++) {
        if (i)
            buf_add_char(b, ' ');
        put_milli(b, len_milli(corners[i]));
    }
    buf_add_char(b, ']');
}

/* A URI is ASCII (RFC 3986): all else as the percent form of its UTF-8. */
static void put_uri(Buf *b, Str uri)
{
    Buf ascii = {0};

    for (size_t i = 0; i < uri.n; i++) {
        unsigned char c = (unsigned char)uri.p[i];
        if (c <= ' ' || c >= 0x7F)
            buf_printf(&ascii, "%%%02X", c);
        else
            buf_add_char(&ascii, (char)c);
    }
    put_string(b, ascii.p, ascii.n);
    buf_release(&ascii);
}

static void put_target(Buf *b, const Assembly *a, const DlLink *l)
{
    if (l->target != UINT32_MAX) {
        put_dest(b, a, l->target);
        return;
    }
    buf_add_c(b, "/A<</S/URI/URI");
    put_uri(b, l->uri);
    buf_add_c(b, ">>");
}

/* F 4: links are printed with the page, as PDF/A asks; their frame has no
 * width. */
static void fill_link(Assembly *a, const PlacedPage *p, uint32_t i,
                      uint32_t key)
{
    const DlLink *l = &p->page->links[i];
    Buf b = {0};

    buf_add_c(&b, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
    put_rect(&b, l->rect, p->page->height);
    buf_add_c(&b, "/Contents");
    put_text(&b, l->contents);
    buf_printf(&b, "/StructParent %u/P ", key);
    put_ref(&b, p->number);
    put_target(&b, a, l);
    object_set_body(&a->objects, p->annots[i], &b);
    buf_release(&b);
}

/* A link to a page that is not in the file would lead nowhere: its text stays,
 * as plain text. */
static bool leads_somewhere(const Assembly *a, const DlLink *l)
{
    return l->target == UINT32_MAX || has_dest(a, l->target);
}

static void add_links(Assembly *a, PlacedPage *p)
{
    p->annot_key = a->book->npages + a->nlinks;
    p->annots = ARENA_ARRAY(a->objects.arena, uint32_t, p->page->nlinks);
    for (uint32_t i = 0; i < p->page->nlinks; i++) {
        if (!leads_somewhere(a, &p->page->links[i]))
            continue;
        p->annots[i] = object_add(&a->objects);
        fill_link(a, p, i, p->annot_key + p->nannots++);
    }
    a->nlinks += p->nannots;
}

/* ---- page objects ---- */

static void put_box(Buf *b, const char *key, const PdfPage *p)
{
    buf_add_c(b, key);
    buf_add_c(b, "[0 0 ");
    put_milli(b, len_milli(p->width));
    buf_add_char(b, ' ');
    put_milli(b, len_milli(p->height));
    buf_add_char(b, ']');
}

static void fill_page(Assembly *a, const PlacedPage *p)
{
    Buf b = {0};

    put_box(&b, "/MediaBox", p->page);
    put_box(&b, "/TrimBox", p->page);
    buf_add_c(&b, "/Resources ");
    put_ref(&b, a->resources);
    buf_printf(&b, "/Tabs/S/StructParents %u", p->position);
    if (p->nannots) {
        buf_add_c(&b, "/Annots[");
        for (uint32_t i = 0; i < p->page->nlinks; i++) {
            if (!p->annots[i])
                continue;
            put_ref(&b, p->annots[i]);
            buf_add_char(&b, ' ');
        }
        buf_add_char(&b, ']');
    }
    dict_set_body(&a->objects, p->haru, &b);
    buf_release(&b);
}

static void place_page(Assembly *a, PlacedPage *p)
{
    p->haru = HPDF_AddPage(a->objects.doc);
    p->number = object_number(p->haru);
    replace_contents(a, p->haru, p->page->content);
    /* libharu's own are a box of rounded reals and unused names. */
    HPDF_Dict_RemoveElement(p->haru, "MediaBox");
    HPDF_Dict_RemoveElement(p->haru, "Resources");
}

static void index_pages(Assembly *a)
{
    const PdfBook *book = a->book;
    Arena *arena = a->objects.arena;

    if (book->npages)
        a->nindices = book->pages[book->npages - 1]->index + 1;
    a->pages = ARENA_ARRAY(arena, PlacedPage, book->npages);
    a->by_index = ARENA_ARRAY(arena, PlacedPage *, a->nindices);
    for (uint32_t i = 0; i < book->npages; i++) {
        a->pages[i] = (PlacedPage){.page = book->pages[i], .position = i};
        a->by_index[book->pages[i]->index] = &a->pages[i];
    }
}

void add_pages(Assembly *a)
{
    index_pages(a);
    HPDF_SetPagesConfiguration(a->objects.doc, PAGES_PER_NODE);
    for (uint32_t i = 0; i < a->book->npages; i++)
        place_page(a, &a->pages[i]);
    for (uint32_t i = 0; i < a->book->npages; i++) {
        add_links(a, &a->pages[i]);
        fill_page(a, &a->pages[i]);
    }
}
