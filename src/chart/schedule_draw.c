/* Schedules: legend, base date, head, rows and bars. */
#include "chart/schedule_int.h"

#include <math.h>

static const double cell = 17; /* a row of the head */
static const double hair = 0.34, year_rule = 0.75;
static const double base_thick = 1.4;
static const double above_gap = 5; /* under legend and base date */

static Label *word(Sketch *s, ChartRole role, Str text)
{
    return label_of(s, role, (ChartText){text, POS_NONE}, 0);
}

/* ---- legend ---- */

typedef enum Sign {
    SIGN_DONE,
    SIGN_RUN,
    SIGN_AHEAD,
    SIGN_VAGUE,
    SIGN_DAY,
    SIGNS
} Sign;

static const char *const sign_names[SIGNS] = {[SIGN_DONE] = "완료",
                                              [SIGN_RUN] = "진행",
                                              [SIGN_AHEAD] = "예정",
                                              [SIGN_VAGUE] = "시기 미정",
                                              [SIGN_DAY] = "이정표"};

static bool sign_used(const Schedule *g, Sign sign)
{
    for (uint32_t i = 0; i < g->spec->n; i++) {
        const Bar *b = &g->bars[i];
        bool day = b->task->milestone;
        bool used[SIGNS] = {
            [SIGN_DONE] = !day && b->done > b->from,
            [SIGN_RUN] = !day && b->done < b->to && b->rest == FILL_HATCH,
            [SIGN_AHEAD] = !day && b->done < b->to && b->rest == FILL_WHITE &&
                           !b->task->vague,
            [SIGN_VAGUE] = !day && b->task->vague && b->done < b->to,
            [SIGN_DAY] = day,
        };
        if (used[sign])
            return true;
    }
    return false;
}

static void diamond_draw(Sketch *s, Spot middle, double r, bool solid)
{
    DlPaint paint = {.fill = true,
                     .stroke = true,
                     .fill_colour =
                         solid ? s->tools->style->accent : COLOUR_WHITE,
                     .stroke_colour = solid ? COLOUR_WHITE : COLOUR_BLACK,
                     .line_width = LEN_PT(1.2)};
    outline_move(s->outline, middle.x, middle.y - r);
    outline_line(s->outline, middle.x + r, middle.y);
    outline_line(s->outline, middle.x, middle.y + r);
    outline_line(s->outline, middle.x - r, middle.y);
    outline_close(s->outline);
    sketch_shape(s, LAYER_OVER, &paint);
}

static DlPaint bar_paint(const Sketch *s, FillKind fill, bool vague)
{
    DlPaint paint = fill_paint(s->tools->style, fill);
    if (vague && fill != FILL_ACCENT) {
        paint.dash[0] = LEN_PT(3);
        paint.dash[1] = LEN_PT(2);
    }
    return paint;
}

static const double swatch_w = 17, swatch_h = 9, swatch_gap = 4, entry_gap = 12;

static void sign_draw(Sketch *s, Sign sign, double x, double middle)
{
    static const FillKind fills[SIGNS] = {[SIGN_DONE] = FILL_ACCENT,
                                          [SIGN_RUN] = FILL_HATCH,
                                          [SIGN_AHEAD] = FILL_WHITE,
                                          [SIGN_VAGUE] = FILL_WHITE};
    Box box = {x, middle - swatch_h / 2, swatch_w, swatch_h};
    DlPaint paint = bar_paint(s, fills[sign], sign == SIGN_VAGUE);
    if (sign == SIGN_DAY)
        diamond_draw(s, (Spot){x + swatch_w / 2, middle}, 6, false);
    else
        sketch_rect(s, LAYER_MARK, box, &paint);
}

/* From the right edge; answers where it begins. `s` NULL: only measured. */
static double legend_put(const Schedule *g, Sketch *s, double middle)
{
    double x = g->right;
    for (int i = SIGNS; i-- > 0;) {
        if (!sign_used(g, (Sign)i))
            continue;
        Label *l = word(s ? s : g->s, CHART_LABEL, str_of(sign_names[i]));
        x -= l->w;
        if (s)
            label_put(s, l, (Spot){x, middle}, 0, 0.5);
        x -= swatch_gap + swatch_w;
        if (s)
            sign_draw(s, (Sign)i, x, middle);
        x -= entry_gap;
    }
    return x;
}

