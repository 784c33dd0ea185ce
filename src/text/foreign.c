#include "text/foreign.h"

#include "text/breaks.h"

#include <pango/pango.h>

typedef struct Range {
    uint32_t from, to;
} Range;

/* Old Hangul (U+1100, U+A960) lies between them and is at home here. */
static const Range foreign[] = {
    {0x0590, 0x109F},   /* Hebrew, Arabic, the Indic scripts, Thai, Myanmar */
    {0x1700, 0x1CFF},   /* Khmer, Mongolian, … */
    {0xA800, 0xA95F}, {0xA980, 0xABFF},
    {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}, /* shaped forms of Hebrew, Arabic */
    {0x10800, 0x11FFF}, {0x1E800, 0x1EFFF},
};

static const Range cursive[] = {
    {0x0600, 0x077F},   /* Arabic, Syriac */
    {0x07C0, 0x07FF},   /* N'Ko */
    {0x0840, 0x08FF},   /* Mandaic, more Arabic and Syriac */
    {0x1800, 0x18AF},   /* Mongolian */
    {0xA840, 0xA87F},   /* 'Phags-pa */
    {0xFB50, 0xFDFF}, {0xFE70, 0xFEFC}, /* shaped forms of Arabic */
    {0x10D00, 0x10D3F}, {0x1E900, 0x1E95F}, /* Hanifi Rohingya, Adlam */
};

/* Bytes with which a character of the ranges can begin: few of them begin
 * Korean ones, so plain words are not read letter by letter. */
static bool may_begin(unsigned char c)
{
    return c >= 0xD6 && (c <= 0xE1 || c == 0xEA || c >= 0xEF);
}

static bool in_ranges(uint32_t cp, const Range *ranges, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (cp >= ranges[i].from && cp <= ranges[i].to)
            return true;
    return false;
}

static bool is_of_foreign(uint32_t cp)
{
    return in_ranges(cp, foreign, G_N_ELEMENTS(foreign));
}

bool is_cursive(uint32_t cp)
{
    return in_ranges(cp, cursive, G_N_ELEMENTS(cursive));
}

static bool holds(Str s, bool (*is_one)(uint32_t cp))
{
    for (size_t i = 0; i < s.n; i++) {
        size_t at = i;
        if (may_begin((unsigned char)s.p[i]) && is_one(str_next(s, &at)))
            return true;
    }
    return false;
}

bool is_foreign(Str s)
{
    return holds(s, is_of_foreign);
}

bool is_joined(Str s)
{
    return holds(s, is_cursive);
}

/* Where the script of a word changes and where its direction does, merged:
 * ranges of scripts come one after the other, levels one a character. */
uint32_t foreign_parts(Str word, bool backward, Arena *a,
    const ForeignPart **out)
{
    PangoDirection base = backward ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    ForeignPart *parts = ARENA_ARRAY(a, ForeignPart, word.n);
    uint32_t n = 0;
    *out = parts;
    if (!word.n)
        return 0;
    guint8 *levels = pango_log2vis_get_embedding_levels(word.p, (int)word.n,
        &base);
    PangoScriptIter *scripts = pango_script_iter_new(word.p, (int)word.n);
    const char *end = word.p;
    size_t at = 0;
    for (size_t i = 0; at < word.n; i++) {
        bool turns = i == 0 || levels[i] != levels[i - 1];
        if (word.p + at == end) {
            if (at > 0)
                pango_script_iter_next(scripts);
            pango_script_iter_get_range(scripts, NULL, &end, NULL);
            turns = true;
        }
        n += turns;
        str_next(word, &at);
        parts[n - 1] = (ForeignPart) {(uint32_t)at, levels[i]};
    }
    pango_script_iter_free(scripts);
    g_free(levels);
    return n;
}

uint8_t *foreign_levels(Str paragraph, Arena *a)
{
    PangoDirection base = PANGO_DIRECTION_LTR;
    uint8_t *levels = ARENA_ARRAY(a, uint8_t, paragraph.n + 1);
    if (!paragraph.n)
        return levels;
    guint8 *chars = pango_log2vis_get_embedding_levels(paragraph.p,
        (int)paragraph.n, &base);
    size_t at = 0;
    for (size_t i = 0; at < paragraph.n; i++) {
        size_t from = at;
        str_next(paragraph, &at);
        for (size_t k = from; k < at; k++)
            levels[k] = chars[i];
    }
    g_free(chars);
    return levels;
}

void foreign_judge(Str word, const BreakChar *c, size_t n, uint8_t *tier)
{
    PangoLogAttr *attrs = g_new0(PangoLogAttr, n + 1);
    pango_get_log_attrs(word.p, (int)word.n, -1,
        pango_language_from_string("ko"), attrs, (int)n + 1);
    for (size_t i = 1; i < n; i++) {
        if (!is_of_foreign(c[i - 1].cp) || !is_of_foreign(c[i].cp))
            continue;
        if (!attrs[i].is_cursor_position)
            tier[i] = TIER_NONE;
        else if (attrs[i].is_line_break && tier[i] != TIER_NONE)
            tier[i] = TIER_MARK;
    }
    g_free(attrs);
}
