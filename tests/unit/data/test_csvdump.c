/* data/csvdump: files as JSON, exactly as read. */
#include "data/csvdump.h"
#include "data_test.h"

typedef struct Result {
    Run run;
    char *json;
    size_t n, room;
    bool fine;
    CsvDumpFound found;
} Result;

static bool collect(void *context, const void *p, size_t n)
{
    Result *r = context;
    if (r->n + n + 1 > r->room)
        r->json = realloc(r->json, r->room = 2 * (r->n + n) + 1);
    memcpy(r->json + r->n, p, n);
    r->n += n;
    r->json[r->n] = '\0';
    return true;
}

static Result dump(CsvDump how, const char *bytes, size_t n)
{
    Result r = {.run = run_new()};
    char path[] = "/tmp/hanji-dump-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), (ssize_t)n);
    close(fd);
    how.ask.path = str_dup(str_of(path), r.run.arena);
    r.fine =
        csvdump_write(&how, collect, &r, r.run.sources, r.run.diags, &r.found);
    unlink(path);
    return r;
}

static void result_free(Result *r)
{
    free(r->json);
    run_free(&r->run);
}

static void expect(CsvDump how, const char *bytes, size_t n, const char *json)
{
    Result r = dump(how, bytes, n);
    assert_quiet(&r.run);
    assert_true(r.fine);
    assert_string_equal(r.json, json);
    result_free(&r);
}

static void expect_fault(CsvDump how, const char *text, DiagCode code,
                         unsigned line, unsigned col)
{
    Result r = dump(how, text, strlen(text));
    assert_false(r.fine);
    assert_only(&r.run, code);
    assert_place(diags_pos(r.run.diags, 0), line, col);
    result_free(&r);
}

#define LITERAL(s) (s), sizeof(s) - 1

static const CsvDump OBJECTS = {.no_header = false};
static const CsvDump ARRAYS = {.no_header = true};

static void objects_by_the_head(void **state)
{
    (void)state;
    expect(OBJECTS, LITERAL("이름,값\r\n가,\"1,2\"\r\n나,\r\n"),
           "[\n{\"이름\":\"가\",\"값\":\"1,2\"},\n"
           "{\"이름\":\"나\",\"값\":\"\"}\n]\n");
    expect(OBJECTS, LITERAL("a,b\n"), "[]\n");
    expect_fault(OBJECTS, "", DIAG_CSV_EMPTY, 0, 0);
    expect_fault(OBJECTS, "\n\n", DIAG_CSV_EMPTY, 0, 0);
}

static void arrays_without_a_head(void **state)
{
    (void)state;
    expect(ARRAYS, LITERAL(""), "[]\n");
    expect(ARRAYS, LITERAL("a,a\n1\n1,2,3\n"),
           "[\n[\"a\",\"a\"],\n[\"1\"],\n[\"1\",\"2\",\"3\"]\n]\n");
}

static void exactly_as_read(void **state)
{
    (void)state;
    expect(ARRAYS, LITERAL(" a\xE2\x80\x8B,\"b\"\"\\\n\t\",c\0d\x01\n"),
           "[\n[\" "
           "a\xE2\x80\x8B\",\"b\\\"\\\\\\n\\t\",\"c\\u0000d\\u0001\"]\n]\n");
    expect(ARRAYS, LITERAL("\xA1\xA9\xA1\xAD\xB0\xA1\n"),
           "[\n[\"\xC2\xAD\xE2\x88\xBC가\"]\n]\n");
}

static void empty_lines(void **state)
{
    (void)state;
    expect(ARRAYS, LITERAL("\n\na\n\nb\n"),
           "[\n[\"\"],\n[\"\"],\n[\"a\"],\n[\"\"],\n[\"b\"]\n]\n");
    expect(ARRAYS, LITERAL("\n\na,b\n\nc,d\n\n"),
           "[\n[\"a\",\"b\"],\n[\"c\",\"d\"]\n]\n");
    expect(ARRAYS, LITERAL("\n\n"), "[\n[\"\"],\n[\"\"]\n]\n");
    expect(OBJECTS, LITERAL("a\n\n1\n"),
           "[\n{\"a\":\"\"},\n{\"a\":\"1\"}\n]\n");
}

static void decisions_are_told(void **state)
{
    Result r = dump(OBJECTS, LITERAL("\xFF\xFE"
                                     "a\0\t\0b\0\n\0"));
    (void)state;
    assert_int_equal(r.found.encoding, ENCODING_UTF16LE);
    assert_true(r.found.marked);
    assert_int_equal(r.found.delimiter, '\t');
    assert_int_equal(r.found.columns, 2);
    result_free(&r);

    r = dump(OBJECTS, LITERAL("sep=;\r\n\xB0\xA1;b\n1;2\n"));
    assert_int_equal(r.found.encoding, ENCODING_CP949);
    assert_false(r.found.marked);
    assert_true(r.found.told);
    assert_int_equal(r.found.rows, 1);
    assert_string_equal(r.json, "[\n{\"가\":\"1\",\"b\":\"2\"}\n]\n");
    result_free(&r);
}

