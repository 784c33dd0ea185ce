#include "data/agree_facts.h"

#include "data/quantity.h"

#include <glib.h>

/* A fact under its name: 인구, or 시 and 일반회계. */
typedef struct NamedFact {
    Str name;
    const Fact *fact;
} NamedFact;

/* Two tables and what they both tell. */
typedef struct Twins {
    const Table *first, *second;
    size_t shared, met, digits; /* digits of those that meet */
    size_t powers;              /* the same digits, units apart */
    const Fact *left, *right;   /* the last that do not meet */
    size_t slips;               /* of those, such as a slip explains */
} Twins;

/* ---- names ---- */

static Str name_of(const Fact *f, Arena *a)
{
    if (f->kind == FACT_TOTAL)
        return f->column_name;
    if (f->plain_name)
        return f->row_name;
    return str_printf(a, STR_FMT "\n" STR_FMT, STR_ARG(f->row_name),
                      STR_ARG(f->column_name));
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    const NamedFact *left = a, *right = b;
    int order = str_cmp(left->name, right->name);
    if (order == 0)
        order = str_cmp(left->fact->counter, right->fact->counter);
    if (order == 0)
        order = (left->fact > right->fact) - (left->fact < right->fact);
    return order;
}

static GArray *named_facts(Facts facts, Arena *a)
{
    GArray *named = g_array_new(FALSE, FALSE, sizeof(NamedFact));
    for (size_t i = 0; i < facts.n; i++) {
        NamedFact f = {name_of(&facts.list[i], a), &facts.list[i]};
        if (facts.list[i].kind != FACT_SHARE && f.name.n > 0)
            g_array_append_val(named, f);
    }
    g_array_sort(named, by_name);
    return named;
}

static bool is_same_name(const NamedFact *a, const NamedFact *b)
{
    return str_eq(a->name, b->name) &&
           str_eq(a->fact->counter, b->fact->counter);
}

/* ---- comparing ---- */

/* The digits that count: 74,733 has five, 12,000 two. */
static Quantity digits_of(const Fact *f)
{
    Quantity q = {.value = decimal_trim(f->value)};
    DecimalCoef coef = q.value.coef < 0 ? -q.value.coef : q.value.coef;
    q.place = -q.value.scale;
    for (; coef && coef % 10 == 0; coef /= 10)
        q.place++;
    for (; coef; coef /= 10)
        q.digits++;
    return q;
}

static void compare(Twins *t, const Fact *left, const Fact *right)
{
    enum { EVIDENCE = 4 };
    Quantity q = digits_of(left);
    if (left->row == SIZE_MAX && right->row == SIZE_MAX)
        return; /* two sums differ where their cells do */
    t->shared++;
    if (range_meets(left->range, right->range)) {
        t->met++;
        t->digits += q.digits;
        return;
    }
    Slip slip =
        q.digits >= EVIDENCE ? quantity_slip(&q, right->value) : SLIP_NONE;
    t->powers += slip == SLIP_POWER;
    t->slips += slip == SLIP_DIGIT;
    if (slip != SLIP_NONE || !t->left) {
        t->left = left;
        t->right = right;
    }
}

/* ---- reporting ---- */

static void report(DiagCode code, const Twins *t, Waivers *waivers, Arena *a,
                   Diags *diags)
{
    const Fact *f = t->right;
    Str row = f->row == SIZE_MAX
                  ? STR("합계")
                  : table_text(f->table, f->row, table_key_column(f->table));
    if (waivers_allow(waivers, code, table_name(f->table), row,
                      table_column(f->table, f->col)->name, fact_pos(f), diags))
        return;
    diag(diags, code, fact_pos(f), diag_str(diags, fact_place(f, a)),
         diag_str(diags, fact_shown(f, a)),
         diag_str(diags, fact_shown(t->left, a)),
         diag_str(diags, fact_place(t->left, a)));
}

/* Most of what they share agrees, with as many digits as chance cannot give:
 * one repeats the other. */
static bool repeat_each_other(const Twins *t)
{
    enum { EVIDENCE = 12 };
    return t->met * 2 >= t->shared && t->digits >= EVIDENCE;
}

static void judge(const Twins *t, Waivers *waivers, Arena *a, Diags *diags)
{
    if (t->powers && t->met == 0 && t->powers + t->slips == t->shared)
        report(DIAG_UNIT_SLIP, t, waivers, a, diags);
    else if (t->slips == 1 && t->met + 1 == t->shared && repeat_each_other(t))
        report(DIAG_FACT_TWICE, t, waivers, a, diags);
    else if (t->slips == 1 && t->shared == 1)
        report(DIAG_FACT_NEAR, t, waivers, a, diags);
}

/* ---- pairs of tables ---- */

static Twins *twins_of(GArray *all, const Table *first, const Table *second)
{
    for (guint i = 0; i < all->len; i++) {
        Twins *t = &g_array_index(all, Twins, i);
        if (t->first == first && t->second == second)
            return t;
    }
    Twins twins = {.first = first, .second = second};
    g_array_append_val(all, twins);
    return &g_array_index(all, Twins, all->len - 1);
}

/* Facts of one name: each with each of another table, unless a table tells it
 * twice, and then nobody knows which is meant. */
static void pair_up(const NamedFact *list, size_t n, GArray *all)
{
    enum { MANY = 16 };
    for (size_t i = 1; i < n; i++)
        if (list[i].fact->table == list[i - 1].fact->table)
            return;
    for (size_t i = 0; i < n && n <= MANY; i++)
        for (size_t k = i + 1; k < n; k++)
            compare(twins_of(all, list[i].fact->table, list[k].fact->table),
                    list[i].fact, list[k].fact);
}

void facts_agree(Facts facts, Waivers *waivers, Arena *a, Diags *diags)
{
    GArray *named = named_facts(facts, a);
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Twins));
    const NamedFact *list = (const NamedFact *)(void *)named->data;
    for (size_t from = 0, to; from < named->len; from = to) {
        for (to = from + 1; to < named->len; to++)
            if (!is_same_name(&list[from], &list[to]))
                break;
        pair_up(&list[from], to - from, all);
    }
    for (guint i = 0; i < all->len; i++)
        judge(&g_array_index(all, Twins, i), waivers, a, diags);
    g_array_free(all, TRUE);
    g_array_free(named, TRUE);
}
