/* data/csvsum: rows counted and figures added up, one look at each row. */
#include "data/csvsum.h"
#include "data_test.h"

typedef struct Result {
    Run run;
    char json[4096];
    size_t n;
    bool fine;
} Result;

static bool collect(void *context, const void *p, size_t n)
{
    Result *r = context;
    assert_true(r->n + n < sizeof r->json);
    memcpy(r->json + r->n, p, n);
    r->n += n;
    r->json[r->n] = '\0';
    return true;
}

/* Sums of `columns`, up to an empty one, by 부서. */
static Result sum(const char *text, const Str columns[])
{
    Result r = {.run = run_new()};
    char path[] = "/tmp/hanji-sum-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    CsvSum how = {
        .ask.path = str_of(path), .by = STR("부서"), .columns = columns};
    while (columns[how.ncolumns].n)
        how.ncolumns++;
    r.fine = csvsum_write(&how, collect, &r, r.run.sources, r.run.diags);
    unlink(path);
    return r;
}

#define COLUMNS(...) ((const Str[]){__VA_ARGS__, STR("")})

static void expect(const char *text, const Str columns[], const char *json)
{
    Result r = sum(text, columns);
    assert_quiet(&r.run);
    assert_true(r.fine);
    assert_string_equal(r.json, json);
    run_free(&r.run);
}

static void groups_in_order(void **state)
{
    (void)state;
    expect("부서,예산,집행\n나,\"1,000\",0.1\n가,2,0.2\n나,3,0.2\n",
           COLUMNS(STR("예산"), STR("집행")),
           "[\n{\"부서\":\"나\",\"count\":2,\"예산\":1003,\"집행\":0.3},\n"
           "{\"부서\":\"가\",\"count\":1,\"예산\":2,\"집행\":0.2}\n]\n");
    expect("부서\n가\n가\n", COLUMNS(STR("")),
           "[\n{\"부서\":\"가\",\"count\":2}\n]\n");
    expect("부서,값\n", COLUMNS(STR("값")), "[]\n");
}

/* Blank and - count as nothing; signs of offices are read. */
static void figures_of_offices(void **state)
{
    (void)state;
    expect("부서,값\n가,\n가,-\n가,△1.5\n가,(2)\n가,１０\n", COLUMNS(STR("값")),
           "[\n{\"부서\":\"가\",\"count\":5,\"값\":6.5}\n]\n");
}

/* K-196, K-201, K-202: what a table does, too. */
static void heads_totals_and_notes(void **state)
{
    (void)state;
    expect("2024년 예산,,\n(단위: 원),,\n부 서,\"예산액\n(단위: 원)\",비고\n"
           "합 계,30,\n가,10,\n나,20,\n※ 잠정치,,\n",
           COLUMNS(STR("예산액")),
           "[\n{\"부 서\":\"가\",\"count\":1,\"예산액\":10},\n"
           "{\"부 서\":\"나\",\"count\":1,\"예산액\":20}\n]\n");
}

static void expect_fault(const char *text, DiagCode code, unsigned line,
                         unsigned col)
{
    Result r = sum(text, COLUMNS(STR("값")));
    assert_false(r.fine);
    assert_int_equal(r.n, 0);
    assert_only(&r.run, code);
    assert_place(diags_pos(r.run.diags, 0), line, col);
    run_free(&r.run);
}

static void faults(void **state)
{
    (void)state;
    expect_fault("부서,값\n가,1\n나,백\n", DIAG_CELL_NUMBER, 3, 3);
    expect_fault("부서,값\n가,…\n", DIAG_EXPR_MISSING, 2, 3);
    expect_fault("부서,값\n가,#REF!\n", DIAG_CELL_DAMAGED, 2, 3);
    expect_fault("부서,값\n가\n", DIAG_CSV_RAGGED, 2, 1);
    expect_fault("부서,값들\n가,1\n", DIAG_SUM_COLUMN, 0, 0);
    expect_fault("", DIAG_CSV_EMPTY, 1, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_in_order),
        cmocka_unit_test(figures_of_offices),
        cmocka_unit_test(heads_totals_and_notes),
        cmocka_unit_test(faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
