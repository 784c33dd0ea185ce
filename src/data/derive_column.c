/* The columns that a derived table adds: arithmetic, ranks, running totals and
 * shares that add up. */
#include "base/name.h"
#include "data/addition.h"
#include "data/column_ratio.h"
#include "data/derive_int.h"
#include "data/expr_int.h"

#include <stdlib.h>

bool derive_cell(Deriving *d, const Expr *e, RowSet rows, size_t row,
                 int digits, MadeCell *out)
{
    ExprScope scope = {.outer = d->document, .rows = rows, .row = row};
    Value v;
    if (!expr_eval(e, &scope, d->arena, d->diags, &v))
        return false;
    if (!column_ratio_round(digits, &v)) {
        diag(d->diags, DIAG_EXPR_RANGE, e->pos, diag_str(d->diags, e->text));
        return false;
    }
    *out = made_value(v, d->arena);
    out->expr = e;
    out->rows = rows;
    out->row = row;
    return true;
}

/* ---- columns over all rows ---- */

/* One figure of a column with the row it stands in. */
typedef struct Figure {
    Decimal number, part;
    size_t row;
} Figure;

/* Figures of the rows that are left and no totals; texts are reported. */
static bool read_figures(Deriving *d, const DeriveColumn *c, Str name,
                         size_t *col, Figure *out, size_t *n)
{
    bool fine = derive_column(d, d->table, name, c->pos, col);
    *n = 0;
    for (size_t i = 0; fine && i < d->rows.n; i++) {
        size_t row = rowset_row(d->rows, i);
        Value v = table_value(d->table, row, *col);
        if (table_is_total(d->table, row) || v.kind < VALUE_TEXT)
            continue;
        if (v.kind != VALUE_NUMBER) {
            diag(d->diags, DIAG_EXPR_NOT_NUMBER, v.pos,
                 diag_str(d->diags, table_text(d->table, row, *col)),
                 diag_str(d->diags, c->name));
            return false;
        }
        out[(*n)++] = (Figure){.number = v.number, .row = row};
    }
    return fine;
}

static MadeCell over_rows(Deriving *d, Decimal number, bool ratio, RowSet rows,
                          size_t col, size_t row)
{
    const Column *c = table_column(d->table, col);
    MadeCell cell = made_value((Value){.kind = VALUE_NUMBER,
                                       .ratio = ratio,
                                       .number = number,
                                       .pos = table_pos(d->table, row, col)},
                               d->arena);
    if (!ratio)
        cell.value.unit = c->unit;
    cell.rows = rows;
    cell.col = col;
    return cell;
}

static int by_number_down(const void *a, const void *b)
{
    return decimal_cmp(((const Figure *)b)->number,
                       ((const Figure *)a)->number);
}

/* Equal figures share a place; the next one counts them: 1, 2, 2, 4. */
static bool add_rank(Deriving *d, const DeriveColumn *c, Table *out, size_t at)
{
    Figure *f = ARENA_ARRAY(d->arena, Figure, d->rows.n + 1);
    size_t n, col, place = 0;
    if (!read_figures(d, c, c->rank, &col, f, &n))
        return false;
    qsort(f, n, sizeof *f, by_number_down);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || decimal_cmp(f[i].number, f[i - 1].number) != 0)
            place = i + 1;
        MadeCell cell = over_rows(d, decimal_from_int((int64_t)place), false,
                                  d->rows, col, f[i].row);
        cell.value.unit = STR("");
        *made_cell(out, f[i].row, at) = cell;
    }
    return true;
}

static bool too_large(Deriving *d, const DeriveColumn *c)
{
    diag(d->diags, DIAG_EXPR_RANGE, c->pos, diag_str(d->diags, c->name));
    return false;
}

