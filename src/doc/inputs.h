/*
 * Inputs: what a document is bound from: the layout, its tables as read, its
 * variables as values. The outermost scope of every expression.
 */
#ifndef DOC_INPUTS_H
#define DOC_INPUTS_H

#include "data/expr.h"
#include "data/figure_style.h"
#include "data/waiver.h"
#include "doc/variables.h"
#include "layout/layout.h"

typedef struct Inputs {
    const Layout *layout;
    const Table **tables; /* by index of layout->tables; NULL: unusable */
    size_t nread;         /* of them */
    Variables variables;
    LayoutDocument document; /* of the layout, its texts filled */
    ExprScope scope;
    FigureStyle figures; /* as document: says (K-110) */
    Typed *typed;     /* how signs were typed that are kept, or NULL */
    Waivers *waivers; /* of `waive:`; each remembers whether it was used */
} Inputs;

/* Reads every table once, reporting all it finds. Lives in `a`; must not be
 * moved, the scope points into it. To be released. */
Inputs *inputs_read(const Layout *layout, Sources *sources, Arena *a,
                    Diags *diags);
void inputs_release(Inputs *in);

/* NULL when there is none of that name or it could not be read. */
const Table *inputs_table(const Inputs *in, Str name);

#endif
