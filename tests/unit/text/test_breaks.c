/* The line-break fixtures L-01 … L-48, and the rules they do not cover. */
#include "text/counters.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

typedef struct Fixture {
    const char *id, *input, *word, *syllable; /* NULL: not looked at */
} Fixture;

static const Fixture fixtures[] = {
#include "fixtures.h"
};

static void check(const Fixture *f, BreakMode mode, const char *expected)
{
    Arena *a = arena_new(0);
    Str got = text_breaks(str_of(f->input), mode, a);
    if (!str_eq_c(got, expected))
        fail_msg("%s %s: got %s, expected %s", f->id,
            mode == BREAK_WORD ? "word" : "syllable", got.p, expected);
    arena_free(a);
}

static const Fixture controls[] = {
    {"K-30 no-break space", "억\xC2\xA0원", "억\xC2\xA0원", "억\xC2\xA0원"},
    {"K-30 zero-width break", "가나\xE2\x80\x8B다라", "가나|다라", "가|나|다|라"},
    {"K-30 word joiner", "가\xE2\x81\xA0나 다", "가나|다", "가나|다"},
    {"K-30 marked joiner", "나\xE2\x81\xA0\xCC\x88가", "나\xCC\x88가", "나\xCC\x88가"},
    {"K-08 marked space", "나\xC2\xA0\xCC\x88가 다", "나\xC2\xA0\xCC\x88가|다",
        "나\xC2\xA0\xCC\x88가|다"},
    {"K-30 joined space", "가 \xE2\x81\xA0나", "가 나", "가 나"},
    {"K-06 soft hyphen", "가\xC2\xAD나", "가나", "가|나"},
    {"K-18 marked bracket", "(\xCC\x88 가", "(\xCC\x88 가", "(\xCC\x88 가"},
    {"spaces at the ends", " 가  나 ", " 가|나 ", " 가|나 "},
    {"nothing", "", "", ""},
};

static void test_controls(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
        check(&controls[i], BREAK_WORD, controls[i].word);
        check(&controls[i], BREAK_SYLLABLE, controls[i].syllable);
    }
}

static const Fixture dates[] = {
    {"K-21 quarter", "1/4분기 실적", "1/4분기|실적", "1/4분기|실|적"},
    {"K-21 year's quarter", "2024. 1분기에", "2024. 1분기에", "2024. 1분기|에"},
    {"K-21 spaced quarter", "3 분기까지", "3 분기까지", "3 분기|까|지"},
    {"K-21 decile", "10분위 배율", "10분위|배율", "10분위|배|율"},
    {"K-21 a noun", "2 분위기", "2|분위기", "2|분|위|기"},
    {"K-22 spaced weekday", "2024. 1. 5. (금) 10:00", "2024. 1. 5. (금)|10:00",
        "2024. 1. 5. (금)|10:00"},
    {"K-22 weekday of a day", "1월 5일 (금)에", "1월 5일 (금)에",
        "1월 5일 (금)에"},
    {"K-22 no weekday", "1월 5일 (안)", "1월 5일|(안)", "1월 5일|(안)"},
};

static void test_quarters_and_weekdays(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        check(&dates[i], BREAK_WORD, dates[i].word);
        check(&dates[i], BREAK_SYLLABLE, dates[i].syllable);
    }
}

static void test_k13_word_mode(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fixtures / sizeof *fixtures; i++)
        check(&fixtures[i], BREAK_WORD, fixtures[i].word);
}

static void test_k13_syllable_mode(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fixtures / sizeof *fixtures; i++)
        if (fixtures[i].syllable)
            check(&fixtures[i], BREAK_SYLLABLE, fixtures[i].syllable);
}

/* What the table of counters is searched by. */
static void test_k21_counters_rise(void **state)
{
    (void)state;
    assert_true(counters_rise());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_k13_word_mode),
        cmocka_unit_test(test_k13_syllable_mode),
        cmocka_unit_test(test_controls),
        cmocka_unit_test(test_quarters_and_weekdays),
        cmocka_unit_test(test_k21_counters_rise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
