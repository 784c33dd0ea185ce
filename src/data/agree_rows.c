/*
 * Total rows. Which rows a 소계 or 합계 adds up is not said: those above it or
 * below, up to the next total or to the next of its name, those that share its
 * labels, or all. The total rows of one name in one column are read together:
 * the extent that most of their cells bear out is theirs.
 */
#include "data/agree_int.h"
#include "data/head.h"
#include "data/number.h"

#include <glib.h>

/* Rows [from, to): those that are no totals, or the 소계 among them. */
typedef struct Extent {
    size_t from, to;
    bool subtotals;
} Extent;

typedef enum ExtentKind {
    EXTENT_ALL,
    EXTENT_ABOVE, /* up to the total row above */
    EXTENT_BELOW,
    EXTENT_LABELS,     /* the same labels to the left */
    EXTENT_ABOVE_NAME, /* up to the total row of the same name */
    EXTENT_BELOW_NAME,
    EXTENT_SUBTOTALS, /* the other total rows */
    EXTENT_KINDS
} ExtentKind;

/* A total row: its word, and the column where that stands. */
typedef struct Total {
    size_t row, col;
    Str word;
} Total;

Str agree_total_word(const Table *t, size_t row, size_t *col)
{
    for (*col = 0; *col < table_columns(t); (*col)++) {
        Str text = table_text(t, row, *col);
        if (head_is_total(text))
            return text;
    }
    return STR("");
}

static bool is_word(Str word, const char *name)
{
    return head_matches(word, str_of(name));
}

/* Totals that are sums of rows: not 평균, and not 누계, which begins before the
 * table. */
static bool is_sum(Str word)
{
    return word.n && !is_word(word, "평균") && !is_word(word, "누계");
}

size_t agree_grand_total(const Table *t)
{
    size_t found = SIZE_MAX, col;
    for (size_t row = 0; row < table_rows(t); row++) {
        if (!table_is_total(t, row))
            continue;
        Str word = agree_total_word(t, row, &col);
        if (!is_sum(word) || is_word(word, "소계"))
            continue;
        if (found != SIZE_MAX)
            return SIZE_MAX;
        found = row;
    }
    return found;
}

/* ---- extents ---- */

static bool has_word(const Table *t, size_t row, const Total *as)
{
    size_t col;
    return table_is_total(t, row) &&
           head_matches(agree_total_word(t, row, &col), as->word);
}

static bool stops(const Table *t, size_t row, const Total *total, bool by_name)
{
    return by_name ? has_word(t, row, total) : table_is_total(t, row);
}

static Extent above(const Table *t, const Total *total, bool by_name)
{
    size_t from = total->row;
    while (from > 0 && !stops(t, from - 1, total, by_name))
        from--;
    return (Extent){from, total->row, false};
}

static Extent below(const Table *t, const Total *total, bool by_name)
{
    size_t to = total->row + 1;
    while (to < table_rows(t) && !stops(t, to, total, by_name))
        to++;
    return (Extent){total->row + 1, to, false};
}

/* Blank labels repeat the one above, as merged cells come out. */
static bool shares_labels(const Table *t, size_t upper, size_t lower,
                          size_t labels)
{
    for (size_t col = 0; col < labels; col++) {
        Str here = table_text(t, lower, col);
        if (here.n && !str_eq(here, table_text(t, upper, col)))
            return false;
    }
    return true;
}

static Extent labelled(const Table *t, const Total *total)
{
    size_t from = total->row, to = total->row + 1;
    while (from > 0 && shares_labels(t, from - 1, from, total->col))
        from--;
    while (to < table_rows(t) && shares_labels(t, to - 1, to, total->col))
        to++;
    return (Extent){from, to, false};
}

static Extent extent_of(const Table *t, const Total *total, ExtentKind kind)
{
    Extent all = {0, table_rows(t), kind == EXTENT_SUBTOTALS};
    switch (kind) {
    case EXTENT_ABOVE:
    case EXTENT_ABOVE_NAME:
        return above(t, total, kind == EXTENT_ABOVE_NAME);
    case EXTENT_BELOW:
    case EXTENT_BELOW_NAME:
        return below(t, total, kind == EXTENT_BELOW_NAME);
    case EXTENT_LABELS:
        return labelled(t, total);
    default:
        return all;
    }
}

