/*
 * Lines of runs from chosen line ends. Runs and pieces are gathered for the
 * whole paragraph first and then copied once, so that the result is three
 * arrays and nothing is wasted.
 */
#include "text/stretch.h"

#include <string.h>

typedef struct Emit {
    Setting *s;
    Text *t;
    Len x;          /* where the next piece begins on its line */
    uint32_t owner; /* span of the open run */
    bool joined;    /* its letters are joined */
    bool open;
    uint8_t level;  /* of the next piece, on a line that is reordered */
    uint32_t measured; /* span last asked for, and one more; 0: none … */
    Measure measure;   /* … and what its style comes to */
    Stretch stretch;
} Emit;

static Measure span_measure(Emit *e, uint32_t span)
{
    if (e->measured != span + 1) {
        e->measured = span + 1;
        e->measure = measure_of(e->s, span);
    }
    return e->measure;
}

static DlRun *open_run(Emit *e, const Shaped *shaped, uint32_t span)
{
    Text *t = e->t;
    DlRun *last = t->runs.n ? &t->runs.at[t->runs.n - 1] : NULL;
    if (e->open && last->face == shaped->face && e->owner == span
        && e->joined == shaped->joined && !e->s->backward)
        return last;
    const TextSpan *sp = &e->s->spans[span];
    Measure m = span_measure(e, span);
    GROW(t->runs, t->runs.n + 1);
    GROW(t->run_flags, t->runs.n + 1);
    t->run_flags.at[t->runs.n] = (uint8_t)sp->flags;
    GROW(t->levels, t->runs.n + 1);
    t->levels.at[t->runs.n] = e->level;
    t->runs.at[t->runs.n++] = (DlRun) {.face = shaped->face,
        .size = m.size, .x = e->x, .y = -m.rise, .colour = sp->style->colour,
        .letter_spacing = seg_spacing(shaped, m), .glyph_width = m.glyph_width,
        .spread = e->stretch.spread && e->level == 0, .source = sp->source};
    e->open = true;
    e->owner = span;
    e->joined = shaped->joined;
    return &t->runs.at[t->runs.n - 1];
}

static void add_piece(Emit *e, const Shaped *shaped, Len width, Len gap,
    uint32_t span)
{
    Text *t = e->t;
    DlRun *run = open_run(e, shaped, span);
    width += gap;
    GROW(t->pieces, t->pieces.n + 1);
    t->pieces.at[t->pieces.n++] = (DlPiece) {shaped, gap};
    run->npieces++;
    run->width += width;
    e->x += width;
}

static uint8_t first_level(const Item *it)
{
    return it->word->levels && it->word->nsegs ? it->word->levels[0] : 0;
}

/* A space between two words from right to left goes with them. */
static uint8_t space_level(const Emit *e, const Item *it)
{
    const Word *w = it->word;
    const Item *end = e->s->items + e->s->nitems;
    if (!w->levels || w->nsegs < 2 || it + 1 >= end)
        return 0;
    return w->levels[w->nsegs - 2] > 0 && first_level(it + 1) > 0;
}

static uint8_t level_of(const Emit *e, const Item *it, uint32_t seg)
{
    const Word *w = it->word;
    if (!w->levels)
        return 0;
    return w->space && seg + 1 == w->nsegs ? space_level(e, it)
                                           : w->levels[seg];
}

/* The bytes [from, to) of a word, seg by seg; the gap follows them all. */
static void add_part(Emit *e, const Item *it, uint32_t from, uint32_t to,
    bool space, Len gap)
{
    Word *w = it->word;
    Measure m = span_measure(e, it->span);
    uint32_t end = to + (space && to == w->info.text.n);
    for (uint32_t i = 0; i < w->nsegs; i++) {
        const Shaped *seg =
            seg_fragment(e->t, w, w->segs[i], from, to, space);
        bool last = seg_from(w, w->segs[i]) + w->segs[i]->text.n >= end;
        e->level = level_of(e, it, i);
        if (seg)
            add_piece(e, seg,
                shaped_width(seg, m.size, seg_spacing(seg, m), m.glyph_width),
                last ? gap : 0, it->span);
    }
}

/* Most words: whole, of one seg, on a line that is not stretched by letters.
 * Their width is known. */
static bool is_simple(const Emit *e, const Item *it)
{
    return it->word->nsegs == 1 && !e->stretch.letters && it->from == 0
        && it->to == it->word->info.text.n && it->space == it->word->space;
}

