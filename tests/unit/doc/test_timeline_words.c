/* What timelines tell to who cannot see them (K-174). */
#include "words_case.h"

#include "doc/timeline_words.h"

typedef struct Words {
    WordsCase c;
    BlockEvent events[4];
    BlockTimeline timeline;
} Words;

static RichText rich(Words *w, const char *text)
{
    return words_case_rich(&w->c, text);
}

static int setup(void **state)
{
    Words *w = calloc(1, sizeof *w);
    words_case_init(&w->c);
    w->events[0] = (BlockEvent){{2023, 1, 6}, POS_NONE, rich(w, "개소")};
    w->events[1] = (BlockEvent){{2023, 1, 18}, POS_NONE, rich(w, "착공")};
    w->events[2] = (BlockEvent){{2023, 3, 2}, POS_NONE, rich(w, "발표")};
    w->events[3] = (BlockEvent){{2024, 1, 2}, POS_NONE, rich(w, "준공")};
    w->timeline = (BlockTimeline){
        .caption = rich(w, "주요성과"), .n = 3, .events = w->events};
    *state = w;
    return 0;
}

static int teardown(void **state)
{
    Words *w = *state;
    words_case_release(&w->c);
    free(w);
    return 0;
}

static void assert_words(Words *w, const char *expected)
{
    assert_string_equal(
        str_c(timeline_words(&w->timeline, &w->c.filler), w->c.arena),
        expected);
}

static void test_a_year(void **state)
{
    assert_words(*state,
                 "주요성과. 모두 3개로 2023년 1월 2개, 3월 1개임. 가장 많은 "
                 "달은 1월(2개)임. 처음은 1월 6일 개소, 마지막은 3월 2일 "
                 "발표임.");
}

static void test_over_the_end_of_a_year(void **state)
{
    Words *w = *state;
    w->timeline.n = 4;
    assert_words(w, "주요성과. 모두 4개로 2023년 1월 2개, 3월 1개, 2024년 1월 "
                    "1개임. 가장 많은 달은 2023년 1월(2개)임. 처음은 2023년 "
                    "1월 6일 개소, 마지막은 2024년 1월 2일 준공임.");
}

static void test_one_event(void **state)
{
    Words *w = *state;
    w->timeline.n = 1;
    assert_words(w, "주요성과. 모두 1개로 2023년 1월 1개임. 처음은 1월 6일 "
                    "개소임.");
}

static void test_months(void **state)
{
    Words *w = *state;
    const Date june = {2023, 6, 0}, july = {2023, 7, 0}, next = {2024, 1, 0};
    assert_string_equal(str_c(months_words(june, june, w->c.arena), w->c.arena),
                        "6월");
    assert_string_equal(str_c(months_words(june, july, w->c.arena), w->c.arena),
                        "6~7월");
    assert_string_equal(str_c(months_words(june, next, w->c.arena), w->c.arena),
                        "2023. 6.~2024. 1.");
}

/* A part says which it is and what it covers; no two read alike. */
static void test_a_part(void **state)
{
    Words *w = *state;
    Str first = timeline_part_words(&w->timeline, (EventRange){0, 2},
                                    (Date){2023, 1, 0}, (Date){2023, 2, 0}, 1,
                                    2, w->c.arena);
    assert_string_equal(
        str_c(first, w->c.arena),
        "주요성과. 모두 3개를 2개로 나눈 그림 가운데 1번째로, 2023년 "
        "1월부터 2월까지의 2개를 보임. 2023년 1월 2개임. 처음은 1월 6일 개소, "
        "마지막은 1월 18일 착공임.");
    Str second = timeline_part_words(&w->timeline, (EventRange){2, 1},
                                     (Date){2023, 3, 0}, (Date){2023, 3, 0}, 2,
                                     2, w->c.arena);
    assert_string_equal(
        str_c(second, w->c.arena),
        "주요성과. 모두 3개를 2개로 나눈 그림 가운데 2번째로, 2023년 3월의 "
        "1개를 보임. 2023년 3월 1개임. 처음은 3월 2일 발표임.");
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_a_year),    CASE(test_over_the_end_of_a_year),
        CASE(test_one_event), CASE(test_months),
        CASE(test_a_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
