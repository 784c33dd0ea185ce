/* Len: reading units, scaling, writing. */
#include "base/len.h"

#include <setjmp.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static const struct Parse {
    const char *text;
    Len len;
} good[] = {
    {"15pt", 15 * 1024},
    {"1.5pt", 1536},
    {"0pt", 0},
    {"-3pt", -3 * 1024},
    {"0.5in", 36 * 1024},
    {"25.4mm", 72 * 1024},
    {"2.54cm", 72 * 1024},
    {"210mm", 609562}, /* A4: 595.2756 pt */
    {"297mm", 862095}, /* 841.8898 pt */
    {"170mm", 493455},
    {"-170mm", -493455},
    {"15 pt", 15 * 1024},
    {" 15pt", 15 * 1024},
    {"0.00048828125pt", 1}, /* exactly half: away from zero */
    {"0.00048828124pt", 0},
    {"2097151pt", 2097151 * 1024},
    {"15.000000000000000000pt", 15 * 1024},
};

static void reads(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        Len len = -1;
        if (!len_parse(str_of(good[i].text), &len) || len != good[i].len)
            fail_msg("%s: %d", good[i].text, len);
    }
    assert_int_equal(LEN_MM(210), 609562);
    assert_int_equal(LEN_PT(-1.5), -1536);
}

static void refuses(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "15",
        "pt",
        "mm",
        "15px",
        "15 p t",
        "1,5pt",
        "15pt ",
        "15PT",
        "1e3pt",
        "2097153pt",
        "-2097153pt",
        "99999999999999999999pt",
        "9999999999999999999999999999999999999999mm",
        "--1pt",
        "15ptpt",
        "nanpt",
        "t",
        "m"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Len len = 77;
        if (len_parse(str_of(bad[i]), &len) || len != 77)
            fail_msg("read: %s", bad[i]);
    }
}

static void scales(void **state)
{
    (void)state;
    assert_int_equal(len_mul(10, 1, 4), 3); /* 2.5: away from zero */
    assert_int_equal(len_mul(-10, 1, 4), -3);
    assert_int_equal(len_mul(10, -1, 4), -3);
    assert_int_equal(len_mul(9, 1, 4), 2);
    assert_int_equal(len_mul(1, 1, 3), 0);
    assert_int_equal(len_mul(2, 1, 3), 1);
    assert_int_equal(len_mul(0, INT64_MIN, 7), 0);
    assert_int_equal(len_mul(7, 1, 1), 7);
    /* Past 64 bits on the way. */
    assert_int_equal(len_mul(1000000, INT64_MAX, INT64_MAX), 1000000);
    assert_int_equal(len_mul(-1000000, INT64_MAX, INT64_MAX), -1000000);
    assert_int_equal(len_mul(INT32_MAX, INT64_MAX / 2, INT64_MAX / 2),
                     INT32_MAX);
}

static void writes(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    assert_string_equal(len_dump(15 * 1024, a), "15");
    assert_string_equal(len_dump(1536, a), "1.5");
    assert_string_equal(len_dump(609562, a), "595.275");
    assert_string_equal(len_dump(-512, a), "-0.5");
    assert_string_equal(len_dump(0, a), "0");
    assert_string_equal(len_dump(1, a), "0.001");
    assert_string_equal(len_dump(INT32_MIN, a), "-2097152");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads),
        cmocka_unit_test(refuses),
        cmocka_unit_test(scales),
        cmocka_unit_test(writes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
