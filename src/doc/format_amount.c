/* Amounts in words: 11조 6,250억 원 (K-119), 금113,560원(금일십…원) (K-118). */
#include "data/unit.h"
#include "doc/format_int.h"
#include "doc/reading.h"

#include <glib.h>
#include <string.h>

/* The value in single units, 원 or 명, whatever unit its column counts in. */
static bool whole_units(const Value *v, const Unit *unit, Decimal *out)
{
    return decimal_shift(v->number, unit->power, out);
}

static bool round_to_power(Decimal d, int power, Decimal *out)
{
    Decimal r;
    return decimal_shift(d, -power, &r) &&
           decimal_round(r, 0, ROUND_HALF_AWAY, &r) &&
           decimal_shift(r, power, out);
}

/* Places by which the groups have names. */
static const struct {
    const char *name;
    int power;
} groups[] = {{"조", 12}, {"억", 8}, {"만", 4}, {"", 0}};

/* True when d, which is not negative, is at least n × 10^power. */
static bool reaches(Decimal d, int64_t n, int power)
{
    Decimal bound;
    return decimal_shift(decimal_from_int(n), power, &bound) &&
           decimal_cmp(d, bound) >= 0;
}

/* True when rounding made the first group of an amount a greater one: 9,999만
 * 9,999 became 1억. */
static bool is_lifted(Decimal from, Decimal to)
{
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
        if (reaches(to, 1, groups[i].power))
            return !reaches(from, 1, groups[i].power);
    return false;
}

/* When the layout does not say what to round to: to the greatest of 억, 만 and
 * one that the amount has a hundred of, so that it changes by half of a
 * hundredth at most; a finer one where that would lift it. */
static bool round_gently(Decimal d, Decimal *out)
{
    enum { ENOUGH = 100 };
    static const int powers[] = {8, 4, 0};
    for (size_t i = 0; i < G_N_ELEMENTS(powers); i++) {
        if (powers[i] > 0 && !reaches(d, ENOUGH, powers[i]))
            continue;
        if (!round_to_power(d, powers[i], out))
            return false;
        if (!is_lifted(d, *out))
            return true;
    }
    return true;
}

/* An amount that would vanish is told in the groups that it has. */
static bool round_amount(Decimal d, int power, Decimal *out)
{
    if (power < 0)
        return round_gently(d, out);
    return round_to_power(d, power, out) &&
           (decimal_sign(*out) != 0 || round_gently(d, out));
}

/* The groups from the highest down, zero groups left out (K-119). */
static void groups_print(GString *out, unsigned __int128 n, Arena *a)
{
    bool any = false;
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++) {
        unsigned __int128 unit = 1;
        for (int p = 0; p < groups[i].power; p++)
            unit *= 10;
        Decimal group = {(DecimalCoef)(n / unit), 0};
        n %= unit;
        if (group.coef == 0)
            continue;
        Str digits = decimal_format(group, true, a);
        g_string_append_printf(out, "%s" STR_FMT "%s", any ? " " : "",
                               STR_ARG(digits), groups[i].name);
        any = true;
    }
    if (!any)
        g_string_append_c(out, '0');
}

/* 6,250억 원 but 50원 (K-122). */
static const char *before_counter(const GString *amount, Str counter,
                                  const FigureStyle *style)
{
    bool digit = g_ascii_isdigit(amount->str[amount->len - 1]);
    return counter_is_apart(style, counter, !digit) ? " " : "";
}

bool print_jo_eok(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    Unit unit = unit_parse(v->unit);
    Decimal d;
    if (v->unit.n == 0) {
        diag0(c->diags, DIAG_FORMAT_UNIT, v->pos.file ? v->pos : c->pos);
        return false;
    }
    if (!whole_units(v, &unit, &d) ||
        !round_amount(decimal_abs(d), f->power, &d))
        return format_refuse(f, v, c);
    GString *text = g_string_new(NULL);
    Decimal whole = decimal_trim(d);
    groups_print(text, (unsigned __int128)whole.coef, c->arena);
    g_string_append(text, before_counter(text, unit.counter, &c->figures));
    g_string_append_len(text, unit.counter.p, (gssize)unit.counter.n);
    *out = figure_mark(str_dup((Str){text->str, text->len}, c->arena),
                       decimal_sign(v->number) < 0 && decimal_sign(d) != 0,
                       c->figures.negative, c->arena);
    g_string_free(text, TRUE);
    return true;
}

/* Money to be paid: whole 원, not negative. */
static bool whole_won(const Value *v, Decimal *out)
{
    Unit unit = unit_parse(v->unit);
    if (!whole_units(v, &unit, out))
        return false;
    *out = decimal_trim(*out);
    return out->scale == 0 && out->coef >= 0;
}

bool print_amount(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    Decimal won;
    if (!whole_won(v, &won))
        return format_refuse(f, v, c);
    Str digits = decimal_format(won, true, c->arena);
    Str words = reading_number(won, READING_AMOUNT, c->arena);
    *out = str_printf(c->arena, "금" STR_FMT "원(금" STR_FMT "원)",
                      STR_ARG(digits), STR_ARG(words));
    return true;
}

bool print_hangul(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    (void)f;
    *out = reading_number(v->number, READING_AMOUNT, c->arena);
    return true;
}

bool print_reading(const Format *f, const Value *v, const FormatContext *c,
                   Str *out)
{
    (void)f;
    *out = reading_number(v->number, READING_PLAIN, c->arena);
    return true;
}
