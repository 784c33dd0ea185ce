/* Spans of a label: brackets, and spaces as wide as a figure. */
#include "chart/spans.h"

#include <string.h>

#define FIGURE_SPACE "\u2007"
#define NO_BREAK_SPACE "\u00A0"
#define BREAK_HERE "\u200B"

LabelSpans spans_new(size_t bytes, size_t parts, Arena *a)
{
    /* A bracket has three bytes at least; with what stands before it and a
     * break between them that is three spans for four bytes. */
    size_t room = parts + bytes + 1;
    return (LabelSpans){.at = ARENA_ARRAY(a, TextSpan, room)};
}

/* The no-break space drawn wider, so that it still reads as one. */
static const TextStyle *pad_style(const TextStyle *text,
                                  const ChartTools *tools)
{
    TextStyle *pad = ARENA_NEW(tools->arena, TextStyle);
    Len two = text_width(tools->text, STR("00"), text, POS_NONE, NULL);
    Len three = text_width(tools->text, STR("0" NO_BREAK_SPACE "0"), text,
                           POS_NONE, NULL);
    *pad = *text;
    if (three > two)
        pad->glyph_width =
            (int16_t)len_mul(pad->glyph_width, two / 2, three - two);
    return pad;
}

/* How long the bracket is that `text` begins with; 0 when none does, or it is
 * never closed, or a single word that is not parted anyway. */
static size_t bracket_length(Str text)
{
    size_t depth = 0;
    bool words = false;
    for (size_t i = 0; i < text.n; i++) {
        depth += text.p[i] == '(';
        depth -= text.p[i] == ')' && depth > 0;
        words |= text.p[i] == ' ';
        if (depth == 0)
            return i > 0 && words ? i + 1 : 0;
    }
    return 0;
}

/* How much of `text` is no bracket and no pad. */
static size_t plain_length(Str text, bool keep)
{
    for (size_t i = 0; i < text.n; i++) {
        Str left = str_sub(text, i, text.n);
        if (str_starts(left, STR(FIGURE_SPACE)) ||
            (keep && bracket_length(left) > 0))
            return i;
    }
    return text.n;
}

void spans_add(LabelSpans *spans, TextSpan text, bool keep,
               const ChartTools *tools)
{
    Str left = text.text;
    do {
        TextSpan *span = &spans->at[spans->n++];
        size_t taken = plain_length(left, keep);
        *span = text;
        span->text = str_sub(left, 0, taken);
        if (taken == 0 && str_starts(left, STR(FIGURE_SPACE))) {
            taken = strlen(FIGURE_SPACE);
            span->text = STR(NO_BREAK_SPACE);
            span->style = pad_style(text.style, tools);
        } else if (taken == 0 && left.n > 0) {
            taken = bracket_length(left);
            span->text = str_sub(left, 0, taken);
            span->flags |= SPAN_KEEP;
            spans->keeps = true;
        }
        left = str_sub(left, taken, left.n);
    } while (left.n > 0);
}

Len spans_widest(const LabelSpans *spans, const ChartTools *tools)
{
    Len widest = 0;
    for (size_t i = 0; i < spans->n; i++) {
        const TextSpan *span = &spans->at[i];
        if (!(span->flags & SPAN_KEEP))
            continue;
        Len w = text_width(tools->text, span->text, span->style, span->source,
                           NULL);
        widest = w > widest ? w : widest;
    }
    return widest;
}

void spans_open(LabelSpans *spans)
{
    for (size_t i = spans->n; i-- > 1;) {
        TextSpan *span = &spans->at[i];
        if (!(span->flags & SPAN_KEEP))
            continue;
        memmove(span + 1, span, (spans->n - i) * sizeof *span);
        spans->n++;
        span->text = STR(BREAK_HERE);
        span->flags &= ~(unsigned)SPAN_KEEP;
    }
}

void spans_let_go(LabelSpans *spans)
{
    for (size_t i = 0; i < spans->n; i++)
        spans->at[i].flags &= ~(unsigned)SPAN_KEEP;
}

size_t spans_word(Str text)
{
    size_t i = 0;
    while (i < text.n && text.p[i] != ' ') {
        size_t bracket = bracket_length(str_sub(text, i, text.n));
        i += bracket > 0 ? bracket : 1;
    }
    return i;
}
