/*
 * Breaks: where a line of Korean text may end (K-12 … K-31, K-34).
 *
 * Text is taken word by word (어절: what stands between spaces). A word's
 * facts depend on its text alone, so they are found once and kept with the
 * shaped word:
 *
 *   - its edges: what it shows to its neighbours. Gaps between words are
 *     judged from edges, cheaply, each time a paragraph is set;
 *   - its inner breaks, wanted only when it is too wide or in syllable mode.
 *
 * Used by para.c and by text_breaks().
 */
#ifndef TEXT_BREAKS_H
#define TEXT_BREAKS_H

#include "base/str.h"

/* How good a break is; an over-wide word uses the highest tier that lets its
 * pieces fit (K-16). */
typedef enum BreakTier {
    TIER_NONE,     /* never: inside a cluster, a number, before "." */
    TIER_CLUSTER,  /* between grapheme clusters, when all else fails */
    TIER_SYLLABLE, /* between Hangul syllables */
    TIER_GLUED,    /* at a space inside a number, a date, or beside a sign */
    TIER_GROUP,    /* ¦: between the groups of an amount (K-21) */
    TIER_MARK,     /* ¦: after "·", before "(" and the like */
    TIER_HELD,     /* at a space between words that are better together */
    TIER_NORMAL    /* |: at a space */
} BreakTier;

/* Bits of WordInfo.edges. */
typedef enum WordEdge {
    EDGE_FIRST_CLOSED = 1 << 0,  /* begins with what may not begin a line */
    EDGE_FIRST_NUMBER = 1 << 1,  /* "6,250억", "-5%" */
    EDGE_FIRST_COUNTER = 1 << 2, /* "명", "원을", "㎡" */
    EDGE_FIRST_DAY = 1 << 3,     /* "1.", "5.(금)" */
    EDGE_FIRST_MONTH = 1 << 4,   /* "1월", "18일", "30분", "상반기" */
    EDGE_LAST_OPEN = 1 << 5,     /* ends with what may not end a line */
    EDGE_LAST_NUMBER = 1 << 6,   /* "82", "1,442천", "50여", "만" */
    EDGE_LAST_SCALE = 1 << 7,    /* "11조", "160만" */
    EDGE_LAST_DATE = 1 << 8,     /* "2024.", "20.~2." */
    EDGE_LAST_YEAR = 1 << 9,     /* "2023년", "1월", "14시" */
    EDGE_MARKER = 1 << 10,       /* "①", "□": a marker anywhere */
    EDGE_START_MARKER = 1 << 11, /* "-", "·": a marker when it is first */
    EDGE_PREFIX = 1 << 12,       /* "故" */
    EDGE_CLOSING = 1 << 13,      /* "끝." */
    EDGE_ETC = 1 << 14,          /* "등", "등." */
    EDGE_PAREN_OPENS = 1 << 15,  /* "(생산적", "(복지정책)" */
    EDGE_PAREN_CLOSES = 1 << 16, /* "조성)" */
    EDGE_UNIT_OPENS = 1 << 17,   /* "(단위:" */
    EDGE_ITEM_MARKER = 1 << 18,  /* "1.", "가)": a marker, or a day's figure */
    EDGE_LAST_KINDS = 1 << 19,   /* "82개", "50여개" */
    EDGE_FIRST_KIND = 1 << 20,   /* "지구", "구의": what 개 counts */
    EDGE_LAST_WANTING = 1 << 21, /* "그", "약", "(시": rather not last */
    EDGE_FIRST_LEANING = 1 << 22, /* "수", "것을", "원)": rather not first */
    EDGE_LAST_DAY = 1 << 23,      /* "5일" */
    EDGE_FIRST_WEEKDAY = 1 << 24, /* "(금)" */
    EDGE_WHOLE_YEAR = 1 << 25,    /* "2024년", "2024.", "’24." */
    EDGE_FIRST_DASH = 1 << 26,    /* "—", "-", "…" alone */
    EDGE_FIRST_COMMA = 1 << 27    /* ",", ",부동산" */
} WordEdge;

typedef struct WordBreak {
    uint32_t at;   /* byte offset in the word: the break is before it */
    uint8_t tier;  /* BreakTier in word mode, never TIER_NONE */
    uint8_t cost;  /* among equals of a tier the lower is better (K-26) */
    bool soft;     /* an ordinary break in syllable mode */
    bool tears;    /* … that an editor would rather not see (taste.h) */
} WordBreak;

typedef struct WordInfo {
    Str text;
    uint32_t edges;          /* WordEdge */
    uint32_t chars;          /* code points */
    bool analysed;           /* breaks are known */
    uint32_t nbreaks;
    const WordBreak *breaks; /* rising, what is not TIER_NONE */
} WordInfo;

/* The edges and the length of a word: NFC, no spaces. */
WordInfo word_info(Str text);

/* Fills in the inner breaks unless they are known. */
void word_analyse(WordInfo *w, Arena *a);

/*
 * Judges the gaps of a paragraph: tier[i] is the break between word i and
 * word i + 1. TIER_NORMAL is an ordinary break, TIER_GROUP an emergency break
 * in place of the space ("11조¦6,250억"), TIER_HELD and TIER_GLUED keep it,
 * TIER_NONE never breaks. tier has room for n - 1.
 */
void gaps_judge(const WordInfo *const *words, size_t n, uint8_t *tier);

#endif
