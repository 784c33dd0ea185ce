/* Any text as a number, a date, a head with a formula and an expression over a
 * small scope. */
#include "fuzz.h"

#include "data/date.h"
#include "data/expr.h"
#include "data/head.h"
#include "data/number.h"
#include "data/period.h"

#include <stdlib.h>

/* A number that was read is written back as the same number. */
static void try_number(Str s, Arena *a)
{
    Number n;
    Decimal again;
    if (number_read(s, &n) != NUMBER_FINE)
        return;
    if (!decimal_parse(decimal_format(n.value, false, a), &again) ||
        decimal_cmp(again, n.value) != 0)
        abort();
}

/* What is in the calendar has a weekday. */
static void try_date(Str s, Arena *a)
{
    Date d;
    if (date_read(s, 2024, &d) != DATE_FINE)
        return;
    if (d.year && d.month && d.day > 0 && !date_weekday(d))
        abort();
    date_iso(d, a);
}

/* A period does not end before it begins. */
static void try_period(Str s, Arena *a)
{
    Date from, until;
    if (period_read(s, 2024, &from, &until) != PERIOD_FINE)
        return;
    if (until.year && from.year > until.year)
        abort();
    period_iso(from, until, a);
}

static bool variable(void *context, Str name, Value *out)
{
    (void)context;
    *out = (Value){.kind = VALUE_NUMBER, .number = decimal_from_int(3)};
    return str_eq_c(name, "year");
}

/* What is refused has been told of. */
static void try_expression(Str s, Arena *a)
{
    Sources *sources = sources_new();
    Diags *diags = diags_new(sources);
    ExprScope scope = {.row = SIZE_MAX, .variable = variable};
    Value v;
    const Expr *e = expr_parse(s, POS_NONE, a, diags);
    bool fine = e && expr_eval(e, &scope, a, diags, &v);
    if (fine != diags_ok(diags))
        abort();
    diags_free(diags);
    sources_free(sources);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    Str s = str_trim((Str){(const char *)bytes, n}), name, unit;
    if (utf8_check(s) >= 0)
        return 0;
    Arena *a = arena_new(0);
    try_number(s, a);
    try_date(s, a);
    try_period(s, a);
    head_read(s, a, &name, &unit);
    try_expression(s, a);
    arena_free(a);
    return 0;
}
