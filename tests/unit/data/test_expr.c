/* data/expr and data/rowset: the arithmetic of layouts over tables. */
#include "data/expr.h"
#include "data_test.h"

static const char budget_csv[] =
    "구분,합계,일반회계,특별회계,기금\n"
    "시,\"74,733\",\"54,677\",\"10,653\",\"9,403\"\n"
    "구,\"41,517\",\"36,074\",529,\"4,914\"\n";

/* A document with the table `t` under the name budget, and a year. */
typedef struct World {
    Run run;
    Table *t;
    ExprScope document;
} World;

static bool variable(void *context, Str name, Value *out)
{
    (void)context;
    if (!str_eq_c(name, "year"))
        return false;
    *out = (Value){.kind = VALUE_NUMBER, .number = decimal_from_int(2024)};
    return true;
}

static const Table *find_table(void *context, Str name)
{
    return str_eq_c(name, "budget") ? ((World *)context)->t : NULL;
}

static size_t names(void *context, Str *out, size_t cap)
{
    (void)context;
    if (cap < 2)
        return 0;
    out[0] = STR("budget");
    out[1] = STR("year");
    return 2;
}

static void world_init(World *w, const char *csv, TableSpec spec)
{
    w->run = run_new();
    spec.name = STR("budget");
    w->t = table_of(&w->run, spec, csv);
    assert_non_null(w->t);
    w->document = (ExprScope){.row = SIZE_MAX,
                              .variable = variable,
                              .table = find_table,
                              .names = names,
                              .context = w};
}

static void world_free(World *w)
{
    run_free(&w->run);
}

static const Expr *parse(World *w, const char *text)
{
    return expr_parse(str_of(text), w->run.layout, w->run.arena, w->run.diags);
}

static bool eval(World *w, const char *text, size_t row, Value *out)
{
    ExprScope scope = {
        .outer = &w->document, .rows = rowset_all(w->t), .row = row};
    const Expr *e = parse(w, text);
    return e && expr_eval(e, row == SIZE_MAX ? &w->document : &scope,
                          w->run.arena, w->run.diags, out);
}

static void expect_number(World *w, const char *text, size_t row,
                          const char *number)
{
    Value v;
    if (!eval(w, text, row, &v) || v.kind != VALUE_NUMBER) {
        assert_quiet(&w->run);
        fail_msg("%s gives no number", text);
    }
    assert_str(decimal_format(decimal_trim(v.number), false, w->run.arena),
               number);
}

static void expect_flag(World *w, const char *text, size_t row, bool flag)
{
    Value v;
    if (!eval(w, text, row, &v) || v.kind != VALUE_BOOL || v.flag != flag) {
        assert_quiet(&w->run);
        fail_msg("%s is not %s", text, flag ? "true" : "false");
    }
}

static void expect_fault(const char *text, size_t row, DiagCode code)
{
    World w;
    Value v;
    world_init(&w, budget_csv, (TableSpec){.unit = STR("억 원")});
    if (eval(&w, text, row, &v))
        fail_msg("%s must fail", text);
    assert_only(&w.run, code);
    world_free(&w);
}

static void numbers(void **state)
{
    World w;
    (void)state;
    world_init(&w, budget_csv, (TableSpec){0});
    expect_number(&w, "1 + 2 * 3", SIZE_MAX, "7");
    expect_number(&w, "(1 + 2) * 3", SIZE_MAX, "9");
    expect_number(&w, "10 - 4 - 3", SIZE_MAX, "3");
    expect_number(&w, "2 × 3 ÷ 4", SIZE_MAX, "1.5");
    expect_number(&w, "-2 - -3", SIZE_MAX, "1");
    expect_number(&w, "0.1 + 0.2", SIZE_MAX, "0.3");
    expect_number(&w, "50% * 8", SIZE_MAX, "4");
    expect_number(&w, "1 / 3", SIZE_MAX, "0.333333333333333333");
    expect_number(&w, "year - 1", SIZE_MAX, "2023");
    assert_quiet(&w.run);
    world_free(&w);
}

