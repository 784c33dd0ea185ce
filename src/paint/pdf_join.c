/*
 * Who draws the space between two runs. Its place is found here; how it is drawn
 * under an ActualText, and why, stands in pdf_text.c.
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

static bool begins_half(Content *c, const DlRun *r)
{
    const Shaped *word = r->npieces ? r->pieces[0].shaped : NULL;

    return word && word->n && word->shifts && word->shifts[0].x < 0 &&
           is_half(c, word, 0);
}

static bool ends_half(Content *c, const DlRun *r)
{
    const Shaped *word = r->npieces ? last_piece(r)->shaped : NULL;

    return word && word->n && is_half(c, word, word->n - 1) &&
           (!word->shifts || word->shifts[word->n - 1].x >= 0);
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
    Len rise = b->y - a->y, half = a->size / 2;

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

/* Who draws the space between two runs, that readers may see it. */
typedef enum Join {
    JOIN_NONE,
    JOIN_SECOND,  /* it begins with a bracket: with the first one's space */
    JOIN_FIRST,   /* it ends with a bracket, or with a word of a line that is
                     spread: with the second one's space */
    JOIN_LABEL    /* the second draws one for the gap between them */
} Join;

/* Between `a`, `b`; `z` is drawn before them. A space alone between two
 * brackets goes with the first of them. */
static Join join_of(Content *c, const DlRun *z, const DlRun *a, const DlRun *b)
{
    enum { GAP = 70 }; /* % of an em: half of it is below the box, and less than
                          a fifth reads as no space */
    if (!a || !b)
        return JOIN_NONE;
    if (parts_spread(a, b))
        return JOIN_FIRST;
    Len gap = gap_between(a, b), near = a->size / 50;
    bool touch = gap < near && gap > -near;
    if (touch && !b->spread && ends_half(c, a) && begins_with_space(b))
        return JOIN_FIRST;
    if (!begins_half(c, b))
        return JOIN_NONE;
    bool taken = a->npieces == 1 && join_of(c, NULL, z, a) == JOIN_FIRST;
    if (touch)
        return ends_with_space(c, a) && !taken && !a->spread ? JOIN_SECOND
                                                             : JOIN_NONE;
    return gap > 0 && gap < len_mul(b->size, GAP, 100) ? JOIN_LABEL : JOIN_NONE;
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
    const DlRun *r = place->run, *before = place->before[0];
    const DlRun *after = place->after;
    Join left = join_of(c, place->before[1], before, r);
    Join right = join_of(c, before, r, after);
    RunJoin j = {.drops_first = left == JOIN_FIRST,
                 .drops_last = right == JOIN_SECOND,
                 .leads = left == JOIN_SECOND || left == JOIN_LABEL,
                 .trails = right == JOIN_FIRST};

    if (j.leads)
        j.lead = before->x + before->width - r->x;
    if (left == JOIN_SECOND)
        j.lead -= space_width(before, last_piece(before));
    if (j.trails)
        j.trail = after->x + space_width(after, &after->pieces[0]) - r->x;
    return j;
}
