/*
 * Axis: where flags stand, so that nothing touches by construction.
 *
 * A flag has a lane: a side of the band and a tier above it. Poles leave the
 * band at their day, slant to their place and go straight up from there, in
 * the order of their days. A text reaches to the next pole that goes as high as
 * its own tier or higher; lower ones it passes over. Those distances between
 * poles are all there is to hold:
 *
 *     place[k] >= place[i] + distance(i, k)      i < k, on one side
 *
 * The least places and the greatest ones that hold them answer whether there is
 * room at all. Pushing flags from their days to the right, or to the left, as
 * far as needed, gives two more sets of places; capped by the greatest and the
 * least, and taken in the middle, they hold too, as distances are linear.
 *
 * Lanes are chosen one flag after the other from the right, and then changed
 * while that makes the drawing lower or poles straighter.
 */
#include "chart/axis.h"

#include <math.h>

static const double clear = 3.5;  /* from a text to the next pole */
static const double channel = 5;  /* between poles */
static const double tier_gap = 8; /* between texts over one another */

/* What costs as much as a point of height. */
static const double shift_cost = 0.005, tier_cost = 40, over_cost = 0.9;

/* fmin and fmax of libm mind NaN and are calls; there is none here, and a year
 * of flags asks a hundred thousand times. */
static inline double smaller(double a, double b)
{
    return a < b ? a : b;
}

static inline double larger(double a, double b)
{
    return a > b ? a : b;
}

/* ---- one side ---- */

/* The flags of a side, from the left, and their places. */
typedef struct Side {
    Flag **flags;
    uint32_t n;
    double *least, *most, *left, *right;
    uint32_t *next; /* flag k: the one its text reaches to, n when none */
    double width;   /* of the drawing */
    double high;    /* how high the flags stand; INFINITY: no room */
    double shifts;  /* sum of squares */
} Side;

static double reach(const Flag *f)
{
    return FLAG_GAP + f->w + clear;
}

static void next_find(Side *s)
{
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t k = i + 1;
        while (k < s->n && s->flags[k]->tier < s->flags[i]->tier)
            k++;
        s->next[i] = k;
    }
}

/* Places from the left, not under `floor` or the day of a flag. */
static void push_right(Side *s, double *out, bool days)
{
    for (uint32_t i = 0; i < s->n; i++)
        out[i] = days ? s->flags[i]->day : 0;
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t k = s->next[i];
        if (i + 1 < s->n)
            out[i + 1] = larger(out[i + 1], out[i] + channel);
        if (k < s->n)
            out[k] = larger(out[k], out[i] + reach(s->flags[i]));
    }
}

/* Places from the right, not over the end of the drawing or the day. */
static void push_left(Side *s, double *out, bool days)
{
    for (uint32_t i = s->n; i-- > 0;) {
        const Flag *f = s->flags[i];
        uint32_t k = s->next[i];
        out[i] = days ? f->day : s->width - FLAG_GAP - f->w;
        if (i + 1 < s->n)
            out[i] = smaller(out[i], out[i + 1] - channel);
        if (k < s->n)
            out[i] = smaller(out[i], out[k] - reach(f));
    }
}

/* By how much the side is too narrow for its flags; 0 when it is not. */
static double side_excess(Side *s)
{
    double excess = 0;
    push_right(s, s->least, false);
    push_left(s, s->most, false);
    for (uint32_t i = 0; i < s->n; i++)
        excess = larger(excess, s->least[i] - s->most[i]);
    return excess;
}

static void side_shift(Side *s)
{
    push_right(s, s->right, true);
    push_left(s, s->left, true);
    s->shifts = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        Flag *f = s->flags[i];
        double right = smaller(s->right[i], s->most[i]);
        double left = smaller(larger(s->left[i], s->least[i]), s->most[i]);
        f->x = (left + right) / 2;
        s->shifts += (f->x - f->day) * (f->x - f->day);
    }
}

