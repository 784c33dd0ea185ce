/*
 * Composition: horizontal bars in parts. The length is the amount, so that
 * bars compare as wholes too; or every bar is 100 % long. What does not fit
 * into its part goes to the right of the bar on a leader. Series are named
 * above the first bar, or beside it by the labels that stand outside.
 *
 * Shares are told only where every part is known. A category without a whole
 * has a word where its bar would be: 0, or 자료 없음.
 */
#include "chart/plot.h"

#include "chart/spread.h"

#include <math.h>

static const double bar_height = 38, bar_gap = 24;
static const double name_gap = 11, head_gap = 5, word_gap = 4;
static const double outside_pitch = 17, riser = 4, riser_step = 3;
static const double turn_gap = 8, turn_step = 4, reach = 7;

typedef struct Part {
    double from, to;      /* amounts along the bar */
    Label *value, *share; /* inside, two lines; share may be NULL */
    Label *outside;       /* instead, one line; NULL while it is inside */
} Part;

typedef struct Bar {
    Part *parts;
    bool whole;  /* every part is known */
    Label *word; /* instead of a bar; NULL: there is one */
    Decimal total;
    double length;    /* in amounts */
    unsigned outside; /* how many parts are */
    double top;
} Bar;

typedef struct Composition {
    Sketch *s;
    const ChartSpec *spec;
    bool shares; /* every bar is 100 % */
    Bar *bars;
    Names names;
    Label **sums; /* under the names; NULL: not told */
    Axis axis;
    Scale x;
    double left, room; /* the plot begins here, and may be this wide */
} Composition;

/* ---- measuring ---- */

static Label *inside_set(Sketch *s, ChartRole role, ChartText text,
                         uint32_t series)
{
    return fill_is_dark((FillKind)series) ? label_white(s, role, text)
                                          : label_of(s, role, text, 0);
}

static void part_set(Composition *c, Bar *b, uint32_t series,
                     const ChartValue *v, double at)
{
    Part *p = &b->parts[series];
    Sketch *s = c->s;
    p->from = at;
    p->to = at + (v->known ? decimal_value(v->number) : 0);
    p->value = inside_set(s, CHART_VALUE, (ChartText){v->text, v->pos}, series);
    if (b->whole)
        p->share = inside_set(s, CHART_LABEL,
                              share_of(s, v->number, b->total, v->pos), series);
}

/* False when the sum has too many digits. */
static bool bar_total(const ChartSpec *spec, uint32_t row, Bar *b)
{
    b->whole = spec_known(spec, row);
    return spec_sum(spec, row, &b->total);
}

static void bar_set_word(Composition *c, uint32_t row)
{
    Bar *b = &c->bars[row];
    Diags *diags = c->s->tools->diags;
    ChartText category = c->spec->categories[row];
    ChartText word = {b->whole ? STR("0") : STR("자료 없음"), category.pos};
    b->word = label_of(c->s, CHART_VALUE, word, 0);
    diag(diags, DIAG_CHART_NO_WHOLE, category.pos,
         diag_str(diags, category.text), diag_str(diags, word.text));
}

static bool bar_set(Composition *c, uint32_t row)
{
    const ChartSpec *spec = c->spec;
    Bar *b = &c->bars[row];
    double at = 0;
    if (!bar_total(spec, row, b)) {
        diag(c->s->tools->diags, DIAG_CHART_SUM, spec->categories[row].pos,
             diag_str(c->s->tools->diags, spec->categories[row].text));
        return false;
    }
    if (decimal_sign(b->total) == 0 || (c->shares && !b->whole)) {
        bar_set_word(c, row);
        return true;
    }
    b->parts = ARENA_ARRAY(c->s->tools->arena, Part, spec->nseries);
    for (uint32_t i = 0; i < spec->nseries; i++) {
        part_set(c, b, i, spec_value(spec, i, row), at);
        at = b->parts[i].to;
    }
    b->length = at;
    return true;
}

static bool bars_set(Composition *c)
{
    bool ok = true;
    c->bars = ARENA_ARRAY(c->s->tools->arena, Bar, c->spec->ncategories);
    for (uint32_t row = 0; row < c->spec->ncategories; row++)
        ok &= bar_set(c, row);
    return ok;
}

