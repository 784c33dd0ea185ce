/*
 * Variables: the facts of `document:`, the words of `variables:` and what
 * --set gives, as values.
 *
 * What is written with fields, `title: "{year}년 업무 보고"`, is filled when it is
 * first asked for, so that variables may use one another in any order; one that
 * needs itself is reported. Part of the Inputs, made and read there.
 */
#ifndef DOC_VARIABLES_H
#define DOC_VARIABLES_H

#include "doc/template.h"
#include "layout/layout.h"

typedef enum VariableState {
    VARIABLE_RAW,
    VARIABLE_FILLING, /* asked for while it is being filled: a loop */
    VARIABLE_DONE
} VariableState;

typedef struct Variable {
    VariableState state;
    Str text; /* as it is printed */
    Value value;
} Variable;

typedef struct Variables {
    const Layout *layout;
    Variable *at;           /* by index of layout->variables */
    const ExprScope *scope; /* in which fields are looked up */
    Filler filler;
    const LayoutVariable *filling; /* NULL: none */
} Variables;

/* Reads the sounds of the layout into the filler, for the whole document. */
void variables_init(Variables *v, const Layout *layout, Sources *sources,
                    const FigureStyle *figures, const ExprScope *scope,
                    Arena *a, Diags *diags);
void variables_release(Variables *v);

/* False when there is none of that name. Faults are reported. */
bool variables_find(Variables *v, Str name, Value *out);

/* The texts of `document:`, filled. */
LayoutDocument variables_document(Variables *v);

/* 2023-12-31 */
bool iso_date(Str s, Date *out);

#endif
