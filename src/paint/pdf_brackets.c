/*
 * Brackets set half-width, and ㆍ, which is both sides narrower than its box.
 *
 * Readers that go by the boxes of glyphs take a space below the box of a
 * half-width bracket for none, and tear it from a letter there. Glyphs under one
 * ActualText, though, are for them as wide as from the first one to the last: a
 * bracket is put under one with the neighbour that its box lies over (K-168).
 * At the side of a run that neighbour is the space of the run beside it, the gap
 * behind a label, or the last glyph of the run before. Where it stands in
 * another tag, no text can hold both. The box of a closing bracket then ends
 * with its half, by a letter spacing below zero, and so ends the run before an
 * opening one where the box of that begins; a run too short for it leaves the
 * bracket to begin with a space in its half.
 */
#include "paint/pdf_show.h"

#include "pdf/syntax.h"

/* A glyph of the run, or a word that needs its ActualText whole. */
typedef struct Placed {
    const Shaped *word;
    const Glyph *glyph; /* NULL: the word */
    GlyphShift shift;
    int64_t want;
} Placed;

static void gather(Show *s, const Shaped *word, int64_t want)
{
    if (!glyphuse_add(s->content->use, s->face, word)->faithful) {
        Placed whole = {.word = word, .want = want};
        g_array_append_val(s->placed, whole);
        return;
    }
    for (uint32_t i = 0; i < word->n; i++) {
        const Glyph *g = &word->glyphs[i];
        Placed p = {.word = word, .glyph = g, .want = want};
        if (word->shifts)
            p.shift = word->shifts[i];
        g_array_append_val(s->placed, p);
        want += (int64_t)g->advance * s->run->glyph_width + s->spacing;
    }
}

static bool is_trimmed(const Show *s, const Placed *p)
{
    return p->glyph && p->word->trimmed && p->glyph->advance > 0 &&
           used_advance(s->face, p->glyph->id) > p->glyph->advance;
}

/* The box of 」 and ㆍ goes on behind what they stand on. */
static bool hangs_out(const Show *s, const Placed *p)
{
    return is_trimmed(s, p) && used_advance(s->face, p->glyph->id) +
                                       p->shift.x > p->glyph->advance;
}

/* Whether the box of the one lies over the other. */
static bool overlap(const Show *s, const Placed *a, const Placed *b)
{
    return a->glyph && b->glyph &&
           (hangs_out(s, a) || (is_trimmed(s, b) && b->shift.x < 0));
}

static void put_placed(Show *s, const Placed *p)
{
    if (p->glyph)
        show_shifted(s, p->glyph, p->shift, p->want);
    else
        show_word(s, p->word, p->want);
}

/* The last glyph with a letter spacing that ends its box at `end`. */
static void put_narrow(Show *s, const Placed *p, int64_t end)
{
    const DlRun *r = s->run;
    int64_t width = r->glyph_width, spacing = run_spacing(r);
    int64_t box = p->want +
                  (used_advance(s->face, p->glyph->id) + p->shift.x) * width;
    int64_t milli = len_milli(r->size) * (end - box) / (r->face->upem * width);

    show_end_array(s);
    show_set_spacing(s, spacing + milli);
    put_placed(s, p);
    show_end_array(s);
    show_set_spacing(s, spacing);
}

/* Glyphs of the run that go under one text, and what goes there with them. */
typedef struct Group {
    const Placed *placed;
    guint n;
    bool first, last; /* in the run */
} Group;

static bool needs_text(const RunJoin *j, const Group *g)
{
    return g->n > 1 || (g->first && (j->leads || j->held || j->pads)) ||
           (g->last && (j->holds || j->closes || j->yields));
}

static GString *group_text(const Show *s, const Group *g)
{
    GString *text = g_string_new(g->first && s->join.leads ? " " : "");

    for (guint i = 0; i < g->n; i++) {
        const Placed *p = &g->placed[i];
        Str whole = p->word->text;
        if (p->glyph)
            g_string_append_len(text, whole.p + p->glyph->text_at,
                                p->glyph->text_len);
        else
            g_string_append_len(text, whole.p, (gssize)whole.n);
    }
    if (g->last && s->join.holds)
        run_held_text(s->content, s->after, text);
    return text;
}

static void put_grouped(Show *s, const Placed *p)
{
    if (p->glyph)
        put_placed(s, p);
    else
        show_used(s, glyphuse_add(s->content->use, s->face, p->word), p->want);
}

static void put_last(Show *s, const Placed *p)
{
    const RunJoin *j = &s->join;

    if (p->glyph && j->yields)
        put_narrow(s, p, run_units(s->run, j->end));
    else if (p->glyph && j->closes)
        put_narrow(s, p,
                   p->want + (int64_t)p->glyph->advance * s->run->glyph_width);
    else
        put_grouped(s, p);
}

static void put_group(Show *s, const Group *g)
{
    const RunJoin *j = &s->join;
    guint last = g->n - 1;

    if (g->first && j->leads)
        show_space(s, run_units(s->run, j->lead), false);
    if (g->first && j->pads)
        show_space(s, g->placed[0].want, false);
    for (guint i = 0; i < last; i++)
        put_grouped(s, &g->placed[i]);
    if (g->last)
        put_last(s, &g->placed[last]);
    else
        put_grouped(s, &g->placed[last]);
}

/* The text of a group that is held begins in the run before, and that of one
 * that holds ends in the next. */
static void put_under_text(Show *s, const Group *g)
{
    GString *text = group_text(s, g);

    if (!g->first || !s->join.held)
        show_begin_actual(s, (Str){text->str, text->len});
    put_group(s, g);
    if (!g->last || !s->join.holds)
        show_end_actual(s);
    g_string_free(text, TRUE);
}

/* From where to `to` the glyphs go under one text, to keep a part of an em when
 * the run yields; `to`: nowhere. */
static guint find_tail(const Show *s, guint to)
{
    const Placed *p = (const Placed *)(void *)s->placed->data;
    int64_t most = run_units(s->run, s->join.end - s->run->size / YIELD_LEAST);

    if (!s->join.yields)
        return to;
    guint from = 0, tail = to;
    while (s->join.held && from < to && p[from].shift.x < 0)
        from++;
    while (tail > from && (tail == to || p[tail].want > most))
        tail--;
    return tail;
}

void show_trimmed(Show *s)
{
    s->placed = g_array_new(FALSE, FALSE, sizeof(Placed));
    show_pieces(s, gather);
    const Placed *p = (const Placed *)(void *)s->placed->data;
    guint to = s->placed->len - s->join.drops_last;
    guint tail = find_tail(s, to);
    for (guint i = 0, n; i < to; i += n) {
        for (n = 1; i + n < to; n++)
            if (i + n <= tail && !overlap(s, &p[i + n - 1], &p[i + n]))
                break;
        const Group g = {&p[i], n, i == 0, i + n == to};
        if (needs_text(&s->join, &g))
            put_under_text(s, &g);
        else
            put_placed(s, &p[i]);
    }
    g_array_free(s->placed, TRUE);
}
