/* Opening the set, and choosing faces for characters. */
#include "font_case.h"

#include "font/sfnt.h"

#define ROLE(n, f, w)                                                          \
    {                                                                          \
        .name = {n, sizeof(n) - 1}, .family = {f, sizeof(f) - 1},              \
        .weight = (w)                                                          \
    }

static Fonts *open_one(Case *c, FontRoleSpec spec, Str lock, Str dir)
{
    return fonts_open(&spec, 1, lock, &dir, 1, c->diags);
}

static Fonts *open_project(Case *c, FontRoleSpec spec)
{
    return open_one(c, spec, STR(PROJECT_LOCK), STR(DEBIAN_FONTS));
}

static void test_noto_serif(void **state)
{
    Case *c = *state;
    Fonts *f =
        open_project(c, (FontRoleSpec)ROLE("serif", "Noto Serif CJK KR", 700));
    assert_non_null(f);
    FontRole role;
    assert_true(fonts_find_role(f, STR("serif"), &role));
    assert_false(fonts_find_role(f, STR("sans"), &role));
    const Face *face = fonts_role_face(f, 0);
    assert_true(str_eq_c(face->ps_name, "NotoSerifCJKkr-Bold"));
    assert_int_equal(face->kind, FACE_CFF_CID);
    assert_null(face->code);
    assert_int_equal(face->upem, 1000);
    assert_int_equal(face->nglyphs, 65535);
    assert_true(face->ascent > 800 && face->descent < -100);
    assert_in_range(face->cap_height, 600, 800);
    assert_true(face->bbox[0] < 0 && face->bbox[3] > 1000);
    assert_int_equal(fonts_face_count(f), 1);
    fonts_free(f);
}

static void test_faces_are_shared_by_roles(void **state)
{
    static const Str fallback = {"NanumGothic", 11};
    const FontRoleSpec roles[] = {ROLE("a", "NanumGothic", 400),
                                  {.name = {"b", 1},
                                   .family = {"NanumMyeongjo", 13},
                                   .weight = 400,
                                   .fallbacks = &fallback,
                                   .nfallbacks = 1}};
    Case *c = *state;
    const Str dir = STR(DEBIAN_FONTS);
    Fonts *f = fonts_open(roles, 2, STR(PROJECT_LOCK), &dir, 1, c->diags);
    assert_non_null(f);
    assert_int_equal(fonts_face_count(f), 2);
    assert_int_equal(fonts_role_face(f, 1)->kind, FACE_GLYF);
    assert_ptr_equal(fonts_role_fallback(f, 1, 0), fonts_role_face(f, 0));
    assert_null(fonts_role_fallback(f, 1, 1));
    fonts_free(f);
}

static void test_advances_are_whole_units(void **state)
{
    Case *c = *state;
    Fonts *f = open_project(c, (FontRoleSpec)ROLE("r", "NanumGothic", 400));
    const Face *face = fonts_role_face(f, 0);
    hb_codepoint_t ga;
    assert_true(hb_font_get_nominal_glyph(face->hb_font, 0xAC00, &ga));
    assert_int_equal(face->upem, 1000);
    assert_int_equal(face_advance(face, ga), 940); /* .940 em, K-151 */
    fonts_free(f);
}

static void test_unknown_family_and_weight(void **state)
{
    Case *c = *state;
    assert_null(open_project(c, (FontRoleSpec)ROLE("r", "Comic Sans", 400)));
    assert_said(c, DIAG_FONT_FAMILY);
    assert_null(open_project(c, (FontRoleSpec)ROLE("r", "NanumGothic", 900)));
    assert_said(c, DIAG_FONT_WEIGHT);
    assert_int_equal(diags_exit(c->diags, LEVEL_ERROR), EXIT_LAYOUT);
}

/* K-145: a machine without the font gets an error, not another font. */
static void test_missing_file_k145(void **state)
{
    Case *c = *state;
    assert_null(open_one(c, (FontRoleSpec)ROLE("r", "NanumGothic", 400),
                         STR(PROJECT_LOCK), str_of(c->folder)));
    assert_said(c, DIAG_FONT_MISSING);
    Str said = diags_text(c->diags, 0, DIAG_ENGLISH, c->arena);
    assert_true(str_find(said, STR("apt install fonts-nanum")) >= 0);
    assert_int_equal(diags_exit(c->diags, LEVEL_ERROR), EXIT_SURROUNDINGS);
}

