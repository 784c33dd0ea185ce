/*
 * Lines of runs from chosen line ends. Runs and pieces are gathered for the
 * whole paragraph first and then copied once, so that the result is three
 * arrays and nothing is wasted.
 */
#include "text/text_int.h"

#include <string.h>

typedef struct Emit {
    Setting *s;
    Text *t;
    Len x;          /* where the next piece begins on its line */
    uint32_t owner; /* span of the open run */
    bool open;
} Emit;

static DlRun *open_run(Emit *e, const Shaped *shaped, uint32_t span)
{
    Text *t = e->t;
    DlRun *last = t->runs.n ? &t->runs.at[t->runs.n - 1] : NULL;
    if (e->open && last->face == shaped->face && e->owner == span)
        return last;
    const TextSpan *sp = &e->s->spans[span];
    Measure m = measure_of(sp->style, e->s->spacing);
    GROW(t->runs, t->runs.n + 1);
    GROW(t->run_flags, t->runs.n + 1);
    t->run_flags.at[t->runs.n] = (uint8_t)sp->flags;
    t->runs.at[t->runs.n++] = (DlRun) {.face = shaped->face,
        .size = m.size, .x = e->x, .colour = sp->style->colour,
        .letter_spacing = (int16_t)m.letter_spacing,
        .glyph_width = (int16_t)m.glyph_width, .source = sp->source};
    e->open = true;
    e->owner = span;
    return &t->runs.at[t->runs.n - 1];
}

static void add_piece(Emit *e, const Shaped *shaped, Len gap, uint32_t span)
{
    Text *t = e->t;
    DlRun *run = open_run(e, shaped, span);
    Len width = shaped_width(shaped, run->size, run->letter_spacing,
                    run->glyph_width) + gap;
    GROW(t->pieces, t->pieces.n + 1);
    t->pieces.at[t->pieces.n++] = (DlPiece) {shaped, gap};
    run->npieces++;
    run->width += width;
    e->x += width;
}

/* Items that are parts of one word in one place are drawn as one. */
static uint32_t same_word_end(const Setting *s, uint32_t i, uint32_t end)
{
    while (i + 1 < end && s->items[i + 1].word == s->items[i].word
        && s->items[i + 1].unit == s->items[i].unit
        && s->items[i + 1].from == s->items[i].to && s->items[i + 1].from > 0)
        i++;
    return i + 1;
}

/* The items [from, to) are one word or a part of it. */
static void add_word(Emit *e, uint32_t from, uint32_t to)
{
    const Item *first = &e->s->items[from], *last = &e->s->items[to - 1];
    Word *w = first->word;
    Measure m = measure_of(e->s->spans[first->span].style, e->s->spacing);
    Len gap = last->space ? space_gap(word_measure(w, m)->space, m) : 0;
    bool whole = first->from == 0 && last->to == w->info.text.n;
    for (uint32_t i = 0; i < w->nsegs; i++) {
        const Shaped *seg = whole ? w->segs[i]
            : seg_fragment(e->t, w, w->segs[i], first->from, last->to,
                last->space);
        if (seg)
            add_piece(e, seg, i + 1 == w->nsegs ? gap : 0, first->span);
    }
}

static Len align_x(const Setting *s, Len room, Len width)
{
    switch (s->spec->align) {
    case ALIGN_RIGHT:
        return room - width;
    case ALIGN_CENTRE:
        return (room - width) / 2;
    default:
        return 0;
    }
}

static TextLine emit_line(Emit *e, uint32_t line, uint32_t from, uint32_t to)
{
    const Setting *s = e->s;
    size_t first_run = e->t->runs.n;
    TextLine l = {.width = items_width(s->items, from, to)};
    Len indent = line == 0 ? s->spec->first_indent : 0;
    l.x = indent + align_x(s, line_room(s, line), l.width);
    e->open = false;
    e->x = 0;
    for (uint32_t i = from; i < to;) {
        uint32_t end = same_word_end(s, i, to);
        add_word(e, i, end);
        i = end;
    }
    l.nruns = (uint32_t)(e->t->runs.n - first_run);
    const Item *last = to > from ? &s->items[to - 1] : NULL;
    l.forced = to == s->nitems || (last && last->forced);
    l.emergency = !l.forced && last && !last->space
        && last->unit == s->items[to].unit;
    if (l.nruns)
        e->t->runs.at[e->t->runs.n - 1].last_tight = true;
    return l;
}

/* Copies runs and pieces to where they stay, and ties them together. */
static void settle(Emit *e, TextLine *lines, uint32_t nlines, Arena *a)
{
    Text *t = e->t;
    DlRun *runs = ARENA_ARRAY(a, DlRun, t->runs.n);
    DlPiece *pieces = ARENA_ARRAY(a, DlPiece, t->pieces.n);
    uint8_t *flags = ARENA_ARRAY(a, uint8_t, t->runs.n);
    if (t->runs.n)
        memcpy(flags, t->run_flags.at, t->runs.n);
    if (t->runs.n)
        memcpy(runs, t->runs.at, t->runs.n * sizeof *runs);
    if (t->pieces.n)
        memcpy(pieces, t->pieces.at, t->pieces.n * sizeof *pieces);
    for (size_t i = 0; i < t->runs.n; i++) {
        runs[i].pieces = pieces;
        pieces += runs[i].npieces;
    }
    for (uint32_t i = 0; i < nlines; i++) {
        lines[i].runs = runs;
        lines[i].flags = flags;
        runs += lines[i].nruns;
        flags += lines[i].nruns;
    }
}

Para *lines_emit(Setting *s, const LineEnds *ends, Arena *a)
{
    Emit e = {.s = s, .t = s->t};
    Para *p = ARENA_NEW(a, Para);
    TextLine *lines = ARENA_ARRAY(a, TextLine, ends->n);
    e.t->runs.n = e.t->pieces.n = 0;
    for (uint32_t i = 0, from = 0; i < ends->n; from = ends->at[i++]) {
        lines[i] = emit_line(&e, i, from, ends->at[i]);
        p->width = lines[i].width > p->width ? lines[i].width : p->width;
        p->overflow |= lines[i].width > line_room(s, i);
    }
    settle(&e, lines, (uint32_t)ends->n, a);
    p->nlines = (uint32_t)ends->n;
    p->lines = lines;
    p->size_change = s->spacing.size_change;
    p->word_space = (int16_t)s->spacing.word_space;
    p->letter_spacing = (int16_t)s->spacing.letter_spacing;
    p->glyph_width = (int16_t)s->spacing.glyph_width;
    return p;
}
