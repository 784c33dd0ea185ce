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

/* What a painter has to know of a word, found out once. */
typedef struct UsedWord {
    const Shaped *word;
    const char *codes; /* the bytes of its PDF string, escapes and all, when no
                          glyph is moved from where the one before ends; else
                          NULL */
    uint32_t ncodes;
    bool faithful; /* its glyphs alone will give its text back; if not, the
                      painter writes ActualText */
} UsedWord;

typedef struct FaceUse {
    const Face *face;
    const uint32_t *chars; /* charmap */
    UsedGlyph *glyphs;     /* by glyph id */
    GArray *shown;         /* uint16_t: the ids of the used ones, each once */
} FaceUse;

typedef struct GlyphUse {
    Charmaps *maps; /* shared */
    Arena *arena;   /* of the texts and codes */
    GArray *words;  /* UsedWord, by serial */
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

/* Notes a shaped word, which lives at least as long as `u`. What it lends is
 * valid until the next word. */
const UsedWord *glyphuse_add(GlyphUse *u, FaceUse *f, const Shaped *s);

/* Notes the glyph of a space. False when the face has
 * none. */
bool glyphuse_space(FaceUse *f, uint16_t *out);

/* The advance of a noted glyph. */
static inline int used_advance(const FaceUse *f, uint16_t glyph)
{
    return f->glyphs[glyph].advance;
}

#endif
