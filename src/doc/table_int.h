/*
 * Table blocks: the plan that block_table.c reads and runs, and the total row
 * that table_total.c makes for it.
 */
#ifndef DOC_TABLE_INT_H
#define DOC_TABLE_INT_H

#include "data/addition.h"
#include "doc/rows.h"

typedef struct ColumnPlan {
    Str name;             /* as the layout calls it */
    const Template *head; /* NULL: the name */
    Pos pos;
    size_t col; /* of the CSV; SIZE_MAX: computed by `value` */
    const Expr *value;
    Addition addition; /* of the value: what its total is */
    const Expr *sum;   /* of the value over the rows; NULL: never added up */
    const Expr *made;     /* the column by its name, when its table was made
                             from others: what `where` asks */
    const Format *format; /* NULL: by default */
    CellAlign align;      /* as asked for; CELL_AUTO: by the type */
    const BlockFit *fit;
    int weight;
    bool plain;            /* years and codes: no commas (K-121) */
    const Template *total; /* the cell of the total row, NULL: usual */
    bool additive;         /* figures that can be added up */
} ColumnPlan;

typedef struct TablePlan {
    RowsPlan rows;
    const Template *caption;
    const Expr *rule;
    const BlockFit *fit;
    Str unit;
    bool total, total_first;
    const Expr **sums;     /* sum(`column`) by column of the CSV */
    const Template *label; /* of the total row; NULL: 계 */
    size_t n;
    const ColumnPlan *columns;
} TablePlan;

/* Reads one column: a name, or a map with more about it. */
void plan_table_column(Planner *p, const Table *t, const Node *node,
                       ColumnPlan *out);
/* The same of a chart or map, whose words the theme dresses: emphasis in its
 * name is reported. */
void plan_drawn_column(Planner *p, const Table *t, const Node *node,
                       ColumnPlan *out);

/* What a column turns out to hold in the rows, for its alignment (K-95) and
 * for its total. */
typedef struct Majority {
    size_t figures, dates, texts;
    size_t longest; /* text, in characters */
    size_t apart;   /* values of plain rows that cannot be added up */
} Majority;

/* The value of a column in the row of the scope; false when it has none. */
bool cell_value(Binder *b, const ColumnPlan *c, const ExprScope *scope,
                Value *out);

/* Prints a value of a column as its cells are; `unit` is that of the table. */
RichText cell_print(Binder *b, const ColumnPlan *c, Str unit, Value v,
                    const ExprScope *scope);

/* ---- table_unit.c ---- */

/* What the unit line says, in one spelling; empty: no line. */
Str common_unit(const TablePlan *plan, Arena *a);
/* Adds its own unit to the head of a column that `unit` does not hold for. */
void head_unit_fill(Binder *b, const TablePlan *plan, size_t i, Str unit);
/* Into the unit of the table; false when there are too many digits. */
bool value_convert(const ColumnPlan *c, Str unit, Value *v);

/* ---- table_total.c ---- */

/* Reads `total:` into the plan, whose columns are read. */
void total_plan(Planner *p, const Node *total, TablePlan *plan,
                ColumnPlan *columns);

/* Does the computed value say something in a row that is a total itself, of
 * the file? Its cells are sums, as those of the total row. */
bool total_holds(const ColumnPlan *c, const Value *v);

/* The total row of the rows that `scope` holds and that have been counted in
 * `majority`. `own` (may be NULL) are the cells of such a row of the file,
 * which come first. */
void total_run(Binder *b, const TablePlan *plan, Str unit,
               const ExprScope *scope, const Majority *majority,
               const RichText *own, BlockRow *out);

/* ---- table_own.c ---- */

/* What a row of the file is: 계, 소계 or an ordinary row. */
RowRole row_role(const Table *t, size_t row);

/* Which of the rows that `rows` holds is the total that the layout asks for;
 * SIZE_MAX when none is, or none is asked for. One that cannot be is reported. */
size_t total_own(Binder *b, const TablePlan *plan, const ExprScope *rows);

#endif
