/*
 * Tables in the making.
 *
 * Three passes: measure the cells of every column, share out the width, then
 * set row after row and let the flow take them, so that a list of ten
 * thousand rows needs no more memory than two pages of it. The frame carries
 * the rules, the repeated head and the unit line on every page (K-93, K-98).
 */
#ifndef PAGE_TABLE_H
#define PAGE_TABLE_H

#include "page/set.h"

typedef struct TableColumn {
    const BlockColumn *spec;
    bool remark;       /* 비고: never more than a quarter (K-104) */
    Len x, width;      /* in the measure */
    Len natural, word; /* widest cell, widest word of it; paddings excluded */
    /* Columns of figures: the widest part up to the last digit before the
     * point, and the widest rest; they make one block (K-96, K-97), and all
     * shrink alike when it is too wide (K-105). */
    Len whole, rest;
    Type plain, total; /* of its body cells */
} TableColumn;

/* A cell set and placed. */
typedef struct TableCell {
    const Para *para;
    const Type *type;
    Len x; /* of its lines, in the measure */
    Tag *tag;
} TableCell;

typedef struct TableRow {
    struct TableSet *table;
    const TableCell *cells;
    uint32_t lines;    /* of its highest cell */
    uint32_t from, to; /* the lines of this piece: all but in giant rows */
    Len rule;          /* above it */
    Len pad_top, pad_bottom;
    bool tinted;
    ThemeColour tint;
} TableRow;

/* A rule to be drawn when the stretch is complete. */
typedef struct TableRule {
    Len y, thick;
} TableRule;

typedef struct TableSet {
    Book *book;
    const BlockTable *table;
    Frame frame;
    Tag *tag, *body;
    uint32_t n;
    TableColumn *columns;
    Len pad_x, text_x; /* paddings: the theme's, or tight ones */
    const Para *caption, *unit;
    Tag *caption_tag;
    Len above; /* height of caption and unit line */
    TableRow head;
    bool long_list;
    bool any_row; /* the next row is not the first of the body */
    RowRole last_role;
    GArray *rules; /* TableRule, of the stretch being drawn */
    Len grid_top;
} TableSet;

/* How a cell stands in its column. */
typedef enum CellPlace {
    PLACE_LEFT,
    PLACE_CENTRE,
    PLACE_ALIGNED /* by the places of its figures */
} CellPlace;

/* Measures all cells and gives each column its x and width. */
void table_columns_plan(TableSet *t);
CellPlace cell_place(const TableColumn *c, RowRole role, RichText cell);
/* Bytes of `s` up to the place that aligns: after the last digit before the
 * decimal point. */
size_t figure_whole(Str s);
/* The type of a body cell. */
const Type *cell_type(const TableColumn *c, RowRole role);

/* Height of a row's piece, its rule above included. */
Len row_height(const TableRow *r, const Type *type);

/* Draw functions of the pieces and the frame. */
void table_above_draw(const Piece *piece, Pen *pen, Len top);
void table_row_draw(const Piece *piece, Pen *pen, Len top);
void table_begin(Frame *frame, Pen *pen, Stretch s);
void table_end(Frame *frame, Pen *pen, Stretch s);

#endif
