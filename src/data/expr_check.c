/*
 * Checks: an equation or condition that every row of a table must meet, or one
 * between tables. The message names both sides, the difference and every cell
 * used, so that the wrong one can be found without opening the file. Sides that
 * differ still agree when the ranges of their rounded figures meet (K-100).
 */
#include "data/expr_range.h"

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

/* True when the sides are figures that rounding alone may have parted. */
static bool sides_meet(Ranging *r, const Expr *e, const ExprScope *scope,
                       const Sides *s)
{
    Range left, right;
    return s->left.kind == VALUE_NUMBER && s->right.kind == VALUE_NUMBER &&
           expr_range(r, e->left, scope, &left) == FIGURE_FINE &&
           expr_range(r, e->right, scope, &right) == FIGURE_FINE &&
           range_meets(left, right);
}

/* Whether both sides came out and, with `*agree`, whether they are the same. */
static bool compare_sides(Ranging *r, const Expr *e, const ExprScope *scope,
                          Sides *s, bool *agree)
{
    Value answer;
    *agree = true;
    if (!eval_sides(e, scope, r->arena, r->diags, s))
        return false;
    if (!s->claimed)
        return true;
    if (!operator_apply(e, s->left, s->right, r->diags, &answer))
        return false;
    *agree = answer.flag || sides_meet(r, e, scope, s);
    return true;
}

/* ---- over the rows of a table ---- */

/* Whether the layout allows this row to fail. */
static bool is_waived(DiagCode code, const ExprScope *scope, Waivers *waivers,
                      Pos pos, Diags *diags)
{
    const Table *t = scope->rows.table;
    return waivers_allow(waivers, code, table_name(t),
                         table_text(t, scope->row, table_key_column(t)),
                         STR(""), pos, diags);
}

static bool check_equation(Ranging *r, const Expr *e, const ExprScope *scope,
                           Waivers *waivers)
{
    Sides sides;
    bool agree;
    if (!compare_sides(r, e, scope, &sides, &agree))
        return false;
    if (agree || is_waived(DIAG_CHECK_FAILED, scope, waivers,
                           blame(e, sides.left), r->diags))
        return true;
    report_sides(e, scope, &sides, r->arena, r->diags);
    return false;
}

static bool check_condition(Ranging *r, const Expr *e, const ExprScope *scope,
                            Waivers *waivers)
{
    Arena *a = r->arena;
    Diags *diags = r->diags;
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

static bool is_equation(const Expr *e)
{
    return e->kind == EXPR_BINARY && e->op == OPERATOR_EQUAL;
}

bool expr_check_rows(const Expr *e, const ExprScope *document,
                     const Table *table, Waivers *waivers, Arena *a,
                     Diags *diags)
{
    Ranging ranging = {.width = WIDTH_DECIMALS, .arena = a, .diags = diags};
    bool fine = true;
    for (size_t row = 0; row < table_rows(table); row++) {
        ExprScope scope = {
            .outer = document, .rows = rowset_all(table), .row = row};
        fine = (is_equation(e) ? check_equation : check_condition)(
                   &ranging, e, &scope, waivers) &&
               fine;
        if (!fine && diags_count(diags, LEVEL_ERROR) >= 1000)
            break;
    }
    return fine;
}

/* ---- between tables ---- */

/* What is asked of the cells that a check names and of its functions. */
typedef struct Leaves {
    const ExprScope *document;
    Waivers *waivers;
    DiagCode code; /* the finding, */
    Pos pos;       /* its place, */
    bool waived;   /* whether the layout allows it */
    Str shown;     /* and the cells as the message names them */
    Arena *arena;
    Diags *diags;
} Leaves;

static bool is_leaf(const Expr *e)
{
    return e->kind >= EXPR_NAME && e->kind <= EXPR_CALL;
}

/* Gathers "overview[예산].값 74,734 overview.csv:3:4"; of a function over
 * rows, the place is the first of many. */
static void show_leaf(Leaves *l, const Expr *e)
{
    Value v;
    if (!expr_eval(e, l->document, l->arena, l->diags, &v))
        return;
    l->shown = str_printf(l->arena, STR_FMT "%s" STR_FMT " " STR_FMT,
                          STR_ARG(l->shown), l->shown.n ? ", " : "",
                          STR_ARG(e->text), STR_ARG(value_shown(v, l->arena)));
    if (v.pos.file)
        l->shown = str_printf(l->arena, STR_FMT " %s%s", STR_ARG(l->shown),
                              diag_place(l->diags, v.pos),
                              e->kind == EXPR_CALL ? "…" : "");
}

/* A waiver names a cell by its table, row and column; one that names no row
 * covers what is added up over them. */
static void waive_leaf(Leaves *l, const Expr *e)
{
    if (e->table.n && !l->waived)
        l->waived = waivers_allow(l->waivers, l->code, e->table, e->key,
                                  e->name, l->pos, l->diags);
}

static void walk_leaves(Leaves *l, const Expr *e,
                        void (*see)(Leaves *l, const Expr *e), bool within)
{
    if (!e)
        return;
    if (is_leaf(e))
        see(l, e);
    if (within || e->kind != EXPR_CALL) {
        walk_leaves(l, e->left, see, within);
        walk_leaves(l, e->right, see, within);
    }
}

/* The figure that was typed rather than added up is the likelier slip. */
static Pos pos_between(const Expr *e, const Sides *s)
{
    bool added = e->left->kind == EXPR_CALL && is_leaf(e->right) &&
                 e->right->kind != EXPR_CALL;
    return added ? blame(e, s->right) : blame(e, s->left);
}

static bool check_between(Ranging *r, const Expr *e, Leaves *l)
{
    Sides s;
    bool agree;
    if (!compare_sides(r, e, l->document, &s, &agree))
        return false;
    l->code = DIAG_CHECK_APART;
    l->pos = pos_between(e, &s);
    if (!agree)
        walk_leaves(l, e, waive_leaf, true);
    if (agree || l->waived)
        return true;
    walk_leaves(l, e, show_leaf, false);
    diag(l->diags, l->code, l->pos, diag_str(l->diags, e->left->text),
         diag_str(l->diags, value_shown(s.left, l->arena)),
         diag_str(l->diags, e->right->text),
         diag_str(l->diags, value_shown(s.right, l->arena)),
         difference(s.left, s.right, l->arena, l->diags),
         diag_str(l->diags, l->shown));
    return false;
}

static bool check_stated(const Expr *e, Leaves *l)
{
    bool holds;
    if (!expr_test(e, l->document, l->arena, l->diags, &holds))
        return false;
    l->code = DIAG_CHECK_UNMET;
    l->pos = e->pos;
    if (!holds)
        walk_leaves(l, e, waive_leaf, true);
    if (holds || l->waived)
        return true;
    walk_leaves(l, e, show_leaf, false);
    diag(l->diags, l->code, l->pos, diag_str(l->diags, e->text),
         diag_str(l->diags, l->shown));
    return false;
}

bool expr_check(const Expr *e, const ExprScope *document, Waivers *waivers,
                Arena *a, Diags *diags)
{
    Ranging ranging = {.width = WIDTH_WRITTEN, .arena = a, .diags = diags};
    Leaves leaves = {.document = document,
                     .waivers = waivers,
                     .shown = STR(""),
                     .arena = a,
                     .diags = diags};
    return is_equation(e) ? check_between(&ranging, e, &leaves)
                          : check_stated(e, &leaves);
}
