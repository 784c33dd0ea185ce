/* data/normal, data/hanyang: K-01 … K-11. */
#include "data/hanyang.h"
#include "data/normal.h"
#include "data_test.h"

static void expect_normal(const char *from, unsigned flags, const char *to)
{
    Run r = run_new();
    Str out;
    if (!text_normalise(str_of(from), flags, POS_NONE, r.arena, r.diags, &out))
        fail_msg("refused: %s", from);
    assert_str(out, to);
    run_free(&r);
}

static void expect_told(const char *from, unsigned flags, DiagCode code,
                        bool fine)
{
    Run r = run_new();
    Str out;
    assert_int_equal(text_normalise(str_of(from), flags, (Pos){1, 2, 3},
                                    r.arena, r.diags, &out),
                     fine);
    assert_only(&r, code);
    assert_place(diags_pos(r.diags, 0), 2, 3);
    run_free(&r);
}

static void k01_composes_hangul_and_latin(void **state)
{
    (void)state;
    expect_normal("\u1112\u1161\u11AB", 0, "한");
    expect_normal("cafe\u0301", 0, "café");
    expect_normal("\uAC00\u11A8", 0, "각");
}

static void k01_keeps_compatibility_hanja(void **state)
{
    (void)state;
    expect_normal("\uF967\u1100\u1161", 0, "\uF967가");
    expect_normal("\uF900", 0, "\uF900");
}

static void k02_no_compatibility_folding(void **state)
{
    (void)state;
    expect_normal("530만㎡ ① Ⅲ ㈜", 0, "530만㎡ ① Ⅲ ㈜");
}

static void k03_half_width_jamo(void **state)
{
    (void)state;
    expect_normal("\uFFA1", 0, "ㄱ");
    expect_normal("\uFFBE\uFFC2\uFFDC", 0, "ㅎㅏㅣ");
    expect_normal("ㅎㅏㄴ", 0, "ㅎㅏㄴ");
}

static void k04_middle_dots(void **state)
{
    (void)state;
    expect_normal("시ㆍ도", 0, "시·도");
    expect_normal("시∙도", 0, "시·도");
    expect_normal("시・도", 0, "시·도");
    expect_normal("시‧도", 0, "시·도");
    expect_normal("시•도", 0, "시·도");
    expect_normal("시\u119E도", 0, "시·도");
    expect_normal("• 항목", 0, "• 항목");
    expect_normal("시ㆍ도", NORMAL_KEEP_MIDDOT, "시ㆍ도");
}

static void k05_range_marks(void **state)
{
    (void)state;
    expect_normal("8.11∼17", 0, "8.11~17");
    expect_normal("8.11〜17", 0, "8.11~17");
    expect_normal("8.11～17", 0, "8.11~17");
    expect_normal("8.11∼17", NORMAL_KEEP_RANGE, "8.11∼17");
}

static void k06_soft_hyphen(void **state)
{
    (void)state;
    expect_normal("2024\u00AD01", NORMAL_CP949, "2024-01");
    expect_told("2024\u00AD01", NORMAL_CP949, DIAG_TEXT_HYPHEN, true);
    expect_normal("시\u00AD도", 0, "시도");
    expect_told("시\u00AD도", 0, DIAG_TEXT_INVISIBLE, true);
}

static void k08_invisible_characters(void **state)
{
    (void)state;
    expect_normal("대\u200B전\uFEFF시\u2060", 0, "대전시");
    expect_told("대\u200B전", 0, DIAG_TEXT_INVISIBLE, true);
    expect_normal("억\u00A0원", 0, "억\u00A0원");
}

static void k08_blank_fillers(void **state)
{
    static const char *const blank[] = {"\u3164", "\uFFA0", "\u115F", "\u1160"};
    (void)state;
    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++) {
        expect_normal(blank[i], 0, "");
        expect_told(blank[i], 0, DIAG_TEXT_INVISIBLE, true);
    }
    expect_normal("대\u115F\u1160전", 0, "대전");
    /* in their places in an old syllable (K-10) */
    expect_normal("\u115F\u1161\u11AE", 0, "\u115F\u1161\u11AE");
    expect_normal("\u1112\u1160", 0, "\u1112\u1160");
    expect_normal("\u115F\u1160\u11AE", 0, "\u115F\u1160\u11AE");
}

static void k55_marks_of_vertical_text(void **state)
{
    (void)state;
    expect_normal("추진、완료。", 0, "추진、완료。");
    expect_told("추진。", 0, DIAG_TEXT_VERTICAL, true);
}

