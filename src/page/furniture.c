/* Running heads and page numbers. */
#include "page/furniture.h"

#include "page/book.h"
#include "page/set.h"

/* Between the numeral and the name. */
#define GAP "\u00A0\u00A0"

void furniture_init(Book *b)
{
    Furniture *f = &b->furniture;
    f->arena = arena_new(0);
    f->title = set_label(b, b->document->title,
        &b->types[STYLE_RUNNING_TITLE], POS_NONE, b->arena);
}

void furniture_release(Book *b)
{
    arena_free(b->furniture.arena);
}

void furniture_turn(Book *b)
{
    Furniture *f = &b->furniture;
    f->named = f->field ? f->field : f->chapter;
    arena_reset(f->arena);
}

static void chapter_begins(Furniture *f, const Block *chapter)
{
    f->chapter = f->named = chapter;
    f->field = NULL;
}

/* A page that a field begins on is named after it. */
static void field_begins(Furniture *f, const Block *field)
{
    f->field = field;
    if (!f->named || f->named->kind != BLOCK_FIELD)
        f->named = field;
}

void furniture_heading(Book *b, const Block *heading)
{
    if (heading->kind == BLOCK_CHAPTER)
        chapter_begins(&b->furniture, heading);
    else if (heading->kind == BLOCK_FIELD)
        field_begins(&b->furniture, heading);
}

static Str running_head(const Furniture *f)
{
    if (!f->named)
        return (Str){0};
    Str text = rich_plain(f->named->text, f->arena);
    if (!f->chapter || f->chapter->label.n == 0)
        return text;
    return str_printf(f->arena, STR_FMT GAP STR_FMT,
        STR_ARG(f->chapter->label), STR_ARG(text));
}

/* At the left or the right end of the measure. */
static void end_line(Pen *pen, const Para *p, bool left, Len y)
{
    if (p->nlines == 0)
        return;
    Len x = left ? pen->left : pen->left + pen->width - p->width;
    pen_bare_line(pen, p, 0, (Point){x, y});
}

static void head_draw(Book *b, Pen *pen)
{
    const Theme *t = b->theme;
    Furniture *f = &b->furniture;
    bool spine_left = sheet_is_recto(pen->sheet) || !t->mirrored;
    const Para *name = set_label(b, running_head(f),
        &b->types[STYLE_RUNNING_HEAD], POS_NONE, f->arena);
    pen_artifact(pen, ARTIFACT_HEADER);
    end_line(pen, f->title, spine_left, t->head_baseline);
    end_line(pen, name, !spine_left, t->head_baseline);
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
    Str after = str_sub(t->page_number, before.n + what.n,
        t->page_number.n);
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
    pen_bare_line(pen, p, 0, (Point){x, b->theme->foot_baseline});
}

void furniture_draw(Book *b, Pen *pen)
{
    head_draw(b, pen);
    foot_draw(b, pen);
}
