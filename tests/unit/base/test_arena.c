/* Arena: alignment, blocks, large requests, reuse. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static void every_address_is_aligned(void **state)
{
    (void)state;
    Arena *a = arena_new(256);
    for (size_t n = 0; n < 300; n++) {
        char *p = arena_alloc(a, n);
        assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
        memset(p, 0x5A, n);
    }
    arena_free(a);
}

static void pieces_do_not_overlap(void **state)
{
    (void)state;
    Arena *a = arena_new(128);
    unsigned char *pieces[200];
    for (int i = 0; i < 200; i++) {
        pieces[i] = arena_alloc(a, (size_t)i + 1);
        memset(pieces[i], i, (size_t)i + 1);
    }
    for (int i = 0; i < 200; i++)
        for (int k = 0; k <= i; k++)
            assert_int_equal(pieces[i][k], i);
    arena_free(a);
}

static void large_request_keeps_the_open_block(void **state)
{
    (void)state;
    Arena *a = arena_new(1024);
    char *before = arena_alloc(a, 16);
    arena_alloc(a, 1 << 20);
    char *after = arena_alloc(a, 16);
    assert_ptr_equal(after, before + 16);
    arena_free(a);
}

static void large_request_may_come_first(void **state)
{
    (void)state;
    Arena *a = arena_new(64);
    memset(arena_alloc(a, 5000), 1, 5000);
    memset(arena_alloc(a, 10), 1, 10);
    arena_free(a);
}

static void calloc_is_zero_after_reset(void **state)
{
    (void)state;
    Arena *a = arena_new(256);
    memset(arena_alloc(a, 200), 0xFF, 200);
    arena_reset(a);
    char *p = arena_calloc(a, 20, 10);
    for (int i = 0; i < 200; i++)
        assert_int_equal(p[i], 0);
    assert_non_null(arena_calloc(a, 0, 8));
    arena_free(a);
}

static void reset_gives_memory_back(void **state)
{
    (void)state;
    Arena *a = arena_new(1024);
    arena_reset(a); /* nothing to forget yet */
    arena_alloc(a, 16);
    size_t one_block = arena_size(a);
    for (int i = 0; i < 100; i++)
        arena_alloc(a, 1000);
    assert_true(arena_size(a) > 100 * 1000);
    arena_reset(a);
    assert_int_equal(arena_size(a), one_block);
    arena_free(a);
    arena_free(NULL);
}

static void growing_arena_keeps_all(void **state)
{
    (void)state;
    enum { COUNT = 5000, SIZE = 1000 }; /* five megabytes */
    Arena *a = arena_new(0);
    unsigned char *pieces[COUNT];
    for (int i = 0; i < COUNT; i++) {
        pieces[i] = arena_alloc(a, SIZE);
        memset(pieces[i], i % 251, SIZE);
    }
    for (int i = 0; i < COUNT; i++)
        for (int k = 0; k < SIZE; k += SIZE - 1)
            assert_int_equal(pieces[i][k], i % 251);
    assert_true(arena_size(a) >= COUNT * SIZE);
    arena_free(a);
}

static void strings_end_with_nul(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    assert_string_equal(arena_strndup(a, "한지와 종이", 6), "한지");
    assert_string_equal(arena_strndup(a, NULL, 0), "");
    assert_string_equal(arena_printf(a, "%d-%s", 7, "일곱"), "7-일곱");
    char *wide = arena_printf(a, "%5000d", 1);
    assert_int_equal(strlen(wide), 5000);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_address_is_aligned),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(large_request_keeps_the_open_block),
        cmocka_unit_test(large_request_may_come_first),
        cmocka_unit_test(calloc_is_zero_after_reset),
        cmocka_unit_test(reset_gives_memory_back),
        cmocka_unit_test(growing_arena_keeps_all),
        cmocka_unit_test(strings_end_with_nul),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
