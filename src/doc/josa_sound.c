/*
 * Sound classes: what a word ends in when read aloud (josa rules J-08 … J-24).
 *
 * The word's last code points are taken apart from the right: marks nobody
 * reads are dropped, a closing parenthesis is skipped with its content, and
 * what is left ends in Hangul, a number, a unit, Latin letters or something
 * unknown.
 */
#include "base/name.h"
#include "doc/hanja.h"
#include "doc/josa_int.h"

#include <glib.h>
#include <string.h>

/* More than any word needs; a longer one is judged by its end. */
enum { TAIL_MAX = 512 };

typedef struct Tail {
    uint32_t c[TAIL_MAX];
    size_t n;
    size_t from; /* where a field begins */
    const JosaOptions *options;
} Tail;

static uint32_t fold_digit(uint32_t cp)
{
    return cp >= 0xFF10 && cp <= 0xFF19 ? cp - 0xFF10 + '0' : cp;
}

static void tail_read(Tail *t, Str word)
{
    const JosaOptions *o = t->options;
    size_t skip = str_count(word), at = 0;
    size_t from = o ? o->from : 0;
    skip = skip > TAIL_MAX ? skip - TAIL_MAX : 0;
    while (at < word.n) {
        uint32_t cp = str_next(word, &at);
        if (skip)
            skip--;
        else
            t->c[t->n++] = fold_digit(cp);
        t->from = at <= from ? t->n : t->from;
    }
}

/* ---- numbers (J-16 … J-18) ---- */

static JosaClass digit_class(unsigned digit)
{
    static const JosaClass classes[10] = {
        JOSA_CONSONANT, JOSA_RIEUL,     JOSA_VOWEL, JOSA_CONSONANT, JOSA_VOWEL,
        JOSA_VOWEL,     JOSA_CONSONANT, JOSA_RIEUL, JOSA_RIEUL,     JOSA_VOWEL};
    return classes[digit];
}

/* 십 백 천 만 억 조 경 해 자 양 구 간 정 재 극 by trailing zeros. */
static JosaClass zeros_class(size_t zeros)
{
    static const JosaClass places[] = {JOSA_CONSONANT /* 십 백 천 */,
                                       JOSA_CONSONANT /* 만 */,
                                       JOSA_CONSONANT /* 억 */,
                                       JOSA_VOWEL /* 조 */,
                                       JOSA_CONSONANT /* 경 */,
                                       JOSA_VOWEL /* 해 */,
                                       JOSA_VOWEL /* 자 */,
                                       JOSA_CONSONANT /* 양 */,
                                       JOSA_VOWEL /* 구 */,
                                       JOSA_CONSONANT /* 간 */,
                                       JOSA_CONSONANT /* 정 */,
                                       JOSA_VOWEL /* 재 */,
                                       JOSA_CONSONANT /* 극 */};
    size_t place = zeros / 4;
    return place < sizeof places / sizeof *places ? places[place]
                                                  : JOSA_UNKNOWN;
}

static JosaClass integer_class(unsigned value)
{
    size_t zeros = 0;
    for (; value && value % 10 == 0; value /= 10)
        zeros++;
    return zeros ? zeros_class(zeros) : digit_class(value % 10);
}

/* Index where the digits (and commas) ending at `end` begin. */
static size_t digits_start(const Tail *t, size_t end)
{
    size_t i = end;
    while (i > 0 && (josa_is_digit(t->c[i - 1]) || (t->c[i - 1] == ',' && i < end &&
                                               i > 1 && josa_is_digit(t->c[i - 2]))))
        i--;
    return i;
}

static bool currency_before(const Tail *t, size_t start, JosaClass *out)
{
    static const uint32_t currencies[] = {'$',    0x20AC, 0xA3, 0x20A9,
                                          0xFFE6, 0xA5,   0};
    return start > 0 && josa_in_set(t->c[start - 1], currencies) &&
           josa_sign_class(t->c[start - 1], out);
}