/* Its word space against the natural one. */
static Len word_gap(const Item *it, Measure m)
{
    return it->space ? space_gap(it->blank, m) : 0;
}

/* The gap after item i: that of its word space, and its share of the line's
 * spare width when `more` stands after it. */
static Len gap_after(Emit *e, uint32_t i, Measure m, bool more)
{
    const Item *it = &e->s->items[i];
    Stretch *st = &e->stretch;
    Len gap = word_gap(it, m);
    if (more && st->letters && stretch_between(e->s, st, i))
        gap += stretch_letter(st);
    else if (more && !st->all)
        gap += stretch_space(st, item_stretch(it));
    return gap;
}

/* The items [from, to) are one word or a part of it; `more` stands after it
 * on the line. */
static void add_word(Emit *e, uint32_t from, uint32_t to, bool more)
{
    const Item *first = &e->s->items[from], *last = &e->s->items[to - 1];
    Word *w = first->word;
    Stretch *st = &e->stretch;
    Measure m = span_measure(e, first->span);
    uint32_t at = first->from;
    if (is_simple(e, first)) {
        Len gap = gap_after(e, from, m, more);
        e->level = level_of(e, first, 0);
        add_piece(e, w->segs[0], first->advance - word_gap(first, m), gap,
            first->span);
        return;
    }
    if (st->letters && stretch_inside(e->s, first))
        for (uint32_t end; (end = stretch_end(st, w->info.text, at, last->to))
             < last->to;
             at = end)
            add_part(e, first, at, end, false, stretch_letter(st));
    add_part(e, first, at, last->to, last->space,
        gap_after(e, to - 1, m, more));
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

/* The word space of a line against the natural one. */
static int32_t line_word_space(const Emit *e)
{
    const Stretch *st = &e->stretch;
    int64_t space = e->s->spacing.word_space;
    if (st->natural)
        space += len_mul((Len)st->space_width, 1000, (Len)st->natural);
    return (int32_t)space;
}

/* The letter spacing of a line whose first item has this size: 1/100000 em. */
static int32_t line_letter_spacing(const Emit *e, Len size)
{
    const Stretch *st = &e->stretch;
    int64_t spacing = e->s->spacing.letter_spacing * INT64_C(100);
    int64_t ems = (int64_t)st->letters * size;
    if (ems)
        spacing += (st->letter_width * 100000 + ems / 2) / ems;
    return (int32_t)spacing;
}

/* K-36: no letter spacing behind the line's last glyph. */
static void tighten_last(DlRun *run)
{
    run->last_tight = true;
    run->width -= len_mul(run->size, run->letter_spacing, 1000);
}

static TextLine emit_line(Emit *e, uint32_t line, uint32_t from, uint32_t to)
{
    const Setting *s = e->s;
    size_t first_run = e->t->runs.n;
    TextLine l = {.width = items_width(s->items, from, to),
        .hang = items_hang(s->items, from, to)};
    Len indent = line == 0 ? s->spec->first_indent : 0;
    Len measure = line_measure(s, line);
    l.x = indent + align_x(s, measure, l.width - l.hang);
    const Item *last = to > from ? &s->items[to - 1] : NULL;
    l.forced = to == s->nitems || (last && last->forced);
    Len slack = measure - (l.width - l.hang);
    e->stretch = stretch_plan(s, from, to, slack, l.forced);
    e->open = false;
    e->x = 0;
    for (uint32_t i = from; i < to;) {
        uint32_t end = stretch_part_end(s, i, to);
        add_word(e, i, end, end < to);
        i = end;
    }
    l.width += (Len)(e->stretch.space_width + e->stretch.letter_width);
    l.word_space = line_word_space(e);
    l.opened = e->stretch.letters;
    l.letter_spacing = line_letter_spacing(e,
        to > from ? s->spans[s->items[from].span].style->size : 0);
    l.nruns = (uint32_t)(e->t->runs.n - first_run);
    if (s->backward)
        runs_reorder(e->t->runs.at + first_run, e->t->levels.at + first_run,
            l.nruns);
    l.emergency = !l.forced && last && !last->space
        && last->unit == s->items[to].unit;
    if (l.nruns)
        tighten_last(&e->t->runs.at[e->t->runs.n - 1]);
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
        if (lines[i].emergency && s->items[ends->at[i] - 1].cut)
            p->words_cut++;
        p->overflow |= lines[i].width - lines[i].hang > line_measure(s, i);
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
