/* The text engine, and paragraphs from spans to lines. */
#include "text/plain.h"

#include <glib.h>

void *text_grow(void *at, size_t *room, size_t n, size_t size)
{
    size_t more = *room ? *room * 2 : 64;
    *room = more > n ? more : n;
    return g_realloc_n(at, *room, size);
}

Text *text_new(Fonts *fonts, Arena *run)
{
    Text *t = g_new0(Text, 1);
    t->fonts = fonts;
    t->last = (TextShort) {.chars = 4, .share = 200}; /* K-42 */
    t->run = run;
    t->buffer = hb_buffer_create();
    t->language = hb_language_from_string("ko", -1);
    t->texts = glyph_texts_new(fonts_face_count(fonts));
    t->plain = plain_faces_new(fonts_face_count(fonts));
    return t;
}

void text_set_gaps(Text *t, TextGaps gaps)
{
    t->gaps_set = gaps;
}

void text_set_house(Text *t, const House *house)
{
    t->house = house_changes(house) ? house : NULL;
    t->keeps = house_keeps(house);
}

void text_set_short(Text *t, TextShort last)
{
    t->last = last;
}

void text_free(Text *t)
{
    if (!t)
        return;
    void *const arrays[] = {t->items.at, t->split.at, t->units.at,
        t->infos.at, t->gaps.at, t->ends.at, t->nodes.at, t->runs.at,
        t->run_flags.at, t->pieces.at, t->joined.at, (void *)t->segs.at,
        t->glyphs.at, t->shifts.at, t->curled.at, t->spans.at, t->levels.at, t->seg_levels.at};
    for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
        g_free(arrays[i]);
    glyph_texts_free(t->texts);
    plain_faces_free(t->plain);
    hb_buffer_destroy(t->buffer);
    g_free(t);
}

TextStats text_stats(const Text *t)
{
    TextStats stats = t->stats;
    stats.words = stats.hits + stats.misses;
    return stats;
}

static bool fits_one_line(const Setting *s)
{
    for (size_t i = 0; i < s->nitems; i++)
        if (s->items[i].forced)
            return false;
    return items_inside(s->items, 0, (uint32_t)s->nitems) <= line_room(s, 0);
}

static void one_line(Setting *s)
{
    GROW(s->t->ends, 1);
    s->t->ends.at[0] = (uint32_t)s->nitems;
    s->t->ends.n = 1;
}

/* Puts breaks inside words where the mode or the measure asks for them. Before
 * a word is cut, or glue gives way, the paragraph is tightened (K-14). */
static void cut_words(Setting *s)
{
    const Spacing natural = s->spacing;
    if (s->spec->mode == BREAK_SYLLABLE) {
        items_split_soft(s);
        items_measure(s, natural);
    }
    if (!lines_have_wide_box(s) || fit_boxes(s))
        return;
    fit_tightest(s); /* what would not fit even so is cut */
    items_split_wide(s, natural);
    if (lines_have_wide_box(s) && !fit_boxes(s))
        items_split_wide(s, natural);
}

/* K-46: the author's own values, or natural ones. */
static Spacing first_spacing(const ParaSpec *spec)
{
    const FitValues *v = spec->values;
    if (spec->fit != FIT_PINNED || !v)
        return SPACING_NATURAL;
    return (Spacing) {0, v->word_space, v->letter_spacing, v->glyph_width, 0};
}

const Para *text_para(Text *t, const TextSpan *spans, size_t nspans,
    const ParaSpec *spec, Arena *a, Diags *diags)
{
    Setting s = {.t = t, .spans = spans, .nspans = nspans, .spec = spec};
    FitResult fit = {0};
    items_build(&s, diags);
    items_measure(&s, first_spacing(spec));
    if (fits_one_line(&s)) {
        one_line(&s);
    } else {
        cut_words(&s);
        fit = lines_fit(&s);
    }
    Para *p = lines_emit(&s, &t->ends, a);
    p->lines_saved = fit.lines_saved;
    p->loosened = fit.loosened;
    p->kept_words = s.base.step > 0;
    p->overflow |= fit.failed;
    return p;
}

Len text_width(Text *t, Str s, const TextStyle *style, Pos source,
    Diags *diags)
{
    const TextSpan span = {.text = s, .style = style, .source = source};
    return text_spans_width(t, &span, 1, diags);
}

Len text_spans_width(Text *t, const TextSpan *spans, size_t nspans,
    Diags *diags)
{
    const ParaSpec spec = {.measure = INT32_MAX};
    Setting set = {.t = t, .spans = spans, .nspans = nspans, .spec = &spec};
    items_build(&set, diags);
    items_measure(&set, SPACING_NATURAL);
    return items_width(set.items, 0, (uint32_t)set.nitems);
}

void para_draw_line(const Para *p, uint32_t i, DlPage *page, Point at)
{
    const TextLine *l = &p->lines[i];
    at.x += l->x;
    for (uint32_t k = 0; k < l->nruns; k++)
        dlpage_add_run(page, &l->runs[k], at);
}
