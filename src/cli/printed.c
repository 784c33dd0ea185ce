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

/* The run goes on with the text before it: right behind it, or further left on
 * a line below. Two values in cells side by side may share a source. */
static bool goes_on(const DlRun *before, const DlRun *run)
{
    Len end = before->x + before->width;
    Len gap = run->x > end ? run->x - end : end - run->x;
    return same_source(before->source, run->source) &&
           (run->y == before->y ? gap < run->size / 2
                                : run->y > before->y && run->x < end);
}

static void add_run(Printed *p, const DlPage *page, const DlRun *before,
                    const DlRun *run, uint32_t order, PrintedText *open)
{
    Str text = dlrun_text(run, p->arena);
    if (before && goes_on(before, run)) {
        open->text = str_printf(p->arena, STR_FMT STR_FMT, STR_ARG(open->text),
                                STR_ARG(text));
        return;
    }
    if (open->text.n && open->source.file)
        g_array_append_vals(p->texts, open, 1);
    *open = (PrintedText){.page = page->index,
                          .order = order,
                          .text = text,
                          .x = run->x,
                          .y = run->y,
                          .source = run->source};
}

void printed_add(Printed *p, const DlPage *page)
{
    PrintedText open = {0};
    const DlRun *before = NULL;
    uint32_t order = 0;
    for (const DlOp *op = page->ops; op; op = op->next) {
        if (op->kind != OP_RUN)
            continue;
        add_run(p, page, before, &op->run, order++, &open);
        before = &op->run;
    }
    if (open.text.n && open.source.file)
        g_array_append_val(p->texts, open);
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

/* Text that the layout types itself is no value. */
static bool is_data(const Run *run, const PrintedText *text)
{
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
        const Origin *origin = provenance_find(provenance, t->source, t->text);
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
