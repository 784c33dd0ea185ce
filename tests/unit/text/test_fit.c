/* Line fitting: K-42 … K-47, and the sample book's bullets. */
#include "text_case.h"

static char *repeat(Case *c, const char *s, int n)
{
    char *all = arena_strndup(c->arena, "", 0);
    for (int i = 0; i < n; i++)
        all = arena_printf(c->arena, "%s%s", all, s);
    return all;
}

static uint32_t count_letters(const char *s)
{
    uint32_t n = 0;
    for (; *s; s = g_utf8_next_char(s))
        n += *s != ' ';
    return n;
}

static void test_k42_short_last_line_is_tightened_away(void **state)
{
    Case *c = *state;
    const char *text = "지역경제 활성화를 위한 전통시장 시설 현대화 사업 추진 확대";
    ParaSpec spec = {.measure = width_of(c, text) - LEN_PT(4), .fit = FIT_BODY};
    const Para *p = set_para(c, text, spec);
    assert_int_equal(p->nlines, 1);
    assert_int_equal(p->lines_saved, 1);
    /* spaces give first, then the dials take turns */
    assert_true(p->word_space < 1000 && p->word_space >= 800);
    assert_true(p->letter_spacing >= -10);
    assert_true(p->glyph_width >= 990);
    assert_true(p->width <= spec.measure - spec.measure / 200); /* K-47 */
}

/* Neighbours end at the same edge: the margin of a fit is not seen there. */
static void test_k47_fitted_lines_are_aligned_to_the_measure(void **state)
{
    Case *c = *state;
    const char *text = "지역경제 활성화를 위한 전통시장 시설 현대화 사업 추진 확대";
    ParaSpec spec = {.measure = width_of(c, text) - LEN_PT(4), .fit = FIT_BODY,
        .align = ALIGN_RIGHT};
    const Para *p = set_para(c, text, spec);
    assert_int_equal(p->lines_saved, 1);
    assert_int_equal(p->lines[0].x + p->lines[0].width, spec.measure);
    text = "시민의 삶을 바꾸는 일류 도시 대전을 위하여 온 힘을 다해 일하고 "
        "모두가 함께 누리는 행복";
    spec = (ParaSpec) {.measure = width_of(c, text) / 2 - LEN_PT(2),
        .fit = FIT_BODY, .align = ALIGN_JUSTIFY, .mode = BREAK_SYLLABLE};
    p = set_para(c, text, spec);
    assert_int_equal(p->nlines, 2);
    assert_int_equal(p->lines_saved, 1);
    assert_in_range(p->lines[0].width, spec.measure - 8, spec.measure);
}

static void test_k46_fit_can_be_off(void **state)
{
    Case *c = *state;
    const char *text = "지역경제 활성화를 위한 전통시장 시설 현대화 사업 추진 확대";
    ParaSpec spec = {.measure = width_of(c, text) - LEN_PT(4)};
    const Para *p = set_para(c, text, spec);
    assert_int_equal(p->nlines, 2);
    assert_int_equal(p->word_space, 1000);
}

static void test_k46_fit_can_be_pinned(void **state)
{
    Case *c = *state;
    const char *text = "지역경제 활성화를 위한 전통시장 시설 현대화 사업 추진 확대";
    const FitValues pin = {800, -20, 980};
    Len natural = width_of(c, text);
    const Para *p = set_para(c, text, (ParaSpec) {.measure = natural,
        .fit = FIT_PINNED, .values = &pin});
    assert_int_equal(p->nlines, 1);
    assert_true(p->width < natural - LEN_PT(10));
    assert_int_equal(p->word_space, 800);
    assert_int_equal(p->letter_spacing, -20);
    assert_int_equal(p->glyph_width, 980);
    assert_int_equal(p->lines_saved, 0);
}

