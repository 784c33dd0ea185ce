/* Formats: K-101, K-110, K-113, K-115 … K-123, each value of the rules. */
#include "doc/format.h"
#include "doc_test.h"
#include "layout/schema.h"

#include <glib.h>
#include <string.h>

typedef struct Case {
    Arena *arena;
    Sources *sources;
    Diags *diags;
} Case;

static Case case_begin(void)
{
    Case c = {.arena = arena_new(0), .sources = sources_new()};
    c.diags = diags_new(c.sources);
    return c;
}

static void case_end(Case *c)
{
    diags_free(c->diags);
    sources_free(c->sources);
    arena_free(c->arena);
}

static Value number(const char *digits, const char *unit)
{
    Value v = {.kind = VALUE_NUMBER, .unit = str_of(unit), .pos = {1, 2, 3}};
    assert_true(decimal_parse(str_of(digits), &v.number));
    return v;
}

static Value ratio(const char *digits)
{
    Value v = number(digits, "");
    v.ratio = true;
    return v;
}

static Value date(int year, int month, int day)
{
    return (Value){.kind = VALUE_DATE,
                   .pos = {1, 2, 3},
                   .date = {(int16_t)year, (int8_t)month, (int8_t)day}};
}

static Value text(const char *t)
{
    return (Value){.kind = VALUE_TEXT, .text = str_of(t), .pos = {1, 2, 3}};
}

/* What `v` reads in `format`, which may be NULL. */
static void assert_prints(const char *format, Value v, const char *expected)
{
    Case c = case_begin();
    FormatContext context = {.arena = c.arena, .diags = c.diags};
    Format f;
    Str out = STR("");
    if (format) {
        assert_true(
            format_parse(str_of(format), POS_NONE, c.arena, c.diags, &f));
        assert_true(format_print(&f, &v, &context, &out));
    } else {
        assert_true(format_default(&v, false, &context, &out));
    }
    assert_str(out, expected);
    assert_true(diags_ok(c.diags));
    case_end(&c);
}

/* The one message of a format that cannot be read or a value it refuses. */
static void assert_refuses(const char *format, Value v, DiagCode code, Pos pos)
{
    Case c = case_begin();
    FormatContext context = {
        .pos = {7, 8, 9}, .arena = c.arena, .diags = c.diags};
    Format f;
    Str out;
    if (format_parse(str_of(format), context.pos, c.arena, c.diags, &f))
        assert_false(format_print(&f, &v, &context, &out));
    assert_int_equal(diags_count(c.diags, LEVEL_NOTE), 1);
    assert_int_equal(diags_code(c.diags, 0), code);
    Pos got = diags_pos(c.diags, 0);
    assert_int_equal(got.file, pos.file);
    assert_int_equal(got.line, pos.line);
    assert_int_equal(got.col, pos.col);
    case_end(&c);
}

/* The style of the document; a format that names one keeps it. Missing values
 * and zeros stay apart. */
