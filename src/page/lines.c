/* A paragraph line by line. */
#include "page/lines.h"

#include "page/set.h"

/* K-77: at least so many lines of a paragraph on each page, and one of up to
 * three lines moves whole. */
enum { LINES_TOGETHER = 2, LINES_WHOLE = 3 };

static void line_draw(const Piece *piece, Pen *pen, Len top)
{
    const Lines *l = piece->data;
    if (piece->part == 0 && l->mark.marker)
        mark_draw(&l->mark, pen, l->mark_tag, pen->left + l->mark_x, top);
    if (l->para->nlines > 0)
        pen_line(pen, l->para, piece->part, l->tag,
                 (Point){pen->left + l->x, type_baseline(l->type, top)});
}

bool line_keeps(uint32_t i, uint32_t n)
{
    if (i + 1 == n)
        return false;
    if (n <= LINES_WHOLE)
        return true;
    return i + 1 < LINES_TOGETHER || n - (i + 1) < LINES_TOGETHER;
}

static bool opens_page(const Block *block)
{
    return block->kind == BLOCK_ITEM || block->kind == BLOCK_PARAGRAPH;
}

static void add(Book *b, const Lines *lines, const ThemeSpace *space, bool keep,
                bool heading)
{
    Lines *data = ARENA_NEW(b->scrap->arena, Lines);
    *data = *lines;
    uint32_t n = lines->para->nlines > 0 ? lines->para->nlines : 1;
    for (uint32_t i = 0; i < n; i++) {
        bool last = i + 1 == n;
        bool stays = heading || line_keeps(i, n) || (last && keep);
        Piece piece = {
            .draw = line_draw,
            .data = data,
            .part = i,
            .flags =
                (uint8_t)((stays ? PIECE_KEEP : 0) |
                          (heading ? PIECE_HEADING | PIECE_OPENS : 0) |
                          (i == 0 && opens_page(b->block) ? PIECE_OPENS : 0)),
            .lines = 1,
            .before = i == 0 ? space_before(b, space) : 0,
            .height = lines->type->pitch,
            .after = last ? space->after : 0,
            .pos = b->block->pos,
        };
        flow_add(b->flow, piece);
    }
}

void lines_add(Book *b, const Lines *lines, const ThemeSpace *space, bool keep)
{
    add(b, lines, space, keep, false);
}

void heading_lines_add(Book *b, const Lines *lines, const ThemeSpace *space)
{
    add(b, lines, space, true, true);
}
