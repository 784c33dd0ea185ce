/*
 * What the files of text/ share: the engine, its words, and the items a
 * paragraph is made of while it is set.
 *
 * The way of a paragraph: spans -> items (items.c: words looked up in the
 * cache, gaps judged) -> widths (measure.c) -> pieces of over-wide words
 * (split.c) -> line ends (line.c, fit.c) -> lines of runs (emit.c).
 */
#ifndef TEXT_TEXT_INT_H
#define TEXT_TEXT_INT_H

#include "text/breaks.h"
#include "text/foreign.h"
#include "text/text.h"

/* Letters that one face of the chain draws, or the space after them. */
typedef struct Fragment {
    struct Fragment *next;
    uint32_t from, to; /* bytes of the word */
    const Shaped *shaped;
} Fragment;

/* All that the widths of a word of one seg come from, in font units. */
typedef struct Gauge {
    int32_t width;   /* of its glyphs, the space with them */
    int16_t space;   /* of the space glyph, or 0 */
    uint16_t inked;  /* glyphs but for the space */
    uint16_t spaces; /* 1 when a space glyph ends it */
    uint16_t upem;   /* 0: the segs must be asked */
} Gauge;

/*
 * A word as the cache keeps it: judged and shaped once. Lives in the run
 * arena. `segs` follow one another on the line, one for each change of face;
 * with `space` the last one ends in a space glyph.
 */
typedef struct Word {
    WordInfo info;
    Str key;                 /* the text it was asked for by */
    uint32_t style;          /* WordStyle it was asked for with */
    bool space;
    uint32_t nsegs;
    const Shaped **segs;     /* their texts are slices of info.text */
    const uint8_t *levels;   /* of each seg (UAX #9); NULL: all from left to
                                right */
    uint32_t nmissing;
    const uint32_t *missing; /* code points that no face has */
    Fragment *fragments;     /* parts shown alone (K-16, syllable mode) */
    Gauge gauge;
} Word;

/* How a word is shaped: a role and some bits. */
typedef uint32_t WordStyle;
enum {
    WORD_SPACE = 1,   /* with a space after it */
    WORD_TABULAR = 2, /* digits in equal cells */
    WORD_BARE = 4,    /* judged, not shaped: parts of several spans */
    WORD_BACKWARD = 8, /* in a phrase from right to left */
    WORD_ROLE = 16    /* times the role */
};

/* words.c: the cache, an open table that grows. A slot has the hash of its
 * word, so that a word is touched only when it is most likely the one. */
typedef struct WordSlot {
    Word *word; /* NULL: free */
    uint32_t hash;
} WordSlot;

typedef struct WordTable {
    WordSlot *slots;
    size_t mask, count;
} WordTable;

/* glyph_text.c: what text each glyph of each face stands for. */
typedef struct GlyphTexts GlyphTexts;

/* phrases.c: words that stay on one line. */
typedef struct Phrase Phrase;

/* plain.h: characters that need no shaping. */
typedef struct PlainFaces PlainFaces;

/* An array that keeps its room from paragraph to paragraph. */
#define GROWING(T)                                                             \
    struct {                                                                   \
        T *at;                                                                 \
        size_t n, room;                                                        \
    }

/* One piece of the paragraph between two places where it might be cut. */
typedef struct Item {
    Word *word;
    uint32_t span;
    uint32_t unit;     /* the 어절 it belongs to, UNIT_NONE for spaces */
    uint32_t from, to; /* bytes of the word; to == text.n takes its space */
    Len ink;           /* width without the space; carries no letter spacing
                          after its last glyph */
    Len hang;          /* of the ink, what a line's end does not count (K-52) */
    Len advance;       /* to the next item */
    Len blank;         /* the word's space glyph alone */
    Gauge gauge;       /* of the word; none when this is a part of it */
    uint8_t tier;      /* BreakTier after it */
    uint8_t cost;
    bool may_break;    /* a line may end after it */
    bool forced;       /* a line must end after it */
    bool cut;          /* a line may end after it in need, inside a word whose
                          line would stay ragged (K-32) */
    bool held;         /* a word joiner follows it (K-30) */
    bool space;        /* a space follows its text */
    bool wide;         /* it is to be cut (K-16) */
} Item;

