#include "data/figure_style.h"

#include "data/unit.h"

/* What stands before and after a negative figure. */
static const struct {
    const char *sample, *before, *after;
} negatives[] = {
    [NEGATIVE_TRIANGLE] = {"△", "△", ""},
    [NEGATIVE_MINUS] = {"-", "-", ""},
    [NEGATIVE_BRACKETS] = {"()", "(", ")"},
};

Negative negative_parse(Str text)
{
    for (Negative n = NEGATIVE_TRIANGLE; n <= NEGATIVE_BRACKETS; n++)
        if (str_eq_c(text, negatives[n].sample))
            return n;
    return NEGATIVE_TRIANGLE;
}

Str figure_mark(Str figure, bool negative, Negative style, Arena *a)
{
    if (!negative)
        return figure;
    return str_printf(a, "%s" STR_FMT "%s", negatives[style].before,
                      STR_ARG(figure), negatives[style].after);
}

Str figure_write(Decimal d, bool group, Str after, Negative style, Arena *a)
{
    Str figure = decimal_format(decimal_abs(d), group, a);
    if (after.n)
        figure =
            str_printf(a, STR_FMT STR_FMT, STR_ARG(figure), STR_ARG(after));
    return figure_mark(figure, decimal_sign(d) < 0, style, a);
}

/* ---- counters ---- */

CounterSpace counter_space_parse(Str text)
{
    if (str_eq_c(text, "attach"))
        return COUNTER_ATTACH;
    return str_eq_c(text, "apart") ? COUNTER_APART : COUNTER_SPLIT;
}

bool counter_rule(const FigureStyle *style, Str counter, CounterSpace *out)
{
    const CounterRule *common = NULL;
    for (size_t i = 0; i < style->ncounters; i++) {
        const CounterRule *rule = &style->counters[i];
        if (rule->counter.n == 0)
            common = rule;
        if (rule->counter.n == 0 || !str_eq(rule->counter, counter))
            continue;
        *out = rule->space;
        return true;
    }
    *out = common ? common->space : COUNTER_SPLIT;
    return common != NULL;
}

static bool is_hangul(Str counter)
{
    size_t at = 0;
    uint32_t cp = counter.n ? str_next(counter, &at) : 0;
    return cp >= 0xAC00 && cp <= 0xD7A3;
}

bool counter_takes_space(Str counter)
{
    return is_hangul(counter) && unit_parse(counter).power == 0;
}

bool counter_is_apart(const FigureStyle *style, Str counter, bool after_power)
{
    CounterSpace space;
    counter_rule(style, counter, &space);
    return is_hangul(counter) &&
           (space == COUNTER_APART || (space == COUNTER_SPLIT && after_power));
}
