/*
 * Breaks in need: what is wider than the measure parts at the earliest tier
 * that serves (K-16), and numbers and dates stay whole as long as a mark does
 * (K-20 … K-22).
 */
#include "text_case.h"

typedef struct Narrow {
    const char *text;
    int mm;
    const char *lines;
} Narrow;

static const char *lines_at(Case *c, const Narrow *n, ParaSpec spec)
{
    spec.measure = LEN_MM(n->mm);
    return lines_of(c, set_para(c, n->text, spec));
}

static void check_narrow(Case *c, const Narrow *all, size_t n, ParaSpec spec)
{
    c->style.size = LEN_PT(10);
    for (size_t i = 0; i < n; i++) {
        const char *got = lines_at(c, &all[i], spec);
        if (strcmp(got, all[i].lines) != 0)
            fail_msg("%s in %d mm: %s, expected %s", all[i].text, all[i].mm,
                got, all[i].lines);
    }
}

#define CHECK_NARROW(c, all, ...)                                              \
    check_narrow(c, all, G_N_ELEMENTS(all), (ParaSpec) {__VA_ARGS__})

/* L-06, L-08: a range, a list or a bracket parts before the numbers in it. */
static const Narrow marks_first[] = {
    {"3월 1일~5월 31일", 18, "3월 1일~/5월 31일"},
    {"3월 1일~5월 31일", 20, "3월 1일~/5월 31일"},
    {"3월 1일~5월 31일", 24, "3월 1일~/5월 31일"},
    {"1,000만 원~2,000만 원", 20, "1,000만 원~/2,000만 원"},
    {"1조 2,000억 원~1조 5,000억 원", 26, "1조 2,000억 원~/1조 5,000억 원"},
    {"2024. 2. 20.~2025. 12. 24.", 30, "2024. 2. 20.~/2025. 12. 24."},
    {"2024. 2. 20.~2. 24.(토)", 26, "2024. 2. 20.~/2. 24.(토)"},
    {"2024. 2. 20.~2. 24.(토)", 30, "2024. 2. 20.~/2. 24.(토)"},
    {"제3 회(2024년 5월 3일)", 28, "제3 회/(2024년 5월 3일)"},
    {"1,000 원·2,000 원", 18, "1,000 원·/2,000 원"},
    {"1,000 원/2,000 원", 18, "1,000 원//2,000 원"},
};

static void test_k16_marks_before_numbers_part(void **state)
{
    CHECK_NARROW(*state, marks_first, .fit = FIT_NONE);
    CHECK_NARROW(*state, marks_first, .mode = BREAK_SYLLABLE);
}

/* What tightening holds whole is tightened; the rest parts in the same order. */
static void test_k43_marks_first_when_fitted(void **state)
{
    static const Narrow tight[] = {
        {"1,000만 원~2,000만 원", 18, "1,000만 원~/2,000만 원"},
        {"1조 2,000억 원~1조 5,000억 원", 24,
            "1조 2,000억 원~/1조 5,000억 원"},
    };
    CHECK_NARROW(*state, tight, .fit = FIT_BODY);
    CHECK_NARROW(*state, tight, .fit = FIT_CELL);
    CHECK_NARROW(*state, tight, .fit = FIT_PROSE);
}

/* A date that is too wide itself parts alone: 1일~2025년 is no line. */
static void test_k22_each_date_parts_alone(void **state)
{
    static const Narrow narrow[] = {
        {"2024년 3월 1일~2025년 12월 31일", 20,
            "2024년 /3월 1일~/2025년 /12월 31일"},
        {"2024년 3월 1일~2025년 12월 31일", 26,
            "2024년 3월 1일~/2025년 /12월 31일"},
        {"2024. 12. 31.에", 14, "2024. /12. 31.에"},
        {"제3 회(2024년 5월 3일)", 20, "제3 회/(2024년 /5월 3일)"},
    };
    CHECK_NARROW(*state, narrow, .fit = FIT_NONE);
}

/* A year of two digits is no closing quote. */
static void test_k22_years_of_two_digits(void **state)
{
    static const Narrow narrow[] = {
        {"'25.1.1.~'25.12.31.", 16, "’25.1.1.~/’25.12.31."},
        {"'24.1.~'25.12.", 13, "’24.1.~/’25.12."},
        {"'24. 3. 1.~'25. 12. 31.", 22, "’24. 3. 1.~/’25. 12. 31."},
    };
    CHECK_NARROW(*state, narrow, .fit = FIT_NONE);
    CHECK_NARROW(*state, narrow, .mode = BREAK_SYLLABLE);
}

/* K-24: markers alone are no wider than they must be, and a marker before a
 * word still holds it. */
static void test_k24_rows_of_markers(void **state)
{
    static const Narrow narrow[] = {
        {"① ② ③ ④ ⑤ ⑥ ⑦ ⑧", 20, "① ② ③ ④ /⑤ ⑥ ⑦ ⑧"},
        {"(1) (2) (3) (4) (5) (6)", 20, "(1) (2) (3) /(4) (5) (6)"},
        {"□ ○ ■ ● ◆ ◇ ▲ △", 20, "□ ○ ■ ● /◆ ◇ ▲ △"},
        {"1. 가. 핵심업무추진", 24, "1. 가. 핵심업무/추진"},
    };
    CHECK_NARROW(*state, narrow, .fit = FIT_NONE);
}

/* K-21: an amount parts between its groups only after that, and before its
 * unit leaves it. */
