/* Layouts as typed values: --set, and which files may be read (R8). */
#include "project.h"

#define HEAD "hanji: 1\ndocument: {title: 책, year: 2024}\n"
#define REST "theme: council.yaml\nbody: [cover]\n"

/* ---- typed values ---- */

static void tables_are_typed(void **state)
{
    Project *p = *state;
    const Layout *l = read_layout(p, HEAD
        "data:\n  t:\n    csv: ../data/t.csv\n    unit: 원\n    key: a\n"
        "    columns: {a: text, b: {type: money, unit: 억 원}}\n"
        "    fill_down: [a, b]\n    encoding: cp949\n    delimiter: \"\\t\"\n"
        "    pad: true\nchecks: [{t: a = b}]\n" REST);
    assert_non_null(l);
    const LayoutTable *t = &l->tables[0];
    assert_true(str_eq_c(t->csv, "../data/t.csv"));
    assert_true(str_eq_c(t->path, "data/t.csv"));
    assert_int_equal(t->csv_pos.line, 5);
    assert_true(str_eq_c(t->key, "a"));
    assert_true(str_eq_c(t->columns[1].type, "money"));
    const Node *money = node_find(node_find(t->map, "columns"), "b");
    assert_true(
        str_eq_c(node_text(node_find(money, "unit"), STR("")), "억 원"));
    assert_int_equal(t->nfill_down, 2);
    assert_true(str_eq_c(t->delimiter, "\t"));
    assert_true(t->pad);
    assert_int_equal(l->checks[0].expr_pos.line, 13);
    assert_int_equal(l->checks[0].expr_pos.col, 14);
}

static const LayoutVariable *find_variable(const Layout *l, const char *name)
{
    for (size_t i = 0; i < l->nvariables; i++)
        if (str_eq_c(l->variables[i].name, name))
            return &l->variables[i];
    return NULL;
}

static void variables_come_from_both(void **state)
{
    Project *p = *state;
    const Layout *l
        = read_layout(p, HEAD "variables: {시장: 홍길동}\n" REST);
    assert_true(str_eq_c(find_variable(l, "title")->value, "책"));
    assert_true(str_eq_c(find_variable(l, "시장")->value, "홍길동"));
    assert_int_equal(find_variable(l, "시장")->pos.line, 3);
    assert_null(find_variable(l, "slogan"));
}

/* ---- --set ---- */

static const Layout *read_with(Project *p, const char *key, const char *value)
{
    LayoutSet set = {str_of(key), str_of(value)};
    project_reset(p);
    write_file("layouts/book.yaml", HEAD "variables: {시장: 홍길동}\n"
        "theme: council.yaml\nbody: [item: '{시장}']\n");
    return layout_read(STR("layouts/book.yaml"), OWN_THEMES, &set, 1, p->sources, p->arena,
        p->diags);
}

static void set_changes_what_is_there(void **state)
{
    Project *p = *state;
    const Layout *l = read_with(p, "year", "2025");
    assert_true(str_eq_c(l->document.year, "2025"));
    l = read_with(p, "slogan", "새 구호");
    assert_true(str_eq_c(find_variable(l, "slogan")->value, "새 구호"));
    l = read_with(p, "시장", "김철수");
    assert_true(str_eq_c(find_variable(l, "시장")->value, "김철수"));
}

static void set_is_checked(void **state)
{
    static const struct {
        const char *key, *value, *expected;
    } cases[] = {
        {"yaer", "2025", "0:0 layout-set-key-near"},
        {"zzzzzzzz", "1", "0:0 layout-set-key"},
        {"keywords", "가", "0:0 layout-set-key"},
        {"year", "올해", "0:0 layout-set-value"},
        {"year", "1", "0:0 layout-set-value"},
        {"base_date", "2024-02-30", "0:0 layout-set-value"},
        {"negative", "minus", "0:0 layout-set-value"},
        {"title", " ", "0:0 layout-set-value"},
        {"title", "\xB0\xA1", "0:0 layout-set-encoding"},
    };
    Project *p = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_null(read_with(p, cases[i].key, cases[i].value));
        assert_string_equal(messages(p), cases[i].expected);
    }
    read_with(p, "zzzzzzzz", "1");
    assert_int_equal(diags_exit(p->diags, LEVEL_ERROR), EXIT_USAGE);
    project_reset(p);
    read_with(p, "year", "1");
    assert_int_equal(diags_exit(p->diags, LEVEL_ERROR), EXIT_USAGE);
}

