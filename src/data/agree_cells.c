/*
 * Cells that stand out among those of their column: a date out of order, a
 * weekday that is another, a figure of the wrong size (K-103).
 */
#include "data/agree_int.h"
#include "data/date.h"

/* ---- weekdays ---- */

/* 월 or 월요일 → 1; 0 when it is no weekday. */
static int weekday_of(Str s)
{
    static const char *const names[] = {"월", "화", "수", "목",
                                        "금", "토", "일"};
    for (int i = 0; i < 7; i++)
        if (str_eq_c(s, names[i]) || (str_starts(s, str_of(names[i])) &&
                                      str_ends(s, STR("요일")) && s.n == 9))
            return i + 1;
    return 0;
}

static size_t nearest_dates(const Table *t, size_t col)
{
    for (size_t at = col; at-- > 0;)
        if (table_column(t, at)->type == TYPE_DATE)
            return at;
    return SIZE_MAX;
}

static void check_weekday(Agreement *g, size_t row, size_t dates, size_t col)
{
    static const char *const names[] = {"",   "월", "화", "수",
                                        "목", "금", "토", "일"};
    Value v = table_value(g->table, row, dates);
    Str text = table_text(g->table, row, col);
    int said = weekday_of(text);
    int is = v.kind == VALUE_DATE ? date_weekday(v.date) : 0;
    Pos pos = table_pos(g->table, row, col);
    if (!said || !is || said == is ||
        finding_waived(g, DIAG_WEEKDAY_COLUMN, row, col))
        return;
    diag(g->diags, DIAG_WEEKDAY_COLUMN, pos, diag_str(g->diags, text),
         diag_str(g->diags, date_iso(v.date, g->arena)), names[is]);
}

static void check_weekdays(Agreement *g, size_t col)
{
    size_t dates = nearest_dates(g->table, col);
    for (size_t row = 0; dates != SIZE_MAX && row < g->figures.nrows; row++)
        check_weekday(g, row, dates, col);
}

/* ---- order of dates ---- */

/* The dates of a column without gaps. */
typedef struct DateRow {
    Date date;
    size_t row;
} DateRow;

static size_t gather_dates(const Agreement *g, size_t col, DateRow *out)
{
    size_t n = 0;
    for (size_t row = 0; row < g->figures.nrows; row++) {
        Value v = table_value(g->table, row, col);
        if (v.kind == VALUE_DATE)
            out[n++] = (DateRow){v.date, row};
    }
    return n;
}

/* Steps that go the wrong way, at most two counted. */
static size_t wrong_steps(const DateRow *d, size_t n, int way, size_t *at)
{
    size_t wrong = 0;
    for (size_t i = 1; i < n && wrong < 2; i++)
        if (date_cmp(d[i - 1].date, d[i].date) * way > 0) {
            *at = i;
            wrong++;
        }
    return wrong;
}

/* Of the two dates around a wrong step, the one without which all is well. */
static size_t odd_one(const DateRow *d, size_t n, int way, size_t at)
{
    bool without_before =
        at < 2 || date_cmp(d[at - 2].date, d[at].date) * way <= 0;
    bool without_after =
        at + 1 == n || date_cmp(d[at - 1].date, d[at + 1].date) * way <= 0;
    return without_after ? at : without_before ? at - 1 : SIZE_MAX;
}

/* One date alone breaks the order of many; fewer may stand so by chance. */
static void check_order(Agreement *g, size_t col)
{
    enum { MANY = 8 };
    DateRow *dates = ARENA_ARRAY(g->arena, DateRow, g->figures.nrows);
    size_t n = gather_dates(g, col, dates);
    for (int way = 1; n >= MANY && way >= -1; way -= 2) {
        size_t at = 0, odd;
        if (wrong_steps(dates, n, way, &at) != 1 ||
            (odd = odd_one(dates, n, way, at)) == SIZE_MAX)
            continue;
        if (finding_waived(g, DIAG_DATE_ORDER, dates[odd].row, col))
            return;
        size_t before = odd ? odd - 1 : odd + 1;
        diag(g->diags, DIAG_DATE_ORDER,
             table_pos(g->table, dates[odd].row, col),
             diag_str(g->diags, date_iso(dates[odd].date, g->arena)),
             diag_str(g->diags, date_iso(dates[before].date, g->arena)));
        return;
    }
}

/* ---- sizes ---- */

static void report_size(Agreement *g, size_t row, size_t col, Decimal meant)
{
    if (finding_waived(g, DIAG_MAGNITUDE, row, col))
        return;
    diag(g->diags, DIAG_MAGNITUDE, table_pos(g->table, row, col),
         diag_str(g->diags, table_text(g->table, row, col)),
         diag_str(g->diags, decimal_format(meant, true, g->arena)));
}

/* The only fraction, with three digits, among whole numbers of that size. */
static void check_fraction(Agreement *g, size_t col)
{
    enum { MANY = 3 };
    size_t odd = SIZE_MAX, fractions = 0, large = 0;
    Decimal value = DECIMAL_ZERO, v;
    for (size_t row = 0; row < g->figures.nrows; row++) {
        if (figure_value(&g->figures, row, col, &v) != FIGURE_FINE)
            continue;
        large += v.scale == 0 &&
                 decimal_cmp(decimal_abs(v), decimal_from_int(1000)) >= 0;
        if (v.scale == 0)
            continue;
        fractions++;
        odd = row;
        value = v;
    }
    if (fractions != 1 || value.scale != 3 || large < MANY)
        return;
    report_size(g, odd, col, (Decimal){value.coef, 0});
}

/* The largest figure of the rows that are no totals, and the next. */
typedef struct Largest {
    Decimal first, second;
    size_t row, n;
} Largest;

static Largest find_largest(const Agreement *g, size_t col)
{
    Largest l = {DECIMAL_ZERO, DECIMAL_ZERO, 0, 0};
    for (size_t row = 0; row < g->figures.nrows; row++) {
        Decimal v;
        if (table_is_total(g->table, row) ||
            figure_value(&g->figures, row, col, &v) != FIGURE_FINE)
            continue;
        v = decimal_abs(v);
        l.n++;
        if (decimal_cmp(v, l.first) > 0) {
            l.second = l.first;
            l.first = v;
            l.row = row;
        } else if (decimal_cmp(v, l.second) > 0) {
            l.second = v;
        }
    }
    return l;
}

/* A thousand times its neighbours, and one of them when divided by it. */
static void check_thousandfold(Agreement *g, size_t col)
{
    enum { MANY = 4, OUTLIER = 500 };
    Largest l = find_largest(g, col);
    Decimal outlying, meant;
    if (l.n < MANY || decimal_sign(l.second) == 0 ||
        !decimal_mul(l.second, decimal_from_int(OUTLIER), &outlying) ||
        decimal_cmp(l.first, outlying) < 0 ||
        !decimal_shift(l.first, -3, &meant))
        return;
    if (decimal_round(meant, 0, ROUND_HALF_AWAY, &meant))
        report_size(g, l.row, col, meant);
}

void agree_cells(Agreement *g)
{
    for (size_t col = 0; col < g->figures.ncolumns; col++) {
        const FigureColumn *c = &g->figures.columns[col];
        if (str_eq_c(c->name, "요일"))
            check_weekdays(g, col);
        if (table_column(g->table, col)->type == TYPE_DATE)
            check_order(g, col);
        if (!c->additive)
            continue;
        check_fraction(g, col);
        check_thousandfold(g, col);
    }
}
