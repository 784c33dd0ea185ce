/*
 * A page case: a document made of blocks by hand, set with the council theme
 * and the real fonts; then questions about what stands where.
 */
#ifndef TESTS_PAGE_CASE_H
#define TESTS_PAGE_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "page/page.h"

#include <glib.h>
#include <string.h>

enum { CASE_BLOCKS = 4000, CASE_PAGES = 1000 };

typedef struct PageCase {
    Sources *sources;
    Diags *diags;
    Arena *arena;
    Theme theme; /* a copy that a case may change */
    Fonts *fonts;
    Text *text;
    DlDoc *out;
    Block *blocks;
    size_t n;
    unsigned chapters, sections, tasks;
    DlPage *pages[CASE_PAGES];
    uint32_t npages;
    uint32_t order[CASE_PAGES]; /* in which they left */
    uint32_t left;
    PageReport report;
    bool ok;
} PageCase;

/* ---- making ---- */

static inline Fonts *case_fonts(const Theme *theme, Diags *diags)
{
    const Str dir = STR("/usr/share/fonts");
    FontRoleSpec roles[32];
    assert_true(theme->nfonts <= 32);
    for (size_t i = 0; i < theme->nfonts; i++)
        roles[i] = (FontRoleSpec){
            .name = theme->fonts[i].name,
            .family = theme->fonts[i].family,
            .weight = theme->fonts[i].weight,
            .fallbacks = theme->fonts[i].fallbacks,
            .nfallbacks = theme->fonts[i].nfallbacks,
            .pos = theme->fonts[i].pos,
        };
    return fonts_open(roles, theme->nfonts,
                      str_of(HANJI_SOURCE "/fonts/fonts.lock"), &dir, 1, diags);
}

static inline int case_setup(void **state)
{
    PageCase *c = g_new0(PageCase, 1);
    c->sources = sources_new();
    c->diags = diags_new(c->sources);
    c->arena = arena_new(0);
    const Theme *theme =
        theme_read(str_of(HANJI_SOURCE "/layouts/themes/council.yaml"), STR(""), POS_NONE, c->sources, c->arena, c->diags);
    assert_non_null(theme);
    c->theme = *theme;
    c->fonts = case_fonts(theme, c->diags);
    assert_non_null(c->fonts);
    c->text = text_new(c->fonts, c->arena);
    c->out = dldoc_new(c->arena);
    c->blocks = ARENA_ARRAY(c->arena, Block, CASE_BLOCKS);
    *state = c;
    return 0;
}

static inline int case_teardown(void **state)
{
    PageCase *c = *state;
    for (uint32_t i = 0; i < c->npages; i++)
        dlpage_free(c->pages[i]);
    text_free(c->text);
    fonts_free(c->fonts);
    arena_free(c->arena);
    diags_free(c->diags);
    sources_free(c->sources);
    g_free(c);
    return 0;
}

static inline RichText rich(PageCase *c, const char *text)
{
    if (!text)
        return (RichText){0};
    Span *span = ARENA_NEW(c->arena, Span);
    span->text = str_dup(str_of(text), c->arena);
    span->source = (Pos){0, (uint32_t)c->n + 1, 1};
    return (RichText){span, 1};
}

static inline RichText rich_lead(PageCase *c, const char *lead,
                                 const char *text)
{
    Span *spans = ARENA_ARRAY(c->arena, Span, 2);
    spans[0] = rich(c, lead).spans[0];
    spans[0].flags = MARK_LEAD;
    spans[1] = rich(c, text).spans[0];
    return (RichText){spans, 2};
}

static inline Block *add(PageCase *c, BlockKind kind, const char *text)
{
    assert_true(c->n < CASE_BLOCKS);
    Block *b = &c->blocks[c->n];
    b->kind = kind;
    b->pos = (Pos){0, (uint32_t)c->n + 1, 1};
    b->text = rich(c, text);
    c->n++;
    return b;
}

static inline Block *add_heading(PageCase *c, BlockKind kind, int level,
                                 unsigned number, const char *label,
                                 const char *text)
{
    Block *b = add(c, kind, text);
    b->level = (uint8_t)level;
    b->number = number;
    b->label = str_of(label);
    return b;
}

static inline Block *add_chapter(PageCase *c, const char *text)
{
    static const char *const labels[] = {"Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ"};
    unsigned i = c->chapters++ % 6;
    c->sections = 0;
    return add_heading(c, BLOCK_CHAPTER, 1, c->chapters, labels[i], text);
}

static inline Block *add_section(PageCase *c, BlockKind kind, const char *text)
{
    unsigned number = ++c->sections;
    c->tasks = 0;
    return add_heading(c, kind, 2, number, arena_printf(c->arena, "%u", number),
                       text);
}

static inline Block *add_task(PageCase *c, const char *text)
{
    static const char *const labels[] = {"①", "②", "③", "④", "⑤", "⑥"};
    unsigned i = c->tasks++ % 6;
    return add_heading(c, BLOCK_TASK, 3, c->tasks, labels[i], text);
}

