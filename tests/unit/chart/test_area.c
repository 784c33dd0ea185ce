/* Areas: the upper edge is the sum, gaps are gaps. */
#include "chart_case.h"

static void test_series_are_stacked(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(
        c, CHART_AREA, LIST("국비", "시비"),
        LIST("2021", "40", "20", "2022", "50", "25", "2023", "60", "40"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 6);
    assert_true(case_has_label(c, d, "75") && case_has_label(c, d, "100"));
    assert_true(case_has_label(c, d, "40 시비"));
    assert_int_equal(m[5].pos.line, 4);
    assert_int_equal(m[5].pos.col, 3);
    case_proved(c, d);
}

/* Where a part is not known, there is no sum. */
static void test_unknown_part_makes_a_gap(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(
        c, CHART_AREA, LIST("국비", "시비"),
        LIST("2021", "40", "20", "2022", "53", "…", "2023", "60", "40"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 4);
    assert_true(case_has_label(c, d, "100"));
    assert_false(case_has_label(c, d, "53"));
}

static void test_what_it_refuses(void **state)
{
    ChartCase *c = *state;
    ChartSpec one = case_spec(c, CHART_AREA, LIST("국비"), LIST("2021", "4"));
    assert_null(chart_make(&one, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_CATEGORIES);
    ChartSpec minus =
        case_spec(c, CHART_AREA, LIST("국비"), LIST("2021", "4", "2022", "-1"));
    assert_null(chart_make(&minus, &c->tools));
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_NEGATIVE);
    ChartSpec parted = case_spec(c, CHART_AREA, LIST("국비", "시비"),
                                 LIST("2021", "4", "…", "2022", "…", "1"));
    assert_null(chart_make(&parted, &c->tools));
    assert_int_equal(diags_code(c->diags, 2), DIAG_CHART_EMPTY);
}

/* Twenty-four years: their names take two rows, none is dropped. */
static void test_many_years(void **state)
{
    ChartCase *c = *state;
    const char *cells[49] = {NULL};
    for (int i = 0; i < 24; i++) {
        cells[2 * i] = arena_printf(c->arena, "%d", 2000 + i);
        cells[2 * i + 1] = arena_printf(c->arena, "%d", 1400 + i * i);
    }
    for (int kind = CHART_LINES; kind <= CHART_AREA;
         kind += CHART_AREA - CHART_LINES) {
        ChartSpec spec = case_spec(c, (ChartKind)kind, LIST("인구"), cells);
        const ChartDrawing *d = chart_make(&spec, &c->tools);
        assert_non_null(d);
        case_proved(c, d);
        for (int i = 0; i < 24; i++)
            assert_true(case_has_label(c, d, cells[2 * i]));
    }
}

static void test_nothing_ever_touches(void **state)
{
    const CaseRange range = {5, 9, false, true};
    assert_true(case_rounds(*state, CHART_AREA, range, 300) > 180);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_series_are_stacked),   CASE(test_unknown_part_makes_a_gap),
        CASE(test_what_it_refuses),      CASE(test_many_years),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
