/* data/addition: what stands in the total row below a formula (K-99, K-101). */
#include "data/addition.h"
#include "data_test.h"

static const char csv[] =
    "품목,금액,수량,집행률,순번,단가\n책상,100,3,50.0%,1,9\n";

typedef struct Case {
    const char *formula;
    Addition want;
} Case;

static void all_are(const Case *cases, size_t n, bool grouped)
{
    Run run = run_new();
    TableSpec spec = {.name = STR("t")};
    const Table *t = table_of(&run, spec, csv);
    for (size_t i = 0; i < n; i++) {
        const Expr *e = expr_parse(str_of(cases[i].formula), run.layout,
                                   run.arena, run.diags);
        assert_non_null(e);
        Addition got = expr_addition(e, t, grouped);
        if (got != cases[i].want)
            print_error("%s: %d, not %d\n", cases[i].formula, got,
                        cases[i].want);
        assert_int_equal(got, cases[i].want);
    }
    run_free(&run);
}

static void k101_formulas_of_a_row(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"금액", ADDITION_LINEAR},
        {"-(금액 + 수량) * 2 / 3", ADDITION_LINEAR},
        {"금액 * year / count()", ADDITION_LINEAR},
        {"금액 / other[가].값", ADDITION_LINEAR},
        {"금액 / 수량", ADDITION_RATIO},
        {"(금액 - 수량) / (금액 + 수량) * 100", ADDITION_RATIO},
        {"1 - 금액 / 수량", ADDITION_RATIO},
        {"금액 / 수량 - 금액 / sum(금액)", ADDITION_RATIO},
        {"100 * 금액 / sum(금액)", ADDITION_SHARE},
        {"금액 * 수량", ADDITION_AMOUNT},
        {"금액 * 금액 / 2", ADDITION_AMOUNT},
        {"금액 + 1", ADDITION_AMOUNT},
        {"금액 - avg(금액)", ADDITION_AMOUNT},
        {"금액 * 집행률", ADDITION_AMOUNT},
        {"t.금액", ADDITION_AMOUNT},
        {"1", ADDITION_AMOUNT},
        {"금액 * 수량 / sum(금액 * 수량)", ADDITION_PART},
        {"단가", ADDITION_RATE},
        {"단가 * 1.1", ADDITION_RATE},
        {"단가 * 수량", ADDITION_AMOUNT},
        {"단가 / 수량", ADDITION_NONE},
        {"집행률", ADDITION_RATE},
        {"100% - 집행률", ADDITION_RATE},
        {"순번", ADDITION_RATE},
        {"sum(금액)", ADDITION_WHOLE},
        {"avg(금액) * 2", ADDITION_MEAN},
        {"금액 / avg(금액)", ADDITION_NONE},
        {"금액 / max(금액)", ADDITION_NONE},
        {"금액 * 수량 / 수량", ADDITION_NONE},
        {"1 / 금액", ADDITION_NONE},
        {"(금액 + 1) / 수량", ADDITION_NONE},
        {"금액 + 금액 / 수량", ADDITION_NONE},
        {"sum(금액) - 금액", ADDITION_NONE},
        {"집행률 * 집행률", ADDITION_NONE},
        {"금액 > 수량", ADDITION_NONE},
        {"year(품목)", ADDITION_NONE},
        {"\"글\"", ADDITION_NONE},
    };
    all_are(cases, sizeof cases / sizeof *cases, false);
}

static void k101_formulas_of_a_group(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"sum(금액)", ADDITION_LINEAR},
        {"sum(금액 * 수량) + count()", ADDITION_LINEAR},
        {"sum(금액) / sum(t.금액)", ADDITION_SHARE},
        {"sum(금액) / count()", ADDITION_RATIO},
        {"avg(금액)", ADDITION_RATE},
        {"max(금액) - min(금액)", ADDITION_RATE},
        {"sum(집행률)", ADDITION_RATE},
        {"avg(금액) * count()", ADDITION_AMOUNT},
    };
    all_are(cases, sizeof cases / sizeof *cases, true);
}

static void columns_that_add(void **state)
{
    (void)state;
    Run run = run_new();
    TableSpec spec = {.name = STR("t")};
    const Table *t = table_of(&run, spec,
                              "a,b,c,d\n1,1.5,50%,0\n2,2,80%,0\n3,-,0,0\n");
    static const ColumnType types[] = {TYPE_INTEGER, TYPE_DECIMAL, TYPE_RATIO,
                                       TYPE_INTEGER};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(table_column(t, i)->type, types[i]);
        assert_int_equal(column_adds(t, i), types[i] != TYPE_RATIO);
    }
    run_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k101_formulas_of_a_row),
        cmocka_unit_test(k101_formulas_of_a_group),
        cmocka_unit_test(columns_that_add),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
