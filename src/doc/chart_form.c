/* The table of forms. */
#include "doc/chart_form.h"

#include "doc/chart_words_int.h"

static const ChartForm forms[] = {
    {"composition", 0, false, tell_wholes},
    {"share", 0, false, tell_wholes},
    {"stacked", 0, false, tell_wholes},
    {"donut", CHART_KEY_TOTAL, false, tell_donut},
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
