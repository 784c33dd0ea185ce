/* Words as glyphs: widths, brackets, digits, missing characters, and the text
 * that comes back from them. */
#include "text_case.h"

static const Shaped *only_shaped(Case *c, const char *text)
{
    const Para *p = set_para(c, text, (ParaSpec) {.measure = LEN_PT(1000)});
    assert_int_equal(p->lines[0].nruns, 1);
    return p->lines[0].runs[0].pieces[0].shaped;
}

static void test_k36_letter_spacing_and_glyph_width(void **state)
{
    Case *c = *state;
    const char *ten = "가나다라마바사아자차";
    assert_pt(width_of(c, ten), 144.90, 0.01);
    c->style.letter_spacing = -50;
    assert_pt(width_of(c, ten), 138.15, 0.01);
    c->style.letter_spacing = 0;
    c->style.glyph_width = 950;
    assert_pt(width_of(c, ten), 137.66, 0.01);
}

static void test_k36_the_last_glyph_is_tight(void **state)
{
    Case *c = *state;
    c->style.letter_spacing = 100;
    const Para *p = set_para(c, "가나 다라", (ParaSpec) {.measure = LEN_PT(40)});
    assert_int_equal(p->nlines, 2);
    for (uint32_t i = 0; i < 2; i++) {
        assert_true(p->lines[i].runs[0].last_tight);
        assert_pt(p->lines[i].width, 2 * 14.49 + 1.5, 0.01);
    }
    assert_pt(p->lines[1].runs[0].width, len_pt(p->lines[1].width), 0.002);
}

static void test_k37_korean_space(void **state)
{
    Case *c = *state;
    assert_pt(width_of(c, "가 가") - width_of(c, "가가"), 4.65, 0.01);
}

static void test_k38_no_gap_between_scripts(void **state)
{
    Case *c = *state;
    Len apart = width_of(c, "SK") + width_of(c, "온");
    assert_pt(width_of(c, "SK온"), len_pt(apart), 0.01);
}

/* As an option, one gap where the scripts meet. */
static void test_k38_k51_gaps_as_options(void **state)
{
    Case *c = *state;
    Len natural = width_of(c, "SK온"), sum = width_of(c, "예산=시+구"),
        figures = width_of(c, "3+4"), words = width_of(c, "가 A");
    text_free(c->text);
    c->text = text_new(c->fonts, c->run);
    text_set_gaps(c->text, (TextGaps) {.latin = 125, .operators = 125});
    assert_pt(width_of(c, "SK온") - natural, 15 * 0.125, 0.01);
    assert_pt(width_of(c, "예산=시+구") - sum, 4 * 15 * 0.125, 0.01);
    assert_int_equal(width_of(c, "3+4"), figures);
    assert_int_equal(width_of(c, "가 A"), words);
    ParaSpec spec = {.measure = LEN_PT(1000)};
    assert_string_equal(line_of(c, set_para(c, "SK온 50명", spec), 0),
        "SK온 50명");
}

static void test_k60_half_width_brackets(void **state)
{
    Case *c = *state;
    assert_pt(width_of(c, "「법」"), 29.49, 0.01);
    assert_pt(width_of(c, "」「"), 15.0, 0.01);
    c->style.role = NANUM; /* a font without `halt` is trimmed */
    assert_pt(width_of(c, "」「"), 15.0, 0.01);
}

static void test_k61_middle_dot_is_proportional(void **state)
{
    Case *c = *state;
    Len parts = width_of(c, "행정") + width_of(c, "·") + width_of(c, "자치");
    assert_pt(width_of(c, "행정·자치"), len_pt(parts), 0.01);
}

/* K-04: ㆍ takes half an em, in the middle of which its dot stands. */
static void test_k04_the_letter_dot_is_trimmed(void **state)
{
    Case *c = *state;
    for (FontRole role = 0; role <= NANUM; role += NANUM) {
        c->style.role = role;
        Len parts = width_of(c, "행정") + width_of(c, "자치");
        assert_pt(width_of(c, "행정ㆍ자치"), len_pt(parts) + 7.5, 0.02);
    }
    const Shaped *s = only_shaped(c, "ㆍ");
    assert_true(s->trimmed);
    assert_false(s->actual_text);
    assert_true(s->shifts[0].x < 0);
}

static void test_k107_tabular_digits(void **state)
{
    Case *c = *state;
    assert_true(width_of(c, "1,111") < width_of(c, "8,888"));
    c->style.tabular = true;
    assert_int_equal(width_of(c, "1,111"), width_of(c, "8,888"));
    assert_int_equal(width_of(c, "1,234.5"), width_of(c, "9,876.0"));
}

static void test_k56_quotes_curl(void **state)
{
    static const struct {
        const char *straight, *curly;
    } rows[] = {
        {"'대전 0시 축제'", "‘대전 0시 축제’"},
        {"'23.12.31.", "’23.12.31."},
        {"\"브랜드\"", "“브랜드”"},
        {"('24.7.)", "(’24.7.)"},
        {"\"'안' 밖\"", "“‘안’ 밖”"},
        {"'2024 대전'", "‘2024 대전’"},
    };
    Case *c = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        ParaSpec spec = {.measure = LEN_PT(1000)};
        assert_string_equal(line_of(c, set_para(c, rows[i].straight, spec), 0),
            rows[i].curly);
    }
}

