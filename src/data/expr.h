/*
 * Expressions: the short arithmetic of layouts.
 *
 * One grammar for `{…}` in templates, computed columns, filters and checks:
 *
 *   any       = all { ("or" | "또는") all }
 *   all       = test { ("and" | "그리고") test }
 *   test      = "not" test | compare
 *   compare   = sum [ ("=" | "!=" | "<" | "<=" | ">" | ">=") sum ]
 *   sum       = product { ("+" | "-") product }
 *   product   = unary { ("*" | "/" | "×" | "÷") unary }
 *   unary     = "-" unary | primary
 *   primary   = number ["%"] | "text" | name | name "." name
 *             | name "[" key "]" "." name | function "(" [any] ")"
 *             | "(" any ")"
 *   function  = sum avg min max count first last  (합계는 계 행을 뺀다)
 *             | year month day
 *
 * A name is a column of the current row, a variable of the document (year,
 * title …) or, before "." and "[", a table. A name that is not an identifier
 * is written in backquotes. key is a "text" or all up to the "]". Inside a
 * group (each … by), functions of a bare column range over the rows of the
 * group.
 *
 * Numbers stay exact; a division keeps up to 18 digits, so that a format rounds
 * it once; division by zero has no value and is warned of. Blank and "-" count
 * as nothing in sums; …, x and 해당없음 stay what they are in a row and are
 * refused by functions (K-199). Units must agree. Faults are reported at the
 * cell to blame, else at the place in the layout.
 */
#ifndef DATA_EXPR_H
#define DATA_EXPR_H

#include "base/diag.h"
#include "data/table.h"
#include "data/waiver.h"

typedef struct Expr Expr;

/* Parses `text`, which stands at `pos` in the layout. NULL when reported. */
const Expr *expr_parse(Str text, Pos pos, Arena *a, Diags *diags);

/* Remembers what functions over rows gave: a share of the total then costs one
 * pass over the rows, not one for each row. For a scope that stays. */
typedef struct ExprMemo ExprMemo;
ExprMemo *expr_memo_new(Arena *a);

/* Where names are looked up, inner to outer. */
typedef struct ExprScope {
    const struct ExprScope *outer;
    RowSet rows; /* rows of this level; table NULL: none */
    size_t row;  /* current table row, SIZE_MAX: none */
    /* Variables of this level (document: year, title …); may be NULL. */
    bool (*variable)(void *context, Str name, Value *out);
    /* Tables by name; usually only on the outermost level. */
    const Table *(*table)(void *context, Str name);
    /* Appends the known names for "did you mean"; may be NULL. */
    size_t (*names)(void *context, Str *out, size_t cap);
    void *context;
    ExprMemo *memo; /* usually only on the outermost level; may be NULL */
} ExprScope;

/* Evaluates. False when reported. Text results live in `a`. */
bool expr_eval(const Expr *e, const ExprScope *scope, Arena *a, Diags *diags,
               Value *out);
/* True / false of a filter or check. */
bool expr_test(const Expr *e, const ExprScope *scope, Arena *a, Diags *diags,
               bool *out);
/* The expression as one line, for messages and inspect. */
Str expr_text(const Expr *e);

/* `left = right` checks over each row of a table (checks: in the layout):
 * whole numbers exactly, decimals as far as their last digit tells (K-100); the
 * message names the row and both sides. `waivers` may be NULL. */
bool expr_check_rows(const Expr *e, const ExprScope *document,
                     const Table *table, Waivers *waivers, Arena *a,
                     Diags *diags);

/* The same once, between tables (`check` under checks:). Here whole numbers in
 * a unit like 천 원 or 억 원 were rounded, too; a waiver is looked for under each
 * table that `e` names. */
bool expr_check(const Expr *e, const ExprScope *document, Waivers *waivers,
                Arena *a, Diags *diags);

#endif
