#include "doc/typography.h"

#include <glib.h>
#include <string.h>

/* A full-width character as a half-width one: ！ … ～ */
static uint32_t fold(Typography *state, uint32_t cp)
{
    if (cp < 0xFF01 || cp > 0xFF5E || (cp == 0xFF5E && state->keeps_range))
        return cp;
    state->folded = true;
    return cp - 0xFF01 + '!';
}

/* Nearly every text needs nothing: ask that first. Full-width signs begin with
 * EF. */
static bool touched(Str text)
{
    return quotes_any(text) || (text.n && memchr(text.p, 0xEF, text.n));
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
    Quotes *quotes = &state->quotes;
    if (!touched(text)) {
        quotes->prev = text.n ? last_of(text) : quotes->prev;
        return text;
    }
    GString *out = g_string_sized_new(text.n + 8);
    for (size_t at = 0; at < text.n;) {
        uint32_t cp = fold(state, str_next(text, &at));
        char bytes[4];
        cp = quotes_next(quotes, cp, str_sub(text, at, text.n));
        g_string_append_len(out, bytes, (gssize)utf8_put(bytes, cp));
    }
    Str done = str_dup((Str){out->str, out->len}, a);
    g_string_free(out, TRUE);
    return done;
}

void typography_report(Typography *state, Pos pos, Diags *diags)
{
    if (state->folded)
        diag0(diags, DIAG_TEXT_FOLDED, pos);
    if (state->quotes.mended_year)
        diag0(diags, DIAG_TEXT_YEAR_MARK, pos);
    state->folded = state->quotes.mended_year = false;
}

Str typography_cell(Str text, const House *house, Pos pos, Arena *a,
                    Diags *diags)
{
    Typography typography = {.keeps_range = house->keeps_range};
    Str set = typography_set(text, &typography, a);
    typography_report(&typography, pos, diags);
    return set;
}

void typography_skip(Typography *state)
{
    state->quotes.prev = 'x';
}
