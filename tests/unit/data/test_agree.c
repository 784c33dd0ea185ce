/* data/agree: tables held against themselves (K-99 … K-103). Honest tables are
 * left alone; every digit that breaks an agreement is found. */
#include "data/agree.h"
#include "data_test.h"

#include <glib.h>

/* Reads a table and checks it; what reading says is not looked at. */
static size_t agree(Run *r, const char *text)
{
    Table *t = table_of(r, (TableSpec){0}, text);
    assert_non_null(t);
    size_t before = diags_count(r->diags, LEVEL_NOTE);
    table_agree(t, NULL, r->arena, r->diags);
    return before;
}

static void say_all(const Run *r)
{
    for (size_t i = 0; i < diags_count(r->diags, LEVEL_NOTE); i++)
        print_error("  %s %u:%u: " STR_FMT "\n",
                    diag_info(diags_code(r->diags, i))->slug,
                    diags_pos(r->diags, i).line, diags_pos(r->diags, i).col,
                    STR_ARG(message(r, i)));
}

static bool said(const Run *r, DiagCode code)
{
    for (size_t i = 0; i < diags_count(r->diags, LEVEL_NOTE); i++)
        if (diags_code(r->diags, i) == code)
            return true;
    return false;
}

static void honest_tables(void **state)
{
    static const char *const tables[] = {
        /* a first total row, and shares of it */
        "구분,합계,일반회계,특별회계,기금,비율\n"
        "계,\"116,250\",\"90,751\",\"11,182\",\"14,317\",100.0%\n"
        "시,\"74,733\",\"54,677\",\"10,653\",\"9,403\",64.3%\n"
        "구,\"41,517\",\"36,074\",529,\"4,914\",35.7%\n",
        /* subtotals below, a grand total last */
        "분야,사업,예산\n문화,가,10\n문화,나,20\n문화,소계,30\n교통,다,5\n"
        "교통,라,7\n교통,소계,12\n합계,,42\n",
        /* subtotals above their rows, merged labels */
        "시도,시군구,인구\n합계,,100\n서울,소계,60\n,강남,40\n,강북,20\n"
        "부산,소계,40\n,동래,15\n,해운대,25\n",
        /* nested columns, a blank part */
        "사업,합계,국비,소계,시비,구비\n가,10,4,6,5,1\n나,7,,7,7,\n"
        "다,20,10,10,5,5\n",
        /* changes; what was nothing has no rate */
        "구분,2023년,2024년,증감,증감률\n가,100,125,25,25.0%\n"
        "나,80,60,△20,△25.0%\n다,0,30,30,순증\n라,300,310,10,3.3%\n",
        /* formulas in heads */
        "사업,예산(A),집행(B),잔액(A-B),집행률(B/A)\n가,100,50,50,50.0%\n"
        "나,300,100,200,33.3%\n",
        "구분,㉮ 예산,㉯ 집행,㉰=㉮-㉯\n가,100,50,50\n나,300,120,180\n",
        /* what looks like a total and is none */
        "구,면적,최고기온\n가,10.5,33\n나,20.1,31\n합계,30.6,33\n",
        "구분,가구당 인원\n가,2\n나,3\n평균,2.5\n",
        "일자,성과\n계,3개\n2023-01-06,가\n2023-01-18,나\n2023-02-09,다\n",
        "일자,요일\n2024-01-05,금\n2024-01-06,토\n",
        /* a running total that begins anew with the year */
        "연도,월,건수,누계\n2022,11,312,312\n2022,12,425,737\n"
        "2023,1,118,118\n2023,2,231,349\n2023,3,97,446\n",
        /* a yearly mean under heads that look like quotients */
        "구,인구,당초예산\n동구,1200,35\n중구,1900,48\n서구,2400,60\n",
        /* title lines: rows, a sum, different texts, a part, years */
        "성과(총 2건),\n일자,성과\n2023-01-06,가\n2023-01-18,나\n",
        "화재 현황(총 30건),\n구,건수\n동구,12\n중구,18\n",
        "2개 분야 3개 과제,\n분야,과제\n문화,가\n문화,나\n교통,다\n",
        "\"총 30건 중 우수 사례, 상위 3건\",\n이름,부서\n가,나\n다,라\n",
        "최근 3개 연도,\n이름,부서\n가,나\n다,라\n",
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        Run r = run_new();
        size_t before = agree(&r, tables[i]);
        if (diags_count(r.diags, LEVEL_NOTE) != before) {
            print_error("table %zu:\n%s", i, tables[i]);
            say_all(&r);
            fail();
        }
        run_free(&r);
    }
}

