/*
 * Reading the table: syllables stand in the order of their letters, in runs
 * that share initial and vowel; single letters are the lists themselves.
 */
#include "data/hanyang.h"

#include <stddef.h>

struct HanyangRun {
    uint16_t first;
    unsigned char initial, vowel;
};

#include "data/hanyang_table.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
    SYLLABLES = 0xE0BC,
    GAP = 0xF000, /* … where no syllable stands … */
    GAP_END = 0xF100,
    INITIALS = 0xF784,
    VOWELS = 0xF806,
    FINALS = 0xF86A
};

/* The run that holds a syllable: the last that begins before or with it. */
static const struct HanyangRun *find_run(size_t syllable)
{
    size_t low = 0, high = COUNT(hanyang_runs);
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (hanyang_runs[middle].first <= syllable)
            low = middle;
        else
            high = middle;
    }
    return &hanyang_runs[low];
}

static bool read_syllable(uint32_t cp, Jamo *out)
{
    if (cp < SYLLABLES || (cp >= GAP && cp < GAP_END))
        return false;
    size_t at = cp - SYLLABLES - (cp >= GAP_END ? GAP_END - GAP : 0);
    if (at >= COUNT(hanyang_syllables))
        return false;
    const struct HanyangRun *run = find_run(at);
    *out = (Jamo){hanyang_initials[run->initial], hanyang_vowels[run->vowel],
                  hanyang_finals[hanyang_syllables[at]]};
    return true;
}

bool hanyang_read(uint32_t cp, Jamo *out)
{
    if (cp < INITIALS)
        return read_syllable(cp, out);
    *out = (Jamo){0};
    if (cp - INITIALS < COUNT(hanyang_initials))
        out->initial = hanyang_initials[cp - INITIALS];
    else if (cp >= VOWELS && cp - VOWELS < COUNT(hanyang_vowels))
        out->vowel = hanyang_vowels[cp - VOWELS];
    else if (cp >= FINALS && cp - FINALS < COUNT(hanyang_finals))
        out->final = hanyang_finals[cp - FINALS];
    else
        return false;
    return true;
}
