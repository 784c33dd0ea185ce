/* The PDF painter: whole files, in any order, with any number of threads. */
#include "pdf_case.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct Case {
    Book book;
    char *folder;
} Case;

static int setup(void **state)
{
    Case *c = g_new0(Case, 1);
    book_init(&c->book);
    c->folder = g_dir_make_tmp("hanji-pdf-XXXXXX", NULL);
    *state = c;
    return c->book.fonts ? 0 : -1;
}

static int teardown(void **state)
{
    Case *c = *state;
    GDir *dir = g_dir_open(c->folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(c->folder, name, NULL);
        g_remove(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(c->folder);
    g_free(c->folder);
    book_release(&c->book);
    g_free(c);
    return 0;
}

static char *in_folder(Case *c, const char *name)
{
    return arena_printf(c->book.arena, "%s/%s", c->folder, name);
}

static Str read_back(Case *c, const char *name)
{
    Str bytes = {NULL, 0};
    file_try_read(str_of(in_folder(c, name)), c->book.arena, &bytes);
    return bytes;
}

static PaintOptions options(Case *c, const char *name, int jobs)
{
    return (PaintOptions){.output = str_of(in_folder(c, name)),
                          .fonts = c->book.fonts,
                          .jobs = jobs};
}

/* Paints the sample book, the second page first when `backwards`. */
static bool paint_sample(Case *c, const PaintOptions *o, bool backwards)
{
    DlPage *pages[2];
    Painter *painter = painter_pdf(o, c->book.diags);
    c->book.doc = dldoc_new(c->book.arena);
    book_fill(&c->book, pages);
    painter->page(painter, pages[backwards ? 1 : 0]);
    painter->page(painter, pages[backwards ? 0 : 1]);
    return painter->close(painter, c->book.doc);
}

/* What a program prints about a file of the folder; skips when missing. */
static char *output_of(Case *c, const char *command, const char *name)
{
    char *line = arena_printf(c->book.arena, command, in_folder(c, name));
    char **argv = g_strsplit(line, " ", -1), *out = NULL, *err = NULL;
    char *found = g_find_program_in_path(argv[0]);
    int status = -1;
    if (found)
        g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out,
                     &err, &status, NULL);
    char *copy = out ? arena_strndup(c->book.arena, out, strlen(out)) : NULL;
    char *said = err ? arena_strndup(c->book.arena, err, strlen(err)) : NULL;
    g_strfreev(argv);
    g_free(out);
    g_free(err);
    if (!found)
        skip();
    g_free(found);
    assert_string_equal(said, "");
    assert_int_equal(status, 0);
    return copy;
}

#define assert_has(text, part)                                                 \
    do {                                                                       \
        if (!strstr(text, part))                                               \
            fail_msg("no \"%s\" in:\n%s", part, text);                         \
    } while (0)

/* K-180: the bytes depend on the pages alone. */
static void test_K_180_same_bytes_for_any_order_and_jobs(void **state)
{
    Case *c = *state;
    for (int jobs = 1; jobs <= 3; jobs++)
        for (int backwards = 0; backwards < 2; backwards++) {
            char *name =
                arena_printf(c->book.arena, "%d%d.pdf", jobs, backwards);
            PaintOptions o = options(c, name, jobs);
            assert_true(paint_sample(c, &o, backwards));
            assert_true(str_eq(read_back(c, "10.pdf"), read_back(c, name)));
        }
}

static void test_readers_find_no_fault(void **state)
{
    Case *c = *state;
    PaintOptions o = options(c, "a.pdf", 1);
    assert_true(paint_sample(c, &o, false));
    assert_has(output_of(c, "qpdf --check %s", "a.pdf"), "No syntax");
    const char *info = output_of(c, "pdfinfo %s", "a.pdf");
    assert_has(info, "2024년 주요 업무 보고 <초안 & 검토>");
    assert_has(info, "대전광역시");
    assert_has(info, "Tagged:          yes");
    assert_has(info, "(A4)");
}

/* K-161, K-165 … K-167, K-172: the structure as a reader sees it. */
static void test_K_166_structure(void **state)
{
    static const char *const expected[] = {
        "TOC\n      TOCI\n        Reference (inline)\n          Link (inline)",
        "\"쪽을 넘는 문단의 앞부분과 \"\n      \"뒷부분입니다.\"",
        "Lbl (block)\n          \"□ \"\n        LBody",
        "/ListNumbering /Disc",
        "TH:\n             /Scope /Column\n            \"합계\"",
        "TD:\n             /ColSpan 2",
        "Figure:\n         /Placement /Block\n         /BBox [56.693",
        "Note <note-",
        "ᄒᆞᆫ글 µg μg",
    };
    Case *c = *state;
    PaintOptions o = options(c, "a.pdf", 1);
    assert_true(paint_sample(c, &o, false));
    const char *tree = output_of(c, "pdfinfo -struct-text %s", "a.pdf");
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_has(tree, expected[i]);
}

/* K-160, K-163: what the catalogue says, and where one can jump. */
static void test_K_160_catalogue(void **state)
{
    static const char *const expected[] = {
        "/Lang (ko-KR)",
        "/DisplayDocTitle true",
        "/PageMode /UseOutlines",
        "/Marked true",
        "/S /r\n",
        "/S /D\n",
        "/S /GTS_PDFA1",
        "/Dest (chapter-1)",
        "/URI (https://example.org/a\\(b\\)?q=%EC%8B%9C)",
        "/AFRelationship /Data",
        "/AFRelationship /Source",
    };
    Case *c = *state;
    PaintOptions o = options(c, "a.pdf", 1);
    assert_true(paint_sample(c, &o, false));
    output_of(c,
              arena_printf(c->book.arena, "qpdf --qdf %%s %s/a.qdf", c->folder),
              "a.pdf");
    Str qdf = read_back(c, "a.qdf");
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (str_find(qdf, str_of(expected[i])) < 0)
            fail_msg("no \"%s\"", expected[i]);
}

/* K-176: an attached file comes out as it went in. */
static void test_K_176_attachments(void **state)
{
    Case *c = *state;
    PaintOptions o = options(c, "a.pdf", 1);
    assert_true(paint_sample(c, &o, false));
    assert_has(output_of(c, "pdfdetach -list %s", "a.pdf"), "예산.csv");
    output_of(c,
              arena_printf(c->book.arena, "pdfdetach -save 2 -o %s/out.csv %%s",
                           c->folder),
              "a.pdf");
    assert_true(str_eq_c(read_back(c, "out.csv"), "구분,합계\n시,74733\n"));
}

/* K-169: every modern syllable survives, in both kinds of font. */
static void test_K_169_all_syllables_extract(void **state)
{
    static const FontRole roles[] = {SERIF, NANUM};
    enum { PER_LINE = 28, LINES = 399 }; /* 11,172 */
    Case *c = *state;
    Book *b = &c->book;
    for (size_t r = 0; r < 2; r++) {
        PaintOptions o = options(c, "all.pdf", 2);
        Painter *painter = painter_pdf(&o, b->diags);
        GString *expected = g_string_new(NULL);
        b->doc = dldoc_new(b->arena);
        for (uint32_t line = 0, cp = 0xAC00; line < LINES;) {
            DlPage *p = dlpage_new(b->doc, line / 57, PAGE_W, PAGE_H);
            for (int i = 0; i < 57 && line < LINES; i++, line++) {
                GString *text = g_string_new(NULL);
                for (int k = 0; k < PER_LINE; k++)
                    g_string_append_unichar(text, cp++);
                add_tagged(b, p, tag_below(b, b->doc->tags->root, ROLE_PARA),
                           (Style){.role = roles[r], .size = 10}, text->str,
                           MARGIN, (40 + 14 * i) * LEN_ONE);
                g_string_append(expected, text->str);
                g_string_free(text, TRUE);
            }
            painter->page(painter, p);
        }
        assert_true(painter->close(painter, b->doc));
        char *text = output_of(c, "pdftotext %s -", "all.pdf"), *to = text;
        for (char *from = text; *from; from++)
            if (!g_ascii_isspace(*from))
                *to++ = *from;
        *to = '\0';
        assert_string_equal(text, expected->str);
        g_string_free(expected, TRUE);
    }
}

/* Only page 2: its structure alone, and no way to what is not there. */
static void test_some_pages(void **state)
{
    static const uint32_t wanted[] = {1};
    Case *c = *state;
    PaintOptions o = options(c, "some.pdf", 2);
    o.pages = wanted;
    o.npages = 1;
    assert_true(paint_sample(c, &o, false));
    output_of(c, "qpdf --check %s", "some.pdf");
    const char *tree = output_of(c, "pdfinfo -struct-text %s", "some.pdf");
    assert_has(tree, "뒷부분입니다.");
    assert_null(strstr(tree, "앞부분"));
    assert_null(strstr(tree, "TOC"));
    assert_has(output_of(c, "pdfinfo %s", "some.pdf"), "Pages:           1");
}

/* Only page 1, the contents: what is on page 2 cannot be jumped to, but its
 * entry is read; a link out of the document stays one. */
static void test_links_to_absent_pages_are_text(void **state)
{
    static const uint32_t wanted[] = {0};
    Case *c = *state;
    PaintOptions o = options(c, "some.pdf", 1);
    o.pages = wanted;
    o.npages = 1;
    assert_true(paint_sample(c, &o, false));
    const char *tree = output_of(c, "pdfinfo -struct-text %s", "some.pdf");
    assert_has(tree, "Reference (inline)\n          Span (inline)\n"
                     "            \"Ⅰ. 일반현황\"");
    assert_has(tree, "Link (inline)\n        \"누리집 안내\"\n        Object");
    output_of(c,
              arena_printf(c->book.arena, "qpdf --qdf %%s %s/a.qdf", c->folder),
              "some.pdf");
    Str qdf = read_back(c, "a.qdf");
    static const char *const absent[] = {"/Dest (", "/Dests", "/Outlines",
                                         "/UseOutlines"};
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        if (str_find(qdf, str_of(absent[i])) >= 0)
            fail_msg("found \"%s\"", absent[i]);
}

static void test_drop_leaves_the_old_file(void **state)
{
    Case *c = *state;
    PaintOptions o = options(c, "old.pdf", 2);
    DlPage *pages[2];
    assert_true(g_file_set_contents(in_folder(c, "old.pdf"), "old", 3, NULL));
    Painter *painter = painter_pdf(&o, c->book.diags);
    book_fill(&c->book, pages);
    painter->page(painter, pages[0]);
    painter->page(painter, pages[1]);
    painter->drop(painter);
    assert_true(str_eq_c(read_back(c, "old.pdf"), "old"));
}

static int exit_of(pid_t child)
{
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* In a child with a small limit on file sizes, as on a full disk. */
static void test_a_failed_write_leaves_the_old_file(void **state)
{
    Case *c = *state;
    assert_true(g_file_set_contents(in_folder(c, "old.pdf"), "old", 3, NULL));
    pid_t child = fork();
    if (child == 0) {
        const struct rlimit small = {4096, 4096};
        PaintOptions o = options(c, "old.pdf", 1);
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
        bool ok = paint_sample(c, &o, false);
        _exit(ok ? 0 : (int)diags_exit(c->book.diags, LEVEL_ERROR));
    }
    assert_int_equal(exit_of(child), EXIT_SURROUNDINGS);
    assert_true(str_eq_c(read_back(c, "old.pdf"), "old"));
    GDir *dir = g_dir_open(c->folder, 0, NULL);
    assert_string_equal(g_dir_read_name(dir), "old.pdf"); /* no temporary */
    assert_null(g_dir_read_name(dir));
    g_dir_close(dir);
}

/* Standard output on a full device. */
static void test_a_full_pipe_is_told(void **state)
{
    Case *c = *state;
    pid_t child = fork();
    if (child == 0) {
        PaintOptions o = options(c, "", 1);
        o.output = STR("-");
        dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
        bool ok = paint_sample(c, &o, false);
        _exit(ok ? 0 : (int)diags_exit(c->book.diags, LEVEL_ERROR));
    }
    assert_int_equal(exit_of(child), EXIT_SURROUNDINGS);
}

static void count_progress(void *context, uint32_t done)
{
    uint32_t *last = context;
    assert_int_equal(done, ++*last);
}

static void test_progress_counts_pages(void **state)
{
    Case *c = *state;
    uint32_t last = 0;
    PaintOptions o = options(c, "a.pdf", 2);
    o.progress = count_progress;
    o.context = &last;
    assert_true(paint_sample(c, &o, false));
    assert_int_equal(last, 2);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_K_180_same_bytes_for_any_order_and_jobs),
        CASE(test_readers_find_no_fault),
        CASE(test_K_166_structure),
        CASE(test_K_160_catalogue),
        CASE(test_K_176_attachments),
        CASE(test_K_169_all_syllables_extract),
        CASE(test_some_pages),
        CASE(test_links_to_absent_pages_are_text),
        CASE(test_drop_leaves_the_old_file),
        CASE(test_a_failed_write_leaves_the_old_file),
        CASE(test_a_full_pipe_is_told),
        CASE(test_progress_counts_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
