/* Sketches: shapes, marks and labels, remembered and put on a page. */
#include "chart/sketch.h"

#include <math.h>

Len len_of(double points)
{
    return (Len)lround(points * LEN_ONE);
}

Sketch *sketch_new(const ChartTools *tools)
{
    Sketch *s = ARENA_NEW(tools->arena, Sketch);
    ChartDrawing *d = ARENA_NEW(tools->arena, ChartDrawing);
    for (int i = 0; i < LAYERS; i++)
        d->shape_tails[i] = &d->shapes[i];
    d->mark_tail = &d->marks;
    d->wire_tail = &d->wires;
    d->label_tail = &d->labels;
    *s = (Sketch){.tools = tools,
                  .drawing = d,
                  .outline = outline_new(),
                  .width = len_pt(tools->width)};
    return s;
}

void sketch_drop(Sketch *s)
{
    outline_free(s->outline);
}

const ChartDrawing *sketch_refuse(Sketch *s, Pos pos)
{
    diag0(s->tools->diags, DIAG_CHART_CROWDED, pos);
    sketch_drop(s);
    return NULL;
}

/* ---- shapes ---- */

void sketch_shape_of(Sketch *s, Layer layer, const DlPaint *paint, Pos pos)
{
    Shape *shape = ARENA_NEW(s->tools->arena, Shape);
    shape->path = outline_take(s->outline, s->tools->arena);
    shape->path.source = pos;
    shape->paint = *paint;
    *s->drawing->shape_tails[layer] = shape;
    s->drawing->shape_tails[layer] = &shape->next;
}

void sketch_shape(Sketch *s, Layer layer, const DlPaint *paint)
{
    sketch_shape_of(s, layer, paint, POS_NONE);
}

static void outline_box(Outline *o, Box b)
{
    outline_move(o, b.x, b.y);
    outline_line(o, b.x + b.w, b.y);
    outline_line(o, b.x + b.w, b.y + b.h);
    outline_line(o, b.x, b.y + b.h);
    outline_close(o);
}

void sketch_rect(Sketch *s, Layer layer, Box b, const DlPaint *paint)
{
    outline_box(s->outline, b);
    sketch_shape(s, layer, paint);
}

static DlPaint line_paint(double thick)
{
    return (DlPaint){.stroke = true,
                     .stroke_colour = COLOUR_BLACK,
                     .line_width = len_of(thick)};
}

void sketch_line(Sketch *s, Layer layer, Spot from, Spot to, double thick)
{
    DlPaint paint = line_paint(thick);
    outline_move(s->outline, from.x, from.y);
    outline_line(s->outline, to.x, to.y);
    sketch_shape(s, layer, &paint);
}

Shape *sketch_last(Sketch *s, Layer layer)
{
    Shape *shape = s->drawing->shapes[layer];
    while (shape->next)
        shape = shape->next;
    return shape;
}

void sketch_wire(Sketch *s, Spot from, Spot to)
{
    Wire *wire = ARENA_NEW(s->tools->arena, Wire);
    *wire = (Wire){.from = from, .to = to};
    *s->drawing->wire_tail = wire;
    s->drawing->wire_tail = &wire->next;
}

void sketch_leader(Sketch *s, const Spot *corners, size_t n)
{
    static const double thick = 0.5;
    DlPaint paint = line_paint(thick);
    outline_move(s->outline, corners[0].x, corners[0].y);
    for (size_t i = 1; i < n; i++) {
        outline_line(s->outline, corners[i].x, corners[i].y);
        sketch_wire(s, corners[i - 1], corners[i]);
    }
    sketch_shape(s, LAYER_OVER, &paint);
}

/* ---- marks ---- */

static Mark *mark_add(Sketch *s, Box box, int fill, Pos pos)
{
    Mark *mark = ARENA_NEW(s->tools->arena, Mark);
    *mark = (Mark){
        .id = s->drawing->nmarks++, .box = box, .fill = fill, .pos = pos};
    *s->drawing->mark_tail = mark;
    s->drawing->mark_tail = &mark->next;
    return mark;
}

