/* What eyes see: the simulations against what was published, and themes whose
 * colours come too close. */
#include "chart_case.h"

#include "chart/fill.h"

#include <math.h>

typedef double Matrix[3][3];

/* Viénot, Brettel and Mollon (1999), Digital video colourmaps for checking the
 * legibility of displays by dichromats: linear light of a screen to cones, and
 * how the missing cone follows from the other two. */
static const Matrix cones = {{17.8824, 43.5161, 4.11935},
                             {3.45565, 27.1554, 3.86714},
                             {0.0299566, 0.184309, 1.46709}};
static const double missing[SIGHTS][3] = {
    [SIGHT_PROTAN] = {0, 2.02344, -2.52581},
    [SIGHT_DEUTAN] = {0.494207, 0, 1.24827},
};

/* Machado, Oliveira and Fernandes (2009), A physiologically-based model for
 * simulation of color vision deficiency: severity 1.0. */
static const Matrix machado[SIGHTS] = {
    [SIGHT_PROTAN] = {{0.152286, 1.052583, -0.204868},
                      {0.114503, 0.786281, 0.099216},
                      {-0.003882, -0.048116, 1.051998}},
    [SIGHT_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                      {0.280085, 0.672501, 0.047413},
                      {-0.011820, 0.042940, 0.968881}},
};

static double light_of(uint8_t channel)
{
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static void colour_light(Colour c, double out[3])
{
    out[0] = light_of(c.r), out[1] = light_of(c.g), out[2] = light_of(c.b);
}

static void times(const Matrix m, const double v[3], double out[3])
{
    for (int i = 0; i < 3; i++)
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
}

/* The cones of what is seen lie where the paper puts them, and the cones that
 * are not missing see what they saw. */
static void assert_seen(Colour c, Sight sight)
{
    static const double white[3] = {65.5, 34.5, 1.7};
    int lost = sight == SIGHT_PROTAN ? 0 : 1;
    double before[3], after[3], light[3];
    colour_light(c, light);
    times(cones, light, before);
    colour_light(colour_seen(c, sight), light);
    times(cones, light, after);
    const double *m = missing[sight];
    double found = m[0] * before[0] + m[1] * before[1] + m[2] * before[2];
    for (int i = 0; i < 3; i++)
        assert_true(fabs(after[i] - (i == lost ? found : before[i])) <
                    white[i] * 0.005);
}

/* Colours whose simulation stays inside the screen, equal but for the rounding
 * of channels to eight bits. */
static void test_the_paper(void **state)
{
    static const Colour colours[] = {
        {0, 0, 0},       {255, 255, 255}, {128, 128, 128}, {14, 51, 80},
        {222, 230, 235}, {200, 160, 60},  {200, 60, 60},   {60, 160, 60},
        {60, 60, 180},   {240, 120, 40}};
    (void)state;
    for (int sight = SIGHT_PROTAN; sight < SIGHTS; sight++)
        for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
            assert_seen(colours[i], (Sight)sight);
}

/* Another model, of another paper: the same colours within a just visible
 * difference for what a page of this house is printed in. */
static void test_another_paper(void **state)
{
    static const Colour colours[] = {
        {255, 255, 255}, {14, 51, 80}, {222, 230, 235}, {0, 0, 0}};
    (void)state;
    for (int sight = SIGHT_PROTAN; sight < SIGHTS; sight++)
        for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
            double light[3], theirs[3], ours[3];
            colour_light(colours[i], light);
            times(machado[sight], light, theirs);
            colour_light(colour_seen(colours[i], (Sight)sight), ours);
            for (int k = 0; k < 3; k++)
                assert_true(fabs(theirs[k] - ours[k]) < 0.02);
        }
}

static void test_greys_stay_grey(void **state)
{
    (void)state;
    for (int sight = 0; sight < SIGHTS; sight++)
        for (int level = 0; level < 256; level += 15) {
            uint8_t v = (uint8_t)level;
            Colour seen = colour_seen((Colour){v, v, v}, (Sight)sight);
            assert_true(abs(seen.r - v) <= 1 && abs(seen.g - v) <= 1 &&
                        abs(seen.b - v) <= 1);
        }
}

/* CIE 1976: white is L 100, the red of sRGB is L 53.24, a 80.09, b 67.20. */
static void test_distances(void **state)
{
    const Colour white = COLOUR_WHITE, black = COLOUR_BLACK, red = {255, 0, 0};
    (void)state;
    assert_true(fabs(colour_distance(white, black) - 100) < 0.2);
    assert_true(fabs(colour_distance(red, black) - 117.35) < 1);
}

static void test_house_fills_differ(void **state)
{
    ChartCase *c = *state;
    for (int a = 0; a < FILLS; a++)
        for (int b = a + 1; b < FILLS; b++)
            assert_false(fills_alike(&c->style, (FillKind)a, (FillKind)b));
}

/* Red beside green: clear in colour, one grey, one brown. */
static void test_red_and_green(void **state)
{
    ChartCase *c = *state;
    Colour red = {200, 0, 0}, green = {0, 114, 0};
    assert_true(colour_distance(red, green) > 100);
    assert_true(colour_distance(colour_seen(red, SIGHT_GREY),
                                colour_seen(green, SIGHT_GREY)) < 8);
    c->style.accent = (Colour){0xC0, 0x8A, 0x60};
    c->style.tint1 = (Colour){0x8F, 0x9F, 0x61};
    assert_true(colour_distance(c->style.accent, c->style.tint1) > 30);
    assert_true(fills_alike(&c->style, FILL_ACCENT, FILL_TINT));
}

/* Side by side they are refused, at the cell of the second. */
static void test_alike_neighbours_are_refused(void **state)
{
    ChartCase *c = *state;
    c->style.accent = (Colour){250, 250, 250};
    ChartSpec spec = case_spec(c, CHART_SHARE, LIST("a", "b", "c"),
                               LIST("시", "50", "0", "50"));
    assert_null(chart_make(&spec, &c->tools));
    assert_int_equal(diags_code(c->diags, 0), DIAG_CHART_ALIKE);
    assert_int_equal(diags_pos(c->diags, 0).col, 4);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_paper),
        cmocka_unit_test(test_another_paper),
        cmocka_unit_test(test_greys_stay_grey),
        cmocka_unit_test(test_distances),
        CASE(test_house_fills_differ),
        CASE(test_red_and_green),
        CASE(test_alike_neighbours_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
