/* What charts tell to who cannot see them (K-174). */
#include "doc/chart_words.h"
#include "words_case.h"

typedef WordsCase Words;

static int setup(void **state)
{
    *state = calloc(1, sizeof(Words));
    words_case_init(*state);
    return 0;
}

static int teardown(void **state)
{
    words_case_release(*state);
    free(*state);
    return 0;
}

/* A NULL figure is not known. */
static BlockSeries series(Words *w, const char *name,
                          const char *const *figures, uint32_t n)
{
    BlockFigure *list = ARENA_ARRAY(w->arena, BlockFigure, n);
    for (uint32_t i = 0; i < n; i++) {
        list[i].known =
            figures[i] && decimal_parse(str_of(figures[i]), &list[i].number);
        list[i].text = words_case_rich(w, figures[i] ? figures[i] : "…");
    }
    return (BlockSeries){words_case_rich(w, name), list};
}

static void test_parts_of_wholes(void **state)
{
    Words *w = *state;
    const RichText rows[] = {words_case_rich(w, "시"),
                             words_case_rich(w, "동")};
    const BlockSeries parts[] = {
        series(w, "국비", (const char *const[]){"75", "1"}, 2),
        series(w, "시비", (const char *const[]){"25", "2"}, 2)};
    BlockChart c = {.kind = STR("composition"),
                    .caption = words_case_rich(w, "재원"),
                    .unit = STR("억 원"),
                    .ncategories = 2,
                    .nseries = 2,
                    .categories = rows,
                    .series = parts};
    assert_str(chart_words(&c, &w->filler),
               "재원(단위: 억 원). "
               "시는 모두 100으로 국비 75(75.0%), 시비 25(25.0%)임. "
               "동은 모두 3으로 국비 1(33.3%), 시비 2(66.7%)임. "
               "전체가 가장 큰 것은 시, 가장 작은 것은 동임.");
}

/* J-11: a category that is a date ends in 일. */
static void test_categories_that_are_dates(void **state)
{
    Words *w = *state;
    Span day = {.text = STR("2024. 1. 5."), .flags = MARK_FIGURE | MARK_DATE};
    const RichText rows[] = {{&day, 1}};
    const BlockSeries parts[] = {
        series(w, "국비", (const char *const[]){"75"}, 1)};
    BlockChart c = {.kind = STR("composition"),
                    .caption = words_case_rich(w, "재원"),
                    .ncategories = 1,
                    .nseries = 1,
                    .categories = rows,
                    .series = parts};
    assert_str(chart_words(&c, &w->filler),
               "재원. 2024. 1. 5.은 모두 75로 국비 75(100.0%)임.");
}

static void test_change_in_time(void **state)
{
    Words *w = *state;
    const RichText years[] = {words_case_rich(w, "2021"),
                              words_case_rich(w, "2022"),
                              words_case_rich(w, "2023")};
    const BlockSeries s =
        series(w, "인구", (const char *const[]){"52", "46", "42"}, 3);
    BlockChart c = {.kind = STR("lines"),
                    .caption = words_case_rich(w, "인구"),
                    .ncategories = 3,
                    .nseries = 1,
                    .categories = years,
                    .series = &s};
    assert_str(chart_words(&c, &w->filler),
               "인구. 인구는 최대 2021년 52, 최소 2023년 42임. "
               "2021년 52에서 2023년 42로 10 줄어듦.");
}

static void test_unknown_figures_are_passed_over(void **state)
{
    Words *w = *state;
    const RichText rows[] = {words_case_rich(w, "동구"),
                             words_case_rich(w, "중구")};
    const BlockSeries s =
        series(w, "예산", (const char *const[]){NULL, "5"}, 2);
    BlockChart c = {.kind = STR("bars"),
                    .caption = words_case_rich(w, "예산"),
                    .ncategories = 2,
                    .nseries = 1,
                    .categories = rows,
                    .series = &s};
    assert_str(chart_words(&c, &w->filler), "예산. 예산은 중구 5임.");
}

static void test_pairs(void **state)
{
    Words *w = *state;
    const RichText rows[] = {words_case_rich(w, "동구"),
                             words_case_rich(w, "중구"),
                             words_case_rich(w, "서구")};
    const BlockSeries years[] = {
        series(w, "2023년", (const char *const[]){"10.5", "8", NULL}, 3),
        series(w, "2024년", (const char *const[]){"12.0", "8", "3"}, 3)};
    BlockChart c = {.kind = STR("slope"),
                    .caption = words_case_rich(w, "비율"),
                    .after = STR("%"),
                    .digits = 1,
                    .ncategories = 3,
                    .nseries = 2,
                    .categories = rows,
                    .series = years};
    assert_str(chart_words(&c, &w->filler),
               "비율. 3개 가운데 1개 늘고 0개 줄어듦. "
               "동구는 2023년 10.5에서 2024년 12.0으로 1.5%p 늘어남, "
               "중구는 2023년 8에서 2024년 8로 그대로임, "
               "서구는 2023년 자료 없음, 2024년 3.");
}

