/* Sheets: places kept, then drawn. */
#include "page/sheet.h"

#include "page/book.h"
#include "page/furniture.h"

#include <glib.h>

/* White around a part that stands alone, so that no stroke is cut. */
#define ALONE_EDGE LEN_PT(2)

static void sheet_set_area(Sheet *s, const Theme *t, bool alone)
{
    s->top = s->kind == SHEET_CONTENTS ? t->contents_top : t->top;
    s->bottom = t->top + t->depth;
    if (s->kind == SHEET_COVER) {
        s->top = 0;
        s->bottom = t->height;
    }
    if (alone) {
        s->top = ALONE_EDGE;
        s->bottom = s->top + t->depth;
    }
    s->y = s->top;
}

Sheet *sheet_new(const Book *b, SheetKind kind, uint32_t index)
{
    Sheet *s = g_new0(Sheet, 1);
    s->kind = kind;
    s->index = index;
    sheet_set_area(s, b->theme, b->document->alone);
    return s;
}

static void piece_release(Book *b, const Piece *p)
{
    scrap_drop(&b->scraps, p->scrap);
    if (p->frame)
        scrap_drop(&b->scraps, p->frame->scrap);
}

void sheet_free(Book *b, Sheet *s)
{
    for (uint32_t i = 0; i < s->n; i++)
        piece_release(b, &s->placed[i].piece);
    g_free(s->placed);
    g_free(s);
}

void sheet_add(Sheet *s, const Piece *p, Len top, bool starts)
{
    if (s->n == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 32;
        s->placed = g_renew(Placed, s->placed, s->cap);
    }
    s->placed[s->n++] = (Placed){*p, top, starts};
    s->y = top + p->height;
    s->after = p->after;
    s->lines += p->lines;
}

Len sheet_gap(const Sheet *s, const Piece *next)
{
    if (s->n == 0)
        return 0;
    return s->after > next->before ? s->after : next->before;
}

/* Between piece i and the one above it. */
static Len gap_above(const Sheet *s, uint32_t i)
{
    const Placed *above = &s->placed[i - 1];
    return s->placed[i].top - (above->top + above->piece.height);
}

Len sheet_gaps(const Sheet *s)
{
    Len sum = 0;
    for (uint32_t i = 1; i < s->n; i++)
        sum += gap_above(s, i);
    return sum;
}

void sheet_squeeze(Sheet *s, Len by)
{
    Len gaps = sheet_gaps(s), seen = 0;
    if (by <= 0 || gaps <= 0)
        return;
    Len old_bottom = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        Placed *p = &s->placed[i];
        seen += i > 0 ? p->top - old_bottom : 0;
        old_bottom = p->top + p->piece.height;
        p->top -= len_mul(by, seen, gaps);
    }
    s->y -= by;
}

/* ---- drawing ---- */

static Len left_edge(const Book *b, const Sheet *s)
{
    const Theme *t = b->theme;
    if (b->document->alone)
        return ALONE_EDGE;
    return sheet_is_recto(s) || !t->mirrored ? t->inner : t->outer;
}

static Pen pen_on(Book *b, Sheet *s, DlPage *page)
{
    return (Pen){
        .book = b,
        .sheet = s,
        .page = page,
        .left = left_edge(b, s),
        .width = b->measure,
    };
}

/* How many pieces from i on stand in the same frame. */
static uint32_t framed_count(const Sheet *s, uint32_t i)
{
    uint32_t n = 1;
    while (i + n < s->n && s->placed[i + n].piece.frame &&
           s->placed[i + n].piece.frame == s->placed[i].piece.frame)
        n++;
    return n;
}

static Stretch stretch_of(const Sheet *s, uint32_t i, uint32_t n)
{
    const Placed *from = &s->placed[i], *to = &s->placed[i + n - 1];
    const Frame *frame = from->piece.frame;
    bool first = from->piece.flags & PIECE_FRAME_FIRST;
    bool last = to->piece.flags & PIECE_FRAME_LAST;
    return (Stretch){
        .top = from->top - (first ? 0 : frame->open),
        .bottom = to->top + to->piece.height + (last ? 0 : frame->close),
        .first = first,
        .last = last,
    };
}

static void pieces_draw(const Sheet *s, uint32_t i, uint32_t n, Pen *pen)
{
    for (uint32_t k = i; k < i + n; k++)
        s->placed[k].piece.draw(&s->placed[k].piece, pen, s->placed[k].top);
}

/* How many pieces from i on, `n` at most, are one row. */
static uint32_t row_count(const Sheet *s, uint32_t i, uint32_t n)
{
    uint32_t m = 1;
    while (m < n && s->placed[i + m].piece.flags & PIECE_SAME_ROW)
        m++;
    return m;
}

/* Row by row; in each, down one column after the other. */
static void framed_draw(const Sheet *s, uint32_t i, uint32_t n, Pen *pen)
{
    uint32_t columns = s->placed[i].piece.frame->columns;
    for (uint32_t end = i + n, m; i < end; i += m) {
        m = row_count(s, i, end - i);
        for (pen->column = 0; pen->column < columns; pen->column++)
            pieces_draw(s, i, m, pen);
    }
}

static void sheet_pieces_draw(const Sheet *s, Pen *pen)
{
    for (uint32_t i = 0; i < s->n;) {
        Frame *frame = s->placed[i].piece.frame;
        uint32_t n = framed_count(s, i);
        if (!frame) {
            n = 1;
            pieces_draw(s, i, n, pen);
        } else {
            Stretch stretch = stretch_of(s, i, n);
            frame->begin(frame, pen, stretch);
            framed_draw(s, i, n, pen);
            frame->end(frame, pen, stretch);
        }
        i += n;
    }
}

/* Where what is drawn ends: a frame that goes on says so below its pieces. */
static Len sheet_end(const Sheet *s)
{
    const Piece *last = s->n > 0 ? &s->placed[s->n - 1].piece : NULL;
    bool goes_on = last && last->frame && !(last->flags & PIECE_FRAME_LAST);
    return s->y + (goes_on ? last->frame->close : 0);
}

/* A part that stands alone has a page of its size. */
static DlPage *sheet_page(const Book *b, const Sheet *s)
{
    Len width = b->theme->width, height = b->theme->height;
    if (b->document->alone) {
        width = b->measure + 2 * ALONE_EDGE;
        height = sheet_end(s) + ALONE_EDGE;
    }
    return dlpage_new(b->out, s->index, width, height);
}

void sheet_draw(Book *b, Sheet *s)
{
    DlPage *page = sheet_page(b, s);
    Pen pen = pen_on(b, s, page);
    bool furnished = s->kind == SHEET_BODY && !b->document->alone;
    if (furnished)
        furniture_turn(b);
    sheet_pieces_draw(s, &pen);
    if (furnished)
        furniture_draw(b, &pen);
    pen_lift(&pen);
    b->report->pages++;
    b->report->body_pages += s->kind == SHEET_BODY;
    b->sink.page(b->sink.context, page);
}
