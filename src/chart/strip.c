/*
 * Flow strips: boxes of one width, so many in a row as their words have room;
 * rows of similar length. Labels are put step by step, which is the order they
 * are read in.
 */
#include "chart/strip.h"

#include "chart/sketch.h"

#include <math.h>

static const double arrow = 22; /* between boxes */
static const double turn = 14;  /* at the right, where a row goes on below */
static const double rows_gap = 30;
static const double pad = 6;      /* around texts */
static const double between = 24; /* box and counterpart */
static const double thick = 1, tip = 6;

typedef struct StepLabels {
    Label *title, *text, *by, *with; /* NULL: empty */
} StepLabels;

typedef struct Strip {
    const StripSpec *spec;
    Sketch *s;
    uint32_t columns, rows;
    double width; /* of a box */
    StepLabels *labels;
} Strip;

/* The tallest of each part in a row: boxes of a row are alike. */
typedef struct RowHeights {
    double title, text, by, with; /* 0: nobody has one */
} RowHeights;

/* ---- how many in a row ---- */

static double words_least(const Strip *t)
{
    double least = 0;
    for (uint32_t i = 0; i < t->spec->n; i++) {
        const StripStep *p = &t->spec->steps[i];
        least = fmax(least, label_word_width(t->s, CHART_NAME, p->title));
        least = fmax(least, label_word_width(t->s, CHART_LABEL, p->text));
        least = fmax(least, label_word_width(t->s, CHART_NAME, p->by));
        least = fmax(least, label_word_width(t->s, CHART_LABEL, p->with));
    }
    return least + 2 * pad;
}

static double box_width(const Strip *t, uint32_t columns, uint32_t rows)
{
    double room = t->s->width - (rows > 1 ? turn : 0);
    return (room - (columns - 1) * arrow) / columns;
}

/* As many as fit, then as many as make rows of similar length. */
static bool columns_choose(Strip *t)
{
    enum { MOST = 5 };
    static const double readable = 62;
    double least = fmax(words_least(t), readable);
    for (uint32_t most = MOST; most > 0; most--) {
        uint32_t rows = (t->spec->n + most - 1) / most;
        uint32_t columns = (t->spec->n + rows - 1) / rows;
        if (box_width(t, columns, rows) < least)
            continue;
        t->rows = rows;
        t->columns = columns;
        t->width = box_width(t, columns, rows);
        return true;
    }
    return false;
}

/* ---- labels ---- */

static Label *step_label(Strip *t, ChartRole role, ChartText text)
{
    return text.text.n ? label_of(t->s, role, text, t->width - 2 * pad) : NULL;
}

/* "1. 계획 수립" */
static ChartText step_title(const Strip *t, uint32_t i)
{
    ChartText title = t->spec->steps[i].title;
    title.text = str_printf(t->s->tools->arena, "%u. " STR_FMT, i + 1,
                            STR_ARG(title.text));
    return title;
}

static void labels_set(Strip *t)
{
    t->labels = ARENA_ARRAY(t->s->tools->arena, StepLabels, t->spec->n);
    for (uint32_t i = 0; i < t->spec->n; i++) {
        const StripStep *p = &t->spec->steps[i];
        t->labels[i] = (StepLabels){
            .title = step_label(t, CHART_NAME, step_title(t, i)),
            .text = step_label(t, CHART_LABEL, p->text),
            .by = step_label(t, CHART_NAME, p->by),
            .with = step_label(t, CHART_LABEL, p->with),
        };
    }
}

static double part_height(const Label *l)
{
    return l ? l->h + 2 * pad : 0;
}

static RowHeights row_heights(const Strip *t, uint32_t row)
{
    RowHeights h = {0};
    uint32_t end = (row + 1) * t->columns;
    for (uint32_t i = row * t->columns; i < end && i < t->spec->n; i++) {
        const StepLabels *l = &t->labels[i];
        h.title = fmax(h.title, part_height(l->title));
        h.text = fmax(h.text, part_height(l->text));
        h.by = fmax(h.by, part_height(l->by));
        h.with = fmax(h.with, part_height(l->with));
    }
    return h;
}

static double box_height(RowHeights h)
{
    return h.title + h.text + h.by;
}

static double row_height(RowHeights h)
{
    return box_height(h) + (h.with > 0 ? between + h.with : 0);
}

/* ---- arrows ---- */

static void tip_put(Sketch *s, Spot end, double dx, double dy)
{
    DlPaint paint = {.fill = true, .fill_colour = COLOUR_BLACK};
    double wide = tip * 0.5;
    outline_move(s->outline, end.x, end.y);
    outline_line(s->outline, end.x - dx * tip - dy * wide,
                 end.y - dy * tip - dx * wide);
    outline_line(s->outline, end.x - dx * tip + dy * wide,
                 end.y - dy * tip + dx * wide);
    outline_close(s->outline);
    sketch_shape(s, LAYER_OVER, &paint);
}

static void line_put(Sketch *s, Spot from, Spot to)
{
    sketch_line(s, LAYER_OVER, from, to, thick);
    sketch_wire(s, from, to);
}

/* From one box to the next one in its row. */
static void arrow_across(Sketch *s, double from, double to, double y)
{
    static const double air = 3;
    line_put(s, (Spot){from + air, y}, (Spot){to - air - tip / 2, y});
    tip_put(s, (Spot){to - air, y}, 1, 0);
}

