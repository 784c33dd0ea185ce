/* K-04, K-05, K-124: the signs that a book prints. */
#include "base/house.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static void assert_house(House h, const char *typed, const char *expected)
{
    Arena *a = arena_new(0);
    assert_string_equal(str_c(house_text(&h, str_of(typed), a), a), expected);
    arena_free(a);
}

static void nothing_is_chosen(void **state)
{
    (void)state;
    const char *text = "시·도 시ㆍ도 1~3월 85㎡ 85m2 3km";
    Str same = house_text(&(House){0}, str_of(text), NULL);
    assert_ptr_equal(same.p, text);
    assert_false(house_changes(&(House){.keeps_middot = true}));
    assert_true(house_keeps(&(House){.keeps_range = true}));
}

static void k04_every_dot_is_the_dot_of_the_house(void **state)
{
    (void)state;
    House h = {.middot = 0x318D};
    assert_house(h, "시·도", "시ㆍ도");
    assert_house(h, "시ㆍ도 시∙도 시・도 시‧도", "시ㆍ도 시ㆍ도 시ㆍ도 시ㆍ도");
    assert_house(h, "1~3", "1~3");
}

static void k05_every_range_mark_is_that_of_the_house(void **state)
{
    (void)state;
    House h = {.range = 0x301C};
    assert_house(h, "8.11~17", "8.11〜17");
    assert_house(h, "8.11∼17, 3～4월", "8.11〜17, 3〜4월");
    assert_house(h, "~/.ssh http://a.kr/~b ~", "~/.ssh http://a.kr/~b 〜");
    assert_house(h, "시·도", "시·도");
}

static void k124_squares(void **state)
{
    (void)state;
    House signs = {.square = UNIT_SIGNS}, letters = {.square = UNIT_LETTERS};
    assert_house(signs, "85m2, 3.3m²(1평), 1,000 km2",
                 "85㎡, 3.3㎡(1평), 1,000 ㎢");
    assert_house(signs, "(단위: m2) m³ 원/m2 면적m2당",
                 "(단위: ㎡) ㎥ 원/㎡ 면적㎡당");
    assert_house(signs, "5cm2 5cm³ 2mm²", "5㎠ 5㎤ 2㎟");
    assert_house(letters, "85㎡를 3㎢ 10㎥/일 85m2",
                 "85m²를 3km² 10m³/일 85m²");
}

static void k124_a_name_is_no_unit(void **state)
{
    (void)state;
    House signs = {.square = UNIT_SIGNS, .metric = UNIT_SIGNS};
    static const char *const names[] = {
        "Am2",  "m2a",     "m21",       "m2.kr", "file-m2", "x_m2", "nm²",
        "m2@a", "a.kr/m2", "http://m2", "W/m²K", "Rkm",     "kms",  "m²3"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_house(signs, names[i], names[i]);
    assert_house(signs, "85m2.", "85㎡.");
}

static void k124_lengths_and_degrees(void **state)
{
    (void)state;
    House signs = {.metric = UNIT_SIGNS, .degree = UNIT_SIGNS};
    House letters = {.metric = UNIT_LETTERS, .degree = UNIT_LETTERS};
    assert_house(signs, "3km 5Km 2kg 10kWh 4MW 3ha 60km/h",
                 "3㎞ 5㎞ 2㎏ 10㎾h 4㎿ 3㏊ 60㎞/h");
    assert_house(signs, "20°C 3km² 85m2", "20℃ 3km² 85m2");
    assert_house(letters, "3㎞ 5Km 2㎏ 10㎾h 3㏊ 20℃",
                 "3km 5km 2kg 10kWh 3ha 20°C");
}

static void k124_a_word_has_one_kind_of_units(void **state)
{
    (void)state;
    House metric = {.metric = UNIT_SIGNS}, square = {.square = UNIT_SIGNS};
    House both = {.metric = UNIT_SIGNS, .square = UNIT_SIGNS};
    House letters = {.metric = UNIT_LETTERS, .square = UNIT_LETTERS};
    assert_house(metric, "4cm×5cm 3km÷2 3×cm 3km-5km",
                 "4㎝×5㎝ 3㎞÷2 3×㎝ 3㎞-5㎞");
    assert_house(both, "100m2×3 100m2-200m2 100m2~200m2 3km·5km",
                 "100㎡×3 100㎡-200㎡ 100㎡~200㎡ 3㎞·5㎞");
    assert_house(letters, "100m2-200m2 4㎝×5cm", "100m²-200m² 4cm×5cm");
    assert_house(both, "kg/m2 5kg/m2 5kg/m² 300W/m2 g/m2, 2t/ha",
                 "㎏/㎡ 5㎏/㎡ 5㎏/㎡ 300W/㎡ g/m2, 2t/㏊");
    /* One of two alone would be a sign beside letters. */
    assert_house(metric, "kg/m2 5kg/m² 5kg 60km/h", "kg/m2 5kg/m² 5㎏ 60㎞/h");
    assert_house(square, "kg/m2 5kg/m² 5m2", "kg/m2 5kg/m² 5㎡");
    assert_house((House){.square = UNIT_LETTERS}, "5㎏/㎡ 5㎡", "5㎏/㎡ 5m²");
    /* What was mixed is no worse. */
    assert_house(metric, "5㎏/m2 5kg/㎡", "5㎏/m2 5㎏/㎡");
    assert_house(metric, "3km(2m2) 3km와 2m2", "3㎞(2m2) 3㎞와 2m2");
    assert_house(both, "m2-5 m2-a x1a/m2 file/m2 5m2-a",
                 "m2-5 m2-a x1a/m2 file/m2 5m2-a");
}

static void inside_there_is_one_form(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    Str s = house_fold(STR("시ㆍ도 3〜4월"), a);
    assert_string_equal(str_c(s, a), "시·도 3~4월");
    assert_int_equal(house_plain(0xFF5E), '~');
    s = house_read(STR("시ㆍ도 3〜4월 5㎡ 5m2 30℃ 2Km"), a);
    assert_string_equal(str_c(s, a), "시·도 3~4월 5m² 5m² 30°C 2km");
    assert_int_equal(house_plain(0xAC00), 0xAC00);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_chosen),
        cmocka_unit_test(k04_every_dot_is_the_dot_of_the_house),
        cmocka_unit_test(k05_every_range_mark_is_that_of_the_house),
        cmocka_unit_test(k124_squares),
        cmocka_unit_test(k124_a_name_is_no_unit),
        cmocka_unit_test(k124_lengths_and_degrees),
        cmocka_unit_test(k124_a_word_has_one_kind_of_units),
        cmocka_unit_test(inside_there_is_one_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
