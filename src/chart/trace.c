/* Traces: points and the lines between them. */
#include "chart/trace.h"

Trace trace_new(Sketch *s, uint32_t n)
{
    return (Trace){ARENA_ARRAY(s->tools->arena, TracePoint, n), n};
}

void trace_join(Sketch *s, const Trace *t, const DlPaint *paint, bool wires)
{
    bool any = false;
    for (uint32_t i = 0; i + 1 < t->n; i++) {
        const TracePoint *from = &t->points[i], *to = &t->points[i + 1];
        if (!from->value->known || !to->value->known)
            continue;
        outline_move(s->outline, from->at.x, from->at.y);
        outline_line(s->outline, to->at.x, to->at.y);
        if (wires)
            sketch_wire(s, from->at, to->at);
        any = true;
    }
    if (any)
        sketch_shape(s, LAYER_MARK, paint);
}

void trace_note(Sketch *s, const Trace *t, double radius)
{
    for (uint32_t i = 0; i < t->n; i++) {
        const TracePoint *p = &t->points[i];
        Box box = {p->at.x - radius, p->at.y - radius, 2 * radius, 2 * radius};
        if (p->value->known)
            sketch_note_mark(s, box, p->value->pos);
    }
}

/* Rims are thin, and thin things are black. */
void point_draw(Sketch *s, Spot at, double radius, bool hollow, Colour ink)
{
    const DlPaint paint = {.fill = true,
                           .stroke = true,
                           .line_width = LEN_PT(1.2),
                           .fill_colour = hollow ? COLOUR_WHITE : ink,
                           .stroke_colour = hollow ? COLOUR_BLACK : ink};
    outline_circle(s->outline, at.x, at.y, radius);
    sketch_shape(s, LAYER_OVER, &paint);
}

double points_legend(Sketch *s, ChartText hollow, ChartText solid,
                     double radius)
{
    static const double gap = 4, apart = 12, below = 8;
    const ChartText names[] = {solid, hollow}; /* from the right */
    double x = s->width, high = 0;
    for (int i = 0; i < 2; i++) {
        Label *l = label_of(s, CHART_LABEL, names[i], 0);
        high = l->h;
        label_put(s, l, (Spot){x, 0}, 1, 0);
        x -= l->w + gap + radius;
        point_draw(s, (Spot){x, high / 2}, radius, i == 1,
                   s->tools->style->accent);
        x -= radius + apart;
    }
    return high + below;
}
