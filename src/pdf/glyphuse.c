#include "pdf/glyphuse.h"

GlyphUse *glyphuse_new(const Fonts *fonts, Charmaps *maps)
{
    GlyphUse *u = g_new0(GlyphUse, 1);

    u->maps = maps;
    u->arena = arena_new(0);
    u->count = fonts_face_count(fonts);
    u->faces = g_new0(FaceUse *, u->count);
    return u;
}

void glyphuse_free(GlyphUse *u)
{
    if (!u)
        return;
    for (size_t i = 0; i < u->count; i++) {
        if (!u->faces[i])
            continue;
        g_free(u->faces[i]->glyphs);
        g_array_free(u->faces[i]->shown, TRUE);
    }
    g_free(u->faces);
    arena_free(u->arena);
    g_free(u);
}

FaceUse *glyphuse_face(GlyphUse *u, const Face *face)
{
    FaceUse *f = u->faces[face->id];

    if (f)
        return f;
    f = ARENA_NEW(u->arena, FaceUse);
    f->face = face;
    f->chars = charmap_find(u->maps, face);
    /* Large and sparse: the system only backs the parts that are touched. */
    f->glyphs = g_new0(UsedGlyph, face->nglyphs);
    f->shown = g_array_new(FALSE, FALSE, sizeof(uint16_t));
    u->faces[face->id] = f;
    return f;
}

/* Shorter first, then lower: an order that any two threads agree on. An empty
 * text (a glyph that continues another) is no text at all. */
static bool text_goes_before(Str a, Str b)
{
    if (!a.n || !b.n)
        return a.n != 0;
    return a.n != b.n ? a.n < b.n : str_cmp(a, b) < 0;
}

static Str used_text(const UsedGlyph *g)
{
    return (Str){g->text, g->text_len};
}

static void set_text(UsedGlyph *g, Str text)
{
    g->text = text.p;
    g->text_len = (uint16_t)text.n;
}

/* What the glyph stands for in this word. */
static Str text_of(const Shaped *s, const Glyph *g)
{
    return (Str){s->text.p + g->text_at, g->text_len};
}

static bool says(uint32_t cp, Str text)
{
    size_t at = 0;

    return text.n && str_next(text, &at) == cp && at == text.n;
}

static bool note_glyphs(GlyphUse *u, FaceUse *f, const Shaped *s)
{
    bool faithful = !s->actual_text;

    for (uint32_t i = 0; i < s->n; i++) {
        const Glyph *g = &s->glyphs[i];
        UsedGlyph *used = &f->glyphs[g->id];
        Str text = text_of(s, g);
        if (!used->used) {
            used->used = true;
            used->advance = (int16_t)face_advance(f->face, g->id);
            g_array_append_val(f->shown, g->id);
        }
        if (f->chars[g->id])
            faithful = faithful && says(f->chars[g->id], text);
        else if (text_goes_before(text, used_text(used)))
            set_text(used, str_dup(text, u->arena));
    }
    return faithful;
}

bool glyphuse_add(GlyphUse *u, FaceUse *f, const Shaped *s)
{
    uint64_t hash = (uintptr_t)s * UINT64_C(0x9E3779B97F4A7C15);
    const Shaped **place = &u->seen[hash >> (64 - SEEN_BITS)];

    if (*place == s)
        return true;
    if (!note_glyphs(u, f, s))
        return false;
    *place = s;
    return true;
}

static void merge_face(FaceUse *into, const FaceUse *from)
{
    for (guint i = 0; i < from->shown->len; i++) {
        uint16_t id = g_array_index(from->shown, uint16_t, i);
        const UsedGlyph *g = &from->glyphs[id];
        UsedGlyph *to = &into->glyphs[id];
        if (!to->used) {
            *to = *g;
            g_array_append_val(into->shown, id);
        } else if (text_goes_before(used_text(g), used_text(to))) {
            set_text(to, used_text(g));
        }
    }
}

void glyphuse_merge(GlyphUse *into, const GlyphUse *from)
{
    for (size_t i = 0; i < from->count; i++)
        if (from->faces[i])
            merge_face(glyphuse_face(into, from->faces[i]->face),
                       from->faces[i]);
}
