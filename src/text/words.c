/*
 * The word cache: every word is judged and shaped once for each way of
 * shaping it. An open table with linear probing, at most half full.
 */
#include "text/normal.h"
#include "text/text_int.h"

#include <string.h>

enum { FIRST_SLOTS = 1 << 12 };

static uint64_t mix(uint64_t a, uint64_t b)
{
    __extension__ typedef unsigned __int128 Wide;
    Wide product = (Wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t load(const char *p, size_t n)
{
    uint64_t word = 0;
    memcpy(&word, p, n);
    return word;
}

/* Eight bytes at a time; the same on every run, order never depends on it. */
static uint32_t hash_of(Str s, WordStyle style)
{
    const uint64_t k0 = UINT64_C(0x9E3779B97F4A7C15),
                   k1 = UINT64_C(0xD6E8FEB86659FD93);
    uint64_t h = mix(s.n + k0, style + k1);
    size_t at = 0;
    for (; s.n - at >= 8; at += 8)
        h = mix(load(s.p + at, 8) ^ k1, h ^ k0);
    if (at < s.n)
        h = mix(load(s.p + at, s.n - at) ^ k1, h ^ k0);
    return (uint32_t)(h ^ h >> 32);
}

static WordSlot *slot_of(WordTable *w, uint32_t hash)
{
    return &w->slots[hash & w->mask];
}

static WordSlot *next_slot(WordTable *w, WordSlot *slot)
{
    return slot == &w->slots[w->mask] ? w->slots : slot + 1;
}

static void table_place(WordTable *w, WordSlot placed)
{
    WordSlot *slot = slot_of(w, placed.hash);
    while (slot->word)
        slot = next_slot(w, slot);
    *slot = placed;
}

static void table_grow(WordTable *w, Arena *run)
{
    WordTable old = *w;
    size_t slots = old.slots ? (old.mask + 1) * 2 : FIRST_SLOTS;
    w->slots = ARENA_ARRAY(run, WordSlot, slots);
    w->mask = slots - 1;
    for (size_t i = 0; old.slots && i <= old.mask; i++)
        if (old.slots[i].word)
            table_place(w, old.slots[i]);
}

/* The text with room for a space after it, which segs slice. */
static Str with_space(Str s, Arena *a)
{
    char *p = arena_alloc(a, s.n + 1);
    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = ' ';
    return (Str) {p, s.n};
}

static Word *word_new(Text *t, Str key, WordStyle style)
{
    Word *w = ARENA_NEW(t->run, Word);
    Str normal = word_normal(key, t->run);
    if (t->house)
        normal = house_text(t->house, normal, t->run);
    Str text = with_space(normal, t->run);
    w->key = str_eq(normal, key) ? text : str_dup(key, t->run);
    w->info = word_info(text);
    w->style = style;
    w->space = style & WORD_SPACE;
    if (!(style & WORD_BARE))
        word_shape(t, w);
    return w;
}

/* A word, its text, its segs and their glyphs were made one after the other and
 * lie so in the arena. They are wanted soon, and many words later none of them
 * is in the cache: they are sent for together rather than one by one. */
static void word_fetch(const Word *w)
{
    enum { LINE = 64, LINES = 6 };
    for (size_t i = 0; i < LINES; i++)
        __builtin_prefetch((const char *)w + i * LINE);
}

Word *word_find(Text *t, Str text, WordStyle style)
{
    uint32_t hash = hash_of(text, style);
    if (t->words.count * 2 >= t->words.mask)
        table_grow(&t->words, t->run);
    WordSlot *slot = slot_of(&t->words, hash);
    for (; slot->word; slot = next_slot(&t->words, slot)) {
        Word *w = slot->word;
        if (slot->hash != hash)
            continue;
        word_fetch(w);
        if (w->style == style && str_eq(w->key, text)) {
            t->stats.hits++;
            return w;
        }
    }
    t->stats.misses++;
    t->words.count++;
    *slot = (WordSlot){word_new(t, text, style), hash};
    return slot->word;
}
