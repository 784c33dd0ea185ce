/* data/: hostile and broken files end in a message or a table, never in a
 * crash, a hang or a heap of memory. Runs under ASan and UBSan. */
#include "data/csvdump.h"
#include "data_test.h"

/* Reads a file both ways; what comes out is of no interest here but for one
 * thing: no table means that the reason was told. */
static void read_both_ways(const char *bytes, size_t n)
{
    Run r = run_new();
    Table *t = table_of_bytes(&r, (TableSpec){.pad = true}, bytes, n);
    if (!t)
        assert_false(diags_ok(r.diags));
    for (size_t row = 0; t && row < table_rows(t); row++) {
        for (size_t col = 0; col < table_columns(t); col++) {
            Value v = table_value(t, row, col);
            assert_true(v.pos.line > 0 && v.pos.col > 0);
            assert_int_equal(utf8_check(table_text(t, row, col)), -1);
        }
    }
    run_free(&r);
}

#define LITERAL(s)                                                             \
    {                                                                          \
        (s), sizeof(s) - 1                                                     \
    }

static void small_monsters(void **state)
{
    static const Str files[] = {LITERAL(""),
                                LITERAL("\n"),
                                LITERAL("\r"),
                                LITERAL("\""),
                                LITERAL("\"\""),
                                LITERAL("\"\"\""),
                                LITERAL(","),
                                LITERAL(",,,\n,,,\n"),
                                LITERAL("a\0b,c\n1,2\n"),
                                LITERAL("\0\0\0\0"),
                                LITERAL("\xEF\xBB\xBF"),
                                LITERAL("\xEF\xBB"),
                                LITERAL("\xFF\xFE"),
                                LITERAL("\xFF\xFE"
                                        "a"),
                                LITERAL("\xFF\xFE"
                                        "a\0\n\0"
                                        "1"),
                                LITERAL("\xFF\xFE\x00\xD8"),
                                LITERAL("\xFE\xFF\xDC\x00\x00,"),
                                LITERAL("\xFF\xFF\xFF\xFF"),
                                LITERAL("a\n\xC0\xAF"),
                                LITERAL("sep="),
                                LITERAL("sep=\n"),
                                LITERAL("sep=;"),
                                LITERAL("sep=\"\na\"b\n"),
                                LITERAL("a,\"b\n\"\"\n"),
                                LITERAL("a\n\"\n\n\n\"\n"),
                                LITERAL("\"a\n(단위: 원)\"\n1\n"),
                                LITERAL("()\n1\n"),
                                LITERAL("(원)\n1\n"),
                                LITERAL("a(\n1\n"),
                                LITERAL("a,b\n-,-\n△,▲\n"),
                                LITERAL("=,#\n=1,##\n"),
                                LITERAL("가\n\xED\xA0\x80\n"),
                                LITERAL("a\r\r\n\r1\r")};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *copy = malloc(files[i].n ? files[i].n : 1);
        memcpy(copy, files[i].p, files[i].n);
        read_both_ways(copy, files[i].n);
        free(copy);
    }
}

/* The sample files with every byte in turn cut off, broken or doubled. */
static void damaged_samples(void **state)
{
    static const char *const names[] = {"budget.csv", "overview.csv"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char path[512], bytes[4096];
        snprintf(path, sizeof path, "%s/data/%s", HANJI_SOURCE, names[i]);
        FILE *f = fopen(path, "rb");
        assert_non_null(f);
        size_t n = fread(bytes, 1, sizeof bytes, f);
        fclose(f);
        for (size_t at = 0; at < n; at++) {
            static const char wrong[] = {'"', '\n', '\0', '\xFF', ','};
            char old = bytes[at];
            read_both_ways(bytes, at);
            bytes[at] = wrong[at % sizeof wrong];
            read_both_ways(bytes, n);
            bytes[at] = old;
        }
    }
}

static void a_cell_of_a_megabyte(void **state)
{
    enum { SIZE = 1 << 20 };
    char *text = malloc(SIZE + 64);
    int n = sprintf(text, "a,b\n1,\"");
    (void)state;
    memset(text + n, 'x', SIZE);
    n += SIZE;
    n += sprintf(text + n, "\"\n2,y\n");
    Run r = run_new();
    Table *t = table_of_bytes(&r, (TableSpec){0}, text, (size_t)n);
    assert_quiet(&r);
    assert_int_equal(table_text(t, 0, 1).n, SIZE);
    assert_str(table_text(t, 1, 1), "y");
    run_free(&r);
    free(text);
}

static void ten_thousand_columns(void **state)
{
    enum { COLUMNS = 10000 };
    char *text = malloc(COLUMNS * 16), *p = text;
    (void)state;
    for (int i = 0; i < COLUMNS; i++)
        p += sprintf(p, "c%d%s", i, i < COLUMNS - 1 ? "," : "\n");
    for (int i = 0; i < COLUMNS; i++)
        p += sprintf(p, "%d%s", i, i < COLUMNS - 1 ? "," : "\n");
    Run r = run_new();
    Table *t = table_of_bytes(&r, (TableSpec){0}, text, (size_t)(p - text));
    assert_quiet(&r);
    assert_int_equal(table_columns(t), COLUMNS);
    assert_int_equal(table_find_column(t, STR("c9999")), 9999);
    assert_str(table_text(t, 0, 9999), "9999");
    run_free(&r);
    free(text);
}

/* A wide head over many short rows must not be multiplied out. */
static void padding_is_no_bomb(void **state)
{
    enum { COLUMNS = 10000, ROWS = 100000 };
    char *text = malloc(COLUMNS * 8 + ROWS * 2), *p = text;
    (void)state;
    for (int i = 0; i < COLUMNS; i++)
        p += sprintf(p, "c%d%s", i, i < COLUMNS - 1 ? "," : "\n");
    for (int i = 0; i < ROWS; i++)
        p += sprintf(p, "x\n");
    Run r = run_new();
    size_t size = (size_t)(p - text);
    Table *t = table_of_bytes(&r, (TableSpec){.pad = true}, text, size);
    assert_non_null(t);
    assert_int_equal(table_rows(t), ROWS);
    assert_str(table_text(t, ROWS - 1, 9999), "");
    assert_true(arena_size(r.arena) < 64u << 20);
    run_free(&r);
    free(text);
}

/* 40,000 rows of text cost little more than the file. */
static void tables_are_compact(void **state)
{
    enum { ROWS = 40000 };
    char *text = malloc(ROWS * 160), *p = text;
    (void)state;
    p += sprintf(p, "분야,위원회,과제,구분,핵심어,내용\n");
    for (int i = 0; i < ROWS; i++)
        p += sprintf(
            p,
            "행정·자치,행정자치위원회,과제 %d,○,능동적 시정,여건 변화를 먼저 "
            "읽는 기획과 조정\n",
            i);
    Run r = run_new();
    size_t size = (size_t)(p - text);
    size_t before = arena_size(r.arena);
    Table *t = table_of_bytes(&r, (TableSpec){0}, text, size);
    assert_int_equal(table_rows(t), ROWS);
    size_t cost = arena_size(r.arena) - before;
    size_t last_block = 2u << 20; /* of the arena */
    assert_true(cost < size + ROWS * (6 * 8 + 12 + 16) + last_block +
                           (1u << 20));
    run_free(&r);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_monsters),
        cmocka_unit_test(damaged_samples),
        cmocka_unit_test(a_cell_of_a_megabyte),
        cmocka_unit_test(ten_thousand_columns),
        cmocka_unit_test(padding_is_no_bomb),
        cmocka_unit_test(tables_are_compact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
