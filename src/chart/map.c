/*
 * Tile-grid maps: name and figure stand in every tile; the legend at the right
 * says where the classes begin and end.
 */
#include "chart/classes.h"
#include "chart/plot.h"

#include <math.h>

static const double tile_most = 74, tile_gap = 3, pad = 4;
static const double between = 4; /* name and figure */
static const double legend_gap = 28, swatch = 22, swatch_gap = 7, entry = 22;

/* From light to dark. */
static const FillKind steps[MOST_CLASSES] = {FILL_WHITE, FILL_TINT, FILL_DOTS,
                                             FILL_HATCH, FILL_ACCENT};

typedef struct Map {
    const MapSpec *spec;
    Sketch *s;
    uint32_t rows, columns;
    bool unknown; /* a tile has no figure */
    Classes classes;
    double tile, left;
} Map;

/* ---- classes ---- */

/* Few classes keep the ends of the scale. */
static FillKind class_fill(const Map *m, int i)
{
    static const int few[][MOST_CLASSES] = {
        {3}, {0, 4}, {0, 3, 4}, {0, 1, 3, 4}, {0, 1, 2, 3, 4}};
    return steps[few[m->classes.n - 1][i]];
}

/* ---- legend ---- */

static Label *legend_label(const Map *m, int i)
{
    Str text = i < m->classes.n ? m->classes.names[i] : STR("자료 없음");
    return label_of(m->s, CHART_LABEL, (ChartText){text, m->spec->pos}, 0);
}

static int entries_count(const Map *m)
{
    return m->classes.n + m->unknown;
}

static double legend_width(const Map *m)
{
    double widest = 0;
    for (int i = 0; i < entries_count(m); i++)
        widest = fmax(widest, legend_label(m, i)->w);
    return swatch + swatch_gap + widest;
}

static DlPaint unknown_paint(const Map *m)
{
    DlPaint paint = fill_paint(m->s->tools->style, FILL_WHITE);
    paint.dash[0] = LEN_PT(2);
    paint.dash[1] = LEN_PT(2);
    paint.line_width = LEN_PT(0.75);
    return paint;
}

/* The darkest on top, as larger is higher. */
static void legend_draw(Map *m, double x, double top)
{
    static const double high = 13;
    int n = entries_count(m);
    for (int i = 0; i < n; i++) {
        int k = i < m->classes.n ? m->classes.n - 1 - i : i;
        Box box = {x, top + i * entry, swatch, high};
        DlPaint paint = k < m->classes.n
                            ? fill_paint(m->s->tools->style, class_fill(m, k))
                            : unknown_paint(m);
        sketch_rect(m->s, LAYER_MARK, box, &paint);
        label_put(m->s, legend_label(m, k),
                  (Spot){x + swatch + swatch_gap, box.y + high / 2}, 0, 0.5);
    }
}

/* ---- tiles ---- */

static Box tile_box(const Map *m, const ChartTilePlace *p)
{
    double step = m->tile + tile_gap;
    return (Box){m->left + (p->column - 1) * step, (p->row - 1) * step, m->tile,
                 m->tile};
}

static ChartText value_text(const ChartTilePlace *p)
{
    Pos pos = p->value.pos.line ? p->value.pos : p->name.pos;
    if (p->value.known)
        return (ChartText){p->value.text, pos};
    return (ChartText){STR("…"), pos};
}

/* How wide a tile must be for its texts. */
static double tile_least(Map *m)
{
    double least = 0;
    for (uint32_t i = 0; i < m->spec->n; i++) {
        const ChartTilePlace *p = &m->spec->places[i];
        double name = label_word_width(m->s, CHART_NAME, p->name);
        double value = label_of(m->s, CHART_LABEL, value_text(p), 0)->w;
        least = fmax(least, fmax(name, value));
    }
    return least + 2 * pad;
}

static int tile_mark(Map *m, const ChartTilePlace *p, Box box)
{
    DlPaint paint = unknown_paint(m);
    if (p->value.known)
        return sketch_bar(m->s, box,
                          class_fill(m, class_of(&m->classes, p->value.number)),
                          p->value.pos);
    sketch_rect(m->s, LAYER_MARK, box, &paint);
    return sketch_note_mark(m->s, box, p->name.pos);
}

static Label *tile_label(Map *m, ChartRole role, ChartText text, bool dark)
{
    return dark ? label_white(m->s, CHART_NAME, text)
                : label_of(m->s, role, text, m->tile - 2 * pad);
}

static void tile_put(Map *m, const ChartTilePlace *p)
{
    Box box = tile_box(m, p);
    bool dark =
        p->value.known &&
        fill_is_dark(class_fill(m, class_of(&m->classes, p->value.number)));
    int mark = tile_mark(m, p, box);
    Label *name = tile_label(m, CHART_NAME, p->name, dark);
    Label *value = tile_label(m, CHART_LABEL, value_text(p), dark);
    double high = name->h + between + value->h, x = box.x + box.w / 2;
    double y = box.y + (box.h - high) / 2;
    label_put_in(m->s, name, (Spot){x, y}, 0.5, 0, mark);
    label_put_in(m->s, value, (Spot){x, y + high}, 0.5, 1, mark);
}

/* ---- the whole ---- */

static void grid_take(Map *m)
{
    for (uint32_t i = 0; i < m->spec->n; i++) {
        const ChartTilePlace *p = &m->spec->places[i];
        m->rows = p->row > m->rows ? p->row : m->rows;
        m->columns = p->column > m->columns ? p->column : m->columns;
        m->unknown |= !p->value.known;
    }
}

/* As large as width and height leave them. */
static double tile_size(const Map *m, double width, double height)
{
    double wide = (width - (m->columns - 1) * tile_gap) / m->columns;
    double high = (height - (m->rows - 1) * tile_gap) / m->rows;
    return fmin(tile_most, fmin(wide, high));
}

/* Tiles and legend stand in the middle; a wide grid takes the legend below. */
static const ChartDrawing *map_draw(Map *m)
{
    static const double below_gap = 12;
    double legend = legend_width(m), width = m->s->width;
    double entries = entries_count(m) * entry;
    double depth = len_pt(m->s->tools->depth) - 1;
    m->tile = tile_size(m, width - legend_gap - legend, depth);
    bool below = m->tile < tile_least(m);
    if (below)
        m->tile = tile_size(m, width, depth - below_gap - entries);
    double wide = m->columns * (m->tile + tile_gap) - tile_gap;
    double high = m->rows * (m->tile + tile_gap) - tile_gap;
    double all = below ? high + below_gap + entries : fmax(high, entries);
    m->left = (width - wide - (below ? 0 : legend_gap + legend)) / 2;
    for (uint32_t i = 0; i < m->spec->n; i++)
        tile_put(m, &m->spec->places[i]);
    if (below)
        legend_draw(m, (width - legend) / 2, high + below_gap);
    else
        legend_draw(m, m->left + wide + legend_gap,
                    fmax(0, (high - entries) / 2));
    return sketch_end(m->s, all, m->spec->pos);
}

const ChartDrawing *map_make(const MapSpec *spec, const ChartTools *tools)
{
    Classes classes;
    if (!classes_find(spec, tools, &classes)) {
        diag0(tools->diags, DIAG_CHART_EMPTY, spec->pos);
        return NULL;
    }
    Map m = {.spec = spec, .s = sketch_new(tools), .classes = classes};
    grid_take(&m);
    return map_draw(&m);
}
