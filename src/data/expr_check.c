/*
 * Checks: an equation or condition that every row of a table must meet. The
 * message names the row, both sides, the difference and every cell used, so
 * that the wrong one can be found without opening the file.
 */
#include "data/expr_int.h"

/* The bare names of an expression with their values: "일반회계 54,677". */
static Str used_cells(const Expr *e, const ExprScope *scope, Arena *a,
                      Diags *diags, Str so_far)
{
    Value v;
    if (!e || e->kind == EXPR_CALL)
        return so_far;
    if (e->kind != EXPR_NAME) {
        so_far = used_cells(e->left, scope, a, diags, so_far);
        return used_cells(e->right, scope, a, diags, so_far);
    }
    if (!expr_eval(e, scope, a, diags, &v))
        return so_far;
    Str shown = value_shown(v, a);
    return str_printf(a, STR_FMT "%s" STR_FMT " " STR_FMT, STR_ARG(so_far),
                      so_far.n ? ", " : "", STR_ARG(e->text), STR_ARG(shown));
}

static const char *row_name(const ExprScope *scope, Diags *diags)
{
    const Table *t = scope->rows.table;
    return diag_str(diags, table_text(t, scope->row, table_key_column(t)));
}

static const char *difference(Value left, Value right, Arena *a, Diags *diags)
{
    Decimal d;
    if (left.kind != VALUE_NUMBER || right.kind != VALUE_NUMBER ||
        !decimal_sub(left.number, right.number, &d))
        return "-";
    return diag_str(diags, decimal_format(decimal_trim(d), true, a));
}

/* Left and right of "=" as they came out. */
typedef struct Sides {
    Value left, right;
    bool claimed; /* both sides say something */
} Sides;

static bool eval_sides(const Expr *e, const ExprScope *scope, Arena *a,
                       Diags *diags, Sides *out)
{
    bool fine = expr_eval(e->left, scope, a, diags, &out->left);
    fine = expr_eval(e->right, scope, a, diags, &out->right) && fine;
    out->claimed =
        fine && out->left.kind >= VALUE_TEXT && out->right.kind >= VALUE_TEXT;
    return fine;
}

static void report_sides(const Expr *e, const ExprScope *scope, const Sides *s,
                         Arena *a, Diags *diags)
{
    Pos pos = blame(e, s->left);
    Str cells = used_cells(e, scope, a, diags, STR(""));
    diag(diags, DIAG_CHECK_FAILED, pos, row_name(scope, diags),
         diag_str(diags, e->left->text),
         diag_str(diags, value_shown(s->left, a)),
         diag_str(diags, e->right->text),
         diag_str(diags, value_shown(s->right, a)),
         difference(s->left, s->right, a, diags), diag_str(diags, cells));
}

/* Whether the layout allows this row to fail. */
static bool is_waived(DiagCode code, const ExprScope *scope, Waivers *waivers,
                      Pos pos, Diags *diags)
{
    const Table *t = scope->rows.table;
    return waivers_allow(waivers, code, table_name(t),
                         table_text(t, scope->row, table_key_column(t)),
                         STR(""), pos, diags);
}

static bool check_equation(const Expr *e, const ExprScope *scope,
                           Waivers *waivers, Arena *a, Diags *diags)
{
    Sides sides;
    Value answer;
    if (!eval_sides(e, scope, a, diags, &sides))
        return false;
    if (!sides.claimed)
        return true;
    if (!operator_apply(e, sides.left, sides.right, diags, &answer))
        return false;
    if (answer.flag || is_waived(DIAG_CHECK_FAILED, scope, waivers,
                                 blame(e, sides.left), diags))
        return true;
    report_sides(e, scope, &sides, a, diags);
    return false;
}

static bool check_condition(const Expr *e, const ExprScope *scope,
                            Waivers *waivers, Arena *a, Diags *diags)
{
    Pos pos = table_pos(scope->rows.table, scope->row, 0);
    bool holds;
    if (!expr_test(e, scope, a, diags, &holds))
        return false;
    if (holds || is_waived(DIAG_CHECK_FALSE, scope, waivers, pos, diags))
        return true;
    Str cells = used_cells(e, scope, a, diags, STR(""));
    diag(diags, DIAG_CHECK_FALSE, pos, row_name(scope, diags),
         diag_str(diags, e->text), diag_str(diags, cells));
    return false;
}

bool expr_check_rows(const Expr *e, const ExprScope *document,
                     const Table *table, Waivers *waivers, Arena *a,
                     Diags *diags)
{
    bool equation = e->kind == EXPR_BINARY && e->op == OPERATOR_EQUAL;
    bool fine = true;
    for (size_t row = 0; row < table_rows(table); row++) {
        ExprScope scope = {
            .outer = document, .rows = rowset_all(table), .row = row};
        fine = (equation ? check_equation : check_condition)(e, &scope, waivers,
                                                             a, diags) &&
               fine;
        if (!fine && diags_count(diags, LEVEL_ERROR) >= 1000)
            break;
    }
    return fine;
}