static void test_k43_caps_of_the_theme(void **state)
{
    Case *c = *state;
    const char *text = "지역경제 활성화를 위한 전통시장 시설 현대화 사업 추진 확대";
    const FitValues strict = {900, -5, 1000}, loose = {700, -80, 900};
    ParaSpec spec = {.measure = width_of(c, text) * 24 / 25, .fit = FIT_BODY,
        .values = &strict};
    assert_int_equal(set_para(c, text, spec)->nlines, 2);
    assert_true(set_para(c, text, spec)->loosened);
    spec.values = NULL;
    assert_int_equal(set_para(c, text, spec)->nlines, 1);
    spec.measure = width_of(c, text) * 6 / 7;
    assert_int_equal(set_para(c, text, spec)->nlines, 2);
    spec.values = &loose;
    assert_int_equal(set_para(c, text, spec)->nlines, 1);
}

static void test_k43_caps(void **state)
{
    Case *c = *state;
    /* One word too many for the caps: no spaces to give. */
    char *text = arena_printf(c->arena, "%s 가나다", repeat(c, "가", 20));
    ParaSpec spec = {.measure = width_of(c, repeat(c, "가", 20)) + LEN_PT(1),
        .fit = FIT_BODY};
    const Para *p = set_para(c, text, spec);
    assert_int_equal(p->nlines, 2);
    assert_int_equal(p->letter_spacing, 0);
    assert_int_equal(p->glyph_width, 1000);
}

static void test_k44_loosening(void **state)
{
    Case *c = *state;
    const char *text = "과학기술도시대전의 미래산업경쟁력강화를 위한 역량 제고";
    ParaSpec spec = {.fit = FIT_BODY,
        .measure = width_of(c, "과학기술도시대전의 미래산업경쟁력강화를")};
    const Para *p = set_para(c, text, spec);
    assert_string_equal(line_of(c, p, p->nlines - 1), "위한 역량 제고");
    spec.measure = width_of(c, "미래산업경쟁력강화를 위한 역량");
    p = set_para(c, "미래산업경쟁력강화를 위한 역량 제고제고", spec);
    if (p->nlines == 2)
        assert_string_equal(line_of(c, p, 1), "역량 제고제고");
}

static void test_k45_titles(void **state)
{
    Case *c = *state;
    c->style.role = SANS;
    c->style.size = LEN_PT(17);
    ParaSpec spec = {.measure = LEN_MM(170), .fit = FIT_LINE};
    const char *eight = "가나다라마바사 ";
    char *text = repeat(c, eight, 5); /* 35 syllables and spaces */
    const Para *p = set_para(c, text, spec);
    assert_int_equal(p->nlines, 1);
    assert_false(p->overflow);
    assert_true(p->glyph_width < 1000);
    assert_true(p->size_change >= -LEN_PT(2));
    p = set_para(c, repeat(c, eight, 9), spec);
    assert_true(p->nlines > 1);
    assert_true(p->overflow);
    assert_int_equal(p->size_change, 0);
}

/* One line less draws lines together farther up; two less cure the last. */
static void test_k42_goes_on_until_it_is_cured(void **state)
{
    Case *c = *state;
    c->style.size = LEN_PT(11);
    const char *text = "가) 위원회과 서구과 대덕구(가칭)… 「공익사업을 위한 토지 등의 "
        "취득 및 보상에 관한 법률」는 1조 210억 원은 시립미술관가 사업의 "
        "유치까지는 추진 등";
    ParaSpec spec = {.measure = LEN_PT(90), .fit = FIT_BODY};
    const Para *p = set_para(c, text, spec);
    assert_string_equal(line_of(c, p, p->nlines - 1), "유치까지는 추진 등");
    assert_int_equal(p->lines_saved, 3);
}