static void dishonest_tables(void **state)
{
    static const struct {
        const char *text;
        DiagCode code;
        unsigned line, col;
    } cases[] = {
        {"구분,금액\n가,3\n나,4\n합계,8\n", DIAG_TOTAL_ROW, 4, 4},
        {"분야,사업,예산\n문화,가,10\n문화,나,20\n문화,소계,30\n교통,다,5\n"
         "교통,라,7\n교통,소계,13\n합계,,42\n",
         DIAG_TOTAL_ROW, 7, 7},
        {"분야,사업,예산\n문화,가,10\n문화,나,20\n문화,소계,30\n교통,다,5\n"
         "교통,라,7\n교통,소계,12\n합계,,45\n",
         DIAG_TOTAL_ROW, 8, 5},
        {"구분,합계,남,여\n가,7,3,4\n나,10,4,5\n다,3,1,2\n", DIAG_TOTAL_COLUMN,
         3, 3},
        {"구분,계,남,여\n가,8,3,4\n", DIAG_TOTAL_COLUMN, 2, 3},
        {"구분,금액,비율\n합계,1000,100.0%\n가,643,64.3%\n나,357,36.7%\n",
         DIAG_RATIO_COLUMN, 4, 7},
        {"구분,금액,구성비(%)\n가,643,64.3\n나,300,30.0\n다,57,6.7\n",
         DIAG_RATIO_COLUMN, 4, 6},
        {"사업,계획,실적,달성률\n가,120,100,83.3%\n나,300,211,70.3%\n"
         "다,70,60,85.9%\n",
         DIAG_RATIO_COLUMN, 4, 9},
        {"구분,2023,2024,증감\n가,10,25,15\n나,80,60,△21\n다,51,30,△21\n",
         DIAG_CHANGE_COLUMN, 3, 9},
        {"구분,2023년,2024년,증감률\n가,100,125,25.0%\n나,80,60,△25.0%\n"
         "다,300,310,3.4%\n",
         DIAG_CHANGE_COLUMN, 4, 11},
        {"사업,예산(A),집행(B),집행률(B/"
         "A)\n가,100,50,50.0%\n나,300,100,33.4%\n",
         DIAG_HEAD_FORMULA, 3, 11},
        {"구분,㉮ 예산,㉯ 집행,㉰=㉮-㉯\n가,100,50,50\n나,300,120,181\n",
         DIAG_HEAD_FORMULA, 3, 11},
        {"일자,성과\n계,4개\n2023-01-06,가\n2023-01-18,나\n2023-02-09,다\n",
         DIAG_ROW_COUNT, 2, 3},
        {"월,건수,누계\n1,312,312\n2,425,737\n3,118,865\n4,231,1086\n"
         "5,97,1183\n",
         DIAG_TOTAL_COLUMN, 4, 7},
        {"구,인구,예산,1인당 예산\n동구,250,5000,20.0\n중구,300,7200,24.0\n"
         "서구,125,3625,39.0\n남구,410,8897,21.7\n",
         DIAG_RATIO_COLUMN, 4, 13},
        {"성과(총 3건),\n일자,성과\n2023-01-06,가\n2023-01-18,나\n",
         DIAG_ROW_COUNT, 1, 1},
        {"2개 분야 4개 과제,\n분야,과제\n문화,가\n문화,나\n교통,다\n",
         DIAG_ROW_COUNT, 1, 1},
        {"일자,요일\n2024-01-05,금\n2024-01-06,일\n", DIAG_WEEKDAY_COLUMN, 3,
         12},
        {"일자,일\n2023-01-06,가\n2023-01-18,나\n2032-02-09,다\n2023-03-01,라\n"
         "2023-03-09,마\n2023-04-01,바\n2023-04-02,사\n2023-05-05,아\n"
         "2023-06-01,자\n",
         DIAG_DATE_ORDER, 4, 1},
        {"곳,인원\n가,\"12,345\"\n나,\"38,222\"\n다,38.643\n라,\"41,000\"\n",
         DIAG_MAGNITUDE, 4, 3},
        {"곳,증감\n가,893\n나,120\n다,\"△892,973\"\n라,510\n마,77\n",
         DIAG_MAGNITUDE, 4, 3},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Run r = run_new();
        size_t at = agree(&r, cases[i].text);
        bool found = false;
        for (; at < diags_count(r.diags, LEVEL_NOTE); at++)
            found = found || (diags_code(r.diags, at) == cases[i].code &&
                              diags_pos(r.diags, at).line == cases[i].line &&
                              diags_pos(r.diags, at).col == cases[i].col);
        if (!found) {
            print_error("case %zu:\n%s", i, cases[i].text);
            say_all(&r);
            fail();
        }
        run_free(&r);
    }
}

