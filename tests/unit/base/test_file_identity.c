/* Whether two paths name one file. */
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

#include <glib.h>
#include <glib/gstdio.h>

typedef struct Desk {
    Arena *arena;
    char *folder, *before;
} Desk;

/* A folder of one's own, which one stands in: a file, two links to it, and a
 * link to a folder. */
static int set_up(void **state)
{
    Desk *desk = g_new(Desk, 1);
    desk->arena = arena_new(0);
    desk->before = g_get_current_dir();
    desk->folder = g_dir_make_tmp("hanji-identity-XXXXXX", NULL);
    *state = desk;
    return g_chdir(desk->folder) || g_mkdir("dir", 0777) ||
                   !g_file_set_contents("dir/file", "x", 1, NULL) ||
                   symlink("dir/file", "soft") || link("dir/file", "hard") ||
                   symlink("dir", "aside") ||
                   symlink("nowhere", "dangling")
               ? -1
               : 0;
}

static int tear_down(void **state)
{
    static const char *const made[] = {"dir/file", "soft",     "hard",
                                       "aside",    "dangling", "dir"};
    Desk *desk = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(made); i++)
        g_remove(made[i]);
    int failed = g_chdir(desk->before) || g_rmdir(desk->folder);
    g_free(desk->before);
    g_free(desk->folder);
    arena_free(desk->arena);
    g_free(desk);
    return failed;
}

static bool same(const Desk *desk, const char *a, const char *b)
{
    return file_is_same(file_identity(str_of(a), desk->arena),
                        file_identity(str_of(b), desk->arena));
}

static void a_file_is_one_by_any_way(void **state)
{
    const Desk *desk = *state;
    const char *const ways[] = {"./dir//file", "dir/../dir/file", "soft",
                                "hard", "aside/file"};
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++)
        assert_true(same(desk, "dir/file", ways[i]));
    char *whole = g_build_filename(desk->folder, "dir/file", NULL);
    assert_true(same(desk, "dir/file", whole));
    g_free(whole);
    assert_false(same(desk, "dir/file", "dir"));
    assert_false(same(desk, "dir/file", "dir/other"));
}

static void so_is_what_is_not_there_yet(void **state)
{
    const Desk *desk = *state;
    assert_true(same(desk, "new", "./new"));
    assert_true(same(desk, "new", "dir/../new"));
    assert_true(same(desk, "dir/new", "aside/new"));
    assert_true(same(desk, "a/b/new", "a/c/../b/./new"));
    char *whole = g_build_filename(desk->folder, "a/new", NULL);
    assert_true(same(desk, "a/new", whole));
    g_free(whole);
    assert_false(same(desk, "new", "other"));
    assert_false(same(desk, "new", "dir/new"));
    assert_false(same(desk, "a/new", "b/new"));
    assert_false(same(desk, "dangling", "new"));
    assert_true(same(desk, "/nowhere/a", "/nowhere//a"));
    assert_false(same(desk, "/nowhere/a", "nowhere/a"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_one_by_any_way, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(so_is_what_is_not_there_yet, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
