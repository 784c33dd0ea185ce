/*
 * Signs are replaced one by one. Units are words: one in plain letters is known
 * by what stands beside it, so that no name, file or address is taken for one.
 */
#include "base/house.h"

#include <glib.h>
#include <string.h>

/* One unit, as one sign, in letters, and as keyboards have it. */
typedef struct Unit {
    const char *sign, *letters, *typed;
} Unit;

/* A longer one before the one it begins with. */
static const Unit squares[] = {
    {"㎢", "km²", "km2"}, {"㎦", "km³", "km3"}, {"㎠", "cm²", "cm2"},
    {"㎤", "cm³", "cm3"}, {"㎟", "mm²", "mm2"}, {"㎣", "mm³", "mm3"},
    {"㎡", "m²", "m2"},   {"㎥", "m³", "m3"},   {NULL, NULL, NULL},
};
static const Unit metrics[] = {
    {"㎞", "km", "Km"},  {"㎝", "cm", NULL},  {"㎜", "mm", NULL},
    {"㎏", "kg", "Kg"},  {"㎎", "mg", NULL},  {"㏊", "ha", NULL},
    {"㎾h", "kWh", NULL}, {"㎿h", "MWh", NULL}, {"㎾", "kW", NULL},
    {"㎿", "MW", NULL},  {NULL, NULL, NULL},
};
static const Unit degrees[] = {
    {"℃", "°C", NULL}, {"℉", "°F", NULL}, {NULL, NULL, NULL}};

bool house_changes(const House *h)
{
    return h->middot || h->range || h->square || h->metric || h->degree;
}

bool house_keeps(const House *h)
{
    return h->keeps_middot || h->keeps_range;
}

uint32_t house_plain(uint32_t cp)
{
    switch (cp) {
    case 0x318D:
    case 0x2219:
    case 0x30FB:
    case 0x2027:
        return HOUSE_MIDDOT;
    case 0x223C:
    case 0x301C:
    case 0xFF5E:
        return HOUSE_RANGE;
    default:
        return cp;
    }
}

/* ---- what stands beside a byte ---- */

static uint32_t before(Str s, size_t at)
{
    if (at == 0)
        return 0;
    while (at > 0 && ((unsigned char)s.p[--at] & 0xC0) == 0x80)
        ;
    return str_next(s, &at);
}

static uint32_t after(Str s, size_t at)
{
    return at < s.n ? str_next(s, &at) : 0;
}

static bool is_alnum(uint32_t cp)
{
    return cp < 0x80 ? g_ascii_isalnum((gchar)cp)
                     : cp == 0xB2 || cp == 0xB3 || (cp >= 0xC0 && cp < 0x250);
}

static bool is_letter(uint32_t cp)
{
    return is_alnum(cp) && !(cp >= '0' && cp <= '9');
}

/* m2. ends a sentence, m2.kr and m2-a are names. */
static bool ends_here(Str s, size_t at)
{
    uint32_t next = after(s, at);
    bool joins = next == '_' || next == '-' || next == '@' ||
                 (next == '.' && is_alnum(after(s, at + 1)));
    return !is_alnum(next) && !joins;
}

/* Letters that are nothing but a unit stand behind a figure, a syllable, a
 * bracket, a space, or a slash that follows on no Latin word: 원/m2. */
static bool begins_here(Str s, size_t at)
{
    uint32_t last = before(s, at);
    if (last == '/')
        return at > 1 && !is_letter(before(s, at - 1)) &&
               before(s, at - 1) != '/' && before(s, at - 1) != ':';
    return last == 0 || (last < 0x80 ? g_ascii_isdigit((gchar)last) ||
                                           strchr(" (,[~+", (int)last)
                                     : !is_letter(last));
}

/* ---- units ---- */

typedef struct Match {
    size_t n; /* bytes; 0: none */
    const char *to;
} Match;

static bool starts(Str s, size_t at, const char *what)
{
    return what && str_starts(str_sub(s, at, s.n), str_of(what));
}

static Match match_sign(const Unit *units, Str s, size_t at)
{
    for (; units->sign; units++)
        if (starts(s, at, units->sign))
            return (Match){strlen(units->sign), units->letters};
    return (Match){0, NULL};
}

/* A power or a degree sign makes letters a unit wherever they begin. */
static bool is_ascii(const char *s)
{
    while (*s && (unsigned char)*s < 0x80)
        s++;
    return *s == 0;
}

static bool is_spelled(Str s, size_t at, const char *unit)
{
    return starts(s, at, unit) && ends_here(s, at + strlen(unit)) &&
           (is_ascii(unit) ? begins_here(s, at) : !is_letter(before(s, at)));
}

static Match match_letters(const Unit *units, Str s, size_t at, bool signs)
{
    for (; units->sign; units++) {
        const char *to = signs ? units->sign : units->letters;
        if (signs && is_spelled(s, at, units->letters))
            return (Match){strlen(units->letters), to};
        if (units->typed && is_spelled(s, at, units->typed))
            return (Match){strlen(units->typed), to};
    }
    return (Match){0, NULL};
}

static Match match_group(const Unit *units, UnitForm form, Str s, size_t at)
{
    Match m = {0, NULL};
    if (form == UNIT_LETTERS)
        m = match_sign(units, s, at);
    if (form != UNIT_AS_TYPED && m.n == 0)
        m = match_letters(units, s, at, form == UNIT_SIGNS);
    return m;
}

static Match match_unit(const House *h, Str s, size_t at)
{
    Match m = match_group(squares, h->square, s, at);
    if (m.n == 0)
        m = match_group(metrics, h->metric, s, at);
    if (m.n == 0)
        m = match_group(degrees, h->degree, s, at);
    return m;
}

/* ---- the text ---- */

/* ~/.ssh and …/~name are no ranges. */
static bool is_path(Str s, size_t from, size_t to)
{
    return before(s, from) == '/' || after(s, to) == '/';
}

/* What is printed for the character at [from, to). */
static uint32_t sign_of(const House *h, Str s, size_t from, size_t to,
                        uint32_t cp)
{
    uint32_t plain = house_plain(cp);
    if (h->middot && plain == HOUSE_MIDDOT)
        return h->middot;
    if (h->range && plain == HOUSE_RANGE && !is_path(s, from, to))
        return h->range;
    return cp;
}

static Str replace(const House *h, Str s, Arena *a)
{
    GString *out = g_string_sized_new(s.n + 8);
    for (size_t at = 0, to; at < s.n; at = to) {
        Match m = match_unit(h, s, at);
        char utf8[4];
        to = at;
        if (m.n) {
            to = at + m.n;
            g_string_append(out, m.to);
            continue;
        }
        uint32_t cp = str_next(s, &to);
        cp = sign_of(h, s, at, to, cp);
        g_string_append_len(out, utf8, (gssize)utf8_put(utf8, cp));
    }
    Str done = {out->str, out->len};
    done = str_eq(done, s) ? s : str_dup(done, a);
    g_string_free(out, TRUE);
    return done;
}

Str house_text(const House *h, Str s, Arena *a)
{
    return house_changes(h) ? replace(h, s, a) : s;
}

Str house_fold(Str s, Arena *a)
{
    static const House plain = {.middot = HOUSE_MIDDOT, .range = HOUSE_RANGE};
    return replace(&plain, s, a);
}