static void test_progress(void **state)
{
    Words *w = *state;
    const RichText rows[] = {words_case_rich(w, "트램"),
                             words_case_rich(w, "역사"),
                             words_case_rich(w, "계")};
    const BlockSeries rate =
        series(w, "집행률", (const char *const[]){"93", "80", "85"}, 3);
    const BlockSeries target =
        series(w, "목표", (const char *const[]){"92", NULL, "90"}, 3);
    const bool levels[] = {false, false, true};
    BlockChart c = {.kind = STR("progress"),
                    .caption = words_case_rich(w, "집행"),
                    .ncategories = 3,
                    .nseries = 1,
                    .categories = rows,
                    .series = &rate,
                    .target = &target,
                    .levels = levels};
    assert_str(chart_words(&c, &w->filler),
               "집행. 1개 가운데 목표 이상은 1개, 미만은 0개임. "
               "집행률은 트램 93(목표 92), 역사 80, 계 85(목표 90)임.");
}

static void test_steps(void **state)
{
    Words *w = *state;
    const RichText rows[] = {words_case_rich(w, "당초예산"),
                             words_case_rich(w, "국비"),
                             words_case_rich(w, "시비")};
    const BlockSeries s =
        series(w, "금액", (const char *const[]){"100", "-30", "20"}, 3);
    const bool levels[3] = {false};
    BlockChart c = {.kind = STR("waterfall"),
                    .caption = words_case_rich(w, "추경"),
                    .total = words_case_rich(w, "추경예산"),
                    .ncategories = 3,
                    .nseries = 1,
                    .categories = rows,
                    .series = &s,
                    .levels = levels};
    assert_str(chart_words(&c, &w->filler),
               "추경. 당초예산 100에서 국비 30 줄고, 시비 20 늘고, "
               "추경예산 90이 됨.");
}

static void test_donut(void **state)
{
    Words *w = *state;
    const RichText rows[] = {words_case_rich(w, "국비"),
                             words_case_rich(w, "시비")};
    const BlockSeries s =
        series(w, "금액", (const char *const[]){"25", "75"}, 2);
    BlockChart c = {.kind = STR("donut"),
                    .caption = words_case_rich(w, "재원"),
                    .total = words_case_rich(w, "계"),
                    .ncategories = 2,
                    .nseries = 1,
                    .categories = rows,
                    .series = &s};
    assert_str(chart_words(&c, &w->filler),
               "재원. 계 100으로 국비 25(25.0%), 시비 75(75.0%)임. "
               "가장 큰 부분은 시비, 가장 작은 부분은 국비임.");
}

static void test_rows_of_times(void **state)
{
    Words *w = *state;
    const RichText rows[] = {words_case_rich(w, "동구"),
                             words_case_rich(w, "중구"),
                             words_case_rich(w, "서구")};
    const BlockSeries years[] = {
        series(w, "2021년", (const char *const[]){"5", NULL, NULL}, 3),
        series(w, "2022년", (const char *const[]){"9", "4", NULL}, 3),
        series(w, "2023년", (const char *const[]){"7", NULL, NULL}, 3)};
    BlockChart c = {.kind = STR("sparklines"),
                    .caption = words_case_rich(w, "추이"),
                    .ncategories = 3,
                    .nseries = 3,
                    .categories = rows,
                    .series = years};
    assert_str(chart_words(&c, &w->filler),
               "추이. 동구는 2021년 5에서 2023년 7로 2 늘어남"
               "(최고 2022년 9, 최저 2021년 5). 중구는 2022년 4. "
               "서구는 자료 없음.");
}

static void test_two_sides(void **state)
{
    Words *w = *state;
    const RichText rows[] = {words_case_rich(w, "0∼9세"),
                             words_case_rich(w, "10∼19세")};
    const BlockSeries sides[] = {
        series(w, "남자", (const char *const[]){"48", "69"}, 2),
        series(w, "여자", (const char *const[]){"46", NULL}, 2)};
    BlockChart c = {.kind = STR("pyramid"),
                    .caption = words_case_rich(w, "인구"),
                    .total = words_case_rich(w, "계"),
                    .ncategories = 2,
                    .nseries = 2,
                    .categories = rows,
                    .series = sides};
    assert_str(chart_words(&c, &w->filler),
               "인구. 남자 계 117. 남자는 최대 10∼19세 69, 최소 0∼9세 48임. "
               "여자는 0∼9세 46임.");
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_parts_of_wholes),
        CASE(test_categories_that_are_dates),
        CASE(test_change_in_time),
        CASE(test_unknown_figures_are_passed_over),
        CASE(test_pairs),
        CASE(test_progress),
        CASE(test_steps),
        CASE(test_donut),
        CASE(test_rows_of_times),
        CASE(test_two_sides)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