static JosaClass number_class(const Tail *t)
{
    size_t start = digits_start(t, t->n);
    bool fraction =
        start > 1 && t->c[start - 1] == '.' && josa_is_digit(t->c[start - 2]);
    size_t whole = fraction ? digits_start(t, start - 1) : start;
    JosaClass cls;
    if (currency_before(t, whole, &cls))
        return cls;
    if (whole > 1 && t->c[whole - 1] == '/' && josa_is_digit(t->c[whole - 2]))
        return JOSA_UNKNOWN; /* 1/2 has two readings (J-17) */
    size_t zeros = 0, digits = 0;
    for (size_t i = t->n; i > start; i--) {
        if (t->c[i - 1] == ',')
            continue;
        if (zeros == digits && t->c[i - 1] == '0')
            zeros++;
        digits++;
    }
    if (fraction || zeros == 0)
        return digit_class(t->c[t->n - 1] - '0');
    return zeros == digits ? JOSA_CONSONANT /* 영 */ : zeros_class(zeros);
}

/* ---- Latin (J-20, J-21) ---- */

static JosaClass letter_class(char letter, const JosaOptions *o)
{
    if (letter == 'L' || letter == 'l')
        return JOSA_RIEUL;
    if (strchr("MNmn", letter))
        return JOSA_CONSONANT;
    if ((letter == 'R' || letter == 'r') && o && o->rieul_r)
        return JOSA_RIEUL;
    return JOSA_VOWEL;
}

static bool ends_in(const char *word, const char *ending)
{
    size_t n = strlen(word), m = strlen(ending);
    return n >= m && !memcmp(word + n - m, ending, m);
}

/* By the ending of a lower-case word (J-21). */
static JosaClass ending_class(const char *word, const JosaOptions *o)
{
    size_t n = strlen(word);
    char last = word[n - 1], before = n > 1 ? word[n - 2] : 0;
    if (last == 'm' || last == 'n' || ends_in(word, "ng"))
        return JOSA_CONSONANT;
    if (last == 'l')
        return JOSA_RIEUL;
    if (last == 'e' && before == 'l' && n > 2 && !strchr("aeiou", word[n - 3]))
        return JOSA_RIEUL;
    if (strchr("aiouyw", last) || ends_in(word, "ee"))
        return JOSA_VOWEL;
    if (last == 'e' && before && strchr("cszg", before))
        return JOSA_VOWEL;
    if (strchr("sxzfvdjrh", last))
        return JOSA_VOWEL;
    if (!o || !o->guess_latin)
        return JOSA_UNKNOWN;
    return strchr("bckpqt", last) ? JOSA_CONSONANT : JOSA_VOWEL;
}

static JosaClass latin_class(const Tail *t)
{
    char run[64];
    size_t start = t->n;
    while (start > 0 && josa_is_latin(t->c[start - 1]) &&
           t->n - start < sizeof run - 1)
        start--;
    size_t n = t->n - start;
    bool capitals = true;
    for (size_t i = 0; i < n; i++) {
        run[i] = (char)t->c[start + i];
        capitals = capitals && run[i] < 'a';
    }
    run[n] = 0;
    if (!strcmp(run, "pH"))
        return JOSA_VOWEL;
    if (capitals || n == 1)
        return letter_class(run[n - 1], t->options);
    for (size_t i = 0; i < n; i++)
        if (run[i] < 'a')
            run[i] = (char)(run[i] - 'A' + 'a');
    return ending_class(run, t->options);
}

/* ---- taking the tail apart (J-08 … J-10) ---- */

static bool any_readable(const Tail *t, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (josa_readable(t->c[i]))
            return true;
    return false;
}

/* Where the word of a bracket that opens at `open` may begin: a field that
 * stands after a space or an opening mark is a word of its own, perhaps all in
 * brackets (J-09). */