static void test_k21_groups_of_an_amount(void **state)
{
    static const Narrow narrow[] = {
        {"11조 6,250억 원", 18, "11조 /6,250억 원"},
        {"1조 2,000억 원(국비)", 24, "1조 2,000억 원/(국비)"},
        {"1조2,000억원(국비)", 24, "1조2,000억원/(국비)"},
    };
    CHECK_NARROW(*state, narrow, .fit = FIT_NONE);
}

/* K-14: words that are only better together part before one is cut. */
static void test_k14_held_words_part_first(void **state)
{
    static const Narrow narrow[] = {
        {"(복지정책) 복지·보건", 24, "(복지정책) /복지·보건"},
        {"故 이종수·김철수", 24, "故 /이종수·김철수"},
        {"(단위: 천 명/천 원)", 20, "(단위: /천 명/천 원)"},
    };
    CHECK_NARROW(*state, narrow, .fit = FIT_NONE);
}

/* K-17, K-18: a line begins before a bracket typed with a space behind it, not
 * after it. */
static void test_k18_break_before_an_open_bracket(void **state)
{
    static const Narrow narrow[] = {
        {"출현으로( 6.10절.", 20, "출현으로/( 6.10절."},
        {"출현으로( 6.10절.", 24, "출현으로/( 6.10절."},
        {"대전·세종 ~충북", 22, "대전·/세종 ~충북"},
    };
    CHECK_NARROW(*state, narrow, .fit = FIT_NONE);
}

/* K-14 before K-17: a dash begins a line before the word it follows, which fits
 * alone, is parted at a mark. */
static void test_k14_dash_before_marks(void **state)
{
    static const Narrow narrow[] = {
        {"연구개발용 수입물품(2023-12-31까지) — 관세 면제", 42,
            "연구개발용 /수입물품(2023-12-31까지) /— 관세 면제"},
        {"제2018-1089호(2018-08-28) — 고시", 44,
            "제2018-1089호(2018-08-28) /— 고시"},
        {"대전·세종·충북 – 광역철도", 25, "대전·세종·충북 /– 광역철도"},
        {"대전·세종·충북 … 광역철도", 25, "대전·세종·충북 /… 광역철도"},
        {"대전·세종·충북 – 광역철도", 20, "대전·세종·/충북 – /광역철도"},
        {"대전·세종·충북 – 한국철도시설관리", 25,
            "대전·세종·/충북 – 한국철/도시설관리"},
        {"대전·세종·충북 –", 25, "대전·세종·/충북 –"},
    };
    CHECK_NARROW(*state, narrow, .fit = FIT_NONE);
}

/* K-17: rather than that a comma begins a line, a word parts at its marks or
 * is cut. */
static void test_k17_comma_begins_last(void **state)
{
    static const Narrow narrow[] = {
        {"기타자산(특정주식 ,부동산과다보유법인주식 등)", 45,
            "기타자산(특정주식 ,/부동산과다보유법인주식 등)"},
        {"가나다라마바사 , 아자", 25, "가나다라마/바사 , 아자"},
        {"LibreOffice , 아자", 21, "Libre/Office , 아자"},
        {"1,234,567,890 , 아자", 22, "1,234,567,890 /, 아자"},
    };
    CHECK_NARROW(*state, narrow, .fit = FIT_NONE);
}

/* A list of numbers without spaces is no number: it parts behind its commas or
 * slashes. What may be one number, a date or a ratio stays whole (K-20). */
static void test_k16_lists_of_numbers(void **state)
{
    static const Narrow narrow[] = {
        {"1,2,3,4,5,6,7,8,9,10,11,12", 24, "1,2,3,4,5,6,7,/8,9,10,11,12"},
        {"96,97,98,99,100,101,102", 16, "96,97,98,/99,100,/101,102"},
        {"1,200,3,400,5,600", 12, "1,200,/3,400,/5,600"},
        {"2023,2024,2025", 20, "2023,2024,/2025"},
        {"(16/25/34/45/48/50/52/55%)가", 30, "(16/25/34/45/48//50/52/55%)가"},
        {"100/200/300", 16, "100/200//300"},
        {"1.5/2.25/3.75", 16, "1.5/2.25//3.75"},
        {"1/3/5,2/4/6", 12, "1/3/5,/2/4/6"},
    };
    static const char *const whole[] = {"1,234,567", "1,234,567,890,123",
        "1,234.5", "2024/3/1", "24/3/1", "12/31/2024", "3/4", "1,200/1,300",
        "1.2.3", "192.168.100.200", "042-270-2114", "12:30", "500-1,000",
        "2024-12-31", "2024/3/1-2024/3/5", "64.3%", "２０２４/３/１"};
    CHECK_NARROW(*state, narrow, .fit = FIT_NONE);
    CHECK_NARROW(*state, narrow, .mode = BREAK_SYLLABLE);
    for (size_t i = 0; i < G_N_ELEMENTS(whole); i++) {
        const Narrow number = {whole[i], 4, whole[i]};
        check_narrow(*state, &number, 1, (ParaSpec) {.fit = FIT_NONE});
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_k16_marks_before_numbers_part),
        CASE_TEST(test_k43_marks_first_when_fitted),
        CASE_TEST(test_k22_each_date_parts_alone),
        CASE_TEST(test_k22_years_of_two_digits),
        CASE_TEST(test_k24_rows_of_markers),
        CASE_TEST(test_k21_groups_of_an_amount),
        CASE_TEST(test_k14_held_words_part_first),
        CASE_TEST(test_k18_break_before_an_open_bracket),
        CASE_TEST(test_k16_lists_of_numbers),
        CASE_TEST(test_k14_dash_before_marks),
        CASE_TEST(test_k17_comma_begins_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