static void columns_and_tables(void **state)
{
    World w;
    (void)state;
    world_init(&w, budget_csv, (TableSpec){.key = STR("구분")});
    expect_number(&w, "sum(budget.합계)", SIZE_MAX, "116250");
    expect_number(&w, "budget[시].합계", SIZE_MAX, "74733");
    expect_number(&w, "budget[\"구\"].합계", SIZE_MAX, "41517");
    expect_number(&w, "합계", 1, "41517");
    expect_number(&w, "`합 계`", 1, "41517");
    expect_number(&w, "합계 - 일반회계 - 특별회계 - 기금", 0, "0");
    expect_number(&w, "합계 / sum(합계) * 1000", 0, "642.864516129032258");
    expect_number(&w, "sum(budget.일반회계 + budget.기금)", SIZE_MAX, "105068");
    expect_number(&w, "count()", 0, "2");
    expect_number(&w, "count(budget)", SIZE_MAX, "2");
    expect_number(&w, "avg(합계)", 0, "58125");
    expect_number(&w, "min(합계)", 0, "41517");
    expect_number(&w, "max(합계)", 0, "74733");
    expect_number(&w, "first(합계) - last(합계)", 0, "33216");
    assert_quiet(&w.run);
    world_free(&w);
}

static void tests_and_logic(void **state)
{
    World w;
    (void)state;
    world_init(&w, budget_csv, (TableSpec){0});
    expect_flag(&w, "구분 = \"시\"", 0, true);
    expect_flag(&w, "구분 != '시'", 0, false);
    expect_flag(&w, "합계 > 50000 and 기금 < 10000", 0, true);
    expect_flag(&w, "합계 ≤ 1 또는 기금 ≥ 9403", 0, true);
    expect_flag(&w, "not 구분 = \"시\"", 0, false);
    expect_flag(&w, "구분 = \"시\" or 구분 = \"구\" and 합계 < 0", 0, true);
    expect_flag(&w, "구분 = 5", 0, false);
    assert_quiet(&w.run);
    world_free(&w);
}

static void dates(void **state)
{
    World w;
    Value v;
    (void)state;
    world_init(&w, "일자,비고\n2023-01-06,\n2023-02-09,끝\n", (TableSpec){0});
    expect_number(&w, "month(일자)", 1, "2");
    expect_number(&w, "year(일자)", 1, "2023");
    expect_number(&w, "day(일자)", 0, "6");
    expect_flag(&w, "일자 >= \"2023-02-01\"", 1, true);
    expect_flag(&w, "일자 < \"2023. 1. 7.\"", 0, true);
    expect_flag(&w, "비고 = \"\"", 0, true);
    assert_true(eval(&w, "max(일자)", 0, &v));
    assert_int_equal(v.date.month, 2);
    assert_quiet(&w.run);
    world_free(&w);
}

static void k201_totals_are_left_out(void **state)
{
    World w;
    (void)state;
    world_init(&w, "구분,수\n가,1\n나,2\n합 계,3\n", (TableSpec){0});
    expect_number(&w, "sum(수)", 0, "3");
    expect_number(&w, "count()", 0, "2");
    expect_number(&w, "max(수)", 0, "2");
    world_free(&w);
}

static void k199_missing_in_sums(void **state)
{
    const ColumnSpec spec[] = {{.name = STR("수"), .type = TYPE_DECIMAL}};
    World w;
    Value v;
    (void)state;
    world_init(&w, "구분,수\n가,1\n나,-\n다,\n라,0\n",
               (TableSpec){.columns = spec, .ncolumns = 1});
    expect_number(&w, "sum(수)", 0, "1");
    expect_number(&w, "count(수)", 0, "3");
    expect_number(&w, "수 + 5", 2, "5");
    expect_number(&w, "5 - 수", 2, "5");
    assert_true(eval(&w, "수 * 5", 2, &v));
    assert_int_equal(v.kind, VALUE_BLANK);
    assert_quiet(&w.run);
    world_free(&w);

    world_init(&w, "구분,수\n가,1\n나,…\n",
               (TableSpec){.columns = spec, .ncolumns = 1});
    assert_true(eval(&w, "수 + 1", 1, &v));
    assert_int_equal(v.kind, VALUE_UNKNOWN);
    assert_false(eval(&w, "sum(수)", 0, &v));
    assert_only(&w.run, DIAG_EXPR_MISSING);
    assert_place(diags_pos(w.run.diags, 0), 3, 3);
    world_free(&w);
}

