/*
 * Phrases whose words the author wants on one line: names of festivals and
 * acts, people with their titles (K-33). Only the gaps between the words of a
 * phrase are held; a phrase wider than the measure still parts (K-14).
 */
#include "text/text_int.h"

struct Phrase {
    uint32_t n;
    const Str *words;
};

static Phrase phrase_read(Str text, Arena *run)
{
    Str *words = ARENA_ARRAY(run, Str, text.n / 2 + 1);
    Phrase p = {.words = words};
    for (size_t from = 0; from < text.n;) {
        ptrdiff_t space = str_find(str_sub(text, from, text.n), STR(" "));
        size_t to = space < 0 ? text.n : from + (size_t)space;
        if (to > from)
            words[p.n++] = str_sub(text, from, to - from);
        from = to + 1;
    }
    return p;
}

/* As its words are printed; where signs are printed as typed, as they are
 * compared. */
static Str phrase_text(const Text *t, Str phrase)
{
    Str plain = house_fold(phrase, t->run);
    return str_dup(t->house ? house_text(t->house, plain, t->run) : plain,
                   t->run);
}

static Str unit_text(const Text *t, size_t unit)
{
    Str text = t->units.at[unit].word->info.text;
    return t->keeps ? house_fold(text, t->run) : text;
}

/* One of 64 bits, by the last byte: most of them are those of a syllable. */
static uint64_t end_bit(Str word)
{
    return UINT64_C(1) << (word.p[word.n - 1] & 63);
}

void text_set_phrases(Text *t, const Str *phrases, size_t n)
{
    Phrase *all = ARENA_ARRAY(t->run, Phrase, n);
    t->phrase_ends = 0;
    for (size_t i = 0; i < n; i++) {
        all[i] = phrase_read(phrase_text(t, phrases[i]), t->run);
        if (all[i].n >= 2)
            t->phrase_ends |= end_bit(all[i].words[0]);
    }
    t->phrases = all;
    t->nphrases = n;
}

/* The 어절 is the word of a phrase: the first may have a bracket or a quote
 * before it, the last a particle behind it. */
static bool is_word_of(Str unit, const Phrase *p, uint32_t word)
{
    if (word == 0)
        return str_ends(unit, p->words[word]);
    return word + 1 == p->n ? str_starts(unit, p->words[word])
                            : str_eq(unit, p->words[word]);
}

/* Asked of every phrase for many an 어절: the last byte tells most apart. */
static bool may_begin(const Phrase *p, Str unit)
{
    Str first = p->words[0];
    return p->n >= 2 && unit.n >= first.n
        && unit.p[unit.n - 1] == first.p[first.n - 1];
}

static bool stands_at(const Text *t, size_t unit, const Phrase *p)
{
    if (t->units.n - unit < p->n)
        return false;
    for (uint32_t i = 0; i < p->n; i++)
        if (!is_word_of(unit_text(t, unit + i), p, i))
            return false;
    return true;
}

void phrases_hold(Text *t)
{
    for (size_t u = 0; t->nphrases && u < t->units.n; u++) {
        Str unit = unit_text(t, u);
        if (unit.n == 0 || !(end_bit(unit) & t->phrase_ends))
            continue;
        for (size_t i = 0; i < t->nphrases; i++) {
            if (!may_begin(&t->phrases[i], unit)
                || !stands_at(t, u, &t->phrases[i]))
                continue;
            for (uint32_t k = 1; k < t->phrases[i].n; k++) {
                Item *gap = &t->items.at[t->units.at[u + k].first - 1];
                if (gap->tier > TIER_HELD)
                    gap->tier = TIER_HELD;
            }
        }
    }
}
