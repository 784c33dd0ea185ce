/* Reading the command line. What is said about mistakes: tests/cases/cli. */
#include "cli/commands.h"
#include "cli/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

typedef struct Case {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    Options options;
} Case;

static int setup(void **state)
{
    static Case c;
    c.arena = arena_new(0);
    c.sources = sources_new();
    c.diags = diags_new(c.sources);
    *state = &c;
    return 0;
}

static int teardown(void **state)
{
    Case *c = *state;
    diags_free(c->diags);
    sources_free(c->sources);
    arena_free(c->arena);
    return 0;
}

/* Reads `hanji` and the given words. */
#define READ(c, ...)                                                           \
    read_words((c), (const char *const[]){"hanji", __VA_ARGS__, NULL})

static bool read_words(Case *c, const char *const *words)
{
    int n = 0;
    while (words[n])
        n++;
    return options_read(n, (char *const *)(uintptr_t)words, c->arena, c->diags,
                        &c->options);
}

static void assert_pages(Case *c, const char *list, const char *expected)
{
    assert_true(READ(c, "build", "--pages", list));
    const char *came = "";
    for (size_t i = 0; i < c->options.npages; i++)
        came = arena_printf(c->arena, "%s%u ", came, c->options.pages[i]);
    assert_string_equal(came, expected);
}

static void test_pages_are_ascending_and_unique(void **state)
{
    Case *c = *state;
    assert_pages(c, "2,4-6", "1 3 4 5 ");
    assert_pages(c, "5,1-2,2,1", "0 1 4 ");
    assert_pages(c, "7-7", "6 ");
}

static void test_lists_that_are_none(void **state)
{
    static const char *const bad[] = {
        "",    ",",   "1,", ",1",   "0",           "1-",        "-3",
        "3-2", "1;2", "a",  "1 ,2", "99999999999", "1-99999999"};
    Case *c = *state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(READ(c, "build", "--pages", bad[i]));
    assert_int_equal(diags_code(c->diags, 0), DIAG_OPTION_VALUE);
}

static void test_values_stand_with_or_after_the_name(void **state)
{
    Case *c = *state;
    assert_true(READ(c, "build", "--jobs=3", "-oa.pdf", "--dpi", "72"));
    assert_int_equal(c->options.jobs, 3);
    assert_int_equal((int)c->options.dpi, 72);
    assert_true(str_eq_c(c->options.output, "a.pdf"));
    assert_int_equal(c->options.given, OPTION_BIT(OPT_JOBS) |
                                           OPTION_BIT(OPT_OUTPUT) |
                                           OPTION_BIT(OPT_DPI));
    assert_true(READ(c, "build", "-o", "-", "x.yaml"));
    assert_true(str_eq_c(c->options.output, "-"));
    assert_int_equal(c->options.nargs, 2);
}

static void test_words_after_two_dashes_are_no_options(void **state)
{
    Case *c = *state;
    assert_true(READ(c, "build", "--", "--help", "-x"));
    assert_false(c->options.help);
    assert_int_equal(c->options.nargs, 3);
}

static void test_sets_keep_their_order_and_values(void **state)
{
    Case *c = *state;
    assert_true(READ(c, "build", "--set", "title=a=b", "--set", "year="));
    assert_int_equal(c->options.nsets, 2);
    assert_true(str_eq_c(c->options.sets[0].key, "title"));
    assert_true(str_eq_c(c->options.sets[0].value, "a=b"));
    assert_int_equal(c->options.sets[1].value.n, 0);
    assert_false(READ(c, "build", "--set", "title=\xFF"));
}

static void test_language_of_the_locale(void **state)
{
    static const struct {
        const char *all, *messages, *lang;
        DiagLanguage expected;
    } cases[] = {{"", "", "ko_KR.UTF-8", DIAG_KOREAN},
                 {"", "en_US.UTF-8", "ko_KR.UTF-8", DIAG_ENGLISH},
                 {"ko_KR.EUC-KR", "en_US", "C", DIAG_KOREAN},
                 {"", "", "", DIAG_ENGLISH},
                 {"C", "ko", "ko", DIAG_ENGLISH}};
    Case *c = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        setenv("LC_ALL", cases[i].all, 1);
        setenv("LC_MESSAGES", cases[i].messages, 1);
        setenv("LANG", cases[i].lang, 1);
        assert_true(READ(c, "info"));
        assert_int_equal(c->options.language, cases[i].expected);
    }
    assert_true(READ(c, "info", "--lang", "ko"));
    assert_int_equal(c->options.language, DIAG_KOREAN);
}

/* Each option and each command has its line in both languages. */
static void test_tables_are_complete(void **state)
{
    (void)state;
    for (int i = 0; i < OPTION_COUNT; i++) {
        const OptionInfo *o = option_info((OptionId)i);
        assert_non_null(o->name);
        assert_non_null(o->read);
        assert_true(o->ko[0] && o->en[0]);
    }
    size_t n;
    const CommandInfo *commands = command_infos(&n);
    for (size_t i = 0; i < n; i++) {
        assert_true(commands[i].ko[0] && commands[i].en[0]);
        assert_non_null(commands[i].examples[0]);
        assert_true(commands[i].min_args <= commands[i].max_args);
    }
}

static void test_commands_of_two_words(void **state)
{
    const Str dump[] = {STR("csv"), STR("dump"), STR("a.csv")};
    const Str half[] = {STR("csv")};
    const Str joined[] = {STR("csv dump")};
    Case *c = *state;
    size_t used;
    const CommandInfo *found = command_find(dump, 3, c->diags, &used);
    assert_non_null(found);
    assert_string_equal(found->name, "csv dump");
    assert_int_equal(used, 2);
    assert_null(command_find(half, 1, c->diags, &used));
    assert_non_null(command_find(joined, 1, c->diags, &used));
    assert_null(command_find(NULL, 0, c->diags, &used));
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_pages_are_ascending_and_unique),
        CASE(test_lists_that_are_none),
        CASE(test_values_stand_with_or_after_the_name),
        CASE(test_words_after_two_dashes_are_no_options),
        CASE(test_sets_keep_their_order_and_values),
        CASE(test_language_of_the_locale),
        CASE(test_tables_are_complete),
        CASE(test_commands_of_two_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
