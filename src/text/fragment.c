/* Parts of shaped words: what remains on a line when a word is cut. */
#include "text/text_int.h"

#include <string.h>

uint32_t seg_from(const Word *w, const Shaped *seg)
{
    return (uint32_t)(seg->text.p - w->info.text.p);
}

uint32_t seg_to(const Word *w, const Shaped *seg)
{
    uint32_t end = seg_from(w, seg) + (uint32_t)seg->text.n;
    return end > w->info.text.n ? (uint32_t)w->info.text.n : end;
}

/* Shifts follow the glyphs they belong to. */
static const GlyphShift *shifts_at(const Shaped *s, uint32_t glyph)
{
    return s->shifts ? s->shifts + glyph : NULL;
}

/* Copies the glyphs of the bytes [from, to) of the seg, in one piece since
 * clusters are whole and run one way. */
static const Shaped *part_of(Text *t, const Shaped *seg, uint32_t from,
    uint32_t to)
{
    Shaped *part = shaped_new(t);
    Glyph *glyphs = ARENA_ARRAY(t->run, Glyph, seg->n);
    uint32_t first = 0;
    for (uint32_t i = 0; i < seg->n; i++) {
        Glyph g = seg->glyphs[i];
        if (g.text_at < from || g.text_at >= to)
            continue;
        if (part->n == 0)
            first = i;
        g.text_at = (uint16_t)(g.text_at - from);
        part->width += g.advance;
        glyphs[part->n++] = g;
    }
    part->face = seg->face;
    part->text = str_sub(seg->text, from, to - from);
    part->glyphs = glyphs;
    part->shifts = shifts_at(seg, first);
    part->actual_text = seg->actual_text;
    part->trimmed = seg->trimmed;
    part->joined = seg->joined;
    return part;
}

const Shaped *seg_fragment(Text *t, Word *w, const Shaped *seg, uint32_t from,
    uint32_t to, bool space)
{
    uint32_t base = seg_from(w, seg), end = seg_to(w, seg);
    bool closes = base + seg->text.n > w->info.text.n; /* ends in the space */
    from = from > base ? from : base;
    to = to < end ? to : end;
    if (closes && space && to == end)
        to++;
    if (from >= to)
        return NULL;
    if (from == base && to == base + seg->text.n)
        return seg;
    for (Fragment *f = w->fragments; f; f = f->next)
        if (f->from == from && f->to == to)
            return f->shaped;
    Fragment *f = ARENA_NEW(t->run, Fragment);
    *f = (Fragment) {w->fragments, from, to,
        part_of(t, seg, from - base, to - base)};
    w->fragments = f;
    return f->shaped;
}
