/* Decimal: exact or refused, never in between. */
#include "base/decimal.h"

#include <setjmp.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

#define NINES_37 "9999999999999999999999999999999999999"
#define MINUS_NINES_37 "-9999999999999999999999999999999999999"

static Arena *arena;

static Decimal read(const char *text)
{
    Decimal d;
    if (!decimal_parse(str_of(text), &d))
        fail_msg("not read: %s", text);
    return d;
}

static const char *show(Decimal d)
{
    return decimal_format(d, false, arena).p;
}

static void assert_shows(const char *text, const char *expected)
{
    assert_string_equal(show(read(text)), expected);
}

static void parses(void **state)
{
    (void)state;
    assert_shows("0", "0");
    assert_shows("-0", "0");
    assert_shows("+12", "12");
    assert_shows("0012", "12");
    assert_shows("-1234.50", "-1234.50");
    assert_shows("0.000000000000000001", "0.000000000000000001");
    assert_shows(NINES_37, NINES_37);
    assert_shows(MINUS_NINES_37, MINUS_NINES_37);
    /* Zeros that do not fit are dropped: the value is the same. */
    assert_shows("1.5000000000000000000000", "1.500000000000000000");
    assert_shows("1000000000000000000000000000000000000.00",
                 "1000000000000000000000000000000000000");
    assert_shows("00000000000000000000000000000000000000000000001", "1");
}

static void refuses(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "-",
                                      "+",
                                      ".",
                                      "1.",
                                      ".5",
                                      "1.2.3",
                                      "--1",
                                      "1-",
                                      "1,000",
                                      " 1",
                                      "1 ",
                                      "1e5",
                                      "0x10",
                                      "１",
                                      "△1",
                                      "NaN",
                                      "0.0000000000000000001",
                                      "19999999999999999999999999999999999999",
                                      "10000000000000000000000000000000000000"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Decimal d = {42, 1};
        if (decimal_parse(str_of(bad[i]), &d) || d.coef != 42)
            fail_msg("read: %s", bad[i]);
    }
}

typedef bool (*Operation)(Decimal, Decimal, Decimal *);

static const struct Sum {
    Operation op;
    const char *a, *b, *result; /* NULL: refused */
} sums[] = {
    {decimal_add, "0.1", "0.2", "0.3"},
    {decimal_add, "1.50", "2", "3.50"},
    {decimal_add, "-1", "1", "0"},
    {decimal_add, "1", "-1.5", "-0.5"},
    {decimal_add, "-1", "1.5", "0.5"},
    {decimal_add, NINES_37, "0", NINES_37},
    {decimal_add, NINES_37, "1", NULL},
    {decimal_add, NINES_37, "-1", "9999999999999999999999999999999999998"},
    {decimal_add, NINES_37, NINES_37, NULL},
    {decimal_add, MINUS_NINES_37, "-1", NULL},
    {decimal_add, NINES_37, "0.5", NULL},
    /* The way leads through 10^37, the result does not. */
    {decimal_add, "1000000000000000000000000000000000000", "-0.1",
     "999999999999999999999999999999999999.9"},
    {decimal_add, NINES_37, "0.000000000000000000", NINES_37},
    {decimal_sub, "0.3", "0.1", "0.2"},
    {decimal_sub, "5", "5.00", "0.00"},
    {decimal_sub, MINUS_NINES_37, "1", NULL},
    {decimal_mul, "1.5", "-2", "-3.0"},
    {decimal_mul, "0", "-5", "0"},
    {decimal_mul, "1000000000000000000", "1000000000000000000",
     "1000000000000000000000000000000000000"},
    {decimal_mul, "10000000000000000000", "1000000000000000000", NULL},
    {decimal_mul, "0.000000001", "0.000000001", "0.000000000000000001"},
    {decimal_mul, "0.000000001", "0.0000000001", NULL},
    {decimal_mul, "0.00000000005", "0.0000000002", NULL},
    {decimal_mul, "0.0000000005", "0.0000000002", NULL},
    {decimal_mul, "0.000000005", "0.0000000002", "0.000000000000000001"},
    /* 5^30 / 10^18 * 2^60 / 10^18: the product needs 40 digits, the value
     * only 10 and 6 decimals. */
    {decimal_mul, "931.322574615478515625", "1.152921504606846976",
     "1073.741824000000000000"},
    {decimal_mul, "3.3", NINES_37, NULL},
};

static void sums_and_products(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        Decimal out = {7, 0};
        bool ok = sums[i].op(read(sums[i].a), read(sums[i].b), &out);
        assert_true(ok || (int)out.coef == 7);
        const char *got = ok ? show(out) : "refused";
        if (strcmp(got, sums[i].result ? sums[i].result : "refused") != 0)
            fail_msg("%s, %s: %s", sums[i].a, sums[i].b, got);
    }
}

