/*
 * Curly quotes for paragraphs whose text still has straight ones (K-56): what
 * comes from doc/ has none. Quotes pair over the whole paragraph, wherever its
 * spans begin (K-12).
 */
#include "text/curl.h"

#include "base/quotes.h"
#include "text/text_int.h"

#include <string.h>

#include <glib.h>

Str text_curl(Str text, Arena *a)
{
    Quotes quotes = {0};
    if (!quotes_any(text))
        return text;
    GString *out = g_string_sized_new(text.n + 8);
    for (size_t at = 0; at < text.n;) {
        uint32_t cp = str_next(text, &at);
        cp = quotes_next(&quotes, cp, str_sub(text, at, text.n));
        g_string_append_unichar(out, cp);
    }
    Str done = str_dup((Str) {out->str, out->len}, a);
    g_string_free(out, TRUE);
    return done;
}

static bool spans_have_quotes(const Setting *s)
{
    for (size_t i = 0; i < s->nspans; i++)
        if (quotes_any(s->spans[i].text))
            return true;
    return false;
}

/* The text of all spans, each with room to grow in t->curled: a straight quote
 * has one byte, a curly one three. */
static Str spans_join(const Setting *s)
{
    Text *t = s->t;
    size_t n = 0;
    for (size_t i = 0; i < s->nspans; i++)
        n += s->spans[i].text.n;
    GROW(t->joined, n);
    GROW(t->curled, n * 3);
    t->joined.n = 0;
    for (size_t i = 0; i < s->nspans; i++) {
        Str part = s->spans[i].text;
        if (part.n)
            memcpy(t->joined.at + t->joined.n, part.p, part.n);
        t->joined.n += part.n;
    }
    return (Str) {t->joined.at, n};
}

void spans_curl(Setting *s)
{
    Text *t = s->t;
    if (!spans_have_quotes(s))
        return;
    Quotes quotes = {0};
    Str all = spans_join(s);
    GROW(t->spans, s->nspans);
    t->curled.n = 0;
    for (size_t i = 0, at = 0, end = 0; i < s->nspans; i++) {
        char *from = t->curled.at + t->curled.n;
        end += s->spans[i].text.n;
        while (at < end) {
            uint32_t cp = str_next(all, &at);
            cp = quotes_next(&quotes, cp, str_sub(all, at, all.n));
            t->curled.n += utf8_put(t->curled.at + t->curled.n, cp);
        }
        t->spans.at[i] = s->spans[i];
        t->spans.at[i].text =
            (Str) {from, (size_t)(t->curled.at + t->curled.n - from)};
    }
    s->spans = t->spans.at;
}
