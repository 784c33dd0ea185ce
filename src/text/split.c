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
    piece->cost = b->cost;
}

/* Bytes of its 어절 before this item. */
static uint32_t offset_in_unit(const Setting *s, const Item *it)
{
    uint32_t offset = 0;
    for (const Item *i = it; i > s->items && i[-1].unit == it->unit; i--)
        offset += i[-1].to - i[-1].from;
    return offset;
}

/* Pushes an item in pieces; `offset` is where it begins in its 어절. */
static void push_cut(Text *t, const Item *it, uint32_t offset, Cut cut)
{
    WordInfo *info = &t->units.at[it->unit].word->info;
    Item rest = *it;
    uint32_t end = offset + it->to - it->from;
    word_analyse(info, t->run);
    for (uint32_t i = 0; i < info->nbreaks; i++) {
        const WordBreak *b = &info->breaks[i];
        if (b->at <= offset || b->at > end || !cuts(cut, b))
            continue;
        if (b->at == end) {
            end_piece(&rest, b, cut); /* another item of the 어절 follows */
            break;
        }
        Item *piece = push(t, rest);
        piece->to = rest.from = it->from + b->at - offset;
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
}

void items_split_soft(Setting *s)
{
    s->t->split.n = 0;
    for (size_t i = 0; i < s->nitems; i++) {
        const Item *it = &s->items[i];
        bool keep = s->spans[it->span].flags & SPAN_KEEP;
        if (it->unit == UNIT_NONE || keep)
            push(s->t, *it);
        else
            push_cut(s->t, it, offset_in_unit(s, it), (Cut) {.soft = true});
    }
    take_split(s);
}

/* The width of the widest piece from split item `from` on. */
static Len widest_piece(Setting *s, size_t from)
{
    Text *t = s->t;
    Setting part = *s;
    part.items = t->split.at + from;
    part.nitems = t->split.n - from;
    items_measure(&part, s->spacing);
    Len widest = 0;
    for (uint32_t i = 0, first = 0; i < part.nitems; i++)
        if (part.items[i].may_break || i + 1 == part.nitems) {
            Len width = items_width(part.items, first, i + 1);
            widest = width > widest ? width : widest;
            first = i + 1;
        }
    return widest;
}

static void push_box(Setting *s, size_t from, size_t to, BreakTier tier)
{
    for (size_t i = from; i < to; i++) {
        const Item *it = &s->items[i];
        if (it->unit == UNIT_NONE)
            push(s->t, *it);
        else
            push_cut(s->t, it, offset_in_unit(s, it), (Cut) {.tier = tier});
        Item *last = &s->t->split.at[s->t->split.n - 1];
        if (last->tier >= tier)
            last->may_break = true;
    }
}

/* The highest tier that makes the pieces fit, or else all of them. */
static void split_box(Setting *s, size_t from, size_t to, Len room)
{
    size_t start = s->t->split.n;
    for (int tier = TIER_MARK; tier >= TIER_CLUSTER; tier--) {
        s->t->split.n = start;
        push_box(s, from, to, (BreakTier)tier);
        if (widest_piece(s, start) <= room)
            return;
    }
}

void items_split_wide(Setting *s)
{
    size_t from = 0;
    s->t->split.n = 0;
    for (size_t i = 0; i < s->nitems; i++) {
        if (!s->items[i].may_break && i + 1 < s->nitems)
            continue;
        Len room = line_room(s, from == 0 ? 0 : 1);
        if (items_width(s->items, (uint32_t)from, (uint32_t)i + 1) > room)
            split_box(s, from, i + 1, room);
        else
            for (size_t k = from; k <= i; k++)
                push(s->t, s->items[k]);
        from = i + 1;
    }
    take_split(s);
}
