/*
 * One pass over the code points with one look ahead. Whether a straight quote
 * opens or closes is told by what is open and by its neighbours; an apostrophe
 * stands for the century in ’23.12.31., also where autocorrection made it a
 * quote that opens.
 */
#include "doc/typography.h"

#include <glib.h>
#include <string.h>

enum {
    LEFT_SINGLE = 0x2018,
    RIGHT_SINGLE = 0x2019,
    LEFT_DOUBLE = 0x201C,
    RIGHT_DOUBLE = 0x201D
};

typedef struct Pen {
    Str text;
    size_t at; /* just after the current code point */
    Typography *state;
    GString *out;
} Pen;

static bool is_digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

static bool is_latin(uint32_t cp)
{
    return (cp | 32) >= 'a' && (cp | 32) <= 'z';
}

/* The end of the text counts as a space. */
static bool is_space(uint32_t cp)
{
    return cp == 0 || cp == ' ' || cp == '\n' || cp == '\t' || cp == 0xA0;
}

/* After these a quote can only open. */
static bool opens_after(uint32_t cp)
{
    return is_space(cp) || (cp < 0x80 && strchr("([{<~-/", (int)cp)) ||
           cp == 0xB7 || cp == LEFT_SINGLE || cp == LEFT_DOUBLE ||
           cp == 0x300C || cp == 0x300E || cp == 0x3008 || cp == 0x300A;
}

/* The code point at `at`, 0 at the end. */
static uint32_t peek(Str text, size_t at)
{
    return at < text.n ? str_next(text, &at) : 0;
}

/* Two digits of a year: "23." or "23년", and no third digit. */
static bool year_at(Str text, size_t at)
{
    if (at + 2 > text.n || !is_digit(peek(text, at)) ||
        !is_digit(peek(text, at + 1)))
        return false;
    uint32_t after = peek(text, at + 2);
    return after == '.' || after == 0xB144 /* 년 */ || after == '~' ||
           after == ')' || is_space(after);
}

/* True when a quote that closes follows before another one opens. */
static bool closed_later(Str text, size_t at)
{
    uint32_t prev = 0;
    while (at < text.n) {
        uint32_t cp = str_next(text, &at);
        if (cp == LEFT_SINGLE)
            return false;
        if (cp == '\'' || cp == RIGHT_SINGLE)
            return !opens_after(prev) && !year_at(text, at);
        prev = cp;
    }
    return false;
}

static uint32_t single_quote(Pen *p)
{
    uint32_t next = peek(p->text, p->at);
    bool opening = opens_after(p->state->prev);
    if (opening && year_at(p->text, p->at) && !closed_later(p->text, p->at))
        return RIGHT_SINGLE;
    if (is_latin(p->state->prev) && is_latin(next))
        return RIGHT_SINGLE;
    bool closing =
        p->state->single_open || (is_space(next) && !is_space(p->state->prev));
    p->state->single_open = !closing;
    return closing ? RIGHT_SINGLE : LEFT_SINGLE;
}

static uint32_t double_quote(Pen *p)
{
    uint32_t next = peek(p->text, p->at);
    bool closing =
        p->state->double_open || (is_space(next) && !is_space(p->state->prev));
    p->state->double_open = !closing;
    return closing ? RIGHT_DOUBLE : LEFT_DOUBLE;
}

static uint32_t set_one(Pen *p, uint32_t cp)
{
    if (cp >= 0xFF01 && cp <= 0xFF5E) { /* ！ … ～ */
        p->state->folded = true;
        cp = cp - 0xFF01 + '!';
    }
    if (cp == LEFT_SINGLE && year_at(p->text, p->at) &&
        !closed_later(p->text, p->at)) {
        p->state->mended_year = true;
        return RIGHT_SINGLE;
    }
    if (cp == '\'')
        return single_quote(p);
    return cp == '"' ? double_quote(p) : cp;
}

static bool has_quoted_year(Str text)
{
    static const char quote[] = "\u2018";
    enum { QUOTE = sizeof quote - 1 };
    const char *p = text.p, *end = text.p + text.n;
    while ((p = memmem(p, (size_t)(end - p), quote, QUOTE)) != NULL) {
        p += QUOTE;
        if (year_at(text, (size_t)(p - text.p)))
            return true;
    }
    return false;
}

/* Nearly every text needs nothing: ask that first. Full-width signs begin with
 * EF. */
static bool touched(Str text)
{
    return text.n && (memchr(text.p, '\'', text.n) ||
                      memchr(text.p, '"', text.n) ||
                      memchr(text.p, 0xEF, text.n) || has_quoted_year(text));
}

/* Quotes look back: keep the last code point of a text left as it is. */
static uint32_t last_of(Str text)
{
    size_t at = text.n;
    while (at > 0 && ((unsigned char)text.p[--at] & 0xC0) == 0x80)
        ;
    return text.n ? str_next(text, &at) : 0;
}

Str typography_set(Str text, Typography *state, Arena *a)
{
    if (!touched(text)) {
        state->prev = text.n ? last_of(text) : state->prev;
        return text;
    }
    Pen p = {
        .text = text, .state = state, .out = g_string_sized_new(text.n + 8)};
    while (p.at < text.n) {
        uint32_t cp = set_one(&p, str_next(text, &p.at));
        char bytes[4];
        g_string_append_len(p.out, bytes, (gssize)utf8_put(bytes, cp));
        state->prev = cp;
    }
    Str done = str_dup((Str){p.out->str, p.out->len}, a);
    g_string_free(p.out, TRUE);
    return done;
}

void typography_report(Typography *state, Pos pos, Diags *diags)
{
    if (state->folded)
        diag0(diags, DIAG_TEXT_FOLDED, pos);
    if (state->mended_year)
        diag0(diags, DIAG_TEXT_YEAR_MARK, pos);
    state->folded = state->mended_year = false;
}

Str typography_cell(Str text, Pos pos, Arena *a, Diags *diags)
{
    Typography typography = {.prev = 0};
    Str set = typography_set(text, &typography, a);
    typography_report(&typography, pos, diags);
    return set;
}

void typography_skip(Typography *state)
{
    state->prev = 'x';
}
