/* data/table: heads, ragged rows, types, positions, sample files. */
#include "data/normal.h"
#include "data_test.h"

static void cells_and_places(void **state)
{
    Run r = run_new();
    Table *t = table_of(
        &r, (TableSpec){0},
        "구분,설명\r\n시,\"가,나\"\r\n구,\"다\"\"라\n마\"\r\n군,끝\r\n");
    (void)state;
    assert_non_null(t);
    assert_quiet(&r);
    assert_int_equal(table_rows(t), 3);
    assert_int_equal(table_columns(t), 2);
    assert_str(table_text(t, 0, 1), "가,나");
    assert_str(table_text(t, 1, 1), "다\"라\n마");
    assert_str(table_text(t, 2, 1), "끝");
    assert_place(table_pos(t, 0, 0), 2, 1);
    assert_place(table_pos(t, 0, 1), 2, 3);
    assert_place(table_pos(t, 1, 1), 3, 3);
    assert_place(table_pos(t, 2, 0), 5, 1);
    assert_place(table_pos(t, 2, 1), 5, 3);
    run_free(&r);
}

static void k194_line_ends_and_separators(void **state)
{
    static const char *const files[] = {"a,b\n1,2\n3,4\n",
                                        "a,b\r\n1,2\r\n3,4",
                                        "a,b\r1,2\r3,4\r",
                                        "a\tb\n1\t2\n3\t4\n",
                                        "a;b\n1;2\n3;4\n",
                                        "sep=;\na;b\n1;2\n3;4",
                                        "sep=|\r\na|b\r\n1|2\r\n3|4\r\n",
                                        "\n\na,b\n\n1,2\n\n\n3,4\n\n"};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        Run r = run_new();
        Table *t = table_of(&r, (TableSpec){0}, files[i]);
        assert_non_null(t);
        assert_quiet(&r);
        assert_int_equal(table_columns(t), 2);
        assert_int_equal(table_rows(t), 2);
        assert_str(table_text(t, 1, 1), "4");
        run_free(&r);
    }
}

static void k194_trailing_empty_columns(void **state)
{
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){0}, "a,b,,\n1,2,,\n");
    (void)state;
    assert_non_null(t);
    assert_quiet(&r);
    assert_int_equal(table_columns(t), 2);
    run_free(&r);

    r = run_new();
    table_of(&r, (TableSpec){0}, "a,b,,\n1,2,,x\n3,4,,y\n");
    assert_only(&r, DIAG_CSV_HEAD_BLANK);
    assert_place(diags_pos(r.diags, 0), 2, 6);
    run_free(&r);
}

static void k194_quotes(void **state)
{
    static const struct {
        const char *text;
        DiagCode code;
        unsigned line, col;
    } cases[] = {{"a,b\n1,x\"y\n", DIAG_CSV_STRAY_QUOTE, 2, 4},
                 {"a,b\n1,\"x\"y\n", DIAG_CSV_AFTER_QUOTE, 2, 6},
                 {"a,b\n1,\"x\"y\n", DIAG_CSV_AFTER_QUOTE, 2, 6},
                 {"a,b\n가나,\"x\nz\n", DIAG_CSV_OPEN_QUOTE, 2, 4},
                 {"a,b\n1,\"x\ny\"z\n", DIAG_CSV_AFTER_QUOTE, 3, 3}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Run r = run_new();
        assert_null(table_of(&r, (TableSpec){0}, cases[i].text));
        assert_only(&r, cases[i].code);
        assert_place(diags_pos(r.diags, 0), cases[i].line, cases[i].col);
        run_free(&r);
    }
}

