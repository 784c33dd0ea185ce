/* The pinned classes (K-34): a dump of every character of the fixtures is
 * under version control. HANJI_UPDATE=1 writes it anew. */
#include "text_case.h"

#include "text/kinsoku.h"
#include "text/line_class.h"

#define GOLDEN CASES "line_classes.txt"

typedef struct Fixture {
    const char *id, *input, *word, *syllable;
} Fixture;

static const Fixture fixtures[] = {
#include "fixtures.h"
};

static gint compare(gconstpointer a, gconstpointer b)
{
    guint x = GPOINTER_TO_UINT(a), y = GPOINTER_TO_UINT(b);
    return (x > y) - (x < y);
}

static GList *characters(void)
{
    GHashTable *seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (size_t i = 0; i < G_N_ELEMENTS(fixtures); i++) {
        Str s = str_of(fixtures[i].input);
        for (size_t at = 0; at < s.n;)
            g_hash_table_add(seen, GUINT_TO_POINTER(str_next(s, &at)));
    }
    GList *all = g_list_sort(g_hash_table_get_keys(seen), compare);
    g_hash_table_destroy(seen);
    return all;
}

static void append_flags(GString *out, unsigned flags)
{
    static const char *const names[] = {"not-first", "after-space", "not-last",
        "mark", "open", "close", "binds", "marker", "sign", "scale", "digit",
        "hangul", "latin", "hanja", "ties"};
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
        if (flags & 1u << i)
            g_string_append_printf(out, " %s", names[i]);
}

static char *dump(void)
{
    GString *out = g_string_new("");
    GList *all = characters();
    g_string_printf(out, "Unicode %s\n", line_class_unicode);
    for (GList *l = all; l; l = l->next) {
        uint32_t cp = GPOINTER_TO_UINT(l->data);
        char utf8[4];
        size_t n = cp >= ' ' ? utf8_put(utf8, cp) : 0;
        g_string_append_printf(out, "U+%04X %.*s %s", (unsigned)cp, (int)n,
            utf8, line_class_name(line_class(cp)));
        append_flags(out, kinsoku(cp));
        g_string_append_c(out, '\n');
    }
    g_list_free(all);
    return g_string_free(out, FALSE);
}

static void test_k34_classes_of_the_fixtures(void **state)
{
    (void)state;
    char *now = dump(), *golden = NULL;
    if (g_getenv("HANJI_UPDATE"))
        g_file_set_contents(GOLDEN, now, -1, NULL);
    assert_true(g_file_get_contents(GOLDEN, &golden, NULL, NULL));
    assert_string_equal(now, golden);
    g_free(now);
    g_free(golden);
}

static void test_hangul_is_known_by_arithmetic(void **state)
{
    (void)state;
    assert_int_equal(line_class(0xAC00), LC_H2);
    assert_int_equal(line_class(0xAC01), LC_H3);
    assert_int_equal(line_class(0xD7A3), LC_H3);
    assert_int_equal(line_class(0xD7A4), LC_AL);
    assert_int_equal(line_class(0x10FFFF), LC_AL);
    assert_int_equal(line_class(0), LC_CM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_k34_classes_of_the_fixtures),
        cmocka_unit_test(test_hangul_is_known_by_arithmetic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
