/* `hanji inspect`: the pages as JSON, or as the text that tests compare. */
#include "cli/book.h"
#include "cli/commands.h"
#include "cli/json.h"

#include <glib.h>

static int page_order(const void *a, const void *b)
{
    const DlPage *left = *(DlPage *const *)a, *right = *(DlPage *const *)b;
    return (left->index > right->index) - (left->index < right->index);
}

static void keep_page(void *context, DlPage *page)
{
    g_ptr_array_add(context, page);
}

static void page_free(void *page)
{
    dlpage_free(page);
}

static bool is_wanted(const Options *o, uint32_t index)
{
    bool wanted = o->pages == NULL;
    for (size_t i = 0; !wanted && i < o->npages; i++)
        wanted = o->pages[i] == index;
    return wanted;
}

static void put_source(JsonWriter *j, const Sources *sources, Pos pos)
{
    if (pos.file == 0)
        return;
    json_key(j, "source");
    json_open_inline(j, '{');
    json_put_text(j, "file", sources_path(sources, pos.file));
    json_put_int(j, "line", pos.line);
    json_put_int(j, "column", pos.col);
    json_close(j, '}');
}

static void put_colour(JsonWriter *j, const char *key, Colour c)
{
    char hex[8];
    g_snprintf(hex, sizeof hex, "#%02X%02X%02X", c.r, c.g, c.b);
    json_put_text(j, key, str_of(hex));
}

/* What stands in the open bracket: a tag by number, or an artifact. */
typedef struct Bracket {
    const Tag *tag;
    const char *artifact;
    Str actual;
} Bracket;

static void put_bracket(JsonWriter *j, const Bracket *b)
{
    if (b->tag) {
        json_put_int(j, "tag", b->tag->id);
        json_put_text(j, "role", str_of(role_name((Role)b->tag->role)));
        json_put_text(j, "actual", b->actual);
    } else {
        json_put_text(j, "artifact", str_of(b->artifact));
    }
}

static void put_run(JsonWriter *j, const Run *run, const DlRun *r,
                    const Bracket *bracket, Arena *scratch)
{
    json_open_inline(j, '{');
    json_put_text(j, "text", dlrun_text(r, scratch));
    json_put_len(j, "x", r->x);
    json_put_len(j, "y", r->y);
    json_put_len(j, "width", r->width);
    json_put_len(j, "size", r->size);
    json_put_text(j, "font", r->face->ps_name);
    put_colour(j, "colour", r->colour);
    put_bracket(j, bracket);
    put_source(j, run->sources, r->source);
    json_close(j, '}');
}

static void put_paint(JsonWriter *j, const DlPaint *p)
{
    if (p->fill) {
        put_colour(j, "fill", p->fill_colour);
        json_put_text(j, "hatch", str_of(hatch_name(p->hatch)));
    }
    if (p->stroke) {
        put_colour(j, "stroke", p->stroke_colour);
        json_put_len(j, "line", p->line_width);
    }
    if (p->stroke && p->dash[0] > 0) {
        json_put_len(j, "dash", p->dash[0]);
        json_put_len(j, "gap", p->dash[1]);
    }
}

/* `under`: how many runs of the page lie under it, the first ones. */
static void put_path(JsonWriter *j, const Run *run, const DlOp *op,
                     const Bracket *bracket, unsigned under, Arena *scratch)
{
    json_open_inline(j, '{');
    json_put_text(j, "path", dlpath_text(&op->path.path, scratch));
    put_paint(j, &op->path.paint);
    json_put_int(j, "under", under);
    put_bracket(j, bracket);
    put_source(j, run->sources, op->path.path.source);
    json_close(j, '}');
}

/* Goes over a page, op by op. */
typedef struct Walk {
    Bracket bracket; /* around it */
    unsigned runs;   /* before it */
} Walk;

static void walk_op(Walk *w, const DlOp *op)
{
    if (op->kind == OP_TAG_BEGIN)
        w->bracket = (Bracket){.tag = op->tag.tag, .actual = op->tag.actual};
    else if (op->kind == OP_ARTIFACT_BEGIN)
        w->bracket = (Bracket){.artifact = artifact_name(op->artifact)};
    w->runs += op->kind == OP_RUN;
}

static void put_runs(JsonWriter *j, const Run *run, const DlPage *page,
                     Arena *scratch)
{
    Walk walk = {0};
    json_key(j, "runs");
    json_open(j, '[');
    for (const DlOp *op = page->ops; op; op = op->next) {
        walk_op(&walk, op);
        if (op->kind == OP_RUN)
            put_run(j, run, &op->run, &walk.bracket, scratch);
    }
    json_close(j, ']');
}

static void put_paths(JsonWriter *j, const Run *run, const DlPage *page,
                      Arena *scratch)
{
    Walk walk = {0};
    json_key(j, "paths");
    json_open(j, '[');
    for (const DlOp *op = page->ops; op; op = op->next) {
        walk_op(&walk, op);
        if (op->kind == OP_PATH)
            put_path(j, run, op, &walk.bracket, walk.runs, scratch);
    }
    json_close(j, ']');
}

static void put_link(JsonWriter *j, const DlLink *link, const DlDoc *doc)
{
    json_open_inline(j, '{');
    json_put_len(j, "x", link->rect.x);
    json_put_len(j, "y", link->rect.y);
    json_put_len(j, "width", link->rect.w);
    json_put_len(j, "height", link->rect.h);
    if (link->target != UINT32_MAX)
        json_put_text(j, "dest", doc->dests[link->target].name);
    json_put_text(j, "uri", link->uri);
    json_put_text(j, "contents", link->contents);
    json_put_int(j, "tag", link->tag->id);
    json_close(j, '}');
}

