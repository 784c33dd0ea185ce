/*
 * Grid lines: what plates leave of them.
 *
 * A plate hides the line behind its label. The rest of the line reads on, but a
 * stub between two plates, or between a plate and a bar or the line's own end,
 * reads as a sign of the label: a minus before it, a point behind it. Lines are
 * cut when every plate is known, and stubs go.
 */
#include "chart/sketch.h"

#include <math.h>
#include <stdlib.h>

static const double stub = 6;

struct GridLine {
    struct GridLine *next;
    Shape *shape;
    Spot from, to; /* upright or level, from the top or left */
};

struct Plate {
    struct Plate *next;
    Box box;
};

/* What lies over a line, along it. */
typedef struct Cover {
    double from, to;
    bool plate;
} Cover;

typedef struct Covers {
    Cover *at;
    size_t n;
} Covers;

void sketch_grid(Sketch *s, Spot from, Spot to, double thick)
{
    GridLine *line = ARENA_NEW(s->tools->arena, GridLine);
    sketch_line(s, LAYER_BACK, from, to, thick);
    *line = (GridLine){s->grid, sketch_last(s, LAYER_BACK), from, to};
    s->grid = line;
}

void grid_note_plate(Sketch *s, Box box)
{
    Plate *plate = ARENA_NEW(s->tools->arena, Plate);
    *plate = (Plate){s->plates, box};
    s->plates = plate;
}

static bool is_level(const GridLine *line)
{
    return line->from.y == line->to.y;
}

static double line_start(const GridLine *line)
{
    return is_level(line) ? line->from.x : line->from.y;
}

static double line_end(const GridLine *line)
{
    return is_level(line) ? line->to.x : line->to.y;
}

/* Adds what a box covers of a line, if any. */
static void cover_add(Covers *c, const GridLine *line, Box b, bool plate)
{
    bool level = is_level(line);
    double at = level ? line->from.y : line->from.x;
    double low = level ? b.y : b.x, high = low + (level ? b.h : b.w);
    double from = level ? b.x : b.y, to = from + (level ? b.w : b.h);
    if (at < low || at > high || to < line_start(line) || from > line_end(line))
        return;
    c->at[c->n++] = (Cover){fmax(from, line_start(line)),
                            fmin(to, line_end(line)), plate};
}

static int cover_order(const void *a, const void *b)
{
    const Cover *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

static Covers covers_of(Sketch *s, const GridLine *line)
{
    size_t room = 0;
    for (const Plate *p = s->plates; p; p = p->next)
        room++;
    Covers c = {ARENA_ARRAY(s->tools->arena, Cover,
                            room + (size_t)s->drawing->nmarks),
                0};
    for (const Plate *p = s->plates; p; p = p->next)
        cover_add(&c, line, p->box, true);
    if (c.n == 0)
        return c; /* bars alone leave no stubs */
    for (const Mark *m = s->drawing->marks; m; m = m->next)
        if (m->fill >= 0 && !m->border)
            cover_add(&c, line, m->box, false);
    qsort(c.at, c.n, sizeof *c.at, cover_order);
    return c;
}

static Spot line_spot(const GridLine *line, double at)
{
    return is_level(line) ? (Spot){at, line->from.y} : (Spot){line->from.x, at};
}

/* Answers whether the piece stays. */
static bool piece_draw(Sketch *s, const GridLine *line, double from, double to,
                       bool beside_plate)
{
    if (to <= from || (beside_plate && to - from < stub))
        return false;
    Spot a = line_spot(line, from), b = line_spot(line, to);
    outline_move(s->outline, a.x, a.y);
    outline_line(s->outline, b.x, b.y);
    return true;
}

static void line_cut(Sketch *s, GridLine *line)
{
    Covers c = covers_of(s, line);
    double at = line_start(line);
    bool plate = false, any = false;
    if (c.n == 0)
        return;
    for (size_t i = 0; i < c.n; i++) {
        const Cover *cover = &c.at[i];
        any |= piece_draw(s, line, at, cover->from, plate || cover->plate);
        if (cover->to >= at)
            plate = cover->plate;
        at = fmax(at, cover->to);
    }
    any |= piece_draw(s, line, at, line_end(line), plate);
    if (any)
        line->shape->path = outline_take(s->outline, s->tools->arena);
    else
        line->shape->path.nsegs = 0;
}

void grid_cut(Sketch *s)
{
    for (GridLine *line = s->grid; line; line = line->next)
        line_cut(s, line);
}
