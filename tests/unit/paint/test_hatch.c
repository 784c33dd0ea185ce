/* The strokes of the hatches. */
#include "paint/hatch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const Rect area = {LEN_PT(10), LEN_PT(20), LEN_PT(30), LEN_PT(12)};

static void test_diagonals_cover_the_area_at_45_degrees(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    const HatchStroke *s;
    uint32_t n = hatch_strokes(HATCH_DIAGONAL, area, a, &s);
    assert_true(n > 2);
    for (uint32_t i = 0; i < n; i++) {
        assert_int_equal(s[i].from.y, area.y);
        assert_int_equal(s[i].to.y, area.y + area.h);
        assert_int_equal(s[i].from.x - s[i].to.x, area.h);
    }
    assert_true(s[0].from.x <= area.x);
    assert_true(s[n - 1].to.x >= area.x + area.w - LEN_PT(5));
    arena_free(a);
}

/* The grid belongs to the page: a neighbour's lines are the same lines. */
static void test_grid_is_fixed_to_the_page(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    Rect moved = area;
    moved.x += LEN_PT(1);
    const HatchStroke *s, *t;
    hatch_strokes(HATCH_DOTS, area, a, &s);
    hatch_strokes(HATCH_DOTS, moved, a, &t);
    assert_int_equal(s[0].from.x % LEN_MM(1.4), 0);
    assert_int_equal(t[0].from.x % LEN_MM(1.4), 0);
    assert_int_equal(s[0].from.x, s[0].to.x); /* a dot */
    arena_free(a);
}

static void test_nothing_to_hatch(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    const HatchStroke *s;
    assert_int_equal(hatch_strokes(HATCH_NONE, area, a, &s), 0);
    assert_int_equal(hatch_strokes(HATCH_DOTS, (Rect){0, 0, 0, 9}, a, &s), 0);
    arena_free(a);
}

static void test_left_of_the_page(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    const HatchStroke *s;
    Rect left = {-LEN_PT(7), -LEN_PT(7), LEN_PT(2), LEN_PT(2)};
    uint32_t n = hatch_strokes(HATCH_DOTS, left, a, &s);
    assert_true(n > 0);
    assert_int_equal(s[0].from.x, -2 * LEN_MM(1.4));
    arena_free(a);
}

static void test_bounds_of_a_path(void **state)
{
    (void)state;
    static const uint8_t segs[] = {SEG_MOVE, SEG_CURVE, SEG_CLOSE};
    static const Point points[] = {{5, 5}, {0, 9}, {12, -3}, {7, 7}};
    Rect r = path_bounds(&(DlPath){.nsegs = 3, .segs = segs, .points = points});
    assert_int_equal(r.x, 0);
    assert_int_equal(r.y, -3);
    assert_int_equal(r.w, 12);
    assert_int_equal(r.h, 12);
    assert_int_equal(path_bounds(&(DlPath){.nsegs = 0, .segs = segs, .points = points}).w, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_diagonals_cover_the_area_at_45_degrees),
        cmocka_unit_test(test_grid_is_fixed_to_the_page),
        cmocka_unit_test(test_nothing_to_hatch),
        cmocka_unit_test(test_left_of_the_page),
        cmocka_unit_test(test_bounds_of_a_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
