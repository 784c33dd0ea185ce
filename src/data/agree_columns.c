/*
 * What a column may be: the sum of its neighbours, a share, a change, or what
 * its head states. Each reading is proposed here; claim.c believes or not.
 */
#include "data/agree_int.h"
#include "data/head.h"

#include <glib.h>

/* Readings grow with the square of the columns; wide tables keep to those
 * beside the first ones. */
enum { PARTNERS = 12, PARTS_SHORT = 12 };

static GArray *claims_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(Claim));
}

static bool judge(Agreement *g, GArray *claims, bool unclear)
{
    bool believed =
        claims->len > 0 &&
        claims_judge(g, &g_array_index(claims, Claim, 0), claims->len, unclear);
    g_array_free(claims, TRUE);
    return believed;
}

static Term operator(TermKind kind)
{
    return (Term){.kind = kind};
}

static const Decimal hundred = {100, 0};

/* Adds the reading `c` as it is, or times or through a hundred. */
static void propose_scaled(Claim c, TermKind kind, bool certain, GArray *claims)
{
    c.certain = certain;
    if (kind != TERM_COLUMN) {
        formula_push(&c.formula, term_number(hundred));
        formula_push(&c.formula, operator(kind));
    }
    g_array_append_val(claims, c);
}

/* A share: 0.643 where the column counts in percent, else that or 64.3. */
static void propose_quotient_of(Claim c, bool percent, GArray *claims)
{
    propose_scaled(c, TERM_COLUMN, c.certain, claims);
    if (!percent)
        propose_scaled(c, TERM_MULTIPLY, false, claims);
}

/* ---- totals ---- */

/* 합계(A) is 합계. */
static Str bare_name(const Agreement *g, size_t col)
{
    Str name = g->figures.columns[col].name;
    ptrdiff_t bracket = str_find(name, STR("("));
    return bracket > 0 ? str_sub(name, 0, (size_t)bracket) : name;
}

static bool is_total(const Agreement *g, size_t col)
{
    static const char *const odd[] = {"평균", "누계", NULL};
    Str name = bare_name(g, col);
    return head_is_total(name) && !name_has(name, odd);
}

/* 총사업비, 세입합계: perhaps. */
static bool may_be_total(const Agreement *g, size_t col)
{
    Str name = bare_name(g, col);
    return str_starts(name, STR("총")) || str_ends(name, STR("합계")) ||
           str_ends(name, STR("총계")) || str_ends(name, STR("소계"));
}

/* The columns from `col` on in one direction that can be its parts. */
static size_t find_parts(const Agreement *g, size_t col, int step,
                         uint32_t *parts)
{
    size_t n = 0;
    for (size_t at = col + (size_t)step; at < g->figures.ncolumns;
         at += (size_t)step) {
        if (g->figures.columns[at].empty)
            continue; /* 구비, of which there is none this year */
        if (!figures_alike(&g->figures, col, at))
            break;
        if (!is_total(g, at))
            parts[n++] = (uint32_t)at;
    }
    return n;
}

/* True when the parts are all the other amounts of the table. */
static bool are_all(const Agreement *g, size_t n)
{
    size_t additive = 0;
    for (size_t col = 0; col < g->figures.ncolumns; col++)
        additive += g->figures.columns[col].additive;
    return n + 1 == additive;
}

static void propose_sums(const Agreement *g, size_t col, int step,
                         GArray *claims)
{
    uint32_t *parts = ARENA_ARRAY(g->arena, uint32_t, g->figures.ncolumns);
    size_t all = find_parts(g, col, step, parts);
    for (size_t n = all; n >= 2; n--) {
        if (n < all && n > PARTS_SHORT)
            continue;
        Claim c = {.code = DIAG_TOTAL_COLUMN,
                   .target = col,
                   .digits = is_total(g, col) ? 2 : 4,
                   .certain = n == all && is_total(g, col) && are_all(g, n)};
        formula_push(&c.formula,
                     (Term){.kind = TERM_SUM, .cols = parts, .n = n});
        g_array_append_val(claims, c);
    }
}

