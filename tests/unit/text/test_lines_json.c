/* What `hanji text lines` prints. */
#include "text_case.h"

static void test_lines(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(80)};
    Str json = text_lines_json(c->text, STR("가나다라 \"마바\" 사아\r\n\n가"),
        &c->style, &spec, 0, c->arena, c->diags);
    assert_string_equal(json.p,
        "[\n"
        "  {\"lines\": [\n"
        "    {\"text\": \"가나다라\", \"width_pt\": 57.96, \"word_space\": "
        "100, \"letter_spacing\": 0, \"glyph_width\": 100},\n"
        "    {\"text\": \"“마바” 사아\", \"width_pt\": 76.471, \"word_space\": "
        "100, \"letter_spacing\": 0, \"glyph_width\": 100}]},\n"
        "  {\"lines\": [\n"
        "    {\"text\": \"\", \"width_pt\": 0, \"word_space\": 100, "
        "\"letter_spacing\": 0, \"glyph_width\": 100}]},\n"
        "  {\"lines\": [\n"
        "    {\"text\": \"가\", \"width_pt\": 14.49, \"word_space\": 100, "
        "\"letter_spacing\": 0, \"glyph_width\": 100}]}\n"
        "]\n");
}

static void test_empty_input(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(100)};
    Str json = text_lines_json(c->text, STR(""), &c->style, &spec, 0, c->arena,
        c->diags);
    assert_string_equal(json.p, "[]\n");
}

static void test_messages_stand_at_their_line(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(100)};
    text_lines_json(c->text, STR("가\n나❍"), &c->style, &spec, 0, c->arena,
        c->diags);
    assert_int_equal(diags_pos(c->diags, 0).line, 2);
}

static void test_k20_wide_lines_are_reported(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(80)};
    text_lines_json(c->text, STR("가\n번호 12345678901234567890 끝"), &c->style,
        &spec, 0, c->arena, c->diags);
    assert_int_equal(diags_count(c->diags, LEVEL_WARNING), 1);
    assert_int_equal(diags_pos(c->diags, 0).line, 2);
}

static double number_after(const char *json, const char *key)
{
    const char *at = strstr(json, key);
    assert_non_null(at);
    return g_ascii_strtod(at + strlen(key), NULL);
}

/* K-40: what a line was filled with adds up to its width. */
static void test_justified_lines_add_up(void **state)
{
    Case *c = *state;
    const char *first = "가나다라마바사아자차카타파";
    ParaSpec spec = {.measure = width_of(c, first) + LEN_PT(3),
        .mode = BREAK_SYLLABLE, .align = ALIGN_JUSTIFY};
    Str json = text_lines_json(c->text, STR("가나다라마바사아자차카타파(하거너더러"),
        &c->style, &spec, 0, c->arena, c->diags);
    double opened = number_after(json.p, "\"letters_opened\": ");
    double spacing = number_after(json.p, "\"letter_spacing\": ");
    double width = number_after(json.p, "\"width_pt\": ");
    assert_int_equal((int)opened, 12);
    assert_true(spacing > 0 && spacing <= 3);
    double sum = len_pt(width_of(c, first)) + opened * spacing / 100 * 15;
    assert_true(sum > width - 0.01 && sum < width + 0.01);
    spec.measure = width_of(c, "가나다 라마바 사아자") + LEN_PT(5);
    spec.mode = BREAK_WORD;
    json = text_lines_json(c->text, STR("가나다 라마바 사아자 가나다라마바"),
        &c->style, &spec, 0, c->arena, c->diags);
    double space = number_after(json.p, "\"word_space\": ") - 100;
    sum = len_pt(width_of(c, "가나다 라마바 사아자")) + 2 * 4.65 * space / 100;
    width = number_after(json.p, "\"width_pt\": ");
    assert_true(sum > width - 0.02 && sum < width + 0.02);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_lines),
        CASE_TEST(test_empty_input),
        CASE_TEST(test_messages_stand_at_their_line),
        CASE_TEST(test_k20_wide_lines_are_reported),
        CASE_TEST(test_justified_lines_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