static void k195_ragged_rows(void **state)
{
    const char *text = "a,b,c\n1,2\n3,4,5\n6,7,8,9\n";
    Run r = run_new();
    (void)state;
    table_of(&r, (TableSpec){0}, text);
    assert_int_equal(diags_count(r.diags, LEVEL_ERROR), 2);
    assert_int_equal(diags_code(r.diags, 0), DIAG_CSV_RAGGED);
    assert_place(diags_pos(r.diags, 0), 2, 1);
    assert_place(diags_pos(r.diags, 1), 4, 7);
    assert_true(str_find(message(&r, 0), STR("2개")) >= 0);
    run_free(&r);

    r = run_new();
    Table *t = table_of(&r, (TableSpec){.pad = true}, "a,b,c\n1,2\n3,4,5\n");
    assert_quiet(&r);
    assert_str(table_text(t, 0, 2), "");
    assert_int_equal(table_value(t, 0, 2).kind, VALUE_BLANK);
    assert_str(table_text(t, 1, 2), "5");
    run_free(&r);
}

static void k196_heads(void **state)
{
    Run r = run_new();
    Table *t = table_of(
        &r, (TableSpec){0},
        "구분,\" 예 산 액\n(단위: 천원)\",집행액(백만원),재정자립도(시)\n"
        "가,1,2,3\n");
    (void)state;
    assert_quiet(&r);
    assert_int_equal(table_find_column(t, STR("예산액")), 1);
    assert_str(table_column(t, 1)->unit, "천원");
    assert_int_equal(table_find_column(t, STR("집행액")), 2);
    assert_str(table_column(t, 2)->unit, "백만원");
    assert_int_equal(table_find_column(t, STR("재정자립도(시)")), 3);
    assert_str(table_column(t, 3)->unit, "");
    assert_int_equal(table_find_column(t, STR("없음")), SIZE_MAX);
    run_free(&r);
}

static void heads_that_cannot_be(void **state)
{
    const ColumnSpec wanted[] = {{.name = STR("합게"), .type = TYPE_MONEY}};
    Run r = run_new();
    (void)state;
    table_of(&r, (TableSpec){0}, "구분,합계,합 계\n가,1,2\n");
    assert_only(&r, DIAG_CSV_HEAD_TWICE);
    assert_place(diags_pos(r.diags, 0), 1, 7);
    run_free(&r);

    r = run_new();
    table_typed(&r, "구분,합계\n가,1\n", 1, wanted);
    assert_only(&r, DIAG_COLUMN_MISSING);
    assert_true(str_find(message(&r, 0), STR("혹시 합계?")) >= 0);
    run_free(&r);

    r = run_new();
    assert_null(table_of(&r, (TableSpec){0}, ""));
    assert_only(&r, DIAG_CSV_EMPTY);
    run_free(&r);
}

static ValueKind kind(const Table *t, size_t row)
{
    return table_value(t, row, 1).kind;
}

static void k199_missing_kinds(void **state)
{
    const ColumnSpec money[] = {{.name = STR("값"), .type = TYPE_MONEY}};
    Run r = run_new();
    Table *t = table_typed(
        &r, "a,값\n1,-\n2,0\n3,\n4,…\n5,x\n6,해당없음\n7,N/A\n", 1, money);
    (void)state;
    assert_quiet(&r);
    assert_int_equal(kind(t, 0), VALUE_DASH);
    assert_int_equal(kind(t, 1), VALUE_NUMBER);
    assert_int_equal(kind(t, 2), VALUE_BLANK);
    assert_int_equal(kind(t, 3), VALUE_UNKNOWN);
    assert_int_equal(kind(t, 4), VALUE_SUPPRESSED);
    assert_int_equal(kind(t, 5), VALUE_NOT_APPLICABLE);
    assert_int_equal(kind(t, 6), VALUE_NOT_APPLICABLE);
    run_free(&r);
}

