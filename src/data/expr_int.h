/* Inside Expr: the tree that expr_parse.c makes and expr_eval.c walks. */
#ifndef DATA_EXPR_INT_H
#define DATA_EXPR_INT_H

#include "data/expr.h"

typedef enum ExprKind {
    EXPR_NUMBER,
    EXPR_TEXT,
    EXPR_NAME,   /* 합계 */
    EXPR_MEMBER, /* budget.합계 */
    EXPR_KEYED,  /* budget[시].합계 */
    EXPR_CALL,
    EXPR_NEGATE,
    EXPR_NOT,
    EXPR_BINARY
} ExprKind;

typedef enum ExprOperator {
    OPERATOR_OR,
    OPERATOR_AND,
    OPERATOR_EQUAL,
    OPERATOR_NOT_EQUAL,
    OPERATOR_LESS,
    OPERATOR_LESS_EQUAL,
    OPERATOR_MORE,
    OPERATOR_MORE_EQUAL,
    OPERATOR_ADD,
    OPERATOR_SUBTRACT,
    OPERATOR_MULTIPLY,
    OPERATOR_DIVIDE
} ExprOperator;

typedef enum ExprFunction {
    FUNCTION_SUM,
    FUNCTION_AVG,
    FUNCTION_MIN,
    FUNCTION_MAX,
    FUNCTION_COUNT,
    FUNCTION_FIRST,
    FUNCTION_LAST, /* up to here over rows */
    FUNCTION_YEAR,
    FUNCTION_MONTH,
    FUNCTION_DAY
} ExprFunction;

struct Expr {
    ExprKind kind;
    ExprOperator op;
    ExprFunction function;
    Pos pos;              /* in the layout */
    Str text;             /* as written */
    Str name, table, key; /* of names; TEXT: name is the text */
    Decimal number;
    bool ratio;               /* 5% */
    bool here; /* CALL: over the innermost rows, whatever it names */
    const Expr *left, *right; /* CALL, NEGATE, NOT: left, maybe NULL */
};

/* The names of the functions, for the parser and for suggestions. */
enum { FUNCTION_COUNT_OF = FUNCTION_DAY + 1 };
extern const char *const function_names[FUNCTION_COUNT_OF];

/* ---- expr_scope.c: where names lead ---- */

/* The cell that a name means; without a table, a variable and its value. */
typedef struct ScopeCell {
    const Table *table;
    size_t row, col;
    Value value;
} ScopeCell;

/* Looks up a bare name, a member or a keyed cell. False when reported. */
bool scope_cell(const Expr *e, const ExprScope *scope, Diags *diags,
                ScopeCell *out);
/* The same, and its value alone. */
bool scope_value(const Expr *e, const ExprScope *scope, Arena *a, Diags *diags,
                 Value *out);
/* The rows a function ranges over, found from its argument (may be NULL). */
bool scope_rows(const Expr *call, const ExprScope *scope, Arena *a,
                Diags *diags, RowSet *out);

/* ---- expr_memo.c ---- */

/* Where the result of a call over these rows is kept, NULL when it is not to
 * be: no memo around, or the argument depends on more than the rows. Empty
 * when `call` is not what it remembers. */
typedef struct MemoSlot {
    const Expr *call;
    RowSet rows;
    bool fine;
    Value value;
} MemoSlot;

MemoSlot *memo_slot(const Expr *call, const ExprScope *scope, RowSet rows);
bool memo_holds(const MemoSlot *slot, const Expr *call, RowSet rows);

/* ---- expr_call.c ---- */

bool call_eval(const Expr *e, const ExprScope *scope, Arena *a, Diags *diags,
               Value *out);

/* ---- expr_operator.c ---- */

bool operator_apply(const Expr *e, Value left, Value right, Diags *diags,
                    Value *out);
bool operator_negate(const Expr *e, Value v, Diags *diags, Value *out);
/* By which power of ten left / right has to be multiplied, where both count the
 * same in other powers: -3 of 천 원 / 백만 원. */
int quotient_power(Value left, Value right);
/* Numbers for arithmetic. NUMBER_MISSING: blank, unknown, suppressed: *v says
 * which. Reports texts that are no numbers. */
typedef enum Numeric { NUMERIC_FAULT, NUMERIC_MISSING, NUMERIC_FINE } Numeric;
Numeric value_numeric(const Expr *e, Value *v, Diags *diags);
/* -1, 0, 1; false when the two have no order (and *equal tells whether they
 * are the same), with *fault when that was reported. */
bool value_order(const Expr *e, Value a, Value b, Diags *diags, int *order,
                 bool *fault);
/* The value in a message: "74,733", "2024-01-05", the text. */
Str value_shown(Value v, Arena *a);
/* The place to blame: the value's cell, else the expression. */
Pos blame(const Expr *e, Value v);

#endif
