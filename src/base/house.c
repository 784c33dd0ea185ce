/*
 * Signs are replaced one by one. Units are words: one in plain letters is known
 * by what stands beside it, so that no name, file or address is taken for one.
 * Of units that stand in one word all are changed or none, so that no word has
 * signs beside letters: kg/m2 stays where only one of the two has a form.
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
    {"㎞", "km", "Km"},   {"㎝", "cm", NULL},   {"㎜", "mm", NULL},
    {"㎏", "kg", "Kg"},   {"㎎", "mg", NULL},   {"㏊", "ha", NULL},
    {"㎾h", "kWh", NULL}, {"㎿h", "MWh", NULL}, {"㎾", "kW", NULL},
    {"㎿", "MW", NULL},   {NULL, NULL, NULL},
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
                     : cp == 0xB2 || cp == 0xB3 ||
                           (cp >= 0xC0 && cp < 0x250 && cp != 0xD7 /* × */ &&
                            cp != 0xF7 /* ÷ */);
}

static bool is_letter(uint32_t cp)
{
    return is_alnum(cp) && !(cp >= '0' && cp <= '9');
}

static bool is_digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

/* m2. ends a sentence, m2.kr and m2-a are names; 3m2-5m2 is a range. */
static bool ends_here(Str s, size_t from, size_t at)
{
    uint32_t next = after(s, at);
    bool range =
        next == '-' && is_digit(before(s, from)) && is_digit(after(s, at + 1));
    bool joins = next == '_' || (next == '-' && !range) || next == '@' ||
                 (next == '.' && is_alnum(after(s, at + 1)));
    return !is_alnum(next) && !joins;
}

static size_t letters_start(Str s, size_t at)
{
    while (at > 0 && g_ascii_isalpha(s.p[at - 1]))
        at--;
    return at;
}

static bool is_unit(Str s, size_t at);

/* Whether the letters before a slash measure something: 5W/m2, kg/m2. */
static bool is_measure(Str s, size_t slash)
{
    size_t from = letters_start(s, slash), digits = from;
    while (digits > 0 && is_digit((unsigned char)s.p[digits - 1]))
        digits--;
    bool counted = digits < from && !is_letter(before(s, digits));
    return from < slash && (counted || is_unit(str_sub(s, 0, slash), from));
}

/* Letters that are nothing but a unit stand behind a figure, a syllable, a
 * bracket, a space, or a slash that follows on no Latin word: 원/m2. */
static bool begins_here(Str s, size_t at)
{
    uint32_t last = before(s, at);
    if (last == '/' && at > 1)
        return is_letter(before(s, at - 1))
                   ? is_measure(s, at - 1)
                   : before(s, at - 1) != '/' && before(s, at - 1) != ':';
    return last == 0 || (last < 0x80 ? g_ascii_isdigit((gchar)last) ||
                                           strchr(" (,[~+", (int)last)
                                     : !is_letter(last));
}

/* ---- units ---- */

static bool starts(Str s, size_t at, const char *what)
{
    return what && str_starts(str_sub(s, at, s.n), str_of(what));
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
    return starts(s, at, unit) && ends_here(s, at, at + strlen(unit)) &&
           (is_ascii(unit) ? begins_here(s, at) : !is_letter(before(s, at)));
}

/* A unit that was found; without bytes there is none. */
typedef struct Match {
    size_t n;
    const Unit *unit;
    bool sign;     /* as typed */
    UnitForm form; /* what the house wants of it */
} Match;

static Match match_group(const Unit *unit, UnitForm form, Str s, size_t at)
{
    for (; unit->sign; unit++) {
        const char *typed[] = {unit->sign, unit->letters, unit->typed};
        if (starts(s, at, unit->sign))
            return (Match){strlen(unit->sign), unit, true, form};
        for (size_t i = 1; i < G_N_ELEMENTS(typed); i++)
            if (typed[i] && is_spelled(s, at, typed[i]))
                return (Match){strlen(typed[i]), unit, false, form};
    }
    return (Match){0};
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

/* Whether all of `s` from `at` on is one unit in letters. */
static bool is_unit(Str s, size_t at)
{
    Match m = match_unit(&(House){0}, s, at);
    return m.n && at + m.n == s.n;
}

/* ---- units beside one another ---- */

/* What binds units into one word: 4cm×5cm, kg/m2, 3km~5km. */
static bool binds(uint32_t cp)
{
    bool sign = (cp >= 0x3380 && cp <= 0x33DF) || cp == 0x2103 || cp == 0x2109;
    uint32_t plain = house_plain(cp);
    return is_alnum(cp) || sign || plain == HOUSE_MIDDOT ||
           plain == HOUSE_RANGE || cp == 0xB0 || cp == 0xD7 || cp == 0xF7 ||
           (cp < 0x80 && cp && strchr("/-.,+*^=%", (int)cp));
}

static size_t word_end(Str s, size_t at)
{
    for (size_t next = at; at < s.n; at = next)
        if (!binds(str_next(s, &next)))
            break;
    return at;
}

/* Whether a word with units of one kind would get both. */
static bool would_mix(const House *h, Str s, size_t at, size_t end)
{
    bool was[2] = {false, false}, will[2] = {false, false};
    while (at < end) {
        Match m = match_unit(h, s, at);
        if (m.n == 0) {
            str_next(s, &at);
            continue;
        }
        was[m.sign] = true;
        will[m.form == UNIT_AS_TYPED ? m.sign : m.form == UNIT_SIGNS] = true;
        at += m.n;
    }
    return will[0] && will[1] && !(was[0] && was[1]);
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

static void put_unit(GString *out, Str s, size_t at, Match m, bool keep)
{
    if (keep || m.form == UNIT_AS_TYPED)
        g_string_append_len(out, s.p + at, (gssize)m.n);
    else
        g_string_append(out,
                        m.form == UNIT_SIGNS ? m.unit->sign : m.unit->letters);
}

static Str replace(const House *h, Str s, Arena *a)
{
    GString *out = g_string_sized_new(s.n + 8);
    bool keep = false;
    for (size_t at = 0, word = 0, to; at < s.n; at = to) {
        if (at >= word) {
            word = MAX(word_end(s, at), at + 1);
            keep = would_mix(h, s, at, word);
        }
        Match m = match_unit(h, s, at);
        char utf8[4];
        to = at + m.n;
        if (m.n) {
            put_unit(out, s, at, m, keep);
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

Str house_read(Str s, Arena *a)
{
    static const House letters = {.middot = HOUSE_MIDDOT,
                                  .range = HOUSE_RANGE,
                                  .square = UNIT_LETTERS,
                                  .metric = UNIT_LETTERS,
                                  .degree = UNIT_LETTERS};
    return replace(&letters, s, a);
}
