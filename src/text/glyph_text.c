/*
 * What text each glyph stands for. A PDF font maps a glyph to one text
 * (ToUnicode): the first word that shows a glyph fixes it, and a later word
 * that means something else by the same glyph must carry its own text.
 */
#include "text/text_int.h"

#include <glib.h>

struct GlyphTexts {
    GHashTable *texts; /* face << 16 | glyph -> Str */
};

GlyphTexts *glyph_texts_new(void)
{
    GlyphTexts *g = g_new(GlyphTexts, 1);
    g->texts = g_hash_table_new(g_direct_hash, g_direct_equal);
    return g;
}

void glyph_texts_free(GlyphTexts *g)
{
    if (!g)
        return;
    g_hash_table_destroy(g->texts);
    g_free(g);
}

bool glyph_text_agrees(GlyphTexts *g, const Face *f, uint16_t glyph, Str text,
    Arena *run)
{
    gpointer key = GUINT_TO_POINTER((guint)f->id << 16 | glyph);
    const Str *first = g_hash_table_lookup(g->texts, key);
    if (first)
        return str_eq(*first, text);
    Str *kept = ARENA_NEW(run, Str);
    *kept = str_dup(text, run);
    g_hash_table_insert(g->texts, key, kept);
    return true;
}