static void a_title_says_something(void **state)
{
    Project *p = *state;
    assert_null(read_layout(p, "hanji: 1\ndocument: {title: ' '}\n" REST));
    assert_string_equal(messages(p), "2:19 layout-title");
}

/* ---- files ---- */

static void check_path(Project *p, const char *path, const char *slug)
{
    const char *text = arena_printf(p->arena, HEAD
        "data: {t: {csv: '%s'}}\nchecks: [{t: a = b}]\n" REST, path);
    project_reset(p);
    read_layout(p, text);
    const char *expected = *slug
        ? arena_printf(p->arena, "3:17 %s", slug) : "";
    if (strcmp(messages(p), expected) != 0)
        fprintf(stderr, "path %s\n", path);
    assert_string_equal(messages(p), expected);
}

static void files_beneath_the_project(void **state)
{
    static const char *const allowed[] = {"../data/t.csv", "t.csv",
        "../t.csv", "./../data/t.csv", "../layouts/../data/t.csv", "a/../t.csv",
        "..data/t.csv", "../data/없는 파일.csv"};
    for (size_t i = 0; i < G_N_ELEMENTS(allowed); i++)
        check_path(*state, allowed[i], "");
}

static void files_outside_the_project(void **state)
{
    static const char *const outside[] = {"../../etc/passwd", "../..",
        "../../layouts/x.csv", "../data/../../x.csv", "a/../../../x.csv",
        "./../../x.csv", "..//..//x.csv"};
    static const char *const absolute[] = {"/etc/passwd", "/proc/self/environ",
        "~/t.csv", "http://example.com/t.csv", "file:///etc/passwd",
        "C:/data/t.csv", "C:\\data\\t.csv", "\\\\server\\t.csv"};
    for (size_t i = 0; i < G_N_ELEMENTS(outside); i++)
        check_path(*state, outside[i], "layout-path-outside");
    for (size_t i = 0; i < G_N_ELEMENTS(absolute); i++)
        check_path(*state, absolute[i], "layout-path-absolute");
    check_path(*state, "..\\..\\t.csv", "layout-path-slash");
}

static void links_may_not_leave(void **state)
{
    Project *p = *state;
    assert_int_equal(symlink("/etc", "data/out"), 0);
    assert_int_equal(symlink("/etc/passwd", "data/passwd.csv"), 0);
    assert_int_equal(symlink("t.csv", "data/in.csv"), 0);
    check_path(p, "../data/in.csv", "");
    check_path(p, "../data/passwd.csv", "layout-path-link");
    check_path(p, "../data/out/passwd", "layout-path-link");
}

static void check_shown(Project *p, const char *csv, const char *shown)
{
    project_reset(p);
    const Layout *l = read_layout(p, arena_printf(p->arena, HEAD
        "data: {t: {csv: '%s'}}\nchecks: [{t: a = b}]\n" REST, csv));
    assert_non_null(l);
    if (!str_eq_c(l->tables[0].path, shown))
        fprintf(stderr, "%s: " STR_FMT "\n", csv,
            STR_ARG(l->tables[0].path));
    assert_true(str_eq_c(l->tables[0].path, shown));
}

/* Messages name files as short as they are; but "x/.." is not always ".". */
static void paths_are_tidy(void **state)
{
    Project *p = *state;
    check_shown(p, "../data/t.csv", "data/t.csv");
    check_shown(p, "../data/none.csv", "data/none.csv");
    check_shown(p, "./a.csv", "layouts/a.csv");
    check_shown(p, "../t.csv", "t.csv");
    const char *book = arena_printf(p->arena, "%s/layouts/book.yaml", p->root);
    const Layout *l = layout_read(str_of(book), OWN_THEMES, NULL, 0, p->sources, p->arena,
        p->diags);
    assert_true(str_eq_c(l->tables[0].path,
        arena_printf(p->arena, "%s/t.csv", p->root)));
    assert_int_equal(mkdir("data/deep", 0700), 0);
    assert_int_equal(symlink("../data/deep", "layouts/link"), 0);
    check_shown(p, "link/../t.csv", "layouts/link/../t.csv");
}

