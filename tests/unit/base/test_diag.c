/* Diag: counting, levels, exit classes, and the table of codes itself. */
#include "base/diag.h"

#include <setjmp.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

typedef struct Desk {
    Sources *sources;
    Diags *diags;
    Arena *arena;
} Desk;

static int set_up(void **state)
{
    static Desk desk;
    desk.sources = sources_new();
    desk.diags = diags_new(desk.sources);
    desk.arena = arena_new(0);
    *state = &desk;
    return 0;
}

static int tear_down(void **state)
{
    Desk *desk = *state;
    arena_free(desk->arena);
    diags_free(desk->diags);
    sources_free(desk->sources);
    return 0;
}

/* {0} … {9} and {0?} … {9?}; other braces belong to the text. */
static bool is_place(const char *text)
{
    return text[0] == '{' && text[1] >= '0' && text[1] <= '9' &&
           text[text[2] == '?' ? 3 : 2] == '}';
}

/* Highest argument that a text names, plus one. */
static int count_places(const char *text)
{
    int most = 0;
    for (; *text; text++)
        if (is_place(text) && text[1] - '0' + 1 > most)
            most = text[1] - '0' + 1;
    return most;
}

static bool is_slug(const char *slug)
{
    size_t n = strlen(slug);
    return n > 2 &&
           strspn(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == n &&
           slug[0] != '-' && slug[n - 1] != '-';
}

/* Particles that change with the sound before them. */
static bool has_particle_after_argument(const char *ko)
{
    static const char *const particles[] = {
        "은 ", "는 ", "이 ", "가 ", "을 ", "를 ", "과 ", "와 ", "으로 ", "로 "};
    for (const char *p = ko; *p; p++)
        for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
            if (is_place(p) &&
                strncmp(p + 3, particles[i], strlen(particles[i])) == 0)
                return true;
    return false;
}

/* What is wrong with an entry, NULL when nothing. */
static const char *find_fault(DiagCode code)
{
    const DiagInfo *info = diag_info(code);
    DiagCode found;
    if (!is_slug(info->slug))
        return "a slug is made of small letters, digits and hyphens";
    if (!diag_find(str_of(info->slug), &found) || found != code)
        return "the slug is used twice";
    if (!*info->ko || !*info->en || !*info->why_ko || !*info->why_en)
        return "a text is missing";
    if (strchr(info->ko, '\n') || strchr(info->en, '\n'))
        return "the text is more than one line";
    if (count_places(info->ko) != count_places(info->en) ||
        !strstr(info->ko, "?}") != !strstr(info->en, "?}"))
        return "the languages take different arguments";
    if (has_particle_after_argument(info->ko))
        return "a particle that varies follows an argument";
    if (info->level >= LEVEL_ERROR && info->exit == EXIT_OK)
        return "an error without an exit class";
    return NULL;
}

static void the_table_is_sound(void **state)
{
    (void)state;
    for (DiagCode code = 0; code < DIAG_CODE_COUNT; code++)
        if (find_fault(code))
            fail_msg("%s: %s", diag_info(code)->slug, find_fault(code));
    DiagCode none;
    assert_false(diag_find(STR("no-such-code"), &none));
}

static void counts_by_level(void **state)
{
    Desk *desk = *state;
    Pos pos = {sources_add(desk->sources, STR("a.csv")), 3, 4};
    assert_true(diags_ok(desk->diags));
    assert_int_equal(diags_exit(desk->diags, LEVEL_NOTE), EXIT_OK);
    assert_true(diag(desk->diags, DIAG_FILE_MISSING, pos, "x"));
    assert_true(diag(desk->diags, DIAG_FILE_MISSING, pos, "y"));
    assert_false(diags_ok(desk->diags));
    assert_int_equal(diags_count(desk->diags, LEVEL_NOTE), 2);
    assert_int_equal(diags_count(desk->diags, LEVEL_ERROR), 2);
    assert_int_equal(diags_count(desk->diags, LEVEL_FATAL), 0);
    assert_int_equal(diags_code(desk->diags, 1), DIAG_FILE_MISSING);
    assert_int_equal(diags_pos(desk->diags, 1).line, 3);
}

static DiagExit exit_of(DiagCode code, Pos pos, Sources *sources)
{
    Diags *diags = diags_new(sources);
    diag0(diags, code, pos);
    DiagExit exit = diags_exit(diags, LEVEL_ERROR);
    diags_free(diags);
    return exit;
}

/* Who can mend a text: that depends on where it was typed. */
static void exit_follows_the_source_of_a_text(void **state)
{
    Sources *s = ((Desk *)*state)->sources;
    Pos table = {sources_add(s, STR("a.csv")), 1, 1};
    Pos layout = {sources_add(s, STR("a.yaml")), 1, 1};
    Pos option = {sources_add_option(s, STR("--set a"), STR("x")), 1, 1};
    sources_set_layout(s, layout.file);
    assert_int_equal(exit_of(DIAG_GLYPH_MISSING, table, s), EXIT_DATA);
    assert_int_equal(exit_of(DIAG_GLYPH_MISSING, layout, s), EXIT_LAYOUT);
    assert_int_equal(exit_of(DIAG_GLYPH_MISSING, option, s), EXIT_USAGE);
    /* hanji's own words: the theme has no font for them */
    assert_int_equal(exit_of(DIAG_GLYPH_MISSING, POS_NONE, s), EXIT_LAYOUT);
    assert_int_equal(exit_of(DIAG_FILE_MISSING, POS_NONE, s), EXIT_DATA);
    assert_int_equal(exit_of(DIAG_FILE_MISSING, layout, s), EXIT_DATA);
    assert_int_equal(exit_of(DIAG_MARK_VALUE, layout, s), EXIT_LAYOUT);
    assert_int_equal(exit_of(DIAG_MARK_VALUE, option, s), EXIT_USAGE);
    assert_int_equal(exit_of(DIAG_FILE_DENIED, option, s), EXIT_SURROUNDINGS);
}

static void same_message_is_kept_once(void **state)
{
    Desk *desk = *state;
    char name[] = "x";
    diag(desk->diags, DIAG_FILE_MISSING, POS_NONE, name);
    name[0] = 'y'; /* arguments are copied */
    diag(desk->diags, DIAG_FILE_MISSING, POS_NONE, "x");
    diag(desk->diags, DIAG_FILE_MISSING, ((Pos){0, 1, 0}), "x");
    assert_int_equal(diags_count(desk->diags, LEVEL_ERROR), 2);
    Str text = diags_text(desk->diags, 0, DIAG_ENGLISH, desk->arena);
    assert_true(str_eq_c(text, "no such file: x"));
}

static void first_error_gives_the_exit_class(void **state)
{
    Desk *desk = *state;
    diag(desk->diags, DIAG_FILE_DENIED, POS_NONE, "x");
    diag(desk->diags, DIAG_FILE_MISSING, POS_NONE, "x");
    assert_int_equal(diags_exit(desk->diags, LEVEL_ERROR), EXIT_SURROUNDINGS);
    assert_int_equal(diags_exit(desk->diags, LEVEL_NOTE), EXIT_SURROUNDINGS);
    assert_int_equal(diags_exit(desk->diags, LEVEL_FATAL), EXIT_OK);
}

static void a_note_is_a_finding_when_asked_for(void **state)
{
    Desk *desk = *state;
    diag0(desk->diags, DIAG_TOO_MANY, POS_NONE);
    assert_true(diags_ok(desk->diags));
    assert_int_equal(diags_exit(desk->diags, LEVEL_ERROR), EXIT_OK);
    assert_int_equal(diags_exit(desk->diags, LEVEL_NOTE), EXIT_FINDINGS);
}

static void a_thousand_errors_are_enough(void **state)
{
    Desk *desk = *state;
    for (uint32_t i = 1; i < 1000; i++)
        assert_true(
            diag(desk->diags, DIAG_FILE_MISSING, ((Pos){0, i, 1}), "x"));
    assert_false(
        diag(desk->diags, DIAG_FILE_MISSING, ((Pos){0, 1000, 1}), "x"));
    for (uint32_t i = 2000; i < 5000; i++)
        assert_false(
            diag(desk->diags, DIAG_FILE_MISSING, ((Pos){0, i, 1}), "x"));
    assert_int_equal(diags_count(desk->diags, LEVEL_ERROR), 1000);
    /* One note stands for all that were left out. */
    assert_int_equal(diags_count(desk->diags, LEVEL_NOTE), 1001);
    assert_int_equal(diags_code(desk->diags, 1000), DIAG_TOO_MANY);
}

static void text_has_its_arguments(void **state)
{
    Desk *desk = *state;
    const char *why = diag_arg(desk->diags, "errno %d", 5);
    diag(desk->diags, DIAG_FILE_READ, POS_NONE,
         diag_str(desk->diags, STR("{1}.csv")), why);
    Str ko = diags_text(desk->diags, 0, DIAG_KOREAN, desk->arena);
    Str en = diags_text(desk->diags, 0, DIAG_ENGLISH, desk->arena);
    /* What looks like a place inside an argument is no place. */
    assert_true(str_eq_c(en, "cannot read {1}.csv: errno 5"));
    assert_true(str_eq_c(ko, "파일을 읽을 수 없습니다: {1}.csv (errno 5)"));
}

/* A suggestion is worded by the language, and nothing is said without one. */
static void suggestions_are_worded(void **state)
{
    Desk *desk = *state;
    diag(desk->diags, DIAG_OPTION_UNKNOWN, POS_NONE, "--jbos", "--jobs");
    diag(desk->diags, DIAG_OPTION_UNKNOWN, POS_NONE, "--x", "");
    Str near_ko = diags_text(desk->diags, 0, DIAG_KOREAN, desk->arena);
    Str near_en = diags_text(desk->diags, 0, DIAG_ENGLISH, desk->arena);
    Str far_en = diags_text(desk->diags, 1, DIAG_ENGLISH, desk->arena);
    Str outline = diag_outline(DIAG_OPTION_UNKNOWN, DIAG_ENGLISH, desk->arena);
    assert_true(str_eq_c(near_ko, "알 수 없는 옵션입니다: --jbos (혹시 --jobs?)"));
    assert_true(
        str_eq_c(near_en, "no such option: --jbos (did you mean --jobs?)"));
    assert_true(str_eq_c(far_en, "no such option: --x"));
    assert_true(str_eq_c(outline, "no such option: …"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_is_sound),
        TEST(counts_by_level),
        TEST(exit_follows_the_source_of_a_text),
        TEST(same_message_is_kept_once),
        TEST(first_error_gives_the_exit_class),
        TEST(a_note_is_a_finding_when_asked_for),
        TEST(a_thousand_errors_are_enough),
        TEST(text_has_its_arguments),
        TEST(suggestions_are_worded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
