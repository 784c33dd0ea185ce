/*
 * Functions. Those over rows take every row of their set but the totals
 * (K-201) and evaluate their argument there; the others look at one date.
 */
#include "data/date.h"
#include "data/expr_int.h"

/* What a function over rows gathers. */
typedef struct Gather {
    Decimal sum;
    size_t n; /* rows with a value */
    size_t rows;
    Value first, last, least, most;
    Value unit_of; /* the first number: its unit, ratio and place */
} Gather;

static bool gather_order(const Expr *e, Value v, Gather *g, Diags *diags)
{
    int order;
    bool fault = false;
    if (g->n == 0) {
        g->least = g->most = v;
        return true;
    }
    if (value_order(e, v, g->least, diags, &order, &fault) && order < 0)
        g->least = v;
    if (!fault && value_order(e, v, g->most, diags, &order, &fault) &&
        order > 0)
        g->most = v;
    return !fault;
}

/* A value that says there is one but not which. */
static bool is_unknown(Value v)
{
    return v.kind == VALUE_UNKNOWN || v.kind == VALUE_SUPPRESSED ||
           v.kind == VALUE_NOT_APPLICABLE;
}

static bool refuse_unknown(const Expr *e, Value v, Diags *diags)
{
    diag(diags, DIAG_EXPR_MISSING, blame(e, v), diag_str(diags, v.text),
         diag_str(diags, e->text));
    return false;
}

static bool gather_number(const Expr *e, Value v, Gather *g, Diags *diags)
{
    if (value_numeric(e, &v, diags) != NUMERIC_FINE)
        return false;
    if (g->unit_of.kind != VALUE_NUMBER)
        g->unit_of = v;
    if (decimal_add(g->sum, v.number, &g->sum))
        return true;
    diag(diags, DIAG_EXPR_RANGE, blame(e, v), diag_str(diags, e->text));
    return false;
}

static bool gather_value(const Expr *e, Value v, Gather *g, Diags *diags)
{
    bool adds = e->function == FUNCTION_SUM || e->function == FUNCTION_AVG;
    bool orders = e->function == FUNCTION_MIN || e->function == FUNCTION_MAX;
    if (g->rows++ == 0)
        g->first = v;
    g->last = v;
    if (v.kind == VALUE_BLANK)
        return true;
    if ((adds || orders) && is_unknown(v))
        return refuse_unknown(e, v, diags);
    if (adds && !gather_number(e, v, g, diags))
        return false;
    if (orders && !gather_order(e, v, g, diags))
        return false;
    g->n++;
    return true;
}

/* count() and count(table) count rows, not values. */
static bool counts_rows(const Expr *e, RowSet rows)
{
    return e->function == FUNCTION_COUNT &&
           (!e->left ||
            (e->left->kind == EXPR_NAME &&
             table_find_column(rows.table, e->left->name) == SIZE_MAX));
}

static bool gather(const Expr *e, const ExprScope *scope, RowSet rows, Arena *a,
                   Diags *diags, Gather *g)
{
    bool fine = true, bare = counts_rows(e, rows);
    for (size_t i = 0; i < rows.n; i++) {
        size_t row = rowset_row(rows, i);
        if (table_is_total(rows.table, row))
            continue;
        ExprScope inner = {.outer = scope, .rows = rows, .row = row};
        Value v = {.kind = VALUE_BOOL,
                   .flag = true,
                   .pos = table_pos(rows.table, row, 0)};
        if (!bare && !expr_eval(e->left, &inner, a, diags, &v))
            return false; /* every row would say the same */
        fine = gather_value(e, v, g, diags) && fine;
    }
    return fine;
}

static Value as_number(const Gather *g, Decimal number)
{
    Value v = g->unit_of;
    v.kind = VALUE_NUMBER;
    v.number = number;
    return v;
}

static Value as_count(const Gather *g)
{
    return (Value){.kind = VALUE_NUMBER,
                   .number = decimal_from_int((int64_t)g->n),
                   .pos = g->first.pos};
}

