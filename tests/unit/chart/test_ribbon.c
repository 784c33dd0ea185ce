/* Ribbons: every event on its day, labels apart, in order, whole months. */
#include "timeline_case.h"

/* All of them in one drawing. */
static const ChartDrawing *made(ChartCase *c, ChartEvent *events, uint32_t n)
{
    const TimelinePart *parts;
    TimelineSpec spec = timeline_spec(c, events, n);
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 1);
    return parts[0].drawing;
}

static void test_year_of_events(void **state)
{
    ChartCase *c = *state;
    static const char *const texts[] = {
        "바이오벤처 오픈랩 개소",
        "나노·반도체 국가산업단지 후보지 선정(530만㎡, 약 160만 평)", "착공",
        "도심융합특구 특별법 국회 본회의 통과"};
    uint32_t seed = 7, low = 0;
    for (int round = 0; round < 60; round++) {
        ChartEvent events[60];
        uint32_t n = 1 + (uint32_t)round % 45;
        for (uint32_t i = 0; i < n; i++) {
            seed = seed * 1664525 + 1013904223;
            events[i] = event(1 + (int)(seed >> 8) % 12,
                              1 + (int)(seed >> 16) % 28, texts[seed >> 30]);
        }
        const ChartDrawing *d = made(c, events, n);
        assert_non_null(d);
        assert_int_equal(drawing_overlaps(d), 0);
        low += drawing_height(d) <= c->tools.depth;
    }
    assert_int_equal(low, 60);
}

static void test_order_is_kept_on_each_side(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[20];
    for (int i = 0; i < 20; i++)
        events[i] = event(6, 1 + i, "같은 달의 일");
    const ChartDrawing *d = made(c, events, 20);
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
    assert_int_equal(timeline_count(c, &e, 1, false), 0);
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_DATE);
    assert_int_equal(timeline_count(c, &e, 0, false), 0);
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_EMPTY);
}

/* 150 events fill more pages: whole months, each event once, in order. */
static void test_parts_are_whole_months(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[150];
    const TimelinePart *parts;
    for (int i = 0; i < 150; i++)
        events[i] = event(1 + i % 12, 1 + i % 28, "바이오벤처 오픈랩 개소");
    TimelineSpec spec = timeline_spec(c, events, 150);
    uint32_t n = timeline_make(&spec, &c->tools, &parts), seen = 0;
    assert_in_range(n, 2, 6);
    for (uint32_t i = 0; i < n; i++) {
        assert_int_equal(parts[i].first, seen);
        seen += parts[i].n;
        assert_true(i == 0 || parts[i].from.month > parts[i - 1].to.month);
        assert_int_equal(drawing_overlaps(parts[i].drawing), 0);
    }
    assert_int_equal(seen, 150);
}

/* More in one month than a page holds. */
static void test_more_than_a_page_holds(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[150];
    for (int i = 0; i < 150; i++)
        events[i] = event(6, 1 + i % 28, "바이오벤처 오픈랩 개소");
    assert_int_equal(timeline_count(c, events, 150, false), 0);
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_CROWDED);
}

/* Months without events show as well. */
static void test_days_that_the_layout_asks_for(void **state)
{
    ChartCase *c = *state;
    ChartEvent e = event(6, 1, "착공");
    const TimelinePart *parts;
    TimelineSpec spec = timeline_spec(c, &e, 1);
    spec.from = (Date){2023, 1, 1};
    spec.to = (Date){2023, 12, 31};
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 1);
    const ChartPlace *m;
    assert_int_equal(drawing_marks(parts[0].drawing, c->arena, &m), 13);
    spec.from = (Date){2023, 6, 2};
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 0);
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_OUTSIDE);
}

/* Drawn closer when that spares a new page, and as high as it likes when what
 * is left of the page does not bear it. */
static void test_what_is_left_of_the_page(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[16];
    for (int i = 0; i < 16; i++)
        events[i] = event(1 + i / 4, 1 + 6 * (i % 4), "착공");
    const TimelinePart *parts;
    TimelineSpec spec = timeline_spec(c, events, 16);
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 1);
    Len free = drawing_height(parts[0].drawing);
    spec.here_depth = free - LEN_PT(10);
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 1);
    assert_true(drawing_height(parts[0].drawing) <= spec.here_depth);
    assert_int_equal(drawing_overlaps(parts[0].drawing), 0);
    spec.here_depth = LEN_PT(30);
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 1);
    assert_int_equal(drawing_height(parts[0].drawing), free);
}

/* The least air between two texts over one another, beyond that of lines. */
static Len least_air(ChartCase *c, const ChartDrawing *d, const ChartType *type)
{
    const ChartPlace *p;
    uint32_t n = drawing_labels(d, c->arena, &p);
    Len last[2] = {0, 0}, least = LEN_MM(100);
    for (uint32_t i = 0; i < n; i++) {
        Len *below = &last[p[i].box.x > LEN_MM(85)];
        if (p[i].text.n < 20)
            continue; /* a month or a date */
        Len air = p[i].box.y - *below - (type->pitch - type->text.size);
        if (*below > 0 && air < least)
            least = air;
        *below = p[i].box.y + p[i].box.h;
    }
    assert_true(last[0] > 0 && last[1] > 0);
    return least;
}

static void year_of(ChartEvent *events, int n)
{
    for (int i = 0; i < n; i++)
        events[i] = event(1 + i * 12 / n, 1 + i % 28,
                          "대전산단 재생사업 활성화구역 후보지 선정");
}

/* Labels over one another are farther apart than the lines of one. */
static void test_labels_part_from_lines(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[44];
    year_of(events, 44);
    const ChartDrawing *d = made(c, events, 44);
    assert_true(least_air(c, d, &c->style.types[CHART_TICK]) > LEN_PT(1.9));
}

/* What takes two pages anyway need not be dense on them. */
static void test_parts_are_no_denser_than_need_be(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[60];
    const TimelinePart *parts;
    year_of(events, 60);
    TimelineSpec spec = timeline_spec(c, events, 60);
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 2);
    for (int i = 0; i < 2; i++)
        assert_true(least_air(c, parts[i].drawing,
                              &c->style.types[CHART_LABEL]) > LEN_PT(4.4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_year_of_events),
        CASE(test_order_is_kept_on_each_side),
        CASE(test_dates_must_be_whole),
        CASE(test_parts_are_whole_months),
        CASE(test_more_than_a_page_holds),
        CASE(test_days_that_the_layout_asks_for),
        CASE(test_what_is_left_of_the_page),
        CASE(test_labels_part_from_lines),
        CASE(test_parts_are_no_denser_than_need_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
