/* Flow strips: texts inside their boxes, steps in the order they are read. */
#include "chart_case.h"

#include "chart/strip.h"

static const ChartDrawing *made(ChartCase *c, const StripStep *steps,
                                uint32_t n)
{
    StripSpec spec = {.pos = {1, 1, 1}, .n = n, .steps = steps};
    return strip_make(&spec, &c->tools);
}

static StripStep step(const char *title, const char *text, const char *by,
                      const char *with)
{
    return (StripStep){case_text(title), case_text(text), case_text(by),
                       case_text(with)};
}

static void test_read_from_left_to_right(void **state)
{
    ChartCase *c = *state;
    StripStep s[] = {step("계획 수립", "대상지 조사", "대전시", ""),
                     step("공모 신청", "", "대전시", "국토교통부"),
                     step("착공", "", "", "")};
    const ChartPlace *l, *m;
    const ChartDrawing *d = made(c, s, 3);
    assert_int_equal(drawing_overlaps(d), 0);
    assert_int_equal(drawing_labels(d, c->arena, &l), 7);
    assert_string_equal(str_c(l[0].text, c->arena), "1. 계획 수립");
    assert_string_equal(str_c(l[2].text, c->arena), "대전시");
    assert_string_equal(str_c(l[3].text, c->arena), "2. 공모 신청");
    assert_string_equal(str_c(l[5].text, c->arena), "국토교통부");
    assert_int_equal(drawing_marks(d, c->arena, &m), 4);
    assert_true(m[0].box.x < m[1].box.x && m[0].box.y == m[1].box.y);
}

static void test_rows_are_alike(void **state)
{
    ChartCase *c = *state;
    StripStep s[6];
    const ChartPlace *m;
    for (int i = 0; i < 6; i++)
        s[i] = step("관계기관 협의", "", "", "");
    drawing_marks(made(c, s, 6), c->arena, &m);
    assert_int_equal(m[0].box.x, m[3].box.x); /* three and three */
    assert_true(m[3].box.y > m[0].box.y);
}

static void test_nothing_and_too_much(void **state)
{
    ChartCase *c = *state;
    char word[601] = {0};
    for (int i = 0; i < 600; i += 3)
        memcpy(word + i, "가", 3);
    StripStep wide = step(word, "", "", "");
    assert_null(made(c, &wide, 0));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_EMPTY);
    assert_null(made(c, &wide, 1));
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_CROWDED);
    static StripStep many[500];
    for (int i = 0; i < 500; i++)
        many[i] = step("협의", "", "", "");
    assert_null(made(c, many, 500));
    assert_int_equal(diags_code(c->diags, 2), DIAG_CHART_HIGH);
}

static void test_nothing_ever_touches(void **state)
{
    ChartCase *c = *state;
    static const char *const texts[] = {"",
                                        "착공",
                                        "기본 및 실시설계 용역, 관계기관 협의",
                                        "대상지 조사",
                                        "행정안전부·기획재정부 중앙투자심사",
                                        "대전도시공사",
                                        "",
                                        "국토교통부"};
    uint32_t seed = 17, drawn = 0;
    for (uint32_t round = 0; round < 300; round++) {
        StripStep s[8];
        const char *t[4];
        uint32_t n = 1 + round % 8;
        for (uint32_t i = 0; i < n; i++) {
            for (int k = 0; k < 4; k++) {
                seed = seed * 1664525 + 1013904223;
                t[k] = texts[seed >> 29];
            }
            s[i] = step(t[0][0] ? t[0] : "심사", t[1], t[2], t[3]);
        }
        const ChartDrawing *d = made(c, s, n);
        assert_true(!d || drawing_overlaps(d) == 0);
        drawn += d != NULL;
    }
    assert_true(drawn > 290);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_read_from_left_to_right),
        CASE(test_rows_are_alike),
        CASE(test_nothing_and_too_much),
        CASE(test_nothing_ever_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