/* Amounts to points: on the common scale, or of its own whole. */
static double bar_point(const Composition *c, const Bar *b, double amount)
{
    return scale_at(&c->x, c->shares ? amount * 100 / b->length : amount);
}

static Ticks share_ticks(void)
{
    return (Ticks){.start = 0,
                   .stride = 1,
                   .base = 20,
                   .power = 0,
                   .n = 6,
                   .low = 0,
                   .high = 100};
}

static void scale_set(Composition *c)
{
    double longest = 0;
    for (uint32_t row = 0; row < c->spec->ncategories; row++)
        longest = fmax(longest, c->bars[row].length);
    Ticks t = c->shares ? share_ticks()
                        : extent_ticks((Extent){0, longest},
                                       ticks_wanted(c->room, 90));
    c->axis =
        axis_set_as(c->s, t, c->spec, c->shares ? STR("%") : c->spec->after);
    c->room =
        fmin(c->room, c->s->width - c->left - c->axis.labels[t.n - 1]->w / 2);
    c->x = (Scale){0, t.high, c->left, c->room};
}

/* ---- what does not fit inside ---- */

/* "특별회계 529 (1.3%)", or "특별회계 529" when the whole is not known. */
static Label *outside_set(Composition *c, uint32_t series, const Part *p)
{
    Arena *a = c->s->tools->arena;
    Str name = c->spec->series[series].name.text;
    LabelPart parts[] = {
        {CHART_LABEL, str_printf(a, STR_FMT " ", STR_ARG(name)),
         c->spec->series[series].name.pos},
        {CHART_VALUE, p->value->text, p->value->pos},
        {CHART_LABEL, STR(""), p->value->pos},
    };
    if (p->share)
        parts[2].text =
            str_printf(a, " (" STR_FMT ")", STR_ARG(p->share->text));
    Label *l = label_set(c->s, parts, p->share ? 3 : 2, 0);
    l->pos = p->value->pos;
    return l;
}

static bool part_fits(const Composition *c, const Bar *b, const Part *p)
{
    static const double around = 3;
    double room = bar_point(c, b, p->to) - bar_point(c, b, p->from);
    double share = p->share ? p->share->w : 0;
    return fmax(p->value->w, share) + 2 * around <= room;
}

/* Moves what does not fit outside; true when something moved. */
static bool bar_move_out(Composition *c, Bar *b)
{
    bool moved = false;
    for (uint32_t i = 0; !b->word && i < c->spec->nseries; i++) {
        Part *p = &b->parts[i];
        if (p->outside || part_fits(c, b, p))
            continue;
        p->outside = outside_set(c, i, p);
        b->outside++;
        moved = true;
    }
    return moved;
}

/* Where the labels outside a bar begin, from its end. */
static double outside_from(const Bar *b)
{
    return turn_gap + turn_step * b->outside + reach;
}

static double outside_width(const Composition *c, const Bar *b)
{
    double widest = 0;
    if (b->word)
        return word_gap + b->word->w;
    for (uint32_t i = 0; i < c->spec->nseries; i++)
        if (b->parts[i].outside)
            widest = fmax(widest, b->parts[i].outside->w);
    return widest > 0 ? widest + outside_from(b) : 0;
}

/* The scale shrinks until every label outside has room; a smaller scale may
 * push more labels out, never back in, so this ends. */
static bool fit(Composition *c)
{
    static const double smallest = 60, rounding = 1e-6;
    bool moved = true;
    while (moved) {
        moved = false;
        for (uint32_t row = 0; row < c->spec->ncategories; row++) {
            Bar *b = &c->bars[row];
            moved |= bar_move_out(c, b);
            double room = c->s->width - c->left - outside_width(c, b);
            double part = c->shares ? !b->word : b->length / c->x.to;
            if (part * c->x.length > room + rounding) {
                c->x.length = room / part;
                moved = true;
            }
        }
        if (c->x.length < smallest)
            return false;
    }
    return true;
}

/* ---- drawing ---- */

static double outside_height(const Bar *b)
{
    return b->outside * outside_pitch;
}

static double bar_room(const Bar *b)
{
    return fmax(bar_height, outside_height(b));
}

/* Room above a bar for the leaders of its parts. */
static double riser_room(const Bar *b)
{
    return b->outside > 0 ? riser + riser_step * (b->outside - 1) + 2 : 0;
}

