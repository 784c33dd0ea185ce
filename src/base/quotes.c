/*
 * One pass with a look ahead. A quote closes what is open, also behind a sign
 * or a space ("=", 'CAL: '); only where another one is to follow for it, and
 * the place is one where quotes open, it opens: the one before was never
 * closed. An unclosed quote so spoils no other.
 */
#include "base/quotes.h"

#include <string.h>

enum {
    LEFT_SINGLE = 0x2018,
    RIGHT_SINGLE = 0x2019,
    LEFT_DOUBLE = 0x201C,
    RIGHT_DOUBLE = 0x201D,
    LOOK_AHEAD = 2048 /* bytes: quotations are shorter */
};

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
    return cp == 0 || (cp >= '\t' && cp <= '\r') || cp == ' ' || cp == 0xA0
        || cp == 0x2007 || cp == 0x202F || cp == 0x3000;
}

/* Drawn as nothing, and nothing to go by. */
static bool is_unseen(uint32_t cp)
{
    return cp == 0xAD || (cp >= 0x200B && cp <= 0x200D) || cp == 0x2060
        || cp == 0xFEFF;
}

/* Where a quote may open: at the start, after what opens or joins. */
static bool opens_after(uint32_t cp)
{
    return is_space(cp) || (cp < 0x80 && strchr("([{<~-/,=+", (int)cp))
        || cp == 0xB7 || cp == 0x318D || cp == LEFT_SINGLE
        || cp == LEFT_DOUBLE || cp == 0x223C
        || (cp >= 0x3008 && cp <= 0x3011 && cp % 2 == 0);
}

/* Before these no quotation begins. */
static bool closes_before(uint32_t cp)
{
    return is_space(cp) || (cp < 0x80 && strchr(")]}.,;:!?", (int)cp));
}

static uint32_t peek(Str s)
{
    uint32_t cp = 0;
    for (size_t at = 0; at < s.n && (cp == 0 || is_unseen(cp));)
        cp = str_next(s, &at);
    return is_unseen(cp) ? 0 : cp;
}

/* Two digits of a year, and no third. */
static bool is_year(Str s)
{
    return s.n >= 2 && is_digit((unsigned char)s.p[0])
        && is_digit((unsigned char)s.p[1])
        && !(s.n > 2 && is_digit((unsigned char)s.p[2]));
}

/* ‘24: autocorrection takes the apostrophe of a year for a quote. */
static bool has_quoted_year(Str text)
{
    static const Str quote = {"\u2018", 3};
    const char *p = text.p, *end = text.p + text.n;
    /* E2 begins no syllable, so looking for it alone is fast. */
    while ((p = memchr(p, 0xE2, (size_t)(end - p))) != NULL) {
        Str rest = {p, (size_t)(end - p)};
        if (str_starts(rest, quote)
            && is_year(str_sub(rest, quote.n, rest.n)))
            return true;
        p++;
    }
    return false;
}

bool quotes_any(Str text)
{
    return text.n
        && (memchr(text.p, '\'', text.n) || memchr(text.p, '"', text.n)
            || has_quoted_year(text));
}

static Str ahead(Str rest)
{
    size_t n = rest.n < LOOK_AHEAD ? rest.n : LOOK_AHEAD;
    while (n < rest.n && ((unsigned char)rest.p[n] & 0xC0) == 0x80)
        n--;
    return str_sub(rest, 0, n);
}

/* rock'n'roll */
static bool is_apostrophe(uint32_t prev, Str rest)
{
    return is_latin(prev) && is_latin(peek(rest));
}

/* True when a quote that closes follows before another one opens. */
static bool closed_later(Str rest)
{
    uint32_t prev = 0;
    Str s = ahead(rest);
    for (size_t at = 0; at < s.n;) {
        uint32_t cp = str_next(s, &at);
        Str after = str_sub(s, at, s.n);
        if (cp == LEFT_SINGLE)
            return false;
        if ((cp == '\'' || cp == RIGHT_SINGLE) && !is_apostrophe(prev, after))
            return !opens_after(prev) && !is_year(after);
        prev = cp;
    }
    return false;
}

/* How many quotes of this kind follow that belong to pairs. */
static unsigned count_quotes(Str rest, uint32_t quote)
{
    unsigned count = 0;
    uint32_t prev = quote;
    Str s = ahead(rest);
    for (size_t at = 0; at < s.n;) {
        uint32_t cp = str_next(s, &at);
        Str after = str_sub(s, at, s.n);
        bool joins = cp == '\''
            && (is_apostrophe(prev, after)
                || (opens_after(prev) && is_year(after)));
        count += cp == quote && !joins;
        prev = cp;
    }
    return count;
}

static bool quote_closes(uint32_t prev, bool open, Str rest, uint32_t quote)
{
    uint32_t next = peek(rest);
    if (opens_after(prev) && !closes_before(next))
        return open && count_quotes(rest, quote) % 2 == 0;
    if (open || opens_after(prev) || !closes_before(next))
        return open;
    return is_space(next) || count_quotes(rest, quote) % 2 == 0;
}

static uint32_t single_quote(Quotes *q, Str rest)
{
    if (is_apostrophe(q->prev, rest))
        return RIGHT_SINGLE;
    if (is_year(rest)
        && (q->single_open ? opens_after(q->prev) : !closed_later(rest)))
        return RIGHT_SINGLE;
    bool closes = quote_closes(q->prev, q->single_open, rest, '\'');
    q->single_open = !closes;
    return closes ? RIGHT_SINGLE : LEFT_SINGLE;
}

static uint32_t double_quote(Quotes *q, Str rest)
{
    bool closes = quote_closes(q->prev, q->double_open, rest, '"');
    q->double_open = !closes;
    return closes ? RIGHT_DOUBLE : LEFT_DOUBLE;
}

uint32_t quotes_next(Quotes *q, uint32_t cp, Str rest)
{
    if (cp == '\'') {
        cp = single_quote(q, rest);
    } else if (cp == '"') {
        cp = double_quote(q, rest);
    } else if (cp == LEFT_SINGLE && is_year(rest) && !closed_later(rest)) {
        q->mended_year = true;
        cp = RIGHT_SINGLE;
    }
    if (!is_unseen(cp))
        q->prev = cp;
    return cp;
}
