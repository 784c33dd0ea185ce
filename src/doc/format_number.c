/* Figures: grouping, signs, shares (K-101, K-110, K-121, K-123). */
#include "doc/format_int.h"
#include "doc/numbering.h"

#include "data/unit.h"

#include <string.h>

Str figure_text(Decimal number, bool group, Str after, const FormatContext *c)
{
    if (c->figures.zero_dash && decimal_sign(number) == 0)
        return STR("-");
    return figure_write(number, group, after, c->figures.negative, c->arena);
}

/* The same in the style that a format names. */
static Str styled_text(Decimal number, Negative style, const FormatContext *c)
{
    FormatContext own = *c;
    own.figures.negative = style;
    return figure_text(number, true, STR(""), &own);
}

/* The digits asked for, or those that the number has. A quotient has far more
 * than anybody wants to read: one then (K-101). */
static bool round_for(const Format *f, Decimal d, int otherwise, Decimal *out)
{
    enum { READABLE = 6 };
    int digits = f->digits >= 0 ? f->digits : otherwise;
    if (digits < 0 && d.scale <= READABLE) {
        *out = d;
        return true;
    }
    return decimal_round(d, digits < 0 ? 1 : digits, ROUND_HALF_AWAY, out);
}

bool print_comma(const Format *f, const Value *v, const FormatContext *c,
                 Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    *out = figure_text(d, true, STR(""), c);
    return true;
}

bool print_plain(const Format *f, const Value *v, const FormatContext *c,
                 Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    *out = figure_text(d, false, STR(""), c);
    return true;
}

bool print_minus(const Format *f, const Value *v, const FormatContext *c,
                 Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    *out = styled_text(d, NEGATIVE_MINUS, c);
    return true;
}

bool print_brackets(const Format *f, const Value *v, const FormatContext *c,
                    Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    *out = styled_text(d, NEGATIVE_BRACKETS, c);
    return true;
}

bool print_signed(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    Str text = figure_text(d, true, STR(""), c);
    *out = decimal_sign(d) > 0
               ? str_printf(c->arena, "+" STR_FMT, STR_ARG(text))
               : text;
    return true;
}

/* A share is kept as 0.643; a column in % already counts hundredths. */
static bool hundredths(const Value *v, Decimal *out)
{
    *out = v->number;
    return (!v->ratio && str_starts(v->unit, STR("%"))) ||
           decimal_shift(v->number, 2, out);
}

static bool print_share(const Format *f, const Value *v, const FormatContext *c,
                        Str sign, Str *out)
{
    Decimal d;
    if (!hundredths(v, &d) || !round_for(f, d, 1, &d))
        return format_refuse(f, v, c);
    *out = figure_text(d, true, sign, c);
    return true;
}

bool print_percent(const Format *f, const Value *v, const FormatContext *c,
                   Str *out)
{
    return print_share(f, v, c, STR("%"), out);
}

/* A difference of two shares (K-123). */
bool print_points(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    return print_share(f, v, c, STR("%p"), out);
}

/* What follows the digits: "억 원", "명" or " 명" (K-122). */
static Str unit_text(Str text, const FormatContext *c)
{
    Unit unit = unit_parse(text);
    bool apart =
        counter_is_apart(&c->figures, unit.counter, unit.powers.n > 0);
    return str_printf(c->arena, STR_FMT "%s" STR_FMT, STR_ARG(unit.powers),
                      apart ? " " : "", STR_ARG(unit.counter));
}

bool print_with_unit(const Format *f, const Value *v, const FormatContext *c,
                     Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    *out = figure_text(d, true, unit_text(v->unit, c), c);
    return true;
}

/* Whole numbers from 1 up, as labels. */
static bool print_label(const Format *f, const Value *v, const FormatContext *c,
                        NumberStyle style, Str *out)
{
    enum { LABEL_MAX = 9999 };
    Decimal d = decimal_trim(v->number);
    if (d.scale > 0 || d.coef < 1 || d.coef > LABEL_MAX)
        return format_refuse(f, v, c);
    *out = number_label(style, (unsigned)d.coef, c->arena, NULL);
    return true;
}

bool print_circled(const Format *f, const Value *v, const FormatContext *c,
                   Str *out)
{
    return print_label(f, v, c, NUMBER_CIRCLED, out);
}

bool print_roman(const Format *f, const Value *v, const FormatContext *c,
                 Str *out)
{
    return print_label(f, v, c, NUMBER_ROMAN, out);
}
