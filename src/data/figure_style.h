/*
 * Figure style: how a document writes negative figures and zeros (K-110). One
 * for all: tables, texts and charts write alike. Plain value.
 */
#ifndef DATA_FIGURE_STYLE_H
#define DATA_FIGURE_STYLE_H

#include "base/decimal.h"

typedef enum Negative {
    NEGATIVE_TRIANGLE, /* △1,234: of budgets, and when nothing is said */
    NEGATIVE_MINUS,    /* -1,234 */
    NEGATIVE_BRACKETS  /* (1,234) */
} Negative;

typedef struct FigureStyle {
    Negative negative;
    bool zero_dash; /* a zero in a table is "-", as in statistics */
} FigureStyle;

/* As a layout says: "△", "-" or "()"; anything else is △. */
Negative negative_parse(Str text);

/* A figure in words or digits without its sign, marked when it is negative. */
Str figure_mark(Str figure, bool negative, Negative style, Arena *a);

/* The figure with all its digits; `after` (%, 억 원) stands inside brackets.
 * A zero is written as it is. */
Str figure_write(Decimal d, bool group, Str after, Negative style, Arena *a);

#endif
