/*
 * data/agree over tables as offices make them, by chance: every shape says
 * which of its cells must agree. An honest table is never accused; with one
 * digit changed it is accused exactly when some agreement is broken, which is
 * worked out here a second time, in plain integers.
 */
#include "data/agree.h"
#include "data_test.h"

#include <glib.h>

enum { ROWS_MAX = 40, COLUMNS_MAX = 12, RULES_MAX = 400, PARTS_MAX = 24 };

/* ---- sheets ---- */

typedef struct Cell {
    char text[32]; /* when it is no figure */
    bool figure;
    int64_t value;
    int scale;    /* digits after the point */
    bool percent; /* followed by % */
} Cell;

typedef enum RuleKind {
    RULE_SUM,
    RULE_LESS,
    RULE_RATIO,
    RULE_RATE,
    RULE_QUOTIENT
} RuleKind;

/* What must hold: target = Σ parts, a − b, a / b or (a − b) / b in per cent,
 * a / b. */
typedef struct Rule {
    RuleKind kind;
    const Cell *target;
    const Cell *parts[PARTS_MAX];
    int n;
    bool faint; /* off by one may be rounding: nobody can tell */
} Rule;

typedef struct Sheet {
    char heads[COLUMNS_MAX][48];
    Cell cells[ROWS_MAX][COLUMNS_MAX];
    int rows, columns;
    Rule rules[RULES_MAX];
    int nrules;
    bool rounded; /* the amounts were */
    GRand *rand;
} Sheet;

static void set_text(Sheet *s, int row, int col, const char *text)
{
    g_strlcpy(s->cells[row][col].text, text, sizeof s->cells[row][col].text);
}

static Cell *set_figure(Sheet *s, int row, int col, int64_t value)
{
    Cell *c = &s->cells[row][col];
    *c = (Cell){.figure = true, .value = value};
    return c;
}

static Rule *add_rule(Sheet *s, RuleKind kind, const Cell *target)
{
    assert_true(s->nrules < RULES_MAX);
    Rule *r = &s->rules[s->nrules++];
    *r = (Rule){.kind = kind, .target = target};
    return r;
}

static void add_part(Rule *r, const Cell *part)
{
    assert_true(r->n < PARTS_MAX);
    r->parts[r->n++] = part;
}

static void add_pair(Sheet *s, RuleKind kind, const Cell *target, const Cell *a,
                     const Cell *b)
{
    Rule *r = add_rule(s, kind, target);
    add_part(r, a);
    add_part(r, b);
}

/* Rounds half away from zero, as offices do. */
static int64_t divide(int64_t a, int64_t b)
{
    int64_t half = (b < 0 ? -b : b) / 2;
    if ((a < 0) != (b < 0))
        return -(((a < 0 ? -a : a) + half) / (b < 0 ? -b : b));
    return ((a < 0 ? -a : a) + half) / (b < 0 ? -b : b);
}

static int64_t amount(Sheet *s)
{
    static const int64_t sizes[] = {90, 900, 9000, 90000, 900000};
    int64_t size = sizes[g_rand_int_range(s->rand, 1, 5)];
    return size / 10 + g_rand_int_range(s->rand, 0, (gint32)size);
}

static int between(Sheet *s, int low, int high)
{
    return g_rand_int_range(s->rand, low, high + 1);
}

static void set_name(Sheet *s, int row, int col, const char *stem, int n)
{
    g_snprintf(s->cells[row][col].text, sizeof s->cells[row][col].text, "%s%c",
               stem, 'A' + n);
}

/* 64.3 % of 1000·a/b tenths. */
static Cell *set_ratio(Sheet *s, int row, int col, const Cell *a, const Cell *b)
{
    Cell *c = set_figure(s, row, col, divide(a->value * 1000, b->value));
    c->scale = 1;
    c->percent = true;
    add_pair(s, RULE_RATIO, c, a, b);
    return c;
}

/* ---- writing ---- */

static void put_cell(GString *out, const Cell *c)
{
    if (!c->figure) {
        g_string_append(out, c->text);
        return;
    }
    int64_t v = c->value < 0 ? -c->value : c->value, unit = 1;
    for (int i = 0; i < c->scale; i++)
        unit *= 10;
    GString *digits = g_string_new(NULL);
    g_string_printf(digits, "%" G_GINT64_FORMAT, v / unit);
    for (gssize at = (gssize)digits->len - 3; at > 0; at -= 3)
        g_string_insert_c(digits, at, ',');
    if (c->scale)
        g_string_append_printf(digits, ".%0*" G_GINT64_FORMAT, c->scale,
                               v % unit);
    g_string_append_printf(out, "\"%s%s%s\"", c->value < 0 ? "△" : "",
                           digits->str, c->percent ? "%" : "");
    g_string_free(digits, TRUE);
}