static void wrong_types_name_their_cell(void **state)
{
    static const struct {
        ColumnType type;
        const char *text;
        DiagCode code;
    } cases[] = {{TYPE_MONEY, "많음", DIAG_CELL_NUMBER},
                 {TYPE_MONEY, "\"1,23,4\"", DIAG_CELL_GROUPS},
                 {TYPE_INTEGER, "38.643", DIAG_CELL_INTEGER},
                 {TYPE_DECIMAL, "▲5.2", DIAG_CELL_TRIANGLE},
                 {TYPE_DECIMAL, "12345678901234567890123456789012345678901",
                  DIAG_CELL_RANGE},
                 {TYPE_MONEY, "\"1\n2\"", DIAG_CELL_LINES},
                 {TYPE_DATE, "내일", DIAG_CELL_DATE},
                 {TYPE_DATE, "45306", DIAG_CELL_SERIAL},
                 {TYPE_DATE, "2023.2.30.", DIAG_CELL_DAY},
                 {TYPE_DATE, "1월 2일", DIAG_CELL_FRACTION},
                 {TYPE_DATE, "2024. 1. 5.(목)", DIAG_CELL_WEEKDAY},
                 {TYPE_YESNO, "글쎄", DIAG_CELL_YESNO},
                 {TYPE_TEXT, "#REF!", DIAG_CELL_DAMAGED},
                 {TYPE_AUTO, "#N/A", DIAG_CELL_DAMAGED},
                 {TYPE_TEXT, "1.23E+11", DIAG_CELL_DAMAGED},
                 {TYPE_TEXT, "=SUM(A1:A9)", DIAG_CELL_DAMAGED},
                 {TYPE_MONEY, "########", DIAG_CELL_DAMAGED}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ColumnSpec column = {.name = STR("값"), .type = cases[i].type};
        Run r = run_new();
        Str text = str_printf(r.arena, "구분,값\n가나,%s\n", cases[i].text);
        Table *t = table_typed(&r, str_c(text, r.arena), 1, &column);
        assert_non_null(t);
        assert_only(&r, cases[i].code);
        assert_place(diags_pos(r.diags, 0), 2, 4);
        assert_int_equal(table_value(t, 0, 1).kind, VALUE_TEXT);
        run_free(&r);
    }
}

static void k200_serial_suggests_the_date(void **state)
{
    const ColumnSpec date[] = {{.name = STR("일자"), .type = TYPE_DATE}};
    Run r = run_new();
    (void)state;
    table_typed(&r, "일자\n45306\n", 1, date);
    assert_only(&r, DIAG_CELL_SERIAL);
    assert_true(str_find(message(&r, 0), STR("2024-01-15")) >= 0);
    run_free(&r);
}

static void types_are_inferred(void **state)
{
    static const ColumnType expected[] = {TYPE_TEXT, TYPE_INTEGER, TYPE_DECIMAL,
                                          TYPE_DATE, TYPE_CODE,    TYPE_TEXT,
                                          TYPE_CODE, TYPE_TEXT};
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){0},
                        "구분,수,비,날,코드,섞임,연도,빈\n"
                        "가,\"1,234\",36.9,2023-01-18,00123,12,2023,\n"
                        "나,-,16.0,2023.2.1.,00456,다섯,2024,\n");
    (void)state;
    assert_quiet(&r);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(table_column(t, i)->type, expected[i]);
    run_free(&r);
}

/* Zeros go with either; a figure without a % is no rate. */
static void columns_of_percents_are_ratios(void **state)
{
    (void)state;
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){0},
                        "a,b,c,d\n50.0%,0,50%,0\n-,80%,2,0\n");
    static const ColumnType expected[] = {TYPE_RATIO, TYPE_RATIO, TYPE_DECIMAL,
                                          TYPE_INTEGER};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(table_column(t, i)->type, expected[i]);
    run_free(&r);
}

static void units_of_money(void **state)
{
    const ColumnSpec money[] = {{.name = STR("합계"), .type = TYPE_MONEY}};
    Run r = run_new();
    Table *t = table_of(
        &r, (TableSpec){.columns = money, .ncolumns = 1, .unit = STR("억 원")},
        "구분,합계\n시,\"74,733\"\n구,11조\n");
    (void)state;
    assert_quiet(&r);
    assert_str(table_value(t, 0, 1).unit, "억 원");
    assert_int_equal(
        decimal_cmp(table_value(t, 1, 1).number, decimal_from_int(110000)), 0);
    run_free(&r);
}

