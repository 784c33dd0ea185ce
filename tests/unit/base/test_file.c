/* Files: reading only what is a file, replacing whole or not at all. */
#include "base/file.h"

#include <fcntl.h>
#include <ftw.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

/* A folder of one's own, and a run with its messages. */
typedef struct Desk {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    char *folder;
} Desk;

static int set_up(void **state)
{
    Desk *desk = g_new(Desk, 1);
    desk->arena = arena_new(0);
    desk->sources = sources_new();
    desk->diags = diags_new(desk->sources);
    desk->folder = g_dir_make_tmp("hanji-file-XXXXXX", NULL);
    *state = desk;
    return desk->folder ? 0 : -1;
}

static int remove_entry(const char *path, const struct stat *st, int type,
                        struct FTW *where)
{
    (void)st, (void)type, (void)where;
    return remove(path);
}

static int tear_down(void **state)
{
    Desk *desk = *state;
    nftw(desk->folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    g_free(desk->folder);
    diags_free(desk->diags);
    sources_free(desk->sources);
    arena_free(desk->arena);
    g_free(desk);
    return 0;
}

static const char *in_folder(const Desk *desk, const char *name)
{
    return path_join(str_of(desk->folder), str_of(name), desk->arena).p;
}

/* Without the code under test. */
static void put_file(const Desk *desk, const char *name, const char *text)
{
    assert_true(g_file_set_contents(in_folder(desk, name), text, -1, NULL));
}

static void assert_holds(const Desk *desk, const char *name, const char *text)
{
    char *found = NULL;
    assert_true(g_file_get_contents(in_folder(desk, name), &found, NULL, NULL));
    assert_string_equal(found, text);
    g_free(found);
}

static size_t count_entries(const Desk *desk)
{
    GDir *dir = g_dir_open(desk->folder, 0, NULL);
    size_t n = 0;
    while (g_dir_read_name(dir))
        n++;
    g_dir_close(dir);
    return n;
}

static void assert_said(const Desk *desk, size_t i, DiagCode code)
{
    assert_true(diags_count(desk->diags, LEVEL_NOTE) > i);
    assert_string_equal(diag_info(diags_code(desk->diags, i))->slug,
                        diag_info(code)->slug);
}

static bool read_file(Desk *desk, const char *name, Str *out)
{
    return file_read(str_of(in_folder(desk, name)), ((Pos){0, 5, 3}),
                     desk->arena, desk->diags, out);
}

static bool write_file(Desk *desk, const char *name, Str text)
{
    FileOut *f = file_create(str_of(in_folder(desk, name)), desk->diags);
    file_write(f, text.p, text.n);
    return file_commit(f);
}

/* ---- reading ---- */

static void reads_all_bytes(void **state)
{
    Desk *desk = *state;
    Str got;
    put_file(desk, "a.csv", "구분,합계\r\n");
    assert_true(read_file(desk, "a.csv", &got));
    assert_true(str_eq_c(got, "구분,합계\r\n"));
    put_file(desk, "empty", "");
    assert_true(read_file(desk, "empty", &got));
    assert_int_equal(got.n, 0);
    /* A file whose size is not known before. */
    assert_true(file_try_read(STR("/proc/self/status"), desk->arena, &got));
    assert_true(str_find(got, STR("Umask:")) > 0);
    assert_true(diags_ok(desk->diags));
}

static void says_what_cannot_be_read(void **state)
{
    Desk *desk = *state;
    Str got;
    assert_false(read_file(desk, "none.csv", &got));
    assert_said(desk, 0, DIAG_FILE_MISSING);
    assert_int_equal(diags_pos(desk->diags, 0).line, 5);
    assert_false(read_file(desk, "none/deeper.csv", &got));
    assert_said(desk, 1, DIAG_FILE_MISSING);
    assert_false(read_file(desk, ".", &got));
    assert_said(desk, 2, DIAG_FILE_KIND);
    /* A pipe nobody writes to must not hold the run. */
    mkfifo(in_folder(desk, "pipe"), 0600);
    assert_false(read_file(desk, "pipe", &got));
    assert_said(desk, 3, DIAG_FILE_KIND);
    assert_false(
        file_read(STR("/dev/zero"), POS_NONE, desk->arena, desk->diags, &got));
    assert_said(desk, 4, DIAG_FILE_KIND);
    assert_false(file_read(STR(""), POS_NONE, desk->arena, desk->diags, &got));
    assert_said(desk, 5, DIAG_FILE_MISSING);
    assert_false(file_try_read(STR("a\0b"), desk->arena, &got));
    assert_int_equal(diags_count(desk->diags, LEVEL_NOTE), 6);
}

/* All of a stream in pieces of five bytes. */
static Str read_pieces(FileIn *in, Arena *a)
{
    GString *all = g_string_new(NULL);
    char piece[5];
    for (size_t n; (n = file_next(in, piece, sizeof piece)) > 0;)
        g_string_append_len(all, piece, (gssize)n);
    Str text = str_dup((Str){all->str, all->len}, a);
    g_string_free(all, TRUE);
    return text;
}

static FileIn *open_file(Desk *desk, const char *name)
{
    return file_open(str_of(in_folder(desk, name)), ((Pos){0, 5, 3}),
                     desk->diags);
}

static void a_stream_comes_in_pieces_and_again(void **state)
{
    Desk *desk = *state;
    put_file(desk, "a.csv", "구분,합계\r\n시,1\r\n");
    FileIn *in = open_file(desk, "a.csv");
    assert_true(
        str_eq_c(read_pieces(in, desk->arena), "구분,합계\r\n시,1\r\n"));
    file_rewind(in);
    assert_true(
        str_eq_c(read_pieces(in, desk->arena), "구분,합계\r\n시,1\r\n"));
    assert_true(file_close(in));
    assert_true(diags_ok(desk->diags));
}

static void a_stream_refuses_what_is_no_file(void **state)
{
    Desk *desk = *state;
    assert_null(open_file(desk, "none.csv"));
    assert_said(desk, 0, DIAG_FILE_MISSING);
    assert_null(open_file(desk, "."));
    assert_said(desk, 1, DIAG_FILE_KIND);
    assert_null(file_open(STR(""), POS_NONE, desk->diags));
    assert_said(desk, 2, DIAG_FILE_MISSING);
}

/* A file whose bytes cannot be had: the memory of this program at 0. */
static void a_broken_stream_is_told_at_its_end(void **state)
{
    Desk *desk = *state;
    char byte;
    FileIn *in = file_open(STR("/proc/self/mem"), POS_NONE, desk->diags);
    assert_non_null(in);
    assert_int_equal(file_next(in, &byte, 1), 0);
    assert_int_equal(file_next(in, &byte, 1), 0);
    assert_false(file_close(in));
    assert_said(desk, 0, DIAG_FILE_READ);
    Str got;
    assert_false(file_read(STR("/proc/self/mem"), POS_NONE, desk->arena,
                           desk->diags, &got));
}

#define NFC "\uD55C\uC9C0" /* 한지 */
#define NFD "\u1112\u1161\u11AB\u110C\u1175"

/* K-204: either form finds the other, in every part of the path. */
static void names_are_found_in_both_forms_K_204(void **state)
{
    Desk *desk = *state;
    Str got;
    put_file(desk, NFD ".csv", "decomposed");
    assert_true(read_file(desk, NFC ".csv", &got));
    assert_true(str_eq_c(got, "decomposed"));
    put_file(desk, "x" NFC ".csv", "composed");
    assert_true(read_file(desk, "x" NFD ".csv", &got));
    assert_true(str_eq_c(got, "composed"));
    g_mkdir(in_folder(desk, NFD), 0700);
    put_file(desk, NFD "/" NFC ".csv", "inside");
    assert_true(read_file(desk, NFC "/" NFD ".csv", &got));
    assert_true(str_eq_c(got, "inside"));
    /* The exact name goes before the alike one. */
    put_file(desk, NFC ".csv", "exact");
    assert_true(read_file(desk, NFC ".csv", &got));
    assert_true(str_eq_c(got, "exact"));
    assert_true(read_file(desk, NFD ".csv", &got));
    assert_true(str_eq_c(got, "decomposed"));
}

/* ---- paths ---- */

static void paths_are_cut_and_joined(void **state)
{
    Desk *desk = *state;
    assert_true(str_eq_c(path_dir(STR("a/b/c.csv")), "a/b"));
    assert_true(str_eq_c(path_dir(STR("c.csv")), ""));
    assert_true(str_eq_c(path_dir(STR("/c.csv")), "/"));
    assert_true(str_eq_c(path_base(STR("a/b/c.csv")), "c.csv"));
    assert_true(str_eq_c(path_base(STR("a/")), ""));
    assert_true(
        str_eq_c(path_join(STR("a"), STR("../b"), desk->arena), "a/../b"));
    assert_true(str_eq_c(path_join(STR("a/"), STR("b"), desk->arena), "a/b"));
    assert_true(str_eq_c(path_join(STR(""), STR("b"), desk->arena), "b"));
    assert_true(str_eq_c(path_join(STR("a"), STR("/b"), desk->arena), "/b"));
}

/* ---- writing ---- */

static void writes_a_new_file(void **state)
{
    Desk *desk = *state;
    mode_t mask = umask(027);
    assert_true(write_file(desk, "out/deep/a.pdf", STR("new")));
    umask(mask);
    assert_holds(desk, "out/deep/a.pdf", "new");
    struct stat st;
    assert_int_equal(stat(in_folder(desk, "out/deep/a.pdf"), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0640);
}

static void replaces_only_at_commit(void **state)
{
    Desk *desk = *state;
    put_file(desk, "a.pdf", "old");
    FileOut *f = file_create(str_of(in_folder(desk, "a.pdf")), desk->diags);
    char *large = arena_calloc(desk->arena, 1, 200001);
    memset(large, 'x', 200000);
    for (int i = 0; i < 1000; i++)
        assert_true(file_write(f, large + i * 7, 7));
    assert_true(file_write(f, large, 200000 - 7000));
    assert_true(file_write(f, "", 0));
    assert_holds(desk, "a.pdf", "old");
    assert_int_equal(count_entries(desk), 2);
    assert_true(file_commit(f));
    assert_holds(desk, "a.pdf", large);
    assert_int_equal(count_entries(desk), 1);
}

static void abandoning_leaves_no_trace(void **state)
{
    Desk *desk = *state;
    put_file(desk, "a.pdf", "old");
    FileOut *f = file_create(str_of(in_folder(desk, "a.pdf")), desk->diags);
    file_write(f, "new", 3);
    file_abandon(f);
    assert_holds(desk, "a.pdf", "old");
    assert_int_equal(count_entries(desk), 1);
    assert_true(diags_ok(desk->diags));
}

static void a_link_is_replaced_not_followed(void **state)
{
    Desk *desk = *state;
    put_file(desk, "precious", "precious");
    assert_int_equal(
        symlink(in_folder(desk, "precious"), in_folder(desk, "a.pdf")), 0);
    assert_true(write_file(desk, "a.pdf", STR("new")));
    assert_holds(desk, "precious", "precious");
    assert_holds(desk, "a.pdf", "new");
    assert_false(g_file_test(in_folder(desk, "a.pdf"), G_FILE_TEST_IS_SYMLINK));
}

static void refuses_what_is_no_file(void **state)
{
    Desk *desk = *state;
    g_mkdir(in_folder(desk, "folder"), 0700);
    mkfifo(in_folder(desk, "pipe"), 0600);
    assert_false(write_file(desk, "folder", STR("x")));
    assert_said(desk, 0, DIAG_OUTPUT_KIND);
    assert_false(write_file(desk, "pipe", STR("x")));
    assert_said(desk, 1, DIAG_OUTPUT_KIND);
    assert_false(write_file(desk, "new/", STR("x")));
    assert_said(desk, 2, DIAG_OUTPUT_KIND);
    FileOut *f = file_create(STR("/dev/full"), desk->diags);
    file_write(f, "x", 1);
    assert_false(file_commit(f));
    assert_said(desk, 3, DIAG_OUTPUT_KIND);
    assert_int_equal(count_entries(desk), 2);
}

static void a_folder_in_the_way_is_told(void **state)
{
    Desk *desk = *state;
    put_file(desk, "file", "old");
    assert_false(write_file(desk, "file/a.pdf", STR("x")));
    assert_said(desk, 0, DIAG_FILE_WRITE);
    assert_holds(desk, "file", "old");
    /* Someone makes a folder of that name while the file is written. */
    FileOut *f = file_create(str_of(in_folder(desk, "late")), desk->diags);
    g_mkdir(in_folder(desk, "late"), 0700);
    assert_false(file_commit(f));
    assert_said(desk, 1, DIAG_OUTPUT_KIND);
    assert_int_equal(count_entries(desk), 2);
}

static void a_long_name_is_written_too(void **state)
{
    Desk *desk = *state;
    char name[256] = {0};
    memset(name, 'n', 255);
    assert_true(write_file(desk, name, STR("new")));
    assert_holds(desk, name, "new");
}

/* Runs `work` in a child and answers its exit status. */
static int in_child(int (*work)(Desk *), Desk *desk)
{
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(work(desk));
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* 0 when writing failed as it must, with the code at hand. */
static int fails_with(Desk *desk, const char *name, DiagCode code)
{
    char *large = arena_calloc(desk->arena, 1, 300000);
    bool ok = write_file(desk, name, (Str){large, 300000});
    if (ok || diags_count(desk->diags, LEVEL_ERROR) != 1)
        return 1;
    return diags_code(desk->diags, 0) == code ? 0 : 2;
}

/* A disk that takes 100,000 bytes and no more. */
static int write_past_the_limit(Desk *desk)
{
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){100000, 100000});
    return fails_with(desk, "a.pdf", DIAG_FILE_WRITE);
}

static void a_failed_write_keeps_the_old_file(void **state)
{
    Desk *desk = *state;
    put_file(desk, "a.pdf", "old");
    assert_int_equal(in_child(write_past_the_limit, desk), 0);
    assert_holds(desk, "a.pdf", "old");
    assert_int_equal(count_entries(desk), 1);
}

static int write_to_full_stdout(Desk *desk)
{
    dup2(open("/dev/full", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
    FileOut *f = file_create(STR("-"), desk->diags);
    file_write(f, "x", 1);
    if (file_commit(f) || diags_count(desk->diags, LEVEL_ERROR) != 1)
        return 1;
    return diags_code(desk->diags, 0) == DIAG_DISK_FULL ? 0 : 2;
}

static void a_full_disk_is_told(void **state)
{
    assert_int_equal(in_child(write_to_full_stdout, *state), 0);
}

static int write_unprivileged(Desk *desk)
{
    if (geteuid() == 0 && setuid(65534) != 0)
        return 3;
    return fails_with(desk, "closed/a.pdf", DIAG_FILE_DENIED);
}

static void a_closed_folder_is_told(void **state)
{
    Desk *desk = *state;
    chmod(desk->folder, 0755);
    g_mkdir(in_folder(desk, "closed"), 0500);
    assert_int_equal(in_child(write_unprivileged, desk), 0);
}

static int read_unprivileged(Desk *desk)
{
    Str got;
    if (geteuid() == 0 && setuid(65534) != 0)
        return 3;
    if (read_file(desk, "secret", &got))
        return 1;
    return diags_code(desk->diags, 0) == DIAG_FILE_DENIED ? 0 : 2;
}

static void a_closed_file_is_told(void **state)
{
    Desk *desk = *state;
    put_file(desk, "secret", "secret");
    chmod(desk->folder, 0755);
    chmod(in_folder(desk, "secret"), 0);
    assert_int_equal(in_child(read_unprivileged, desk), 0);
}

static int read_stdin(Desk *desk)
{
    Str got;
    dup2(open(in_folder(desk, "stdin"), O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    FileIn *in = file_open(STR("-"), POS_NONE, desk->diags);
    if (!in || !str_eq_c(read_pieces(in, desk->arena), "piped"))
        return 1;
    file_rewind(in);
    if (!str_eq_c(read_pieces(in, desk->arena), "piped") || !file_close(in))
        return 2;
    lseek(STDIN_FILENO, 0, SEEK_SET);
    return file_read(STR("-"), POS_NONE, desk->arena, desk->diags, &got) &&
                   str_eq_c(got, "piped")
               ? 0
               : 3;
}

static void dash_is_standard_input(void **state)
{
    Desk *desk = *state;
    put_file(desk, "stdin", "piped");
    assert_int_equal(in_child(read_stdin, desk), 0);
}

static int write_to_stdout(Desk *desk)
{
    int fd = open(in_folder(desk, "stdout"), O_WRONLY | O_CREAT, 0600);
    dup2(fd, STDOUT_FILENO);
    FileOut *f = file_create(STR("-"), desk->diags);
    file_write(f, "the bytes", 9);
    return file_commit(f) ? 0 : 1;
}

static void dash_is_standard_output(void **state)
{
    Desk *desk = *state;
    assert_int_equal(in_child(write_to_stdout, desk), 0);
    assert_holds(desk, "stdout", "the bytes");
    assert_int_equal(count_entries(desk), 1);
}

static void put_leftover(const Desk *desk, const char *name, time_t age)
{
    put_file(desk, name, "half");
    time_t then = time(NULL) - age;
    utime(in_folder(desk, name), &(struct utimbuf){then, then});
}

/* What a killed run left is removed by the next one; what another run may
 * still be writing is not. */
static void leftovers_are_removed(void **state)
{
    Desk *desk = *state;
    put_leftover(desk, ".a.pdf.hanji-Old000", 3600);
    put_leftover(desk, ".a.pdf.hanji-Young0", 0);
    put_leftover(desk, ".a.pdf.hanji-Locked", 3600);
    put_leftover(desk, ".b.pdf.hanji-Other0", 3600);
    int lock =
        open(in_folder(desk, ".a.pdf.hanji-Locked"), O_RDONLY | O_CLOEXEC);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    assert_true(write_file(desk, "a.pdf", STR("new")));
    assert_false(g_file_test(in_folder(desk, ".a.pdf.hanji-Old000"),
                             G_FILE_TEST_EXISTS));
    assert_int_equal(count_entries(desk), 4);
    close(lock);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reads_all_bytes),
        TEST(says_what_cannot_be_read),
        TEST(a_stream_comes_in_pieces_and_again),
        TEST(a_stream_refuses_what_is_no_file),
        TEST(a_broken_stream_is_told_at_its_end),
        TEST(names_are_found_in_both_forms_K_204),
        TEST(paths_are_cut_and_joined),
        TEST(writes_a_new_file),
        TEST(replaces_only_at_commit),
        TEST(abandoning_leaves_no_trace),
        TEST(a_link_is_replaced_not_followed),
        TEST(refuses_what_is_no_file),
        TEST(a_folder_in_the_way_is_told),
        TEST(a_long_name_is_written_too),
        TEST(a_failed_write_keeps_the_old_file),
        TEST(a_full_disk_is_told),
        TEST(a_closed_folder_is_told),
        TEST(a_closed_file_is_told),
        TEST(dash_is_standard_input),
        TEST(dash_is_standard_output),
        TEST(leftovers_are_removed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
