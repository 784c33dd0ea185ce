/*
 * Dates as somebody typed them, held against 2025. 1. 6. (K-115, K-126). Dates
 * that a format wrote are right.
 */
#include "doc/lint_int.h"

#include <string.h>

/* A date in figures. */
typedef struct Written {
    unsigned part[3]; /* year, month, day; a part not there is 0 */
    bool short_year;  /* ’25 */
    bool tight;       /* no space after a point within it */
    bool spaced;      /* … one */
    bool padded;      /* 01 */
    bool stopped;     /* by a point */
    size_t from, to;
} Written;

/* At most `most` digits; how many there are. */
static size_t digits_read(Str text, size_t at, size_t most, unsigned *out)
{
    size_t n = 0;
    *out = 0;
    while (at + n < text.n && g_ascii_isdigit(text.p[at + n])) {
        if (n == most)
            return 0;
        *out = *out * 10 + (unsigned)(text.p[at + n++] - '0');
    }
    return n;
}

/* ". 1" after a part: a point, perhaps a space, one or two digits. */
static bool part_read(Str text, Written *w, unsigned most, unsigned *out)
{
    size_t at = w->to;
    if (at >= text.n || text.p[at] != '.')
        return false;
    size_t first = at + 1 + (at + 1 < text.n && text.p[at + 1] == ' ');
    size_t n = digits_read(text, first, 2, out);
    if (n == 0 || *out == 0 || *out > most)
        return false;
    w->tight |= first == at + 1;
    w->spaced |= first > at + 1;
    w->padded |= n == 2 && text.p[first] == '0';
    w->to = first + n;
    return true;
}

static bool ends_here(Str text, Written *w)
{
    w->stopped = w->to < text.n && text.p[w->to] == '.';
    w->to += w->stopped;
    return !lint_is_digit(lint_here(text, w->to));
}

/* 2025.01.06, ’25. 1. 6. or 2025. 1. */
static bool full_date_read(Str text, Written *w)
{
    bool month = part_read(text, w, 12, &w->part[1]);
    bool day = month && part_read(text, w, 31, &w->part[2]);
    return month && ends_here(text, w) && (day || w->stopped);
}

/* 1. 6. */
static bool day_read(Str text, Written *w)
{
    return w->part[1] > 0 && w->part[1] <= 12 &&
           part_read(text, w, 31, &w->part[2]) && ends_here(text, w) &&
           w->stopped;
}

/* False when no date begins there. */
static bool date_read(Str text, size_t at, Written *out)
{
    unsigned first;
    size_t n = digits_read(text, at, 4, &first);
    *out = (Written){.from = at, .to = at + n};
    out->short_year = n == 2 && lint_before(text, at) == 0x2019;
    if ((n == 4 && first >= 1900 && first < 2100) || out->short_year) {
        out->part[0] = first;
        return full_date_read(text, out);
    }
    out->part[1] = first;
    out->padded = n == 2 && text.p[at] == '0';
    return n <= 2 && day_read(text, out);
}

static Str date_better(const Lint *l, const Written *w)
{
    unsigned year = w->part[0];
    if (w->short_year)
        year += year < 70 ? 2000 : 1900;
    return w->part[2] ? str_printf(l->arena, "%u. %u. %u.", year, w->part[1],
                                   w->part[2])
                      : str_printf(l->arena, "%u. %u.", year, w->part[1]);
}

/* Where years of two digits are usual: ’23.12.31. 기준. */
static bool may_be_short(const LintText *t, size_t at)
{
    return t->place == PLACE_CELL || t->place == PLACE_NAME ||
           t->place == PLACE_NOTE || lint_in_brackets(t->text, at);
}

/* What is wrong with a date that has its year. */
static void full_date_check(Lint *l, const LintText *t, const Written *w)
{
    Str better = date_better(l, w);
    if (w->short_year) {
        lint_propose(l, t, DIAG_LINT_DATE_YEAR, w->from, w->to, better);
        return;
    }
    if (w->tight)
        lint_propose(l, t, DIAG_LINT_DATE_SPACE, w->from, w->to, better);
    if (w->padded)
        lint_propose(l, t, DIAG_LINT_DATE_ZERO, w->from, w->to, better);
    if (!w->stopped && !w->tight)
        lint_propose(l, t, DIAG_LINT_DATE_STOP, w->from, w->to, better);
}

/* K-128: one way for days, one for years. */
static void date_seen(Lint *l, const LintText *t, const Written *w)
{
    LintGroup days =
        t->place == PLACE_CELL ? GROUP_DATE_CELL : GROUP_DATE_PROSE;
    if (w->part[0])
        lint_style_seen(l, t, GROUP_YEAR, w->short_year, w->from, w->to);
    else if (w->tight != w->spaced)
        lint_style_seen(l, t, days, w->tight, w->from, w->to);
}

/* 2025-01-06 in running text. */
static size_t hyphen_date(Lint *l, const LintText *t, size_t at)
{
    static const char form[] = "dddd-dd-dd";
    enum { LENGTH = sizeof form - 1 };
    Str text = t->text;
    if (at + LENGTH > text.n)
        return at;
    for (size_t i = 0; i < LENGTH; i++)
        if (form[i] == 'd' ? !g_ascii_isdigit(text.p[at + i])
                           : text.p[at + i] != form[i])
            return at;
    unsigned year, month, day;
    digits_read(text, at, 4, &year);
    digits_read(text, at + 5, 2, &month);
    if (digits_read(text, at + 8, 2, &day) == 0 || year < 1900 || month == 0 ||
        month > 12 || day == 0 || day > 31)
        return at;
    if (t->place != PLACE_CELL && t->place != PLACE_NAME)
        lint_propose(l, t, DIAG_LINT_DATE_HYPHEN, at, at + LENGTH,
                     str_printf(l->arena, "%u. %u. %u.", year, month, day));
    return at + LENGTH;
}

size_t lint_date(Lint *l, const LintText *t, size_t at)
{
    Written w;
    if (!date_read(t->text, at, &w))
        return hyphen_date(l, t, at);
    /* 3.1. at the head of a title is its number. */
    if (!w.part[0] && t->place == PLACE_HEADING)
        return at;
    w.from -= w.short_year ? strlen("’") : 0;
    if (w.short_year && may_be_short(t, w.from))
        return w.to;
    if (w.part[0])
        full_date_check(l, t, &w);
    date_seen(l, t, &w);
    return w.to;
}
