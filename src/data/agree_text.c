#include "data/agree_text.h"
#include "data/statement.h"

/* A typed figure in its sentence. */
typedef struct Typed {
    const Quantity *quantity;
    Statement statement;
    Str after; /* what follows the figure, trimmed: its counter first */
    Pos pos;
} Typed;

/* The facts a figure may state, as far as they are told apart. */
typedef struct Candidates {
    size_t n;         /* that are named and count the same */
    const Fact *slip; /* one that a slip of the hand explains */
    const Fact *only; /* the first, the only one when n is 1 */
    bool met;
} Candidates;

/* ---- what a figure counts ---- */

/* What follows the counter of the fact; false when something else is counted:
 * 명 but not 명품. */
static bool counts_same(const Typed *t, const Fact *f, Str *rest)
{
    if (!str_starts(t->after, f->counter))
        return false;
    *rest = str_sub(t->after, f->counter.n, t->after.n - f->counter.n);
    bool points = rest->n && (rest->p[0] == 'p' || rest->p[0] == 'P' ||
                              str_starts(*rest, STR("포인트")));
    return !points;
}

/* The figure in the scale of facts: 64.3 before % is 0.643. */
static bool scaled_as(const Fact *f, const Quantity *q, Quantity *out)
{
    *out = *q;
    if (!str_eq_c(f->counter, "%"))
        return true;
    out->place = q->place - 2;
    return decimal_shift(q->value, -2, &out->value) &&
           decimal_shift(q->range.low, -2, &out->range.low) &&
           decimal_shift(q->range.high, -2, &out->range.high);
}

/* ---- what it speaks of ---- */

/* The year that a name holds, 0 when it holds none: 2023년 예산. */
static int year_in(Str name)
{
    for (size_t at = 0; at + 4 <= name.n; at++) {
        const char *p = name.p + at;
        bool year =
            (p[0] == '1' && p[1] == '9') || (p[0] == '2' && p[1] == '0');
        if (year && p[2] >= '0' && p[2] <= '9' && p[3] >= '0' && p[3] <= '9')
            return (p[0] - '0') * 1000 + (p[1] - '0') * 100 +
                   (p[2] - '0') * 10 + (p[3] - '0');
    }
    return 0;
}

/* A year in the sentence, or in the bracket after the figure, is that of the
 * fact, or that of the document. */
static bool year_suits(const TextAgreement *g, const Typed *t, const Fact *f,
                       Str rest)
{
    int of = year_in(f->column_name);
    int year =
        t->statement.year ? t->statement.year : statement_year_after(rest);
    if (of == 0)
        of = year_in(f->row_name);
    if (year == 0 || of != 0)
        return year == 0 || year == of;
    return year == g->years[0] || year == g->years[1];
}

static bool is_named(const Typed *t, const Fact *f)
{
    const Statement *s = &t->statement;
    Str column = f->plain_name ? STR("") : f->column_name;
    if (s->nnames == 0)
        return s->total && f->kind == FACT_TOTAL;
    for (size_t i = 0; i < s->nnames; i++)
        if (f->kind == FACT_TOTAL
                ? statement_names(s->names[i], column, STR(""))
                : !s->total &&
                      statement_names(s->names[i], f->row_name, column))
            return true;
    return s->total && !s->own && f->kind == FACT_TOTAL;
}

/* One of a column that alone is named: 사업비 120억 원 is that of the job the
 * text is about, or of all. */
static bool is_in_named_column(const Typed *t, const Fact *f)
{
    const Statement *s = &t->statement;
    if (f->kind != FACT_CELL || f->plain_name || s->total)
        return false;
    for (size_t i = 0; i < s->nnames; i++)
        if (statement_names(s->names[i], f->column_name, STR("")))
            return true;
    return false;
}

/* ---- judging ---- */

static void consider(const TextAgreement *g, const Typed *t, const Fact *f,
                     Candidates *c)
{
    Quantity q;
    Str rest;
    if (!counts_same(t, f, &rest) || !scaled_as(f, t->quantity, &q) ||
        !year_suits(g, t, f, rest))
        return;
    bool named = is_named(t, f);
    if (named || is_in_named_column(t, f))
        c->met = c->met || range_meets(q.range, f->range);
    if (!named)
        return;
    c->only = c->n++ ? c->only : f;
    if (!c->slip && quantity_slip(&q, f->value) != SLIP_NONE)
        c->slip = f;
}

