/*
 * Figure style: how a document writes negative figures and zeros (K-110), and
 * the space before what they count (K-122). One for all: tables, texts and
 * charts write alike. Plain value.
 */
#ifndef DATA_FIGURE_STYLE_H
#define DATA_FIGURE_STYLE_H

#include "base/decimal.h"

typedef enum Negative {
    NEGATIVE_TRIANGLE, /* △1,234: of budgets, and when nothing is said */
    NEGATIVE_MINUS,    /* -1,234 */
    NEGATIVE_BRACKETS  /* (1,234) */
} Negative;

/* The space before a counter (K-122). After 천, 만, 억 it is wanted, after a
 * digit it may be left out. */
typedef enum CounterSpace {
    COUNTER_SPLIT,  /* 109만 명, 50명: when nothing is said */
    COUNTER_ATTACH, /* 109만명, 50명 */
    COUNTER_APART   /* 109만 명, 50 명 */
} CounterSpace;

typedef struct CounterRule {
    Str counter; /* 명; empty: all that have no rule */
    CounterSpace space;
} CounterRule;

typedef struct FigureStyle {
    Negative negative;
    bool zero_dash; /* a zero in a table is "-", as in statistics */
    const CounterRule *counters;
    size_t ncounters;
} FigureStyle;

/* As a layout says: "△", "-" or "()"; anything else is △. */
Negative negative_parse(Str text);

/* A figure in words or digits without its sign, marked when it is negative. */
Str figure_mark(Str figure, bool negative, Negative style, Arena *a);

/* The figure with all its digits; `after` (%, 억 원) stands inside brackets.
 * A zero is written as it is. */
Str figure_write(Decimal d, bool group, Str after, Negative style, Arena *a);

/* "attach" or "apart"; anything else splits. */
CounterSpace counter_space_parse(Str text);

/* Has the document a rule for this counter? It goes to *out, else the common
 * one. */
bool counter_rule(const FigureStyle *style, Str counter, CounterSpace *out);

/* Whether a rule for this counter can do anything: 만 and 억 원 are none, kg
 * and % never have a space. */
bool counter_takes_space(Str counter);

/* Whether a space stands between them, `after_power` telling that 천, 만, 억
 * come before. Only counters in Hangul have one: 5kg, 3%. */
bool counter_is_apart(const FigureStyle *style, Str counter, bool after_power);

#endif
