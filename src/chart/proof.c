/*
 * Proof: a finished drawing looked over. No two labels touch; no label touches
 * a leader, or a mark that it does not stand in; areas side by side differ for
 * every eye. Charts are small, so every pair is looked at.
 */
#include "chart/sketch.h"

#include <math.h>

/* What touches by less than this is a rounding. */
#define SLACK 0.05

static bool boxes_touch(Box a, Box b)
{
    return a.x + SLACK < b.x + b.w && b.x + SLACK < a.x + a.w &&
           a.y + SLACK < b.y + b.h && b.y + SLACK < a.y + a.h;
}

static bool box_holds(Box outer, Box b)
{
    return b.x >= outer.x - SLACK && b.y >= outer.y - SLACK &&
           b.x + b.w <= outer.x + outer.w + SLACK &&
           b.y + b.h <= outer.y + outer.h + SLACK;
}

/* Narrows [*from, *to] to the part of a line where low <= at + t*by <= high. */
static bool clip(double at, double by, double low, double high, double *from,
                 double *to)
{
    if (fabs(by) < 1e-9)
        return at > low && at < high;
    double t0 = (low - at) / by, t1 = (high - at) / by;
    *from = fmax(*from, fmin(t0, t1));
    *to = fmin(*to, fmax(t0, t1));
    return *from < *to;
}

static bool wire_touches(const Wire *w, Box b)
{
    double from = 0, to = 1;
    return clip(w->from.x, w->to.x - w->from.x, b.x + SLACK, b.x + b.w - SLACK,
                &from, &to) &&
           clip(w->from.y, w->to.y - w->from.y, b.y + SLACK, b.y + b.h - SLACK,
                &from, &to);
}

/* ---- marks of any shape ---- */

static bool border_crosses(const Mark *m, Box b)
{
    for (size_t i = 0; i < m->nborder; i++) {
        Wire edge = {.from = m->border[i],
                     .to = m->border[(i + 1) % m->nborder]};
        if (wire_touches(&edge, b))
            return true;
    }
    return false;
}

/* By the edges that a ray to the right crosses. */
static bool border_holds(const Mark *m, Spot p)
{
    bool inside = false;
    for (size_t i = 0; i < m->nborder; i++) {
        Spot a = m->border[i], b = m->border[(i + 1) % m->nborder];
        if ((a.y > p.y) != (b.y > p.y) &&
            p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

static bool mark_touches(const Mark *m, Box b)
{
    if (!m->border)
        return boxes_touch(b, m->box);
    return boxes_touch(b, m->box) &&
           (border_crosses(m, b) ||
            border_holds(m, (Spot){b.x + b.w / 2, b.y + b.h / 2}));
}

static bool mark_holds(const Mark *m, Box b)
{
    if (!m->border)
        return box_holds(m->box, b);
    return !border_crosses(m, b) &&
           border_holds(m, (Spot){b.x + b.w / 2, b.y + b.h / 2});
}

static uint32_t label_faults(const ChartDrawing *d, const Label *l)
{
    uint32_t n = 0;
    for (const Label *other = l->next; other; other = other->next)
        n += boxes_touch(l->box, other->box);
    for (const Wire *w = d->wires; w; w = w->next)
        n += wire_touches(w, l->box);
    for (const Mark *m = d->marks; m; m = m->next)
        n +=
            m->id == l->mark ? !mark_holds(m, l->box) : mark_touches(m, l->box);
    return n;
}

bool label_is_free(const Sketch *s, const Label *l, Spot at, double ax,
                   double ay)
{
    static const double air = 1.5;
    Label there = *l;
    there.box = (Box){at.x - ax * l->w - air, at.y - ay * l->h - air,
                      l->w + 2 * air, l->h + 2 * air};
    there.next = s->drawing->labels;
    there.mark = -1;
    return label_faults(s->drawing, &there) == 0;
}

uint32_t drawing_overlaps(const ChartDrawing *d)
{
    uint32_t n = 0;
    for (const Label *l = d->labels; l; l = l->next)
        n += label_faults(d, l);
    return n;
}

/* ---- fills ---- */

static bool side_by_side(const Mark *a, const Mark *b)
{
    static const double near = 1;
    Box wide = {a->box.x - near, a->box.y - near, a->box.w + 2 * near,
                a->box.h + 2 * near};
    return boxes_touch(wide, b->box);
}

static const Mark *find_alike(const ChartDrawing *d, const ChartStyle *style)
{
    for (const Mark *a = d->marks; a; a = a->next)
        for (const Mark *b = a->next; b && a->fill >= 0; b = b->next)
            if (b->fill >= 0 && b->fill != a->fill && side_by_side(a, b) &&
                fills_alike(style, (FillKind)a->fill, (FillKind)b->fill))
                return b;
    return NULL;
}

/* Does a label stand outside the drawing? */
static bool labels_leave(const ChartDrawing *d, double width)
{
    static const double rounding = 0.5;
    const Box frame = {-rounding, -rounding, width + 2 * rounding,
                       d->height + 2 * rounding};
    for (const Label *l = d->labels; l; l = l->next)
        if (!box_holds(frame, l->box))
            return true;
    return false;
}

const ChartDrawing *sketch_end(Sketch *s, double height, Pos pos)
{
    const ChartTools *tools = s->tools;
    ChartDrawing *d = s->drawing;
    d->height = height;
    grid_cut(s);
    outline_free(s->outline);
    if (height > len_pt(tools->depth)) {
        diag(tools->diags, DIAG_CHART_HIGH, pos,
             diag_arg(tools->diags, "%.0f", height / 72 * 25.4),
             diag_arg(tools->diags, "%.0f", len_pt(tools->depth) / 72 * 25.4));
        return NULL;
    }
    const Mark *alike = find_alike(d, tools->style);
    if (alike)
        diag0(tools->diags, DIAG_CHART_ALIKE, alike->pos);
    bool crowded = drawing_overlaps(d) > 0 || labels_leave(d, s->width);
    if (crowded)
        diag0(tools->diags, DIAG_CHART_CROWDED, pos);
    return alike || crowded ? NULL : d;
}

/* ---- what stands where ---- */

static Rect rect_of(Box b)
{
    return (Rect){len_of(b.x), len_of(b.y), len_of(b.w), len_of(b.h)};
}

uint32_t drawing_labels(const ChartDrawing *d, Arena *a, const ChartPlace **out)
{
    uint32_t n = 0;
    for (const Label *l = d->labels; l; l = l->next)
        n++;
    ChartPlace *places = ARENA_ARRAY(a, ChartPlace, n), *next = places;
    for (const Label *l = d->labels; l; l = l->next)
        *next++ = (ChartPlace){rect_of(l->box), l->text, l->pos, l->mark};
    *out = places;
    return n;
}

uint32_t drawing_marks(const ChartDrawing *d, Arena *a, const ChartPlace **out)
{
    uint32_t n = (uint32_t)d->nmarks;
    ChartPlace *places = ARENA_ARRAY(a, ChartPlace, n), *next = places;
    for (const Mark *m = d->marks; m; m = m->next)
        *next++ =
            (ChartPlace){.box = rect_of(m->box), .pos = m->pos, .mark = m->id};
    *out = places;
    return n;
}
