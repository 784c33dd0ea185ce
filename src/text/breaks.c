/*
 * text_breaks(): the break opportunities of a line, printed. Uses the same
 * words, gaps and inner breaks as paragraphs do, so what it shows is what
 * they follow.
 */
#include "text/breaks.h"
#include "text/curl.h"
#include "text/normal.h"
#include "text/separate.h"
#include "text/text.h"

#include <string.h>

#include <glib.h>

/* An 어절 with what stands behind it. */
typedef struct Unit {
    WordInfo *info;
    GArray *held;  /* uint32_t: offsets where a word joiner stands (K-30) */
    Str space;     /* the white space behind it */
    bool fixed;    /* … does not break */
    bool breaks;   /* a zero-width break stands in it */
} Unit;

typedef struct Line {
    GArray *units; /* Unit */
    Str lead;      /* white space before the first */
    Arena *a;
} Line;

/* An 어절 while its parts come in. */
typedef struct Part {
    GString *text;
    Unit unit;
    bool open; /* the next part belongs to it */
} Part;

static void unit_begin(Part *p)
{
    p->unit = (Unit) {.held = g_array_new(FALSE, FALSE, sizeof(uint32_t))};
    g_string_truncate(p->text, 0);
    p->open = true;
}

static void unit_close(Line *l, Part *p)
{
    Str text = str_dup((Str) {p->text->str, p->text->len}, l->a);
    p->unit.info = ARENA_NEW(l->a, WordInfo);
    *p->unit.info = word_info(text);
    g_array_append_val(l->units, p->unit);
}

static bool unit_began(const Part *p)
{
    return p->unit.held != NULL;
}

static void add_text(Line *l, Part *p, Str text)
{
    if (!text.n)
        return;
    if (!p->open) {
        if (unit_began(p))
            unit_close(l, p);
        unit_begin(p);
    }
    Str normal = word_normal(text, l->a);
    g_string_append_len(p->text, normal.p, (gssize)normal.n);
}

/* The separator [from, to) of the line. */
static void add_separator(Line *l, Part *p, Str s, size_t from, size_t to,
    Separator sep)
{
    bool space = sep == SEP_SPACE || sep == SEP_FIXED;
    Str *gap = unit_began(p) ? &p->unit.space : &l->lead;
    if (space && gap->n == 0)
        gap->p = s.p + from;
    if (space)
        gap->n = (size_t)(s.p + to - gap->p);
    p->unit.fixed |= sep == SEP_FIXED || (sep == SEP_HOLD && gap->n);
    p->unit.breaks |= sep == SEP_BREAK;
    if (sep == SEP_HOLD && unit_began(p)) {
        uint32_t at = (uint32_t)p->text->len;
        g_array_append_val(p->unit.held, at);
    }
    if (space || sep == SEP_BREAK)
        p->open = false;
}

static void line_read(Line *l, Str s)
{
    Part part = {.text = g_string_new(NULL)};
    for (size_t at = 0, next; at < s.n; at = next) {
        Separator sep;
        size_t end = word_cut(s, at, &next, &sep);
        add_text(l, &part, str_sub(s, at, end - at));
        add_separator(l, &part, s, end, next, sep);
    }
    if (unit_began(&part))
        unit_close(l, &part);
    g_string_free(part.text, TRUE);
}

static bool is_held(const Unit *u, uint32_t at)
{
    for (guint i = 0; i < u->held->len; i++)
        if (g_array_index(u->held, uint32_t, i) == at)
            return true;
    return false;
}

static bool is_emergency(unsigned tier)
{
    return tier == TIER_GROUP || tier == TIER_MARK;
}

static const char *mark_of(const WordBreak *b, BreakMode mode)
{
    if (mode == BREAK_SYLLABLE && b->soft)
        return "|";
    return is_emergency(b->tier) ? "¦" : "";
}

static void print_unit(GString *out, const Unit *u, BreakMode mode, Arena *a)
{
    WordInfo *w = u->info;
    size_t from = 0;
    word_analyse(w, a);
    for (uint32_t i = 0; i < w->nbreaks; i++) {
        size_t to = w->breaks[i].at;
        g_string_append_len(out, w->text.p + from, (gssize)(to - from));
        if (!is_held(u, w->breaks[i].at))
            g_string_append(out, mark_of(&w->breaks[i], mode));
        from = to;
    }
    g_string_append_len(out, w->text.p + from, (gssize)(w->text.n - from));
}

/* A break takes the place of the space; a glued space stays. */
static void print_gap(GString *out, const Unit *u, BreakTier tier)
{
    if (u->breaks || (tier == TIER_NORMAL && !u->fixed))
        g_string_append(out, "|");
    else if (is_emergency(tier) && !u->fixed)
        g_string_append(out, "¦");
    else
        g_string_append_len(out, u->space.p, (gssize)u->space.n);
}

static void gaps_find(const Line *l, uint8_t *tier)
{
    size_t n = l->units->len;
    const WordInfo **infos = ARENA_ARRAY(l->a, const WordInfo *, n + 1);
    for (size_t i = 0; i < n; i++)
        infos[i] = g_array_index(l->units, Unit, i).info;
    gaps_judge(infos, n, tier);
    tier[n ? n - 1 : 0] = TIER_NONE; /* nothing follows the last */
}

static void print_line(GString *out, Str line, BreakMode mode, Arena *a)
{
    Line l = {.units = g_array_new(FALSE, FALSE, sizeof(Unit)), .a = a};
    line_read(&l, text_curl(line, a));
    uint8_t *tier = ARENA_ARRAY(a, uint8_t, l.units->len + 1);
    gaps_find(&l, tier);
    g_string_append_len(out, l.lead.p, (gssize)l.lead.n);
    for (guint i = 0; i < l.units->len; i++) {
        Unit *u = &g_array_index(l.units, Unit, i);
        u->breaks &= i + 1 < l.units->len;
        print_unit(out, u, mode, a);
        print_gap(out, u, (BreakTier)tier[i]);
        g_array_free(u->held, TRUE);
    }
    g_array_free(l.units, TRUE);
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
