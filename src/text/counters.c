/*
 * Counters are told from nouns by a table and by what may follow one in its
 * word: 50 명이, but not 2 회의실. A few nouns look like a counter with a
 * particle; they are listed, too.
 */
#include "text/counters.h"

#include "text/kinsoku.h"

#include <string.h>

enum {
    C = COUNTS_NUMBER,
    K = COUNTS_KINDS,
    Y = COUNTS_YEAR,
    SYLLABLE = 3 /* bytes; longer parts of the year are like no other word */
};

typedef struct Entry {
    const char *text;
    unsigned counts;
} Entry;

/* In order of their first characters; a longer word stands before the shorter
 * one it begins with. Kinds are mostly parts of a town and of its offices. */
static const Entry entries[] = {
    {"%p", C}, {"%", C}, {"Gbps", C}, {"GWh", C}, {"GB", C}, {"GW", C},
    {"L", C}, {"Mbps", C}, {"MWh", C}, {"MB", C}, {"MW", C}, {"TB", C},
    {"cm²", C}, {"cm³", C}, {"cm", C}, {"dB", C}, {"g", C}, {"ha", C}, {"kcal", C}, {"km²", C}, {"km³", C},
    {"kWh", C}, {"kW", C}, {"kg", C}, {"km", C}, {"m²", C}, {"m³", C},
    {"mg", C}, {"mm", C}, {"m", C}, {"ppm", C}, {"p", C}, {"t", C}, {"‰", C}, {"℃", C},
    {"ℓ", C}, {"㎎", C}, {"㎏", C}, {"㎜", C}, {"㎝", C}, {"㎞", C}, {"㎠", C},
    {"㎡", C}, {"㎢", C}, {"㎤", C}, {"㎥", C}, {"㎦", C}, {"㎾h", C}, {"㎾", C},
    {"㎿h", C}, {"㎿", C}, {"㏊", C}, {"가구", C}, {"가지", C}, {"개과", C},
    {"개교", C}, {"개구", C}, {"개국", C}, {"개군", C}, {"개년", C},
    {"개동", C}, {"개면", C}, {"개반", C}, {"개사", C}, {"개소", C},
    {"개실", C}, {"개역", C}, {"개월", C}, {"개층", C}, {"개팀", C}, {"개", C},
    {"건", C}, {"곳", C}, {"공구", C | K}, {"과", K}, {"교", K},
    {"구간", C | K}, {"구역", C | K}, {"구획", C}, {"구", K}, {"국", K},
    {"군데", C}, {"군", K}, {"권역", C | K}, {"권", C}, {"그램", C},
    {"그루", C}, {"글자", C}, {"급", C}, {"년차", C}, {"년", C},
    {"노선", C | K}, {"단계", C}, {"단지", C | K}, {"달러", C}, {"대", C},
    {"도", K}, {"동", C | K}, {"등급", C}, {"량", C}, {"리터", C},
    {"리", C | K}, {"마리", C}, {"마을", K}, {"말", Y}, {"매", C},
    {"메가와트", C}, {"면", C | K}, {"명", C}, {"미터", C}, {"밀리미터", C},
    {"박스", C}, {"박", C}, {"반", K}, {"배", C}, {"번지", C}, {"번째", C},
    {"번", C}, {"병상", C}, {"본부", C}, {"본", C}, {"부", C},
    {"분기", C}, {"분위", C}, {"분", C},
    {"블록", C | K}, {"살", C}, {"상반기", Y}, {"상순", Y}, {"상자", C},
    {"석", C}, {"세제곱미터", C}, {"세대", C}, {"세트", C}, {"세", C},
    {"센티미터", C}, {"소", K}, {"순위", C}, {"시간", C}, {"시군", K},
    {"시", C | K}, {"식", C}, {"실", C | K}, {"엔", C}, {"여가구", C}, {"여개", C}, {"여곳", C},
    {"여명", C}, {"여세대", C}, {"역", K}, {"와트", C},
    {"원", C}, {"월", C}, {"위안", C}, {"위", C}, {"유로", C}, {"읍", K},
    {"인분", C}, {"인승", C}, {"인실", C}, {"인치", C}, {"인", C}, {"일", C},
    {"자리", C}, {"장", C}, {"점", C}, {"정거장", C}, {"제곱미터", C},
    {"종", C}, {"좌석", C}, {"주년", C}, {"주", C}, {"중순", Y},
    {"지구", C | K}, {"쪽", C}, {"차례", C}, {"차로", C}, {"차선", C},
    {"차시", C}, {"차", C}, {"채", C}, {"척", C}, {"초순", Y}, {"초", C | Y},
    {"층", C | K}, {"칸", C}, {"킬로그램", C}, {"킬로미터", C},
    {"킬로와트", C}, {"톤", C}, {"팀", C | K}, {"퍼센트", C}, {"페이지", C},
    {"편", C}, {"평", C}, {"포인트", C}, {"포기", C}, {"포대", C}, {"필지", C},
    {"하반기", Y}, {"하순", Y}, {"학급", C}, {"학기", C}, {"학년", C},
    {"헥타르", C}, {"호기", C}, {"호선", C}, {"호실", C}, {"호", C | K},
    {"회차", C}, {"회", C}, {"획지", C},
};

enum { ENTRIES = sizeof entries / sizeof *entries };

