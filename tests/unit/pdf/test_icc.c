/* The sRGB profile: a well-formed ICC profile that maps white to white. */
#include "pdf/icc.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static uint32_t u32(const Buf *b, size_t at)
{
    const unsigned char *p = (const unsigned char *)b->p + at;
    assert_true(at + 4 <= b->n);
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 |
           p[3];
}

/* Where a tag's data begins. */
static size_t find_tag(const Buf *b, const char *name)
{
    for (uint32_t i = 0; i < u32(b, 128); i++)
        if (!memcmp(b->p + 132 + 12 * i, name, 4))
            return u32(b, 136 + 12 * i);
    fail_msg("no tag %s", name);
    return 0;
}

static void test_header_and_table(void **state)
{
    (void)state;
    Buf b = {0};
    icc_srgb(&b);
    assert_int_equal(u32(&b, 0), b.n);
    assert_memory_equal(b.p + 12, "mntrRGB XYZ ", 12);
    assert_memory_equal(b.p + 36, "acsp", 4);
    for (uint32_t i = 0; i < u32(&b, 128); i++) {
        uint32_t at = u32(&b, 136 + 12 * i), size = u32(&b, 140 + 12 * i);
        assert_int_equal(at % 4, 0);
        assert_true(at >= 132 + 12 * u32(&b, 128) && at + size <= b.n);
    }
    buf_release(&b);
}

/* Red, green and blue together are the white of the connection space. */
static void test_primaries_sum_to_white(void **state)
{
    (void)state;
    Buf b = {0};
    icc_srgb(&b);
    size_t r = find_tag(&b, "rXYZ"), g = find_tag(&b, "gXYZ"),
           bl = find_tag(&b, "bXYZ"), w = find_tag(&b, "wtpt");
    for (size_t i = 8; i < 20; i += 4) {
        uint32_t sum = u32(&b, r + i) + u32(&b, g + i) + u32(&b, bl + i);
        assert_in_range(sum, u32(&b, w + i) - 1, u32(&b, w + i) + 1);
    }
    buf_release(&b);
}

static void test_curve_is_continuous(void **state)
{
    (void)state;
    Buf b = {0};
    icc_srgb(&b);
    size_t at = find_tag(&b, "gTRC");
    assert_memory_equal(b.p + at, "para", 4);
    double a = u32(&b, at + 16) / 65536.0, off = u32(&b, at + 20) / 65536.0;
    assert_true(a + off > 0.9999 && a + off < 1.0001); /* white stays white */
    buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_header_and_table),
        cmocka_unit_test(test_primaries_sum_to_white),
        cmocka_unit_test(test_curve_is_continuous),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
