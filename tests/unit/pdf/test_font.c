/* Embedded fonts: subsets, widths, and what their glyphs say. */
#include "pdf/fontfile.h"
#include "pdf/subset.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define LOCK HANJI_SOURCE "/fonts/fonts.lock"

enum { NOTO, NANUM, SIGNS, NROLES }; /* SIGNS: no Hangul */

typedef struct Case {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    Fonts *fonts;
    Charmaps *maps;
    Objects objects;
    Deflater *deflater;
} Case;

static int setup(void **state)
{
    static const FontRoleSpec roles[NROLES] = {
        [NOTO] = {.name = {"noto", 4},
                  .family = {"Noto Serif CJK KR", 17},
                  .weight = 400},
        [NANUM] = {.name = {"nanum", 5},
                   .family = {"NanumGothic", 11},
                   .weight = 400},
        [SIGNS] = {.name = {"signs", 5},
                   .family = {"DejaVu Sans", 11},
                   .weight = 400},
    };
    const Str dir = STR("/usr/share/fonts");
    Case *c = g_new0(Case, 1);
    c->arena = arena_new(0);
    c->sources = sources_new();
    c->diags = diags_new(c->sources);
    c->fonts = fonts_open(roles, NROLES, STR(LOCK), &dir, 1, c->diags);
    if (!c->fonts)
        return -1;
    c->maps = charmaps_new(c->fonts);
    objects_init(&c->objects);
    c->deflater = deflater_new(DEFLATE_SMALL);
    *state = c;
    return 0;
}

static int teardown(void **state)
{
    Case *c = *state;
    deflater_free(c->deflater);
    objects_release(&c->objects);
    charmaps_free(c->maps);
    fonts_free(c->fonts);
    diags_free(c->diags);
    sources_free(c->sources);
    arena_free(c->arena);
    g_free(c);
    return 0;
}

static uint16_t glyph_of(const Face *f, uint32_t cp)
{
    hb_codepoint_t glyph = 0;
    assert_true(hb_font_get_nominal_glyph(f->hb_font, cp, &glyph));
    return (uint16_t)glyph;
}

/* One glyph standing for a text. */
static const Shaped *shaped(Case *c, const Face *f, uint16_t id,
                            const char *text)
{
    Glyph *g = ARENA_NEW(c->arena, Glyph);
    Shaped *s = ARENA_NEW(c->arena, Shaped);
    *g = (Glyph){.id = id,
                 .advance = (int16_t)face_advance(f, id),
                 .text_len = (uint16_t)strlen(text)};
    *s = (Shaped){.face = f, .text = str_of(text), .n = 1, .glyphs = g};
    return s;
}

static void test_a_glyph_says_its_lowest_character(void **state)
{
    Case *c = *state;
    for (FontRole r = 0; r < SIGNS; r++) {
        const Face *f = fonts_role_face(c->fonts, r);
        const uint32_t *map = charmap_find(c->maps, f);
        assert_int_equal(map[glyph_of(f, ' ')], ' '); /* not U+00A0, not CR */
        assert_int_equal(map[glyph_of(f, 0xAC00)], 0xAC00);
        assert_ptr_equal(map, charmap_find(c->maps, f));
    }
}

/* K-170: where a glyph stands for another character, painters must know. */
static void test_K_170_other_texts_are_noticed(void **state)
{
    Case *c = *state;
    const Face *f = fonts_role_face(c->fonts, NOTO);
    GlyphUse *u = glyphuse_new(c->fonts, c->maps);
    FaceUse *face = glyphuse_face(u, f);
    uint16_t space = glyph_of(f, ' ');
    assert_true(glyphuse_add(u, face, shaped(c, f, space, " "))->faithful);
    assert_false(
        glyphuse_add(u, face, shaped(c, f, space, "\u00A0"))->faithful);
    assert_false(glyphuse_add(u, face, shaped(c, f, space, "  "))->faithful);
    glyphuse_free(u);
}

