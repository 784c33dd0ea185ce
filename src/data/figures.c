#include "data/figures.h"
#include "data/figure_name.h"
#include "data/head.h"
#include "data/number.h"

#include <string.h>

bool name_has(Str name, const char *const *words)
{
    for (; *words; words++)
        if (str_find(name, str_of(*words)) >= 0)
            return true;
    return false;
}

Str name_without_spaces(Str s, Arena *a)
{
    char *out = arena_strndup(a, s.p, s.n);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ')
            out[n++] = s.p[i];
    return (Str){out, n};
}

static bool is_percent(Str unit)
{
    int power;
    return unit.n && unit_power(unit, &power) && power == -2;
}

static bool may_hold(ColumnType type)
{
    return type == TYPE_TEXT || (type >= TYPE_INTEGER && type <= TYPE_RATIO);
}

static bool is_dash(Str s)
{
    static const char *const dashes[] = {"-", "－", "−", "–", "—", "―"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_eq_c(s, dashes[i]))
            return true;
    return false;
}

/* A number written with 천 or 억 hides how finely it was rounded: nothing is
 * claimed with it. */
static FigureKind read_cell(Str text, bool percent, Decimal *out, bool *ratio)
{
    Number n;
    *out = DECIMAL_ZERO;
    *ratio = false;
    if (text.n == 0)
        return FIGURE_BLANK;
    if (is_dash(text))
        return FIGURE_FINE;
    if (number_read(text, &n) != NUMBER_FINE || n.scaled)
        return FIGURE_NONE;
    *out = n.value;
    *ratio = n.ratio;
    if (percent && !n.ratio && !decimal_shift(n.value, -2, out))
        return FIGURE_NONE;
    return FIGURE_FINE;
}

/* What the cells of a column look like, gathered in one pass. */
typedef struct Look {
    size_t numbers, words, finest;
    int scale;
    bool ratio;
} Look;

static void look_at(Look *look, Str text, bool percent)
{
    Decimal v;
    bool ratio;
    FigureKind kind = read_cell(text, percent, &v, &ratio);
    look->words += kind == FIGURE_NONE;
    if (kind != FIGURE_FINE || decimal_sign(v) == 0)
        return;
    look->numbers++;
    look->ratio = look->ratio || ratio;
    if (v.scale > look->scale) {
        look->scale = v.scale;
        look->finest = 0;
    }
    look->finest += v.scale == look->scale;
}

/* Columns of text are looked at as long as they may still be figures. */
static Look look_down(const Table *t, size_t col, bool percent)
{
    enum { PATIENCE = 64 };
    Look look = {0};
    for (size_t row = 0; row < table_rows(t); row++) {
        look_at(&look, table_text(t, row, col), percent);
        if (look.words > PATIENCE && look.words > look.numbers)
            break;
    }
    return look;
}

/* Amounts in thousands were rounded to be so; people and won are counted. */
static bool is_rounded_unit(const Table *t, const Column *c)
{
    int power;
    Str unit = c->unit.n ? c->unit : table_unit(t);
    return unit.n && unit_power(unit, &power) && power > 0;
}

static void fill_column(const Table *t, size_t col, FigureColumn *out, Arena *a)
{
    const Column *c = table_column(t, col);
    bool percent = is_percent(c->unit);
    *out = (FigureColumn){.name = name_without_spaces(c->name, a), .scale = -1};
    if (!may_hold(c->type))
        return;
    Look look = look_down(t, col, percent);
    out->holds = look.numbers > 0 && look.words * 4 <= look.numbers;
    out->empty = look.numbers + look.words == 0;
    out->percent = percent || look.ratio || c->type == TYPE_RATIO;
    out->additive =
        out->holds && !out->percent && figure_name_of(c) == FIGURE_NAME_AMOUNT;
    out->exact = look.scale == 0 && !out->percent && !is_rounded_unit(t, c);
    /* A few cells with fewer digits only lost their zeros at the end. */
    if ((look.numbers - look.finest) * 4 <= look.numbers)
        out->scale = look.scale;
}

Figures figures_of(const Table *t, Arena *a)
{
    Figures f = {.table = t,
                 .ncolumns = table_columns(t),
                 .nrows = table_rows(t),
                 .width = WIDTH_WRITTEN};
    f.columns = ARENA_ARRAY(a, FigureColumn, f.ncolumns);
    for (size_t col = 0; col < f.ncolumns; col++)
        fill_column(t, col, &f.columns[col], a);
    return f;
}

FigureKind figure_value(const Figures *f, size_t row, size_t col, Decimal *out)
{
    bool ratio;
    return read_cell(table_text(f->table, row, col),
                     is_percent(table_column(f->table, col)->unit), out,
                     &ratio);
}

/* Half of the last digit. */
static Decimal half_unit(int scale)
{
    return (Decimal){5, scale + 1};
}

FigureKind figure_range(const Figures *f, size_t row, size_t col, Range *out)
{
    enum { SCALE_MAX = 17 };
    const FigureColumn *c = &f->columns[col];
    Decimal v, half = DECIMAL_ZERO;
    FigureKind kind = figure_value(f, row, col, &v);
    int scale = c->scale >= 0 && c->scale > v.scale ? c->scale : v.scale;
    bool wide = f->width == WIDTH_ROUNDED ||
                (f->width == WIDTH_WRITTEN && !c->exact) ||
                (f->width == WIDTH_DECIMALS && scale > 0);
    if (kind == FIGURE_FINE && wide && scale <= SCALE_MAX)
        half = half_unit(scale);
    if (kind == FIGURE_NONE || !range_around(v, half, out))
        return FIGURE_NONE;
    return kind;
}

bool figures_alike(const Figures *f, size_t a, size_t b)
{
    const Column *left = table_column(f->table, a);
    const Column *right = table_column(f->table, b);
    return f->columns[a].additive && f->columns[b].additive &&
           (left->unit.n == 0 || right->unit.n == 0 ||
            head_matches(left->unit, right->unit));
}
