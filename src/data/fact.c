#include "data/fact.h"
#include "data/agree_int.h"
#include "data/figures.h"
#include "data/head.h"
#include "data/number.h"
#include "data/unit.h"

#include <glib.h>

/* Tables in the making of facts. */
typedef struct FactMaker {
    Figures figures;
    size_t key, units; /* columns; `units` SIZE_MAX: none */
    size_t grand;      /* its total row, SIZE_MAX */
    GArray *out;       /* Fact */
    Arena *arena;
} FactMaker;

/* ---- units ---- */

/* 단위: a column that tells of each row what is counted. */
static size_t find_unit_column(const Table *t)
{
    for (size_t col = 0; col < table_columns(t); col++)
        if (head_matches(table_column(t, col)->name, STR("단위")))
            return col;
    return SIZE_MAX;
}

/* What a cell counts: its row says so, its column, its table, or itself. */
static Str unit_text(const FactMaker *m, size_t row, size_t col)
{
    const Table *t = m->figures.table;
    const Column *c = table_column(t, col);
    Number n;
    if (m->figures.columns[col].percent)
        return STR("%");
    if (m->units != SIZE_MAX && row != SIZE_MAX)
        return table_text(t, row, m->units);
    if (c->unit.n)
        return c->unit;
    if (row != SIZE_MAX &&
        number_read(table_text(t, row, col), &n) == NUMBER_FINE && n.counter.n)
        return n.counter;
    return m->figures.columns[col].additive ? table_unit(t) : STR("");
}

static bool is_percent(Str unit)
{
    return str_starts(unit, STR("%")) || str_starts(unit, STR("％"));
}

/* ---- one fact ---- */

/* 값, 수치 …: the row alone names the fact. */
static bool is_plain_name(const FactMaker *m, Str name)
{
    static const char *const plain[] = {"값",   "수치", "내용", "현황",
                                        "수량", "금액", "통계", NULL};
    for (size_t i = 0; plain[i]; i++)
        if (str_eq_c(name, plain[i]))
            return true;
    return m->units != SIZE_MAX;
}

/* Counted in ones, and as wide as its last digit where it was rounded. */
static bool set_figure(Fact *f, Range r, const Unit *unit, bool percent,
                       bool already)
{
    int power = percent ? (already ? 0 : -2) : unit->power;
    if (!decimal_shift(r.low, power, &f->range.low) ||
        !decimal_shift(r.high, power, &f->range.high))
        return false;
    f->counter = percent ? STR("%") : unit->counter;
    return f->counter.n > 0;
}

/* A figure of a unit with a power, or with a fraction, was rounded. */
static bool cell_range(const FactMaker *m, size_t row, size_t col, int power,
                       Range *out)
{
    Decimal v, half = DECIMAL_ZERO;
    if (figure_value(&m->figures, row, col, &v) != FIGURE_FINE)
        return false;
    if (power > 0 || v.scale > 0)
        half = (Decimal){5, v.scale + 1};
    return decimal_sign(v) != 0 && range_around(v, half, out);
}

static Fact named(const FactMaker *m, FactKind kind, size_t row, size_t col)
{
    const FigureColumn *c = &m->figures.columns[col];
    Fact f = {.kind = kind,
              .table = m->figures.table,
              .row = row,
              .col = col,
              .column_name = c->name,
              .plain_name = is_plain_name(m, c->name)};
    if (row != SIZE_MAX && kind != FACT_TOTAL)
        f.row_name = name_without_spaces(
            table_text(m->figures.table, row, m->key), m->arena);
    return f;
}

static void add_fact(FactMaker *m, FactKind kind, size_t row, size_t col,
                     Str unit, Range r)
{
    Unit parsed = unit_parse(unit);
    bool percent = is_percent(unit);
    Fact f = named(m, kind, row, col);
    f.unit = unit;
    if (!set_figure(&f, r, &parsed, percent,
                    m->figures.columns[col].percent || kind == FACT_SHARE) ||
        !decimal_add(f.range.low, f.range.high, &f.value) ||
        !decimal_div(f.value, (Decimal){2, 0}, 18, ROUND_HALF_AWAY, &f.value))
        return;
    f.value = decimal_trim(f.value);
    g_array_append_val(m->out, f);
}

static void add_cell(FactMaker *m, size_t row, size_t col)
{
    FactKind kind = row == m->grand ? FACT_TOTAL : FACT_CELL;
    Str unit = unit_text(m, row, col);
    Unit parsed = unit_parse(unit);
    Range r;
    if (unit.n &&
        (kind == FACT_TOTAL || !table_is_total(m->figures.table, row)) &&
        cell_range(m, row, col, is_percent(unit) ? 0 : parsed.power, &r))
        add_fact(m, kind, row, col, unit, r);
}