/* `n` one-line items, "항목 001" … */
static inline void add_items(PageCase *c, unsigned n)
{
    for (unsigned i = 1; i <= n; i++)
        add(c, BLOCK_SUBITEM, arena_printf(c->arena, "항목 %03u", i));
}

/* A text that takes exactly `lines` lines in a subitem, beginning with
 * `first`: forced ends, so that it does not hang on the fonts. */
static inline const char *lines_of(PageCase *c, const char *first,
                                   unsigned lines)
{
    Str s = str_of(first);
    for (unsigned i = 2; i <= lines; i++)
        s = str_printf(c->arena, STR_FMT "\n%s 줄%u", STR_ARG(s), first, i);
    return str_c(s, c->arena);
}

static inline void add_box(PageCase *c, const char *label, unsigned n,
                           const char *entry)
{
    BlockBox *box = ARENA_NEW(c->arena, BlockBox);
    RichText *entries = ARENA_ARRAY(c->arena, RichText, n);
    for (unsigned i = 0; i < n; i++)
        entries[i] = rich(c, arena_printf(c->arena, "%s %02u", entry, i + 1));
    *box = (BlockBox){rich(c, label), n, entries};
    add(c, BLOCK_BOX, NULL)->box = box;
}

/* ---- setting ---- */

static inline void case_sink(void *context, DlPage *page)
{
    PageCase *c = context;
    assert_true(page->index < CASE_PAGES);
    assert_null(c->pages[page->index]);
    c->pages[page->index] = page;
    c->order[c->left++] = page->index;
    if (page->index >= c->npages)
        c->npages = page->index + 1;
}

static inline void case_run(PageCase *c)
{
    Document *d = ARENA_NEW(c->arena, Document);
    d->title = STR("2024년 주요 업무 보고");
    d->organization = STR("대전광역시");
    d->language = STR("ko-KR");
    d->nblocks = c->n;
    d->blocks = c->blocks;
    PageSink sink = {case_sink, c, NULL};
    c->ok = pages_set(d, &c->theme, c->text, c->fonts, c->out, sink, &c->report,
                      c->diags);
}

/* ---- asking ---- */

typedef struct Found {
    bool any;
    uint32_t page;
    Len x, y, width;
    const Tag *tag; /* NULL in an artifact */
    Artifact artifact;
} Found;

/* Of the runs whose text begins with `text`, the one after `skip` others. */
static inline Found find_nth(const PageCase *c, const char *text, unsigned skip)
{
    Arena *a = arena_new(0);
    Found f = {0};
    for (uint32_t i = 0; i < c->npages && !f.any; i++) {
        const Tag *tag = NULL;
        Artifact artifact = ARTIFACT_LAYOUT;
        for (const DlOp *op = c->pages[i]->ops; op && !f.any; op = op->next) {
            if (op->kind == OP_TAG_BEGIN)
                tag = op->tag.tag;
            if (op->kind == OP_ARTIFACT_BEGIN) {
                tag = NULL;
                artifact = op->artifact;
            }
            if (op->kind != OP_RUN ||
                !str_starts(dlrun_text(&op->run, a), str_of(text)))
                continue;
            if (skip-- == 0)
                f = (Found){true,          i,   op->run.x, op->run.y,
                            op->run.width, tag, artifact};
        }
    }
    arena_free(a);
    return f;
}

static inline Found find(const PageCase *c, const char *text)
{
    Found f = find_nth(c, text, 0);
    if (!f.any)
        print_error("not found: %s\n", text);
    for (uint32_t i = 0; i < c->npages && !f.any; i++)
        print_error("%s", dlpage_dump(c->pages[i], NULL, c->arena));
    assert_true(f.any);
    return f;
}

static inline unsigned find_count(const PageCase *c, const char *text)
{
    unsigned n = 0;
    while (find_nth(c, text, n).any)
        n++;
    return n;
}

/* The last baseline of body text on a page (the foot is an artifact). */
static inline Found find_last(const PageCase *c, uint32_t page)
{
    Found f = {0};
    const Tag *tag = NULL;
    for (const DlOp *op = c->pages[page]->ops; op; op = op->next) {
        if (op->kind == OP_TAG_BEGIN)
            tag = op->tag.tag;
        if (op->kind == OP_ARTIFACT_BEGIN)
            tag = NULL;
        if (op->kind == OP_RUN && tag && (!f.any || op->run.y >= f.y))
            f = (Found){true,          page, op->run.x,      op->run.y,
                        op->run.width, tag,  ARTIFACT_LAYOUT};
    }
    return f;
}

#define assert_near(a, b, tolerance)                                           \
    assert_in_range((uint64_t)((int64_t)(a) - (int64_t)(b) + (1 << 30)),       \
                    (uint64_t)((1 << 30) - (tolerance)),                       \
                    (uint64_t)((1 << 30) + (tolerance)))

#endif
