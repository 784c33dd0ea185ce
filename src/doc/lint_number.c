/* What stands after a figure: counters and their spaces, units, 평. */
#include "doc/josa.h"
#include "doc/lint_int.h"

#include <string.h>

enum { SYLLABLE = 3 }; /* bytes */

static const char *const LARGE[] = {"십", "백", "천", "만", "억", "조"};

static bool starts(Str text, size_t at, const char *what)
{
    return str_starts(str_sub(text, at, text.n), str_of(what));
}

static bool syllable_at(Str text, size_t at, const char *syllable)
{
    return at + SYLLABLE <= text.n &&
           memcmp(text.p + at, syllable, SYLLABLE) == 0;
}

/* Past 천, 만, 억 … directly after a figure. */
static size_t large_end(Str text, size_t at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(LARGE); i++)
        if (syllable_at(text, at, LARGE[i]))
            return large_end(text, at + SYLLABLE);
    return at;
}

/* The last digit of a figure: a point or comma after it ends a clause. */
static size_t figure_end(Str text, size_t at)
{
    size_t end = at;
    for (; at < text.n && text.p[at] && strchr("0123456789,.", text.p[at]);
         at++)
        if (lint_is_digit((unsigned char)text.p[at]))
            end = at + 1;
    return end;
}

/* ---- K-122, K-128: 109만명 or 109만 명 ---- */

static const struct {
    const char *counter;
    LintGroup plain, large; /* after a plain figure, after 천, 만 … */
    const char *other[4];   /* words that only begin so */
} counters[] = {
    {"명", GROUP_COUNT_PERSON, GROUP_LARGE_PERSON, {"명품", "명소"}},
    {"원", GROUP_COUNT_WON, GROUP_LARGE_WON, {"원도심", "원칙", "원스톱"}},
    {"개", GROUP_COUNT_THING, GROUP_LARGE_THING, {"개최", "개발", "개선"}},
    {"건", GROUP_COUNT_CASE, GROUP_LARGE_CASE, {"건설", "건립", "건축"}},
    {"곳", GROUP_COUNT_PLACE, GROUP_LARGE_PLACE, {NULL}},
};

static bool is_counter(Str text, size_t at, size_t i)
{
    if (!syllable_at(text, at, counters[i].counter))
        return false;
    for (size_t k = 0; k < 4 && counters[i].other[k]; k++)
        if (starts(text, at, counters[i].other[k]))
            return false;
    return true;
}

/* A figure with its counter, as it was written. */
typedef struct Counted {
    size_t from, end; /* its digits */
    size_t large;     /* the end of 천, 만, 억 after them; `end` without */
    size_t at;        /* the counter */
    size_t kind;      /* of counters[] */
} Counted;

/* Against what `counters` in the document says (K-122). */
static void counter_check(Lint *l, const LintText *t, const Counted *c)
{
    Str counter = str_of(counters[c->kind].counter);
    bool apart = counter_is_apart(l->figures, counter, c->large > c->end);
    if (apart == (c->at > c->large))
        return;
    Str better = str_printf(
        l->arena, STR_FMT "%s" STR_FMT,
        STR_ARG(str_sub(t->text, c->from, c->large - c->from)),
        apart ? " " : "", STR_ARG(counter));
    /* The figure may be a cell's while the counter was typed in the layout. */
    bool typed_after = lint_is_formatted(t, c->from);
    Str seen = str_sub(t->text, c->from, c->at + SYLLABLE - c->from);
    diag(l->diags, DIAG_LINT_COUNTER,
         lint_pos(t, typed_after ? c->at : c->from), diag_str(l->diags, seen),
         diag_str(l->diags, better));
}

/* Where nothing is said, one way for all: that of the formats, if any wrote. */
static void counter_seen(Lint *l, const LintText *t, const Counted *c)
{
    CounterSpace ignored;
    bool large = c->large > c->end, apart = c->at > c->large;
    bool formatted =
        lint_is_formatted(t, c->from) && lint_is_formatted(t, c->at);
    LintGroup group =
        large ? counters[c->kind].large : counters[c->kind].plain;
    if (formatted)
        lint_style_ruled(l, t, group, apart, c->from, c->at + SYLLABLE);
    else if (counter_rule(l->figures, str_of(counters[c->kind].counter),
                          &ignored))
        counter_check(l, t, c);
    else
        lint_style_seen(l, t, group, apart, c->from, c->at + SYLLABLE);
}

static void counters_find(Lint *l, const LintText *t, size_t from, size_t end,
                          size_t large)
{
    bool apart = large < t->text.n && t->text.p[large] == ' ';
    Counted c = {from, end, large, large + apart, 0};
    for (; c.kind < G_N_ELEMENTS(counters); c.kind++)
        if (is_counter(t->text, c.at, c.kind))
            counter_seen(l, t, &c);
}

