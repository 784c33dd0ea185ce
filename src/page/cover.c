/*
 * The cover: an old book's spine with five stitches (오침) and a title slip
 * (제첨); most of the sheet is paper.
 */
#include "page/set.h"

enum { STITCHES = 5 };

/* Between the lines on the slip. */
#define SLOGAN_GAP LEN_PT(25)
#define YEAR_GAP LEN_PT(26)
#define TITLE_GAP LEN_PT(6.5)
/* Large type leaves room in its line box: the group sits a little lower. */
#define OPTICAL_DROP LEN_PT(3.5)

typedef struct CoverLine {
    const Para *para;
    const Type *type;
    Tag *tag;
} CoverLine;

typedef struct Cover {
    CoverLine slogan, year, title, date, organization;
} Cover;

/* ---- drawing ---- */

static void stitches_draw(const Theme *t, DlPage *page, Colour accent)
{
    Len from = t->stitch_from;
    for (int i = 0; i < STITCHES; i++) {
        /* 7.5, 28.75, 50, 71.25, 92.5 % of the height */
        Len y = len_mul(t->height, 750 + 2125 * i, 10000);
        dlpage_line(page, (Point){from, y}, (Point){t->spine_x, y},
            t->spine_rule, accent);
    }
    dlpage_line(page, (Point){t->spine_x, from},
        (Point){t->spine_x, t->height - from}, t->spine_rule, accent);
}

static Rect rect_inset(Rect r, Len by)
{
    return (Rect){r.x + by, r.y + by, r.w - 2 * by, r.h - 2 * by};
}

static Rect slip_rect(const Theme *t)
{
    return (Rect){t->slip_x, t->slip_y, t->slip_width, t->slip_height};
}

static void slip_draw(const Theme *t, DlPage *page, Colour accent)
{
    Rect outer = rect_inset(slip_rect(t), t->slip_outer / 2);
    Rect inner = rect_inset(slip_rect(t),
        t->slip_outer + t->slip_gap + t->slip_inner / 2);
    dlpage_stroke_rect(page, outer, t->slip_outer, accent);
    dlpage_stroke_rect(page, inner, t->slip_inner, colour_of(t->ink));
}

static Len line_height(const CoverLine *l)
{
    return l->para ? para_height(l->para, l->type) : 0;
}

/* Centred on the slip; answers where it ends. */
static Len cover_line_draw(const CoverLine *l, Pen *pen, Len top)
{
    const Theme *t = pen->book->theme;
    if (!l->para)
        return top;
    for (uint32_t i = 0; i < l->para->nlines; i++) {
        Len x = t->slip_x + (t->slip_width - l->para->lines[i].width) / 2;
        pen_line(pen, l->para, i, l->tag,
            (Point){x, type_baseline(l->type, top)});
        top += l->type->pitch;
    }
    return top;
}

static void slip_rule_draw(Pen *pen, Len y)
{
    const Theme *t = pen->book->theme;
    Len x = t->slip_x + (t->slip_width - t->cover_rule_width) / 2;
    pen_artifact(pen, ARTIFACT_LAYOUT);
    pen_rule(pen, x, y, t->cover_rule_width, t->cover_rule,
        colour_of(t->ink));
}

static Len slogan_height(const Theme *t, const Cover *c)
{
    if (!c->slogan.para)
        return 0;
    return line_height(&c->slogan) + SLOGAN_GAP + t->cover_rule + YEAR_GAP;
}

static Len group_height(const Theme *t, const Cover *c)
{
    return slogan_height(t, c) + line_height(&c->year)
        + (c->year.para ? TITLE_GAP : 0) + line_height(&c->title);
}

static void slip_text_draw(const Cover *c, Pen *pen)
{
    const Theme *t = pen->book->theme;
    Rect slip = slip_rect(t);
    Len y = slip.y + (slip.h - group_height(t, c)) / 2 + OPTICAL_DROP;
    if (c->slogan.para) {
        y = cover_line_draw(&c->slogan, pen, y) + SLOGAN_GAP;
        slip_rule_draw(pen, y);
        y += t->cover_rule + YEAR_GAP;
    }
    y = cover_line_draw(&c->year, pen, y) + (c->year.para ? TITLE_GAP : 0);
    cover_line_draw(&c->title, pen, y);
}

static void cover_draw(const Piece *piece, Pen *pen, Len top)
{
    const Cover *c = piece->data;
    const Theme *t = pen->book->theme;
    Colour accent = colour_of(t->accent);
    (void)top;
    pen_artifact(pen, ARTIFACT_LAYOUT);
    stitches_draw(t, pen->page, accent);
    slip_draw(t, pen->page, accent);
    slip_text_draw(c, pen);
    if (c->date.para)
        cover_line_draw(&c->date, pen,
            t->organization_y - 2 * line_height(&c->date));
    cover_line_draw(&c->organization, pen, t->organization_y);
}

/* ---- setting ---- */

static CoverLine cover_line_set(Book *b, RichText t, StyleId style, Role role)
{
    CoverLine l = {.type = &b->types[style]};
    if (rich_is_empty(t))
        return l;
    Rect inside = rect_inset(slip_rect(b->theme),
        b->theme->slip_outer + b->theme->slip_gap + LEN_MM(5));
    l.tag = structure_tag(b, role);
    if (l.type->spread > rich_width(b, t, l.type)) {
        ParaSpec spec = {
            .align = ALIGN_DISTRIBUTE, .measure = l.type->spread};
        l.para = set_rich(b, t, l.type, &spec);
    } else {
        l.para = set_heading(b, t, l.type, inside.w);
    }
    return l;
}

void cover_set(Book *b, const Block *block)
{
    const BlockCover *cover = block->cover;
    Cover *c = ARENA_NEW(b->scrap->arena, Cover);
    flow_break(b->flow, SHEET_COVER);
    c->slogan = cover_line_set(b, cover->slogan, STYLE_COVER_SLOGAN, ROLE_PARA);
    c->year = cover_line_set(b, cover->year, STYLE_COVER_YEAR, ROLE_PARA);
    c->title = cover_line_set(b, cover->title, STYLE_COVER_TITLE, ROLE_TITLE);
    c->date = cover_line_set(b, cover->date, STYLE_COVER_SLOGAN, ROLE_PARA);
    c->organization = cover_line_set(b, cover->organization,
        STYLE_COVER_ORGANIZATION, ROLE_PARA);
    if (group_height(b->theme, c) > b->theme->slip_height)
        diag0(b->diags, DIAG_PAGE_COVER_FULL, rich_source(cover->title));
    flow_add(b->flow, (Piece){
        .draw = cover_draw,
        .data = c,
        .lines = 2,
        .height = b->theme->height,
        .pos = block->pos,
    });
    flow_break(b->flow, SHEET_BODY);
}
