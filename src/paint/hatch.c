/*
 * The strokes of the hatches. Pitches are millimetres of paper whatever the
 * theme: so far apart a copier still keeps lines and dots from one another.
 */
#include "paint/hatch.h"

static const struct {
    Len pitch; /* of the grid, across */
    Len width;
} hatches[] = {
    [HATCH_NONE] = {0, 0},
    [HATCH_DIAGONAL] = {LEN_MM(1.2 * 1.41421356), LEN_PT(0.8)}, /* at 45° */
    [HATCH_DOTS] = {LEN_MM(1.4), LEN_PT(1.4)},
};

/* The last grid line at or before `at`; also right of zero. */
static Len grid_before(Len at, Len pitch)
{
    Len rest = at % pitch;
    return at - (rest < 0 ? rest + pitch : rest);
}

/* Lines x + y = k * pitch, cut to the height of the area. */
static uint32_t diagonals(Rect area, Len pitch, HatchStroke *out)
{
    Len end = area.x + area.w + area.y + area.h;
    uint32_t n = 0;
    for (Len at = grid_before(area.x + area.y, pitch); at <= end; at += pitch) {
        if (out)
            out[n] = (HatchStroke){{at - area.y, area.y},
                                   {at - area.y - area.h, area.y + area.h}};
        n++;
    }
    return n;
}

static uint32_t dots(Rect area, Len pitch, HatchStroke *out)
{
    uint32_t n = 0;
    for (Len y = grid_before(area.y, pitch); y <= area.y + area.h; y += pitch) {
        for (Len x = grid_before(area.x, pitch); x <= area.x + area.w;
             x += pitch) {
            if (out)
                out[n] = (HatchStroke){{x, y}, {x, y}};
            n++;
        }
    }
    return n;
}

uint32_t hatch_strokes(DlHatch hatch, Rect area, Arena *a,
                       const HatchStroke **out)
{
    *out = NULL;
    if (hatch == HATCH_NONE || area.w <= 0 || area.h <= 0)
        return 0;
    uint32_t (*make)(Rect, Len, HatchStroke *) =
        hatch == HATCH_DIAGONAL ? diagonals : dots;
    Len pitch = hatches[hatch].pitch;
    HatchStroke *strokes = ARENA_ARRAY(a, HatchStroke, make(area, pitch, NULL));
    *out = strokes;
    return make(area, pitch, strokes);
}

Len hatch_width(DlHatch hatch)
{
    return hatches[hatch].width;
}

static void bounds_add(Rect *r, Point p)
{
    Len right = p.x > r->x + r->w ? p.x : r->x + r->w;
    Len bottom = p.y > r->y + r->h ? p.y : r->y + r->h;
    r->x = p.x < r->x ? p.x : r->x;
    r->y = p.y < r->y ? p.y : r->y;
    r->w = right - r->x;
    r->h = bottom - r->y;
}

Rect path_bounds(const DlPath *path)
{
    static const uint8_t points[] = {
        [SEG_MOVE] = 1, [SEG_LINE] = 1, [SEG_CURVE] = 3, [SEG_CLOSE] = 0};
    Rect r = {0, 0, 0, 0};
    const Point *p = path->points;
    if (path->nsegs > 0)
        r = (Rect){p->x, p->y, 0, 0};
    for (uint32_t i = 0; i < path->nsegs; i++) {
        for (int n = points[path->segs[i]]; n > 0; n--)
            bounds_add(&r, *p++);
    }
    return r;
}
