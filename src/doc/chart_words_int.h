/*
 * Words while they are said: what all kinds of charts have in common, and the
 * tellers of the table in chart_form.c.
 */
#ifndef DOC_CHART_WORDS_INT_H
#define DOC_CHART_WORDS_INT_H

#include "doc/chart_form.h"
#include "doc/chart_words.h"

#include <glib.h>

struct Words {
    const BlockChart *chart;
    const Filler *f;
    Arena *arena;
    GString *out;
};

void say(Words *w, const char *text);
void say_str(Words *w, Str s);
/* A word and the particle that fits it. */
void say_with(Words *w, Str word, const char *particle);
void say_category_with(Words *w, uint32_t k, const char *particle);
void say_rich(Words *w, RichText text);
/* "73.2%" */
Str share_words(const Words *w, Decimal part, Decimal whole);
/* A figure made here, as those of the chart are printed: "1,530", "12.5%". */
Str made_words(const Words *w, Decimal d);

/* A bare year is said as one: "2019년". */
Str category_name(const Words *w, uint32_t k);
Str series_name_of(const Words *w, uint32_t i);
const BlockFigure *figure_of(const Words *w, uint32_t i, uint32_t k);
/* As it is printed; "자료 없음" for a blank and for "…". */
Str figure_words(const Words *w, const BlockFigure *f);

/* Where the known figures of a series are largest, smallest, first, last. */
typedef struct Extremes {
    uint32_t first, last, most, least; /* first is UINT32_MAX: none is known */
} Extremes;
Extremes series_extremes(const Words *w, uint32_t i);

ChartTell tell_wholes, tell_donut;                          /* words_parts.c */
ChartTell tell_series, tell_series_in_time, tell_sides;     /* words_series.c */
ChartTell tell_pairs, tell_rows, tell_progress, tell_steps; /* words_change.c */

/* A known figure and its name. */
typedef struct Moment {
    Str name;
    const BlockFigure *figure;
} Moment;
/* "2019년 100에서 2023년 150으로 50 늘어남", "… 1.5%p 줄어듦", "… 그대로임" */
void say_from_to(Words *w, Moment from, Moment to);

#endif
