/* Units: powers of ten before counters, and words that only begin so. */
#include "data/unit.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static void assert_unit(const char *text, int power, const char *counter)
{
    Unit unit = unit_parse(str_of(text));
    if (unit.power != power || !str_eq_c(unit.counter, counter))
        fail_msg("%s: got 10^%d " STR_FMT, text, unit.power,
                 STR_ARG(unit.counter));
}

static void powers_stand_before_counters(void **state)
{
    (void)state;
    assert_unit("원", 0, "원");
    assert_unit("억", 8, "");
    assert_unit("백만원", 6, "원");
    assert_unit("백만 원", 6, "원");
    assert_unit("(단위 : 백만원)", 6, "원");
    assert_unit("천명", 3, "명");
    assert_unit("천 콘도", 3, "콘도");
    assert_unit("천㎡", 3, "㎡");
    assert_unit("만TEU", 4, "TEU");
    assert_unit("조원", 12, "원");
    assert_unit("천원/㎡", 3, "원/㎡");
    assert_unit("천명·일", 3, "명·일");
    static const char *const counters[] = {
        "점", "장", "통", "끼", "벌", "박스", "세트", "팀", "학급", "농가",
        "업체", "기업", "시설", "기관", "좌", "병", "학생", "이용자", "배럴",
        "파운드", "미달러", "킬로와트시", "칼로리"};
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++) {
        char unit[64];
        snprintf(unit, sizeof unit, "천%s", counters[i]);
        assert_unit(unit, 3, counters[i]);
        snprintf(unit, sizeof unit, "백만%s", counters[i]);
        assert_unit(unit, 6, counters[i]);
    }
}

static void words_may_begin_like_a_power(void **state)
{
    (void)state;
    static const char *const words[] = {"조각", "조합", "천막", "백신",  "조명",
                                        "조건", "만화", "천사", "백일장", "백미",
                                        "천일염"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_unit(words[i], 0, words[i]);
    assert_unit("조", 12, ""); /* alone it is one */
    assert_int_equal(unit_parse(STR("조각")).powers.n, 0);
}

static void spelt_in_one_way(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    assert_true(str_eq_c(unit_spell(STR("백만원"), a), "백만 원"));
    assert_true(str_eq_c(unit_spell(STR("[단위:천명]"), a), "천 명"));
    assert_true(str_eq_c(unit_spell(STR("조각"), a), "조각"));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(powers_stand_before_counters),
        cmocka_unit_test(words_may_begin_like_a_power),
        cmocka_unit_test(spelt_in_one_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
