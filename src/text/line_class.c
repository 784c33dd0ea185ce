/* Looks a line class up: arithmetic for Hangul, else a binary search. Only
 * words not yet cached come here, so no faster table is worth its bytes. */
#include "text/line_class.h"

#include "text/line_class_int.h"

enum { SYLLABLE_FIRST = 0xAC00, SYLLABLE_LAST = 0xD7A3, FINALS = 28 };

LineClass line_class(uint32_t cp)
{
    if (cp >= SYLLABLE_FIRST && cp <= SYLLABLE_LAST)
        return (cp - SYLLABLE_FIRST) % FINALS ? LC_H3 : LC_H2;
    size_t low = 0, high = line_class_table_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (line_class_table[middle] >> 8 <= cp)
            low = middle;
        else
            high = middle;
    }
    return (LineClass)(line_class_table[low] & 0xFF);
}

const char *line_class_name(LineClass c)
{
    static const char names[][3] = {
#define X(name) #name,
        LINE_CLASSES(X)
#undef X
    };
    return names[c];
}