/* ---- base date ---- */

/* "기준일 ’23. 12. 31." */
static Label *base_label(const Schedule *g, Sketch *s)
{
    Date d = g->spec->base;
    return word(s, CHART_NAME,
                str_printf(s->tools->arena, "기준일 ’%02d. %d. %d.",
                           d.year % 100, d.month, d.day));
}

static double base_label_x(const Schedule *g, const Label *l)
{
    return fmin(fmax(g->base, l->w / 2), g->right - l->w / 2);
}

static double line_height(const Schedule *g)
{
    return len_pt(g->s->tools->style->types[CHART_NAME].text.size) + above_gap;
}

static bool has_years(const Schedule *g)
{
    return g->unit != UNIT_YEAR;
}

double legend_width(const Schedule *g)
{
    return g->right - legend_put(g, NULL, 0);
}

double legend_middle(const Schedule *g)
{
    return (line_height(g) - above_gap) / 2;
}

/* Where the head begins: under the legend and the base date. */
static double head_top(const Schedule *g)
{
    return line_height(g) * (g->base >= 0 ? 2 : 1);
}

double schedule_head(const Schedule *g)
{
    return head_top(g) + (has_years(g) ? 2 : 1.4) * cell;
}

static void base_line(Sketch *s, double x, double from, double to)
{
    DlPaint paint = {.stroke = true,
                     .line_width = len_of(base_thick),
                     .dash = {LEN_PT(4), LEN_PT(2)}};
    outline_move(s->outline, x, from);
    outline_line(s->outline, x, to);
    sketch_shape(s, LAYER_OVER, &paint);
    sketch_wire(s, (Spot){x, from}, (Spot){x, to});
}

/* ---- head ---- */

/* A name in the middle of columns that may be too narrow for it. */
static void head_name(Sketch *s, Label *l, double from, double to, double y)
{
    if (l->w <= to - from)
        label_put(s, l, (Spot){(from + to) / 2, y}, 0.5, 0.5);
}

static Str column_text(const Schedule *g, int month, double room, Arena *a)
{
    double wide = word(g->s, CHART_TICK, STR("12월"))->w + 4;
    if (g->unit == UNIT_YEAR)
        return str_printf(a, room > 40 ? "%d년" : "’%02d",
                          room > 40 ? month_year(month)
                                    : month_year(month) % 100);
    if (g->unit == UNIT_QUARTER)
        return str_printf(a, "%d분기", month % 12 / 3 + 1);
    return str_printf(a, room > wide ? "%d월" : "%d", month_of_year(month));
}

static void columns_head(Schedule *g, Sketch *s, double y)
{
    for (int m = g->first; m < g->last; m += g->unit) {
        double from = schedule_at(g, month_start(m));
        double to = schedule_at(g, month_start(m + g->unit));
        Str text = column_text(g, m, to - from, s->tools->arena);
        label_put(s, word(s, CHART_TICK, text), (Spot){(from + to) / 2, y}, 0.5,
                  0.5);
    }
}

static void years_head(Schedule *g, Sketch *s, double y)
{
    for (int m = g->first, next; m < g->last; m = next) {
        next = (month_year(m) + 1) * 12;
        next = next < g->last ? next : g->last;
        double from = schedule_at(g, month_start(m));
        double to = schedule_at(g, month_start(next));
        Label *l = word(s, CHART_NAME,
                        str_printf(s->tools->arena, "%d년", month_year(m)));
        if (l->w > to - from)
            l = word(s, CHART_NAME,
                     str_printf(s->tools->arena, "’%02d", month_year(m) % 100));
        head_name(s, l, from, to, y);
    }
}

static void head_put(Schedule *g, Sketch *s, double top, double bottom)
{
    const ChartStyle *style = s->tools->style;
    DlPaint tint = {.fill = true, .fill_colour = style->tint1};
    sketch_rect(s, LAYER_BACK, (Box){0, top, g->right, bottom - top}, &tint);
    Label *name = label_of(s, CHART_NAME, g->spec->head, g->left - 4);
    label_put(s, name, (Spot){g->left / 2, (top + bottom) / 2}, 0.5, 0.5);
    if (has_years(g)) {
        years_head(g, s, top + cell / 2);
        columns_head(g, s, bottom - cell / 2);
        sketch_line(s, LAYER_BACK, (Spot){g->left, (top + bottom) / 2},
                    (Spot){g->right, (top + bottom) / 2}, hair);
    } else {
        columns_head(g, s, (top + bottom) / 2);
    }
    sketch_line(s, LAYER_OVER, (Spot){0, bottom}, (Spot){g->right, bottom},
                year_rule);
}

