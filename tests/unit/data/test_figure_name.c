/* data/figure_name: what the name of a column says of its figures (K-99). */
#include "data/figure_name.h"
#include "data_test.h"

#include <glib.h>

static void all_are(const char *const *names, size_t n, FigureName want)
{
    bool fine = true;
    for (size_t i = 0; i < n; i++) {
        FigureName got = figure_name(str_of(names[i]));
        if (got != want)
            print_error("%s: %d, not %d\n", names[i], (int)got, (int)want);
        fine = fine && got == want;
    }
    assert_true(fine);
}

#define ALL_ARE(names, want)                                                   \
    all_are(names, sizeof(names) / sizeof *(names), want)

static void k99_rates(void **state)
{
    (void)state;
    static const char *const names[] = {
        "단가",      "계약단가(원)", "집행률",         "비율(%)",
        "예산(%)",   "증감(%p)",     "순위",           "시도별 순위",
        "구성비",    "비중",         "환율",           "평균연령",
        "연평균",    "지수",         "소비자물가지수", "인구밀도",
        "만족도",    "누적률",       "요율",           "등급",
        "등수",      "위도",         "평균 인원",      "월평균 이용객",
        "예산(비율)"};
    ALL_ARE(names, FIGURE_NAME_RATE);
}

/* 자율 and 선율 are whole words, not ends. */
static void k99_rates_by_the_whole_last_word(void **state)
{
    (void)state;
    static const char *const rates[] = {"이자율", "개선율", "당선율",
                                        "투자율", "우선율", "이용자율"};
    static const char *const amounts[] = {"법률", "자율", "규율", "선율",
                                          "조율"};
    ALL_ARE(rates, FIGURE_NAME_RATE);
    ALL_ARE(amounts, FIGURE_NAME_AMOUNT);
}

static void k99_ends_that_are_no_part_of_the_name(void **state)
{
    (void)state;
    static const char *const names[] = {
        "이용률1)",    "이용률 주1)",   "달성률*",
        "집행률 B/A",  "집행률(B/A)",   "집행률(%)",
        "집행률[%]",   "집행률（B/A）", "집행률 (B/A*100) 2)",
        "단가 2023년", "단가 2023",     "이용률 3분기"};
    static const char *const amounts[] = {"예산1)", "집행액(B)", "예산 A",
                                          "건수(1인당 아님)"};
    ALL_ARE(names, FIGURE_NAME_RATE);
    ALL_ARE(amounts, FIGURE_NAME_AMOUNT);
}

static void k99_heads_of_two_rows(void **state)
{
    (void)state;
    static const char *const rates[] = {"집행률 상반기", "단가 국산",
                                        "단가 수입", "집행률 계"};
    static const char *const amounts[] = {"집행률 예산", "보조율 금액",
                                          "실업률 조사 인원", "세율 적용액",
                                          "일반회계 예산"};
    static const char *const doubts[] = {"이용률 조사 대상", "단가 계약"};
    ALL_ARE(rates, FIGURE_NAME_RATE);
    ALL_ARE(amounts, FIGURE_NAME_AMOUNT);
    ALL_ARE(doubts, FIGURE_NAME_DOUBT);
}

static void k99_for_each(void **state)
{
    (void)state;
    static const char *const rates[] = {
        "1인당 예산",      "인당 금액",          "주민 1인당 부담",
        "10만명당 사망자", "인구 천명당 의사수", "인구 1,000명당 병상",
        "학급당 학생수",   "㎢당 인구",          "1㎡당",
        "㎡당 공사비",     "1인당지원금",        "가구당 소득",
        "학급당학생수",    "일인당 소득",        "1인 당 예산",
        "㎡ 당 공사비",    "kWh당 요금",         "1회당 비용",
        "㎡당 금액"};
    static const char *const amounts[] = {
        "수당",        "배당금",        "학대당한 아동", "담당자수",
        "경로당",      "경로당 이용객", "식당수",        "해당 인원",
        "의원당선자",  "사업당초예산",  "부당이득금",    "분당구",
        "정당 보조금", "부당 집행",     "마을회관"};
    ALL_ARE(rates, FIGURE_NAME_RATE);
    ALL_ARE(amounts, FIGURE_NAME_AMOUNT);
}

