/*
 * Cutting a word where the face changes: each character goes to the first
 * face of its role's chain that draws it (K-146, K-147). Foreign words are cut
 * by script and direction first (foreign.h).
 */
#include "text/line_class.h"
#include "text/text_int.h"

#include <string.h>

/* A mark stays in the face of its base when that face has it. */
static bool follows_base(const Face *base, uint32_t cp)
{
    hb_codepoint_t glyph;
    if (!base || cp < 0x300 || (cp >= 0xAC00 && cp <= 0xD7A3))
        return false;
    return line_class(cp) == LC_CM
        && hb_font_get_nominal_glyph(base->hb_font, cp, &glyph);
}

static void note_missing(Text *t, Word *w, uint32_t cp)
{
    uint32_t *missing = ARENA_ARRAY(t->run, uint32_t, w->nmissing + 1);
    if (w->nmissing)
        memcpy(missing, w->missing, w->nmissing * sizeof *missing);
    missing[w->nmissing++] = cp;
    w->missing = missing;
}

/* The face for a character: what is missing stays in the face at hand. */
static const Face *face_for(Text *t, Word *w, uint32_t cp, const Face *now)
{
    FontRole role = (FontRole)(w->style / WORD_ROLE);
    const Face *face = follows_base(now, cp) ? now
        : fonts_choose(t->fonts, role, cp);
    if (face)
        return face;
    note_missing(t, w, cp);
    return now ? now : fonts_role_face(t->fonts, role);
}

static void add_seg(Text *t, Word *w, const Face *f, size_t from, size_t to,
    unsigned flags)
{
    const Str s = {w->info.text.p + from, to - from};
    if (!s.n && !(flags & SEG_SPACE))
        return;
    if (w->style & WORD_TABULAR)
        flags |= SEG_TABULAR;
    GROW(t->segs, t->segs.n + 1);
    t->segs.at[t->segs.n++] = seg_shape(t, f, s, flags);
}

/* The bytes [from, to) but for the last seg, whose face is answered; `*from`
 * is where it begins. */
static const Face *add_segs(Text *t, Word *w, size_t *from, size_t to,
    unsigned flags)
{
    const Str text = {w->info.text.p, to};
    const Face *now = NULL;
    for (size_t at = *from; at < to;) {
        size_t start = at;
        const Face *face = face_for(t, w, str_next(text, &at), now);
        if (now && face != now) {
            add_seg(t, w, now, *from, start, flags);
            *from = start;
        }
        now = face;
    }
    return now;
}

static const Face *own_face(Text *t, const Word *w)
{
    return fonts_role_face(t->fonts, (FontRole)(w->style / WORD_ROLE));
}

/* The last seg, and the space. Word spaces come from the first face of the
 * role, so that they are alike (K-35). */
static void close_segs(Text *t, Word *w, const Face *f, size_t from)
{
    const Face *own = own_face(t, w);
    size_t end = w->info.text.n;
    if (f == own || !w->space) {
        add_seg(t, w, f, from, end, w->space ? SEG_SPACE : 0);
        return;
    }
    add_seg(t, w, f, from, end, 0);
    add_seg(t, w, own, end, end, SEG_SPACE);
}

static void shape_native(Text *t, Word *w)
{
    size_t from = 0;
    const Face *last = add_segs(t, w, &from, w->info.text.n, 0);
    close_segs(t, w, last, from);
}

static void level_segs(Text *t, uint8_t level)
{
    GROW(t->seg_levels, t->segs.n);
    while (t->seg_levels.n < t->segs.n)
        t->seg_levels.at[t->seg_levels.n++] = level;
}

static void keep_levels(Text *t, Word *w)
{
    uint8_t *levels = ARENA_ARRAY(t->run, uint8_t, t->segs.n);
    if (t->segs.n)
        memcpy(levels, t->seg_levels.at, t->segs.n);
    w->levels = levels;
}

/* Part by part, each in its direction. The space is a seg of its own, since
 * it may go the other way than its word. */
static void shape_foreign(Text *t, Word *w)
{
    const ForeignPart *parts;
    Arena *scratch = arena_new(0);
    uint32_t n = foreign_parts(w->info.text, w->style & WORD_BACKWARD, scratch,
        &parts);
    size_t from = 0;
    t->seg_levels.n = 0;
    if (n == 0)
        shape_native(t, w);
    for (uint32_t i = 0; i < n; i++) {
        unsigned flags = parts[i].level & 1 ? SEG_BACKWARD : 0;
        const Face *last = add_segs(t, w, &from, parts[i].end, flags);
        add_seg(t, w, last, from, parts[i].end, flags);
        level_segs(t, parts[i].level);
        from = parts[i].end;
    }
    if (w->space && n > 0) {
        size_t end = w->info.text.n;
        add_seg(t, w, own_face(t, w), end, end, SEG_SPACE);
        level_segs(t, 0);
    }
    if (n > 0)
        keep_levels(t, w);
    arena_free(scratch);
}

void word_shape(Text *t, Word *w)
{
    t->segs.n = 0;
    if (w->style & WORD_BACKWARD || is_foreign(w->info.text))
        shape_foreign(t, w);
    else
        shape_native(t, w);
    w->nsegs = (uint32_t)t->segs.n;
    w->segs = ARENA_ARRAY(t->run, const Shaped *, w->nsegs);
    if (w->nsegs)
        memcpy(w->segs, t->segs.at, w->nsegs * sizeof *w->segs);
    word_gauge(w);
}
