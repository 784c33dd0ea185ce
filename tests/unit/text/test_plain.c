/* Plain glyphs: shaping by table gives what HarfBuzz gives. */
#include "text_case.h"

#include "text/plain.h"

typedef struct Tally {
    size_t words, plain;
} Tally;

static bool all_plain(Case *c, const Face *f, Str word)
{
    Glyph g;
    for (size_t at = 0; at < word.n;)
        if (!plain_glyph(c->text, f, str_next(word, &at), &g))
            return false;
    return true;
}

static void check_word(Case *c, const Face *f, Str word, hb_buffer_t *buffer)
{
    unsigned n;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, word.p, (int)word.n, 0, (int)word.n);
    hb_buffer_set_script(buffer, HB_SCRIPT_HANGUL);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, hb_language_from_string("ko", -1));
    hb_shape(f->hb_font, buffer, NULL, 0);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
    const hb_glyph_position_t *pos =
        hb_buffer_get_glyph_positions(buffer, NULL);
    const Shaped *s = seg_shape(c->text, f, word, 0);
    assert_int_equal(s->n, n);
    for (unsigned i = 0; i < n; i++) {
        assert_int_equal(s->glyphs[i].id, info[i].codepoint);
        assert_int_equal(s->glyphs[i].advance, pos[i].x_advance);
        assert_int_equal(pos[i].x_offset, 0);
    }
}

static Tally check_face(Case *c, const Face *f, char **words)
{
    Tally t = {0};
    hb_buffer_t *buffer = hb_buffer_create();
    for (char **w = words; *w; w++) {
        Str word = str_of(*w);
        if (!word.n)
            continue;
        t.words++;
        if (!all_plain(c, f, word))
            continue;
        check_word(c, f, word, buffer);
        t.plain++;
    }
    hb_buffer_destroy(buffer);
    return t;
}

static void test_plain_words_are_shaped_right(void **state)
{
    Case *c = *state;
    char *all;
    assert_true(g_file_get_contents(CASES "bullets.txt", &all, NULL, NULL));
    char **words = g_strsplit_set(all, " \n\t", -1);
    for (size_t i = 0; i < fonts_face_count(c->fonts); i++) {
        Tally t = check_face(c, fonts_face(c->fonts, (uint16_t)i), words);
        assert_true(t.plain * 2 > t.words); /* most words are plain */
    }
    g_strfreev(words);
    g_free(all);
}

/* Every syllable between two others, and figures between marks. */
static void test_every_syllable(void **state)
{
    Case *c = *state;
    GString *text = g_string_new("(1,234) 36.9% 1/2 12:30~13:00 ·가· ");
    for (gunichar s = 0xAC00; s <= 0xD7A3; s++) {
        g_string_append_unichar(text, s);
        if (s % 7 == 0)
            g_string_append_c(text, ' ');
    }
    char **words = g_strsplit(text->str, " ", -1);
    for (size_t i = 0; i < fonts_face_count(c->fonts); i++)
        check_face(c, fonts_face(c->fonts, (uint16_t)i), words);
    g_strfreev(words);
    g_string_free(text, TRUE);
}

static void test_kerned_letters_are_not_plain(void **state)
{
    Case *c = *state;
    Glyph g;
    const Face *serif = fonts_role_face(c->fonts, SERIF);
    assert_true(plain_glyph(c->text, serif, 0xAC00, &g));
    assert_false(plain_glyph(c->text, serif, 'A', &g));
    assert_false(plain_glyph(c->text, serif, 0x1112, &g));
    assert_false(plain_glyph(c->text, serif, 0x300C, &g));
    assert_false(plain_glyph(c->text, serif, 0x1F600, &g));
}

/* K-35: one word space, whatever stands beside it. */
static void test_k35_one_word_space(void **state)
{
    Case *c = *state;
    Len space = width_of(c, "가 가") - width_of(c, "가가");
    assert_pt(space, 4.65, 0.01);
    assert_pt(width_of(c, "A 1") - width_of(c, "A") - width_of(c, "1"),
        len_pt(space), 0.01);
    assert_pt(width_of(c, "(가: 나") - width_of(c, "(가:") - width_of(c, "나"),
        len_pt(space), 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_plain_words_are_shaped_right),
        CASE_TEST(test_every_syllable),
        CASE_TEST(test_kerned_letters_are_not_plain),
        CASE_TEST(test_k35_one_word_space),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
