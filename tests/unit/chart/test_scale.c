/* Ticks against the published search, their words, and labels in a row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "chart/scale.h"
#include "chart/spread.h"

#include <math.h>

static void assert_ticks(double low, double high, int want, double first,
                         double last, int n)
{
    Ticks t;
    assert_true(ticks_find(low, high, want, false, &t));
    assert_int_equal(t.n, n);
    assert_true(fabs(t.low - first) < 1e-9 && fabs(t.high - last) < 1e-9);
}

/* As R's labeling::extended() answers, which the authors published. */
static void test_published_results(void **state)
{
    (void)state;
    assert_ticks(8.1, 14.1, 4, 8, 14, 4);
    assert_ticks(0, 100, 5, 0, 100, 5);
    assert_ticks(0, 1, 5, 0, 1, 5);
}

static void assert_words(double high, int power, const char *last)
{
    Arena *a = arena_new(0);
    Ticks t;
    Str texts[40];
    assert_true(ticks_find(0, high, 5, true, &t));
    assert_true(t.high >= high);
    ticks_print(&t, power, a, texts);
    assert_string_equal(str_c(texts[0], a), "0");
    assert_string_equal(str_c(texts[t.n - 1], a), last);
    arena_free(a);
}

/* 천 → 만 → 억 → 조, never 10,000만. */
static void test_words_of_ticks(void **state)
{
    (void)state;
    assert_words(74733, 8, "80,000");
    assert_words(12345678, 0, "1,250만");
    assert_words(98e6, 0, "1억");
    assert_words(116250e8, 0, "12조");
    assert_words(740000, 8, "80조");
    assert_words(0.8, 0, "0.8");
}

static void test_no_range(void **state)
{
    (void)state;
    Ticks t;
    assert_false(ticks_find(3, 3, 5, true, &t));
    assert_false(ticks_find(0, INFINITY, 5, true, &t));
    assert_false(ticks_find(NAN, 1, 5, true, &t));
    assert_false(ticks_find(1e15, 1e15 + 1, 5, true, &t));
}

static void test_spread(void **state)
{
    (void)state;
    Stop s[] = {{10, 4, 0}, {11, 4, 0}, {30, 4, 0}};
    assert_true(stops_spread(s, 3, 1, 0, 100));
    assert_true(fabs(s[0].at - 8) < 1e-9 && fabs(s[1].at - 13) < 1e-9);
    assert_true(s[2].at == 30);
    assert_true(fabs(stops_cost(s, 3) - 8) < 1e-9);
    /* Order and gaps hold at the edges of the room too. */
    Stop crowded[] = {{50, 10, 0}, {0, 10, 0}, {-5, 10, 0}};
    assert_true(stops_spread(crowded, 3, 2, 0, 34));
    assert_true(crowded[0].at == 5 && crowded[1].at == 17 &&
                crowded[2].at == 29);
    assert_false(stops_spread(crowded, 3, 3, 0, 34));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published_results),
        cmocka_unit_test(test_words_of_ticks),
        cmocka_unit_test(test_no_range),
        cmocka_unit_test(test_spread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
