#include "cli/printed.h"

#include <glib.h>

struct Printed {
    Arena *arena;
    GArray *texts; /* PrintedText */
};

Printed *printed_new(Arena *a)
{
    Printed *p = ARENA_NEW(a, Printed);
    p->arena = a;
    p->texts = g_array_new(FALSE, FALSE, sizeof(PrintedText));
    return p;
}

void printed_free(Printed *p)
{
    if (p)
        g_array_free(p->texts, TRUE);
}

static bool same_source(Pos a, Pos b)
{
    return a.file == b.file && a.line == b.line && a.col == b.col;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Figures are never broken over lines (K-17): two of them are two values. */
static bool are_figures(Str before, Str text)
{
    char last = before.n ? before.p[before.n - 1] : 0;
    return (is_digit(last) || last == '%') && text.n && is_digit(text.p[0]);
}

/* The run goes on with the text before it: right behind it, or further left on
 * a line below. Two values in cells side by side may share a source. */
static bool goes_on(const DlRun *before, const DlRun *run, Str so_far, Str text)
{
    Len end = before->x + before->width;
    Len gap = run->x > end ? run->x - end : end - run->x;
    if (!same_source(before->source, run->source))
        return false;
    return run->y == before->y ? gap < run->size / 2
                               : run->y > before->y && run->x < end &&
                                     !are_figures(so_far, text);
}

/* In the contents, a number that stands for itself (it is read apart from its
 * heading) is that of a page. */
static PrintedKind kind_in_tag(const DlOp *bracket, Str text)
{
    const Tag *tag = bracket->tag.tag;
    size_t digits = 0;
    while (digits < text.n && is_digit(text.p[digits]))
        digits++;
    if (digits < text.n || bracket->tag.actual.n == 0)
        return PRINTED_VALUE;
    while (tag && tag->role != ROLE_CONTENTS)
        tag = tag->parent;
    return tag ? PRINTED_PAGE_NUMBER : PRINTED_VALUE;
}

static PrintedKind kind_of(const DlOp *bracket, Str text)
{
    if (bracket->kind == OP_TAG_BEGIN)
        return kind_in_tag(bracket, text);
    return bracket->artifact == ARTIFACT_FOOTER   ? PRINTED_PAGE_NUMBER
           : bracket->artifact == ARTIFACT_HEADER ? PRINTED_RUNNING_HEAD
                                                  : PRINTED_VALUE;
}

static void add_text(Printed *p, const PrintedText *t)
{
    if (t->text.n && (t->source.file || t->kind != PRINTED_VALUE))
        g_array_append_vals(p->texts, t, 1);
}

/* `before` is the run before it on the page, NULL for the first. */
static void add_run(Printed *p, const DlRun *before, const DlRun *run,
                    PrintedText next, PrintedText *open)
{
    if (before && open->kind == next.kind &&
        goes_on(before, run, open->text, next.text)) {
        open->text = str_printf(p->arena, STR_FMT STR_FMT, STR_ARG(open->text),
                                STR_ARG(next.text));
        return;
    }
    add_text(p, open);
    *open = next;
}

void printed_add(Printed *p, const DlPage *page)
{
    PrintedText open = {.text = STR("")};
    const DlRun *before = NULL;
    const DlOp *bracket = NULL;
    uint32_t order = 0;
    for (const DlOp *op = page->ops; op; op = op->next) {
        if (op->kind == OP_TAG_BEGIN || op->kind == OP_ARTIFACT_BEGIN)
            bracket = op;
        if (op->kind != OP_RUN)
            continue;
        Str text = dlrun_text(&op->run, p->arena);
        PrintedText next = {.kind = kind_of(bracket, text),
                            .page = page->index,
                            .order = order++,
                            .text = text,
                            .x = op->run.x,
                            .y = op->run.y,
                            .source = op->run.source};
        add_run(p, before, &op->run, next, &open);
        before = &op->run;
    }
    add_text(p, &open);
}

static gint by_page(gconstpointer a, gconstpointer b)
{
    const PrintedText *left = a, *right = b;
    if (left->page != right->page)
        return left->page < right->page ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

const PrintedText *printed_list(Printed *p, size_t *n)
{
    g_array_sort(p->texts, by_page);
    *n = p->texts->len;
    return (const PrintedText *)(void *)p->texts->data;
}

static void put_place(JsonWriter *j, const Run *run, Pos pos)
{
    json_put_text(j, "file", sources_path(run->sources, pos.file));
    json_put_int(j, "line", pos.line);
    json_put_int(j, "column", pos.col);
}

static void put_cell(JsonWriter *j, const Run *run, const OriginCell *cell)
{
    json_open_inline(j, '{');
    if (cell->pos.file)
        put_place(j, run, cell->pos);
    json_put_text(j, "row", cell->row);
    json_put_text(j, "name", cell->name);
    json_put_text(j, "text", cell->text);
    json_close(j, '}');
}

void printed_put_origin(JsonWriter *j, const Run *run, const PrintedText *text,
                        const Origin *origin)
{
    json_key(j, "source");
    json_open_inline(j, '{');
    put_place(j, run, text->source);
    json_close(j, '}');
    if (!origin)
        return;
    json_put_text(j, "expression", origin->expression);
    json_key(j, "cells");
    json_open(j, '[');
    for (size_t i = 0; i < origin->n; i++)
        put_cell(j, run, &origin->cells[i]);
    json_close(j, ']');
}

/* Text that the layout types itself is no value, nor is what hanji adds. */
static bool is_data(const Run *run, const PrintedText *text)
{
    if (text->kind != PRINTED_VALUE)
        return false;
    Str path = sources_path(run->sources, text->source.file);
    return !str_ends(path, STR(".yaml")) && !str_ends(path, STR(".yml"));
}

Str printed_map(Printed *p, const Run *run, const Provenance *provenance)
{
    JsonWriter *j = json_new(run->arena);
    size_t n;
    const PrintedText *texts = printed_list(p, &n);
    json_open(j, '[');
    for (size_t i = 0; i < n; i++) {
        const PrintedText *t = &texts[i];
        const Origin *origin =
            t->kind == PRINTED_VALUE
                ? provenance_find(provenance, t->source, t->text)
                : NULL;
        if (!origin && !is_data(run, t))
            continue;
        json_open(j, '{');
        json_put_int(j, "page", t->page + 1);
        json_put_text(j, "text", t->text);
        json_put_len(j, "x", t->x);
        json_put_len(j, "y", t->y);
        printed_put_origin(j, run, t, origin);
        json_close(j, '}');
    }
    json_close(j, ']');
    return json_finish(j);
}
