/* Compositions and tiles: what stands where, and what is refused. */
#include "chart_case.h"

#include "chart/sketch.h"

static uint32_t labels_with(const ChartDrawing *d, Arena *a, const char *part)
{
    const ChartPlace *p;
    uint32_t n = drawing_labels(d, a, &p), found = 0;
    for (uint32_t i = 0; i < n; i++)
        found += str_find(p[i].text, str_of(part)) >= 0;
    return found;
}

static const char *const accounts[] = {"일반회계", "특별회계", "기금", NULL};

static const ChartDrawing *budget(ChartCase *c)
{
    ChartSpec spec = case_spec(c, CHART_COMPOSITION, accounts,
                               LIST("시", "54,677", "10,653", "9,403", "구",
                                    "36,074", "529", "4,914"));
    spec.power = 8;
    return chart_make(&spec, &c->tools);
}

static void test_length_is_amount(void **state)
{
    ChartCase *c = *state;
    const ChartPlace *m;
    assert_int_equal(drawing_marks(budget(c), c->arena, &m), 6);
    double first = len_pt(m[0].box.w) / 54677;
    double other = len_pt(m[3].box.w) / 36074;
    assert_true(first > 0 && first - other < 1e-6 && other - first < 1e-6);
    assert_int_equal(m[0].box.x, m[3].box.x);
    assert_int_equal(m[4].pos.line, 3); /* the cell it shows */
    assert_int_equal(m[4].pos.col, 3);
}

static void test_small_parts_are_named_beside_the_bar(void **state)
{
    ChartCase *c = *state;
    const ChartDrawing *d = budget(c);
    assert_int_equal(drawing_overlaps(d), 0);
    assert_int_equal(labels_with(d, c->arena, "특별회계 529 (1.3%)"), 1);
    assert_int_equal(labels_with(d, c->arena, "기금 4,914 (11.8%)"), 1);
    assert_int_equal(labels_with(d, c->arena, "80,000"), 1);
    /* Above the first bar, and nowhere else. */
    assert_int_equal(labels_with(d, c->arena, "일반회계"), 1);
}

static void test_negative_parts_are_refused(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_SHARE, accounts, LIST("시", "1", "-2", "3"));
    assert_null(chart_make(&spec, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_NEGATIVE);
    assert_int_equal(diags_pos(c->diags, 0).col, 3);
}

static void test_nothing_to_draw(void **state)
{
    ChartCase *c = *state;
    ChartSpec none = case_spec(c, CHART_SHARE, accounts, LIST(NULL));
    assert_null(chart_make(&none, &c->tools));
    ChartSpec unknown = case_spec(c, CHART_SHARE, LIST("값"), LIST("시", "…"));
    unknown.pos.line = 7;
    assert_null(chart_make(&unknown, &c->tools));
    assert_int_equal(diags_count(c->diags, LEVEL_ERROR), 2);
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_EMPTY);
}