/* Quarters as hairlines, years heavier; both only between columns. */
static void grid_put(Schedule *g, Sketch *s, double top, double years,
                     double bottom)
{
    sketch_line(s, LAYER_BACK, (Spot){g->left, top}, (Spot){g->left, bottom},
                hair);
    for (int m = g->first + 1; m < g->last; m++) {
        double x = schedule_at(g, month_start(m));
        bool year = m % 12 == 0;
        if (m % 3 == 0 && (g->unit != UNIT_YEAR || year))
            sketch_grid(s, (Spot){x, year ? top : years}, (Spot){x, bottom},
                        year ? year_rule : hair);
    }
}

/* ---- bars ---- */

/* An end that goes on beyond what is shown is pointed. */
static void bar_outline(Outline *o, Box b, bool cut_from, bool cut_to)
{
    double tip = fmin(5, b.w / 2), middle = b.y + b.h / 2;
    outline_move(o, b.x + (cut_from ? tip : 0), b.y);
    outline_line(o, b.x + b.w - (cut_to ? tip : 0), b.y);
    if (cut_to)
        outline_line(o, b.x + b.w, middle);
    outline_line(o, b.x + b.w - (cut_to ? tip : 0), b.y + b.h);
    outline_line(o, b.x + (cut_from ? tip : 0), b.y + b.h);
    if (cut_from)
        outline_line(o, b.x, middle);
    outline_close(o);
}

static int piece_put(Sketch *s, const Bar *b, double from, double to, double y,
                     FillKind fill)
{
    Box box = {from, y, to - from, BAR_HEIGHT};
    DlPaint paint = bar_paint(s, fill, b->task->vague);
    if (box.w <= 0)
        return -1;
    bar_outline(s->outline, box, b->cut_from && from <= b->from,
                b->cut_to && to >= b->to);
    return sketch_painted(s, box, fill, &paint, b->task->day);
}

static void label_inside(Sketch *s, Bar *b, double y, int done, int rest)
{
    bool dark = b->where == IN_DONE;
    label_put_in(s, dark ? b->white : b->label,
                 (Spot){b->x, y + BAR_HEIGHT / 2.0}, 0, 0.5,
                 dark ? done : rest);
}

/* How high over the bar its tier begins. */
static double tier_at(const Schedule *g, const Row *r, const Bar *b)
{
    double high = TEXT_GAP;
    for (int tier = 0; tier < b->tier; tier++) {
        double most = 0;
        for (uint32_t i = r->first; i < r->first + r->n; i++) {
            const Bar *o = &g->bars[i];
            if (o->label && o->lane == b->lane && o->where == ABOVE &&
                o->tier == tier)
                most = fmax(most, o->label->h + TEXT_GAP);
        }
        high += most;
    }
    return high;
}

static void label_outside(const Schedule *g, Sketch *s, const Row *r, Bar *b,
                          double y)
{
    if (b->where == ABOVE)
        label_put(s, b->label, (Spot){b->x, y - tier_at(g, r, b)}, 0, 1);
    else
        label_put(s, b->label, (Spot){b->x, y + BAR_HEIGHT / 2.0}, 0, 0.5);
    label_plate(s, b->label, 2);
}

static void bar_put(const Schedule *g, Sketch *s, const Row *r, Bar *b,
                    double y)
{
    int done = piece_put(s, b, b->from, b->done, y, FILL_ACCENT);
    int rest = piece_put(s, b, fmax(b->done, b->from), b->to, y, b->rest);
    if (b->label && (b->where == IN_DONE || b->where == IN_REST))
        label_inside(s, b, y, done, rest);
    else if (b->label)
        label_outside(g, s, r, b, y);
}

static void milestone_put(const Schedule *g, Sketch *s, const Row *r, Bar *b,
                          double y)
{
    double r_ = (b->to - b->from) / 2, middle = y + BAR_HEIGHT / 2.0;
    bool done = b->task->state == TASK_DONE;
    diamond_draw(s, (Spot){b->from + r_, middle}, r_, done);
    sketch_note_mark(s, (Box){b->from, middle - r_, 2 * r_, 2 * r_},
                     b->task->day);
    if (b->label)
        label_outside(g, s, r, b, y);
}

