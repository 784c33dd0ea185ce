/* YAML: places, texts, and everything that is refused before the schema. */
#include "project.h"

#include <time.h>

static const Node *read_node(Project *p, const char *text)
{
    write_file("layouts/node.yaml", text);
    return node_read(STR("layouts/node.yaml"), POS_NONE, p->sources, p->arena,
        p->diags);
}

static void nodes_know_their_place(void **state)
{
    Project *p = *state;
    const Node *root = read_node(p, "# 주석\n한글: 값\n둘:\n  - 가, \"나\"\n");
    assert_int_equal(root->n, 2);
    assert_int_equal(root->entries[0].key_pos.line, 2);
    assert_int_equal(root->entries[0].value->pos.col, 5);
    const Node *list = node_find(root, "둘");
    assert_int_equal(list->kind, NODE_LIST);
    assert_int_equal(list->entries[0].value->pos.line, 4);
    assert_int_equal(list->entries[0].value->pos.col, 5);
    assert_string_equal(messages(p), "");
}

static void nulls_and_quotes(void **state)
{
    Project *p = *state;
    const Node *root
        = read_node(p, "a:\nb: ~\nc: null\nd: \"\"\ne: 'null'\nf: \"3\"\n");
    assert_true(node_is_null(node_find(root, "a")));
    assert_true(node_is_null(node_find(root, "b")));
    assert_true(node_is_null(node_find(root, "c")));
    assert_false(node_is_null(node_find(root, "d")));
    assert_true(str_eq_c(node_find(root, "e")->text, "null"));
    assert_true(node_find(root, "f")->quoted);
    assert_int_equal(node_int(node_find(root, "f"), 0), 3);
    assert_int_equal(node_int(NULL, 7), 7);
    assert_null(node_find(root, "g"));
    assert_null(node_find(node_find(root, "a"), "x"));
}

static void bom_is_skipped(void **state)
{
    Project *p = *state;
    const Node *root = read_node(p, "\xEF\xBB\xBF" "a: 1\n");
    assert_true(str_eq_c(root->entries[0].key, "a"));
    assert_int_equal(root->entries[0].key_pos.col, 1);
}

/* K-01: composed, but U+F967 stays what it is. */
static void texts_are_composed(void **state)
{
    Project *p = *state;
    const Node *root = read_node(p, "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB: "
                                    "\xEF\xA5\xA7 e\xCC\x81\n");
    assert_true(str_eq_c(root->entries[0].key, "한"));
    assert_true(str_eq_c(root->entries[0].value->text, "\xEF\xA5\xA7 é"));
}

static void aliases_share(void **state)
{
    Project *p = *state;
    const Node *root = read_node(p, "a: &x [1, 2]\nb: *x\n");
    assert_ptr_equal(node_find(root, "a"), node_find(root, "b"));
    assert_int_equal(root->weight, 7);
    assert_int_equal(root->height, 3);
}

static void merging_keeps_both(void **state)
{
    Project *p = *state;
    const Node *under = read_node(p, "a: {x: 1, y: 2}\nb: [1, 2]\nc: 3\n");
    const Node *over = read_node(p, "a: {y: 9}\nb: [7]\n");
    const Node *both = node_merge(under, over, p->arena);
    assert_int_equal(node_int(node_find(node_find(both, "a"), "x"), 0), 1);
    assert_int_equal(node_int(node_find(node_find(both, "a"), "y"), 0), 9);
    assert_int_equal(node_find(both, "b")->n, 1);
    assert_int_equal(node_int(node_find(both, "c"), 0), 3);
}

/* ---- faults ---- */

static void faults_are_told(void **state)
{
    static const Case cases[] = {
        {"", "1:1 yaml-empty"},
        {"# 주석뿐\n", "1:1 yaml-empty"},
        {"a: 1\nb: \xB0\xA1\n", "2:4 yaml-encoding"},
        {"\xFF\xFE" "a", "1:1 yaml-encoding"},
        {"a: 가\nb: \x01\n", "2:4 yaml-control"},
        {"a:\n\tb: 1\n", "2:1 yaml-tab"},
        {"- a\n\tb: 1\n", "2:1 yaml-tab"},
        {"a: @b\n", "1:4 yaml-start"},
        {"a: *중요* 표시\n", "1:4 yaml-start"},
        {"a: &가\n", "1:4 yaml-start"},
        {"a: !가\n", "1:4 yaml-start"},
        {"a: > 가\n", "1:4 yaml-start"},
        {"a: - 가\n", "1:4 yaml-start"},
        {"a: , 가\n", "1:4 yaml-start"},
        {"a: \"예\"라고\n", "1:7 yaml-after"},
        {"a: {b}년\n", "1:7 yaml-after"},
        {"a: [가] 나\n", "1:8 yaml-after"},
        {"a: `b`\n", "1:4 yaml-start"},
        {"a: 총 b: 3\n", "1:7 yaml-colon"},
        {"abc\ndef: 1\n", "2:4 yaml-colon"},
        {"a: 1\nbcd\ne: 1\n", "2:1 yaml-no-colon"},
        {"a: \"끝이 없다\n", "1:4 yaml-quote"},
        {"a: {b: 1\nc: 2\n", "1:4 yaml-brace"},
        {"a: {b: 1]\n", "1:9 yaml-brace"},
        {"a: [1, 2\nb: 3\n", "1:4 yaml-bracket"},
        {"a:\n   b: 1\n  c: 2\n", "3:3 yaml-indent"},
        {"a: 1\n- b\n", "2:1 yaml-indent"},
        {"a: *b\n", "1:4 yaml-alias-unknown"},
        {"a: &x [*x]\n", "1:8 yaml-alias-loop"},
        {"a: !!str 3\n", "1:4 yaml-tag"},
        {"a: !Ref {b: 1}\n", "1:4 yaml-tag"},
        {"x: &x {b: 1}\na: {<<: *x}\n", "2:5 yaml-merge"},
        {"[a, b]: 1\n", "1:1 yaml-key"},
        {"a: 1\nb: 2\na: 3\n", "3:1 yaml-duplicate"},
        {"시ㆍ도: 1\n시·도: 3\n", "2:1 yaml-duplicate"}, /* K-04 */
        {"a: 1\n---\nb: 2\n", "2:1 yaml-documents"},
        {"%FOO bar\n---\na: 1\n", "1:5 yaml-syntax"},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

/* Text must not vanish in a comment without a word. */
static void lost_comments_are_told(void **state)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"a: 제1회 #2\n", "1:8 yaml-hash"},
        {"a: [가 #나\n  ]\n", "1:7 yaml-hash"},
        {"a: #0E3350\n", "1:4 yaml-hash"},
        {"a: 제1회 # 주석\n", ""},
        {"a: '제1회 #2'\n", ""},
        {"a: 제1회#2\n", ""},
        {"a: 가 ######\n#나\n", ""},
    };
    Project *p = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        project_reset(p);
        assert_non_null(read_node(p, cases[i].text));
        assert_string_equal(messages(p), cases[i].expected);
    }
}

