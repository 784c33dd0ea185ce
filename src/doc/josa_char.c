/*
 * Characters that are read by themselves: signs, Hangul and its letters, what
 * stands in circles.
 */
#include "doc/hanja.h"
#include "doc/josa_int.h"

bool josa_in_set(uint32_t cp, const uint32_t *set)
{
    for (; *set; set++)
        if (*set == cp)
            return true;
    return false;
}

/* ---- symbols with a reading (J-13, J-18, J-19, J-23) ---- */

static const uint32_t consonant_signs[] = {
    0x20A9 /* ₩ */, 0xFFE6 /* ￦ */, 0x00A5 /* ¥ */, 0x03B5 /* ε */,
    0x03BF /* ο */, 0x03C5 /* υ */,  0};
static const uint32_t rieul_signs[] = {0x2030 /* ‰ */, 0};
static const uint32_t vowel_signs[] = {'%',
                                       0xFF05,
                                       '$',
                                       0x20AC /* € */,
                                       0x00A3 /* £ */,
                                       0x2103 /* ℃ */,
                                       0x2109 /* ℉ */,
                                       0x00B0 /* ° */,
                                       0};

static bool is_greek(uint32_t cp)
{
    return (cp >= 0x0391 && cp <= 0x03A9) || (cp >= 0x03B1 && cp <= 0x03C9);
}

bool josa_sign_class(uint32_t cp, JosaClass *out)
{
    if (josa_in_set(cp, consonant_signs))
        *out = JOSA_CONSONANT;
    else if (josa_in_set(cp, rieul_signs))
        *out = JOSA_RIEUL;
    else if (josa_in_set(cp, vowel_signs) || is_greek(cp))
        *out = JOSA_VOWEL;
    else
        return false;
    return true;
}

/* ---- Hangul (J-15, J-24) ---- */

static JosaClass final_class(unsigned final)
{
    return final == 0 ? JOSA_VOWEL : final == 8 ? JOSA_RIEUL : JOSA_CONSONANT;
}

static bool hangul_class(uint32_t cp, JosaClass *out)
{
    if (cp >= 0xAC00 && cp <= 0xD7A3)
        *out = final_class((cp - 0xAC00) % 28);
    else if (cp >= 0x1100 && cp <= 0x115F) /* a bare initial: its name */
        *out = cp == 0x1105 ? JOSA_RIEUL : JOSA_CONSONANT;
    else if (cp >= 0x1160 && cp <= 0x11A7)
        *out = JOSA_VOWEL;
    else if (cp >= 0x11A8 && cp <= 0x11FF)
        *out = cp == 0x11AF ? JOSA_RIEUL : JOSA_CONSONANT;
    else if (cp >= 0xD7B0 && cp <= 0xD7C6)
        *out = JOSA_VOWEL;
    else if (cp >= 0xD7CB && cp <= 0xD7FB)
        *out = JOSA_CONSONANT;
    else if (cp >= 0x3131 && cp <= 0x314E) /* compatibility jamo: names */
        *out = cp == 0x3139 ? JOSA_RIEUL : JOSA_CONSONANT;
    else if (cp >= 0x314F && cp <= 0x3163)
        *out = JOSA_VOWEL;
    else
        return false;
    return true;
}

/* Circled and parenthesised Hangul (J-18): letter names and syllables. */
static bool enclosed_hangul_class(uint32_t cp, JosaClass *out)
{
    bool letter =
        (cp >= 0x3200 && cp <= 0x320D) || (cp >= 0x3260 && cp <= 0x326D);
    bool syllable =
        (cp >= 0x320E && cp <= 0x321B) || (cp >= 0x326E && cp <= 0x327B);
    if (letter)
        *out = cp == 0x3203 || cp == 0x3263 ? JOSA_RIEUL : JOSA_CONSONANT;
    else if (syllable) /* 가 나 다 … all end in a vowel */
        *out = JOSA_VOWEL;
    else
        return false;
    return true;
}

/* ---- numbers in circles (J-18) ---- */

/* Values of ① ⑴ ⒈ ❶ ㉑ ㊱ Ⅰ ⅰ and their like; 0 when it is none. */
unsigned josa_enclosed_number(uint32_t cp)
{
    static const struct {
        uint32_t first, last;
        unsigned value;
    } ranges[] = {
        {0x2460, 0x2473, 1},  {0x2474, 0x2487, 1}, {0x2488, 0x249B, 1},
        {0x2776, 0x277F, 1},  {0x2780, 0x2789, 1}, {0x278A, 0x2793, 1},
        {0x24EB, 0x24F4, 11}, {0x24F5, 0x24FE, 1}, {0x3251, 0x325F, 21},
        {0x32B1, 0x32BF, 36}, {0x2160, 0x216B, 1}, {0x2170, 0x217B, 1}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (cp >= ranges[i].first && cp <= ranges[i].last)
            return ranges[i].value + (unsigned)(cp - ranges[i].first);
    return 0;
}

/* ---- all of them ---- */

bool josa_syllable_class(uint32_t cp, JosaClass *out)
{
    return hangul_class(cp, out) || enclosed_hangul_class(cp, out);
}

bool josa_readable(uint32_t cp)
{
    JosaClass ignored;
    return josa_is_digit(cp) || josa_is_latin(cp) ||
           josa_sign_class(cp, &ignored) || josa_in_unit(cp) ||
           josa_syllable_class(cp, &ignored) || josa_enclosed_number(cp) ||
           hanja_is(cp) || cp == JOSA_CORP_SIGN;
}
