/* Waterfalls: one total becomes another. */
#include "chart_case.h"

static Len bottom(const ChartPlace *m)
{
    return m->box.y + m->box.h;
}

static bool near(Len a, Len b)
{
    return abs(a - b) <= 2;
}

static void test_steps_hang_on_one_another(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_WATERFALL, LIST("금액"),
                  LIST("당초", "100", "지방세", "30", "세외수입", "-50"));
    spec.total = case_text("추경");
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 4);
    assert_true(near(m[1].box.y + m[1].box.h, m[0].box.y));
    assert_true(near(m[2].box.y, m[1].box.y));
    assert_true(near(bottom(&m[2]), m[3].box.y));
    assert_true(near(bottom(&m[0]), bottom(&m[3])));
    assert_true(case_has_label(c, d, "80") && case_has_label(c, d, "추경"));
    case_proved(c, d);
}

static void test_totals_are_held_against_the_steps(void **state)
{
    ChartCase *c = *state;
    const bool levels[] = {false, false, true};
    ChartSpec good = case_spec(c, CHART_WATERFALL, LIST("금액"),
                               LIST("당초", "100", "증", "30", "추경", "131"));
    good.levels = levels;
    const ChartDrawing *d = chart_make(&good, &c->tools); /* by rounding */
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 3);
    ChartSpec bad = case_spec(c, CHART_WATERFALL, LIST("금액"),
                              LIST("당초", "100", "증", "30", "추경", "140"));
    bad.levels = levels;
    assert_null(chart_make(&bad, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_STEPS);
    assert_int_equal(diags_pos(c->diags, 0).line, 4);
}

static void test_below_zero_and_no_change(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_WATERFALL, LIST("금액"),
                  LIST("당초", "10", "가", "-30", "나", "0", "다", "45"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(d, c->arena, &m), 4); /* 0 has no bar */
    case_proved(c, d);
    ChartSpec one =
        case_spec(c, CHART_WATERFALL, LIST("금액"), LIST("당초", "0"));
    case_proved(c, chart_make(&one, &c->tools));
}

/* The text over or under a mark, not that of a tick. */
static const ChartPlace *label_at(ChartCase *c, const ChartDrawing *d,
                                  const char *text, const ChartPlace *mark)
{
    const ChartPlace *p;
    uint32_t n = drawing_labels(d, c->arena, &p);
    for (uint32_t i = 0; i < n; i++)
        if (str_eq_c(p[i].text, text) && p[i].box.x > mark->box.x - LEN_PT(20))
            return &p[i];
    return NULL;
}

/* Figures stand below bars that fall below zero, also at the lowest tick. */
static void test_figures_below_what_falls(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_WATERFALL, LIST("금액"),
                  LIST("당초", "100", "가", "-130", "나", "-20"));
    spec.total = case_text("계");
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    static const char *const figures[] = {"-130", "-20", "△50"};
    assert_int_equal(drawing_marks(d, c->arena, &m), 4);
    for (int i = 0; i < 3; i++) {
        const ChartPlace *label = label_at(c, d, figures[i], &m[i + 1]);
        assert_non_null(label);
        assert_true(label->box.y >= bottom(&m[i + 1]));
    }
    case_proved(c, d);
}

static void test_unknown_steps_are_refused(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(c, CHART_WATERFALL, LIST("금액"),
                               LIST("당초", "10", "가", "…"));
    assert_null(chart_make(&spec, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_UNKNOWN);
    assert_int_equal(diags_pos(c->diags, 0).line, 3);
}

static void test_nothing_ever_touches(void **state)
{
    const CaseRange range = {1, 9, true, false};
    assert_true(case_rounds(*state, CHART_WATERFALL, range, 300) > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_steps_hang_on_one_another),
        CASE(test_totals_are_held_against_the_steps),
        CASE(test_below_zero_and_no_change),
        CASE(test_figures_below_what_falls),
        CASE(test_unknown_steps_are_refused),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
