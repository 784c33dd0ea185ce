/*
 * The breaks inside a word: a tier for every boundary between characters.
 *
 * First each boundary is judged by the two characters beside it, then numbers,
 * brackets, articles of law and addresses overrule that where they stand. A
 * boundary's tier is kept at the index of the character after it.
 */
#include "text/breaks.h"
#include "text/counters.h"
#include "text/figures.h"
#include "text/foreign.h"
#include "text/kinsoku.h"
#include "text/taste.h"

enum {
    TAIL = 5,          /* syllables that may stand alone (K-16, K-23) */
    COST_INSIDE = 1,   /* K-26: inside brackets */
    COST_DOT = 2,      /* K-31: after the dot of an address, last */
    COST_ALONE = 1,    /* that leaves a syllable alone */
    COST_CAPITAL = 68, /* before a capital in a Latin word */
    COST_LATIN = 72,   /* between others of its letters: dearer than a space
                          of a number or two marks */
    COST_STUMP = 88,   /* … fewer than these from its ends */
    LATIN_LEAST = 3,
    RULE = 4           /* signs in a row that hold together (K-64) */
};

typedef struct Analysis {
    size_t n;
    BreakChar *c;
    uint8_t *tier, *cost;
    bool *hard;        /* no ordinary break even in syllable mode */
} Analysis;

static bool has(const Analysis *w, size_t i, unsigned flags)
{
    return w->c[i].kinsoku & flags;
}

static bool is_jamo_join(LineClass a, LineClass b)
{
    if (a == LC_JL)
        return b == LC_JL || b == LC_JV || b == LC_H2 || b == LC_H3;
    if (a == LC_JV || a == LC_H2)
        return b == LC_JV || b == LC_JT;
    return (a == LC_JT || a == LC_H3) && b == LC_JT;
}

/* Whether c[i] continues the grapheme cluster before it. */
static bool continues_cluster(const BreakChar *c, size_t i)
{
    LineClass a = c[i - 1].raw, b = c[i].raw;
    return b == LC_CM || b == LC_ZJ || a == LC_ZJ || a == LC_WJ || b == LC_WJ
        || is_jamo_join(c[i - 1].resolved, b)
        || (a == LC_RI && b == LC_RI);
}

/* Hangul syllables in a row from i on; old Hangul counts by letters, which
 * only makes a split rarer. */
static size_t hangul_run(const Analysis *w, size_t i)
{
    size_t from = i;
    while (i < w->n && has(w, i, KIN_HANGUL))
        i++;
    return i - from;
}

/* K-16, K-23: enough follows a bracket or a Latin word to stand alone. */
static bool can_stand_alone(const Analysis *w, size_t i)
{
    if (has(w, i, KIN_HANGUL))
        return hangul_run(w, i) >= TAIL;
    return w->n - i >= TAIL;
}

/* Only signs stand before c[i]: a leading "-" or "./" stays with the word, a
 * comma belongs to the one before. */
static bool leads(const Analysis *w, size_t i)
{
    while (i > 0 && has(w, i - 1, KIN_NOT_FIRST)
        && !has(w, i - 1, KIN_COMMA))
        i--;
    return i == 0;
}

/* The ’ of a year after a mark, ~’25, closes nothing. */
static bool begins_year(const Analysis *w, size_t i)
{
    return w->c[i].cp == 0x2019 && has(w, i - 1, KIN_MARK) && i + 2 < w->n
        && has(w, i + 1, KIN_DIGIT) && has(w, i + 2, KIN_DIGIT)
        && (i + 3 == w->n || !has(w, i + 3, KIN_DIGIT));
}

static BreakTier tier_of_pair(const Analysis *w, size_t i)
{
    const unsigned korean = KIN_HANGUL | KIN_HANJA;
    if (has(w, i - 1, KIN_MARKER) && has(w, i, KIN_MARKER))
        return TIER_CLUSTER; /* a list of them: ①②⑥ */
    if (continues_cluster(w->c, i)
        || (has(w, i, KIN_NOT_FIRST) && !begins_year(w, i))
        || has(w, i - 1, KIN_NOT_LAST | KIN_MARKER))
        return TIER_NONE;
    if (w->c[i - 1].cp == 0x2019 && has(w, i, KIN_DIGIT))
        return TIER_NONE; /* ’23 */
    if (w->c[i - 1].cp == '%' && w->c[i].cp == 'p')
        return TIER_NONE; /* %p (K-123) */
    if (has(w, i - 1, KIN_MARK))
        return leads(w, i) ? TIER_NONE : TIER_MARK;
    if (has(w, i, KIN_OPEN)) /* but %(name)s */
        return w->c[i - 1].cp == '%' && leads(w, i) ? TIER_NONE : TIER_MARK;
    if (has(w, i - 1, KIN_BINDS) && !can_stand_alone(w, i)) /* K-23 */
        return has(w, i, KIN_HANGUL) ? TIER_NONE : TIER_CLUSTER;
    if (has(w, i - 1, KIN_CLOSE))
        return TIER_MARK;
    if (has(w, i - 1, KIN_DIGIT) && has(w, i, korean))
        return TIER_CLUSTER;
    if (has(w, i - 1, korean) && has(w, i, korean | KIN_DIGIT))
        return TIER_SYLLABLE;
    return uax14_allows(w->c, i) ? TIER_SYLLABLE : TIER_CLUSTER;
}

