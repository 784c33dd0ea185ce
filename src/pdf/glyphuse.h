/*
 * GlyphUse: which glyphs the pages show, and what they say.
 *
 * Each painting thread keeps its own while it paints; they are merged before
 * fonts are embedded. The merge is a union that prefers the shorter, then the
 * lower text, so it does not depend on who painted which page.
 */
#ifndef PDF_GLYPHUSE_H
#define PDF_GLYPHUSE_H

#include "dlist/glyphs.h"
#include "pdf/charmap.h"

#include <glib.h>

typedef struct UsedGlyph {
    const char *text; /* UTF-8 of a glyph that no character maps to */
    uint16_t text_len;
    int16_t advance; /* of the glyph alone, font units */
    bool used;
} UsedGlyph;

typedef struct FaceUse {
    const Face *face;
    const uint32_t *chars; /* charmap */
    UsedGlyph *glyphs;     /* by glyph id */
    GArray *shown;         /* uint16_t: the ids of the used ones, each once */
} FaceUse;

enum { SEEN_BITS = 13 };

typedef struct GlyphUse {
    Charmaps *maps; /* shared */
    Arena *arena;   /* of the texts */
    /* Words noted before that say their text by themselves, each at a place
     * of its address; a later one takes the place of an earlier. */
    const Shaped *seen[1 << SEEN_BITS];
    size_t count;
    FaceUse **faces; /* by face id, NULL while unused */
} GlyphUse;

/* `maps` outlives it. */
GlyphUse *glyphuse_new(const Fonts *fonts, Charmaps *maps);
void glyphuse_free(GlyphUse *u);

/* The face's table, made on first use. */
FaceUse *glyphuse_face(GlyphUse *u, const Face *face);
/* Adds all of `from`, whose texts must live on. */
void glyphuse_merge(GlyphUse *into, const GlyphUse *from);

/* Notes a shaped word, which lives at least as long as `u`, and answers whether
 * its glyphs alone will give its text back; if not, the painter writes
 * ActualText. */
bool glyphuse_add(GlyphUse *u, FaceUse *f, const Shaped *s);

/* The advance of a noted glyph. */
static inline int used_advance(const FaceUse *f, uint16_t glyph)
{
    return f->glyphs[glyph].advance;
}

#endif
