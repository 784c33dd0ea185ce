/* Ranges of expressions, by the tree. */
#include "data/expr_range.h"
#include "data/made.h"

typedef struct RangedTable {
    struct RangedTable *next;
    Figures figures;
} RangedTable;

/* A function over rows, kept so that a share of the total costs one pass. */
typedef struct RangedCall {
    struct RangedCall *next;
    const Expr *call;
    RowSet rows;
    FigureKind kind;
    Range range;
} RangedCall;

/* ---- cells ---- */

static const Figures *figures_kept(Ranging *r, const Table *t)
{
    for (const RangedTable *kept = r->tables; kept; kept = kept->next)
        if (kept->figures.table == t)
            return &kept->figures;
    RangedTable *kept = ARENA_NEW(r->arena, RangedTable);
    kept->figures = figures_of(t, r->arena);
    kept->figures.width = r->width;
    kept->next = r->tables;
    r->tables = kept;
    return &kept->figures;
}

static FigureKind point(Decimal number, Range *out)
{
    *out = (Range){number, number};
    return FIGURE_FINE;
}

static FigureKind value_point(const Ranging *r, const Expr *e, Value v,
                              Range *out)
{
    Numeric numeric = value_numeric(e, &v, r->diags);
    point(numeric == NUMERIC_FINE ? v.number : DECIMAL_ZERO, out);
    return numeric == NUMERIC_FINE ? FIGURE_FINE
           : v.kind == VALUE_BLANK ? FIGURE_BLANK
                                   : FIGURE_NONE;
}

/* The cell as its column is rounded; the number itself where the check reads it
 * otherwise than the column is written (3조 2,000억, a share without its %). */
static FigureKind cell_range(Ranging *r, const Expr *e, const ScopeCell *c,
                             Range *out)
{
    Decimal written;
    FigureKind kind = value_point(r, e, c->value, out);
    if (kind != FIGURE_FINE)
        return kind;
    const Figures *f = figures_kept(r, c->table);
    if (figure_value(f, c->row, c->col, &written) != FIGURE_FINE ||
        decimal_cmp(written, out->low) != 0)
        return kind;
    return figure_range(f, c->row, c->col, out);
}

static FigureKind place_range(Ranging *r, const Expr *e, ScopeCell c,
                              Range *out);

static FigureKind made_range(Ranging *r, const Expr *e, const ScopeCell *c,
                             Range *out)
{
    const MadeCell *made = made_cell(c->table, c->row, c->col);
    if (made->expr) {
        ExprScope scope = {.outer = c->table->made->document,
                           .rows = made->rows,
                           .row = made->row};
        return expr_range(r, made->expr, &scope, out);
    }
    if (made->row == SIZE_MAX || !made->rows.table) /* a rank, a share */
        return value_point(r, e, c->value, out);
    return place_range(
        r, e, (ScopeCell){made->rows.table, made->row, made->col, c->value},
        out);
}

static FigureKind place_range(Ranging *r, const Expr *e, ScopeCell c,
                              Range *out)
{
    if (!c.table)
        return value_point(r, e, c.value, out);
    return (table_is_made(c.table) ? made_range : cell_range)(r, e, &c, out);
}

/* ---- functions over rows ---- */

static Decimal lesser(Decimal a, Decimal b)
{
    return decimal_cmp(a, b) <= 0 ? a : b;
}

static Decimal greater(Decimal a, Decimal b)
{
    return decimal_cmp(a, b) >= 0 ? a : b;
}

/* One more range to what was gathered; `n` are in it. */
static bool gather_range(ExprFunction function, size_t n, Range next,
                         Range *all)
{
    if (n == 0 || function == FUNCTION_LAST)
        *all = next;
    else if (function == FUNCTION_MIN)
        *all =
            (Range){lesser(all->low, next.low), lesser(all->high, next.high)};
    else if (function == FUNCTION_MAX)
        *all =
            (Range){greater(all->low, next.low), greater(all->high, next.high)};
    else if (function != FUNCTION_FIRST)
        return range_add(*all, next, all);
    return true;
}

static FigureKind rows_range(Ranging *r, const Expr *call,
                             const ExprScope *scope, RowSet rows, Range *out)
{
    size_t n = 0;
    point(DECIMAL_ZERO, out);
    for (size_t i = 0; i < rows.n; i++) {
        size_t row = rowset_row(rows, i);
        ExprScope inner = {.outer = scope, .rows = rows, .row = row};
        Range one;
        if (table_is_total(rows.table, row))
            continue;
        FigureKind kind = expr_range(r, call->left, &inner, &one);
        if (kind == FIGURE_NONE)
            return kind;
        if (kind == FIGURE_BLANK)
            continue;
        if (!gather_range(call->function, n++, one, out))
            return FIGURE_NONE;
    }
    Range count;
    point(decimal_from_int((int64_t)n), &count);
    if (call->function == FUNCTION_AVG && !range_div(*out, count, out))
        return FIGURE_NONE;
    return n || call->function == FUNCTION_SUM ? FIGURE_FINE : FIGURE_BLANK;
}

