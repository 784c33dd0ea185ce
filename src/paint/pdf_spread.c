/*
 * Words with wide gaps inside (K-41).
 *
 * Readers that go by the boxes of glyphs find spaces in them, and columns
 * where a line has wide word spaces. Under one ActualText a word is as wide as
 * from its first glyph to its space, which is drawn at the far end of the gap:
 * words touch, and what stands between them is that space (K-168).
 */
#include "paint/pdf_show.h"

static bool ends_word(const DlPiece *p)
{
    return p->shaped->n && str_ends(p->shaped->text, STR(" "));
}

static Len piece_end(const DlRun *r, const DlPiece *p, Len at)
{
    return at + p->gap + shaped_width(p->shaped, r->size, r->letter_spacing,
                                      r->glyph_width);
}

/* Its first glyph is drawn left of where it begins (K-60). */
static bool begins_left(const Shaped *word)
{
    return word->trimmed && word->n && word->shifts && word->shifts[0].x < 0;
}

/* A piece that begins at `at` on the run; its own space stands at the far end
 * of the gap behind it. */
static void put_piece(Show *s, const DlPiece *p, Len at)
{
    const DlRun *r = s->run;
    const Shaped *word = p->shaped;
    uint32_t inked = word->n - ends_word(p);
    int64_t want = run_units(r, at);

    glyphuse_add(s->content->use, s->face, word);
    for (uint32_t i = 0; i < inked; i++) {
        const Glyph *g = &word->glyphs[i];
        show_shifted(s, g, word->shifts ? word->shifts[i] : (GlyphShift){0},
                     want);
        want += (int64_t)g->advance * r->glyph_width + s->spacing;
    }
    if (inked < word->n)
        show_glyph(s, word->glyphs[inked].id, want + run_units(r, p->gap));
}

/* The box of its last glyph reaches over what follows. */
static bool ends_over(const Show *s, const Shaped *word)
{
    if (!word->trimmed || !word->n)
        return false;
    const Glyph *g = &word->glyphs[word->n - 1];
    return used_advance(s->face, g->id) > g->advance;
}

/* Behind the last piece of a run, which ends at `end`: the space of the next
 * run or, where the word goes on there, one for the box alone. */
static void close_run(Show *s, Len end)
{
    enum { UNSEEN = 10 /* a gap below 1/10 em is no space for any reader */ };
    const DlRun *r = s->run;
    const DlPiece *last = &r->pieces[r->npieces - 1];

    if (s->join.trails)
        show_space(s, run_units(r, s->join.trail), true);
    else if (!ends_word(last) &&
             (last->gap > r->size / UNSEEN || ends_over(s, last->shaped)))
        show_space(s, run_units(r, end), true);
}

/* The pieces [from, to) of the run, the first of them at `at`, as one word. */
static Len put_spread_word(Show *s, uint32_t from, uint32_t to, Len at)
{
    const DlRun *r = s->run;
    bool leads = s->join.leads && from == 0, closes = to == r->npieces;
    GString *text = g_string_new(leads ? " " : "");

    for (uint32_t i = from; i < to; i++)
        g_string_append_len(text, r->pieces[i].shaped->text.p,
                            (gssize)r->pieces[i].shaped->text.n);
    if (closes && s->join.trails)
        g_string_append_c(text, ' ');
    show_begin_actual(s, (Str){text->str, text->len});
    if (leads)
        show_space(s, run_units(r, s->join.lead), false);
    else if (begins_left(r->pieces[from].shaped))
        show_space(s, run_units(r, at), false); /* for the box alone */
    for (uint32_t i = from; i < to; i++) {
        put_piece(s, &r->pieces[i], at);
        at = piece_end(r, &r->pieces[i], at);
    }
    if (closes)
        close_run(s, at);
    show_end_actual(s);
    g_string_free(text, TRUE);
    return at;
}

void show_spread(Show *s)
{
    const DlRun *r = s->run;
    uint32_t first = s->join.drops_first;
    Len at = first ? piece_end(r, &r->pieces[0], 0) : 0;

    for (uint32_t from = first, to; from < r->npieces; from = to) {
        for (to = from + 1; to < r->npieces; to++)
            if (ends_word(&r->pieces[to - 1]))
                break;
        at = put_spread_word(s, from, to, at);
    }
}
