#include "doc/claims.h"

#include "doc/claims_int.h"

const Facts *claims_facts(Claims *c)
{
    if (!c->read)
        c->text.facts =
            facts_read(c->in->tables, c->in->layout->ntables, c->arena);
    c->read = true;
    return &c->text.facts;
}

/* The year of the document and that of its data. */
static int year_of(const Inputs *in, const char *name)
{
    Value v;
    if (!in->scope.variable(in->scope.context, str_of(name), &v))
        return 0;
    if (v.kind == VALUE_DATE)
        return v.date.year;
    return v.kind == VALUE_NUMBER && v.number.scale == 0 ? (int)v.number.coef
                                                         : 0;
}

void claims_check(const Block *blocks, size_t n, const Inputs *in, Arena *a,
                  Diags *diags)
{
    Claims c = {.in = in, .arena = a, .diags = diags};
    c.seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    c.text = (TextAgreement){
        .years = {year_of(in, "year"), year_of(in, "base_date")},
        .waivers = in->waivers,
        .arena = a,
        .diags = diags};
    for (size_t i = 0; i < n; i++)
        claims_texts(&c, &blocks[i]);
    claims_counts(&c, blocks, n);
    g_hash_table_destroy(c.seen);
}
