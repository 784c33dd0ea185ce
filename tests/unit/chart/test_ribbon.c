/* Ribbons: every event on its day, labels apart, in order. */
#include "chart_case.h"

static ChartEvent event(int month, int day, const char *text)
{
    return (ChartEvent){{2023, (int8_t)month, (int8_t)day}, case_text(text)};
}

static void test_year_of_events(void **state)
{
    ChartCase *c = *state;
    static const char *const texts[] = {
        "바이오벤처 오픈랩 개소",
        "나노·반도체 국가산업단지 후보지 선정(530만㎡, 약 160만 평)", "착공",
        "도심융합특구 특별법 국회 본회의 통과"};
    uint32_t seed = 7, made = 0;
    for (int round = 0; round < 60; round++) {
        ChartEvent events[60];
        uint32_t n = 1 + (uint32_t)round % 45;
        for (uint32_t i = 0; i < n; i++) {
            seed = seed * 1664525 + 1013904223;
            events[i] = event(1 + (int)(seed >> 8) % 12,
                              1 + (int)(seed >> 16) % 28, texts[seed >> 30]);
        }
        const ChartDrawing *d = ribbon_make(events, n, POS_NONE, &c->tools);
        assert_non_null(d);
        assert_int_equal(drawing_overlaps(d), 0);
        made += drawing_height(d) <= c->tools.depth;
    }
    assert_int_equal(made, 60);
}

static void test_order_is_kept_on_each_side(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[20];
    for (int i = 0; i < 20; i++)
        events[i] = event(6, 1 + i, "같은 달의 일");
    const ChartDrawing *d = ribbon_make(events, 20, POS_NONE, &c->tools);
    const ChartPlace *p;
    uint32_t n = drawing_labels(d, c->arena, &p);
    Len left = -1, right = -1;
    for (uint32_t i = 0; i < n; i++) {
        if (!str_eq_c(p[i].text, "같은 달의 일"))
            continue;
        Len *below = p[i].box.x < LEN_MM(85) ? &left : &right;
        assert_true(p[i].box.y > *below);
        *below = p[i].box.y + p[i].box.h;
    }
    assert_true(left > 0 && right > 0);
}

static void test_dates_must_be_whole(void **state)
{
    ChartCase *c = *state;
    ChartEvent e = event(2, 0, "일");
    assert_null(ribbon_make(&e, 1, POS_NONE, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_DATE);
    assert_null(ribbon_make(&e, 0, POS_NONE, &c->tools));
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_EMPTY);
}

static void test_more_than_a_page_holds(void **state)
{
    ChartCase *c = *state;
    static ChartEvent events[150];
    for (int i = 0; i < 150; i++)
        events[i] = event(1 + i % 12, 1 + i % 28, "바이오벤처 오픈랩 개소");
    assert_null(ribbon_make(events, 150, POS_NONE, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_CROWDED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_year_of_events),
        CASE(test_order_is_kept_on_each_side),
        CASE(test_dates_must_be_whole),
        CASE(test_more_than_a_page_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
