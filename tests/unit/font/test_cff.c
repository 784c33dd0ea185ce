/* The charset of CFF tables: small tables made here, and a real one. */
#include "font_case.h"

#include "font/cff.h"
#include "font/sfnt.h"

enum { GLYPHS = 4 };

/* A CFF table with `charset` at its end; CID-keyed when `ros`. */
static Bytes table_make(Case *c, bool ros, const uint8_t *charset, size_t n)
{
    static const uint8_t head[] = {1, 0, 4, 1,         /* header */
                                   0, 1, 1, 1, 2, 'A', /* name INDEX: "A" */
                                   0, 1, 1, 1, 9}; /* top DICT INDEX: 8 bytes */
    const uint8_t at = sizeof head + 8;
    /* ROS and charset; or version (0) twice and charset. */
    const uint8_t cid[] = {139, 139, 139, 12, 30, (uint8_t)(139 + at), 15, 139};
    const uint8_t named[] = {139, 0, 139, 0, 139, (uint8_t)(139 + at), 15, 139};
    uint8_t *p = arena_alloc(c->arena, at + n);
    memcpy(p, head, sizeof head);
    memcpy(p + sizeof head, ros ? cid : named, 8);
    if (n > 0)
        memcpy(p + at, charset, n);
    return (Bytes){p, at + n};
}

static void test_list(void **state)
{
    static const uint8_t charset[] = {0, 0, 7, 1, 0, 0, 9};
    Case *c = *state;
    Cff cff;
    Bytes t = table_make(c, true, charset, sizeof charset);
    assert_true(cff_read(t, GLYPHS, c->arena, &cff));
    assert_true(cff.cid_keyed);
    assert_int_equal(cff.cid[0], 0);
    assert_int_equal(cff.cid[1], 7);
    assert_int_equal(cff.cid[2], 256);
    assert_int_equal(cff.cid[3], 9);
}

static void test_ranges(void **state)
{
    static const uint8_t bytes[] = {1, 0, 5, 1, 1, 0, 0};
    static const uint8_t words[] = {2, 0, 5, 0, 1, 1, 0, 0, 0};
    Case *c = *state;
    Cff cff;
    Bytes tables[] = {table_make(c, true, bytes, sizeof bytes),
                      table_make(c, true, words, sizeof words)};
    for (int i = 0; i < 2; i++) {
        assert_true(cff_read(tables[i], GLYPHS, c->arena, &cff));
        assert_int_equal(cff.cid[1], 5);
        assert_int_equal(cff.cid[2], 6);
        assert_int_equal(cff.cid[3], 256);
    }
}

static void test_identity_has_no_map(void **state)
{
    static const uint8_t charset[] = {2, 0, 1, 0, 2};
    Case *c = *state;
    Cff cff;
    Bytes t = table_make(c, true, charset, sizeof charset);
    assert_true(cff_read(t, GLYPHS, c->arena, &cff));
    assert_true(cff.cid_keyed);
    assert_null(cff.cid);
}

static void test_name_keyed(void **state)
{
    Case *c = *state;
    Cff cff;
    Bytes t = table_make(c, false, NULL, 0);
    assert_true(cff_read(t, GLYPHS, c->arena, &cff));
    assert_false(cff.cid_keyed);
    assert_null(cff.cid);
}

/* Every cut of a table is refused, and no byte beyond the cut is read (each
 * cut is its own block of memory, so that ASan sees it). */
static void test_every_cut_is_refused(void **state)
{
    static const uint8_t charset[] = {2, 0, 5, 0, 1, 1, 0, 0, 0};
    Case *c = *state;
    Bytes t = table_make(c, true, charset, sizeof charset);
    for (size_t n = 0; n < t.n; n++) {
        Cff cff;
        uint8_t *cut = g_memdup2(t.p, n);
        assert_false(cff_read((Bytes){cut, n}, GLYPHS, c->arena, &cff));
        g_free(cut);
    }
}

static void test_cid_beyond_the_last_is_refused(void **state)
{
    static const uint8_t charset[] = {2, 0xFF, 0xFF, 0, 9};
    Case *c = *state;
    Cff cff;
    Bytes t = table_make(c, true, charset, sizeof charset);
    assert_false(cff_read(t, GLYPHS, c->arena, &cff));
}

/* Any single damaged byte of the head of a real table: an answer, no crash. */
static void test_damaged_real_table(void **state)
{
    enum { HEAD = 600 };
    Case *c = *state;
    size_t n;
    uint8_t *p = slurp(c, NOTO "NotoSansCJK-Regular.ttc", &n);
    Bytes file = {p, n}, directory;
    assert_true(sfnt_directory(file, 1, &directory));
    Bytes table = sfnt_table(file, directory, "CFF ");
    uint8_t *head = p + (table.p - p);
    int refused = 0;
    for (size_t i = 0; i < HEAD; i++) {
        Cff cff;
        uint8_t old = head[i];
        head[i] = 0xFF;
        refused += !cff_read(table, 65535, c->arena, &cff);
        head[i] = old;
    }
    assert_true(refused > 0);
}

static void test_noto_cid_is_glyph_id(void **state)
{
    Case *c = *state;
    size_t n;
    uint8_t *p = slurp(c, NOTO "NotoSerifCJK-Bold.ttc", &n);
    Bytes file = {p, n}, directory;
    assert_true(sfnt_directory(file, 1, &directory));
    Bytes table = sfnt_table(file, directory, "CFF ");
    Cff cff;
    assert_true(cff_read(table, 65535, c->arena, &cff));
    assert_true(cff.cid_keyed);
    assert_null(cff.cid);
}

/* A long charstring draws something, in every glyph of a real face: so nobody
 * has to draw it to know (K-146). The shortest ones show that some do not. */
static void test_long_charstrings_have_ink(void **state)
{
    enum { BLANK_MOST = 24 };
    Case *c = *state;
    size_t n;
    uint8_t *p = slurp(c, NOTO "NotoSansCJK-Regular.ttc", &n);
    Bytes file = {p, n}, directory;
    assert_true(sfnt_directory(file, 1, &directory));
    Cff cff;
    assert_true(cff_read(sfnt_table(file, directory, "CFF "), 65535, c->arena,
                         &cff));
    hb_blob_t *blob = hb_blob_create((const char *)p, (unsigned)n,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 1);
    hb_font_t *font = hb_font_create(face);
    int blank = 0;
    for (uint32_t g = 0; g < 65535; g++) {
        hb_glyph_extents_t box = {0};
        hb_font_get_glyph_extents(font, g, &box);
        bool ink = box.width != 0 || box.height != 0;
        assert_true(ink || cff_outline_size(cff.outlines, g) <= BLANK_MOST);
        blank += !ink;
    }
    assert_true(blank > 0);
    assert_int_equal(cff_outline_size(cff.outlines, 65535), 0);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_list),
        CASE(test_ranges),
        CASE(test_identity_has_no_map),
        CASE(test_name_keyed),
        CASE(test_every_cut_is_refused),
        CASE(test_cid_beyond_the_last_is_refused),
        CASE(test_damaged_real_table),
        CASE(test_noto_cid_is_glyph_id),
        CASE(test_long_charstrings_have_ink),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