/* A path of half a million folders, and nothing is looked up. */
static void long_paths_are_refused(void **state)
{
    GString *path = g_string_new(NULL);
    for (int i = 0; i < 250000; i++)
        g_string_append(path, "a/");
    check_path(*state, path->str, "layout-path-long");
    g_string_free(path, TRUE);
}

/* A folder beside the project that begins with the same name. */
static void neighbours_are_outside(void **state)
{
    Project *p = *state;
    const char *beside = arena_printf(p->arena, "%s-secret", p->root);
    assert_int_equal(mkdir(beside, 0700), 0);
    assert_int_equal(symlink(beside, "data/beside"), 0);
    check_path(p, "../data/beside", "layout-path-link");
    assert_int_equal(rmdir(beside), 0);
}

static void themes_keep_to_the_project_too(void **state)
{
    Project *p = *state;
    read_layout(p, HEAD "theme: ../../council.yaml\nbody: [cover]\n");
    assert_string_equal(messages(p), "3:8 layout-path-outside");
    project_reset(p);
    write_file("layouts/own.yaml",
        "hanji_theme: 1\nextends: ../../council.yaml\n");
    read_layout(p, HEAD "theme: own.yaml\nbody: [cover]\n");
    assert_string_equal(messages(p), "2:10 layout-path-outside");
}

static void themes_have_names(void **state)
{
    Project *p = *state;
    static const struct {
        const char *theme, *file;
    } cases[] = {{"theme: council\n", "council.yaml"},
        {"theme: large-print\n", "large-print.yaml"},
        {"", "council.yaml"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        project_reset(p);
        const Layout *l = read_layout(p, arena_printf(p->arena,
            HEAD "%sbody: [cover]\n", cases[i].theme));
        assert_non_null(l);
        assert_true(str_eq(l->theme->path,
            path_join(OWN_THEMES, str_of(cases[i].file), p->arena)));
    }
}

static void names_of_themes_are_known(void **state)
{
    Project *p = *state;
    static const Case cases[] = {
        {HEAD "theme: counsil\nbody: [cover]\n", "3:8 theme-name-near"},
        {HEAD "theme: 우리시\nbody: [cover]\n", "3:8 theme-name"},
        {HEAD "theme:\nbody: [cover]\n", "3:7 layout-empty"},
    };
    check_cases(p, cases, sizeof cases / sizeof *cases);
}

/* A theme of the project may change one of hanji's, which stays in its own
 * folder: what that extends lies there and not in the project. */
static void own_themes_are_inherited(void **state)
{
    Project *p = *state;
    write_file("layouts/own.yaml", "hanji_theme: 1\nextends: large-print\n"
        "name: 우리\npurpose: large-print\n");
    const Layout *l = read_layout(p, HEAD "theme: own.yaml\nbody: [cover]\n");
    assert_string_equal(messages(p), "");
    assert_non_null(l);
    assert_int_equal(l->theme->nfiles, 3);
}

static void missing_files(void **state)
{
    Project *p = *state;
    assert_null(layout_read(STR("layouts/none.yaml"), OWN_THEMES, NULL, 0, p->sources,
        p->arena, p->diags));
    assert_string_equal(messages(p), "0:0 layout-file");
    project_reset(p);
    read_layout(p, HEAD "theme: none.yaml\nbody: [cover]\n");
    assert_string_equal(messages(p), "3:8 layout-file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROJECT_TEST(tables_are_typed),
        PROJECT_TEST(variables_come_from_both),
        PROJECT_TEST(set_changes_what_is_there),
        PROJECT_TEST(set_is_checked),
        PROJECT_TEST(a_title_says_something),
        PROJECT_TEST(files_beneath_the_project),
        PROJECT_TEST(files_outside_the_project),
        PROJECT_TEST(links_may_not_leave),
        PROJECT_TEST(paths_are_tidy),
        PROJECT_TEST(long_paths_are_refused),
        PROJECT_TEST(neighbours_are_outside),
        PROJECT_TEST(themes_keep_to_the_project_too),
        PROJECT_TEST(themes_have_names),
        PROJECT_TEST(names_of_themes_are_known),
        PROJECT_TEST(own_themes_are_inherited),
        PROJECT_TEST(missing_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
