/* `hanji build` and `hanji check`. */
#include "base/file.h"
#include "cli/book.h"
#include "cli/commands.h"
#include "cli/deps.h"
#include "cli/fit_report.h"
#include "cli/interrupt.h"
#include "cli/outputs.h"
#include "cli/printed.h"
#include "cli/progress.h"

#include <glib.h>
#include <string.h>

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

/* The files of the book itself; `pages` is 0 while it is not set: then how many
 * sheets there will be is unknown. */
static size_t book_files(const Run *run, Str output, uint32_t pages, Output *to)
{
    const Options *o = run->options;
    size_t n = o->npages > 0 ? o->npages : pages;
    if (!o->format->sheets || n == 1 || str_eq_c(output, "-")) {
        to[0] = (Output){OPT_OUTPUT, output};
        return 1;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t page = o->pages ? o->pages[i] : i;
        to[i] = (Output){OPT_OUTPUT, sheet_name(output, page, run->arena)};
    }
    return n;
}

/* No file that is to be written is one that was read, or another result. */
static bool outputs_differ(const Run *run, Str output, uint32_t pages)
{
    const Options *o = run->options;
    const Output asides[] = {
        {OPT_DEPS, o->deps}, {OPT_MAP, o->map}, {OPT_REPORT, o->report}};
    size_t most = 1 + (o->npages > 0 ? o->npages : pages);
    Output *all = ARENA_ARRAY(run->arena, Output, most + 3);
    size_t n = book_files(run, output, pages, all);
    for (size_t i = 0; i < 3; i++) {
        if (asides[i].path.n > 0)
            all[n++] = asides[i];
    }
    return outputs_check(run, all, n);
}

/* What --fail-level counts as failure leaves the old book as it was. */
static bool may_replace(const Book *book, const Run *run, Str output)
{
    const Options *o = run->options;
    uint32_t pages = book->report.pages;
    return book_has_pages(book, run) &&
           diags_count(run->diags, o->fail_level) == 0 &&
           (!o->format->sheets || outputs_differ(run, output, pages));
}

static bool paint(Book *book, Run *run, Str output, Printed *printed,
                  FitReport *fits)
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
                        .context = &progress,
                        .stopped = interrupt_waits};
    Build build = {.painter = o->format->open(&how, run->diags),
                   .printed = printed,
                   .fits = fits};
    bool ok = book_set(book, run, (PageSink){build_page, &build, build_fit}) &&
              !build.stopped && may_replace(book, run, output);
    progress.total = o->pages ? (uint32_t)o->npages : book->report.pages;
    if (ok)
        ok = build.painter->close(build.painter, book->doc);
    else
        build.painter->drop(build.painter);
    progress_end(&progress);
    if (ok)
        progress_told(&progress, output, progress.total, o->language);
    return ok;
}

static bool deps_make(const Run *run, Str output, uint32_t pages)
{
    const Options *o = run->options;
    size_t most = 1 + (o->npages > 0 ? o->npages : pages);
    Output *all = ARENA_ARRAY(run->arena, Output, most);
    return deps_write(run, all, book_files(run, output, pages, all));
}

static bool map_write(const Run *run, Printed *printed, const Book *book)
{
    Str map = printed_map(printed, run, book->provenance);
    FileOut *file = file_create(run->options->map, run->diags);
    file_write(file, map.p, map.n);
    return file_commit(file);
}

/* The book, then what goes with it. */
static void make(Book *book, Run *run, Str output)
{
    const Options *o = run->options;
    Printed *printed = o->map.n > 0 ? printed_new(run->arena) : NULL;
    FitReport *fits =
        o->report.n > 0 ? fit_report_new(run->sources, run->arena) : NULL;
    bool painted = paint(book, run, output, printed, fits);
    if (painted && fits)
        fit_report_write(fits, &book->report, o->report, run->diags);
    if (painted && o->deps.n > 0)
        deps_make(run, output, book->report.pages);
    if (painted && printed)
        map_write(run, printed, book);
    fit_report_free(fits);
    printed_free(printed);
}

void command_build(Run *run, const Str *args, size_t nargs)
{
    (void)nargs;
    const Options *o = run->options;
    Str output = o->output.n > 0
                     ? o->output
                     : output_default(args[0], o, run->arena);
    Book book;
    bool traced = o->map.n > 0;
    if ((traced ? book_open_traced : book_open)(&book, run, args[0]) &&
        outputs_differ(run, output, 0) && outputs_check_suffix(run) &&
        deps_check(run, output)) {
        sigset_t before = interrupt_hold();
        make(&book, run, output);
        interrupt_release(&before);
    }
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
