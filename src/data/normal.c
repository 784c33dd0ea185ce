/*
 * Normalising in two steps: single characters by what kind they are (`kinds`,
 * a table of ranges), then composition of the Hangul and Latin runs by GLib.
 * Compatibility hanja stand between runs and so stay what they are (K-01).
 */
#include "data/normal.h"

#include "data/hanyang.h"

#include <glib.h>

enum {
    MIDDOT = 0xB7,
    RANGE_MARK = '~',
    SOFT_HYPHEN = 0xAD,
    OLD_VOWEL = 0x119E,  /* ᆞ */
    LETTER_DOT = 0x318D, /* ㆍ */
    INITIAL_FILLER = 0x115F,
    VOWEL_FILLER = 0x1160
};

typedef enum Kind {
    KIND_PLAIN,
    KIND_COMPOSE,   /* jamo and combining marks: a run to compose */
    KIND_INVISIBLE, /* zero width, byte order mark: dropped (K-08) */
    KIND_CONTROL,   /* … unless an author means it (K-30) */
    KIND_HALF_JAMO, /* K-03 */
    KIND_MIDDOT,    /* K-04 */
    KIND_BETWEEN,   /* … only between two syllables: a bullet elsewhere */
    KIND_RANGE,     /* K-05 */
    KIND_HYPHEN,    /* soft hyphen (K-06) */
    KIND_FILLER,    /* a jamo that shows nothing: dropped like what is invisible
                       unless it holds the place in an old syllable (K-10) */
    KIND_VERTICAL,  /* 。 、 (K-55) */
    KIND_PRIVATE,   /* K-09, K-10 */
    KIND_FORBIDDEN  /* controls, noncharacters (K-11) */
} Kind;

static const struct Range {
    uint32_t first, last;
    Kind kind;
} ranges[] = {
    {0x00, 0x08, KIND_FORBIDDEN},      {0x0B, 0x0C, KIND_FORBIDDEN},
    {0x0E, 0x1F, KIND_FORBIDDEN},      {0x7F, 0x9F, KIND_FORBIDDEN},
    {0xAD, 0xAD, KIND_HYPHEN},         {0x300, 0x36F, KIND_COMPOSE},
    {0x1100, 0x115E, KIND_COMPOSE},    {0x115F, 0x1160, KIND_FILLER},
    {0x1161, 0x119D, KIND_COMPOSE},    {0x119E, 0x119E, KIND_BETWEEN},
    {0x119F, 0x11FF, KIND_COMPOSE},    {0x200B, 0x200B, KIND_CONTROL},
    {0x200C, 0x200F, KIND_INVISIBLE},  {0x2022, 0x2022, KIND_BETWEEN},
    {0x2027, 0x2027, KIND_MIDDOT},     {0x202A, 0x202E, KIND_INVISIBLE},
    {0x2060, 0x2060, KIND_CONTROL},    {0x2061, 0x2064, KIND_INVISIBLE},
    {0x2066, 0x206F, KIND_INVISIBLE},  {0x2219, 0x2219, KIND_MIDDOT},
    {0x223C, 0x223C, KIND_RANGE},      {0x3001, 0x3002, KIND_VERTICAL},
    {0x301C, 0x301C, KIND_RANGE},      {0x30FB, 0x30FB, KIND_MIDDOT},
    {0x3164, 0x3164, KIND_INVISIBLE},  {0x318D, 0x318D, KIND_MIDDOT},
    {0xA960, 0xA97C, KIND_COMPOSE},    {0xD7B0, 0xD7FB, KIND_COMPOSE},
    {0xE000, 0xF8FF, KIND_PRIVATE},    {0xFDD0, 0xFDEF, KIND_FORBIDDEN},
    {0xFEFF, 0xFEFF, KIND_INVISIBLE},  {0xFF5E, 0xFF5E, KIND_RANGE},
    {0xFFA0, 0xFFA0, KIND_INVISIBLE},  {0xFFA1, 0xFFDC, KIND_HALF_JAMO},
     {0xFFF9, 0xFFFB, KIND_FORBIDDEN},
    {0xF0000, 0x10FFFF, KIND_PRIVATE},
};

