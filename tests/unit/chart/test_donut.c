/* Donuts: one whole in few parts. */
#include "chart_case.h"

static void test_whole_and_shares(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_DONUT, LIST("금액"),
                               LIST("국비", "300", "시비", "500", "구비", "0"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 2);
    assert_true(case_has_label(c, d, "800") && case_has_label(c, d, "계"));
    assert_true(case_has_label(c, d, "300 (37.5%)"));
    assert_true(case_has_label(c, d, "0 (0.0%)"));
    assert_int_equal(m[1].pos.line, 3);
    case_proved(c, d);
}

static void test_one_part_is_a_ring(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_DONUT, LIST("금액"), LIST("국비", "300"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    case_proved(c, d);
    assert_true(case_has_label(c, d, "300 (100.0%)"));
}

/* The ring grows around fifteen digits. */
static void test_the_hole_grows(void **state)
{
    ChartCase *c = *state;
    ChartSpec small =
        case_spec(c, CHART_DONUT, LIST("금액"), LIST("a", "3", "b", "4"));
    ChartSpec large =
        case_spec(c, CHART_DONUT, LIST("금액"),
                  LIST("a", "987654321012345", "b", "123456789012345"));
    const ChartDrawing *d = chart_make(&large, &c->tools);
    assert_true(case_has_label(c, d, "1,111,111,110,024,690"));
    assert_true(drawing_height(d) >
                drawing_height(chart_make(&small, &c->tools)));
}

static void test_what_it_refuses(void **state)
{
    ChartCase *c = *state;
    ChartSpec six = case_spec(
        c, CHART_DONUT, LIST("금액"),
        LIST("a", "1", "b", "1", "c", "1", "d", "1", "e", "1", "f", "1"));
    assert_null(chart_make(&six, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_PARTS);
    ChartSpec minus =
        case_spec(c, CHART_DONUT, LIST("금액"), LIST("a", "4", "b", "-1"));
    assert_null(chart_make(&minus, &c->tools));
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_NEGATIVE);
    ChartSpec zero =
        case_spec(c, CHART_DONUT, LIST("금액"), LIST("a", "0", "b", "0"));
    assert_null(chart_make(&zero, &c->tools));
    assert_int_equal(diags_code(c->diags, 2), DIAG_CHART_WHOLE);
    ChartSpec unknown =
        case_spec(c, CHART_DONUT, LIST("금액"), LIST("a", "4", "b", "…"));
    unknown.pos.line = 7;
    assert_null(chart_make(&unknown, &c->tools));
    assert_int_equal(diags_code(c->diags, 3), DIAG_CHART_UNKNOWN);
}

static void test_nothing_ever_touches(void **state)
{
    const CaseRange range = {1, 5, false, false};
    assert_true(case_rounds(*state, CHART_DONUT, range, 300) > 270);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_whole_and_shares),     CASE(test_one_part_is_a_ring),
        CASE(test_the_hole_grows),       CASE(test_what_it_refuses),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
