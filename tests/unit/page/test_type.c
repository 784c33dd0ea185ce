/* Faces of the theme as the typographer asks them to be. */
#include "page_case.h"

/* K-57: wide quotes are a fault of the font. */
static void k57_quotes_are_proportional(void **state)
{
    static const uint32_t quotes[] = {0x2018, 0x2019, 0x201C, 0x201D};
    PageCase *c = *state;
    for (size_t role = 0; role < fonts_role_count(c->fonts); role++)
        for (size_t i = 0; i < G_N_ELEMENTS(quotes); i++) {
            const Face *face =
                fonts_choose(c->fonts, (FontRole)role, quotes[i]);
            hb_codepoint_t glyph;
            assert_non_null(face);
            assert_true(hb_font_get_nominal_glyph(face->hb_font, quotes[i],
                                                  &glyph));
            assert_true(face_advance(face, glyph) * 10 < face->upem * 6);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(k57_quotes_are_proportional,
                                        case_setup, case_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
