/*
 * Words of a chart. Parts of a whole are told category by category with their
 * shares and with what is largest and smallest; other figures series by
 * series, with their extremes and their change from first to last.
 */
#include "doc/chart_words.h"

#include "doc/format_int.h"

#include <glib.h>

typedef struct Words {
    const BlockChart *chart;
    const Filler *f;
    Arena *arena;
    GString *out;
} Words;

static void say(Words *w, const char *text)
{
    g_string_append(w->out, text);
}

static void say_str(Words *w, Str s)
{
    g_string_append_len(w->out, s.p, (gssize)s.n);
}

/* A word and the particle that fits it. */
static void say_with(Words *w, Str word, Str particle)
{
    JosaClass cls = josa_class(word, &w->f->josa);
    say_str(w, word);
    say_str(w, josa_choose(particle, cls, &w->f->josa));
}

static Str category_name(const Words *w, uint32_t k)
{
    return rich_plain(w->chart->categories[k], w->arena);
}

static const BlockFigure *figure_of(const Words *w, uint32_t i, uint32_t k)
{
    return &w->chart->series[i].figures[k];
}

/* ---- parts of a whole ---- */

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

/* "(73.2%)" */
static void say_share(Words *w, Decimal part, Decimal whole)
{
    Decimal percent;
    if (!decimal_shift(part, 2, &percent) ||
        !decimal_div(percent, whole, 1, ROUND_HALF_AWAY, &percent))
        return;
    g_string_append_printf(w->out, "(" STR_FMT "%%)",
                           STR_ARG(decimal_format(percent, true, w->arena)));
}

/* "시는 모두 74,733으로 일반회계 54,677(73.2%), 기금 9,403(12.6%)임. " */
static void say_parts(Words *w, uint32_t k, Decimal sum)
{
    const char *between = "";
    say_with(w, category_name(w, k), STR("은"));
    say(w, " 모두 ");
    say_with(w, figure_text(sum, true, "", w->arena), STR("으로"));
    say(w, " ");
    for (uint32_t i = 0; i < w->chart->nseries; i++) {
        const BlockFigure *f = figure_of(w, i, k);
        say(w, between);
        say_str(w, rich_plain(w->chart->series[i].name, w->arena));
        say(w, " ");
        say_str(w, rich_plain(f->text, w->arena));
        if (f->known)
            say_share(w, f->number, sum);
        between = ", ";
    }
    say(w, "임. ");
}

static void say_wholes(Words *w)
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

/* ---- figures side by side ---- */

typedef struct Extremes {
    uint32_t first, last, most, least; /* UINT32_MAX: nothing is known */
} Extremes;

static Extremes series_extremes(const Words *w, uint32_t i)
{
    Extremes e = {UINT32_MAX, 0, 0, 0};
    for (uint32_t k = 0; k < w->chart->ncategories; k++) {
        const BlockFigure *f = figure_of(w, i, k);
        if (!f->known)
            continue;
        if (e.first == UINT32_MAX)
            e = (Extremes){k, k, k, k};
        e.last = k;
        if (decimal_cmp(f->number, figure_of(w, i, e.most)->number) > 0)
            e.most = k;
        if (decimal_cmp(f->number, figure_of(w, i, e.least)->number) < 0)
            e.least = k;
    }
    return e;
}

static void say_figure(Words *w, uint32_t i, uint32_t k)
{
    say_str(w, category_name(w, k));
    say(w, " ");
    say_str(w, rich_plain(figure_of(w, i, k)->text, w->arena));
}

/* "처음(2019) 100에서 마지막(2023) 150으로 50 늘어남." */
static void say_change(Words *w, uint32_t i, Extremes e)
{
    Decimal change;
    const BlockFigure *from = figure_of(w, i, e.first);
    const BlockFigure *to = figure_of(w, i, e.last);
    if (e.first == e.last || !decimal_sub(to->number, from->number, &change) ||
        decimal_sign(change) == 0)
        return;
    Str by = figure_text(decimal_abs(change), true, "", w->arena);
    say(w, " ");
    say_str(w, category_name(w, e.first));
    say(w, "의 ");
    say_str(w, rich_plain(from->text, w->arena));
    say(w, "에서 ");
    say_str(w, category_name(w, e.last));
    say(w, "의 ");
    say_with(w, rich_plain(to->text, w->arena), STR("으로"));
    say(w, " ");
    say_str(w, by);
    say(w, decimal_sign(change) > 0 ? " 늘어남." : " 줄어듦.");
}

static void say_series(Words *w, uint32_t i, bool in_time)
{
    Extremes e = series_extremes(w, i);
    if (e.first == UINT32_MAX)
        return;
    say_with(w, rich_plain(w->chart->series[i].name, w->arena), STR("은"));
    say(w, " 최대 ");
    say_figure(w, i, e.most);
    say(w, ", 최소 ");
    say_figure(w, i, e.least);
    say(w, "임.");
    if (in_time)
        say_change(w, i, e);
    say(w, " ");
}

/* ---- the whole ---- */

static void say_caption(Words *w)
{
    say_str(w, rich_plain(w->chart->caption, w->arena));
    if (w->chart->unit.n > 0)
        g_string_append_printf(w->out, "(단위: " STR_FMT ")",
                               STR_ARG(w->chart->unit));
    say(w, ". ");
}

Str chart_words(const BlockChart *chart, bool whole, const Filler *f)
{
    Words w = {chart, f, f->arena, g_string_new(NULL)};
    bool in_time = str_eq_c(chart->kind, "lines") ||
                   str_eq_c(chart->kind, "area") ||
                   str_eq_c(chart->kind, "slope");
    say_caption(&w);
    if (whole)
        say_wholes(&w);
    for (uint32_t i = 0; !whole && i < chart->nseries; i++)
        say_series(&w, i, in_time);
    Str all = str_trim((Str){w.out->str, w.out->len});
    all = str_dup(all, f->arena);
    g_string_free(w.out, TRUE);
    return all;
}

/* ---- events ---- */

static bool same_month(Date a, Date b)
{
    return a.year == b.year && a.month == b.month;
}

static uint32_t month_count(const BlockTimeline *t, Date month)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < t->n; i++)
        n += same_month(t->events[i].date, month);
    return n;
}

/* "모두 50개. 1월 2개, 2월 3개, … 처음은 1월 6일 …, 마지막은 …임." */
Str timeline_words(const BlockTimeline *t, const Filler *f)
{
    GString *out = g_string_new(NULL);
    const char *between = "";
    Str caption = rich_plain(t->caption, f->arena);
    g_string_append_printf(out, STR_FMT ". 모두 %u개로 ", STR_ARG(caption),
                           t->n);
    for (uint32_t i = 0; i < t->n; i++) {
        Date d = t->events[i].date;
        if (i > 0 && same_month(d, t->events[i - 1].date))
            continue;
        g_string_append_printf(out, "%s%d년 %d월 %u개", between, d.year,
                               d.month, month_count(t, d));
        between = ", ";
    }
    g_string_append(out, "임.");
    Str all = str_dup((Str){out->str, out->len}, f->arena);
    g_string_free(out, TRUE);
    return all;
}
