/*
 * Spans of a label: its text cut where the engine must be told something.
 * A bracket is not parted by a line's end; the space before a day is as wide
 * as a figure (K-113), so that days stand under one another.
 */
#ifndef CHART_SPANS_H
#define CHART_SPANS_H

#include "chart/chart.h"

typedef struct LabelSpans {
    TextSpan *at;
    size_t n;
    bool keeps; /* some are brackets */
} LabelSpans;

/* Room for all that `bytes` of text can be cut into, `parts` texts in all. */
LabelSpans spans_new(size_t bytes, size_t parts, Arena *a);
/* Adds a text; `keep`: its brackets stay whole. */
void spans_add(LabelSpans *spans, TextSpan text, bool keep,
               const ChartTools *tools);
/* The width of the widest bracket. */
Len spans_widest(const LabelSpans *spans, const ChartTools *tools);
/* Lets lines end before brackets. */
void spans_open(LabelSpans *spans);
/* Lets lines part brackets after all. */
void spans_let_go(LabelSpans *spans);
/* How much of `text` no line is to part: to the first space in no bracket. */
size_t spans_word(Str text);

#endif
