/* Filling lines one after another, and judging what they leave. */
#include "text/text_int.h"

static void end_line(LineEnds *ends, uint32_t end)
{
    GROW(*ends, ends->n + 1);
    ends->at[ends->n++] = end;
}

void lines_greedy(const Setting *s, LineEnds *ends)
{
    uint32_t first = 0, fits = 0, n = (uint32_t)s->nitems;
    int64_t width = 0;
    Len room = line_room(s, 0);
    ends->n = 0;
    for (uint32_t i = 0; i < n; i++) {
        const Item *it = &s->items[i];
        if (it->ink && width + it->ink - it->hang > room && fits > first) {
            end_line(ends, fits);
            room = line_room(s, 1);
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
            room = line_room(s, 1);
            first = fits = i + 1;
            width = 0;
        }
    }
    if (first < n || n == 0)
        end_line(ends, n);
}

bool lines_have_wide_box(const Setting *s)
{
    int64_t width = 0;
    Len room = line_room(s, 0);
    for (size_t i = 0; i < s->nitems; i++) {
        if (width + s->items[i].ink - s->items[i].hang > room)
            return true;
        width += s->items[i].advance;
        if (s->items[i].may_break) {
            width = 0;
            room = line_room(s, 1);
        }
    }
    return false;
}

bool is_short_line(const Setting *s, int64_t width, int64_t chars)
{
    TextShort last = s->t->last;
    return chars <= last.chars
        || width * 1000 <= (int64_t)s->spec->measure * last.share;
}

static bool is_short(const Setting *s, uint32_t from, uint32_t to)
{
    uint32_t chars = 0;
    for (uint32_t i = from; i < to; i++)
        chars += item_chars(&s->items[i]);
    return is_short_line(s, items_inside(s->items, from, to), chars);
}

uint32_t lines_short(const Setting *s, const LineEnds *ends)
{
    uint32_t count = 0, from = 0;
    bool follows = false; /* the line continues a paragraph */
    for (size_t i = 0; i < ends->n; from = ends->at[i++]) {
        uint32_t to = ends->at[i];
        bool last = to == s->nitems || s->items[to - 1].forced;
        if (last && follows && is_short(s, from, to))
            count++;
        follows = !last;
    }
    return count;
}
