/*
 * "Did you mean": the distance between two words and the nearest of several.
 *
 * A Hangul syllable is spelled out into its jamo first, so that 합게 is one
 * slip of the finger from 합계 and not a whole syllable. The distance is the
 * restricted one of Damerau and Levenshtein (no edit inside a swapped pair),
 * which is what typing errors need.
 */
#include "base/str.h"

#include <string.h>

enum { LETTERS_MAX = 256 /* longer words are no typing errors */ };

typedef struct Letters {
    size_t n;
    uint32_t at[LETTERS_MAX];
} Letters;

enum {
    SYLLABLE_FIRST = 0xAC00,
    SYLLABLE_LAST = 0xD7A3,
    JAMO_INITIAL = 0x1100,
    JAMO_MEDIAL = 0x1161,
    JAMO_FINAL = 0x11A7, /* one before the first final */
    MEDIALS = 21,
    FINALS = 28
};

static size_t spell_syllable(uint32_t cp, uint32_t out[3])
{
    uint32_t index = cp - SYLLABLE_FIRST, final = index % FINALS;
    out[0] = JAMO_INITIAL + index / (MEDIALS * FINALS);
    out[1] = JAMO_MEDIAL + index / FINALS % MEDIALS;
    out[2] = JAMO_FINAL + final;
    return final ? 3 : 2;
}

/* False when the word has more letters than a suggestion is worth. */
static bool spell(Str s, Letters *out)
{
    out->n = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t cp = str_next(s, &at), letters[3] = {cp};
        size_t n = 1;
        if (cp >= SYLLABLE_FIRST && cp <= SYLLABLE_LAST)
            n = spell_syllable(cp, letters);
        if (out->n + n > LETTERS_MAX)
            return false;
        memcpy(out->at + out->n, letters, n * sizeof *letters);
        out->n += n;
    }
    return true;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static bool swapped(const Letters *a, size_t i, const Letters *b, size_t j)
{
    return i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] &&
           a->at[i - 2] == b->at[j - 1];
}

static unsigned letters_distance(const Letters *a, const Letters *b)
{
    /* Rows i - 2, i - 1 and i of the table, used in turn. */
    unsigned rows[3][LETTERS_MAX + 1];
    for (size_t j = 0; j <= b->n; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a->n; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b->n; j++) {
            unsigned differ = a->at[i - 1] != b->at[j - 1];
            row[j] = least(above[j], row[j - 1]) + 1;
            row[j] = least(row[j], above[j - 1] + differ);
            if (swapped(a, i, b, j))
                row[j] = least(row[j], rows[(i + 1) % 3][j - 2] + 1);
        }
    }
    return rows[a->n % 3][b->n];
}

unsigned str_distance(Str a, Str b)
{
    Letters x, y;
    if (!spell(a, &x) || !spell(b, &y))
        return str_eq(a, b) ? 0 : LETTERS_MAX;
    return letters_distance(&x, &y);
}

Str str_nearest(Str word, const Str *names, size_t n)
{
    Letters x, y;
    Str best = {"", 0};
    if (!spell(word, &x) || x.n < 2)
        return best;
    /* One slip in every three letters is still a slip. */
    unsigned limit = x.n < 6 ? 1 : (unsigned)x.n / 3;
    for (size_t i = 0; i < n; i++) {
        if (!spell(names[i], &y))
            continue;
        unsigned distance = letters_distance(&x, &y);
        if (distance <= limit && distance < y.n) {
            best = names[i];
            if (distance == 0)
                break;
            limit = distance - 1;
        }
    }
    return best;
}
