/*
 * Counters are told from nouns by a table and by what may follow one in its
 * word: 50 명이, but not 2 회의실. A few nouns look like a counter with a
 * particle; they are listed, too.
 */
#include "text/counters.h"

#include "text/kinsoku.h"

#include <string.h>
#include <uchar.h>

enum {
    C = COUNTS_NUMBER,
    K = COUNTS_KINDS,
    Y = COUNTS_YEAR,
    SYLLABLE = 3 /* bytes; longer parts of the year are like no other word */
};

typedef struct Entry {
    char32_t first;   /* its first character */
    const char *rest; /* and the others */
    unsigned counts;
} Entry;

/* In order of their first characters; a longer word stands before the shorter
 * one it begins with. Kinds are mostly parts of a town and of its offices.
 * Units are those of the law and of measuring reports: letters count as they
 * are written, 3 V but not 3 v. */
static const Entry entries[] = {
    {U'%', "p", C}, {U'%', "", C}, {U'A', "", C}, {U'B', "q", C},
    {U'B', "TU", C}, {U'D', "WT", C}, {U'E', "A", C}, {U'G', "cal", C},
    {U'G', "bps", C}, {U'G', "Wh", C}, {U'G', "W", C}, {U'G', "T", C},
    {U'G', "Pa", C}, {U'G', "J", C}, {U'G', "Hz", C}, {U'G', "B", C},
    {U'H', "z", C}, {U'H', "P", C}, {U'K', "bps", C}, {U'K', "B", C},
    {U'L', "", C}, {U'M', "Ω", C}, {U'M', "t", C}, {U'M', "cal", C},
    {U'M', "bps", C}, {U'M', "Wh", C}, {U'M', "W", C}, {U'M', "VA", C},
    {U'M', "V", C}, {U'M', "Pa", C}, {U'M', "N", C}, {U'M', "J", C},
    {U'M', "Hz", C}, {U'M', "B", C}, {U'N', "m³", C}, {U'N', "TU", C},
    {U'P', "a", C}, {U'P', "S", C}, {U'P', "B", C}, {U'S', "v", C},
    {U'S', "m³", C}, {U'T', "Wh", C}, {U'T', "W", C}, {U'T', "OE", C},
    {U'T', "J", C}, {U'T', "Hz", C}, {U'T', "EU", C}, {U'T', "B", C},
    {U'V', "A", C}, {U'V', "", C}, {U'W', "h", C}, {U'W', "", C},
    {U'a', "tm", C}, {U'b', "ps", C}, {U'b', "p", C}, {U'b', "ar", C},
    {U'c', "m³", C}, {U'c', "m²", C}, {U'c', "m", C}, {U'c', "d", C},
    {U'c', "c", C}, {U'c', "al", C}, {U'd', "pi", C}, {U'd', "L", C},
    {U'd', "BA", C}, {U'd', "B", C}, {U'e', "a", C}, {U'g', "", C},
    {U'h', "p", C}, {U'h', "a", C}, {U'h', "Pa", C}, {U'h', "", C},
    {U'k', "Ω", C}, {U'k', "t", C}, {U'k', "not", C}, {U'k', "m³", C},
    {U'k', "m²", C}, {U'k', "m", C}, {U'k', "gf", C}, {U'k', "g", C},
    {U'k', "cal", C}, {U'k', "bps", C}, {U'k', "Wh", C}, {U'k', "W", C},
    {U'k', "VA", C}, {U'k', "V", C}, {U'k', "Pa", C}, {U'k', "N", C},
    {U'k', "L", C}, {U'k', "J", C}, {U'k', "Hz", C}, {U'k', "Bq", C},
    {U'k', "B", C}, {U'k', "A", C}, {U'l', "x", C}, {U'l', "m", C},
    {U'l', "", C}, {U'm', "³", C}, {U'm', "²", C}, {U'm', "s", C},
    {U'm', "ph", C}, {U'm', "ol", C}, {U'm', "m³", C}, {U'm', "m²", C},
    {U'm', "mol", C}, {U'm', "mHg", C}, {U'm', "m", C}, {U'm', "l", C},
    {U'm', "in", C}, {U'm', "g", C}, {U'm', "bar", C}, {U'm', "W", C},
    {U'm', "V", C}, {U'm', "Sv", C}, {U'm', "L", C}, {U'm', "A", C},
    {U'm', "", C}, {U'n', "s", C}, {U'n', "m", C}, {U'p', "x", C},
    {U'p', "t", C}, {U'p', "si", C}, {U'p', "pt", C}, {U'p', "pm", C},
    {U'p', "pb", C}, {U'p', "", C}, {U'r', "pm", C}, {U's', "", C},
    {U't', "oe", C}, {U't', "f", C}, {U't', "", C}, {U'µ', "s", C},
    {U'µ', "m", C}, {U'µ', "g", C}, {U'µ', "Sv", C}, {U'Å', "", C},
    {U'Ω', "", C}, {U'μ', "s", C}, {U'μ', "m", C}, {U'μ', "g", C},
    {U'μ', "Sv", C}, {U'‰', "", C}, {U'℃', "", C}, {U'℉', "", C}, {U'ℓ', "", C},
    {U'㍱', "", C}, {U'㎃', "", C}, {U'㎄', "", C}, {U'㎅', "", C},
    {U'㎆', "", C}, {U'㎇', "", C}, {U'㎈', "", C}, {U'㎉', "", C},
    {U'㎍', "", C}, {U'㎎', "", C}, {U'㎏', "", C}, {U'㎐', "", C},
    {U'㎑', "", C}, {U'㎒', "", C}, {U'㎓', "", C}, {U'㎖', "", C},
    {U'㎗', "", C}, {U'㎘', "", C}, {U'㎚', "", C}, {U'㎛', "", C},
    {U'㎜', "", C}, {U'㎝', "", C}, {U'㎞', "", C}, {U'㎟', "", C},
    {U'㎠', "", C}, {U'㎡', "", C}, {U'㎢', "", C}, {U'㎣', "", C},
    {U'㎤', "", C}, {U'㎥', "", C}, {U'㎦', "", C}, {U'㎧', "", C},
    {U'㎨', "", C}, {U'㎩', "", C}, {U'㎪', "", C}, {U'㎫', "", C},
    {U'㎷', "", C}, {U'㎸', "", C}, {U'㎽', "", C}, {U'㎾', "h", C},
    {U'㎾', "", C}, {U'㎿', "h", C}, {U'㎿', "", C}, {U'㏃', "", C},
    {U'㏄', "", C}, {U'㏈', "", C}, {U'㏊', "", C}, {U'㏐', "", C},
    {U'㏓', "", C}, {U'㏖', "", C}, {U'가', "지", C}, {U'가', "구", C},
    {U'개', "팀", C}, {U'개', "층", C}, {U'개', "월", C}, {U'개', "역", C},
    {U'개', "실", C}, {U'개', "소", C}, {U'개', "사", C}, {U'개', "반", C},
    {U'개', "면", C}, {U'개', "동", C}, {U'개', "년", C}, {U'개', "군", C},
    {U'개', "국", C}, {U'개', "구", C}, {U'개', "교", C}, {U'개', "과", C},
    {U'개', "", C}, {U'갤', "런", C}, {U'건', "", C}, {U'곳', "", C},
    {U'공', "구", C | K}, {U'과', "", K}, {U'교', "", K}, {U'구', "획", C},
    {U'구', "역", C | K}, {U'구', "간", C | K}, {U'구', "", K}, {U'국', "", K},
    {U'군', "데", C}, {U'군', "", K}, {U'권', "역", C | K}, {U'권', "", C},
    {U'그', "루", C}, {U'그', "램", C}, {U'글', "자", C}, {U'급', "", C},
    {U'기', "가와트", C}, {U'기', "가바이트", C}, {U'년', "차", C},
    {U'년', "", C}, {U'노', "선", C | K}, {U'단', "지", C | K},
    {U'단', "계", C}, {U'달', "러", C}, {U'대', "", C}, {U'데', "시벨", C},
    {U'도', "", K}, {U'동', "", C | K}, {U'등', "급", C}, {U'량', "", C},
    {U'럭', "스", C}, {U'리', "터", C}, {U'리', "", C | K}, {U'마', "일", C},
    {U'마', "이크로그램", C}, {U'마', "을", K}, {U'마', "리", C},
    {U'마', "력", C}, {U'말', "", Y}, {U'매', "", C}, {U'메', "가와트시", C},
    {U'메', "가와트", C}, {U'메', "가바이트", C}, {U'면', "", C | K},
    {U'명', "", C}, {U'미', "터", C}, {U'밀', "리미터", C},
    {U'밀', "리리터", C}, {U'밀', "리그램", C}, {U'바', "이트", C},
    {U'박', "스", C}, {U'박', "", C}, {U'반', "", K}, {U'배', "럴", C},
    {U'배', "", C}, {U'번', "째", C}, {U'번', "지", C}, {U'번', "", C},
    {U'병', "상", C}, {U'본', "부", C}, {U'본', "", C}, {U'볼', "트", C},
    {U'부', "", C}, {U'분', "위", C}, {U'분', "기", C}, {U'분', "", C},
    {U'블', "록", C | K}, {U'살', "", C}, {U'상', "자", C}, {U'상', "순", Y},
    {U'상', "반기", Y}, {U'석', "", C}, {U'세', "트", C},
    {U'세', "제곱미터", C}, {U'세', "대", C}, {U'세', "", C},
    {U'센', "티미터", C}, {U'소', "", K}, {U'순', "위", C}, {U'시', "군", K},
    {U'시', "간", C}, {U'시', "", C | K}, {U'식', "", C}, {U'실', "", C | K},
    {U'아', "르", C}, {U'암', "페어", C}, {U'엔', "", C}, {U'여', "세대", C},
    {U'여', "명", C}, {U'여', "곳", C}, {U'여', "개", C}, {U'여', "가구", C},
    {U'역', "", K}, {U'와', "트", C}, {U'원', "", C}, {U'월', "", C},
    {U'위', "안", C}, {U'위', "", C}, {U'유', "로", C}, {U'읍', "", K},
    {U'인', "치", C}, {U'인', "실", C}, {U'인', "승", C}, {U'인', "분", C},
    {U'인', "", C}, {U'일', "", C}, {U'자', "리", C}, {U'장', "", C},
    {U'점', "", C}, {U'정', "거장", C}, {U'제', "곱미터", C}, {U'종', "", C},
    {U'좌', "석", C}, {U'주', "년", C}, {U'주', "", C}, {U'중', "순", Y},
    {U'지', "구", C | K}, {U'쪽', "", C}, {U'차', "시", C}, {U'차', "선", C},
    {U'차', "로", C}, {U'차', "례", C}, {U'차', "", C}, {U'채', "", C},
    {U'척', "", C}, {U'초', "순", Y}, {U'초', "", C | Y}, {U'층', "", C | K},
    {U'칸', "", C}, {U'칼', "로리", C}, {U'킬', "로칼로리", C},
    {U'킬', "로와트시", C}, {U'킬', "로와트", C}, {U'킬', "로미터", C},
    {U'킬', "로리터", C}, {U'킬', "로그램", C}, {U'테', "라바이트", C},
    {U'톤', "", C}, {U'팀', "", C | K}, {U'파', "스칼", C}, {U'퍼', "센트", C},
    {U'페', "이지", C}, {U'편', "", C}, {U'평', "", C}, {U'포', "인트", C},
    {U'포', "대", C}, {U'포', "기", C}, {U'피', "트", C}, {U'필', "지", C},
    {U'하', "순", Y}, {U'하', "반기", Y}, {U'학', "년", C}, {U'학', "기", C},
    {U'학', "급", C}, {U'헤', "르츠", C}, {U'헥', "토파스칼", C},
    {U'헥', "타르", C}, {U'호', "실", C}, {U'호', "선", C}, {U'호', "기", C},
    {U'호', "", C | K}, {U'회', "차", C}, {U'회', "", C}, {U'획', "지", C},
};

