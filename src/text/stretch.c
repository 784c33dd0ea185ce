#include "text/stretch.h"

#include "text/kinsoku.h"
#include "text/line_class.h"

enum {
    LETTER_CAP = 30, /* 1/1000 em, K-40 */
    WORD_SHARE = 3   /* past K-40 the narrowest word space grows by so many gaps
                        between letters: words stay words */
};

static bool continues_cluster(uint32_t cp)
{
    LineClass c = line_class(cp);
    return c == LC_CM || c == LC_ZJ || c == LC_JV || c == LC_JT;
}

/* A stroke goes from the one to the other. */
static bool is_joint(uint32_t before, uint32_t after)
{
    return is_cursive(before) && is_cursive(after);
}

static bool may_open(const Stretch *st, uint32_t before, uint32_t after)
{
    const unsigned korean = KIN_HANGUL | KIN_HANJA;
    if (continues_cluster(after) || is_joint(before, after))
        return false;
    return st->all || (kinsoku(before) & korean && kinsoku(after) & korean);
}

uint32_t stretch_end(const Stretch *st, Str word, uint32_t from, uint32_t to)
{
    size_t at = from;
    for (uint32_t before = 0; at < to;) {
        size_t next = at;
        uint32_t cp = str_next(word, &next);
        if (at > from && may_open(st, before, cp))
            return (uint32_t)at;
        before = cp;
        at = next;
    }
    return to;
}

uint32_t stretch_part_end(const Setting *s, uint32_t i, uint32_t end)
{
    while (i + 1 < end && s->items[i + 1].word == s->items[i].word
        && s->items[i + 1].unit == s->items[i].unit
        && s->items[i + 1].from == s->items[i].to && s->items[i + 1].from > 0)
        i++;
    return i + 1;
}

static bool is_small(const Setting *s, const Item *it)
{
    return s->spans[it->span].flags & SPAN_SMALL;
}

/* K-50 */
bool stretch_inside(const Setting *s, const Item *it)
{
    return !is_small(s, it);
}

static uint32_t first_letter(const Item *it)
{
    size_t at = it->from;
    return it->from < it->to ? str_next(it->word->info.text, &at) : 0;
}

static uint32_t last_letter(const Item *it)
{
    uint32_t cp = 0;
    for (size_t at = it->from; at < it->to;)
        cp = str_next(it->word->info.text, &at);
    return cp;
}

/* Parts of one word are still one word, whatever they look like. Small text
 * stands at its base (K-50). */
bool stretch_between(const Setting *s, const Stretch *st, uint32_t i)
{
    const Item *it = &s->items[i], *next = it + 1;
    if (is_small(s, next))
        return false;
    if (st->all)
        return true;
    return !it->space && may_open(st, last_letter(it), first_letter(next));
}

static uint32_t count_letters(const Setting *s, const Stretch *st,
    uint32_t from, uint32_t to)
{
    uint32_t count = 0;
    for (uint32_t i = from, end; i < to; i = end) {
        end = stretch_part_end(s, i, to);
        const Item *first = &s->items[i], *last = &s->items[end - 1];
        if (stretch_inside(s, first))
            for (uint32_t at = first->from;
                 (at = stretch_end(st, first->word->info.text, at, last->to))
                 < last->to;)
                count++;
        count += end < to && stretch_between(s, st, end - 1);
    }
    return count;
}

/* K-53: all gaps alike. */
static void plan_distributed(const Setting *s, Stretch *st, uint32_t from,
    uint32_t to, Len slack)
{
    st->all = true;
    st->letters = count_letters(s, st, from, to);
    st->letter_width = st->letters ? slack : 0;
}

/* K-40: word spaces within their limits, then letters, else ragged. */
static void plan_justified(const Setting *s, Stretch *st, uint32_t from,
    uint32_t to, Len slack)
{
    for (uint32_t i = from; i + 1 < to; i++) {
        const Item *it = &s->items[i];
        Len weight = item_stretch(it);
        st->spaces += weight;
        if (weight)
            st->natural += it->blank;
    }
    int64_t most = st->spaces * space_growth(s) / 1000;
    if (-slack <= st->spaces * space_shrink(s) / 1000 && slack <= most) {
        st->space_width = slack;
        return;
    }
    Len size = s->spans[s->items[from].span].style->size;
    uint32_t letters = count_letters(s, st, from, to);
    int64_t rest = slack - most;
    if (rest <= 0 || rest > (int64_t)letters * size * LETTER_CAP / 1000)
        return;
    st->space_width = most;
    st->letters = letters;
    st->letter_width = rest;
}

/* The narrowest word space of a line among those that justification opens, or
 * among those that it does not; 0 when there is none. */
static Len narrowest_space(const Setting *s, uint32_t from, uint32_t to,
    bool opens)
{
    Len least = 0;
    for (uint32_t i = from; i + 1 < to; i++) {
        const Item *it = &s->items[i];
        Len space = it->advance - it->ink;
        if (it->space && opens == (item_stretch(it) > 0)
            && (!least || space < least))
            least = space;
    }
    return least;
}

/* K-41: what was asked for goes before the limits of K-40, not before K-39. The
 * word spaces, which are at those limits, grow by WORD_SHARE times what the
 * gaps between letters do; these also stay well below a space that may not
 * open. A line without either kind of gap stays as it is. */
static void plan_forced(const Setting *s, Stretch *st, uint32_t from,
    uint32_t to, Len slack)
{
    uint32_t letters = count_letters(s, st, from, to);
    int64_t most = st->spaces * space_growth(s) / 1000;
    Len least = narrowest_space(s, from, to, true);
    Len held = narrowest_space(s, from, to, false);
    int64_t share = (int64_t)letters * (least ? least : 1);
    int64_t shares = share + WORD_SHARE * st->spaces;
    int64_t opened = shares ? (slack - most) * share / shares : 0;
    if (held && opened > (int64_t)letters * held / WORD_SHARE)
        opened = (int64_t)letters * held / WORD_SHARE;
    if (!st->spaces && opened < slack)
        return;
    st->spread = true;
    st->letters = opened ? letters : 0;
    st->letter_width = opened;
    st->space_width = slack - opened;
}

Stretch stretch_plan(const Setting *s, uint32_t from, uint32_t to, Len slack,
    bool forced)
{
    Stretch st = {0};
    bool every = s->spec->align == ALIGN_FORCE;
    if (s->spec->align == ALIGN_DISTRIBUTE && slack > 0)
        plan_distributed(s, &st, from, to, slack);
    if (is_justified(s) && (every || !forced) && slack)
        plan_justified(s, &st, from, to, slack);
    bool ragged = !st.space_width && !st.letter_width;
    if (every && forced && ragged && slack > 0)
        plan_forced(s, &st, from, to, slack);
    return st;
}

Len stretch_letter(Stretch *st)
{
    if (st->given_letters >= st->letters)
        return 0;
    int64_t before = st->letter_width * st->given_letters / st->letters;
    st->given_letters++;
    return (Len)(st->letter_width * st->given_letters / st->letters - before);
}

Len stretch_space(Stretch *st, Len weight)
{
    if (st->given_spaces >= st->spaces || !weight)
        return 0;
    int64_t before = st->space_width * st->given_spaces / st->spaces;
    st->given_spaces += weight;
    return (Len)(st->space_width * st->given_spaces / st->spaces - before);
}
