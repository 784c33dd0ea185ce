/*
 * Large inputs: what is linear in the rows must stay so. Were one of these
 * quadratic, the alarm would end the program long before it was done.
 */
#include "doc/block.h"
#include "doc_test.h"

#include <glib.h>
#include <unistd.h>

enum { ROWS = 40000, SECONDS = 100 };

static const char layout_text[] =
    "hanji: 1\n"
    "document: {title: 큰 표}\n"
    "theme: council.yaml\n"
    "data:\n"
    "  t: {csv: t.csv, columns: {값: {type: money, unit: 원}}}\n"
    "body:\n"
    "  - table:\n"
    "      rows: t\n"
    "      total: {at: first}\n"
    "      columns: [이름, 값, {name: 몫, value: 값 / sum(값), as: percent}]\n"
    "  - each: t\n"
    "    by: 이름\n"
    "    body:\n"
    "      - item: \"{이름}: {값} / {sum(t.값)}, {count(t)}건\"\n"
    "      - box: {label: 상자, entries: \"{값}\"}\n";

static void write_inputs(void)
{
    GString *csv = g_string_new("이름,값\n");
    for (int i = 0; i < ROWS; i++)
        g_string_append_printf(csv, "가%d,%d\n", i, i);
    assert_true(g_file_set_contents("t.csv", csv->str, -1, NULL));
    assert_true(g_file_set_contents("wide.yaml", layout_text, -1, NULL));
    g_string_free(csv, TRUE);
    char *theme;
    assert_true(g_file_get_contents(HANJI_SOURCE "/layouts/themes/council.yaml",
                                    &theme, NULL, NULL));
    assert_true(g_file_set_contents("council.yaml", theme, -1, NULL));
    g_free(theme);
}

static void remove_inputs(const char *folder)
{
    unlink("t.csv");
    unlink("wide.yaml");
    unlink("council.yaml");
    assert_int_equal(chdir("/"), 0);
    rmdir(folder);
}

/* A share of the total in every row, a sum and a count in every group. */
static void functions_over_rows(void **state)
{
    (void)state;
    char folder[] = "/tmp/hanji-wide-XXXXXX";
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    write_inputs();
    Arena *a = arena_new(0);
    Sources *sources = sources_new();
    Diags *diags = diags_new(sources);
    const Layout *layout =
        layout_read(STR("wide.yaml"), STR(""), NULL, 0, sources, a, diags);
    assert_non_null(layout);
    const Document *d = document_bind(layout, sources, a, diags);
    assert_non_null(d);
    assert_int_equal(d->nblocks, 1 + 2 * ROWS);
    assert_int_equal(d->blocks[0].table->nrows, ROWS + 1);
    assert_str(rich_plain(d->blocks[1].text, a),
               "가0: 0 / 799,980,000, 40,000건");
    diags_free(diags);
    sources_free(sources);
    arena_free(a);
    remove_inputs(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(functions_over_rows)};
    alarm(SECONDS);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
