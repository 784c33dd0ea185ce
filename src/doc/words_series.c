/*
 * Words of figures side by side: series by series, with their extremes and
 * their change from first to last.
 */
#include "doc/chart_words_int.h"

static void say_figure(Words *w, uint32_t i, uint32_t k)
{
    say_str(w, category_name(w, k));
    say(w, " ");
    say_str(w, figure_words(w, figure_of(w, i, k)));
}

static void say_difference(Words *w, const BlockFigure *from,
                           const BlockFigure *to)
{
    Decimal change;
    if (!decimal_sub(to->number, from->number, &change))
        return;
    if (decimal_sign(change) == 0) {
        say(w, " 그대로임");
        return;
    }
    say(w, " ");
    say_str(w, made_words(w, decimal_abs(change)));
    /* A difference of two shares is counted in points (K-123). */
    say(w, str_eq_c(w->chart->after, "%") ? "p" : "");
    say(w, decimal_sign(change) > 0 ? " 늘어남" : " 줄어듦");
}

void say_from_to(Words *w, Moment from, Moment to)
{
    say_str(w, from.name);
    say(w, " ");
    say_str(w, figure_words(w, from.figure));
    say(w, "에서 ");
    say_str(w, to.name);
    say(w, " ");
    say_with(w, figure_words(w, to.figure), "으로");
    say_difference(w, from.figure, to.figure);
}

/* " 2019년 100에서 2023년 150으로 50 늘어남." */
static void say_change(Words *w, uint32_t i, Extremes e)
{
    const BlockFigure *from = figure_of(w, i, e.first);
    const BlockFigure *to = figure_of(w, i, e.last);
    if (e.first == e.last || decimal_cmp(from->number, to->number) == 0)
        return;
    say(w, " ");
    say_from_to(w, (Moment){category_name(w, e.first), from},
                (Moment){category_name(w, e.last), to});
    say(w, ".");
}

/* " 최대 서구 770, 최소 중구 90"; one figure is neither. */
static void say_extremes(Words *w, uint32_t i, Extremes e)
{
    say(w, e.first == e.last ? " " : " 최대 ");
    say_figure(w, i, e.most);
    if (e.first == e.last)
        return;
    say(w, ", 최소 ");
    say_figure(w, i, e.least);
}

static void say_series(Words *w, uint32_t i, bool in_time)
{
    Extremes e = series_extremes(w, i);
    if (e.first == UINT32_MAX)
        return;
    say_with(w, series_name_of(w, i), "은");
    say_extremes(w, i, e);
    say(w, "임.");
    if (in_time)
        say_change(w, i, e);
    say(w, " ");
}

void tell_series(Words *w)
{
    for (uint32_t i = 0; i < w->chart->nseries; i++)
        say_series(w, i, false);
}

void tell_series_in_time(Words *w)
{
    for (uint32_t i = 0; i < w->chart->nseries; i++)
        say_series(w, i, true);
}

/* ---- two sides ---- */

static bool series_sum(const Words *w, uint32_t i, Decimal *out)
{
    *out = DECIMAL_ZERO;
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        const BlockFigure *f = figure_of(w, i, k);
        if (!f->known || !decimal_add(*out, f->number, out))
            return false;
    }
    return true;
}

/* "남자 계 712. 남자는 최대 …, 최소 …임." */
void tell_sides(Words *w)
{
    for (uint32_t i = 0; i < w->chart->nseries; i++) {
        Decimal sum;
        if (series_sum(w, i, &sum)) {
            say_str(w, series_name_of(w, i));
            say(w, " ");
            say_rich(w, w->chart->total);
            say(w, " ");
            say_str(w, made_words(w, sum));
            say(w, ". ");
        }
        say_series(w, i, false);
    }
}
