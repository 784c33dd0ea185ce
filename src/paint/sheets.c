/*
 * Painting pages to files of their own, in parallel.
 *
 * Words: a *sheet* is one painted page. Workers take pages from the pool and
 * put sheets into the queue; the main thread collects them from there.
 */
#include "paint/sheets.h"

#include <string.h>

enum { BACKLOG = 4 }; /* pages waiting per thread */

typedef struct Sheet {
    uint32_t index;
    const char *failure; /* NULL: painted */
    GByteArray *bytes;
} Sheet;

typedef struct Sheets {
    Painter painter; /* first, so that a Painter * is a Sheets * */
    Arena *arena;
    PaintOptions options;
    SheetPaint paint;
    Diags *diags;
    GThreadPool *pool;
    GAsyncQueue *painted; /* Sheet, in order of completion */
    GAsyncQueue *fonts;   /* CairoFonts that no worker uses now */
    GPtrArray *sheets;    /* collected by the main thread */
    uint32_t taken;
} Sheets;

static void sheet_free(void *p)
{
    Sheet *s = p;
    g_byte_array_free(s->bytes, TRUE);
    g_free(s);
}

static void paint_page(void *page, void *context)
{
    Sheets *s = context;
    DlPage *p = page;
    CairoFonts *fonts = g_async_queue_try_pop(s->fonts);
    if (!fonts)
        fonts = cairofonts_new(s->options.fonts);
    Sheet *sheet = g_new0(Sheet, 1);
    sheet->index = p->index;
    sheet->bytes = g_byte_array_new();
    sheet->failure = s->paint(p, fonts, s->options.dpi, sheet->bytes);
    dlpage_free(p);
    g_async_queue_push(s->fonts, fonts);
    g_async_queue_push(s->painted, sheet);
}

static void collect(Sheets *s, Sheet *sheet)
{
    g_ptr_array_add(s->sheets, sheet);
    if (s->options.progress)
        s->options.progress(s->options.context, s->sheets->len);
}

static bool is_wanted(const PaintOptions *o, uint32_t index)
{
    bool wanted = o->pages == NULL;
    for (size_t i = 0; !wanted && i < o->npages; i++)
        wanted = o->pages[i] == index;
    return wanted;
}

static void sheets_page(Painter *painter, DlPage *page)
{
    Sheets *s = (Sheets *)painter;
    if (!is_wanted(&s->options, page->index)) {
        dlpage_free(page);
        return;
    }
    s->taken++;
    g_thread_pool_push(s->pool, page, NULL);
    /* Pages are set far faster than painted; they must not pile up. */
    guint ahead = (guint)(BACKLOG * s->options.jobs);
    while (s->taken - s->sheets->len > ahead)
        collect(s, g_async_queue_pop(s->painted));
}

static int sheet_order(const void *a, const void *b)
{
    const Sheet *left = *(Sheet *const *)a, *right = *(Sheet *const *)b;
    return (left->index > right->index) - (left->index < right->index);
}

Str sheet_name(Str output, uint32_t index, Arena *a)
{
    Str base = path_base(output);
    const char *dot = memrchr(base.p, '.', base.n);
    size_t stem = dot && dot > base.p ? (size_t)(dot - output.p) : output.n;
    return str_printf(a, STR_FMT "-%u" STR_FMT, (int)stem, output.p, index + 1,
                      (int)(output.n - stem), output.p + stem);
}

static bool sheet_write(const Sheets *s, const Sheet *sheet, bool alone)
{
    Str output = s->options.output;
    Str name = alone ? output : sheet_name(output, sheet->index, s->arena);
    FileOut *file = file_create(name, s->diags);
    file_write(file, sheet->bytes->data, sheet->bytes->len);
    return file_commit(file);
}

static bool sheets_check(const Sheets *s)
{
    for (uint32_t i = 0; i < s->sheets->len; i++) {
        const Sheet *sheet = s->sheets->pdata[i];
        if (!sheet->failure)
            continue;
        diag(s->diags, DIAG_PAINT_PAGE, POS_NONE,
             diag_arg(s->diags, "%u", sheet->index + 1), sheet->failure);
        return false;
    }
    bool pipe = str_eq_c(s->options.output, "-");
    if (pipe && s->sheets->len > 1)
        diag0(s->diags, DIAG_PAINT_PIPE, POS_NONE);
    return !pipe || s->sheets->len <= 1;
}

static bool is_stopped(const Sheets *s)
{
    return s->options.stopped && s->options.stopped();
}

/* A file is written whole or not at all; between two of them a signal is heard,
 * and those that are there stay. */
static bool sheets_write(const Sheets *s)
{
    bool ok = sheets_check(s);
    for (uint32_t i = 0; ok && i < s->sheets->len; i++)
        ok = !is_stopped(s) &&
             sheet_write(s, s->sheets->pdata[i], s->sheets->len == 1);
    return ok;
}

static void sheets_free(Sheets *s)
{
    for (CairoFonts *f; (f = g_async_queue_try_pop(s->fonts));)
        cairofonts_free(f);
    g_async_queue_unref(s->fonts);
    g_async_queue_unref(s->painted);
    g_ptr_array_free(s->sheets, TRUE);
    arena_free(s->arena);
}

static bool sheets_close(Painter *painter, const DlDoc *doc)
{
    (void)doc;
    Sheets *s = (Sheets *)painter;
    while (s->sheets->len < s->taken)
        collect(s, g_async_queue_pop(s->painted));
    g_thread_pool_free(s->pool, FALSE, TRUE);
    g_ptr_array_sort(s->sheets, sheet_order);
    bool ok = sheets_write(s);
    sheets_free(s);
    return ok;
}

static void sheets_drop(Painter *painter)
{
    Sheets *s = (Sheets *)painter;
    /* Waits for what is queued: the pool has no way to hand pages back. */
    g_thread_pool_free(s->pool, FALSE, TRUE);
    for (Sheet *sheet; (sheet = g_async_queue_try_pop(s->painted));)
        sheet_free(sheet);
    sheets_free(s);
}

Painter *sheets_new(const PaintOptions *o, SheetPaint paint, Diags *diags)
{
    Arena *arena = arena_new(0);
    Sheets *s = ARENA_NEW(arena, Sheets);
    s->painter = (Painter){sheets_page, sheets_close, sheets_drop};
    s->arena = arena;
    s->options = *o;
    s->options.output = str_dup(o->output, arena);
    s->paint = paint;
    s->diags = diags;
    s->pool = g_thread_pool_new(paint_page, s, o->jobs, TRUE, NULL);
    s->painted = g_async_queue_new();
    s->fonts = g_async_queue_new();
    s->sheets = g_ptr_array_new_with_free_func(sheet_free);
    return &s->painter;
}
