/* Running heads and page numbers. */
#include "page/furniture.h"

#include "page/book.h"
#include "page/set.h"

void furniture_init(Book *b)
{
    Furniture *f = &b->furniture;
    f->arena = arena_new(0);
    f->title = set_label(b, b->document->title, &b->types[STYLE_RUNNING_TITLE],
                         POS_NONE, b->arena);
}

void furniture_release(Book *b)
{
    arena_free(b->furniture.arena);
}

void furniture_turn(Book *b)
{
    Furniture *f = &b->furniture;
    f->named = f->field ? f->field : f->chapter;
    f->begun = false;
    arena_reset(f->arena);
}

static void chapter_begins(Furniture *f, const Block *chapter)
{
    f->chapter = f->named = chapter;
    f->field = NULL;
    f->begun = false;
}

/* A page that a field begins on is named after it. */
static void field_begins(Furniture *f, const Block *field)
{
    f->field = field;
    if (!f->begun)
        f->named = field;
    f->begun = true;
}

void furniture_heading(Book *b, const Block *heading)
{
    if (heading->kind == BLOCK_CHAPTER)
        chapter_begins(&b->furniture, heading);
    else if (heading->kind == BLOCK_FIELD)
        field_begins(&b->furniture, heading);
}

static const Para *head_para(Book *b, Str text)
{
    return set_label(b, text, &b->types[STYLE_RUNNING_HEAD], POS_NONE,
                     b->furniture.arena);
}

static void para_at(Pen *pen, const Para *p, Len x, Len y)
{
    if (p->nlines > 0)
        pen_bare_line(pen, p, 0, (Point){x, y});
}

/* The chapter's numeral, two thirds of an em, the name. */
static void name_draw(Book *b, Pen *pen, bool left)
{
    const Furniture *f = &b->furniture;
    if (!f->named)
        return;
    Len y = b->theme->head_baseline;
    Len em = b->types[STYLE_RUNNING_HEAD].text.size;
    Str numeral = f->chapter ? f->chapter->label : (Str){0};
    const Para *number = head_para(b, numeral);
    const Para *name = head_para(b, rich_plain(f->named->text, f->arena));
    Len gap = numeral.n > 0 ? em * 2 / 3 : 0;
    Len width = number->width + gap + name->width;
    Len x = left ? pen->left : pen->left + pen->width - width;
    para_at(pen, number, x, y);
    para_at(pen, name, x + number->width + gap, y);
}

static void head_draw(Book *b, Pen *pen)
{
    const Theme *t = b->theme;
    const Para *title = b->furniture.title;
    bool spine_left = sheet_is_recto(pen->sheet) || !t->mirrored;
    Len right = pen->left + pen->width - title->width;
    pen_artifact(pen, ARTIFACT_HEADER);
    para_at(pen, title, spine_left ? pen->left : right, t->head_baseline);
    name_draw(b, pen, !spine_left);
    pen_rule(pen, pen->left, t->head_rule, pen->width, t->head_stroke,
             colour_of(t->ink));
}

/* "- {page} -" with the number in it. */
static Str page_number(const Theme *t, uint32_t number, Arena *a)
{
    Str what = STR("{page}");
    ptrdiff_t at = str_find(t->page_number, what);
    if (at < 0)
        return str_printf(a, "%u", number);
    Str before = str_sub(t->page_number, 0, (size_t)at);
    Str after = str_sub(t->page_number, before.n + what.n, t->page_number.n);
    return str_printf(a, STR_FMT "%u" STR_FMT, STR_ARG(before), number,
                      STR_ARG(after));
}

static void foot_draw(Book *b, Pen *pen)
{
    Arena *a = b->furniture.arena;
    const Para *p = set_label(b, page_number(b->theme, pen->sheet->number, a),
                              &b->types[STYLE_PAGE_NUMBER], POS_NONE, a);
    Len x = pen->left + (pen->width - p->width) / 2;
    pen_artifact(pen, ARTIFACT_FOOTER);
    para_at(pen, p, x, b->theme->foot_baseline);
}

void furniture_draw(Book *b, Pen *pen)
{
    head_draw(b, pen);
    foot_draw(b, pen);
}
