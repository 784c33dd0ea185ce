/*
 * Visual order: a line's runs are made, tagged and read in the order of its
 * text; those of a phrase from right to left are seen the other way round
 * (UAX #9, L2). Only their places change.
 */
#include "text/text_int.h"

static void reverse(uint32_t *at, uint32_t from, uint32_t to)
{
    for (; from + 1 < to; from++, to--) {
        uint32_t first = at[from];
        at[from] = at[to - 1];
        at[to - 1] = first;
    }
}

/* Turns every stretch of runs at this level or above. */
static void reverse_level(uint32_t *order, const uint8_t *levels, uint32_t n,
    unsigned level)
{
    for (uint32_t from = 0, to; from < n; from = to + 1) {
        for (to = from; to < n && levels[order[to]] >= level; to++)
            continue;
        reverse(order, from, to);
    }
}

void runs_reorder(DlRun *runs, const uint8_t *levels, uint32_t n)
{
    unsigned top = 0;
    Arena *scratch = arena_new(0);
    uint32_t *order = ARENA_ARRAY(scratch, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        order[i] = i;
        top = levels[i] > top ? levels[i] : top;
    }
    for (unsigned level = top; level > 0; level--)
        reverse_level(order, levels, n, level);
    Len x = n ? runs[0].x : 0;
    for (uint32_t i = 0; i < n; i++) {
        runs[order[i]].x = x;
        x += runs[order[i]].width;
    }
    arena_free(scratch);
}
