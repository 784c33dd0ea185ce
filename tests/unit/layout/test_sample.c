/* The sample layout and the council theme are read without a word. */
#include "layout/layout.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

typedef struct World {
    Arena *arena;
    Sources *sources;
    Diags *diags;
} World;

static int set_up(void **state)
{
    static World w;
    w.arena = arena_new(0);
    w.sources = sources_new();
    w.diags = diags_new(w.sources);
    *state = &w;
    return 0;
}

static int tear_down(void **state)
{
    World *w = *state;
    diags_free(w->diags);
    sources_free(w->sources);
    arena_free(w->arena);
    return 0;
}

static const Layout *read_sample(World *w, const LayoutSet *sets, size_t n)
{
    const Layout *layout
        = layout_read(STR(HANJI_SOURCE "/layouts/briefing.yaml"),
            STR(HANJI_SOURCE "/layouts/themes"), sets, n, w->sources, w->arena, w->diags);
    DiagPrint how = {.language = DIAG_KOREAN};
    diags_print(w->diags, &how, stderr);
    return layout;
}

static void sample_is_read(void **state)
{
    World *w = *state;
    const Layout *l = read_sample(w, NULL, 0);
    assert_non_null(l);
    assert_int_equal(diags_count(w->diags, LEVEL_NOTE), 0);
    assert_true(str_eq_c(l->document.title, "주요 업무 보고"));
    assert_true(str_eq_c(l->document.language, "ko-KR"));
    assert_int_equal(l->document.nkeywords, 4);
    assert_int_equal(l->ntables, 4);
    assert_true(str_eq_c(l->tables[1].name, "budget"));
    const Node *unit = node_find(l->tables[1].map, "unit");
    assert_true(str_eq_c(node_text(unit, STR("")), "억 원"));
    assert_int_equal(l->tables[1].ncolumns, 4);
    assert_true(str_eq_c(l->tables[1].columns[0].type, "money"));
    assert_int_equal(l->tables[3].nfill_down, 3);
    assert_int_equal(l->nchecks, 1);
    assert_true(str_eq_c(l->checks[0].table, "budget"));
    assert_int_equal(l->body->n, 5);
}

static void tables_are_where_the_layout_says(void **state)
{
    World *w = *state;
    const Layout *l = read_sample(w, NULL, 0);
    for (size_t i = 0; i < l->ntables; i++) {
        Str bytes;
        assert_true(file_try_read(l->tables[i].path, w->arena, &bytes));
    }
}

static void set_overrides_the_document(void **state)
{
    World *w = *state;
    LayoutSet sets[] = {{STR("year"), STR("2025")},
        {STR("department"), STR("예산담당관")}};
    const Layout *l = read_sample(w, sets, 2);
    assert_true(str_eq_c(l->document.year, "2025"));
    assert_true(str_eq_c(l->document.department, "예산담당관"));
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {T(sample_is_read),
        T(tables_are_where_the_layout_says), T(set_overrides_the_document)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
