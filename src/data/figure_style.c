#include "data/figure_style.h"

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
