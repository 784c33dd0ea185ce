/*
 * Operators on values. Blank and dash count as nothing in sums of a row;
 * unknown, suppressed and not-applicable stay what they are through any
 * arithmetic (K-199). Units must agree.
 */
#include "data/date.h"
#include "data/expr_int.h"
#include "data/head.h"
#include "data/number.h"
#include "data/period.h"
#include "data/unit.h"

#include <stdlib.h>

Pos blame(const Expr *e, Value v)
{
    return v.pos.file ? v.pos : e->pos;
}

Str value_shown(Value v, Arena *a)
{
    switch (v.kind) {
    case VALUE_NUMBER:
        return decimal_format(decimal_trim(v.number), true, a);
    case VALUE_DATE:
        return value_is_period(&v) ? period_iso(v.date, v.until, a)
                                   : date_iso(v.date, a);
    case VALUE_BOOL:
        return v.flag ? STR("true") : STR("false");
    case VALUE_BLANK:
        return STR("\"\"");
    default:
        return v.text;
    }
}

static const char *shown(Value v, Diags *diags)
{
    Arena *a = arena_new(0);
    const char *copy = diag_str(diags, value_shown(v, a));
    arena_free(a);
    return copy;
}

/* A text that reads as a number is one: 값 of a column that mixes both. */
static bool text_number(Value *v)
{
    Number n;
    if (number_read(v->text, &n) != NUMBER_FINE)
        return false;
    v->kind = VALUE_NUMBER;
    v->ratio = n.ratio;
    v->unit = n.counter;
    v->number = n.value;
    return true;
}

Numeric value_numeric(const Expr *e, Value *v, Diags *diags)
{
    switch (v->kind) {
    case VALUE_NUMBER:
        return NUMERIC_FINE;
    case VALUE_DASH:
        v->kind = VALUE_NUMBER;
        v->number = DECIMAL_ZERO;
        return NUMERIC_FINE;
    case VALUE_TEXT:
        if (diags_blamed(diags, v->pos)) /* 오백 in a column of money */
            return NUMERIC_FAULT;
        if (text_number(v))
            return NUMERIC_FINE;
        break;
    case VALUE_DATE:
    case VALUE_BOOL:
        break;
    default:
        return NUMERIC_MISSING;
    }
    diag(diags, DIAG_EXPR_NOT_NUMBER, blame(e, *v), shown(*v, diags),
         diag_str(diags, e->text));
    return NUMERIC_FAULT;
}

/* ---- arithmetic ---- */

static Value first_of(Value a, Value b)
{
    return a.pos.file ? a : b;
}

/* With blanks: 3 + "" is 3, "" + "" stays blank, "" × 3 stays blank; x + 3
 * stays x. */
static Value missing_result(const Expr *e, Value left, Value right)
{
    bool sum = e->op == OPERATOR_ADD || e->op == OPERATOR_SUBTRACT;
    if (left.kind != VALUE_BLANK && left.kind != VALUE_NUMBER)
        return left;
    if (right.kind != VALUE_BLANK && right.kind != VALUE_NUMBER)
        return right;
    if (!sum || left.kind == right.kind)
        return left.kind == VALUE_BLANK ? left : right;
    if (right.kind == VALUE_BLANK)
        return left;
    if (e->op == OPERATOR_SUBTRACT)
        right.number = decimal_neg(right.number);
    return right;
}

/* Figures of a column in % or, between two of them, in %p. */
static bool in_hundredths(Value v)
{
    return str_eq_c(v.unit, "%") || str_eq_c(v.unit, "%p");
}

static bool units_differ(Value a, Value b)
{
    return a.unit.n && b.unit.n && !head_matches(a.unit, b.unit) &&
           !(in_hundredths(a) && in_hundredths(b));
}

static bool check_units(const Expr *e, Value a, Value b, Diags *diags)
{
    if (!units_differ(a, b))
        return true;
    diag(diags, DIAG_EXPR_UNITS, e->pos, diag_str(diags, a.unit),
         diag_str(diags, b.unit), diag_str(diags, e->text));
    return false;
}

static Value number_value(Value left, Value right, Decimal number)
{
    Value v = {.kind = VALUE_NUMBER,
               .number = number,
               .pos = first_of(left, right).pos};
    v.unit = left.unit.n ? left.unit : right.unit;
    v.ratio = left.ratio && right.ratio;
    return v;
}

