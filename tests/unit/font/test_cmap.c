/* Every character of a face, beside HarfBuzz asked for each. */
#include "font_case.h"

#include "font/cmap.h"

enum { CHARACTERS = 0x110000 };

static const FontRoleSpec roles[] = {
    {.name = {"cjk", 3}, .family = {"Noto Serif CJK KR", 17}, .weight = 400},
    {.name = {"sans", 4}, .family = {"Noto Sans CJK KR", 16}, .weight = 700},
    {.name = {"nanum", 5}, .family = {"NanumGothic", 11}, .weight = 400},
};
enum { NROLES = sizeof roles / sizeof *roles };

static void note_glyph(void *context, uint32_t character, uint32_t glyph)
{
    uint32_t *glyphs = context;
    assert_in_range(character, 0, CHARACTERS - 1);
    assert_int_equal(glyphs[character], 0); /* each once */
    glyphs[character] = glyph;
}

static void test_all_characters_as_harfbuzz_maps_them(void **state)
{
    Case *c = *state;
    const Str dir = STR(DEBIAN_FONTS);
    Fonts *fonts =
        fonts_open(roles, NROLES, STR(PROJECT_LOCK), &dir, 1, c->diags);
    assert_non_null(fonts);
    for (FontRole role = 0; role < NROLES; role++) {
        const Face *face = fonts_role_face(fonts, role);
        uint32_t *glyphs = g_new0(uint32_t, CHARACTERS), seen = 0;
        face_each_character(face, note_glyph, glyphs);
        for (uint32_t cp = 0; cp < CHARACTERS; cp++) {
            hb_codepoint_t glyph = 0;
            hb_font_get_nominal_glyph(face->hb_font, cp, &glyph);
            assert_int_equal(glyphs[cp], glyph);
            seen += glyph != 0;
        }
        assert_true(seen > 2000);
        g_free(glyphs);
    }
    fonts_free(fonts);
}

/* A cmap with one group, which a small face cannot fill. */
static hb_blob_t *give_table(hb_face_t *face, hb_tag_t tag, void *context)
{
    static const uint8_t cmap[] = {
        0, 0, 0, 1, 0, 3, 0, 10, 0,    0, 0,    12,      /* head, record */
        0, 12, 0, 0, 0, 0, 0, 40, 0,   0, 0,    0,       /* format, length */
        0, 0, 0, 2, 0, 0, 0, 'A', 0,   0, 0xFF, 0xFF,    /* groups, A … */
        0, 0, 0, 2, 0, 0, 1, 0,   0xFF, 0xFF, 0xFF, 0xFF, /* and no character */
        0, 0, 0, 1};
    (void)face, (void)context;
    return tag == HB_TAG('c', 'm', 'a', 'p')
               ? hb_blob_create((const char *)cmap, sizeof cmap,
                                HB_MEMORY_MODE_READONLY, NULL, NULL)
               : NULL;
}

static void count_glyph(void *context, uint32_t character, uint32_t glyph)
{
    assert_int_equal(character, 'A' + glyph - 2);
    ++*(int *)context;
}

static void test_damaged_groups_end_with_the_face(void **state)
{
    (void)state;
    int seen = 0;
    Face face = {.nglyphs = 5,
                 .hb_face = hb_face_create_for_tables(give_table, NULL, NULL)};
    face_each_character(&face, count_glyph, &seen);
    assert_int_equal(seen, 3); /* glyphs 2, 3, 4 */
    hb_face_destroy(face.hb_face);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_all_characters_as_harfbuzz_maps_them, case_setup,
            case_teardown),
        cmocka_unit_test(test_damaged_groups_end_with_the_face),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
