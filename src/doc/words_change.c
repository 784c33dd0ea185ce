/*
 * Words of change: two points in time, what was planned and what was done, and
 * one total that becomes another.
 */
#include "doc/chart_words_int.h"

/* ---- two points in time ---- */

static void say_in_row(Words *w, const char *what, uint32_t i, uint32_t k)
{
    say(w, what);
    say_str(w, series_name_of(w, i));
    say(w, " ");
    say_str(w, figure_words(w, figure_of(w, i, k)));
}

/* "동구는 2023년 7,210에서 2024년 7,540으로 330 늘어남" */
static void say_between(Words *w, uint32_t k, uint32_t first, uint32_t last)
{
    Moment from = {series_name_of(w, first), figure_of(w, first, k)};
    Moment to = {series_name_of(w, last), figure_of(w, last, k)};
    say_category_with(w, k, "은");
    if (from.figure->known && to.figure->known) {
        say(w, " ");
        say_from_to(w, from, to);
        return;
    }
    say_in_row(w, " ", first, k);
    say_in_row(w, ", ", last, k);
}

void tell_pairs(Words *w)
{
    uint32_t rose = 0, fell = 0;
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        const BlockFigure *from = figure_of(w, 0, k), *to = figure_of(w, 1, k);
        bool both = from->known && to->known;
        rose += both && decimal_cmp(to->number, from->number) > 0;
        fell += both && decimal_cmp(to->number, from->number) < 0;
    }
    g_string_append_printf(w->out, "%u개 가운데 %u개 늘고 %u개 줄어듦. ",
                           w->chart->ncategories, rose, fell);
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        say(w, k > 0 ? ", " : "");
        say_between(w, k, 0, 1);
    }
    say(w, ". ");
}

/* ---- a row of times ---- */

/* Series of the known figures of a category. */
static Extremes row_extremes(const Words *w, uint32_t k)
{
    Extremes e = {UINT32_MAX, 0, 0, 0};
    for (uint32_t i = 0; i < w->chart->nseries; i++) {
        const BlockFigure *f = figure_of(w, i, k);
        if (!f->known)
            continue;
        if (e.first == UINT32_MAX)
            e = (Extremes){i, i, i, i};
        e.last = i;
        if (decimal_cmp(f->number, figure_of(w, e.most, k)->number) > 0)
            e.most = i;
        if (decimal_cmp(f->number, figure_of(w, e.least, k)->number) < 0)
            e.least = i;
    }
    return e;
}

/* "동구는 2019년 7,210에서 2023년 7,540으로 330 늘어남(최고 2022년 7,600, 최저
 * 2020년 7,010)." */
static void say_row(Words *w, uint32_t k)
{
    Extremes e = row_extremes(w, k);
    if (e.first == UINT32_MAX || e.first == e.last) {
        say_category_with(w, k, "은");
        if (e.first == UINT32_MAX)
            say(w, " 자료 없음");
        else
            say_in_row(w, " ", e.first, k);
        return;
    }
    say_between(w, k, e.first, e.last);
    say_in_row(w, "(최고 ", e.most, k);
    say_in_row(w, ", 최저 ", e.least, k);
    say(w, ")");
}

void tell_rows(Words *w)
{
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        say_row(w, k);
        say(w, ". ");
    }
}

/* ---- planned and done ---- */

static const BlockFigure *target_of(const Words *w, uint32_t k)
{
    const BlockSeries *target = w->chart->target;
    return target && target->figures[k].known ? &target->figures[k] : NULL;
}

static bool is_reached(const Words *w, uint32_t k)
{
    const BlockFigure *f = figure_of(w, 0, k), *target = target_of(w, k);
    return f->known && target && decimal_cmp(f->number, target->number) >= 0;
}

/* "7개 가운데 목표 이상은 3개, 미만은 4개임. " */
static void say_reached(Words *w)
{
    uint32_t reached = 0, planned = 0;
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        bool task = !w->chart->levels[k]; /* not their total */
        reached += task && is_reached(w, k);
        planned += task && target_of(w, k) != NULL;
    }
    if (planned == 0)
        return;
    Str name = rich_plain(w->chart->target->name, w->arena);
    g_string_append_printf(w->out, "%u개 가운데 ", planned);
    say_str(w, name);
    g_string_append_printf(w->out, " 이상은 %u개, 미만은 %u개임. ", reached,
                           planned - reached);
}

/* "트램 93.6%(목표 93.0%)" */
static void say_task(Words *w, uint32_t k)
{
    const BlockFigure *target = target_of(w, k);
    say_str(w, category_name(w, k));
    say(w, " ");
    say_str(w, figure_words(w, figure_of(w, 0, k)));
    if (!target)
        return;
    say(w, "(");
    say_rich(w, w->chart->target->name);
    say(w, " ");
    say_str(w, figure_words(w, target));
    say(w, ")");
}

void tell_progress(Words *w)
{
    say_reached(w);
    say_with(w, series_name_of(w, 0), "은");
    say(w, " ");
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        say(w, k > 0 ? ", " : "");
        say_task(w, k);
    }
    say(w, "임. ");
}

/* ---- one total becomes another ---- */

static bool is_level(const Words *w, uint32_t k)
{
    return k == 0 || w->chart->levels[k];
}

/* What the totals and changes up to k add up to. */
static bool sum_until(const Words *w, uint32_t k, Decimal *sum)
{
    *sum = DECIMAL_ZERO;
    for (uint32_t i = 0; i <= k; i++) {
        const BlockFigure *f = figure_of(w, 0, i);
        if (is_level(w, i))
            *sum = f->number;
        else if (!decimal_add(*sum, f->number, sum))
            return false;
    }
    return true;
}

/* "당초예산 74,733에서 국비 480 줄어듦, 시비 2,310 늘어남, 계 76,563이 됨." */
static void say_step(Words *w, uint32_t k)
{
    const BlockFigure *f = figure_of(w, 0, k);
    say_str(w, category_name(w, k));
    say(w, " ");
    if (k == 0) {
        say_str(w, figure_words(w, f));
        say(w, "에서 ");
    } else if (is_level(w, k)) {
        say_with(w, figure_words(w, f), "이");
        say(w, " 됨. ");
    } else {
        say_str(w, made_words(w, decimal_abs(f->number)));
        say(w, decimal_sign(f->number) < 0 ? " 줄고, " : " 늘고, ");
    }
}

void tell_steps(Words *w)
{
    uint32_t last = w->chart->ncategories - 1;
    Decimal sum;
    for (uint32_t k = 0; k <= last; k++)
        say_step(w, k);
    if ((last > 0 && is_level(w, last)) || !sum_until(w, last, &sum))
        return;
    say_rich(w, w->chart->total);
    say(w, " ");
    say_with(w, made_words(w, sum), "이");
    say(w, " 됨. ");
}
