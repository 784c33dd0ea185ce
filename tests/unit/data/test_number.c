/* data/number: K-07, K-197, K-198. */
#include "data/number.h"
#include "data_test.h"

static void expect_number(const char *text, const char *value)
{
    Arena *a = arena_new(0);
    Number n = {0};
    if (number_read(str_of(text), &n) != NUMBER_FINE)
        fail_msg("%s is no number", text);
    assert_str(decimal_format(decimal_trim(n.value), false, a), value);
    arena_free(a);
}

static void expect_form(const char *text, NumberForm form)
{
    Number n;
    NumberForm got = number_read(str_of(text), &n);
    if (got != form)
        fail_msg("%s: form %d, not %d", text, got, form);
}

static void k07_minus_by_role(void **state)
{
    (void)state;
    expect_number("-1,234", "-1234");
    expect_number("－1,234", "-1234");
    expect_number("−1,234", "-1234");
    expect_number("△1,234", "-1234");
    expect_form("중앙-지방", NUMBER_TEXT);
}

static void k197_grammar(void **state)
{
    (void)state;
    expect_number("(1,234)", "-1234");
    expect_number("１，２３４", "1234");
    expect_number("1,234천", "1234000");
    expect_number("64.3%", "0.643");
    expect_number("+7", "7");
    expect_number("△ 1,234", "-1234");
    expect_number("74733", "74733");
    expect_number("0.50", "0.5");
    expect_number("12,345,678.9", "12345678.9");
    expect_form("1,23,4", NUMBER_GROUPS);
    expect_form("1234,567", NUMBER_GROUPS);
    expect_form("12,34", NUMBER_GROUPS);
}

static void k197_units(void **state)
{
    Number n;
    (void)state;
    expect_number("11조 6,250억 원", "11625000000000");
    expect_number("1조 4천억", "1400000000000");
    expect_number("3백만원", "3000000");
    expect_number("109만명", "1090000");
    assert_int_equal(number_read(STR("1,442천 명"), &n), NUMBER_FINE);
    assert_true(n.scaled);
    assert_str(n.counter, "명");
    expect_form("6,250억 11조", NUMBER_TEXT);
    expect_form("1조 2조", NUMBER_TEXT);
}

static void k197_the_rest_is_text(void **state)
{
    static const char *const texts[] = {
        "",           "-",     "5개 자치구 82개 동",
        "12 34",      "1.2.3", "1.",
        ".5",         "1e5",   "0x10",
        "(5",         "5)",    "(-5)",
        "--5",        "천",    "원",
        "3~5",        "%",     "12%%",
        ",1",         "1,",    "1\n2",
        "2023-01-02", "½"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Number n;
        if (number_read(str_of(texts[i]), &n) == NUMBER_FINE)
            fail_msg("\"%s\" must be no number", texts[i]);
    }
}

static void k198_triangles(void **state)
{
    (void)state;
    expect_form("▲5.2", NUMBER_TRIANGLE);
    expect_form("▼5.2", NUMBER_TRIANGLE);
    expect_form("▲ 가", NUMBER_TEXT);
}

static void digits_have_an_end(void **state)
{
    (void)state;
    expect_form("1234567890123456789012345678901234567890", NUMBER_RANGE);
    expect_form("1조조", NUMBER_TEXT);
    char digits[401] = {0};
    memset(digits, '1', 400);
    expect_form(digits, NUMBER_RANGE);
    digits[0] = '-';
    digits[10] = '.';
    digits[399] = '%';
    expect_form(digits, NUMBER_RANGE);
    digits[200] = 'x';
    expect_form(digits, NUMBER_TEXT);
}

/* Those have no fewer digits than a number, but are none. */
static void lists_are_no_long_numbers(void **state)
{
    char list[400], dots[400], thousands[400];
    size_t n = 0;
    (void)state;
    for (int i = 1; i < 60; i++)
        n += (size_t)snprintf(list + n, sizeof list - n, "%s%d",
                              i > 1 ? "," : "", i);
    expect_form("1,2,3", NUMBER_GROUPS);
    expect_form(list, NUMBER_GROUPS);
    snprintf(thousands, sizeof thousands, "%s", "12");
    for (size_t at = 2; at < 200; at += 4)
        memcpy(thousands + at, ",345", 5);
    expect_form(thousands, NUMBER_RANGE);
    for (size_t i = 0; i < sizeof dots; i++)
        dots[i] = i % 2 ? '.' : '1';
    dots[199] = '\0';
    expect_form("1.1.1.1", NUMBER_TEXT);
    expect_form(dots, NUMBER_TEXT);
}

static void unit_powers(void **state)
{
    static const struct {
        const char *unit;
        int power;
        bool known;
    } cases[] = {{"억 원", 8, true},   {"억원", 8, true}, {"백만원", 6, true},
                 {"백만 원", 6, true}, {"천원", 3, true}, {"천 명", 3, true},
                 {"원", 0, true},      {"명", 0, true},   {"%", -2, true},
                 {"조", 12, true},     {"", 0, false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int power = 99;
        bool known = unit_power(str_of(cases[i].unit), &power);
        if (known != cases[i].known || (known && power != cases[i].power))
            fail_msg("%s: %d", cases[i].unit, power);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(k07_minus_by_role),
        cmocka_unit_test(k197_grammar),
        cmocka_unit_test(k197_units),
        cmocka_unit_test(k197_the_rest_is_text),
        cmocka_unit_test(k198_triangles),
        cmocka_unit_test(digits_have_an_end),
        cmocka_unit_test(lists_are_no_long_numbers),
        cmocka_unit_test(unit_powers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