/* K-23: a short ending stays with the bracket or the like before it, and whole
 * while it can: rather it is cut behind its first syllable than a Latin word. */
static void judge_endings(Analysis *w)
{
    for (size_t i = 1; i < w->n; i++) {
        size_t run = has(w, i - 1, KIN_BINDS) ? hangul_run(w, i) : 0;
        for (size_t k = i + 1; run < TAIL && k < i + run; k++)
            if (w->tier[k] > TIER_CLUSTER)
                w->tier[k] = TIER_CLUSTER;
    }
}

/* Signs in a row: longer ones than a dash or an ellipsis (K-64) are drawn, and
 * may part where nothing else helps. */
static void judge_rules(Analysis *w)
{
    for (size_t from = 0, i = 1; i <= w->n; i++) {
        if (i < w->n && w->c[i].cp == w->c[from].cp)
            continue;
        for (size_t k = from + 1; i - from > RULE && k < i; k++)
            if (has(w, from, KIN_NOT_FIRST) && w->c[from].raw != LC_CM)
                w->tier[k] = TIER_CLUSTER;
        from = i;
    }
}

static bool is_capital(uint32_t cp)
{
    return cp >= 'A' && cp <= 'Z';
}

/* Libre¦Office before Lib¦reOffice, and that before Li¦breOffice. */
static uint8_t letter_cost(const Analysis *w, size_t from, size_t i, size_t to)
{
    if (is_capital(w->c[i].cp) && !is_capital(w->c[i - 1].cp))
        return COST_CAPITAL;
    return i - from < LATIN_LEAST || to - i < LATIN_LEAST ? COST_STUMP
                                                          : COST_LATIN;
}

/* Letters of a Latin word part only when nothing else helps; a name_of_parts
 * does so behind its "_". */
static void judge_latin(Analysis *w)
{
    for (size_t from = 0, to; from < w->n; from = to + 1) {
        for (to = from; to < w->n && has(w, to, KIN_LATIN);)
            to++;
        for (size_t i = from + 1; i < to; i++)
            w->cost[i] = letter_cost(w, from, i, to);
        if (to > from && to < w->n && w->c[to].cp == '_')
            w->cost[to] = COST_STUMP;
    }
}

static void set_tiers(Analysis *w, size_t from, size_t to, BreakTier tier)
{
    for (size_t i = from; i < to && i < w->n; i++)
        w->tier[i] = (uint8_t)tier;
}

/* A number that follows on another's scale or unit: 11조¦6,250억, 3만2천 (K-21),
 * 1월5일, 14시30분 (K-22). */
static void judge_sequel(Analysis *w, size_t i)
{
    uint32_t before = w->c[i - 1].cp;
    bool amount = before == 0xC870 || before == 0xC5B5; /* 조 억 */
    w->tier[i] = amount ? TIER_GROUP : TIER_CLUSTER;
    w->hard[i] = true;
}

/* 년 월 시 분: another number of the date or the time may follow. */
static bool is_date_unit(uint32_t cp)
{
    return cp == 0xB144 || cp == 0xC6D4 || cp == 0xC2DC || cp == 0xBD84;
}

static void judge_sequels(Analysis *w, size_t end, size_t scaled)
{
    size_t unit = scaled < w->n && is_date_unit(w->c[scaled].cp);
    size_t next = scaled + unit;
    if (next > end && next < w->n && has(w, next, KIN_DIGIT))
        judge_sequel(w, next);
}

/* K-20, K-21: a number is whole, and holds its sign, scale and unit; a list of
 * numbers is none. */
