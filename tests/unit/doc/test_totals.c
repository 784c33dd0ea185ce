/*
 * Total rows of tables made by chance (K-99, K-101): what is printed below a
 * column is the sum of what is printed above it, the ratio of such sums, or
 * nothing, which is then told. Worked out here a second time from the printed
 * cells alone.
 */
#include "data/number.h"
#include "doc/block.h"
#include "doc_test.h"

#include <glib.h>
#include <math.h>
#include <unistd.h>

enum { TABLES = 60, ROWS = 9, COLUMNS = 6 };

/* What a total row has to do with a column of the name. */
typedef enum Meaning { ADDS, DECLARED_ADDS, NEVER } Meaning;

static const struct Name {
    const char *text;
    Meaning meaning;
} names[] = {
    {"예산", ADDS},
    {"집행액", ADDS},
    {"가로등수", ADDS},
    {"재난대비", ADDS},
    {"1등급", ADDS},
    {"자연재난 대비", ADDS},
    {"평균임금 총액", ADDS},
    {"평균 이상 인원", ADDS},
    {"자율", ADDS},
    {"누계", ADDS},
    {"경도", DECLARED_ADDS},
    {"전년대비", DECLARED_ADDS},
    {"우수등급", DECLARED_ADDS},
    {"이용률 조사 대상", DECLARED_ADDS},
    {"이자율", NEVER},
    {"집행률 상반기", NEVER},
    {"단가", NEVER},
    {"1인당 예산", NEVER},
    {"10만명당 사망자", NEVER},
    {"순위", NEVER},
    {"이용률1)", NEVER},
    {"평균연령", NEVER},
};

static const char *const types[] = {NULL, "integer", "money", "decimal"};

typedef struct Made {
    const struct Name *name;
    const char *type; /* as declared; NULL: not at all */
} Made;

typedef struct Book {
    GRand *rand;
    Made columns[COLUMNS];
    Arena *arena;
    Sources *sources;
    Diags *diags;
    const Document *d;
} Book;

/* ---- making ---- */

static void choose_columns(Book *b)
{
    bool taken[G_N_ELEMENTS(names)] = {0};
    for (size_t i = 0; i < COLUMNS; i++) {
        size_t k;
        do /* two amounts first, for a ratio */
            k = (size_t)g_rand_int_range(b->rand, 0,
                                         i < 2 ? 10 : (int)G_N_ELEMENTS(names));
        while (taken[k]);
        taken[k] = true;
        b->columns[i].name = &names[k];
        b->columns[i].type =
            types[g_rand_int_range(b->rand, 0, G_N_ELEMENTS(types))];
    }
}

static void add_cell(Book *b, const Made *c, GString *csv)
{
    int chance = g_rand_int_range(b->rand, 0, 20);
    bool whole = g_strcmp0(c->type, "integer") == 0;
    g_string_append_c(csv, ',');
    if (chance == 0)
        g_string_append_c(csv, '-');
    else if (chance == 1)
        return;
    else
        g_string_append_printf(csv, "%s%d", chance == 2 ? "△" : "",
                               g_rand_int_range(b->rand, 1000, 99999));
    if (chance > 1 && !whole)
        g_string_append_printf(csv, ".%d", g_rand_int_range(b->rand, 0, 99));
}

static void write_csv(Book *b)
{
    static const char *const fields[] = {"교통", "문화", "복지", "환경"};
    GString *csv = g_string_new("구분,분야");
    for (size_t i = 0; i < COLUMNS; i++)
        g_string_append_printf(csv, ",%s", b->columns[i].name->text);
    for (int row = 0; row < ROWS; row++) {
        g_string_append_printf(csv, "\n사업%d,%s", row + 1,
                               fields[g_rand_int_range(b->rand, 0, 4)]);
        for (size_t i = 0; i < COLUMNS; i++)
            add_cell(b, &b->columns[i], csv);
    }
    g_string_append_c(csv, '\n');
    assert_true(g_file_set_contents("t.csv", csv->str, -1, NULL));
    g_string_free(csv, TRUE);
}

/* The table itself, its groups, and some of these: each column and a ratio of
 * the first two. */