static const struct RoundCase {
    const char *value;
    int digits;
    const char *away, *down, *up, *even;
} rounds[] = {
    {"0.5", 0, "1", "0", "1", "0"},
    {"1.5", 0, "2", "1", "2", "2"},
    {"2.5", 0, "3", "2", "3", "2"},
    {"-0.5", 0, "-1", "0", "-1", "0"},
    {"-2.5", 0, "-3", "-2", "-3", "-2"},
    {"0.49", 0, "0", "0", "1", "0"},
    {"0.51", 0, "1", "0", "1", "1"},
    {"64.25", 1, "64.3", "64.2", "64.3", "64.2"},
    {"64.35", 1, "64.4", "64.3", "64.4", "64.4"},
    {"64.3", 1, "64.3", "64.3", "64.3", "64.3"},
    {"64.3", 3, "64.300", "64.300", "64.300", "64.300"},
    {"9.99", 1, "10.0", "9.9", "10.0", "10.0"},
    {"0.000000000000000001", 17, "0.00000000000000000", "0.00000000000000000",
     "0.00000000000000001", "0.00000000000000000"},
    {"0", 2, "0.00", "0.00", "0.00", "0.00"},
};

/* K-120: the same numbers, four ways of rounding. */
static void rounding_table_of_K_120(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++) {
        const struct RoundCase *c = &rounds[i];
        const char *expected[] = {[ROUND_HALF_AWAY] = c->away,
                                  [ROUND_DOWN] = c->down,
                                  [ROUND_UP] = c->up,
                                  [ROUND_HALF_EVEN] = c->even};
        for (Rounding r = ROUND_HALF_AWAY; r <= ROUND_HALF_EVEN; r++) {
            Decimal out;
            assert_true(decimal_round(read(c->value), c->digits, r, &out));
            if (strcmp(show(out), expected[r]) != 0)
                fail_msg("%s, way %d: %s", c->value, (int)r, show(out));
        }
    }
}

static void rounding_never_leaves_the_range(void **state)
{
    (void)state;
    Decimal out = {7, 0};
    assert_false(decimal_round(read(NINES_37), 1, ROUND_DOWN, &out));
    assert_int_equal((int)out.coef, 7);
}

static const struct Division {
    const char *a, *b;
    int digits;
    Rounding rounding;
    const char *result; /* NULL: refused */
} divisions[] = {
    {"1", "3", 4, ROUND_HALF_AWAY, "0.3333"},
    {"2", "3", 4, ROUND_HALF_AWAY, "0.6667"},
    {"2", "3", 4, ROUND_DOWN, "0.6666"},
    {"-2", "3", 4, ROUND_HALF_AWAY, "-0.6667"},
    {"1", "3", 0, ROUND_UP, "1"},
    {"1", "8", 2, ROUND_HALF_EVEN, "0.12"},
    {"3", "8", 2, ROUND_HALF_EVEN, "0.38"},
    {"1", "8", 2, ROUND_HALF_AWAY, "0.13"},
    {"116250", "180913", 3, ROUND_HALF_AWAY, "0.643"},
    {"0", "5", 2, ROUND_UP, "0.00"},
    {"5", "0", 2, ROUND_DOWN, NULL},
    {"5", "0.00", 2, ROUND_DOWN, NULL},
    /* The dividend has more decimals than are asked for. */
    {"1.25", "1", 1, ROUND_HALF_EVEN, "1.2"},
    {"1.250000000000000001", "1", 1, ROUND_HALF_EVEN, "1.3"},
    {"2.5", "1", 0, ROUND_HALF_AWAY, "3"},
    {"0.000000000000000001", "3", 0, ROUND_UP, "1"},
    {"0.000000000000000001", "3", 0, ROUND_HALF_AWAY, "0"},
    /* The quotient of whole coefficients is a half, the rest decides. */
    {"0.51", "3", 1, ROUND_HALF_EVEN, "0.2"},
    {"0.46", "3", 1, ROUND_HALF_EVEN, "0.2"},
    {"0.45", "3", 1, ROUND_HALF_EVEN, "0.2"},
    {"0.44", "3", 1, ROUND_HALF_EVEN, "0.1"},
    {NINES_37, "0.5", 0, ROUND_DOWN, NULL},
    {NINES_37, NINES_37, 18, ROUND_DOWN, "1.000000000000000000"},
    {"1", NINES_37, 18, ROUND_UP, "0.000000000000000001"},
    {"0.1", NINES_37, 18, ROUND_HALF_AWAY, "0.000000000000000000"},
};