/* ---- rows ---- */

/* The top of the bars of a lane, from that of the row. */
static double lane_top(const Row *r, int lane)
{
    double high = 0, at = 0;
    for (int i = 0; i < r->lanes; i++) {
        high += r->tiers[i] + BAR_HEIGHT + (i > 0 ? BAR_GAP : 0);
        if (i <= lane)
            at = high - BAR_HEIGHT;
    }
    return (r->height - high) / 2 + at;
}

static void row_put(Schedule *g, Sketch *s, const Row *r, double top)
{
    double bottom = top + r->height;
    label_put(s, r->name, (Spot){ROW_PAD, (top + bottom) / 2}, 0, 0.5);
    for (int days = 0; days < 2; days++) /* diamonds lie over bars */
        for (uint32_t i = r->first; i < r->first + r->n; i++) {
            Bar *b = &g->bars[i];
            double y = top + lane_top(r, b->lane);
            if (b->task->milestone == !!days)
                (days ? milestone_put : bar_put)(g, s, r, b, y);
        }
    sketch_line(s, LAYER_BACK, (Spot){0, bottom}, (Spot){g->right, bottom},
                hair);
}

/* The name of a group over its rows; again, with (계속), where a part begins
 * within one. */
static void group_put(Schedule *g, Sketch *s, const Row *r, double top)
{
    ChartText name = r->task->group;
    DlPaint tint = {.fill = true, .fill_colour = s->tools->style->tint2};
    Box box = {0, top, g->right, g->group_height};
    if (!r->heads_group)
        name.text =
            str_printf(s->tools->arena, STR_FMT " (계속)", STR_ARG(name.text));
    sketch_rect(s, LAYER_BACK, box, &tint);
    label_put(s, label_of(s, CHART_NAME, name, g->right - 2 * ROW_PAD),
              (Spot){ROW_PAD, top + box.h / 2}, 0, 0.5);
    sketch_line(s, LAYER_BACK, (Spot){0, top + box.h},
                (Spot){g->right, top + box.h}, hair);
}

static double rows_put(Schedule *g, Sketch *s, uint32_t first, uint32_t n,
                       double y)
{
    for (uint32_t i = first; i < first + n; i++) {
        const Row *r = &g->rows[i];
        if (g->grouped && (r->heads_group || i == first)) {
            group_put(g, s, r, y);
            y += g->group_height;
        }
        row_put(g, s, r, y);
        y += r->height;
    }
    return y;
}

/* ---- the whole ---- */

/* The line begins under its date; where it would run through a name of the
 * head, it goes on below. */
static void base_put(const Schedule *g, Sketch *s, double top, double head,
                     double bottom)
{
    if (g->base < 0)
        return;
    Label *l = base_label(g, s);
    label_put(s, l, (Spot){base_label_x(g, l), top - above_gap}, 0.5, 1);
    bool free = true;
    for (const Label *o = s->drawing->labels; o && free; o = o->next)
        free = o->box.y + o->box.h <= top || o->box.y >= head ||
               o->box.x > g->base + 1 || o->box.x + o->box.w < g->base - 1;
    base_line(s, g->base, free ? top - 3 : head, bottom);
}

const ChartDrawing *schedule_draw(Schedule *g, uint32_t first, uint32_t n,
                                  const ChartTools *tools)
{
    const ChartStyle *style = tools->style;
    Sketch *s = sketch_new(tools);
    double top = head_top(g), head = g->head;
    legend_put(g, s, legend_middle(g));
    head_put(g, s, top, head);
    double bottom = rows_put(g, s, first, n, head);
    grid_put(g, s, top, (top + head) / 2, bottom);
    base_put(g, s, top, head, bottom);
    sketch_line(s, LAYER_OVER, (Spot){0, top}, (Spot){g->right, top},
                len_pt(style->frame_top));
    sketch_line(s, LAYER_OVER, (Spot){0, bottom}, (Spot){g->right, bottom},
                len_pt(style->frame_bottom));
    return sketch_end(s, bottom + FOOT, g->spec->pos);
}