static void test_k12_nfd_is_set_like_nfc(void **state)
{
    Case *c = *state;
    const char *nfc = "국가산업단지 각";
    char *nfd = g_utf8_normalize(nfc, -1, G_NORMALIZE_NFD);
    const Para *p = set_para(c, nfd, (ParaSpec) {.measure = LEN_PT(1000)});
    assert_int_equal(width_of(c, nfd), width_of(c, nfc));
    assert_string_equal(line_of(c, p, 0), nfc);
    g_free(nfd);
}

static void test_k01_compatibility_hanja_stay(void **state)
{
    Case *c = *state;
    const Para *p = set_para(c, "\xEF\xA5\xA7ᄒ",
        (ParaSpec) {.measure = LEN_PT(1000)});
    assert_memory_equal(line_of(c, p, 0), "\xEF\xA5\xA7", 3);
}

static void test_k146_missing_is_reported_once(void **state)
{
    Case *c = *state;
    set_para(c, "❍ 조성, ❍ 건립", (ParaSpec) {.measure = LEN_PT(1000)});
    assert_int_equal(diags_count(c->diags, LEVEL_ERROR), 1);
    assert_int_equal(diags_code(c->diags, 0), DIAG_GLYPH_SUBSTITUTE);
    Str text = diags_text(c->diags, 0, DIAG_ENGLISH, c->arena);
    assert_true(str_find(text, STR("U+274D")) >= 0);
    assert_true(str_find(text, STR("○")) >= 0);
}

static void test_k147_missing_without_substitute(void **state)
{
    Case *c = *state;
    c->style.role = NANUM;
    set_para(c, "故", (ParaSpec) {.measure = LEN_PT(1000)});
    assert_int_equal(diags_code(c->diags, 0), DIAG_GLYPH_MISSING);
}

static void test_k147_hanja_come_from_the_fallback(void **state)
{
    Case *c = *state;
    c->style.role = MIXED;
    const Para *p = set_para(c, "고(故) 이종수",
        (ParaSpec) {.measure = LEN_PT(1000)});
    assert_true(diags_ok(c->diags));
    assert_int_equal(p->lines[0].nruns, 3);
    assert_true(str_eq_c(p->lines[0].runs[1].face->family, "NanumGothic"));
    assert_string_equal(line_of(c, p, 0), "고(故) 이종수");
}

static void test_k170_old_hangul_keeps_its_jamo(void **state)
{
    Case *c = *state;
    const Shaped *s = only_shaped(c, "ᄒᆞᆫ글");
    assert_true(str_eq_c(s->text, "ᄒᆞᆫ글"));
    size_t bytes = 0;
    for (uint32_t i = 0; i < s->n; i++)
        bytes += s->glyphs[i].text_len;
    assert_int_equal(bytes, s->text.n);
}

static void test_k169_one_text_for_a_glyph(void **state)
{
    Case *c = *state;
    assert_false(only_shaped(c, "가나")->actual_text);
    assert_false(only_shaped(c, "나가 다")->actual_text);
}

static void test_cache_shapes_once(void **state)
{
    Case *c = *state;
    width_of(c, "시민 행복 시민 행복 시민 행복");
    TextStats s = text_stats(c->text);
    assert_int_equal(s.words, 6);
    assert_int_equal(s.misses, 3); /* the last word has no space */
    for (int i = 0; i < 20000; i++)
        width_of(c, arena_printf(c->arena, "%d", i));
    assert_int_equal(text_stats(c->text).misses, 20003);
    width_of(c, "19999");
    assert_int_equal(text_stats(c->text).misses, 20003);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_k36_letter_spacing_and_glyph_width),
        CASE_TEST(test_k36_the_last_glyph_is_tight),
        CASE_TEST(test_k37_korean_space),
        CASE_TEST(test_k38_no_gap_between_scripts),
        CASE_TEST(test_k38_k51_gaps_as_options),
        CASE_TEST(test_k04_the_letter_dot_is_trimmed),
        CASE_TEST(test_k60_half_width_brackets),
        CASE_TEST(test_k61_middle_dot_is_proportional),
        CASE_TEST(test_k107_tabular_digits),
        CASE_TEST(test_k56_quotes_curl),
        CASE_TEST(test_k12_nfd_is_set_like_nfc),
        CASE_TEST(test_k01_compatibility_hanja_stay),
        CASE_TEST(test_k146_missing_is_reported_once),
        CASE_TEST(test_k147_missing_without_substitute),
        CASE_TEST(test_k147_hanja_come_from_the_fallback),
        CASE_TEST(test_k170_old_hangul_keeps_its_jamo),
        CASE_TEST(test_k169_one_text_for_a_glyph),
        CASE_TEST(test_cache_shapes_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
