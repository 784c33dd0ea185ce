/* The table directory of font files. */
#include "font_case.h"

#include "font/sfnt.h"

static void test_collection(void **state)
{
    Case *c = *state;
    size_t n;
    const uint8_t *p = slurp(c, NOTO "NotoSansCJK-Regular.ttc", &n);
    Bytes file = {p, n}, kr, jp;
    assert_int_equal(sfnt_faces(file), 10);
    assert_true(sfnt_directory(file, 1, &kr));
    assert_true(sfnt_directory(file, 0, &jp));
    assert_false(sfnt_directory(file, 10, &jp));
    assert_true(
        str_eq_c(sfnt_name(file, kr, 6, c->arena), "NotoSansCJKkr-Regular"));
    assert_false(
        str_eq(sfnt_fingerprint(kr, c->arena), sfnt_fingerprint(jp, c->arena)));
}

static void test_fingerprint_sees_a_changed_checksum(void **state)
{
    Case *c = *state;
    size_t n;
    uint8_t *p = slurp(c, NANUM "NanumGothic.ttf", &n);
    Bytes file = {p, n}, d;
    assert_true(sfnt_directory(file, 0, &d));
    Str before = sfnt_fingerprint(d, c->arena);
    assert_int_equal(before.n, SFNT_FINGERPRINT);
    p[12 + 4] ^= 1; /* checksum of the first table */
    assert_false(str_eq(before, sfnt_fingerprint(d, c->arena)));
}

static void test_table_outside_the_file(void **state)
{
    Case *c = *state;
    size_t n;
    const uint8_t *p = slurp(c, NANUM "NanumGothic.ttf", &n);
    Bytes d;
    assert_true(sfnt_directory((Bytes){p, n}, 0, &d));
    assert_false(sfnt_directory((Bytes){p, n / 2}, 0, &d));
    for (size_t cut = 0; cut < 300; cut++) {
        uint8_t *part = g_memdup2(p, cut);
        assert_false(sfnt_directory((Bytes){part, cut}, 0, &d));
        g_free(part);
    }
}

static void test_no_font(void **state)
{
    (void)state;
    static const uint8_t huge[] = {'t',  't',  'c',  'f',  0, 1, 0, 0,
                                   0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0};
    Bytes d, text = {(const uint8_t *)"#!/bin/sh\nexit\n", 15};
    assert_int_equal(sfnt_faces(text), 0);
    assert_false(sfnt_directory(text, 0, &d));
    assert_int_equal(sfnt_faces((Bytes){huge, sizeof huge}), 0);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_collection),
        CASE(test_fingerprint_sees_a_changed_checksum),
        CASE(test_table_outside_the_file),
        CASE(test_no_font),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