static void k30_an_author_keeps_controls(void **state)
{
    (void)state;
    expect_normal("대\u200B전\u2060시\uFEFF", NORMAL_AUTHOR,
                  "대\u200B전\u2060시");
}

static void k09_symbol_fonts(void **state)
{
    (void)state;
    expect_normal("\uF0A7\uF06F\uF0E8", 0, "▪□➔");
    expect_normal("\U000F02B1\U000F02C4", 0, "①⑳");
    expect_normal("\U000F012B", 0, "(인)");
    expect_normal("\uF081\uF095\uF0FC\uF0E0", 0, "①❿✔→");
    expect_normal("\U000F00DA\U000F0854책\U000F0855", 0, "▸《책》");
    expect_told("가\uF001나", 0, DIAG_TEXT_PRIVATE, false);
}

/* The letters of a code as hex, as K-10 writes them. */
static void expect_jamo(uint32_t cp, uint32_t initial, uint32_t vowel,
                        uint32_t final)
{
    Jamo jamo;
    assert_true(hanyang_read(cp, &jamo));
    assert_int_equal(jamo.initial, initial);
    assert_int_equal(jamo.vowel, vowel);
    assert_int_equal(jamo.final, final);
}

static void k10_hanyang_codes(void **state)
{
    (void)state;
    expect_normal("\uEBD4", 0, "\u110A\u119E");
    expect_normal("\uE0BC", 0, "\u115F\u1161\u11AE");
    expect_normal("나랏\u302E말\u302F\uEBD4미", 0,
                  "나랏\u302E말\u302F\u110A\u119E미");
    expect_told("\uEBD4", 0, DIAG_TEXT_OLD_HANGUL, true);
    expect_told("\uEBD4\uEBD4 \uE0BC", 0, DIAG_TEXT_OLD_HANGUL, true);
    expect_jamo(0xE0BC, 0x115F, 0x1161, 0x11AE); /* the first and last … */
    expect_jamo(0xEFFF, 0x114C, 0x1167, 0x11BA); /* … of each range */
    expect_jamo(0xF66E, 0x1159, 0x11A1, 0x11F0);
    expect_jamo(0xF100, 0x114C, 0x1167, 0x11BC);
    expect_jamo(0xF784, 0x115F, 0, 0);
    expect_jamo(0xF800, 0xA97C, 0, 0);
    expect_jamo(0xF806, 0, 0x1160, 0);
    expect_jamo(0xF864, 0, 0x11A2, 0);
    expect_jamo(0xF86A, 0, 0, 0);
    expect_jamo(0xF8F7, 0, 0, 0x11F9);
}

static void k10_single_letters_make_whole_syllables(void **state)
{
    (void)state;
    expect_normal("\uF785\uF807\uF86B", 0, "각");
    expect_normal("\uF785", 0, "\u1100\u1160");
    expect_normal("\uF785\uF785\uF807", 0, "\u1100\u1160가");
    expect_normal("\uF807", 0, "\u115F\u1161");
    expect_normal("\uF86B", 0, "\u115F\u1160\u11A8");
    expect_normal("가\uF86B나", 0, "각나");
    expect_normal("각\uF86B", 0, "각\u115F\u1160\u11A8");
    expect_normal("가\uF86A나", 0, "가나");
    expect_normal("\u1112\uF807", 0, "하");
}

static bool is_within(uint32_t cp, uint32_t first, uint32_t last)
{
    return cp >= first && cp <= last;
}

/* Every code gives letters of the right sorts, and no code is a symbol too. */
static void k10_every_code_is_a_syllable(void **state)
{
    size_t syllables = 0, letters = 0;
    (void)state;
    for (uint32_t cp = 0xE000; cp <= 0xF8FF; cp++) {
        Jamo j;
        if (!hanyang_read(cp, &j))
            continue;
        assert_false(is_within(cp, 0xF000, 0xF0FF));
        assert_true(!j.initial || is_within(j.initial, 0x1100, 0x115F) ||
                    is_within(j.initial, 0xA960, 0xA97C));
        assert_true(!j.vowel || is_within(j.vowel, 0x1160, 0x11A7) ||
                    is_within(j.vowel, 0xD7B0, 0xD7C6));
        assert_true(!j.final || is_within(j.final, 0x11A8, 0x11FF) ||
                    is_within(j.final, 0xD7CB, 0xD7FB));
        if (cp < 0xF784) {
            assert_true(j.initial && j.vowel);
            syllables++;
        } else {
            letters++;
        }
    }
    assert_int_equal(syllables, 5299);
    assert_int_equal(letters, 362);
}

