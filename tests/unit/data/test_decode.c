/* data/decode and data/encoding: K-190 … K-193, K-11. */
#include "data/encoding.h"
#include "data_test.h"

/* Decodes `bytes` in pieces of `size`; stops at the first bad byte. */
static Decoding decode(Encoding e, const char *bytes, size_t n, size_t size,
                       char *out)
{
    Decoder d = {.encoding = e};
    Decoding all = {0};
    for (size_t at = 0; all.nbad == 0;) {
        size_t part = n - at < size ? n - at : size;
        bool last = at + part == n;
        Decoding one =
            decode_piece(&d, (Str){bytes + at, part}, last, out + all.written);
        at += one.used;
        all.used = at;
        all.written += one.written;
        all.nbad = one.nbad;
        memcpy(all.bad, one.bad, sizeof all.bad);
        if (at == n && last && d.nheld == 0)
            break;
    }
    return all;
}

static void expect_text(Encoding e, const char *bytes, size_t n,
                        const char *text)
{
    for (size_t size = 1; size <= n; size++) {
        char out[256];
        Decoding d = decode(e, bytes, n, size, out);
        assert_int_equal(d.nbad, 0);
        assert_int_equal(d.used, n);
        assert_str(((Str){out, d.written}), text);
    }
}

static void expect_bad(Encoding e, const char *bytes, size_t n, size_t good,
                       unsigned nbad)
{
    for (size_t size = 1; size <= n; size++) {
        char out[256];
        Decoding d = decode(e, bytes, n, size, out);
        assert_int_equal(d.written, good);
        assert_int_equal(d.nbad, nbad);
    }
}

#define LITERAL(s) (s), sizeof(s) - 1

static void k191_uhc(void **state)
{
    (void)state;
    expect_text(ENCODING_CP949,
                LITERAL("\x8C\x63\xB9\xE6\xB0\xA2\xC7\xCF \x94\xEE"),
                "똠방각하 뷁");
}

static void k192_pinned_characters(void **state)
{
    (void)state;
    assert_int_equal(cp949_char(0xA1, 0xA4), 0xB7);
    assert_int_equal(cp949_char(0xA1, 0xA9), 0xAD);
    assert_int_equal(cp949_char(0xA1, 0xAA), 0x2015);
    assert_int_equal(cp949_char(0xA1, 0xAD), 0x223C);
    assert_int_equal(cp949_char(0xA2, 0xE6), 0x20AC);
    assert_int_equal(cp949_char(0xA1, 0xA1), 0x3000);
    assert_int_equal(cp949_char(0xB0, 0xA1), 0xAC00);
    assert_int_equal(cp949_char(0xC8, 0xFE), 0xD79D);
    assert_int_equal(cp949_char(0xCA, 0xA1), 0x4F3D);
    assert_int_equal(cp949_char(0xFD, 0xFE), 0x8A70);
}

static void k192_holes(void **state)
{
    (void)state;
    assert_int_equal(cp949_char(0xC9, 0xA1), 0); /* user-defined */
    assert_int_equal(cp949_char(0x81, 0x5B), 0);
    assert_int_equal(cp949_char(0x80, 0xA1), 0);
    assert_int_equal(cp949_char(0xFF, 0xA1), 0);
    assert_int_equal(cp949_char(0xB0, 0x40), 0);
    assert_int_equal(cp949_char(0xB0, 0xFF), 0);
}

/* KS X 1001 has 8,836 places; Hangul is complete in CP949. */
static void cp949_has_all_hangul(void **state)
{
    size_t hangul = 0, all = 0;
    (void)state;
    for (unsigned lead = 0; lead < 256; lead++) {
        for (unsigned trail = 0; trail < 256; trail++) {
            uint32_t cp = cp949_char(lead, trail);
            all += cp != 0;
            hangul += cp >= 0xAC00 && cp <= 0xD7A3;
        }
    }
    assert_int_equal(hangul, 11172);
    assert_int_equal(all, 17048);
}

