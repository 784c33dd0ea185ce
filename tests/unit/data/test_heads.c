/* Heads of several rows, as merged cells become when they are exported (K-196).
 */
#include "data_test.h"

/* The names of all columns, each in brackets. */
static char *names_of(const Table *t, char *out)
{
    char *end = out;
    *out = '\0';
    for (size_t i = 0; i < table_columns(t); i++)
        end += sprintf(end, "[" STR_FMT "]", STR_ARG(table_column(t, i)->name));
    return out;
}

static void expect_names(const char *text, uint32_t rows, const char *expected)
{
    char names[512];
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){.head_rows = rows}, text);
    assert_non_null(t);
    assert_quiet(&r);
    assert_string_equal(names_of(t, names), expected);
    run_free(&r);
}

static void k196_two_rows(void **state)
{
    (void)state;
    expect_names("구분,일반회계,,특별회계,\n,예산,집행,예산,집행\n시,1,2,3,4\n",
                 2,
                 "[구분][일반회계 예산][일반회계 집행][특별회계 예산]"
                 "[특별회계 집행]");
}

/* A cell merged down names its own column only. */
static void k196_merged_down(void **state)
{
    (void)state;
    expect_names("구분,합계,일반,,비고\n,,예산,집행,\n시,1,2,3,\n", 2,
                 "[구분][합계][일반 예산][일반 집행][비고]");
    expect_names("구분,,일반,\n,예산,집행,비고\n시,1,2,\n", 2,
                 "[구분][예산][일반 집행][일반 비고]");
}

static void k196_three_rows(void **state)
{
    (void)state;
    expect_names(
        "구분,2023년,,,2024년\n,일반,,특별,일반\n,예산,집행,예산,예산\n"
        "시,1,2,3,4\n",
        3,
        "[구분][2023년 일반 예산][2023년 일반 집행]"
        "[2023년 특별 예산][2024년 일반 예산]");
}

static void k196_a_name_is_said_once(void **state)
{
    (void)state;
    expect_names("구분,예산\n구 분,예산\n시,1\n", 2, "[구분][예산]");
}

static void k196_trailing_commas_are_no_columns(void **state)
{
    (void)state;
    expect_names("구분,일반,,,\n,예산,집행,,\n시,1,2,,\n", 2,
                 "[구분][일반 예산][일반 집행]");
}

static void k196_units_in_either_row(void **state)
{
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){.head_rows = 2},
                        "구분,예산(백만원),,비율\n,금액,건수(건),(%)\n"
                        "시,1,2,3\n");
    (void)state;
    assert_non_null(t);
    assert_quiet(&r);
    assert_str(table_column(t, 1)->name, "예산 금액");
    assert_str(table_column(t, 1)->unit, "백만원");
    assert_str(table_column(t, 2)->unit, "건");
    assert_str(table_column(t, 3)->name, "비율");
    assert_str(table_column(t, 3)->unit, "%");
    assert_place(table_column(t, 1)->pos, 2, 2);
    assert_place(table_column(t, 0)->pos, 1, 1);
    run_free(&r);
}

/* Titles above, found and called by the layout as any other. */
static void k196_below_a_title(void **state)
{
    const ColumnSpec money = {.name = STR("일반회계예산"), .type = TYPE_MONEY};
    Run r = run_new();
    Table *t = table_of(&r,
                        (TableSpec){.head_rows = 2,
                                    .columns = &money,
                                    .ncolumns = 1,
                                    .unit = STR("억 원")},
                        "회계별 예산,,\n구분,일반회계,\n,예산,집행\n시,1,2\n");
    (void)state;
    assert_non_null(t);
    assert_only(&r, DIAG_CSV_NOTE);
    assert_int_equal(table_rows(t), 1);
    assert_int_equal(table_column(t, 1)->type, TYPE_MONEY);
    run_free(&r);
}

static void expect_fault(TableSpec spec, const char *text, DiagCode code,
                         uint32_t line, uint32_t col)
{
    Run r = run_new();
    table_of(&r, spec, text);
    assert_only(&r, code);
    assert_place(diags_pos(r.diags, 0), line, col);
    run_free(&r);
}

static void k196_a_second_row_is_noticed(void **state)
{
    TableSpec one = {0};
    (void)state;
    expect_fault(one, "구분,일반,,특별,\n,예산,집행,예산,집행\n시,1,2,3,4\n",
                 DIAG_CSV_HEAD_ROWS, 2, 5);
    expect_fault(one, "구분,예산,\n,2023,2024년\n시,1,2\n", DIAG_CSV_HEAD_ROWS,
                 2, 7);
    expect_fault((TableSpec){.head_rows = 2},
                 "구분,가,\n,나,\n,다,라\n시,1,2\n", DIAG_CSV_HEAD_ROWS, 3, 4);
    /* Figures are data: their column lacks its name. */
    expect_fault(one, "구분,일반,\n시,1,2\n", DIAG_CSV_HEAD_BLANK, 2, 5);
}

static void k195_ragged_heads(void **state)
{
    (void)state;
    expect_fault((TableSpec){.head_rows = 2}, "a,b\nc\n1,2\n", DIAG_CSV_RAGGED,
                 2, 1);
    expect_fault((TableSpec){.head_rows = 2}, "a,b\n", DIAG_CSV_EMPTY, 1, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k196_two_rows),
        cmocka_unit_test(k196_merged_down),
        cmocka_unit_test(k196_three_rows),
        cmocka_unit_test(k196_a_name_is_said_once),
        cmocka_unit_test(k196_trailing_commas_are_no_columns),
        cmocka_unit_test(k196_units_in_either_row),
        cmocka_unit_test(k196_below_a_title),
        cmocka_unit_test(k196_a_second_row_is_noticed),
        cmocka_unit_test(k195_ragged_heads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
