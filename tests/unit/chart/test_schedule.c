/* Schedules: bars on their days, labels that never touch, parts for pages. */
#include "chart_case.h"

#include "chart/schedule.h"

static const char *const names[] = {
    "도시철도 2호선 트램", "대전~세종~충북 광역철도 건설 예비타당성조사 대응",
    "장대교차로", "외삼~유성복합터미널 BRT"};
static const char *const texts[] = {"", "착공", "기본 및 실시설계 용역",
                                    "사업계획 승인", "노반공사 착공 12.27."};

static ScheduleTask task(const char *name, const char *text, Date from, Date to)
{
    return (ScheduleTask){.name = case_text(name),
                          .text = case_text(text),
                          .from = from,
                          .to = to,
                          .day = {1, 2, 3}};
}

static ScheduleSpec schedule(ChartCase *c, const ScheduleTask *tasks,
                             uint32_t n)
{
    return (ScheduleSpec){.pos = {1, 1, 1},
                          .n = n,
                          .tasks = tasks,
                          .head = case_text("사업명"),
                          .base = {2023, 12, 31},
                          .here_depth = c->tools.depth,
                          .fresh_depth = c->tools.depth};
}

/* All of them in one drawing. */
static const ChartDrawing *made(ChartCase *c, const ScheduleTask *tasks,
                                uint32_t n)
{
    const SchedulePart *parts;
    ScheduleSpec spec = schedule(c, tasks, n);
    assert_int_equal(schedule_make(&spec, &c->tools, &parts), 1);
    assert_int_equal(drawing_overlaps(parts[0].drawing), 0);
    return parts[0].drawing;
}

static uint32_t texts_like(const ChartDrawing *d, Arena *a, const char *text)
{
    const ChartPlace *p;
    uint32_t n = drawing_labels(d, a, &p), found = 0;
    for (uint32_t i = 0; i < n; i++)
        found += str_eq_c(p[i].text, text);
    return found;
}

/* A job that runs is solid up to the base date; the line goes on from there. */
static void test_running_up_to_the_base_date(void **state)
{
    ChartCase *c = *state;
    ScheduleTask t =
        task("트램", "설계", (Date){2023, 7, 1}, (Date){2024, 6, 30});
    const ChartPlace *m;
    t.state = TASK_RUNNING;
    const ChartDrawing *d = made(c, &t, 1);
    assert_int_equal(drawing_marks(d, c->arena, &m), 2);
    assert_int_equal(m[0].box.x + m[0].box.w, m[1].box.x);
    double share = (double)m[0].box.w / (m[0].box.w + m[1].box.w);
    assert_true(share > 184 / 366.0 - 1e-3 && share < 184 / 366.0 + 1e-3);
    assert_int_equal(m[0].pos.col, 3);
}

static void test_progress_is_a_part_of_the_bar(void **state)
{
    ChartCase *c = *state;
    ScheduleTask t =
        task("트램", "설계", (Date){2023, 1, 1}, (Date){2023, 12, 31});
    const ChartPlace *m;
    t.state = TASK_RUNNING;
    t.progress = case_text("40%");
    t.done = (Decimal){40, 2};
    const ChartDrawing *d = made(c, &t, 1);
    assert_int_equal(drawing_marks(d, c->arena, &m), 2);
    double share = (double)m[0].box.w / (m[0].box.w + m[1].box.w);
    assert_true(share > 0.399 && share < 0.401);
    assert_int_equal(texts_like(d, c->arena, "설계 40%"), 1);
}

static void test_one_name_is_one_row(void **state)
{
    ChartCase *c = *state;
    ScheduleTask t[] = {
        task("트램", "설계", (Date){2023, 1, 1}, (Date){2023, 6, 30}),
        task("트램", "공사", (Date){2023, 7, 1}, (Date){2023, 12, 31}),
        task("트램", "감리", (Date){2023, 5, 1}, (Date){2023, 12, 31}),
    };
    const ChartPlace *m;
    const ChartDrawing *d = made(c, t, 3);
    assert_int_equal(texts_like(d, c->arena, "트램"), 1);
    assert_int_equal(drawing_marks(d, c->arena, &m), 3);
    /* 설계 and 공사 follow one another, 감리 needs a lane of its own. */
    assert_true(m[0].box.y != m[1].box.y && m[0].box.y == m[2].box.y);
}

static void test_columns_grow_with_time(void **state)
{
    ChartCase *c = *state;
    ScheduleTask t = task("트램", "", (Date){2023, 1, 1}, (Date){2024, 12, 31});
    assert_int_equal(texts_like(made(c, &t, 1), c->arena, "12"), 2);
    t.to.year = 2026;
    assert_int_equal(texts_like(made(c, &t, 1), c->arena, "4분기"), 4);
    t.to.year = 2032;
    assert_int_equal(texts_like(made(c, &t, 1), c->arena, "4분기"), 0);
    assert_int_equal(texts_like(made(c, &t, 1), c->arena, "2032년"), 1);
    t.to.year = 2024;
    ScheduleSpec spec = schedule(c, &t, 1);
    const SchedulePart *parts;
    spec.unit = UNIT_QUARTER;
    assert_int_equal(schedule_make(&spec, &c->tools, &parts), 1);
    assert_int_equal(texts_like(parts[0].drawing, c->arena, "4분기"), 2);
}

/* What goes on beyond the days that are shown is cut; what has none of them
 * is told. */
