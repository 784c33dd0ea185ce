/*
 * Scales: amounts to points, with ticks that people read easily.
 *
 * Ticks are found by the extended Wilkinson search of Talbot, Lin and Hanrahan
 * (2010): simplicity, coverage and density weighed against each other. A tick
 * is an exact decimal; its text keeps to the printed unit and takes up 만, 억
 * or 조 when the figures grow long (12억, never 120,000만).
 */
#ifndef CHART_SCALE_H
#define CHART_SCALE_H

#include "data/figure_style.h"

/* tick i = (start + i * stride) * base * 10^power, i < n. */
typedef struct Ticks {
    int64_t start;
    int stride; /* every how many multiples of the base: j */
    int base;   /* ten times the nice number: 10 50 20 25 40 30 */
    int power;
    int n;
    double low, high; /* of the first and the last one */
} Ticks;

/* Ticks for low < high, about `want` of them. `loose`: the ticks take in both
 * ends, and a zero between them. False when the range is none (equal, not
 * finite, too wide). */
bool ticks_find(double low, double high, int want, bool loose, Ticks *out);
Decimal ticks_at(const Ticks *t, int i);
/* Texts of amounts, all in one unit; `power` of ten is that of the figures'
 * unit. */
void amounts_print(const Decimal *amounts, int n, int power, Str after,
                   Negative negative, Arena *a, Str *out);
void ticks_print(const Ticks *t, int power, Str after, Negative negative,
                 Arena *a, Str *out);

typedef struct Scale {
    double from, to;   /* amounts */
    double at, length; /* where `from` stands; `length` may be negative */
} Scale;

static inline double scale_at(const Scale *s, double amount)
{
    return s->at + (amount - s->from) / (s->to - s->from) * s->length;
}

#endif