#define UNIT_NONE UINT32_MAX

/* An 어절: the items [first, end) hold it. */
typedef struct Unit {
    Word *word; /* whose info speaks for it */
    uint32_t first, end;
} Unit;

/* How a seg is shaped. */
typedef enum SegFlag {
    SEG_SPACE = 1,   /* the byte after it is a space, shaped too */
    SEG_TABULAR = 2, /* digits in equal cells */
    SEG_BACKWARD = 4 /* from right to left */
} SegFlag;

/* Raised or lowered (K-50). */
#define SPAN_SMALL (SPAN_SUPER | SPAN_SUB)

/* Spacing in force while items are measured. */
typedef struct Spacing {
    Len size_change;
    int word_space;     /* 1/1000 of natural */
    int letter_spacing; /* 1/1000 em, added to the style's */
    int glyph_width;    /* 1/1000, times the style's */
    int least_space;    /* the word space that must be left, or 0 */
} Spacing;

#define SPACING_NATURAL ((Spacing) {0, 1000, 0, 1000, 0})

/* What a span's style and a spacing come to. */
typedef struct Measure {
    Len size;
    Len rise;        /* of the baseline (K-50) */
    int16_t letter_spacing, glyph_width;
    int word_space;
} Measure;

/* Where lines end: line i holds the items [ends[i - 1], ends[i]). */
typedef GROWING(uint32_t) LineEnds;

/* A place where a line may end, while the optimum is sought. */
typedef struct Node {
    uint32_t end;    /* first item after it */
    uint32_t marks;  /* breaks of TIER_MARK up to here */
    uint8_t tier;    /* of the break */
    bool forced, cut;
    int64_t start;   /* where the next line's first item begins */
    int64_t ink_end; /* where the ink of a line that ends here ends, but for
                        what hangs */
    int64_t spaces;  /* stretchable space before here, when a line ends here */
    int64_t spaced;  /* the same, when one begins here: with the last space */
    int64_t chars;   /* characters before here */
    int64_t penalty; /* for ending a line here */
    int64_t cost;    /* of the best lines up to here */
    uint32_t before; /* the node at which the last of them begins */
} Node;

struct Text {
    Fonts *fonts;
    Arena *run;
    hb_buffer_t *buffer;
    hb_language_t language;
    WordTable words;
    GlyphTexts *texts;
    PlainFaces *plain;
    TextStats stats;
    TextGaps gaps_set;
    TextShort last;  /* lines that are too short */
    const House *house; /* NULL: words are shown as they come */
    bool keeps;         /* signs come as they were typed */
    const Phrase *phrases;
    size_t nphrases;
    uint64_t phrase_ends; /* what their first words end in: phrases.c */
    uint32_t serial; /* of the last Shaped made */
    GROWING(Item) items, split;
    GROWING(Unit) units;
    GROWING(const WordInfo *) infos;
    GROWING(uint8_t) gaps;
    LineEnds ends;
    GROWING(Node) nodes;
    GROWING(DlRun) runs;
    GROWING(uint8_t) run_flags; /* SpanFlag of each run */
    GROWING(uint8_t) levels;    /* of each run of a line that is reordered */
    GROWING(DlPiece) pieces;
    GROWING(char) joined, curled;
    GROWING(TextSpan) spans; /* their texts in `curled` */
    GROWING(const Shaped *) segs;
    GROWING(uint8_t) seg_levels;
    GROWING(Glyph) glyphs;
    GROWING(GlyphShift) shifts;
};

/* How far a paragraph is tightened: a step of one of fit.c's ladders. */
typedef struct Rung {
    const struct Ladder *ladder; /* NULL at step 0, natural */
    int step;
} Rung;

