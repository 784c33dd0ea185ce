/*
 * The gaps between words: two words rarely hold together, so a gap is first
 * tested against the union of all edges that could glue it.
 */
#include "text/breaks.h"
#include "text/figures.h"

typedef struct GlueRule {
    uint32_t before, after; /* all of these bits, on either side */
    BreakTier tier;
} GlueRule;

/* The first row that matches decides. */
static const GlueRule rules[] = {
    {0, EDGE_FIRST_CLOSED, TIER_GLUED},                     /* K-17 */
    {EDGE_LAST_OPEN, 0, TIER_GLUED},                        /* K-18 */
    {EDGE_MARKER, 0, TIER_NONE},                            /* K-24 */
    {EDGE_LAST_NUMBER, EDGE_FIRST_COUNTER, TIER_GLUED},     /* K-21 */
    {EDGE_LAST_KINDS, EDGE_FIRST_KIND, TIER_GLUED},         /* K-21 */
    {EDGE_LAST_SCALE, EDGE_FIRST_NUMBER, TIER_GROUP},       /* K-21 */
    {EDGE_LAST_DATE, EDGE_FIRST_DAY, TIER_GLUED},           /* K-22 */
    {EDGE_LAST_DATE, EDGE_FIRST_MONTH, TIER_GLUED},         /* K-22 */
    {EDGE_LAST_YEAR, EDGE_FIRST_MONTH, TIER_GLUED},         /* K-22 */
    {EDGE_LAST_DATE, EDGE_FIRST_WEEKDAY, TIER_GLUED},       /* K-22 */
    {EDGE_LAST_DAY, EDGE_FIRST_WEEKDAY, TIER_GLUED},        /* K-22 */
    {EDGE_ITEM_MARKER, 0, TIER_NONE},                       /* K-24 */
    {0, EDGE_FIRST_COMMA, TIER_CLUSTER},                    /* K-17 */
    {EDGE_PREFIX, 0, TIER_HELD},                            /* K-33 */
    {0, EDGE_CLOSING, TIER_HELD},                           /* K-88 */
};

enum {
    BEFORE_ANY = EDGE_LAST_OPEN | EDGE_MARKER | EDGE_ITEM_MARKER
        | EDGE_LAST_NUMBER | EDGE_LAST_KINDS | EDGE_LAST_SCALE
        | EDGE_LAST_DATE | EDGE_LAST_YEAR | EDGE_LAST_DAY | EDGE_PREFIX,
    AFTER_ANY = EDGE_FIRST_CLOSED | EDGE_FIRST_COMMA | EDGE_CLOSING
};

static BreakTier gap_tier(uint32_t before, uint32_t after)
{
    if (!(before & BEFORE_ANY) && !(after & AFTER_ANY))
        return TIER_NORMAL;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if ((before & rules[i].before) == rules[i].before
            && (after & rules[i].after) == rules[i].after)
            return rules[i].tier;
    return TIER_NORMAL;
}

/* The "5." of "1. 5." is no marker, and 만 with no number before it no scale. */
static uint32_t in_place(uint32_t edges, uint32_t before)
{
    if (edges & EDGE_FIRST_DAY && before & EDGE_LAST_DATE)
        edges &= ~(uint32_t)EDGE_ITEM_MARKER;
    if (edges & EDGE_FIRST_COUNTER && !(before & EDGE_LAST_NUMBER))
        edges &= ~(uint32_t)EDGE_LAST_SCALE;
    return edges;
}

/* What word i shows to the next one. */
static uint32_t edges_before(const WordInfo *const *words, size_t i)
{
    uint32_t edges = words[i]->edges;
    if (!(edges & (EDGE_ITEM_MARKER | EDGE_LAST_SCALE)))
        return edges;
    return in_place(edges, i > 0 ? words[i - 1]->edges : 0);
}

enum { MARKERS = EDGE_MARKER | EDGE_ITEM_MARKER };

/* A marker holds the first word of its item. One that stands before another
 * of its kind has none: ① ② ③ is a list, which parts when it is too wide. Other
 * markers in a row are levels, and part where nothing else helps. */
static BreakTier tier_between_markers(Str a, Str b)
{
    return markers_alike(a, b) ? TIER_MARK : TIER_CLUSTER;
}

static void glue(uint8_t *tier, size_t i, BreakTier to)
{
    if (tier[i] > to)
        tier[i] = (uint8_t)to;
}

/* A lead-in or a unit has no more words than this. */
enum { GROUP_WORDS = 12 };

/* The word that closes a bracket opened in word `from`, or n. */
static size_t closing_word(const WordInfo *const *words, size_t n, size_t from)
{
    size_t end = n - from < GROUP_WORDS ? n : from + GROUP_WORDS;
    while (from < end && !(words[from]->edges & EDGE_PAREN_CLOSES))
        from++;
    return from < end ? from : n;
}

/* "7. 6.": two in a row are a day (K-22), though either could be a marker. */
static bool begins_date(uint32_t edges, uint32_t next)
{
    return edges & EDGE_LAST_DATE && next & EDGE_FIRST_DAY;
}

/* K-24, K-75: the markers that begin a paragraph hold the word after them, and
 * so does a bracketed lead-in. */
static void glue_start(const WordInfo *const *words, size_t n, uint8_t *tier)
{
    size_t i = 0;
    const uint32_t markers =
        EDGE_MARKER | EDGE_START_MARKER | EDGE_ITEM_MARKER;
    for (; i + 1 < n && words[i]->edges & markers
         && !begins_date(words[i]->edges, words[i + 1]->edges); i++)
        glue(tier, i, words[i + 1]->edges & markers
                ? tier_between_markers(words[i]->text, words[i + 1]->text)
                : TIER_NONE);
    if (i + 1 >= n || !(words[i]->edges & EDGE_PAREN_OPENS))
        return;
    size_t close = closing_word(words, n, i);
    if (close + 1 < n)
        glue(tier, close, TIER_HELD);
}

/* (단위: 억 원) is one piece (L-10). */
static void glue_units(const WordInfo *const *words, size_t n, uint8_t *tier)
{
    for (size_t i = 0; i + 1 < n; i++) {
        if (!(words[i]->edges & EDGE_UNIT_OPENS))
            continue;
        size_t close = closing_word(words, n, i);
        for (; close < n && i < close; i++)
            glue(tier, i, TIER_HELD);
    }
}

void gaps_judge(const WordInfo *const *words, size_t n, uint8_t *tier)
{
    uint32_t seen = n ? words[0]->edges : 0;
    for (size_t i = 1; i < n; i++) {
        tier[i - 1] =
            (uint8_t)gap_tier(edges_before(words, i - 1), words[i]->edges);
        if (tier[i - 1] == TIER_NONE && words[i]->edges & MARKERS)
            tier[i - 1] = (uint8_t)tier_between_markers(words[i - 1]->text,
                words[i]->text);
        seen |= words[i]->edges;
    }
    if (n < 2)
        return;
    glue_start(words, n, tier);
    if (seen & EDGE_UNIT_OPENS)
        glue_units(words, n, tier);
    if (words[n - 1]->edges & EDGE_ETC) /* K-28 */
        glue(tier, n - 2, TIER_HELD);
}
