/*
 * Agreement: a table held against what it says about itself.
 *
 * On by default for every table of a layout, because an office's table shows
 * its own claims: rows and columns of totals, shares, changes, formulas in
 * heads, counts, weekdays (K-99 … K-103). What must hold beyond that stands
 * under `checks:` (expr_check_rows).
 */
#ifndef DATA_AGREE_H
#define DATA_AGREE_H

#include "data/table.h"
#include "data/waiver.h"

/* Reports every disagreement that `waivers` (may be NULL) does not allow. True
 * when no error was reported. */
bool table_agree(const Table *t, Waivers *waivers, Arena *a, Diags *diags);

#endif