/* K-168: readers that know no ActualText find config, not conﬁg. */
static void test_K_168_a_ligature_says_its_letters(void **state)
{
    Case *c = *state;
    const Face *f = fonts_role_face(c->fonts, NOTO);
    GlyphUse *u = glyphuse_new(c->fonts, c->maps);
    FaceUse *face = glyphuse_face(u, f);
    uint16_t fi = glyph_of(f, 0xFB01);
    char utf8[4];
    assert_true(glyphuse_add(u, face, shaped(c, f, fi, "fi"))->faithful);
    assert_false(glyphuse_add(u, face, shaped(c, f, fi, "\uFB01"))->faithful);
    assert_true(str_eq_c(charmap_text(face->chars[fi], utf8), "fi"));
    assert_true(str_eq_c(charmap_text(0xFB04, utf8), "ffl"));
    assert_true(str_eq_c(charmap_text(0xAC00, utf8), "가"));
    glyphuse_free(u);
}

/* A word whose glyphs stand where their advances put them is shown by its codes
 * alone; one that is kerned is not. */
static void test_straight_words_know_their_codes(void **state)
{
    Case *c = *state;
    const Face *f = fonts_role_face(c->fonts, NOTO);
    GlyphUse *u = glyphuse_new(c->fonts, c->maps);
    FaceUse *face = glyphuse_face(u, f);
    const Shaped *word = shaped(c, f, glyph_of(f, 0xAC00), "가");
    uint16_t code = face_code(f, word->glyphs->id);
    const UsedWord *used = glyphuse_add(u, face, word);
    assert_int_equal(used->ncodes, 2);
    assert_int_equal((uint8_t)used->codes[0], code >> 8);
    assert_int_equal((uint8_t)used->codes[1], code & 0xFF);

    Glyph kerned = *word->glyphs;
    kerned.advance--;
    Shaped other = *word; /* under the same number */
    other.glyphs = &kerned;
    used = glyphuse_add(u, face, &other);
    assert_ptr_equal(used->word, &other);
    assert_null(used->codes);
    glyphuse_free(u);
}

/* A glyph without character takes the text it is used for, whichever thread
 * saw it first. */
static void test_merging_does_not_depend_on_order(void **state)
{
    Case *c = *state;
    const Face *f = fonts_role_face(c->fonts, NOTO);
    const uint32_t *map = charmap_find(c->maps, f);
    uint16_t bare = 0;
    while (bare == 0 || map[bare])
        bare++;
    Str texts[2];
    for (int i = 0; i < 2; i++) {
        GlyphUse *a = glyphuse_new(c->fonts, c->maps);
        GlyphUse *b = glyphuse_new(c->fonts, c->maps);
        GlyphUse *first = i ? b : a, *second = i ? a : b;
        glyphuse_add(a, glyphuse_face(a, f), shaped(c, f, bare, "나"));
        glyphuse_add(b, glyphuse_face(b, f), shaped(c, f, bare, "가"));
        glyphuse_merge(first, second);
        UsedGlyph *g = &glyphuse_face(first, f)->glyphs[bare];
        texts[i] = str_dup((Str){g->text, g->text_len}, c->arena);
        glyphuse_free(a);
        glyphuse_free(b);
    }
    assert_true(str_eq_c(texts[0], "가"));
    assert_true(str_eq(texts[0], texts[1]));
}

static void test_subsets_are_small_and_repeatable(void **state)
{
    Case *c = *state;
    for (FontRole r = 0; r < SIGNS; r++) {
        const Face *f = fonts_role_face(c->fonts, r);
        uint16_t ids[] = {glyph_of(f, '1'), glyph_of(f, 0xAC00)};
        Subset one = {0}, two = {0};
        if (ids[0] > ids[1])
            ids[0] = 0;
        assert_true(subset_make(f, ids, 2, &one));
        assert_true(subset_make(f, ids, 2, &two));
        assert_true(one.program.n < 8192);
        assert_int_equal(one.program.n, two.program.n);
        assert_memory_equal(one.program.p, two.program.p, one.program.n);
        /* A bare CFF begins with its version, an sfnt with its own. */
        assert_int_equal(one.program.p[0], f->kind == FACE_GLYF ? 0 : 1);
        assert_int_equal(one.cid_map.n,
                         f->kind == FACE_GLYF ? 2 * (size_t)(ids[1] + 1) : 0);
        subset_release(&one);
        subset_release(&two);
    }
}

