/* Slopes and dots: two figures a category. */
#include "chart_case.h"

static const char *const districts[] = {"동구", "10",   "20", "중구", "30",
                                        "15",   "서구", "…",  "40",   "유성구",
                                        "20",   "20",   NULL};

static void test_slope(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_SLOPE, LIST("2023년", "2024년"), districts);
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 7); /* points */
    assert_int_equal(m[0].pos.line, 2);
    assert_int_equal(m[1].pos.col, 3);
    assert_true(case_has_label(c, d, "2023년"));
    assert_true(case_has_label(c, d, "동구 10"));
    assert_true(case_has_label(c, d, "40 서구"));
    case_proved(c, d);
}

static void test_dots(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_DOTS, LIST("2023년", "2024년"), districts);
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 7);
    assert_true(m[0].box.x < m[1].box.x); /* 10, 20 */
    assert_true(m[2].box.x > m[3].box.x); /* 30, 15 */
    assert_true(case_has_label(c, d, "30") && case_has_label(c, d, "15"));
    case_proved(c, d);
}

static void test_two_columns_and_no_more(void **state)
{
    ChartCase *c = *state;
    for (int kind = CHART_SLOPE; kind <= CHART_DOTS; kind++) {
        ChartSpec one =
            case_spec(c, (ChartKind)kind, LIST("2023년"), LIST("동구", "1"));
        one.pos.line = (uint32_t)kind;
        assert_null(chart_make(&one, &c->tools));
        assert_int_equal(diags_code(c->diags, (size_t)(kind - CHART_SLOPE)),
                         DIAG_CHART_SERIES);
        ChartSpec same = case_spec(c, (ChartKind)kind, LIST("전", "후"),
                                   LIST("동구", "0", "0"));
        case_proved(c, chart_make(&same, &c->tools));
    }
}

static void test_too_many_lines(void **state)
{
    ChartCase *c = *state;
    const char *cells[1501] = {NULL};
    for (int i = 0; i < 500; i++) {
        cells[3 * i] = "동";
        cells[3 * i + 1] = "15";
        cells[3 * i + 2] = "16";
    }
    for (int kind = CHART_SLOPE; kind <= CHART_DOTS; kind++) {
        ChartSpec spec = case_spec(c, (ChartKind)kind, LIST("전", "후"), cells);
        spec.pos.line = (uint32_t)kind;
        assert_null(chart_make(&spec, &c->tools));
        assert_int_equal(diags_code(c->diags, (size_t)(kind - CHART_SLOPE)),
                         DIAG_CHART_HIGH);
    }
}

/* Two series, as the kinds want. */
static uint32_t rounds(ChartCase *c, ChartKind kind)
{
    const CaseRange range = {2, 12, true, true};
    uint32_t seed = 77, made = 0;
    for (int round = 0; round < 400; round++) {
        ChartSpec spec = case_generated(c, &seed, kind, range);
        if (spec.nseries != 2)
            continue;
        const ChartDrawing *d = chart_make(&spec, &c->tools);
        if (d)
            case_proved(c, d);
        made += d != NULL;
    }
    return made;
}

static void test_nothing_ever_touches(void **state)
{
    assert_true(rounds(*state, CHART_SLOPE) > 130);
    assert_true(rounds(*state, CHART_DOTS) > 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_slope),
        CASE(test_dots),
        CASE(test_two_columns_and_no_more),
        CASE(test_too_many_lines),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
