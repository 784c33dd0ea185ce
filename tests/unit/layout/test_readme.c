/* layouts/README.md teaches what the schema allows: no less, no more. */
#include "project.h"

#include "layout/schema.h"

static const char *read_readme(Project *p)
{
    return read_text(p->arena, HANJI_SOURCE "/layouts/README.md");
}

/* ---- every key is explained ---- */

typedef struct Walk {
    const char *readme;
    GHashTable *seen;
    int missing;
} Walk;

static void walk_shape(Walk *w, const Shape *s);

static void check_key(Walk *w, const Field *f)
{
    char *code = g_strdup_printf("`%s`", f->key);
    if (!strstr(w->readme, code)) {
        fprintf(stderr, "layouts/README.md does not explain %s\n", f->key);
        w->missing++;
    }
    g_free(code);
    assert_true(f->ko && *f->ko && f->en && *f->en);
}

static void walk_fields(Walk *w, const Field *fields)
{
    for (const Field *f = fields; f && f->key; f++) {
        if (!g_hash_table_add(w->seen, (gpointer)f))
            continue;
        check_key(w, f);
        walk_shape(w, f->shape);
        walk_fields(w, f->beside);
    }
}

static void walk_shape(Walk *w, const Shape *s)
{
    if (!s)
        return;
    walk_fields(w, s->fields);
    walk_fields(w, s->blocks);
    walk_shape(w, s->item);
    walk_shape(w, s->values);
}

static void every_key_is_explained(void **state)
{
    Project *p = *state;
    Walk w = {.readme = read_readme(p), .seen = g_hash_table_new(NULL, NULL)};
    walk_shape(&w, &layout_shape);
    assert_int_equal(w.missing, 0);
    g_hash_table_destroy(w.seen);
}

/* ---- every example is right ---- */

/* The example that begins after *at, which moves behind it; NULL at the end. */
static char *next_example(const char **at)
{
    static const char fence[] = "```yaml\n";
    const char *start = strstr(*at, fence);
    if (!start)
        return NULL;
    start += strlen(fence);
    const char *end = strstr(start, "```");
    assert_non_null(end);
    *at = end + 3;
    return g_strndup(start, (gsize)(end - start));
}

/* A layout around an example: most are blocks, some are sections. */
static char *whole_layout(const char *example)
{
    static const char head[]
        = "hanji: 1\ndocument: {title: 책, year: 2024}\n"
          "theme: council.yaml\n";
    static const char data[]
        = "data:\n  budget: {csv: ../data/t.csv}\n"
          "  tasks: {csv: ../data/t.csv}\n  overview: {csv: ../data/t.csv}\n"
          "  achievements: {csv: ../data/t.csv}\n"
          "  plans: {csv: ../data/t.csv}\n  districts: {csv: ../data/t.csv}\n";
    if (g_str_has_prefix(example, "hanji: 1\n"))
        return g_strdup(example);
    bool own_data = g_str_has_prefix(example, "data:");
    bool own_body = strstr(example, "body:\n") == example
        || strstr(example, "\nbody:\n");
    if (g_str_has_prefix(example, "- "))
        return g_strconcat(head, data, "body:\n", example, NULL);
    return g_strconcat(head, own_data ? "" : data,
        own_body ? "" : "body: [cover]\n", example, NULL);
}

static void examples_are_right(void **state)
{
    Project *p = *state;
    assert_int_equal(mkdir("layouts/themes", 0700), 0);
    write_file("layouts/themes/council.yaml",
        read_text(p->arena, "layouts/council.yaml"));
    int n = 0;
    const char *at = read_readme(p);
    for (char *example; (example = next_example(&at)); n++) {
        char *layout = whole_layout(example);
        bool theme = strstr(example, "hanji_theme:");
        project_reset(p);
        if (theme) {
            write_file("layouts/themes/own.yaml", example);
            theme_read(STR("layouts/themes/own.yaml"), OWN_THEMES, POS_NONE, p->sources,
                p->arena, p->diags);
        } else {
            read_layout(p, layout);
        }
        if (!diags_ok(p->diags))
            fprintf(stderr, "%s\n%s: %s\n", layout, messages(p),
                texts(p, DIAG_KOREAN));
        assert_true(diags_ok(p->diags));
        g_free(layout);
        g_free(example);
    }
    assert_true(n > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROJECT_TEST(every_key_is_explained),
        PROJECT_TEST(examples_are_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