/* ---- K-124, K-128: ㎡ or m² ---- */

static const struct {
    const char *unit;
    LintGroup group;
    unsigned spelling;
} units[] = {
    {"㎡", GROUP_SQUARE, 0},  {"㎢", GROUP_SQUARE, 0}, {"m²", GROUP_SQUARE, 1},
    {"km²", GROUP_SQUARE, 1}, {"m2", GROUP_SQUARE, 2}, {"km2", GROUP_SQUARE, 2},
    {"㎞", GROUP_METRIC, 0},  {"㎝", GROUP_METRIC, 0}, {"㎜", GROUP_METRIC, 0},
    {"㎏", GROUP_METRIC, 0},  {"km", GROUP_METRIC, 1}, {"cm", GROUP_METRIC, 1},
    {"mm", GROUP_METRIC, 1},  {"kg", GROUP_METRIC, 1}, {"Km", GROUP_METRIC, 2},
    {"Kg", GROUP_METRIC, 2},  {"℃", GROUP_DEGREE, 0},  {"°C", GROUP_DEGREE, 1},
};

/* Whether more of a unit follows: km² is no km. */
static bool goes_on(uint32_t cp)
{
    return cp == 0xB2 /* ² */ || cp == 0xB3 || cp == '/' ||
           (cp < 0x80 && g_ascii_isalnum((gchar)cp));
}

/* ㎡ ㎞ ℃ °C and letters. */
static bool may_be_unit(char c)
{
    return c && strchr("kmcK\xE2\xE3\xC2", c);
}

/* Mixed spellings of what is printed in one are no fault. */
static bool is_unified(const House *house, LintGroup group)
{
    return group == GROUP_SQUARE   ? house->square
           : group == GROUP_METRIC ? house->metric
                                   : house->degree;
}

static void unit_seen(Lint *l, const LintText *t, size_t from, size_t at)
{
    if (at >= t->text.n || !may_be_unit(t->text.p[at]))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        size_t end = at + strlen(units[i].unit);
        if (starts(t->text, at, units[i].unit) &&
            !is_unified(l->house, units[i].group) &&
            !goes_on(lint_here(t->text, end)))
            lint_style_seen(l, t, units[i].group, units[i].spelling, from, end);
    }
}

/* What a figure counts in that is no legal unit (K-124). */
static const char *const customary[] = {
    "평", "마지기", "단보", "인치", "피트", "야드", "마일", "에이커", "갤런"};

/* Whether a unit in the word `after` which it goes on with is one still:
 * 인치를, 인치짜리; 1인 치료실, 2인 치과 and 마일리지 only begin so, and 인치과
 * has not the particle of 인치. 평가 is a word more often. */
static bool ends_unit(Str unit, Str after)
{
    static const char *const more[] = {"짜리", "급",   "당",   "씩",   "형",
                                       "이상", "이하", "미만", "초과", "정도"};
    if (after.n == 0)
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(more); i++)
        if (str_eq_c(after, more[i]))
            return true;
    if (str_eq_c(unit, "평") && str_eq_c(after, "가"))
        return false;
    return str_eq(josa_choose(after, josa_class(unit, NULL), NULL), after);
}

/* The Hangul that follows. */
static Str hangul_at(Str text, size_t at)
{
    size_t end = at;
    while (end < text.n && lint_is_hangul(lint_here(text, end)))
        end += SYLLABLE;
    return str_sub(text, at, end - at);
}

static bool is_customary(Str text, size_t at, size_t i, size_t *end)
{
    Str unit = str_of(customary[i]);
    *end = at + unit.n;
    return starts(text, at, customary[i]) &&
           ends_unit(unit, hangul_at(text, *end));
}

static void legal_check(Lint *l, const LintText *t, size_t from, size_t at)
{
    size_t end;
    for (size_t i = 0; i < G_N_ELEMENTS(customary); i++)
        if (is_customary(t->text, at, i, &end) &&
            !lint_in_brackets(t->text, from))
            lint_note(l, t, DIAG_LINT_UNIT_LEGAL, from, end);
}

void lint_number(Lint *l, const LintText *t, size_t at)
{
    uint32_t before = lint_before(t->text, at);
    if (lint_is_digit(before) || before == '.' || before == ',')
        return;
    if (before != '-' && !lint_is_formatted(t, at) && lint_date(l, t, at) > at)
        return;
    size_t end = figure_end(t->text, at), large = large_end(t->text, end);
    size_t unit = large + (large < t->text.n && t->text.p[large] == ' ');
    counters_find(l, t, at, end, large);
    unit_seen(l, t, at, unit);
    legal_check(l, t, at, unit);
}
