/*
 * Cutting a word where the face changes: each character goes to the first
 * face of its role's chain that draws it (K-146, K-147).
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
    bool space)
{
    const Str s = {w->info.text.p + from, to - from};
    if (!s.n && !space)
        return;
    GROW(t->segs, t->segs.n + 1);
    t->segs.at[t->segs.n++] =
        seg_shape(t, f, s, space, w->style & WORD_TABULAR);
}

/* The last seg, and the space. Word spaces come from the first face of the
 * role, so that they are alike (K-35). */
static void close_segs(Text *t, Word *w, const Face *f, size_t from)
{
    const Face *own =
        fonts_role_face(t->fonts, (FontRole)(w->style / WORD_ROLE));
    size_t end = w->info.text.n;
    if (f == own || !w->space) {
        add_seg(t, w, f, from, end, w->space);
        return;
    }
    add_seg(t, w, f, from, end, false);
    add_seg(t, w, own, end, end, true);
}

void word_shape(Text *t, Word *w)
{
    const Str text = w->info.text;
    const Face *now = NULL;
    size_t from = 0;
    t->segs.n = 0;
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        const Face *face = face_for(t, w, str_next(text, &at), now);
        if (now && face != now) {
            add_seg(t, w, now, from, start, false);
            from = start;
        }
        now = face;
    }
    close_segs(t, w, now, from);
    w->nsegs = (uint32_t)t->segs.n;
    w->segs = ARENA_ARRAY(t->run, const Shaped *, w->nsegs);
    if (w->nsegs)
        memcpy(w->segs, t->segs.at, w->nsegs * sizeof *w->segs);
}
