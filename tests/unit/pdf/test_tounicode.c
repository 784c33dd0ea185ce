/* K-169: every code has a text, and no range crosses a 256 boundary. */
#include "pdf/tounicode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char *cmap_of(const CodeText *codes, size_t n)
{
    Buf b = {0};
    tounicode_write(codes, n, &b);
    buf_add_char(&b, 0);
    return b.p;
}

static void test_single_codes(void **state)
{
    (void)state;
    const CodeText codes[] = {{3, STR("가")},
                              {9, STR("ᄒᆞᆫ")},
                              {12, STR("")},
                              {13, STR("\U0001F600")}};
    char *cmap = cmap_of(codes, 4);
    assert_non_null(strstr(cmap, "4 beginbfchar\n<0003> <AC00>\n"));
    assert_non_null(strstr(cmap, "<0009> <1112119E11AB>\n"));
    assert_non_null(strstr(cmap, "<000C> <200B>\n")); /* says nothing */
    assert_non_null(strstr(cmap, "<000D> <D83DDE00>\nendbfchar"));
    assert_null(strstr(cmap, "beginbfrange"));
    free(cmap);
}

static void test_K_169_ranges_stop_at_boundaries(void **state)
{
    (void)state;
    /* Codes 1 … 4 are U+B2FE … U+B301: the low byte wraps between 2 and 3. */
    const CodeText wrap[] = {
        {1, STR("닾")}, {2, STR("닿")}, {3, STR("대")}, {4, STR("댁")}};
    char *cmap = cmap_of(wrap, 4);
    assert_non_null(
        strstr(cmap, "<0001> <0002> <B2FE>\n<0003> <0004> <B300>\n"));
    free(cmap);
    /* Here the codes pass 00FF. */
    const CodeText codes[] = {{0xFE, STR("a")},
                              {0xFF, STR("b")},
                              {0x100, STR("c")},
                              {0x101, STR("d")}};
    cmap = cmap_of(codes, 4);
    assert_non_null(
        strstr(cmap, "<00FE> <00FF> <0061>\n<0100> <0101> <0063>\n"));
    free(cmap);
}

/* All 11,172 syllables, whatever code they begin at. */
static void test_K_169_all_syllables(void **state)
{
    (void)state;
    enum { SYLLABLES = 11172 };
    static char text[SYLLABLES][4];
    static CodeText codes[SYLLABLES];
    for (unsigned first = 1; first < 600; first += 149) {
        for (unsigned i = 0; i < SYLLABLES; i++) {
            size_t n = utf8_put(text[i], 0xAC00 + i);
            codes[i] = (CodeText){(uint16_t)(first + i), {text[i], n}};
        }
        char *cmap = cmap_of(codes, SYLLABLES);
        unsigned seen = 0, low, high, cp;
        for (char *line = strtok(cmap, "\n"); line; line = strtok(NULL, "\n")) {
            if (sscanf(line, "<%x> <%x> <%x>", &low, &high, &cp) == 3) {
                assert_int_equal(low >> 8, high >> 8);
                assert_true((cp & 0xFF) + high - low <= 0xFF);
            } else if (sscanf(line, "<%x> <%x>", &low, &cp) == 2 &&
                       low >= first) {
                high = low;
            } else {
                continue;
            }
            assert_int_equal(low - first, cp - 0xAC00);
            seen += high - low + 1;
        }
        assert_int_equal(seen, SYLLABLES);
        free(cmap);
    }
}

static void test_sections_hold_a_hundred(void **state)
{
    (void)state;
    enum { N = 250 };
    CodeText codes[N];
    for (int i = 0; i < N; i++) /* no two in a row */
        codes[i] = (CodeText){(uint16_t)(3 * i), STR("x")};
    char *cmap = cmap_of(codes, N);
    assert_non_null(strstr(cmap, "\n100 beginbfchar\n<0000>"));
    assert_non_null(strstr(cmap, "endbfchar\n100 beginbfchar\n<012C>"));
    assert_non_null(strstr(cmap, "endbfchar\n50 beginbfchar\n<0258>"));
    free(cmap);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_single_codes),
        cmocka_unit_test(test_K_169_ranges_stop_at_boundaries),
        cmocka_unit_test(test_K_169_all_syllables),
        cmocka_unit_test(test_sections_hold_a_hundred),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
