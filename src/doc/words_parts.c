/*
 * Words of parts of a whole: category by category with their shares, and with
 * what is largest and smallest.
 */
#include "doc/chart_words_int.h"

/* ---- a whole for each category ---- */

static bool category_sum(const Words *w, uint32_t k, Decimal *out)
{
    *out = DECIMAL_ZERO;
    for (uint32_t i = 0; i < w->chart->nseries; i++) {
        const BlockFigure *f = figure_of(w, i, k);
        if (f->known && !decimal_add(*out, f->number, out))
            return false;
    }
    return true;
}

/* "기금 9,403(12.6%)"; a figure that is a share already stands alone. */
static void say_part(Words *w, Str name, const BlockFigure *f, Decimal whole)
{
    say_str(w, name);
    say(w, " ");
    say_str(w, figure_words(w, f));
    bool shared = f->known && w->chart->after.n == 0;
    Str share = shared ? share_words(w, f->number, whole) : STR("");
    if (share.n > 0)
        g_string_append_printf(w->out, "(" STR_FMT ")", STR_ARG(share));
}

/* "시는 모두 74,733으로 일반회계 54,677(73.2%), 기금 9,403(12.6%)임. " */
static void say_parts(Words *w, uint32_t k, Decimal sum)
{
    say_category_with(w, k, "은");
    say(w, " 모두 ");
    say_with(w, made_words(w, sum), "으로");
    say(w, " ");
    for (uint32_t i = 0; i < w->chart->nseries; i++) {
        say(w, i > 0 ? ", " : "");
        say_part(w, series_name_of(w, i), figure_of(w, i, k), sum);
    }
    say(w, "임. ");
}

void tell_wholes(Words *w)
{
    uint32_t most = 0, least = 0;
    Decimal high = DECIMAL_ZERO, low = DECIMAL_ZERO;
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        Decimal sum;
        if (!category_sum(w, k, &sum))
            continue;
        say_parts(w, k, sum);
        if (k == 0 || decimal_cmp(sum, high) > 0)
            high = sum, most = k;
        if (k == 0 || decimal_cmp(sum, low) < 0)
            low = sum, least = k;
    }
    if (decimal_cmp(high, low) == 0)
        return;
    say(w, "전체가 가장 큰 것은 ");
    say_str(w, category_name(w, most));
    say(w, ", 가장 작은 것은 ");
    say_str(w, category_name(w, least));
    say(w, "임. ");
}

/* ---- one whole of all categories ---- */

static bool whole_sum(const Words *w, Decimal *out)
{
    *out = DECIMAL_ZERO;
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        const BlockFigure *f = figure_of(w, 0, k);
        if (f->known && !decimal_add(*out, f->number, out))
            return false;
    }
    return true;
}

/* "계 116,250으로 국비 … (50.0%), …임. 가장 큰 부분은 국비임." */
void tell_donut(Words *w)
{
    Decimal sum;
    Extremes e = series_extremes(w, 0);
    if (!whole_sum(w, &sum) || e.first == UINT32_MAX)
        return;
    say_rich(w, w->chart->total);
    say(w, " ");
    say_with(w, made_words(w, sum), "으로");
    say(w, " ");
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        say(w, k > 0 ? ", " : "");
        say_part(w, category_name(w, k), figure_of(w, 0, k), sum);
    }
    say(w, "임. ");
    if (e.most == e.least)
        return;
    say(w, "가장 큰 부분은 ");
    say_str(w, category_name(w, e.most));
    say(w, ", 가장 작은 부분은 ");
    say_str(w, category_name(w, e.least));
    say(w, "임. ");
}
