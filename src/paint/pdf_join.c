/*
 * Who draws the space between two runs, and what keeps the box of a bracket off
 * the run beside it. How it is drawn, and why, stands in pdf_text.c.
 */
#include "paint/pdf_join.h"

static const DlPiece *last_piece(const DlRun *r)
{
    return r->npieces ? &r->pieces[r->npieces - 1] : NULL;
}

/* The glyph stands on less than its own width and says what the font says. */
static bool is_half(Content *c, const Shaped *word, uint32_t i)
{
    FaceUse *face = glyphuse_face(c->use, word->face);

    return word->trimmed && glyphuse_add(c->use, face, word)->faithful &&
           used_advance(face, word->glyphs[i].id) > word->glyphs[i].advance;
}

/* Of 」 and ㆍ, not of 「: the box goes on behind what the glyph stands on. */
static bool hangs_out(Content *c, const Shaped *word, uint32_t i)
{
    const Glyph *g = &word->glyphs[i];
    int shift = word->shifts ? word->shifts[i].x : 0;
    FaceUse *face = glyphuse_face(c->use, word->face);

    return is_half(c, word, i) &&
           used_advance(face, g->id) + shift > g->advance;
}

static bool is_opening(Content *c, const Shaped *word, uint32_t i)
{
    return word->shifts && word->shifts[i].x < 0 && is_half(c, word, i);
}

static bool begins_half(Content *c, const DlRun *r)
{
    const Shaped *word = r->npieces ? r->pieces[0].shaped : NULL;

    return word && word->n && is_opening(c, word, 0);
}

static bool ends_half(Content *c, const DlRun *r)
{
    const Shaped *word = r->npieces ? last_piece(r)->shaped : NULL;

    return word && word->n && hangs_out(c, word, word->n - 1);
}

/* Adds the text of the opening brackets that the run begins with to `text`
 * (NULL: none wanted). True when it holds nothing else. */
static bool take_openings(Content *c, const DlRun *r, GString *text)
{
    for (uint32_t k = 0; k < r->npieces; k++) {
        const Shaped *word = r->pieces[k].shaped;
        for (uint32_t i = 0; i < word->n; i++) {
            const Glyph *g = &word->glyphs[i];
            if (!is_opening(c, word, i))
                return false;
            if (text)
                g_string_append_len(text, word->text.p + g->text_at,
                                    g->text_len);
        }
    }
    return true;
}

static bool begins_with_space(const DlRun *r)
{
    return r->npieces && r->pieces[0].shaped->n == 1 &&
           str_eq(r->pieces[0].shaped->text, STR(" "));
}

static bool ends_with_space(Content *c, const DlRun *r)
{
    if (r->npieces == 0)
        return false;
    const Shaped *word = last_piece(r)->shaped;
    FaceUse *face = glyphuse_face(c->use, word->face);
    return str_ends(word->text, STR(" ")) &&
           glyphuse_add(c->use, face, word)->faithful;
}

/* From the end of one run to the next on its line; small text stands higher.
 * A large number when they are on two lines. */
static Len gap_between(const DlRun *a, const DlRun *b)
{
    Len rise = b->y - a->y, half = (a->size > b->size ? a : b)->size / 2;

    return rise < half && rise > -half ? b->x - (a->x + a->width) : INT32_MAX;
}

/* Both on one line whose words stand far apart, and the space between them is
 * the second one's. */
static bool parts_spread(const DlRun *a, const DlRun *b)
{
    Len gap = b->x - (a->x + a->width), rise = b->y - a->y;

    return a->spread && b->spread && gap < a->size / 50 &&
           gap > -a->size / 50 && rise < a->size && rise > -a->size &&
           begins_with_space(b) && a->npieces &&
           !str_ends(last_piece(a)->shaped->text, STR(" "));
}

/* What is drawn between two runs, or around their edge, for readers. */
typedef enum Join {
    JOIN_NONE,
    JOIN_FIRST,   /* a word of a line that is spread: with the second's space */
    JOIN_SECOND,  /* it begins with a bracket: with the first one's space */
    JOIN_LABEL,   /* the second draws one for the gap between them */
    JOIN_CLOSE,   /* the first ends with a bracket that keeps to its half */
    JOIN_HOLD,    /* the second's bracket goes with the first one's last glyph */
    JOIN_YIELD,   /* no text can hold both: the first ends where its box begins */
    JOIN_PAD      /* nor has the first one the room: it keeps to its half */
} Join;

