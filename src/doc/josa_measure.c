/*
 * Measures: a unit behind its number, on its own, or over another one (J-19).
 * What single units sound like is in josa_unit.c.
 */
#include "doc/josa_int.h"

/* 5kg, 10 m, 530만t, %p: a number stands before, perhaps with its scale. */
static bool follows_number(const uint32_t *c, size_t at)
{
    static const uint32_t scales[] = {
        0xC2ED, 0xBC31, 0xCC9C, 0xB9CC,
        0xC5B5, 0xC870, 0}; /* 십 백 천 만 억 조 */
    if (at > 0 && c[at - 1] == '%')
        return true;
    while (at > 0 && josa_is_space(c[at - 1]))
        at--;
    while (at > 0 && josa_in_set(c[at - 1], scales))
        at--;
    return at > 0 && josa_is_digit(c[at - 1]);
}

/* 무게 kg, (kWh): a unit on its own; a single letter is a letter (J-20). */
static bool stands_alone(const uint32_t *c, size_t start, size_t end)
{
    static const uint32_t before[] = {'(',    0xFF08, '[',    '\'',   '"',
                                      0x2018, 0x201C, 0x3008, 0x300A, 0x300C,
                                      0x300E, 0x3010, 0x3014, 0};
    return end - start > 1 && (start == 0 || josa_is_space(c[start - 1]) ||
                               josa_in_set(c[start - 1], before));
}

/* A unit, or a Hangul word that stands with one: 원/㎡, ㎥/일. */
typedef struct Part {
    size_t from;
    bool unit, sign; /* sign: one that is nothing else, wherever it stands */
    JosaClass cls;
} Part;

static bool is_slash(uint32_t cp)
{
    return cp == '/' || cp == 0x2044 || cp == 0x2215;
}

static bool is_syllable(uint32_t cp)
{
    return cp >= 0xAC00 && cp <= 0xD7A3;
}

/* The 2 of cm2, not that of 12. */
static bool is_power(const uint32_t *c, size_t at)
{
    return at > 0 && (c[at] == '2' || c[at] == '3') && josa_is_latin(c[at - 1]);
}

static size_t unit_start(const uint32_t *c, size_t end)
{
    size_t from = end;
    if (from > 0 && is_power(c, from - 1))
        from--;
    while (from > 0 && josa_in_unit(c[from - 1]))
        from--;
    return from;
}

static Part part_before(const uint32_t *c, size_t end)
{
    Part p = {.from = unit_start(c, end), .cls = JOSA_UNKNOWN};
    if (p.from < end) {
        bool counted = follows_number(c, p.from) ||
                       (p.from > 0 && is_slash(c[p.from - 1]));
        p.sign = josa_has_unit_sign(c + p.from, end - p.from);
        p.unit = josa_unit_class(c + p.from, end - p.from, counted || p.sign,
                                 &p.cls);
        return p;
    }
    while (p.from > 0 && is_syllable(c[p.from - 1]))
        p.from--;
    if (p.from < end)
        josa_syllable_class(c[end - 1], &p.cls);
    return p;
}

/* 5mg/L is 5밀리그램 퍼 리터 or 리터당 5밀리그램: known where both end alike.
 */
static bool ratio_class(const uint32_t *c, Part below, size_t slash,
                        Part *above)
{
    *above = part_before(c, slash);
    bool alone = slash - above->from > (above->unit ? 1 : 0) &&
                 (above->from == 0 || josa_is_space(c[above->from - 1]));
    bool third = above->from > 0 && is_slash(c[above->from - 1]);
    bool measures =
        alone || third || above->sign || follows_number(c, above->from);
    bool word = above->from < slash && is_syllable(c[slash - 1]);
    if (third || above->cls != below.cls)
        above->cls = JOSA_UNKNOWN;
    return measures && (above->unit || (below.unit && word));
}

bool josa_measure_class(const uint32_t *c, size_t n, size_t *from,
                        JosaClass *out)
{
    Part p = part_before(c, n);
    size_t slash = p.from > 0 && p.from < n ? p.from - 1 : 0;
    Part above;
    if (slash && is_slash(c[slash]) && ratio_class(c, p, slash, &above)) {
        *from = above.from;
        *out = above.cls;
        return true;
    }
    *from = p.from;
    *out = p.cls;
    return p.unit &&
           (p.sign || follows_number(c, p.from) || stands_alone(c, p.from, n));
}
