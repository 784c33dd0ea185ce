/* Objects and the saver: what is written, what is refused. */
#include "pdf/nametree.h"
#include "pdf/saver.h"
#include "pdf/syntax.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <glib.h>
#include <glib/gstdio.h>

typedef struct Case {
    Sources *sources;
    Diags *diags;
    Objects objects;
    char *folder, *path;
    bool (*stopped)(void);
} Case;

static int setup(void **state)
{
    Case *c = g_new0(Case, 1);
    c->sources = sources_new();
    c->diags = diags_new(c->sources);
    objects_init(&c->objects);
    c->folder = g_dir_make_tmp("hanji-pdf-XXXXXX", NULL);
    c->path = g_build_filename(c->folder, "x.pdf", NULL);
    *state = c;
    return 0;
}

static int teardown(void **state)
{
    Case *c = *state;
    objects_release(&c->objects);
    diags_free(c->diags);
    sources_free(c->sources);
    g_remove(c->path);
    g_rmdir(c->folder);
    g_free(c->path);
    g_free(c->folder);
    g_free(c);
    return 0;
}

static void write_number(void *context, uint32_t i, Buf *out)
{
    buf_printf(out, "<</N %u/Of(%s)>>", i, (const char *)context);
}

static bool save(Case *c, uint32_t nlate)
{
    LateObjects late = {nlate, write_number, (char *)"late"};
    FileOut *f = file_create(str_of(c->path), c->diags);
    assert_non_null(f);
    if (objects_save(&c->objects, &late, f, c->stopped, c->diags))
        return file_commit(f);
    file_abandon(f);
    return false;
}

static char *text_of(Case *c, uint32_t number)
{
    Str s = object_text(&c->objects, number);
    return g_strndup(s.p, s.n);
}

static void test_bodies_hang_on_dictionaries(void **state)
{
    Case *c = *state;
    Buf b = {0};
    buf_add_c(&b, "/X 1.5");
    uint32_t raw = object_add_body(&c->objects, &b);
    HPDF_Dict_AddName(c->objects.doc->catalog, "PageMode", "UseOutlines");
    dict_set_body(&c->objects, c->objects.doc->catalog, &b);
    buf_release(&b);
    char *text = text_of(c, raw);
    assert_non_null(strstr(text, "/X 1.5"));
    g_free(text);
    text = text_of(c, object_number(c->objects.doc->catalog));
    assert_non_null(strstr(text, "/PageMode /UseOutlines"));
    assert_non_null(strstr(text, "/X 1.5>>"));
    g_free(text);
}

/* 450 late objects make several object streams. */
static void test_saved_files_are_sound(void **state)
{
    Case *c = *state;
    Buf b = {0};
    buf_add_c(&b, "/Kind/Test");
    object_add_stream(&c->objects, &b, STR("data of the stream"));
    buf_release(&b);
    assert_true(save(c, 450));
    char *qpdf = g_find_program_in_path("qpdf");
    if (!qpdf)
        skip();
    char *argv[] = {qpdf, (char *)"--check", c->path, NULL};
    int status = -1;
    assert_true(g_spawn_sync(NULL, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                             NULL, NULL, NULL, &status, NULL));
    assert_int_equal(status, 0);
    g_free(qpdf);
}

static void test_equal_objects_are_equal_files(void **state)
{
    Case *c = *state;
    gchar *one, *two;
    gsize n1, n2;
    assert_true(save(c, 3));
    assert_true(g_file_get_contents(c->path, &one, &n1, NULL));
    assert_true(save(c, 3));
    assert_true(g_file_get_contents(c->path, &two, &n2, NULL));
    assert_int_equal(n1, n2);
    assert_memory_equal(one, two, n1);
    g_free(one);
    g_free(two);
}

static void test_more_than_2_gib_is_refused(void **state)
{
    Case *c = *state;
    Buf none = {0};
    char byte = 0;
    /* Never read: refused before the first byte. */
    object_add_stream(&c->objects, &none, (Str){&byte, (size_t)3 << 30});
    assert_false(save(c, 0));
    assert_int_equal(diags_code(c->diags, 0), DIAG_PDF_TOO_LARGE);
    assert_false(g_file_test(c->path, G_FILE_TEST_EXISTS));
}

static void test_a_failure_of_libharu_is_told(void **state)
{
    Case *c = *state;
    HPDF_Dict_GetItem(c->objects.doc->catalog, "Type", HPDF_OCLASS_ARRAY);
    assert_false(objects_ok(&c->objects));
    assert_false(save(c, 0));
    assert_int_equal(diags_code(c->diags, 0), DIAG_PDF_LIBRARY);
    assert_false(g_file_test(c->path, G_FILE_TEST_EXISTS));
}

static void test_name_trees_are_sorted_by_bytes(void **state)
{
    Case *c = *state;
    NameTreeEntry entries[100];
    char keys[100][8];
    for (int i = 0; i < 100; i++) { /* in reverse */
        g_snprintf(keys[i], 8, "k%02d", 99 - i);
        entries[i] = (NameTreeEntry){str_of(keys[i]), STR("null")};
    }
    uint32_t root = nametree_write(&c->objects, entries, 100);
    char *text = text_of(c, root - 2);
    assert_non_null(strstr(text, "/Limits[(k00)(k63)]/Names[(k00)null(k01)"));
    g_free(text);
    text = text_of(c, root - 1);
    assert_non_null(strstr(text, "/Limits[(k64)(k99)]"));
    g_free(text);
}

static bool at_once(void)
{
    return true;
}

static bool never(void)
{
    return false;
}

/* R13: the target is not there, and nothing is said. */
static void test_stopped_saving_leaves_nothing(void **state)
{
    Case *c = *state;
    c->stopped = at_once;
    assert_false(save(c, 450));
    assert_false(g_file_test(c->path, G_FILE_TEST_EXISTS));
    assert_int_equal(diags_count(c->diags, LEVEL_NOTE), 0);
    c->stopped = never;
    assert_true(save(c, 450));
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_bodies_hang_on_dictionaries),
        CASE(test_saved_files_are_sound),
        CASE(test_equal_objects_are_equal_files),
        CASE(test_stopped_saving_leaves_nothing),
        CASE(test_more_than_2_gib_is_refused),
        CASE(test_a_failure_of_libharu_is_told),
        CASE(test_name_trees_are_sorted_by_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