/* Of the same size, give or take: 1,500 for 1,442, but not 50 for 1,442. */
static bool is_comparable(const Typed *t, const Fact *f)
{
    Quantity q;
    Decimal typed, real, twice;
    if (!scaled_as(f, t->quantity, &q))
        return false;
    typed = decimal_abs(q.value);
    real = decimal_abs(f->value);
    if (decimal_cmp(typed, real) > 0) {
        Decimal other = typed;
        typed = real;
        real = other;
    }
    return decimal_add(typed, typed, &twice) && decimal_cmp(twice, real) >= 0;
}

static bool is_waived(TextAgreement *g, DiagCode code, const Fact *f, Pos pos)
{
    Str row = f->row == SIZE_MAX
                  ? STR("합계")
                  : table_text(f->table, f->row, table_key_column(f->table));
    return waivers_allow(g->waivers, code, table_name(f->table), row,
                         table_column(f->table, f->col)->name, pos, g->diags);
}

static void report(TextAgreement *g, DiagCode code, const Typed *t, Str text,
                   const Fact *f)
{
    const Quantity *q = t->quantity;
    size_t end = (size_t)(t->after.p - text.p) + f->counter.n;
    Str typed = str_sub(text, q->from, end - q->from);
    if (is_waived(g, code, f, t->pos))
        return;
    diag(g->diags, code, t->pos, diag_str(g->diags, typed),
         diag_str(g->diags, fact_shown(f, g->arena)),
         diag_str(g->diags, fact_place(f, g->arena)));
}

/* The words name a fact: nothing else is spoken of. */
static void judge_named(TextAgreement *g, const Typed *t, Str text,
                        const Candidates *c)
{
    enum { EVIDENCE = 3 };
    Str rest = STR("");
    const Fact *f = c->slip ? c->slip : c->only;
    bool close = c->slip && t->quantity->digits >= EVIDENCE;
    bool unnamed = t->statement.total && !t->statement.own;
    bool whole = f->kind != FACT_TOTAL || t->statement.total;
    bool alone = c->n == 1 && !unnamed && whole && is_comparable(t, f);
    counts_same(t, f, &rest);
    if (statement_ends(rest) && (close || alone))
        report(g, DIAG_TEXT_FIGURE, t, text, f);
    else if (close && !statement_aims(rest))
        report(g, DIAG_TEXT_NEAR, t, text, f);
}

/* ---- figures without a name ---- */

/* How many figures a random one of `digits` digits would have to be held
 * against before one comes within a slip of it by chance: less than one in a
 * hundred is no chance. */
static bool is_no_chance(size_t digits, size_t nfacts)
{
    enum { SLIPS = 10, RARE = 100 };
    size_t all = 9;
    for (size_t i = 1; i < digits && i < 12; i++)
        all *= 10;
    return nfacts * digits * SLIPS * RARE < all;
}

static void judge_unnamed(TextAgreement *g, const Typed *t, Str text)
{
    const Fact *near = NULL;
    size_t n = 0;
    for (size_t i = 0; i < g->facts.n; i++) {
        const Fact *f = &g->facts.list[i];
        Quantity q;
        Str rest;
        if (!counts_same(t, f, &rest) || !scaled_as(f, t->quantity, &q))
            continue;
        n++;
        if (range_meets(q.range, f->range))
            return;
        if (!near && quantity_slip(&q, f->value) != SLIP_NONE &&
            year_suits(g, t, f, rest))
            near = f;
    }
    if (near && is_no_chance(t->quantity->digits, n))
        report(g, DIAG_TEXT_NEAR, t, text, near);
}

/* Most figures of a text count what no table does: a date, a place in a list. */
static bool is_counted(const TextAgreement *g, const Typed *t)
{
    Str rest;
    for (size_t i = 0; i < g->facts.n; i++)
        if (counts_same(t, &g->facts.list[i], &rest))
            return true;
    return false;
}

void text_agree(TextAgreement *g, Str text, const Quantity *typed, Pos pos)
{
    Candidates c = {.n = 0};
    Typed t = {.quantity = typed,
               .after = str_trim(str_sub(text, typed->to, text.n - typed->to)),
               .pos = pos};
    if (!is_counted(g, &t))
        return;
    t.statement = statement_read(str_sub(text, 0, typed->from), g->arena);
    for (size_t i = 0; i < g->facts.n; i++)
        consider(g, &t, &g->facts.list[i], &c);
    if (c.met)
        return;
    if (c.n && (c.slip || c.n == 1))
        judge_named(g, &t, text, &c);
    else
        judge_unnamed(g, &t, text);
}
