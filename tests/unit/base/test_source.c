/* Sources: paths by number and lines by position. */
#include "base/source.h"

#include <setjmp.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static void assert_line(const Sources *s, uint32_t file, uint32_t line,
                        const char *expected)
{
    Str got = sources_line(s, (Pos){file, line, 1});
    if (!str_eq_c(got, expected))
        fail_msg("line %u: " STR_FMT, line, STR_ARG(got));
}

static void paths_have_one_number(void **state)
{
    (void)state;
    Sources *s = sources_new();
    uint32_t a = sources_add(s, STR("a.csv"));
    uint32_t b = sources_add(s, STR("b.csv"));
    assert_int_equal(a, 1); /* 0 is "no file" */
    assert_int_equal(b, 2);
    assert_int_equal(sources_add(s, STR("a.csv")), a);
    assert_int_equal(sources_count(s), 2);
    assert_true(str_eq_c(sources_path(s, b), "b.csv"));
    assert_int_equal(sources_path(s, 0).n, 0);
    assert_int_equal(sources_path(s, 99).n, 0);
    sources_free(s);
    sources_free(NULL);
}

static void lines_end_in_three_ways(void **state)
{
    (void)state;
    Sources *s = sources_new();
    uint32_t file = sources_add(s, STR("x"));
    sources_set_text(s, file, STR("하나\n둘\r\n\r\n넷\r다섯\n여섯"));
    /* In order, backward, and again. */
    assert_line(s, file, 1, "하나");
    assert_line(s, file, 2, "둘");
    assert_line(s, file, 3, "");
    assert_line(s, file, 4, "넷");
    assert_line(s, file, 5, "다섯");
    assert_line(s, file, 6, "여섯");
    assert_line(s, file, 7, "");
    assert_line(s, file, 4000000000U, "");
    assert_line(s, file, 2, "둘");
    assert_line(s, file, 2, "둘");
    assert_line(s, file, 0, "");
    sources_free(s);
}

static void unknown_text_is_empty(void **state)
{
    (void)state;
    Sources *s = sources_new();
    uint32_t file = sources_add(s, STR("x"));
    assert_line(s, file, 1, "");
    assert_line(s, 0, 1, "");
    sources_set_text(s, 9, STR("nobody"));
    assert_line(s, 9, 1, "");
    sources_free(s);
}

static void new_text_forgets_the_old_place(void **state)
{
    (void)state;
    Sources *s = sources_new();
    uint32_t file = sources_add(s, STR("x"));
    sources_set_text(s, file, STR("long first line\nsecond"));
    assert_line(s, file, 2, "second");
    sources_set_text(s, file, STR("a\nb"));
    assert_line(s, file, 2, "b");
    sources_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_have_one_number),
        cmocka_unit_test(lines_end_in_three_ways),
        cmocka_unit_test(unknown_text_is_empty),
        cmocka_unit_test(new_text_forgets_the_old_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
