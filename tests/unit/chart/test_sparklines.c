/* Sparklines: a table of small lines. */
#include "chart_case.h"

static void test_each_row_on_its_own_scale(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_SPARKLINES, LIST("2021", "2022", "2023"),
                  LIST("동구", "1", "3", "2", "중구", "100", "300", "200",
                       "서구", "5", "5", "5"));
    spec.head = case_text("구");
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 9);
    assert_int_equal(m[1].box.y - m[0].box.y, m[4].box.y - m[3].box.y);
    assert_int_equal(m[6].box.y, m[7].box.y);
    assert_int_equal(m[1].pos.col, 3);
    assert_true(case_has_label(c, d, "추이") && case_has_label(c, d, "200"));
    assert_true(case_has_label(c, d, "2021") && case_has_label(c, d, "2023"));
    case_proved(c, d);
}

static void test_gaps(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_SPARKLINES, LIST("2021", "2022"),
                               LIST("동구", "…", "3", "중구", "…", "…"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 1);
    case_proved(c, d);
}

static void test_what_it_refuses(void **state)
{
    ChartCase *c = *state;
    ChartSpec one =
        case_spec(c, CHART_SPARKLINES, LIST("2021"), LIST("동구", "3"));
    assert_null(chart_make(&one, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_SERIES);
}

static void test_nothing_ever_touches(void **state)
{
    ChartCase *c = *state;
    const CaseRange range = {10, 12, true, true};
    uint32_t seed = 3, made = 0;
    for (int round = 0; round < 300; round++) {
        ChartSpec spec = case_generated(c, &seed, CHART_SPARKLINES, range);
        spec.head = case_text("사업");
        const ChartDrawing *d = chart_make(&spec, &c->tools);
        if (d)
            case_proved(c, d);
        made += d != NULL;
    }
    assert_true(made > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_each_row_on_its_own_scale),
        CASE(test_gaps),
        CASE(test_what_it_refuses),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
