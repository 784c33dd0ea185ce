#include "text/normal.h"

#include <glib.h>

bool is_word_space(uint32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x1680
        || (cp >= 0x2000 && cp <= 0x200A && cp != 0x2007) || cp == 0x2028
        || cp == 0x2029 || cp == 0x205F || cp == 0x3000;
}

bool is_fixed_space(uint32_t cp)
{
    return cp == 0xA0 || cp == 0x2007 || cp == 0x202F;
}

/* Compatibility hanja: NFC would replace them and lose their reading. */
static bool is_spared(uint32_t cp)
{
    return (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x2F800 && cp <= 0x2FA1F);
}

/* Whether NFC could change a word that has this character: all but plain
 * Hangul syllables, hanja and Latin-1. */
static bool may_compose(uint32_t cp)
{
    return cp >= 0x300 && !(cp >= 0x2010 && cp <= 0x20FF)
        && !(cp >= 0x2460 && cp <= 0x2FFF) && !(cp >= 0x3000 && cp <= 0x3098)
        && !(cp >= 0x3100 && cp <= 0x9FFF) && !(cp >= 0xAC00 && cp <= 0xD7A3)
        && !(cp >= 0xFF00 && cp <= 0xFFEF);
}

static bool needs_composing(Str w)
{
    for (size_t at = 0; at < w.n;)
        if (may_compose(str_next(w, &at)))
            return true;
    return false;
}

static void append_nfc(GString *out, Str s)
{
    if (!s.n)
        return;
    char *composed =
        g_utf8_normalize(s.p, (gssize)s.n, G_NORMALIZE_DEFAULT_COMPOSE);
    if (composed)
        g_string_append(out, composed);
    else
        g_string_append_len(out, s.p, (gssize)s.n);
    g_free(composed);
}

static Str take_string(GString *g, Arena *a)
{
    Str s = str_dup((Str) {g->str, g->len}, a);
    g_string_free(g, TRUE);
    return s;
}

static Str compose(Str w, Arena *a)
{
    GString *out = g_string_sized_new(w.n);
    size_t from = 0;
    for (size_t at = 0; at < w.n;) {
        size_t start = at;
        if (!is_spared(str_next(w, &at)))
            continue;
        append_nfc(out, str_sub(w, from, start - from));
        g_string_append_len(out, w.p + start, (gssize)(at - start));
        from = at;
    }
    append_nfc(out, str_sub(w, from, w.n - from));
    return take_string(out, a);
}

Str word_normal(Str word, Arena *a)
{
    return needs_composing(word) ? compose(word, a) : word;
}
