/*
 * Charts: figures and a width -> a drawing.
 *
 * page/ resolves the theme's styles, hands over the cells of a table and gets
 * a drawing of known height, which it puts on a page later. Every label is
 * text of the document's own fonts and knows its cell; every mark knows its
 * cell too. Nothing is told by colour alone (K-158): areas differ by fill,
 * lines by dash and marker, and what stands side by side is looked at in grey
 * and with two colour deficiencies before it leaves.
 *
 * Always true of a drawing that was made: no label touches another one, a
 * leader, or a mark that it does not belong to; no name is missing. Where that
 * cannot be had, the chart is refused with a message. Geometry is floating
 * point inside this folder and Len at its border.
 *
 * Everything lives in the arena of the tools.
 */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "base/decimal.h"
#include "data/figure_style.h"
#include "data/value.h"
#include "dlist/dlist.h"
#include "text/text.h"

/* ---- looks, resolved from the theme ---- */

typedef enum ChartRole {
    CHART_NAME,  /* series, categories: bold */
    CHART_VALUE, /* figures: bold */
    CHART_LABEL, /* shares, events, legends */
    CHART_TICK,  /* scales */
    CHART_TILE_LABEL,
    CHART_TILE_FIGURE,
    CHART_TILE_UNIT,
    CHART_TILE_NOTE,
    CHART_ROLES
} ChartRole;

typedef struct ChartType {
    TextStyle text;
    Len pitch;  /* baseline to baseline */
    Len centre; /* of the syllable face, above the baseline */
} ChartType;

typedef struct ChartStyle {
    ChartType types[CHART_ROLES];
    Colour accent, tint1, tint2;
    Len frame_top, frame_bottom, frame_inner; /* rules of tiles and tables */
} ChartStyle;

typedef struct ChartTools {
    Text *text;
    const ChartStyle *style;
    Len width;
    Len depth;         /* no chart may be higher */
    Negative negative; /* how scales write it (K-110) */
    Arena *arena;
    Diags *diags;
} ChartTools;

/* ---- data ---- */

typedef enum ChartKind {
    CHART_COMPOSITION, /* horizontal bars in parts, length = amount */
    CHART_SHARE,       /* the same, every bar 100 % long */
    CHART_BARS,        /* horizontal, one bar a series */
    CHART_COLUMNS,     /* vertical; horizontal when names do not fit */
    CHART_LINES,       /* points joined; the last ones named */
    CHART_STACKED,     /* vertical, parts on one another, with their sum */
    CHART_AREA,        /* the land under lines; several are stacked */
    CHART_DONUT,       /* a ring of few parts, the whole in its middle */
    CHART_PROGRESS,    /* bars in a table, with a tick where they should be */
    CHART_WATERFALL,   /* from one total to another, change by change */
    CHART_SLOPE,       /* two points in time, a line a category */
    CHART_DOTS,        /* two points a category on one line */
    CHART_PYRAMID,     /* two groups back to back, as men and women by age */
    CHART_MULTIPLES,   /* a small plot for each series, on one scale */
    CHART_SPARKLINES,  /* a table of small lines, one a category */
    CHART_KINDS
} ChartKind;

/* The kind that a layout calls so; false when there is none. */
bool chart_kind_find(Str name, ChartKind *out);

typedef struct ChartText {
    Str text;
    Pos pos;
} ChartText;

typedef struct ChartValue {
    bool known; /* false: blank, unknown, suppressed */
    Decimal number;
    Str text; /* as the tables print it */
    Pos pos;
} ChartValue;

typedef struct ChartSeries {
    ChartText name;
    const ChartValue *values; /* one a category */
} ChartSeries;

typedef struct ChartSpec {
    ChartKind kind;
    Pos pos; /* in the layout */
    uint32_t ncategories, nseries;
    const ChartText *categories;
    const ChartSeries *series;
    int power;       /* of ten, of the figures' unit: 억 원 is 8 */
    Str after;       /* follows every figure: "%" of shares; may be empty */
    bool percent;    /* the figures are hundredths of a whole */
    int digits;      /* the most decimals that a figure is printed with */
    ChartText total; /* what the whole is called: "계" */
    ChartText head;  /* what the categories are: "사업명" */
    const ChartSeries *target; /* progress: what was planned; may be NULL */
    const ChartSeries *beside; /* progress: figures in columns of their own */
    uint32_t nbeside;
    const bool *levels; /* waterfall: category k is a total, no change */
} ChartSpec;

typedef struct ChartTile {
    ChartText label, figure, unit, note; /* unit and note may be empty */
} ChartTile;

/* ---- drawings ---- */

typedef struct ChartDrawing ChartDrawing;

/* NULL when reported. */
const ChartDrawing *chart_make(const ChartSpec *spec, const ChartTools *tools);
const ChartDrawing *tiles_make(const ChartTile *tiles, uint32_t n, Pos pos,
                               const ChartTools *tools);

Len drawing_height(const ChartDrawing *d);
/* Its top left corner at `at`; the caller holds the bracket. */
void drawing_put(const ChartDrawing *d, DlPage *page, Point at);
/* The same in parts, for drawings that read as text: what is no text, and the
 * labels of one group. Tile i has the groups 3 i (label), 3 i + 1 (figure with
 * its unit) and 3 i + 2 (note). */
void drawing_put_shapes(const ChartDrawing *d, DlPage *page, Point at);
void drawing_put_labels(const ChartDrawing *d, int group, DlPage *page,
                        Point at);

/* A placed label or mark, for tests. */
typedef struct ChartPlace {
    Rect box;
    Str text; /* of a label */
    Pos pos;
    int mark; /* a label: the mark that it stands in, or -1 */
} ChartPlace;

uint32_t drawing_labels(const ChartDrawing *d, Arena *a,
                        const ChartPlace **out);
uint32_t drawing_marks(const ChartDrawing *d, Arena *a, const ChartPlace **out);
/* How many pairs of things touch that must not. */
uint32_t drawing_overlaps(const ChartDrawing *d);

#endif