static char *object_c(Case *c, uint32_t number)
{
    return str_c(object_text(&c->objects, number), c->arena);
}

/* The number behind "/Key " in an object. */
static uint32_t ref_in(Case *c, uint32_t number, const char *key)
{
    char *at = strstr(object_c(c, number), key);
    assert_non_null(at);
    return (uint32_t)strtoul(at + strlen(key), NULL, 10);
}

/* K-171: widths are those of the font, to a thousandth of a unit. */
static void test_K_171_widths_are_the_fonts(void **state)
{
    Case *c = *state;
    const Face *f = fonts_role_face(c->fonts, NANUM);
    GlyphUse *u = glyphuse_new(c->fonts, c->maps);
    FaceUse *face = glyphuse_face(u, f);
    uint16_t a = glyph_of(f, 'a');
    glyphuse_add(u, face, shaped(c, f, glyph_of(f, 0xAC00), "가"));
    glyphuse_add(u, face, shaped(c, f, glyph_of(f, 0xAC01), "각"));
    glyphuse_add(u, face, shaped(c, f, a, "a"));
    uint32_t font = font_embed(&c->objects, face, c->deflater, c->diags);
    assert_int_not_equal(font, 0);
    char *cid = object_c(c, ref_in(c, font, "/DescendantFonts["));
    double em = 1000.0 / f->upem, dw, w;
    unsigned code;
    assert_int_equal(
        sscanf(strstr(cid, "/DW "), "/DW %lf/W[%u[%lf]", &dw, &code, &w), 3);
    assert_true(fabs(dw - face_advance(f, glyph_of(f, 0xAC00)) * em) < 0.0006);
    assert_int_equal(code, a);
    assert_true(fabs(w - face_advance(f, a) * em) < 0.0006);
    glyphuse_free(u);
}

/* The default width is an integer, or poppler reads 1000 for it; here no width
 * is one, so each stands in /W. */
static void test_K_171_default_width_is_whole(void **state)
{
    Case *c = *state;
    const Face *f = fonts_role_face(c->fonts, SIGNS);
    GlyphUse *u = glyphuse_new(c->fonts, c->maps);
    FaceUse *face = glyphuse_face(u, f);
    glyphuse_add(u, face, shaped(c, f, glyph_of(f, 0x2794), "➔"));
    uint32_t font = font_embed(&c->objects, face, c->deflater, c->diags);
    char *cid = object_c(c, ref_in(c, font, "/DescendantFonts["));
    double em = 1000.0 / f->upem, w;
    unsigned code;
    assert_int_equal(sscanf(strstr(cid, "/DW "), "/DW 0/W[%u[%lf]", &code, &w), 2);
    assert_int_equal(code, glyph_of(f, 0x2794));
    assert_true(fabs(w - face_advance(f, glyph_of(f, 0x2794)) * em) < 0.0006);
    glyphuse_free(u);
}

static void test_a_font_that_cannot_be_embedded(void **state)
{
    Case *c = *state;
    static UsedGlyph glyphs[2] = {[1] = {.used = true}};
    uint16_t id = 1;
    GArray *shown = g_array_new(FALSE, FALSE, sizeof id);
    static const uint32_t chars[2];
    Face broken = {.kind = FACE_CFF_CID,
                   .nglyphs = 2,
                   .upem = 1000,
                   .ps_name = STR("Broken"),
                   .path = STR("broken.otf"),
                   .hb_face = hb_face_get_empty()};
    FaceUse use = {&broken, chars, glyphs, shown};
    g_array_append_val(shown, id);
    assert_int_equal(font_embed(&c->objects, &use, c->deflater, c->diags), 0);
    g_array_free(shown, TRUE);
    assert_int_equal(diags_code(c->diags, 0), DIAG_PDF_FONT);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_a_glyph_says_its_lowest_character),
        CASE(test_K_170_other_texts_are_noticed),
        CASE(test_K_168_a_ligature_says_its_letters),
        CASE(test_straight_words_know_their_codes),
        CASE(test_merging_does_not_depend_on_order),
        CASE(test_subsets_are_small_and_repeatable),
        CASE(test_K_171_widths_are_the_fonts),
        CASE(test_K_171_default_width_is_whole),
        CASE(test_a_font_that_cannot_be_embedded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