static void write_layout(const Book *b)
{
    GString *s = g_string_new("hanji: 1\ndocument: {title: 합계, year: 2024}\n"
                              "theme: council.yaml\ndata:\n  t: {csv: t.csv, "
                              "unit: 원, columns: {구분: text");
    for (size_t i = 0; i < COLUMNS; i++)
        if (b->columns[i].type)
            g_string_append_printf(s, ", \"%s\": %s", b->columns[i].name->text,
                                   b->columns[i].type);
    g_string_append(s, "}}\n  f: {from: t, group: 분야, compute: {");
    for (size_t i = 0; i < COLUMNS; i++)
        g_string_append_printf(s, "합%zu: sum(`%s`), ", i,
                               b->columns[i].name->text);
    g_string_append_printf(s, "몫: sum(`%s`) / sum(`%s`)}}\n",
                           b->columns[0].name->text, b->columns[1].name->text);
    g_string_append(s, "  top: {from: f, sort: {by: 합0, order: down}, "
                       "take: 3}\nbody:\n  - table: {rows: t, total: {label: "
                       "계}, columns: [구분");
    for (size_t i = 0; i < COLUMNS; i++)
        g_string_append_printf(s, ", \"%s\"", b->columns[i].name->text);
    g_string_append_printf(s, ", {name: 몫, value: \"`%s` / `%s`\"}]}\n",
                           b->columns[0].name->text, b->columns[1].name->text);
    for (int k = 0; k < 2; k++) {
        g_string_append_printf(s,
                               "  - table: {rows: %s, total: {label: 계}, "
                               "columns: [분야",
                               k ? "top" : "f");
        for (size_t i = 0; i < COLUMNS; i++)
            g_string_append_printf(s, ", 합%zu", i);
        g_string_append(s, ", 몫]}\n");
    }
    assert_true(g_file_set_contents("t.yaml", s->str, -1, NULL));
    g_string_free(s, TRUE);
}

static void book_make(Book *b)
{
    choose_columns(b);
    write_csv(b);
    write_layout(b);
    b->arena = arena_new(0);
    b->sources = sources_new();
    b->diags = diags_new(b->sources);
    const Layout *layout = layout_read(STR("t.yaml"), STR(""), NULL, 0,
                                       b->sources, b->arena, b->diags);
    assert_non_null(layout);
    b->d = document_bind(layout, b->sources, b->arena, b->diags);
}

static void book_free(Book *b)
{
    diags_free(b->diags);
    sources_free(b->sources);
    arena_free(b->arena);
}

/* ---- judging ---- */

static bool read_cell(const Book *b, const BlockTable *t, size_t row,
                      size_t col, Decimal *out)
{
    Number n;
    Str text = rich_plain(t->rows[row].cells[col], b->arena);
    bool fine = number_read(text, &n) == NUMBER_FINE;
    *out = fine ? n.value : DECIMAL_ZERO;
    return fine;
}

/* The sum of what is printed above the total; false: no figure is. */
static bool sum_above(const Book *b, const BlockTable *t, size_t col,
                      Decimal *sum)
{
    bool any = false;
    *sum = DECIMAL_ZERO;
    for (size_t row = 0; row + 1 < t->nrows; row++) {
        Decimal one;
        any = read_cell(b, t, row, col, &one) || any;
        assert_true(decimal_add(*sum, one, sum));
    }
    return any;
}

static bool is_told(const Book *b, const char *name)
{
    for (size_t i = 0; i < diags_count(b->diags, LEVEL_NOTE); i++) {
        DiagCode code = diags_code(b->diags, i);
        Str text = diags_text(b->diags, i, DIAG_KOREAN, b->arena);
        if ((code == DIAG_TOTAL_DOUBT || code == DIAG_TOTAL_RATE) &&
            str_find(text, str_of(name)) >= 0)
            return true;
    }
    return false;
}

static bool should_add(const Made *c)
{
    bool amount =
        g_strcmp0(c->type, "integer") == 0 || g_strcmp0(c->type, "money") == 0;
    return c->name->meaning == ADDS ||
           (c->name->meaning == DECLARED_ADDS && amount);
}