/* K-100: 818,109 + 11,240 = 829,349 may read 829,350 in 백만원, not in 원. */
static void k100_rounding(void **state)
{
    static const char *const rows = "구분,금액(%s)\n가,\"818,109\"\n"
                                    "나,\"11,240\"\n합계,\"829,35%d\"\n";
    static const struct {
        const char *unit;
        int digit;
        bool fine;
    } cases[] = {{"백만원", 0, true},
                 {"백만원", 9, false},
                 {"명", 9, false},
                 {"명", 0, false}};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Run r = run_new();
        char *text = g_strdup_printf(rows, cases[i].unit, cases[i].digit);
        agree(&r, text);
        assert_int_equal(said(&r, DIAG_TOTAL_ROW), !cases[i].fine);
        g_free(text);
        run_free(&r);
    }
}

/* Without a unit, what rounding explains more than once was rounded. */
static void k100_rounded_without_unit(void **state)
{
    Run r = run_new();
    (void)state;
    agree(&r, "구분,합계,갑,을\n가,101,50,50\n나,99,50,50\n다,70,30,40\n");
    assert_true(said(&r, DIAG_TOTAL_ROUNDED));
    assert_true(diags_ok(r.diags));
    run_free(&r);
}

/* An extract under a total of more: said, not accused. */
static void totals_of_something_else(void **state)
{
    Run r = run_new();
    (void)state;
    agree(&r, "시도,인구,면적\n전국,5000,100\n합계,9000,900\n서울,940,6\n"
              "부산,330,8\n");
    assert_true(said(&r, DIAG_TOTAL_UNCLEAR));
    assert_true(diags_ok(r.diags));
    run_free(&r);
}

static void waivers(void **state)
{
    static const struct {
        const char *check, *row, *column;
        int year;
        DiagCode code;
        bool fine;
    } cases[] = {
        {"total-row", "합계", "금액", 2024, DIAG_WAIVER_USED, true},
        {"", "합계", "", 2024, DIAG_WAIVER_USED, true},
        {"", "합계", "", 2022, DIAG_WAIVER_EXPIRED, false},
        {"", "가", "", 2024, DIAG_WAIVER_UNUSED, false},
        {"ratio-column", "", "", 2024, DIAG_WAIVER_UNUSED, false},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Run r = run_new();
        Waiver w = {.table = STR("t"),
                    .check = str_of(cases[i].check),
                    .row = str_of(cases[i].row),
                    .column = str_of(cases[i].column),
                    .reason = STR("잠정치"),
                    .owner = STR("예산과"),
                    .until = {(int16_t)cases[i].year, 6, 30},
                    .pos = r.layout};
        Waivers all = {&w, 1, {2023, 12, 31}};
        Table *t =
            table_of(&r, (TableSpec){0}, "구분,금액\n가,3\n나,4\n합계,8\n");
        assert_int_equal(table_agree(t, &all, r.arena, r.diags), cases[i].fine);
        waivers_end(&all, r.diags);
        assert_true(said(&r, cases[i].code));
        run_free(&r);
    }
}