static size_t word_start(const Tail *t, size_t open)
{
    static const uint32_t marks[] = {' ',    0x2018, 0x201C, 0x3008, 0x300A,
                                     0x300C, 0x300E, 0};
    bool apart = t->from > 0 && josa_in_set(t->c[t->from - 1], marks);
    return apart && open >= t->from ? t->from : 0;
}

static uint32_t opener_of(uint32_t closer)
{
    switch (closer) {
    case ')':
        return '(';
    case 0xFF09:
        return 0xFF08;
    case ']':
        return '[';
    default:
        return 0;
    }
}

/* Index of the opener that matches the closer at the end, or SIZE_MAX. */
static size_t group_start(const Tail *t)
{
    uint32_t closer = t->c[t->n - 1], opener = opener_of(closer);
    size_t depth = 0;
    for (size_t i = t->n; i > 0; i--) {
        if (t->c[i - 1] == closer)
            depth++;
        else if (t->c[i - 1] == opener && --depth == 0)
            return i - 1;
    }
    return SIZE_MAX;
}

/* (주) (유) (사) (재) (합) at the end are read aloud (J-10). */
static bool corp_class(const Tail *t, size_t open, JosaClass *out)
{
    if (t->n - open != 3 || (t->options && t->options->skip_corp))
        return false;
    switch (t->c[open + 1]) {
    case 0xC8FC: /* 주식회사 */
    case 0xC720: /* 유한회사 */
    case 0xD569: /* 합자회사 */
        *out = JOSA_VOWEL;
        return true;
    case 0xC0AC: /* 사단법인 */
    case 0xC7AC: /* 재단법인 */
        *out = JOSA_CONSONANT;
        return true;
    default:
        return false;
    }
}

/* Drops what nobody reads; true when (주) and its kin decided already. */
static bool tail_strip(Tail *t, JosaClass *out)
{
    while (t->n > 0) {
        uint32_t last = t->c[t->n - 1];
        if (josa_readable(last))
            return false;
        size_t open = opener_of(last) ? group_start(t) : SIZE_MAX;
        bool after_word =
            open != SIZE_MAX && any_readable(t, word_start(t, open), open);
        if (after_word && corp_class(t, open, out))
            return true;
        bool skip = after_word && !(t->options && t->options->read_parens);
        t->n = skip ? open : t->n - 1;
    }
    return false;
}

static uint32_t fold_case(uint32_t cp)
{
    return cp < 0x80 ? (uint32_t)g_ascii_tolower((gchar)cp) : cp;
}

/* Whatever case its letters have, and whichever dot was typed: a text whose
 * signs are kept has not the form of names. */
static bool ends_alike(Str word, Str ending)
{
    size_t from = word.n, at = 0;
    for (size_t n = str_count(ending); n > 0 && from > 0; n--)
        do
            from--;
        while (from > 0 && ((unsigned char)word.p[from] & 0xC0) == 0x80);
    for (uint32_t cp = 1; cp;) {
        cp = name_next(word, &from);
        if (fold_case(cp) != fold_case(name_next(ending, &at)))
            return false;
    }
    return true;
}

static bool lexicon_class(Str word, const JosaOptions *o, JosaClass *out)
{
    size_t best = 0;
    for (size_t i = 0; o && i < o->nlexicon; i++) {
        const JosaEntry *e = &o->lexicon[i];
        if (e->word.n <= best || !ends_alike(word, e->word))
            continue;
        best = e->word.n;
        *out = e->cls;
    }
    return best > 0;
}

static JosaClass tail_class(const Tail *t)
{
    uint32_t last = t->c[t->n - 1];
    JosaClass cls;
    size_t from;
    if (josa_measure_class(t->c, t->n, &from, &cls))
        return cls;
    if (josa_is_digit(last))
        return number_class(t);
    if (last == JOSA_CORP_SIGN)
        return JOSA_VOWEL;
    if (josa_syllable_class(last, &cls) || josa_sign_class(last, &cls))
        return cls;
    unsigned number = josa_enclosed_number(last);
    if (number)
        return integer_class(number);
    return josa_is_latin(last) ? latin_class(t) : hanja_class(last);
}

