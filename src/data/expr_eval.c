/* Walking the tree of an expression, and the checks over rows. */
#include "data/expr_int.h"

static bool eval_not(const Expr *e, const ExprScope *scope, Arena *a,
                     Diags *diags, Value *out)
{
    bool flag;
    if (!expr_test(e->left, scope, a, diags, &flag))
        return false;
    *out = (Value){.kind = VALUE_BOOL, .flag = !flag};
    return true;
}

/* The right side is not looked at when the left one decides. */
static bool eval_logic(const Expr *e, const ExprScope *scope, Arena *a,
                       Diags *diags, Value *out)
{
    bool flag, decides = e->op == OPERATOR_OR;
    if (!expr_test(e->left, scope, a, diags, &flag))
        return false;
    if (flag != decides && !expr_test(e->right, scope, a, diags, &flag))
        return false;
    *out = (Value){.kind = VALUE_BOOL, .flag = flag};
    return true;
}

static bool eval_binary(const Expr *e, const ExprScope *scope, Arena *a,
                        Diags *diags, Value *out)
{
    Value left, right;
    if (e->op <= OPERATOR_AND)
        return eval_logic(e, scope, a, diags, out);
    bool fine = expr_eval(e->left, scope, a, diags, &left);
    fine = expr_eval(e->right, scope, a, diags, &right) && fine;
    return fine && operator_apply(e, left, right, diags, out);
}

bool expr_eval(const Expr *e, const ExprScope *scope, Arena *a, Diags *diags,
               Value *out)
{
    Value operand;
    switch (e->kind) {
    case EXPR_NUMBER:
        *out = (Value){
            .kind = VALUE_NUMBER, .number = e->number, .ratio = e->ratio};
        return true;
    case EXPR_TEXT:
        *out = (Value){.kind = VALUE_TEXT, .text = e->name};
        return true;
    case EXPR_CALL:
        return call_eval(e, scope, a, diags, out);
    case EXPR_NEGATE:
        return expr_eval(e->left, scope, a, diags, &operand) &&
               operator_negate(e, operand, diags, out);
    case EXPR_NOT:
        return eval_not(e, scope, a, diags, out);
    case EXPR_BINARY:
        return eval_binary(e, scope, a, diags, out);
    default:
        return scope_value(e, scope, a, diags, out);
    }
}

bool expr_test(const Expr *e, const ExprScope *scope, Arena *a, Diags *diags,
               bool *out)
{
    Value v;
    if (!expr_eval(e, scope, a, diags, &v))
        return false;
    if (v.kind != VALUE_BOOL) {
        diag(diags, DIAG_EXPR_NOT_TEST, e->pos, diag_str(diags, e->text));
        return false;
    }
    *out = v.flag;
    return true;
}
