/* data/fact, data/agree_facts: what two tables say of the same thing. */
#include "data/agree_facts.h"
#include "data_test.h"

#include <glib.h>

typedef struct Pair {
    const char *left, *left_unit, *right, *right_unit;
    int code; /* -1: nothing is said */
} Pair;

#define BUDGET                                                                 \
    "구분,합계,일반,특별\n시,\"74,733\",\"54,677\",\"20,056\"\n"      \
    "구,\"41,517\",\"36,074\",\"5,443\"\n"
#define OVERVIEW "항목,값,단위\n인구,\"1,442\",천 명\n공무원,\"4,235\",명\n"

static const Pair pairs[] = {
    /* the same, whole or in part, rounded or not */
    {BUDGET, "억 원", BUDGET, "억 원", -1},
    {BUDGET, "억 원", "구분,합계\n시,\"7,473,291\"\n구,\"4,151,704\"\n",
     "백만 원", -1},
    {OVERVIEW, "", "구,인구\n동구,\"720,106\"\n중구,\"722,110\"\n", "명", -1},
    /* another year: all differs */
    {BUDGET, "억 원", "구분,합계,일반\n시,\"70,101\",\"52,116\"\n", "억 원",
     -1},
    /* facilities of two years: most did not change */
    {"구,시설\n동구,12\n중구,18\n서구,31\n", "개",
     "구,시설\n동구,12\n중구,19\n서구,31\n", "개", -1},
    /* a changed budget beside an unchanged one */
    {BUDGET, "억 원",
     "구분,합계,일반,특별\n시,\"74,733\",\"54,677\",\"20,056\"\n"
     "구,\"43,829\",\"38,386\",\"5,443\"\n",
     "억 원", -1},
    /* other things under the same names */
    {"구,값\n동구,\"12,345\"\n", "명", "구,값\n동구,\"12,355\"\n", "개", -1},
    /* one digit, two that changed places */
    {BUDGET, "억 원",
     "구분,합계,일반,특별\n시,\"74,733\",\"54,677\",\"20,056\"\n"
     "구,\"41,517\",\"36,074\",\"5,543\"\n",
     "억 원", DIAG_FACT_TWICE},
    {OVERVIEW, "", "구,인구\n동구,\"720,106\"\n중구,\"732,110\"\n", "명",
     DIAG_FACT_NEAR},
    {OVERVIEW, "", "직,공무원\n일반,\"4,000\"\n소방,253\n", "명",
     DIAG_FACT_NEAR},
    /* the same digits, a thousand apart */
    {BUDGET, "억 원", BUDGET, "백만 원", DIAG_UNIT_SLIP},
    {OVERVIEW, "", "구,인구\n동구,720\n중구,722\n", "명", DIAG_UNIT_SLIP},
};

static void facts_of_two_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        Run r = run_new();
        const Table *tables[] = {
            table_of(&r,
                     (TableSpec){.name = STR("left"),
                                 .unit = str_of(pairs[i].left_unit)},
                     pairs[i].left),
            table_of(&r,
                     (TableSpec){.name = STR("right"),
                                 .unit = str_of(pairs[i].right_unit)},
                     pairs[i].right)};
        size_t before = diags_count(r.diags, LEVEL_NOTE);
        facts_agree(facts_read(tables, 2, r.arena), NULL, r.arena, r.diags);
        int code = diags_count(r.diags, LEVEL_NOTE) > before
                       ? (int)diags_code(r.diags, before)
                       : -1;
        if (code != pairs[i].code) {
            print_error("pair %zu: %s\n", i,
                        code < 0 ? "nothing"
                                 : str_c(message(&r, before), r.arena));
            fail();
        }
        run_free(&r);
    }
}

static void waived_fact(void **state)
{
    (void)state;
    Run r = run_new();
    Waiver w = {.table = STR("right"),
                .check = STR("unit-slip"),
                .reason = STR("확인 중"),
                .owner = STR("예산과"),
                .until = {2024, 6, 30}};
    Waivers all = {&w, 1, {2023, 12, 31}};
    const Table *tables[] = {
        table_of(&r, (TableSpec){.name = STR("left"), .unit = STR("억 원")},
                 BUDGET),
        table_of(&r, (TableSpec){.name = STR("right"), .unit = STR("천 원")},
                 BUDGET)};
    facts_agree(facts_read(tables, 2, r.arena), &all, r.arena, r.diags);
    assert_true(w.used);
    assert_true(diags_ok(r.diags));
    run_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_of_two_tables),
        cmocka_unit_test(waived_fact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
