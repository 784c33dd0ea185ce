/* "Did you mean": distances by jamo, and whom to suggest. */
#include "base/str.h"

#include <setjmp.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static const struct Pair {
    const char *a, *b;
    unsigned distance;
} pairs[] = {
    {"", "", 0},
    {"table", "table", 0},
    {"table", "tabel", 1}, /* a swap is one slip */
    {"table", "tables", 1},
    {"table", "tble", 1},
    {"table", "cable", 1},
    {"kitten", "sitting", 3},
    {"", "abc", 3},
    {"abc", "", 3},
    {"합계", "합게", 1}, /* one vowel */
    {"합계", "합", 2},   /* two jamo */
    {"기금", "기급", 1}, /* one final */
    {"가", "각", 1},     /* a final more */
    {"일자", "일지", 1},
    {"구분", "분구", 4}, /* two jamo go, two come */
    {"값", "갑", 1},     /* the cluster ㅄ is one jamo */
    {"ca", "abc", 3},    /* restricted: no edit inside a swap */
};

static void distances(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const struct Pair *p = &pairs[i];
        unsigned there = str_distance(str_of(p->a), str_of(p->b));
        unsigned back = str_distance(str_of(p->b), str_of(p->a));
        if (there != p->distance || back != p->distance)
            fail_msg("%s %s: %u %u", p->a, p->b, there, back);
    }
}

static void long_words_are_only_equal_or_far(void **state)
{
    (void)state;
    char a[2000], b[2000];
    memset(a, 'a', sizeof a);
    memset(b, 'a', sizeof b);
    assert_int_equal(str_distance((Str){a, 2000}, (Str){b, 2000}), 0);
    b[7] = 'b';
    assert_true(str_distance((Str){a, 2000}, (Str){b, 2000}) > 100);
    assert_int_equal(str_distance((Str){a, 256}, (Str){b, 256}), 1);
}

static void assert_nearest(const char *word, const char *expected)
{
    static const Str names[] = {{"합계", 6}, {"일반회계", 12}, {"특별회계", 12},
                                {"기금", 6}, {"columns", 7},   {"rows", 4}};
    Str got = str_nearest(str_of(word), names, sizeof names / sizeof *names);
    if (!str_eq_c(got, expected))
        fail_msg("%s: " STR_FMT, word, STR_ARG(got));
}

static void nearest(void **state)
{
    (void)state;
    assert_nearest("합게", "합계");
    assert_nearest("일반회게", "일반회계");
    assert_nearest("column", "columns");
    assert_nearest("colunms", "columns");
    assert_nearest("row", "rows");
    assert_nearest("기금", "기금");
    /* Too far, or too short to tell. */
    assert_nearest("페이지", "");
    assert_nearest("width", "");
    assert_nearest("r", "");
    assert_nearest("", "");
    assert_true(str_nearest(STR("합계"), NULL, 0).n == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances),
        cmocka_unit_test(long_words_are_only_equal_or_far),
        cmocka_unit_test(nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
