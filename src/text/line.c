/* Choosing line ends. */
#include "text/text_int.h"

static void end_line(LineEnds *ends, uint32_t end)
{
    GROW(*ends, ends->n + 1);
    ends->at[ends->n++] = end;
}

void lines_greedy(const Setting *s, LineEnds *ends)
{
    uint32_t first = 0, fits = 0, n = (uint32_t)s->nitems;
    Len width = 0;
    ends->n = 0;
    for (uint32_t i = 0; i < n; i++) {
        const Item *it = &s->items[i];
        Len room = line_room(s, (uint32_t)ends->n);
        if (it->ink && width + it->ink > room && fits > first) {
            end_line(ends, fits);
            first = fits;
            width = 0;
            i = first - 1;
            continue;
        }
        width += it->advance;
        if (it->may_break)
            fits = i + 1;
        if (it->forced) {
            end_line(ends, i + 1);
            first = fits = i + 1;
            width = 0;
        }
    }
    if (first < n || n == 0)
        end_line(ends, n);
}