/* Bytes of `word` that the tail still covers. */
static Str covered(Str word, size_t dropped)
{
    while (dropped-- && word.n > 0)
        do
            word.n--;
        while (word.n > 0 && ((unsigned char)word.p[word.n] & 0xC0) == 0x80);
    return word;
}

/* ---- fields of a kind (J-11, J-12) ---- */

/* 15:00 is read 15시, 15:20 with 분 at its end. */
static JosaClass time_class(const Tail *t)
{
    return t->n >= 2 && t->c[t->n - 1] == '0' && t->c[t->n - 2] == '0'
               ? JOSA_VOWEL
               : JOSA_CONSONANT;
}

/* 1. 5. ends in 일, 2024. 1. in 월, whatever weekday follows; 2024년, 상반기 and
 * 3분기 are read as they stand. `all` counts what was stripped as well. */
static bool date_class(const Tail *t, size_t all, JosaClass *out)
{
    *out = JOSA_RIEUL;
    return t->n < all && (t->c[t->n] == '.' || t->c[t->n] == ')');
}

/* What may be a time or a ratio has a class where both sound alike: 3:20. */
static bool typed_time_class(const Tail *t, JosaClass *out)
{
    size_t from;
    JosaClock clock = josa_typed_clock(t->c, t->n, &from);
    if (clock == JOSA_CLOCK_NONE)
        return false;
    *out = time_class(t);
    return clock == JOSA_CLOCK_TIME || number_class(t) == *out;
}

static bool text_class(const Tail *t, size_t all, JosaClass *out)
{
    if (josa_is_typed_date(t->c, t->n, all)) {
        *out = JOSA_RIEUL;
        return true;
    }
    return typed_time_class(t, out);
}

static bool field_class(const Tail *t, size_t all, JosaClass *out)
{
    JosaField field = t->options ? t->options->field : JOSA_TEXT;
    if (t->n == 0)
        return false;
    if (field == JOSA_DATE)
        return date_class(t, all, out);
    if (field == JOSA_TEXT)
        return text_class(t, all, out);
    *out = time_class(t);
    return true;
}

/* ---- the word ---- */

JosaClass josa_class(Str word, const JosaOptions *options)
{
    Tail t = {.options = options};
    tail_read(&t, word);
    size_t all = t.n;
    JosaClass cls;
    if (tail_strip(&t, &cls) || field_class(&t, all, &cls) ||
        lexicon_class(covered(word, all - t.n), options, &cls))
        return cls;
    size_t from;
    if (josa_typed_clock(t.c, t.n, &from) == JOSA_CLOCK_DOUBT)
        return JOSA_UNKNOWN;
    return t.n ? tail_class(&t) : JOSA_UNKNOWN;
}

/* Within a word, though nobody reads them: R&D, AI-ROBOT, 1/2, 3.5. */
static bool joins(uint32_t cp)
{
    static const uint32_t signs[] = {'&', '-', '/', '.', ',', '\'', '+', 0x2019,
                                     0};
    return josa_in_set(cp, signs);
}

Str josa_decider(Str text, const JosaOptions *options)
{
    Tail t = {.options = options};
    JosaClass ignored;
    tail_read(&t, text);
    size_t all = t.n;
    tail_strip(&t, &ignored);
    Str word = covered(text, all - t.n);
    size_t from = t.n;
    /* The lexicon wants 5mg/L without its figure. */
    bool measure = josa_measure_class(t.c, t.n, &from, &ignored);
    from = measure ? from : t.n;
    while (!measure && from > 0 &&
           (josa_readable(t.c[from - 1]) || joins(t.c[from - 1])))
        from--;
    josa_typed_clock(t.c, t.n, &from); /* 9:30, not 30 */
    Str before = covered(word, t.n - from);
    return str_sub(word, before.n, word.n - before.n);
}
