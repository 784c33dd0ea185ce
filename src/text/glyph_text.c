/*
 * What text each glyph stands for. A PDF font maps a glyph to one text
 * (ToUnicode): the first word that shows a glyph fixes it, and a later word
 * that means something else by the same glyph must carry its own text.
 *
 * One number for each glyph of a face: the code point it stands for, or where
 * its longer text is kept.
 */
#include "text/text_int.h"

#include <glib.h>

enum { LONGER = 0x80000000 };

struct GlyphTexts {
    size_t nfaces;
    uint32_t **first; /* by face and glyph; 0: not seen yet */
    GPtrArray *longer; /* Str * */
};

GlyphTexts *glyph_texts_new(size_t nfaces)
{
    GlyphTexts *g = g_new(GlyphTexts, 1);
    g->nfaces = nfaces;
    g->first = g_new0(uint32_t *, nfaces);
    g->longer = g_ptr_array_new();
    return g;
}

void glyph_texts_free(GlyphTexts *g)
{
    for (size_t i = 0; i < g->nfaces; i++)
        g_free(g->first[i]);
    g_free(g->first);
    g_ptr_array_free(g->longer, TRUE);
    g_free(g);
}

/* Big and mostly untouched: the system gives its pages when they are used. */
static uint32_t *slot_of(GlyphTexts *g, const Face *f, uint16_t glyph)
{
    if (!g->first[f->id])
        g->first[f->id] = g_new0(uint32_t, UINT16_MAX + 1);
    return &g->first[f->id][glyph];
}

bool glyph_stands_for(GlyphTexts *g, const Face *f, uint16_t glyph,
    uint32_t cp)
{
    uint32_t *slot = slot_of(g, f, glyph);
    if (*slot == 0)
        *slot = cp;
    return *slot == cp;
}

bool glyph_text_agrees(GlyphTexts *g, const Face *f, uint16_t glyph, Str text,
    Arena *run)
{
    size_t at = 0;
    uint32_t cp = str_next(text, &at);
    if (at == text.n)
        return glyph_stands_for(g, f, glyph, cp);
    uint32_t *slot = slot_of(g, f, glyph);
    if (*slot == 0) {
        Str *kept = ARENA_NEW(run, Str);
        *kept = str_dup(text, run);
        *slot = LONGER | g->longer->len;
        g_ptr_array_add(g->longer, kept);
    }
    return *slot & LONGER
        && str_eq(*(Str *)g_ptr_array_index(g->longer, *slot & ~LONGER), text);
}