/* The first entry that does not sort before a character. */
static size_t first_entry(Str character)
{
    size_t low = 0, high = ENTRIES;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strncmp(entries[middle].text, character.p, character.n) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The entries that begin with the first character of s: [from, to). */
static void entries_like(Str s, size_t *from, size_t *to)
{
    size_t one = 0;
    if (s.n)
        str_next(s, &one);
    *from = *to = one ? first_entry(str_sub(s, 0, one)) : 0;
    while (one && *to < ENTRIES && !strncmp(entries[*to].text, s.p, one))
        ++*to;
}

static size_t counter_length(Str s)
{
    size_t from, to;
    for (entries_like(s, &from, &to); from < to; from++)
        if (entries[from].counts & C
            && str_starts(s, str_of(entries[from].text)))
            return strlen(entries[from].text);
    return 0;
}

/* The length of the first of the words, up to NULL, that s begins with. */
static size_t starts_with_any(Str s, const char *const *words)
{
    for (; *words; words++)
        if (str_starts(s, str_of(*words)))
            return strlen(*words);
    return 0;
}

static bool is_any(Str s, const char *const *words)
{
    for (; *words; words++)
        if (str_eq_c(s, *words))
            return true;
    return false;
}

/* What may follow a counter in its word. */
static const char *const particles[] = {
    "은", "는", "이", "가", "을", "를", "의", "에", "에서", "에는", "로",
    "으로", "와", "과", "도", "만", "까지", "까지의", "부터", "이상", "이상의",
    "이하", "미만", "초과", "당", "씩", "정도", "가량", "이며", "이고", "임",
    "이나", "보다", "대", "대의", "규모", "규모의", "내외", "여", "이다", "입니다", "간", "간의",
    "째", "경", NULL};

/* Nouns all the same. */
static const char *const nouns[] = {"회의", "동의", "본의", "인도", "주도", "차도",
    "척도", "대로", "회로", "장로", "세로", "식당", "부가", "시가", "종이", "면과",
    "점과", NULL};

/* Which particle follows a syllable with a final consonant, and which one
 * without: 명이, but 평가 and 차이 are nouns. */
static const char *const after_final[] = {"은", "이", "을", "과", NULL};
static const char *const after_vowel[] = {"는", "가", "를", "와", NULL};

/* 만원, 천여 명: a scale goes on with these; 조 only with money, for 조명 and
 * 조건 are words. */
static const char *const money[] = {"원", "달러", "유로", "엔", "위안", NULL};
static const char *const scaled[] = {"명", "개소", "개", "건", "대", "평", "석",
    "톤", "호", "가구", "세대", "그루", "주", "본", "부", "권", "매", "마리", "곳", "인",
    "필지", "리터", "t", "㎡", "m²", "㎥", "km", "kW", "MW", NULL};

static const char more[] = "여"; /* "more than" */

static size_t more_length(Str s)
{
    return str_starts(s, str_of(more)) ? strlen(more) : 0;
}

size_t counted_length(Str s)
{
    size_t above = more_length(s);
    size_t length = counter_length(str_sub(s, above, s.n - above));
    return length ? above + length : 0;
}

/* Bytes of the scale words that s begins with; the last one is *last. */
static size_t scale_length(Str s, uint32_t *last)
{
    size_t length = 0;
    for (size_t at = 0; at < s.n; length = at) {
        uint32_t cp = str_next(s, &at);
        if (!(kinsoku(cp) & KIN_SCALE))
            break;
        *last = cp;
    }
    return length;
}

static bool is_letter(uint32_t cp)
{
    return kinsoku(cp) & (KIN_HANGUL | KIN_LATIN | KIN_DIGIT | KIN_HANJA);
}

/* The letters that s begins with. */
static Str letters_of(Str s)
{
    size_t end = 0;
    for (size_t at = 0; at < s.n; end = at)
        if (!is_letter(str_next(s, &at)))
            break;
    return str_sub(s, 0, end);
}

/* The code point that ends just before `end`. */
static uint32_t last_before(Str s, size_t end)
{
    size_t at = end;
    while (at > 0 && ((unsigned char)s.p[--at] & 0xC0) == 0x80)
        ;
    return end ? str_next(s, &at) : 0;
}

static bool agrees(uint32_t before, Str particle)
{
    if (before < 0xAC00 || before > 0xD7A3)
        return true;
    bool final = (before - 0xAC00) % 28 != 0;
    return !is_any(particle, final ? after_vowel : after_final);
}

/* Whether nothing but a particle, if any, follows the first bytes of s. */
static bool ends_after(Str s, size_t length)
{
    Str rest = letters_of(str_sub(s, length, s.n - length));
    return rest.n == 0
        || (is_any(rest, particles) && agrees(last_before(s, length), rest));
}

/* "만원", "천여", "억". */
static bool is_scale_word(Str s, size_t scale, uint32_t last)
{
    size_t end = scale + more_length(str_sub(s, scale, s.n - scale));
    Str rest = str_sub(s, end, s.n - end);
    if (letters_of(rest).n == 0)
        return true;
    size_t length = starts_with_any(rest, money);
    if (!length && last != 0xC870) /* 조 */
        length = starts_with_any(rest, scaled);
    return length && ends_after(rest, length);
}

bool is_counter_word(Str s)
{
    return word_counts(s) & COUNTS_NUMBER;
}

unsigned word_counts(Str s)
{
    uint32_t last = 0;
    size_t from, to, scale = scale_length(s, &last);
    if (scale)
        return is_scale_word(s, scale, last) ? COUNTS_NUMBER : 0;
    unsigned counts = str_eq_c(s, more) ? COUNTS_NUMBER : 0, decided = 0;
    for (entries_like(s, &from, &to); from < to; from++) {
        const Entry *e = &entries[from];
        size_t length = strlen(e->text);
        if (!str_starts(s, (Str) {e->text, length}))
            continue;
        if (ends_after(s, length) || (e->counts == Y && length > SYLLABLE))
            counts |= e->counts & ~decided;
        decided |= e->counts;
    }
    return counts & C && is_any(letters_of(s), nouns) ? counts & ~(unsigned)C
                                                        : counts;
}
