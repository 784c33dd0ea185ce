/*
 * A name is read word by word, without what hangs on its end: (B/A), *, 1).
 * The last word decides, whole or by the end of a compound (계약단가), never by
 * an end that other words share: 가로등수 is no 등수. Words before it count
 * where it only tells them apart: 집행률 상반기, of a head of two rows.
 */
#include "data/figure_name.h"

#include <glib.h>
#include <string.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

typedef const char *const *Words;

static bool is_one_of(Str s, Words list)
{
    for (; *list; list++)
        if (str_eq_c(s, *list))
            return true;
    return false;
}

static bool ends_with(Str s, Words list)
{
    for (; *list; list++)
        if (str_ends(s, str_of(*list)))
            return true;
    return false;
}

static bool starts_with(Str s, Words list)
{
    for (; *list; list++)
        if (str_starts(s, str_of(*list)))
            return true;
    return false;
}

static bool holds(Str s, Words list)
{
    for (; *list; list++)
        if (str_find(s, str_of(*list)) >= 0)
            return true;
    return false;
}

/* ---- the ends of a name ---- */

static bool drop_end(Str *s, Words ends)
{
    for (; *ends; ends++) {
        Str end = str_of(*ends);
        if (s->n > end.n && str_ends(*s, end)) {
            *s = str_trim(str_sub(*s, 0, s->n - end.n));
            return s->n > 0;
        }
    }
    return false;
}

/* 이용률1), 이용률주1): the number of a note. */
static bool drop_note(Str *s)
{
    size_t n = s->n;
    if (n < 3 || s->p[n - 1] != ')' || !g_ascii_isdigit(s->p[n - 2]))
        return false;
    for (n--; n > 0 && g_ascii_isdigit(s->p[n - 1]);)
        n--;
    if (n == 0 || s->p[n - 1] == '(')
        return false;
    Str rest = str_trim(str_sub(*s, 0, n));
    if (rest.n > STR("주").n && str_ends(rest, STR("주")))
        rest = str_trim(str_sub(rest, 0, rest.n - STR("주").n));
    *s = rest;
    return rest.n > 0;
}

/* Where `what` stands last; SIZE_MAX: nowhere. */
static size_t find_last(Str s, Str what)
{
    for (size_t at = s.n; at-- > 0;)
        if (str_starts(str_sub(s, at, s.n), what))
            return at;
    return SIZE_MAX;
}