static void k99_amounts(void **state)
{
    (void)state;
    static const char *const names[] = {
        "예산",          "공사비",        "인건비",
        "필지수",        "단지수",        "단가계약 건수",
        "비율조정액",    "효율화 사업비", "재난대비",
        "자연재난 대비", "폭설 대비",     "가로등수",
        "보안등수",      "1등급",         "A등급",
        "1순위",         "평균임금 총액", "평균 이상 인원",
        "법률상담",      "총면적",        "건수",
        "배점"};
    ALL_ARE(names, FIGURE_NAME_AMOUNT);
}

static void k99_names_of_two_meanings(void **state)
{
    (void)state;
    static const char *const doubts[] = {
        "경도",     "전년대비", "전년 대비",      "전년 동기 대비",
        "우수등급", "관련법률", "평균이상 인원수"};
    static const char *const loose[] = {"누계", "평가점수", "최대 수용량"};
    static const char *const labels[] = {"연번", "기준연도", "우편번호",
                                         "사업코드"};
    ALL_ARE(doubts, FIGURE_NAME_DOUBT);
    ALL_ARE(loose, FIGURE_NAME_LOOSE);
    ALL_ARE(labels, FIGURE_NAME_LABEL);
}

static void k99_formulas_typed_against_the_name(void **state)
{
    (void)state;
    static const char *const rates[] = {"집행률B/A", "증감률(B-A)/A",
                                        "집행률B/A×100", "집행률(B/A×100)",
                                        "달성률(B/A)*100"};
    static const char *const amounts[] = {"증감B-A", "합계C=A+B", "예산A",
                                          "COVID-19", "코로나19", "A/S 건수",
                                          "지원 A-1", "TOE"};
    ALL_ARE(rates, FIGURE_NAME_RATE);
    ALL_ARE(amounts, FIGURE_NAME_AMOUNT);
}

static void k99_indices(void **state)
{
    (void)state;
    static const char *const rates[] = {
        "노령화지수", "고령화지수", "물가지수",   "노령화 지수",  "도시화지수",
        "지니계수",   "표준편차",   "중위값",     "백분위",       "평점",
        "성비",       "출생성비",   "총부양비",   "노년부양비",   "부양비",
        "유소년부양비"};
    static const char *const amounts[] = {
        "필지수",   "단지수",   "가지수",   "번지수", "관광지수", "유적지수",
        "거주지수", "주차지수", "재배지수", "사업비", "경비",     "인건비",
        "운영비",   "조성비",   "육성비",   "양성비", "보조비",   "평점 인원",
        "복지 건수"};
    static const char *const doubts[] = {"행복도지수", "보건지수"};
    ALL_ARE(rates, FIGURE_NAME_RATE);
    ALL_ARE(amounts, FIGURE_NAME_AMOUNT);
    ALL_ARE(doubts, FIGURE_NAME_DOUBT);
}

static void k99_degrees_and_measures(void **state)
{
    (void)state;
    static const char *const rates[] = {
        "재정자립도", "재정자주도", "달성도",   "청렴도",      "이해도",
        "선호도",     "인지도",     "혼잡도",   "기여도",      "의존도",
        "수온",       "체온",       "최고 기온", "기압",       "소음(dB)",
        "소음(dB(A))", "표고(m)",   "해발",     "해발고도(m)", "온도(℃)"};
    static const char *const amounts[] = {
        "표고버섯",   "소음",      "소음 민원", "경기도",       "제주도",
        "강수량(mm)", "지도 건수", "도로연장(km)", "보급 지도", "온천수"};
    static const char *const doubts[] = {"표고"};
    ALL_ARE(rates, FIGURE_NAME_RATE);
    ALL_ARE(amounts, FIGURE_NAME_AMOUNT);
    ALL_ARE(doubts, FIGURE_NAME_DOUBT);
}

