/* The table of forms. */
#include "doc/chart_form.h"

#include "doc/chart_words_int.h"

static const ChartForm forms[] = {
    {"composition", 0, false, tell_wholes},
    {"share", 0, false, tell_wholes},
    {"stacked", 0, false, tell_wholes},
    {"donut", CHART_KEY_TOTAL, false, tell_donut},
    {"progress", CHART_KEY_TARGET | CHART_KEY_BESIDE, true, tell_progress},
    {"waterfall", CHART_KEY_TOTALS | CHART_KEY_TOTAL, true, tell_steps},
    {"slope", 0, false, tell_pairs},
    {"dots", 0, false, tell_pairs},
    {"pyramid", CHART_KEY_TOTAL, false, tell_sides},
    {"multiples", 0, false, tell_series_in_time},
    {"sparklines", 0, true, tell_rows},
    {"bars", 0, false, tell_series},
    {"columns", 0, false, tell_series},
    {"lines", 0, false, tell_series_in_time},
    {"area", 0, false, tell_series_in_time},
};

const ChartForm *chart_form_find(Str name)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (str_eq_c(name, forms[i].name))
            return &forms[i];
    return NULL;
}
