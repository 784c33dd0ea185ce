/*
 * Navigation: where a reader can jump to, and what pages are called.
 */
#include "pdf/assembly.h"

#include "pdf/nametree.h"
#include "pdf/syntax.h"

enum { OPEN_LEVELS = 1, MAX_LEVEL = 6 };

/* ---- destinations ---- */

bool has_dest(const Assembly *a, uint32_t dest)
{
    return find_page(a, a->doc->dests[dest].page);
}

void put_dest(Buf *b, const Assembly *a, uint32_t dest)
{
    const DlDest *d = &a->doc->dests[dest];

    buf_add_c(b, "/Dest");
    put_string(b, d->name.p, d->name.n);
}

/* "[12 0 R/XYZ 0 700 null]": the heading at the top, the zoom unchanged. */
static Str dest_value(const Assembly *a, const DlDest *d)
{
    const PlacedPage *p = find_page(a, d->page);
    Buf b = {0};
    Str value;

    buf_add_char(&b, '[');
    put_ref(&b, p->number);
    buf_add_c(&b, "/XYZ 0 ");
    put_milli(&b, len_milli(p->page->height - d->y));
    buf_add_c(&b, " null]");
    value = buf_dup(&b, a->objects.arena);
    buf_release(&b);
    return value;
}

static void add_dests(Assembly *a)
{
    const DlDoc *doc = a->doc;
    NameTreeEntry *entries =
        ARENA_ARRAY(a->objects.arena, NameTreeEntry, doc->ndests);
    size_t n = 0;

    for (uint32_t i = 0; i < doc->ndests; i++)
        if (has_dest(a, i))
            entries[n++] = (NameTreeEntry){doc->dests[i].name,
                                           dest_value(a, &doc->dests[i])};
    if (!n)
        return;
    buf_add_c(&a->names, "/Dests ");
    put_ref(&a->names, nametree_write(&a->objects, entries, n));
}

/* ---- outline ---- */

static HPDF_Outline add_item(Assembly *a, HPDF_Outline parent,
                             const DlOutline *entry)
{
    HPDF_Doc doc = a->objects.doc;
    HPDF_Outline item = HPDF_CreateOutline(doc, parent, "", NULL);
    Buf b = {0};

    /* libharu's title goes through its 8-bit encoders, its type is wrong. */
    HPDF_Dict_RemoveElement(item, "Title");
    HPDF_Dict_RemoveElement(item, "Type");
    HPDF_Outline_SetOpened(item, !parent || entry->level <= OPEN_LEVELS);
    buf_add_c(&b, "/Title");
    put_text(&b, entry->text);
    put_dest(&b, a, entry->dest);
    dict_set_body(&a->objects, item, &b);
    buf_release(&b);
    return item;
}

/* Entries whose page is not in the file are left out; their children, if any
 * are in, hang on the next entry above. */
static void add_outline(Assembly *a)
{
    HPDF_Outline at[MAX_LEVEL + 1] = {NULL}; /* the last item of each level */
    const DlDoc *doc = a->doc;
    bool any = false;

    for (uint32_t i = 0; i < doc->noutline; i++) {
        const DlOutline *e = &doc->outline[i];
        HPDF_Outline item = NULL;
        if (has_dest(a, e->dest))
            item = add_item(a, at[e->level - 1], e);
        for (int level = e->level; level <= MAX_LEVEL; level++)
            at[level] = item ? item : at[e->level - 1];
        any = any || item;
    }
    if (any)
        buf_add_c(&a->catalog, "/PageMode/UseOutlines");
}

/* ---- page labels ---- */

static const DlLabels *labels_of(const DlDoc *doc, uint32_t index)
{
    const DlLabels *found = NULL;

    for (uint32_t i = 0; i < doc->nlabels; i++)
        if (doc->labels[i].page <= index)
            found = &doc->labels[i];
    return found;
}

static void put_label(Buf *b, const DlLabels *l, uint32_t index)
{
    static const DlLabels plain = {.style = 'D', .start = 1};

    l = l ? l : &plain;
    buf_add_c(b, "<<");
    if (l->style)
        buf_printf(b, "/S/%c/St %u", l->style, l->start + index - l->page);
    if (l->prefix.n) {
        buf_add_c(b, "/P");
        put_text(b, l->prefix);
    }
    buf_add_c(b, ">>");
}

/* A new entry where the style changes or pages were left out. */
static void add_labels(Assembly *a)
{
    const DlLabels *last = NULL;
    uint32_t expected = UINT32_MAX;

    if (!a->doc->nlabels || !a->book->npages)
        return;
    buf_add_c(&a->catalog, "/PageLabels<</Nums[");
    for (uint32_t i = 0; i < a->book->npages; i++) {
        uint32_t index = a->book->pages[i]->index;
        const DlLabels *l = labels_of(a->doc, index);
        if (l != last || index != expected) {
            buf_printf(&a->catalog, "%u", i);
            put_label(&a->catalog, l, index);
        }
        last = l;
        expected = index + 1;
    }
    buf_add_c(&a->catalog, "]>>");
}

void add_navigation(Assembly *a)
{
    add_dests(a);
    add_outline(a);
    add_labels(a);
}