static void divisions_are_rounded_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof divisions / sizeof *divisions; i++) {
        const struct Division *c = &divisions[i];
        Decimal out = {7, 0};
        bool ok =
            decimal_div(read(c->a), read(c->b), c->digits, c->rounding, &out);
        const char *got = ok ? show(out) : "refused";
        if (strcmp(got, c->result ? c->result : "refused") != 0)
            fail_msg("%s / %s: %s", c->a, c->b, got);
    }
}

/* Against plain integers: every small dividend, divisor and way. */
static void divisions_agree_with_integers(void **state)
{
    (void)state;
    for (int a = -60; a <= 60; a++) {
        for (int b = 1; b <= 40; b++) {
            Decimal out;
            assert_true(decimal_div(decimal_from_int(a), decimal_from_int(b), 0,
                                    ROUND_HALF_AWAY, &out));
            int abs = a < 0 ? -a : a, q = (2 * abs + b) / (2 * b);
            assert_int_equal((int)out.coef, a < 0 ? -q : q);
        }
    }
}

static void compares(void **state)
{
    (void)state;
    static const char *const ordered[] = {
        MINUS_NINES_37,
        "-10",
        "-1.5",
        "-1.4",
        "-0.000000000000000001",
        "0",
        "0.000000000000000001",
        "0.1",
        "1",
        "1.4",
        "1.41",
        "2",
        "10",
        "9999999999999999999.999999999999999999",
        NINES_37};
    size_t n = sizeof ordered / sizeof *ordered;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            assert_int_equal(decimal_cmp(read(ordered[i]), read(ordered[j])),
                             (i > j) - (i < j));
    assert_int_equal(decimal_cmp(read("1.50"), read("1.5")), 0);
    assert_int_equal(decimal_cmp(read("0.00"), read("0")), 0);
    assert_int_equal(decimal_sign(read("-0.1")), -1);
    assert_int_equal(decimal_sign(read("0.0")), 0);
    assert_int_equal(decimal_sign(read("3")), 1);
    assert_string_equal(show(decimal_abs(read("-3.0"))), "3.0");
    assert_string_equal(show(decimal_neg(read("3.0"))), "-3.0");
}

static void assert_shift(const char *value, int power, const char *expected)
{
    Decimal out = {7, 0};
    bool ok = decimal_shift(read(value), power, &out);
    assert_string_equal(ok ? show(out) : "refused", expected);
}

static void shifts(void **state)
{
    (void)state;
    assert_shift("11625012345678", -8, "116250.12345678");
    assert_shift("1.5", 1, "15");
    assert_shift("1.5", 3, "1500");
    assert_shift("-1.5", -2, "-0.015");
    assert_shift("0", 100, "0");
    assert_shift("0.00", -100, "0");
    assert_shift("1", 36, "1000000000000000000000000000000000000");
    assert_shift("1", 37, "refused");
    assert_shift("1", 1000, "refused");
    assert_shift("1", -18, "0.000000000000000001");
    assert_shift("1", -19, "refused");
    assert_shift("100", -20, "0.000000000000000001");
}

static void trims(void **state)
{
    (void)state;
    assert_string_equal(show(decimal_trim(read("1.500"))), "1.5");
    assert_string_equal(show(decimal_trim(read("100"))), "100");
    assert_string_equal(show(decimal_trim(read("0.00"))), "0");
}

static void assert_grouped(const char *value, const char *expected)
{
    assert_string_equal(decimal_format(read(value), true, arena).p, expected);
}

static void groups(void **state)
{
    (void)state;
    assert_grouped("0", "0");
    assert_grouped("999", "999");
    assert_grouped("1000", "1,000");
    assert_grouped("-1234567.8901", "-1,234,567.8901");
    assert_grouped("0.1234567", "0.1234567");
    assert_grouped("-100000", "-100,000");
    assert_grouped(NINES_37,
                   "9,999,999,999,999,999,999,999,999,999,999,999,999");
    assert_string_equal(show(decimal_from_int(INT64_MIN)),
                        "-9223372036854775808");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parses),
        cmocka_unit_test(refuses),
        cmocka_unit_test(sums_and_products),
        cmocka_unit_test(rounding_table_of_K_120),
        cmocka_unit_test(rounding_never_leaves_the_range),
        cmocka_unit_test(divisions_are_rounded_once),
        cmocka_unit_test(divisions_agree_with_integers),
        cmocka_unit_test(compares),
        cmocka_unit_test(shifts),
        cmocka_unit_test(trims),
        cmocka_unit_test(groups),
    };
    arena = arena_new(0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
