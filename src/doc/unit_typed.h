/*
 * Units that an author types in the layout, for columns, tables and charts:
 * km^(2) is km², tCO_(2) is tCO₂. Emphasis is refused, as a unit looks as the
 * theme says.
 */
#ifndef DOC_UNIT_TYPED_H
#define DOC_UNIT_TYPED_H

#include "base/diag.h"
#include "base/house.h"

struct Node;

/* The unit at key `unit` of a map, in normal form; empty when there is none.
 * What cannot be printed is reported where it stands. Itself or in `a`. */
Str unit_typed(const struct Node *map, const House *house, Arena *a,
               Diags *diags);

#endif