/* Over what stands lower and reaches under it. */
static double flag_floor(const Side *s, uint32_t i)
{
    double end = s->flags[i]->x + reach(s->flags[i]), floor = 0;
    for (uint32_t k = i + 1; k < s->n && s->flags[k]->x < end; k++)
        if (s->flags[k]->tier < s->flags[i]->tier)
            floor = larger(floor, s->flags[k]->at + s->flags[k]->h + tier_gap);
    return floor;
}

/* From the right: what a text passes over is known already. */
static void side_heights(Side *s)
{
    s->high = 0;
    for (uint32_t i = s->n; i-- > 0;) {
        Flag *f = s->flags[i];
        f->at = flag_floor(s, i);
        s->high = larger(s->high, f->at + f->h);
    }
}

static const double no_room = 1e6;

/* A side without room costs more than any with it, but the less the nearer it
 * is. */
static double side_cost(Side *s)
{
    next_find(s);
    double excess = side_excess(s);
    s->high = INFINITY;
    if (excess > 0)
        return no_room + excess;
    side_shift(s);
    side_heights(s);
    return s->high + shift_cost * s->shifts;
}

/* ---- both sides ---- */

typedef struct Placing {
    AxisPart *part;
    Side above, below;
} Placing;

static Side side_new(const AxisPart *p)
{
    Arena *a = p->axis->s->tools->arena;
    return (Side){.flags = ARENA_ARRAY(a, Flag *, p->n),
                  .least = ARENA_ARRAY(a, double, p->n),
                  .most = ARENA_ARRAY(a, double, p->n),
                  .left = ARENA_ARRAY(a, double, p->n),
                  .right = ARENA_ARRAY(a, double, p->n),
                  .next = ARENA_ARRAY(a, uint32_t, p->n),
                  .width = p->axis->s->width};
}

static void side_take(Side *s, const AxisPart *p, int side)
{
    s->n = 0;
    for (uint32_t i = 0; i < p->n; i++)
        if (p->flags[i].side == side)
            s->flags[s->n++] = &p->flags[i];
}

/* The cost of one side with the flags it has now. */
static double cost_of_side(Placing *g, int side)
{
    Side *s = side > 0 ? &g->above : &g->below;
    side_take(s, g->part, side);
    return side_cost(s);
}

static double placing_cost(Placing *g)
{
    return cost_of_side(g, 1) + cost_of_side(g, -1);
}

/* ---- lanes ---- */

/* How far the text of flag i would reach over a pole in that lane, all flags
 * at its right having theirs. */
static double lane_over(const AxisPart *p, uint32_t i, int side, int tier)
{
    const Flag *f = &p->flags[i];
    for (uint32_t k = i + 1; k < p->n; k++)
        if (p->flags[k].side == side && p->flags[k].tier >= tier)
            return larger(0, f->day + reach(f) - p->flags[k].day);
    return larger(0, f->day + FLAG_GAP + f->w - p->axis->s->width);
}

static void lanes_begin(AxisPart *p)
{
    for (uint32_t i = p->n; i-- > 0;) {
        double best = INFINITY;
        int lane_side = 1, lane_tier = 0;
        for (int lane = 0; lane < 2 * TIERS; lane++) {
            /* Sides take turns where both are free. */
            int side = (i + (uint32_t)lane) % 2 ? -1 : 1, tier = lane / 2;
            double cost =
                tier * tier_cost + over_cost * lane_over(p, i, side, tier);
            if (cost < best)
                best = cost, lane_side = side, lane_tier = tier;
        }
        p->flags[i].side = lane_side;
        p->flags[i].tier = lane_tier;
    }
}

/* The first tier over all other flags of a side; higher ones would draw the
 * same, as only their order counts. */
static int top_tier(const AxisPart *p, const Flag *but, int side)
{
    int top = 0;
    for (uint32_t i = 0; i < p->n; i++) {
        const Flag *f = &p->flags[i];
        if (f != but && f->side == side && f->tier >= top)
            top = f->tier + 1;
    }
    return top < TIERS ? top : TIERS - 1;
}

/* Tries every other lane for one flag and keeps the best. The side it is not
 * on costs the same at every tier. */
