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

int64_t run_spacing(const DlRun *r)
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

void show_set_spacing(Show *s, int64_t spacing)
{
    set_spacing(s->content, spacing, s->run->glyph_width);
}

/* ---- the TJ array ---- */

static void end_string(Show *s)
{
    if (s->in_string)
        buf_add_char(&s->content->out, ')');
    s->in_string = false;
}

void show_end_array(Show *s)
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

    show_end_array(s);
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

void show_used(Show *s, const UsedWord *used, int64_t want)
{
    if (used->codes)
        put_straight(s, used, want);
    else
        put_glyphs(s, used->word, want);
}

void show_begin_actual(Show *s, Str text)
{
    show_end_array(s);
    buf_add_c(&s->content->out, "/Span<</ActualText");
    put_text(&s->content->out, text);
    buf_add_c(&s->content->out, ">>BDC\n");
}

void show_end_actual(Show *s)
{
    show_end_array(s);
    buf_add_c(&s->content->out, "EMC\n");
}

void show_word(Show *s, const Shaped *word, int64_t want)
{
    const UsedWord *used = glyphuse_add(s->content->use, s->face, word);

    assert(word->face == s->run->face);
    if (used->faithful) {
        show_used(s, used, want);
        return;
    }
    show_begin_actual(s, word->text);
    show_used(s, used, want);
    show_end_actual(s);
}

int64_t run_units(const DlRun *r, int64_t length)
{
    return length * 1000 * r->face->upem / r->size;
}

void show_pieces(Show *s, void (*place)(Show *, const Shaped *, int64_t))
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

void show_space(Show *s, int64_t want, bool ends)
{
    uint16_t space;

    if (!glyphuse_space(s->face, &space))
        return;
    if (ends)
        want -= (int64_t)used_advance(s->face, space) * s->run->glyph_width;
    show_glyph(s, space, want);
}

/* ---- the run ---- */

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
    set_spacing(c, run_spacing(r), r->glyph_width);
    move_to(c, r->x, r->y);
    if (r->spread)
        show_spread(&s);
    else if (has_trimmed(r) || run_joins(&s.join))
        show_trimmed(&s);
    else
        show_pieces(&s, show_word);
    show_end_array(&s);
}
