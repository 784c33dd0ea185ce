/* data/date and data/value: K-200, the weekdays of K-115. */
#include "data/date.h"
#include "data_test.h"

static void expect_date(const char *text, int year, const char *iso)
{
    Arena *a = arena_new(0);
    Date d;
    DateForm form = date_read(str_of(text), year, &d);
    if (form != DATE_FINE)
        fail_msg("%s: form %d", text, form);
    assert_str(date_iso(d, a), iso);
    arena_free(a);
}

static void expect_form(const char *text, DateForm form)
{
    Date d;
    DateForm got = date_read(str_of(text), 0, &d);
    if (got != form)
        fail_msg("%s: form %d, not %d", text, got, form);
}

static void k200_grammar(void **state)
{
    (void)state;
    expect_date("2023.1.18.", 0, "2023-01-18");
    expect_date("2023. 1. 18.", 0, "2023-01-18");
    expect_date("2023-01-18", 0, "2023-01-18");
    expect_date("2023/1/18", 0, "2023-01-18");
    expect_date("20230118", 0, "2023-01-18");
    expect_date("'23.12.31.", 0, "2023-12-31");
    expect_date("’23.12.31.", 0, "2023-12-31");
    expect_date("23.12.31", 0, "2023-12-31");
    expect_date("2023년 1월 18일", 0, "2023-01-18");
    expect_date("2023.1.", 0, "2023-01");
    expect_date("2023년 1월", 0, "2023-01");
    expect_date("２０２３．１．１８．", 0, "2023-01-18");
}

static void k200_year_from_context(void **state)
{
    (void)state;
    expect_date("1.18.", 2023, "2023-01-18");
    expect_date("1.18.", 0, "01-18");
    expect_date("1월 18일", 2023, "2023-01-18");
    expect_form("1월 18일", DATE_DAMAGED);
}

static void k200_reported_not_guessed(void **state)
{
    Arena *a = arena_new(0);
    Date d;
    (void)state;
    assert_int_equal(date_read(STR("45306"), 0, &d), DATE_SERIAL);
    assert_str(date_iso(d, a), "2024-01-15");
    expect_form("2023.2.30.", DATE_NO_DAY);
    expect_form("2023.13.1.", DATE_NO_DAY);
    expect_form("2023.0.1.", DATE_NO_DAY);
    expect_form("20231301", DATE_NO_DAY);
    expect_form("2.30.", DATE_NO_DAY);
    expect_form("2023", DATE_TEXT);
    expect_form("상반기", DATE_TEXT);
    expect_form("1.2.3.4.", DATE_TEXT);
    expect_form("2023.123.1.", DATE_TEXT);
    expect_form("12024. 1. 1.", DATE_YEAR);
    expect_form("202-01-01", DATE_YEAR);
    expect_form("1.2.3.", DATE_TEXT);
    expect_form("", DATE_TEXT);
    arena_free(a);
}

static void k115_weekday_is_checked(void **state)
{
    (void)state;
    expect_date("2024. 1. 5.(금)", 0, "2024-01-05");
    expect_date("2024. 1. 5.(금요일)", 0, "2024-01-05");
    expect_form("2024. 1. 5.(목)", DATE_WEEKDAY);
}

static void weekdays(void **state)
{
    (void)state;
    assert_int_equal(date_weekday((Date){2024, 1, 5}), 5);
    assert_int_equal(date_weekday((Date){2000, 2, 29}), 2);
    assert_int_equal(date_weekday((Date){1, 1, 1}), 1);
    assert_int_equal(date_weekday((Date){2023, 2, 29}), 0);
    assert_int_equal(date_weekday((Date){2023, 0, 0}), 0);
}

static void order(void **state)
{
    (void)state;
    assert_true(date_cmp((Date){2023, 1, 2}, (Date){2023, 1, 3}) < 0);
    assert_true(date_cmp((Date){2023, 2, 1}, (Date){2023, 1, 3}) > 0);
    assert_true(date_cmp((Date){2023, 1, 1}, (Date){2023, 1, 1}) == 0);
}

static void k200_vague_dates(void **state)
{
    static const struct {
        const char *text;
        int context, year, month, months;
        const char *iso;
    } cases[] = {{"2024년 상반기", 0, 2024, 1, 6, "2024-H1"},
                 {"'24. 하반기", 0, 2024, 7, 6, "2024-H2"},
                 {"하반기", 2023, 2023, 7, 6, "2023-H2"},
                 {"2024년 3분기", 0, 2024, 7, 3, "2024-Q3"},
                 {"2024. 4/4분기", 0, 2024, 10, 3, "2024-Q4"},
                 {"1분기", 2025, 2025, 1, 3, "2025-Q1"},
                 {"2024. 7월", 0, 2024, 7, 0, "2024-07"}};
    (void)state;
    Arena *a = arena_new(0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Date d;
        assert_int_equal(date_read(str_of(cases[i].text), cases[i].context, &d),
                         DATE_FINE);
        assert_int_equal(d.year, cases[i].year);
        assert_int_equal(d.month, cases[i].month);
        assert_int_equal(d.day, -cases[i].months);
        assert_str(date_iso(d, a), cases[i].iso);
    }
    Date d;
    assert_int_equal(date_read(STR("전 상반기"), 0, &d), DATE_TEXT);
    assert_int_equal(date_read(STR("2024. 5분기"), 0, &d), DATE_TEXT);
    /* In order among themselves and with months. */
    Date q3 = {2024, 7, -3}, h2 = {2024, 7, -6}, june = {2024, 6, 0};
    assert_true(date_cmp(june, h2) < 0 && date_cmp(h2, q3) < 0);
    arena_free(a);
}

/* What a month, a quarter, a half or a year says, by its days. */
static void first_and_last_days(void **state)
{
    static const struct {
        const char *text, *first, *last;
    } cases[] = {{"2024. 2. 5.", "2024-02-05", "2024-02-05"},
                 {"2024. 2월", "2024-02-01", "2024-02-29"},
                 {"2023. 2.", "2023-02-01", "2023-02-28"},
                 {"2024년 3분기", "2024-07-01", "2024-09-30"},
                 {"2024년 하반기", "2024-07-01", "2024-12-31"},
                 {"2024년", "2024-01-01", "2024-12-31"}};
    Arena *a = arena_new(0);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Date d;
        assert_int_equal(date_read(str_of(cases[i].text), 0, &d), DATE_FINE);
        assert_string_equal(str_c(date_iso(date_first(d), a), a),
                            cases[i].first);
        assert_string_equal(str_c(date_iso(date_last(d), a), a), cases[i].last);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k200_vague_dates),
        cmocka_unit_test(k200_grammar),
        cmocka_unit_test(k200_year_from_context),
        cmocka_unit_test(k200_reported_not_guessed),
        cmocka_unit_test(k115_weekday_is_checked),
        cmocka_unit_test(weekdays),
        cmocka_unit_test(order),
        cmocka_unit_test(first_and_last_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
