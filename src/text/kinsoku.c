#include "text/kinsoku.h"

#include <stddef.h>

typedef struct Range {
    uint32_t first, last;
    unsigned flags;
} Range;

enum {
    STOP = KIN_NOT_FIRST | KIN_TIES,                    /* L-37 */
    LATER = KIN_NOT_FIRST,
    DASH = KIN_NOT_FIRST | KIN_AFTER_SPACE,
    LINE = DASH | KIN_TIES,                             /* K-64 */
    OPEN = KIN_NOT_LAST | KIN_OPEN,
    CLOSE = KIN_NOT_FIRST | KIN_CLOSE | KIN_BINDS,
    DOT = KIN_NOT_FIRST | KIN_MARK,
    PLUS = KIN_NOT_FIRST | KIN_AFTER_SPACE | KIN_SIGN, /* 500만평+α */
    CURRENCY = KIN_NOT_LAST,
    PERCENT = KIN_NOT_FIRST | KIN_BINDS,
    CIRCLED = KIN_MARKER | KIN_BINDS,
    LATIN = KIN_LATIN | KIN_BINDS
};

/* Rising; ranges do not meet. */
static const Range ranges[] = {
    {'!', '!', STOP}, {'"', '"', KIN_BINDS}, {'#', '#', CURRENCY},
    {'$', '$', CURRENCY}, {'%', '%', PERCENT}, {'\'', '\'', KIN_BINDS},
    {'(', '(', OPEN}, {')', ')', CLOSE}, {'*', '*', KIN_MARKER}, {'+', '+', PLUS},
    {',', ',', DOT | KIN_COMMA}, {'-', '-', DASH | KIN_MARK | KIN_SIGN},
    {'.', '.', STOP}, {'/', '/', DOT}, {'0', '9', KIN_DIGIT},
    {':', ';', STOP}, {'?', '?', STOP}, {'A', 'Z', LATIN}, {'[', '[', OPEN},
    {']', ']', CLOSE}, {'a', 'z', LATIN}, {'{', '{', OPEN}, {'}', '}', CLOSE},
    {'~', '~', DOT},
    {0xA3, 0xA3, CURRENCY}, {0xA5, 0xA5, CURRENCY}, {0xB0, 0xB0, PERCENT},
    {0xB1, 0xB1, KIN_SIGN}, {0xB2, 0xB3, PERCENT}, {0xB7, 0xB7, DOT},
    {0xC0, 0xD6, LATIN}, {0xD8, 0xF6, LATIN}, {0xF8, 0x24F, LATIN},
    {0x391, 0x3C9, LATIN}, {0x410, 0x44F, LATIN},
    {0x1100, 0x11FF, KIN_HANGUL},
    {0x2010, 0x2010, DASH | KIN_MARK}, {0x2013, 0x2013, DASH | KIN_MARK},
    {0x2014, 0x2015, LINE},
    {0x2018, 0x2018, KIN_NOT_LAST}, {0x2019, 0x2019, CLOSE},
    {0x201C, 0x201C, KIN_NOT_LAST}, {0x201D, 0x201D, CLOSE},
    {0x2025, 0x2026, LINE}, {0x2027, 0x2027, DOT},
    {0x2030, 0x2030, PERCENT}, {0x203B, 0x203B, KIN_MARKER}, /* ※ */
    {0x20A9, 0x20A9, CURRENCY}, {0x20AC, 0x20AC, CURRENCY},
    {0x2103, 0x2103, PERCENT}, {0x2109, 0x2109, PERCENT},
    {0x2116, 0x2116, CURRENCY}, /* № */
    {0x2212, 0x2212, KIN_SIGN}, {0x2219, 0x2219, DOT}, {0x223C, 0x223C, DOT},
    {0x2460, 0x24FF, CIRCLED},
    {0x25A0, 0x25A3, KIN_MARKER}, {0x25AA, 0x25AB, KIN_MARKER}, /* □ ▪ */
    {0x25B2, 0x25B3, KIN_MARKER | KIN_SIGN}, /* ▲ △ */
    {0x25B6, 0x25B8, KIN_MARKER}, {0x25BC, 0x25BD, KIN_SIGN}, /* ▼ ▽ */
    {0x25C6, 0x25C9, KIN_MARKER}, {0x25CB, 0x25CB, KIN_MARKER}, /* ◆ ○ */
    {0x25CE, 0x25CF, KIN_MARKER}, {0x25E6, 0x25E6, KIN_MARKER},
    {0x25EF, 0x25EF, KIN_MARKER}, {0x25FB, 0x25FE, KIN_MARKER},
    {0x2605, 0x2606, KIN_MARKER}, {0x2610, 0x2612, KIN_MARKER}, /* ★ ☑ */
    {0x261B, 0x261B, KIN_MARKER}, {0x261E, 0x261E, KIN_MARKER}, /* ☞ */
    {0x2713, 0x2714, KIN_MARKER}, {0x2717, 0x2718, KIN_MARKER}, /* ✓ */
    {0x2726, 0x2727, KIN_MARKER}, {0x274D, 0x274D, KIN_MARKER}, /* ❍ */
    {0x274F, 0x2752, KIN_MARKER}, {0x2756, 0x2756, KIN_MARKER}, /* ❖ */
    {0x2776, 0x2793, CIRCLED},
    {0x2794, 0x2794, KIN_MARKER}, {0x2799, 0x2799, KIN_MARKER}, /* ➔ */
    {0x279B, 0x27AF, KIN_MARKER}, {0x27B1, 0x27B2, KIN_MARKER}, /* ➡ */
    {0x2B1B, 0x2B1C, KIN_MARKER}, /* ⬛ */
    {0x3001, 0x3001, STOP | KIN_COMMA}, {0x3002, 0x3002, STOP},
    {0x3003, 0x3003, LATER}, {0x3005, 0x3005, LATER},
    {0x3008, 0x3008, OPEN}, {0x3009, 0x3009, CLOSE},
    {0x300A, 0x300A, OPEN}, {0x300B, 0x300B, CLOSE},
    {0x300C, 0x300C, OPEN}, {0x300D, 0x300D, CLOSE},
    {0x300E, 0x300E, OPEN}, {0x300F, 0x300F, CLOSE},
    {0x3010, 0x3010, OPEN}, {0x3011, 0x3011, CLOSE},
    {0x3014, 0x3014, OPEN}, {0x3015, 0x3015, CLOSE},
    {0x301C, 0x301C, DOT}, {0x302E, 0x302F, LATER},
    {0x30FB, 0x30FB, DOT}, {0x30FC, 0x30FC, LATER},
    {0x3131, 0x318C, KIN_HANGUL}, {0x318D, 0x318D, DOT}, /* ㆍ */
    {0x318E, 0x318E, KIN_HANGUL},
    {0x3200, 0x321E, CIRCLED}, {0x3251, 0x327F, CIRCLED},
    {0x32B1, 0x32BF, CIRCLED},
    {0x3380, 0x33DF, LATER | KIN_BINDS}, /* ㎞ ㎡ ㎏ … */
    {0x3400, 0x9FFF, KIN_HANJA},
    {0xA960, 0xA97C, KIN_HANGUL}, {0xD7B0, 0xD7FB, KIN_HANGUL},
    {0xF900, 0xFAFF, KIN_HANJA},
    {0xFF01, 0xFF01, STOP}, {0xFF03, 0xFF04, CURRENCY},
    {0xFF05, 0xFF05, PERCENT}, {0xFF08, 0xFF08, OPEN},
    {0xFF09, 0xFF09, CLOSE}, {0xFF0B, 0xFF0B, PLUS},
    {0xFF0C, 0xFF0C, DOT | KIN_COMMA}, {0xFF0D, 0xFF0D, KIN_SIGN},
    {0xFF0E, 0xFF0E, STOP}, {0xFF0F, 0xFF0F, DOT},
    {0xFF10, 0xFF19, KIN_DIGIT}, {0xFF1A, 0xFF1B, STOP},
    {0xFF1F, 0xFF1F, STOP}, {0xFF3B, 0xFF3B, OPEN}, {0xFF3D, 0xFF3D, CLOSE},
    {0xFF5B, 0xFF5B, OPEN}, {0xFF5D, 0xFF5D, CLOSE}, {0xFF5E, 0xFF5E, DOT},
    {0xFFE5, 0xFFE6, CURRENCY},
    {0x20000, 0x3134F, KIN_HANJA},
};

static unsigned range_flags(uint32_t cp)
{
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (cp > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == sizeof ranges / sizeof *ranges || cp < ranges[low].first)
        return 0;
    return ranges[low].flags;
}

static bool is_scale(uint32_t cp)
{
    return cp == 0xC2ED || cp == 0xBC31 || cp == 0xCC9C || cp == 0xB9CC
        || cp == 0xC5B5 || cp == 0xC870; /* 십 백 천 만 억 조 */
}

unsigned kinsoku(uint32_t cp)
{
    if (cp >= 0xAC00 && cp <= 0xD7A3)
        return is_scale(cp) ? KIN_HANGUL | KIN_SCALE : KIN_HANGUL;
    return range_flags(cp);
}