static FigureKind call_value(const Ranging *r, const Expr *e,
                             const ExprScope *scope, Range *out)
{
    Value v;
    if (!expr_eval(e, scope, r->arena, r->diags, &v))
        return FIGURE_NONE;
    return value_point(r, e, v, out);
}

/* What is told of the rows alone is kept, as expr_memo.c keeps its value. */
static FigureKind kept_range(Ranging *r, const Expr *e, const ExprScope *scope,
                             RowSet rows, Range *out)
{
    enum { KEPT_MAX = 16 };
    for (const RangedCall *c = r->calls; c; c = c->next) {
        if (c->call == e && rowset_is(c->rows, rows)) {
            *out = c->range;
            return c->kind;
        }
    }
    FigureKind kind = rows_range(r, e, scope, rows, out);
    if (r->ncalls < KEPT_MAX && memo_slot(e, scope, rows)) {
        RangedCall *c = ARENA_NEW(r->arena, RangedCall);
        *c = (RangedCall){r->calls, e, rows, kind, *out};
        r->calls = c;
        r->ncalls++;
    }
    return kind;
}

static FigureKind call_range(Ranging *r, const Expr *e, const ExprScope *scope,
                             Range *out)
{
    RowSet rows;
    if (e->function == FUNCTION_COUNT || e->function > FUNCTION_LAST)
        return call_value(r, e, scope, out);
    if (!scope_rows(e, scope, r->arena, r->diags, &rows))
        return FIGURE_NONE;
    return kept_range(r, e, scope, rows, out);
}

/* ---- operators ---- */

static bool operate(ExprOperator op, Range left, Range right, Range *out)
{
    switch (op) {
    case OPERATOR_ADD:
        return range_add(left, right, out);
    case OPERATOR_SUBTRACT:
        return range_sub(left, right, out);
    case OPERATOR_MULTIPLY:
        return range_mul(left, right, out);
    case OPERATOR_DIVIDE:
        return range_div(left, right, out);
    default:
        return false;
    }
}

/* Ranges know no units: 천 원 / 백만 원 is evened out as the values are. What
 * these had to say has been said. */
static bool even_out(const Ranging *r, const Expr *e, const ExprScope *scope,
                     Range *quotient)
{
    Value left, right;
    Sources *sources = sources_new();
    Diags *silent = diags_new(sources);
    bool fine = expr_eval(e->left, scope, r->arena, silent, &left) &&
                expr_eval(e->right, scope, r->arena, silent, &right);
    int power = fine ? quotient_power(left, right) : 0;
    diags_free(silent);
    sources_free(sources);
    return power == 0 ||
           (decimal_shift(quotient->low, power, &quotient->low) &&
            decimal_shift(quotient->high, power, &quotient->high));
}

/* Blank counts as nothing in sums and leaves a product blank. */
static FigureKind binary_range(Ranging *r, const Expr *e,
                               const ExprScope *scope, Range *out)
{
    Range left, right;
    FigureKind first = expr_range(r, e->left, scope, &left);
    FigureKind second = expr_range(r, e->right, scope, &right);
    bool sum = e->op == OPERATOR_ADD || e->op == OPERATOR_SUBTRACT;
    bool blank = sum ? first == FIGURE_BLANK && second == FIGURE_BLANK
                     : first == FIGURE_BLANK || second == FIGURE_BLANK;
    point(DECIMAL_ZERO, out);
    if (first == FIGURE_NONE || second == FIGURE_NONE)
        return FIGURE_NONE;
    if (blank)
        return FIGURE_BLANK;
    bool fine = operate(e->op, left, right, out) &&
                (e->op != OPERATOR_DIVIDE || even_out(r, e, scope, out));
    return fine ? FIGURE_FINE : FIGURE_NONE;
}

static FigureKind negated_range(Ranging *r, const Expr *e,
                                const ExprScope *scope, Range *out)
{
    Range inner;
    FigureKind kind = expr_range(r, e->left, scope, &inner);
    if (kind != FIGURE_NONE)
        *out = (Range){decimal_neg(inner.high), decimal_neg(inner.low)};
    return kind;
}

FigureKind expr_range(Ranging *r, const Expr *e, const ExprScope *scope,
                      Range *out)
{
    ScopeCell c;
    switch (e->kind) {
    case EXPR_NUMBER:
        return point(e->number, out);
    case EXPR_NAME:
    case EXPR_MEMBER:
    case EXPR_KEYED:
        return scope_cell(e, scope, r->diags, &c) ? place_range(r, e, c, out)
                                                  : FIGURE_NONE;
    case EXPR_CALL:
        return call_range(r, e, scope, out);
    case EXPR_NEGATE:
        return negated_range(r, e, scope, out);
    case EXPR_BINARY:
        return binary_range(r, e, scope, out);
    default:
        return FIGURE_NONE;
    }
}
