/* Axis: the band of months with its counts, and the flags. */
#include "chart/axis.h"

#include <math.h>

static const double line = 1.13, inner = 0.34; /* frame and months */
static const double dot = 2.6, dot_ring = 0.6;
static const double total_air = 12;

static Label *label_new(Sketch *s, ChartRole role, Str text)
{
    return label_of(s, role, (ChartText){text, POS_NONE}, 0);
}

static Str count_text(Sketch *s, uint32_t n)
{
    return str_printf(s->tools->arena, "%u개", n);
}

double total_width(Sketch *s, uint32_t n)
{
    return label_new(s, CHART_NAME, count_text(s, n))->w + total_air;
}

/* ---- the band ---- */

static double name_width(Sketch *s, ChartRole role, const char *text)
{
    return label_new(s, role, str_of(text))->w;
}

/* The shortest month. */
static double month_least(const Axis *x)
{
    static const int february = 28;
    return february * x->length / x->days;
}

/* Does the first or last year of every part have room for its name? */
static bool years_fit(const Axis *x)
{
    double least = name_width(x->s, CHART_NAME, "’00") + 4,
           month = month_least(x);
    for (uint32_t i = 0; i < x->n; i++) {
        int first = x->parts[i].shown.first;
        int last = first + x->parts[i].shown.months - 1;
        bool parted = month_year(first) != month_year(last);
        int head = 12 - first % 12, tail = last % 12 + 1;
        if (parted && (head < tail ? head : tail) * month < least)
            return false;
    }
    return true;
}

Band band_choose(const Axis *x, Events all)
{
    static const double heights[] = {[BAND_WIDE] = 23,
                                     [BAND_TALL] = 34,
                                     [BAND_NAMES] = 23,
                                     [BAND_BARE] = 20};
    static const double air = 5, year_row = 18;
    double month = month_least(x) - air;
    double name = name_width(x->s, CHART_NAME, "12월");
    double count = name_width(x->s, CHART_TICK, "00개");
    int last = all.first + all.months - 1;
    Band b = {.style = BAND_BARE,
              .years = month_year(all.first) != month_year(last)};
    if (month >= name)
        b.style = month >= count ? BAND_TALL : BAND_NAMES;
    if (month >= name + FLAG_GAP + count)
        b.style = BAND_WIDE;
    b.readable = month + air >= name_width(x->s, CHART_TICK, "12") + 2 &&
                 (!b.years || years_fit(x));
    b.row = b.years ? year_row : 0;
    b.height = heights[b.style] + b.row;
    return b;
}

static Box month_box(const AxisPart *p, int month, double top)
{
    const Band *b = &p->axis->band;
    double from = axis_at(p, month_start(month));
    double to = axis_at(p, month_start(month + 1));
    return (Box){from, top + b->row, to - from, b->height - b->row};
}

/* "7월 3개" side by side, or over one another. */
static void month_labels(Sketch *s, const Band *b, Label *name, Label *count,
                         Box box, int mark)
{
    Spot middle = {box.x + box.w / 2, box.y + box.h / 2};
    double wide = name->w + FLAG_GAP + count->w;
    static const double between = 3.5;
    double high = name->h + between + count->h;
    Spot left = {middle.x - wide / 2, middle.y};
    Spot right = {middle.x + wide / 2, middle.y};
    Spot top = {middle.x, middle.y - high / 2};
    Spot bottom = {middle.x, middle.y + high / 2};
    bool tall = b->style == BAND_TALL;
    label_put_in(s, name, tall ? top : left, tall ? 0.5 : 0, tall ? 0 : 0.5,
                 mark);
    label_put_in(s, count, tall ? bottom : right, tall ? 0.5 : 1,
                 tall ? 1 : 0.5, mark);
}

static void month_put(Sketch *s, const AxisPart *p, int month, double top)
{
    const Band *b = &p->axis->band;
    Box box = month_box(p, month, top);
    DlPaint paint = {.fill = true,
                     .stroke = true,
                     .fill_colour =
                         month % 2 ? COLOUR_WHITE : s->tools->style->tint1,
                     .line_width = len_of(inner)};
    uint32_t n = events_in_month(p->shown, month);
    sketch_rect(s, LAYER_BACK, box, &paint);
    int mark = sketch_note_mark(s, box, POS_NONE);
    Str name =
        str_printf(s->tools->arena, b->style == BAND_BARE ? "%d" : "%d월",
                   month_of_year(month));
    Label *l =
        label_new(s, b->style == BAND_BARE ? CHART_TICK : CHART_NAME, name);
    bool counts = b->style == BAND_WIDE || b->style == BAND_TALL;
    if (counts && n > 0)
        month_labels(s, b, l, label_new(s, CHART_TICK, count_text(s, n)), box,
                     mark);
    else
        label_put_in(s, l, (Spot){box.x + box.w / 2, box.y + box.h / 2}, 0.5,
                     0.5, mark);
}