/* What saves a line and still leaves a short one is not worth its tightness. */
static void test_k42_is_not_tightened_in_vain(void **state)
{
    Case *c = *state;
    c->style.size = LEN_PT(14);
    const char *text = "시민이가 ‘어린이집 세종시 박물관’ 〈특집〉와 운영에 "
        "제30조의8제1항제2호 ‘A4용지 위원회 둔산동 미세먼지저감대책’ 구축하고자 "
        "09:00~18:00과 도심융합특구,통합돌봄서비스,지원금,우주항공가 N/A함";
    ParaSpec spec = {.measure = LEN_PT(300), .fit = FIT_BODY};
    const Para *p = set_para(c, text, spec);
    assert_true(p->loosened);
    assert_int_equal(p->letter_spacing, 0);
    assert_int_equal(p->lines_saved, 0);
}

/* The step that loses the line leaves words too long to move; a step more lets
 * the lines above give one down. */
static void test_k42_goes_a_step_further(void **state)
{
    Case *c = *state;
    c->style = (TextStyle) {.role = SANS, .size = LEN_PT(14),
        .glyph_width = 1000};
    const char *text =
        "중개업의 경우에는 신고사항을 관할 출입국관리사무소장에게 통보하";
    const Para *p = set_para(c, text,
        (ParaSpec) {.measure = LEN_MM(60), .fit = FIT_BODY});
    assert_string_equal(lines_of(c, p),
        "중개업의 경우에는 /신고사항을 관할 /출입국관리사무소장에게 통보하");
}

/* What tightening cannot cure lines that open do, at natural spacing. */
static void test_k44_lines_open_as_far_as_ragged_ones(void **state)
{
    Case *c = *state;
    c->style = (TextStyle) {.role = SANS, .size = LEN_PT(12),
        .glyph_width = 1000};
    const Para *p = set_para(c, "토지거래허가를 받지 않고 미등기전매를 한 "
        "경우에도 양도소득세 과세대상이 될 수 있음",
        (ParaSpec) {.measure = LEN_MM(53), .fit = FIT_BODY});
    assert_string_equal(lines_of(c, p), "토지거래허가를 받지 /않고 미등기전매를 "
        "한 /경우에도 양도소득세 /과세대상이 될 수 있음");
    assert_int_equal(p->letter_spacing, 0);
    assert_true(p->loosened);
}

/* … but not further: a line three fifths empty is worse than a short one. */
static void test_k44_no_line_is_torn_open(void **state)
{
    Case *c = *state;
    const char *text = "한밭대전 미래산업과학기술경쟁력강화를 되었음";
    ParaSpec spec = {.fit = FIT_BODY,
        .measure = width_of(c, "한밭대전 미래산업과학기술경쟁력강화를")};
    const Para *p = set_para(c, text, spec);
    assert_string_equal(line_of(c, p, p->nlines - 1), "되었음");
}

/* K-40: what the spaces of justified lines may give is not asked of letters. */
static void test_k42_justified_lines_shrink_spaces_first(void **state)
{
    Case *c = *state;
    const Para *p = set_para(c, "포곡읍·모현면·백암면·양지면·원삼면 가재월리 등 "
        "제외(리 단위 목록은 출처 간 차이 — 원문 대조 필수)",
        (ParaSpec) {.measure = LEN_MM(120), .fit = FIT_BODY,
            .align = ALIGN_JUSTIFY, .mode = BREAK_SYLLABLE});
    assert_int_equal(p->nlines, 2);
    assert_int_equal(p->letter_spacing, 0);
    assert_int_equal(p->glyph_width, 1000);
}

/* Each step is tried: a word that moves up may come down a step further. */
static void test_k42_every_step_is_tried(void **state)
{
    Case *c = *state;
    c->style.size = LEN_PT(17);
    const Para *p = set_para(c,
        "대화 상자의 영역이나 버튼에서 뒤로 이동하여 초점을 변경합니다.",
        (ParaSpec) {.measure = 438304, .fit = FIT_BODY,
            .align = ALIGN_JUSTIFY, .mode = BREAK_SYLLABLE});
    assert_string_equal(line_of(c, p, p->nlines - 1), "변경합니다.");
}

