/* Str: comparing, cutting, trimming. */
#include "base/str.h"

#include <setjmp.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

#define assert_str(s, text) assert_true(str_eq_c((s), (text)))

static void compares(void **state)
{
    (void)state;
    assert_true(str_eq(STR("가"), STR("가")));
    assert_false(str_eq(STR("가"), STR("가나")));
    assert_true(str_eq((Str){NULL, 0}, STR("")));
    assert_str(str_of(NULL), "");
    assert_int_equal(str_cmp(STR("a"), STR("b")), -1);
    assert_int_equal(str_cmp(STR("b"), STR("a")), 1);
    assert_int_equal(str_cmp(STR("a"), STR("ab")), -1);
    assert_int_equal(str_cmp(STR("ab"), STR("ab")), 0);
    /* Bytes count as unsigned: Hangul after Latin. */
    assert_int_equal(str_cmp(STR("가"), STR("z")), 1);
}

static void cuts(void **state)
{
    (void)state;
    assert_str(str_sub(STR("abcdef"), 2, 3), "cde");
    assert_str(str_sub(STR("abc"), 2, 99), "c");
    assert_str(str_sub(STR("abc"), 9, 1), "");
    assert_str(str_sub(STR("abc"), 1, SIZE_MAX), "bc");
    assert_str(str_sub((Str){NULL, 0}, 1, 1), "");
    assert_true(str_starts(STR("2024년"), STR("2024")));
    assert_false(str_starts(STR("20"), STR("2024")));
    assert_true(str_ends(STR("2024년"), STR("년")));
    assert_false(str_ends(STR("년"), STR("2024년")));
    assert_true(str_ends(STR("년"), STR("")));
}

static void finds(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("합계, 시"), STR("시")), 8);
    assert_int_equal(str_find(STR("abc"), STR("d")), -1);
    assert_int_equal(str_find(STR("ab"), STR("abc")), -1);
    assert_int_equal(str_find(STR(""), STR("a")), -1);
    assert_int_equal(str_find(STR("abc"), STR("")), 0);
}

/* K-08: these spaces are trimmed at the ends and left alone inside. */
static void trims_the_spaces_of_K_08(void **state)
{
    (void)state;
    static const char *const spaces[] = {
        " ",      "\t",     "\r",     "\n",     "\u00A0", "\u2000",
        "\u2003", "\u2009", "\u200A", "\u202F", "\u3000", " \u3000\t\u00A0"};
    Arena *a = arena_new(0);
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        const char *space = spaces[i];
        Str around = str_printf(a, "%s가%s나%s", space, space, space);
        assert_str(str_trim(around), str_printf(a, "가%s나", space).p);
        assert_str(str_trim(str_of(space)), "");
    }
    assert_str(str_trim(STR("\u200B가\u200B")), "\u200B가\u200B");
    assert_str(str_trim(STR("가")), "가");
    assert_str(str_trim(STR("")), "");
    arena_free(a);
}

static void copies(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    char text[] = "한지";
    Str copy = str_dup((Str){text, 3}, a);
    text[0] = 'x';
    assert_str(copy, "한");
    assert_int_equal(copy.p[copy.n], 0);
    assert_string_equal(str_c(STR("abc"), a), "abc");
    assert_str(str_printf(a, "%d" STR_FMT, 3, STR_ARG(STR("개"))), "3개");
    arena_free(a);
}

static void takes_lines(void **state)
{
    (void)state;
    Str rest = STR("가\r\n\n\r나\r");
    assert_true(str_eq_c(str_take_line(&rest), "가"));
    assert_true(str_eq_c(str_take_line(&rest), ""));
    assert_true(str_eq_c(str_take_line(&rest), "\r나"));
    assert_int_equal(rest.n, 0);
    assert_int_equal(str_take_line(&rest).n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares), cmocka_unit_test(cuts),
        cmocka_unit_test(finds),    cmocka_unit_test(trims_the_spaces_of_K_08),
        cmocka_unit_test(copies),
        cmocka_unit_test(takes_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
