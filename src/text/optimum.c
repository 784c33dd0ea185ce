/*
 * The best lines of a paragraph as a whole (K-27): the path of least cost
 * through the places where a line may end.
 *
 * In order of weight: no split inside an over-wide word, no more lines than
 * needed, no short last line (K-28, K-42), then even lines. Costs are exact
 * integers, so the choice is the same on every machine.
 */
#include "text/text_int.h"

#define COST_MOST (INT64_MAX / 4) /* a sum goes no higher */
#define COST_OVERFULL INT64_C(10000000000000000)
#define COST_SPLIT INT64_C(1000000000000) /* a break only in need, the least */
#define COST_CUT_IN_VAIN INT64_C(16000000000) /* its line stays ragged (K-32) */
#define COST_LINE INT64_C(1000000000)

enum {
    FULL = 1000,           /* an empty line's badness is its square */
    COST_SHORT = 160000,   /* as a line two fifths empty */
    COST_CHAR = 20000,     /* for each character it lacks */
    COST_TASTE = 40000,    /* a line a fifth empty: what an editor would rather
                              not see */
    COST_PART = 160000,    /* of a date, but not behind its year: no line more */
    STRICT = 6,            /* times that where lines above may open */
    COST_CUT = 4000000,    /* four lines at the limits, but no ragged one */
    COST_SYLLABLE = 2500   /* syllable mode likes spaces better (K-13) */
};

/* Breaks in need, by tier: some of a better one are rather taken than one of
 * a worse (K-16). */
static int64_t split_penalty(const Item *it)
{
    static const uint8_t times[] = {[TIER_CLUSTER] = 24, [TIER_SYLLABLE] = 6,
        [TIER_GLUED] = 4, [TIER_GROUP] = 3, [TIER_MARK] = 2, [TIER_HELD] = 1};
    int64_t share = it->tier == TIER_GLUED ? COST_PART : COST_SPLIT / 16;
    return times[it->tier] * COST_SPLIT + it->cost * share;
}

/* A number or a date that must part begins on a line of its own: 1일~2025년 is
 * no line of "3월 1일~2025년 12월 31일", nor 3회(2024년 of "3회(2024년 5월)"
 * (K-26). Dearer than the mark before it. */
static int64_t mixed_penalty(const Node *from, const Node *to)
{
    bool mixed = to->tier == TIER_GLUED && from->marks < to->marks;
    return mixed ? 3 * COST_SPLIT : 0;
}

static int64_t break_penalty(const Item *it)
{
    if (it->forced)
        return 0;
    if (it->cut)
        return COST_CUT;
    if (it->tier != TIER_NORMAL)
        return split_penalty(it);
    bool spaced = it->space || it->word->info.text.n == 0;
    return it->cost * COST_TASTE + (spaced ? 0 : COST_SYLLABLE);
}

static Node *add_node(Text *t)
{
    GROW(t->nodes, t->nodes.n + 1);
    return &t->nodes.at[t->nodes.n++];
}

static void build_nodes(Setting *s)
{
    Node sum = {0};
    s->t->nodes.n = 0;
    *add_node(s->t) = sum;
    for (uint32_t i = 0; i < s->nitems; i++) {
        const Item *it = &s->items[i];
        Node node = sum;
        node.end = i + 1;
        if (it->ink)
            node.ink_end = sum.start + it->ink - it->hang;
        node.start += it->advance;
        node.chars += item_chars(it);
        node.spaces = sum.spaced;
        node.spaced += item_stretch(it);
        node.marks += it->may_break && it->tier == TIER_MARK;
        sum = node;
        if (!it->may_break && i + 1 < s->nitems)
            continue;
        node.forced = it->forced || i + 1 == s->nitems;
        node.cut = it->cut;
        node.tier = it->tier;
        node.penalty = node.forced ? 0 : break_penalty(it);
        *add_node(s->t) = node;
    }
}

static int64_t square(int64_t share)
{
    return share * share;
}

/* Unfitted prose in syllable mode is as it falls, but for a syllable alone.
 * Words that justification spreads as far as it may are not amiss (K-40), a
 * ragged line that is half empty is; but rather that than a short last line
 * that only tighter words cure. */
