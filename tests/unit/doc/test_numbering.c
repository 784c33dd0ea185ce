/* K-67, K-68, K-70, K-74: labels and counters. */
#include "doc/numbering.h"
#include "doc_test.h"

static void assert_label(NumberStyle style, unsigned n, const char *expected,
                         bool falls_back)
{
    Arena *a = arena_new(0);
    bool fell_back = !falls_back;
    assert_str(number_label(style, n, a, &fell_back), expected);
    assert_int_equal(fell_back, falls_back);
    arena_free(a);
}

static void k67_eight_levels(void **state)
{
    (void)state;
    static const char *const labels[] = {"1.",  "가.",  "1)",     "가)",
                                         "(1)", "(가)", "\u2460", "\u326E"};
    for (size_t i = 0; i < 8; i++)
        assert_label((NumberStyle)(NUMBER_ARABIC_DOT + i), 1, labels[i], false);
}

static void k68_hangul_order(void **state)
{
    (void)state;
    assert_label(NUMBER_HANGUL_DOT, 14, "하.", false);
    assert_label(NUMBER_HANGUL_DOT, 15, "거.", false);
    assert_label(NUMBER_HANGUL_DOT, 29, "고.", false);
}

static void k68_circled_numbers(void **state)
{
    (void)state;
    assert_label(NUMBER_CIRCLED, 20, "⑳", false);
    assert_label(NUMBER_CIRCLED, 21, "\u3251", false);
    assert_label(NUMBER_CIRCLED, 35, "\u325F", false);
    assert_label(NUMBER_CIRCLED, 36, "\u32B1", false);
    assert_label(NUMBER_CIRCLED, 50, "\u32BF", false);
    assert_label(NUMBER_CIRCLED, 51, "(51)", true);
}

static void k68_circled_hangul_runs_out(void **state)
{
    (void)state;
    assert_label(NUMBER_HANGUL_CIRCLED, 14, "\u327B", false);
    assert_label(NUMBER_HANGUL_CIRCLED, 15, "(거)", true);
}

static void k70_roman(void **state)
{
    (void)state;
    assert_label(NUMBER_ROMAN, 1, "\u2160", false);
    assert_label(NUMBER_ROMAN, 3, "\u2162", false);
    assert_label(NUMBER_ROMAN, 12, "\u216B", false);
    assert_label(NUMBER_ROMAN, 14, "ⅩⅣ", false);
    assert_label(NUMBER_ROMAN, 20, "ⅩⅩ", false);
    assert_label(NUMBER_ROMAN, 49, "ⅩⅬⅨ", false);
    assert_label(NUMBER_ROMAN, 90, "90", true);
}

static void k74_restart(void **state)
{
    (void)state;
    Counters c = {{0}};
    assert_int_equal(counters_next(&c, 1), 1);
    assert_int_equal(counters_next(&c, 2), 1);
    assert_int_equal(counters_next(&c, 3), 1);
    assert_int_equal(counters_next(&c, 3), 2);
    assert_int_equal(counters_next(&c, 2), 2);
    assert_int_equal(counters_next(&c, 3), 1);
    assert_int_equal(counters_next(&c, 1), 2);
    assert_int_equal(counters_next(&c, 2), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k67_eight_levels),
        cmocka_unit_test(k68_hangul_order),
        cmocka_unit_test(k68_circled_numbers),
        cmocka_unit_test(k68_circled_hangul_runs_out),
        cmocka_unit_test(k70_roman),
        cmocka_unit_test(k74_restart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
