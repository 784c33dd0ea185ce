/* UTF-8: every code point there and back, every class of bad bytes. */
#include "base/str.h"

#include <setjmp.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static void every_code_point_survives(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
        if (cp >= 0xD800 && cp <= 0xDFFF)
            continue;
        char bytes[4];
        Str s = {bytes, utf8_put(bytes, cp)};
        size_t at = 0;
        if (utf8_check(s) != -1 || str_next(s, &at) != cp || at != s.n ||
            str_count(s) != 1)
            fail_msg("U+%04X", (unsigned)cp);
    }
}

static void surrogates_are_refused(void **state)
{
    (void)state;
    for (uint32_t cp = 0xD800; cp <= 0xDFFF; cp++) {
        char bytes[4];
        Str s = {bytes, utf8_put(bytes, cp)};
        if (utf8_check(s) != 0)
            fail_msg("U+%04X", (unsigned)cp);
    }
}

static const struct Bad {
    const char *why, *bytes;
    ptrdiff_t at;
} bad[] = {
    {"lone continuation", "\x80", 0},
    {"lone continuation after text", "ab\xBF", 2},
    {"overlong, two bytes", "\xC0\xAF", 0},
    {"overlong, two bytes, last", "\xC1\xBF", 0},
    {"overlong, three bytes", "\xE0\x80\xAF", 0},
    {"overlong, three bytes, last", "\xE0\x9F\xBF", 0},
    {"overlong, four bytes", "\xF0\x80\x80\xAF", 0},
    {"overlong, four bytes, last", "\xF0\x8F\xBF\xBF", 0},
    {"past U+10FFFF", "\xF4\x90\x80\x80", 0},
    {"lead F5", "\xF5\x80\x80\x80", 0},
    {"lead FE", "\xFE", 0},
    {"lead FF", "\xFF", 0},
    {"cut after one of two", "가\xC3", 3},
    {"cut after two of three", "가\xEA\xB0", 3},
    {"cut after three of four", "가\xF0\x9F\x98", 3},
    {"two of three, then a letter", "\xEA\xB0x", 0},
    {"three of four, then a letter", "\xF0\x9F\x98x", 0},
    {"lead, then a lead", "\xEA\xEA\xB0\x80", 0},
    {"CP949", "\xB0\xA1", 0},
};

static void bad_bytes_are_found_where_they_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ptrdiff_t at = utf8_check(str_of(bad[i].bytes));
        if (at != bad[i].at)
            fail_msg("%s: %td", bad[i].why, at);
    }
}

/* A table of every two-byte pair against the rule itself. */
static void every_pair_is_judged_rightly(void **state)
{
    (void)state;
    for (int first = 0x80; first < 0x100; first++) {
        for (int second = 0; second < 0x100; second++) {
            char bytes[] = {(char)first, (char)second};
            bool good = first >= 0xC2 && first <= 0xDF && second >= 0x80 &&
                        second <= 0xBF;
            if ((utf8_check((Str){bytes, 2}) == -1) != good)
                fail_msg("%02X %02X", (unsigned)first, (unsigned)second);
        }
    }
}

static void good_text_passes(void **state)
{
    (void)state;
    assert_int_equal(utf8_check(STR("")), -1);
    assert_int_equal(utf8_check(STR("11조 6,250억 원 △ 𠮷 \x7F")), -1);
    assert_int_equal(str_count(STR("가a𠮷")), 3);
    assert_true(str_eq_c(str_hangul(STR("천명·일")), "천명"));
    assert_true(str_eq_c(str_hangul(STR("힣ㄱ")), "힣"));
    assert_int_equal(str_hangul(STR("㎡당")).n, 0);
    assert_int_equal(str_hangul(STR("")).n, 0);
}

/* str_next never reads past the end, whatever the bytes are. */
static void next_stops_at_the_end(void **state)
{
    (void)state;
    for (int lead = 0; lead < 0x100; lead++) {
        char *byte = test_malloc(1); /* exactly one, so that Asan sees */
        *byte = (char)lead;
        size_t at = 0;
        str_next((Str){byte, 1}, &at);
        assert_int_equal(at, 1);
        test_free(byte);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_survives),
        cmocka_unit_test(surrogates_are_refused),
        cmocka_unit_test(bad_bytes_are_found_where_they_are),
        cmocka_unit_test(every_pair_is_judged_rightly),
        cmocka_unit_test(good_text_passes),
        cmocka_unit_test(next_stops_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
