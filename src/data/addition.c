/*
 * One rule for each operator over the kinds of its two sides. What no rule
 * names has no total: a blank cell is better than a wrong figure.
 */
#include "data/addition.h"

#include "base/name.h"
#include "data/expr_int.h"
#include "data/figure_name.h"

/* ---- columns ---- */

bool column_is_plain(Str name)
{
    return figure_name(name) == FIGURE_NAME_LABEL;
}

/* Whether the name alone keeps its figures from being added up. */
static bool is_kept_apart(const Table *t, size_t col)
{
    const Column *c = table_column(t, col);
    return c->adding == COLUMN_BY_NAME &&
           figure_name_of(c) > FIGURE_NAME_LOOSE && column_counts(t, col);
}

bool column_adds(const Table *t, size_t col)
{
    return !is_kept_apart(t, col) && column_counts(t, col);
}

bool column_counts(const Table *t, size_t col)
{
    const Column *c = table_column(t, col);
    if (c->adding == COLUMN_ADDS || c->adding == COLUMN_APART)
        return c->adding == COLUMN_ADDS;
    return c->type == TYPE_INTEGER || c->type == TYPE_DECIMAL ||
           c->type == TYPE_MONEY;
}

/* What a formula stands over. */
typedef struct Over {
    const Table *table;
    bool grouped;  /* in rows of groups, not of the table */
    bool nameless; /* as if no name, and no way in which its column was made,
                      kept figures from being added up */
} Over;

static bool is_made_ratio(const Column *c)
{
    return c->ratio || c->lost_ratio;
}

static Addition of_column(const Over *o, size_t col)
{
    const Table *t = o->table;
    const Column *c = table_column(t, col);
    bool adds =
        o->nameless ? column_counts(t, col) || c->kept_by || is_made_ratio(c)
                    : column_adds(t, col) && !column_is_plain(c->name);
    return adds ? ADDITION_LINEAR : ADDITION_RATE;
}

/* ---- operators ---- */

static bool is_fixed(Addition a)
{
    return a == ADDITION_FIXED || a == ADDITION_WHOLE || a == ADDITION_MEAN;
}

static bool is_amount(Addition a)
{
    return a == ADDITION_LINEAR || a == ADDITION_AMOUNT;
}

static bool is_share(Addition a)
{
    return a == ADDITION_SHARE || a == ADDITION_PART;
}

static bool is_ratio(Addition a)
{
    return a == ADDITION_RATIO || a == ADDITION_SHARE;
}

static bool is_rate(Addition a)
{
    return is_ratio(a) || a == ADDITION_RATE;
}

/* MEAN before WHOLE before FIXED: what may be divided by comes last. */
static Addition of_fixed(Addition l, Addition r)
{
    return l > r ? l : r;
}

static Addition of_sum(Addition l, Addition r)
{
    if (is_fixed(l) && is_fixed(r))
        return of_fixed(l, r);
    if (l == r)
        return l;
    if (is_amount(l) && is_amount(r))
        return ADDITION_AMOUNT;
    if (is_share(l) && is_share(r))
        return ADDITION_PART;
    if ((is_ratio(l) || l == ADDITION_FIXED) &&
        (is_ratio(r) || r == ADDITION_FIXED))
        return ADDITION_RATIO;
    if ((is_rate(l) || l == ADDITION_FIXED) &&
        (is_rate(r) || r == ADDITION_FIXED))
        return ADDITION_RATE;
    /* A whole beside each of its parts counts them many times. */
    if ((is_amount(l) && is_fixed(r) && r != ADDITION_WHOLE) ||
        (is_amount(r) && is_fixed(l) && l != ADDITION_WHOLE))
        return ADDITION_AMOUNT;
    return ADDITION_NONE;
}

static Addition of_product(Addition l, Addition r)
{
    if (l == ADDITION_NONE || r == ADDITION_NONE)
        return ADDITION_NONE;
    if (is_fixed(l) && is_fixed(r))
        return of_fixed(l, r);
    if (is_fixed(l) && l != ADDITION_MEAN)
        return r;
    if (is_fixed(r) && r != ADDITION_MEAN)
        return l;
    return is_amount(l) || is_amount(r) ? ADDITION_AMOUNT : ADDITION_NONE;
}

static Addition of_quotient(Addition l, Addition r)
{
    if (r == ADDITION_FIXED)
        return l;
    if (r == ADDITION_WHOLE)
        return l == ADDITION_LINEAR   ? ADDITION_SHARE
               : l == ADDITION_AMOUNT ? ADDITION_PART
               : is_fixed(l)          ? of_fixed(l, ADDITION_FIXED)
                                      : ADDITION_NONE;
    return l == ADDITION_LINEAR && r == ADDITION_LINEAR ? ADDITION_RATIO
                                                        : ADDITION_NONE;
}

static Addition of_operator(ExprOperator op, Addition l, Addition r)
{
    switch (op) {
    case OPERATOR_ADD:
    case OPERATOR_SUBTRACT:
        return of_sum(l, r);
    case OPERATOR_MULTIPLY:
        return of_product(l, r);
    case OPERATOR_DIVIDE:
        return of_quotient(l, r);
    default:
        return ADDITION_NONE;
    }
}

/* ---- functions ---- */

static bool names_table(const Expr *e)
{
    return e && (e->kind == EXPR_MEMBER || names_table(e->left) ||
                 names_table(e->right));
}

/* One for each row: how many there are. */
static bool is_one(const Expr *e)
{
    return e && e->kind == EXPR_NUMBER && !e->ratio;
}

