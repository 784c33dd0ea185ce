/*
 * Figures: what charts, timelines and other drawings share on a page: styles
 * of the theme, the line of the caption, tags, and one piece that no page
 * break cuts. figure.c and its neighbours make them; the chart folder draws.
 */
#ifndef PAGE_FIGURE_H
#define PAGE_FIGURE_H

#include "chart/chart.h"
#include "page/set.h"

/* Figure and note of a tile are paragraphs of their own, so that they are not
 * read as one word. */
typedef struct TileTags {
    Tag *label, *figure, *note; /* note may be NULL */
} TileTags;

/* Lives in the scrap of its block. */
typedef struct Figure {
    const ChartDrawing *drawing; /* NULL: refused and reported */
    const Para *caption, *unit;  /* unit may be NULL */
    Len above;                   /* height of their line */
    bool goes_on; /* another part of it follows */
    Tag *tag, *caption_tag;
    uint32_t n;
    TileTags *items;
} Figure;

/* What a drawing is made with; `above` is taken from the page's depth. */
ChartTools chart_tools(Book *b, Len above);
/* A text with the place of its first span, in the scrap. */
ChartText chart_text(Book *b, RichText t);

/* "그림 1. 회계별 예산 구성" at the left, "(단위: 억 원)" at the right; that may
 * be empty. Sets caption, unit and above. */
void caption_set(Book *b, RichText text, Str right, Figure *f);
/* "(단위: 억 원, 2023. 12. 31. 기준)"; either may be missing, or both. */
Str unit_words(Book *b, Str unit, Str as_of);
/* The room that a caption of one line takes, with the space under it. */
Len caption_height(const Book *b);
/* The text of a caption with (계속) after it: of a part that is not the first.
 */
RichText caption_continued(Book *b, RichText text);

/* The tags of a figure and its piece; nothing when it was refused. `alt` is
 * copied. */
void chart_add(Book *b, Figure *f, Str alt);

#endif
