/* Brackets, lines and rules on one page. */
#include "page/pen.h"

#include "page/book.h"
#include "page/decorate.h"

void pen_lift(Pen *pen)
{
    if (pen->tag || pen->artifact)
        dlpage_end(pen->page);
    pen->tag = NULL;
    pen->artifact = false;
}

static void tag_open(Pen *pen, Tag *tag, Str actual)
{
    pen_lift(pen);
    dlpage_begin_tag(pen->page, pen->book->out, tag, actual);
    pen->tag = tag;
}

void pen_tag(Pen *pen, Tag *tag)
{
    if (pen->tag != tag)
        tag_open(pen, tag, (Str){0});
}

void pen_tag_actual(Pen *pen, Tag *tag, Str actual)
{
    tag_open(pen, tag, book_said(pen->book, actual, pen->page->arena));
}

void pen_tag_sign(Pen *pen, Tag *tag, Str sign)
{
    tag_open(pen, tag, sign);
}

void pen_artifact(Pen *pen, Artifact kind)
{
    if (pen->artifact && pen->kind == kind)
        return;
    pen_lift(pen);
    dlpage_begin_artifact(pen->page, kind);
    pen->artifact = true;
    pen->kind = kind;
}

/* ---- emphasis ---- */

static const struct {
    unsigned flag; /* SpanFlag */
    Role role;
} EMPHASIS[EMPHASIS_KINDS] = {
    {SPAN_STRONG, ROLE_STRONG},
    {SPAN_DOTS, ROLE_EMPHASIS},
    {SPAN_UNDERLINE, ROLE_UNDERLINE},
};

/* Closes the tags from the first on that the flags do not ask for. */
static void emphasis_close(PenEmphasis *e, unsigned flags)
{
    for (unsigned i = 0; i < e->n; i++)
        if (!(flags & e->flags[i]))
            e->n = i;
}

/* Emphasis that runs over a line end, or goes on beside another one that
 * ends, stays one tag. */
static Tag *emphasis_tag(Pen *pen, Tag *tag, unsigned flags)
{
    PenEmphasis *e = &pen->emphasis;
    if (e->in != tag)
        *e = (PenEmphasis){.in = tag};
    emphasis_close(e, flags);
    unsigned open = 0;
    for (unsigned i = 0; i < e->n; i++)
        open |= e->flags[i];
    for (unsigned k = 0; k < EMPHASIS_KINDS; k++) {
        if (!(flags & EMPHASIS[k].flag & ~open))
            continue;
        Tag *parent = e->n > 0 ? e->tags[e->n - 1] : tag;
        e->flags[e->n] = EMPHASIS[k].flag;
        e->tags[e->n++] =
            tag_add_drawn(pen->book->out->tags, parent, EMPHASIS[k].role);
    }
    return e->n > 0 ? e->tags[e->n - 1] : tag;
}

void pen_line(Pen *pen, const Para *p, uint32_t i, Tag *tag, Point at)
{
    const TextLine *line = &p->lines[i];
    for (uint32_t r = 0; r < line->nruns; r++) {
        pen_tag(pen, emphasis_tag(pen, tag, line->flags[r]));
        dlpage_add_run(pen->page, &line->runs[r],
                       (Point){at.x + line->x, at.y});
    }
    if (!line_is_decorated(line))
        return;
    pen_artifact(pen, ARTIFACT_LAYOUT);
    line_decorate(line, pen->page, at);
}

void pen_bare_line(Pen *pen, const Para *p, uint32_t i, Point at)
{
    para_draw_line(p, i, pen->page, at);
    line_decorate(&p->lines[i], pen->page, at);
}

void pen_para(Pen *pen, const Para *p, const Type *type, Tag *tag, Len x,
              Len top)
{
    for (uint32_t i = 0; i < p->nlines; i++) {
        Point at = {x, type_baseline(type, top + (Len)i * type->pitch)};
        if (tag)
            pen_line(pen, p, i, tag, at);
        else
            pen_bare_line(pen, p, i, at);
    }
}

void pen_para_actual(Pen *pen, const Para *p, const Type *type, Tag *tag, Len x,
                     Len top, Str actual)
{
    pen_tag_actual(pen, tag, actual);
    pen_para(pen, p, type, NULL, x, top);
    pen_lift(pen);
}

void pen_rule(Pen *pen, Len x, Len y, Len width, Len thick, Colour c)
{
    Len middle = y + thick / 2;
    dlpage_line(pen->page, (Point){x, middle}, (Point){x + width, middle},
                thick, c);
}
