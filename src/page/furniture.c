/* Running heads and page numbers. */
#include "page/furniture.h"

#include "page/book.h"
#include "page/set.h"

/* What the book's title may take of the head, in per cent. */
enum { TITLE_SHARE = 60 };

/* One line, tightened to the room there is. Its faults were reported. */
static const Para *head_para(Book *b, Str text, StyleId style, Len room,
                             Arena *a)
{
    TextSpan span = {.text = text, .style = &b->types[style].text};
    ParaSpec spec = {.fit = FIT_LINE, .measure = room > 0 ? room : 1};
    return text_para(b->text, &span, 1, &spec, a, NULL);
}

/* What a head prints has faults where its text was typed. */
static void text_check(Book *b, Str text, Pos source, StyleId style, Arena *a)
{
    TextSpan span = {
        .text = text, .style = &b->types[style].text, .source = source};
    ParaSpec spec = {.fit = FIT_LINE, .measure = b->measure};
    text_para(b->text, &span, 1, &spec, a, b->diags);
}

/* What was reported of the heading itself is not said again. */
static void span_check(Book *b, Str text, Pos source)
{
    if (!diags_blamed_in(b->diags, source, str_count(text)))
        text_check(b, text, source, STYLE_RUNNING_HEAD, b->furniture.arena);
}

static void heading_check(Book *b, const Block *heading)
{
    RichText name = rich_level(heading->text, b->furniture.arena);
    if (heading->kind == BLOCK_CHAPTER)
        span_check(b, heading->label, heading->pos);
    for (uint32_t i = 0; i < name.n; i++)
        span_check(b, name.spans[i].text, name.spans[i].source);
}

void furniture_init(Book *b)
{
    Furniture *f = &b->furniture;
    f->arena = arena_new(0);
    text_check(b, b->document->title, b->document->title_pos,
               STYLE_RUNNING_TITLE, b->arena);
    f->title = head_para(b, b->document->title, STYLE_RUNNING_TITLE,
                         len_mul(b->measure, TITLE_SHARE, 100), b->arena);
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
    Furniture *f = &b->furniture;
    if (heading->kind == BLOCK_CHAPTER)
        chapter_begins(f, heading);
    else if (heading->kind == BLOCK_FIELD)
        field_begins(f, heading);
    else
        return;
    heading_check(b, heading);
}

static void para_at(Pen *pen, const Para *p, Len x, Len y)
{
    if (p->nlines > 0)
        pen_bare_line(pen, p, 0, (Point){x, y});
}

/* The chapter's numeral, two thirds of an em, the name. */
typedef struct HeadName {
    const Para *number, *name;
    Len gap, width;
} HeadName;

static HeadName name_set(Book *b, Len room)
{
    Furniture *f = &b->furniture;
    const Type *type = &b->types[STYLE_RUNNING_HEAD];
    Str numeral = f->chapter ? f->chapter->label : (Str){0};
    HeadName n = {.gap = numeral.n > 0 ? type->text.size * 2 / 3 : 0};
    Str name = rich_plain(rich_level(f->named->text, f->arena), f->arena);
    n.number = head_para(b, numeral, STYLE_RUNNING_HEAD, b->measure, f->arena);
    n.name = head_para(b, name, STYLE_RUNNING_HEAD,
                       room - n.number->width - n.gap, f->arena);
    n.width = n.number->width + n.gap + n.name->width;
    return n;
}

static void name_draw(const HeadName *n, Pen *pen, bool left)
{
    Len y = pen->book->theme->head_baseline;
    Len x = left ? pen->left : pen->left + pen->width - n->width;
    para_at(pen, n->number, x, y);
    para_at(pen, n->name, x + n->number->width + n->gap, y);
}

static void title_draw(Book *b, Pen *pen, bool left)
{
    const Para *title = b->furniture.title;
    Len x = left ? pen->left : pen->left + pen->width - title->width;
    para_at(pen, title, x, b->theme->head_baseline);
}

/* A name too long to stand beside the title stands alone. */
static void names_draw(Book *b, Pen *pen, bool spine_left)
{
    Len em = b->types[STYLE_RUNNING_HEAD].text.size;
    Len room = pen->width - b->furniture.title->width - 2 * em;
    HeadName n = name_set(b, room);
    bool beside = n.name->nlines <= 1 && n.width <= room;
    if (beside)
        title_draw(b, pen, spine_left);
    else
        n = name_set(b, pen->width);
    name_draw(&n, pen, !spine_left);
}

static void head_draw(Book *b, Pen *pen)
{
    const Theme *t = b->theme;
    bool spine_left = sheet_is_recto(pen->sheet) || !t->mirrored;
    pen_artifact(pen, ARTIFACT_HEADER);
    if (b->furniture.named)
        names_draw(b, pen, spine_left);
    else
        title_draw(b, pen, spine_left);
    pen_rule(pen, pen->left, t->head_rule, pen->width, t->head_stroke,
             colour_of(t->ink));
}

/* "- {page} -" with the number in it. */
static Str page_number(const Theme *t, uint32_t number, Arena *a)
{
    Str what = STR("{page}");
    Str form = t->page_number.text;
    ptrdiff_t at = str_find(form, what);
    if (at < 0)
        return str_printf(a, "%u", number);
    Str before = str_sub(form, 0, (size_t)at);
    Str after = str_sub(form, before.n + what.n, form.n);
    return str_printf(a, STR_FMT "%u" STR_FMT, STR_ARG(before), number,
                      STR_ARG(after));
}

static void foot_draw(Book *b, Pen *pen)
{
    Arena *a = b->furniture.arena;
    ThemeText number = {page_number(b->theme, pen->sheet->number, a),
                        b->theme->page_number.pos};
    const Para *p = set_own(b, number, &b->types[STYLE_PAGE_NUMBER], a);
    Len x = pen->left + (pen->width - p->width) / 2;
    pen_artifact(pen, ARTIFACT_FOOTER);
    para_at(pen, p, x, b->theme->foot_baseline);
}

void furniture_draw(Book *b, Pen *pen)
{
    head_draw(b, pen);
    foot_draw(b, pen);
}
