/*
 * The PDF painter: pages to content streams on several threads, then one file.
 *
 * Each worker has its own compressor, buffer, arena and table of used glyphs;
 * a page is freed as soon as its content is packed. The main thread is one of
 * the workers: it paints itself whenever the others have enough to do, so a
 * backlog of pages never grows.
 */
#include "paint/painter.h"

#include "paint/pdf_content.h"
#include "pdf/deflate.h"
#include "pdf/pdf.h"

#include <glib.h>
#include <pthread.h>
#include <stdlib.h>

enum { BACKLOG = 4 }; /* pages waiting per thread */

typedef struct Worker {
    struct PdfPainter *painter;
    pthread_t thread;
    Content content;
    Buf packed;
    Deflater *deflater;
    Arena *arena; /* of the painted pages */
} Worker;

typedef struct PdfPainter {
    Painter base;
    PaintOptions options;
    Diags *diags;
    Charmaps *charmaps;
    Worker *workers; /* [0] is the main thread */
    int nworkers;

    pthread_mutex_t lock; /* of all below */
    pthread_cond_t work;
    GQueue waiting;     /* DlPage */
    GPtrArray *painted; /* PdfPage */
    bool closing;

    uint32_t done; /* main thread */
} PdfPainter;

/* ---- painting one page ---- */

static Str copy_str(Str s, Arena *a)
{
    return s.n ? str_dup(s, a) : s;
}

static const DlLink *copy_links(const DlPage *page, Arena *a)
{
    DlLink *links = ARENA_ARRAY(a, DlLink, page->nlinks);

    for (uint32_t i = 0; i < page->nlinks; i++) {
        links[i] = page->links[i];
        links[i].uri = copy_str(links[i].uri, a);
        links[i].contents = copy_str(links[i].contents, a);
    }
    return links;
}

static const Tag *const *copy_marks(const DlPage *page, Arena *a)
{
    const Tag **marks = ARENA_ARRAY(a, const Tag *, page->nmarks);

    for (uint32_t i = 0; i < page->nmarks; i++)
        marks[i] = page->marks[i];
    return marks;
}

/* Paints, packs and frees the page. */
static PdfPage *paint_page(Worker *w, DlPage *page)
{
    PdfPage *p = ARENA_NEW(w->arena, PdfPage);

    content_paint(&w->content, page);
    w->packed.n = 0;
    deflater_pack(w->deflater, w->content.out.p, w->content.out.n, &w->packed);
    *p = (PdfPage){.index = page->index,
                   .width = page->width,
                   .height = page->height,
                   .content = buf_dup(&w->packed, w->arena),
                   .nmarks = page->nmarks,
                   .nlinks = page->nlinks,
                   .marks = copy_marks(page, w->arena),
                   .links = copy_links(page, w->arena)};
    dlpage_free(page);
    return p;
}

/* ---- workers ---- */

static void worker_init(Worker *w, PdfPainter *p)
{
    w->painter = p;
    w->deflater = deflater_new(DEFLATE_SMALL);
    w->arena = arena_new(0);
    w->content.use = glyphuse_new(p->options.fonts, p->charmaps);
}

static void worker_release(Worker *w)
{
    deflater_free(w->deflater);
    arena_free(w->arena);
    glyphuse_free(w->content.use);
    buf_release(&w->content.out);
    buf_release(&w->packed);
}

/* Paints one waiting page; false when there is none. Called and left with the
 * lock held. */
static bool paint_waiting(Worker *w)
{
    PdfPainter *p = w->painter;
    DlPage *page = g_queue_pop_head(&p->waiting);

    if (!page)
        return false;
    pthread_mutex_unlock(&p->lock);
    PdfPage *painted = paint_page(w, page);
    pthread_mutex_lock(&p->lock);
    g_ptr_array_add(p->painted, painted);
    return true;
}