/* ---- percentage points (K-123) ---- */

static bool is_points(Value v)
{
    return v.points || str_eq_c(v.unit, "%p");
}

/* A share that was read or computed: 100% - x is what is left of the whole, a
 * share again. */
static bool is_share(Value v)
{
    return (v.ratio || str_eq_c(v.unit, "%")) && v.pos.file && !is_points(v);
}

static void mark_points(Value *v, bool points)
{
    if (v->ratio)
        v->points = points;
    else if (in_hundredths(*v))
        v->unit = points ? STR("%p") : STR("%");
}

static bool add(Value l, Value r, Value *out)
{
    Decimal n;
    bool held = decimal_add(l.number, r.number, &n);
    *out = number_value(l, r, n);
    mark_points(out, is_points(l) && is_points(r));
    return held;
}

static bool subtract(Value l, Value r, Value *out)
{
    Decimal n;
    bool held = decimal_sub(l.number, r.number, &n);
    *out = number_value(l, r, n);
    mark_points(out, is_points(l) || (is_share(l) && is_share(r)));
    return held;
}

static bool multiply(Value l, Value r, Value *out)
{
    Decimal n;
    bool held = decimal_mul(l.number, r.number, &n);
    *out = number_value(l, r, n);
    return held;
}

int quotient_power(Value l, Value r)
{
    if (l.kind != VALUE_NUMBER || r.kind != VALUE_NUMBER || !l.unit.n ||
        !r.unit.n || head_matches(l.unit, r.unit))
        return 0;
    Unit left = unit_parse(l.unit), right = unit_parse(r.unit);
    return head_matches(left.counter, right.counter) ? left.power - right.power
                                                     : 0;
}

/* Both in the same power of their unit: 천 원 / 백만 원 is a ratio as well. */
static bool even_out(Value *l, Value *r)
{
    int power = quotient_power(*l, *r);
    Value *greater = power > 0 ? l : r;
    return power == 0 ||
           decimal_shift(greater->number, abs(power), &greater->number);
}

/* 18 digits, or as many as fit beside the figures before the point. What is
 * so much for each of something else (원 / 명) has no unit that could be added
 * to others. */
static bool divide(Value l, Value r, Value *out)
{
    Decimal n = DECIMAL_ZERO;
    bool even = even_out(&l, &r), held = false;
    for (int digits = 18; even && digits >= 6 && !held; digits -= 3)
        held = decimal_div(l.number, r.number, digits, ROUND_HALF_AWAY, &n);
    *out = number_value(l, r, decimal_trim(n));
    if (r.unit.n)
        out->unit = STR("");
    return held;
}

static bool is_zero(Value v)
{
    return decimal_sign(v.number) == 0;
}

static bool calculate(const Expr *e, Value l, Value r, Diags *diags, Value *out)
{
    bool held;
    if (e->op == OPERATOR_DIVIDE && is_zero(r)) {
        diag(diags, DIAG_EXPR_ZERO, blame(e, r), diag_str(diags, e->text));
        *out = (Value){.kind = VALUE_NOT_APPLICABLE,
                       .text = STR("-"),
                       .pos = first_of(l, r).pos};
        return true;
    }
    switch (e->op) {
    case OPERATOR_ADD:
        held = check_units(e, l, r, diags) && add(l, r, out);
        break;
    case OPERATOR_SUBTRACT:
        held = check_units(e, l, r, diags) && subtract(l, r, out);
        break;
    case OPERATOR_MULTIPLY:
        held = multiply(l, r, out);
        break;
    default:
        held = divide(l, r, out);
        break;
    }
    bool sum = e->op == OPERATOR_ADD || e->op == OPERATOR_SUBTRACT;
    if (!held && !(sum && units_differ(l, r))) /* which has been told */
        diag(diags, DIAG_EXPR_RANGE, blame(e, l), diag_str(diags, e->text));
    return held;
}

static bool arithmetic(const Expr *e, Value l, Value r, Diags *diags,
                       Value *out)
{
    Numeric left = value_numeric(e->left, &l, diags);
    Numeric right = value_numeric(e->right, &r, diags);
    if (left == NUMERIC_FAULT || right == NUMERIC_FAULT)
        return false;
    if (left == NUMERIC_MISSING || right == NUMERIC_MISSING) {
        *out = missing_result(e, l, r);
        return true;
    }
    return calculate(e, l, r, diags, out);
}

