/* K-04, K-05: names are found however their signs were typed. */
#include "base/name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static bool same(const char *a, const char *b)
{
    Str x = str_of(a), y = str_of(b);
    assert_int_equal(name_same(x, y), name_same(y, x));
    assert_int_equal(name_same(x, y), name_cmp(x, y) == 0);
    if (name_same(x, y))
        assert_int_equal(name_hash(x), name_hash(y));
    return name_same(x, y);
}

static void k04_dots_are_one(void **state)
{
    (void)state;
    assert_true(same("시ㆍ도", "시ㆍ도"));
    assert_true(same("시ㆍ도", "시·도"));
    assert_true(same("시∙도", "시・도"));
    assert_true(same("시‧도", "시•도"));
    assert_true(same("시\u119E도", "시·도"));
    assert_true(same("", ""));
    assert_false(same("시도", "시·도"));
    assert_false(same("시·", "시·도"));
    assert_false(same("", "시"));
    /* A bullet elsewhere is one. */
    assert_false(same("• 시", "· 시"));
    assert_false(same("시•", "시·"));
}

static void k05_range_marks_are_one(void **state)
{
    (void)state;
    assert_true(same("1∼3", "1~3"));
    assert_true(same("1〜3", "1～3"));
    assert_false(same("1-3", "1~3"));
}

static void k08_what_is_invisible_is_not_compared(void **state)
{
    (void)state;
    assert_true(same("시\u200B도", "시도"));
    assert_true(same("\uFEFF시도\u00AD", "시도"));
}

static void a_name_is_put_into_its_form(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    Str plain = STR("시·도 1~3 x²"), typed = STR("시ㆍ도 1∼3\u200B x²");
    assert_ptr_equal(name_fold(plain, a).p, plain.p);
    assert_true(str_eq(name_fold(typed, a), plain));
    arena_free(a);
}

static void names_have_an_order(void **state)
{
    (void)state;
    assert_true(name_cmp(STR("가"), STR("나")) < 0);
    assert_true(name_cmp(STR("나"), STR("가")) > 0);
    assert_true(name_cmp(STR("가"), STR("가나")) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k04_dots_are_one),
        cmocka_unit_test(k05_range_marks_are_one),
        cmocka_unit_test(k08_what_is_invisible_is_not_compared),
        cmocka_unit_test(a_name_is_put_into_its_form),
        cmocka_unit_test(names_have_an_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
