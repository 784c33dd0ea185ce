/*
 * Odd data, every kind: a good chart or a message, and never both or neither.
 */
#include "chart_case.h"

/* Figures of a kind as it likes them: so many series. */
static uint32_t series_of(ChartKind kind)
{
    return kind == CHART_DONUT || kind == CHART_PROGRESS ||
                   kind == CHART_WATERFALL
               ? 1
               : 2;
}

/* `rows` rows of one figure. */
static ChartSpec repeated(ChartCase *c, ChartKind kind, uint32_t rows,
                          const char *figure)
{
    static const char *const heads[] = {"2022년", "2023년", NULL};
    uint32_t series = series_of(kind);
    size_t n = 0;
    const char **cells =
        ARENA_ARRAY(c->arena, const char *, (size_t)rows *(series + 1) + 1);
    for (uint32_t k = 0; k < rows; k++) {
        cells[n++] = arena_printf(c->arena, "%u구", k + 1);
        for (uint32_t i = 0; i < series; i++)
            cells[n++] = figure;
    }
    ChartSpec spec = case_spec(c, kind, heads + (2 - series), cells);
    spec.head = case_text("구");
    return spec;
}

/* Is it drawn? Or else told why not, by `code`. */
static bool drawn_or_told(ChartCase *c, const ChartSpec *spec, DiagCode *code)
{
    ChartTools tools = c->tools;
    tools.diags = diags_new(c->sources);
    const ChartDrawing *d = chart_make(spec, &tools);
    size_t told = diags_count(tools.diags, LEVEL_ERROR);
    if (told > 0)
        *code = diags_code(tools.diags, 0);
    diags_free(tools.diags);
    assert_true((d != NULL) != (told > 0));
    if (d)
        case_proved(c, d);
    return d;
}

/* All kinds but `refusing` draw it. */
static void every_kind(ChartCase *c, uint32_t rows, const char *figure,
                       uint32_t refusing)
{
    uint32_t drawn = 0;
    for (int kind = 0; kind < CHART_KINDS; kind++) {
        DiagCode code;
        ChartSpec spec = repeated(c, (ChartKind)kind, rows, figure);
        drawn += drawn_or_told(c, &spec, &code);
    }
    assert_int_equal(drawn, CHART_KINDS - refusing);
}

static void every_kind_refuses(ChartCase *c, uint32_t rows, const char *figure,
                               DiagCode expected)
{
    for (int kind = 0; kind < CHART_KINDS; kind++) {
        DiagCode code;
        ChartSpec spec = repeated(c, (ChartKind)kind, rows, figure);
        assert_false(drawn_or_told(c, &spec, &code));
        assert_int_equal(code, expected);
    }
}

static void test_no_rows(void **state)
{
    every_kind_refuses(*state, 0, "1", DIAG_CHART_EMPTY);
}

static void test_nothing_known(void **state)
{
    every_kind_refuses(*state, 3, "…", DIAG_CHART_EMPTY);
}

/* An area would have no land. */
static void test_one_row(void **state)
{
    every_kind(*state, 1, "1,442", 1);
}

/* A donut would have nothing to share. */
static void test_all_zeros(void **state)
{
    every_kind(*state, 4, "0", 1);
}

/* Donut, waterfall and sparklines have no room for them. */
static void test_fifteen_digits(void **state)
{
    every_kind(*state, 3, "987,654,321,012,345", 3);
}

/* No page holds them. */
static void test_five_hundred_rows(void **state)
{
    every_kind(*state, 500, "12", CHART_KINDS);
}

/* Bars, lines, falls and pairs show them; what makes up a whole refuses. */
static void test_below_zero(void **state)
{
    every_kind(*state, 4, "-12", 7);
}

static void test_large_print(void **state)
{
    ChartCase *c = *state;
    case_enlarge(c);
    every_kind(c, 5, "7,210", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_no_rows),        CASE(test_nothing_known),
        CASE(test_one_row),        CASE(test_all_zeros),
        CASE(test_fifteen_digits), CASE(test_five_hundred_rows),
        CASE(test_below_zero),     CASE(test_large_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
