/*
 * Spread: isotonic regression. With the stops before it taken off, each stop
 * wants a place; places must not fall, and pooling neighbours that would is
 * the way to the least squares.
 */
#include "chart/spread.h"

#include <glib.h>
#include <math.h>

/* Stops that stand close together and move as one. */
typedef struct Pool {
    double sum; /* of wishes, counted from the start of the row */
    size_t n;
} Pool;

static double pool_mean(Pool p)
{
    return p.sum / (double)p.n;
}

/* Where stop i stands when all before it stand gap to gap. */
static double offset_next(double offset, const Stop *s, double gap)
{
    return offset + s->size + gap;
}

static size_t pools_build(const Stop *stops, size_t n, double gap, Pool *pools)
{
    size_t count = 0;
    double offset = 0;
    for (size_t i = 0; i < n; i++) {
        Pool p = {stops[i].want - stops[i].size / 2 - offset, 1};
        while (count > 0 && pool_mean(pools[count - 1]) > pool_mean(p)) {
            count--;
            p = (Pool){p.sum + pools[count].sum, p.n + pools[count].n};
        }
        pools[count++] = p;
        offset = offset_next(offset, &stops[i], gap);
    }
    return count;
}

bool stops_spread(Stop *stops, size_t n, double gap, double low, double high)
{
    double needed = -gap;
    for (size_t i = 0; i < n; i++)
        needed = offset_next(needed, &stops[i], gap);
    if (n > 0 && needed > high - low + 1e-6)
        return false;
    Pool *pools = g_new(Pool, n + 1);
    size_t count = pools_build(stops, n, gap, pools), i = 0;
    double offset = 0, last = high - fmax(needed, 0);
    for (size_t p = 0; p < count; p++) {
        double base = fmax(fmin(pool_mean(pools[p]), last), low);
        for (size_t k = 0; k < pools[p].n; k++, i++) {
            stops[i].at = base + offset + stops[i].size / 2;
            offset = offset_next(offset, &stops[i], gap);
        }
    }
    g_free(pools);
    return true;
}

double stops_cost(const Stop *stops, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (stops[i].at - stops[i].want) * (stops[i].at - stops[i].want);
    return sum;
}