static void judge_total(Agreement *g, size_t col)
{
    GArray *claims = claims_new();
    propose_sums(g, col, 1, claims);
    propose_sums(g, col, -1, claims);
    judge(g, claims, is_total(g, col));
}

/* ---- shares ---- */

/* left / right, in the way the target is written. */
static void propose_quotient(Term left, Term right, size_t target, bool percent,
                             size_t digits, GArray *claims)
{
    Claim c = {.code = DIAG_RATIO_COLUMN, .target = target, .digits = digits};
    formula_push(&c.formula, left);
    formula_push(&c.formula, right);
    formula_push(&c.formula, operator(TERM_DIVIDE));
    propose_quotient_of(c, percent, claims);
}

/* What one head, or one thing, has: left / right, as it is or in units that are
 * thousands apart: 천원 a head where the whole is in 백만원. */
static void propose_per_head(Term left, Term right, size_t target,
                             GArray *claims)
{
    static const int powers[] = {0, 3, 4, 6, 8};
    for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
        Claim c = {.code = DIAG_RATIO_COLUMN, .target = target, .digits = 6};
        Decimal scale;
        formula_push(&c.formula, left);
        formula_push(&c.formula, right);
        formula_push(&c.formula, operator(TERM_DIVIDE));
        decimal_shift((Decimal){1, 0}, powers[i], &scale);
        if (powers[i]) {
            formula_push(&c.formula, term_number(scale));
            formula_push(&c.formula, operator(TERM_MULTIPLY));
        }
        g_array_append_val(claims, c);
    }
}

static bool sum_of_rows(const Agreement *g, size_t col, Range *out)
{
    bool any = false;
    *out = (Range){DECIMAL_ZERO, DECIMAL_ZERO};
    for (size_t row = 0; row < g->figures.nrows; row++) {
        Range cell;
        if (table_is_total(g->table, row))
            continue;
        FigureKind kind = figure_range(&g->figures, row, col, &cell);
        if (kind == FIGURE_NONE)
            return false;
        any = any || kind == FIGURE_FINE;
        if (kind == FIGURE_FINE && !range_add(*out, cell, out))
            return false;
    }
    return any && decimal_sign(out->low) == decimal_sign(out->high);
}

/* The whole of which the cell of one row is a share: 36,074 is 48.3 % of … */
static bool whole_of_row(const Agreement *g, size_t share, size_t col,
                         size_t row, Range *out)
{
    Range part, ratio;
    return figure_range(&g->figures, row, col, &part) == FIGURE_FINE &&
           figure_range(&g->figures, row, share, &ratio) == FIGURE_FINE &&
           range_div(part, ratio, out) &&
           decimal_sign(out->low) == decimal_sign(out->high);
}

/* Shares of the total row, and of the sum of the rows. */
static void propose_shares(const Agreement *g, size_t share, size_t col,
                           GArray *claims)
{
    static const char *const sure[] = {"구성비", "비중", "점유율", NULL};
    const FigureColumn *c = &g->figures.columns[share];
    bool percent = c->percent;
    size_t digits = name_has(c->name, sure) ? 2 : 3;
    size_t grand = agree_grand_total(g->table);
    Term whole = {.kind = TERM_WHOLE};
    if (grand != SIZE_MAX &&
        figure_range(&g->figures, grand, col, &whole.range) == FIGURE_FINE)
        propose_quotient(term_column(col), whole, share, percent, digits,
                         claims);
    if (sum_of_rows(g, col, &whole.range))
        propose_quotient(term_column(col), whole, share, percent, digits,
                         claims);
}

/* Shares of the whole that some row implies: of a whole that the table does not
 * show, or that a wrong part has changed. */
