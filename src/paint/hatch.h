/*
 * Hatch: patterns that tell areas apart without colour (grey-proof).
 *
 * A hatch is a set of strokes on a grid fixed to the page, so that areas that
 * touch carry on each other's lines. A dot is a stroke of no length with a
 * round end. Painters clip to the area and stroke these; nothing is decided
 * in a painter, so that PDF, PNG and SVG agree.
 */
#ifndef PAINT_HATCH_H
#define PAINT_HATCH_H

#include "dlist/dlist.h"

typedef struct HatchStroke {
    Point from, to;
} HatchStroke;

/* The strokes that cover `area`, in `a`; their number. */
uint32_t hatch_strokes(DlHatch hatch, Rect area, Arena *a,
                       const HatchStroke **out);

/* How thick they are; ends are round. */
Len hatch_width(DlHatch hatch);

/* The smallest rectangle around the points of a path. */
Rect path_bounds(const DlPath *path);

#endif
