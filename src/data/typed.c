/*
 * One entry for each text that differs from what was typed, sorted by its
 * address when first asked after another came. Both forms have the same number
 * of characters: signs are replaced one by one.
 */
#include "data/typed.h"

#include <glib.h>

typedef struct Entry {
    Str inside, typed;
} Entry;

struct Typed {
    GArray *entries; /* of Entry */
    bool sorted;
    unsigned flags;
};

unsigned typed_flags(const House *house)
{
    return (house->keeps_middot ? NORMAL_KEEP_MIDDOT : 0u) |
           (house->keeps_range ? NORMAL_KEEP_RANGE : 0u);
}

Typed *typed_new(const House *house)
{
    if (!house_keeps(house))
        return NULL;
    Typed *t = g_new0(Typed, 1);
    t->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    t->flags = typed_flags(house);
    return t;
}

void typed_free(Typed *t)
{
    if (t)
        g_array_free(t->entries, TRUE);
    g_free(t);
}

static void add(Typed *t, Str inside, Str typed)
{
    Entry e = {inside, typed};
    g_array_append_val(t->entries, e);
    t->sorted = false;
}

bool typed_normalise(Typed *t, Str s, unsigned flags, Pos pos, Arena *a,
                     Diags *diags, Str *out)
{
    Str typed;
    bool fine = text_normalise(s, flags, pos, a, diags, out);
    if (!t || out->p == s.p)
        return fine;
    text_normalise(s, flags | t->flags, pos, a, NULL, &typed);
    if (!str_eq(typed, *out))
        add(t, *out, typed);
    return fine;
}

static int by_address(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t)((const Entry *)a)->inside.p;
    uintptr_t y = (uintptr_t)((const Entry *)b)->inside.p;
    return (x > y) - (x < y);
}

/* The last entry that begins at or before an address; NULL when none does. */
static const Entry *entry_before(Typed *t, const char *p)
{
    if (!t->sorted)
        g_array_sort(t->entries, by_address);
    t->sorted = true;
    const Entry *all = (const Entry *)(void *)t->entries->data;
    size_t low = 0, high = t->entries->len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((uintptr_t)all[middle].inside.p <= (uintptr_t)p)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &all[low - 1] : NULL;
}

/* Where the n-th character of a text begins. */
static size_t char_at(Str s, size_t n)
{
    size_t at = 0;
    while (n-- > 0 && at < s.n)
        str_next(s, &at);
    return at;
}

Str typed_text(Typed *t, Str text)
{
    const Entry *e = t && text.n ? entry_before(t, text.p) : NULL;
    size_t from = e ? (size_t)(text.p - e->inside.p) : 0;
    if (!e || from + text.n > e->inside.n)
        return text;
    size_t first = str_count(str_sub(e->inside, 0, from));
    size_t start = char_at(e->typed, first);
    Str rest = str_sub(e->typed, start, e->typed.n - start);
    return str_sub(rest, 0, char_at(rest, str_count(text)));
}

void typed_copy(Typed *t, Str text, Str copy)
{
    Str typed = typed_text(t, text);
    if (t && typed.p != text.p)
        add(t, copy, typed);
}