/* What a paragraph is at natural spacing: asked once, when it is first
 * tightened. */
typedef struct Survey {
    bool made;
    bool bounded;   /* the widths tell what a spacing comes to at the least */
    int space;      /* its narrowest word space, 1/1000 em; 0: it has none */
    int64_t width;  /* of all items */
    int64_t blanks; /* of their word spaces */
    int64_t ems;    /* what letter spacing is a share of: the sizes of the
                       glyphs that carry it */
    Len widest;     /* word space: what stands at a line's end does not count */
    Len trailing;   /* that of the last item */
} Survey;

/* The paragraph being set. */
typedef struct Setting {
    Text *t;
    const TextSpan *spans;
    size_t nspans;
    const ParaSpec *spec;
    Spacing spacing;
    bool measured; /* the items are, at that spacing */
    Survey survey;
    Rung base;    /* it is not set looser than that */
    bool fitted;  /* lines keep the margin of K-47 */
    bool cut;     /* lines may end where they should only in need */
    bool strict;  /* rather ragged lines than a short last one */
    bool backward; /* some of it runs from right to left */
    Item *items;
    size_t nitems;
} Setting;

/* Whether the lines but the last of a paragraph are justified (K-40). */
static inline bool is_justified(const Setting *s)
{
    return s->spec->align == ALIGN_JUSTIFY || s->spec->align == ALIGN_FORCE;
}

/* Room for n elements of t.field; keeps those there. */
#define GROW(field, n)                                                         \
    ((n) > (field).room                                                        \
            ? (void)((field).at = text_grow((field).at, &(field).room, (n),    \
                         sizeof *(field).at))                                  \
            : (void)0)
void *text_grow(void *at, size_t *room, size_t n, size_t size);

/* words.c */
Word *word_find(Text *t, Str text, WordStyle style);

/* itemise.c: fills in segs and missing. */
void word_shape(Text *t, Word *w);

/* shape.c */
/* Text of one face; `flags` are SegFlag. */
const Shaped *seg_shape(Text *t, const Face *f, Str s, unsigned flags);
/* An empty Shaped of the run arena, numbered. */
Shaped *shaped_new(Text *t);

/* script_gaps.c: opens the gaps of K-38 and K-51 in t->glyphs, which show s. */
void glyphs_open_gaps(Text *t, const Face *f, Str s);

/* fragment.c */
/* Where a seg of the word begins and ends in it, its space left out. */
uint32_t seg_from(const Word *w, const Shaped *seg);
uint32_t seg_to(const Word *w, const Shaped *seg);
/* The part [from, to) of the word that lies in this seg as a shaped text of
 * its own, the space with it when `space`; the glyphs keep the advances they
 * have in the word. NULL when no part of it does. */
const Shaped *seg_fragment(Text *t, Word *w, const Shaped *seg, uint32_t from,
    uint32_t to, bool space);

/* glyph_text.c */
GlyphTexts *glyph_texts_new(size_t nfaces);
void glyph_texts_free(GlyphTexts *g);
/* Whether the glyph stands for this text wherever it is shown. */
bool glyph_stands_for(GlyphTexts *g, const Face *f, uint16_t glyph,
    uint32_t cp);
bool glyph_text_agrees(GlyphTexts *g, const Face *f, uint16_t glyph, Str text,
    Arena *run);

/* missing.c: K-146. */
/* The characters of a word that begins at byte `at` of a span. */
void missing_report(Text *t, const Word *w, const TextSpan *span, size_t at,
    Diags *diags);

/* curl.c: puts spans in place that have no straight quotes; they live until
 * the next paragraph. */
void spans_curl(Setting *s);

/* items.c */
void items_build(Setting *s, Diags *diags);

/* phrases.c: holds the gaps inside phrases (K-33). */
void phrases_hold(Text *t);

