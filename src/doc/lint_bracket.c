/* Brackets: pairs and what stands at their insides. */
#include "doc/lint_int.h"

#include <string.h>

typedef struct Bracket {
    uint32_t open, close;
} Bracket;

static const Bracket brackets[] = {
    {'(', ')'},       {'[', ']'},       {0x300C, 0x300D} /* 「」 */,
    {0x300E, 0x300F}, {0x3008, 0x3009}, {0x300A, 0x300B},
    {0x3010, 0x3011}, {0x201C, 0x201D},
};

enum { KINDS = G_N_ELEMENTS(brackets) };

static unsigned kind_of(uint32_t cp, bool *opens)
{
    unsigned i = 0;
    while (i < KINDS && cp != brackets[i].open && cp != brackets[i].close)
        i++;
    *opens = i < KINDS && cp == brackets[i].open;
    return i;
}

/* "1)" and "가)" number things; "주1)" points at a note. */
static bool is_numbering(Str text, size_t at)
{
    static const char letters[] = "가나다라마바사아자차카타파하";
    uint32_t before = lint_before(text, at);
    if (lint_is_digit(before))
        return true;
    if (!lint_is_hangul(before))
        return false;
    char syllable[5] = {0};
    size_t n = utf8_put(syllable, before), from = at - n;
    uint32_t first = lint_before(text, from);
    return strstr(letters, syllable) &&
           (first == 0 || first == ' ' || first == '\n');
}

/* Only blanks between the two: a form to be filled in. */
static bool is_blank(Str text, size_t from, size_t to)
{
    return str_trim(str_sub(text, from, to - from)).n == 0;
}

/* The bytes around a bracket that a note quotes. */
static void note_around(Lint *l, const LintText *t, DiagCode code, size_t at)
{
    enum { AROUND = 15 };
    size_t from = at > AROUND ? at - AROUND : 0;
    size_t to = at + AROUND < t->text.n ? at + AROUND : t->text.n;
    while (from < at && ((unsigned char)t->text.p[from] & 0xC0) == 0x80)
        from++;
    while (to < t->text.n && ((unsigned char)t->text.p[to] & 0xC0) == 0x80)
        to++;
    diag(l->diags, code, lint_pos(t, at),
         diag_str(l->diags, str_trim(str_sub(t->text, from, to - from))));
}

/* K-65: ( ) stands in [ ]. */
static void bracket_open(Lint *l, const LintText *t, unsigned kind, size_t at)
{
    LintOpen *open = &l->open;
    bool round = brackets[kind].open == '(';
    if (round && open->n > 0 && open->kind[open->n - 1] == kind)
        note_around(l, t, DIAG_LINT_BRACKET_NEST, at);
    if (open->n < LINT_DEEP) {
        open->kind[open->n] = kind;
        open->at[open->n++] = at;
    }
}

/* K-59: no space at the inside. */
static void inside_check(Lint *l, const LintText *t, size_t from, size_t to)
{
    size_t first = from;
    (void)str_next(t->text, &first);
    if ((t->text.p[first] != ' ' && t->text.p[to - 1] != ' ') ||
        is_blank(t->text, first, to))
        return;
    (void)str_next(t->text, &to);
    lint_note(l, t, DIAG_LINT_BRACKET_SPACE, from, to);
}

static void bracket_close(Lint *l, const LintText *t, unsigned kind, size_t at)
{
    LintOpen *open = &l->open;
    if (open->n > 0 && open->kind[open->n - 1] == kind)
        inside_check(l, t, open->at[--open->n], at);
    else if (brackets[kind].close != ')' || !is_numbering(t->text, at))
        note_around(l, t, DIAG_LINT_BRACKET_PAIR, at);
}

void lint_brackets(Lint *l, const LintText *t, size_t at)
{
    bool opens;
    unsigned kind = kind_of(lint_here(t->text, at), &opens);
    /* (1,234) is how a format writes a loss. */
    if (kind < KINDS && !lint_is_formatted(t, at))
        (opens ? bracket_open : bracket_close)(l, t, kind, at);
}

void lint_brackets_end(Lint *l, const LintText *t)
{
    while (l->open.n > 0)
        note_around(l, t, DIAG_LINT_BRACKET_PAIR, l->open.at[--l->open.n]);
}

/* ---- K-58: laws stand in 「 」 ---- */

static bool is_law(Str name)
{
    static const char *const endings[] = {"법률", "규정",   "규칙",
                                          "조례", "시행령", "훈령"};
    enum { SHORT = 4 };
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        if (str_ends(name, str_of(endings[i])))
            return true;
    /* 지방자치법, but not 독서법 or 글 쓰는 법. */
    return str_ends(name, STR("법")) && str_count(name) >= SHORT &&
           str_find(name, STR(" ")) < 0;
}

void lint_law_marks(Lint *l, const LintText *t, size_t at)
{
    Str rest = str_sub(t->text, at, t->text.n), mark = STR("『");
    if (!str_starts(rest, mark))
        return;
    ptrdiff_t end = str_find(rest, STR("』"));
    if (end < 0)
        return;
    Str name = str_trim(str_sub(rest, mark.n, (size_t)end - mark.n));
    if (is_law(name))
        lint_propose(l, t, DIAG_LINT_LAW_MARKS, at, at + (size_t)end + mark.n,
                     str_printf(l->arena, "「" STR_FMT "」", STR_ARG(name)));
}
