#include "doc/hanja.h"

#include "doc/hanja_table.h"

#include <glib.h>

/* The table counts as JosaClass does. */
G_STATIC_ASSERT(JOSA_CONSONANT == 0 && JOSA_RIEUL == 1 && JOSA_VOWEL == 2 &&
                JOSA_UNKNOWN == 3);

static const struct {
    uint32_t first, last;
    const unsigned char *classes; /* two bits a character */
} ranges[] = {
    {0x3400, 0x4DBF, hanja_3400},
    {0x4E00, 0x9FFF, hanja_4e00},
    {0xF900, 0xFA0B, hanja_f900},
};

bool hanja_is(uint32_t cp)
{
    return (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x4E00 && cp <= 0x9FFF) ||
           (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF);
}

JosaClass hanja_class(uint32_t cp)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++) {
        if (cp < ranges[i].first || cp > ranges[i].last)
            continue;
        uint32_t at = cp - ranges[i].first;
        return (JosaClass)(ranges[i].classes[at / 4] >> (at % 4 * 2) & 3);
    }
    return JOSA_UNKNOWN;
}