bool operator_negate(const Expr *e, Value v, Diags *diags, Value *out)
{
    Numeric numeric = value_numeric(e->left, &v, diags);
    if (numeric == NUMERIC_FINE)
        v.number = decimal_neg(v.number);
    *out = v;
    return numeric != NUMERIC_FAULT;
}

/* ---- comparing ---- */

typedef enum Order { ORDER_NONE, ORDER_FOUND, ORDER_FAULT } Order;

static bool is_missing(Value v)
{
    return v.kind < VALUE_TEXT && v.kind != VALUE_DASH;
}

static Str as_text(Value v)
{
    return v.kind == VALUE_BLANK ? STR("") : v.text;
}

static bool is_texty(Value v)
{
    return v.kind <= VALUE_TEXT;
}

static bool text_date(Value *v)
{
    Date d;
    if (v->kind != VALUE_TEXT || date_read(v->text, 0, &d) != DATE_FINE)
        return v->kind == VALUE_DATE;
    v->kind = VALUE_DATE;
    v->date = d;
    return true;
}

static bool order_numbers(Value a, Value b, int *order)
{
    if (a.kind == VALUE_DASH)
        a = (Value){.kind = VALUE_NUMBER};
    if (b.kind == VALUE_DASH)
        b = (Value){.kind = VALUE_NUMBER};
    if ((a.kind == VALUE_TEXT && !text_number(&a)) ||
        (b.kind == VALUE_TEXT && !text_number(&b)))
        return false;
    if (a.kind != VALUE_NUMBER || b.kind != VALUE_NUMBER)
        return false;
    *order = decimal_cmp(a.number, b.number);
    return true;
}

bool value_order(const Expr *e, Value a, Value b, Diags *diags, int *order,
                 bool *fault)
{
    *fault = false;
    if (is_texty(a) && is_texty(b)) {
        *order = str_cmp(as_text(a), as_text(b));
        return true;
    }
    if (is_missing(a) || is_missing(b))
        return false;
    if (a.kind == VALUE_DATE || b.kind == VALUE_DATE) {
        if (text_date(&a) && text_date(&b)) {
            *order = value_date_cmp(&a, &b);
            return true;
        }
        return false;
    }
    if (a.kind == VALUE_BOOL && b.kind == VALUE_BOOL) {
        *order = a.flag - b.flag;
        return true;
    }
    if (a.kind == VALUE_NUMBER && b.kind == VALUE_NUMBER)
        *fault = !check_units(e, a, b, diags);
    return !*fault && order_numbers(a, b, order);
}

/* Whether `order` answers the question of the operator. */
static bool order_answers(ExprOperator op, int order)
{
    switch (op) {
    case OPERATOR_EQUAL:
        return order == 0;
    case OPERATOR_NOT_EQUAL:
        return order != 0;
    case OPERATOR_LESS:
        return order < 0;
    case OPERATOR_LESS_EQUAL:
        return order <= 0;
    case OPERATOR_MORE:
        return order > 0;
    default:
        return order >= 0;
    }
}

/* A text beside a number or a date: "<" between them is a slip. */
static bool compare(const Expr *e, Value l, Value r, Diags *diags, Value *out)
{
    int order = 0;
    bool fault;
    bool found = value_order(e, l, r, diags, &order, &fault);
    bool equality = e->op == OPERATOR_EQUAL || e->op == OPERATOR_NOT_EQUAL;
    if (fault)
        return false;
    *out = (Value){.kind = VALUE_BOOL, .pos = first_of(l, r).pos};
    if (found)
        out->flag = order_answers(e->op, order);
    else if (equality || is_missing(l) || is_missing(r))
        out->flag = e->op == OPERATOR_NOT_EQUAL;
    else {
        Value text = l.kind == VALUE_TEXT ? l : r;
        bool date = l.kind == VALUE_DATE || r.kind == VALUE_DATE;
        if (!diags_blamed(diags, text.pos))
            diag(diags, date ? DIAG_EXPR_NOT_DATE : DIAG_EXPR_NOT_NUMBER,
                 blame(e, text), shown(text, diags), diag_str(diags, e->text));
        return false;
    }
    return true;
}

bool operator_apply(const Expr *e, Value left, Value right, Diags *diags,
                    Value *out)
{
    if (e->op >= OPERATOR_ADD)
        return arithmetic(e, left, right, diags, out);
    return compare(e, left, right, diags, out);
}
