/*
 * Cutting items where a line may end inside a word: everywhere in syllable
 * mode, and in pieces that are wider than the measure (K-16).
 *
 * The items are copied to a second array, cut on the way.
 */
#include "text/text_int.h"

/* Which inner breaks of a word are wanted. */
typedef struct Cut {
    bool soft;      /* those of syllable mode */
    bool whole;     /* only the one after it (K-50) */
    bool in_need;   /* in a ragged line's stead, not near an end (K-32) */
    BreakTier tier; /* else of at least this tier */
} Cut;

static bool cuts(Cut cut, const WordBreak *b)
{
    return cut.soft ? b->soft : b->tier >= cut.tier;
}

static Item *push(Text *t, Item it)
{
    GROW(t->split, t->split.n + 1);
    t->split.at[t->split.n] = it;
    return &t->split.at[t->split.n++];
}

static void end_piece(Item *piece, const WordBreak *b, Cut cut)
{
    piece->space = false;
    piece->may_break = true;
    piece->tier = cut.soft ? TIER_NORMAL : b->tier;
    piece->cost = cut.soft ? b->tears : (uint8_t)(b->cost + b->tears);
    piece->cut = cut.in_need;
}

enum { NEAR_END = 2 /* characters */ };

static bool is_near_end(const WordInfo *info, uint32_t at)
{
    return str_count(str_sub(info->text, 0, at)) < NEAR_END
        || str_count(str_sub(info->text, at, info->text.n - at)) < NEAR_END;
}

/* Where an item begins in its 어절, counted while items pass in order. */
typedef struct Offsets {
    uint32_t unit, next;
} Offsets;

static uint32_t offset_in_unit(Offsets *o, const Item *it)
{
    uint32_t offset = it->unit == o->unit ? o->next : 0;
    o->unit = it->unit;
    o->next = offset + it->to - it->from;
    return offset;
}

