/*
 * Words that have a better spelling (loanwords, 두음법칙) or a kinder name, and
 * times of the twelve-hour clock. Sorted by bytes, so that the words of one
 * syllable stand together.
 */
#include "doc/lint_int.h"

#include <string.h>

typedef struct Entry {
    const char *word, *better;
    bool head; /* only where a word begins */
} Entry;

static const Entry entries[] = {
    {"결손가정", "한부모가족", false},
    {"귀머거리", "청각장애인", false},
    {"까페", "카페", false},
    {"네비게이션", "내비게이션", false},
    {"년도", "연도", true},
    {"데이타", "데이터", false},
    {"디지탈", "디지털", false},
    {"렌트카", "렌터카", false},
    {"로보트", "로봇", false},
    {"리더쉽", "리더십", false},
    {"메세지", "메시지", false},
    {"멤버쉽", "멤버십", false},
    {"미망인", "고인의 배우자", false},
    {"바베큐", "바비큐", false},
    {"벙어리", "언어장애인", false},
    {"부페", "뷔페", true},
    {"불구자", "장애인", false},
    {"브로셔", "브로슈어", false},
    {"사업년도", "사업연도", false},
    {"살색", "살구색", true},
    {"스폰서쉽", "스폰서십", false},
    {"심포지움", "심포지엄", false},
    {"써비스", "서비스", false},
    {"악세사리", "액세서리", false},
    {"알콜", "알코올", false},
    {"앙케이트", "앙케트", false},
    {"액세사리", "액세서리", false},
    {"앰뷸란스", "앰뷸런스", false},
    {"앰블란스", "앰뷸런스", false},
    {"오전", "", true},
    {"오후", "", true},
    {"워크샵", "워크숍", false},
    {"장님", "시각장애인", true},
    {"절름발이", "지체장애인", false},
    {"정신지체", "지적장애", false},
    {"쥬스", "주스", false},
    {"카운셀링", "카운슬링", false},
    {"컨셉", "콘셉트", false},
    {"컨텐츠", "콘텐츠", false},
    {"컨퍼런스", "콘퍼런스", false},
    {"타겟", "타깃", false},
    {"파트너쉽", "파트너십", false},
    {"팜플렛", "팸플릿", false},
    {"프리젠테이션", "프레젠테이션", false},
    {"플랭카드", "플래카드", false},
    {"화이팅", "파이팅", false},
    {"회계년도", "회계연도", false},
};

static void syllable_add(uint64_t *bits, const char *p)
{
    bits[syllable_row(p)] |= (uint64_t)1 << ((unsigned char)p[2] & 63);
}

void lint_word_heads(LintHeads *heads)
{
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++) {
        const char *word = entries[i].word;
        syllable_add(heads->first, word);
        syllable_add(heads->second, word + 3);
    }
}

/* The first entry of a syllable or after it. */
static size_t first_entry(const char *syllable)
{
    size_t low = 0, high = G_N_ELEMENTS(entries);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (memcmp(entries[middle].word, syllable, 3) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- 오후 3시 → 15:00 ---- */

static size_t number_read(Str text, size_t at, unsigned *out)
{
    *out = 0;
    while (at < text.n && g_ascii_isdigit(text.p[at]) && *out < 100)
        *out = *out * 10 + (unsigned)(text.p[at++] - '0');
    return at;
}

static void clock_check(Lint *l, const LintText *t, size_t from, bool afternoon)
{
    unsigned hour, minute = 0;
    size_t at = from + strlen("오전");
    at += at < t->text.n && t->text.p[at] == ' ';
    size_t end = number_read(t->text, at, &hour);
    if (end == at || hour > 12 ||
        !str_starts(str_sub(t->text, end, t->text.n), STR("시")))
        return;
    end += strlen("시");
    size_t more = end + (end < t->text.n && t->text.p[end] == ' ');
    size_t stop = number_read(t->text, more, &minute);
    bool minutes = stop > more && minute < 60 &&
                   str_starts(str_sub(t->text, stop, t->text.n), STR("분"));
    end = minutes ? stop + strlen("분") : end;
    hour = hour % 12 + (afternoon ? 12 : 0);
    lint_propose(l, t, DIAG_LINT_TIME, from, end,
                 str_printf(l->arena, "%02u:%02u", hour, minutes ? minute : 0));
}

/* ---- words ---- */

static void entry_check(Lint *l, const LintText *t, size_t at, const Entry *e)
{
    uint32_t before = lint_before(t->text, at);
    if (!str_starts(str_sub(t->text, at, t->text.n), str_of(e->word)) ||
        (e->head && (lint_is_hangul(before) || lint_is_digit(before))))
        return;
    if (!*e->better)
        clock_check(l, t, at, strcmp(e->word, "오후") == 0);
    else
        lint_propose(l, t, DIAG_LINT_WORD, at, at + strlen(e->word),
                     str_of(e->better));
}

void lint_word(Lint *l, const LintText *t, size_t at)
{
    const char *syllable = t->text.p + at;
    for (size_t i = first_entry(syllable);
         i < G_N_ELEMENTS(entries) && !memcmp(entries[i].word, syllable, 3);
         i++)
        entry_check(l, t, at, &entries[i]);
}
