/*
 * Underlines and emphasis dots. Both keep clear of the letters: of the syllable
 * that fills its square, and of those that reach further, in 1/1000 em as
 * measured over all syllables of the house fonts.
 */
#include "page/decorate.h"

#include "page/type.h"

#include <glib.h>

enum {
    DEEPER = 45,      /* what syllables reach below the square */
    HIGHER = 76,      /* … and above it */
    LINE_GAP = 20,    /* letters to underline */
    LINE_LEAST = 100, /* K-213: baseline to underline */
    DOT_GAP = 30,
    DOT_RADIUS = 75
};

bool line_is_decorated(const TextLine *line)
{
    for (uint32_t r = 0; r < line->nruns; r++)
        if (line->flags[r] & (SPAN_UNDERLINE | SPAN_DOTS))
            return true;
    return false;
}

/* Font units of a run's face at its size. */
static Len run_units(const DlRun *run, int units)
{
    return len_mul(run->size, units, run->face->upem);
}

static Len run_em(const DlRun *run, int thousandths)
{
    return len_mul(run->size, thousandths, 1000);
}

static Len max_len(Len a, Len b)
{
    return a > b ? a : b;
}

/* ---- underlines ---- */

/* One stroke: what stands side by side, whatever its faces. */
typedef struct Underline {
    Len left, right;
    Len top, thick; /* below the baseline */
    Colour colour;
} Underline;

/* As the font says, but clear of its Hangul. */
static Underline run_underline(const DlRun *run)
{
    int top, bottom;
    Len clear = run_em(run, LINE_LEAST);
    if (face_square(run->face, &top, &bottom))
        clear = max_len(clear, run_units(run, -bottom) +
                                   run_em(run, DEEPER + LINE_GAP));
    return (Underline){
        .left = run->x,
        .right = run->x + run->width,
        .top = max_len(clear, run_units(run, run->face->underline_top)),
        .thick = run_units(run, run->face->underline_thick),
        .colour = run->colour,
    };
}

static bool colour_same(Colour a, Colour b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

/* False when it stands apart, or in another colour. */
static bool underline_join(Underline *u, const Underline *next)
{
    if (next->left != u->right || !colour_same(u->colour, next->colour))
        return false;
    u->right = next->right;
    u->top = max_len(u->top, next->top);
    u->thick = max_len(u->thick, next->thick);
    return true;
}

/* The space that closes a line lies beyond it and is not underlined. */
static void underline_draw(Underline u, const TextLine *line, DlPage *page,
                           Point at)
{
    Len right = u.right < line->width ? u.right : line->width;
    Rect stroke = {at.x + line->x + u.left, at.y + u.top, right - u.left,
                   u.thick};
    if (stroke.w > 0)
        dlpage_fill_rect(page, stroke, u.colour);
}

static void underlines_draw(const TextLine *line, DlPage *page, Point at)
{
    Underline open = {0};
    for (uint32_t r = 0; r < line->nruns; r++) {
        if (!(line->flags[r] & SPAN_UNDERLINE))
            continue;
        Underline next = run_underline(&line->runs[r]);
        if (underline_join(&open, &next))
            continue;
        underline_draw(open, line, page, at);
        open = next;
    }
    underline_draw(open, line, page, at);
}

/* ---- dots ---- */

/* Letters and figures carry dots; spaces, punctuation and small text do not. */
static bool takes_dot(Str text)
{
    size_t at = 0;
    return text.n > 0 && g_unichar_isalnum(str_next(text, &at));
}

static void dot_draw(const DlRun *run, Len x, DlPage *page, Point at)
{
    int top = run->face->ascent, bottom;
    Len radius = run_em(run, DOT_RADIUS);
    face_square(run->face, &top, &bottom);
    Len rise = run_units(run, top) + run_em(run, HIGHER + DOT_GAP + DOT_RADIUS);
    DlPaint paint = {.fill = true, .fill_colour = run->colour};
    dlpage_circle(page, (Point){at.x + x, at.y + run->y - rise}, radius, &paint);
}

/* Glyphs from `i` on that draw one text: a letter and its marks. */
static uint32_t cluster_end(const Shaped *s, uint32_t i)
{
    for (i++; i < s->n && s->glyphs[i].text_len == 0;)
        i++;
    return i;
}

/* Answers where the next piece begins. */
static Len piece_dots(const DlRun *run, const DlPiece *piece, Len x,
                      DlPage *page, Point at)
{
    const Shaped *s = piece->shaped;
    for (uint32_t i = 0, end; i < s->n; i = end) {
        Str text =
            str_sub(s->text, s->glyphs[i].text_at, s->glyphs[i].text_len);
        int64_t units = 0;
        end = cluster_end(s, i);
        for (uint32_t k = i; k < end; k++)
            units += s->glyphs[k].advance;
        Len width =
            len_mul(run->size, units * run->glyph_width, s->face->upem * 1000);
        if (takes_dot(text))
            dot_draw(run, x + width / 2, page, at);
        x += width + (Len)(end - i) * run_em(run, run->letter_spacing);
    }
    return x + piece->gap;
}

static void run_dots(const DlRun *run, DlPage *page, Point at)
{
    Len x = run->x;
    for (uint32_t i = 0; i < run->npieces; i++)
        x = piece_dots(run, &run->pieces[i], x, page, at);
}

void line_decorate(const TextLine *line, DlPage *page, Point at)
{
    if (!line_is_decorated(line))
        return;
    underlines_draw(line, page, at);
    at.x += line->x;
    for (uint32_t r = 0; r < line->nruns; r++)
        if ((line->flags[r] & (SPAN_DOTS | SPAN_SUPER | SPAN_SUB)) == SPAN_DOTS)
            run_dots(&line->runs[r], page, at);
}