static int64_t short_cost(const Setting *s, int64_t width, int64_t chars)
{
    if (s->spec->mode == BREAK_SYLLABLE && s->spec->fit == FIT_NONE)
        return chars <= 1 ? COST_SHORT : 0;
    bool strict = s->strict || is_justified(s);
    int64_t lacks = s->t->last.chars + 1 - chars;
    int64_t cost = COST_SHORT + (lacks > 0 ? lacks * COST_CHAR : 0);
    if (!is_short_line(s, width, chars))
        return 0;
    return strict ? cost * STRICT : cost;
}

/* A line that stays ragged: all alike, or, where words may be cut, the emptier
 * the worse, since a cut must not leave a line of one syllable. */
static int64_t ragged_badness(const Setting *s, const Node *to, int64_t slack)
{
    int64_t cost = square(FULL * 4);
    if (s->spec->fill)
        cost += square(FULL * 4 * slack / s->spec->measure);
    return to->cut ? cost + COST_CUT_IN_VAIN : cost;
}

/* How far spaces must give or take: 0 natural, FULL at the limit of K-40. */
static int64_t justify_badness(const Setting *s, const Node *to, int64_t slack,
    int64_t spaces)
{
    int share = slack >= 0 ? space_growth(s) : space_shrink(s);
    int64_t limit = spaces * share / 1000;
    int64_t off = slack >= 0 ? slack : -slack;
    bool ragged = s->spec->fill ? off > limit : off >= limit * 4;
    if (ragged || limit == 0)
        return ragged_badness(s, to, slack);
    return square(FULL * off / limit);
}

/* A last line is free to be as short as it likes, but not too short; it bears
 * no comparison when it is the only one of its paragraph. */
static int64_t line_badness(const Setting *s, const Node *from, const Node *to,
    Len room)
{
    int64_t width = to->ink_end - from->start, slack = room - width;
    bool first = from->end == 0 || from->forced;
    if (slack < 0 && !is_justified(s))
        return COST_OVERFULL;
    if (to->forced && !s->spec->balance)
        return first ? 0 : short_cost(s, width, to->chars - from->chars);
    if (is_justified(s) && !to->forced)
        return justify_badness(s, to, slack, to->spaces - from->spaced);
    return square(FULL * slack / (room > 0 ? room : 1));
}

/* The narrowest a line can be made. */
static int64_t least_width(const Setting *s, const Node *from, const Node *to)
{
    int64_t width = to->ink_end - from->start;
    if (is_justified(s) && !to->forced)
        width -= (to->spaces - from->spaced) * space_shrink(s) / 1000;
    return width;
}

/* Lines that are too wide cost so much that a million of them cost more than a
 * number holds; INT64_MAX itself means none. */
static int64_t cost_add(int64_t a, int64_t b)
{
    int64_t sum;
    return __builtin_add_overflow(a, b, &sum) || sum == INT64_MAX
               ? INT64_MAX - 1
               : sum;
}

/* The best line that ends at node `at`. Lines that begin earlier are wider,
 * so the search stops at the first that does not fit. */
static void find_best(Setting *s, uint32_t at)
{
    Node *nodes = s->t->nodes.at, *to = &nodes[at];
    to->cost = INT64_MAX;
    for (uint32_t i = at; i-- > 0;) {
        const Node *from = &nodes[i];
        Len room = line_room(s, from->end == 0 ? 0 : 1);
        bool fits = least_width(s, from, to) <= room;
        if (!fits && to->cost != INT64_MAX)
            break;
        int64_t line = COST_LINE + to->penalty + mixed_penalty(from, to) +
                       (fits ? line_badness(s, from, to, room) : COST_OVERFULL);
        int64_t cost = cost_add(from->cost, line);
        if (cost < to->cost) {
            to->cost = cost < COST_MOST ? cost : COST_MOST;
            to->before = i;
        }
        if (!fits || from->forced)
            break;
    }
}

static void take_ends(const Text *t, LineEnds *ends)
{
    size_t n = 0;
    for (uint32_t at = (uint32_t)t->nodes.n - 1; at > 0;
         at = t->nodes.at[at].before)
        n++;
    GROW(*ends, n);
    ends->n = n;
    for (uint32_t at = (uint32_t)t->nodes.n - 1; at > 0;
         at = t->nodes.at[at].before)
        ends->at[--n] = t->nodes.at[at].end;
}

void lines_optimum(Setting *s, LineEnds *ends)
{
    build_nodes(s);
    for (uint32_t i = 1; i < s->t->nodes.n; i++)
        find_best(s, i);
    take_ends(s->t, ends);
}