/* Two runs side by side. */
typedef struct Edge {
    const DlRun *first, *second;
    RunLink link;
} Edge;

/* A label's gap that reads as none. */
static bool hides_gap(const Edge *e, Len gap)
{
    return e->link == LINK_LABEL && gap > e->first->size / 50 &&
           gap < e->second->size / 5 && !begins_with_space(e->second);
}

/* How far the box of the bracket that a run begins with lies before it. */
static Len overhang(const DlRun *r)
{
    int64_t units = -r->pieces[0].shaped->shifts[0].x;

    return len_mul(r->size, units * r->glyph_width,
                   (int64_t)r->face->upem * 1000);
}

static Join touching(Content *c, const Edge *e)
{
    const DlRun *a = e->first, *b = e->second;

    if (ends_with_space(c, a))
        return JOIN_SECOND;
    if (e->link == LINK_NEXT && a->y == b->y && !take_openings(c, a, NULL))
        return JOIN_HOLD;
    return a->width > overhang(b) + a->size / YIELD_LEAST ? JOIN_YIELD
                                                          : JOIN_PAD;
}

static Join join_of(Content *c, const Edge *e)
{
    enum { GAP = 70 }; /* % of an em: half of it is below the box, and less than
                          a fifth reads as no space */
    const DlRun *a = e->first, *b = e->second;
    if (!a || !b)
        return JOIN_NONE;
    if (parts_spread(a, b))
        return JOIN_FIRST;
    Len gap = gap_between(a, b), near = a->size / 50;
    bool touch = gap < near && gap > -near;
    if (a->spread || b->spread) /* pdf_spread.c keeps boxes apart */
        return gap > 0 && gap < len_mul(b->size, GAP, 100) && begins_half(c, b)
                   ? JOIN_LABEL
                   : JOIN_NONE;
    if (begins_half(c, b) && touch)
        return touching(c, e);
    if (gap <= -near || gap >= len_mul(b->size, GAP, 100))
        return JOIN_NONE;
    if (hides_gap(e, gap) || (gap > 0 && begins_half(c, b)))
        return JOIN_LABEL;
    return ends_half(c, a) ? JOIN_CLOSE : JOIN_NONE;
}

/* The last glyph of a piece, a space, as wide as it is set. */
static Len space_width(const DlRun *r, const DlPiece *p)
{
    int64_t units = p->shaped->glyphs[p->shaped->n - 1].advance;

    return p->gap + len_mul(r->size, units * r->glyph_width,
                            (int64_t)r->face->upem * 1000);
}

RunJoin run_join(Content *c, const RunPlace *place)
{
    const DlRun *r = place->run, *before = place->before;
    const DlRun *after = place->after;
    Join left = join_of(c, &(Edge){before, r, place->left});
    Join right = join_of(c, &(Edge){r, after, place->right});
    RunJoin j = {.drops_first = left == JOIN_FIRST,
                 .trails = right == JOIN_FIRST,
                 .drops_last = right == JOIN_SECOND,
                 .leads = left == JOIN_SECOND || left == JOIN_LABEL,
                 .held = left == JOIN_HOLD,
                 .holds = right == JOIN_HOLD,
                 .yields = right == JOIN_YIELD,
                 .pads = left == JOIN_PAD};

    j.closes = (right == JOIN_CLOSE || right == JOIN_PAD) && ends_half(c, r);
    if (j.leads)
        j.lead = before->x + before->width - r->x;
    if (left == JOIN_SECOND)
        j.lead -= space_width(before, last_piece(before));
    if (j.trails)
        j.trail = after->x + space_width(after, &after->pieces[0]) - r->x;
    if (j.yields)
        j.end = after->x - overhang(after) - r->x;
    return j;
}

void run_held_text(Content *c, const DlRun *after, GString *text)
{
    take_openings(c, after, text);
}
