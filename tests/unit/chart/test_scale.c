/* Ticks against the published search, their words, and labels in a row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "chart/scale.h"
#include "chart/spread.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct Published {
    double low, high; /* of the data */
    int want;
    double first, last; /* of the ticks */
    int n;
} Published;

static void assert_published(const Published *p, bool loose)
{
    Ticks t;
    double near = (p->high - p->low) * 1e-9;
    assert_true(ticks_find(p->low, p->high, p->want, loose, &t));
    assert_int_equal(t.n, p->n);
    assert_true(fabs(t.low - p->first) < near);
    assert_true(fabs(t.high - p->last) < near);
}

/* What is printed in documents: the manual of the authors' own R package
 * `labeling` (0.4.3), that of `scales` (1.3.0), the tests of AntV scale. */
static void test_published_results(void **state)
{
    static const Published rows[] = {
        {8.1, 14.1, 4, 8, 14, 4}, /* labeling: 8 10 12 14 */
        {1, 10, 5, 0, 10, 5},     /* scales: breaks_extended()(1:10) */
        {1, 100, 5, 0, 100, 5},   /* scales: breaks_extended()(1:100) */
        {0, 10, 5, 0, 10, 5},     /* AntV: 0 2.5 5 7.5 10 */
        {3, 97, 5, 0, 100, 5},    {0.153, 0.987, 10, 0.1, 1, 10},
        {-5, 605, 6, 0, 600, 7},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_published(&rows[i], false);
}

/* AntV scale again, where ticks take in the data and no zero lies inside. */
static void test_published_loose_results(void **state)
{
    static const Published rows[] = {
        {1, 9.5, 5, 0, 10, 5},      {1, 11, 5, 0, 12, 5},
        {-100, -10, 5, -100, 0, 5}, {0, 4200, 5, 0, 5000, 6},
        {0.153, 0.987, 5, 0, 1, 5},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_published(&rows[i], true);
}

/* What the search of the paper answers for figures as offices have them,
 * computed with another implementation (mizani 0.14.6, breaks_extended). */
static void test_results_of_others(void **state)
{
    static const Published rows[] = {
        {0, 74733, 5, 0, 80000, 5},
        {0, 116250, 6, 0, 125000, 6},
        {6390, 10820, 5, 6000, 11000, 6},
        {1027, 1475, 5, 1000, 1500, 6},
        {-90, 770, 5, 0, 800, 5},
        {0, 0.369, 4, 0, 0.4, 5},
        {-5896, 1204, 6, -6000, 1000, 8},
        {36.9, 64.3, 3, 40, 60, 3},
        {0, 100, 11, 0, 100, 11},
        {1, 3, 3, 1, 3, 3},
        {0, 7, 5, 0, 8, 5},
        {0, 13, 5, 0, 12.5, 6},
        {0, 17, 7, 0, 17.5, 8},
        {-1, 1, 5, -1, 1, 5},
        {-0.03, 0.11, 5, -0.04, 0.12, 5},
        {2019, 2023, 5, 2019, 2023, 5},
        {1e8, 9e8, 4, 0, 9e8, 4},
        {123456, 123999, 5, 123500, 124000, 6},
        {0, 33, 8, 0, 35, 8},
        {19, 21, 9, 19, 21, 9},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_published(&rows[i], false);
}

static void assert_words(double high, int power, const char *last)
{
    Arena *a = arena_new(0);
    Ticks t;
    Str texts[40];
    assert_true(ticks_find(0, high, 5, true, &t));
    assert_true(t.high >= high);
    ticks_print(&t, power, STR(""), NEGATIVE_TRIANGLE, a, texts);
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

/* The digits before a word of scale: "1,250" of "△1,250만". */
static double digits_of(const char *text)
{
    char digits[64];
    size_t n = 0;
    for (; *text && n + 1 < sizeof digits; text++)
        if ((*text >= '0' && *text <= '9') || *text == '.')
            digits[n++] = *text;
    digits[n] = '\0';
    return strtod(digits, NULL);
}

/* Whatever the figures and their unit: no word has 10,000 of it or more before
 * it, and a figure without a word stays short. */
static void test_no_tick_grows_long(void **state)
{
    Arena *a = arena_new(0);
    Str texts[40];
    (void)state;
    for (int power = 0; power <= 8; power++)
        for (double high = 0.7; high < 1e15 && high * pow(10, power) < 9e19;
             high *= 3.7) {
            Ticks t;
            assert_true(ticks_find(-high / 3, high, 5, true, &t));
            ticks_print(&t, power, STR(""), NEGATIVE_TRIANGLE, a, texts);
            for (int i = 0; i < t.n; i++) {
                const char *text = str_c(texts[i], a);
                bool worded = strstr(text, "만") || strstr(text, "억") ||
                              strstr(text, "조") || strstr(text, "경");
                assert_true(digits_of(text) < (worded ? 1e4 : 1e5));
            }
        }
    arena_free(a);
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
        cmocka_unit_test(test_published_loose_results),
        cmocka_unit_test(test_results_of_others),
        cmocka_unit_test(test_words_of_ticks),
        cmocka_unit_test(test_no_tick_grows_long),
        cmocka_unit_test(test_no_range),
        cmocka_unit_test(test_spread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
