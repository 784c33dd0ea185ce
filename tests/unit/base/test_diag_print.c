/* Messages in their four forms, byte by byte. */
#include "base/diag.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

typedef struct Desk {
    Sources *sources;
    Diags *diags;
    uint32_t file;
} Desk;

static int set_up(void **state)
{
    static Desk desk;
    desk.sources = sources_new();
    desk.diags = diags_new(desk.sources);
    desk.file = sources_add(desk.sources, STR("data/예산.csv"));
    *state = &desk;
    return 0;
}

static int tear_down(void **state)
{
    Desk *desk = *state;
    diags_free(desk->diags);
    sources_free(desk->sources);
    return 0;
}

static void assert_prints(const Desk *desk, DiagPrint how, const char *expected)
{
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    assert_true(diags_print(desk->diags, &how, to));
    fclose(to);
    assert_string_equal(text, expected);
    free(text);
}

static const DiagPrint PLAIN = {.format = DIAG_HUMAN};
static const DiagPrint CARET = {.format = DIAG_HUMAN, .caret = true};

static void report(Desk *desk, uint32_t line, uint32_t col, const char *name)
{
    diag(desk->diags, DIAG_FILE_MISSING, ((Pos){desk->file, line, col}), name);
}

static void nothing_to_say(void **state)
{
    assert_prints(*state, PLAIN, "");
    assert_prints(*state, (DiagPrint){.format = DIAG_JSON}, "");
    assert_prints(*state, (DiagPrint){.format = DIAG_GITHUB}, "");
}

static void places_are_as_precise_as_known(void **state)
{
    Desk *desk = *state;
    report(desk, 3, 7, "a");
    report(desk, 3, 0, "a");
    report(desk, 0, 0, "a");
    diag(desk->diags, DIAG_FILE_MISSING, POS_NONE, "a");
    assert_prints(desk, PLAIN,
                  "data/예산.csv:3:7: 오류: 파일이 없습니다: a [file-missing]\n"
                  "data/예산.csv:3: 오류: 파일이 없습니다: a [file-missing]\n"
                  "data/예산.csv: 오류: 파일이 없습니다: a [file-missing]\n"
                  "오류: 파일이 없습니다: a [file-missing]\n");
}

static void english_and_repeats(void **state)
{
    Desk *desk = *state;
    report(desk, 3, 7, "a");
    report(desk, 3, 7, "a");
    DiagPrint english = {.format = DIAG_HUMAN, .language = DIAG_ENGLISH};
    assert_prints(desk, english,
                  "data/예산.csv:3:7: error: no such file: a (2 times) "
                  "[file-missing]\n");
    assert_prints(
        desk, PLAIN,
        "data/예산.csv:3:7: 오류: 파일이 없습니다: a (2번) [file-missing]\n");
}

/* Hangul takes two columns of a terminal: the caret stands under 합계. */
static void caret_counts_columns(void **state)
{
    Desk *desk = *state;
    sources_set_text(desk->sources, desk->file, STR("구분,합계,x\n"));
    report(desk, 1, 4, "a");
    assert_prints(desk, CARET,
                  "data/예산.csv:1:4: 오류: 파일이 없습니다: a [file-missing]\n"
                  "     1 | 구분,합계,x\n"
                  "       |      ^\n");
}

static void caret_past_the_end_stands_there(void **state)
{
    Desk *desk = *state;
    sources_set_text(desk->sources, desk->file, STR("가나\n"));
    report(desk, 1, 99, "a");
    assert_prints(
        desk, CARET,
        "data/예산.csv:1:99: 오류: 파일이 없습니다: a [file-missing]\n"
        "     1 | 가나\n"
        "       |     ^\n");
}

/* Composed from jamo and with a mark: no column of their own. */
static void marks_take_no_column(void **state)
{
    Desk *desk = *state;
    sources_set_text(desk->sources, desk->file, STR("e\u0301\u200Bx"));
    report(desk, 1, 4, "a");
    assert_prints(desk, CARET,
                  "data/예산.csv:1:4: 오류: 파일이 없습니다: a [file-missing]\n"
                  "     1 | e\u0301\u200Bx\n"
                  "       |  ^\n");
}

static void nothing_moves_the_terminal(void **state)
{
    Desk *desk = *state;
    sources_set_text(desk->sources, desk->file,
                     STR("a\x1b[2J\tb\x7F\xC2\x9B\u202Ec"));
    report(desk, 1, 10, "x\ny\x1b]0;t\a");
    assert_prints(
        desk, CARET,
        "data/예산.csv:1:10: 오류: 파일이 없습니다: x y ]0;t  [file-missing]\n"
        "     1 | a [2J b   c\n"
        "       |          ^\n");
}

static void no_caret_without_a_line(void **state)
{
    Desk *desk = *state;
    report(desk, 1, 4, "a"); /* text unknown */
    sources_set_text(desk->sources, desk->file, STR("x\n\xB0\xA1\n"));
    report(desk, 2, 1, "not UTF-8");
    report(desk, 1, 0, "no column");
    report(desk, 9, 1, "no line");
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    assert_true(diags_print(desk->diags, &CARET, to));
    fclose(to);
    /* Only the first found its line in the meantime. */
    assert_non_null(strstr(text, "     1 | x\n"));
    assert_null(strstr(text, "     2 |"));
    assert_null(strstr(text, "     9 |"));
    free(text);
}

