/* Markers as shapes or as text. */
#include "page/mark.h"

#include "page/set.h"

static void ring_draw(const Mark *m, DlPage *page, Point centre, Colour c)
{
    const ThemeMarker *k = m->marker;
    DlPaint paint = {
        .stroke = true, .stroke_colour = c, .line_width = k->stroke};
    dlpage_circle(page, centre, (k->size - k->stroke) / 2, &paint);
}

static void dot_draw(const Mark *m, DlPage *page, Point centre, Colour c)
{
    DlPaint paint = {.fill = true, .fill_colour = c};
    dlpage_circle(page, centre, m->marker->size / 2, &paint);
}

static void square_draw(const Mark *m, DlPage *page, Point centre, Colour c)
{
    const ThemeMarker *k = m->marker;
    Rect r = {centre.x - k->size / 2, centre.y - k->size / 2, k->size, k->size};
    dlpage_stroke_rect(page, r, k->stroke, c);
}

static void diamond_draw(const Mark *m, DlPage *page, Point centre, Colour c)
{
    Len half = m->marker->size / 2;
    const uint8_t segs[] = {SEG_MOVE, SEG_LINE, SEG_LINE, SEG_LINE, SEG_CLOSE};
    const Point points[] = {{centre.x, centre.y - half},
                            {centre.x + half, centre.y},
                            {centre.x, centre.y + half},
                            {centre.x - half, centre.y}};
    DlPath path = {.nsegs = 5, .segs = segs, .points = points};
    DlPaint paint = {.fill = true, .fill_colour = c};
    dlpage_add_path(page, &path, &paint);
}

/* The shape of a character, for themes that ask for a drawn marker. A ring is
 * as wide as its size says; a square looks as large only with its stroke
 * outside. */
static const struct Shape {
    const char *text;
    void (*draw)(const Mark *, DlPage *, Point, Colour);
    bool stroke_outside;
} SHAPES[] = {
    {"□", square_draw, true},   {"○", ring_draw, false},
    {"❍", ring_draw, false},    {"·", dot_draw, false},
    {"•", dot_draw, false},     {"●", dot_draw, false},
    {"◆", diamond_draw, false},
};

static const struct Shape *shape_of(const ThemeMarker *marker)
{
    if (!marker->drawn)
        return NULL;
    for (size_t i = 0; i < sizeof SHAPES / sizeof SHAPES[0]; i++)
        if (str_eq_c(marker->text.text, SHAPES[i].text))
            return &SHAPES[i];
    return NULL;
}

/* The line of a marker, set once for all the blocks that begin with it. */
static const Para *marker_line(Book *b, const ThemeMarker *marker,
                               const Type *type)
{
    for (unsigned i = 0; i < b->nmarks; i++)
        if (b->marks[i].marker == marker && b->marks[i].type == type)
            return b->marks[i].para;
    const Para *line = set_own(b, marker->text, type, b->arena);
    if (b->nmarks < BOOK_MARKS)
        b->marks[b->nmarks++] = (BookMark){marker, type, line};
    return line;
}

Mark mark_set(Book *b, const ThemeMarker *marker, const Type *type)
{
    Mark m = {.marker = marker, .type = type};
    if (!shape_of(marker) && marker->text.text.n > 0)
        m.para = marker_line(b, marker, type);
    return m;
}

static Point shape_centre(const Mark *m, const struct Shape *shape, Len x,
                          Len top)
{
    Len stroke = shape->stroke_outside ? m->marker->stroke : 0;
    return (Point){x + (m->marker->size + stroke) / 2,
                   top + m->type->pitch / 2};
}

void mark_draw(const Mark *m, Pen *pen, Tag *tag, Len x, Len top)
{
    const struct Shape *shape = shape_of(m->marker);
    if (shape) {
        Colour ink = colour_of(pen->book->theme->ink);
        pen_tag_sign(pen, tag, m->marker->text.text);
        shape->draw(m, pen->page, shape_centre(m, shape, x, top), ink);
        pen_lift(pen);
    } else if (m->para && m->para->nlines > 0) {
        pen_line(pen, m->para, 0, tag, (Point){x, type_baseline(m->type, top)});
    }
}