static Kind kind_of(uint32_t cp)
{
    if ((cp & 0xFFFE) == 0xFFFE)
        return KIND_FORBIDDEN;
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (cp > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    bool inside =
        low < sizeof ranges / sizeof *ranges && cp >= ranges[low].first;
    return inside ? ranges[low].kind : KIND_PLAIN;
}

/* By the lead byte of a character: which second bytes may begin one that is
 * not plain. All else passes without being decoded. */
static const struct Suspect {
    unsigned char first, last;
} suspects[256] = {
    [0xC2] = {0x80, 0xAD}, [0xCC] = {0x80, 0xBF}, [0xCD] = {0x80, 0xAF},
    [0xE1] = {0x84, 0x87}, [0xE2] = {0x80, 0x88}, [0xE3] = {0x80, 0x86},
    [0xEA] = {0xA5, 0xA5}, [0xED] = {0x9E, 0x9F}, [0xEE] = {0x80, 0xBF},
    [0xEF] = {0x80, 0xBF}, [0xF0] = {0x80, 0xBF}, [0xF1] = {0x80, 0xBF},
    [0xF2] = {0x80, 0xBF}, [0xF3] = {0x80, 0xBF}, [0xF4] = {0x80, 0xBF},
};

static bool is_suspect_pair(unsigned char lead, unsigned char second)
{
    return second >= suspects[lead].first && second <= suspects[lead].last;
}

static bool is_suspect_ascii(unsigned char c)
{
    return c == 0x7F || (c < 0x20 && c != '\n' && c != '\t' && c != '\r');
}

bool text_is_normal(Str s)
{
    for (size_t at = 0; at < s.n;) {
        unsigned char c = (unsigned char)s.p[at];
        if (c < 0x80) {
            if (is_suspect_ascii(c))
                return false;
            at++;
        } else if (!is_suspect_pair(c, (unsigned char)s.p[at + 1])) {
            at += c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        } else if (kind_of(str_next(s, &at)) != KIND_PLAIN) {
            return false;
        }
    }
    return true;
}

/* Half-width jamo in the order of their codes → compatibility jamo (K-03). */
static uint32_t full_jamo(uint32_t cp)
{
    static const unsigned char vowel_rows[] = {0xC2, 0xCA, 0xD2, 0xDA};
    if (cp <= 0xFFBE)
        return 0x3131 + (cp - 0xFFA1);
    for (unsigned i = 0, vowel = 0x314F; i < 4; i++, vowel += 6) {
        uint32_t first = 0xFF00u + vowel_rows[i];
        if (cp >= first && cp < first + (i < 3 ? 6 : 3))
            return vowel + (cp - first);
    }
    return 0;
}

/* Symbol fonts of word processors, by their private codes (K-09): bullets,
 * hands, ticks and arrows that reports are known to have. Rising. */
static const struct Symbol {
    uint32_t from, to;
} symbols[] = {
    {0xF020, 0x0020}, {0xF022, 0x2702}, {0xF036, 0x231B}, {0xF045, 0x261C},
    {0xF046, 0x261E}, {0xF047, 0x261D}, {0xF048, 0x261F}, {0xF04A, 0x263A},
    {0xF04E, 0x2620}, {0xF052, 0x263C}, {0xF054, 0x2744}, {0xF058, 0x2720},
    {0xF059, 0x2721}, {0xF06C, 0x25CF}, {0xF06D, 0x25CF}, {0xF06E, 0x25A0},
    {0xF06F, 0x25A1}, {0xF070, 0x25A1}, {0xF071, 0x2751}, {0xF072, 0x2752},
    {0xF073, 0x25C6}, {0xF074, 0x25C6}, {0xF075, 0x25C6}, {0xF076, 0x2756},
    {0xF077, 0x25C6}, {0xF080, 0x24EA}, {0xF081, 0x2460}, {0xF082, 0x2461},
    {0xF083, 0x2462}, {0xF084, 0x2463}, {0xF085, 0x2464}, {0xF086, 0x2465},
    {0xF087, 0x2466}, {0xF088, 0x2467}, {0xF089, 0x2468}, {0xF08A, 0x2469},
    {0xF08B, 0x24FF}, {0xF08C, 0x2776}, {0xF08D, 0x2777}, {0xF08E, 0x2778},
    {0xF08F, 0x2779}, {0xF090, 0x277A}, {0xF091, 0x277B}, {0xF092, 0x277C},
    {0xF093, 0x277D}, {0xF094, 0x277E}, {0xF095, 0x277F}, {0xF09E, 0x00B7},
    {0xF09F, 0x2022}, {0xF0A0, 0x00B7}, {0xF0A1, 0x25CB}, {0xF0A2, 0x25CB},
    {0xF0A3, 0x25CB}, {0xF0A4, 0x25C9}, {0xF0A5, 0x25CE}, {0xF0A7, 0x25AA},
    {0xF0A8, 0x25FB}, {0xF0AA, 0x2726}, {0xF0AB, 0x2605}, {0xF0AC, 0x2736},
    {0xF0AD, 0x2734}, {0xF0AE, 0x2739}, {0xF0B7, 0x2022}, {0xF0D8, 0x27A2},
    {0xF0DF, 0x2190}, {0xF0E0, 0x2192}, {0xF0E1, 0x2191}, {0xF0E2, 0x2193},
    {0xF0E7, 0x2190}, {0xF0E8, 0x2794}, {0xF0E9, 0x2191}, {0xF0EA, 0x2193},
    {0xF0EF, 0x21E6}, {0xF0F0, 0x21E8}, {0xF0F1, 0x21E7}, {0xF0F2, 0x21E9},
    {0xF0FB, 0x2717}, {0xF0FC, 0x2714}, {0xF0FD, 0x2612}, {0xF0FE, 0x2611},
    {0xF003B, 0x2193}, {0xF00DA, 0x25B8}, {0xF02EF, 0x00B7}, {0xF03C5, 0x25A1},
    {0xF080F, 0x2501}, {0xF0827, 0x25A0}, {0xF0854, 0x300A}, {0xF0855, 0x300B},
};

enum { CIRCLED_FIRST = 0xF02B1, CIRCLED_LAST = 0xF02C4, SEAL = 0xF012B };

/* 0 when there is no such symbol. */
static uint32_t public_symbol(uint32_t cp)
{
    if (cp >= CIRCLED_FIRST && cp <= CIRCLED_LAST)
        return 0x2460 + (cp - CIRCLED_FIRST);
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (symbols[i].from == cp)
            return symbols[i].to;
    return 0;
}

/* One text on its way. */
typedef struct Work {
    GString *out;
    unsigned flags;
    Pos pos;
    Diags *diags; /* NULL: silent */
    bool fine, composes;
    uint32_t old_first; /* of the codes of K-10, and how many there were */
    size_t nold;
} Work;

static void report(Work *w, DiagCode code, uint32_t cp)
{
    if (w->diags)
        diag(w->diags, code, w->pos, diag_arg(w->diags, "U+%04X", cp));
}

static void report_sign(Work *w, uint32_t cp)
{
    char utf8[4];
    if (w->diags)
        diag(w->diags, DIAG_TEXT_VERTICAL, w->pos,
             diag_arg(w->diags, "%.*s", (int)utf8_put(utf8, cp), utf8));
}

static void put(Work *w, uint32_t cp)
{
    char utf8[4];
    g_string_append_len(w->out, utf8, (gssize)utf8_put(utf8, cp));
}

static void refuse(Work *w, DiagCode code, uint32_t cp)
{
    report(w, code, cp);
    w->fine = false;
}

/* ---- old Hangul (K-10) ---- */

/* The letters of a code, whether Hanyang's or Unicode's. */
static Jamo letters_of(uint32_t cp)
{
    Jamo letters = {0};
    if (cp >= 0xAC00 && cp <= 0xD7A3)
        letters = (Jamo){1, 1, (cp - 0xAC00) % 28};
    else if ((cp >= 0x1100 && cp <= 0x115F) || (cp >= 0xA960 && cp <= 0xA97C))
        letters.initial = cp;
    else if ((cp >= 0x1160 && cp <= 0x11A7) || (cp >= 0xD7B0 && cp <= 0xD7C6))
        letters.vowel = cp;
    else if (kind_of(cp) == KIND_PRIVATE && !public_symbol(cp))
        hanyang_read(cp, &letters);
    return letters;
}

/* Single letters make syllables with those beside them; what is then missing
 * is told by fillers, so that each syllable is whole. */
static void put_letters(Work *w, Jamo letters, Jamo before, Jamo after)
{
    bool begun = before.initial && !before.vowel;
    bool open = before.vowel && !before.final;
    if (!letters.initial && letters.vowel && !begun)
        put(w, INITIAL_FILLER);
    if (!letters.vowel && letters.final && !open) {
        put(w, INITIAL_FILLER);
        put(w, VOWEL_FILLER);
    }
    if (letters.initial)
        put(w, letters.initial);
    if (letters.vowel)
        put(w, letters.vowel);
    else if (letters.initial && (after.initial || !after.vowel))
        put(w, VOWEL_FILLER);
    if (letters.final)
        put(w, letters.final);
}

static void put_private(Work *w, uint32_t cp, uint32_t before, uint32_t after)
{
    uint32_t symbol = public_symbol(cp);
    Jamo letters;
    if (cp == SEAL) {
        g_string_append(w->out, "(인)");
    } else if (symbol) {
        put(w, symbol);
    } else if (hanyang_read(cp, &letters)) {
        put_letters(w, letters, letters_of(before), letters_of(after));
        w->composes = true;
        w->old_first = w->nold++ ? w->old_first : cp;
    } else {
        refuse(w, DIAG_TEXT_PRIVATE, cp);
    }
}

/* Told once for a text, which may be all in old letters. */
static void report_old(Work *w)
{
    if (w->nold && w->diags)
        diag(w->diags, DIAG_TEXT_OLD_HANGUL, w->pos,
             diag_arg(w->diags, "U+%04X", w->old_first),
             diag_arg(w->diags, "%zu", w->nold));
}

static void put_invisible(Work *w, uint32_t cp, Kind kind)
{
    if (kind == KIND_CONTROL && w->flags & NORMAL_AUTHOR)
        put(w, cp);
    else
        report(w, DIAG_TEXT_INVISIBLE, cp);
}

static void put_hyphen(Work *w)
{
    if (w->flags & NORMAL_CP949) {
        report(w, DIAG_TEXT_HYPHEN, SOFT_HYPHEN);
        put(w, '-');
    } else {
        report(w, DIAG_TEXT_INVISIBLE, SOFT_HYPHEN);
    }
}

static void put_half_jamo(Work *w, uint32_t cp)
{
    uint32_t full = full_jamo(cp);
    if (full)
        put(w, full);
    else
        refuse(w, DIAG_TEXT_CONTROL, cp);
}

/* A code point among its neighbours, 0 where there is none. */
typedef struct Beside {
    uint32_t before, cp, after, second;
} Beside;

static bool is_syllable(uint32_t cp)
{
    return cp >= 0xAC00 && cp <= 0xD7A3;
}

static bool is_initial(uint32_t cp)
{
    return (cp >= 0x1100 && cp < INITIAL_FILLER) ||
           (cp >= 0xA960 && cp <= 0xA97C);
}

static bool is_vowel(uint32_t cp)
{
    return (cp > VOWEL_FILLER && cp <= 0x11A7) || (cp >= 0xD7B0 && cp <= 0xD7C6);
}

static bool is_final(uint32_t cp)
{
    return (cp >= 0x11A8 && cp <= 0x11FF) || (cp >= 0xD7CB && cp <= 0xD7FB);
}

/* A filler stands for the initial before a vowel, for the vowel after an
 * initial; the two of them, before a final. Alone it is a gap. */
static Kind kind_of_filler(const Beside *b)
{
    bool holds = b->cp == INITIAL_FILLER
        ? is_vowel(b->after) ||
              (b->after == VOWEL_FILLER && is_final(b->second))
        : is_initial(b->before) ||
              (b->before == INITIAL_FILLER && is_final(b->after));
    return holds ? KIND_COMPOSE : KIND_INVISIBLE;
}

/* • and ᆞ stand for the middle dot where they part two syllables. */
static Kind kind_beside(const Beside *b)
{
    uint32_t cp = b->cp, before = b->before, after = b->after;
    Kind kind = kind_of(cp);
    if (kind == KIND_FILLER)
        return kind_of_filler(b);
    if (kind != KIND_BETWEEN)
        return kind;
    if (is_syllable(before) && is_syllable(after))
        return KIND_MIDDOT;
    return cp == OLD_VOWEL ? KIND_COMPOSE : KIND_PLAIN;
}

/* A letter of old Hangul typed for a dot would join the syllable before it: it
 * stays a dot, the one that looks like it. */
static uint32_t kept_dot(uint32_t cp)
{
    return cp == OLD_VOWEL ? LETTER_DOT : cp;
}

static void put_normal(Work *w, const Beside *b, Kind kind)
{
    const uint32_t cp = b->cp;
    switch (kind) {
    case KIND_MIDDOT:
        put(w, w->flags & NORMAL_KEEP_MIDDOT ? kept_dot(cp) : MIDDOT);
        break;
    case KIND_RANGE:
        put(w, w->flags & NORMAL_KEEP_RANGE ? cp : RANGE_MARK);
        break;
    case KIND_CONTROL:
    case KIND_INVISIBLE:
        put_invisible(w, cp, kind);
        break;
    case KIND_FORBIDDEN:
        refuse(w, DIAG_TEXT_CONTROL, cp);
        break;
    case KIND_HYPHEN:
        put_hyphen(w);
        break;
    case KIND_HALF_JAMO:
        put_half_jamo(w, cp);
        break;
    case KIND_VERTICAL:
        report_sign(w, cp);
        put(w, cp);
        break;
    case KIND_PRIVATE:
        put_private(w, cp, b->before, b->after);
        break;
    case KIND_COMPOSE:
        w->composes = true;
        put(w, cp);
        break;
    default:
        put(w, cp);
        break;
    }
}

/* What composition may touch: Latin with its marks, and Hangul. */
static bool is_composable(uint32_t cp)
{
    return (cp < 0x250 && g_unichar_isalpha(cp)) ||
           (cp >= 0x1E00 && cp <= 0x1EFF) || (cp >= 0x300 && cp <= 0x36F) ||
           (cp >= 0xAC00 && cp <= 0xD7A3) || (cp >= 0x1100 && cp <= 0x11FF) ||
           (cp >= 0xA960 && cp <= 0xA97C) || (cp >= 0xD7B0 && cp <= 0xD7FB);
}

static void append_composed(GString *out, Str run)
{
    if (run.n == 0)
        return;
    char *composed = g_utf8_normalize(run.p, (gssize)run.n, G_NORMALIZE_NFC);
    g_string_append(out, composed);
    g_free(composed);
}

static Str compose(Str s, Arena *a)
{
    GString *out = g_string_sized_new(s.n);
    size_t from = 0;
    for (size_t at = 0, next = 0; at < s.n; at = next) {
        uint32_t cp = str_next(s, &next);
        if (is_composable(cp))
            continue;
        append_composed(out, str_sub(s, from, at - from));
        g_string_append_len(out, s.p + at, (gssize)(next - at));
        from = next;
    }
    append_composed(out, str_sub(s, from, s.n));
    Str composed = str_dup((Str){out->str, out->len}, a);
    g_string_free(out, TRUE);
    return composed;
}

static Str work_through(Work *w, Str s, Arena *a)
{
    w->out = g_string_sized_new(s.n);
    w->fine = true;
    size_t at = 0;
    for (Beside b = {0}; at < s.n; b.before = b.cp) {
        b.cp = str_next(s, &at);
        size_t next = at;
        b.after = next < s.n ? str_next(s, &next) : 0;
        b.second = next < s.n ? str_next(s, &next) : 0;
        put_normal(w, &b, kind_beside(&b));
    }
    report_old(w);
    Str plain = {w->out->str, w->out->len};
    Str done = w->composes ? compose(plain, a) : str_dup(plain, a);
    g_string_free(w->out, TRUE);
    return done;
}

bool text_normalise(Str s, unsigned flags, Pos pos, Arena *a, Diags *diags,
                    Str *out)
{
    *out = s;
    if (text_is_normal(s))
        return true;
    Work w = {.flags = flags, .pos = pos, .diags = diags};
    *out = work_through(&w, s, a);
    return w.fine;
}

Str text_fold(Str s, Arena *a)
{
    if (text_is_normal(s))
        return s;
    Work w = {0};
    return work_through(&w, s, a);
}
