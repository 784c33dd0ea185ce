/*
 * Text: Korean paragraphs to lines of glyph runs.
 *
 * Made by cli (one engine per run), used by page/ and chart/. Spans of text
 * come in, are divided into words, shaped once per face at units per em and
 * cached, broken by the rules K-12 … K-34 (own break table over Unicode
 * classes), fitted, aligned, and come out as runs ready for the display list.
 *
 * Always true: no 어절 is split unless it alone is wider than the measure
 * (K-14); a line broken at a space keeps a real space glyph at its end beyond
 * the measure, so that the text extracts with its word spaces (K-168); widths
 * are exact multiples of Len and equal the display list's.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/house.h"
#include "dlist/dlist.h"

typedef struct Text Text; /* the engine: word cache, shaping buffers */

/* `fonts` and `run` outlive the engine. */
Text *text_new(Fonts *fonts, Arena *run);
void text_free(Text *t);

/* Gaps inside words, 1/1000 em, 0 for none: Korean has none by itself, since a
 * gap reads as a space between words. */
typedef struct TextGaps {
    int latin;     /* between Hangul and Latin letters or figures (K-38) */
    int operators; /* between Hangul and + − × ÷ = (K-51) */
} TextGaps;

/* Which last lines are too short to stand: of so many characters, or so much
 * of the measure, at most (K-42). */
typedef struct TextShort {
    int chars, share; /* share in 1/1000 */
} TextShort;

/* Before the first text is set. */
void text_set_gaps(Text *t, TextGaps gaps);
void text_set_short(Text *t, TextShort last); /* 4 and 200 if not called */
/* The signs to print (K-04, K-05, K-124): before phrases are set. `house` lives
 * as long as the engine. */
void text_set_house(Text *t, const House *house);
/* Phrases that lines do not part, their words between single spaces (K-33). */
void text_set_phrases(Text *t, const Str *phrases, size_t n);

typedef struct TextStyle {
    FontRole role;
    Len size;
    Colour colour;
    int16_t letter_spacing; /* 1/1000 em, K-36; 0 natural */
    int16_t glyph_width;    /* 1/1000, 장평; 1000 natural */
    bool tabular;           /* digits in equal cells (K-107) */
} TextStyle;

typedef enum SpanFlag {
    SPAN_KEEP = 1,   /* no break inside */
    SPAN_GLUE = 2,   /* no break between this span and the next word (K-75) */
    /* What only whoever draws it reads: */
    SPAN_STRONG = 4,    /* tagged as emphasis */
    SPAN_UNDERLINE = 8, /* a line below (K-213) */
    SPAN_DOTS = 16,     /* a dot above each letter (K-212) */
    /* K-50: small, above or below; no break before it or inside: */
    SPAN_SUPER = 32,
    SPAN_SUB = 64
} SpanFlag;

typedef struct TextSpan {
    Str text;               /* valid UTF-8, K-01 form; U+000A forces a break */
    const TextStyle *style; /* lives as long as the paragraph */
    Pos source;
    unsigned flags;         /* SpanFlag */
} TextSpan;

typedef enum BreakMode { BREAK_WORD, BREAK_SYLLABLE } BreakMode; /* K-13 */

typedef enum TextAlign {
    ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT,
    ALIGN_JUSTIFY,   /* K-40, last line natural (K-41) */
    ALIGN_FORCE,     /* 강제 정렬: the last line to the measure, too, where
                        K-39 has gaps for that (K-41) */
    ALIGN_DISTRIBUTE /* 균등 배분: every line to the measure (K-53) */
} TextAlign;

typedef enum TextFit {
    FIT_NONE,
    FIT_BODY,   /* K-42, K-43: cure short last lines */
    FIT_LINE,   /* K-45: one line if the caps allow it */
    FIT_CELL,   /* K-43, K-105: narrow table cells; the size comes last */
    FIT_PROSE,  /* cells of running text: one line within the caps, else as
                   FIT_BODY; the size stays */
    FIT_PINNED  /* K-46: the values the author gives */
} TextFit;

/* Spacing as fitting changes it, 1/1000 of natural or of an em. */
typedef struct FitValues {
    int word_space, letter_spacing, glyph_width;
} FitValues;

