/*
 * What a column may be: the sum of its neighbours, a change, what its head
 * states, or a share (agree_shares.c). Each reading is proposed here; claim.c
 * believes or not.
 */
#include "data/head.h"
#include "data/propose.h"

/* Of more columns than these, only all together are tried as parts. */
enum { PARTS_SHORT = 12 };

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
    GArray *claims = propose_new();
    propose_sums(g, col, 1, claims);
    propose_sums(g, col, -1, claims);
    propose_judge(g, claims, is_total(g, col));
}

/* ---- changes ---- */

static Claim change_claim(size_t target, size_t new, size_t old)
{
    Claim c = {.code = DIAG_CHANGE_COLUMN, .target = target, .digits = 3};
    formula_push(&c.formula, term_column(new));
    formula_push(&c.formula, term_column(old));
    formula_push(&c.formula, term_operator(TERM_SUBTRACT));
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
    formula_push(&c.formula, term_operator(TERM_DIVIDE));
    c.certain = certain && percent && is_later(g, new, old);
    propose_ratio(c, percent, claims);
}

typedef void ProposePair(const Agreement *g, size_t col, size_t new, size_t old,
                         bool certain, GArray *claims);

static void propose_pairs(const Agreement *g, size_t col, bool percents,
                          ProposePair *propose, GArray *claims)
{
    size_t partners[PARTNERS], n = propose_partners(g, col, percents, partners);
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
    GArray *claims = propose_new();
    if (is_rate(g, col)) {
        propose_pairs(g, col, false, propose_rate, claims);
        propose_pairs(g, col, true, propose_change, claims);
    } else {
        propose_pairs(g, col, false, propose_change, claims);
    }
    propose_judge(g, claims, false);
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
    GArray *claims = propose_new();
    bool percent = g->figures.columns[col].percent;
    bool times = has_number(&c.formula), quotient = has_quotient(&c.formula);
    bool up = quotient && !times && !percent, down = times && percent;
    propose_scaled(c, TERM_COLUMN, !up && !down, claims);
    if (quotient) {
        propose_scaled(c, TERM_MULTIPLY, up, claims);
        propose_scaled(c, TERM_DIVIDE, down, claims);
    }
    propose_judge(g, claims, true);
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
            agree_running(g, col);
        else if (name_has(c->name, per_head))
            agree_per_head(g, col);
        else if (name_has(c->name, changes))
            judge_change(g, col);
        else if (c->percent || name_has(c->name, shares))
            agree_share(g, col);
        else if (c->additive && (is_total(g, col) || may_be_total(g, col)))
            judge_total(g, col);
    }
}