/* Zero and unknown wholes have their word, and the others their bars. */
static void test_no_whole(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec = case_spec(
        c, CHART_SHARE, LIST("국비", "시비"),
        LIST("시", "1", "2", "구", "0", "0", "군", "1", "…", "면", "", "…"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    const ChartPlace *m;
    assert_non_null(d);
    assert_int_equal(drawing_marks(d, c->arena, &m), 2);
    assert_int_equal(labels_with(d, c->arena, "자료 없음"), 2);
    assert_int_equal(diags_count(c->diags, LEVEL_WARNING), 0);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(diags_code(c->diags, i), DIAG_CHART_NO_WHOLE);
}

/* Nothing but zeros: names, words and a scale are still there. */
static void test_only_zeros(void **state)
{
    ChartCase *c = *state;
    for (int kind = CHART_COMPOSITION; kind <= CHART_SHARE; kind++) {
        ChartSpec spec = case_spec(c, (ChartKind)kind, LIST("국비", "시비"),
                                   LIST("시", "0", "0", "구", "0", "0"));
        const ChartDrawing *d = chart_make(&spec, &c->tools);
        assert_non_null(d);
        assert_int_equal(labels_with(d, c->arena, "국비"), 1);
        assert_int_equal(drawing_overlaps(d), 0);
    }
}

/* A part that is not known: what is known is drawn, no share is told. */
static void test_unknown_part(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_COMPOSITION, LIST("국비", "시비", "구비"),
                  LIST("시", "10", "20", "30", "구", "15", "…", "30"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    assert_non_null(d);
    assert_int_equal(labels_with(d, c->arena, "시비 …"), 1);
    assert_int_equal(labels_with(d, c->arena, "%"), 3);
}

static void test_sum_too_long(void **state)
{
    ChartCase *c = *state;
    const char *most = "999999999999999999999999999999999999";
    ChartSpec spec = case_spec(c, CHART_COMPOSITION, LIST("국비", "시비"),
                               LIST("시", most, "0.0000001"));
    assert_null(chart_make(&spec, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_SUM);
}

static void test_too_many(void **state)
{
    ChartCase *c = *state;
    ChartSpec six =
        case_spec(c, CHART_SHARE, LIST("1", "2", "3", "4", "5", "6"),
                  LIST("시", "1", "2", "3", "4", "5", "6"));
    assert_null(chart_make(&six, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_SERIES);
    const char *cells[1001] = {NULL};
    for (int i = 0; i < 1000; i += 2) {
        cells[i] = "동";
        cells[i + 1] = "15";
    }
    ChartSpec many = case_spec(c, CHART_COMPOSITION, LIST("인구"), cells);
    assert_null(chart_make(&many, &c->tools));
    assert_int_equal(diags_code(c->diags, 1), DIAG_CHART_HIGH);
}

static void test_fifteen_digits(void **state)
{
    ChartCase *c = *state;
    ChartSpec spec =
        case_spec(c, CHART_COMPOSITION, LIST("국비", "시비"),
                  LIST("시", "987,654,321,012,345", "123,456,789,012,345"));
    const ChartDrawing *d = chart_make(&spec, &c->tools);
    assert_non_null(d);
    assert_int_equal(labels_with(d, c->arena, "987,654,321,012,345"), 1);
    assert_true(labels_with(d, c->arena, "00조") > 1); /* 300조, 600조 … */
    assert_int_equal(labels_with(d, c->arena, "00,000억"), 0);
}

static void test_more_than_anybody_reads(void **state)
{
    ChartCase *c = *state;
    ChartText *names = ARENA_ARRAY(c->arena, ChartText, 1001);
    ChartValue *values = ARENA_ARRAY(c->arena, ChartValue, 1001);
    ChartSeries series = {case_text("인구"), values};
    ChartSpec spec = {.kind = CHART_SHARE,
                      .ncategories = 1001,
                      .nseries = 1,
                      .categories = names,
                      .series = &series};
    assert_null(chart_make(&spec, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_CATEGORIES);
}

/* Small generated books: names long and short, parts large and tiny. */
static void test_nothing_ever_touches(void **state)
{
    ChartCase *c = *state;
    static const char *const names[] = {"시", "구", "도시철도 2호선 트램",
                                        "대전·세종·충북 광역철도 건설", "기금"};
    uint32_t seed = 20240105, made = 0;
    for (int round = 0; round < 300; round++) {
        const char *cells[32] = {NULL};
        size_t n = 0;
        uint32_t rows = 1 + seed % 5, parts = 1 + seed / 7 % 5;
        for (uint32_t i = 0; i < rows; i++) {
            cells[n++] = names[(seed >> 3) % 5];
            for (uint32_t k = 0; k < parts; k++) {
                seed = seed * 1664525 + 1013904223;
                uint32_t scale = seed >> 30 ? 90000 : 90;
                cells[n++] = arena_printf(c->arena, "%u", 1 + seed % scale);
            }
        }
        const char *series[6] = {"일반회계", "특별회계", "기금", "민간",
                                 "기타"};
        series[parts] = NULL;
        ChartSpec spec = case_spec(
            c, round % 2 ? CHART_SHARE : CHART_COMPOSITION, series, cells);
        const ChartDrawing *d = chart_make(&spec, &c->tools);
        if (d)
            assert_int_equal(drawing_overlaps(d), 0);
        made += d != NULL;
    }
    assert_true(made > 290);
}

static void test_tiles(void **state)
{
    ChartCase *c = *state;
    ChartTile t[6];
    for (int i = 0; i < 6; i++)
        t[i] = (ChartTile){case_text("2024년 예산"), case_text("116,250"),
                           case_text("억 원"), case_text("")};
    const ChartDrawing *three = tiles_make(t, 3, POS_NONE, &c->tools);
    assert_int_equal(drawing_height(three), LEN_PT(68));
    t[0].note = case_text("시 64.3%, 구 35.7%");
    const ChartDrawing *six = tiles_make(t, 6, POS_NONE, &c->tools);
    assert_int_equal(drawing_height(six), LEN_PT(84 + 10 + 68)); /* two rows */
    assert_int_equal(drawing_overlaps(six), 0);
    assert_int_equal(labels_with(six, c->arena, "116,250 억 원"), 6);
}

/* A part of zero is told, but no line leads to it. */
static void test_nothing_leads_to_zero(void **state)
{
    ChartCase *c = *state;
    const char *const series[] = {"일반회계", "특별회계", "기금", NULL};
    const char *const none[] = {"구", "36,074", "0", "24,914", NULL};
    const char *const some[] = {"구", "36,074", "12", "24,914", NULL};
    ChartSpec zero = case_spec(c, CHART_COMPOSITION, series, none);
    ChartSpec small = case_spec(c, CHART_COMPOSITION, series, some);
    const ChartDrawing *d = chart_make(&zero, &c->tools);
    assert_non_null(d);
    assert_null(d->wires);
    assert_true(case_has_label(c, d, "특별회계 0 (0.0%)"));
    assert_non_null(chart_make(&small, &c->tools)->wires);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_length_is_amount),
        CASE(test_small_parts_are_named_beside_the_bar),
        CASE(test_negative_parts_are_refused),
        CASE(test_nothing_to_draw),
        CASE(test_no_whole),
        CASE(test_only_zeros),
        CASE(test_unknown_part),
        CASE(test_sum_too_long),
        CASE(test_too_many),
        CASE(test_more_than_anybody_reads),
        CASE(test_fifteen_digits),
        CASE(test_nothing_ever_touches),
        CASE(test_tiles),
        CASE(test_nothing_leads_to_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
