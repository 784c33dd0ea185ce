/* The values a PDF is written in. */
#include "pdf/syntax.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void assert_buf(Buf *b, const char *expected, size_t n)
{
    assert_int_equal(b->n, n);
    assert_memory_equal(b->p, expected, n);
    buf_release(b);
}

#define assert_put(call, expected)                                             \
    do {                                                                       \
        Buf b = {0};                                                           \
        call;                                                                  \
        assert_buf(&b, expected, sizeof expected - 1);                         \
    } while (0)

static void test_numbers_have_no_more_digits_than_needed(void **state)
{
    (void)state;
    assert_put(put_milli(&b, 595276), "595.276");
    assert_put(put_milli(&b, 595270), "595.27");
    assert_put(put_milli(&b, 595000), "595");
    assert_put(put_milli(&b, -500), "-.5");
    assert_put(put_milli(&b, 7), ".007");
    assert_put(put_milli(&b, 0), "0");
    assert_put(put_int(&b, INT64_MIN), "-9223372036854775808");
}

static void test_lengths_round_half_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(len_milli(LEN_PT(12)), 12000);
    assert_int_equal(len_milli(LEN_MM(210)), 595275);
    assert_int_equal(len_milli(64), 63); /* 62.5 */
    assert_int_equal(len_milli(-64), -63);
    assert_int_equal(len_milli(1), 1);
    assert_int_equal(len_milli(-1), -1);
}

static void test_byte_strings_escape_four_bytes(void **state)
{
    (void)state;
    assert_put(put_string(&b, "a(b)\\c\r\n", 8), "(a\\(b\\)\\\\c\\r\n)");
}

static void test_text_is_ascii_or_utf16(void **state)
{
    (void)state;
    assert_put(put_text(&b, STR("plain (x)")), "(plain \\(x\\))");
    assert_put(put_text(&b, STR("가")), "(\xFE\xFF\xAC\x00)");
    assert_put(put_text(&b, STR("\U0001F600")), "(\xFE\xFF\xD8\x3D\xDE\x00)");
    assert_put(put_text(&b, STR("tab\t")), "(\xFE\xFF\0t\0a\0b\0\t)");
}

static void test_names_escape_what_is_no_letter(void **state)
{
    (void)state;
    assert_put(put_name(&b, STR("text/csv")), "/text#2Fcsv");
    assert_put(put_name(&b, STR("A B#")), "/A#20B#23");
}

static void test_dates_are_utc(void **state)
{
    (void)state;
    assert_put(put_date(&b, 1703980800), "(D:20231231000000+00'00')");
    assert_put(put_date(&b, -1), "(D:19691231235959+00'00')");
    assert_put(put_date(&b, INT64_MAX), "(D:99991231235959+00'00')");
}

static void test_a_buffer_grows_in_printf(void **state)
{
    (void)state;
    Buf b = {0};
    buf_printf(&b, "%0400d|", 7);
    assert_int_equal(b.n, 401);
    assert_memory_equal(b.p + 398, "07|", 3);
    buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_have_no_more_digits_than_needed),
        cmocka_unit_test(test_lengths_round_half_away_from_zero),
        cmocka_unit_test(test_byte_strings_escape_four_bytes),
        cmocka_unit_test(test_text_is_ascii_or_utf16),
        cmocka_unit_test(test_names_escape_what_is_no_letter),
        cmocka_unit_test(test_dates_are_utc),
        cmocka_unit_test(test_a_buffer_grows_in_printf),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