static void judge_sum(const Book *b, const BlockTable *t, size_t i)
{
    const Made *c = &b->columns[i];
    Decimal sum, total;
    if (!sum_above(b, t, i + 1, &sum))
        return;
    bool printed = read_cell(b, t, t->nrows - 1, i + 1, &total);
    if (printed != should_add(c))
        fail_msg("%s (%s): %s", c->name->text, c->type ? c->type : "-",
                 printed ? "added up" : "blank");
    if (printed && decimal_cmp(sum, total) != 0)
        fail_msg("%s: another total than the sum", c->name->text);
    if (!printed && !is_told(b, c->name->text))
        fail_msg("%s: blank without a word", c->name->text);
}

static double as_double(Decimal d)
{
    Arena *a = arena_new(0);
    double value = g_ascii_strtod(str_c(decimal_format(d, false, a), a), NULL);
    arena_free(a);
    return value;
}

static bool is_blank(const Book *b, const BlockTable *t, size_t row,
                     size_t col)
{
    return rich_plain(t->rows[row].cells[col], b->arena).n == 0;
}

/* The sums of the first two columns over the rows in which neither is blank;
 * whether a row was left out because one of them is. */
static bool sums_of_both(const Book *b, const BlockTable *t, Decimal *above,
                         Decimal *below)
{
    bool partial = false;
    *above = *below = DECIMAL_ZERO;
    for (size_t row = 0; row + 1 < t->nrows; row++) {
        Decimal left, right;
        bool one = is_blank(b, t, row, 1), other = is_blank(b, t, row, 2);
        partial = partial || one != other;
        if (one || other)
            continue;
        read_cell(b, t, row, 1, &left);
        read_cell(b, t, row, 2, &right);
        assert_true(decimal_add(*above, left, above) &&
                    decimal_add(*below, right, below));
    }
    return partial;
}

static bool is_told_partial(const Book *b)
{
    for (size_t i = 0; i < diags_count(b->diags, LEVEL_NOTE); i++)
        if (diags_code(b->diags, i) == DIAG_TOTAL_PARTIAL)
            return true;
    return false;
}

/* Below a ratio stands that of the two sums, with the digits it prints. */
static void judge_ratio(const Book *b, const BlockTable *t)
{
    Decimal above, below, total;
    bool partial = sums_of_both(b, t, &above, &below);
    if (partial && !is_told_partial(b))
        fail_msg("a row was left out of a ratio without a word");
    if (decimal_sign(below) == 0)
        return;
    assert_true(read_cell(b, t, t->nrows - 1, COLUMNS + 1, &total));
    double off = as_double(total) - as_double(above) / as_double(below);
    double half = 0.5 * pow(10, -total.scale);
    if (fabs(off) > half * 1.000001)
        fail_msg("the ratio is off by %g", off);
}

static void judge(const Book *b)
{
    size_t tables = 0;
    assert_non_null(b->d);
    for (size_t k = 0; k < b->d->nblocks; k++) {
        const Block *block = &b->d->blocks[k];
        if (block->kind != BLOCK_TABLE)
            continue;
        for (size_t i = 0; i < COLUMNS; i++)
            judge_sum(b, block->table, i);
        judge_ratio(b, block->table);
        tables++;
    }
    assert_int_equal(tables, 3);
}

static void totals_are_sums_or_told(void **state)
{
    (void)state;
    char folder[] = "/tmp/hanji-totals-XXXXXX", *theme;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    assert_true(g_file_get_contents(HANJI_SOURCE "/layouts/themes/council.yaml",
                                    &theme, NULL, NULL));
    assert_true(g_file_set_contents("council.yaml", theme, -1, NULL));
    g_free(theme);
    for (guint32 seed = 1; seed <= TABLES; seed++) {
        Book b = {.rand = g_rand_new_with_seed(seed)};
        book_make(&b);
        judge(&b);
        book_free(&b);
        g_rand_free(b.rand);
    }
    unlink("t.csv");
    unlink("t.yaml");
    unlink("council.yaml");
    assert_int_equal(chdir("/"), 0);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_are_sums_or_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
