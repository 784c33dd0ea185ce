/* data/period: two dates with a mark between them (K-117, K-200). */
#include "data/period.h"
#include "data_test.h"

/* The period as ISO dates, or how it fails. */
static void expect(const char *text, const char *iso)
{
    Arena *a = arena_new(0);
    Date from, until;
    assert_int_equal(period_read(str_of(text), 2024, &from, &until),
                     PERIOD_FINE);
    Str got = period_iso(from, until, a);
    if (!str_eq_c(got, iso))
        fail_msg("%s: " STR_FMT " instead of %s", text, STR_ARG(got), iso);
    arena_free(a);
}

static void expect_fault(const char *text, PeriodForm form)
{
    Date from, until;
    if (period_read(str_of(text), 2024, &from, &until) != form)
        fail_msg("%s", text);
}

static void both_sides_whole(void **state)
{
    (void)state;
    expect("2023. 1. 18. ~ 2024. 2. 3.", "2023-01-18/2024-02-03");
    expect("2023-01-18~2024-02-03", "2023-01-18/2024-02-03");
    expect("2023-01-18 - 2024-02-03", "2023-01-18/2024-02-03");
    expect("2023. 1. ~ 2023. 12.", "2023-01/2023-12");
    expect("2024~2026", "2024/2026");
    expect("2024년～2026년", "2024/2026");
    expect("'23.3분기~'24 상반기", "2023-Q3/2024-H1");
    expect("2024년 1월 5일부터 2024년 3월 2일까지", "2024-01-05/2024-03-02");
}

static void the_end_shares_with_the_beginning(void **state)
{
    (void)state;
    expect("2023. 2. 20.~2. 24.", "2023-02-20/2023-02-24");
    expect("2023. 2. 20.~24.", "2023-02-20/2023-02-24");
    expect("2023. 1. ~ 12.", "2023-01/2023-12");
    expect("2023년 1월부터 3월까지", "2023-01/2023-03");
    expect("2023년 1분기~3분기", "2023-Q1/2023-Q3");
}

static void the_year_of_the_context(void **state)
{
    (void)state;
    expect("2. 20.~2. 24.", "2024-02-20/2024-02-24");
    expect("상반기~하반기", "2024-H1/2024-H2");
}

static void open_and_single(void **state)
{
    Date from, until;
    (void)state;
    expect("2024. 3.~", "2024-03/");
    expect("2024. 3. 2.부터", "2024-03-02/");
    expect("~2024. 12.", "/2024-12");
    assert_int_equal(period_read(STR("2024. 3."), 0, &from, &until),
                     PERIOD_FINE);
    assert_true(date_is(until, DATE_NONE));
    assert_int_equal(from.month, 3);
}

static void faults(void **state)
{
    (void)state;
    expect_fault("내년부터", PERIOD_TEXT);
    expect_fault("~", PERIOD_TEXT);
    expect_fault("2024. 1.~수시", PERIOD_TEXT);
    expect_fault("1~3", PERIOD_TEXT);
    expect_fault("2023. 2. 1.~2. 30.", PERIOD_NO_DAY);
    expect_fault("2023. 2. 1.~30.", PERIOD_NO_DAY);
    expect_fault("2023. 1.~13.", PERIOD_NO_DAY);
    expect_fault("2024. 2. 20.~23.(목)", PERIOD_WEEKDAY);
    expect_fault("2024. 2. 20.(월)~23.(금)", PERIOD_WEEKDAY);
    expect_fault("2024. 2. 20.~2. 23.(목)", PERIOD_WEEKDAY);
    expect_fault("2024. 2.~4.(목)", PERIOD_TEXT);
    expect_fault("2024. 2. 20.~2. 4.", PERIOD_BACKWARDS);
    expect_fault("2026~2024", PERIOD_BACKWARDS);
    expect_fault("2023. 12.~2.", PERIOD_BACKWARDS);
}

static void as_a_column(void **state)
{
    const ColumnSpec period = {.name = STR("기간"), .type = TYPE_PERIOD};
    Run r = run_new();
    Table *t = table_typed(
        &r, "기간\n2024. 1.~3.\n-\n수시\n2024. 5.~2024. 3.\n", 1, &period);
    (void)state;
    Value v = table_value(t, 0, 0);
    assert_true(value_is_period(&v));
    assert_int_equal(v.until.month, 3);
    assert_int_equal(table_value(t, 1, 0).kind, VALUE_DASH);
    assert_int_equal(diags_count(r.diags, LEVEL_NOTE), 2);
    assert_int_equal(diags_code(r.diags, 0), DIAG_CELL_PERIOD);
    assert_place(diags_pos(r.diags, 0), 4, 1);
    assert_int_equal(diags_code(r.diags, 1), DIAG_CELL_BACKWARDS);
    run_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_sides_whole),
        cmocka_unit_test(the_end_shares_with_the_beginning),
        cmocka_unit_test(the_year_of_the_context),
        cmocka_unit_test(open_and_single),
        cmocka_unit_test(faults),
        cmocka_unit_test(as_a_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