/* The months from `first` to `end` of one year, under its name. */
static void year_put(Sketch *s, const AxisPart *p, int first, int end,
                     double top)
{
    double x = axis_at(p, month_start(first));
    Box box = {x, top, axis_at(p, month_start(end)) - x, p->axis->band.row};
    DlPaint paint = {.stroke = true, .line_width = len_of(inner)};
    Label *l = label_new(
        s, CHART_NAME, str_printf(s->tools->arena, "%d년", month_year(first)));
    if (l->w + 2 > box.w)
        l = label_new(
            s, CHART_NAME,
            str_printf(s->tools->arena, "’%02d", month_year(first) % 100));
    sketch_rect(s, LAYER_BACK, box, &paint);
    label_put_in(s, l, (Spot){x + box.w / 2, top + box.h / 2}, 0.5, 0.5,
                 sketch_note_mark(s, box, POS_NONE));
}

static void years_put(Sketch *s, const AxisPart *p, double top)
{
    int end = p->shown.first + p->shown.months;
    for (int first = p->shown.first, next; first < end; first = next) {
        next = (month_year(first) + 1) * 12;
        next = next < end ? next : end;
        year_put(s, p, first, next, top);
    }
}

/* How many there are, at the end of the band. */
static void total_put(Sketch *s, const AxisPart *p, double x, double top)
{
    double h = p->axis->band.height;
    Label *l = label_new(s, CHART_NAME, count_text(s, p->shown.n));
    Box box = {x, top, l->w + total_air, h};
    DlPaint paint = {.fill = true, .fill_colour = s->tools->style->tint2};
    sketch_rect(s, LAYER_BACK, box, &paint);
    label_put_in(s, l, (Spot){x + box.w / 2, top + h / 2}, 0.5, 0.5,
                 sketch_note_mark(s, box, POS_NONE));
}

static void band_put(Sketch *s, const AxisPart *p, double top)
{
    int end = p->shown.first + p->shown.months;
    double width = axis_at(p, month_start(end));
    DlPaint frame = {.stroke = true, .line_width = len_of(line)};
    for (int m = p->shown.first; m < end; m++)
        month_put(s, p, m, top);
    if (p->axis->band.years)
        years_put(s, p, top);
    total_put(s, p, width, top);
    sketch_rect(s, LAYER_MARK, (Box){0, top, width, p->axis->band.height},
                &frame);
}

/* ---- flags ---- */

static void dot_put(Sketch *s, const Flag *f, double y)
{
    DlPaint paint = {.fill = true,
                     .stroke = true,
                     .fill_colour = s->tools->style->accent,
                     .stroke_colour = COLOUR_WHITE,
                     .line_width = len_of(dot_ring)};
    outline_circle(s->outline, f->day, y, dot);
    sketch_shape_of(s, LAYER_OVER, &paint, f->events[0].day);
    sketch_note_mark(s, (Box){f->day - dot, y - dot, 2 * dot, 2 * dot},
                     f->events[0].day);
}

/* Out of the band, a slant, and straight on. */
static void pole_put(Sketch *s, const Flag *f, double edge, double far)
{
    static const double out = 4, in = 3, straight = 0.05;
    Spot slanted[] = {{f->day, edge},
                      {f->day, edge - f->side * out},
                      {f->x, edge - f->side * (f->stand - in)},
                      {f->x, far}};
    Spot direct[] = {{f->x, edge}, {f->x, far}};
    if (fabs(f->x - f->day) < straight)
        sketch_leader(s, direct, 2);
    else
        sketch_leader(s, slanted, 4);
}

/* `edge`: of the band, on the side of the flag. */
static void flag_put(Sketch *s, Flag *f, double edge)
{
    double far = edge - f->side * (f->at + f->h);
    double x = f->x + FLAG_GAP, y = f->side > 0 ? far : far - f->h;
    pole_put(s, f, edge, far);
    label_put(s, f->date, (Spot){x, y}, 0, 0);
    y += f->date->h;
    for (uint32_t i = 0; i < f->n; i++) {
        y += flag_lead(i);
        label_put(s, f->texts[i], (Spot){x, y}, 0, 0);
        y += f->texts[i]->h;
    }
}

const ChartDrawing *part_draw(AxisPart *p, const ChartTools *tools, Pos pos)
{
    Sketch *s = sketch_new(tools);
    double top = p->up, bottom = top + p->axis->band.height;
    band_put(s, p, top);
    for (uint32_t i = 0; i < p->n; i++)
        flag_put(s, &p->flags[i], p->flags[i].side > 0 ? top : bottom);
    for (uint32_t i = 0; i < p->n; i++)
        dot_put(s, &p->flags[i], p->flags[i].side > 0 ? top : bottom);
    return sketch_end(s, bottom + p->down, pos);
}
