/*
 * Sketch: a drawing while it is made.
 *
 * Kinds of charts put marks (what shows a figure), lines, plates and labels on
 * it, in points from the top left. Layers decide what lies over what, so that
 * no kind has to mind the order. What was put is remembered for the proof that
 * nothing touches.
 */
#ifndef CHART_SKETCH_H
#define CHART_SKETCH_H

#include "chart/chart.h"
#include "chart/fill.h"
#include "chart/outline.h"

typedef struct Box {
    double x, y, w, h;
} Box;

typedef struct Spot {
    double x, y;
} Spot;

typedef enum Layer {
    LAYER_BACK, /* grids, tracks, tints */
    LAYER_MARK,
    LAYER_OVER, /* axes, plates, leaders, points */
    LAYERS
} Layer;

typedef struct Shape {
    struct Shape *next;
    DlPath path; /* its source: the cell of a mark */
    DlPaint paint;
} Shape;

typedef struct Mark {
    struct Mark *next;
    int id; /* 0, 1, … */
    Box box;
    const Spot *border; /* of a mark that is no box; NULL: the box */
    size_t nborder;
    int fill; /* FillKind, or -1 when it fills nothing */
    Pos pos;
} Mark;

/* A leader or another line that no text may touch. */
typedef struct Wire {
    struct Wire *next;
    Spot from, to;
} Wire;

typedef struct Label {
    struct Label *next;
    const Para *para;
    Str text;
    const ChartType *type;
    double w, h;  /* of the box around its lines */
    bool torn;    /* a bracket was wider than the measure */
    double align; /* of its lines in the box: 0 left, 0.5, 1 right */
    Box box;      /* where it was put */
    int mark;     /* it stands in this mark; -1: in none */
    int group;    /* tiles: what it is read with */
    Pos pos;
} Label;

struct ChartDrawing {
    double height;
    Shape *shapes[LAYERS], **shape_tails[LAYERS];
    Mark *marks, **mark_tail;
    Wire *wires, **wire_tail;
    Label *labels, **label_tail;
    int nmarks;
};

typedef struct GridLine GridLine;
typedef struct Plate Plate;

typedef struct Sketch {
    const ChartTools *tools;
    ChartDrawing *drawing;
    Outline *outline;
    double width;
    GridLine *grid; /* to be cut, … */
    Plate *plates;  /* … where these lie over it */
} Sketch;

Sketch *sketch_new(const ChartTools *tools);
/* Looks the drawing over and ends the sketch. NULL when reported at `pos`:
 * labels touch, fills are too alike, too high. */
const ChartDrawing *sketch_end(Sketch *s, double height, Pos pos);
/* Ends it when a kind had to give up. */
void sketch_drop(Sketch *s);
/* The same, reported at `pos`: there is no room for the labels. NULL. */
const ChartDrawing *sketch_refuse(Sketch *s, Pos pos);

/* ---- shapes ---- */

/* Takes the outline that was drawn on s->outline. */
void sketch_shape(Sketch *s, Layer layer, const DlPaint *paint);
/* The same for what shows a figure: that of the cell at `pos`. */
void sketch_shape_of(Sketch *s, Layer layer, const DlPaint *paint, Pos pos);
void sketch_rect(Sketch *s, Layer layer, Box b, const DlPaint *paint);
void sketch_line(Sketch *s, Layer layer, Spot from, Spot to, double thick);
/* The shape that was put last on a layer. */
Shape *sketch_last(Sketch *s, Layer layer);
/* A line of a grid, upright or level: behind marks, and cut when the sketch
 * ends so that no plate leaves a stub of it. */
void sketch_grid(Sketch *s, Spot from, Spot to, double thick);
void grid_note_plate(Sketch *s, Box box);
void grid_cut(Sketch *s);
/* A line that labels keep away from; n >= 2 corners. */
void sketch_leader(Sketch *s, const Spot *corners, size_t n);

/* A line drawn otherwise, that labels keep away from. */
void sketch_wire(Sketch *s, Spot from, Spot to);
/* Would a label touch something when it were put there? */
bool label_is_free(const Sketch *s, const Label *l, Spot at, double ax,
                   double ay);

/* A mark in a fill, and its number. */
int sketch_bar(Sketch *s, Box b, FillKind fill, Pos pos);
/* A mark of another shape: the outline was drawn. */
int sketch_mark(Sketch *s, Box bounds, FillKind fill, Pos pos);
/* The same in a paint that differs in its line only. */
int sketch_painted(Sketch *s, Box bounds, FillKind fill, const DlPaint *paint,
                   Pos pos);
/* A thing that labels keep away from, drawn otherwise. */
int sketch_note_mark(Sketch *s, Box bounds, Pos pos);
/* The same for what is no box; `border` goes around it and is kept. Lies under
 * its labels like a bar in `fill`. */
int sketch_note_shape(Sketch *s, const Spot *border, size_t n, FillKind fill,
                      Pos pos);

/* ---- labels ---- */

typedef struct LabelPart {
    ChartRole role;
    Str text;
    Pos pos;
} LabelPart;

/* Sets a label; `measure` 0: on one line, else on lines of similar length that
 * part no bracket. */
Label *label_set(Sketch *s, const LabelPart *parts, size_t n, double measure);
Label *label_of(Sketch *s, ChartRole role, ChartText text, double measure);
/* The same, tightened a little where that gives one line. */
Label *label_fitted(Sketch *s, ChartRole role, ChartText text, double measure);
/* The width of the widest word of a text. */
double label_word_width(Sketch *s, ChartRole role, ChartText text);
/* In white, for a dark fill. */
Label *label_white(Sketch *s, ChartRole role, ChartText text);

/* Was a word wider than the measure? */
bool label_is_cut(const Label *l);

/* Puts it with the point (ax, ay) of its box at `at`: 0, 0 is the top left,
 * 0.5, 0.5 the middle. */
void label_put(Sketch *s, Label *l, Spot at, double ax, double ay);
/* The same inside a mark; on a plate when the mark's fill is a pattern. */
void label_put_in(Sketch *s, Label *l, Spot at, double ax, double ay, int mark);
/* A white plate for a label that lies over a grid: so much at both sides. */
void label_plate(Sketch *s, const Label *l, double around);

/* ---- figures ---- */

double decimal_value(Decimal d);
/* part of whole in percent with one decimal (K-101): "64.3%". */
ChartText share_of(Sketch *s, Decimal part, Decimal whole, Pos pos);

Len len_of(double points);

#endif