/* ---- sums and shares ---- */

static bool sum_column(const FactMaker *m, size_t col, Range *out)
{
    int power = unit_parse(unit_text(m, SIZE_MAX, col)).power;
    size_t n = 0;
    *out = (Range){DECIMAL_ZERO, DECIMAL_ZERO};
    for (size_t row = 0; row < m->figures.nrows; row++) {
        Range r;
        if (table_is_total(m->figures.table, row))
            continue;
        if (!cell_range(m, row, col, power, &r))
            continue;
        n++;
        if (!range_add(*out, r, out))
            return false;
    }
    return n > 1;
}

static void add_shares(FactMaker *m, size_t col, Range whole)
{
    enum { MANY = 100 };
    int power = unit_parse(unit_text(m, SIZE_MAX, col)).power;
    for (size_t row = 0; row < m->figures.nrows && m->figures.nrows < MANY;
         row++) {
        Range r;
        if (!table_is_total(m->figures.table, row) &&
            cell_range(m, row, col, power, &r) && range_div(r, whole, &r))
            add_fact(m, FACT_SHARE, row, col, STR("%"), r);
    }
}

static void add_column(FactMaker *m, size_t col)
{
    const FigureColumn *c = &m->figures.columns[col];
    Str unit = unit_text(m, SIZE_MAX, col);
    Range sum;
    for (size_t row = 0; row < m->figures.nrows; row++)
        add_cell(m, row, col);
    if (!c->holds || !c->additive || !unit.n || m->units != SIZE_MAX ||
        !sum_column(m, col, &sum))
        return;
    if (m->grand == SIZE_MAX)
        add_fact(m, FACT_TOTAL, SIZE_MAX, col, unit, sum);
    add_shares(m, col, sum);
}

static bool may_hold(const Table *t, size_t col)
{
    ColumnType type = table_column(t, col)->type;
    return type != TYPE_DATE && type != TYPE_PERIOD && type != TYPE_CODE && type != TYPE_YESNO;
}

static void add_table(FactMaker *m, const Table *t)
{
    m->figures = figures_of(t, m->arena);
    m->key = table_key_column(t);
    m->units = find_unit_column(t);
    m->grand = agree_grand_total(t);
    for (size_t col = 0; col < m->figures.ncolumns; col++)
        if (col != m->key && col != m->units && may_hold(t, col))
            add_column(m, col);
}

Facts facts_read(const Table *const *tables, size_t n, Arena *a)
{
    enum { LONG = 2000, WIDE = 200 };
    FactMaker m = {.out = g_array_new(FALSE, FALSE, sizeof(Fact)), .arena = a};
    for (size_t i = 0; i < n; i++)
        if (tables[i] && table_rows(tables[i]) <= LONG &&
            table_columns(tables[i]) <= WIDE)
            add_table(&m, tables[i]);
    Fact *list = ARENA_ARRAY(a, Fact, m.out->len + 1);
    for (guint i = 0; i < m.out->len; i++)
        list[i] = g_array_index(m.out, Fact, i);
    Facts facts = {list, m.out->len};
    g_array_free(m.out, TRUE);
    return facts;
}

/* ---- telling ---- */

Str fact_place(const Fact *f, Arena *a)
{
    Str table = table_name(f->table);
    Str column = table_column(f->table, f->col)->name;
    Str row = f->row == SIZE_MAX
                  ? STR("합계")
                  : table_text(f->table, f->row, table_key_column(f->table));
    return str_printf(a, STR_FMT "[" STR_FMT "]." STR_FMT, STR_ARG(table),
                      STR_ARG(row), STR_ARG(column));
}

Str fact_shown(const Fact *f, Arena *a)
{
    Decimal v = f->value;
    if (str_eq_c(f->counter, "%")) {
        decimal_shift(v, 2, &v);
        if (f->kind == FACT_SHARE)
            decimal_round(v, 1, ROUND_HALF_AWAY, &v);
        return str_printf(a, STR_FMT "%%", STR_ARG(decimal_format(v, true, a)));
    }
    if (!decimal_shift(v, -unit_parse(f->unit).power, &v))
        v = f->value;
    return str_printf(a, STR_FMT STR_FMT,
                      STR_ARG(decimal_format(decimal_trim(v), true, a)),
                      STR_ARG(f->unit));
}

Pos fact_pos(const Fact *f)
{
    return f->row == SIZE_MAX ? table_column(f->table, f->col)->pos
                              : table_pos(f->table, f->row, f->col);
}
