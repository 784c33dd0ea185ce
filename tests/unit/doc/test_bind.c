/*
 * Layouts bound to tables: tests/cases/doc/NAME.yaml with its CSV files. What
 * comes out stands beside it: NAME.out_doc (the blocks, see document_dump) or
 * NAME.out_diag (the messages), or both. HANJI_UPDATE=1 writes them anew.
 *
 * A case runs in a folder of its own beside the council theme, because a
 * layout may read nothing outside its project.
 */
#include "base/file.h"
#include "doc/block.h"
#include "doc_test.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define CASES HANJI_SOURCE "/tests/cases/doc"

typedef struct Run {
    char folder[32];
    Arena *arena;
    Sources *sources;
    Diags *diags;
} Run;

static void copy_file(const char *from, const char *to)
{
    char *bytes;
    gsize n;
    assert_true(g_file_get_contents(from, &bytes, &n, NULL));
    assert_true(g_file_set_contents(to, bytes, (gssize)n, NULL));
    g_free(bytes);
}

/* NAME.yaml, every CSV and lexicon of the cases. */
static void copy_case(const char *name)
{
    GDir *dir = g_dir_open(CASES, 0, NULL);
    assert_non_null(dir);
    for (const char *file; (file = g_dir_read_name(dir));) {
        bool wanted = g_str_has_suffix(file, ".csv") ||
                      g_str_has_suffix(file, ".txt") ||
                      (g_str_has_prefix(file, name) &&
                       g_str_equal(file + strlen(name), ".yaml"));
        char *from = g_build_filename(CASES, file, NULL);
        if (wanted)
            copy_file(from, file);
        g_free(from);
    }
    g_dir_close(dir);
    copy_file(HANJI_SOURCE "/layouts/themes/council.yaml", "council.yaml");
}

static void remove_folder(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *file; (file = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, file, NULL);
        g_unlink(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(folder);
}

static void run_begin(Run *r, const char *name)
{
    strcpy(r->folder, "/tmp/hanji-doc-XXXXXX");
    assert_non_null(mkdtemp(r->folder));
    assert_int_equal(chdir(r->folder), 0);
    copy_case(name);
    r->arena = arena_new(0);
    r->sources = sources_new();
    r->diags = diags_new(r->sources);
}

static void run_end(Run *r)
{
    diags_free(r->diags);
    sources_free(r->sources);
    arena_free(r->arena);
    assert_int_equal(chdir("/"), 0);
    remove_folder(r->folder);
}

/* ---- comparing ---- */

static char *messages(const Run *r)
{
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    DiagPrint how = {.format = DIAG_HUMAN, .language = DIAG_KOREAN};
    assert_true(diags_print(r->diags, &how, to));
    fclose(to);
    return text;
}

/* An empty text has no file. Answers whether they agree. */
static bool compare(const char *name, const char *suffix, const char *got)
{
    char *path = g_strconcat(CASES "/", name, suffix, NULL);
    char *expected = NULL;
    if (g_getenv("HANJI_UPDATE") && *got)
        g_file_set_contents(path, got, -1, NULL);
    else if (g_getenv("HANJI_UPDATE"))
        g_unlink(path);
    g_file_get_contents(path, &expected, NULL, NULL);
    bool same = g_str_equal(expected ? expected : "", got);
    if (!same)
        print_error("%s%s: got\n%s\n", name, suffix, got);
    g_free(expected);
    g_free(path);
    return same;
}

static bool case_passes(const char *name)
{
    Run r;
    run_begin(&r, name);
    char *path = g_strconcat(name, ".yaml", NULL);
    const Layout *layout =
        layout_read(str_of(path), STR(""), NULL, 0, r.sources, r.arena, r.diags);
    const Document *d =
        layout ? document_bind(layout, r.sources, r.arena, r.diags) : NULL;
    char *said = messages(&r);
    bool same = compare(name, ".out_diag", said);
    same = compare(name, ".out_doc",
                   d ? document_dump(d, r.sources, r.arena) : "") &&
           same;
    free(said);
    g_free(path);
    run_end(&r);
    return same;
}

static void all_cases(void **state)
{
    (void)state;
    GDir *dir = g_dir_open(CASES, 0, NULL);
    assert_non_null(dir);
    unsigned ran = 0, failed = 0;
    for (const char *file; (file = g_dir_read_name(dir));) {
        if (!g_str_has_suffix(file, ".yaml"))
            continue;
        char *name = g_strndup(file, strlen(file) - strlen(".yaml"));
        failed += !case_passes(name);
        ran++;
        g_free(name);
    }
    g_dir_close(dir);
    assert_true(ran > 0);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
