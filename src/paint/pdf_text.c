/*
 * PDF text: runs as TJ operators.
 *
 * All positions are compared in one unit of a run: 1/(1000 * units per em) of
 * its size, in which glyph advances, 장평 (glyph width) and 자간 (letter
 * spacing) are whole numbers. The stream's own pen is followed in it, and a
 * number goes into the TJ array wherever the pen is not where the glyph has to
 * be: kerning, word gaps, justification and rounding are all one thing.
 */
#include "paint/pdf_show.h"

#include "pdf/pdf.h"
#include "pdf/syntax.h"

#include <assert.h>

/* ---- text state ---- */

static void set_font(Content *c, const FaceUse *face, Len size)
{
    if (c->pen.face == face && c->pen.size == size)
        return;
    c->pen.face = face;
    c->pen.size = size;
    buf_add_c(&c->out, "/F");
    put_int(&c->out, font_resource(face->face));
    buf_add_char(&c->out, ' ');
    put_milli(&c->out, len_milli(size));
    buf_add_c(&c->out, " Tf\n");
}

/* Tc is stretched by Tz, our letter spacing is not. */
static int64_t spacing_milli(const DlRun *r)
{
    int64_t n = len_milli(r->size) * r->letter_spacing, half = r->glyph_width / 2;

    return (n + (n < 0 ? -half : half)) / r->glyph_width;
}

static void set_spacing(Content *c, int64_t spacing, int glyph_width)
{
    Pen *pen = &c->pen;

    if (pen->spacing != spacing) {
        put_milli(&c->out, spacing);
        buf_add_c(&c->out, " Tc\n");
    }
    if (pen->glyph_width != glyph_width) {
        put_milli(&c->out, glyph_width * 100);
        buf_add_c(&c->out, " Tz\n");
    }
    pen->spacing = spacing;
    pen->glyph_width = glyph_width;
}

static void move_to(Content *c, Len x, Len y)
{
    int64_t to_x = len_milli(x), to_y = len_milli(c->height - y);

    put_milli(&c->out, to_x - c->line_x);
    buf_add_char(&c->out, ' ');
    put_milli(&c->out, to_y - c->line_y);
    buf_add_c(&c->out, " Td\n");
    c->line_x = to_x;
    c->line_y = to_y;
}

void content_begin_text(Content *c)
{
    if (c->in_text)
        return;
    buf_add_c(&c->out, "BT\n");
    c->in_text = true;
    c->line_x = c->line_y = 0;
}

void content_end_text(Content *c)
{
    if (c->in_text)
        buf_add_c(&c->out, "ET\n");
    c->in_text = false;
}

/* ---- the TJ array ---- */

static void end_string(Show *s)
{
    if (s->in_string)
        buf_add_char(&s->content->out, ')');
    s->in_string = false;
}

static void end_array(Show *s)
{
    end_string(s);
    if (s->in_array)
        buf_add_c(&s->content->out, "]TJ\n");
    s->in_array = false;
}

static void begin_array(Show *s)
{
    if (!s->in_array)
        buf_add_char(&s->content->out, '[');
    s->in_array = true;
}

/* Brings the pen to `want` by a number in the array. */
static void adjust(Show *s, int64_t want)
{
    int64_t off = (s->pen - want) * 1000;
    int64_t n = (off + (off < 0 ? -s->step : s->step) / 2) / s->step;

    begin_array(s);
    end_string(s);
    put_int(&s->content->out, n);
    s->pen -= n * s->step / 1000;
}

/* A string that goes on or begins, with the pen at `want`. */
static Buf *string_at(Show *s, int64_t want)
{
    Buf *b = &s->content->out;
    int64_t off = s->pen - want;

    if (off > s->tolerance || off < -s->tolerance)
        adjust(s, want);
    if (!s->in_string) {
        begin_array(s);
        buf_add_char(b, '(');
        s->in_string = true;
    }
    return b;
}

void show_glyph(Show *s, uint16_t glyph, int64_t want)
{
    put_glyph_code(string_at(s, want), face_code(s->face->face, glyph));
    s->pen += (int64_t)used_advance(s->face, glyph) * s->run->glyph_width +
              s->spacing;
}

/* ---- words ---- */

/* Text rise for marks that stand above or below the baseline. */
static void set_rise(Show *s, int units)
{
    int64_t milli = len_milli(s->run->size) * units / s->run->face->upem;

    end_array(s);
    put_milli(&s->content->out, milli);
    buf_add_c(&s->content->out, " Ts\n");
}

void show_shifted(Show *s, const Glyph *g, GlyphShift shift, int64_t want)
{
    if (shift.y)
        set_rise(s, shift.y);
    show_glyph(s, g->id, want + (int64_t)shift.x * s->run->glyph_width);
    if (shift.y)
        set_rise(s, 0);
}

static void put_glyphs(Show *s, const Shaped *word, int64_t want)
{
    int width = s->run->glyph_width;

    for (uint32_t i = 0; i < word->n; i++) {
        const Glyph *g = &word->glyphs[i];
        if (word->shifts)
            show_shifted(s, g, word->shifts[i], want);
        else
            show_glyph(s, g->id, want);
        want += (int64_t)g->advance * width + s->spacing;
    }
}