/* The first break of a word behind `offset`. */
static uint32_t first_break(const WordInfo *info, uint32_t offset)
{
    uint32_t low = 0, high = info->nbreaks;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (info->breaks[middle].at <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Pushes an item in pieces; `offset` is where it begins in its 어절. */
static void push_cut(Text *t, const Item *it, uint32_t offset, Cut cut)
{
    WordInfo *info = &t->units.at[it->unit].word->info;
    Item rest = *it;
    uint32_t end = offset + it->to - it->from;
    word_analyse(info, t->run);
    for (uint32_t i = first_break(info, offset);
         i < info->nbreaks && info->breaks[i].at <= end; i++) {
        const WordBreak *b = &info->breaks[i];
        if (!cuts(cut, b) || (cut.whole && b->at < end)
            || (cut.in_need && is_near_end(info, b->at)))
            continue;
        if (b->at == end) {
            if (!it->held) /* another item of the 어절 follows */
                end_piece(&rest, b, cut);
            break;
        }
        Item *piece = push(t, rest);
        piece->to = rest.from = it->from + b->at - offset;
        piece->gauge = rest.gauge = (Gauge) {0};
        piece->forced = false; /* the author's break is behind the last one */
        end_piece(piece, b, cut);
    }
    push(t, rest);
}

static void take_split(Setting *s)
{
    Text *t = s->t;
    Item *at = t->items.at;
    size_t room = t->items.room;
    t->items.at = t->split.at;
    t->items.n = t->split.n;
    t->items.room = t->split.room;
    t->split.at = at;
    t->split.room = room;
    s->items = t->items.at;
    s->nitems = t->items.n;
    s->measured = false;
}

void items_split_soft(Setting *s)
{
    Offsets offsets = {.unit = UNIT_NONE};
    s->t->split.n = 0;
    for (size_t i = 0; i < s->nitems; i++) {
        const Item *it = &s->items[i];
        uint32_t offset = offset_in_unit(&offsets, it);
        unsigned flags = s->spans[it->span].flags;
        if (it->unit == UNIT_NONE || flags & SPAN_KEEP)
            push(s->t, *it);
        else
            push_cut(s->t, it, offset,
                (Cut) {.soft = true, .whole = flags & SPAN_SMALL});
    }
    take_split(s);
}

void items_split_unit(Setting *s, uint32_t unit)
{
    Offsets offsets = {.unit = UNIT_NONE};
    s->t->split.n = 0;
    for (size_t i = 0; i < s->nitems; i++) {
        const Item *it = &s->items[i];
        uint32_t offset = offset_in_unit(&offsets, it);
        unsigned flags = s->spans[it->span].flags;
        if (it->unit != unit || flags & SPAN_KEEP)
            push(s->t, *it);
        else
            push_cut(s->t, it, offset,
                (Cut) {.soft = true, .in_need = true,
                    .whole = flags & SPAN_SMALL});
    }
    take_split(s);
}

/* Pushes the items [from, to) cut at breaks of this tier and better. */
static void push_box(Setting *s, size_t from, size_t to, BreakTier tier,
    Offsets offsets)
{
    for (size_t i = from; i < to; i++) {
        const Item *it = &s->items[i];
        uint32_t offset = offset_in_unit(&offsets, it);
        if (it->unit == UNIT_NONE)
            push(s->t, *it);
        else
            push_cut(s->t, it, offset,
                (Cut) {.tier = tier,
                    .whole = s->spans[it->span].flags & SPAN_SMALL});
        Item *last = &s->t->split.at[s->t->split.n - 1];
        if (last->tier >= tier)
            last->may_break = true; /* a no-break space, at the worst */
    }
}

/* Marks the items of the boxes that are too wide. */
static void mark_boxes(Setting *s)
{
    for (size_t i = 0, from = 0; i < s->nitems; i++) {
        if (!s->items[i].may_break && i + 1 < s->nitems)
            continue;
        Len room = line_room(s, from == 0 ? 0 : 1);
        bool wide =
            items_inside(s->items, (uint32_t)from, (uint32_t)i + 1) > room;
        for (; from <= i; from++)
            s->items[from].wide = wide;
    }
}

/* Cuts the boxes that are marked and too wide, and no others, at breaks of this
 * tier. Answers whether there were any. */
static bool cut_boxes(Setting *s, BreakTier tier)
{
    size_t from = 0;
    bool cut = false;
    Offsets offsets = {.unit = UNIT_NONE}, before = offsets; /* the box */
    s->t->split.n = 0;
    for (size_t i = 0; i < s->nitems; i++) {
        offset_in_unit(&offsets, &s->items[i]);
        if (!s->items[i].may_break && i + 1 < s->nitems)
            continue;
        Len room = line_room(s, from == 0 ? 0 : 1);
        bool wide = s->items[i].wide
            && items_inside(s->items, (uint32_t)from, (uint32_t)i + 1) > room;
        for (size_t k = from; !wide && k <= i; k++)
            push(s->t, s->items[k]);
        if (wide)
            push_box(s, from, i + 1, tier, before);
        cut |= wide;
        from = i + 1;
        before = offsets;
    }
    if (cut)
        take_split(s);
    return cut;
}

static bool is_dash(const Setting *s, size_t i)
{
    uint32_t unit = s->items[i].unit;
    return unit != UNIT_NONE
        && s->t->units.at[unit].word->info.edges & EDGE_FIRST_DASH;
}

/* Whether a dash or the like, item i, can begin a line: with what follows it,
 * as it makes none alone. */
static bool dash_leads(const Setting *s, size_t i)
{
    size_t end = i + 1;
    if (!is_dash(s, i) || s->items[i].forced || end == s->nitems)
        return false;
    while (end + 1 < s->nitems && !s->items[end].may_break)
        end++;
    return items_inside(s->items, (uint32_t)i, (uint32_t)end + 1)
        <= line_room(s, 1);
}

/* K-14: a dash that is glued to what would fit without it may begin a line,
 * before the word in front of it is cut. */
static void release_dashes(Setting *s)
{
    size_t from = 0;
    for (size_t i = 0; i + 1 < s->nitems; i++) {
        Item *it = &s->items[i];
        Len room = line_room(s, from == 0 ? 0 : 1);
        if (it->wide && it->tier == TIER_GLUED && dash_leads(s, i + 1)
            && items_inside(s->items, (uint32_t)from, (uint32_t)i + 1) <= room)
            it->tier = TIER_HELD;
        if (it->may_break || it->tier >= TIER_HELD)
            from = i + 1;
    }
}

/* Cuts what is too wide at `spacing` at the tiers from the best on down to
 * `last`, each only in what the one before it leaves too wide. */
static void cut_down(Setting *s, BreakTier best, BreakTier last,
    Spacing spacing)
{
    items_measure(s, spacing);
    for (BreakTier tier = best; tier >= last && cut_boxes(s, tier); tier--)
        items_measure(s, spacing);
}

/* K-16: what still does not fit is cut at the next tier, and nothing else. As
 * long as whole words and numbers are told apart they may stay as tight as the
 * items are; what is to be cut even so is cut as it is set. */
void items_split_wide(Setting *s, Spacing natural)
{
    mark_boxes(s);
    release_dashes(s);
    cut_down(s, TIER_HELD, TIER_GLUED, s->spacing);
    mark_boxes(s);
    cut_down(s, TIER_SYLLABLE, TIER_CLUSTER, natural);
    s->fitted = false;
    s->cut = true;
}
