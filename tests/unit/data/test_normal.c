/* data/normal: K-01 … K-11. */
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
        cmocka_unit_test(k11_controls_are_refused),
        cmocka_unit_test(normal_text_is_lent),
        cmocka_unit_test(k06_k192_cells_of_cp949),
        cmocka_unit_test(k08_cells_are_trimmed),
        cmocka_unit_test(faults_name_their_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
