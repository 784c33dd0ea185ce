/* The cases of tests/cases/data: each NAME.csv is read as a table, and what
 * came of it must be NAME.out_table. To accept a change, read the new file in
 * the build folder and copy it. */
#include "data_test.h"

#include <dirent.h>
#include <glib.h>

#define FOLDER HANJI_SOURCE "/tests/cases/data"

static void dump_columns(const Table *t, GString *out)
{
    for (size_t i = 0; i < table_columns(t); i++) {
        const Column *c = table_column(t, i);
        g_string_append_printf(out, "column %u:%u %s \"" STR_FMT "\"",
                               c->pos.line, c->pos.col,
                               column_type_name(c->type), STR_ARG(c->name));
        if (c->unit.n)
            g_string_append_printf(out, " in " STR_FMT, STR_ARG(c->unit));
        g_string_append_c(out, '\n');
    }
}

/* Line ends inside cells are shown, so that a row stays one line. */
static void dump_cell(const Table *t, size_t row, size_t col, GString *out)
{
    Pos p = table_pos(t, row, col);
    Str s = table_text(t, row, col);
    g_string_append_printf(out, "  %u:%u [", p.line, p.col);
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n' || s.p[i] == '\r')
            g_string_append(out, s.p[i] == '\n' ? "\\n" : "\\r");
        else
            g_string_append_c(out, s.p[i]);
    }
    g_string_append_c(out, ']');
}

static void dump_value(Value v, Arena *a, GString *out)
{
    static const char *const kinds[] = {
        [VALUE_BLANK] = "blank",        [VALUE_DASH] = "dash",
        [VALUE_UNKNOWN] = "unknown",    [VALUE_SUPPRESSED] = "suppressed",
        [VALUE_NOT_APPLICABLE] = "n/a", [VALUE_TEXT] = "text",
        [VALUE_NUMBER] = "number",      [VALUE_DATE] = "date",
        [VALUE_BOOL] = "bool"};
    g_string_append_printf(out, " %s", kinds[v.kind]);
    if (v.kind == VALUE_NUMBER)
        g_string_append_printf(out, " " STR_FMT,
                               STR_ARG(decimal_format(v.number, false, a)));
    if (v.kind == VALUE_DATE)
        g_string_append_printf(out, " %d-%d-%d", v.date.year, v.date.month,
                               v.date.day);
    g_string_append_c(out, '\n');
}

static void dump_rows(const Table *t, Arena *a, GString *out)
{
    for (size_t row = 0; row < table_rows(t); row++) {
        g_string_append(out, table_is_total(t, row) ? "total\n" : "row\n");
        for (size_t col = 0; col < table_columns(t); col++) {
            dump_cell(t, row, col, out);
            dump_value(table_value(t, row, col), a, out);
        }
    }
}

static void dump_notes(const Table *t, GString *out)
{
    const TableNote *notes;
    size_t n = table_notes(t, &notes);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(out, "note %s %u:%u \"" STR_FMT "\"\n",
                               notes[i].above ? "above" : "below",
                               notes[i].pos.line, notes[i].pos.col,
                               STR_ARG(notes[i].text));
}

static void dump_diags(const Run *r, GString *out)
{
    for (size_t i = 0; i < diags_count(r->diags, LEVEL_NOTE); i++) {
        Pos p = diags_pos(r->diags, i);
        g_string_append_printf(out, "said %u:%u %s: " STR_FMT "\n", p.line,
                               p.col, diag_info(diags_code(r->diags, i))->slug,
                               STR_ARG(message(r, i)));
    }
}

static char *dump_file(const char *name)
{
    Run r = run_new();
    GString *out = g_string_new(NULL);
    TableSpec spec = {.name = STR("t"),
                      .path = str_printf(r.arena, FOLDER "/%s", name),
                      .pos = r.layout};
    Table *t = table_read(&spec, r.sources, r.arena, r.diags);
    if (t) {
        dump_columns(t, out);
        dump_rows(t, r.arena, out);
        dump_notes(t, out);
    } else {
        g_string_append(out, "no table\n");
    }
    dump_diags(&r, out);
    run_free(&r);
    return g_string_free(out, FALSE);
}

static char *read_text(const char *path)
{
    char *text = NULL;
    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static bool case_holds(const char *name)
{
    char *stem = g_strndup(name, strlen(name) - strlen(".csv"));
    char *expected_path = g_strdup_printf(FOLDER "/%s.out_table", stem);
    char *new_path = g_strdup_printf(HANJI_BINARY "/%s.out_table", stem);
    char *expected = read_text(expected_path), *got = dump_file(name);
    bool holds = expected && strcmp(expected, got) == 0;
    if (!holds) {
        g_file_set_contents(new_path, got, -1, NULL);
        print_error("%s differs; see %s\n", expected_path, new_path);
    }
    g_free(stem);
    g_free(expected_path);
    g_free(new_path);
    g_free(expected);
    g_free(got);
    return holds;
}

static void cases(void **state)
{
    DIR *d = opendir(FOLDER);
    size_t files = 0, wrong = 0;
    (void)state;
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));) {
        if (!str_ends(str_of(e->d_name), STR(".csv")))
            continue;
        files++;
        wrong += !case_holds(e->d_name);
    }
    closedir(d);
    assert_true(files > 0);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