static void utf8_in_any_pieces(void **state)
{
    (void)state;
    expect_text(ENCODING_UTF8, LITERAL("a가é\xF0\x9F\x98\x80한글 abc"),
                "a가é\xF0\x9F\x98\x80한글 abc");
    expect_bad(ENCODING_UTF8, LITERAL("ab\xB4\xEB,"), 2, 1);
    expect_bad(ENCODING_UTF8, LITERAL("a\xED\xA0\x80"), 1, 1);
    expect_bad(ENCODING_UTF8, LITERAL("\xC0\x80"), 0, 1);
    expect_bad(ENCODING_UTF8, LITERAL("\xE0\x80\x80"), 0, 1);
    expect_bad(ENCODING_UTF8, LITERAL("\xF4\x90\x80\x80"), 0, 1);
    expect_bad(ENCODING_UTF8, LITERAL("a\xEA\xB0"), 1, 2);
}

static void utf16_in_any_pieces(void **state)
{
    (void)state;
    expect_text(ENCODING_UTF16LE, LITERAL("\x00\xAC,\x00\x3D\xD8\x00\xDE"),
                "가,\xF0\x9F\x98\x80");
    expect_text(ENCODING_UTF16BE, LITERAL("\xAC\x00\x00,"), "가,");
}

static void k11_lone_surrogates(void **state)
{
    (void)state;
    expect_bad(ENCODING_UTF16LE, LITERAL("a\x00\x00\xD8z\x00"), 1, 2);
    expect_bad(ENCODING_UTF16LE, LITERAL("a\x00\x00\xDCz\x00"), 1, 2);
    expect_bad(ENCODING_UTF16LE, LITERAL("a\x00\x00\xD8"), 1, 2);
    expect_bad(ENCODING_UTF16BE,
               LITERAL("\x00"
                       "a\x00"),
               1, 1);
}

static void bad_cp949_spares_the_comma(void **state)
{
    (void)state;
    expect_bad(ENCODING_CP949, LITERAL("a\xB0,b"), 1, 1);
    expect_bad(ENCODING_CP949, LITERAL("a\xC9\xA1"), 1, 2);
    expect_bad(ENCODING_CP949, LITERAL("a\x80"), 1, 1);
    expect_bad(ENCODING_CP949, LITERAL("a\xB0"), 1, 1);
}

static Encoding found(const char *bytes, size_t n)
{
    EncodingProbe p = ENCODING_PROBE;
    probe_piece(&p, (Str){bytes, n}, true);
    return probe_verdict(&p);
}

static void k190_order(void **state)
{
    Encoding e;
    (void)state;
    assert_int_equal(encoding_bom(STR("\xEF\xBB\xBF"
                                      "a"),
                                  &e),
                     3);
    assert_int_equal(e, ENCODING_UTF8);
    assert_int_equal(encoding_bom(STR("\xFF\xFE"), &e), 2);
    assert_int_equal(e, ENCODING_UTF16LE);
    assert_int_equal(encoding_bom(STR("\xFE\xFF"), &e), 2);
    assert_int_equal(e, ENCODING_UTF16BE);
    assert_int_equal(encoding_bom(STR("abc"), &e), 0);
    assert_int_equal(found(LITERAL("abc")), ENCODING_UTF8);
    assert_int_equal(found(LITERAL("가")), ENCODING_UTF8);
    assert_int_equal(found(LITERAL("\xB0\xA1")), ENCODING_CP949);
}

/* K-190: UTF-16 without its mark, and texts that only hold zero bytes. */
static void utf16_without_a_mark(void **state)
{
    (void)state;
    assert_int_equal(found(LITERAL("\0\xAC,\0001\0\n\0")), ENCODING_UTF16LE);
    assert_int_equal(found(LITERAL("\xAC\0\0,\0001\0\n")), ENCODING_UTF16BE);
    assert_int_equal(found(LITERAL("a,b\nc\0d,e\n")), ENCODING_UTF8);
    assert_int_equal(found(LITERAL("\xB0\xA1,\0\0\0\0\n")), ENCODING_CP949);
    /* In pieces that part a pair. */
    EncodingProbe p = ENCODING_PROBE;
    probe_piece(&p, (Str){"1\0,", 3}, false);
    probe_piece(&p, (Str){"\0002\0\n\0", 5}, true);
    assert_int_equal(probe_verdict(&p), ENCODING_UTF16LE);
}

