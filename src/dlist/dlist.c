/* Display list: recording pages. */
#include "dlist/dlist.h"

#include "dlist/tag_int.h"

#include <assert.h>
#include <string.h>

/* A page of text fills about half of one block. */
enum { PAGE_BLOCK = 16 * 1024 };

/* Room for one more item: the array, moved when it was full. */
static void *grow(Arena *a, void *items, uint32_t n, uint32_t *cap, size_t size)
{
    if (n < *cap)
        return items;
    *cap = *cap ? *cap * 2 : 8;
    char *larger = arena_alloc(a, *cap * size);
    if (n > 0)
        memcpy(larger, items, n * size);
    return larger;
}

DlDoc *dldoc_new(Arena *document)
{
    DlDoc *d = ARENA_NEW(document, DlDoc);
    d->arena = document;
    d->tags = tagtree_new(document);
    d->meta.time = INT64_MIN;
    return d;
}

uint32_t dldoc_add_dest(DlDoc *d, Str name)
{
    d->dests =
        grow(d->arena, d->dests, d->ndests, &d->cap_dests, sizeof *d->dests);
    d->dests[d->ndests] = (DlDest){.name = str_dup(name, d->arena)};
    return d->ndests++;
}

void dldoc_add_outline(DlDoc *d, int level, Str text, uint32_t dest)
{
    int last = d->noutline ? d->outline[d->noutline - 1].level : 0;
    assert(level >= 1 && level <= last + 1 && dest < d->ndests);
    (void)last;
    d->outline = grow(d->arena, d->outline, d->noutline, &d->cap_outline,
                      sizeof *d->outline);
    d->outline[d->noutline++] =
        (DlOutline){level, str_dup(text, d->arena), dest};
}

void dldoc_add_labels(DlDoc *d, DlLabels labels)
{
    d->labels = grow(d->arena, d->labels, d->nlabels, &d->cap_labels,
                     sizeof *d->labels);
    d->labels[d->nlabels++] = labels;
}

void dldoc_add_attachment(DlDoc *d, DlAttachment a)
{
    d->attachments = grow(d->arena, d->attachments, d->nattachments,
                          &d->cap_attachments, sizeof *d->attachments);
    d->attachments[d->nattachments++] = a;
}

DlPage *dlpage_new(DlDoc *d, uint32_t index, Len width, Len height)
{
    Arena *arena = arena_new(PAGE_BLOCK);
    DlPage *p = ARENA_NEW(arena, DlPage);
    p->arena = arena;
    p->index = index;
    p->width = width;
    p->height = height;
    p->tail = &p->ops;
    d->npages++;
    return p;
}

void dlpage_free(DlPage *p)
{
    if (p)
        arena_free(p->arena);
}

static DlOp *add_op(DlPage *p, DlOpKind kind)
{
    DlOp *op = arena_alloc(p->arena, sizeof *op);
    op->next = NULL;
    op->kind = kind;
    *p->tail = op;
    p->tail = &op->next;
    return op;
}

void dlpage_begin_tag(DlPage *p, DlDoc *d, Tag *tag, Str actual)
{
    assert(!p->open);
    p->open = true;
    p->marks =
        grow(p->arena, p->marks, p->nmarks, &p->cap_marks, sizeof *p->marks);
    p->marks[p->nmarks] = tag;
    DlOp *op = add_op(p, OP_TAG_BEGIN);
    op->tag.tag = tag;
    op->tag.mark = p->nmarks++;
    op->tag.actual = actual.n ? str_dup(actual, p->arena) : actual;
    tag_add_content(d->tags, tag, p->index, op->tag.mark);
}

void dlpage_begin_artifact(DlPage *p, Artifact kind)
{
    assert(!p->open);
    p->open = true;
    add_op(p, OP_ARTIFACT_BEGIN)->artifact = kind;
}

void dlpage_end(DlPage *p)
{
    assert(p->open);
    p->open = false;
    add_op(p, OP_END);
}

static void *copy(Arena *a, const void *items, size_t size)
{
    void *own = arena_alloc(a, size);
    if (size > 0)
        memcpy(own, items, size);
    return own;
}

void dlpage_add_run(DlPage *p, const DlRun *run, Point at)
{
    assert(p->open);
    DlOp *op = add_op(p, OP_RUN);
    op->run = *run;
    op->run.x += at.x;
    op->run.y += at.y;
    op->run.pieces =
        copy(p->arena, run->pieces, run->npieces * sizeof *run->pieces);
}