static bool add_running(Deriving *d, const DeriveColumn *c, Table *out,
                        size_t at)
{
    Figure *f = ARENA_ARRAY(d->arena, Figure, d->rows.n + 1);
    uint32_t *rows = ARENA_ARRAY(d->arena, uint32_t, d->rows.n + 1);
    Decimal sum = DECIMAL_ZERO;
    size_t n, col;
    if (!read_figures(d, c, c->running, &col, f, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        rows[i] = (uint32_t)f[i].row;
        if (!decimal_add(sum, f[i].number, &sum))
            return too_large(d, c);
        *made_cell(out, f[i].row, at) = over_rows(
            d, sum, false, (RowSet){d->table, rows, i + 1}, col, f[0].row);
    }
    return true;
}

/* ---- shares ---- */

static int by_part_down(const void *a, const void *b)
{
    const Figure *left = a, *right = b;
    int order = decimal_cmp(right->part, left->part);
    return order ? order : left->row < right->row ? -1 : 1;
}

/* Rounds every share down and gives what is then missing, unit by unit, to
 * those that lost most: together they are 100 % (largest remainder). */
static bool share_out(Figure *f, size_t n, Decimal sum, int scale)
{
    Decimal unit = {1, scale}, left = {1, 0};
    for (size_t i = 0; i < n; i++) {
        Decimal exact;
        if (!decimal_div(f[i].number, sum, 18, ROUND_HALF_AWAY, &exact) ||
            !decimal_round(exact, scale, ROUND_DOWN, &f[i].number) ||
            !decimal_sub(exact, f[i].number, &f[i].part) ||
            !decimal_sub(left, f[i].number, &left))
            return false;
    }
    qsort(f, n, sizeof *f, by_part_down);
    for (size_t i = 0; i < n && decimal_cmp(left, unit) >= 0; i++)
        if (!decimal_add(f[i].number, unit, &f[i].number) ||
            !decimal_sub(left, unit, &left))
            return false;
    return true;
}

static bool sum_figures(const Figure *f, size_t n, Decimal *sum)
{
    *sum = DECIMAL_ZERO;
    for (size_t i = 0; i < n; i++)
        if (decimal_sign(f[i].number) < 0 ||
            !decimal_add(*sum, f[i].number, sum))
            return false;
    return decimal_sign(*sum) > 0;
}

static bool add_share(Deriving *d, const DeriveColumn *c, Table *out, size_t at)
{
    Figure *f = ARENA_ARRAY(d->arena, Figure, d->rows.n + 1);
    int scale = (c->digits < 0 ? 1 : c->digits) + 2;
    Decimal sum;
    size_t n, col;
    if (!read_figures(d, c, c->share, &col, f, &n))
        return false;
    if (n && (!sum_figures(f, n, &sum) || !share_out(f, n, sum, scale))) {
        diag(d->diags, DIAG_SHARE, c->pos, diag_str(d->diags, c->share));
        return false;
    }
    for (size_t i = 0; i < n; i++)
        *made_cell(out, f[i].row, at) =
            over_rows(d, f[i].number, true, d->rows, col, f[i].row);
    return true;
}

/* ---- rates of change ---- */

/* From nothing there is no rate, only a word for what came (K-102). */
static const char *word_for_new(Value to)
{
    int sign = to.kind == VALUE_NUMBER ? decimal_sign(to.number) : 0;
    return sign > 0 ? "순증" : sign < 0 ? "순감" : "-";
}

static bool is_nothing(Value v)
{
    return v.kind == VALUE_DASH ||
           (v.kind == VALUE_NUMBER && decimal_sign(v.number) == 0);
}

static bool rate_cell(Deriving *d, const DeriveColumn *c, size_t row,
                      size_t from, size_t to, MadeCell *out)
{
    Value old = table_value(d->table, row, from);
    int digits = c->digits < 0 ? 1 : c->digits;
    if (!is_nothing(old)) {
        bool fine = derive_cell(d, c->rate, d->rows, row, -1, out);
        out->value.ratio = out->value.kind == VALUE_NUMBER;
        return fine && column_ratio_round(digits, &out->value);
    }
    Str word = str_of(word_for_new(table_value(d->table, row, to)));
    Value v = {.kind = VALUE_NOT_APPLICABLE,
               .text = word,
               .pos = table_pos(d->table, row, from)};
    *out = made_value(v, d->arena);
    out->expr = c->rate;
    out->rows = d->rows;
    out->row = row;
    return true;
}

static bool add_rate(Deriving *d, const DeriveColumn *c, Table *out, size_t at)
{
    size_t from, to;
    bool fine = derive_column(d, d->table, c->rate_from, c->pos, &from);
    fine = derive_column(d, d->table, c->rate_to, c->pos, &to) && fine;
    for (size_t i = 0; fine && i < d->rows.n; i++) {
        size_t row = rowset_row(d->rows, i);
        fine = rate_cell(d, c, row, from, to, made_cell(out, row, at));
    }
    return fine;
}

/* ---- all columns ---- */

static bool add_value(Deriving *d, const DeriveColumn *c, const RowSet *groups,
                      Table *out, size_t at)
{
    bool fine = true;
    bool sums = groups || addition_holds_in_total(
                              expr_addition(c->value, d->table, false));
    for (size_t i = 0; i < d->rows.n; i++) {
        size_t row = rowset_row(d->rows, i);
        MadeCell *cell = made_cell(out, row, at);
        fine = (groups ? derive_cell(d, c->value, groups[row], SIZE_MAX,
                                     c->digits, cell)
                       : derive_cell(d, c->value, d->rows, row, c->digits,
                                     cell)) &&
               fine;
        /* The product of two sums is not the sum of the products. */
        if (!sums && table_is_total(d->table, row) &&
            cell->value.kind == VALUE_NUMBER)
            *cell = (MadeCell){0};
    }
    return fine;
}

/* ---- what is likely not meant ---- */

/* Does any part of the expression fit? */
static bool any_part(const Expr *e, const Table *t,
                     bool (*fits)(const Expr *e, const Table *t))
{
    return e && (fits(e, t) || any_part(e->left, t, fits) ||
                 any_part(e->right, t, fits));
}

static bool sees_group(const Expr *e, const Table *t)
{
    return (e->kind == EXPR_NAME &&
            table_find_column(t, e->name) != SIZE_MAX) ||
           (e->kind == EXPR_CALL && !e->left); /* count() */
}

static bool sees_table(const Expr *e, const Table *t)
{
    return e->kind == EXPR_MEMBER && name_same(e->table, table_name(t));
}

static void warn_column(Deriving *d, const DeriveColumn *c,
                        const RowSet *groups)
{
    const Table *from = d->spec->from;
    if (groups && c->value && any_part(c->value, from, sees_table) &&
        !any_part(c->value, from, sees_group))
        diag(d->diags, DIAG_EXPR_SAME, c->value->pos,
             diag_str(d->diags, c->value->text));
    if (c->running.n && d->spec->nsort)
        diag(d->diags, DIAG_RUNNING_ORDER, c->pos, diag_str(d->diags, c->name));
}

/* The table with room for one more column. */
static Table *widen(Deriving *d, Str name, Pos pos)
{
    size_t n = table_columns(d->table), rows = table_rows(d->table);
    Table *out = made_new(d->table, rows, n + 1, d->document, d->arena);
    for (size_t col = 0; col < n; col++)
        out->columns[col] = *table_column(d->table, col);
    out->columns[n] = (Column){.name = name, .pos = pos};
    for (size_t row = 0; row < rows; row++) {
        for (size_t col = 0; col < n; col++)
            *made_cell(out, row, col) = made_copy(d->table, row, col);
        if (table_is_total(d->table, row))
            out->totals[row / 8] |= (uint8_t)(1u << (row % 8));
    }
    return out;
}

/* What a total row below the column may do with it. */
static ColumnAdding column_adding(Deriving *d, const DeriveColumn *c,
                                  const RowSet *groups)
{
    const Table *from = groups ? groups[0].table : d->table;
    if (c->share.n)
        return COLUMN_ADDS;
    return c->value && addition_adds(expr_addition(c->value, from, groups))
               ? COLUMN_BY_TYPE
               : COLUMN_APART;
}

/* What a total row says below the column. */
static void set_adding(Deriving *d, const DeriveColumn *c, const RowSet *groups,
                       Column *out)
{
    const Table *from = groups ? groups[0].table : d->table;
    out->adding = column_adding(d, c, groups);
    out->kept_by = expr_kept_by(c->value, from, groups != NULL);
    out->ratio =
        column_ratio_new(c->value, from, groups != NULL, c->digits, d->arena);
    out->lost_ratio =
        !out->ratio &&
        (expr_addition(c->value, from, groups) == ADDITION_RATIO ||
         expr_of_ratio(c->value, from, groups != NULL));
}

static bool add_column(Deriving *d, const DeriveColumn *c, const RowSet *groups)
{
    warn_column(d, c, groups);
    Table *out = widen(d, c->name, c->pos);
    size_t at = table_columns(d->table);
    bool fine = c->rank.n      ? add_rank(d, c, out, at)
                : c->running.n ? add_running(d, c, out, at)
                : c->share.n   ? add_share(d, c, out, at)
                : c->rate      ? add_rate(d, c, out, at)
                               : add_value(d, c, groups, out, at);
    made_type(out, at);
    set_adding(d, c, groups, &out->columns[at]);
    if (c->unit.n)
        out->columns[at].unit = c->unit;
    RowSet rows = d->rows; /* the same rows of the wider table */
    d->table = rows.table = out;
    d->rows = rows;
    return fine;
}

bool derive_columns(Deriving *d)
{
    bool fine = true;
    const RowSet *groups = d->groups;
    for (size_t i = 0; fine && i < d->spec->ncolumns; i++)
        fine = add_column(d, &d->spec->columns[i], groups);
    return fine;
}
