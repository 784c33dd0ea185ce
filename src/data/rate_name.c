#include "data/rate_name.h"

#include <glib.h>
#include <string.h>

/* 물가지수, but not 필지수: how many lots. 누계 is none of these: that of each
 * office adds up. */
static const char *const endings[] = {
    "단가",     "비율",     "비중",     "구성비",   "전년비",    "대비",
    "율",       "률",       "순위",     "석차",     "등수",      "등급",
    "배수",     "밀도",     "농도",     "만족도",   "기온",      "온도",
    "습도",     "위도",     "경도",     "연령",     "나이",      "금리",
    "물가지수", "만족지수", "행복지수", "안전지수", "종합지수",  "가격지수",
    "생산지수", "경기지수", "심리지수", "발전지수", "경쟁력지수"};

/* How many laws, and words of the rest of the language. */
static const char *const words[] = {"법률", "자율", "규율", "선율"};

/* One of what the figures are for: 1인당, ㎡당 금액; not 수당. */
static const char *const each[] = {
    "인당", "명당", "가구당", "세대당", "건당",   "개당", "대당", "㎡당",
    "m²당", "평당", "시간당", "km당",   "개소당", "톤당", "ha당"};

static bool ends_with(Str s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_ends(s, str_of(list[i])))
            return true;
    return false;
}

/* The last word, but for years and the like over which a head is spread: 단가
 * of "단가 2023년". */
static Str last_word(Str name)
{
    Str word = name;
    for (;;) {
        const char *space = memrchr(name.p, ' ', name.n);
        size_t at = space ? (size_t)(space - name.p) + 1 : 0;
        word = str_sub(name, at, name.n - at);
        if (at == 0 || !g_ascii_isdigit(word.p[0]))
            return word;
        name = str_trim(str_sub(name, 0, at));
    }
}

/* At the head of the name or of a word of it: 1인당 예산, 주민 1인당. */
static bool is_for_each(Str name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(each); i++) {
        ptrdiff_t at = str_find(name, str_of(each[i]));
        if (at == 0 || (at > 0 && strchr("1 ", name.p[at - 1])))
            return true;
    }
    return false;
}

/* 예산(%), 비율(B/A): what is in brackets behind a name is no part of it. */
static Str cut_bracket(Str name, bool *percent)
{
    *percent = str_ends(name, STR("%")) || str_ends(name, STR("%p")) ||
               str_ends(name, STR("(%)")) || str_ends(name, STR("(%p)"));
    const char *open =
        str_ends(name, STR(")")) ? memrchr(name.p, '(', name.n) : NULL;
    return open && open > name.p
               ? str_trim(str_sub(name, 0, (size_t)(open - name.p)))
               : name;
}

bool name_is_rate(Str name)
{
    bool percent;
    name = cut_bracket(str_trim(name), &percent);
    Str word = last_word(name);
    if (percent || str_find(name, STR("평균")) >= 0 || is_for_each(name))
        return true;
    return str_eq_c(word, "지수") ||
           (ends_with(word, endings, G_N_ELEMENTS(endings)) &&
            !ends_with(word, words, G_N_ELEMENTS(words)));
}
