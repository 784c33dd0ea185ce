#include "pdf/structure.h"

#include "pdf/element.h"
#include "pdf/nametree.h"
#include "pdf/roles.h"
#include "pdf/syntax.h"

enum { LEAF = 64 }; /* pages in one leaf of the parent tree */

/* ---- which tags, in which order ---- */

/* How the tags below one stand to the pages of this file. */
typedef enum Presence {
    NOWHERE,   /* it draws nothing at all: an empty cell */
    ELSEWHERE, /* only on pages that are not in the file */
    HERE
} Presence;

static Presence kid_presence(Structure *s, const TagKid *k);

/* Adds the tag and what is below it in reading order; takes it back when all
 * it draws is on other pages. */
static Presence add_tags(Structure *s, const Tag *tag)
{
    uint32_t start = s->count;
    Presence best = NOWHERE;

    s->elements[s->count++] = tag;
    s->ranks[tag->id] = s->count;
    for (const TagKid *k = tag->kids; k; k = k->next) {
        Presence p = kid_presence(s, k);
        best = p > best ? p : best;
    }
    if (best != ELSEWHERE || !tag->parent)
        return best;
    while (s->count > start)
        s->ranks[s->elements[--s->count]->id] = 0;
    return best;
}

static Presence kid_presence(Structure *s, const TagKid *k)
{
    if (k->kind == KID_TAG)
        return add_tags(s, k->tag);
    return has_drawn_kid(s, k) ? HERE : ELSEWHERE;
}

/* ---- headings ---- */

static bool is_heading(const Tag *tag)
{
    return tag->role >= ROLE_H1 && tag->role <= ROLE_H6;
}

/* A heading stands one level below the nearest one above it that is in the
 * file: a book as it is, while selected pages begin with H1 and skip no level
 * either (PDF/UA-1 7.4.2). */
static void plan_levels(Structure *s)
{
    uint8_t above[ROLE_H6 - ROLE_H1 + 1], n = 0;

    for (uint32_t i = 0; i < s->count; i++) {
        uint8_t role = s->elements[i]->role;
        if (!is_heading(s->elements[i]))
            continue;
        while (n && above[n - 1] >= role)
            n--;
        above[n++] = role;
        s->levels[i] = n;
    }
}

/* ---- the trees beside the elements ---- */

static uint32_t add_tree(Structure *s, const Buf *b)
{
    s->trees[s->ntrees] = buf_dup(b, s->assembly->objects.arena);
    return s->first + s->count + s->ntrees++;
}

/* "5[elements of its marks]": the entry of a page in the parent tree. */
static void put_page_parents(Buf *b, const Structure *s, const PlacedPage *p)
{
    buf_printf(b, "%u[", p->position);
    for (uint32_t i = 0; i < p->page->nmarks; i++) {
        put_element_ref(b, s, p->page->marks[i]);
        buf_add_char(b, ' ');
    }
    buf_add_char(b, ']');
}

static void put_link_parents(Buf *b, const Structure *s, const PlacedPage *p)
{
    uint32_t key = p->annot_key;

    for (uint32_t i = 0; i < p->page->nlinks; i++) {
        if (!p->annots[i])
            continue;
        put_int(b, key++);
        buf_add_char(b, ' ');
        put_element_ref(b, s, p->page->links[i].tag);
        buf_add_char(b, ' ');
    }
}

typedef void PutParents(Buf *b, const Structure *s, const PlacedPage *p);

static uint32_t add_leaf(Structure *s, uint32_t from, uint32_t to, uint32_t low,
                         uint32_t high, PutParents *put)
{
    Buf b = {0};
    uint32_t number;

    buf_printf(&b, "<</Limits[%u %u]/Nums[", low, high);
    for (uint32_t i = from; i < to; i++)
        put(&b, s, &s->assembly->pages[i]);
    buf_add_c(&b, "]>>");
    number = add_tree(s, &b);
    buf_release(&b);
    return number;
}

/* Keys are the pages' positions, then all links in page order. */
static uint32_t add_parent_tree(Structure *s)
{
    const Assembly *a = s->assembly;
    uint32_t npages = a->book->npages, number;
    Buf kids = {0};

    buf_add_c(&kids, "<</Kids[");
    for (uint32_t i = 0; i < npages; i += LEAF) {
        uint32_t end = i + LEAF < npages ? i + LEAF : npages;
        put_ref(&kids, add_leaf(s, i, end, i, end - 1, put_page_parents));
        buf_add_char(&kids, ' ');
    }
    for (uint32_t i = 0; i < npages; i += LEAF) {
        uint32_t end = i + LEAF < npages ? i + LEAF : npages;
        uint32_t low = a->pages[i].annot_key;
        uint32_t high =
            end < npages ? a->pages[end].annot_key : npages + a->nlinks;
        if (high == low)
            continue;
        put_ref(&kids, add_leaf(s, i, end, low, high - 1, put_link_parents));
        buf_add_char(&kids, ' ');
    }
    buf_add_c(&kids, "]>>");
    number = add_tree(s, &kids);
    buf_release(&kids);
    return number;
}

/* Elements with an /ID must be found by it. */
static void put_id_tree(Buf *b, const Structure *s)
{
    bool any = false;
    char id[24];

    for (uint32_t i = 0; i < s->count; i++) {
        if (s->elements[i]->role != ROLE_NOTE)
            continue;
        Str name = element_id(s, s->elements[i], id);
        buf_add_c(b, any ? "" : "/IDTree<</Names[");
        put_string(b, name.p, name.n);
        put_element_ref(b, s, s->elements[i]);
        any = true;
    }
    buf_add_c(b, any ? "]>>" : "");
}

static void add_root(Structure *s)
{
    const Assembly *a = s->assembly;
    Buf b = {0};
    uint32_t parents;

    s->ntrees = 1; /* the root is first of the trees: its number is known */
    parents = add_parent_tree(s);
    buf_add_c(&b, "<</Type/StructTreeRoot/K ");
    put_element_ref(&b, s, a->doc->tags->root);
    buf_add_c(&b, "/ParentTree ");
    put_ref(&b, parents);
    buf_printf(&b, "/ParentTreeNextKey %u", a->book->npages + a->nlinks);
    put_id_tree(&b, s);
    put_role_map(&b);
    buf_add_c(&b, ">>");
    s->trees[0] = buf_dup(&b, a->objects.arena);
    buf_release(&b);
}

void structure_init(Structure *s, const Assembly *a)
{
    uint32_t ids = a->doc->tags->count + 1;
    Arena *arena = a->objects.arena;

    *s = (Structure){.assembly = a, .first = objects_last(&a->objects) + 1};
    s->elements = ARENA_ARRAY(arena, const Tag *, ids);
    s->ranks = ARENA_ARRAY(arena, uint32_t, ids);
    s->levels = ARENA_ARRAY(arena, uint8_t, ids);
    s->trees = ARENA_ARRAY(arena, Str, 2 + 2 * (a->book->npages / LEAF + 1));
    add_tags(s, a->doc->tags->root);
    plan_levels(s);
    add_root(s);
}

uint32_t structure_root(const Structure *s)
{
    return s->first + s->count;
}

static void write_late(void *context, uint32_t i, Buf *out)
{
    const Structure *s = context;

    if (i < s->count)
        put_element(out, s, s->elements[i]);
    else
        buf_add(out, s->trees[i - s->count].p, s->trees[i - s->count].n);
}

LateObjects structure_objects(Structure *s)
{
    return (LateObjects){
        .count = s->count + s->ntrees, .write = write_late, .context = s};
}
