/*
 * Spellings that a document should not mix. Each is counted with its first
 * place; at the end the commonest of a group is the document's own, unless its
 * formats write another, and every other one is told with both places (K-128).
 */
#include "doc/lint_int.h"

#include <string.h>

/* What a group is about, as its message says. */
static const DiagCode codes[GROUP_COUNT] = {
    [GROUP_ROMAN] = DIAG_LINT_MIXED_ROMAN,
    [GROUP_DATE_PROSE] = DIAG_LINT_MIXED_DATE,
    [GROUP_DATE_CELL] = DIAG_LINT_MIXED_DATE,
    [GROUP_YEAR] = DIAG_LINT_MIXED_DATE,
    [GROUP_MARKS] = DIAG_LINT_MIXED_MARKS,
    [GROUP_BULLET] = DIAG_LINT_MIXED_BULLET,
    [GROUP_SQUARE] = DIAG_LINT_MIXED_UNIT,
    [GROUP_METRIC] = DIAG_LINT_MIXED_UNIT,
    [GROUP_DEGREE] = DIAG_LINT_MIXED_UNIT,
    [GROUP_COUNT_PERSON] = DIAG_LINT_MIXED_COUNTER,
    [GROUP_COUNT_WON] = DIAG_LINT_MIXED_COUNTER,
    [GROUP_COUNT_THING] = DIAG_LINT_MIXED_COUNTER,
    [GROUP_COUNT_CASE] = DIAG_LINT_MIXED_COUNTER,
    [GROUP_COUNT_PLACE] = DIAG_LINT_MIXED_COUNTER,
    [GROUP_LARGE_PERSON] = DIAG_LINT_MIXED_COUNTER,
    [GROUP_LARGE_WON] = DIAG_LINT_MIXED_COUNTER,
    [GROUP_LARGE_THING] = DIAG_LINT_MIXED_COUNTER,
    [GROUP_LARGE_CASE] = DIAG_LINT_MIXED_COUNTER,
    [GROUP_LARGE_PLACE] = DIAG_LINT_MIXED_COUNTER,
};

void lint_style_seen(Lint *l, const LintText *t, LintGroup group,
                     unsigned spelling, size_t from, size_t to)
{
    LintStyle *style = &l->styles[group][spelling];
    if (style->count++ > 0)
        return;
    style->first = lint_pos(t, from);
    style->shown =
        str_dup(str_trim(str_sub(t->text, from, to - from)), l->arena);
}

void lint_style_ruled(Lint *l, const LintText *t, LintGroup group,
                      unsigned spelling, size_t from, size_t to)
{
    lint_style_seen(l, t, group, spelling, from, to);
    l->styles[group][spelling].ruled = true;
}

static bool is_better(const LintStyle *a, const LintStyle *b)
{
    return a->ruled != b->ruled ? a->ruled : a->count > b->count;
}

static void group_report(Lint *l, LintGroup group)
{
    const LintStyle *styles = l->styles[group], *own = &styles[0];
    for (unsigned i = 1; i < LINT_SPELLINGS; i++)
        if (is_better(&styles[i], own))
            own = &styles[i];
    for (unsigned i = 0; i < LINT_SPELLINGS; i++)
        if (styles[i].count > 0 && &styles[i] != own)
            diag(l->diags, codes[group], styles[i].first,
                 diag_str(l->diags, styles[i].shown),
                 diag_str(l->diags, own->shown),
                 lint_place_text(l, own->first));
}

void lint_styles_report(Lint *l)
{
    for (LintGroup group = 0; group < GROUP_COUNT; group++)
        group_report(l, group);
}

/* ---- Roman numerals: II. or Ⅱ. ---- */

static bool is_ascii_roman(char c)
{
    return c && strchr("IVX", c);
}

/* I, V and X alone are letters as well: only one with a point is a number. */
static void ascii_roman(Lint *l, const LintText *t, size_t at)
{
    size_t end = at;
    uint32_t before = lint_before(t->text, at);
    while (end < t->text.n && is_ascii_roman(t->text.p[end]))
        end++;
    uint32_t after = lint_here(t->text, end);
    bool word = (before < 0x80 && g_ascii_isalnum((gchar)before)) ||
                (after < 0x80 && g_ascii_isalnum((gchar)after)) ||
                after == '-' || before == '-';
    if (!word && (after == '.' || (end - at > 1 && !lint_is_hangul(after))))
        lint_style_seen(l, t, GROUP_ROMAN, 1, at, end);
}

void lint_roman(Lint *l, const LintText *t, size_t at)
{
    uint32_t cp = lint_here(t->text, at);
    if (cp < 0x80)
        ascii_roman(l, t, at);
    else if (cp >= 0x2160 && cp <= 0x216B)
        lint_style_seen(l, t, GROUP_ROMAN, 0, at, at + strlen("Ⅰ"));
}

/* ---- bullets typed at the head of a line ---- */

void lint_bullet(Lint *l, const LintText *t, size_t at)
{
    static const uint32_t bullets[LINT_SPELLINGS] = {0x25CB, 0x3147, 0x274D,
                                                     0x25E6, 'o'};
    uint32_t before = lint_before(t->text, at);
    uint32_t cp = lint_here(t->text, at);
    size_t end = at;
    if (before != 0 && before != '\n')
        return;
    (void)str_next(t->text, &end);
    for (unsigned i = 0; i < LINT_SPELLINGS; i++)
        if (cp == bullets[i] && lint_here(t->text, end) == ' ')
            lint_style_seen(l, t, GROUP_BULLET, i, at, end);
}

/* ---- 「 」『 』 or 〈 〉《 》 (K-58): the first are the house's ---- */

static const struct {
    const char *open, *close;
    unsigned spelling;
} corners[] = {
    {"「", "」", 0}, {"『", "』", 0}, {"〈", "〉", 1}, {"《", "》", 1}};

void lint_corner_marks(Lint *l, const LintText *t, size_t at)
{
    Str rest = str_sub(t->text, at, t->text.n);
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++) {
        size_t mark = strlen(corners[i].open);
        ptrdiff_t end = str_starts(rest, str_of(corners[i].open))
                            ? str_find(rest, str_of(corners[i].close))
                            : -1;
        if (end < 0)
            continue;
        lint_style_seen(l, t, GROUP_MARKS, corners[i].spelling, at,
                        at + (size_t)end + mark);
        lint_name_seen(l, str_sub(rest, mark, (size_t)end - mark),
                       lint_pos(t, at));
    }
}
