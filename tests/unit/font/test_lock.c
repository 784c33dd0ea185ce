/* The lock list: reading it, searching it, writing its lines. */
#include "font_case.h"

#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static bool read_text(Case *c, const char *text, Lock *out)
{
    char *path = scratch_write(c, "a.lock", text, strlen(text));
    return lock_read(str_of(path), c->arena, c->diags, out);
}

static void test_reads_lines(void **state)
{
    Case *c = *state;
    Lock lock;
    assert_true(read_text(
        c,
        "# a remark\n\n"
        "A B\t400\tx/a.ttf\t2\tA-Regular\t" SHA "\t0123456789abcdef\tpack\n"
        "A B\t700\tx/b.ttf\t0\tA-Bold\t" SHA "\t0123456789abcdef\tpack",
        &lock));
    assert_int_equal(lock.n, 2);
    assert_true(str_eq_c(lock.faces[0].family, "A B"));
    assert_int_equal(lock.faces[0].index, 2);
    assert_int_equal(lock.faces[1].weight, 700);
    assert_true(str_eq_c(lock.faces[1].package, "pack"));
    assert_true(diags_ok(c->diags));
}

static void test_malformed_lines_are_told_by_number(void **state)
{
    static const char *const bad[] = {
        "A\t400\ta.ttf\t0\tA\t" SHA "\t0123456789abcdef\n",
        "A\tbold\ta.ttf\t0\tA\t" SHA "\t0123456789abcdef\tp\n",
        "A\t400\ta.ttf\t-1\tA\t" SHA "\t0123456789abcdef\tp\n",
        "A\t400\ta.ttf\t99999999999\tA\t" SHA "\t0123456789abcdef\tp\n",
        "A\t400\ta.ttf\t0\tA\tabc\t0123456789abcdef\tp\n",
        "A\t400\ta.ttf\t0\tA\t" SHA "\t0123456789abcdeg\tp\n",
    };
    Case *c = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        Lock lock;
        Diags *d = diags_new(c->sources);
        char *text = arena_printf(c->arena, "# first\n%s", bad[i]);
        char *path = scratch_write(c, "bad.lock", text, strlen(text));
        assert_false(lock_read(str_of(path), c->arena, d, &lock));
        assert_int_equal(diags_code(d, 0), DIAG_FONT_LOCK_LINE);
        Str said = diags_text(d, 0, DIAG_ENGLISH, c->arena);
        assert_true(str_find(said, STR("line 2")) >= 0);
        diags_free(d);
    }
}

static void test_missing_lock(void **state)
{
    Case *c = *state;
    Lock lock;
    assert_false(
        lock_read(STR("/nowhere/fonts.lock"), c->arena, c->diags, &lock));
    assert_said(c, DIAG_FONT_LOCK_MISSING);
    assert_int_equal(diags_exit(c->diags, LEVEL_ERROR), EXIT_SURROUNDINGS);
}

static void test_nearest_weight(void **state)
{
    static const LockFace faces[] = {
        {.family = {"A", 1}, .weight = 700},
        {.family = {"A", 1}, .weight = 400},
        {.family = {"B", 1}, .weight = 400},
    };
    static const Lock lock = {.n = 3, .faces = faces};
    Case *c = *state;
    const Str *families;
    assert_int_equal(lock_find(&lock, STR("A"), 500)->weight, 400);
    assert_int_equal(lock_find(&lock, STR("A"), 550)->weight, 700);
    assert_int_equal(lock_find(&lock, STR("A"), 900)->weight, 700);
    assert_null(lock_find(&lock, STR("C"), 400));
    assert_int_equal(lock_families(&lock, c->arena, &families), 2);
}

/* What `hanji fonts --lock` would write today is what the project's lock says,
 * face by face: files, names, weights, hashes. */
static void test_project_lock_describes_the_installed_files(void **state)
{
    Case *c = *state;
    Lock lock;
    assert_true(lock_read(STR(PROJECT_LOCK), c->arena, c->diags, &lock));
    assert_true(lock.n >= 8);
    for (size_t i = 0; i < lock.n; i++) {
        const LockFace *f = &lock.faces[i];
        Str lines, path = str_printf(c->arena, DEBIAN_FONTS "/" STR_FMT,
                                     STR_ARG(f->file));
        assert_true(lock_describe(path, f->file, f->package, c->arena, c->diags,
                                  &lines));
        Str wanted =
            str_printf(c->arena,
                       STR_FMT "\t%d\t" STR_FMT "\t%u\t" STR_FMT "\t" STR_FMT
                               "\t" STR_FMT "\t" STR_FMT "\n",
                       STR_ARG(f->family), f->weight, STR_ARG(f->file),
                       f->index, STR_ARG(f->ps_name), STR_ARG(f->sha256),
                       STR_ARG(f->fingerprint), STR_ARG(f->package));
        assert_true(str_find(lines, wanted) >= 0);
    }
}

static void test_describe_refuses_what_is_no_font(void **state)
{
    Case *c = *state;
    Str lines;
    char *path = scratch_write(c, "not.ttf", "hello", 5);
    assert_false(lock_describe(str_of(path), STR("not.ttf"), STR("p"), c->arena,
                               c->diags, &lines));
    assert_false(lock_describe(STR("/nowhere/x.ttf"), STR("x.ttf"), STR("p"),
                               c->arena, c->diags, &lines));
    assert_said(c, DIAG_FONT_BROKEN);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_reads_lines),
        CASE(test_malformed_lines_are_told_by_number),
        CASE(test_missing_lock),
        CASE(test_nearest_weight),
        CASE(test_project_lock_describes_the_installed_files),
        CASE(test_describe_refuses_what_is_no_font),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
