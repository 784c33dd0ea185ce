/*
 * Spans to items: the text is cut into words at spaces and at the ends of
 * spans, words come from the cache, and the gaps between them are judged.
 * Every byte of a document passes here, so plain words cost one scan and one
 * look-up.
 */
#include "text/separate.h"
#include "text/taste.h"
#include "text/text_int.h"

#include <string.h>

#include <glib.h>

typedef struct Scan {
    Setting *s;
    Text *t;
    Diags *diags;
    bool joined; /* no space since the last word */
    bool backward;         /* a word from right to left was met */
    const uint8_t *levels; /* of the bytes of the spans (UAX #9), or NULL */
} Scan;

static WordStyle style_key(const TextStyle *style)
{
    return (WordStyle)style->role * WORD_ROLE
        + (style->tabular ? WORD_TABULAR : 0);
}

static Item *add_item(Scan *scan, Word *w, uint32_t span)
{
    Text *t = scan->t;
    GROW(t->items, t->items.n + 1);
    Item *it = &t->items.at[t->items.n++];
    *it = (Item) {.word = w, .span = span, .unit = UNIT_NONE,
        .to = (uint32_t)w->info.text.n, .gauge = w->gauge,
        .tier = TIER_NONE};
    return it;
}

/* Begins an 어절 or lengthens the one before. */
static void enter_unit(Scan *scan, Item *it)
{
    Text *t = scan->t;
    uint32_t at = (uint32_t)t->items.n - 1;
    if (!scan->joined || t->units.n == 0) {
        GROW(t->units, t->units.n + 1);
        t->units.at[t->units.n++] = (Unit) {it->word, at, at};
    }
    it->unit = (uint32_t)t->units.n - 1;
    t->units.at[it->unit].end = at + 1;
}

static void force_break(Scan *scan, uint32_t span)
{
    Text *t = scan->t;
    Item *last = t->items.n ? &t->items.at[t->items.n - 1] : NULL;
    if (!last || last->forced)
        last = add_item(scan,
            word_find(t, (Str) {"", 0}, style_key(scan->s->spans[span].style)),
            span);
    last->forced = true;
}

/* Whether a word shares the direction of a phrase from right to left, as its
 * numbers and brackets do. */
static bool stands_backward(const Scan *scan, Str text, uint32_t span)
{
    if (!scan->levels)
        return false;
    const uint8_t *level =
        scan->levels + (text.p - scan->s->spans[span].text.p);
    for (uint32_t i = 0; i < span; i++)
        level += scan->s->spans[i].text.n;
    for (size_t i = 0; i < text.n; i++)
        if (level[i] == 0)
            return false;
    return text.n > 0;
}

static bool runs_backward(const Word *w)
{
    for (uint32_t i = 0; w->levels && i < w->nsegs; i++)
        if (w->levels[i] > 0)
            return true;
    return false;
}

static void add_word(Scan *scan, Str text, Separator sep, uint32_t span,
    WordStyle style)
{
    bool space = sep == SEP_SPACE || sep == SEP_FIXED;
    if (stands_backward(scan, text, span))
        style |= WORD_BACKWARD;
    Word *w = word_find(scan->t, text, style | (space ? WORD_SPACE : 0));
    Item *it = add_item(scan, w, span);
    it->space = space;
    scan->backward |= runs_backward(w);
    if (text.n) {
        enter_unit(scan, it);
        scan->joined = true;
    }
    if (w->nmissing)
        missing_report(scan->t, w, &scan->s->spans[span],
            (size_t)(text.p - scan->s->spans[span].text.p), scan->diags);
}

/* The tier a separator gives by itself; spaces are judged later. */
static void close_word(Scan *scan, Separator sep, uint32_t span)
{
    Text *t = scan->t;
    Item *last = t->items.n ? &t->items.at[t->items.n - 1] : NULL;
    if (sep == SEP_NONE || sep == SEP_DROP)
        return;
    scan->joined = sep == SEP_HOLD && last && !last->forced;
    if (sep == SEP_NEWLINE)
        force_break(scan, span);
    else if (last && sep == SEP_HOLD)
        last->held = true;
    else if (last && sep != SEP_SPACE)
        last->tier = sep == SEP_BREAK ? TIER_NORMAL : TIER_CLUSTER;
}

static void scan_span(Scan *scan, uint32_t span)
{
    const TextSpan *sp = &scan->s->spans[span];
    WordStyle style = style_key(sp->style);
    for (size_t at = 0, next; at < sp->text.n; at = next) {
        Separator sep;
        size_t end = word_cut(sp->text, at, &next, &sep);
        if (end > at || sep == SEP_SPACE || sep == SEP_FIXED)
            add_word(scan, str_sub(sp->text, at, end - at), sep, span, style);
        close_word(scan, sep, span);
    }
}

/* The word that speaks for an 어절 of several items. */
static Word *joined_word(Text *t, const Unit *u)
{
    t->joined.n = 0;
    for (uint32_t i = u->first; i < u->end; i++) {
        Str part = t->items.at[i].word->info.text;
        GROW(t->joined, t->joined.n + part.n);
        if (part.n)
            memcpy(t->joined.at + t->joined.n, part.p, part.n);
        t->joined.n += part.n;
    }
    return word_find(t, (Str) {t->joined.at, t->joined.n}, WORD_BARE);
}

