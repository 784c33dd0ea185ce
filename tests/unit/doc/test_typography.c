/* K-55, K-56, K-94: quotes, full-width characters, units. */
#include "doc/typography.h"
#include "data/unit.h"
#include "doc_test.h"

static void assert_set(const char *typed, const char *expected)
{
    Arena *a = arena_new(0);
    Typography t = {.folded = false};
    assert_str(typography_set(str_of(typed), &t, a), expected);
    arena_free(a);
}

static void k56_quotes(void **state)
{
    (void)state;
    assert_set("'대전 0시 축제'", "‘대전 0시 축제’");
    assert_set("\"브랜드\"", "“브랜드”");
    assert_set("제목은 \"'가' 나\"이다", "제목은 “‘가’ 나”이다");
    assert_set("명칭'대전'과(\"세종\")", "명칭‘대전’과(“세종”)");
    assert_set("rock'n'roll", "rock’n’roll");
}

static void k56_years(void **state)
{
    (void)state;
    assert_set("'23.12.31. 기준", "’23.12.31. 기준");
    assert_set("('23년~'24년)", "(’23년~’24년)");
    assert_set("'24시간 상담'", "‘24시간 상담’");
    assert_set("'24년 예산' 확정", "‘24년 예산’ 확정");
}

/* What autocorrection makes of it: a quote that opens before a year. */
static void k56_years_behind_an_opening_quote(void **state)
{
    (void)state;
    assert_set("‘24. 1. 5. 기준", "’24. 1. 5. 기준");
    assert_set("(‘23년~‘24년)", "(’23년~’24년)");
    assert_set("기준(‘23.12.31.)", "기준(’23.12.31.)");
    assert_set("‘24. 1. 5. ‘0시 축제’ 개막", "’24. 1. 5. ‘0시 축제’ 개막");
    assert_set("'24. 1. 5. ‘0시 축제’ 개막", "’24. 1. 5. ‘0시 축제’ 개막");
    assert_set("‘24년 예산’ 확정", "‘24년 예산’ 확정");
    assert_set("‘24시간 상담’", "‘24시간 상담’");
    assert_set("‘124. 나’", "‘124. 나’");
    Arena *a = arena_new(0);
    Typography t = {.quotes.prev = 0};
    typography_set(STR("‘24. 1. 5."), &t, a);
    assert_true(t.quotes.mended_year);
    assert_false(t.folded);
    arena_free(a);
}

static void k55_full_width(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    Typography t = {.folded = false};
    assert_str(typography_set(STR("제１조（목적）"), &t, a), "제1조(목적)");
    assert_true(t.folded);
    arena_free(a);
}

static void untouched_text_is_not_copied(void **state)
{
    (void)state;
    Str text = STR("그대로 ‘두는’ 글 ㎡ ① 不");
    Typography t = {.folded = false};
    assert_ptr_equal(typography_set(text, &t, NULL).p, text.p);
    assert_false(t.folded);
}

static void k56_quotes_over_pieces(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    Typography t = {.folded = false};
    assert_str(typography_set(STR("그는 \""), &t, a), "그는 “");
    typography_skip(&t);
    assert_str(typography_set(STR("\"라고"), &t, a), "”라고");
    arena_free(a);
}

static void k94_one_spelling(void **state)
{
    (void)state;
    static const char *const typed[] = {"백만 원", "백만원", "(단위: 백만 원)",
                                        "(단위 : 백만원)", "[단위:백만원]"};
    Arena *a = arena_new(0);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
        assert_str(unit_spell(str_of(typed[i]), a), "백만 원");
    assert_str(unit_spell(STR("명"), a), "명");
    assert_str(unit_spell(STR("%"), a), "%");
    arena_free(a);
}

static void units_have_powers(void **state)
{
    (void)state;
    assert_int_equal(unit_parse(STR("억 원")).power, 8);
    assert_int_equal(unit_parse(STR("백만원")).power, 6);
    assert_int_equal(unit_parse(STR("천억 원")).power, 11);
    assert_int_equal(unit_parse(STR("명")).power, 0);
    assert_str(unit_parse(STR("천 명")).counter, "명");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k56_quotes),
        cmocka_unit_test(k56_years),
        cmocka_unit_test(k56_years_behind_an_opening_quote),
        cmocka_unit_test(k56_quotes_over_pieces),
        cmocka_unit_test(k55_full_width),
        cmocka_unit_test(untouched_text_is_not_copied),
        cmocka_unit_test(k94_one_spelling),
        cmocka_unit_test(units_have_powers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