/* One word, too, goes down the ladder of titles. */
static void test_k45_a_title_of_one_word(void **state)
{
    Case *c = *state;
    const char *text = "과학기술도시대전미래산업경쟁력강화";
    const Para *p = set_para(c, text, (ParaSpec) {.fit = FIT_LINE,
        .measure = width_of(c, text) * 97 / 100});
    assert_int_equal(p->nlines, 1);
    assert_in_range(p->glyph_width, 950, 980);
    assert_int_equal(p->word_space, 1000);
    assert_int_equal(p->letter_spacing, 0);
}

/* Running prose ends no shorter than bullets do. */
static void test_k42_k44_in_syllable_mode(void **state)
{
    Case *c = *state;
    c->style.size = LEN_PT(13);
    const char *text = "법 제45조의2에서 “대통령령으로 정하는 분할”이란 다음 각 "
        "호의 어느 하나에 해당하는 분할을 말한다.";
    const Para *p = set_para(c, text, (ParaSpec) {.measure = LEN_MM(100),
        .mode = BREAK_SYLLABLE, .align = ALIGN_JUSTIFY, .fit = FIT_BODY});
    const char *last = line_of(c, p, p->nlines - 1);
    assert_true(count_letters(last) > 4);
    assert_true(p->lines[p->nlines - 1].width > LEN_MM(20));
}

static void test_k105_cells(void **state)
{
    Case *c = *state;
    c->style.size = LEN_PT(12);
    const char *fourteen = "가나다라 마바사아자 차카타파하";
    ParaSpec spec = {.measure = LEN_PT(140), .fit = FIT_CELL};
    const Para *p = set_para(c, fourteen, spec);
    assert_int_equal(p->nlines, 1);
    assert_true(p->size_change >= -LEN_PT(2));
    assert_true(p->letter_spacing >= -100);
    spec.measure = LEN_MM(20); /* wraps, at its own size */
    p = set_para(c, fourteen, spec);
    assert_true(p->nlines > 1);
    assert_int_equal(p->size_change, 0);
}

/* K-14: a word is cut when the caps cannot hold it whole, and then alone. */
static void test_k14_tightened_before_it_is_cut(void **state)
{
    Case *c = *state;
    const char *word = "세계경제과학도시연합";
    char *text = arena_printf(c->arena, "%s 창립 및 공동 사업 추진", word);
    ParaSpec spec = {.measure = width_of(c, word) * 24 / 25};
    assert_true(set_para(c, text, spec)->lines[0].emergency);
    spec.fit = FIT_BODY;
    const Para *p = set_para(c, text, spec);
    assert_string_equal(line_of(c, p, 0), "세계경제과학도시연합 ");
    assert_true(p->kept_words);
    assert_true(p->width <= spec.measure - spec.measure / 200);
    assert_true(p->letter_spacing >= -50 && p->glyph_width >= 950);
    spec.measure = width_of(c, word) * 3 / 4; /* out of reach */
    p = set_para(c, text, spec);
    assert_true(p->lines[0].emergency);
    assert_false(p->kept_words);
    spec.fit = FIT_CELL; /* -10 %, 90 %, -2 pt */
    p = set_para(c, text, spec);
    assert_string_equal(line_of(c, p, 0), "세계경제과학도시연합 ");
    assert_true(p->kept_words);
    assert_true(p->size_change < 0 && p->size_change >= -LEN_PT(2));
}

static void test_k14_one_word_out_of_reach(void **state)
{
    Case *c = *state;
    const char *word = "세계경제과학도시연합";
    char *text = arena_printf(c->arena, "%s%s %s 창립", word, word, word);
    ParaSpec spec = {.measure = width_of(c, word) * 24 / 25, .fit = FIT_BODY};
    const Para *p = set_para(c, text, spec);
    assert_true(p->lines[0].emergency);
    assert_string_equal(line_of(c, p, p->nlines - 2), "세계경제과학도시연합 ");
}

