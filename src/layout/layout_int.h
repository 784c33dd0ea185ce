/* Layouts inside this folder: what points at what. */
#ifndef LAYOUT_LAYOUT_INT_H
#define LAYOUT_LAYOUT_INT_H

#include "layout/layout.h"
#include "layout/schema.h"

/* Gathers what the schema check meets: names of tables, and texts that may
 * speak of them. */
typedef struct References References;

References *references_new(Arena *a);
SchemaVisit references_visit; /* its context is the References */

/* Reports names that mean nothing, and, when `whole`, tables and variables
 * nobody names. `whole` is false when the tree had faults: they may then only
 * seem unused. */
bool references_check(const References *r, const Layout *layout, bool whole,
                      Diags *diags);

/* Reports what the schema cannot say of blocks: rows outside each, totals of
 * columns that are not there, widths over 100 %. */
bool blocks_check(const Node *body, Diags *diags);

#endif