static bool is_part(const Table *t, const Extent *e, size_t row)
{
    size_t col;
    if (!e->subtotals)
        return !table_is_total(t, row);
    return table_is_total(t, row) &&
           is_word(agree_total_word(t, row, &col), "소계");
}

static bool sum_extent(const Agreement *g, const Extent *e, size_t col,
                       FigureWidth width, Range *out)
{
    Figures figures = g->figures;
    size_t parts = 0;
    figures.width = width;
    *out = (Range){DECIMAL_ZERO, DECIMAL_ZERO};
    for (size_t row = e->from; row < e->to; row++) {
        Range cell;
        if (!is_part(g->table, e, row))
            continue;
        FigureKind kind = figure_range(&figures, row, col, &cell);
        if (kind == FIGURE_NONE)
            return false;
        parts += kind == FIGURE_FINE;
        if (kind == FIGURE_FINE && !range_add(*out, cell, out))
            return false;
    }
    return parts > 0;
}

/* ---- one cell of a total row ---- */

typedef struct Compared {
    Decimal written;
    Range expected; /* exactly */
    bool meets, wide;
} Compared;

static bool meets_under(const Agreement *g, const Extent *e, size_t row,
                        size_t col, FigureWidth width, bool *meets)
{
    Figures figures = g->figures;
    Range written, sum;
    figures.width = width;
    if (figure_range(&figures, row, col, &written) != FIGURE_FINE ||
        !sum_extent(g, e, col, width, &sum))
        return false;
    *meets = range_meets(written, sum);
    return true;
}

/* False when nothing can be said: no figure, or a dash, which may mean that
 * this column has no total. */
static bool compare(const Agreement *g, const Extent *e, size_t row, size_t col,
                    Compared *out)
{
    if (figure_value(&g->figures, row, col, &out->written) != FIGURE_FINE ||
        !meets_under(g, e, row, col, WIDTH_WRITTEN, &out->meets) ||
        !meets_under(g, e, row, col, WIDTH_ROUNDED, &out->wide) ||
        !sum_extent(g, e, col, WIDTH_NONE, &out->expected))
        return false;
    Str text = table_text(g->table, row, col);
    bool dash = decimal_sign(out->written) == 0 && text.p[0] != '0';
    return !dash || out->wide;
}

/* ---- total rows of one name ---- */

typedef struct Pool {
    const Total *totals;
    size_t n;
    const Total *all; /* every total row of the table, as sorted */
    size_t nall;
} Pool;

static Tally test_pool(const Agreement *g, Pool pool, ExtentKind kind)
{
    Tally t = {0};
    for (size_t i = 0; i < pool.n; i++) {
        Extent e = extent_of(g->table, &pool.totals[i], kind);
        for (size_t col = 0; col < g->figures.ncolumns; col++) {
            Compared c;
            if (g->figures.columns[col].additive &&
                compare(g, &e, pool.totals[i].row, col, &c))
                tally_add(&t, c.written, c.meets, c.wide);
        }
    }
    return t;
}

/* "가 3, 나 4": the rows added up. */
static Str extent_cells(const Agreement *g, const Extent *e, size_t col)
{
    enum { SHOWN = 12 };
    Str out = STR("");
    size_t shown = 0;
    for (size_t row = e->from; row < e->to && shown < SHOWN; row++) {
        if (!is_part(g->table, e, row))
            continue;
        Str name = table_text(g->table, row, table_key_column(g->table));
        Str text = table_text(g->table, row, col);
        out =
            str_printf(g->arena, STR_FMT "%s" STR_FMT " " STR_FMT, STR_ARG(out),
                       shown++ ? ", " : "", STR_ARG(name), STR_ARG(text));
    }
    return shown == SHOWN ? str_printf(g->arena, STR_FMT " …", STR_ARG(out))
                          : out;
}

static void report_total(Agreement *g, const Total *total, ExtentKind kind)
{
    Extent e = extent_of(g->table, total, kind);
    for (size_t col = 0; col < g->figures.ncolumns; col++) {
        Compared c;
        if (!g->figures.columns[col].additive ||
            !compare(g, &e, total->row, col, &c) || c.meets)
            continue;
        finding_report(g, DIAG_TOTAL_ROW, total->row, col, c.written,
                       c.expected, extent_cells(g, &e, col));
    }
}