/* Leaders lie inside one another: the leftmost part rises highest, turns
 * farthest out, and its label is the first. */
static void leader_over(Composition *c, const Bar *b, const Part *p,
                        unsigned nth, Spot to)
{
    double inner = b->outside - 1 - nth;
    double x = (bar_point(c, b, p->from) + bar_point(c, b, p->to)) / 2;
    double y = b->top - riser - riser_step * inner;
    double turn = bar_point(c, b, b->length) + turn_gap + turn_step * inner;
    Spot corners[] = {{x, b->top}, {x, y}, {turn, y}, {turn, to.y}, to};
    sketch_leader(c->s, corners, 5);
}

/* The last part goes straight out. */
static void leader_out(Composition *c, const Bar *b, Spot to)
{
    double end = bar_point(c, b, b->length);
    double y = fmin(fmax(to.y, b->top + 3), b->top + bar_height - 3);
    Spot corners[] = {{end, y}, {end + riser, y}, {end + riser, to.y}, to};
    Spot straight[] = {{end, to.y}, to};
    if (y == to.y)
        sketch_leader(c->s, straight, 2);
    else
        sketch_leader(c->s, corners, 4);
}

static bool is_last_part(const Composition *c, const Bar *b, uint32_t i)
{
    for (uint32_t k = i + 1; k < c->spec->nseries; k++)
        if (b->parts[k].to > b->parts[k].from)
            return false;
    return true;
}

static void part_put_outside(Composition *c, const Bar *b, uint32_t i,
                             unsigned nth)
{
    static const double before = 3;
    Part *p = &b->parts[i];
    double x = bar_point(c, b, b->length) + outside_from(b);
    double middle = b->top + bar_height / 2;
    double y = middle + outside_pitch * (nth - (b->outside - 1) / 2.0);
    label_put(c->s, p->outside, (Spot){x, y}, 0, 0.5);
    label_plate(c->s, p->outside, 2);
    if (p->to == p->from)
        return; /* nothing to lead to */
    if (is_last_part(c, b, i))
        leader_out(c, b, (Spot){x - before, y});
    else
        leader_over(c, b, p, nth, (Spot){x - before, y});
}

static void part_put_inside(Composition *c, const Bar *b, const Part *p,
                            int mark)
{
    static const double between = 3;
    double x = (bar_point(c, b, p->from) + bar_point(c, b, p->to)) / 2;
    double high = p->value->h + (p->share ? between + p->share->h : 0);
    double y = b->top + (bar_height - high) / 2;
    label_put_in(c->s, p->value, (Spot){x, y}, 0.5, 0, mark);
    if (p->share)
        label_put_in(c->s, p->share, (Spot){x, y + p->value->h + between}, 0.5,
                     0, mark);
}

static void parts_put(Composition *c, const Bar *b)
{
    unsigned nth = 0;
    for (uint32_t i = 0; i < c->spec->nseries; i++) {
        Part *p = &b->parts[i];
        double x = bar_point(c, b, p->from);
        Box box = {x, b->top, bar_point(c, b, p->to) - x, bar_height};
        int mark = -1;
        if (box.w > 0)
            mark = sketch_bar(c->s, box, (FillKind)i, p->value->pos);
        if (p->outside)
            part_put_outside(c, b, i, nth++);
        else
            part_put_inside(c, b, p, mark);
    }
}

/* With its sum, around the middle of its bar. */
static void name_put(Composition *c, uint32_t row, double middle)
{
    static const double gap = 3;
    Label *name = c->names.labels[row], *sum = c->sums ? c->sums[row] : NULL;
    double half = (name->h + (sum ? gap + sum->h : 0)) / 2;
    double x = c->left - name_gap;
    label_put(c->s, name, (Spot){x, middle - half}, 1, 0);
    if (sum)
        label_put(c->s, sum, (Spot){x, middle + half}, 1, 1);
}

static void bar_put(Composition *c, uint32_t row)
{
    Bar *b = &c->bars[row];
    double middle = b->top + bar_height / 2;
    if (b->word) {
        label_put(c->s, b->word, (Spot){c->left + word_gap, middle}, 0, 0.5);
        label_plate(c->s, b->word, 2);
    } else {
        parts_put(c, b);
    }
    name_put(c, row, middle);
}