/* From the last box of a row to the first one of the next. */
static void arrow_down(const Strip *t, Spot from, double gap, Spot to)
{
    static const double air = 3;
    Spot corners[] = {{from.x + air, from.y},
                      {t->s->width - 1, from.y},
                      {t->s->width - 1, gap},
                      {to.x, gap},
                      {to.x, to.y - air - tip / 2}};
    for (int i = 0; i < 4; i++)
        line_put(t->s, corners[i], corners[i + 1]);
    tip_put(t->s, (Spot){to.x, to.y - air}, 0, 1);
}

/* Between a step and its counterpart. */
static void arrow_both(Sketch *s, double x, double from, double to)
{
    static const double air = 2;
    line_put(s, (Spot){x, from + air + tip / 2}, (Spot){x, to - air - tip / 2});
    tip_put(s, (Spot){x, from + air}, 0, -1);
    tip_put(s, (Spot){x, to - air}, 0, 1);
}

/* ---- boxes ---- */

static void part_fill(Strip *t, Box box, Colour colour)
{
    DlPaint paint = {.fill = true, .fill_colour = colour};
    sketch_rect(t->s, LAYER_BACK, box, &paint);
}

static void part_label(Strip *t, Label *l, Box box, int mark, double align)
{
    double x = box.x + pad + align * (box.w - 2 * pad);
    if (l)
        label_put_in(t->s, l, (Spot){x, box.y + box.h / 2}, align, 0.5, mark);
}

static void step_put(Strip *t, uint32_t i, RowHeights h, Spot at)
{
    const StepLabels *l = &t->labels[i];
    const ChartStyle *style = t->s->tools->style;
    Box box = {at.x, at.y, t->width, box_height(h)};
    Box title = {at.x, at.y, t->width, h.title};
    Box text = {at.x, at.y + h.title, t->width, h.text};
    Box by = {at.x, text.y + h.text, t->width, h.by};
    DlPaint frame = {.stroke = true, .line_width = LEN_PT(1)};
    part_fill(t, title, style->tint1);
    part_fill(t, by, style->tint2);
    int mark = sketch_note_mark(t->s, box, t->spec->steps[i].title.pos);
    part_label(t, l->title, title, mark, 0.5);
    part_label(t, l->text, text, mark, 0);
    part_label(t, l->by, by, mark, 0.5);
    if (h.text > 0 || h.by > 0)
        sketch_line(t->s, LAYER_MARK, (Spot){at.x, text.y},
                    (Spot){at.x + t->width, text.y}, 0.75);
    if (h.text > 0 && h.by > 0)
        sketch_line(t->s, LAYER_MARK, (Spot){at.x, by.y},
                    (Spot){at.x + t->width, by.y}, 0.34);
    sketch_rect(t->s, LAYER_MARK, box, &frame);
}

static void counterpart_put(Strip *t, uint32_t i, RowHeights h, Spot at)
{
    double top = at.y + box_height(h) + between;
    Box box = {at.x, top, t->width, h.with};
    DlPaint frame = {.stroke = true,
                     .line_width = LEN_PT(0.75),
                     .dash = {LEN_PT(3), LEN_PT(2)}};
    if (!t->labels[i].with)
        return;
    sketch_rect(t->s, LAYER_MARK, box, &frame);
    arrow_both(t->s, at.x + t->width / 2, top - between, top);
    part_label(t, t->labels[i].with, box,
               sketch_note_mark(t->s, box, t->spec->steps[i].with.pos), 0.5);
}

/* ---- rows ---- */

/* The middle of the band of titles, where arrows run. */
static double row_put(Strip *t, uint32_t row, double y)
{
    RowHeights h = row_heights(t, row);
    uint32_t first = row * t->columns;
    double middle = y + box_height(h) / 2;
    for (uint32_t c = 0; c < t->columns && first + c < t->spec->n; c++) {
        Spot at = {c * (t->width + arrow), y};
        if (c > 0)
            arrow_across(t->s, at.x - arrow, at.x, middle);
        step_put(t, first + c, h, at);
        counterpart_put(t, first + c, h, at);
    }
    return middle;
}

static double rows_put(Strip *t)
{
    double y = 0;
    for (uint32_t row = 0; row < t->rows; row++) {
        double high = row_height(row_heights(t, row));
        double middle = row_put(t, row, y);
        double right = t->columns * (t->width + arrow) - arrow;
        double next = y + high + rows_gap;
        if (row + 1 < t->rows)
            arrow_down(t, (Spot){right, middle}, next - rows_gap / 2,
                       (Spot){t->width / 2, next});
        y = next;
    }
    return y - rows_gap;
}

const ChartDrawing *strip_make(const StripSpec *spec, const ChartTools *tools)
{
    if (spec->n == 0) {
        diag0(tools->diags, DIAG_CHART_EMPTY, spec->pos);
        return NULL;
    }
    Strip t = {.spec = spec, .s = sketch_new(tools)};
    if (!columns_choose(&t)) {
        diag0(tools->diags, DIAG_CHART_CROWDED, spec->steps[0].title.pos);
        sketch_drop(t.s);
        return NULL;
    }
    labels_set(&t);
    return sketch_end(t.s, rows_put(&t), spec->pos);
}