static void values_keep_unit_and_place(void **state)
{
    const ColumnSpec spec[] = {
        {.name = STR("합계"), .type = TYPE_MONEY},
        {.name = STR("기금"), .type = TYPE_MONEY, .unit = STR("백만 원")}};
    World w;
    Value v;
    (void)state;
    world_init(
        &w, budget_csv,
        (TableSpec){.columns = spec, .ncolumns = 2, .unit = STR("억 원")});
    assert_true(eval(&w, "sum(합계)", 0, &v));
    assert_str(v.unit, "억 원");
    assert_place(v.pos, 2, 3);
    assert_true(eval(&w, "합계 / sum(합계)", 0, &v));
    assert_str(v.unit, "");
    assert_quiet(&w.run);
    assert_false(eval(&w, "합계 + 기금", 0, &v));
    assert_only(&w.run, DIAG_EXPR_UNITS);
    world_free(&w);
}

static void expect_quotient(World *w, const char *text, const char *number,
                            const char *unit)
{
    Value v;
    assert_true(eval(w, text, 0, &v));
    assert_int_equal(v.kind, VALUE_NUMBER);
    assert_str(decimal_format(decimal_trim(v.number), false, w->run.arena), number);
    assert_str(v.unit, unit);
}

/* 천 원 / 백만 원 is a ratio, to the last digit; 원 / 명 is so much a head. */
static void quotients_know_powers_of_a_unit(void **state)
{
    World w;
    (void)state;
    world_init(&w,
               "항목,예산(백만원),집행(천원),원금(원),인구(천 명),수\n"
               "가,100,\"50,000\",\"1,000,000\",5,4\n",
               (TableSpec){0});
    expect_quotient(&w, "집행 / 예산", "0.5", "");
    expect_quotient(&w, "예산 / 집행", "2", "");
    expect_quotient(&w, "원금 / 예산", "0.01", "");
    expect_quotient(&w, "sum(집행) / sum(예산) * 100", "50", "");
    expect_quotient(&w, "예산 / 예산", "1", "");
    expect_quotient(&w, "예산 / 인구", "20", "");
    expect_quotient(&w, "예산 / 수", "25", "백만원");
    expect_quotient(&w, "수 / 예산", "0.04", "");
    assert_quiet(&w.run);
    world_free(&w);
}

static void too_large_quotients_are_told(void **state)
{
    World w;
    Value v;
    (void)state;
    world_init(&w, "a(조원),b(원)\n9999999999999999999999999999999,1\n",
               (TableSpec){0});
    assert_false(eval(&w, "a / b", 0, &v));
    assert_only(&w.run, DIAG_EXPR_RANGE);
    world_free(&w);
}

static void division_by_zero_has_no_value(void **state)
{
    World w;
    Value v;
    (void)state;
    world_init(&w, "a,b\n1,0\n", (TableSpec){0});
    assert_true(eval(&w, "a / b", 0, &v));
    assert_int_equal(v.kind, VALUE_NOT_APPLICABLE);
    assert_only(&w.run, DIAG_EXPR_ZERO);
    assert_place(diags_pos(w.run.diags, 0), 2, 3);
    world_free(&w);
}

