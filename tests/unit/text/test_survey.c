/* What a survey rules out no line filling reaches: the bullets of the sample
 * book, alone and in spans of two sizes, at many measures and spacings. */
#include "text_case.h"

#include "text/text_int.h"

/* Spacings of tightening, from natural to tighter than any cap. */
static const Spacing spacings[] = {
    {0, 1000, 0, 1000, 0},  {0, 900, 0, 1000, 0},   {0, 800, -10, 990, 0},
    {0, 800, -20, 970, 700}, {0, 700, -50, 950, 700}, {0, 600, -90, 900, 600},
};

typedef struct Tally {
    size_t ruled_out, more;
} Tally;

/* Every number of lines below the one that filling makes may be ruled out; that
 * one must not be. */
static void check_at(Setting *s, const Spacing *spacing, Tally *tally)
{
    s->fitted = true;
    items_measure(s, *spacing);
    if (lines_have_wide_box(s))
        return;
    if (is_justified(s)) /* whose spaces shrink (K-40) */
        lines_optimum(s, &s->t->ends);
    else
        lines_greedy(s, &s->t->ends);
    size_t lines = s->t->ends.n;
    assert_true(survey_may_hold(s, spacing, lines));
    for (size_t n = 1; n < lines; n++) {
        tally->more++;
        tally->ruled_out += !survey_may_hold(s, spacing, n);
    }
}

static void check_para(Case *c, const TextSpan *spans, size_t nspans,
    const ParaSpec *spec, Tally *tally)
{
    Setting s = {.t = c->text, .spans = spans, .nspans = nspans, .spec = spec};
    items_build(&s, c->diags);
    if (spec->mode == BREAK_SYLLABLE)
        items_split_soft(&s);
    items_measure(&s, SPACING_NATURAL);
    survey_make(&s);
    assert_true(s.survey.bounded);
    for (size_t i = 0; i < G_N_ELEMENTS(spacings); i++)
        check_at(&s, &spacings[i], tally);
}

static void test_lines_that_are_made_are_never_ruled_out(void **state)
{
    Case *c = *state;
    Tally tally = {0, 0};
    TextStyle small = {.role = MIXED, .size = LEN_PT(11), .glyph_width = 1000};
    char **bullets = read_bullets();
    for (char **b = bullets; *b; b++) {
        const size_t half = (size_t)(g_utf8_offset_to_pointer(*b,
            g_utf8_strlen(*b, -1) / 2) - *b);
        const TextSpan whole = {.text = str_of(*b), .style = &c->style};
        const TextSpan parts[] = {
            {.text = {*b, half}, .style = &c->style},
            {.text = str_of(*b + half), .style = &small}};
        for (int pt = 90; pt <= 480; pt += 26) {
            ParaSpec spec = {.measure = LEN_PT(pt), .fit = FIT_BODY,
                .first_indent = LEN_PT(pt % 4 * 5)};
            check_para(c, &whole, 1, &spec, &tally);
            check_para(c, parts, 2, &spec, &tally);
            spec.mode = BREAK_SYLLABLE;
            check_para(c, &whole, 1, &spec, &tally);
            spec.align = ALIGN_JUSTIFY;
            check_para(c, &whole, 1, &spec, &tally);
            check_para(c, parts, 2, &spec, &tally);
        }
    }
    g_strfreev(bullets);
    /* … and of what is not made four in five are. */
    assert_true(tally.ruled_out * 5 > tally.more * 4);
}

/* Styles with a spacing of their own, and lines that let signs hang, are not
 * judged by their widths. */
static void test_what_is_not_known_is_not_ruled_out(void **state)
{
    Case *c = *state;
    c->style.letter_spacing = 50;
    const TextSpan span = {.text = STR("지역경제 활성화를 위한 사업"),
        .style = &c->style};
    const ParaSpec spec = {.measure = LEN_PT(60), .fit = FIT_BODY};
    Setting s = {.t = c->text, .spans = &span, .nspans = 1, .spec = &spec};
    items_build(&s, c->diags);
    items_measure(&s, SPACING_NATURAL);
    survey_make(&s);
    assert_false(s.survey.bounded);
    assert_true(survey_may_hold(&s, &spacings[1], 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_lines_that_are_made_are_never_ruled_out),
        CASE_TEST(test_what_is_not_known_is_not_ruled_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
