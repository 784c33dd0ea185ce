/*
 * Pyramid: two groups back to back over common categories, as men and women by
 * age. Both sides have one scale; the first category stands at the bottom,
 * where a table begins. Each side says its sum.
 */
#include "chart/plot.h"

#include <math.h>

static const double bar_height = 13, pitch = 16, name_pad = 8, value_gap = 4;

typedef struct Side {
    Label **figures;
    double widest;
    Axis axis;
    Scale x; /* `length` is negative at the left */
} Side;

typedef struct Pyramid {
    Sketch *s;
    const ChartSpec *spec;
    Names names;
    Side sides[2];
    double half; /* of a side, names not counted */
} Pyramid;

/* ---- measuring ---- */

static void side_set(Pyramid *p, uint32_t i)
{
    const ChartSpec *spec = p->spec;
    Side *side = &p->sides[i];
    side->figures = ARENA_ARRAY(p->s->tools->arena, Label *, spec->ncategories);
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        const ChartValue *v = spec_value(spec, i, k);
        side->figures[k] =
            label_of(p->s, CHART_LABEL, (ChartText){v->text, v->pos}, 0);
        side->widest = fmax(side->widest, side->figures[k]->w);
    }
}

/* Both sides in one scale: the wider figures decide for both. */
static bool pyramid_plan(Pyramid *p)
{
    static const double smallest = 60, each = 48;
    Sketch *s = p->s;
    p->names = names_set(s, p->spec, names_measure(s->width));
    p->half = (s->width - p->names.width) / 2 - name_pad;
    for (uint32_t i = 0; i < 2; i++)
        side_set(p, i);
    double outer = fmax(p->sides[0].widest, p->sides[1].widest) + value_gap;
    Ticks t = extent_ticks(spec_extent(p->spec, true),
                           ticks_wanted(p->half - outer, each));
    for (uint32_t i = 0; i < 2; i++)
        p->sides[i].axis = axis_set(s, t, p->spec);
    double room = p->half - fmax(outer, p->sides[0].axis.widest / 2);
    p->sides[0].x = (Scale){0, t.high, p->half, -room};
    p->sides[1].x = (Scale){0, t.high, s->width - p->half, room};
    return room >= smallest;
}

/* ---- drawing ---- */

static bool side_sum(const ChartSpec *spec, uint32_t i, Decimal *sum)
{
    *sum = DECIMAL_ZERO;
    for (uint32_t k = 0; k < spec->ncategories; k++) {
        const ChartValue *v = spec_value(spec, i, k);
        if (!v->known || !decimal_add(*sum, v->number, sum))
            return false;
    }
    return true;
}

/* "남자 계 712", over its side; only the name when a figure is missing. */
static double head_put(Pyramid *p, uint32_t i)
{
    static const double below = 8;
    const ChartSpec *spec = p->spec;
    Arena *a = p->s->tools->arena;
    ChartText name = spec->series[i].name;
    Decimal sum;
    LabelPart parts[] = {{CHART_NAME, name.text, name.pos},
                         {CHART_LABEL, STR(""), name.pos}};
    bool summed = side_sum(spec, i, &sum);
    if (summed)
        parts[1].text =
            str_printf(a, " " STR_FMT " " STR_FMT, STR_ARG(spec->total.text),
                       STR_ARG(spec_figure(p->s, spec, sum, name.pos).text));
    Label *l = label_set(p->s, parts, summed ? 2 : 1, p->half);
    const Scale *x = &p->sides[i].x;
    double from = i == 0 ? 0 : p->s->width - p->half;
    double middle = fmin(fmax(x->at + x->length / 2, from + l->w / 2),
                         from + p->half - l->w / 2);
    label_put(p->s, l, (Spot){middle, 0}, 0.5, 0);
    return l->h + below;
}

static void bar_put(Pyramid *p, uint32_t i, uint32_t k, double y)
{
    const Side *side = &p->sides[i];
    const ChartValue *v = spec_value(p->spec, i, k);
    double zero = side->x.at;
    double end = scale_at(&side->x, spec_amount(p->spec, i, k));
    Box box = {fmin(zero, end), y - bar_height / 2, fabs(end - zero),
               bar_height};
    double out = i == 0 ? -value_gap : value_gap;
    if (box.w > 0)
        sketch_bar(p->s, box, (FillKind)i, v->pos);
    label_put(p->s, side->figures[k], (Spot){end + out, y}, i == 0 ? 1 : 0,
              0.5);
    label_plate(p->s, side->figures[k], 1);
}

/* From the last category down to the first. Answers where they end. */
static double rows_put(Pyramid *p, double y)
{
    for (uint32_t k = p->spec->ncategories; k-- > 0;) {
        Label *name = p->names.labels[k];
        double high = fmax(pitch, name->h + pitch - bar_height);
        double middle = y + high / 2;
        label_put(p->s, name, (Spot){p->s->width / 2, middle}, 0.5, 0.5);
        for (uint32_t i = 0; i < 2; i++)
            bar_put(p, i, k, middle);
        y += high;
    }
    return y;
}

const ChartDrawing *pyramid_draw(const ChartSpec *spec, const ChartTools *tools)
{
    static const double below = 4;
    Pyramid p = {.s = sketch_new(tools), .spec = spec};
    if (!pyramid_plan(&p))
        return sketch_refuse(p.s, spec->pos);
    double top = fmax(head_put(&p, 0), head_put(&p, 1)), end = 0;
    double bottom = rows_put(&p, top) + below;
    for (uint32_t i = 0; i < 2; i++)
        end = axis_across(p.s, &p.sides[i].axis, &p.sides[i].x, top, bottom);
    return sketch_end(p.s, end, spec->pos);
}
