/*
 * The JSON Schemas: well formed, whole, and saying what the check says.
 *
 * A small reader of JSON walks the text; it fails at the first character that
 * is not JSON, and notes every "$ref" and every definition on the way.
 */
#include "project.h"

typedef struct Json {
    const char *at;
    int depth;
    GHashTable *refs, *defs;
    int descriptions;
} Json;

static void read_value(Json *j, const char *path);

static void skip_space(Json *j)
{
    while (*j->at == ' ' || *j->at == '\n')
        j->at++;
}

static void expect(Json *j, char c)
{
    skip_space(j);
    assert_int_equal(*j->at, c);
    j->at++;
}

static char *read_string(Json *j)
{
    expect(j, '"');
    GString *s = g_string_new(NULL);
    for (; *j->at != '"'; j->at++) {
        assert_true((unsigned char)*j->at >= 0x20);
        if (*j->at == '\\')
            j->at++;
        g_string_append_c(s, *j->at);
    }
    j->at++;
    return g_string_free(s, FALSE);
}

static void read_member(Json *j, const char *path)
{
    char *key = read_string(j);
    expect(j, ':');
    skip_space(j);
    if (strcmp(key, "$ref") == 0) {
        g_hash_table_add(j->refs, read_string(j));
    } else {
        j->descriptions += strcmp(key, "description") == 0;
        char *inner = g_strconcat(path, "/", key, NULL);
        if (j->depth == 2 && g_str_has_prefix(inner, "#/$defs/"))
            assert_true(g_hash_table_add(j->defs, g_strdup(inner)));
        read_value(j, inner);
        g_free(inner);
    }
    g_free(key);
}

static void read_group(Json *j, const char *path, char open, char close)
{
    expect(j, open);
    j->depth++;
    skip_space(j);
    while (*j->at != close) {
        if (open == '{')
            read_member(j, path);
        else
            read_value(j, path);
        skip_space(j);
        if (*j->at == ',') {
            j->at++;
            skip_space(j);
            assert_true(*j->at != close);
        } else {
            assert_int_equal(*j->at, close);
        }
    }
    j->at++;
    j->depth--;
}

static void read_value(Json *j, const char *path)
{
    skip_space(j);
    if (*j->at == '{') {
        read_group(j, path, '{', '}');
    } else if (*j->at == '[') {
        read_group(j, path, '[', ']');
    } else if (*j->at == '"') {
        g_free(read_string(j));
    } else if (strncmp(j->at, "false", 5) == 0) {
        j->at += 5;
    } else {
        char *end;
        strtol(j->at, &end, 10);
        assert_true(end > j->at);
        j->at = end;
    }
}

static void check_schema(Str schema, Arena *a)
{
    Json j = {.at = str_c(schema, a),
        .refs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .defs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    read_value(&j, "#");
    skip_space(&j);
    assert_int_equal(*j.at, '\0');
    assert_true(j.descriptions > 50);

    GHashTableIter iter;
    gpointer ref;
    g_hash_table_iter_init(&iter, j.refs);
    while (g_hash_table_iter_next(&iter, &ref, NULL))
        assert_true(g_hash_table_contains(j.defs, ref));
    assert_int_equal(g_hash_table_size(j.refs), g_hash_table_size(j.defs));
    g_hash_table_destroy(j.refs);
    g_hash_table_destroy(j.defs);
}

static void schemas_are_json(void **state)
{
    Project *p = *state;
    check_schema(layout_schema(p->arena), p->arena);
    check_schema(theme_schema(p->arena), p->arena);
}

static void schemas_know_the_words(void **state)
{
    Project *p = *state;
    const char *layout = str_c(layout_schema(p->arena), p->arena);
    const char *theme = str_c(theme_schema(p->arena), p->arena);
    static const char *const words[] = {"draft/2020-12/schema", "\"chapter\"",
        "\"page_break\"", "\"fill_down\"", "당면사항 같은 상자",
        "Box, as in 당면사항", "\"yesno\"", "\"default\": \"목차\"",
        "\"default\": 3,",
        "\"dependentRequired\"", "\"additionalProperties\": false"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        assert_non_null(strstr(layout, words[i]));
    for (StyleId id = 0; id < STYLE_COUNT; id++)
        assert_non_null(strstr(theme,
            arena_printf(p->arena, "\"%s\"", style_name(id))));
}

static void schemas_are_the_same_each_time(void **state)
{
    Project *p = *state;
    assert_true(str_eq(layout_schema(p->arena), layout_schema(p->arena)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROJECT_TEST(schemas_are_json),
        PROJECT_TEST(schemas_know_the_words),
        PROJECT_TEST(schemas_are_the_same_each_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