static void propose_witnesses(const Agreement *g, size_t share, size_t col,
                              GArray *claims)
{
    enum { WITNESSES = 6 };
    Term whole = {.kind = TERM_WHOLE};
    for (size_t row = 0; row < WITNESSES && row < g->figures.nrows; row++)
        if (whole_of_row(g, share, col, row, &whole.range))
            propose_quotient(term_column(col), whole, share, true, 7, claims);
}

static size_t find_partners(const Agreement *g, size_t target, bool percents,
                            size_t *out)
{
    static const char *const changes[] = {"증감", "증가", "감소", "차이",
                                          "차액", "대비", NULL};
    size_t n = 0;
    for (size_t col = 0; col < g->figures.ncolumns && n < PARTNERS; col++) {
        const FigureColumn *c = &g->figures.columns[col];
        if (col != target && c->holds && !name_has(c->name, changes) &&
            (percents ? c->percent : c->additive))
            out[n++] = col;
    }
    return n;
}

/* A whole that stands in the table comes first: one that is implied by a share
 * is known only as finely as that, and hides small faults. */
static void judge_share(Agreement *g, size_t col)
{
    GArray *claims = claims_new();
    size_t partners[PARTNERS], n = find_partners(g, col, false, partners);
    for (size_t i = 0; i < n; i++) {
        propose_shares(g, col, partners[i], claims);
        for (size_t k = 0; k < n; k++)
            if (i != k)
                propose_quotient(term_column(partners[i]),
                                 term_column(partners[k]), col,
                                 g->figures.columns[col].percent, 4, claims);
    }
    if (judge(g, claims, false))
        return;
    claims = claims_new();
    for (size_t i = 0; i < n; i++)
        propose_witnesses(g, col, partners[i], claims);
    judge(g, claims, false);
}

/* 1인당 예산, 인구밀도: a quotient of two amounts. */
static void judge_per_head(Agreement *g, size_t col)
{
    GArray *claims = claims_new();
    size_t partners[PARTNERS], n = find_partners(g, col, false, partners);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++)
            if (i != k)
                propose_per_head(term_column(partners[i]),
                                 term_column(partners[k]), col, claims);
    judge(g, claims, false);
}

/* ---- running totals ---- */

/* 누계: what stands above and what is new here; it may begin anew, as with a
 * year. */
static void judge_running(Agreement *g, size_t col)
{
    GArray *claims = claims_new();
    size_t partners[PARTNERS], n = find_partners(g, col, false, partners);
    Formula *anew = ARENA_ARRAY(g->arena, Formula, n + 1);
    for (size_t i = 0; i < n; i++) {
        Claim c = {.code = DIAG_TOTAL_COLUMN, .target = col, .digits = 6};
        formula_push(&anew[i], term_column(partners[i]));
        formula_push(&c.formula,
                     (Term){.kind = TERM_ABOVE, .col = (uint32_t)col});
        formula_push(&c.formula, term_column(partners[i]));
        formula_push(&c.formula, operator(TERM_ADD));
        c.instead = &anew[i];
        g_array_append_val(claims, c);
    }
    judge(g, claims, false);
}

/* ---- changes ---- */

static Claim change_claim(size_t target, size_t new, size_t old)
{
    Claim c = {.code = DIAG_CHANGE_COLUMN, .target = target, .digits = 3};
    formula_push(&c.formula, term_column(new));
    formula_push(&c.formula, term_column(old));
    formula_push(&c.formula, operator(TERM_SUBTRACT));
    return c;
}

/* 2023년 and 2024년: the reading is certain when years say which is new. */
static bool is_later(const Agreement *g, size_t a, size_t b)
{
    Str new = g->figures.columns[a].name, old = g->figures.columns[b].name;
    return new.n >= 4 && old.n >= 4 && new.p[0] == '2' && old.p[0] == '2' &&
           str_cmp(new, old) > 0;
}

