/* Ends of lines. */
#include "chart/ends.h"

#include "chart/spread.h"

#include <math.h>

static const double apart = 3;

double ends_width(const End *ends, size_t n)
{
    double widest = 0;
    for (size_t i = 0; i < n; i++)
        widest = fmax(widest, ends[i].label->w);
    return widest;
}

double ends_height(const End *ends, size_t n)
{
    double sum = n > 0 ? -apart : 0;
    for (size_t i = 0; i < n; i++)
        sum += ends[i].label->h + apart;
    return sum;
}

/* From top to bottom; ends at one height in the order of the data. */
static void ends_sort(End *ends, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        End e = ends[i];
        size_t at = i;
        for (; at > 0 && ends[at - 1].from.y > e.from.y; at--)
            ends[at] = ends[at - 1];
        ends[at] = e;
    }
}

bool ends_put(Sketch *s, End *ends, size_t n, double x, EndSide side,
              double top, double bottom)
{
    Stop *stops = ARENA_ARRAY(s->tools->arena, Stop, n + 1);
    ends_sort(ends, n);
    for (size_t i = 0; i < n; i++)
        stops[i] = (Stop){ends[i].from.y, ends[i].label->h, 0};
    if (!stops_spread(stops, n, apart, top, bottom))
        return false;
    for (size_t i = 0; i < n; i++)
        label_put(s, ends[i].label, (Spot){x, stops[i].at},
                  side == END_RIGHT ? 0 : 1, 0.5);
    return true;
}

/* None where the label stands just beside its end. */
void ends_lead(Sketch *s, const End *ends, size_t n, EndSide side, double off)
{
    static const double straight = 1.5, before = 2;
    const double out = side == END_RIGHT ? 1 : -1;
    for (size_t i = 0; i < n; i++) {
        const Box *box = &ends[i].label->box;
        double edge = side == END_RIGHT ? box->x : box->x + box->w;
        Spot line[] = {{ends[i].from.x + out * off, ends[i].from.y},
                       {edge - out * before, box->y + box->h / 2}};
        if (fabs(line[0].y - line[1].y) > straight ||
            fabs(line[1].x - line[0].x) > END_GAP)
            sketch_leader(s, line, 2);
    }
}