static char *sheet_text(const Sheet *s)
{
    GString *out = g_string_new(NULL);
    for (int col = 0; col < s->columns; col++)
        g_string_append_printf(out, "%s%s", col ? "," : "", s->heads[col]);
    for (int row = 0; row < s->rows; row++) {
        g_string_append_c(out, '\n');
        for (int col = 0; col < s->columns; col++) {
            if (col)
                g_string_append_c(out, ',');
            put_cell(out, &s->cells[row][col]);
        }
    }
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

/* ---- what must hold ---- */

/* 0 holds, 1 is broken, -1 too near to the border to tell. */
static int outside(double off, double allowed)
{
    enum { FINE = 1000000 };
    double beyond = off - allowed;
    if (beyond * FINE < 1 && beyond * FINE > -1)
        return -1;
    return off > allowed;
}

static double worth(const Cell *c)
{
    return (double)c->value;
}

static int sum_broken(const Sheet *s, const Rule *r)
{
    int64_t sum = 0;
    for (int i = 0; i < r->n; i++)
        sum += i && r->kind == RULE_LESS ? -r->parts[i]->value
                                         : r->parts[i]->value;
    int64_t off = r->target->value - sum;
    if (r->faint && (off == 1 || off == -1))
        return -1;
    if (!s->rounded)
        return off != 0;
    return 2 * (off < 0 ? -off : off) > r->n + 1;
}

/* The range of a quotient whose parts are as wide as they were rounded. */
static int ratio_broken(const Sheet *s, const Rule *r)
{
    double wide = s->rounded ? 0.5 : 0, low = 1e18, high = -1e18;
    for (int i = 0; i < 4; i++) {
        double a = worth(r->parts[0]) + (i & 1 ? wide : -wide);
        double b = worth(r->parts[1]) + (i & 2 ? wide : -wide);
        double up = r->kind == RULE_RATE ? a - b : a;
        double q = (r->kind == RULE_QUOTIENT ? 100 : 1000) * up / b;
        low = q < low ? q : low;
        high = q > high ? q : high;
    }
    /* a rate looks at b twice: the widest way is (a ± w) − (b ∓ w) over b */
    if (r->kind == RULE_RATE && s->rounded) {
        low -= 1000 * 2 * wide / worth(r->parts[1]);
        high += 1000 * 2 * wide / worth(r->parts[1]);
    }
    double v = worth(r->target);
    int under = outside(low - v, 0.5), over = outside(v - high, 0.5);
    return under == 1 || over == 1 ? 1 : under < 0 || over < 0 ? -1 : 0;
}

/* 1 when some rule is broken, -1 when one cannot be told. */
static int sheet_broken(const Sheet *s)
{
    int all = 0;
    for (int i = 0; i < s->nrules; i++) {
        const Rule *r = &s->rules[i];
        int broken =
            r->kind <= RULE_LESS ? sum_broken(s, r) : ratio_broken(s, r);
        if (broken == 1)
            return 1;
        all = broken < 0 ? -1 : all;
    }
    return all;
}

/* ---- shapes ---- */

/* Rows under a total, first or last: 계, 시, 구. */
static void total_row(Sheet *s, int first, int from, int n, int col)
{
    int64_t sum = 0;
    for (int row = from; row < from + n; row++)
        sum += s->cells[row][col].value;
    Rule *r = add_rule(s, RULE_SUM, set_figure(s, first, col, sum));
    for (int row = from; row < from + n; row++)
        add_part(r, &s->cells[row][col]);
}

/* The same of rows that do not stand together. */
static void sum_rows(Sheet *s, int target, const int *rows, int n, int col)
{
    int64_t sum = 0;
    for (int i = 0; i < n; i++)
        sum += s->cells[rows[i]][col].value;
    Rule *r = add_rule(s, RULE_SUM, set_figure(s, target, col, sum));
    for (int i = 0; i < n; i++)
        add_part(r, &s->cells[rows[i]][col]);
}

static void shape_total_first(Sheet *s)
{
    int n = between(s, 3, 8);
    s->rows = n + 1;
    s->columns = between(s, 2, 4);
    for (int col = 0; col < s->columns; col++)
        g_snprintf(s->heads[col], sizeof s->heads[col], col ? "항목%c" : "구분",
                   'A' + col);
    set_text(s, 0, 0, "계");
    for (int row = 1; row <= n; row++) {
        set_name(s, row, 0, "행", row);
        for (int col = 1; col < s->columns; col++)
            set_figure(s, row, col, amount(s));
    }
    for (int col = 1; col < s->columns; col++)
        total_row(s, 0, 1, n, col);
}

static void shape_total_last_column(Sheet *s)
{
    int parts = between(s, 2, 5);
    s->rows = between(s, 4, 9);
    s->columns = parts + 2;
    g_strlcpy(s->heads[0], "구분", sizeof s->heads[0]);
    for (int col = 1; col <= parts; col++)
        g_snprintf(s->heads[col], sizeof s->heads[col], "부문%c", 'A' + col);
    g_strlcpy(s->heads[parts + 1], "합계", sizeof s->heads[0]);
    for (int row = 0; row < s->rows; row++) {
        int64_t sum = 0;
        set_name(s, row, 0, "행", row);
        for (int col = 1; col <= parts; col++)
            sum += set_figure(s, row, col, amount(s))->value;
        Rule *r = add_rule(s, RULE_SUM, set_figure(s, row, parts + 1, sum));
        for (int col = 1; col <= parts; col++)
            add_part(r, &s->cells[row][col]);
    }
}

/* 사업비 = 국비 + 시비 + 구비 + 기타, some blank. */
static void shape_funds(Sheet *s)
{
    static const char *const heads[] = {"사업", "총사업비", "국비",
                                        "시비", "구비",     "민자"};
    s->rows = between(s, 5, 10);
    s->columns = 6;
    for (int col = 0; col < 6; col++)
        g_strlcpy(s->heads[col], heads[col], sizeof s->heads[col]);
    for (int row = 0; row < s->rows; row++) {
        int64_t sum = 0;
        set_name(s, row, 0, "사업", row);
        for (int col = 2; col < 6; col++) {
            if (col > 3 && g_rand_boolean(s->rand))
                set_text(s, row, col, g_rand_boolean(s->rand) ? "-" : "");
            else
                sum += set_figure(s, row, col, amount(s))->value;
        }
        Rule *r = add_rule(s, RULE_SUM, set_figure(s, row, 1, sum));
        for (int col = 2; col < 6; col++)
            if (s->cells[row][col].figure)
                add_part(r, &s->cells[row][col]);
    }
}

/* Fields with 소계 above or below their rows, and a grand total; labels blank
 * where they repeat. */
static void shape_subtotals(Sheet *s)
{
    int groups = between(s, 2, 4), row = 1, columns = between(s, 1, 2);
    bool below = g_rand_boolean(s->rand), blank = g_rand_boolean(s->rand);
    int subtotals[4];
    g_strlcpy(s->heads[0], "분야", sizeof s->heads[0]);
    g_strlcpy(s->heads[1], "사업", sizeof s->heads[1]);
    for (int col = 0; col < columns; col++)
        g_snprintf(s->heads[2 + col], sizeof s->heads[0], "금액%c", 'A' + col);
    s->columns = 2 + columns;
    set_text(s, 0, 0, "합계");
    for (int g = 0; g < groups; g++) {
        int n = between(s, 2, 4), first = below ? row : row + 1;
        subtotals[g] = below ? row + n : row;
        for (int i = 0; i <= n; i++, row++)
            if (i == 0 || !blank)
                set_name(s, row, 0, "분야", g);
        set_text(s, subtotals[g], 1, "소계");
        for (int i = first; i < first + n; i++) {
            set_name(s, i, 1, "사업", i);
            for (int col = 2; col < s->columns; col++)
                set_figure(s, i, col, amount(s));
        }
        for (int col = 2; col < s->columns; col++)
            total_row(s, subtotals[g], first, n, col);
    }
    s->rows = row;
    for (int col = 2; col < s->columns; col++)
        sum_rows(s, 0, subtotals, groups, col);
}

/* Last year, this year, the change and its rate; what was nothing has none. */
static void shape_change(Sheet *s)
{
    s->rows = between(s, 5, 10);
    s->columns = 5;
    static const char *const heads[] = {"구분", "2023년", "2024년", "증감",
                                        "증감률"};
    for (int col = 0; col < 5; col++)
        g_strlcpy(s->heads[col], heads[col], sizeof s->heads[col]);
    for (int row = 0; row < s->rows; row++) {
        set_name(s, row, 0, "행", row);
        bool fresh = row == 1;
        Cell *old = set_figure(s, row, 1, fresh ? 0 : amount(s));
        Cell *new = set_figure(s, row, 2, amount(s));
        Cell *change = set_figure(s, row, 3, new->value - old->value);
        add_pair(s, RULE_LESS, change, new, old);
        if (fresh) {
            set_text(s, row, 4, g_rand_boolean(s->rand) ? "순증" : "-");
            continue;
        }
        Cell *rate =
            set_figure(s, row, 4, divide(change->value * 1000, old->value));
        rate->scale = 1;
        rate->percent = true;
        add_pair(s, RULE_RATE, rate, new, old);
    }
}

/* 예산(A), 집행(B), 잔액(A-B), 집행률(B/A): said in the heads. */
static void shape_head_formula(Sheet *s)
{
    static const char *const heads[][5] = {
        {"사업", "예산현액(A)", "집행액(B)", "잔액(A-B)", "집행률(B/A)"},
        {"사업", "㉮ 예산", "㉯ 집행", "㉰=㉮-㉯", "집행률(㉯/㉮)"},
        {"사업", "계획(a)", "실적(b)", "차이(a-b)", "달성률(b/a)"}};
    int how = between(s, 0, 1);
    s->rows = between(s, 3, 8);
    s->columns = 5;
    for (int col = 0; col < 5; col++)
        g_strlcpy(s->heads[col], heads[how][col], sizeof s->heads[col]);
    for (int row = 0; row < s->rows; row++) {
        set_name(s, row, 0, "사업", row);
        Cell *a = set_figure(s, row, 1, amount(s) + 100);
        Cell *b = set_figure(s, row, 2, a->value * between(s, 10, 99) / 100);
        add_pair(s, RULE_LESS, set_figure(s, row, 3, a->value - b->value), a,
                 b);
        set_ratio(s, row, 4, b, a);
    }
}

/* Quarters and their year. */
static void shape_quarters(Sheet *s)
{
    s->rows = between(s, 4, 8);
    s->columns = 6;
    g_strlcpy(s->heads[0], "구분", sizeof s->heads[0]);
    g_strlcpy(s->heads[1], "계", sizeof s->heads[1]);
    for (int col = 2; col < 6; col++)
        g_snprintf(s->heads[col], sizeof s->heads[col], "%d/4분기", col - 1);
    for (int row = 0; row < s->rows; row++) {
        int64_t sum = 0;
        set_name(s, row, 0, "세목", row);
        for (int col = 2; col < 6; col++)
            sum += set_figure(s, row, col, amount(s))->value;
        Rule *r = add_rule(s, RULE_SUM, set_figure(s, row, 1, sum));
        for (int col = 2; col < 6; col++)
            add_part(r, &s->cells[row][col]);
    }
}

/* Shares of the total row; together they may be 99.9 or 100.1. */
static void shape_shares(Sheet *s)
{
    int n = between(s, 4, 8);
    s->rows = n + 1;
    s->columns = 3;
    g_strlcpy(s->heads[0], "구분", sizeof s->heads[0]);
    g_strlcpy(s->heads[1], "금액", sizeof s->heads[1]);
    g_strlcpy(s->heads[2], "구성비", sizeof s->heads[2]);
    set_text(s, 0, 0, "총계");
    for (int row = 1; row <= n; row++) {
        set_name(s, row, 0, "부문", row);
        set_figure(s, row, 1, amount(s));
    }
    total_row(s, 0, 1, n, 1);
    for (int row = 0; row <= n; row++)
        set_ratio(s, row, 2, &s->cells[row][1], &s->cells[0][1]);
}

/* Won rounded to thousands, each cell by itself. */
static void shape_rounded(Sheet *s)
{
    int n = between(s, 4, 8), parts = 3;
    int64_t exact[ROWS_MAX][COLUMNS_MAX] = {{0}};
    s->rounded = true;
    s->rows = n + 1;
    s->columns = parts + 2;
    g_strlcpy(s->heads[0], "구분", sizeof s->heads[0]);
    for (int col = 1; col <= parts + 1; col++)
        g_snprintf(s->heads[col], sizeof s->heads[col], "%s%c(천원)",
                   col == 1 ? "합계" : "과목", col == 1 ? ' ' : 'A' + col);
    g_strlcpy(s->heads[1], "합계(천원)", sizeof s->heads[1]);
    for (int row = 1; row <= n; row++)
        for (int col = 2; col <= parts + 1; col++) {
            int64_t v = amount(s) * 1000 + between(s, 0, 999);
            exact[row][col] = v;
            exact[row][1] += v;
            exact[0][col] += v;
            exact[0][1] += v;
        }
    for (int row = 0; row <= n; row++) {
        if (row)
            set_name(s, row, 0, "행", row);
        else
            set_text(s, row, 0, "합계");
        for (int col = 1; col <= parts + 1; col++)
            set_figure(s, row, col, divide(exact[row][col], 1000));
        Rule *r = add_rule(s, RULE_SUM, &s->cells[row][1]);
        for (int col = 2; col <= parts + 1; col++)
            add_part(r, &s->cells[row][col]);
    }
    for (int col = 1; col <= parts + 1; col++) {
        Rule *r = add_rule(s, RULE_SUM, &s->cells[0][col]);
        for (int row = 1; row <= n; row++)
            add_part(r, &s->cells[row][col]);
    }
}

/* 계획, 실적, 달성률 with no formula in the head. */
static void shape_goals(Sheet *s)
{
    static const char *const heads[] = {"과제", "계획", "실적", "달성률(%)"};
    s->rows = between(s, 5, 9);
    s->columns = 4;
    for (int col = 0; col < 4; col++)
        g_strlcpy(s->heads[col], heads[col], sizeof s->heads[col]);
    for (int row = 0; row < s->rows; row++) {
        set_name(s, row, 0, "과제", row);
        Cell *plan = set_figure(s, row, 1, amount(s) + 100);
        Cell *done =
            set_figure(s, row, 2, plan->value * between(s, 30, 130) / 100);
        set_ratio(s, row, 3, done, plan)->percent = false;
    }
}

/* 세대, 인구 = 남 + 여, and people in a household. */
static void shape_people(Sheet *s)
{
    static const char *const heads[] = {"동", "세대", "계", "남", "여"};
    int n = between(s, 5, 9);
    s->rows = n + 1;
    s->columns = 5;
    for (int col = 0; col < 5; col++)
        g_strlcpy(s->heads[col], heads[col], sizeof s->heads[col]);
    set_text(s, 0, 0, "합 계");
    for (int row = 1; row <= n; row++) {
        set_name(s, row, 0, "동", row);
        set_figure(s, row, 1, amount(s));
        Cell *men = set_figure(s, row, 3, amount(s));
        Cell *women = set_figure(s, row, 4, men->value + between(s, -40, 90));
        set_figure(s, row, 2, men->value + women->value);
    }
    for (int col = 1; col < 5; col++)
        total_row(s, 0, 1, n, col);
    for (int row = 0; row <= n; row++) {
        Rule *r = add_rule(s, RULE_SUM, &s->cells[row][2]);
        add_part(r, &s->cells[row][3]);
        add_part(r, &s->cells[row][4]);
    }
}

/* 소계 of groups, 계 of halves, 총계 of all: three levels. */
static void shape_three_levels(Sheet *s)
{
    int row = 1, halves[2];
    g_strlcpy(s->heads[0], "부문", sizeof s->heads[0]);
    g_strlcpy(s->heads[1], "과", sizeof s->heads[1]);
    g_strlcpy(s->heads[2], "사업", sizeof s->heads[2]);
    g_strlcpy(s->heads[3], "예산", sizeof s->heads[3]);
    s->columns = 4;
    set_text(s, 0, 0, "총계");
    for (int h = 0; h < 2; h++) {
        int groups[3], n = between(s, 2, 3);
        halves[h] = row++;
        set_name(s, halves[h], 0, "부문", h);
        set_text(s, halves[h], 1, "계");
        for (int g = 0; g < n; g++) {
            int parts = between(s, 2, 3);
            groups[g] = row++;
            set_name(s, groups[g], 1, "과", g);
            set_text(s, groups[g], 2, "소계");
            for (int i = 0; i < parts; i++, row++) {
                set_name(s, row, 2, "사업", row);
                set_figure(s, row, 3, amount(s));
            }
            total_row(s, groups[g], groups[g] + 1, parts, 3);
        }
        sum_rows(s, halves[h], groups, n, 3);
    }
    sum_rows(s, 0, halves, 2, 3);
    s->rows = row;
}

/* 1인당: amounts by people, to two decimals. */
static void shape_per_head(Sheet *s)
{
    static const char *const heads[] = {"구", "인구", "예산", "1인당 예산"};
    s->rows = between(s, 5, 9);
    s->columns = 4;
    for (int col = 0; col < 4; col++)
        g_strlcpy(s->heads[col], heads[col], sizeof s->heads[col]);
    for (int row = 0; row < s->rows; row++) {
        set_name(s, row, 0, "구", row);
        Cell *people = set_figure(s, row, 1, between(s, 100, 900));
        Cell *money = set_figure(s, row, 2, amount(s) * 10);
        Cell *each =
            set_figure(s, row, 3, divide(money->value * 100, people->value));
        each->scale = 2;
        Rule *r = add_rule(s, RULE_QUOTIENT, each);
        add_part(r, money);
        add_part(r, people);
    }
}

/* Months and what has come together so far. */
static void shape_running(Sheet *s)
{
    int64_t sum = 0;
    s->rows = between(s, 6, 12);
    s->columns = 3;
    g_strlcpy(s->heads[0], "월", sizeof s->heads[0]);
    g_strlcpy(s->heads[1], "건수", sizeof s->heads[1]);
    g_strlcpy(s->heads[2], "누계", sizeof s->heads[2]);
    for (int row = 0; row < s->rows; row++) {
        g_snprintf(s->cells[row][0].text, 32, "%d월", row + 1);
        Cell *now = set_figure(s, row, 1, amount(s));
        sum += now->value;
        Rule *r = add_rule(s, RULE_SUM, set_figure(s, row, 2, sum));
        r->faint = true;
        add_part(r, now);
        if (row)
            add_part(r, &s->cells[row - 1][2]);
    }
}

static const struct Shape {
    const char *name;
    void (*fill)(Sheet *s);
} shapes[] = {
    {"total first", shape_total_first},
    {"total last column", shape_total_last_column},
    {"funds", shape_funds},
    {"subtotals", shape_subtotals},
    {"change", shape_change},
    {"head formula", shape_head_formula},
    {"quarters", shape_quarters},
    {"shares", shape_shares},
    {"rounded", shape_rounded},
    {"goals", shape_goals},
    {"people", shape_people},
    {"three levels", shape_three_levels},
    {"per head", shape_per_head},
    {"running", shape_running},
};

/* ---- one digit ---- */

/* Another digit at some place of some figure; never a zero at its head. */
static void change_digit(Sheet *s)
{
    Cell *c;
    do
        c = &s->cells[between(s, 0, s->rows - 1)]
                     [between(s, 1, s->columns - 1)];
    while (!c->figure || c->value == 0);
    int64_t v = c->value < 0 ? -c->value : c->value, place = 1;
    while (place * 10 <= v && g_rand_boolean(s->rand))
        place *= 10;
    int64_t digit = v / place % 10, other;
    do
        other = between(s, 0, 9);
    while (other == digit || (other == 0 && place * 10 > v && place > 1));
    v += (other - digit) * place;
    c->value = c->value < 0 ? -v : v;
}

static bool accused(const char *text)
{
    Run r = run_new();
    Table *t = table_of(&r, (TableSpec){0}, text);
    assert_non_null(t);
    bool yes = !table_agree(t, NULL, r.arena, r.diags);
    run_free(&r);
    return yes;
}

static void say(const char *what, const struct Shape *shape, const char *text)
{
    print_error("%s (%s):\n%s", what, shape->name, text);
}

/* Answers whether all is as it should be. */
static bool try_sheet(const struct Shape *shape, GRand *rand)
{
    Sheet s = {.rand = rand};
    shape->fill(&s);
    char *text = sheet_text(&s);
    assert_int_not_equal(sheet_broken(&s), 1);
    bool fine = !accused(text);
    if (!fine)
        say("honest, but accused", shape, text);
    g_free(text);
    change_digit(&s);
    text = sheet_text(&s);
    int broken = sheet_broken(&s);
    bool found = accused(text);
    if (broken >= 0 && found != broken) {
        say(found ? "within rounding, but accused" : "broken, but not found",
            shape, text);
        fine = false;
    }
    g_free(text);
    return fine;
}

static void one_digit_in_any_shape(void **state)
{
    enum { TIMES = 200 };
    GRand *rand = g_rand_new_with_seed(4);
    size_t failed = 0;
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        size_t before = failed;
        for (int k = 0; k < TIMES; k++)
            failed += !try_sheet(&shapes[i], rand);
        if (failed > before)
            print_error("%s: %zu of %d\n", shapes[i].name, failed - before,
                        TIMES);
    }
    g_rand_free(rand);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_digit_in_any_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