static void a_long_line_is_cut_around_the_caret(void **state)
{
    Desk *desk = *state;
    char line[1001];
    for (int i = 0; i < 1000; i++)
        line[i] = (char)('0' + i % 10);
    line[1000] = 0;
    sources_set_text(desk->sources, desk->file, str_of(line));
    report(desk, 1, 501, "a");
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    assert_true(diags_print(desk->diags, &CARET, to));
    fclose(to);
    char *shown = strstr(text, "     1 | ");
    assert_non_null(shown);
    char *caret = strstr(shown, "\n       | ");
    assert_non_null(caret);
    /* "…" is three bytes and one column. */
    assert_int_equal(strncmp(shown + 9, "…", 3), 0);
    size_t at = strspn(caret + 10, " ");
    assert_int_equal(shown[9 + 2 + at], '0'); /* column 501 */
    assert_int_equal(at, 61);
    assert_int_equal(caret - shown, 9 + 3 + 100 + 3);
    free(text);
}

static void colours_only_when_asked(void **state)
{
    Desk *desk = *state;
    report(desk, 1, 0, "a");
    DiagPrint how = {.format = DIAG_HUMAN, .colour = true};
    assert_prints(desk, how,
                  "data/예산.csv:1: \x1b[1;31m오류:\x1b[0m 파일이 없습니다: a "
                  "[file-missing]\n");
}

static void json_lines(void **state)
{
    Desk *desk = *state;
    report(desk, 3, 7, "a\"b");
    diag0(desk->diags, DIAG_TOO_MANY, POS_NONE);
    assert_prints(
        desk, (DiagPrint){.format = DIAG_JSON, .language = DIAG_ENGLISH},
        "{\"file\":\"data/예산.csv\",\"line\":3,\"col\":7,\"level\":\"error\","
        "\"code\":\"file-missing\",\"text\":\"no such file: a\\\"b\","
        "\"args\":[\"a\\\"b\"],\"times\":1}\n"
        "{\"level\":\"note\",\"code\":\"too-many\",\"text\":\"too many "
        "messages; the rest are left out\",\"args\":[],\"times\":1}\n");
}

static void github_commands(void **state)
{
    Desk *desk = *state;
    report(desk, 3, 7, "50%\nb");
    sources_add(desk->sources, STR("a:b,c.csv"));
    diag(desk->diags, DIAG_FILE_MISSING, ((Pos){2, 0, 0}), "a:b");
    diag0(desk->diags, DIAG_TOO_MANY, POS_NONE);
    assert_prints(
        desk, (DiagPrint){.format = DIAG_GITHUB, .language = DIAG_ENGLISH},
        "::error file=data/예산.csv,line=3,col=7,title=file-missing::"
        "no such file: 50%25%0Ab\n"
        "::error file=a%3Ab%2Cc.csv,title=file-missing::no such file: a:b\n"
        "::notice title=too-many::too many messages; the rest are left "
        "out\n");
}

static void sarif_document(void **state)
{
    Desk *desk = *state;
    report(desk, 3, 7, "a");
    diag0(desk->diags, DIAG_TOO_MANY, POS_NONE);
    char *text = NULL;
    size_t n = 0;
    FILE *to = open_memstream(&text, &n);
    DiagPrint how = {.format = DIAG_SARIF, .language = DIAG_ENGLISH};
    assert_true(diags_print(desk->diags, &how, to));
    fclose(to);
    static const char *const parts[] = {
        "\"version\":\"2.1.0\"",
        "\"columnKind\":\"unicodeCodePoints\"",
        "{\"id\":\"file-missing\",",
        "{\"id\":\"too-many\",",
        "{\"ruleId\":\"file-missing\",\"level\":\"error\",",
        "\"message\":{\"text\":\"no such file: a\"}",
        "\"uri\":\"data/%EC%98%88%EC%82%B0.csv\"",
        "\"region\":{\"startLine\":3,\"startColumn\":7}",
        "{\"ruleId\":\"too-many\",\"level\":\"note\""};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i]))
            fail_msg("missing %s in %s", parts[i], text);
    free(text);
}

static void a_full_disk_is_told(void **state)
{
    Desk *desk = *state;
    report(desk, 3, 7, "a");
    FILE *full = fopen("/dev/full", "w");
    assert_non_null(full);
    assert_false(diags_print(desk->diags, &PLAIN, full));
    fclose(full);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_to_say),
        TEST(places_are_as_precise_as_known),
        TEST(english_and_repeats),
        TEST(caret_counts_columns),
        TEST(caret_past_the_end_stands_there),
        TEST(marks_take_no_column),
        TEST(nothing_moves_the_terminal),
        TEST(no_caret_without_a_line),
        TEST(a_long_line_is_cut_around_the_caret),
        TEST(colours_only_when_asked),
        TEST(json_lines),
        TEST(github_commands),
        TEST(sarif_document),
        TEST(a_full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