static void propose_change(const Agreement *g, size_t col, size_t new,
                           size_t old, bool certain, GArray *claims)
{
    Claim c = change_claim(col, new, old);
    c.certain = certain && is_later(g, new, old);
    g_array_append_val(claims, c);
}

static void propose_rate(const Agreement *g, size_t col, size_t new, size_t old,
                         bool certain, GArray *claims)
{
    Claim c = change_claim(col, new, old);
    bool percent = g->figures.columns[col].percent;
    formula_push(&c.formula, term_column(old));
    formula_push(&c.formula, operator(TERM_DIVIDE));
    c.certain = certain && percent && is_later(g, new, old);
    propose_quotient_of(c, percent, claims);
}

typedef void ProposePair(const Agreement *g, size_t col, size_t new, size_t old,
                         bool certain, GArray *claims);

static void propose_pairs(const Agreement *g, size_t col, bool percents,
                          ProposePair *propose, GArray *claims)
{
    size_t partners[PARTNERS], n = find_partners(g, col, percents, partners);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++)
            if (i != k)
                propose(g, col, partners[i], partners[k], n == 2, claims);
}

static bool is_rate(const Agreement *g, size_t col)
{
    static const char *const rates[] = {"률", "율", "비율", "%", NULL};
    const FigureColumn *c = &g->figures.columns[col];
    return c->percent || name_has(c->name, rates);
}

/* A change of shares is counted in points, a change of amounts in either. */
static void judge_change(Agreement *g, size_t col)
{
    GArray *claims = claims_new();
    if (is_rate(g, col)) {
        propose_pairs(g, col, false, propose_rate, claims);
        propose_pairs(g, col, true, propose_change, claims);
    } else {
        propose_pairs(g, col, false, propose_change, claims);
    }
    judge(g, claims, false);
}

/* ---- formulas in heads ---- */

static bool has_number(const Formula *f)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->terms[i].kind == TERM_NUMBER)
            return true;
    return false;
}

static bool has_quotient(const Formula *f)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->terms[i].kind == TERM_DIVIDE)
            return true;
    return false;
}

/* B/A and B/A*100 are written for the same share: 0.643, 64.3 or 64.3 %. */
static bool judge_head(Agreement *g, size_t col)
{
    Claim c = {.code = DIAG_HEAD_FORMULA, .target = col, .digits = 2};
    if (!formula_of_head(&g->figures, col, &c.formula))
        return false;
    GArray *claims = claims_new();
    bool percent = g->figures.columns[col].percent;
    bool times = has_number(&c.formula), quotient = has_quotient(&c.formula);
    bool up = quotient && !times && !percent, down = times && percent;
    propose_scaled(c, TERM_COLUMN, !up && !down, claims);
    if (quotient) {
        propose_scaled(c, TERM_MULTIPLY, up, claims);
        propose_scaled(c, TERM_DIVIDE, down, claims);
    }
    judge(g, claims, true);
    return true;
}

void agree_columns(Agreement *g)
{
    static const char *const changes[] = {"증감", "증가", "감소",
                                          "차액", "대비", NULL};
    static const char *const shares[] = {"률",     "율",   "비율",
                                         "구성비", "비중", NULL};
    static const char *const running[] = {"누계", "누적", NULL};
    static const char *const per_head[] = {"인당", "명당", "구당", "대당",
                                           "건당", "곳당", "밀도", NULL};
    for (size_t col = 0; col < g->figures.ncolumns; col++) {
        const FigureColumn *c = &g->figures.columns[col];
        if (!c->holds || judge_head(g, col))
            continue;
        if (name_has(c->name, running))
            judge_running(g, col);
        else if (name_has(c->name, per_head))
            judge_per_head(g, col);
        else if (name_has(c->name, changes))
            judge_change(g, col);
        else if (c->percent || name_has(c->name, shares))
            judge_share(g, col);
        else if (c->additive && (is_total(g, col) || may_be_total(g, col)))
            judge_total(g, col);
    }
}
