/* JSON strings: what is escaped and what is left. */
#include "base/json.h"

#include <setjmp.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static void assert_quoted(Str s, const char *expected)
{
    Arena *a = arena_new(0);
    assert_string_equal(json_quote(s, a).p, expected);
    assert_int_equal(json_quote(s, a).n, strlen(expected));
    arena_free(a);
}

static void escapes_what_must_be(void **state)
{
    (void)state;
    assert_quoted(STR(""), "\"\"");
    assert_quoted(STR("합계"), "\"합계\"");
    assert_quoted(STR("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"");
    assert_quoted(STR("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\"");
    assert_quoted(STR("\x01\x1F\x7F"), "\"\\u0001\\u001f\\u007f\"");
    assert_quoted((Str){"a\0b", 3}, "\"a\\u0000b\"");
}

static void bad_bytes_are_replaced(void **state)
{
    (void)state;
    assert_quoted(STR("\xFF"), "\"\uFFFD\"");
    assert_quoted(STR("가\xB0\xA1나"), "\"가\uFFFD\uFFFD나\"");
    assert_quoted(STR("\xED\xA0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_what_must_be),
        cmocka_unit_test(bad_bytes_are_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
