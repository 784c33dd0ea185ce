/*
 * Tiles: key figures side by side in the frame of a table. Widths follow what
 * stands in them; what does not fit on one row takes two.
 */
#include "chart/sketch.h"

#include <math.h>

static const double label_middle = 18, figure_middle = 44, note_middle = 72;
static const double height_full = 84, height_bare = 68;
static const double pad = 7, rows_apart = 10;

typedef struct TileSet {
    Label *label, *figure, *note; /* note may be NULL */
    double natural;
} TileSet;

static Label *figure_set(Sketch *s, const ChartTile *t)
{
    Arena *a = s->tools->arena;
    LabelPart parts[] = {
        {CHART_TILE_FIGURE, t->figure.text, t->figure.pos},
        {CHART_TILE_UNIT, str_printf(a, " " STR_FMT, STR_ARG(t->unit.text)),
         t->unit.pos},
    };
    return label_set(s, parts, t->unit.text.n > 0 ? 2 : 1, 0);
}

static void tile_group(const TileSet *t, uint32_t nth)
{
    enum { TEXTS = 3 };
    t->label->group = (int)nth * TEXTS;
    t->figure->group = (int)nth * TEXTS + 1;
    if (t->note)
        t->note->group = (int)nth * TEXTS + 2;
}

static TileSet tile_set(Sketch *s, const ChartTile *t, uint32_t nth)
{
    TileSet set = {
        .label = label_of(s, CHART_TILE_LABEL, t->label, 0),
        .figure = figure_set(s, t),
    };
    if (t->note.text.n > 0)
        set.note = label_of(s, CHART_TILE_NOTE, t->note, 0);
    tile_group(&set, nth);
    set.natural = fmax(set.label->w, set.figure->w);
    if (set.note)
        set.natural = fmax(set.natural, set.note->w);
    set.natural += 2 * pad;
    return set;
}

static double row_natural(const TileSet *t, uint32_t n)
{
    double sum = 0;
    for (uint32_t i = 0; i < n; i++)
        sum += t[i].natural;
    return sum;
}

/* In the middle of its column. */
static void tile_put(Sketch *s, const TileSet *t, double middle, double y)
{
    label_put(s, t->label, (Spot){middle, y + label_middle}, 0.5, 0.5);
    label_put(s, t->figure, (Spot){middle, y + figure_middle}, 0.5, 0.5);
    if (t->note)
        label_put(s, t->note, (Spot){middle, y + note_middle}, 0.5, 0.5);
}

static bool row_has_note(const TileSet *t, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (t[i].note)
            return true;
    return false;
}

static void frame_put(Sketch *s, double y, double height)
{
    const ChartStyle *style = s->tools->style;
    double top = len_pt(style->frame_top), end = len_pt(style->frame_bottom);
    sketch_line(s, LAYER_BACK, (Spot){0, y + top / 2},
                (Spot){s->width, y + top / 2}, top);
    sketch_line(s, LAYER_BACK, (Spot){0, y + height - end / 2},
                (Spot){s->width, y + height - end / 2}, end);
}

/* Answers its height. */
static double row_put(Sketch *s, const TileSet *t, uint32_t n, double y)
{
    double thin = len_pt(s->tools->style->frame_inner);
    double spare = (s->width - row_natural(t, n)) / n, x = 0;
    double height = row_has_note(t, n) ? height_full : height_bare;
    frame_put(s, y, height);
    for (uint32_t i = 0; i < n; i++) {
        double width = t[i].natural + spare;
        tile_put(s, &t[i], x + width / 2, y);
        x += width;
        if (i + 1 < n)
            sketch_line(s, LAYER_BACK, (Spot){x, y}, (Spot){x, y + height},
                        thin);
    }
    return height;
}

static uint32_t row_count(const TileSet *t, uint32_t n, uint32_t row,
                          uint32_t rows, const TileSet **first)
{
    uint32_t from = n * row / rows;
    *first = &t[from];
    return n * (row + 1) / rows - from;
}

static bool rows_fit(const TileSet *t, uint32_t n, uint32_t rows, double width)
{
    for (uint32_t row = 0; row < rows; row++) {
        const TileSet *first;
        uint32_t count = row_count(t, n, row, rows, &first);
        if (row_natural(first, count) > width)
            return false;
    }
    return true;
}

/* The same looks with smaller figures. */
static const ChartTools *tools_small(const ChartTools *tools, Len by)
{
    ChartTools *small = ARENA_NEW(tools->arena, ChartTools);
    ChartStyle *style = ARENA_NEW(tools->arena, ChartStyle);
    *style = *tools->style;
    style->types[CHART_TILE_FIGURE].text.size -= by;
    *small = *tools;
    small->style = style;
    return small;
}

static TileSet *tiles_set(Sketch *s, const ChartTile *tiles, uint32_t n,
                          Len smaller)
{
    TileSet *sets = ARENA_ARRAY(s->tools->arena, TileSet, n);
    const ChartTools *tools = s->tools;
    s->tools = tools_small(tools, smaller);
    for (uint32_t i = 0; i < n; i++)
        sets[i] = tile_set(s, &tiles[i], i);
    s->tools = tools;
    return sets;
}

/* Five figures of a city stand in one row when their figures shrink a little:
 * by a fifth at most, or they keep their size and take more rows. */
static TileSet *tiles_fit(Sketch *s, const ChartTile *tiles, uint32_t n)
{
    Len size = s->tools->style->types[CHART_TILE_FIGURE].text.size;
    for (Len by = 0; by <= size / 5; by += LEN_PT(1)) {
        TileSet *sets = tiles_set(s, tiles, n, by);
        if (rows_fit(sets, n, 1, s->width))
            return sets;
    }
    return tiles_set(s, tiles, n, 0);
}

const ChartDrawing *tiles_make(const ChartTile *tiles, uint32_t n, Pos pos,
                               const ChartTools *tools)
{
    if (n == 0) {
        diag0(tools->diags, DIAG_CHART_EMPTY, pos);
        return NULL;
    }
    Sketch *s = sketch_new(tools);
    TileSet *sets = tiles_fit(s, tiles, n);
    uint32_t rows = 1;
    double y = 0;
    while (rows < n && !rows_fit(sets, n, rows, s->width))
        rows++;
    for (uint32_t row = 0; row < rows; row++) {
        const TileSet *first;
        uint32_t count = row_count(sets, n, row, rows, &first);
        y += (row > 0 ? rows_apart : 0) + row_put(s, first, count, y);
    }
    return sketch_end(s, y, pos);
}
