/*
 * What can be told of a paragraph without measuring it again and again while
 * it is tightened: so few lines cannot hold it when the sum of its widths is
 * more than the sum of their rooms.
 */
#include "text/text_int.h"

/* Each rounding is of half a unit, and of those an item has fewer. */
enum { ROUNDINGS = 8 };

/* Glyphs that carry letter spacing. Parts of a word are counted with its first
 * one. */
static int64_t spaced_glyphs(const Item *it)
{
    int64_t n = 0;
    if (it->gauge.upem)
        return it->gauge.inked + it->gauge.spaces;
    for (uint32_t i = 0; it->from == 0 && i < it->word->nsegs; i++)
        n += it->word->segs[i]->joined ? 0 : it->word->segs[i]->n;
    return n;
}

static bool is_plain(Measure m)
{
    return m.letter_spacing == 0 && m.glyph_width == 1000;
}

/* The narrower of two word spaces, of which 0 is none. */
static int narrower(int space, Len blank, Len size)
{
    int share = (int)((int64_t)blank * 1000 / size);
    return space && space < share ? space : share;
}

void survey_make(Setting *s)
{
    Survey v = {.made = true, .bounded = !s->spec->hang};
    uint32_t span = UINT32_MAX;
    Measure m = {0};
    Len blank = 0;
    for (size_t i = 0; i < s->nitems; i++) {
        const Item *it = &s->items[i];
        if (it->span != span) {
            m = measure_of(s, span = it->span);
            v.bounded &= is_plain(m);
            blank = 0;
        }
        if (it->space && it->blank != blank)
            v.space = narrower(v.space, blank = it->blank, m.size);
        if (!it->ink) /* may be what a line's end swallows */
            continue;
        v.width += it->advance;
        v.blanks += it->space ? it->blank : 0;
        v.ems += spaced_glyphs(it) * m.size;
        v.widest = it->blank > v.widest ? it->blank : v.widest;
        v.trailing = it->blank;
    }
    s->survey = v;
}

/* Lines with a box that does not fit may hold more than their room, and other
 * spacings than those of tightening are not at issue. */
static bool is_bounded(const Setting *s, const Spacing *spacing)
{
    return s->survey.bounded && !s->cut && s->base.step == 0
        && spacing->size_change == 0 && spacing->word_space <= 1000
        && spacing->letter_spacing <= 0 && spacing->glyph_width <= 1000;
}

bool survey_may_hold(const Setting *s, const Spacing *spacing, size_t lines)
{
    const Survey *v = &s->survey;
    if (!is_bounded(s, spacing))
        return true;
    int space = spacing->word_space;
    if (is_justified(s) && least_space(spacing) < space)
        space = least_space(spacing);
    int64_t least = v->width * spacing->glyph_width / 1000
        + v->ems * spacing->letter_spacing / 1000
        - v->blanks * (1000 - space) / 1000;
    int64_t more = (int64_t)lines - 1;
    int64_t off =
        (int64_t)s->nitems * ROUNDINGS + more * v->widest + v->trailing;
    return least - off <= line_room(s, 0) + more * line_room(s, 1);
}