/* K-145: a file of the same name with other tables is refused … */
static void test_changed_file_k145(void **state)
{
    Case *c = *state;
    size_t n;
    uint8_t *p = slurp(c, NANUM "NanumGothic.ttf", &n);
    p[12 + 4] ^= 1;
    scratch_write(c, "NanumGothic.ttf", p, n);
    FontRoleSpec spec = ROLE("r", "NanumGothic", 400);
    assert_null(open_one(c, spec, STR(PROJECT_LOCK), str_of(c->folder)));
    assert_said(c, DIAG_FONT_CHANGED);
    /* … but the right one elsewhere is found. */
    const Str dirs[] = {str_of(c->folder), STR(DEBIAN_FONTS)};
    Fonts *f = fonts_open(&spec, 1, STR(PROJECT_LOCK), dirs, 2, c->diags);
    assert_non_null(f);
    fonts_free(f);
}

static void test_file_in_a_deeper_folder_is_found(void **state)
{
    Case *c = *state;
    Str lock = scratch_lock(c, NANUM "NanumSquareR.ttf");
    Fonts *f = open_one(c, (FontRoleSpec)ROLE("r", "NanumSquare", 400), lock,
                        STR("/usr/share"));
    assert_non_null(f);
    assert_true(
        str_eq_c(fonts_role_face(f, 0)->path, NANUM "NanumSquareR.ttf"));
    fonts_free(f);
}

/* A flipped bit in an outline leaves the directory as it was: opening does not
 * see it, verifying does. */
static void test_verify_reads_everything(void **state)
{
    Case *c = *state;
    size_t n;
    uint8_t *p = slurp(c, NANUM "NanumGothic.ttf", &n);
    char *copy = scratch_write(c, "NanumGothic.ttf", p, n);
    Str lock = scratch_lock(c, copy);
    Fonts *f = open_one(c, (FontRoleSpec)ROLE("r", "NanumGothic", 400), lock,
                        str_of(c->folder));
    assert_true(fonts_verify(f, c->diags));
    fonts_free(f);
    p[n / 2] ^= 0x10;
    scratch_write(c, "NanumGothic.ttf", p, n);
    f = open_one(c, (FontRoleSpec)ROLE("r", "NanumGothic", 400), lock,
                 str_of(c->folder));
    assert_non_null(f);
    assert_false(fonts_verify(f, c->diags));
    assert_said(c, DIAG_FONT_CHANGED);
    fonts_free(f);
}

/* K-145: fsType 2 forbids embedding, 0x0100 subsetting; 4 and 8 are fine. */
static void test_restricted_k145(void **state)
{
    enum { FSTYPE = 8 };
    static const struct {
        uint8_t high, low;
        bool allowed;
    } cases[] = {{0, 2, false},
                 {1, 0, false},
                 {2, 0, false},
                 {0, 4, true},
                 {0, 8, true}};
    Case *c = *state;
    size_t n;
    uint8_t *p = slurp(c, NANUM "NanumMyeongjo.ttf", &n);
    Bytes directory;
    assert_true(sfnt_directory((Bytes){p, n}, 0, &directory));
    Bytes os2 = sfnt_table((Bytes){p, n}, directory, "OS/2");
    uint8_t *fstype = p + (os2.p - p) + FSTYPE;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        fstype[0] = cases[i].high;
        fstype[1] = cases[i].low;
        char *copy = scratch_write(c, "NanumMyeongjo.ttf", p, n);
        Fonts *f = open_one(c, (FontRoleSpec)ROLE("r", "NanumMyeongjo", 400),
                            scratch_lock(c, copy), str_of(c->folder));
        assert_int_equal(f != NULL, cases[i].allowed);
        fonts_free(f);
    }
    assert_said(c, DIAG_FONT_RESTRICTED);
}

static void test_font_without_outlines(void **state)
{
    Case *c = *state;
    size_t n;
    uint8_t *p = slurp(c, NANUM "NanumGothic.ttf", &n);
    for (size_t at = 12; at < 12 + 16 * 30 && at + 4 < n; at += 16) {
        if (memcmp(p + at, "glyf", 4) == 0)
            memcpy(p + at, "CFF2", 4);
    }
    char *copy = scratch_write(c, "NanumGothic.ttf", p, n);
    assert_null(open_one(c, (FontRoleSpec)ROLE("r", "NanumGothic", 400),
                         scratch_lock(c, copy), str_of(c->folder)));
    assert_said(c, DIAG_FONT_BROKEN);
}

/* K-147: NanumMyeongjo has no hanja; 故 comes from the declared face. */
static void test_hanja_fallback_k147(void **state)
{
    static const Str fallback = {"Noto Serif CJK KR", 17};
    Case *c = *state;
    FontRoleSpec spec = ROLE("body", "NanumMyeongjo", 700);
    spec.fallbacks = &fallback;
    spec.nfallbacks = 1;
    Fonts *f = open_project(c, spec);
    assert_non_null(f);
    const Face *hangul = fonts_choose(f, 0, 0xC774); /* 이 */
    const Face *hanja = fonts_choose(f, 0, 0x6545);  /* 故 */
    assert_true(str_eq_c(hangul->family, "NanumMyeongjo"));
    assert_true(str_eq_c(hanja->family, "Noto Serif CJK KR"));
    assert_int_equal(hanja->weight, 700);
    assert_ptr_equal(fonts_choose(f, 0, 0x6545), hanja); /* from the cache */
    fonts_free(f);
}

