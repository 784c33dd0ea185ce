/*
 * The rules of lint.c, one a function; for this folder only. A rule is called
 * at every byte it is listed for in lint.c, which begins a character of the
 * text.
 */
#ifndef DOC_LINT_INT_H
#define DOC_LINT_INT_H

#include "doc/lint.h"

#include <glib.h>

typedef enum LintPlace {
    PLACE_HEADING,
    PLACE_ITEM,  /* ○ - · and numbered items: terse style (개조식) */
    PLACE_PROSE, /* paragraphs, entries of boxes, facts */
    PLACE_NOTE,  /* ※ under tables and items */
    PLACE_CELL,  /* tables, and what stands in charts and tiles */
    PLACE_NAME   /* first cells of rows, labels: names of things */
} LintPlace;

/* One text as it is printed. */
typedef struct LintText {
    Str text;
    RichText rich;
    LintPlace place;
} LintText;

/* The spellings that a document should not mix (lint_style.c). */
typedef enum LintGroup {
    GROUP_ROMAN,
    GROUP_DATE_PROSE,
    GROUP_DATE_CELL,
    GROUP_YEAR,
    GROUP_MARKS,
    GROUP_BULLET,
    GROUP_SQUARE, /* ㎡ ㎢, m² km², m2 km2 */
    GROUP_METRIC, /* ㎞ ㎏, km kg, Km Kg */
    GROUP_DEGREE,
    GROUP_COUNT_PERSON, /* 109만명 or 109만 명; after a plain number */
    GROUP_COUNT_WON,
    GROUP_COUNT_THING,
    GROUP_COUNT_CASE,
    GROUP_COUNT_PLACE,
    GROUP_LARGE_PERSON, /* … after 천, 만, 억 */
    GROUP_LARGE_WON,
    GROUP_LARGE_THING,
    GROUP_LARGE_CASE,
    GROUP_LARGE_PLACE,
    GROUP_COUNT
} LintGroup;

enum { LINT_SPELLINGS = 5 };

/* One spelling of a group. */
typedef struct LintStyle {
    uint32_t count;
    bool ruled; /* a format writes so: it is the document's own */
    Pos first;
    Str shown; /* as it stands there */
} LintStyle;

enum { LINT_DEEP = 16 };

/* Brackets that are open, the innermost last; more than 16 are not kept. */
typedef struct LintOpen {
    unsigned n;
    unsigned kind[LINT_DEEP];
    size_t at[LINT_DEEP];
} LintOpen;

typedef struct Lint {
    const Sources *sources;
    const FigureStyle *figures; /* of the document */
    const House *house;
    Diags *diags;
    Arena *arena;    /* gone with the pass */
    GString *joined; /* the text of several spans */
    LintOpen open;   /* brackets of the text being read */
    LintStyle styles[GROUP_COUNT][LINT_SPELLINGS];
    GHashTable *names; /* spellings of names, lint_name.c */
} Lint;

typedef void LintRule(Lint *l, const LintText *t, size_t at);

/* ---- what rules share: lint.c ---- */

/* Where byte `at` comes from; whether a format wrote it. */
Pos lint_pos(const LintText *t, size_t at);
bool lint_is_formatted(const LintText *t, size_t at);
/* The code point before byte `at`, 0 at the start, and the one at it. */
uint32_t lint_before(Str text, size_t at);
uint32_t lint_here(Str text, size_t at);
bool lint_is_hangul(uint32_t cp);
bool lint_is_digit(uint32_t cp);
/* Whether `at` stands in round brackets. */
bool lint_in_brackets(Str text, size_t at);
/* A note at byte `from` that quotes the bytes up to `to`. */
void lint_note(Lint *l, const LintText *t, DiagCode code, size_t from,
               size_t to);
/* … and proposes what to write. */
void lint_propose(Lint *l, const LintText *t, DiagCode code, size_t from,
                  size_t to, Str better);
/* "budget.csv:3:1", for naming another place. */
const char *lint_place_text(const Lint *l, Pos pos);

/* ---- rules ---- */

/* lint_bracket.c: K-59, K-65; K-58. */
LintRule lint_brackets, lint_law_marks;
/* What is still open at the end of a text. */
void lint_brackets_end(Lint *l, const LintText *t);
/* lint_mark.c: K-62, K-63, K-11. */
LintRule lint_colon, lint_range, lint_emoji;
/* lint_number.c: what stands after a figure: K-122, K-124, K-128. */
LintRule lint_number;
/* lint_date.c: K-126. Answers the end of the date that begins with the digit
 * at `at`, or `at` when there is none. */
size_t lint_date(Lint *l, const LintText *t, size_t at);
/* lint_style.c: K-128. */
LintRule lint_roman, lint_bullet, lint_corner_marks;
/* lint_word.c: K-126; at syllables that heads_have. */
LintRule lint_word;
/* lint_hanja.c: K-211. */
LintRule lint_hanja;
/* lint_item.c: K-129; and names (K-130), once a text. */
void lint_text_end(Lint *l, const LintText *t);

/* The syllables that words of lint_word.c have first and second: a bit for
 * each, by the three bytes of its UTF-8. Few other words have both. */
typedef struct LintHeads {
    uint64_t first[4 * 64], second[4 * 64];
} LintHeads;

void lint_word_heads(LintHeads *heads);

static inline size_t syllable_row(const char *p)
{
    return (size_t)(((unsigned char)p[0] & 3) << 6 |
                    ((unsigned char)p[1] & 63));
}

static inline bool syllable_in(const uint64_t *bits, const char *p)
{
    return bits[syllable_row(p)] >> ((unsigned char)p[2] & 63) & 1;
}

/* `rest` begins with a syllable. */
static inline bool heads_have(const LintHeads *heads, Str rest)
{
    return syllable_in(heads->first, rest.p) && rest.n >= 6 &&
           syllable_in(heads->second, rest.p + 3);
}

/* ---- the document as a whole ---- */

/* lint_style.c */
void lint_style_seen(Lint *l, const LintText *t, LintGroup group,
                     unsigned spelling, size_t from, size_t to);
/* The same where a format wrote it (K-122). */
void lint_style_ruled(Lint *l, const LintText *t, LintGroup group,
                      unsigned spelling, size_t from, size_t to);
void lint_styles_report(Lint *l);

/* lint_name.c: a name written in two ways. */
void lint_names_init(Lint *l);
void lint_name_seen(Lint *l, Str name, Pos pos);

#endif
