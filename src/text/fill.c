/*
 * Lines that words alone leave ragged (K-32): where the word spaces of a
 * justified line would open past K-40, the word behind it is cut at a syllable.
 *
 * Only such words are cut, one after the other; each time the optimum chooses
 * anew, for which a cut costs more than any line within the limits and less
 * than a ragged one.
 */
#include "text/stretch.h"

/* Every cut weighs the whole paragraph again; a longer one is no paragraph and
 * stays as words alone leave it. */
enum { ITEMS_MOST = 5000 };

static uint32_t unit_after(const Setting *s, uint32_t at)
{
    while (at < s->nitems && s->items[at].unit == UNIT_NONE)
        at++;
    return at < s->nitems ? s->items[at].unit : UNIT_NONE;
}

/* The next line begins with a word that was not cut yet and may be: its items
 * are cut then. */
static bool cut_after(Setting *s, uint32_t at)
{
    uint32_t unit = unit_after(s, at);
    size_t before = s->nitems;
    if (unit == UNIT_NONE)
        return false;
    items_split_unit(s, unit);
    return s->nitems > before;
}

static bool is_ragged(Setting *s, uint32_t line, uint32_t from, uint32_t to)
{
    Len slack =
        line_measure(s, line) - items_inside(s->items, from, to);
    if (s->items[to - 1].forced || slack <= 0)
        return false;
    Stretch plan = stretch_plan(s, from, to, slack, false);
    return plan.space_width + plan.letter_width == 0;
}

void lines_fill(Setting *s)
{
    LineEnds *ends = &s->t->ends;
    for (uint32_t line = 0; s->nitems <= ITEMS_MOST && line + 1 < ends->n;) {
        uint32_t from = line ? ends->at[line - 1] : 0, to = ends->at[line];
        if (!is_ragged(s, line, from, to) || !cut_after(s, to)) {
            line++;
            continue;
        }
        items_measure(s, s->spacing);
        lines_optimum(s, ends);
        line -= line > 0; /* the line before may end elsewhere now */
    }
}