static void name_units(Text *t)
{
    for (size_t i = 0; i < t->units.n; i++)
        if (t->units.at[i].end - t->units.at[i].first > 1)
            t->units.at[i].word = joined_word(t, &t->units.at[i]);
}

/* Before a comma a break is dearer than inside a Latin word (word_breaks.c). */
static uint8_t cost_of_comma(uint32_t edges)
{
    enum { COST_COMMA = 96 };
    return edges & EDGE_FIRST_COMMA ? COST_COMMA : 0;
}

/* Judges the gaps of the units [from, to), which stand between forced
 * breaks. The tier stands on the last item before the next unit. */
static void judge_units(Text *t, size_t from, size_t to)
{
    size_t n = to - from;
    GROW(t->infos, n);
    GROW(t->gaps, n);
    for (size_t i = 0; i < n; i++)
        t->infos.at[i] = &t->units.at[from + i].word->info;
    gaps_judge(t->infos.at, n, t->gaps.at);
    for (size_t i = 0; i + 1 < n; i++) {
        Item *it = &t->items.at[t->units.at[from + i + 1].first - 1];
        if (it->tier == TIER_NONE)
            it->tier = t->gaps.at[i];
        uint32_t edges = t->infos.at[i]->edges;
        if (it->tier == TIER_NORMAL)
            it->cost = taste_of_gap(edges, t->infos.at[i + 1]->edges);
        else if (it->tier == TIER_GLUED)
            it->cost = !(edges & EDGE_WHOLE_YEAR);
        else if (it->tier == TIER_CLUSTER)
            it->cost = cost_of_comma(t->infos.at[i + 1]->edges);
    }
}

static bool is_last_unit(const Text *t, size_t u)
{
    if (u + 1 == t->units.n)
        return true;
    for (uint32_t i = t->units.at[u].end - 1; i < t->units.at[u + 1].first; i++)
        if (t->items.at[i].forced)
            return true;
    return false;
}

static void judge_gaps(Text *t)
{
    size_t from = 0;
    for (size_t u = 0; u < t->units.n; u++)
        if (is_last_unit(t, u)) {
            judge_units(t, from, u + 1);
            from = u + 1;
        }
}

/* The author's own wishes (K-30, K-75). Spaces between spans belong to the
 * span of the word before them. */
static void obey_spans(Setting *s)
{
    uint32_t owner = s->items[0].span;
    for (size_t i = 0; i + 1 < s->nitems; i++) {
        Item *it = &s->items[i];
        if (it->unit != UNIT_NONE)
            owner = it->span;
        bool leaves = s->items[i + 1].span != owner;
        if (it->tier > TIER_HELD
            && s->spans[owner].flags & (leaves ? SPAN_GLUE : SPAN_KEEP))
            it->tier = TIER_HELD;
    }
}

/* K-50: a small text stays with what it stands at. */
static void hold_small(Setting *s)
{
    for (size_t i = 0; i + 1 < s->nitems; i++) {
        Item *it = &s->items[i];
        const Item *next = it + 1;
        if (s->spans[next->span].flags & SPAN_SMALL && !it->space
            && next->word->info.text.n && !it->forced)
            it->held = true;
    }
}

static void scan_spans(Scan *scan)
{
    scan->joined = false;
    scan->t->items.n = scan->t->units.n = 0;
    for (size_t i = 0; i < scan->s->nspans; i++)
        scan_span(scan, (uint32_t)i);
}

/* Once more, now that directions matter: the words of a phrase from right to
 * left are found by the levels of the whole paragraph. */
static void scan_backward(Scan *scan)
{
    GString *all = g_string_new(NULL);
    Arena *scratch = arena_new(0);
    for (size_t i = 0; i < scan->s->nspans; i++) {
        Str text = scan->s->spans[i].text;
        g_string_append_len(all, text.p, (gssize)text.n);
    }
    scan->levels = foreign_levels((Str) {all->str, all->len}, scratch);
    scan->diags = NULL; /* everything was reported */
    scan_spans(scan);
    scan->levels = NULL;
    arena_free(scratch);
    g_string_free(all, TRUE);
}

void items_build(Setting *s, Diags *diags)
{
    Text *t = s->t;
    Scan scan = {.s = s, .t = t, .diags = diags};
    unsigned flags = 0;
    spans_curl(s);
    scan_spans(&scan);
    if (scan.backward)
        scan_backward(&scan);
    for (size_t i = 0; i < s->nspans; i++)
        flags |= s->spans[i].flags;
    s->backward = scan.backward;
    name_units(t);
    judge_gaps(t);
    phrases_hold(t);
    s->items = t->items.at;
    s->nitems = t->items.n;
    if (flags & (SPAN_GLUE | SPAN_KEEP) && s->nitems)
        obey_spans(s);
    if (flags & SPAN_SMALL)
        hold_small(s);
    for (size_t i = 0; i < s->nitems; i++)
        s->items[i].may_break =
            s->items[i].tier == TIER_NORMAL || s->items[i].forced;
}
