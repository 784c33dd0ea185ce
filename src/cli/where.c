/* `hanji where`: which cells a printed text came from. */
#include "cli/book.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printed.h"

#include <glib.h>

/* Lines break at spaces, and a figure is asked for as it is remembered. */
static Str without_spaces(Str s, Arena *a)
{
    char *out = arena_strndup(a, s.p, s.n);
    size_t n = 0;
    for (size_t at = 0; at < s.n;) {
        size_t from = at;
        uint32_t cp = str_next(s, &at);
        if (cp == ' ' || cp == 0xA0 || cp == 0x2007 || cp == 0x202F)
            continue;
        while (from < at)
            out[n++] = s.p[from++];
    }
    return (Str){out, n};
}

/* Whichever dot, range mark and units the book prints. */
static Str as_remembered(Str s, Arena *a)
{
    return house_read(without_spaces(s, a), a);
}

static bool page_number(Str s, uint32_t *out)
{
    guint64 n = 0;
    for (size_t i = 0; i < s.n && i < 8; i++)
        n = g_ascii_isdigit(s.p[i]) ? n * 10 + (guint64)(s.p[i] - '0') : 0;
    *out = (uint32_t)n;
    return s.n > 0 && s.n <= 7 && n > 0;
}

static void put_pos(GString *s, const Run *run, Pos pos)
{
    g_string_append_printf(s, STR_FMT ":%u:%u",
                           STR_ARG(sources_path(run->sources, pos.file)),
                           pos.line, pos.col);
}

static void put_cell(GString *s, const Run *run, const OriginCell *c)
{
    g_string_append(s, "    ");
    if (c->pos.file)
        put_pos(s, run, c->pos);
    g_string_append_printf(s, "  " STR_FMT "%s" STR_FMT "  " STR_FMT "\n",
                           STR_ARG(c->row), c->row.n ? ", " : "",
                           STR_ARG(c->name), STR_ARG(c->text));
}

/* What hanji adds comes from no cell. */
static void put_added(GString *s, const Run *run, const PrintedText *t)
{
    static const char *const words[][2] = {
        [PRINTED_PAGE_NUMBER] = {"쪽 번호", "page number"},
        [PRINTED_RUNNING_HEAD] = {"머리말", "running head"}};
    bool english = run->options->language == DIAG_ENGLISH;
    g_string_append_printf(s, STR_FMT "  (%s)\n", STR_ARG(t->text),
                           words[t->kind][english]);
}

/* Where it stands; of a computed value, by what and from which cells. */
static void put_found(GString *s, const Run *run, const PrintedText *t,
                      const Provenance *provenance)
{
    if (t->kind != PRINTED_VALUE) {
        put_added(s, run, t);
        return;
    }
    const Origin *origin = provenance_find(provenance, t->source, t->text);
    g_string_append_printf(s, STR_FMT "  ", STR_ARG(t->text));
    put_pos(s, run, t->source);
    g_string_append_c(s, '\n');
    if (!origin)
        return;
    g_string_append_printf(s, "  = " STR_FMT "\n", STR_ARG(origin->expression));
    for (size_t i = 0; i < origin->n; i++)
        put_cell(s, run, &origin->cells[i]);
}

static void answer(Run *run, const Book *book, Printed *printed, uint32_t page,
                   Str wanted)
{
    GString *s = g_string_new(NULL);
    Str text = as_remembered(wanted, run->arena);
    size_t n;
    const PrintedText *all = printed_list(printed, &n);
    for (size_t i = 0; i < n; i++)
        if (all[i].page + 1 == page &&
            str_find(as_remembered(all[i].text, run->arena), text) >= 0)
            put_found(s, run, &all[i], book->provenance);
    if (s->len > 0)
        run_print(run, str_dup((Str){s->str, s->len}, run->arena));
    else
        diag(run->diags, DIAG_WHERE_NONE, POS_NONE,
             diag_arg(run->diags, "%u", page), diag_str(run->diags, wanted));
    g_string_free(s, TRUE);
}

static void answer_page(Run *run, const Book *book, Printed *printed,
                        uint32_t page, Str wanted)
{
    if (page <= book->report.pages)
        answer(run, book, printed, page, wanted);
    else
        diag(run->diags, DIAG_WHERE_RANGE, POS_NONE,
             diag_arg(run->diags, "%u", page),
             diag_arg(run->diags, "%u", book->report.pages));
}

static void keep_texts(void *printed, DlPage *page)
{
    printed_add(printed, page);
    dlpage_free(page);
}

void command_where(Run *run, const Str *args, size_t nargs)
{
    (void)nargs;
    Book book;
    uint32_t page;
    if (!page_number(args[1], &page)) {
        diag(run->diags, DIAG_WHERE_PAGE, POS_NONE,
             diag_str(run->diags, args[1]));
        return;
    }
    if (args[2].n == 0) {
        diag(run->diags, DIAG_ARGUMENT_MISSING, POS_NONE, "where",
             "LAYOUT PAGE TEXT");
        return;
    }
    Printed *printed = printed_new(run->arena);
    if (book_open_traced(&book, run, args[0]) &&
        book_set(&book, run, (PageSink){keep_texts, printed, NULL}))
        answer_page(run, &book, printed, page, args[2]);
    printed_free(printed);
    book_release(&book);
}