static bool lane_improve(Placing *g, Flag *f, double *best)
{
    const int had_side = f->side, had_tier = f->tier;
    const int top[] = {top_tier(g->part, f, 1), top_tier(g->part, f, -1)};
    int side = had_side, tier = had_tier;
    f->side = 0;
    const double other[] = {cost_of_side(g, -1), cost_of_side(g, 1)};
    for (int lane = 0; lane < 2 * TIERS; lane++) {
        const int below = lane % 2;
        f->side = below ? -1 : 1;
        f->tier = lane / 2;
        if (f->tier > top[below] ||
            (f->side == had_side && f->tier == had_tier))
            continue;
        double now = cost_of_side(g, f->side) + other[below];
        if (now < *best - 1e-6) {
            *best = now;
            side = f->side;
            tier = f->tier;
        }
    }
    f->side = side;
    f->tier = tier;
    return side != had_side || tier != had_tier;
}

/* One flag after the other, round and round, until none of them gets better. */
static void lanes_improve(Placing *g, double best)
{
    enum { ROUNDS = 6 };
    const uint32_t n = g->part->n;
    uint32_t content = 0; /* flags in turn that stayed where they were */
    for (uint32_t i = 0; i < ROUNDS * n && content < n; i++)
        content = lane_improve(g, &g->part->flags[i % n], &best) ? 0
                                                                : content + 1;
}

/* ---- slants ---- */

/* The room between band and texts: where poles slant far it is higher. */
static double side_stand(const Side *s)
{
    static const double least = 9, most = 26, steep = 0.3;
    double far = 0;
    for (uint32_t i = 0; i < s->n; i++)
        far = larger(far, fabs(s->flags[i]->x - s->flags[i]->day));
    return smaller(least + far * steep, most);
}

static double side_raise(Side *s)
{
    double stand = side_stand(s);
    for (uint32_t i = 0; i < s->n; i++) {
        s->flags[i]->stand = stand;
        s->flags[i]->at += stand;
    }
    return s->n > 0 ? s->high + stand : 0;
}

/* ---- the whole ---- */

double part_guess(AxisPart *p)
{
    Placing g = {p, side_new(p), side_new(p)};
    lanes_begin(p);
    return placing_cost(&g);
}

static double broken(const AxisPart *p)
{
    double cost = 0;
    for (uint32_t i = 0; i < p->n; i++)
        cost += p->flags[i].broken;
    return cost;
}

static bool flag_is_as(const Flag *f, const Flag *other)
{
    return f->w == other->w && f->h == other->h && f->broken == other->broken;
}

/* Another width for one flag, with the lane that is best for it. */
static bool width_improve(Placing *g, Flag *f, double *best)
{
    Sketch *s = g->part->axis->s;
    const Flag had = *f;
    Flag kept = *f;
    for (int k = 0; k < MEASURES; k++) {
        const Flag last = *f;
        f->side = had.side;
        f->tier = had.tier;
        flag_set(s, f, flag_measure(k));
        if (k > 0 && flag_is_as(f, &last))
            continue;
        double cost = placing_cost(g);
        lane_improve(g, f, &cost);
        cost += broken(g->part);
        if (cost < *best - 1e-6) {
            *best = cost;
            kept = *f;
        }
    }
    f->side = kept.side;
    f->tier = kept.tier;
    flag_set(s, f, kept.measure);
    return kept.measure != had.measure;
}

/* Texts that stand beside room, or on many short lines, take another width
 * where that costs less. */
static bool widths_improve(Placing *g)
{
    double best = placing_cost(g) + broken(g->part);
    bool better = false;
    if (best >= no_room)
        return false; /* it will be cut into more parts */
    for (uint32_t i = 0; i < g->part->n; i++)
        better |= width_improve(g, &g->part->flags[i], &best);
    return better;
}

void part_place(AxisPart *p)
{
    Placing g = {p, side_new(p), side_new(p)};
    enum { ROUNDS = 3 };
    part_guess(p);
    lanes_improve(&g, placing_cost(&g));
    for (int i = 0; i < ROUNDS && widths_improve(&g); i++)
        lanes_improve(&g, placing_cost(&g));
    placing_cost(&g);
    p->up = side_raise(&g.above);
    p->down = side_raise(&g.below);
}
