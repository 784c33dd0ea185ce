/* What charts tell to who cannot see them (K-174). */
#include "doc/chart_words.h"
#include "doc_test.h"

typedef struct Words {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    Filler filler;
} Words;

static int setup(void **state)
{
    Words *w = calloc(1, sizeof *w);
    w->arena = arena_new(0);
    w->sources = sources_new();
    w->diags = diags_new(w->sources);
    filler_init(&w->filler, w->arena, w->diags);
    *state = w;
    return 0;
}

static int teardown(void **state)
{
    Words *w = *state;
    filler_release(&w->filler);
    diags_free(w->diags);
    sources_free(w->sources);
    arena_free(w->arena);
    free(w);
    return 0;
}

static RichText rich(Words *w, const char *text)
{
    Span *span = ARENA_NEW(w->arena, Span);
    span->text = str_of(text);
    return (RichText){span, 1};
}

/* A NULL figure is not known. */
static BlockSeries series(Words *w, const char *name,
                          const char *const *figures, uint32_t n)
{
    BlockFigure *list = ARENA_ARRAY(w->arena, BlockFigure, n);
    for (uint32_t i = 0; i < n; i++) {
        list[i].known =
            figures[i] && decimal_parse(str_of(figures[i]), &list[i].number);
        list[i].text = rich(w, figures[i] ? figures[i] : "…");
    }
    return (BlockSeries){rich(w, name), list};
}

static void test_parts_of_wholes(void **state)
{
    Words *w = *state;
    const RichText rows[] = {rich(w, "시"), rich(w, "동")};
    const BlockSeries parts[] = {
        series(w, "국비", (const char *const[]){"75", "1"}, 2),
        series(w, "시비", (const char *const[]){"25", "2"}, 2)};
    BlockChart c = {.kind = STR("composition"),
                    .caption = rich(w, "재원"),
                    .unit = STR("억 원"),
                    .ncategories = 2,
                    .nseries = 2,
                    .categories = rows,
                    .series = parts};
    assert_str(chart_words(&c, &w->filler),
               "재원(단위: 억 원). "
               "시는 모두 100으로 국비 75(75.0%), 시비 25(25.0%)임. "
               "동은 모두 3으로 국비 1(33.3%), 시비 2(66.7%)임. "
               "전체가 가장 큰 것은 시, 가장 작은 것은 동임.");
}

static void test_change_in_time(void **state)
{
    Words *w = *state;
    const RichText years[] = {rich(w, "2021"), rich(w, "2022"),
                              rich(w, "2023")};
    const BlockSeries s =
        series(w, "인구", (const char *const[]){"52", "46", "42"}, 3);
    BlockChart c = {.kind = STR("lines"),
                    .caption = rich(w, "인구"),
                    .ncategories = 3,
                    .nseries = 1,
                    .categories = years,
                    .series = &s};
    assert_str(chart_words(&c, &w->filler),
               "인구. 인구는 최대 2021 52, 최소 2023 42임. "
               "2021의 52에서 2023의 42로 10 줄어듦.");
}

static void test_unknown_figures_are_passed_over(void **state)
{
    Words *w = *state;
    const RichText rows[] = {rich(w, "동구"), rich(w, "중구")};
    const BlockSeries s =
        series(w, "예산", (const char *const[]){NULL, "5"}, 2);
    BlockChart c = {.kind = STR("bars"),
                    .caption = rich(w, "예산"),
                    .ncategories = 2,
                    .nseries = 1,
                    .categories = rows,
                    .series = &s};
    assert_str(chart_words(&c, &w->filler),
               "예산. 예산은 최대 중구 5, 최소 중구 5임.");
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_parts_of_wholes), CASE(test_change_in_time),
        CASE(test_unknown_figures_are_passed_over)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
