/*
 * Words of charts: the parts that all tellers share, and the whole.
 */
#include "doc/chart_words_int.h"

void say(Words *w, const char *text)
{
    g_string_append(w->out, text);
}

void say_str(Words *w, Str s)
{
    g_string_append_len(w->out, s.p, (gssize)s.n);
}

void say_with(Words *w, Str word, const char *particle)
{
    JosaClass cls = josa_class(word, &w->f->josa);
    say_str(w, word);
    say_str(w, josa_choose(str_of(particle), cls, &w->f->josa));
}

void say_category_with(Words *w, uint32_t k, const char *particle)
{
    JosaOptions options = w->f->josa;
    options.field = rich_josa_field(w->chart->categories[k]);
    Str name = category_name(w, k);
    say_str(w, name);
    say_str(w, josa_choose(str_of(particle), josa_class(name, &options),
                           &options));
}

void say_rich(Words *w, RichText text)
{
    say_str(w, rich_plain(text, w->arena));
}

Str share_words(const Words *w, Decimal part, Decimal whole)
{
    Decimal percent;
    if (!decimal_shift(part, 2, &percent) ||
        !decimal_div(percent, whole, 1, ROUND_HALF_AWAY, &percent))
        return STR("");
    return str_printf(w->arena, STR_FMT "%%",
                      STR_ARG(decimal_format(percent, true, w->arena)));
}

Str made_words(const Words *w, Decimal d)
{
    decimal_round(d, w->chart->digits, ROUND_HALF_AWAY, &d);
    return figure_write(d, true, w->chart->after, w->f->figures.negative,
                        w->arena);
}

/* ---- what is in the chart ---- */

/* Four digits from 1900 to 2099, as a column of years is often written. */
static bool is_bare_year(Str name)
{
    if (name.n != 4 ||
        !(str_starts(name, STR("19")) || str_starts(name, STR("20"))))
        return false;
    return g_ascii_isdigit(name.p[2]) && g_ascii_isdigit(name.p[3]);
}

/* Beside a figure a bare year would be heard as another figure. */
static Str name_words(const Words *w, RichText name)
{
    Str text = rich_plain(name, w->arena);
    if (!is_bare_year(text))
        return text;
    return str_printf(w->arena, STR_FMT "년", STR_ARG(text));
}

Str category_name(const Words *w, uint32_t k)
{
    return name_words(w, w->chart->categories[k]);
}

Str series_name_of(const Words *w, uint32_t i)
{
    return name_words(w, w->chart->series[i].name);
}

const BlockFigure *figure_of(const Words *w, uint32_t i, uint32_t k)
{
    return &w->chart->series[i].figures[k];
}

Str figure_words(const Words *w, const BlockFigure *f)
{
    Str text = rich_plain(f->text, w->arena);
    bool silent = text.n == 0 || (!f->known && str_eq_c(text, "…"));
    return silent ? STR("자료 없음") : text;
}

Extremes series_extremes(const Words *w, uint32_t i)
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

/* ---- the whole ---- */

static void say_caption(Words *w)
{
    say_rich(w, w->chart->caption);
    if (w->chart->unit.n > 0)
        g_string_append_printf(w->out, "(단위: " STR_FMT ")",
                               STR_ARG(w->chart->unit));
    if (w->chart->as_of.n > 0) {
        say(w, ", ");
        say_str(w, w->chart->as_of);
    }
    say(w, ". ");
}

Str chart_words(const BlockChart *chart, const Filler *f)
{
    Words w = {chart, f, f->arena, g_string_new(NULL)};
    const ChartForm *form = chart_form_find(chart->kind);
    say_caption(&w);
    if (form && chart->ncategories > 0)
        form->tell(&w);
    Str all = str_trim((Str){w.out->str, w.out->len});
    all = str_dup(all, f->arena);
    g_string_free(w.out, TRUE);
    return all;
}
