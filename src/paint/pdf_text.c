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
    int64_t n = len_milli(r->size) * r->letter_spacing;
    int64_t half = r->glyph_width / 2;

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

/* Glyphs whose boxes overlap, perhaps with a space before or after, under one
 * text. */
static void put_group(Show *s, const Placed *p, guint n, bool leads,
                      bool trails)
{
    GString *text = g_string_new(leads ? " " : "");

    for (guint i = 0; i < n; i++)
        g_string_append_len(text, p[i].word->text.p + p[i].glyph->text_at,
                            p[i].glyph->text_len);
    if (trails)
        g_string_append_c(text, ' ');
    show_begin_actual(s, (Str){text->str, text->len});
    if (leads)
        show_space(s, run_units(s->run, s->join.lead), false);
    for (guint i = 0; i < n; i++)
        put_placed(s, &p[i]);
    if (trails)
        show_space(s, run_units(s->run, s->join.trail), true);
    show_end_actual(s);
    g_string_free(text, TRUE);
}

/*
 * Readers that go by the boxes of glyphs take a space below the box of a
 * half-width bracket for none. Glyphs under one ActualText, though, are for
 * them as wide as from the first one to the last: a bracket is put under one
 * with the neighbour that its box lies over (K-168). At the side of a run that
 * neighbour is the space of the run beside it, or the gap behind a label.
 */
static void put_trimmed(Show *s)
{
    s->placed = g_array_new(FALSE, FALSE, sizeof(Placed));
    for_each_piece(s, gather);
    const Placed *p = (const Placed *)(void *)s->placed->data;
    guint from = s->join.drops_first, to = s->placed->len - s->join.drops_last;
    for (guint i = from, n; i < to; i += n) {
        for (n = 1; i + n < to; n++)
            if (!overlap(s, &p[i + n - 1], &p[i + n]))
                break;
        bool leads = s->join.leads && i == from;
        bool trails = s->join.trails && i + n == to;
        if (n > 1 || leads || trails)
            put_group(s, &p[i], n, leads, trails);
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
    if (r->spread) {
        show_spread(&s);
    } else if (has_trimmed(r) || s.join.drops_first || s.join.drops_last) {
        put_trimmed(&s);
    } else {
        for_each_piece(&s, put_word);
    }
    end_array(&s);
}