/* In a row, functions range over all rows. */
static Addition of_whole_call(const Expr *e)
{
    switch (e->function) {
    case FUNCTION_SUM:
        return ADDITION_WHOLE;
    case FUNCTION_COUNT:
        return ADDITION_FIXED;
    default:
        return e->function <= FUNCTION_LAST ? ADDITION_MEAN : ADDITION_NONE;
    }
}

static Addition of_part(const Expr *e, const Over *o);

/* Of a group, a sum is a figure like that of a row; of another table it is
 * again the same for all groups. */
static Addition of_group_call(const Expr *e, const Over *o)
{
    if (names_table(e->left))
        return e->function == FUNCTION_COUNT ? ADDITION_WHOLE
                                             : of_whole_call(e);
    if (e->function == FUNCTION_COUNT)
        return ADDITION_LINEAR;
    if (e->function != FUNCTION_SUM)
        return ADDITION_RATE;
    Over row = {o->table, false, o->nameless};
    Addition each = is_one(e->left) ? ADDITION_AMOUNT : of_part(e->left, &row);
    return addition_adds(each) || each == ADDITION_FIXED ? ADDITION_LINEAR
                                                         : ADDITION_RATE;
}

/* ---- formulas ---- */

/* A member of the table itself is the cell of the row, which has no name that
 * could stand for its sum. */
static Addition of_member(const Expr *e, const Over *o)
{
    if (!name_same(e->table, table_name(o->table)))
        return ADDITION_FIXED;
    size_t col = table_find_column(o->table, e->name);
    if (col == SIZE_MAX || !column_counts(o->table, col))
        return ADDITION_NONE;
    return of_column(o, col) == ADDITION_LINEAR ? ADDITION_AMOUNT
                                                : ADDITION_RATE;
}

static Addition of_part(const Expr *e, const Over *o)
{
    size_t col;
    switch (e->kind) {
    case EXPR_NUMBER:
    case EXPR_KEYED:
        return ADDITION_FIXED;
    case EXPR_NAME:
        col = table_find_column(o->table, e->name);
        return col == SIZE_MAX ? ADDITION_FIXED : of_column(o, col);
    case EXPR_MEMBER:
        return of_member(e, o);
    case EXPR_CALL:
        return o->grouped ? of_group_call(e, o) : of_whole_call(e);
    case EXPR_NEGATE:
        return of_part(e->left, o);
    case EXPR_BINARY:
        return of_operator(e->op, of_part(e->left, o), of_part(e->right, o));
    default:
        return ADDITION_NONE;
    }
}

static Addition of_formula(const Expr *e, const Over *o)
{
    return is_one(e) ? ADDITION_AMOUNT : of_part(e, o);
}

Addition expr_addition(const Expr *e, const Table *t, bool grouped)
{
    Over over = {t, grouped, false};
    return e && t ? of_formula(e, &over) : ADDITION_NONE;
}

/* ---- what keeps a total blank ---- */

/* The column of the table that a name means; SIZE_MAX: none. */
static size_t own_column(const Expr *e, const Table *t)
{
    bool own = e->kind == EXPR_NAME ||
               (e->kind == EXPR_MEMBER && name_same(e->table, table_name(t)));
    return own ? table_find_column(t, e->name) : SIZE_MAX;
}

/* The first column in the formula that its name keeps apart. */
static const Column *first_kept(const Expr *e, const Table *t)
{
    if (!e)
        return NULL;
    size_t col = own_column(e, t);
    const Column *found = col == SIZE_MAX ? NULL : column_kept_by(t, col);
    if (!found)
        found = first_kept(e->left, t);
    return found ? found : first_kept(e->right, t);
}

const Column *column_kept_by(const Table *t, size_t col)
{
    const Column *c = table_column(t, col);
    return is_kept_apart(t, col) ? c : c->kept_by;
}

static bool has_total(Addition a)
{
    return addition_of_sums(a) || addition_of_rows(a);
}

/* No total, but one if it were not for what the columns are. */
static bool is_kept_blank(const Expr *e, const Table *t, bool grouped)
{
    Over over = {t, grouped, true};
    return e && t && !has_total(expr_addition(e, t, grouped)) &&
           has_total(of_formula(e, &over));
}

const Column *expr_kept_by(const Expr *e, const Table *t, bool grouped)
{
    return is_kept_blank(e, t, grouped) ? first_kept(e, t) : NULL;
}

static bool sees_ratio(const Expr *e, const Table *t)
{
    if (!e)
        return false;
    size_t col = own_column(e, t);
    return (col != SIZE_MAX && is_made_ratio(table_column(t, col))) ||
           sees_ratio(e->left, t) || sees_ratio(e->right, t);
}

bool expr_of_ratio(const Expr *e, const Table *t, bool grouped)
{
    return is_kept_blank(e, t, grouped) && sees_ratio(e, t);
}

/* ---- what additions mean ---- */

bool addition_of_sums(Addition a)
{
    return a == ADDITION_LINEAR || is_ratio(a);
}

bool addition_of_rows(Addition a)
{
    return a == ADDITION_AMOUNT || a == ADDITION_PART;
}

bool addition_holds_in_total(Addition a)
{
    return a != ADDITION_NONE && !addition_of_rows(a);
}

bool addition_adds(Addition a)
{
    return is_amount(a) || is_share(a);
}

const Expr *expr_sum_here(const Expr *e, Arena *a)
{
    Expr *sum = ARENA_NEW(a, Expr);
    *sum = (Expr){.kind = EXPR_CALL,
                  .function = FUNCTION_SUM,
                  .pos = e->pos,
                  .text = str_printf(a, "sum(" STR_FMT ")", STR_ARG(e->text)),
                  .here = true,
                  .left = e};
    return sum;
}
