/* Widths in Len, the same as the display list's (shaped_width). */
#include "text/text_int.h"

enum {
    FIT_MARGIN = 200, /* K-47: 0.5 % */
    SPACE_LEAST = 700, SPACE_MOST = 2000,
    SMALL_SIZE = 650 /* K-50 */
};

int16_t seg_spacing(const Shaped *seg, Measure m)
{
    return seg->joined ? 0 : m.letter_spacing;
}

/* Units of a seg; `glyphs` of them carry letter spacing. */
static Len units_width(const Shaped *seg, int32_t units, int64_t glyphs,
    Measure m)
{
    int64_t upem = seg->face->upem;
    int64_t scaled = (int64_t)units * m.glyph_width
        + glyphs * seg_spacing(seg, m) * upem;
    return units_len(m.size, scaled, upem);
}

/* K-50: where the role's own face has its superscripts. */
static Len small_rise(const Setting *s, const TextSpan *span, Len size)
{
    const Face *f = fonts_role_face(s->t->fonts, span->style->role);
    return span->flags & SPAN_SUPER ? len_mul(size, f->super_rise, f->upem)
                                    : -len_mul(size, f->sub_drop, f->upem);
}

Measure measure_of(const Setting *s, uint32_t at)
{
    const TextSpan *span = &s->spans[at];
    const TextStyle *style = span->style;
    Spacing spacing = s->spacing;
    int width = style->glyph_width ? style->glyph_width : 1000;
    bool small = span->flags & SPAN_SMALL;
    Len size = style->size + spacing.size_change;
    return (Measure) {
        .size = small ? len_mul(size, SMALL_SIZE, 1000) : size,
        .rise = small ? small_rise(s, span, size) : 0,
        .letter_spacing =
            (int16_t)(style->letter_spacing + spacing.letter_spacing),
        .glyph_width = (int16_t)(width * spacing.glyph_width / 1000),
        .word_space = spacing.word_space,
    };
}

/* The widths of a whole word at one size and spacing. */
typedef struct WordSize {
    Len ink;     /* without the space, no letter spacing after the last glyph */
    Len advance; /* of its segs, the space with them */
    Len space;   /* the space glyph alone */
} WordSize;

/* The space glyph is the last one of the last seg. */
static bool ends_in_space(const Word *w, uint32_t seg)
{
    return w->space && seg + 1 == w->nsegs;
}

static int16_t last_advance(const Shaped *seg)
{
    return seg->glyphs[seg->n - 1].advance;
}

void word_gauge(Word *w)
{
    const Shaped *seg = w->nsegs == 1 ? w->segs[0] : NULL;
    if (!seg || seg->joined || seg->n > UINT16_MAX
        || seg->face->upem > UINT16_MAX)
        return;
    bool spaced = ends_in_space(w, 0);
    w->gauge = (Gauge) {
        .width = seg->width,
        .space = spaced ? last_advance(seg) : 0,
        .inked = (uint16_t)(seg->n - spaced),
        .spaces = spaced,
        .upem = (uint16_t)seg->face->upem,
    };
}

static inline Len gauge_width(const Gauge *g, int32_t units, int32_t glyphs,
    const Measure *m)
{
    int64_t scaled = (int64_t)units * m->glyph_width
        + (int64_t)glyphs * m->letter_spacing * g->upem;
    return units_len(m->size, scaled, g->upem);
}

static void measure_gauge(const Gauge *g, const Measure *m, WordSize *s)
{
    s->ink = g->inked
        ? gauge_width(g, g->width - g->space, g->inked - 1, m) : 0;
    s->advance = gauge_width(g, g->width, g->inked + g->spaces, m);
    s->space = gauge_width(g, g->space, 0, m);
}

static void measure_segs(const Word *w, Measure m, WordSize *s)
{
    int32_t trailing = 0;
    s->ink = s->advance = s->space = 0;
    for (uint32_t i = 0; i < w->nsegs; i++) {
        const Shaped *seg = w->segs[i];
        bool spaced = ends_in_space(w, i);
        int16_t space = spaced ? last_advance(seg) : 0;
        uint32_t inked = seg->n - spaced;
        s->advance += units_width(seg, seg->width, seg->n, m);
        if (spaced)
            s->space = units_width(seg, space, 0, m);
        if (!inked)
            continue;
        s->ink += trailing
            + units_width(seg, seg->width - space, inked - 1, m);
        if (i + 1 < w->nsegs)
            trailing = units_width(seg, 0, 1, m);
    }
}

Len space_gap(Len space, Measure m)
{
    return m.word_space == 1000 ? 0
                                : len_mul(space, m.word_space - 1000, 1000);
}

/* The first glyph that may belong to the byte `at` of the seg. Glyphs run
 * with the text unless the seg reads backward. */
