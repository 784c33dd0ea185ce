/* Headings: destinations, outline entries, page numbers. */
#include "page/outline.h"

#include "page/book.h"

static const char *const KIND_NAMES[] = {
    [BLOCK_CHAPTER] = "chapter",
    [BLOCK_SECTION] = "section",
    [BLOCK_FIELD] = "field",
    [BLOCK_TASK] = "task",
};

/* "task-3-1-2": stable while the headings before it stay. */
static Str dest_name(const Block *block, const unsigned numbers[], Arena *a)
{
    Str name = str_of(KIND_NAMES[block->kind]);
    for (int level = 1; level <= block->level; level++)
        name = str_printf(a, STR_FMT "-%u", STR_ARG(name), numbers[level]);
    return name;
}

static uint32_t count_headings(const Document *d)
{
    uint32_t n = 0;
    for (size_t i = 0; i < d->nblocks; i++)
        n += block_is_heading(&d->blocks[i]);
    return n;
}

static void count_on(unsigned numbers[], const Block *block)
{
    numbers[block->level] = block->number;
    for (int level = block->level + 1; level <= SECTION_LEVELS; level++)
        numbers[level] = 0;
}

void outline_init(Book *b)
{
    const Document *d = b->document;
    Outline *o = &b->outline;
    unsigned numbers[SECTION_LEVELS + 1] = {0};
    o->headings = ARENA_ARRAY(b->arena, Heading, count_headings(d));
    for (size_t i = 0; i < d->nblocks; i++) {
        const Block *block = &d->blocks[i];
        if (!block_is_heading(block))
            continue;
        count_on(numbers, block);
        Str name = dest_name(block, numbers, b->out->arena);
        o->headings[o->n++] = (Heading){block, dldoc_add_dest(b->out, name), 0};
    }
}

Heading *outline_enter(Book *b, const Block *block, int depth)
{
    Heading *h = &b->outline.headings[b->outline.next++];
    Arena *a = b->out->arena;
    dldoc_add_outline(b->out, depth, book_said(b, heading_text(block, a), a),
                      h->dest);
    return h;
}

void outline_place(Pen *pen, Heading *h, Len top)
{
    DlDest *dest = &pen->book->out->dests[h->dest];
    dest->page = pen->sheet->index;
    dest->y = top;
    h->number = pen->sheet->number;
    furniture_heading(pen->book, h->block);
}

Str heading_label(const Block *block, Arena *a)
{
    if (block->label.n == 0)
        return (Str){0};
    Str stop = block->kind == BLOCK_CHAPTER ? STR(". ") : STR(" ");
    return STR_JOIN(a, block->label, stop);
}

Str heading_text(const Block *block, Arena *a)
{
    return STR_JOIN(a, heading_label(block, a),
                    rich_plain(rich_level(block->text, a), a));
}
