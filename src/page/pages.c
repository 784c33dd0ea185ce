/* Which setter sets which block, and the whole book from first to last. */
#include "page/book.h"

#include "page/table.h"

static Setter *const SETTERS[] = {
    [BLOCK_COVER] = cover_set,
    [BLOCK_CONTENTS] = contents_set,
    [BLOCK_CHAPTER] = chapter_set,
    [BLOCK_SECTION] = section_set,
    [BLOCK_FIELD] = field_set,
    [BLOCK_TASK] = task_set,
    [BLOCK_HEAD] = head_set,
    [BLOCK_ITEM] = item_set,
    [BLOCK_SUBITEM] = subitem_set,
    [BLOCK_POINT] = point_set,
    [BLOCK_NUMBERED] = numbered_set,
    [BLOCK_ITEM_NOTE] = item_note_set,
    [BLOCK_NOTE] = note_set,
    [BLOCK_PARAGRAPH] = paragraph_set,
    [BLOCK_FACTS] = facts_set,
    [BLOCK_TABLE] = table_set,
    [BLOCK_CHART] = chart_set,
    [BLOCK_TIMELINE] = timeline_set,
    [BLOCK_SCHEDULE] = schedule_set,
    [BLOCK_MAP] = map_set,
    [BLOCK_FLOW] = flow_strip_set,
    [BLOCK_TILES] = tiles_set,
    [BLOCK_BOX] = box_set,
    [BLOCK_PAGE_BREAK] = page_break_set,
};

Setter *setter_of(BlockKind kind)
{
    return SETTERS[kind];
}

void page_break_set(Book *b, const Block *block)
{
    (void)block;
    flow_break(b->flow, SHEET_BODY);
}

bool block_is_heading(const Block *block)
{
    return block->kind == BLOCK_CHAPTER || block->kind == BLOCK_SECTION ||
           block->kind == BLOCK_FIELD || block->kind == BLOCK_TASK;
}

bool block_clings(const Block *after)
{
    return after &&
           (after->kind == BLOCK_ITEM_NOTE || after->kind == BLOCK_NOTE);
}

Len space_before(const Book *b, const ThemeSpace *space)
{
    bool under_heading = b->before && block_is_heading(b->before);
    return under_heading ? space->before_after_heading : space->before;
}

Str book_said(const Book *b, Str text, Arena *a)
{
    return house_text(&b->document->house, text, a);
}

void book_turn_scrap(Book *b)
{
    scrap_drop(&b->scraps, b->scrap);
    b->scrap = scrap_take(&b->scraps);
}

/* A heading right under the one that it belongs to. Fields begin a page each,
 * even one in which nothing stands, and so does what follows an empty task. */
static bool is_first_under(const Block *above, const Block *block)
{
    return above && block_is_heading(above) && block_is_heading(block) &&
           block->level >= above->level &&
           !(above->kind == BLOCK_FIELD && block->kind == BLOCK_FIELD);
}

/* A field is the part of one committee and may be handed out alone: it begins a
 * page, unless the layout says otherwise. */
static bool asks_for_page(const Block *block)
{
    return block->new_page || (block->kind == BLOCK_FIELD && !block->same_page);
}

/* Headings that follow one another stay together: a new page asked for by
 * any of them begins above the first. */
static bool new_page_asked(const Document *d, size_t i)
{
    if (!block_is_heading(&d->blocks[i]))
        return false;
    do {
        if (asks_for_page(&d->blocks[i]))
            return true;
        i++;
    } while (i < d->nblocks &&
             is_first_under(&d->blocks[i - 1], &d->blocks[i]));
    return false;
}

static bool begins_page(const Book *b, size_t i)
{
    return !is_first_under(b->before, b->block) &&
           new_page_asked(b->document, i);
}

static void block_set(Book *b, size_t i)
{
    const Document *d = b->document;
    b->block = &d->blocks[i];
    b->before = i > 0 ? &d->blocks[i - 1] : NULL;
    b->after = i + 1 < d->nblocks ? &d->blocks[i + 1] : NULL;
    b->scrap = scrap_take(&b->scraps);
    if (begins_page(b, i))
        flow_break(b->flow, SHEET_BODY);
    setter_of(b->block->kind)(b, b->block);
    scrap_drop(&b->scraps, b->scrap);
}

static void meta_fill(const Book *b, DlMeta *m)
{
    const Document *d = b->document;
    Arena *a = b->out->arena;
    m->title = book_said(b, d->title, a);
    m->author = book_said(b, d->author, a);
    m->organization = book_said(b, d->organization, a);
    m->subject = book_said(b, d->subject, a);
    m->keywords = book_said(b, d->keywords, a);
    m->language = d->language;
}

static void book_init(Book *b)
{
    const Theme *t = b->theme;
    b->arena = arena_new(0);
    b->measure = t->width - t->inner - t->outer;
    b->fit_caps = (FitValues){t->fit_word_space, t->fit_letter_spacing,
                              t->fit_glyph_width};
    types_init(b->types, t, b->fonts, b->text, b->diags);
    b->flow = flow_new(b);
    tree_init(b);
    outline_init(b);
    furniture_init(b);
    b->rules = g_array_new(FALSE, FALSE, sizeof(TableRule));
    meta_fill(b, &b->out->meta);
}

static void book_release(Book *b)
{
    g_array_free(b->rules, TRUE);
    furniture_release(b);
    flow_free(b->flow);
    scrap_pool_release(&b->scraps);
    arena_free(b->arena);
}

/* R5. Most books that are too long were refused when they were bound. */
static bool has_room(const Book *b)
{
    const Document *d = b->document;
    return d->pages_max == 0 || b->report->pages <= d->pages_max;
}

/* Pages that wait for what follows are counted when they have left. */
static void blocks_set(Book *b)
{
    const Document *d = b->document;
    size_t i = 0;
    while (i < d->nblocks && has_room(b))
        block_set(b, i++);
    flow_end(b->flow);
    if (!has_room(b))
        diag(b->diags, DIAG_BOOK_LONG,
             d->blocks[i < d->nblocks ? i : i - 1].pos,
             diag_arg(b->diags, "%u", d->pages_max));
}

bool pages_set(const Document *d, const Theme *theme, Text *text,
               const Fonts *fonts, DlDoc *out, PageSink sink,
               PageReport *report, Diags *diags)
{
    Book b = {
        .document = d,
        .theme = theme,
        .text = text,
        .fonts = fonts,
        .out = out,
        .diags = diags,
        .sink = sink,
        .report = report,
    };
    *report = (PageReport){0};
    size_t errors = diags_count(diags, LEVEL_ERROR);
    book_init(&b);
    blocks_set(&b);
    if (report->pages == 0 && diags_count(diags, LEVEL_ERROR) == errors)
        diag0(diags, DIAG_BOOK_EMPTY, d->layout->body->pos);
    book_release(&b);
    return diags_count(diags, LEVEL_ERROR) == errors;
}