static uint32_t first_glyph(const Shaped *seg, uint32_t at)
{
    uint32_t low = 0, high = seg->n;
    if (seg->actual_text)
        return 0;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (seg->glyphs[middle].text_at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The part of a seg in the bytes [from, to) of the seg; `trailing` glyphs of
 * it carry no letter spacing. */
static Len part_width(const Shaped *seg, uint32_t from, uint32_t to, Measure m,
    int trailing)
{
    int32_t units = 0;
    int64_t glyphs = 0;
    for (uint32_t i = first_glyph(seg, from); i < seg->n; i++) {
        uint32_t at = seg->glyphs[i].text_at;
        if (at >= to && !seg->actual_text)
            break;
        if (at < from || at >= to)
            continue;
        units += seg->glyphs[i].advance;
        glyphs++;
    }
    return glyphs ? units_width(seg, units, glyphs - trailing, m) : 0;
}

/* A part of a word, its last glyph with letter spacing or without. */
static Len range_width(const Word *w, uint32_t from, uint32_t to, Measure m,
    bool open)
{
    Len width = 0;
    for (uint32_t i = 0; i < w->nsegs; i++) {
        const Shaped *seg = w->segs[i];
        uint32_t base = seg_from(w, seg), end = base + (uint32_t)seg->text.n;
        if (to <= base || from >= end)
            continue;
        width += part_width(seg, from > base ? from - base : 0, to - base, m,
            to <= end && !open);
    }
    return width;
}

/* K-52: , . ’ ” 」 』 */
static bool may_hang(uint32_t cp)
{
    return cp == ',' || cp == '.' || cp == 0x2019 || cp == 0x201D
        || cp == 0x300D || cp == 0x300F;
}

static Len hang_of(const Setting *s, const Item *it, Measure m)
{
    Str text = str_sub(it->word->info.text, it->from, it->to - it->from);
    size_t at = text.n;
    if (s->backward || at == 0)
        return 0;
    while (at-- > 0 && ((unsigned char)text.p[at] & 0xC0) == 0x80)
        ;
    size_t next = at;
    if (!may_hang(str_next(text, &next)))
        return 0;
    Len width =
        range_width(it->word, it->from + (uint32_t)at, it->to, m, false);
    return len_mul(width, s->spec->hang, 1000);
}

static bool is_whole(const Item *it)
{
    return it->from == 0 && it->to == it->word->info.text.n;
}

/* What the word space adds, for the space of the word before as a rule. */
typedef struct LastGap {
    Len space, gap;
} LastGap;

static Len gap_of(LastGap *last, Len space, const Measure *m)
{
    if (space != last->space)
        *last = (LastGap){space, space_gap(space, *m)};
    return last->gap;
}

/* Most items are words of one seg, and are not looked up again. */
static void item_measure(Item *it, const Measure *m, LastGap *last)
{
    WordSize s;
    if (it->gauge.upem)
        measure_gauge(&it->gauge, m, &s);
    else
        measure_segs(it->word, *m, &s);
    Len gap = it->space ? gap_of(last, s.space, m) : 0;
    it->blank = s.space;
    if (it->gauge.upem || is_whole(it)) {
        it->ink = s.ink;
        it->advance = s.advance + gap;
        return;
    }
    uint32_t end = it->to + it->space;
    it->ink = range_width(it->word, it->from, it->to, *m, false);
    it->advance = range_width(it->word, it->from, end, *m, true) + gap;
}

static bool is_same(const Spacing *a, const Spacing *b)
{
    return a->size_change == b->size_change && a->word_space == b->word_space
        && a->letter_spacing == b->letter_spacing
        && a->glyph_width == b->glyph_width && a->least_space == b->least_space;
}

void items_measure(Setting *s, Spacing spacing)
{
    uint32_t span = UINT32_MAX;
    Measure m = {0};
    LastGap last = {0, 0};
    if (s->measured && is_same(&s->spacing, &spacing))
        return;
    s->spacing = spacing;
    s->measured = true;
    for (size_t i = 0; i < s->nitems; i++) {
        if (s->items[i].span != span)
            m = measure_of(s, span = s->items[i].span);
        item_measure(&s->items[i], &m, &last);
        if (s->spec->hang)
            s->items[i].hang = hang_of(s, &s->items[i], m);
    }
}

Len items_width(const Item *items, uint32_t from, uint32_t to)
{
    int64_t width = 0, ink = 0;
    for (uint32_t i = from; i < to; i++) {
        if (items[i].ink)
            ink = width + items[i].ink;
        width += items[i].advance;
    }
    return ink > INT32_MAX ? INT32_MAX : (Len)ink;
}

Len items_hang(const Item *items, uint32_t from, uint32_t to)
{
    while (to > from && !items[to - 1].ink)
        to--;
    return to > from ? items[to - 1].hang : 0;
}

Len items_inside(const Item *items, uint32_t from, uint32_t to)
{
    return items_width(items, from, to) - items_hang(items, from, to);
}

uint32_t item_chars(const Item *it)
{
    if (is_whole(it))
        return it->word->info.chars;
    return (uint32_t)str_count(
        str_sub(it->word->info.text, it->from, it->to - it->from));
}

Len item_stretch(const Item *it)
{
    return it->space && it->tier == TIER_NORMAL ? it->advance - it->ink : 0;
}

int least_space(const Spacing *spacing)
{
    return spacing->least_space > SPACE_LEAST ? spacing->least_space
                                              : SPACE_LEAST;
}

int space_shrink(const Setting *s)
{
    int space = s->spacing.word_space;
    return (space - least_space(&s->spacing)) * 1000 / space;
}

int space_growth(const Setting *s)
{
    return (SPACE_MOST - s->spacing.word_space) * 1000 / s->spacing.word_space;
}

Len line_measure(const Setting *s, uint32_t line)
{
    return s->spec->measure - (line == 0 ? s->spec->first_indent : 0);
}

Len line_room(const Setting *s, uint32_t line)
{
    Len room = line_measure(s, line);
    return s->fitted ? room - room / FIT_MARGIN : room;
}