/* K-21, K-22: glue gives way only when the caps do not hold it. */
static void test_k14_glue_is_tightened_first(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = width_of(c, "2024. 11. 15.(금)") - LEN_PT(2),
        .fit = FIT_BODY};
    const char *text = "행사는 2024. 11. 15.(금) 개최";
    assert_non_null(strstr(lines_of(c, set_para(c, text, spec)),
        "2024. 11. 15.(금)"));
    spec.fit = FIT_NONE;
    assert_null(strstr(lines_of(c, set_para(c, text, spec)),
        "2024. 11. 15.(금)"));
}

typedef struct Tally {
    uint32_t lines, short_lines, splits, over;
} Tally;

static void tally(Case *c, Tally *t, const char *bullet, ParaSpec spec)
{
    const Para *p = set_para(c, bullet + 2, spec);
    t->lines += p->nlines;
    t->over += p->overflow;
    for (uint32_t i = 0; i < p->nlines; i++)
        t->splits += p->lines[i].emergency;
    if (p->nlines > 1 && count_letters(line_of(c, p, p->nlines - 1)) <= 4)
        t->short_lines++;
}

static Tally tally_bullets(Case *c, TextFit fit)
{
    Tally t = {0};
    char *all;
    assert_true(g_file_get_contents(CASES "bullets.txt", &all, NULL, NULL));
    char **bullets = g_strsplit(g_strchomp(all), "\n", -1);
    for (size_t i = 0; bullets[i]; i++) {
        Len indent = c->style.size / 2 * (bullets[i][0] == '1' ? 3 : 5);
        tally(c, &t, bullets[i],
            (ParaSpec) {.measure = LEN_MM(170) - indent, .fit = fit});
    }
    g_strfreev(bullets);
    g_free(all);
    return t;
}

/* Section 8 of the typesetting rules: the seed's 199 bullets. */
static void test_k14_k42_the_sample_book(void **state)
{
    Case *c = *state;
    Tally loose = tally_bullets(c, FIT_NONE), t = tally_bullets(c, FIT_BODY);
    assert_in_range(loose.lines, 320, 345);
    assert_int_equal(loose.splits, 0);
    assert_true(t.lines <= 280);
    assert_int_equal(t.short_lines, 0);
    assert_int_equal(t.splits, 0);
    assert_int_equal(t.over, 0);
    c->style.role = MIXED;
    c->style.size = LEN_PT(14);
    assert_int_equal(tally_bullets(c, FIT_BODY).short_lines, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_k42_short_last_line_is_tightened_away),
        CASE_TEST(test_k47_fitted_lines_are_aligned_to_the_measure),
        CASE_TEST(test_k46_fit_can_be_off),
        CASE_TEST(test_k46_fit_can_be_pinned),
        CASE_TEST(test_k43_caps_of_the_theme),
        CASE_TEST(test_k43_caps),
        CASE_TEST(test_k44_loosening),
        CASE_TEST(test_k44_lines_open_as_far_as_ragged_ones),
        CASE_TEST(test_k44_no_line_is_torn_open),
        CASE_TEST(test_k42_justified_lines_shrink_spaces_first),
        CASE_TEST(test_k42_every_step_is_tried),
        CASE_TEST(test_k45_titles),
        CASE_TEST(test_k45_a_title_of_one_word),
        CASE_TEST(test_k42_goes_on_until_it_is_cured),
        CASE_TEST(test_k42_is_not_tightened_in_vain),
        CASE_TEST(test_k42_goes_a_step_further),
        CASE_TEST(test_k42_k44_in_syllable_mode),
        CASE_TEST(test_k105_cells),
        CASE_TEST(test_k14_tightened_before_it_is_cut),
        CASE_TEST(test_k14_one_word_out_of_reach),
        CASE_TEST(test_k14_glue_is_tightened_first),
        CASE_TEST(test_k14_k42_the_sample_book),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
