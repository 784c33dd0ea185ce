/*
 * Provenance: how each printed value came about.
 *
 * Kept only when a command asks (`where`, `--map`): a build does without. An
 * entry is found again by the place its run carries and by what was printed:
 * a cell and a sum that begins with it share a place but rarely a text.
 */
#ifndef DOC_PROVENANCE_H
#define DOC_PROVENANCE_H

#include "data/trace.h"

typedef struct OriginCell {
    Pos pos;
    Str name; /* of the column or variable */
    Str row;  /* what the key column says there; empty for a variable */
    Str text; /* as it stands in the file */
} OriginCell;

typedef struct Origin {
    Str printed;
    Pos source;
    Str expression; /* as the layout writes it; empty: the cell itself */
    const OriginCell *cells;
    size_t n;
} Origin;

typedef struct Provenance Provenance;

/* Lives in `a`, but for a table that provenance_free gives back. */
Provenance *provenance_new(Arena *a);
void provenance_free(Provenance *p);

/* Notes that `e`, evaluated in `scope`, was printed as `printed` at `source`.
 */
void provenance_add(Provenance *p, Str printed, Pos source, const Expr *e,
                    const ExprScope *scope);

/* The entry of a text set from `source`, which may be a part of what was
 * printed there, broken over lines; NULL when it was no computed value. */
const Origin *provenance_find(const Provenance *p, Pos source, Str text);

#endif
