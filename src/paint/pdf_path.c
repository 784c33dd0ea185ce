/*
 * PDF paths and colours.
 */
#include "paint/hatch.h"
#include "paint/pdf_content.h"
#include "pdf/syntax.h"

/* ---- colours ---- */

static void put_channel(Buf *b, uint8_t value)
{
    put_milli(b, (value * 1000 + 127) / 255);
    buf_add_char(b, ' ');
}

/* Grey stays DeviceGray, so that black is printed with black ink (K-158). */
static void put_colour(Buf *b, Colour c, const char *grey, const char *rgb)
{
    put_channel(b, c.r);
    if (c.r == c.g && c.g == c.b) {
        buf_add_c(b, grey);
        return;
    }
    put_channel(b, c.g);
    put_channel(b, c.b);
    buf_add_c(b, rgb);
}

static bool colour_eq(Colour a, Colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

void content_set_fill(Content *c, Colour colour)
{
    if (colour_eq(c->pen.fill, colour))
        return;
    c->pen.fill = colour;
    put_colour(&c->out, colour, "g\n", "rg\n");
}

void content_set_stroke(Content *c, Colour colour)
{
    if (colour_eq(c->pen.stroke, colour))
        return;
    c->pen.stroke = colour;
    put_colour(&c->out, colour, "G\n", "RG\n");
}

/* ---- lines ---- */

static void set_line_width(Content *c, Len width)
{
    if (c->pen.line_width == width)
        return;
    c->pen.line_width = width;
    put_milli(&c->out, len_milli(width));
    buf_add_c(&c->out, " w\n");
}

static void set_dash(Content *c, const Len dash[2])
{
    Buf *b = &c->out;

    if (c->pen.dash[0] == dash[0] && c->pen.dash[1] == dash[1])
        return;
    c->pen.dash[0] = dash[0];
    c->pen.dash[1] = dash[1];
    buf_add_char(b, '[');
    if (dash[0]) {
        put_milli(b, len_milli(dash[0]));
        buf_add_char(b, ' ');
        put_milli(b, len_milli(dash[1] ? dash[1] : dash[0]));
    }
    buf_add_c(b, "]0 d\n");
}

static void set_cap(Content *c, bool round)
{
    if (c->pen.round_cap == round)
        return;
    c->pen.round_cap = round;
    buf_add_c(&c->out, round ? "1 J\n" : "0 J\n");
}

/* ---- outlines ---- */

static void put_number(Content *c, Len l)
{
    put_milli(&c->out, len_milli(l));
    buf_add_char(&c->out, ' ');
}

static void put_point(Content *c, Point p)
{
    put_number(c, p.x);
    put_number(c, c->height - p.y);
}

/* Four corners in turn, the sides along the axes: what `re` draws. */
static bool is_rectangle(const DlPath *path)
{
    static const uint8_t segs[] = {SEG_MOVE, SEG_LINE, SEG_LINE, SEG_LINE,
                                   SEG_CLOSE};
    const Point *p = path->points;

    return path->nsegs == sizeof segs &&
           !memcmp(path->segs, segs, sizeof segs) && p[0].y == p[1].y &&
           p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x;
}

static void put_rectangle(Content *c, const Point *p)
{
    put_point(c, p[0]);
    put_number(c, p[2].x - p[0].x);
    put_number(c, p[0].y - p[2].y);
    buf_add_c(&c->out, "re\n");
}

static void put_outline(Content *c, const DlPath *path)
{
    static const struct {
        int points;
        const char *operator;
    } segments[] = {[SEG_MOVE] = {1, "m\n"},
                    [SEG_LINE] = {1, "l\n"},
                    [SEG_CURVE] = {3, "c\n"},
                    [SEG_CLOSE] = {0, "h\n"}};
    const Point *p = path->points;

    if (is_rectangle(path)) {
        put_rectangle(c, p);
        return;
    }
    for (uint32_t i = 0; i < path->nsegs; i++) {
        for (int k = 0; k < segments[path->segs[i]].points; k++)
            put_point(c, *p++);
        buf_add_c(&c->out, segments[path->segs[i]].operator);
    }
}

/* ---- hatches ---- */

static void put_strokes(Content *c, const HatchStroke *strokes, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        put_point(c, strokes[i].from);
        buf_add_c(&c->out, "m ");
        put_point(c, strokes[i].to);
        buf_add_c(&c->out, "l\n");
    }
    buf_add_c(&c->out, "S\n");
}

/* Clipped to the path, which is drawn already. */
static void add_hatch(Content *c, const DlPath *path, const DlPaint *paint)
{
    static const Len solid[2];
    const HatchStroke *strokes;
    Rect area = path_bounds(path);
    uint32_t n = hatch_strokes(paint->hatch, area, c->scratch, &strokes);
    Pen before = c->pen;

    if (!n)
        return;
    buf_add_c(&c->out, "q\n");
    put_outline(c, path);
    buf_add_c(&c->out, paint->even_odd ? "W* n\n" : "W n\n");
    content_set_stroke(c, COLOUR_BLACK);
    set_line_width(c, hatch_width(paint->hatch));
    set_dash(c, solid);
    set_cap(c, true);
    put_strokes(c, strokes, n);
    buf_add_c(&c->out, "Q\n");
    c->pen = before;
}

/* ---- */

static const char *paint_operator(const DlPaint *p, bool stroke)
{
    if (p->fill && stroke)
        return p->even_odd ? "B*\n" : "B\n";
    if (p->fill)
        return p->even_odd ? "f*\n" : "f\n";
    return "S\n";
}

static void set_stroke(Content *c, const DlPaint *paint)
{
    content_set_stroke(c, paint->stroke_colour);
    set_line_width(c, paint->line_width);
    set_dash(c, paint->dash);
    set_cap(c, paint->round_cap);
}

static void add_painted(Content *c, const DlPath *path, const DlPaint *paint,
                        bool stroke)
{
    if (paint->fill)
        content_set_fill(c, paint->fill_colour);
    if (stroke)
        set_stroke(c, paint);
    put_outline(c, path);
    buf_add_c(&c->out, paint_operator(paint, stroke));
}

/* The hatch lies over the fill and under the stroke. */
void content_add_path(Content *c, const DlPath *path, const DlPaint *paint)
{
    DlPaint outline = *paint;

    if (paint->hatch == HATCH_NONE) {
        if (paint->fill || paint->stroke)
            add_painted(c, path, paint, paint->stroke);
        return;
    }
    if (paint->fill)
        add_painted(c, path, paint, false);
    add_hatch(c, path, paint);
    outline.fill = false;
    if (paint->stroke)
        add_painted(c, path, &outline, true);
}
