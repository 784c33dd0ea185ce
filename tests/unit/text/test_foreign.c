/* Text that Pango divides: phrases from right to left, joined letters, Indic
 * syllables, scripts without spaces. With a face that the project's lock does
 * not have, so that there is something to see. */
#include "font/lock.h"
#include "text/foreign.h"

#include "text_case.h"

#include <glib/gstdio.h>

#define DEJAVU "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"

/* The lock with DejaVu Sans in it, which stands behind the serif. */
static Fonts *open_with_dejavu(Case *c)
{
    static const Str fallback = {"DejaVu Sans", 11};
    FontRoleSpec spec = role_of("serif", "Noto Serif CJK KR");
    Str dir = STR("/usr/share/fonts"), line;
    char *lock, *path = NULL;
    spec.fallbacks = &fallback;
    spec.nfallbacks = 1;
    assert_true(lock_describe(STR(DEJAVU), STR("truetype/dejavu/DejaVuSans.ttf"),
        STR("fonts-dejavu-core"), c->arena, c->diags, &line));
    assert_true(g_file_get_contents(LOCK, &lock, NULL, NULL));
    int fd = g_file_open_tmp("hanji-XXXXXX", &path, NULL);
    assert_true(fd >= 0 && g_close(fd, NULL));
    char *all = arena_printf(c->arena, "%s" STR_FMT, lock, STR_ARG(line));
    assert_true(g_file_set_contents(path, all, -1, NULL));
    Fonts *fonts = fonts_open(&spec, 1, str_of(path), &dir, 1, c->diags);
    g_unlink(path);
    g_free(path);
    g_free(lock);
    return fonts;
}

static int foreign_setup(void **state)
{
    if (case_setup(state) != 0)
        return -1;
    Case *c = *state;
    text_free(c->text);
    fonts_free(c->fonts);
    c->fonts = open_with_dejavu(c);
    c->text = c->fonts ? text_new(c->fonts, c->run) : NULL;
    return c->text ? 0 : -1;
}

static int by_place(const void *a, const void *b)
{
    const DlRun *p = *(DlRun *const *)a, *q = *(DlRun *const *)b;
    return (p->x > q->x) - (p->x < q->x);
}

/* The texts of a line's runs from left to right, '|' between them. */
static char *seen(Case *c, const TextLine *l)
{
    GPtrArray *runs = g_ptr_array_new();
    for (uint32_t i = 0; i < l->nruns; i++)
        g_ptr_array_add(runs, (void *)&l->runs[i]);
    g_ptr_array_sort(runs, by_place);
    char *all = arena_printf(c->arena, "%s", "");
    for (uint32_t i = 0; i < runs->len; i++)
        all = arena_printf(c->arena, "%s%s" STR_FMT, all, i ? "|" : "",
            STR_ARG(dlrun_text(runs->pdata[i], c->arena)));
    g_ptr_array_free(runs, TRUE);
    return all;
}

static const Para *wide(Case *c, const char *text)
{
    return set_para(c, text, (ParaSpec) {.measure = LEN_PT(2000)});
}

static void test_words_of_a_phrase_run_from_right_to_left(void **state)
{
    Case *c = *state;
    const Para *p = wide(c, "인사 שלום עולם 입니다");
    assert_string_equal(seen(c, &p->lines[0]), "인사 |עולם| |שלום| |입니다");
    assert_string_equal(line_of(c, p, 0), "인사 שלום עולם 입니다");
    assert_true(diags_ok(c->diags));
}

static void test_numbers_keep_their_direction_in_a_phrase(void **state)
{
    Case *c = *state;
    const Para *p = wide(c, "שלום 123 עולם");
    assert_string_equal(seen(c, &p->lines[0]), "עולם| |123| |שלום");
}

static void test_runs_leave_no_holes(void **state)
{
    Case *c = *state;
    const Para *p = wide(c, "가 שלום (12) עולם, 나다");
    const TextLine *l = &p->lines[0];
    int64_t runs = 0;
    Len right = 0;
    for (uint32_t i = 0; i < l->nruns; i++) {
        runs += l->runs[i].width;
        right = MAX(right, l->runs[i].x + l->runs[i].width);
    }
    assert_int_equal(runs, right);
    assert_int_equal(right, l->width);
}

static const Shaped *shaped_of(const Para *p)
{
    return p->lines[0].runs[0].pieces[0].shaped;
}

static void test_arabic_letters_join(void **state)
{
    Case *c = *state;
    const Shaped *joined = shaped_of(wide(c, "سلام")),
                 *alone = shaped_of(wide(c, "س"));
    assert_true(joined->actual_text);
    assert_int_not_equal(joined->glyphs[joined->n - 1].id,
        alone->glyphs[0].id);
}

/* The words of a line have their own widths side by side, however its letters
 * are spaced. */
