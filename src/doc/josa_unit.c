/*
 * Units of measure: how they end when read aloud (J-19).
 *
 * A sign (㎎) is its letters (mg) in one character: Unicode says which, so that
 * both are found in one table, and so is what mixes them (㎾h).
 */
#include "doc/josa_int.h"

#include <glib.h>
#include <string.h>

enum {
    LETTERS_MAX = 16, /* of one unit */
    OHM_SIGN = 0x2126,
    OMEGA = 0x03A9,
    MICRO_SIGN = 0x00B5,
    MU = 0x03BC,
    LITRE_SIGN = 0x2113,
    SQUARED = 0x00B2,
    CUBED = 0x00B3
};

/* ---- the units ---- */

static const struct {
    const char *name, *prefixes;
    JosaClass cls;
    bool counted; /* only after a number: also a word */
} units[] = {
    {"m", "kcmdnμf", JOSA_VOWEL, false},
    {"KM", "", JOSA_VOWEL, true},
    {"g", "kmμn", JOSA_CONSONANT, false},
    {"t", "", JOSA_CONSONANT, false},
    {"L", "kdcmμ", JOSA_VOWEL, false},
    {"l", "kdcmμ", JOSA_VOWEL, false},
    {"cc", "", JOSA_VOWEL, false},
    {"a", "", JOSA_VOWEL, false},
    {"ha", "", JOSA_VOWEL, false},
    {"in", "", JOSA_VOWEL, true},
    {"mil", "", JOSA_RIEUL, true},
    {"W", "kMGTmμnp", JOSA_VOWEL, false},
    {"Wh", "kMGT", JOSA_VOWEL, false},
    {"V", "kMmμnp", JOSA_VOWEL, false},
    {"A", "kmμnp", JOSA_VOWEL, false},
    {"Ah", "km", JOSA_VOWEL, false},
    {"Ω", "", JOSA_CONSONANT, true},
    {"kΩ", "", JOSA_CONSONANT, false},
    {"MΩ", "", JOSA_CONSONANT, false},
    {"μF", "", JOSA_CONSONANT, false},
    {"nF", "", JOSA_CONSONANT, false},
    {"pF", "", JOSA_CONSONANT, false},
    {"Wb", "", JOSA_VOWEL, false},
    {"J", "kMG", JOSA_RIEUL, false},
    {"N", "kM", JOSA_CONSONANT, false},
    {"Nm", "kM", JOSA_VOWEL, false},
    {"Pa", "hkMG", JOSA_RIEUL, false},
    {"bar", "m", JOSA_VOWEL, false},
    {"mb", "", JOSA_VOWEL, false},
    {"cal", "k", JOSA_VOWEL, false},
    {"eV", "kMG", JOSA_VOWEL, false},
    {"Hz", "kMGT", JOSA_VOWEL, false},
    {"s", "mμnp", JOSA_VOWEL, true}, /* 초, 세컨드 */
    {"h", "", JOSA_VOWEL, true},     /* 시속 …미터, 퍼 아워 */
    {"min", "", JOSA_CONSONANT, true},
    {"B", "kKMGTP", JOSA_VOWEL, false},
    {"mol", "mμ", JOSA_RIEUL, false},
    {"PPM", "", JOSA_CONSONANT, true},
    {"ppm", "", JOSA_CONSONANT, false},
    {"ppb", "", JOSA_VOWEL, false},
    {"dB", "", JOSA_RIEUL, false},
    {"Bq", "kMG", JOSA_RIEUL, false},
    {"Sv", "mμ", JOSA_VOWEL, false},
    {"Gy", "mμ", JOSA_VOWEL, false},
    {"rad", "m", JOSA_CONSONANT, false},
    {"sr", "", JOSA_CONSONANT, true},
    {"cd", "", JOSA_VOWEL, false},
    {"lm", "", JOSA_CONSONANT, false},
    {"lx", "", JOSA_VOWEL, false},
    {"pc", "", JOSA_CONSONANT, true},
    {"AU", "", JOSA_VOWEL, false},
    {"IU", "", JOSA_VOWEL, false},
    {"pH", "", JOSA_VOWEL, false},
    {"PH", "", JOSA_VOWEL, true}, /* ㏗ */
    {"px", "", JOSA_RIEUL, false},
    {"pt", "", JOSA_VOWEL, false},
    {"p", "", JOSA_VOWEL, false}, /* %p */
};