static void faults(void **state)
{
    static const struct {
        const char *text;
        size_t row;
        DiagCode code;
    } cases[] = {{"1 +", SIZE_MAX, DIAG_EXPR_END},
                 {"", SIZE_MAX, DIAG_EXPR_END},
                 {"(1", SIZE_MAX, DIAG_EXPR_END},
                 {"1 $ 2", SIZE_MAX, DIAG_EXPR_SYNTAX},
                 {"1 2", SIZE_MAX, DIAG_EXPR_SYNTAX},
                 {"\"끝없는", SIZE_MAX, DIAG_EXPR_SYNTAX},
                 {"1.2.3", SIZE_MAX, DIAG_EXPR_NUMBER},
                 {"1.", SIZE_MAX, DIAG_EXPR_NUMBER},
                 {"1 + 12345678901234567890123456789012345678901234567890",
                  SIZE_MAX, DIAG_EXPR_DIGITS},
                 {"summ(합계)", 0, DIAG_EXPR_FUNCTION},
                 {"sum()", 0, DIAG_EXPR_ARGUMENT},
                 {"합게", 0, DIAG_EXPR_NAME},
                 {"buget.합계", 0, DIAG_EXPR_TABLE},
                 {"budget.합게", 0, DIAG_EXPR_COLUMN},
                 {"budget[군].합계", 0, DIAG_EXPR_KEY},
                 {"budget.합계", SIZE_MAX, DIAG_EXPR_NO_ROW},
                 {"sum(3)", SIZE_MAX, DIAG_EXPR_NO_ROWS},
                 {"구분 + 1", 0, DIAG_EXPR_NOT_NUMBER},
                 {"구분 < 1", 0, DIAG_EXPR_NOT_NUMBER},
                 {"month(합계)", 0, DIAG_EXPR_NOT_DATE},
                 {"합계 and 기금", 0, DIAG_EXPR_NOT_TEST},
                 {"9999999999999999999999999999999999999 + "
                  "9999999999999999999999999999999999999",
                  SIZE_MAX, DIAG_EXPR_RANGE}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_fault(cases[i].text, cases[i].row, cases[i].code);
}

static void every_cell_at_fault_is_told(void **state)
{
    World w;
    Value v;
    (void)state;
    world_init(&w, budget_csv, (TableSpec){0});
    assert_false(eval(&w, "sum(구분)", 0, &v));
    assert_int_equal(diags_count(w.run.diags, LEVEL_ERROR), 2);
    assert_place(diags_pos(w.run.diags, 1), 3, 1);
    world_free(&w);
}

static void suggestions(void **state)
{
    static const char *const cases[][2] = {{"합게", "혹시 합계?"},
                                           {"buget.합계", "혹시 budget?"},
                                           {"budget.특별희계", "혹시 특별회계?"},
                                           {"summ(합계)", "혹시 sum?"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        World w;
        Value v;
        world_init(&w, budget_csv, (TableSpec){0});
        assert_false(eval(&w, cases[i][0], 0, &v));
        if (str_find(message(&w.run, 0), str_of(cases[i][1])) < 0)
            fail_msg("%s", str_c(message(&w.run, 0), w.run.arena));
        world_free(&w);
    }
}

static void places_in_the_layout(void **state)
{
    World w;
    Value v;
    (void)state;
    world_init(&w, budget_csv, (TableSpec){0});
    w.run.layout = (Pos){1, 7, 20};
    assert_false(eval(&w, "합계 + 없는이름것", 0, &v));
    assert_place(diags_pos(w.run.diags, 0), 7, 25);
    world_free(&w);
}

static void keys_must_be_unique(void **state)
{
    World w;
    Value v;
    (void)state;
    world_init(&w, "구분,수\n가,1\n가,2\n", (TableSpec){0});
    assert_false(eval(&w, "budget[가].수", SIZE_MAX, &v));
    assert_only(&w.run, DIAG_EXPR_KEY_TWICE);
    world_free(&w);
}

static void depth_is_bounded(void **state)
{
    char deep[4096], wide[8192] = "1";
    (void)state;
    memset(deep, '(', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    expect_fault(deep, SIZE_MAX, DIAG_EXPR_DEEP);
    for (int i = 0; i < 2000; i++)
        strcat(wide, "+1");
    expect_fault(wide, SIZE_MAX, DIAG_EXPR_DEEP);
}

static void checks_over_rows(void **state)
{
    World w;
    (void)state;
    world_init(&w, budget_csv, (TableSpec){0});
    assert_true(expr_check_rows(parse(&w, "합계 = 일반회계 + 특별회계 + 기금"),
                                &w.document, w.t, NULL, w.run.arena,
                                w.run.diags));
    assert_quiet(&w.run);
    world_free(&w);

    world_init(&w, "구분,합계,가,나\n시,10,4,6\n구,11,4,6\n군,,,\n",
               (TableSpec){0});
    assert_false(expr_check_rows(parse(&w, "합계 = 가 + 나"), &w.document, w.t,
                                 NULL, w.run.arena, w.run.diags));
    assert_only(&w.run, DIAG_CHECK_FAILED);
    assert_place(diags_pos(w.run.diags, 0), 3, 3);
    assert_str(
        message(&w.run, 0),
        "'구' 행이 맞지 않습니다: 합계 11 ≠ 가 + 나 10 (차이 1; 합계 11, 가 4, "
        "나 6)");
    world_free(&w);

    world_init(&w, "구분,수\n시,10\n구,0\n", (TableSpec){0});
    assert_false(expr_check_rows(parse(&w, "수 > 0"), &w.document, w.t, NULL,
                                 w.run.arena, w.run.diags));
    assert_only(&w.run, DIAG_CHECK_FALSE);
    world_free(&w);
}

static Value share_of(World *w, const char *text)
{
    Value v;
    assert_true(eval(w, text, 0, &v));
    assert_int_equal(v.kind, VALUE_NUMBER);
    return v;
}

/* K-123: two shares are percentage points apart. */
static void points_between_shares(void **state)
{
    World w;
    (void)state;
    world_init(&w, "구,올해,작년,비율(%),전년(%)\n시,64.3%,62.8%,64.3,62.8\n",
               (TableSpec){0});
    expect_number(&w, "올해 - 작년", 0, "0.015");
    assert_true(share_of(&w, "올해 - 작년").points);
    assert_true(share_of(&w, "-(올해 - 작년)").points);
    assert_true(share_of(&w, "sum(올해 - 작년)").points);
    assert_false(share_of(&w, "작년 + (올해 - 작년)").points);
    assert_false(share_of(&w, "올해 + 작년").points);
    assert_false(share_of(&w, "100% - 올해").points); /* what is left */
    assert_false(share_of(&w, "(올해 - 작년) / 작년").points);
    assert_str(share_of(&w, "비율 - 전년").unit, "%p");
    assert_str(share_of(&w, "전년 + (비율 - 전년)").unit, "%");
    assert_str(share_of(&w, "비율 + 전년").unit, "%");
    assert_quiet(&w.run);
    world_free(&w);
}

static bool rows_meet(const char *csv, const char *check)
{
    World w;
    world_init(&w, csv, (TableSpec){0});
    bool met = expr_check_rows(parse(&w, check), &w.document, w.t, NULL,
                               w.run.arena, w.run.diags);
    world_free(&w);
    return met;
}

/* K-100: decimals were rounded, whole numbers counted. */
static void checks_know_rounding(void **state)
{
    (void)state;
    const char *sum = "합계 = 가 + 나";
    assert_true(rows_meet("구분,합계,가,나\n시,10.0,3.3,6.6\n", sum));
    assert_false(rows_meet("구분,합계,가,나\n시,10.2,3.3,6.6\n", sum));
    assert_true(rows_meet("구분,합계,가,나\n시,10.1,3.3,6.7\n구,10,3.3,6.6\n",
                          sum)); /* 10 stands for 10.0 */
    assert_false(rows_meet("구분,합계,가,나\n시,100,33,66\n", sum));
    const char *share = "비중 = 수 / sum(수)";
    assert_true(rows_meet("구,수,비중\n가,1,33.3%\n나,2,66.7%\n", share));
    assert_false(rows_meet("구,수,비중\n가,1,33.4%\n나,2,66.6%\n", share));
    const char *rate = "율 = 집행 / 예산"; /* ranges know the powers, too */
    assert_true(rows_meet("구,예산(백만원),집행(천원),율\n"
                          "가,3,\"1,000.0\",33.3%\n",
                          rate));
    assert_false(rows_meet("구,예산(백만원),집행(천원),율\n"
                           "가,3,\"1,000.0\",33.5%\n",
                           rate));
    assert_true(rows_meet("구,수,가\n가,2.5,7.4\n", "가 = -수 * -3"));
    assert_false(rows_meet("구,수,가\n가,2.5,7.8\n", "가 = -수 * -3"));
    assert_true(
        rows_meet("구,수,평균\n가,1.2,1.3\n나,1.3,1.3\n", "평균 = avg(수)"));
    assert_false(
        rows_meet("구,수,최대\n가,1.2,1.5\n나,1.3,1.3\n", "최대 = max(수)"));
}

static bool check(const char *csv, const char *text, TableSpec spec)
{
    World w;
    world_init(&w, csv, spec);
    bool met = expr_check(parse(&w, text), &w.document, NULL, w.run.arena,
                          w.run.diags);
    assert_int_equal(diags_count(w.run.diags, LEVEL_ERROR), !met);
    world_free(&w);
    return met;
}

/* K-100: between tables, amounts in 백만 원 were rounded, too. */
static void checks_between_tables(void **state)
{
    (void)state;
    const char *csv = "항목,값\n본예산,\"818,109\"\n추경,\"11,240\"\n";
    const ColumnSpec money[] = {{.name = STR("값"), .type = TYPE_MONEY}};
    TableSpec spec = {.unit = STR("백만 원"), .columns = money, .ncolumns = 1};
    assert_true(check(csv, "sum(budget.값) = 829350", spec));
    assert_false(check(csv, "sum(budget.값) = 829351", spec));
    assert_false(check(csv, "sum(budget.값) = 829350", (TableSpec){0}));
    assert_true(check(csv, "budget[추경].값 < budget[본예산].값", spec));
    assert_false(check(csv, "budget[추경].값 > budget[본예산].값", spec));
    /* Texts that differ are told once, and nothing is computed with them. */
    assert_false(check(csv, "budget[추경].항목 = budget[본예산].항목", spec));
}

static void rows_filtered_and_grouped(void **state)
{
    World w;
    RowSet kept;
    const RowGroup *groups;
    (void)state;
    world_init(&w, "구,수\n동구,1\n중구,2\n중구,3\n동구,4\n계,10\n",
               (TableSpec){0});
    RowSet all = rowset_all(w.t);
    assert_true(rowset_where(all, parse(&w, "수 > 1"), &w.document, w.run.arena,
                             w.run.diags, &kept));
    assert_int_equal(kept.n, 4);
    assert_int_equal(rowset_row(kept, 0), 1);
    assert_true(
        rowset_where(all, NULL, &w.document, w.run.arena, w.run.diags, &kept));
    assert_int_equal(kept.n, 5);

    size_t n = rowset_group(all, 0, GROUP_BY_VALUE, w.run.arena, &groups);
    assert_int_equal(n, 3);
    assert_str(groups[0].key, "동구");
    assert_int_equal(groups[0].rows.n, 2);
    assert_int_equal(rowset_row(groups[0].rows, 1), 3);
    assert_place(groups[1].pos, 3, 1);
    n = rowset_group(all, 0, GROUP_BY_RUN, w.run.arena, &groups);
    assert_int_equal(n, 4);
    assert_str(groups[2].key, "동구");

    assert_int_equal(rowset_without_totals(all, w.run.arena).n, 4);
    assert_int_equal(rowset_totals(all, w.run.arena).n, 1);
    assert_quiet(&w.run);
    world_free(&w);
}

static void functions_range_over_the_group(void **state)
{
    World w;
    Value v;
    const RowGroup *groups;
    (void)state;
    world_init(&w, "구,수\n동구,1\n중구,2\n중구,3\n", (TableSpec){0});
    rowset_group(rowset_all(w.t), 0, GROUP_BY_VALUE, w.run.arena, &groups);
    ExprScope group = {.outer = &w.document,
                       .rows = groups[1].rows,
                       .row = rowset_row(groups[1].rows, 0)};
    assert_true(
        expr_eval(parse(&w, "sum(수)"), &group, w.run.arena, w.run.diags, &v));
    assert_int_equal(decimal_cmp(v.number, decimal_from_int(5)), 0);
    assert_true(expr_eval(parse(&w, "sum(budget.수)"), &group, w.run.arena,
                          w.run.diags, &v));
    assert_int_equal(decimal_cmp(v.number, decimal_from_int(6)), 0);
    world_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(columns_and_tables),
        cmocka_unit_test(tests_and_logic),
        cmocka_unit_test(dates),
        cmocka_unit_test(k201_totals_are_left_out),
        cmocka_unit_test(k199_missing_in_sums),
        cmocka_unit_test(values_keep_unit_and_place),
        cmocka_unit_test(division_by_zero_has_no_value),
        cmocka_unit_test(faults),
        cmocka_unit_test(every_cell_at_fault_is_told),
        cmocka_unit_test(suggestions),
        cmocka_unit_test(places_in_the_layout),
        cmocka_unit_test(keys_must_be_unique),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(checks_over_rows),
        cmocka_unit_test(points_between_shares),
        cmocka_unit_test(quotients_know_powers_of_a_unit),
        cmocka_unit_test(too_large_quotients_are_told),
        cmocka_unit_test(checks_know_rounding),
        cmocka_unit_test(checks_between_tables),
        cmocka_unit_test(rows_filtered_and_grouped),
        cmocka_unit_test(functions_range_over_the_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
