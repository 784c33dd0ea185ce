/* data/skeleton: letters for marks and plain stretches, and their places. */
#include "data/skeleton.h"
#include "data_test.h"

static Skeleton skeleton_of(Str text, char delimiter)
{
    Skeleton s;
    skeleton_init(&s, delimiter);
    skeleton_add(&s, text, 0);
    return s;
}

static void expect(const char *text, char delimiter, const char *letters)
{
    Skeleton s = skeleton_of(str_of(text), delimiter);
    assert_int_equal(s.n, strlen(letters));
    assert_memory_equal(s.letters, letters, s.n);
    assert_int_equal(s.at[s.n], strlen(text));
    skeleton_release(&s);
}

static void marks_and_stretches(void **state)
{
    (void)state;
    expect("", ',', "");
    expect("가나다", ',', "x");
    expect("a,bc\r\n\"d\"\"e\",\n", ',', "x,x\r\n\"x\"\"x\",\n");
    expect(",,", ',', ",,");
    expect("a;b,c\td", ';', "x,x");
    expect("a b\tc,d", '\t', "x,x");
}

/* A mark at every place of texts that are shorter and longer than one look,
 * beside bytes that differ from it in one bit. */
static void every_place(void **state)
{
    (void)state;
    for (size_t n = 1; n <= 40; n++) {
        for (size_t at = 0; at < n; at++) {
            char text[41];
            memset(text, ',' ^ 1, n);
            text[at] = '\n';
            Skeleton s = skeleton_of((Str){text, n}, ',');
            size_t before = at > 0;
            assert_int_equal(s.n, before + 1 + (at + 1 < n));
            assert_int_equal(s.letters[before], '\n');
            assert_int_equal(s.at[before], at);
            skeleton_release(&s);
        }
    }
}

/* In blocks of any size: the same places, though a stretch may be in two. */
static void in_blocks(void **state)
{
    Str text =
        STR("가나다라마바사, \"아자\n차카\"\"타파하\",0123456789abcdef\r\n");
    (void)state;
    for (size_t size = 1; size <= text.n; size++) {
        Skeleton s;
        skeleton_init(&s, ',');
        for (size_t at = 0; at < text.n; at += size)
            skeleton_add(&s, str_sub(text, 0, at + size), at);
        for (size_t i = 0; i < s.n; i++) {
            char c = text.p[s.at[i]];
            bool mark = strchr(",\"\r\n", c) != NULL;
            assert_int_equal(s.letters[i], mark ? c : SKELETON_PLAIN);
            assert_true(s.at[i] < s.at[i + 1]);
        }
        skeleton_release(&s);
    }
}

static void dropping(void **state)
{
    Skeleton s = skeleton_of(STR("ab,cd\nef"), ',');
    (void)state;
    skeleton_drop(&s, 2);
    assert_int_equal(s.n, 3);
    assert_memory_equal(s.letters, "x\nx", 3);
    assert_int_equal(s.at[0], 0);
    assert_int_equal(s.at[1], 2);
    assert_int_equal(s.at[3], 5);
    skeleton_drop(&s, 3);
    assert_int_equal(s.n, 0);
    assert_int_equal(s.at[0], 0);
    skeleton_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_and_stretches),
        cmocka_unit_test(every_place),
        cmocka_unit_test(in_blocks),
        cmocka_unit_test(dropping),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
