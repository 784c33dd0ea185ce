/*
 * PDF content: a display list as a content stream (ISO 32000-1 8 and 9).
 *
 * One Content per painting thread, used for one page after the other. It
 * remembers what the stream has set (font, colours, line) and writes only
 * changes; what it writes depends on the page alone.
 */
#ifndef PAINT_PDF_CONTENT_H
#define PAINT_PDF_CONTENT_H

#include "dlist/dlist.h"
#include "pdf/buf.h"
#include "pdf/glyphuse.h"

/* The part of the graphics state that is set when it changes. */
typedef struct Pen {
    Colour fill, stroke;
    Len line_width;
    Len dash[2];
    bool round_cap;
    const FaceUse *face;
    Len size;
    int64_t spacing; /* Tc, 1/1000 pt */
    int glyph_width; /* Tz, 1/1000 */
} Pen;

/* What stands between two runs. */
typedef enum RunLink {
    LINK_FAR,  /* the end of a tag, or a path */
    LINK_NEXT, /* nothing */
    LINK_LABEL /* the end of a label */
} RunLink;

typedef struct Content {
    Buf out;
    GlyphUse *use;  /* of this thread */
    Arena *scratch; /* of the page */
    Len height;
    Pen pen;
    const DlRun *last;      /* the last run painted, or NULL */
    RunLink link;           /* from it to here */
    bool in_label;          /* the bracket is that of a label */
    bool in_text;           /* between BT and ET */
    bool mixed;             /* the bracket holds more than text */
    bool spanned;           /* the bracket holds a Span of replacement text */
    int64_t line_x, line_y; /* origin of the text line, 1/1000 pt */
} Content;

/* Writes the page into `out`, which it empties first. */
void content_paint(Content *c, const DlPage *page);

/* A run and those that are drawn before and after it (NULL: none). */
typedef struct RunPlace {
    const DlRun *before, *run, *after;
    RunLink left, right;
} RunPlace;

/* pdf_text.c: a run, inside a bracket. */
void content_add_run(Content *c, const RunPlace *place);
/* Begins a text object unless one is open; ends it when one is. */
void content_begin_text(Content *c);
void content_end_text(Content *c);
/* pdf_path.c: a path, inside a bracket. */
void content_add_path(Content *c, const DlPath *path, const DlPaint *paint);
/* Sets the colour of fills and text, or of strokes. */
void content_set_fill(Content *c, Colour colour);
void content_set_stroke(Content *c, Colour colour);

#endif