static void *worker_run(void *data)
{
    Worker *w = data;
    PdfPainter *p = w->painter;

    pthread_mutex_lock(&p->lock);
    while (!p->closing || p->waiting.length)
        if (!paint_waiting(w))
            pthread_cond_wait(&p->work, &p->lock);
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

/* Fewer threads than asked for are no fault: the main thread does the rest. */
static void start_workers(PdfPainter *p)
{
    int jobs = p->options.jobs < 1 ? 1 : p->options.jobs;

    p->workers = g_new0(Worker, jobs);
    worker_init(&p->workers[0], p);
    for (p->nworkers = 1; p->nworkers < jobs; p->nworkers++) {
        Worker *w = &p->workers[p->nworkers];
        worker_init(w, p);
        if (pthread_create(&w->thread, NULL, worker_run, w)) {
            worker_release(w);
            break;
        }
    }
}

/* Paints what waits and ends the threads. */
static void finish_workers(PdfPainter *p)
{
    pthread_mutex_lock(&p->lock);
    p->closing = true;
    pthread_cond_broadcast(&p->work);
    while (paint_waiting(&p->workers[0]))
        ;
    pthread_mutex_unlock(&p->lock);
    for (int i = 1; i < p->nworkers; i++)
        pthread_join(p->workers[i].thread, NULL);
}

/* ---- the painter ---- */

static int compare_indices(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return x < y ? -1 : x > y;
}

static bool page_wanted(const PaintOptions *o, uint32_t index)
{
    return !o->pages ||
           bsearch(&index, o->pages, o->npages, sizeof index, compare_indices);
}

static void pdf_page(Painter *base, DlPage *page)
{
    PdfPainter *p = (PdfPainter *)base;

    if (!page_wanted(&p->options, page->index)) {
        dlpage_free(page);
        return;
    }
    pthread_mutex_lock(&p->lock);
    g_queue_push_tail(&p->waiting, page);
    pthread_cond_signal(&p->work);
    if (p->waiting.length > (guint)(BACKLOG * (p->nworkers - 1)))
        paint_waiting(&p->workers[0]);
    pthread_mutex_unlock(&p->lock);
    if (p->options.progress)
        p->options.progress(p->options.context, ++p->done);
}

static void pdf_free(PdfPainter *p)
{
    for (int i = 0; i < p->nworkers; i++)
        worker_release(&p->workers[i]);
    g_free(p->workers);
    charmaps_free(p->charmaps);
    g_ptr_array_free(p->painted, TRUE);
    pthread_cond_destroy(&p->work);
    pthread_mutex_destroy(&p->lock);
    g_free(p);
}

static int compare_pages(const void *a, const void *b)
{
    const PdfPage *const *x = a, *const *y = b;

    return compare_indices(&(*x)->index, &(*y)->index);
}

static bool pdf_close(Painter *base, const DlDoc *doc)
{
    PdfPainter *p = (PdfPainter *)base;
    GlyphUse *all = p->workers[0].content.use;
    bool ok;

    finish_workers(p);
    for (int i = 1; i < p->nworkers; i++)
        glyphuse_merge(all, p->workers[i].content.use);
    g_ptr_array_sort(p->painted, compare_pages);
    ok =
        pdf_write(&(PdfBook){.doc = doc,
                             .pages = (const PdfPage *const *)p->painted->pdata,
                             .npages = p->painted->len,
                             .glyphs = all,
                             .stopped = p->options.stopped},
                  p->options.output, p->diags);
    pdf_free(p);
    return ok;
}

static void pdf_drop(Painter *base)
{
    PdfPainter *p = (PdfPainter *)base;

    pthread_mutex_lock(&p->lock);
    for (DlPage *page; (page = g_queue_pop_head(&p->waiting));)
        dlpage_free(page);
    pthread_mutex_unlock(&p->lock);
    finish_workers(p);
    pdf_free(p);
}

Painter *painter_pdf(const PaintOptions *o, Diags *diags)
{
    PdfPainter *p = g_new0(PdfPainter, 1);

    p->base = (Painter){pdf_page, pdf_close, pdf_drop};
    p->options = *o;
    p->diags = diags;
    p->charmaps = charmaps_new(o->fonts);
    p->painted = g_ptr_array_new();
    g_queue_init(&p->waiting);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->work, NULL);
    start_workers(p);
    return &p->base;
}