static size_t judge_number(Analysis *w, size_t from)
{
    const BreakChar *c = w->c;
    size_t end = number_end(c, w->n, from);
    size_t scaled = scale_end(c, w->n, end);
    set_tiers(w, from + 1, end, TIER_NONE);
    number_list_judge(c, from, end, w->tier);
    set_tiers(w, end, scaled, TIER_NONE);
    if (from > 0 && is_number_sign(c, w->n, from - 1))
        w->tier[from] = TIER_NONE;
    else if (from > 0 && (c[from - 1].cp == 0xC81C || c[from - 1].cp == 0xAE08))
        w->tier[from] = TIER_CLUSTER; /* 제1조, 금113,560원 */
    if (scaled < w->n && w->tier[scaled] == TIER_SYLLABLE
        && has(w, scaled, KIN_HANGUL))
        w->tier[scaled] = TIER_CLUSTER;
    judge_sequels(w, end, scaled);
    return scaled;
}

/* Inside a counter of several syllables: "3개년", "50여개"; and a unit with a
 * slash, "60km/h". */
static void judge_counter(Analysis *w, Str text, size_t i)
{
    if (i >= w->n)
        return;
    size_t from = w->c[i].at;
    Str unit = str_sub(text, from, text.n);
    size_t length = slash_unit_length(unit);
    if (!length)
        length = counted_length(unit);
    for (size_t k = i + 1; k < w->n && w->c[k].at < from + length; k++)
        if (w->tier[k] > TIER_CLUSTER)
            w->tier[k] = TIER_CLUSTER;
}

/* A word that is a counter and no more, "만원" or "리터", is one with the number
 * before it. */
static void judge_unit(Analysis *w, Str text)
{
    if (w->n > 1 && has(w, 0, KIN_OPEN)
        && slash_unit_length(str_sub(text, w->c[1].at, text.n)))
        judge_counter(w, text, 1); /* (km/h) */
    if (!is_counter_word(text))
        return;
    size_t scaled = scale_end(w->c, w->n, 0);
    if (scaled > 0)
        set_tiers(w, 1, scaled + 1, TIER_CLUSTER);
    judge_counter(w, text, scaled);
}

static void judge_numbers(Analysis *w, Str text)
{
    for (size_t i = 0; i < w->n;) {
        if (!has(w, i, KIN_DIGIT)) {
            i++;
            continue;
        }
        i = judge_number(w, i);
        judge_counter(w, text, i);
    }
}

/* (주), (금), (1): a group of one character clings on both sides, but not to
 * the sign before it: `·(주)`. */
static void cling_group(Analysis *w, size_t open, size_t close)
{
    if (open > 0 && !has(w, open - 1, KIN_MARK)
        && w->tier[open] > TIER_CLUSTER)
        w->tier[open] = TIER_CLUSTER;
    if (close + 1 < w->n && w->tier[close + 1] > TIER_CLUSTER)
        w->tier[close + 1] = TIER_CLUSTER;
}

static void judge_brackets(Analysis *w)
{
    size_t depth = 0;
    for (size_t i = 0; i < w->n; i++) {
        if (depth > 0 && w->tier[i] >= TIER_GROUP)
            w->cost[i] += COST_INSIDE;
        if (has(w, i, KIN_OPEN)) {
            depth++;
            if (i + 2 < w->n && has(w, i + 2, KIN_CLOSE))
                cling_group(w, i, i + 2);
        } else if (has(w, i, KIN_CLOSE) && depth && !begins_year(w, i)) {
            depth--;
        }
    }
}

/* 조 항 호 목 편 장 절 관: what an article of law is counted in. */
static bool is_law_unit(uint32_t cp)
{
    return cp == 0xC870 || cp == 0xD56D || cp == 0xD638 || cp == 0xBAA9
        || cp == 0xD3B8 || cp == 0xC7A5 || cp == 0xC808 || cp == 0xAD00;
}

/* The 의 of a branch number: 제3조의2, 제3조의2의4. */
static bool is_branch(const Analysis *w, size_t i)
{
    return i > 0 && i + 1 < w->n && w->c[i].cp == 0xC758
        && has(w, i + 1, KIN_DIGIT)
        && (is_law_unit(w->c[i - 1].cp) || has(w, i - 1, KIN_DIGIT));
}

/* Whether an article's number, perhaps with a branch, ends before c[i]. */
static bool follows_article(const Analysis *w, size_t i)
{
    size_t digits = i;
    while (digits > 0 && has(w, digits - 1, KIN_DIGIT))
        digits--;
    return digits == i ? is_law_unit(w->c[i - 1].cp)
                       : digits > 0 && is_branch(w, digits - 1);
}

