/* The figures of bars. */
#include "chart/values.h"

#include <math.h>

static Label **value_at(const Values *v, const ChartSpec *spec, uint32_t i,
                        uint32_t k)
{
    return &v->labels[k * spec->nseries + i];
}

Values values_set(Sketch *s, const ChartSpec *spec)
{
    Values v = {.labels =
                    ARENA_ARRAY(s->tools->arena, Label *,
                                (size_t)spec->ncategories * spec->nseries)};
    for (uint32_t k = 0; k < spec->ncategories; k++)
        for (uint32_t i = 0; i < spec->nseries; i++) {
            const ChartValue *value = spec_value(spec, i, k);
            Label *l = label_of(s, CHART_VALUE,
                                (ChartText){value->text, value->pos}, 0);
            bool below = spec_amount(spec, i, k) < 0;
            *value_at(&v, spec, i, k) = l;
            v.left = fmax(v.left, below ? l->w + VALUE_GAP : 0);
            v.right = fmax(v.right, below ? 0 : l->w + VALUE_GAP);
            v.highest = fmax(v.highest, l->h);
        }
    return v;
}

Label *value_label(const Values *v, const ChartSpec *spec, uint32_t series,
                   uint32_t category)
{
    return *value_at(v, spec, series, category);
}

double legend_room(Sketch *s, const ChartSpec *spec)
{
    static const double below = 8;
    return spec->nseries > 1 ? legend_put(s, spec, 0) + below : 0;
}
