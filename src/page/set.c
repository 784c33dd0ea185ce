/* Rich text to paragraphs. */
#include "page/set.h"

#include <string.h>

/* No line is longer; a natural width is asked for with this measure. */
#define ENDLESS LEN_PT(100000)
/* How much of an overlong text a message quotes, in bytes. */
enum { QUOTE_MAX = 90, SPANS_INLINE = 16 };
/* What shrinking can do to a line: 10 of 12 pt, and 장평 90, in per cent. */
enum { SHRINK_REACH = 75 };

#define FIGURE_SPACE "\u2007"
#define NO_BREAK_SPACE "\u00A0"

Pos rich_source(RichText t)
{
    return t.n > 0 ? t.spans[0].source : POS_NONE;
}

bool rich_is_empty(RichText t)
{
    for (uint32_t i = 0; i < t.n; i++)
        if (t.spans[i].text.n > 0)
            return false;
    return true;
}

/* Lead-in words are bold, unbroken, and stay with the next word (K-75). */
static unsigned text_flags(unsigned marks)
{
    unsigned flags = 0;
    if (marks & MARK_LEAD)
        flags |= SPAN_STRONG | SPAN_KEEP | SPAN_GLUE;
    if (marks & MARK_STRONG)
        flags |= SPAN_STRONG;
    if (marks & MARK_UNDERLINE)
        flags |= SPAN_UNDERLINE;
    if (marks & MARK_DOTS)
        flags |= SPAN_DOTS;
    if (marks & MARK_SUPER)
        flags |= SPAN_SUPER;
    if (marks & MARK_SUB)
        flags |= SPAN_SUB;
    return flags;
}

static TextSpan text_span(const Span *span, const Type *type)
{
    unsigned flags = text_flags(span->flags);
    return (TextSpan){
        .text = span->text,
        .style = flags & SPAN_STRONG ? &type->strong : &type->text,
        .source = span->source,
        .flags = flags,
    };
}

/* U+2007 in tabular text becomes a span of its own: a no-break space as wide
 * as a figure (K-113). Answers how many spans there are then. */
static size_t pads_split(TextSpan span, const Type *type, TextSpan *out)
{
    size_t n = 0;
    for (ptrdiff_t at; (at = str_find(span.text, STR(FIGURE_SPACE))) >= 0;) {
        TextSpan before = span, pad = span;
        before.text = str_sub(span.text, 0, (size_t)at);
        pad.text = STR(NO_BREAK_SPACE);
        pad.style = &type->pad;
        span.text = str_sub(span.text, before.text.n + strlen(FIGURE_SPACE),
                            span.text.n);
        if (before.text.n > 0)
            out[n++] = before;
        out[n++] = pad;
    }
    if (span.text.n > 0 || n == 0)
        out[n++] = span;
    return n;
}

/* Space for the spans of a rich text, all its pads split off: `few`, when
 * that is enough. */
static TextSpan *spans_space(Book *b, RichText t, const Type *type,
                             TextSpan few[SPANS_INLINE])
{
    size_t room = t.n;
    for (uint32_t i = 0; type->text.tabular && i < t.n; i++)
        room += 2 * t.spans[i].text.n / strlen(FIGURE_SPACE);
    return room > SPANS_INLINE ? ARENA_ARRAY(b->scrap->arena, TextSpan, room)
                               : few;
}

static size_t spans_of(RichText t, const Type *type, TextSpan *out)
{
    size_t n = 0;
    for (uint32_t i = 0; i < t.n; i++) {
        TextSpan span = text_span(&t.spans[i], type);
        if (type->text.tabular)
            n += pads_split(span, type, out + n);
        else
            out[n++] = span;
    }
    return n;
}

/* K-46. */
static void count_fit(Book *b, RichText t, const Para *p)
{
    Len size_change = p->size_change;
    bool changed = size_change != 0 || p->word_space != 1000 ||
                   p->letter_spacing != 0 || p->glyph_width != 1000;
    b->report->fitted += changed;
    b->report->lines_saved += p->lines_saved;
    if (!b->sink.fit || (!changed && !p->loosened && !p->words_cut))
        return;
    Str text = rich_plain(t, b->scrap->arena);
    FitNote note = {rich_source(t), book_said(b, text, b->scrap->arena), p,
                    size_change};
    b->sink.fit(b->sink.context, &note);
}

/* K-43: the theme says how far fitting may go. */
static ParaSpec capped(const Book *b, const ParaSpec *spec)
{
    ParaSpec s = *spec;
    bool running = s.fit == FIT_BODY || s.fit == FIT_LINE || s.fit == FIT_PROSE;
    if (running && !s.values)
        s.values = &b->fit_caps;
    return s;
}

ParaSpec set_fit(Book *b, const BlockFit *fit, ParaSpec spec)
{
    if (!fit)
        return spec;
    spec.fit = fit->off ? FIT_NONE : FIT_PINNED;
    FitValues *pin = ARENA_NEW(b->scrap->arena, FitValues);
    *pin = (FitValues){fit->word_space, fit->letter_spacing, fit->glyph_width};
    spec.values = pin;
    return spec;
}

ParaSpec set_body(Book *b, const Type *type, const BlockFit *fit, Len measure)
{
    return set_fit(b, fit,
                   (ParaSpec){.mode = type->mode,
                              .align = type->align,
                              .fit = FIT_BODY,
                              .measure = measure,
                              .hang = b->theme->hanging,
                              .fill = b->theme->fill});
}

