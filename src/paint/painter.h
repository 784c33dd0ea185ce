/*
 * Painters: display lists to files.
 *
 * A painter takes finished pages in any order, may paint them on other
 * threads, keeps its first failure and reports it at close. The bytes it
 * writes depend on the pages alone, not on order or threads. To add one: write
 * paint/NAME.c with a `painter_NAME` constructor, add a format to
 * painter_formats() and a case to tests/cases/paint.
 */
#ifndef PAINT_PAINTER_H
#define PAINT_PAINTER_H

#include "base/file.h"
#include "dlist/dlist.h"

typedef struct Painter Painter;

struct Painter {
    /* Takes the page. */
    void (*page)(Painter *p, DlPage *page);
    /* All pages came; `doc` is complete. Writes and commits the output.
     * False when reported. Frees the painter. */
    bool (*close)(Painter *p, const DlDoc *doc);
    /* Drops everything, leaves old output alone, frees the painter. */
    void (*drop)(Painter *p);
};

typedef struct PaintOptions {
    Str output;            /* file; for png and svg of several pages NAME-%d */
    const Fonts *fonts;
    int jobs;              /* threads for painting, >= 1 */
    double dpi;            /* png */
    /* Pages wanted, ascending 0-based file indices; NULL = all. */
    const uint32_t *pages;
    size_t npages;
    /* Called on the main thread after each page; may be NULL. */
    void (*progress)(void *context, uint32_t done);
    void *context;
    /* Asked on the main thread now and then while the file is made at close:
     * true gives it up, in silence. May be NULL. */
    bool (*stopped)(void);
} PaintOptions;

Painter *painter_pdf(const PaintOptions *o, Diags *diags);
Painter *painter_png(const PaintOptions *o, Diags *diags);
Painter *painter_svg(const PaintOptions *o, Diags *diags);

/* An output format; its name is also the ending of its files. */
typedef struct PaintFormat {
    const char *name;
    bool sheets; /* a file for each page */
    Painter *(*open)(const PaintOptions *o, Diags *diags);
} PaintFormat;

/* Of several sheets, the file of this page: "out/book-3.png" of "out/book.png"
 * and 2. */
Str sheet_name(Str output, uint32_t index, Arena *a);

/* All formats, the default first. */
const PaintFormat *painter_formats(size_t *n);

#endif
