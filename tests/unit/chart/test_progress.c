/* Progress: bars in a table, and where they should be. */
#include "chart_case.h"

/* The first series is drawn, the second is the target, the others stand
 * beside. */
static void columns_split(ChartSpec *spec)
{
    if (spec->nseries > 1)
        spec->target = &spec->series[1];
    if (spec->nseries > 2) {
        spec->nbeside = spec->nseries - 2;
        spec->beside = &spec->series[2];
    }
    spec->nseries = 1;
    spec->head = case_text("사업명");
}

static ChartSpec tasks(ChartCase *c, const char *const *cells)
{
    ChartSpec spec =
        case_spec(c, CHART_PROGRESS, LIST("집행률", "목표", "예산액"), cells);
    columns_split(&spec);
    spec.after = STR("%");
    spec.percent = true;
    return spec;
}

static void test_bars_and_targets(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = tasks(c, LIST("트램", "80", "90", "2,310", "역사", "40",
                                   "40", "1,480", "도로", "…", "…", "620"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 4);
    assert_in_range(m[0].box.w, 2 * m[2].box.w - 2, 2 * m[2].box.w + 2);
    assert_int_equal(m[0].pos.col, 2);
    assert_int_equal(m[1].pos.col, 3); /* the target's cell */
    /* 90 stands where a bar of 90 would end. */
    Len end = m[1].box.x + m[1].box.w / 2 - m[0].box.x;
    assert_in_range(end, m[0].box.w / 8 * 9 - 64, m[0].box.w / 8 * 9 + 64);
    assert_true(case_has_label(c, d, "사업명"));
    assert_true(case_has_label(c, d, "2,310") && case_has_label(c, d, "100%"));
    assert_true(case_has_label(c, d, "목표 이상"));
    assert_true(case_has_label(c, d, "…"));
    case_proved(c, d);
}

/* More than the whole: the scale goes on, the track does not. */
static void test_more_than_planned(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        tasks(c, LIST("트램", "130", "90", "2,310", "역사", "40", "40", "1"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    assert_non_null(d);
    case_proved(c, d);
    assert_false(case_has_label(c, d, "50%") && case_has_label(c, d, "130%"));
}

static void test_amounts_and_no_target(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_PROGRESS, LIST("실적"),
                               LIST("트램", "1,200", "역사", "0"));
    spec.head = case_text("사업");
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 1);
    assert_false(case_has_label(c, d, "목표 이상"));
    case_proved(c, d);
}

static void test_what_it_refuses(void **state)
{
    ChartCase *c = *state;
    ChartSpec minus = tasks(c, LIST("트램", "-5", "90", "1"));
    assert_null(chart_make(&minus, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_BELOW_ZERO);
    const char *cells[2001] = {NULL};
    for (int i = 0; i < 500; i++) {
        cells[4 * i] = "사업";
        cells[4 * i + 1] = cells[4 * i + 2] = cells[4 * i + 3] = "7";
    }
    ChartSpec many = tasks(c, cells);
    assert_null(chart_make(&many, &c->tools));
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_HIGH);
}

static void test_nothing_ever_touches(void **state)
{
    ChartCase *c = *state;
    const CaseRange range = {4, 12, false, true};
    uint32_t seed = 5, made = 0;
    for (int round = 0; round < 300; round++) {
        ChartSpec spec = case_generated(c, &seed, CHART_PROGRESS, range);
        columns_split(&spec);
        spec.percent = round % 2;
        const ChartDrawing *d = chart_make(&spec, &c->tools);
        if (d)
            case_proved(c, d);
        made += d != NULL;
    }
    assert_true(made > 250);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_bars_and_targets),      CASE(test_more_than_planned),
        CASE(test_amounts_and_no_target), CASE(test_what_it_refuses),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
