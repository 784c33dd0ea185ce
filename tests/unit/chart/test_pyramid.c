/* Pyramids: two groups back to back. */
#include "chart_case.h"

static void test_two_sides_on_one_scale(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_PYRAMID, LIST("남자", "여자"),
                  LIST("0∼9세", "40", "20", "10∼19세", "10", "80"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 4);
    /* From the top: the last row first. */
    assert_int_equal(m[0].pos.line, 3);
    assert_true(m[2].box.y > m[0].box.y);
    assert_in_range(m[2].box.w, 4 * m[0].box.w - 4, 4 * m[0].box.w + 4);
    assert_in_range(m[1].box.w, 2 * m[2].box.w - 4, 2 * m[2].box.w + 4);
    assert_true(m[0].box.x + m[0].box.w < m[1].box.x);
    assert_true(case_has_label(c, d, "남자 계 50"));
    assert_true(case_has_label(c, d, "여자 계 100"));
    case_proved(c, d);
}

/* A missing figure: no sum, and nothing hidden. */
static void test_unknown_figure(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_PYRAMID, LIST("남자", "여자"),
                               LIST("0∼9세", "40", "…", "10∼19세", "0", "80"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 2);
    assert_true(case_has_label(c, d, "여자") && case_has_label(c, d, "…"));
    case_proved(c, d);
}

static void test_what_it_refuses(void **state)
{
    ChartCase *c = *state;
    ChartSpec one =
        case_spec(c, CHART_PYRAMID, LIST("남자"), LIST("0∼9세", "40"));
    assert_null(chart_make(&one, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_SERIES);
    ChartSpec minus = case_spec(c, CHART_PYRAMID, LIST("남자", "여자"),
                                LIST("0∼9세", "40", "-1"));
    assert_null(chart_make(&minus, &c->tools));
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_BELOW_ZERO);
    const char *cells[1501] = {NULL};
    for (int i = 0; i < 500; i++) {
        cells[3 * i] = "9세";
        cells[3 * i + 1] = cells[3 * i + 2] = "15";
    }
    ChartSpec many = case_spec(c, CHART_PYRAMID, LIST("남자", "여자"), cells);
    assert_null(chart_make(&many, &c->tools));
    assert_int_equal(diags_code(c->diags, 2), DIAG_CHART_HIGH);
}

static void test_nothing_ever_touches(void **state)
{
    ChartCase *c = *state;
    const CaseRange range = {2, 21, false, true};
    uint32_t seed = 31, made = 0, all = 0;
    for (int round = 0; round < 500; round++) {
        ChartSpec spec = case_generated(c, &seed, CHART_PYRAMID, range);
        if (spec.nseries != 2)
            continue;
        const ChartDrawing *d = chart_make(&spec, &c->tools);
        if (d)
            case_proved(c, d);
        made += d != NULL;
        all++;
    }
    assert_true(all > 200 && made > all * 9 / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_two_sides_on_one_scale),
        CASE(test_unknown_figure),
        CASE(test_what_it_refuses),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
