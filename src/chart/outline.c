/* Outlines by Cairo. */
#include "chart/outline.h"

#include <assert.h>
#include <cairo.h>
#include <glib.h>
#include <math.h>

/* Device units in a point; see the header. */
enum { SCALE = 64 };
/* Device units hold this much; no chart comes near it. */
#define FARTHEST 130000.0

struct Outline {
    cairo_surface_t *surface;
    cairo_t *cr;
};

Outline *outline_new(void)
{
    Outline *o = g_new(Outline, 1);
    o->surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, NULL);
    o->cr = cairo_create(o->surface);
    cairo_scale(o->cr, SCALE, SCALE);
    return o;
}

void outline_free(Outline *o)
{
    cairo_destroy(o->cr);
    cairo_surface_destroy(o->surface);
    g_free(o);
}

static void check(double x, double y)
{
    assert(fabs(x) < FARTHEST && fabs(y) < FARTHEST);
    (void)x, (void)y;
}

void outline_move(Outline *o, double x, double y)
{
    check(x, y);
    cairo_move_to(o->cr, x, y);
}

void outline_line(Outline *o, double x, double y)
{
    check(x, y);
    cairo_line_to(o->cr, x, y);
}

void outline_arc(Outline *o, double x, double y, double r, double from,
                 double to)
{
    check(x, y);
    cairo_arc(o->cr, x, y, r, from, to);
}

void outline_arc_back(Outline *o, double x, double y, double r, double from,
                      double to)
{
    check(x, y);
    cairo_arc_negative(o->cr, x, y, r, from, to);
}

void outline_circle(Outline *o, double x, double y, double r)
{
    check(x, y);
    cairo_new_sub_path(o->cr);
    cairo_arc(o->cr, x, y, r, 0, 2 * G_PI);
    cairo_close_path(o->cr);
}

void outline_close(Outline *o)
{
    cairo_close_path(o->cr);
}

/* ---- to the display list ---- */

static const struct {
    DlSegment seg;
    int points;
} segments[] = {
    [CAIRO_PATH_MOVE_TO] = {SEG_MOVE, 1},
    [CAIRO_PATH_LINE_TO] = {SEG_LINE, 1},
    [CAIRO_PATH_CURVE_TO] = {SEG_CURVE, 3},
    [CAIRO_PATH_CLOSE_PATH] = {SEG_CLOSE, 0},
};

/* A close leaves a move behind that nothing follows. */
static bool is_stray_move(const cairo_path_t *p, int at)
{
    const cairo_path_data_t *d = &p->data[at];
    int next = at + d->header.length;
    return d->header.type == CAIRO_PATH_MOVE_TO &&
           (next >= p->num_data ||
            p->data[next].header.type == CAIRO_PATH_MOVE_TO);
}

static Point point_of(const cairo_path_data_t *d)
{
    return (Point){(Len)lround(d->point.x * LEN_ONE),
                   (Len)lround(d->point.y * LEN_ONE)};
}

DlPath outline_take(Outline *o, Arena *a)
{
    cairo_path_t *path = cairo_copy_path(o->cr);
    size_t room = (size_t)path->num_data;
    uint8_t *segs = arena_alloc(a, room);
    Point *points = ARENA_ARRAY(a, Point, room), *next = points;
    uint32_t n = 0;
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        if (is_stray_move(path, i))
            continue;
        cairo_path_data_type_t type = path->data[i].header.type;
        segs[n++] = (uint8_t)segments[type].seg;
        for (int k = 1; k <= segments[type].points; k++)
            *next++ = point_of(&path->data[i + k]);
    }
    cairo_path_destroy(path);
    cairo_new_path(o->cr);
    return (DlPath){.nsegs = n, .segs = segs, .points = points};
}
