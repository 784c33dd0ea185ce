/* Bars, columns and lines over generated figures. */
#include "chart_case.h"

static void test_columns_stand_on_zero(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_COLUMNS, LIST("증감"),
                               LIST("2021", "40", "2022", "-20", "2023", "0"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 2); /* 0 has no bar */
    assert_in_range(m[0].box.y + m[0].box.h, m[1].box.y - 1, m[1].box.y + 1);
    assert_in_range(m[0].box.h, 2 * m[1].box.h - 2, 2 * m[1].box.h + 2);
    assert_true(case_has_label(c, d, "0"));
}

/* A name that is wider than its place turns the chart; none is dropped. */
static void test_long_names_turn_the_chart(void **state)
{
    ChartCase *c = *state;
    const char *cells[] = {"국가균형발전특별회계보조사업",
                           "5",
                           "중구",
                           "6",
                           "서구",
                           "7",
                           "유성구",
                           "8",
                           "대덕구",
                           "9",
                           "동구",
                           "10",
                           NULL};
    ChartSpec spec = case_spec(c, CHART_COLUMNS, LIST("예산"), cells);
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    drawing_marks(d, c->arena, &m);
    assert_int_equal(m[0].box.x, m[1].box.x);
    for (int i = 0; i < 12; i += 2)
        assert_true(case_has_label(c, d, cells[i]));
}

static void test_unknown_points_part_a_line(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_LINES, LIST("인구"),
                               LIST("2021", "10", "2022", "…", "2023", "12"));
    const ChartPlace *m;
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    assert_int_equal(drawing_marks(d, c->arena, &m), 2);
    assert_true(case_has_label(c, d, "12 인구"));
}

static void test_one_point(void **state)
{
    ChartCase *c = *state;
    for (int kind = CHART_BARS; kind <= CHART_LINES; kind++) {
        ChartSpec spec =
            case_spec(c, (ChartKind)kind, LIST("인구"), LIST("2023", "1442"));
        const ChartDrawing *d = chart_make(&spec, &c->tools);
        assert_non_null(d);
        assert_int_equal(drawing_overlaps(d), 0);
    }
}

static void test_nothing_ever_touches(void **state)
{
    ChartCase *c = *state;
    const CaseRange range = {4, 9, true, true};
    for (int kind = CHART_BARS; kind <= CHART_LINES; kind++)
        assert_true(case_rounds(c, (ChartKind)kind, range, 200) > 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_columns_stand_on_zero),
        CASE(test_long_names_turn_the_chart),
        CASE(test_unknown_points_part_a_line),
        CASE(test_one_point),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