/* K-04: Noto Serif draws ㆍ as a letter, a slanted stroke; · stays its own. */
static void test_a_dot_is_round_k04(void **state)
{
    static const Str fallback = {"NanumMyeongjo", 13};
    static const struct {
        const char *family, *dot;
        int weight;
    } rows[] = {{"Noto Serif CJK KR", "NanumMyeongjo", 400},
                {"Noto Serif CJK KR", "NanumMyeongjo", 700},
                {"Noto Sans CJK KR", "Noto Sans CJK KR", 400},
                {"Noto Sans CJK KR", "Noto Sans CJK KR", 700}};
    Case *c = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        FontRoleSpec spec = {.name = STR("body"),
                             .family = str_of(rows[i].family),
                             .weight = rows[i].weight,
                             .fallbacks = &fallback,
                             .nfallbacks = 1};
        Fonts *f = open_project(c, spec);
        assert_non_null(f);
        assert_true(str_eq_c(fonts_choose(f, 0, 0x318D)->family, rows[i].dot));
        assert_true(str_eq_c(fonts_choose(f, 0, 0xB7)->family, rows[i].family));
        fonts_free(f);
    }
    /* A stroke rather than nothing. */
    Fonts *f =
        open_project(c, (FontRoleSpec)ROLE("r", "Noto Serif CJK KR", 400));
    assert_non_null(fonts_choose(f, 0, 0x318D));
    fonts_free(f);
}

/* K-146: NanumSquare maps 갂 to an empty glyph. */
static void test_blank_glyph_is_not_a_glyph_k146(void **state)
{
    Case *c = *state;
    Str lock = scratch_lock(c, NANUM "NanumSquareR.ttf");
    Fonts *f = open_one(c, (FontRoleSpec)ROLE("r", "NanumSquare", 400), lock,
                        STR(NANUM));
    assert_non_null(f);
    hb_codepoint_t glyph;
    assert_true(hb_font_get_nominal_glyph(fonts_role_face(f, 0)->hb_font,
                                          0xAC02, &glyph));
    assert_null(fonts_choose(f, 0, 0xAC02));
    assert_non_null(fonts_choose(f, 0, 0xAC00));
    fonts_free(f);
}

/* K-146: outside the chain there is nothing: ❍ in Noto alone. Spaces need no
 * ink. */
static void test_no_face_outside_the_chain_k146(void **state)
{
    Case *c = *state;
    Fonts *f =
        open_project(c, (FontRoleSpec)ROLE("r", "Noto Sans CJK KR", 400));
    assert_null(fonts_choose(f, 0, 0x274D)); /* ❍ */
    assert_null(fonts_choose(f, 0, 0x110000));
    assert_null(fonts_choose(f, 0, UINT32_MAX));
    assert_non_null(fonts_choose(f, 0, 0x25CB)); /* ○ */
    assert_non_null(fonts_choose(f, 0, ' '));
    assert_non_null(fonts_choose(f, 0, 0x3000));
    fonts_free(f);
}

static void test_too_many_roles(void **state)
{
    Case *c = *state;
    FontRoleSpec *roles = ARENA_ARRAY(c->arena, FontRoleSpec, 256);
    for (int i = 0; i < 256; i++)
        roles[i] = (FontRoleSpec)ROLE("r", "NanumGothic", 400);
    const Str dir = STR(DEBIAN_FONTS);
    assert_null(fonts_open(roles, 256, STR(PROJECT_LOCK), &dir, 1, c->diags));
    assert_said(c, DIAG_FONT_TOO_MANY);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_noto_serif),
        CASE(test_faces_are_shared_by_roles),
        CASE(test_advances_are_whole_units),
        CASE(test_unknown_family_and_weight),
        CASE(test_missing_file_k145),
        CASE(test_changed_file_k145),
        CASE(test_file_in_a_deeper_folder_is_found),
        CASE(test_verify_reads_everything),
        CASE(test_restricted_k145),
        CASE(test_font_without_outlines),
        CASE(test_hanja_fallback_k147),
        CASE(test_a_dot_is_round_k04),
        CASE(test_blank_glyph_is_not_a_glyph_k146),
        CASE(test_no_face_outside_the_chain_k146),
        CASE(test_too_many_roles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
