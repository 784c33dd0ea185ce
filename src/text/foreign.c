#include "text/foreign.h"

#include "font/fontset.h"
#include "text/breaks.h"

struct Foreign {
    Fontset *set;
    PangoContext *context;
};

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

/* NULL, too, when a face of the set cannot be read. */
static Foreign *foreign_new(const Fonts *fonts)
{
    Fontset *set = fontset_new(fonts);
    if (!set)
        return NULL;
    Foreign *f = g_new(Foreign, 1);
    f->set = set;
    f->context = pango_font_map_create_context(fontset_map(set));
    pango_context_set_language(f->context, pango_language_from_string("ko"));
    return f;
}

void foreign_free(Foreign *f)
{
    if (!f)
        return;
    g_object_unref(f->context);
    fontset_free(f->set);
    g_free(f);
}

static void set_role(Foreign *f, FontRole role)
{
    PangoFontDescription *d = fontset_describe(f->set, role);
    pango_context_set_font_description(f->context, d);
    pango_font_description_free(d);
}

uint32_t foreign_parts(Foreign **f, const Fonts *fonts, FontRole role,
    Str word, bool backward, Arena *a, const ForeignPart **out)
{
    if (!*f && !(*f = foreign_new(fonts)))
        return 0;
    set_role(*f, role);
    PangoAttrList *none = pango_attr_list_new();
    GList *items = pango_itemize_with_base_dir((*f)->context,
        backward ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR, word.p, 0,
        (int)word.n, none, NULL);
    ForeignPart *parts =
        ARENA_ARRAY(a, ForeignPart, g_list_length(items));
    uint32_t n = 0;
    for (GList *l = items; l; l = l->next) {
        const PangoItem *item = l->data;
        parts[n++] = (ForeignPart) {(uint32_t)(item->offset + item->length),
            item->analysis.level};
    }
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(none);
    *out = parts;
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
