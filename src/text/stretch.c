#include "text/stretch.h"

#include "text/kinsoku.h"
#include "text/line_class.h"

enum { LETTER_CAP = 30 /* 1/1000 em, K-40 */ };

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

static bool continues_word(const Item *it)
{
    return it->from > 0;
}

static uint32_t count_letters(const Setting *s, const Stretch *st,
    uint32_t from, uint32_t to)
{
    uint32_t count = 0;
    for (uint32_t i = from; i < to; i++) {
        const Item *it = &s->items[i];
        Str word = it->word->info.text;
        for (uint32_t at = it->from;
             (at = stretch_end(st, word, at, it->to)) < it->to;)
            count++;
        /* between words, too; parts of one word are still one word */
        count += i + 1 < to && (st->all || continues_word(&s->items[i + 1]));
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
            st->natural +=
                word_measure(it->word, measure_of(s, it->span))->space;
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

Stretch stretch_plan(const Setting *s, uint32_t from, uint32_t to, Len slack,
    bool forced)
{
    Stretch st = {0};
    bool every = s->spec->align == ALIGN_FORCE;
    if (s->spec->align == ALIGN_DISTRIBUTE && slack > 0)
        plan_distributed(s, &st, from, to, slack);
    if (is_justified(s) && (every || !forced) && slack)
        plan_justified(s, &st, from, to, slack);
    /* K-41: what was asked for goes before the limits, on this line alone. */
    bool ragged = !st.space_width && !st.letter_width;
    if (every && forced && ragged && slack > 0)
        plan_distributed(s, &st, from, to, slack);
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