/* measure.c */
Measure measure_of(const Setting *s, uint32_t span);
/* The letter spacing of a seg: none where letters are joined. */
int16_t seg_spacing(const Shaped *seg, Measure m);
/* Fills in the gauge of a word that is shaped. */
void word_gauge(Word *w);
/* Space added after a word for its word space. */
Len space_gap(Len space, Measure m);
/* Fills in the widths of every item, unless they are. */
void items_measure(Setting *s, Spacing spacing);
/* Characters of an item, its space left out. */
uint32_t item_chars(const Item *it);
/* The space after an item that justification may stretch (K-39), or 0. */
Len item_stretch(const Item *it);
/* The narrowest word space of a justified line, and how far the one in force may
 * shrink or stretch there, in 1/1000 of it: 70 % and 200 % of the natural one
 * (K-40). */
int least_space(const Spacing *spacing);
int space_shrink(const Setting *s);
int space_growth(const Setting *s);
/* Width of the items [from, to) set on one line, and how much of that may
 * stand beyond the measure. */
Len items_width(const Item *items, uint32_t from, uint32_t to);
Len items_hang(const Item *items, uint32_t from, uint32_t to);
/* The width that must find room. */
Len items_inside(const Item *items, uint32_t from, uint32_t to);
/* The measure of a line: less the first indent on line 0. Aligned lines end
 * there, whatever was fitted. */
Len line_measure(const Setting *s, uint32_t line);
/* Room on a line: the same, less the margin of a fit (K-47). */
Len line_room(const Setting *s, uint32_t line);

/* survey.c: surveys the items, which are measured at natural spacing. */
void survey_make(Setting *s);
/* False when so few fitted lines certainly cannot hold the paragraph at a
 * spacing, true when they may. */
bool survey_may_hold(const Setting *s, const Spacing *spacing, size_t lines);

/* split.c: puts break opportunities inside words: in syllable mode, and where
 * a piece is wider than the measure (K-16). */
void items_split_soft(Setting *s);
/* What is too wide as measured is cut into pieces that fit at `natural`, which
 * all items then are measured at. */
void items_split_wide(Setting *s, Spacing natural);
/* Puts breaks of K-32 inside one 어절, two characters from its ends. */
void items_split_unit(Setting *s, uint32_t unit);

/* visual.c: puts the runs of a line, made in the order of the text, where
 * they are seen. `levels` of each. */
void runs_reorder(DlRun *runs, const uint8_t *levels, uint32_t n);

/* emit.c: the lines that end at `ends` as runs. */
Para *lines_emit(Setting *s, const LineEnds *ends, Arena *a);

/* line.c: as much on every line as it holds. */
void lines_greedy(const Setting *s, LineEnds *ends);
/* Whether something that no line may end in is wider than a line. */
bool lines_have_wide_box(const Setting *s);
/* Whether a last line of this width and so many characters is too short to
 * stand: K-42. */
bool is_short_line(const Setting *s, int64_t width, int64_t chars);
/* How many last lines (before a forced break, or at the end) are. */
uint32_t lines_short(const Setting *s, const LineEnds *ends);

/* optimum.c: the best lines of the whole paragraph (K-27). */
void lines_optimum(Setting *s, LineEnds *ends);

/* fill.c: cuts words where justified lines would stay ragged (K-32). */
void lines_fill(Setting *s);

/* fit.c: K-42 … K-47. Chooses the spacing and the line ends. */
typedef struct FitResult {
    uint16_t lines_saved;
    bool loosened; /* tightening within the caps did not serve */
    bool failed; /* FIT_LINE did not reach one line */
} FitResult;
FitResult lines_fit(Setting *s);
/* Tightens within the caps until no box is wider than a line; the paragraph
 * stays as tight as that. False, and natural spacing, when it cannot. */
bool fit_boxes(Setting *s);
/* Measures the items as tight as the caps allow. */
void fit_tightest(Setting *s);

#endif