static void k99_units_in_brackets(void **state)
{
    (void)state;
    static const char *const rates[] = {
        "임대료(㎡당)",        "성비(여성 100명당)", "사망자(인구 10만 명당)",
        "공시지가(원/㎡)",     "BOD(mg/L)",          "미세먼지(㎍/㎥)",
        "수확량(kg/10a)",      "급식비(원/명)",      "발생(건/천명)",
        "사망(명/10만명)",     "인구(명/㎢)",        "요금(원/kWh)",
        "공시지가 (천원/㎡)"};
    static const char *const amounts[] = {
        "교통량(대/일)", "처리용량(톤/일)", "시설용량(㎥/일)", "인원(남/여)",
        "실적(명/건)",   "인건비(수당)",    "보조(해당)",      "면적(㎡)",
        "금액(원)",      "급여(원/월)",     "예산(담당)",      "건수(1인당 아님)",
        "집행액(B/A)",   "이용(식당)"};
    ALL_ARE(rates, FIGURE_NAME_RATE);
    ALL_ARE(amounts, FIGURE_NAME_AMOUNT);
}

static void k121_labels(void **state)
{
    (void)state;
    static const char *const labels[] = {"No",   "No.",  "월",   "기준 월",
                                         "회차", "학년", "차수", "추진 회차"};
    static const char *const amounts[] = {"1월",      "12월", "1회차", "1학년",
                                          "주차수",   "NOx",  "세월",  "매월",
                                          "3회차 인원"};
    ALL_ARE(labels, FIGURE_NAME_LABEL);
    ALL_ARE(amounts, FIGURE_NAME_AMOUNT);
}

static FigureName of(Column c)
{
    return figure_name_of(&c);
}

static void a_declared_type_decides_a_doubt(void **state)
{
    (void)state;
    Column c = {.name = STR("경도"), .type = TYPE_INTEGER};
    assert_int_equal(of(c), FIGURE_NAME_DOUBT);
    c.declared = true;
    assert_int_equal(of(c), FIGURE_NAME_AMOUNT);
    c.percent = true; /* 3.5% is no amount, whatever the type */
    assert_int_equal(of(c), FIGURE_NAME_RATE);
    c = (Column){.name = STR("단가"), .type = TYPE_MONEY, .declared = true};
    assert_int_equal(of(c), FIGURE_NAME_RATE);
    c = (Column){.name = STR("집행"), .type = TYPE_DECIMAL, .unit = STR("%")};
    assert_int_equal(of(c), FIGURE_NAME_RATE);
}

/* The bracket of a head may have become the unit of its column (K-196). */
static void k99_the_unit_of_a_column(void **state)
{
    (void)state;
    static const char *const rates[] = {"원/㎡", "mg/L", "dB", "%p", "명/㎢"};
    static const char *const amounts[] = {"", "원", "천 원", "㎡", "톤/일"};
    Column c = {.name = STR("값"), .type = TYPE_DECIMAL};
    for (size_t i = 0; i < G_N_ELEMENTS(rates); i++) {
        c.unit = str_of(rates[i]);
        assert_int_equal(of(c), FIGURE_NAME_RATE);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(amounts); i++) {
        c.unit = str_of(amounts[i]);
        assert_int_equal(of(c), FIGURE_NAME_AMOUNT);
    }
    c = (Column){.name = STR("표고"), .type = TYPE_INTEGER, .unit = STR("m")};
    assert_int_equal(of(c), FIGURE_NAME_RATE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k99_rates),
        cmocka_unit_test(k99_rates_by_the_whole_last_word),
        cmocka_unit_test(k99_ends_that_are_no_part_of_the_name),
        cmocka_unit_test(k99_heads_of_two_rows),
        cmocka_unit_test(k99_for_each),
        cmocka_unit_test(k99_amounts),
        cmocka_unit_test(k99_names_of_two_meanings),
        cmocka_unit_test(k99_formulas_typed_against_the_name),
        cmocka_unit_test(k99_indices),
        cmocka_unit_test(k99_degrees_and_measures),
        cmocka_unit_test(k99_units_in_brackets),
        cmocka_unit_test(k121_labels),
        cmocka_unit_test(a_declared_type_decides_a_doubt),
        cmocka_unit_test(k99_the_unit_of_a_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
