/* Labels: what their lines may part, and figures under one another. */
#include "chart_case.h"

#include "chart/sketch.h"

static Label *label(Sketch *s, const char *text, double measure)
{
    return label_of(s, CHART_LABEL, case_text(text), measure);
}

/* The bracket goes to the second line with the word it stands at. */
static void test_brackets_stay_whole(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    const Label *all = label(s, "대전 축제 부활(방문객 109만 명 추산)", 160);
    const Label *end = label(s, "부활(방문객 109만 명 추산)", 0);
    assert_int_equal(all->para->nlines, 2);
    assert_in_range(all->para->lines[1].width, end->para->width - 2,
                    end->para->width + 2);
    assert_true(str_eq_c(all->text, "대전 축제 부활(방문객 109만 명 추산)"));
    sketch_drop(s);
}

/* A bracket that has no room behind its word stands on a line of its own. */
static void test_bracket_leaves_its_word(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    const Label *end = label(s, "(방문객 109만 명 추산)", 0);
    const Label *all =
        label(s, "대전 축제 부활(방문객 109만 명 추산)", end->w + 4);
    assert_int_equal(all->para->nlines, 2);
    assert_in_range(all->para->lines[1].width, end->para->width - 2,
                    end->para->width + 2);
    assert_false(all->torn);
    sketch_drop(s);
}

static const char *line_of(ChartCase *c, const Label *l, uint32_t i)
{
    const TextLine *line = &l->para->lines[i];
    const char *text = "";
    for (uint32_t k = 0; k < line->nruns; k++) {
        Str run = dlrun_text(&line->runs[k], c->tools.arena);
        text = arena_printf(c->tools.arena, "%s%.*s", text, (int)run.n, run.p);
    }
    return text;
}

/* What no line can hold is parted at its spaces, and not at its syllables; but
 * before a bracket rather than in an amount (K-16, K-21). */
static void test_wide_brackets_part(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    const Label *l = label(s, "협의(국비와 시비 규모의 총사업비)", 70);
    assert_true(l->para->nlines > 1);
    assert_false(label_is_cut(l));
    l = label(s, "협의(1조 4천억 원 규모의 총사업비)", 70);
    assert_string_equal(line_of(c, l, 0), "협의");
    assert_string_equal(line_of(c, l, 1), "(1조 4천억 원 ");
    assert_true(label(s, "열린(괄호 하나", 70)->para->nlines >= 1);
    sketch_drop(s);
}

/* K-113: "1. 6." is as wide as "1.16.". */
static void test_days_are_padded(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    for (ChartRole role = CHART_NAME; role <= CHART_TICK; role++) {
        double day = label_of(s, role, case_text("1.\u20076."), 0)->w;
        double two = label_of(s, role, case_text("1.16."), 0)->w;
        assert_true(day > two - 0.1 && day < two + 0.1);
    }
    sketch_drop(s);
}

/* A point too much is taken from the words, ten are not. */
static void test_a_little_is_fitted(void **state)
{
    ChartCase *c = *state;
    Sketch *s = sketch_new(&c->tools);
    ChartText text = case_text("대전역 미래형 환승센터 공모 선정");
    double w = label_of(s, CHART_LABEL, text, 0)->w;
    assert_int_equal(label_of(s, CHART_LABEL, text, w - 1)->para->nlines, 2);
    assert_int_equal(
        label_fitted(s, CHART_LABEL, text, w - 1)->para->nlines, 1);
    assert_int_equal(
        label_fitted(s, CHART_LABEL, text, w - 15)->para->nlines, 2);
    sketch_drop(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_brackets_stay_whole),
        CASE(test_bracket_leaves_its_word),
        CASE(test_wide_brackets_part),
        CASE(test_days_are_padded),
        CASE(test_a_little_is_fitted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
