/* Stacked columns: parts on one another, their sum above. */
#include "chart_case.h"

static void test_parts_lie_on_one_another(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_STACKED, LIST("국비", "시비"),
                               LIST("2022", "40", "20", "2023", "50", "30"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 4);
    assert_int_equal(m[0].box.x, m[1].box.x);
    assert_in_range(m[1].box.y + m[1].box.h, m[0].box.y - 1, m[0].box.y + 1);
    assert_in_range(m[0].box.h, 2 * m[1].box.h - 2, 2 * m[1].box.h + 2);
    assert_true(case_has_label(c, d, "60") && case_has_label(c, d, "80"));
    assert_int_equal(m[3].pos.line, 3); /* the cell it shows */
    assert_int_equal(m[3].pos.col, 3);
}

/* A sum keeps the decimals of its parts, and what ends them. */
static void test_sums_are_printed_as_figures(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_STACKED, LIST("국비", "시비"),
                               LIST("2022", "40.25", "20.5"));
    spec.digits = 1;
    spec.after = STR("%");
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    assert_true(case_has_label(c, d, "60.8%"));
}

static void test_small_parts_stand_beside(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_STACKED, LIST("국비", "시비", "구비"),
                  LIST("2022", "900", "5", "7", "2023", "800", "0", "9"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 5); /* 0 has none */
    assert_int_equal(m[0].box.y + m[0].box.h, m[3].box.y + m[3].box.h);
    assert_true(case_has_label(c, d, "5") && case_has_label(c, d, "7"));
    assert_true(case_has_label(c, d, "0 시비"));
    case_proved(c, d);
}

/* Names too long for columns: horizontal, and all there. */
static void test_long_names_turn_the_chart(void **state)
{
    ChartCase *c = *state;
    const char *cells[] = {"국가균형발전특별회계보조사업",
                           "5",
                           "4",
                           "중구",
                           "6",
                           "4",
                           "서구",
                           "7",
                           "4",
                           "유성구",
                           "8",
                           "4",
                           "대덕구",
                           "9",
                           "4",
                           NULL};
    ChartSpec spec = case_spec(c, CHART_STACKED, LIST("국비", "시비"), cells);
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    drawing_marks(d, c->arena, &m);
    assert_int_equal(m[0].box.y, m[1].box.y);
    for (int i = 0; cells[i]; i += 3)
        assert_true(case_has_label(c, d, cells[i]));
    assert_true(case_has_label(c, d, "13")); /* the sum of 대덕구 */
}

static void test_negative_parts_are_refused(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_STACKED, LIST("국비", "시비"),
                               LIST("2022", "40", "-20"));
    assert_null(chart_make(&spec, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_NEGATIVE);
}

static void test_nothing_but_zeros(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_STACKED, LIST("국비", "시비"),
                               LIST("2022", "0", "0", "2023", "0", "0"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    assert_non_null(d);
    case_proved(c, d);
}

static void test_nothing_ever_touches(void **state)
{
    const CaseRange range = {5, 9, false, true};
    assert_true(case_rounds(*state, CHART_STACKED, range, 300) > 250);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_parts_lie_on_one_another),
        CASE(test_sums_are_printed_as_figures),
        CASE(test_small_parts_stand_beside),
        CASE(test_long_names_turn_the_chart),
        CASE(test_negative_parts_are_refused),
        CASE(test_nothing_but_zeros),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