int sketch_painted(Sketch *s, Box bounds, FillKind fill, const DlPaint *paint,
                   Pos pos)
{
    sketch_shape_of(s, LAYER_MARK, paint, pos);
    return mark_add(s, bounds, (int)fill, pos)->id;
}

int sketch_mark(Sketch *s, Box bounds, FillKind fill, Pos pos)
{
    DlPaint paint = fill_paint(s->tools->style, fill);
    return sketch_painted(s, bounds, fill, &paint, pos);
}

int sketch_bar(Sketch *s, Box b, FillKind fill, Pos pos)
{
    outline_box(s->outline, b);
    return sketch_mark(s, b, fill, pos);
}

int sketch_note_mark(Sketch *s, Box bounds, Pos pos)
{
    return mark_add(s, bounds, -1, pos)->id;
}

static Box border_box(const Spot *border, size_t n)
{
    Spot low = border[0], high = border[0];
    for (size_t i = 1; i < n; i++) {
        low = (Spot){fmin(low.x, border[i].x), fmin(low.y, border[i].y)};
        high = (Spot){fmax(high.x, border[i].x), fmax(high.y, border[i].y)};
    }
    return (Box){low.x, low.y, high.x - low.x, high.y - low.y};
}

int sketch_note_shape(Sketch *s, const Spot *border, size_t n, FillKind fill,
                      Pos pos)
{
    Mark *mark = mark_add(s, border_box(border, n), (int)fill, pos);
    mark->border = border;
    mark->nborder = n;
    return mark->id;
}

/* ---- on the page ---- */

static DlPath path_moved(const DlPath *path, Point by, Arena *a)
{
    static const uint8_t counts[] = {
        [SEG_MOVE] = 1, [SEG_LINE] = 1, [SEG_CURVE] = 3, [SEG_CLOSE] = 0};
    size_t n = 0;
    for (uint32_t i = 0; i < path->nsegs; i++)
        n += counts[path->segs[i]];
    Point *points = ARENA_ARRAY(a, Point, n);
    for (size_t i = 0; i < n; i++)
        points[i] = (Point){path->points[i].x + by.x, path->points[i].y + by.y};
    return (DlPath){path->nsegs, path->segs, points, path->source};
}

static void label_draw(const Label *l, DlPage *page, Point at)
{
    double size = len_pt(l->type->text.size);
    double first = l->box.y + size / 2 + len_pt(l->type->centre);
    for (uint32_t i = 0; i < l->para->nlines; i++) {
        double spare = l->w - len_pt(l->para->lines[i].width);
        Point start = {at.x + len_of(l->box.x + spare * l->align),
                       at.y + len_of(first) + (Len)i * l->type->pitch};
        para_draw_line(l->para, i, page, start);
    }
}

void drawing_put_shapes(const ChartDrawing *d, DlPage *page, Point at)
{
    for (int layer = 0; layer < LAYERS; layer++)
        for (const Shape *s = d->shapes[layer]; s; s = s->next) {
            if (s->path.nsegs == 0)
                continue; /* nothing was left of it */
            DlPath path = path_moved(&s->path, at, page->arena);
            dlpage_add_path(page, &path, &s->paint);
        }
}

void drawing_put_labels(const ChartDrawing *d, int group, DlPage *page,
                        Point at)
{
    for (const Label *l = d->labels; l; l = l->next)
        if (l->group == group)
            label_draw(l, page, at);
}

void drawing_put(const ChartDrawing *d, DlPage *page, Point at)
{
    drawing_put_shapes(d, page, at);
    for (const Label *l = d->labels; l; l = l->next)
        label_draw(l, page, at);
}

Len drawing_height(const ChartDrawing *d)
{
    return len_of(d->height);
}