static void k110_styles(void **state)
{
#define STYLE(sign, dash) {.negative = sign, .zero_dash = dash}
    static const struct {
        FigureStyle style;
        const char *format, *number, *expected;
    } cases[] = {
        {STYLE(NEGATIVE_TRIANGLE, false), "수", "-5896", "△5,896"},
        {STYLE(NEGATIVE_MINUS, false), "수", "-5896", "-5,896"},
        {STYLE(NEGATIVE_BRACKETS, false), "수", "-5896", "(5,896)"},
        {STYLE(NEGATIVE_BRACKETS, false), "단위", "-5896", "(5,896억 원)"},
        {STYLE(NEGATIVE_BRACKETS, false), "조억", "-5896", "(5,896억 원)"},
        {STYLE(NEGATIVE_MINUS, false), "조억", "-5896", "-5,896억 원"},
        {STYLE(NEGATIVE_MINUS, false), "괄호", "-5896", "(5,896)"},
        {STYLE(NEGATIVE_BRACKETS, false), "빼기", "-5896", "-5,896"},
        {STYLE(NEGATIVE_MINUS, false), "증감", "5896", "+5,896"},
        {STYLE(NEGATIVE_MINUS, true), "수", "0", "-"},
        {STYLE(NEGATIVE_MINUS, true), "수(1)", "0", "-"},
        {STYLE(NEGATIVE_MINUS, false), "수(1)", "0", "0.0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Case c = case_begin();
        FormatContext context = {
            .figures = cases[i].style, .arena = c.arena, .diags = c.diags};
        Format f;
        Str out = STR("");
        Value v = number(cases[i].number, "억 원");
        Value blank = {.kind = VALUE_BLANK}, dash = {.kind = VALUE_UNKNOWN};
        assert_true(format_parse(str_of(cases[i].format), POS_NONE, c.arena,
                                 c.diags, &f));
        assert_true(format_print(&f, &v, &context, &out));
        assert_str(out, cases[i].expected);
        assert_true(format_print(&f, &blank, &context, &out));
        assert_str(out, "");
        assert_true(format_print(&f, &dash, &context, &out));
        assert_str(out, "…");
        case_end(&c);
    }
}

/* 109만 명 or 109만명: as the document says, for every format alike. */
static void k122_spaces_before_counters(void **state)
{
    static const CounterRule attach[] = {{{"명", 3}, COUNTER_ATTACH},
                                         {{"원", 3}, COUNTER_SPLIT}};
    static const CounterRule apart[] = {{{"", 0}, COUNTER_APART},
                                        {{"명", 3}, COUNTER_ATTACH}};
    static const struct {
        const CounterRule *rules;
        const char *format, *number, *unit, *expected;
    } cases[] = {
        {NULL, "조억", "1090", "천 명", "109만 명"},
        {NULL, "조억", "50", "명", "50명"},
        {NULL, "단위", "1442", "천명", "1,442천 명"},
        {NULL, "단위", "116250", "억원", "116,250억 원"},
        {NULL, "단위", "-5", "명", "△5명"},
        {NULL, "단위", "12.5", "%", "12.5%"},
        {NULL, "단위", "530", "만㎡", "530만㎡"},
        {NULL, "단위", "530", "만 ㎡", "530만㎡"},
        {NULL, "단위", "5", "천", "5천"},
        {NULL, "단위", "3", "개 구", "3개 구"},
        {NULL, "단위", "3", "", "3"},
        {attach, "조억", "1090", "천 명", "109만명"},
        {attach, "조억", "14000", "억 원", "1조 4,000억 원"},
        {attach, "단위", "1442", "천 명", "1,442천명"},
        {attach, "단위", "50", "명", "50명"},
        {attach, "단위", "7", "백만 건", "7백만 건"},
        {apart, "조억", "5", "억 원", "5억 원"},
        {apart, "단위", "50", "원", "50 원"},
        {apart, "조억", "50", "건", "50 건"},
        {apart, "단위", "50", "명", "50명"},
        {apart, "단위", "50", "%", "50%"},
        {apart, "단위", "50", "kg", "50kg"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Case c = case_begin();
        FormatContext context = {
            .figures = {.counters = cases[i].rules,
                        .ncounters = cases[i].rules ? 2 : 0},
            .arena = c.arena,
            .diags = c.diags};
        Format f;
        Str out = STR("");
        Value v = number(cases[i].number, cases[i].unit);
        assert_true(format_parse(str_of(cases[i].format), POS_NONE, c.arena,
                                 c.diags, &f));
        assert_true(format_print(&f, &v, &context, &out));
        assert_str(out, cases[i].expected);
        case_end(&c);
    }
}

static void k119_jo_eok(void **state)
{
    (void)state;
    assert_prints("조억", number("1162500000000", "원"), "1조 1,625억 원");
    assert_prints("조억", number("116250", "억 원"), "11조 6,250억 원");
    assert_prints("조억", number("74733", "억원"), "7조 4,733억 원");
    assert_prints("jo-eok", number("1000050000000", "원"), "1조 1억 원");
    assert_prints("조억", number("300000000000", "원"), "3,000억 원");
    assert_prints("조억", number("-300000000000", "원"), "△3,000억 원");
    assert_prints("조억", number("2000000", "백만 원"), "2조 원");
    assert_prints("조억", number("0", "억 원"), "0원");
    assert_prints("조억", number("12345678", "억 원"), "1,234조 5,678억 원");
}

/* Nothing is lifted into a bigger unit, and no more than half of a hundredth is
 * rounded off, unless the layout says which unit to round to. */
static void k119_amounts_keep_their_size(void **state)
{
    (void)state;
    assert_prints("조억", number("150000000", "원"), "1억 5,000만 원");
    assert_prints("조억", number("60000000", "원"), "6,000만 원");
    assert_prints("조억", number("50000000", "원"), "5,000만 원");
    assert_prints("조억", number("30000000", "원"), "3,000만 원");
    assert_prints("조억", number("5000", "원"), "5,000원");
    assert_prints("조억", number("15000", "원"), "1만 5,000원");
    assert_prints("조억", number("999", "원"), "999원");
    assert_prints("조억", number("1.5", "억 원"), "1억 5,000만 원");
    assert_prints("조억", number("-1.5", "억 원"), "△1억 5,000만 원");
    assert_prints("조억", number("34567890", "원"), "3,457만 원");
    assert_prints("조억", number("9945670000", "원"), "99억 4,567만 원");
    assert_prints("조억", number("12345670000", "원"), "123억 원");
    assert_prints("조억", number("12350000000", "원"), "124억 원");
    assert_prints("조억", number("1442", "천 명"), "144만 명");
    assert_prints("조억", number("999999999999", "원"),
                  "9,999억 9,999만 9,999원");
    assert_prints("조억", number("99999999", "원"), "9,999만 9,999원");
}

static void k119_rounded_to_a_unit(void **state)
{
    (void)state;
    assert_prints("조억(억)", number("1000050000000", "원"), "1조 1억 원");
    assert_prints("조억(억)", number("1000049999999", "원"), "1조 원");
    assert_prints("조억(억)", number("150000000", "원"), "2억 원");
    assert_prints("조억(만)", number("150000000", "원"), "1억 5,000만 원");
    assert_prints("조억(만)", number("12345678901", "원"), "123억 4,568만 원");
    assert_prints("조억(만)", number("99999999", "원"), "1억 원");
    assert_prints("jo-eok(천만)", number("12345678901", "원"),
                  "123억 5,000만 원");
    assert_prints("조억(백만)", number("1234567", "천 원"), "12억 3,500만 원");
    assert_prints("조억(조)", number("1162500000000", "원"), "1조 원");
    assert_prints("조억(원)", number("12345678901", "원"),
                  "123억 4,567만 8,901원");
    /* What would vanish is told in the unit that it has. */
    assert_prints("조억(억)", number("30000000", "원"), "3,000만 원");
    assert_prints("조억(조)", number("12345678901", "원"), "123억 원");
    assert_prints("조억(억)", number("0", "원"), "0원");
}

static void k118_amounts_in_words(void **state)
{
    (void)state;
    assert_prints("금액", number("113560", "원"),
                  "금113,560원(금일십일만삼천오백육십원)");
    assert_prints("금액", number("1000", ""), "금1,000원(금일천원)");
    assert_prints("amount", number("0", "원"), "금0원(금영원)");
    assert_prints("금액", number("100010", "천 원"),
                  "금100,010,000원(금일억일만원)");
    assert_prints("한글", number("113560", ""), "일십일만삼천오백육십");
    assert_prints("읽기", number("11111", ""), "만천백십일");
}

static void k101_shares(void **state)
{
    (void)state;
    assert_prints("percent", number("0.642864516129032258", ""), "64.3%");
    assert_prints("percent(2)", number("0.642864516129032258", ""), "64.29%");
    assert_prints("백분율", ratio("0.357"), "35.7%");
    assert_prints("percent", number("1", ""), "100.0%");
    assert_prints("percent", number("36.9", "%"), "36.9%");
    assert_prints(NULL, ratio("0.64"), "64.0%");
}

static void k123_points(void **state)
{
    (void)state;
    assert_prints("%p", number("0.015", ""), "1.5%p");
    assert_prints("points", number("-0.015", ""), "△1.5%p");
}

static void k110_signs(void **state)
{
    (void)state;
    assert_prints(NULL, number("-1234", ""), "△1,234");
    assert_prints("minus", number("-1234", ""), "-1,234");
    assert_prints("괄호", number("-1234", ""), "(1,234)");
    assert_prints("괄호", number("1234", ""), "1,234");
    assert_prints("signed", number("5896", ""), "+5,896");
    assert_prints("증감", number("-5896", ""), "△5,896");
}

static void k121_grouping(void **state)
{
    (void)state;
    assert_prints(NULL, number("1442", "천 명"), "1,442");
    assert_prints("천단위", number("74733", ""), "74,733");
    assert_prints("plain", number("74733", ""), "74733");
    assert_prints("number(1)", number("3.25", ""), "3.3");
    assert_prints(NULL, number("3.50", ""), "3.50");
    assert_prints("단위", number("116250", "억 원"), "116,250억 원");
}

static void k199_absence_stays(void **state)
{
    (void)state;
    static const char *const formats[] = {NULL, "percent", "date", "조억"};
    for (size_t i = 0; i < 4; i++) {
        assert_prints(formats[i], (Value){.kind = VALUE_BLANK}, "");
        assert_prints(formats[i], (Value){.kind = VALUE_DASH}, "-");
        assert_prints(formats[i], (Value){.kind = VALUE_UNKNOWN}, "…");
        assert_prints(formats[i], (Value){.kind = VALUE_SUPPRESSED}, "x");
    }
}

static void k115_dates(void **state)
{
    (void)state;
    assert_prints("date", date(2024, 1, 5), "2024. 1. 5.");
    assert_prints("date", date(2024, 7, -6), "2024년 하반기");
    assert_prints("date", date(2024, 10, -3), "2024년 4분기");
    assert_prints("날짜(요일)", date(2024, 1, 5), "2024. 1. 5.(금)");
    assert_prints(NULL, date(2023, 12, 31), "2023. 12. 31.");
    assert_prints(NULL, date(2023, 1, 0), "2023. 1.");
    assert_prints(NULL, date(0, 1, 18), "1. 18.");
    assert_prints("year", date(2023, 1, 18), "2023");
    assert_prints("연월", date(2023, 1, 18), "2023. 1.");
    assert_prints("weekday", date(2024, 1, 5), "금");
}

static void k113_compact_dates(void **state)
{
    (void)state;
    assert_prints("month-day", date(2023, 1, 6), "1.\u20076.");
    assert_prints("월일", date(2023, 10, 6), "10.\u20076.");
    assert_prints("월일", date(2023, 1, 18), "1.18.");
}

static void k116_times(void **state)
{
    (void)state;
    assert_prints("time", text("오전 8시 9분"), "08:09");
    assert_prints("시각", text("15:20"), "15:20");
    assert_prints("시각", text("오후 3시"), "15:00");
    assert_prints("시각", text("오전 12시 5분"), "00:05");
}

static bool end_variable(void *context, Str name, Value *out)
{
    *out = *(Value *)context;
    return str_eq_c(name, "끝");
}

static void assert_period(Value from, Value to, const char *expected)
{
    Case c = case_begin();
    ExprScope scope = {
        .row = SIZE_MAX, .variable = end_variable, .context = &to};
    FormatContext context = {
        .arena = c.arena, .diags = c.diags, .scope = &scope};
    Format f;
    Str out;
    assert_true(
        format_parse(STR("period(끝)"), POS_NONE, c.arena, c.diags, &f));
    assert_true(format_print(&f, &from, &context, &out));
    assert_str(out, expected);
    case_end(&c);
}

static void k117_periods(void **state)
{
    (void)state;
    assert_period(date(2024, 2, 20), date(2024, 2, 24), "2024. 2. 20.~2. 24.");
    assert_period(date(2024, 2, 20), date(2024, 2, 20), "2024. 2. 20.");
    assert_period(date(2024, 2, 0), date(2024, 2, 0), "2024. 2.");
    assert_period(date(2024, 2, 20), date(2025, 2, 20),
                  "2024. 2. 20.~2025. 2. 20.");
    assert_period(date(2023, 12, 30), date(2024, 1, 2),
                  "2023. 12. 30.~2024. 1. 2.");
    assert_period(date(2024, 2, 20), (Value){.kind = VALUE_BLANK},
                  "2024. 2. 20.~");
}

static void k117_one_day_is_one_date(void **state)
{
    (void)state;
    Value day = date(2024, 2, 20), month = date(2024, 2, 0);
    day.until = day.date;
    month.until = month.date;
    assert_prints(NULL, day, "2024. 2. 20.");
    assert_prints("날짜(요일)", day, "2024. 2. 20.(화)");
    assert_prints("연월", day, "2024. 2.");
    assert_prints("연도", day, "2024");
    assert_prints(NULL, month, "2024. 2.");
}

static void labels(void **state)
{
    (void)state;
    assert_prints("circled", number("3", ""), "③");
    assert_prints("로마", number("2", ""), "Ⅱ");
    assert_prints("text", number("2024", ""), "2024");
}

static void unknown_formats(void **state)
{
    (void)state;
    Pos layout = {7, 8, 9};
    assert_refuses("percnt", number("1", ""), DIAG_FORMAT_NEAR, layout);
    assert_refuses("무엇인가다른것", number("1", ""), DIAG_FORMAT_UNKNOWN,
                   layout);
    assert_refuses("percent(x)", number("1", ""), DIAG_FORMAT_ARGUMENT, layout);
    assert_refuses("percent(19)", number("1", ""), DIAG_FORMAT_ARGUMENT,
                   layout);
    assert_refuses("조억(2)", number("1", ""), DIAG_FORMAT_ARGUMENT, layout);
    assert_refuses("조억(만명)", number("1", ""), DIAG_FORMAT_ARGUMENT, layout);
    assert_refuses("조억()", number("1", ""), DIAG_FORMAT_ARGUMENT, layout);
    assert_refuses("date(내일)", date(2024, 1, 5), DIAG_FORMAT_ARGUMENT,
                   layout);
    assert_refuses("period", date(2024, 1, 5), DIAG_FORMAT_ARGUMENT, layout);
}

static void unsuitable_values(void **state)
{
    (void)state;
    Pos cell = {1, 2, 3};
    assert_refuses("percent", text("많음"), DIAG_FORMAT_VALUE, cell);
    assert_refuses("date", number("45306", ""), DIAG_FORMAT_VALUE, cell);
    assert_refuses("month-day", date(2023, 1, 0), DIAG_FORMAT_VALUE, cell);
    assert_refuses("조억", number("5", ""), DIAG_FORMAT_UNIT, cell);
    assert_refuses("금액", number("-5", "원"), DIAG_FORMAT_VALUE, cell);
    assert_refuses("금액", number("0.5", "원"), DIAG_FORMAT_VALUE, cell);
    assert_refuses("circled", number("0", ""), DIAG_FORMAT_VALUE, cell);
    assert_refuses("시각", text("25시"), DIAG_FORMAT_VALUE, cell);
    assert_refuses("시각", text("오후 13시"), DIAG_FORMAT_VALUE, cell);
}

static bool schema_has(const char *name)
{
    const char *const *names = layout_format.choices;
    while (*names && strcmp(*names, name) != 0)
        names++;
    return *names != NULL;
}

/* Whether the JSON Schema and the program take it: both or neither. */
static bool both_take(const char *format)
{
    Case c = case_begin();
    Format f;
    bool schema = schema_has(format) ||
                  g_regex_match_simple(schema_format_pattern, format, 0, 0);
    bool program = format_parse(str_of(format), POS_NONE, c.arena, c.diags, &f);
    if (schema != program)
        fail_msg("%s: schema %d, program %d", format, schema, program);
    case_end(&c);
    return program;
}

/* The schema cannot include this folder: it repeats the names. */
static void the_json_schema_knows_the_formats(void **state)
{
    static const char *const brackets[] = {
        "",     "0",       "2",         "18",    "19",   "007",  "-1",
        "조",   "억",      "천만",      "백만",  "만",   "원",   "만명",
        "요일", "weekday", "종료일",    "만만",  "억천", "십조", "십",
        "백천", " 2 ",     "\u3000만 ", " 요일", " "};
    static const char *const around[] = {" %s", "%s\u3000", "%s (2)",
                                         " %s(만) "};
    size_t n = 0, names = 0, taken = 0;
    (void)state;
    for (const char *name; (name = format_name(n)); n++) {
        names += both_take(name); /* a period needs its end */
        for (size_t i = 0; i < G_N_ELEMENTS(brackets); i++) {
            char *format = g_strdup_printf("%s(%s)", name, brackets[i]);
            taken += both_take(format);
            g_free(format);
        }
        for (size_t i = 0; i < G_N_ELEMENTS(around); i++) {
            char **parts = g_strsplit(around[i], "%s", 2);
            char *format = g_strconcat(parts[0], name, parts[1], NULL);
            taken += both_take(format);
            g_free(format);
            g_strfreev(parts);
        }
    }
    assert_int_equal(names, n - 2);
    assert_null(layout_format.choices[names]);
    assert_true(taken > 2 * n);
    assert_false(both_take("percnt"));
    assert_false(both_take("조억([만])"));
    assert_false(both_take("조억(천 만)"));
    assert_true(both_take("percent (2)"));
    assert_true(both_take("percent( 2 )"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k110_styles),
        cmocka_unit_test(k119_jo_eok),
        cmocka_unit_test(k122_spaces_before_counters),
        cmocka_unit_test(k119_amounts_keep_their_size),
        cmocka_unit_test(k119_rounded_to_a_unit),
        cmocka_unit_test(k118_amounts_in_words),
        cmocka_unit_test(k101_shares),
        cmocka_unit_test(k123_points),
        cmocka_unit_test(k110_signs),
        cmocka_unit_test(k121_grouping),
        cmocka_unit_test(k199_absence_stays),
        cmocka_unit_test(k115_dates),
        cmocka_unit_test(k113_compact_dates),
        cmocka_unit_test(k116_times),
        cmocka_unit_test(k117_periods),
        cmocka_unit_test(k117_one_day_is_one_date),
        cmocka_unit_test(labels),
        cmocka_unit_test(unknown_formats),
        cmocka_unit_test(unsuitable_values),
        cmocka_unit_test(the_json_schema_knows_the_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
