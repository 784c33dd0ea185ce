/*
 * Gaps between scripts inside a word: between Hangul and Latin letters or
 * figures (K-38), and between Hangul and an operator (K-51). They are part of
 * the glyphs' advances, like kerning, so that every width knows them; the text
 * gets no space.
 */
#include "text/kinsoku.h"
#include "text/text_int.h"

static bool is_operator(uint32_t cp)
{
    return cp == '+' || cp == '=' || cp == 0x2212 || cp == 0xD7 || cp == 0xF7;
}

/* The gap between two characters in a row, in 1/1000 em. */
static int gap_between(const TextGaps *gaps, uint32_t a, uint32_t b)
{
    bool first = kinsoku(a) & KIN_HANGUL;
    if (first == (bool)(kinsoku(b) & KIN_HANGUL))
        return 0;
    uint32_t other = first ? b : a;
    if (is_operator(other))
        return gaps->operators;
    return kinsoku(other) & (KIN_LATIN | KIN_DIGIT) ? gaps->latin : 0;
}

static uint32_t last_char(Str s)
{
    size_t at = s.n - 1;
    while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80)
        at--;
    return str_next(s, &at);
}

void glyphs_open_gaps(Text *t, const Face *f, Str s)
{
    if (!t->gaps_set.latin && !t->gaps_set.operators)
        return;
    uint32_t before = 0;
    for (size_t i = 0; i < t->glyphs.n; i++) {
        const Glyph *g = &t->glyphs.at[i];
        if (!g->text_len)
            continue; /* goes with the glyph before it */
        Str text = str_sub(s, g->text_at, g->text_len);
        size_t at = 0;
        int gap = before ? gap_between(&t->gaps_set, before, str_next(text, &at))
                         : 0;
        if (gap)
            t->glyphs.at[i - 1].advance = (int16_t)(
                t->glyphs.at[i - 1].advance + gap * f->upem / 1000);
        before = last_char(text);
    }
}