static bool as_mean(const Expr *e, const Gather *g, Diags *diags, Value *out)
{
    Decimal mean, n = decimal_from_int((int64_t)g->n);
    *out = (Value){.kind = VALUE_BLANK};
    if (g->n == 0)
        return true;
    for (int digits = 18; digits >= 6; digits -= 3) {
        if (decimal_div(g->sum, n, digits, ROUND_HALF_AWAY, &mean)) {
            *out = as_number(g, decimal_trim(mean));
            return true;
        }
    }
    diag(diags, DIAG_EXPR_RANGE, e->pos, diag_str(diags, e->text));
    return false;
}

/* Nothing of a column still counts in its unit. */
static void take_unit(const Expr *e, RowSet rows, Gather *g)
{
    bool named =
        e->left && (e->left->kind == EXPR_NAME || e->left->kind == EXPR_MEMBER);
    size_t col =
        named ? table_find_column(rows.table, e->left->name) : SIZE_MAX;
    if (col != SIZE_MAX)
        g->unit_of.unit = table_column(rows.table, col)->unit;
}

/* One pass over the rows. */
static bool pass_rows(const Expr *e, const ExprScope *scope, RowSet rows,
                      Arena *a, Diags *diags, Value *out)
{
    Gather g = {.sum = DECIMAL_ZERO};
    if (!gather(e, scope, rows, a, diags, &g))
        return false;
    if (g.unit_of.kind != VALUE_NUMBER)
        take_unit(e, rows, &g);
    switch (e->function) {
    case FUNCTION_SUM:
        *out = as_number(&g, g.sum);
        return true;
    case FUNCTION_AVG:
        return as_mean(e, &g, diags, out);
    case FUNCTION_COUNT:
        *out = as_count(&g);
        return true;
    case FUNCTION_MIN:
        *out = g.least;
        return true;
    case FUNCTION_MAX:
        *out = g.most;
        return true;
    case FUNCTION_FIRST:
        *out = g.first;
        return true;
    default:
        *out = g.last;
        return true;
    }
}

static bool over_rows(const Expr *e, const ExprScope *scope, Arena *a,
                      Diags *diags, Value *out)
{
    RowSet rows;
    if (!scope_rows(e, scope, a, diags, &rows))
        return false;
    MemoSlot *slot = memo_slot(e, scope, rows);
    if (slot && memo_holds(slot, e, rows)) {
        *out = slot->value;
        return slot->fine;
    }
    bool fine = pass_rows(e, scope, rows, a, diags, out);
    if (slot)
        *slot = (MemoSlot){.call = e,
                           .rows = rows,
                           .fine = fine,
                           .value = fine ? *out : (Value){.kind = VALUE_BLANK}};
    return fine;
}

static int date_part(ExprFunction function, Date d)
{
    return function == FUNCTION_YEAR    ? d.year
           : function == FUNCTION_MONTH ? d.month
                                        : (d.day > 0 ? d.day : 0);
}

static bool of_date(const Expr *e, const ExprScope *scope, Arena *a,
                    Diags *diags, Value *out)
{
    Value v;
    if (!expr_eval(e->left, scope, a, diags, &v))
        return false;
    Date d = v.kind == VALUE_DATE ? v.date : (Date){0};
    bool fine = v.kind == VALUE_DATE || v.kind < VALUE_TEXT ||
                (v.kind == VALUE_TEXT && date_read(v.text, 0, &d) == DATE_FINE);
    if (!fine) {
        diag(diags, DIAG_EXPR_NOT_DATE, blame(e, v),
             diag_str(diags, value_shown(v, a)), diag_str(diags, e->text));
        return false;
    }
    int part = date_part(e->function, d);
    *out = (Value){.kind = part ? VALUE_NUMBER : VALUE_BLANK,
                   .number = decimal_from_int(part),
                   .pos = v.pos};
    return true;
}

bool call_eval(const Expr *e, const ExprScope *scope, Arena *a, Diags *diags,
               Value *out)
{
    if (e->function <= FUNCTION_LAST)
        return over_rows(e, scope, a, diags, out);
    return of_date(e, scope, a, diags, out);
}
