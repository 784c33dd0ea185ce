/*
 * Figures: the numbers of a table as the agreement checks look at them. Which
 * columns hold figures, how finely they are rounded, and what range a cell
 * stands for. Borrowed from a Table; for the checks of this folder.
 */
#ifndef DATA_FIGURES_H
#define DATA_FIGURES_H

#include "data/range.h"
#include "data/table.h"

typedef enum FigureKind {
    FIGURE_NONE,  /* text, unknown, suppressed: nothing can be said */
    FIGURE_BLANK, /* counts as nothing in a sum */
    FIGURE_FINE   /* a number; a dash is 0 */
} FigureKind;

typedef struct FigureColumn {
    Str name;      /* of the head, without spaces */
    bool holds;    /* figures, but for a word here and there */
    bool empty;    /* nothing but blanks and dashes: no figure, no word */
    bool additive; /* its figures can be added up */
    bool percent;  /* shares: 64.3 % is 0.643 here */
    bool exact;    /* whole numbers of things: nothing was rounded */
    int scale;     /* digits after the point, -1: of each cell its own */
} FigureColumn;

/* How wide a cell is taken to be. */
typedef enum FigureWidth {
    WIDTH_NONE,     /* the number itself */
    WIDTH_DECIMALS, /* by its last digit, where that is after the point */
    WIDTH_WRITTEN,  /* by its last digit, where the column is rounded (K-100) */
    WIDTH_ROUNDED   /* by its last digit everywhere */
} FigureWidth;

typedef struct Figures {
    const Table *table;
    FigureColumn *columns;
    size_t ncolumns, nrows;
    FigureWidth width;
} Figures;

Figures figures_of(const Table *t, Arena *a);

FigureKind figure_value(const Figures *f, size_t row, size_t col, Decimal *out);
/* The range of a cell under f->width; of a blank cell, nothing wide. */
FigureKind figure_range(const Figures *f, size_t row, size_t col, Range *out);

/* True when the two columns can be added to each other. */
bool figures_alike(const Figures *f, size_t a, size_t b);
/* A copy without its spaces: 예 산 액 is 예산액. */
Str name_without_spaces(Str s, Arena *a);
/* True when one of the words, a list that ends with NULL, is in the name. */
bool name_has(Str name, const char *const *words);

#endif