static void encoding_names(void **state)
{
    Encoding e;
    (void)state;
    assert_true(encoding_parse(STR("EUC-KR"), &e));
    assert_int_equal(e, ENCODING_CP949);
    assert_true(encoding_parse(STR("utf-16be"), &e));
    assert_int_equal(e, ENCODING_UTF16BE);
    assert_false(encoding_parse(STR("latin1"), &e));
}

/* ---- the same through a table ---- */

static void k190_same_table_in_all_encodings(void **state)
{
    static const struct {
        const char *bytes;
        size_t n;
    } files[] = {
        {LITERAL("구분,값\n시,똠\n")},
        {LITERAL("\xEF\xBB\xBF구분,값\n시,똠\n")},
        {LITERAL("\xB1\xB8\xBA\xD0,\xB0\xAA\r\n\xBD\xC3,\x8C\x63\r\n")},
        {LITERAL("\xFF\xFE\x6C\xAD\x84\xBD\t\x00\x12\xAC\n\x00"
                 "\xDC\xC2\t\x00\x20\xB6\n\x00")},
        {LITERAL("\xFE\xFF\xAD\x6C\xBD\x84\x00\t\xAC\x12\x00\n"
                 "\xC2\xDC\x00\t\xB6\x20\x00\n")}};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        Run r = run_new();
        Table *t =
            table_of_bytes(&r, (TableSpec){0}, files[i].bytes, files[i].n);
        assert_quiet(&r);
        assert_str(table_column(t, 0)->name, "구분");
        assert_str(table_text(t, 0, 0), "시");
        assert_str(table_text(t, 0, 1), "똠");
        assert_place(table_pos(t, 0, 1), 2, 3);
        run_free(&r);
    }
}

static void k193_mixed_encodings(void **state)
{
    const char *text = "가나,다라,마바\n사아,자차,카타\n\n\n\n\n"
                       "파,하,\xB4\xEB\n";
    Run r = run_new();
    (void)state;
    assert_null(table_of(&r, (TableSpec){0}, text));
    assert_only(&r, DIAG_ENCODING_BYTES);
    assert_place(diags_pos(r.diags, 0), 7, 5);
    assert_str(message(&r, 0),
               "UTF-8 인코딩으로 읽을 수 없는 바이트입니다: 0xB4 0xEB");
    run_free(&r);
}

static void k193_every_bad_place_is_told(void **state)
{
    Run r = run_new();
    (void)state;
    assert_null(table_of(&r, (TableSpec){0},
                         "가,나\n다\xFF,라\r\n마,바\xFE\xFE\xFE\n사,아\n"));
    assert_int_equal(diags_count(r.diags, LEVEL_ERROR), 2);
    assert_place(diags_pos(r.diags, 0), 2, 2);
    assert_place(diags_pos(r.diags, 1), 3, 4);
    run_free(&r);
}

static void a_told_encoding_wins(void **state)
{
    Run r = run_new();
    (void)state;
    assert_null(
        table_of(&r, (TableSpec){.encoding = STR("cp949")}, "a,b\n\x80,1\n"));
    assert_only(&r, DIAG_ENCODING_BYTES);
    run_free(&r);

    r = run_new();
    assert_null(table_of(&r, (TableSpec){.encoding = STR("latin1")}, "a\n1\n"));
    assert_only(&r, DIAG_ENCODING_NAME);
    assert_int_equal(diags_pos(r.diags, 0).file, r.layout.file);
    run_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k191_uhc),
        cmocka_unit_test(k192_pinned_characters),
        cmocka_unit_test(k192_holes),
        cmocka_unit_test(cp949_has_all_hangul),
        cmocka_unit_test(utf8_in_any_pieces),
        cmocka_unit_test(utf16_in_any_pieces),
        cmocka_unit_test(k11_lone_surrogates),
        cmocka_unit_test(bad_cp949_spares_the_comma),
        cmocka_unit_test(k190_order),
        cmocka_unit_test(utf16_without_a_mark),
        cmocka_unit_test(encoding_names),
        cmocka_unit_test(k190_same_table_in_all_encodings),
        cmocka_unit_test(k193_mixed_encodings),
        cmocka_unit_test(k193_every_bad_place_is_told),
        cmocka_unit_test(a_told_encoding_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