static void test_outside_of_what_is_shown(void **state)
{
    ChartCase *c = *state;
    const SchedulePart *parts;
    ScheduleTask t = task("트램", "", (Date){2023, 1, 1}, (Date){2025, 12, 31});
    ScheduleSpec spec = schedule(c, &t, 1);
    spec.from = (Date){2024, 1, 1};
    spec.to = (Date){2024, 12, 31};
    assert_int_equal(schedule_make(&spec, &c->tools, &parts), 1);
    t.to = (Date){2023, 12, 30};
    assert_int_equal(schedule_make(&spec, &c->tools, &parts), 0);
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_OUTSIDE);
    assert_int_equal(diags_pos(c->diags, 0).col, 3);
}

static void test_nothing_and_too_long(void **state)
{
    ChartCase *c = *state;
    const SchedulePart *parts;
    ScheduleTask t = task("트램", "", (Date){2023, 1, 1}, (Date){9025, 12, 31});
    ScheduleSpec none = schedule(c, &t, 0), long_one = schedule(c, &t, 1);
    assert_int_equal(schedule_make(&none, &c->tools, &parts), 0);
    assert_int_equal(schedule_make(&long_one, &c->tools, &parts), 0);
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_EMPTY);
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_PERIOD);
}

/* ---- generated ---- */

static uint32_t next(uint32_t *seed)
{
    return *seed = *seed * 1664525 + 1013904223;
}

static Date day_of(uint32_t days)
{
    return (Date){(int16_t)(2023 + days / 336), (int8_t)(days / 28 % 12 + 1),
                  (int8_t)(days % 28 + 1)};
}

static void generate(uint32_t *seed, ScheduleTask *tasks, uint32_t n)
{
    uint32_t days = 60 + next(seed) / 7 % 900, row = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t from = next(seed) / 7 % days, long_ = next(seed) / 7 % 300;
        bool day = next(seed) >> 29 == 0;
        row += next(seed) >> 30 == 0;
        tasks[i] = task(names[row % 4], texts[next(seed) / 7 % 5], day_of(from),
                        day_of(from + (day ? 0 : long_)));
        tasks[i].milestone = day;
        tasks[i].vague = !day && next(seed) >> 30 == 0;
        tasks[i].group = case_text(n % 3 ? "" : row % 8 < 4 ? "철도" : "도로");
        tasks[i].state = from + long_ < 335 ? TASK_DONE
                         : from < 335       ? TASK_RUNNING
                                            : TASK_AHEAD;
    }
}

static void test_nothing_ever_touches(void **state)
{
    ChartCase *c = *state;
    uint32_t seed = 5, drawn = 0, rounds = 300;
    for (uint32_t round = 0; round < rounds; round++) {
        ScheduleTask tasks[30];
        const SchedulePart *parts;
        uint32_t n = 1 + round % 30;
        generate(&seed, tasks, n);
        ScheduleSpec spec = schedule(c, tasks, n);
        uint32_t made_parts = schedule_make(&spec, &c->tools, &parts);
        for (uint32_t i = 0; i < made_parts; i++)
            assert_int_equal(drawing_overlaps(parts[i].drawing), 0);
        drawn += made_parts > 0;
    }
    assert_true(drawn > rounds * 95 / 100);
}

/* 500 jobs go on over pages: every job once, in order, under the same head. */
static void test_five_hundred_jobs(void **state)
{
    ChartCase *c = *state;
    static ScheduleTask tasks[500];
    const SchedulePart *parts;
    for (uint32_t i = 0; i < 500; i++)
        tasks[i] = task(names[i % 4], texts[i % 5], day_of(i), day_of(i + 90));
    ScheduleSpec spec = schedule(c, tasks, 500);
    uint32_t n = schedule_make(&spec, &c->tools, &parts), seen = 0;
    assert_in_range(n, 10, 60);
    for (uint32_t i = 0; i < n; i++) {
        assert_int_equal(parts[i].first, seen);
        seen += parts[i].n;
        assert_true(drawing_height(parts[i].drawing) <= c->tools.depth);
        assert_int_equal(texts_like(parts[i].drawing, c->arena, "사업명"), 1);
    }
    assert_int_equal(seen, 500);
}

/* What fits on a page goes there whole, unless too much of this page stays
 * empty for it. */
static void test_whole_on_the_next_page(void **state)
{
    ChartCase *c = *state;
    ScheduleTask tasks[10];
    const SchedulePart *parts;
    for (uint32_t i = 0; i < 10; i++)
        tasks[i] = task(names[i % 4], texts[i % 5], day_of(i), day_of(i + 90));
    ScheduleSpec spec = schedule(c, tasks, 10);
    assert_int_equal(schedule_make(&spec, &c->tools, &parts), 1);
    Len height = drawing_height(parts[0].drawing);
    c->tools.depth = spec.fresh_depth = height + LEN_PT(1);
    spec.here_depth = c->tools.depth / 2;
    assert_int_equal(schedule_make(&spec, &c->tools, &parts), 1);
    spec.here_depth = c->tools.depth * 3 / 5;
    assert_int_equal(schedule_make(&spec, &c->tools, &parts), 2);
    assert_true(drawing_height(parts[0].drawing) <= spec.here_depth);
    /* Headings that come along leave it too little room there. */
    spec.here_depth = c->tools.depth / 2;
    spec.fresh_depth = height - LEN_PT(20);
    assert_int_equal(schedule_make(&spec, &c->tools, &parts), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_running_up_to_the_base_date),
        CASE(test_progress_is_a_part_of_the_bar),
        CASE(test_one_name_is_one_row),
        CASE(test_columns_grow_with_time),
        CASE(test_outside_of_what_is_shown),
        CASE(test_nothing_and_too_long),
        CASE(test_nothing_ever_touches),
        CASE(test_five_hundred_jobs),
        CASE(test_whole_on_the_next_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
