/*
 * Labels are made from code points, never from fonts: Ⅰ is U+2160 whatever
 * the layout wrote (K-70), ㉑ is U+3251 (K-68).
 */
#include "doc/numbering.h"

static Str label_of(Arena *a, const char *before, uint32_t cp,
                    const char *after)
{
    char bytes[4];
    size_t n = utf8_put(bytes, cp);
    return STR_JOIN(a, str_of(before), {bytes, n}, str_of(after));
}

/* 가나다 … 하, then 거너더 … 허, 고노도 … 호, 구 …, 그 …, 기 … (K-68). */
static uint32_t hangul_ordinal(unsigned n)
{
    static const unsigned initials[] = {0,  2,  3,  5,  6,  7,  9,
                                        11, 12, 14, 15, 16, 17, 18};
    static const unsigned vowels[] = {0, 4, 8, 13, 18, 20}; /* ㅏㅓㅗㅜㅡㅣ */
    unsigned row = (n - 1) / 14 % 6;
    return 0xAC00 + (initials[(n - 1) % 14] * 21 + vowels[row]) * 28;
}

static Str roman_spell(unsigned n, Arena *a)
{
    static const struct {
        unsigned value;
        const char *sign;
    } signs[] = {{50, "Ⅼ"}, {40, "ⅩⅬ"}, {10, "Ⅹ"}};
    Str out = STR("");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (; n >= signs[i].value; n -= signs[i].value)
            out = STR_JOIN(a, out, str_of(signs[i].sign));
    if (n == 0)
        return out;
    Str unit = label_of(a, "", 0x2160 + n - 1, "");
    return STR_JOIN(a, out, unit);
}

static Str roman_label(unsigned n, Arena *a, bool *fell_back)
{
    if (n <= 12)
        return label_of(a, "", 0x2160 + n - 1, "");
    *fell_back = n >= 90;
    return *fell_back ? str_printf(a, "%u", n) : roman_spell(n, a);
}

static Str circled_label(unsigned n, Arena *a, bool *fell_back)
{
    static const struct {
        unsigned last;
        uint32_t first;
    } blocks[] = {{20, 0x2460}, {35, 0x3251}, {50, 0x32B1}};
    unsigned before = 0;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        if (n <= blocks[i].last)
            return label_of(a, "", blocks[i].first + n - before - 1, "");
        before = blocks[i].last;
    }
    *fell_back = true;
    return str_printf(a, "(%u)", n);
}

static Str hangul_circled_label(unsigned n, Arena *a, bool *fell_back)
{
    if (n <= 14)
        return label_of(a, "", 0x326E + n - 1, "");
    *fell_back = true;
    return label_of(a, "(", hangul_ordinal(n), ")");
}

Str number_label(NumberStyle style, unsigned n, Arena *a, bool *fell_back)
{
    bool ignored;
    if (!fell_back)
        fell_back = &ignored;
    *fell_back = false;
    switch (style) {
    case NUMBER_ROMAN:
        return roman_label(n, a, fell_back);
    case NUMBER_ARABIC:
        return str_printf(a, "%u", n);
    case NUMBER_ARABIC_DOT:
        return str_printf(a, "%u.", n);
    case NUMBER_HANGUL_DOT:
        return label_of(a, "", hangul_ordinal(n), ".");
    case NUMBER_ARABIC_PAREN:
        return str_printf(a, "%u)", n);
    case NUMBER_HANGUL_PAREN:
        return label_of(a, "", hangul_ordinal(n), ")");
    case NUMBER_ARABIC_PARENS:
        return str_printf(a, "(%u)", n);
    case NUMBER_HANGUL_PARENS:
        return label_of(a, "(", hangul_ordinal(n), ")");
    case NUMBER_CIRCLED:
        return circled_label(n, a, fell_back);
    case NUMBER_HANGUL_CIRCLED:
        return hangul_circled_label(n, a, fell_back);
    }
    return STR("");
}

unsigned counters_next(Counters *c, unsigned level)
{
    for (unsigned deeper = level + 1; deeper < 4; deeper++)
        c->at[deeper] = 0;
    return ++c->at[level];
}
