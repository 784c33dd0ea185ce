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

/* Where the bracket opens that closes at the end: 소음(dB(A)); SIZE_MAX: it
 * does not. */
static size_t find_open(Str s, Str open, Str close)
{
    size_t depth = 0;
    for (size_t at = s.n; at-- > 0;) {
        Str rest = str_sub(s, at, s.n);
        depth += str_starts(rest, close);
        if (str_starts(rest, open) && --depth == 0)
            return at;
    }
    return SIZE_MAX;
}

/* The brackets at the end, as `(B/A)`; *inside is what they hold. */
static bool drop_bracket(Str *s, Str *inside)
{
    static const char *const pairs[][2] = {
        {"(", ")"}, {"[", "]"}, {"（", "）"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        Str open = str_of(pairs[i][0]), close = str_of(pairs[i][1]);
        size_t at = str_ends(*s, close) ? find_open(*s, open, close) : SIZE_MAX;
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
    const char *space = name.n ? memrchr(name.p, ' ', name.n) : NULL;
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

/* The letters and signs of a formula: one of each at least, or it is a word. */
static bool is_formula(Str s)
{
    bool letter = false, sign = false;
    for (size_t i = 0; i < s.n; i++) {
        letter = letter || g_ascii_isupper(s.p[i]);
        sign = sign || strchr("+-*/=", s.p[i]) || !g_ascii_isprint(s.p[i]);
    }
    return letter && sign;
}

/* 집행률B/A, 증감률(B-A)/A: typed against the name. */
static bool drop_glued_formula(Str *s)
{
    size_t at = s->n;
    for (;;) {
        Str rest = str_sub(*s, 0, at);
        if (ends_with(rest, LIST("×", "÷", "−")))
            at -= str_ends(rest, STR("−")) ? STR("−").n : STR("×").n;
        else if (at > 0 && (g_ascii_isupper(s->p[at - 1]) ||
                            strchr("0123456789+-*/=().", s->p[at - 1])))
            at--;
        else
            break;
    }
    if (at == 0 || !is_formula(str_sub(*s, at, s->n)))
        return false;
    *s = str_trim(str_sub(*s, 0, at));
    return s->n > 0;
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

/* ---- units in brackets ---- */

/* Below the stroke: 원/㎡, mg/L. Not 톤/일, 대/일: what a plant can do in a day
 * adds up. */
static const char *const unit_bases[] = {
    "㎡", "㎢", "㎥", "m²", "m2", "m³", "m3", "㎠", "㎤", "km²", "km2", "ha", "㏊",
    "10a", "L",  "ℓ",  "l",  "㎖", "mL", "ml", "dL",  "dl",  "kg", "㎏", "g",
    "t",  "톤", "m",  "km", "㎞", "㎝", "cm", "kWh", "㎾h", "h",  "s",  "평", NULL};

/* Below money or a count of heads: 원/명, 명/10만명; not 명/건, two columns in
 * one. */
static bool is_unit_base(Str above, Str below)
{
    if (is_one_of(below, unit_bases))
        return true;
    size_t digits = 0;
    while (digits < below.n && (g_ascii_isdigit(below.p[digits]) ||
                                below.p[digits] == ','))
        digits++;
    Str unit = str_sub(below, digits, below.n);
    bool counted = digits > 0 || starts_with(unit, LIST("십", "백", "천", "만"));
    while (starts_with(unit, LIST("십", "백", "천", "만")))
        unit = str_sub(unit, STR("만").n, unit.n);
    return (counted || ends_with(above, LIST("원", "달러"))) &&
           is_one_of(unit, LIST("인", "명", "가구", "세대", "건", "개", "대",
                                "회", "호", "두", "권", "마리", "학급", "개소"));
}

/* (B/A) is a formula, (남/여) are two columns. */
static bool is_compound(Str unit)
{
    ptrdiff_t at = str_find(unit, STR("/"));
    return at > 0 &&
           is_unit_base(str_trim(str_sub(unit, 0, (size_t)at)),
                        str_trim(str_sub(unit, (size_t)at + 1, unit.n)));
}

/* ㎡당, 여성 100명당; not 1인당 아님. */
static bool is_each_unit(Str unit)
{
    Str before, word = last_word(unit, &before);
    return str_ends(word, STR("당")) && is_for_each(word);
}

/* Units of what is measured at a place. */
static bool is_measure(Str unit)
{
    return is_one_of(unit, LIST("dB", "㏈", "dB(A)", "㏈(A)", "℃", "°C", "hPa",
                                "㍱", "pH", "ppm", "ppb", "lx", "lux", "Brix"));
}

static bool is_rate_unit(Str unit)
{
    return ends_with(unit, LIST("%", "%p", "％", "‰")) ||
           is_one_of(unit, LIST("비율", "구성비", "비중", "율")) ||
           is_compound(unit) || is_each_unit(unit) || is_measure(unit);
}

/* 표고(m) is a height; 표고(kg) are mushrooms. */
static bool is_height(Str unit)
{
    return is_one_of(unit, LIST("m", "M", "미터", "EL.m", "EL. m", "해발 m"));
}

/* The name without its ends; `rate` when one of them says so. */
static Str bare_name(Str name, bool *rate)
{
    Str inside;
    *rate = false;
    name = str_trim(name);
    for (bool more = true; more;) {
        more = false;
        if (drop_bracket(&name, &inside)) {
            *rate = *rate || is_rate_unit(inside) ||
                    (str_eq_c(name, "표고") && is_height(inside));
            more = true;
        }
        if (drop_end(&name, LIST("%p", "%", "％", "‰")))
            more = *rate = true;
        more = drop_note(&name) ||
               drop_end(&name, LIST("*", "＊", "†", "‡", "※", "¹", "²", "³")) ||
               drop_formula(&name) || drop_glued_formula(&name) || more;
    }
    return name;
}

/* ---- words ---- */

/* 물가지수, but not 필지수: how many lots. 화지수: 고령화지수. */
static const char *const rate_ends[] = {
    "단가",       "비율",     "비중",     "구성비",   "율",       "률",
    "순위",       "석차",     "밀도",     "농도",     "만족도",   "기온",
    "온도",       "습도",     "금리",     "평균연령", "물가지수", "만족지수",
    "행복지수",   "안전지수", "종합지수", "가격지수", "생산지수", "경기지수",
    "심리지수",   "발전지수", "청렴지수", "혁신지수", "체감지수", "위험지수",
    "경쟁력지수", "성장지수", "평균",     "속도",     "화지수",   "다양성지수",
    "질량지수",   "불쾌지수", "건강지수", "복지지수", "환경지수", "오염지수",
    "품질지수",   "신뢰지수", "특화지수", "소득지수", "고용지수", "주가지수",
    "물량지수",   "동행지수", "선행지수", "후행지수", "자립도",   "자주도",
    "달성도",     "청렴도",   "이해도",   "선호도",   "인지도",   "혼잡도",
    "기여도",     "의존도",   "신뢰도",   "중요도",   "성취도",   "체감도",
    "부양비",     "출생성비", "인구성비", "지니계수", "상관계수", "변동계수",
    "표준편차",   "중위값",   "중앙값",   "백분위",   "평점",     "수온",
    "체온",       "기압",     "해발",     "해발고도", NULL};

/* 성비 whole: 조성비 and 육성비 are money. */
static const char *const rate_words[] = {"등수", "등급", "위도", "연령", "나이",
                                         "지수", "성비", "총성비", NULL};

/* How many there are of what ends in 지; any other 지수 is likely an index. */
static const char *const counted_places[] = {
    "필지수",   "단지수",   "가지수",   "번지수",   "토지수",   "대지수",
    "농지수",   "임지수",   "산지수",   "초지수",   "묘지수",   "부지수",
    "용지수",   "택지수",   "편지수",   "휴지수",   "봉지수",   "잡지수",
    "일지수",   "강아지수", "돼지수",   "광지수",   "적지수",   "주지수",
    "소지수",   "보지수",   "정지수",   "장지수",   "저수지수", "배수지수",
    "유수지수", "식지수",   "생지수",   "작지수",   "배지수",   "해지수",
    "업지수",   "상지수",   "원지수",   "행지수",   "거지수",
    "차지수",   "기지수",   "민지수",   "양지수",   NULL};

/* 이자율 is a rate; 자율, as a whole word, is not. */
static const char *const not_rates[] = {"법률", "자율", "규율", "선율", "조율",
                                        "음률", "운율", "전율", "계율", NULL};

/* 표고: a height, or mushrooms. */
static const char *const doubt_words[] = {"경도", "대비", "배수", "표고", NULL};
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
    if (str_ends(word, STR("지수")) && !ends_with(word, counted_places))
        return FIGURE_NAME_DOUBT;
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

/* 월 says which month; 1월 and 1회차 are what was counted then. */
static bool is_label(Str name)
{
    Str before;
    return ends_with(name,
                     LIST("연도", "년도", "번호", "연번", "코드", "순번")) ||
           is_one_of(name, LIST("No", "No.", "NO", "NO.", "no", "no.")) ||
           is_one_of(last_word(name, &before),
                     LIST("월", "회차", "학년", "차수"));
}

FigureName figure_name(Str name)
{
    bool rate;
    Str label = str_trim(name), before;
    if (is_label(label))
        return FIGURE_NAME_LABEL;
    Str bare = bare_name(name, &rate), word = last_word(bare, &before);
    if (rate)
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
        str_starts(c->unit, STR("％")) || is_rate_unit(c->unit) ||
        (str_eq_c(c->name, "표고") && is_height(c->unit)))
        return FIGURE_NAME_RATE;
    return name == FIGURE_NAME_DOUBT && c->declared ? FIGURE_NAME_AMOUNT : name;
}