/* A cell that rounding alone explains, and how many there are of them. */
typedef struct Near {
    size_t row, col, n;
    Compared cell;
} Near;

static void count_near(const Agreement *g, const Total *total, ExtentKind kind,
                       Near *near)
{
    Extent e = extent_of(g->table, total, kind);
    for (size_t col = 0; col < g->figures.ncolumns; col++) {
        Compared c;
        if (!g->figures.columns[col].additive ||
            !compare(g, &e, total->row, col, &c) || !c.meets ||
            decimal_cmp(c.written, c.expected.low) == 0)
            continue;
        if (near->n++ == 0)
            *near = (Near){total->row, col, 1, c};
    }
}

/* K-100: within the bounds of rounding a note, not silence: 2,001 over 1,200 and
 * 800 may as well be a slip. */
static void report_near(const Agreement *g, const Near *near)
{
    if (near->n == 0)
        return;
    Decimal sum = near->cell.expected.low;
    diag(g->diags, DIAG_TOTAL_NEAR, table_pos(g->table, near->row, near->col),
         diag_str(g->diags, table_text(g->table, near->row, near->col)),
         diag_str(g->diags, decimal_format(sum, true, g->arena)),
         diag_arg(g->diags, "%zu", near->n));
}

static void report_rounding(Agreement *g, const Total *total, size_t misses)
{
    diag(g->diags, DIAG_TOTAL_ROUNDED,
         table_pos(g->table, total->row, total->col),
         diag_str(g->diags, total->word), diag_arg(g->diags, "%zu", misses));
}

/* ---- which reading holds ---- */

/* Subtotals do not add up subtotals; nor do many rows each add up all. */
static bool may_extend(Pool pool, ExtentKind kind)
{
    enum { MANY = 50 };
    if (kind == EXTENT_SUBTOTALS && is_word(pool.totals[0].word, "소계"))
        return false;
    return pool.n <= MANY || (kind != EXTENT_ALL && kind != EXTENT_SUBTOTALS);
}

/* The extent that most cells bear out; EXTENT_KINDS when none is believed. */
static ExtentKind best_extent(const Agreement *g, Pool pool, Tally *most)
{
    ExtentKind best = EXTENT_KINDS;
    *most = (Tally){0};
    for (ExtentKind kind = EXTENT_ALL; kind < EXTENT_KINDS; kind++) {
        if (!may_extend(pool, kind))
            continue;
        Tally t = test_pool(g, pool, kind);
        if (tally_believed(&t, 1) && t.met > most->met) {
            best = kind;
            *most = t;
        }
    }
    return best;
}

/* The total rows of the name of all[from]. */
static Pool pool_from(const Total *all, size_t nall, size_t from)
{
    size_t to = from + 1;
    while (to < nall && all[to].col == all[from].col &&
           head_matches(all[to].word, all[from].word))
        to++;
    return (Pool){&all[from], to - from, all, nall};
}

/* True when the other total rows of the table add up without a miss. */
static bool others_add_up(const Agreement *g, Pool pool)
{
    Tally most;
    for (size_t at = 0; at < pool.nall;) {
        Pool other = pool_from(pool.all, pool.nall, at);
        at += other.n;
        if (other.totals != pool.totals &&
            (best_extent(g, other, &most) == EXTENT_KINDS || most.misses))
            return false;
    }
    return true;
}

/* The only total row of a table but for subtotals, with one figure, can only be
 * the sum of all the others; so can one of its name that stands first or last,
 * where all others add up. */
static bool is_certain(const Agreement *g, Pool pool, const Tally *t)
{
    size_t others = 0, row = pool.totals[0].row;
    for (size_t i = 0; i < pool.nall; i++)
        others += !is_word(pool.all[i].word, "소계");
    bool alone = others == !is_word(pool.totals[0].word, "소계");
    bool edge = row == 0 || row + 1 == g->figures.nrows;
    return pool.n == 1 && t->tested == 1 &&
           (alone || (edge && others_add_up(g, pool)));
}

/* ---- claimed counts ---- */

