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

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_lines),
        CASE_TEST(test_empty_input),
        CASE_TEST(test_messages_stand_at_their_line),
        CASE_TEST(test_k20_wide_lines_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
