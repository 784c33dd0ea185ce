/* Multiples: a panel a series, one scale. */
#include "chart_case.h"

static void test_panels_share_a_scale(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_MULTIPLES, LIST("동구", "중구", "서구"),
                  LIST("2022", "10", "50", "10", "2023", "50", "10", "30"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 6);
    assert_int_equal(m[0].box.y, m[3].box.y); /* 10 in two panels */
    assert_int_equal(m[1].box.y, m[2].box.y); /* 50 */
    assert_true(m[2].box.x > m[1].box.x);
    assert_true(case_has_label(c, d, "서구"));
    case_proved(c, d);
}

/* Five panels stand as three and two. */
static void test_rows_are_balanced(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(
        c, CHART_MULTIPLES, LIST("동구", "중구", "서구", "유성구", "대덕구"),
        LIST("2022", "1", "2", "3", "4", "5", "2023", "2", "3", "4", "5", "6"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    drawing_marks(d, c->arena, &m);
    assert_int_equal(m[0].box.x, m[6].box.x); /* the fourth under the first */
    case_proved(c, d);
}

static void test_gaps_and_refusals(void **state)
{
    ChartCase *c = *state;
    ChartSpec gaps =
        case_spec(c, CHART_MULTIPLES, LIST("동구", "중구"),
                  LIST("2021", "1", "…", "2022", "…", "…", "2023", "3", "…"));
    const ChartDrawing *d = chart_make(&gaps, &c->tools);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 2);
    assert_true(case_has_label(c, d, "중구"));
    const char *cells[1501] = {NULL};
    for (int i = 0; i < 500; i++) {
        cells[3 * i] = "2023. 1.";
        cells[3 * i + 1] = cells[3 * i + 2] = "15";
    }
    ChartSpec many = case_spec(c, CHART_MULTIPLES, LIST("동", "서"), cells);
    assert_null(chart_make(&many, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_CROWDED);
}

static void test_nothing_ever_touches(void **state)
{
    const CaseRange range = {10, 7, true, true};
    assert_true(case_rounds(*state, CHART_MULTIPLES, range, 300) > 170);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_panels_share_a_scale),
        CASE(test_rows_are_balanced),
        CASE(test_gaps_and_refusals),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