static void k09_k10_the_rest_is_refused(void **state)
{
    (void)state;
    expect_told("\uE0BB", 0, DIAG_TEXT_PRIVATE, false);
    expect_told("\uF021", 0, DIAG_TEXT_PRIVATE, false);
    expect_told("\uF66F", 0, DIAG_TEXT_PRIVATE, false);
    expect_told("\uF801", 0, DIAG_TEXT_PRIVATE, false);
    expect_told("\uF8F8", 0, DIAG_TEXT_PRIVATE, false);
    expect_told("\U000F0001", 0, DIAG_TEXT_PRIVATE, false);
    expect_normal("\uF0A7\uEBD4", 0, "▪\u110A\u119E");
}

static void k11_controls_are_refused(void **state)
{
    (void)state;
    expect_told("가\a나", 0, DIAG_TEXT_CONTROL, false);
    expect_told("\uFFFE", 0, DIAG_TEXT_CONTROL, false);
    expect_told("\xC2\x85", 0, DIAG_TEXT_CONTROL, false);
    Run r = run_new();
    Str out;
    assert_false(text_normalise(((Str){"a\0b", 3}), 0, POS_NONE, r.arena,
                                r.diags, &out));
    assert_only(&r, DIAG_TEXT_CONTROL);
    assert_str(out, "ab");
    run_free(&r);
    expect_normal("가\t나\r\n다", 0, "가\t나\r\n다");
}

static void normal_text_is_lent(void **state)
{
    Run r = run_new();
    Str text = STR("대전광역시 2024. 1. 5.(금) 11조 6,250억 원"), out;
    (void)state;
    assert_true(text_is_normal(text));
    assert_true(text_normalise(text, 0, POS_NONE, r.arena, r.diags, &out));
    assert_ptr_equal(out.p, text.p);
    run_free(&r);
}

/* ---- through a table ---- */

static void k06_k192_cells_of_cp949(void **state)
{
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){0},
                        "\xB0\xAA\n\xA1\xA9 \xA1\xAA \xA1\xAD\n8.11\xA1\xAD"
                        "17\n");
    (void)state;
    assert_only(&r, DIAG_TEXT_HYPHEN);
    assert_place(diags_pos(r.diags, 0), 2, 1);
    assert_str(table_text(t, 0, 0), "- ― ~");
    assert_str(table_text(t, 1, 0), "8.11~17");
    run_free(&r);
}

static void k08_cells_are_trimmed(void **state)
{
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){0}, "a,b\n　대전시 ,x\n");
    (void)state;
    assert_str(table_text(t, 0, 0), "대전시");
    assert_quiet(&r);
    run_free(&r);
}

static void faults_name_their_cell(void **state)
{
    Run r = run_new();
    (void)state;
    table_of(&r, (TableSpec){0}, "a,b\n가나,\"다\uF001\"\n");
    assert_only(&r, DIAG_TEXT_PRIVATE);
    assert_place(diags_pos(r.diags, 0), 2, 4);
    run_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k01_composes_hangul_and_latin),
        cmocka_unit_test(k01_keeps_compatibility_hanja),
        cmocka_unit_test(k02_no_compatibility_folding),
        cmocka_unit_test(k03_half_width_jamo),
        cmocka_unit_test(k04_middle_dots),
        cmocka_unit_test(k05_range_marks),
        cmocka_unit_test(k06_soft_hyphen),
        cmocka_unit_test(k08_invisible_characters),
        cmocka_unit_test(k08_blank_fillers),
        cmocka_unit_test(k55_marks_of_vertical_text),
        cmocka_unit_test(k30_an_author_keeps_controls),
        cmocka_unit_test(k09_symbol_fonts),
        cmocka_unit_test(k10_hanyang_codes),
        cmocka_unit_test(k10_single_letters_make_whole_syllables),
        cmocka_unit_test(k10_every_code_is_a_syllable),
        cmocka_unit_test(k09_k10_the_rest_is_refused),
        cmocka_unit_test(k11_controls_are_refused),
        cmocka_unit_test(normal_text_is_lent),
        cmocka_unit_test(k06_k192_cells_of_cp949),
        cmocka_unit_test(k08_cells_are_trimmed),
        cmocka_unit_test(faults_name_their_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