/* Nothing, or one of the prefixes. After a number K is meant as k: 5Km. */
static bool is_prefix(Str head, const char *prefixes, bool counted)
{
    if (head.n == 0)
        return true;
    size_t at = 0;
    str_next(head, &at);
    bool kilo = counted && str_eq(head, STR("K")) && *prefixes == 'k';
    return at == head.n && (kilo || str_find(str_of(prefixes), head) >= 0);
}

static bool base_class(Str unit, bool counted, JosaClass *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        Str name = str_of(units[i].name);
        Str head = str_sub(unit, 0, unit.n - MIN(name.n, unit.n));
        if (!str_ends(unit, name) || (units[i].counted && !counted) ||
            !is_prefix(head, units[i].prefixes, counted))
            continue;
        *out = units[i].cls;
        return true;
    }
    return false;
}

/* cm² is 제곱센티미터, s² 세컨드 제곱 or 제곱초: nobody knows. A3 is paper. */
static bool power_class(Str unit, Str power, bool counted, JosaClass *out)
{
    if (!base_class(unit, counted, out))
        return false;
    bool length = str_ends(unit, STR("m")) && *out == JOSA_VOWEL;
    *out = length ? JOSA_VOWEL : JOSA_UNKNOWN;
    return length || power.n > 1 || str_eq(unit, STR("s"));
}

/* Of one unit in letters, perhaps with a power at its end. */
static bool letters_class(Str unit, bool counted, JosaClass *out)
{
    static const char *const powers[] = {"2", "3", "²", "³"};
    for (size_t i = 0; i < G_N_ELEMENTS(powers); i++) {
        Str power = str_of(powers[i]);
        if (str_ends(unit, power))
            return power_class(str_sub(unit, 0, unit.n - power.n), power,
                               counted, out);
    }
    return base_class(unit, counted, out);
}

/* ---- signs ---- */

/* U+3371 … 337A and U+3380 … 33DF. */
static bool is_square(uint32_t cp)
{
    return (cp >= 0x3371 && cp <= 0x337A) || (cp >= 0x3380 && cp <= 0x33DF);
}

bool josa_in_unit(uint32_t cp)
{
    static const uint32_t signs[] = {OHM_SIGN,   OMEGA,   MICRO_SIGN, MU,
                                     LITRE_SIGN, SQUARED, CUBED,      0};
    return josa_is_latin(cp) || is_square(cp) || josa_in_set(cp, signs);
}

bool josa_has_unit_sign(const uint32_t *c, size_t n)
{
    static const uint32_t signs[] = {OHM_SIGN, LITRE_SIGN, SQUARED, CUBED, 0};
    for (size_t i = 0; i < n; i++)
        if (is_square(c[i]) || josa_in_set(c[i], signs))
            return true;
    return false;
}

static uint32_t plain_letter(uint32_t cp)
{
    return cp == OHM_SIGN     ? OMEGA
           : cp == MICRO_SIGN ? MU
           : cp == LITRE_SIGN ? 'l'
                              : cp;
}

/* The letters of one character as UTF-8; answers how many bytes. */
static size_t spell(uint32_t cp, char out[4 * LETTERS_MAX])
{
    gunichar letters[LETTERS_MAX] = {cp};
    size_t n = 1, bytes = 0;
    if (is_square(cp))
        n = g_unichar_fully_decompose(cp, TRUE, letters, LETTERS_MAX);
    for (size_t i = 0; i < n; i++)
        bytes += utf8_put(out + bytes, plain_letter(letters[i]));
    return bytes;
}

/* ㎧ holds a slash of its own: as for letters, both sides have to agree. */
static bool sides_class(Str unit, bool counted, JosaClass *out)
{
    Str slash = STR("∕");
    ptrdiff_t at = str_find(unit, slash);
    if (at < 0)
        return letters_class(unit, counted, out);
    size_t below = (size_t)at + slash.n;
    JosaClass cls = JOSA_UNKNOWN;
    bool known =
        letters_class(str_sub(unit, 0, (size_t)at), counted, out) &&
        letters_class(str_sub(unit, below, unit.n - below), counted, &cls);
    if (!known || *out != cls)
        *out = JOSA_UNKNOWN;
    return true;
}

bool josa_unit_class(const uint32_t *c, size_t n, bool counted, JosaClass *out)
{
    char text[4 * LETTERS_MAX * LETTERS_MAX];
    size_t bytes = 0;
    if (n > LETTERS_MAX)
        return false;
    for (size_t i = 0; i < n; i++)
        bytes += spell(c[i], text + bytes);
    if (sides_class((Str){text, bytes}, counted, out))
        return true;
    *out = JOSA_UNKNOWN; /* ㏇, ㏍: a sign nobody reads in one way */
    return josa_has_unit_sign(c, n);
}