typedef struct ParaSpec {
    BreakMode mode;
    TextAlign align;
    TextFit fit;
    /* FIT_BODY, FIT_LINE: how far it may go, NULL for the caps of K-43.
     * FIT_PINNED: what it is. Lives as long as the call. */
    const FitValues *values;
    bool fill;           /* ALIGN_JUSTIFY, ALIGN_FORCE: a line that K-40 leaves
                            ragged takes syllables of the next word (K-32) */
    bool balance;        /* K-29: lines of similar length */
    Len measure;
    Len first_indent;    /* of the first line, may be negative */
    int hang;            /* how much of , . ’ ” 」 』 at a line's end may stand
                            beyond the measure, 1/1000 of its width (K-52) */
} ParaSpec;

typedef struct TextLine {
    Len x;               /* where its first run begins, alignment included */
    Len width;           /* of the ink, closing space excluded */
    Len hang;            /* how much of it may stand beyond the measure */
    bool forced;         /* ended by a forced break or the paragraph's end */
    bool emergency;      /* ended inside an 어절 */
    /* Of this line, justification included: */
    int32_t word_space;  /* 1/1000 of natural */
    int32_t letter_spacing; /* 1/100000 em; where `opened` is not 0, of those
                               gaps alone */
    uint32_t opened;     /* gaps between letters that were opened to fill it */
    uint32_t nruns;
    const DlRun *runs;   /* x from the line's left edge, y = 0 at baseline */
    const uint8_t *flags;/* SpanFlag of each run's span */
} TextLine;

typedef struct Para {
    uint32_t nlines;
    const TextLine *lines;
    Len width;           /* of the widest line */
    /* What fitting did; natural values when nothing. */
    Len size_change;     /* FIT_LINE, FIT_CELL: <= 0 */
    int16_t word_space;  /* 1/1000 of natural; over 1000 where letters take
                            much of the gap between words */
    int16_t letter_spacing;
    int16_t glyph_width;
    uint16_t lines_saved;
    bool kept_words;     /* it was tightened so that no word need be cut */
    uint16_t words_cut;  /* so that a line is not ragged (K-32) */
    bool loosened;       /* no line could be saved to cure its short last one:
                            words were moved down where they could be (K-44) */
    bool overflow;       /* a cluster is wider than the measure, or FIT_LINE
                            could not reach one line */
} Para;

/* Sets a paragraph. A character that no face of the role's chain has is
 * reported at its span's source (K-146) once per run and cell, and drawn as
 * nothing. Never fails otherwise. `out` lives in `a`. */
const Para *text_para(Text *t, const TextSpan *spans, size_t nspans,
    const ParaSpec *spec, Arena *a, Diags *diags);

/* The natural width of a string on one line. Without `diags` it only measures:
 * nothing is reported. */
Len text_width(Text *t, Str s, const TextStyle *style, Pos source,
    Diags *diags);
/* The same of a paragraph, its glue and spacing across spans included. */
Len text_spans_width(Text *t, const TextSpan *spans, size_t nspans,
    Diags *diags);

/* Draws line i with its left edge and baseline at `at`. The caller holds the
 * tag or artifact bracket. */
void para_draw_line(const Para *p, uint32_t i, DlPage *page, Point at);

/* Break opportunities of one line of text, as `hanji text breaks` prints
 * them: '|' normal, '¦' emergency (L-01 … L-48). */
Str text_breaks(Str s, BreakMode mode, Arena *a);

/* What `hanji text lines` prints: a JSON array with one object for each line
 * of `text`, which is set as a paragraph: {"lines": [{"text": without its
 * closing space, "width_pt", "word_space", "letter_spacing", "glyph_width"}]};
 * the last three in percent: of the natural space, of an em, of the natural
 * width. A line that was filled by opening letters (K-40) has "letters_opened",
 * too: in so many gaps stands its letter spacing. Messages stand at the lines of source `file`. */
Str text_lines_json(Text *t, Str text, const TextStyle *style,
    const ParaSpec *spec, uint32_t file, Arena *a, Diags *diags);

typedef struct TextStats {
    size_t words, hits, misses, glyphs;
} TextStats;
TextStats text_stats(const Text *t);

#endif