/* Nearly all words: the pen goes through them as the text does. */
static void put_straight(Show *s, const UsedWord *used, int64_t want)
{
    const Shaped *word = used->word;

    buf_add(string_at(s, want), used->codes, used->ncodes);
    s->pen += (int64_t)word->width * s->run->glyph_width + word->n * s->spacing;
}

static void show_word(Show *s, const UsedWord *used, int64_t want)
{
    if (used->codes)
        put_straight(s, used, want);
    else
        put_glyphs(s, used->word, want);
}

void show_begin_actual(Show *s, Str text)
{
    end_array(s);
    buf_add_c(&s->content->out, "/Span<</ActualText");
    put_text(&s->content->out, text);
    buf_add_c(&s->content->out, ">>BDC\n");
}

void show_end_actual(Show *s)
{
    end_array(s);
    buf_add_c(&s->content->out, "EMC\n");
}

static void put_word(Show *s, const Shaped *word, int64_t want)
{
    const UsedWord *used = glyphuse_add(s->content->use, s->face, word);

    assert(word->face == s->run->face);
    if (used->faithful) {
        show_word(s, used, want);
        return;
    }
    show_begin_actual(s, word->text);
    show_word(s, used, want);
    show_end_actual(s);
}

int64_t run_units(const DlRun *r, int64_t length)
{
    return length * 1000 * r->face->upem / r->size;
}

/* Where each piece of the run begins goes to `place` with it. */
static void for_each_piece(Show *s, void (*place)(Show *, const Shaped *,
                                                  int64_t))
{
    const DlRun *r = s->run;
    int64_t at = 0;

    for (uint32_t i = 0; i < r->npieces; i++) {
        const DlPiece *p = &r->pieces[i];
        place(s, p->shaped, run_units(r, at));
        at += shaped_width(p->shaped, r->size, r->letter_spacing,
                           r->glyph_width) +
              p->gap;
    }
}

/* ---- brackets set half-width ---- */

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

/* Whether the box of the one lies over the other. */
static bool overlap(const Show *s, const Placed *a, const Placed *b)
{
    return a->glyph && b->glyph &&
           ((is_trimmed(s, a) && a->shift.x >= 0) ||
            (is_trimmed(s, b) && b->shift.x < 0));
}

static void put_placed(Show *s, const Placed *p)
{
    if (p->glyph)
        show_shifted(s, p->glyph, p->shift, p->want);
    else
        put_word(s, p->word, p->want);
}

void show_space(Show *s, int64_t want, bool ends)
{
    uint16_t space;

    if (!glyphuse_space(s->face, &space))
        return;
    if (ends)
        want -= (int64_t)used_advance(s->face, space) * s->run->glyph_width;
    show_glyph(s, space, want);
}

/* The last glyph with a letter spacing that ends its box at `end`. */
static void put_narrow(Show *s, const Placed *p, int64_t end)
{
    const DlRun *r = s->run;
    int64_t width = r->glyph_width, spacing = spacing_milli(r);
    int64_t box = p->want +
                  (used_advance(s->face, p->glyph->id) + p->shift.x) * width;
    int64_t milli = len_milli(r->size) * (end - box) / (r->face->upem * width);

    end_array(s);
    set_spacing(s->content, spacing + milli, r->glyph_width);
    put_placed(s, p);
    end_array(s);
    set_spacing(s->content, spacing, r->glyph_width);
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
        show_word(s, glyphuse_add(s->content->use, s->face, p->word), p->want);
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

/*
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
static void put_trimmed(Show *s)
{
    s->placed = g_array_new(FALSE, FALSE, sizeof(Placed));
    for_each_piece(s, gather);
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

static bool has_trimmed(const DlRun *r)
{
    for (uint32_t i = 0; i < r->npieces; i++)
        if (r->pieces[i].shaped->trimmed)
            return true;
    return false;
}

void content_add_run(Content *c, const RunPlace *place)
{
    const DlRun *r = place->run;
    FaceUse *face = glyphuse_face(c->use, r->face);
    int64_t step = (int64_t)r->glyph_width * r->face->upem;
    Show s = {.content = c,
              .run = r,
              .after = place->after,
              .face = face,
              .step = step,
              .tolerance = step * 3 / 2000,
              .spacing = (int64_t)r->letter_spacing * r->face->upem,
              .join = run_join(c, place)};

    assert(r->size > 0 && r->glyph_width > 0);
    content_set_fill(c, r->colour);
    content_begin_text(c);
    set_font(c, face, r->size);
    set_spacing(c, spacing_milli(r), r->glyph_width);
    move_to(c, r->x, r->y);
    if (r->spread)
        show_spread(&s);
    else if (has_trimmed(r) || run_joins(&s.join))
        put_trimmed(&s);
    else
        for_each_piece(&s, put_word);
    end_array(&s);
}
