/*
 * Axis, inside: the plan that axis.c makes and axis_draw.c draws. Points, from
 * the left end of the band.
 */
#ifndef CHART_AXIS_H
#define CHART_AXIS_H

#include "chart/timeline_int.h"

/* From a pole to its text. */
#define FLAG_GAP 4

/* Texts stand over one another so often at most. */
enum { TIERS = 10 };

/* Above text i of a flag: under the date, and between what happened on one
 * day. */
static inline double flag_lead(uint32_t i)
{
    return i == 0 ? 3.5 : 6.5;
}

/* What happened on one day. */
typedef struct Flag {
    const ChartEvent *events;
    uint32_t n;
    Label *date, **texts;
    double least; /* as wide as its widest word */
    double measure; /* its texts were asked to be so wide */
    double w, h;    /* of date and texts */
    double broken;  /* the cost of texts on more lines than two */
    double day;   /* where the pole leaves the band … */
    double stand; /* … how far from it that stands at … */
    double x;     /* … its place */
    double at;    /* how far from the band date and texts begin */
    int side;     /* 1 above the band, -1 below */
    int tier;     /* 0 is the nearest */
} Flag;

typedef enum BandStyle {
    BAND_WIDE,  /* 7월 3개 */
    BAND_TALL,  /* 7월 over 3개 */
    BAND_NAMES, /* 7월 */
    BAND_BARE   /* 7 */
} BandStyle;

typedef struct Band {
    BandStyle style;
    bool years;         /* a row of years over the months */
    bool readable;      /* every name has room */
    double height, row; /* of both rows; of the years */
} Band;

typedef struct Axis Axis;

typedef struct AxisPart {
    const Axis *axis;
    Events shown;
    Flag *flags;
    uint32_t n;
    double up, down; /* how high the flags stand on each side */
} AxisPart;

struct Axis {
    const ChartTools *tools;
    Sketch *s; /* for setting labels */
    AxisPart *parts;
    uint32_t n;
    int days;      /* of the longest part … */
    double length; /* … which is so long: the scale of all */
    Band band;
    double cost; /* INFINITY: cannot be drawn */
};

/* Where a day begins. */
double axis_at(const AxisPart *p, double day);

/* How wide its texts may be asked to be, from narrow to wide. */
enum { MEASURES = 6 };
double flag_measure(int nth);
/* Sets its texts as wide as `measure`, or as their words. */
void flag_set(Sketch *s, Flag *f, double measure);

/* ---- axis_place.c ---- */

/* Chooses lanes at once; how high that stands, or INFINITY. */
double part_guess(AxisPart *p);
/* Gives every flag its place, and up and down; INFINITY when there is no room.
 */
void part_place(AxisPart *p);

/* ---- axis_draw.c ---- */

/* The room at the right end for "50개". */
double total_width(Sketch *s, uint32_t n);
/* As much as the months have room for. */
Band band_choose(const Axis *x, Events all);
/* NULL when reported. */
const ChartDrawing *part_draw(AxisPart *p, const ChartTools *tools, Pos pos);

#endif