static void options_win(void **state)
{
    (void)state;
    expect((CsvDump){.ask.delimiter = STR(";"), .no_header = true},
           LITERAL("a,b;c\n"), "[\n[\"a,b\",\"c\"]\n]\n");
    expect((CsvDump){.ask.encoding = STR("utf-16be"), .no_header = true},
           LITERAL("\0a\0,\0b"), "[\n[\"a\",\"b\"]\n]\n");
}

static void faults(void **state)
{
    (void)state;
    expect_fault(OBJECTS, "a,b\n1\n", DIAG_CSV_RAGGED, 2, 1);
    expect_fault(OBJECTS, "a,b\n1,2,3\n", DIAG_CSV_RAGGED, 2, 5);
    expect_fault(OBJECTS, "가,나,가\n1,2,3\n", DIAG_DUMP_HEAD_TWICE, 1, 5);
    expect_fault(ARRAYS, "a\n가,\"b\n", DIAG_CSV_OPEN_QUOTE, 2, 3);
    expect_fault(ARRAYS, "a\n가,b\"\n", DIAG_CSV_STRAY_QUOTE, 2, 4);
    expect_fault(ARRAYS, "가나다\n라,\xFFx\n", DIAG_ENCODING_BYTES, 2, 3);
    expect_fault((CsvDump){.ask.encoding = STR("x")}, "a\n", DIAG_ENCODING_NAME,
                 0, 0);
    expect_fault((CsvDump){.ask.delimiter = STR("ab")}, "a\n",
                 DIAG_CSV_DELIMITER, 0, 0);
}

static void missing_file(void **state)
{
    Result r = {.run = run_new()};
    CsvDump how = {.ask.path = STR("/nonexistent/x.csv")};
    (void)state;
    assert_false(
        csvdump_write(&how, collect, &r, r.run.sources, r.run.diags, &r.found));
    assert_only(&r.run, DIAG_FILE_MISSING);
    result_free(&r);
}

/* Many pieces and many buffers: every cell must come through. */
static void a_long_file(void **state)
{
    enum { ROWS = 60000 };
    Arena *a = arena_new(0);
    char *text = arena_alloc(a, ROWS * 40), *p = text;
    (void)state;
    p += sprintf(p, "번호,글\n");
    for (int i = 0; i < ROWS; i++)
        p += sprintf(p, "%d,\"가나다 \"\"%d\"\"\n라\"\n", i, i);
    Result r = dump(OBJECTS, text, (size_t)(p - text));
    assert_quiet(&r.run);
    assert_int_equal(r.found.rows, ROWS);
    const char *at = r.json;
    for (int i = 0; i < ROWS; i++) {
        char line[96];
        snprintf(line, sizeof line,
                 "{\"번호\":\"%d\",\"글\":\"가나다 \\\"%d\\\"\\n라\"}", i, i);
        at = strchr(at, '\n') + 1;
        assert_memory_equal(at, line, strlen(line));
    }
    result_free(&r);
    arena_free(a);
}

/* No line end in 17 MiB: this is no CSV file. */
static void a_row_without_end(void **state)
{
    enum { SIZE = 17 << 20 };
    char *text = malloc(SIZE);
    (void)state;
    memset(text, 'x', SIZE);
    Result r = dump(ARRAYS, text, SIZE);
    assert_false(r.fine);
    assert_only(&r.run, DIAG_CSV_TOO_LONG);
    assert_place(diags_pos(r.run.diags, 0), 1, 1);
    result_free(&r);
    free(text);
}

static bool stop(void *context, const void *p, size_t n)
{
    (void)p, (void)n;
    ++*(int *)context;
    return false;
}

static void the_writer_can_stop(void **state)
{
    Run run = run_new();
    CsvDump how = {
        .ask.path = str_printf(run.arena, "%s/data/tasks.csv", HANJI_SOURCE)};
    CsvDumpFound found;
    int calls = 0;
    (void)state;
    assert_false(
        csvdump_write(&how, stop, &calls, run.sources, run.diags, &found));
    assert_int_equal(calls, 1);
    assert_quiet(&run);
    run_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_by_the_head),
        cmocka_unit_test(arrays_without_a_head),
        cmocka_unit_test(exactly_as_read),
        cmocka_unit_test(empty_lines),
        cmocka_unit_test(decisions_are_told),
        cmocka_unit_test(options_win),
        cmocka_unit_test(faults),
        cmocka_unit_test(missing_file),
        cmocka_unit_test(a_long_file),
        cmocka_unit_test(a_row_without_end),
        cmocka_unit_test(the_writer_can_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
