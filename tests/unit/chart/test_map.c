/* Maps: a tile for each district, classes from light to dark. */
#include "chart_case.h"

#include "chart/map.h"

static ChartTilePlace place(ChartCase *c, const char *name, uint32_t row,
                            uint32_t column, const char *value)
{
    return (ChartTilePlace){.name = case_text(name),
                            .row = row,
                            .column = column,
                            .value =
                                case_value(c, value, (Pos){1, row, column})};
}

static const ChartDrawing *made(ChartCase *c, const ChartTilePlace *places,
                                uint32_t n)
{
    MapSpec spec = {.pos = {1, 1, 1}, .n = n, .places = places};
    return map_make(&spec, &c->tools);
}

static void test_tiles_stand_in_their_grid(void **state)
{
    ChartCase *c = *state;
    ChartTilePlace p[] = {place(c, "유성구", 1, 1, "12"),
                          place(c, "대덕구", 1, 2, "30"),
                          place(c, "동구", 2, 2, "…")};
    const ChartPlace *m;
    const ChartDrawing *d = made(c, p, 3);
    assert_int_equal(drawing_marks(d, c->arena, &m), 3);
    assert_int_equal(drawing_overlaps(d), 0);
    assert_int_equal(m[0].box.y, m[1].box.y);
    assert_int_equal(m[1].box.x, m[2].box.x);
    assert_true(m[2].box.y > m[1].box.y);
    assert_int_equal(m[1].pos.col, 2); /* the cell it shows */
}

static void test_nothing_known(void **state)
{
    ChartCase *c = *state;
    ChartTilePlace p = place(c, "동구", 1, 1, "…");
    assert_null(made(c, &p, 1));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_EMPTY);
}

static void test_one_district(void **state)
{
    ChartCase *c = *state;
    ChartTilePlace p = place(c, "동구", 1, 1, "0");
    assert_int_equal(drawing_overlaps(made(c, &p, 1)), 0);
}

/* A grid that no page holds is refused, not squeezed. */
static void test_too_wide(void **state)
{
    ChartCase *c = *state;
    ChartTilePlace p[] = {place(c, "동구", 1, 1, "1"),
                          place(c, "대덕구", 1, 40, "123,456,789")};
    assert_null(made(c, p, 2));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_CROWDED);
}

static void test_nothing_ever_touches(void **state)
{
    ChartCase *c = *state;
    static const char *const names[] = {"중구", "유성구", "대덕구", "해운대구"};
    uint32_t seed = 3, drawn = 0;
    for (uint32_t round = 0; round < 300; round++) {
        ChartTilePlace p[30];
        uint32_t columns = 3 + round % 4, n = 1 + round % 30;
        for (uint32_t i = 0; i < n; i++) {
            seed = seed * 1664525 + 1013904223;
            uint32_t range = round % 2 ? 100 : 9000000;
            const char *value =
                seed >> 29 == 0
                    ? "…"
                    : arena_printf(c->arena, "%u", (seed >> 4) % range);
            p[i] = place(c, names[seed >> 30], 1 + i / columns, 1 + i % columns,
                         value);
        }
        const ChartDrawing *d = made(c, p, n);
        assert_true(!d || drawing_overlaps(d) == 0);
        drawn += d != NULL;
    }
    assert_true(drawn > 250);
}

/* Equal steps would leave six of seven below 5,000. */
static void test_one_far_beyond_the_others(void **state)
{
    ChartCase *c = *state;
    static const char *const values[] = {"387",   "675",   "1,442", "1,594",
                                         "2,130", "3,293", "13,631"};
    ChartTilePlace p[7];
    for (uint32_t i = 0; i < 7; i++)
        p[i] = place(c, "동구", 1 + i / 3, 1 + i % 3, values[i]);
    const ChartDrawing *d = made(c, p, 7);
    assert_int_equal(drawing_overlaps(d), 0);
    assert_true(case_has_label(c, d, "1,000 미만"));
    assert_true(case_has_label(c, d, "1,000~2,000"));
    assert_true(case_has_label(c, d, "2,000~5,000"));
    assert_true(case_has_label(c, d, "5,000 이상"));
    /* The others by themselves have equal steps. */
    assert_true(case_has_label(c, made(c, p, 6), "0~1,000"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_tiles_stand_in_their_grid),
        CASE(test_nothing_known),
        CASE(test_one_district),
        CASE(test_too_wide),
        CASE(test_nothing_ever_touches),
        CASE(test_one_far_beyond_the_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