static void put_page(JsonWriter *j, const Run *run, const DlDoc *doc,
                     const DlPage *page)
{
    Arena *scratch = arena_new(0);
    json_open(j, '{');
    json_put_int(j, "page", page->index + 1);
    json_put_len(j, "width", page->width);
    json_put_len(j, "height", page->height);
    put_runs(j, run, page, scratch);
    put_paths(j, run, page, scratch);
    json_key(j, "links");
    json_open(j, '[');
    for (uint32_t i = 0; i < page->nlinks; i++)
        put_link(j, &page->links[i], doc);
    json_close(j, ']');
    json_close(j, '}');
    arena_free(scratch);
}

static void put_dests(JsonWriter *j, const DlDoc *doc)
{
    json_key(j, "dests");
    json_open(j, '[');
    for (uint32_t i = 0; i < doc->ndests; i++) {
        json_open_inline(j, '{');
        json_put_text(j, "name", doc->dests[i].name);
        json_put_int(j, "page", doc->dests[i].page + 1);
        json_put_len(j, "y", doc->dests[i].y);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_outline(JsonWriter *j, const DlDoc *doc)
{
    json_key(j, "outline");
    json_open(j, '[');
    for (uint32_t i = 0; i < doc->noutline; i++) {
        const DlOutline *o = &doc->outline[i];
        json_open_inline(j, '{');
        json_put_int(j, "level", o->level);
        json_put_text(j, "text", o->text);
        json_put_text(j, "dest", doc->dests[o->dest].name);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_extra(JsonWriter *j, const TagExtra *e)
{
    static const char *const scopes[] = {
        [SCOPE_NONE] = "", [SCOPE_ROW] = "row", [SCOPE_COLUMN] = "column"};
    json_put_text(j, "title", e->title);
    json_put_text(j, "alt", e->alt);
    json_put_text(j, "actual", e->actual);
    json_put_text(j, "expansion", e->expansion);
    json_put_text(j, "language", e->language);
    json_put_text(j, "scope", str_of(scopes[e->scope]));
    if (e->col_span > 1)
        json_put_int(j, "columns", e->col_span);
    if (e->row_span > 1)
        json_put_int(j, "rows", e->row_span);
}

static void put_tag(JsonWriter *j, const Tag *tag);

static void put_kid(JsonWriter *j, const TagKid *kid)
{
    if (kid->kind == KID_TAG) {
        put_tag(j, kid->tag);
        return;
    }
    bool content = kid->kind == KID_CONTENT;
    json_open_inline(j, '{');
    json_put_int(j, "page", (content ? kid->content.page : kid->link.page) + 1);
    json_put_int(j, content ? "mark" : "link",
                 content ? kid->content.mark : kid->link.link);
    json_close(j, '}');
}

/* The tree is as deep as the layout language allows, a dozen levels. */
static void put_tag(JsonWriter *j, const Tag *tag)
{
    json_open(j, '{');
    json_put_int(j, "tag", tag->id);
    json_put_text(j, "role", str_of(role_name((Role)tag->role)));
    if (tag->extra)
        put_extra(j, tag->extra);
    json_key(j, "kids");
    json_open(j, '[');
    for (const TagKid *kid = tag->kids; kid; kid = kid->next)
        put_kid(j, kid);
    json_close(j, ']');
    json_close(j, '}');
}

static Str inspect_json(const Run *run, const Book *book, GPtrArray *pages)
{
    JsonWriter *j = json_new(run->arena);
    json_open(j, '{');
    json_put_text(j, "title", book->doc->meta.title);
    json_key(j, "pages");
    json_open(j, '[');
    for (guint i = 0; i < pages->len; i++) {
        const DlPage *page = pages->pdata[i];
        if (is_wanted(run->options, page->index))
            put_page(j, run, book->doc, page);
    }
    json_close(j, ']');
    put_dests(j, book->doc);
    put_outline(j, book->doc);
    json_key(j, "tags");
    put_tag(j, book->doc->tags->root);
    json_close(j, '}');
    return json_finish(j);
}

static Str inspect_dump(const Run *run, const Book *book, GPtrArray *pages)
{
    GString *s = g_string_new(NULL);
    for (guint i = 0; i < pages->len; i++) {
        const DlPage *page = pages->pdata[i];
        if (is_wanted(run->options, page->index))
            g_string_append(s, dlpage_dump(page, run->sources, page->arena));
    }
    g_string_append(s, dldoc_dump(book->doc, run->arena));
    g_string_append(s, tagtree_dump(book->doc->tags, run->arena));
    Str text = str_dup((Str){s->str, s->len}, run->arena);
    g_string_free(s, TRUE);
    return text;
}

void command_inspect(Run *run, const Str *args, size_t nargs)
{
    (void)nargs;
    Book book;
    GPtrArray *pages = g_ptr_array_new_with_free_func(page_free);
    if (book_open(&book, run, args[0]) &&
        book_set(&book, run, (PageSink){keep_page, pages, NULL}) &&
        book_has_pages(&book, run)) {
        g_ptr_array_sort(pages, page_order);
        run_print(run, run->options->dump ? inspect_dump(run, &book, pages)
                                          : inspect_json(run, &book, pages));
    }
    g_ptr_array_free(pages, TRUE);
    book_release(&book);
}
