/* Colons and range marks: the spaces beside them. Emoji. */
#include "doc/lint_int.h"

#include <string.h>

/* The byte of the first character before `at` that is no space; SIZE_MAX at
 * the start. All that matter here are ASCII or ask for the code point. */
static size_t skip_back(Str text, size_t at)
{
    while (at > 0 && text.p[at - 1] == ' ')
        at--;
    return at;
}

static size_t skip_spaces(Str text, size_t at)
{
    while (at < text.n && text.p[at] == ' ')
        at++;
    return at;
}

/* The word that ends at `at` and what follows up to `to`. */
static size_t word_start(Str text, size_t at)
{
    while (at > 0 && text.p[at - 1] != ' ' && text.p[at - 1] != '\n')
        at--;
    return at;
}

/* ---- K-62: 일시: 12. 1. ---- */

void lint_colon(Lint *l, const LintText *t, size_t at)
{
    Str text = t->text;
    size_t left = skip_back(text, at), right = skip_spaces(text, at + 1);
    uint32_t before = lint_before(text, left), after = lint_here(text, right);
    bool ratio = lint_is_digit(before) && lint_is_digit(after);
    if (t->place == PLACE_CELL || t->place == PLACE_NAME || ratio ||
        before == 0 || after == 0 || after == '/')
        return;
    bool apart = left < at;
    bool tight = right == at + 1 && lint_is_hangul(before) && after != '\n';
    bool enclosure = str_ends(str_sub(text, 0, left), STR("붙임"));
    if (apart || tight || enclosure)
        lint_note(l, t, DIAG_LINT_COLON, word_start(text, left), at + 1);
}

/* ---- K-63: 2. 20.~2. 24. ---- */

static bool ends_figure(uint32_t cp)
{
    return lint_is_digit(cp) || cp == '.' || cp == ')';
}

/* Past the date or time that begins at `at`: figures, points, spaces, their
 * units and a weekday. */
static size_t figure_end(Str text, size_t at)
{
    static const char *const units[] = {"년",   "월",   "일",   "시",
                                        "분",   "(월)", "(화)", "(수)",
                                        "(목)", "(금)", "(토)", "(일)"};
    for (bool more = true; more;) {
        size_t from = at;
        while (at < text.n && text.p[at] && strchr("0123456789.: ", text.p[at]))
            at++;
        for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
            if (str_starts(str_sub(text, at, text.n), str_of(units[i])))
                at += strlen(units[i]);
        more = at > from;
    }
    return at;
}

void lint_range(Lint *l, const LintText *t, size_t at)
{
    Str text = t->text;
    size_t left = skip_back(text, at), right = skip_spaces(text, at + 1);
    if (!ends_figure(lint_before(text, left)) ||
        !lint_is_digit(lint_here(text, right)))
        return;
    size_t end = figure_end(text, right), from = word_start(text, left);
    if (left < at || right > at + 1)
        lint_note(l, t, DIAG_LINT_RANGE_SPACE, from, end);
    if (str_starts(str_sub(text, end, text.n), STR("까지")))
        lint_note(l, t, DIAG_LINT_RANGE_UNTIL, from, end + strlen("까지"));
}

/* ---- K-11: emoji ---- */

static bool is_emoji(uint32_t cp)
{
    return cp >= 0x1F000 && cp <= 0x1FAFF &&
           !(cp >= 0x1F100 && cp <= 0x1F1E5) && /* letters in frames: 🄰 */
           !(cp >= 0x1F200 && cp <= 0x1F2FF) &&
           !(cp >= 0x1F780 && cp <= 0x1F8FF); /* shapes and arrows */
}

/* One note for those that stand together. */
void lint_emoji(Lint *l, const LintText *t, size_t at)
{
    size_t end = at;
    if (!is_emoji(lint_here(t->text, at)) ||
        is_emoji(lint_before(t->text, at)))
        return;
    while (is_emoji(lint_here(t->text, end)))
        (void)str_next(t->text, &end);
    lint_note(l, t, DIAG_LINT_EMOJI, at, end);
}