static void k201_totals(void **state)
{
    Run r = run_new();
    Table *t = table_of(
        &r, (TableSpec){0},
        "구,부서,수\n합   계,,3\n동구,소계,2\n동구,합계산업,1\n 총 계 ,,9\n");
    (void)state;
    assert_true(table_is_total(t, 0));
    assert_true(table_is_total(t, 1));
    assert_false(table_is_total(t, 2));
    assert_true(table_is_total(t, 3));
    run_free(&r);
}

static void k202_titles_and_notes(void **state)
{
    const TableNote *notes;
    Run r = run_new();
    Table *t =
        table_of(&r, (TableSpec){0},
                 "2024년 세출예산,,\n(단위: 백만원),,\n구분,예산액,비고\n"
                 "시,1,※ 본예산\n구,2,\n주: 추경 제외,,\n자료: 통계청\n");
    (void)state;
    assert_int_equal(diags_count(r.diags, LEVEL_WARNING), 0);
    assert_int_equal(diags_count(r.diags, LEVEL_NOTE), 4);
    assert_int_equal(diags_code(r.diags, 0), DIAG_CSV_NOTE);
    assert_int_equal(table_rows(t), 2);
    assert_str(table_column(t, 1)->name, "예산액");
    assert_str(table_text(t, 0, 2), "※ 본예산");
    assert_int_equal(table_notes(t, &notes), 4);
    assert_str(notes[0].text, "2024년 세출예산");
    assert_true(notes[1].above);
    assert_false(notes[2].above);
    assert_str(notes[3].text, "자료: 통계청");
    assert_place(notes[3].pos, 7, 1);
    run_free(&r);
}

static void k202_unit_line_gives_the_unit(void **state)
{
    const ColumnSpec money[] = {{.name = STR("예산액"), .type = TYPE_MONEY}};
    Run r = run_new();
    Table *t =
        table_typed(&r, "(단위: 백만원),\n구분,예산액\n시,5\n", 1, money);
    (void)state;
    assert_str(table_value(t, 0, 1).unit, "백만원");
    assert_str(table_unit(t), "백만원");
    run_free(&r);
}

static void k205_codes_without_their_zeros(void **state)
{
    const ColumnSpec code[] = {{.name = STR("코드"), .type = TYPE_CODE}};
    Run r = run_new();
    (void)state;
    table_typed(&r, "코드,a\n00123,1\n00456,1\n789,1\n12345,1\n", 1, code);
    assert_only(&r, DIAG_CODE_SHORT);
    assert_place(diags_pos(r.diags, 0), 4, 1);
    run_free(&r);

    r = run_new();
    table_typed(&r, "코드,a\n1,1\n12,1\n123,1\nA01,1\n", 1, code);
    assert_quiet(&r);
    run_free(&r);
}

static void k203_fill_down(void **state)
{
    const Str down[] = {STR("구")};
    const char *text = "구,수\n동구,1\n,2\n,3\n중구,4\n,5\n";
    static const char *const expected[] = {"동구", "동구", "동구", "중구",
                                           "중구"};
    Run r = run_new();
    Table *t =
        table_of(&r, (TableSpec){.fill_down = down, .nfill_down = 1}, text);
    (void)state;
    for (size_t i = 0; i < 5; i++)
        assert_str(table_text(t, i, 0), expected[i]);
    assert_place(table_pos(t, 2, 0), 2, 1); /* where it is written */
    assert_place(table_pos(t, 2, 1), 4, 2);
    run_free(&r);

    r = run_new();
    t = table_of(&r, (TableSpec){0}, text);
    assert_str(table_text(t, 1, 0), "");
    run_free(&r);
}

/* K-206: a line break in a text may mean a new line; in a figure or a date it
 * means two cells in one, and is told. */
