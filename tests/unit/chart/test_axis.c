/* Axes: flags above and below a band of months that never touch. */
#include "timeline_case.h"

static const char *const texts[] = {
    "바이오벤처 오픈랩 개소",
    "나노·반도체 국가산업단지 후보지 선정(530만㎡, 약 160만 평)", "착공",
    "도심융합특구 특별법 국회 본회의 통과"};

static uint32_t next(uint32_t *seed)
{
    return *seed = *seed * 1664525 + 1013904223;
}

/* Spread over the year, or crowded into a few months or days. */
static void generate(uint32_t *seed, ChartEvent *events, uint32_t n)
{
    uint32_t months = 1 + next(seed) / 7 % 12, days = 1 + next(seed) / 7 % 28;
    for (uint32_t i = 0; i < n; i++)
        events[i] = event(1 + (int)(next(seed) >> 8) % (int)months,
                          1 + (int)(next(seed) >> 16) % (int)days,
                          texts[next(seed) >> 30]);
}

static void test_nothing_ever_touches(void **state)
{
    ChartCase *c = *state;
    uint32_t seed = 11, made = 0;
    for (uint32_t round = 0; round < 300; round++) {
        ChartEvent events[60];
        uint32_t n = 1 + round % 60;
        generate(&seed, events, n);
        made += timeline_count(c, events, n, true) > 0;
    }
    /* What was refused had too much on one day for any page. */
    assert_true(made > 280);
}

static uint32_t texts_like(const ChartDrawing *d, Arena *a, const char *text)
{
    const ChartPlace *p;
    uint32_t n = drawing_labels(d, a, &p), found = 0;
    for (uint32_t i = 0; i < n; i++)
        found += str_eq_c(p[i].text, text);
    return found;
}

/* A bracket is whole on a line, with the word before it or alone, and no text
 * is a column of single words: at most four lines. */
static void test_texts_get_a_width_of_their_own(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[16];
    const TimelinePart *parts;
    const ChartPlace *p;
    for (int i = 0; i < 16; i++)
        events[i] = event(1 + i / 4, 3 + i % 4 * 7, texts[i % 4]);
    TimelineSpec spec = timeline_spec(c, events, 16);
    spec.across = true;
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 1);
    uint32_t n = drawing_labels(parts[0].drawing, c->arena, &p), wide = 0;
    Len bracket = text_width(c->text, STR("(530만㎡, 약 160만 평)"),
                             &c->style.types[CHART_LABEL].text, POS_NONE,
                             NULL);
    for (uint32_t i = 0; i < n; i++) {
        assert_true(p[i].box.h <= LEN_PT(11 + 3 * 14));
        if (!str_eq_c(p[i].text, texts[1]))
            continue;
        assert_true(p[i].box.w >= bracket - 1);
        wide++;
    }
    assert_int_equal(wide, 4);
}

/* A long list is cut into parts of the calendar, on one scale. */
static void test_parts_have_one_scale(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[48];
    const TimelinePart *parts;
    for (int i = 0; i < 48; i++)
        events[i] = event(1 + i / 4, 3 + i % 4 * 7, texts[i % 4]);
    TimelineSpec spec = timeline_spec(c, events, 48);
    spec.across = true;
    spec.split = SPLIT_QUARTER;
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 4);
    double day = 0;
    for (int i = 0; i < 4; i++) {
        const ChartPlace *m; /* months, their total, a dot a day */
        assert_int_equal(drawing_marks(parts[i].drawing, c->arena, &m), 16);
        assert_int_equal(m[15].pos.line, 2);
        assert_int_equal(parts[i].from.month, 3 * i + 1);
        assert_int_equal(parts[i].n, 12);
        static const int days[] = {31, 30, 31, 31}; /* 1, 4, 7, 10월 */
        double here = len_pt(m[0].box.w) / days[i];
        assert_true(i == 0 || (here - day < 1e-3 && day - here < 1e-3));
        day = here;
    }
    assert_int_equal(texts_like(parts[1].drawing, c->arena, "12개"), 1);
}

static void test_years_stand_over_months(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[] = {event(3, 1, "착공"), event(5, 1, "준공")};
    const TimelinePart *parts;
    TimelineSpec spec = timeline_spec(c, events, 2);
    events[1].date.year = 2024;
    spec.across = true;
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 1);
    assert_int_equal(texts_like(parts[0].drawing, c->arena, "2023년"), 1);
    assert_int_equal(texts_like(parts[0].drawing, c->arena, "2024년"), 1);
}

/* What happened on one day stands under one date. */
static void test_one_day_is_one_flag(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[12];
    const TimelinePart *parts;
    for (int i = 0; i < 12; i++)
        events[i] = event(7, 1, texts[i % 4]);
    TimelineSpec spec = timeline_spec(c, events, 12);
    spec.across = true;
    assert_int_equal(timeline_make(&spec, &c->tools, &parts), 1);
    assert_int_equal(texts_like(parts[0].drawing, c->arena, "7.\u20071."), 1);
    assert_int_equal(texts_like(parts[0].drawing, c->arena, texts[2]), 3);
}

static void test_five_hundred_events(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[500];
    for (int i = 0; i < 500; i++)
        events[i] = event(1 + i % 12, 1 + i % 28, texts[i % 4]);
    uint32_t n = timeline_count(c, events, 500, true);
    assert_true(n == 12 || diags_code(c->diags, 0) == DIAG_CHART_CROWDED);
    ChartEvent short_ones[200];
    for (int i = 0; i < 200; i++)
        short_ones[i] = event(1 + i % 12, 1 + i % 28, "착공");
    assert_in_range(timeline_count(c, short_ones, 200, true), 1, 12);
}

static void test_a_day_that_no_page_holds(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[60];
    for (int i = 0; i < 60; i++)
        events[i] = event(2, 1, texts[1]);
    assert_int_equal(timeline_count(c, events, 60, true), 0);
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_CROWDED);
}

static void test_a_wrong_year(void **state)
{
    ChartCase *c = *state;
    ChartEvent events[] = {event(3, 1, "착공"), event(5, 1, "준공")};
    const TimelinePart *parts;
    TimelineSpec spec = timeline_spec(c, events, 2);
    events[1].date.year = 9023;
    for (int across = 0; across < 2; across++) {
        spec.across = across;
        assert_int_equal(timeline_make(&spec, &c->tools, &parts), 0);
    }
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_PERIOD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_nothing_ever_touches),
        CASE(test_texts_get_a_width_of_their_own),
        CASE(test_parts_have_one_scale),
        CASE(test_years_stand_over_months),
        CASE(test_one_day_is_one_flag),
        CASE(test_five_hundred_events),
        CASE(test_a_day_that_no_page_holds),
        CASE(test_a_wrong_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