/* Warnings can be waived as errors can. */
static void waived_warnings(void **state)
{
    static const struct {
        const char *check, *text;
    } cases[] = {
        {"magnitude", "곳,인원\n가,\"12,345\"\n나,\"38,222\"\n다,38.643\n"
                      "라,\"41,000\"\n"},
        {"magnitude", "곳,증감\n가,893\n나,120\n다,\"△892,973\"\n라,510\n"
                      "마,77\n"},
        {"date-order",
         "일자,일\n2023-01-06,가\n2023-01-18,나\n2032-02-09,다\n"
         "2023-03-01,라\n2023-03-09,마\n2023-04-01,바\n2023-04-02,사\n"
         "2023-05-05,아\n"},
        {"weekday-column", "일자,요일\n2024-01-05,금\n2024-01-06,일\n"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Run r = run_new();
        Waiver w = {.table = STR("t"),
                    .check = str_of(cases[i].check),
                    .reason = STR("확인함"),
                    .owner = STR("예산과"),
                    .until = {2024, 6, 30},
                    .pos = r.layout};
        Waivers all = {&w, 1, {2023, 12, 31}};
        Table *t = table_of(&r, (TableSpec){0}, cases[i].text);
        size_t before = diags_count(r.diags, LEVEL_WARNING);
        table_agree(t, &all, r.arena, r.diags);
        assert_true(said(&r, DIAG_WAIVER_USED));
        assert_int_equal(diags_count(r.diags, LEVEL_WARNING), before);
        run_free(&r);
    }
}

/* ---- tables by chance ---- */

enum { ROWS = 6, PARTS = 3 };

/* A table with parts, their total, and a total row; figures in tenths. */
typedef struct Sample {
    int64_t cell[ROWS + 1][PARTS + 1]; /* column 0: the total */
} Sample;

static int64_t round_to(int64_t v, int64_t unit)
{
    return (v + unit / 2) / unit;
}

/* Each figure rounded by itself to `unit`, as an office prints them. */
static Sample sample_new(GRand *rand, int64_t unit)
{
    Sample s = {0};
    int64_t exact[ROWS + 1][PARTS + 1] = {{0}};
    for (int row = 0; row < ROWS; row++)
        for (int col = 1; col <= PARTS; col++) {
            int64_t v = g_rand_int_range(rand, 1, 900) * 100 +
                        g_rand_int_range(rand, 0, 100);
            exact[row][col] = v;
            exact[row][0] += v;
            exact[ROWS][col] += v;
            exact[ROWS][0] += v;
        }
    for (int row = 0; row <= ROWS; row++)
        for (int col = 0; col <= PARTS; col++)
            s.cell[row][col] = round_to(exact[row][col], unit);
    return s;
}

static char *sample_text(const Sample *s, const char *unit, bool total_first)
{
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "구분,합계(%s),갑(%s),을(%s),병(%s)\n", unit,
                           unit, unit, unit);
    for (int i = 0; i <= ROWS; i++) {
        int row = total_first ? (i + ROWS) % (ROWS + 1) : i;
        if (row == ROWS)
            g_string_append(out, "계");
        else
            g_string_append_printf(out, "행%c", 'A' + row);
        for (int col = 0; col <= PARTS; col++)
            g_string_append_printf(out, ",%" G_GINT64_FORMAT,
                                   s->cell[row][col]);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

/* Off by more than rounding can explain (K-100). */
static bool off(int64_t total, int64_t sum, int parts, bool rounded)
{
    int64_t d = total > sum ? total - sum : sum - total;
    return rounded ? 2 * d > parts + 1 : d != 0;
}

static bool sample_broken(const Sample *s, bool rounded)
{
    for (int row = 0; row <= ROWS; row++) {
        int64_t sum = 0;
        for (int col = 1; col <= PARTS; col++)
            sum += s->cell[row][col];
        if (off(s->cell[row][0], sum, PARTS, rounded))
            return true;
    }
    for (int col = 0; col <= PARTS; col++) {
        int64_t sum = 0;
        for (int row = 0; row < ROWS; row++)
            sum += s->cell[row][col];
        if (off(s->cell[ROWS][col], sum, ROWS, rounded))
            return true;
    }
    return false;
}

static bool accused(const char *text)
{
    Run r = run_new();
    agree(&r, text);
    bool yes = !diags_ok(r.diags);
    run_free(&r);
    return yes;
}

/* Changes one digit of one figure. */
static void mutate(Sample *s, GRand *rand)
{
    int64_t *cell = &s->cell[g_rand_int_range(rand, 0, ROWS + 1)]
                            [g_rand_int_range(rand, 0, PARTS + 1)];
    int64_t place = 1;
    while (place * 10 <= *cell && g_rand_boolean(rand))
        place *= 10;
    int64_t digit = *cell / place % 10;
    int64_t other = (digit + g_rand_int_range(rand, 1, 10)) % 10;
    *cell += (other - digit) * place;
}

static void samples(const char *unit, int64_t rounding, guint32 seed)
{
    GRand *rand = g_rand_new_with_seed(seed);
    for (int i = 0; i < 150; i++) {
        Sample s = sample_new(rand, rounding);
        char *text = sample_text(&s, unit, i % 2);
        if (accused(text)) {
            print_error("honest, but accused:\n%s", text);
            fail();
        }
        g_free(text);
        mutate(&s, rand);
        text = sample_text(&s, unit, i % 2);
        if (accused(text) != sample_broken(&s, rounding > 1)) {
            print_error("%s:\n%s",
                        accused(text) ? "within rounding, but accused"
                                      : "broken, but not found",
                        text);
            fail();
        }
        g_free(text);
    }
    g_rand_free(rand);
}

static void one_digit_in_counts(void **state)
{
    (void)state;
    samples("명", 1, 1);
}

static void one_digit_in_rounded_money(void **state)
{
    (void)state;
    samples("백만원", 100, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(honest_tables),
        cmocka_unit_test(dishonest_tables),
        cmocka_unit_test(k100_rounding),
        cmocka_unit_test(k100_rounded_without_unit),
        cmocka_unit_test(totals_of_something_else),
        cmocka_unit_test(waivers),
        cmocka_unit_test(waived_warnings),
        cmocka_unit_test(one_digit_in_counts),
        cmocka_unit_test(one_digit_in_rounded_money),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
