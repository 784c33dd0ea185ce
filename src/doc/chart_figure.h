/* Figures of charts and maps: read and printed as tables print them. */
#ifndef DOC_CHART_FIGURE_H
#define DOC_CHART_FIGURE_H

#include "doc/table_int.h"

/* The figure of a column in the row of the scope, in `unit`; `after` is what
 * ends it ("%"). False when reported. */
bool run_figure(Binder *b, const ColumnPlan *c, Str unit,
                const ExprScope *scope, BlockFigure *out, Str *after);

#endif
