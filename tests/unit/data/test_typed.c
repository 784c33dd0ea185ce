/* K-04, K-05: how texts were typed that have one form inside. */
#include "data/typed.h"
#include "data_test.h"

typedef struct Fixture {
    Arena *arena;
    Typed *typed;
} Fixture;

static int setup(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    f->arena = arena_new(0);
    f->typed = typed_new(&(House){.keeps_middot = true, .keeps_range = true});
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    Fixture *f = *state;
    typed_free(f->typed);
    arena_free(f->arena);
    free(f);
    return 0;
}

static Str normal(Fixture *f, const char *text)
{
    Str out;
    assert_true(typed_normalise(f->typed, str_of(text), 0, POS_NONE, f->arena,
                                NULL, &out));
    return out;
}

static void assert_typed(Fixture *f, Str inside, const char *expected)
{
    assert_string_equal(str_c(typed_text(f->typed, inside), f->arena),
                        expected);
}

static void nobody_asks(void **state)
{
    Fixture *f = *state;
    Str out, s = STR("시ㆍ도");
    assert_null(typed_new(&(House){.middot = 0x318D}));
    assert_true(
        typed_normalise(NULL, s, 0, POS_NONE, f->arena, NULL, &out));
    assert_string_equal(str_c(out, f->arena), "시·도");
    assert_ptr_equal(typed_text(NULL, out).p, out.p);
    typed_copy(NULL, s, out);
    typed_free(NULL);
}

static void as_typed(void **state)
{
    Fixture *f = *state;
    Str first = normal(f, "시ㆍ도 1∼3"), second = normal(f, "남∙북");
    assert_string_equal(str_c(first, f->arena), "시·도 1~3");
    assert_typed(f, first, "시ㆍ도 1∼3");
    assert_typed(f, second, "남∙북");
    assert_typed(f, normal(f, "시·도"), "시·도");
    assert_typed(f, STR("시·도"), "시·도");
}

static void parts_and_copies(void **state)
{
    Fixture *f = *state;
    Str all = normal(f, "가나·다 시ㆍ도·군 끝");
    ptrdiff_t at = str_find(all, STR("시"));
    Str part = str_sub(all, (size_t)at, strlen("시·도·군"));
    assert_typed(f, part, "시ㆍ도·군");
    Str copy = str_dup(part, f->arena);
    assert_typed(f, copy, "시·도·군");
    typed_copy(f->typed, part, copy);
    assert_typed(f, copy, "시ㆍ도·군");
}

/* A letter of old Hangul that stands for a dot stays a dot. */
static void no_letter_for_a_dot(void **state)
{
    Fixture *f = *state;
    assert_typed(f, normal(f, "가ᆞ나•다"), "가ㆍ나•다");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nobody_asks, setup, teardown),
        cmocka_unit_test_setup_teardown(as_typed, setup, teardown),
        cmocka_unit_test_setup_teardown(parts_and_copies, setup, teardown),
        cmocka_unit_test_setup_teardown(no_letter_for_a_dot, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
