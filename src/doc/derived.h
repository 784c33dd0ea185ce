/* Derived tables of the layout: `from:` and what stands beside it, read into
 * the steps of data/derive.h. */
#ifndef DOC_DERIVED_H
#define DOC_DERIVED_H

#include "doc/inputs.h"

/* The table of an entry of `data:` that has a `from`, made of tables that have
 * been read before it. NULL when reported. */
const Table *derived_read(const Inputs *in, const LayoutTable *t, Arena *a,
                          Diags *diags);

#endif
