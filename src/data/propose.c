#include "data/propose.h"

GArray *propose_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(Claim));
}

bool propose_judge(Agreement *g, GArray *claims, bool unclear)
{
    bool believed =
        claims->len > 0 &&
        claims_judge(g, &g_array_index(claims, Claim, 0), claims->len, unclear);
    g_array_free(claims, TRUE);
    return believed;
}

Term term_operator(TermKind kind)
{
    return (Term){.kind = kind};
}

static const Decimal hundred = {100, 0};

void propose_scaled(Claim c, TermKind kind, bool certain, GArray *claims)
{
    c.certain = certain;
    if (kind != TERM_COLUMN) {
        formula_push(&c.formula, term_number(hundred));
        formula_push(&c.formula, term_operator(kind));
    }
    g_array_append_val(claims, c);
}

void propose_ratio(Claim c, bool percent, GArray *claims)
{
    propose_scaled(c, TERM_COLUMN, c.certain, claims);
    if (!percent)
        propose_scaled(c, TERM_MULTIPLY, false, claims);
}

size_t propose_partners(const Agreement *g, size_t target, bool percents,
                        size_t out[PARTNERS])
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
