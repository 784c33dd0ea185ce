/*
 * Units of a table. The unit line holds for every figure: a figure counted in
 * another power of the same unit is converted (K-120), a column that counts
 * something else says so in its head.
 */
#include "doc/table_int.h"

#include "data/unit.h"

static Str column_unit(const TablePlan *plan, size_t i)
{
    const ColumnPlan *c = &plan->columns[i];
    const Table *t = plan->rows.table;
    bool counts = c->col != SIZE_MAX && !c->plain && column_counts(t, c->col);
    return counts ? table_column(t, c->col)->unit : STR("");
}

/* As the layout says, or else what all columns with a unit share. */
Str common_unit(const TablePlan *plan, Arena *a)
{
    Str unit = unit_spell(plan->unit, a);
    for (size_t i = 0; !plan->unit.n && i < plan->n; i++) {
        Str own = unit_spell(column_unit(plan, i), a);
        if (own.n && unit.n && !str_eq(unit, own))
            return STR("");
        unit = own.n ? own : unit;
    }
    return unit;
}

static bool counts_same(Str a, Str b)
{
    return str_eq(unit_parse(a).counter, unit_parse(b).counter);
}

void head_unit_fill(Binder *b, const TablePlan *plan, size_t i, Str unit)
{
    Str own = unit_spell(column_unit(plan, i), b->arena);
    if (own.n == 0 || (unit.n && counts_same(own, unit)))
        return;
    rich_add(&b->filler.rich,
             str_printf(b->arena, "(" STR_FMT ")", STR_ARG(own)),
             plan->columns[i].pos, 0);
}

bool value_convert(const ColumnPlan *c, Str unit, Value *v)
{
    if (v->kind != VALUE_NUMBER || v->ratio || !v->unit.n || !unit.n ||
        !counts_same(v->unit, unit))
        return true;
    int power = unit_parse(v->unit).power - unit_parse(unit).power;
    if (power == 0)
        return true;
    v->unit = unit;
    if (!decimal_shift(v->number, power, &v->number))
        return false;
    /* A format that names its digits rounds by itself, once. */
    return power > 0 || (c->format && c->format->digits >= 0) ||
           decimal_round(v->number, 0, ROUND_HALF_AWAY, &v->number);
}