static void test_joined_letters_are_not_spaced(void **state)
{
    Case *c = *state;
    Len arabic = width_of(c, "سلام"), korean = width_of(c, "가나 ");
    c->style.letter_spacing = -50;
    assert_int_equal(width_of(c, "سلام"), arabic);
    assert_true(width_of(c, "가나 ") < korean);
    const Para *p = wide(c, "가나 سلام");
    const DlRun *last = &p->lines[0].runs[p->lines[0].nruns - 1];
    assert_int_equal(p->lines[0].runs[0].letter_spacing, -50);
    assert_int_equal(last->letter_spacing, 0);
    assert_int_equal(last->width, arabic);
}

static void test_distribution_leaves_joined_letters(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(300), .align = ALIGN_DISTRIBUTE};
    const Para *p = set_para(c, "سلام", spec);
    assert_int_equal(p->lines[0].width, width_of(c, "سلام"));
}

/* K-41: what runs from left to right reads word by word. */
static void test_forced_lines_open_hangul_alone(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(300), .align = ALIGN_FORCE};
    const Para *p = set_para(c, "שלום 한글", spec);
    const TextLine *l = &p->lines[0];
    assert_int_equal(l->width, spec.measure);
    assert_int_equal(l->opened, 1);
    assert_string_equal(seen(c, l), "שלום| |한|글");
    for (uint32_t i = 0; i < l->nruns; i++)
        assert_true(l->runs[i].spread == (i > 0));
}

static void test_brackets_turn_in_a_phrase(void **state)
{
    Case *c = *state;
    const Para *p = wide(c, "שלום (עולם) שלום");
    const Shaped *open = shaped_of(wide(c, "("));
    assert_string_equal(seen(c, &p->lines[0]), "שלום| |)|עולם|(| |שלום");
    const DlRun *run = &p->lines[0].runs[2];
    const Shaped *closing = run->pieces[0].shaped;
    assert_true(str_eq(closing->text, STR("(")));
    assert_int_not_equal(closing->glyphs[0].id, open->glyphs[0].id);
}

static void test_a_phrase_wraps_line_by_line(void **state)
{
    Case *c = *state;
    const Para *p = set_para(c, "שלום עולם שלום עולם שלום עולם",
        (ParaSpec) {.measure = LEN_PT(100), .fit = FIT_BODY});
    assert_true(p->nlines >= 2);
    for (uint32_t i = 0; i < p->nlines; i++) {
        assert_true(p->lines[i].width <= LEN_PT(100));
        assert_true(p->lines[i].x == 0);
    }
    assert_true(g_str_has_prefix(line_of(c, p, 0), "שלום"));
}

static void test_joined_spans_of_two_directions(void **state)
{
    Case *c = *state;
    TextSpan spans[] = {{.text = STR("가שלום"), .style = &c->style},
        {.text = STR("עולם나"), .style = &c->style, .flags = SPAN_KEEP}};
    const ParaSpec spec = {.measure = LEN_PT(30)};
    const Para *p =
        text_para(c->text, spans, 2, &spec, c->arena, c->diags);
    assert_true(p->nlines > 1);
}

static void test_missing_scripts_are_reported_once(void **state)
{
    Case *c = *state;
    Len width = width_of(c, "가 नमस्ते 나");
    assert_true(width > 0);
    assert_false(diags_ok(c->diags));
}

static const char *marked(Case *c, const char *text)
{
    Str s = text_breaks(str_of(text), BREAK_WORD, c->arena);
    return arena_strndup(c->arena, s.p, s.n);
}

static void test_indic_syllables_hold_together(void **state)
{
    Case *c = *state;
    assert_false(is_foreign(STR("ᄒᆞᆫ글 한글 漢字 Latin ΑΒΓ")));
    assert_true(is_foreign(STR("가नि")));
    assert_string_equal(marked(c, "नि कि"), "नि|कि");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_missing_scripts_are_reported_once),
        CASE_TEST(test_indic_syllables_hold_together),
    };
#define FOREIGN_TEST(f)                                                        \
    cmocka_unit_test_setup_teardown(f, foreign_setup, case_teardown)
    const struct CMUnitTest foreign[] = {
        FOREIGN_TEST(test_words_of_a_phrase_run_from_right_to_left),
        FOREIGN_TEST(test_numbers_keep_their_direction_in_a_phrase),
        FOREIGN_TEST(test_runs_leave_no_holes),
        FOREIGN_TEST(test_arabic_letters_join),
        FOREIGN_TEST(test_joined_letters_are_not_spaced),
        FOREIGN_TEST(test_distribution_leaves_joined_letters),
        FOREIGN_TEST(test_forced_lines_open_hangul_alone),
        FOREIGN_TEST(test_brackets_turn_in_a_phrase),
        FOREIGN_TEST(test_a_phrase_wraps_line_by_line),
        FOREIGN_TEST(test_joined_spans_of_two_directions),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    if (g_file_test(DEJAVU, G_FILE_TEST_EXISTS))
        failed += cmocka_run_group_tests(foreign, NULL, NULL);
    return failed;
}