static void all_faults_of_a_file_at_once(void **state)
{
    Project *p = *state;
    assert_null(read_node(p, "a: !x 1\nb: *y\na: 2\nc: {<<: 1}\n"));
    assert_string_equal(messages(p),
        "1:4 yaml-tag, 2:4 yaml-alias-unknown, 4:5 yaml-merge, "
        "3:1 yaml-duplicate");
}

/* ---- limits (R6) ---- */

static char *repeat(const char *before, const char *what, size_t n,
    const char *after)
{
    GString *s = g_string_new(before);
    for (size_t i = 0; i < n; i++)
        g_string_append(s, what);
    g_string_append(s, after);
    return g_string_free(s, FALSE);
}

static void check_limit(Project *p, char *text, const char *expected)
{
    project_reset(p);
    clock_t start = clock(); /* not of the wall: the machine may be busy */
    const Node *root = read_node(p, text);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    assert_string_equal(messages(p), expected);
    assert_true(!root == (*expected != '\0'));
    g_free(text);
}

static void depth_is_limited(void **state)
{
    Project *p = *state;
    char *fits = repeat("", "[", 63, "1" /* the 64th level */);
    check_limit(p, repeat(fits, "]", 63, "\n"), "");
    g_free(fits);
    check_limit(p, repeat("", "[", 64, "1"), "1:65 yaml-depth");
    check_limit(p, repeat("", "[", 100000, "\n"), "1:65 yaml-depth");
    check_limit(p, repeat("", "{a: ", 100000, "\n"), "1:254 yaml-depth");
    check_limit(p, repeat("", "- ", 100000, "1\n"), "1:129 yaml-depth");
    check_limit(p, repeat("", "? ", 100000, "1\n"), "1:129 yaml-depth");
}

/* Nine levels of nine aliases each: 9^9 values in 300 bytes. */
static void alias_bomb_is_refused(void **state)
{
    GString *s = g_string_new("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c <= 'i'; c++) {
        char d = (char)(c - 1);
        g_string_append_printf(s, "%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,"
            "*%c]\n", c, c, d, d, d, d, d, d, d, d, d);
    }
    check_limit(*state, g_string_free(s, FALSE), "7:8 yaml-nodes");
}

static void aliases_cannot_nest_deeper(void **state)
{
    char *inner = repeat("a: &a ", "[", 40, "1");
    char *first = repeat(inner, "]", 40, "\nb: ");
    char *second = repeat(first, "[", 40, "*a");
    check_limit(*state, repeat(second, "]", 40, "\n"), "2:44 yaml-depth");
    g_free(inner);
    g_free(first);
    g_free(second);
}

static void numbers_of_things_are_limited(void **state)
{
    Project *p = *state;
    check_limit(p, repeat("a: &a 1\nb: [", "*a,", 10000, "1]\n"), "");
    check_limit(p, repeat("a: &a 1\nb: [", "*a,", 10001, "1]\n"),
        "2:30005 yaml-aliases");
    check_limit(p, repeat("[", "1,", 1000001, "1]\n"), "1:2000000 yaml-nodes");
    check_limit(p, repeat("a: ", "x", 1 << 20, "\n"), "");
    check_limit(p, repeat("a: ", "x", (1 << 20) + 1, "\n"),
        "1:4 yaml-scalar");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROJECT_TEST(nodes_know_their_place),
        PROJECT_TEST(nulls_and_quotes),
        PROJECT_TEST(bom_is_skipped),
        PROJECT_TEST(texts_are_composed),
        PROJECT_TEST(aliases_share),
        PROJECT_TEST(merging_keeps_both),
        PROJECT_TEST(faults_are_told),
        PROJECT_TEST(lost_comments_are_told),
        PROJECT_TEST(all_faults_of_a_file_at_once),
        PROJECT_TEST(depth_is_limited),
        PROJECT_TEST(alias_bomb_is_refused),
        PROJECT_TEST(aliases_cannot_nest_deeper),
        PROJECT_TEST(numbers_of_things_are_limited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