/* A word column in which this cell alone is a number: 계, 23개. */
static bool claims_count(const Agreement *g, size_t row, size_t col, Number *n)
{
    Number other;
    Str text = table_text(g->table, row, col);
    if (g->figures.columns[col].holds || number_read(text, n) != NUMBER_FINE ||
        n->counter.n == 0 || decimal_trim(n->value).scale > 0)
        return false;
    for (size_t i = 0; i < g->figures.nrows; i++)
        if (!table_is_total(g->table, i) &&
            number_read(table_text(g->table, i, col), &other) == NUMBER_FINE)
            return false;
    return true;
}

/* Rows of the extent, and those with something in the column. */
static void count_rows(const Agreement *g, const Extent *e, size_t col,
                       int64_t *rows, int64_t *filled)
{
    *rows = *filled = 0;
    for (size_t row = e->from; row < e->to; row++) {
        if (!is_part(g->table, e, row))
            continue;
        (*rows)++;
        *filled += table_text(g->table, row, col).n > 0;
    }
}

static void check_counts(Agreement *g, const Total *total, ExtentKind kind)
{
    Extent e = extent_of(g->table, total, kind);
    for (size_t col = 0; col < g->figures.ncolumns; col++) {
        Number n;
        int64_t rows, filled;
        if (!claims_count(g, total->row, col, &n))
            continue;
        count_rows(g, &e, col, &rows, &filled);
        if (decimal_cmp(n.value, decimal_from_int(rows)) == 0 ||
            decimal_cmp(n.value, decimal_from_int(filled)) == 0)
            continue;
        Pos pos = table_pos(g->table, total->row, col);
        if (!waivers_allow(g->waivers, DIAG_ROW_COUNT, table_name(g->table),
                           total->word, table_column(g->table, col)->name, pos,
                           g->diags))
            diag(g->diags, DIAG_ROW_COUNT, pos,
                 diag_str(g->diags, table_text(g->table, total->row, col)),
                 diag_arg(g->diags, "%lld", (long long)filled));
    }
}

/* ---- judging ---- */

static void judge_pool(Agreement *g, Pool pool)
{
    Tally most, all = test_pool(g, pool, EXTENT_ALL);
    ExtentKind best = best_extent(g, pool, &most);
    if (best == EXTENT_KINDS && is_certain(g, pool, &all)) {
        best = EXTENT_ALL;
        most = all;
    }
    if (best == EXTENT_KINDS && all.tested)
        diag(g->diags, DIAG_TOTAL_UNCLEAR,
             table_pos(g->table, pool.totals[0].row, pool.totals[0].col),
             diag_str(g->diags, pool.totals[0].word));
    if (best == EXTENT_KINDS && all.tested)
        return;
    if (tally_is_rounding(&most))
        report_rounding(g, &pool.totals[0], most.misses);
    Near near = {0};
    for (size_t i = 0; i < pool.n; i++) {
        if (best != EXTENT_KINDS && !tally_is_rounding(&most)) {
            report_total(g, &pool.totals[i], best);
            count_near(g, &pool.totals[i], best, &near);
        }
        check_counts(g, &pool.totals[i],
                     best == EXTENT_KINDS ? EXTENT_LABELS : best);
    }
    report_near(g, &near);
}

/* The totals of one name in one column stand together after this. */
static gint by_name(gconstpointer a, gconstpointer b)
{
    const Total *left = a, *right = b;
    if (left->col != right->col)
        return left->col < right->col ? -1 : 1;
    if (!head_matches(left->word, right->word))
        return str_cmp(left->word, right->word);
    return left->row < right->row ? -1 : left->row > right->row;
}

static GArray *find_totals(const Table *t)
{
    GArray *totals = g_array_new(FALSE, FALSE, sizeof(Total));
    for (size_t row = 0; row < table_rows(t); row++) {
        Total total = {.row = row};
        if (!table_is_total(t, row))
            continue;
        total.word = agree_total_word(t, row, &total.col);
        if (is_sum(total.word))
            g_array_append_val(totals, total);
    }
    g_array_sort(totals, by_name);
    return totals;
}

void agree_rows(Agreement *g)
{
    GArray *totals = find_totals(g->table);
    const Total *list = (const Total *)(void *)totals->data;
    for (size_t from = 0; from < totals->len;) {
        Pool pool = pool_from(list, totals->len, from);
        judge_pool(g, pool);
        from += pool.n;
    }
    g_array_free(totals, TRUE);
}
