#include "pdf/glyphuse.h"

#include "pdf/syntax.h"

GlyphUse *glyphuse_new(const Fonts *fonts, Charmaps *maps)
{
    GlyphUse *u = g_new0(GlyphUse, 1);

    u->maps = maps;
    u->arena = arena_new(0);
    u->count = fonts_face_count(fonts);
    u->faces = g_new0(FaceUse *, u->count);
    u->words = g_array_new(FALSE, TRUE, sizeof(UsedWord));
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
    g_array_free(u->words, TRUE);
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
    char utf8[4];

    return str_eq(charmap_text(cp, utf8), text);
}

static UsedGlyph *note_glyph(FaceUse *f, uint16_t id)
{
    UsedGlyph *used = &f->glyphs[id];

    if (!used->used) {
        used->used = true;
        used->advance = (int16_t)face_advance(f->face, id);
        g_array_append_val(f->shown, id);
    }
    return used;
}

bool glyphuse_space(FaceUse *f, uint16_t *out)
{
    hb_codepoint_t glyph;

    if (!hb_font_get_nominal_glyph(f->face->hb_font, ' ', &glyph) ||
        !f->chars[glyph])
        return false;
    *out = (uint16_t)glyph;
    note_glyph(f, *out);
    return true;
}

static bool note_glyphs(GlyphUse *u, FaceUse *f, const Shaped *s)
{
    bool faithful = !s->actual_text;

    for (uint32_t i = 0; i < s->n; i++) {
        const Glyph *g = &s->glyphs[i];
        UsedGlyph *used = note_glyph(f, g->id);
        Str text = text_of(s, g);
        if (f->chars[g->id])
            faithful = faithful && says(f->chars[g->id], text);
        else if (text_goes_before(text, used_text(used)))
            set_text(used, str_dup(text, u->arena));
    }
    return faithful;
}

static bool stands_straight(const FaceUse *f, const Shaped *s)
{
    if (s->shifts)
        return false;
    for (uint32_t i = 0; i < s->n; i++)
        if (s->glyphs[i].advance != used_advance(f, s->glyphs[i].id))
            return false;
    return true;
}

static Str word_codes(GlyphUse *u, const Shaped *s)
{
    Buf codes = {0};

    for (uint32_t i = 0; i < s->n; i++)
        put_glyph_code(&codes, face_code(s->face, s->glyphs[i].id));
    Str kept = buf_dup(&codes, u->arena);
    buf_release(&codes);
    return kept;
}

static UsedWord note_word(GlyphUse *u, FaceUse *f, const Shaped *s)
{
    UsedWord w = {.word = s, .faithful = note_glyphs(u, f, s)};

    if (s->n && stands_straight(f, s)) {
        Str codes = word_codes(u, s);
        w.codes = codes.p;
        w.ncodes = (uint32_t)codes.n;
    }
    return w;
}

/* All words without a number share the place of 0. */
const UsedWord *glyphuse_add(GlyphUse *u, FaceUse *f, const Shaped *s)
{
    if (s->serial >= u->words->len)
        g_array_set_size(u->words, s->serial + 1);
    UsedWord *w = &g_array_index(u->words, UsedWord, s->serial);
    if (w->word != s)
        *w = note_word(u, f, s);
    return w;
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