static size_t count_points(const DlPath *path)
{
    static const uint8_t points[] = {
        [SEG_MOVE] = 1, [SEG_LINE] = 1, [SEG_CURVE] = 3, [SEG_CLOSE] = 0};
    size_t n = 0;
    for (uint32_t i = 0; i < path->nsegs; i++)
        n += points[path->segs[i]];
    return n;
}

void dlpage_add_path(DlPage *p, const DlPath *path, const DlPaint *paint)
{
    assert(p->open);
    size_t npoints = count_points(path);
    DlOp *op = add_op(p, OP_PATH);
    op->path.path = (DlPath){
        .nsegs = path->nsegs,
        .segs = copy(p->arena, path->segs, path->nsegs),
        .points = copy(p->arena, path->points, npoints * sizeof(Point)),
        .source = path->source,
    };
    op->path.paint = *paint;
}

static void add_rect(DlPage *p, Rect r, const DlPaint *paint)
{
    static const uint8_t segs[] = {SEG_MOVE, SEG_LINE, SEG_LINE, SEG_LINE,
                                   SEG_CLOSE};
    Len right = r.x + r.w, bottom = r.y + r.h;
    Point corners[] = {
        {r.x, r.y}, {right, r.y}, {right, bottom}, {r.x, bottom}};
    DlPath path = {.nsegs = sizeof segs, .segs = segs, .points = corners};
    dlpage_add_path(p, &path, paint);
}

void dlpage_fill_rect(DlPage *p, Rect r, Colour c)
{
    DlPaint paint = {.fill = true, .fill_colour = c};
    add_rect(p, r, &paint);
}

void dlpage_stroke_rect(DlPage *p, Rect r, Len line_width, Colour c)
{
    DlPaint paint = {
        .stroke = true, .stroke_colour = c, .line_width = line_width};
    add_rect(p, r, &paint);
}

void dlpage_line(DlPage *p, Point from, Point to, Len line_width, Colour c)
{
    static const uint8_t segs[] = {SEG_MOVE, SEG_LINE};
    Point ends[] = {from, to};
    DlPath path = {.nsegs = sizeof segs, .segs = segs, .points = ends};
    DlPaint paint = {
        .stroke = true, .stroke_colour = c, .line_width = line_width};
    dlpage_add_path(p, &path, &paint);
}

void dlpage_circle(DlPage *p, Point centre, Len radius, const DlPaint *paint)
{
    static const uint8_t segs[] = {SEG_MOVE,  SEG_CURVE, SEG_CURVE,
                                   SEG_CURVE, SEG_CURVE, SEG_CLOSE};
    /* 4/3 (sqrt 2 - 1): the handles that bring a Bézier nearest to a
     * quarter of a circle. */
    Len r = radius, k = len_mul(radius, 552285, 1000000);
    const Point round[] = {{r, 0},  {r, k},  {k, r},   {0, r},   {-k, r},
                           {-r, k}, {-r, 0}, {-r, -k}, {-k, -r}, {0, -r},
                           {k, -r}, {r, -k}, {r, 0}};
    Point points[sizeof round / sizeof *round];
    for (size_t i = 0; i < sizeof round / sizeof *round; i++)
        points[i] = (Point){centre.x + round[i].x, centre.y + round[i].y};
    DlPath path = {.nsegs = sizeof segs, .segs = segs, .points = points};
    dlpage_add_path(p, &path, paint);
}

void dlpage_add_link(DlPage *p, DlDoc *d, DlLink link)
{
    assert(link.tag && link.tag->role == ROLE_LINK);
    p->links =
        grow(p->arena, p->links, p->nlinks, &p->cap_links, sizeof *p->links);
    link.uri = str_dup(link.uri, p->arena);
    link.contents = str_dup(link.contents, p->arena);
    p->links[p->nlinks] = link;
    tag_add_link(d->tags, link.tag, p->index, p->nlinks++);
}

Str dlrun_text(const DlRun *run, Arena *a)
{
    size_t n = 0;
    for (uint32_t i = 0; i < run->npieces; i++)
        n += run->pieces[i].shaped->text.n;
    char *text = arena_alloc(a, n + 1), *at = text;
    for (uint32_t i = 0; i < run->npieces; i++) {
        Str part = run->pieces[i].shaped->text;
        if (part.n > 0)
            at = mempcpy(at, part.p, part.n);
    }
    *at = '\0';
    return (Str){text, n};
}

/* Rounded once, at the end: size * (advances * 장평 + glyphs * 자간). */
Len shaped_width(const Shaped *s, Len size, int letter_spacing, int glyph_width)
{
    int64_t upem = s->face->upem;
    int64_t units =
        (int64_t)s->width * glyph_width + (int64_t)s->n * letter_spacing * upem;
    return units_len(size, units, upem);
}