/* 제1조¦제1항¦제1호 (L-18), 제3조의2¦제1항. */
static void judge_articles(Analysis *w)
{
    for (size_t i = 1; i + 1 < w->n; i++) {
        if (w->c[i].cp == 0xC81C && has(w, i + 1, KIN_DIGIT)
            && follows_article(w, i))
            w->tier[i] = TIER_MARK;
        if (is_branch(w, i))
            set_tiers(w, i, i + 2, TIER_CLUSTER);
    }
}

/* K-24: "1.항목", "가)항목", "(10)항목". */
static void judge_marker(Analysis *w)
{
    size_t i = marker_length(w->c, w->n);
    if (i > 0 && i < w->n && has(w, i, KIN_HANGUL | KIN_HANJA | KIN_LATIN))
        w->tier[i] = w->c[0].cp == '(' ? TIER_CLUSTER : TIER_NONE;
}

static BreakTier tier_in_address(const Analysis *w, size_t i)
{
    if (has(w, i, KIN_NOT_FIRST) || has(w, i - 1, KIN_NOT_LAST))
        return TIER_NONE;
    switch (w->c[i - 1].cp) {
    case '/':
    case '.':
    case '?':
    case '&':
    case '=':
    case '-':
    case '_':
        return TIER_MARK;
    default:
        return TIER_CLUSTER;
    }
}

/* K-31. */
static void judge_address(Analysis *w)
{
    size_t from, to;
    if (!find_address(w->c, w->n, &from, &to))
        return;
    for (size_t i = from + 1; i < to; i++) {
        w->tier[i] = (uint8_t)tier_in_address(w, i);
        if (w->tier[i] == TIER_MARK)
            w->cost[i] = w->c[i - 1].cp == '.' ? COST_DOT : 0;
        w->hard[i] = true;
    }
}

/* A syllable alone on either side: 결혼중개업자¦는. */
static bool leaves_one(const Analysis *w, size_t i)
{
    bool last = i + 1 == w->n || !has(w, i + 1, KIN_HANGUL);
    return last || i == 1 || !has(w, i - 2, KIN_HANGUL);
}

static void judge_stumps(Analysis *w)
{
    for (size_t i = 1; i < w->n; i++)
        if (w->tier[i] == TIER_SYLLABLE && leaves_one(w, i))
            w->cost[i] += COST_ALONE;
}

static size_t count_breaks(const Analysis *w)
{
    size_t count = 0;
    for (size_t i = 1; i < w->n; i++)
        count += w->tier[i] != TIER_NONE;
    return count;
}

static void keep_breaks(const Analysis *w, WordInfo *info, Arena *a)
{
    WordBreak *breaks = ARENA_ARRAY(a, WordBreak, count_breaks(w));
    uint32_t n = 0;
    for (size_t i = 1; i < w->n; i++) {
        if (w->tier[i] == TIER_NONE)
            continue;
        breaks[n++] = (WordBreak) {
            .at = w->c[i].at,
            .tier = w->tier[i],
            .cost = w->cost[i],
            .soft = w->tier[i] >= TIER_SYLLABLE && !w->hard[i]
                && !has(w, i - 1, KIN_TIES) && uax14_allows(w->c, i),
        };
    }
    info->breaks = breaks;
    info->nbreaks = n;
}

void word_analyse(WordInfo *info, Arena *a)
{
    if (info->analysed)
        return;
    info->analysed = true;
    Arena *scratch = arena_new(0);
    Analysis w = {
        .c = ARENA_ARRAY(scratch, BreakChar, info->text.n + 1),
        .tier = ARENA_ARRAY(scratch, uint8_t, info->text.n + 1),
        .cost = ARENA_ARRAY(scratch, uint8_t, info->text.n + 1),
        .hard = ARENA_ARRAY(scratch, bool, info->text.n + 1),
    };
    w.n = chars_read(info->text, w.c);
    for (size_t i = 0; i < w.n; i++)
        w.c[i].raw = (uint8_t)line_class(w.c[i].cp);
    uax14_resolve(w.c, w.n);
    for (size_t i = 1; i < w.n; i++)
        w.tier[i] = (uint8_t)tier_of_pair(&w, i);
    if (is_foreign(info->text))
        foreign_judge(info->text, w.c, w.n, w.tier);
    judge_endings(&w);
    judge_rules(&w);
    judge_latin(&w);
    judge_numbers(&w, info->text);
    judge_unit(&w, info->text);
    judge_brackets(&w);
    judge_articles(&w);
    judge_marker(&w);
    judge_address(&w);
    judge_stumps(&w);
    keep_breaks(&w, info, a);
    arena_free(scratch);
}