RichText rich_bare(Book *b, RichText t)
{
    t = rich_level(t, b->scrap->arena);
    Span *spans = ARENA_ARRAY(b->scrap->arena, Span, t.n);
    for (uint32_t i = 0; i < t.n; i++) {
        spans[i] = t.spans[i];
        spans[i].flags &= MARK_FIGURE | MARK_SUB;
    }
    return (RichText){spans, t.n};
}

static void report_overflow(Book *b, RichText t, Len measure)
{
    Arena *a = b->scrap->arena;
    Str quote = str_sub(rich_plain(t, a), 0, QUOTE_MAX);
    while (utf8_check(quote) >= 0)
        quote.n--;
    diag(b->diags, DIAG_PAGE_OVERFLOW, rich_source(t),
         diag_str(b->diags, quote), len_dump(measure, a));
}

static const Para *set_para(Book *b, RichText t, const Type *type,
                            const ParaSpec *spec)
{
    Arena *a = b->scrap->arena;
    TextSpan few[SPANS_INLINE];
    TextSpan *spans = spans_space(b, t, type, few);
    size_t n = spans_of(t, type, spans);
    ParaSpec within = capped(b, spec);
    return text_para(b->text, spans, n, &within, a, b->diags);
}

const Para *set_rich(Book *b, RichText t, const Type *type,
                     const ParaSpec *spec)
{
    const Para *p = set_para(b, t, type, spec);
    count_fit(b, t, p);
    if (p->overflow)
        report_overflow(b, t, spec->measure);
    return p;
}

/* A cell of fewer ems holds a few words, not running text. */
enum { NARROW_EMS = 8 };

/* A row of a list has neighbours: prose in it keeps its size and wraps. Only
 * a few words in a narrow cell, and what is too wide for it, shrink (K-105). */
static TextFit cell_fit(Book *b, RichText t, const Type *type,
                        const ParaSpec *spec)
{
    Len width = rich_width(b, t, type);
    if (width <= spec->measure)
        return FIT_NONE;
    if (rich_word_width(b, t, type) > spec->measure)
        return FIT_CELL;
    if (spec->align == ALIGN_LEFT &&
        spec->measure >= NARROW_EMS * type->text.size)
        return FIT_PROSE;
    bool one_line = len_mul(width, SHRINK_REACH, 100) <= spec->measure;
    return one_line ? FIT_CELL : FIT_NONE;
}

const Para *set_cell(Book *b, RichText t, const Type *type, ParaSpec spec,
                     const BlockFit *fit)
{
    spec.fit = fit ? FIT_NONE : cell_fit(b, t, type, &spec);
    spec = set_fit(b, fit, spec);
    const Para *p = set_para(b, t, type, &spec);
    count_fit(b, t, p);
    if (p->overflow)
        report_overflow(b, t, spec.measure);
    return p;
}

/* As the author says, on as many lines as it takes. */
static const Para *heading_as_told(Book *b, RichText t, const Type *type,
                                   Len measure, const BlockFit *fit)
{
    ParaSpec spec = {.balance = true, .measure = measure};
    spec = set_fit(b, fit, spec);
    return set_rich(b, t, type, &spec);
}

const Para *set_heading(Book *b, RichText t, const Type *type, Len measure,
                        const BlockFit *fit)
{
    ParaSpec spec = {.fit = FIT_LINE, .measure = measure};
    if (fit)
        return heading_as_told(b, t, type, measure, fit);
    const Para *p = set_para(b, t, type, &spec);
    if (!p->overflow && p->nlines <= 1) {
        count_fit(b, t, p);
        return p;
    }
    diag0(b->diags, DIAG_PAGE_HEADING_LONG, rich_source(t));
    return heading_as_told(b, t, type, measure, NULL);
}

static const Para *one_line(Book *b, Str s, const Type *type, Pos source,
                            Arena *a, Diags *diags)
{
    TextSpan span = {s, &type->text, source, 0};
    ParaSpec spec = {.measure = ENDLESS};
    return text_para(b->text, &span, 1, &spec, a, diags);
}

const Para *set_label(Book *b, Str s, const Type *type, Pos source, Arena *a)
{
    return one_line(b, s, type, source, a, b->diags);
}

const Para *set_own(Book *b, ThemeText s, const Type *type, Arena *a)
{
    one_line(b, s.text, type, s.pos, a, b->diags);
    return one_line(b, s.text, type, POS_NONE, a, NULL);
}

Len rich_width(Book *b, RichText t, const Type *type)
{
    TextSpan few[SPANS_INLINE];
    TextSpan *spans = spans_space(b, t, type, few);
    size_t n = spans_of(t, type, spans);
    return text_spans_width(b->text, spans, n, NULL);
}

Len rich_word_width(Book *b, RichText t, const Type *type)
{
    Str s = rich_plain(t, b->scrap->arena);
    Len widest = 0;
    while (s.n > 0) {
        ptrdiff_t space = str_find(s, STR(" "));
        Str word = space < 0 ? s : str_sub(s, 0, (size_t)space);
        Len w = text_width(b->text, word, &type->text, rich_source(t), NULL);
        widest = w > widest ? w : widest;
        s = str_sub(s, word.n + 1, s.n);
    }
    return widest;
}