/* ---- the names of the series ---- */

typedef struct Heads {
    Label **labels;
    Stop *stops;
    uint32_t n;
} Heads;

/* Those that no label beside the first bar names. */
static Heads heads_set(Composition *c)
{
    Arena *a = c->s->tools->arena;
    const Bar *b = &c->bars[0];
    Heads h = {ARENA_ARRAY(a, Label *, c->spec->nseries),
               ARENA_ARRAY(a, Stop, c->spec->nseries), 0};
    for (uint32_t i = 0; i < c->spec->nseries; i++) {
        const Part *p = &b->parts[i];
        if (p->outside)
            continue;
        h.labels[h.n] = label_of(c->s, CHART_NAME, c->spec->series[i].name, 0);
        h.stops[h.n] = (Stop){
            .want = (bar_point(c, b, p->from) + bar_point(c, b, p->to)) / 2,
            .size = h.labels[h.n]->w,
        };
        h.n++;
    }
    return h;
}

/* Does every name still stand over its part? */
static bool heads_stand(const Heads *h)
{
    for (uint32_t i = 0; i < h->n; i++)
        if (fabs(h->stops[i].at - h->stops[i].want) > h->stops[i].size / 2)
            return false;
    return true;
}

/* Answers where they end. */
static double heads_put(Composition *c)
{
    static const double apart = 8;
    if (c->bars[0].word)
        return legend_put(c->s, c->spec, 0) + head_gap;
    Heads h = heads_set(c);
    if (h.n == 0)
        return 0;
    if (!stops_spread(h.stops, h.n, apart, 0, c->s->width) || !heads_stand(&h))
        return legend_put(c->s, c->spec, 0) + head_gap;
    for (uint32_t i = 0; i < h.n; i++)
        label_put(c->s, h.labels[i], (Spot){h.stops[i].at, 0}, 0.5, 0);
    return h.labels[0]->h;
}

/* ---- the whole ---- */

static double bars_put(Composition *c, double y)
{
    for (uint32_t row = 0; row < c->spec->ncategories; row++) {
        Bar *b = &c->bars[row];
        double spare = bar_room(b) - bar_height;
        double above = row == 0 ? head_gap : bar_gap;
        y += fmax(above, riser_room(b) + head_gap) + spare / 2;
        b->top = y;
        bar_put(c, row);
        y += bar_height + spare / 2;
    }
    return y;
}

static const ChartDrawing *compose(Composition *c)
{
    static const double below = 12, above = 8;
    double head = heads_put(c);
    double bottom = bars_put(c, head);
    double top = c->bars[0].top - fmin(above, c->bars[0].top - head);
    double end = axis_across(c->s, &c->axis, &c->x, top, bottom + below);
    return sketch_end(c->s, end, c->spec->pos);
}

/* Stacked columns that had to lie down keep the sums they would have above. */
static void names_place(Composition *c)
{
    const ChartSpec *spec = c->spec;
    c->names = names_set(c->s, spec, names_measure(c->s->width));
    double widest = c->names.width;
    if (spec->kind == CHART_STACKED)
        c->sums = ARENA_ARRAY(c->s->tools->arena, Label *, spec->ncategories);
    for (uint32_t row = 0; c->sums && row < spec->ncategories; row++) {
        const Bar *b = &c->bars[row];
        if (!b->whole)
            continue;
        ChartText sum =
            spec_figure(c->s, spec, b->total, spec_value(spec, 0, row)->pos);
        c->sums[row] = label_of(c->s, CHART_LABEL, sum, 0);
        widest = fmax(widest, c->sums[row]->w);
    }
    c->left = widest + name_gap;
    c->room = c->s->width - c->left;
}

const ChartDrawing *composition_draw(const ChartSpec *spec,
                                     const ChartTools *tools)
{
    Sketch *s = sketch_new(tools);
    Composition c = {.s = s, .spec = spec, .shares = spec->kind == CHART_SHARE};
    if (!bars_set(&c)) {
        sketch_drop(s);
        return NULL;
    }
    names_place(&c);
    scale_set(&c);
    if (!fit(&c))
        return sketch_refuse(s, spec->pos);
    return compose(&c);
}
