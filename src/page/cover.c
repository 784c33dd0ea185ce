/*
 * The cover: an old book's spine with five stitches (오침) and a title slip
 * (제첨); most of the sheet is paper.
 */
#include "page/set.h"

typedef struct CoverLine {
    const Para *para;
    const Type *type;
    Tag *tag;
    Str text; /* of a spread line: how it reads */
} CoverLine;

typedef struct Cover {
    CoverLine slogan, year, title, date, organization;
} Cover;

/* ---- drawing ---- */

static void stitches_draw(const Theme *t, DlPage *page, Colour accent)
{
    Len from = t->stitch_from;
    for (int i = 0; i < t->stitch_count; i++) {
        Len y = t->stitch_first + i * t->stitch_step;
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

/* Centred on the slip. */
static void cover_line_draw(const CoverLine *l, Pen *pen, Len top)
{
    const Theme *t = pen->book->theme;
    if (!l->para)
        return;
    if (l->text.n > 0)
        pen_tag_actual(pen, l->tag, l->text);
    for (uint32_t i = 0; i < l->para->nlines; i++) {
        Len x = t->slip_x + (t->slip_width - l->para->lines[i].width) / 2;
        pen_line(pen, l->para, i, l->tag,
                 (Point){x, type_baseline(l->type, top)});
        top += l->type->pitch;
    }
    pen_lift(pen);
}

static void slip_rule_draw(Pen *pen, Len y)
{
    const Theme *t = pen->book->theme;
    Len x = t->slip_x + (t->slip_width - t->cover_rule_width) / 2;
    pen_artifact(pen, ARTIFACT_LAYOUT);
    pen_rule(pen, x, y, t->cover_rule_width, t->cover_rule, colour_of(t->ink));
}

static uint32_t title_lines(const Cover *c)
{
    return c->title.para ? c->title.para->nlines : 1;
}

/* Where the first line of a slip without a slogan would begin. */
static Len plain_top(const Theme *t, const Cover *c)
{
    return c->year.para ? t->year_y : t->title_y;
}

/* How far the text moves up. A title of several lines grows both ways; without
 * a slogan, year and title stand in the middle of the slip. */
static Len slip_lift(const Theme *t, const Cover *c)
{
    Len more = (Len)(title_lines(c) - 1) * c->title.type->pitch;
    if (c->slogan.para)
        return more / 2;
    Len bottom = t->title_y + c->title.type->pitch + more;
    return (plain_top(t, c) + bottom) / 2 - (t->slip_y + t->slip_height / 2);
}

static void slip_text_draw(const Cover *c, Pen *pen)
{
    const Theme *t = pen->book->theme;
    Len lift = slip_lift(t, c);
    if (c->slogan.para) {
        cover_line_draw(&c->slogan, pen, t->slogan_y - lift);
        slip_rule_draw(pen, t->cover_rule_y - lift);
    }
    cover_line_draw(&c->year, pen, t->year_y - lift);
    cover_line_draw(&c->title, pen, t->title_y - lift);
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
    cover_line_draw(&c->date, pen, t->organization_y - 2 * c->date.type->pitch);
    cover_line_draw(&c->organization, pen, t->organization_y);
}

/* ---- setting ---- */

static CoverLine cover_line_set(Book *b, RichText t, StyleId style, Role role)
{
    CoverLine l = {.type = &b->types[style]};
    if (rich_is_empty(t))
        return l;
    Rect inside =
        rect_inset(slip_rect(b->theme),
                   b->theme->slip_outer + b->theme->slip_gap + LEN_MM(5));
    l.tag = tree_tag(b, role);
    if (l.type->spread > rich_width(b, t, l.type)) {
        ParaSpec spec = {.align = ALIGN_DISTRIBUTE, .measure = l.type->spread};
        l.para = set_rich(b, t, l.type, &spec);
        l.text = rich_plain(t, b->scrap->arena);
    } else {
        l.para = set_heading(b, t, l.type, inside.w, NULL);
    }
    return l;
}

/* Lifted by its further lines, what stands first must still be on the slip. */
static bool title_has_room(const Theme *t, const Cover *c)
{
    Len first = c->slogan.para ? t->slogan_y : plain_top(t, c);
    return first - slip_lift(t, c) >= t->slip_y + t->slip_outer;
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
    if (!title_has_room(b->theme, c))
        diag0(b->diags, DIAG_PAGE_COVER_FULL, rich_source(cover->title));
    Piece piece = {
        .draw = cover_draw,
        .data = c,
        .lines = 2,
        .height = b->theme->height,
        .pos = block->pos,
    };
    flow_add(b->flow, piece);
    flow_break(b->flow, SHEET_BODY);
}