enum { ENTRIES = sizeof entries / sizeof *entries };

/* The first entry that does not sort before a character. */
static size_t first_entry(uint32_t character)
{
    size_t low = 0, high = ENTRIES;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (entries[middle].first < character)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The entries that begin with one character: `e` goes through them. */
#define FOR_ENTRIES_OF(e, character)                                           \
    for (const Entry *e = &entries[first_entry(character)];                    \
         e < entries + ENTRIES && e->first == (character); e++)

/* The bytes of the entry when s begins with it, its first character being the
 * first `one` bytes of s; else 0. */
static size_t entry_length(const Entry *e, Str s, size_t one)
{
    size_t rest = strlen(e->rest);
    bool begins = s.n - one >= rest && !memcmp(s.p + one, e->rest, rest);
    return begins ? one + rest : 0;
}

bool counters_rise(void)
{
    for (size_t i = 1; i < ENTRIES; i++) {
        const Entry *a = &entries[i - 1], *b = &entries[i];
        if (a->first > b->first
            || (a->first == b->first
                && str_starts(str_of(b->rest), str_of(a->rest))))
            return false;
    }
    return true;
}

static size_t counter_length(Str s)
{
    size_t one = 0, length;
    uint32_t first = s.n ? str_next(s, &one) : 0;
    FOR_ENTRIES_OF(e, first)
        if (e->counts & C && (length = entry_length(e, s, one)))
            return length;
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

/* … and what else follows letters and signs, 100 MW급; 위급 is a noun, A급 a
 * grade. */
static const char *const after_letters[] = {"급", "급의", "짜리", NULL};

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
    if (rest.n == 0)
        return true;
    uint32_t last = last_before(s, length);
    if (length > 1 && !(kinsoku(last) & KIN_HANGUL)
        && is_any(rest, after_letters))
        return true;
    return is_any(rest, particles) && agrees(last, rest);
}

size_t slash_unit_length(Str s)
{
    size_t end = counted_length(s), parts = 1;
    for (; end > 0 && end < s.n && s.p[end] == '/'; parts++) {
        Str next = str_sub(s, end + 1, s.n - end - 1);
        size_t length = counter_length(next);
        if (!length || !ends_after(next, length))
            break;
        end += 1 + length;
    }
    return parts > 1 ? end : 0;
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
    size_t one = 0, length, scale = scale_length(s, &last);
    if (scale)
        return is_scale_word(s, scale, last) ? COUNTS_NUMBER : 0;
    unsigned counts = str_eq_c(s, more) ? COUNTS_NUMBER : 0, decided = 0;
    uint32_t first = s.n ? str_next(s, &one) : 0;
    FOR_ENTRIES_OF(e, first) {
        if (!(length = entry_length(e, s, one)))
            continue;
        if (ends_after(s, length) || (e->counts == Y && length > SYLLABLE))
            counts |= e->counts & ~decided;
        decided |= e->counts;
    }
    return counts & C && is_any(letters_of(s), nouns) ? counts & ~(unsigned)C
                                                        : counts;
}
