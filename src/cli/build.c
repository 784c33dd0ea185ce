/* `hanji build` and `hanji check`. */
#include "base/file.h"
#include "cli/book.h"
#include "cli/commands.h"
#include "cli/fit_report.h"
#include "cli/interrupt.h"
#include "cli/printed.h"
#include "cli/progress.h"

#include <glib.h>

/* out/NAME.pdf for layouts/NAME.yaml; out/NAME-ID.svg for a part of it. */
static Str output_default(Str layout, const Options *o, Arena *a)
{
    Str base = path_base(layout);
    ptrdiff_t dot = (ptrdiff_t)base.n - 1;
    while (dot > 0 && base.p[dot] != '.')
        dot--;
    size_t stem = dot > 0 ? (size_t)dot : base.n;
    return str_printf(a, "out/" STR_FMT "%s" STR_FMT ".%s", (int)stem, base.p,
                      o->only.n > 0 ? "-" : "", STR_ARG(o->only),
                      o->format->name);
}

/* What the sink of a build needs. */
typedef struct Build {
    Painter *painter;
    Printed *printed; /* for --map, else NULL */
    FitReport *fits;  /* for --report, else NULL */
    bool stopped;     /* a signal waits: pages are only freed from here on */
} Build;

static void build_page(void *context, DlPage *page)
{
    Build *b = context;
    b->stopped = b->stopped || interrupt_waits();
    if (b->stopped) {
        dlpage_free(page);
        return;
    }
    if (b->printed)
        printed_add(b->printed, page);
    b->painter->page(b->painter, page);
}

static void build_fit(void *context, const FitNote *note)
{
    Build *b = context;
    if (b->fits)
        fit_report_add(b->fits, note);
}

/* Every page that --pages names is there. */
static bool pages_exist(const Options *o, uint32_t pages, Diags *diags)
{
    if (o->npages == 0 || o->pages[o->npages - 1] < pages)
        return true;
    diag(diags, DIAG_PAGES_RANGE, POS_NONE,
         diag_arg(diags, "%u", o->pages[o->npages - 1] + 1),
         diag_arg(diags, "%u", pages));
    return false;
}

static bool paint(Book *book, Run *run, Str output, Printed *printed)
{
    const Options *o = run->options;
    Progress progress = progress_begin(o);
    PaintOptions how = {.output = output,
                        .fonts = book->fonts,
                        .jobs = o->jobs,
                        .dpi = o->dpi,
                        .pages = o->pages,
                        .npages = o->npages,
                        .progress = progress_step,
                        .context = &progress};
    Build build = {.painter = o->format->open(&how, run->diags),
                   .printed = printed};
    if (o->report.n > 0)
        build.fits = fit_report_new(run->sources, run->arena);
    bool ok = book_set(book, run, (PageSink){build_page, &build, build_fit}) &&
              !build.stopped && pages_exist(o, book->report.pages, run->diags);
    progress.total = o->pages ? (uint32_t)o->npages : book->report.pages;
    if (ok)
        ok = build.painter->close(build.painter, book->doc);
    else
        build.painter->drop(build.painter);
    progress_end(&progress);
    if (build.fits)
        ok = fit_report_write(build.fits, &book->report, o->report,
                              run->diags) &&
             ok;
    if (ok)
        progress_told(&progress, output, progress.total, o->language);
    return ok;
}

/* A path as make reads it. */
static void put_make_path(GString *s, Str path)
{
    for (size_t i = 0; i < path.n; i++) {
        if (path.p[i] == ' ' || path.p[i] == '#' || path.p[i] == '\\')
            g_string_append_c(s, '\\');
        else if (path.p[i] == '$')
            g_string_append_c(s, '$');
        g_string_append_c(s, path.p[i]);
    }
}

/* "book.pdf: a.yaml b.csv", and an empty rule for each input, so that make
 * does not stumble over one that was removed. */
static bool deps_write(const Run *run, Str output)
{
    GString *s = g_string_new(NULL);
    size_t n = sources_count(run->sources);
    put_make_path(s, output);
    g_string_append_c(s, ':');
    for (uint32_t i = 1; i <= n; i++) {
        g_string_append(s, " \\\n ");
        put_make_path(s, sources_path(run->sources, i));
    }
    for (uint32_t i = 1; i <= n; i++) {
        g_string_append(s, "\n\n");
        put_make_path(s, sources_path(run->sources, i));
        g_string_append_c(s, ':');
    }
    g_string_append_c(s, '\n');
    FileOut *file = file_create(run->options->deps, run->diags);
    file_write(file, s->str, s->len);
    g_string_free(s, TRUE);
    return file_commit(file);
}

static bool map_write(const Run *run, Printed *printed, const Book *book)
{
    Str map = printed_map(printed, run, book->provenance);
    FileOut *file = file_create(run->options->map, run->diags);
    file_write(file, map.p, map.n);
    return file_commit(file);
}

void command_build(Run *run, const Str *args, size_t nargs)
{
    (void)nargs;
    const Options *o = run->options;
    Str output = o->output.n > 0
                     ? o->output
                     : output_default(args[0], o, run->arena);
    Book book;
    bool mapped = o->map.n > 0;
    Printed *printed = mapped ? printed_new(run->arena) : NULL;
    if ((mapped ? book_open_traced : book_open)(&book, run, args[0])) {
        sigset_t before = interrupt_hold();
        bool painted = paint(&book, run, output, printed);
        if (painted && o->deps.n > 0)
            deps_write(run, output);
        if (painted && mapped)
            map_write(run, printed, &book);
        interrupt_release(&before);
    }
    printed_free(printed);
    book_release(&book);
}

static void drop_page(void *context, DlPage *page)
{
    (void)context;
    dlpage_free(page);
}

void command_check(Run *run, const Str *args, size_t nargs)
{
    (void)nargs;
    Book book;
    if (book_open(&book, run, args[0]))
        book_set(&book, run, (PageSink){drop_page, NULL, NULL});
    book_release(&book);
}
