/* Figures: grouping, signs, shares (K-101, K-110, K-121, K-123). */
#include "doc/format_int.h"
#include "doc/numbering.h"

#include <string.h>

/* K-110: before a negative figure of a budget. */
#define NEGATIVE_MARK "△"

static Str signed_text(Decimal number, bool group, const char *minus,
                       const char *after, Arena *a)
{
    Str digits = decimal_format(decimal_abs(number), group, a);
    bool negative = decimal_sign(number) < 0;
    if (!negative && !*after)
        return digits;
    return str_printf(a, "%s" STR_FMT "%s", negative ? minus : "",
                      STR_ARG(digits), after);
}

Str figure_text(Decimal number, bool group, const char *after, Arena *a)
{
    return signed_text(number, group, NEGATIVE_MARK, after, a);
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
    *out = figure_text(d, true, "", c->arena);
    return true;
}

bool print_plain(const Format *f, const Value *v, const FormatContext *c,
                 Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    *out = figure_text(d, false, "", c->arena);
    return true;
}

bool print_minus(const Format *f, const Value *v, const FormatContext *c,
                 Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    *out = signed_text(d, true, "-", "", c->arena);
    return true;
}

bool print_brackets(const Format *f, const Value *v, const FormatContext *c,
                    Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    *out = signed_text(d, true, "(", decimal_sign(d) < 0 ? ")" : "", c->arena);
    return true;
}

bool print_signed(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    Str text = figure_text(d, true, "", c->arena);
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
                        const char *sign, Str *out)
{
    Decimal d;
    if (!hundredths(v, &d) || !round_for(f, d, 1, &d))
        return format_refuse(f, v, c);
    *out = figure_text(d, true, sign, c->arena);
    return true;
}

bool print_percent(const Format *f, const Value *v, const FormatContext *c,
                   Str *out)
{
    return print_share(f, v, c, "%", out);
}

/* A difference of two shares (K-123). */
bool print_points(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    return print_share(f, v, c, "%p", out);
}

bool print_with_unit(const Format *f, const Value *v, const FormatContext *c,
                     Str *out)
{
    Decimal d;
    if (!round_for(f, v->number, -1, &d))
        return format_refuse(f, v, c);
    *out = figure_text(d, true, str_c(v->unit, c->arena), c->arena);
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
