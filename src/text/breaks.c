/*
 * text_breaks(): the break opportunities of a line, printed. Uses the same
 * words, gaps and inner breaks as paragraphs do, so what it shows is what
 * they follow.
 */
#include "text/breaks.h"
#include "text/normal.h"
#include "text/text.h"

#include <string.h>

#include <glib.h>

typedef struct Words {
    GPtrArray *infos;  /* WordInfo *, in arena */
    GArray *spaces;    /* Str: the white space after each word */
    Str lead;          /* white space before the first */
    Arena *a;
} Words;

static size_t space_end(Str s, size_t at)
{
    while (at < s.n) {
        size_t next = at;
        uint32_t cp = str_next(s, &next);
        if (!is_word_space(cp) || cp == '\n')
            break;
        at = next;
    }
    return at;
}

static size_t word_end(Str s, size_t at)
{
    while (at < s.n) {
        size_t next = at;
        if (is_word_space(str_next(s, &next)))
            break;
        at = next;
    }
    return at;
}

static void words_split(Words *w, Str s)
{
    size_t at = space_end(s, 0);
    w->lead = str_sub(s, 0, at);
    while (at < s.n) {
        size_t end = word_end(s, at), next = space_end(s, end);
        WordInfo *info = ARENA_NEW(w->a, WordInfo);
        Str text = str_sub(s, at, end - at), space = str_sub(s, end, next - end);
        *info = word_info(word_normal(text, false, w->a));
        g_ptr_array_add(w->infos, info);
        g_array_append_val(w->spaces, space);
        at = next;
    }
}

static const char *mark_of(const WordBreak *b, BreakMode mode)
{
    if (mode == BREAK_SYLLABLE && b->soft)
        return "|";
    return b->tier == TIER_MARK ? "¦" : "";
}

static void print_word(GString *out, WordInfo *w, BreakMode mode, Arena *a)
{
    size_t from = 0;
    word_analyse(w, a);
    for (uint32_t i = 0; i < w->nbreaks; i++) {
        size_t to = w->breaks[i].at;
        g_string_append_len(out, w->text.p + from, (gssize)(to - from));
        g_string_append(out, mark_of(&w->breaks[i], mode));
        from = to;
    }
    g_string_append_len(out, w->text.p + from, (gssize)(w->text.n - from));
}

/* A break takes the place of the space; a glued space stays. */
static void print_gap(GString *out, BreakTier tier, Str space)
{
    if (tier == TIER_NORMAL)
        g_string_append(out, "|");
    else if (tier == TIER_MARK)
        g_string_append(out, "¦");
    else
        g_string_append_len(out, space.p, (gssize)space.n);
}

static void print_line(GString *out, Str line, BreakMode mode, Arena *a)
{
    Words w = {.infos = g_ptr_array_new(),
        .spaces = g_array_new(FALSE, FALSE, sizeof(Str)), .a = a};
    words_split(&w, line);
    size_t n = w.infos->len;
    uint8_t *tier = ARENA_ARRAY(a, uint8_t, n + 1);
    gaps_judge((const WordInfo *const *)w.infos->pdata, n, tier);
    g_string_append_len(out, w.lead.p, (gssize)w.lead.n);
    for (size_t i = 0; i < n; i++) {
        Str space = g_array_index(w.spaces, Str, i);
        print_word(out, g_ptr_array_index(w.infos, i), mode, a);
        print_gap(out, i + 1 < n ? (BreakTier)tier[i] : TIER_NONE, space);
    }
    g_ptr_array_free(w.infos, TRUE);
    g_array_free(w.spaces, TRUE);
}

Str text_breaks(Str s, BreakMode mode, Arena *a)
{
    GString *out = g_string_sized_new(s.n * 2);
    Arena *scratch = arena_new(0);
    for (size_t at = 0;;) {
        const char *end = s.n > at ? memchr(s.p + at, '\n', s.n - at) : NULL;
        size_t to = end ? (size_t)(end - s.p) : s.n;
        print_line(out, str_sub(s, at, to - at), mode, scratch);
        if (!end)
            break;
        g_string_append_c(out, '\n'); /* a forced break (L-48) */
        at = to + 1;
    }
    Str result = str_dup((Str) {out->str, out->len}, a);
    arena_free(scratch);
    g_string_free(out, TRUE);
    return result;
}