static void k206_line_breaks_by_type(void **state)
{
    const ColumnSpec columns[] = {{.name = STR("글"), .type = TYPE_TEXT},
                                  {.name = STR("값"), .type = TYPE_INTEGER}};
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){.columns = columns, .ncolumns = 2},
                        "글,값\n\"첫째\n둘째\n\",\" 1\n\"\n끝,\"1\n2\"\n");
    (void)state;
    assert_non_null(t);
    assert_str(table_text(t, 0, 0), "첫째\n둘째");
    assert_int_equal(table_value(t, 0, 1).kind, VALUE_NUMBER);
    assert_only(&r, DIAG_CELL_LINES);
    assert_place(diags_pos(r.diags, 0), 6, 3);
    run_free(&r);
}

static void keys(void **state)
{
    bool twice;
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){.key = STR("이름")},
                        "번,이름\n1,시\n2,구\n3,구\n4,동 구\n");
    (void)state;
    assert_int_equal(table_find_row(t, STR("시"), &twice), 0);
    assert_false(twice);
    assert_int_equal(table_find_row(t, STR("구"), &twice), 1);
    assert_true(twice);
    assert_int_equal(table_find_row(t, STR("동구"), NULL), 3);
    assert_int_equal(table_find_row(t, STR("군"), &twice), SIZE_MAX);
    run_free(&r);
}

static Table *sample(Run *r, const char *name, TableSpec spec)
{
    spec.path = str_printf(r->arena, "%s/data/%s", HANJI_SOURCE, name);
    spec.name = STR("sample");
    spec.pos = r->layout;
    return table_read(&spec, r->sources, r->arena, r->diags);
}

static void sample_files(void **state)
{
    const Str down[] = {STR("분야"), STR("소관위원회"), STR("과제")};
    Run r = run_new();
    (void)state;
    Table *budget = sample(&r, "budget.csv", (TableSpec){0});
    assert_str(table_text(budget, 0, 1), "74,733");
    Table *facts = sample(&r, "overview.csv", (TableSpec){0});
    assert_str(table_column(facts, 0)->name, "항목");
    assert_int_equal(table_find_row(facts, STR("재정자립도(시)"), NULL), 5);
    Table *dates = sample(&r, "achievements.csv", (TableSpec){0});
    assert_int_equal(table_rows(dates), 50);
    assert_int_equal(table_column(dates, 0)->type, TYPE_DATE);
    Table *tasks = sample(&r, "tasks.csv",
                          (TableSpec){.fill_down = down, .nfill_down = 3});
    assert_int_equal(table_columns(tasks), 6);
    assert_int_equal(table_rows(tasks), 217);
    for (size_t i = 0; i < table_rows(tasks); i++)
        assert_true(table_text(tasks, i, 2).n > 0);
    assert_quiet(&r);
    run_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_and_places),
        cmocka_unit_test(k194_line_ends_and_separators),
        cmocka_unit_test(k194_trailing_empty_columns),
        cmocka_unit_test(k194_quotes),
        cmocka_unit_test(k195_ragged_rows),
        cmocka_unit_test(k196_heads),
        cmocka_unit_test(heads_that_cannot_be),
        cmocka_unit_test(k199_missing_kinds),
        cmocka_unit_test(wrong_types_name_their_cell),
        cmocka_unit_test(k200_serial_suggests_the_date),
        cmocka_unit_test(types_are_inferred),
        cmocka_unit_test(columns_of_percents_are_ratios),
        cmocka_unit_test(units_of_money),
        cmocka_unit_test(k201_totals),
        cmocka_unit_test(k202_titles_and_notes),
        cmocka_unit_test(k202_unit_line_gives_the_unit),
        cmocka_unit_test(k205_codes_without_their_zeros),
        cmocka_unit_test(k203_fill_down),
        cmocka_unit_test(k206_line_breaks_by_type),
        cmocka_unit_test(keys),
        cmocka_unit_test(sample_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
