/* K-118, K-125: numbers read aloud. */
#include "doc/reading.h"
#include "doc_test.h"

static void assert_reads(const char *number, ReadingStyle style,
                         const char *expected)
{
    Arena *a = arena_new(0);
    Decimal d;
    assert_true(decimal_parse(str_of(number), &d));
    assert_str(reading_number(d, style, a), expected);
    arena_free(a);
}

static void k125_both_styles(void **state)
{
    (void)state;
    assert_reads("20304", READING_AMOUNT, "이만삼백사");
    assert_reads("20304", READING_PLAIN, "이만삼백사");
    assert_reads("11111", READING_AMOUNT, "일만일천일백일십일");
    assert_reads("11111", READING_PLAIN, "만천백십일");
}

static void k118_every_one_is_written(void **state)
{
    (void)state;
    assert_reads("113560", READING_AMOUNT, "일십일만삼천오백육십");
    assert_reads("1000", READING_AMOUNT, "일천");
    assert_reads("0", READING_AMOUNT, "영");
    assert_reads("100010000", READING_AMOUNT, "일억일만");
}

static void plain_keeps_one_before_eok(void **state)
{
    (void)state;
    assert_reads("100000000", READING_PLAIN, "일억");
    assert_reads("10000", READING_PLAIN, "만");
    assert_reads("100010000", READING_PLAIN, "일억일만");
    assert_reads("110000", READING_PLAIN, "십일만");
}

static void signs_and_fractions(void **state)
{
    (void)state;
    assert_reads("-15", READING_PLAIN, "마이너스 십오");
    assert_reads("3.05", READING_PLAIN, "삼점영오");
    assert_reads("0.50", READING_PLAIN, "영점오");
}

static void the_largest_numbers(void **state)
{
    (void)state;
    assert_reads("1000000000000", READING_PLAIN, "일조");
    assert_reads("1000000000000000000000000000000000000", READING_PLAIN,
                 "일간");
    assert_reads(
        "9999999999999999999999999999999999999", READING_PLAIN,
        "구간구천구백구십구구구천구백구십구양구천구백구십구자구천구백구십구해"
        "구천구백구십구경구천구백구십구조구천구백구십구억구천구백구십구만"
        "구천구백구십구");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k125_both_styles),
        cmocka_unit_test(k118_every_one_is_written),
        cmocka_unit_test(plain_keeps_one_before_eok),
        cmocka_unit_test(signs_and_fractions),
        cmocka_unit_test(the_largest_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