/* The brackets at the end, as `(B/A)`; *inside is what they hold. */
static bool drop_bracket(Str *s, Str *inside)
{
    static const char *const pairs[][2] = {
        {"(", ")"}, {"[", "]"}, {"（", "）"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        Str open = str_of(pairs[i][0]), close = str_of(pairs[i][1]);
        size_t at = str_ends(*s, close) ? find_last(*s, open) : SIZE_MAX;
        if (at == SIZE_MAX || at == 0)
            continue;
        size_t from = at + open.n;
        *inside = str_trim(str_sub(*s, from, s->n - close.n - from));
        *s = str_trim(str_sub(*s, 0, at));
        return s->n > 0;
    }
    return false;
}

/* The last word and the words before it. */
static Str last_word(Str name, Str *before)
{
    const char *space = memrchr(name.p, ' ', name.n);
    size_t at = space ? (size_t)(space - name.p) + 1 : 0;
    *before = str_trim(str_sub(name, 0, at));
    return str_sub(name, at, name.n);
}

/* 집행률 B/A; also the years over which a head is spread: 단가 2023년. */
static bool drop_formula(Str *s)
{
    Str before, word = last_word(*s, &before);
    bool formula = true;
    for (size_t i = 0; i < word.n; i++)
        formula = formula && (g_ascii_isupper(word.p[i]) ||
                              strchr("0123456789+-*/=().", word.p[i]));
    bool year = word.n && g_ascii_isdigit(word.p[0]) &&
                ends_with(word, LIST("년", "년도", "월", "분기", "주", "일"));
    if (before.n == 0 || !(formula || year))
        return false;
    *s = before;
    return true;
}

/* The name without its ends; `percent` when one of them says so. */
static Str bare_name(Str name, bool *percent)
{
    Str inside;
    *percent = false;
    name = str_trim(name);
    for (bool more = true; more;) {
        more = false;
        if (drop_bracket(&name, &inside)) {
            *percent = *percent ||
                       ends_with(inside, LIST("%", "%p", "％", "‰")) ||
                       is_one_of(inside, LIST("비율", "구성비", "비중", "율"));
            more = true;
        }
        if (drop_end(&name, LIST("%p", "%", "％", "‰")))
            more = *percent = true;
        more = drop_note(&name) ||
               drop_end(&name, LIST("*", "＊", "†", "‡", "※", "¹", "²", "³")) ||
               drop_formula(&name) || more;
    }
    return name;
}

/* ---- one of what the figures are for: 1인당, ㎡당 금액; not 수당 ---- */

/* Words of one syllable stand in others as well: 학대당한, 노인당. */
static const char *const each_short[] = {
    "인", "명", "건", "개", "대", "회", "일",  "월",  "년", "호", "동",
    "두", "권", "면", "평", "곳", "석", "실",  "장",  "톤", "t",  "L",
    "ℓ",  "m",  "㎡", "㎢", "㎥", "m²", "km²", "m³",  "km", "㎞", "㎏",
    "kg", "ha", "㏊", "kW", "구", "주", "팀",  "kWh", NULL};

static const char *const each_long[] = {
    "가구", "세대", "시간", "개소",   "학급",   "학교",   "교사", "교원",
    "의사", "기관", "업체", "기업",   "사업",   "직원",   "주민", "학생",
    "아동", "시민", "농가", "점포",   "병상",   "좌석",   "객실", "필지",
    "마리", "개인", "인구", "가정",   "공무원", "사업체", "경찰", "차량",
    "의원", "단지", "구간", "시군구", "자치구", "읍면동", "단체", "시설",
    "노선", "지점", "마을", "부서",   "미터",   "리터",   "그램", NULL};

/* Words that begin with 당: 의원당선자, 사업당초예산. */
static const char *const other_words[] = {"선", "해", "초", "직", "원", "시",
                                          "월", "번", "일", "국", "부", NULL};

/* A count or nothing stands before it: 1인당, 10만명당, 인당. */
static bool follows_count(Str word, size_t at)
{
    Str before = str_sub(word, 0, at);
    return at == 0 || g_ascii_isdigit(word.p[at - 1]) ||
           ends_with(before, LIST("일", "십", "백", "천", "만", "억", "매"));
}

static bool holds_each(Str word, Words units, bool counted)
{
    for (; *units; units++) {
        char each[32];
        g_snprintf(each, sizeof each, "%s당", *units);
        ptrdiff_t found = str_find(word, str_of(each));
        if (found < 0)
            continue;
        size_t at = (size_t)found;
        Str rest = str_sub(word, at + strlen(each), word.n);
        if (counted ? follows_count(word, at) : !starts_with(rest, other_words))
            return true;
    }
    return false;
}

/* Also 1인 당, with a space. */
static bool is_for_each(Str word)
{
    return str_eq_c(word, "당") || holds_each(word, each_short, true) ||
           holds_each(word, each_long, false);
}

/* ---- words ---- */

/* 물가지수, but not 필지수: how many lots. */
static const char *const rate_ends[] = {
    "단가",       "비율",     "비중",     "구성비",   "율",       "률",
    "순위",       "석차",     "밀도",     "농도",     "만족도",   "기온",
    "온도",       "습도",     "금리",     "평균연령", "물가지수", "만족지수",
    "행복지수",   "안전지수", "종합지수", "가격지수", "생산지수", "경기지수",
    "심리지수",   "발전지수", "청렴지수", "혁신지수", "체감지수", "위험지수",
    "경쟁력지수", "성장지수", "평균",     "속도",     NULL};

static const char *const rate_words[] = {"등수", "등급", "위도", "연령",
                                         "나이", "지수", NULL};

/* 이자율 is a rate; 자율, as a whole word, is not. */
static const char *const not_rates[] = {"법률", "자율", "규율", "선율", "조율",
                                        "음률", "운율", "전율", "계율", NULL};

static const char *const doubt_words[] = {"경도", "대비", "배수", NULL};
static const char *const doubt_ends[] = {
    "법률",     "등급",     "연령",     "전년비",   "전월비",     "동기비",
    "전년대비", "전월대비", "동기대비", "계획대비", "목표대비",   "예산대비",
    "전일대비", "기준대비", "동월대비", "전기대비", "전년도대비", NULL};

static const char *const loose_parts[] = {"누계", "누적", "점수", "최고",
                                          "최대", "최저", "최소", NULL};

/* What is counted or paid, whatever stands before it: 보조율 금액. */
static const char *const amount_ends[] = {
    "액",   "인원", "건수", "예산", "사업비", "비용", "횟수",   "총계",
    "개수", "명수", "물량", "면적", "대수",   "곳수", "이용객", NULL};

/* The ends under which a head is spread: they only tell its columns apart. */
static const char *const sides[] = {
    "상반기", "하반기", "전반기", "후반기", "국산", "외산", "수입", "국내",
    "국외",   "해외",   "남",     "여",     "남자", "여자", "남성", "여성",
    "계",     "소계",   "합계",   "전체",   "금년", "전년", "올해", "작년",
    "당초",   "변경",   "최종",   "현재",   "이전", "이후", "기준", "증감",
    "목표",   "실적",   "계획",   "전국",   "평균", "시",   "도",   "구",
    "군",     "변동",   "차이",   NULL};

/* 1등급, A등급, 2순위: how many there are of it. */
static bool is_counted_rank(Str word)
{
    return word.n && g_ascii_isalnum(word.p[0]) &&
           ends_with(word, LIST("등급", "순위", "등"));
}

static FigureName word_name(Str word)
{
    if (is_one_of(word, not_rates) || is_counted_rank(word))
        return FIGURE_NAME_AMOUNT;
    if (is_for_each(word))
        return FIGURE_NAME_RATE;
    if (is_one_of(word, doubt_words) || ends_with(word, doubt_ends))
        return is_one_of(word, rate_words) ? FIGURE_NAME_RATE
                                           : FIGURE_NAME_DOUBT;
    if (is_one_of(word, rate_words) || ends_with(word, rate_ends))
        return FIGURE_NAME_RATE;
    return holds(word, loose_parts) ? FIGURE_NAME_LOOSE : FIGURE_NAME_AMOUNT;
}

/* ---- means ---- */

static bool is_bound(Str s)
{
    return starts_with(s, LIST("이상", "이하", "미만", "초과", "미달", "대비"));
}

/* 평균임금, 연평균 보수; not 평균 이상 인원, how many are above it. */
static FigureName mean_name(Str word)
{
    Str mean = STR("평균");
    ptrdiff_t at = str_find(word, mean);
    if (at < 0)
        return FIGURE_NAME_AMOUNT;
    Str rest = str_sub(word, (size_t)at + mean.n, word.n);
    if (is_bound(rest))
        return FIGURE_NAME_DOUBT;
    return ends_with(rest, LIST("총액", "총계")) ? FIGURE_NAME_DOUBT
                                                 : FIGURE_NAME_RATE;
}

/* ---- names ---- */

static FigureName worse(FigureName a, FigureName b)
{
    return a > b ? a : b;
}

/* Whether a word before the last one makes the name a rate. */
static FigureName before_name(Str before, Str last)
{
    FigureName found = FIGURE_NAME_AMOUNT;
    Str behind = last;
    bool amount = ends_with(last, amount_ends);
    bool side = is_one_of(last, sides);
    while (before.n) {
        Str word = last_word(before, &before);
        if (is_for_each(word) ||
            (str_ends(word, STR("평균")) && !is_bound(behind)))
            return FIGURE_NAME_RATE;
        FigureName name = worse(word_name(word), mean_name(word));
        if (!amount && name >= FIGURE_NAME_DOUBT && !is_bound(behind))
            found = worse(found, side ? name : FIGURE_NAME_DOUBT);
        if (name == FIGURE_NAME_LOOSE)
            found = worse(found, name);
        behind = word;
    }
    return found;
}

/* 전년 대비, 전년 동기 대비. 자연재난 대비 is none of these. */
static bool is_compared(Str before, Str word)
{
    return str_eq_c(word, "대비") &&
           ends_with(before, LIST("전년", "전년도", "전월", "동기", "동월",
                                  "계획", "목표", "예산", "전일", "기준",
                                  "전기", "작년", "당초"));
}

FigureName figure_name(Str name)
{
    bool percent;
    Str label = str_trim(name), before;
    if (ends_with(label, LIST("연도", "년도", "번호", "연번", "코드", "순번")))
        return FIGURE_NAME_LABEL;
    Str word = last_word(bare_name(name, &percent), &before);
    if (percent)
        return FIGURE_NAME_RATE;
    if (str_eq_c(word, "대비") && before.n)
        return is_compared(before, word) ? FIGURE_NAME_DOUBT
                                         : FIGURE_NAME_AMOUNT;
    return worse(worse(word_name(word), mean_name(word)),
                 before_name(before, word));
}

FigureName figure_name_of(const Column *c)
{
    FigureName name = figure_name(c->name);
    if (name == FIGURE_NAME_LABEL)
        return name;
    if (c->percent || c->type == TYPE_RATIO || str_starts(c->unit, STR("%")) ||
        str_starts(c->unit, STR("％")))
        return FIGURE_NAME_RATE;
    return name == FIGURE_NAME_DOUBT && c->declared ? FIGURE_NAME_AMOUNT : name;
}
