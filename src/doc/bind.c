/* The document from its layout and its tables: read, check, plan, run. */
#include "data/agree.h"
#include "data/agree_facts.h"
#include "doc/block.h"
#include "doc/claims.h"
#include "doc/lint.h"
#include "doc/plan.h"
#include "doc/rows.h"

#include <string.h>

/* Tables that tell the same facts. Derived ones do so by construction. */
static void check_facts(const Inputs *in, Arena *a, Diags *diags)
{
    size_t n = 0;
    const Table **read = ARENA_ARRAY(a, const Table *, in->layout->ntables);
    for (size_t i = 0; i < in->layout->ntables; i++)
        if (in->tables[i] && !in->layout->tables[i].derived)
            read[n++] = in->tables[i];
    if (n > 1)
        facts_agree(facts_read(read, n, a), in->waivers, a, diags);
}

/* One of `checks:`, unless its table could not be read, which was said. */
static void run_check(const Inputs *in, const LayoutCheck *check, Arena *a,
                      Diags *diags)
{
    bool between = check->table.n == 0;
    const Table *t = inputs_table(in, check->table);
    if (!t && !between)
        return;
    const Expr *e = expr_parse(check->expr, check->expr_pos, a, diags);
    if (e && between)
        expr_check(e, &in->scope, in->waivers, a, diags);
    else if (e)
        expr_check_rows(e, &in->scope, t, in->waivers, a, diags);
}

/* What the tables claim themselves, then what the layout asks of them. */
static void run_checks(const Inputs *in, Arena *a, Diags *diags)
{
    for (size_t i = 0; i < in->layout->ntables; i++)
        if (in->tables[i] && !in->layout->tables[i].derived)
            table_agree(in->tables[i], in->waivers, a, diags);
    check_facts(in, a, diags);
    for (size_t i = 0; i < in->layout->nchecks; i++)
        run_check(in, &in->layout->checks[i], a, diags);
}

/* What the texts claim, once they are made. */
static void check_texts(const Inputs *in, const GArray *blocks, Arena *a,
                        Diags *diags)
{
    claims_check((const Block *)(void *)blocks->data, blocks->len, in, a,
                 diags);
    waivers_end(in->waivers, diags);
}

/* What running the body leaves: its blocks, and which of them have names. */
typedef struct Body {
    GArray *blocks, *parts;
} Body;

static void body_release(Body *b)
{
    g_array_free(b->blocks, TRUE);
    g_array_free(b->parts, TRUE);
}

/* Where no row is left, one that was not taken may have been it. */
static bool all_rows_known(const Inputs *in)
{
    for (size_t i = 0; i < in->nread; i++)
        if (in->tables[i] && table_lost_rows(in->tables[i]))
            return false;
    return true;
}

static Body run_body(const Inputs *in, uint32_t pages_max,
                     Provenance *provenance, Arena *a, Diags *diags)
{
    GPtrArray *uses = g_ptr_array_new();
    Planner planner = {.inputs = in, .uses = uses, .arena = a, .diags = diags};
    Plan plan = plan_blocks(&planner, in->layout->body);
    Binder b = {.inputs = in,
                .room = room_of(pages_max),
                .arena = a,
                .diags = diags,
                .blocks = g_array_new(FALSE, FALSE, sizeof(Block)),
                .parts = g_array_new(FALSE, FALSE, sizeof(DocumentPart))};
    filler_init(&b.filler, a, diags);
    b.filler.provenance = provenance;
    b.filler.figures = in->figures;
    b.filler.figures.zero_dash = false; /* in tables alone */
    b.filler.house = in->variables.filler.house;
    b.filler.typed = in->typed;
    b.filler.rich.squares = b.filler.house->square != UNIT_AS_TYPED;
    b.filler.josa = in->variables.filler.josa;
    plan_run(&plan, &b, &in->scope);
    if (!b.room.full && all_rows_known(in))
        rows_report(uses, diags);
    g_ptr_array_free(uses, TRUE);
    filler_release(&b.filler);
    return (Body){b.blocks, b.parts};
}

/* "2024년 주요 업무 보고", unless the title already names the year. */
static Str full_title(const LayoutDocument *d, Arena *a)
{
    if (d->year.n == 0 || title_names_year(d))
        return d->title;
    return str_printf(a, STR_FMT "년 " STR_FMT, STR_ARG(d->year),
                      STR_ARG(d->title));
}

static Pos title_pos(const Layout *l)
{
    for (size_t i = 0; i < l->nvariables; i++)
        if (str_eq_c(l->variables[i].name, "title"))
            return l->variables[i].pos;
    return l->document.pos;
}

static Str keywords_text(const LayoutDocument *d, Arena *a)
{
    Str out = STR("");
    for (size_t i = 0; i < d->nkeywords; i++)
        out = str_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(out), i ? ", " : "",
                         STR_ARG(d->keywords[i]));
    return out;
}

static Date base_date(const Inputs *in)
{
    Value v;
    return in->scope.variable(in->scope.context, STR("base_date"), &v) &&
                   v.kind == VALUE_DATE
               ? v.date
               : (Date){0, 0, 0};
}

/* The elements of an array, in the arena. */
static void *array_keep(const GArray *array, size_t size, Arena *a)
{
    void *kept = arena_alloc(a, array->len * size);
    if (array->len > 0)
        memcpy(kept, array->data, array->len * size);
    return kept;
}

static const Document *document_make(const Inputs *in, uint32_t pages_max,
                                     const Body *body, Arena *a)
{
    const LayoutDocument *d = &in->document;
    Document *doc = ARENA_NEW(a, Document);
    *doc = (Document){
        .layout = in->layout,
        .title = full_title(d, a),
        .title_pos = title_pos(in->layout),
        .author = d->author.n ? d->author : d->organization,
        .organization = d->organization,
        .subject = d->subject,
        .keywords = keywords_text(d, a),
        .language = d->language.n ? d->language : STR("ko-KR"),
        .base_date = base_date(in),
        .figures = in->figures,
        .house = d->house,
        .pages_max = pages_max,
        .nblocks = body->blocks->len,
        .blocks = array_keep(body->blocks, sizeof(Block), a),
        .nparts = body->parts->len,
        .parts = array_keep(body->parts, sizeof(DocumentPart), a),
        .ntables = in->layout->ntables,
        .tables = in->tables,
    };
    return doc;
}

const Document *document_trace(const Layout *layout, uint32_t pages_max,
                               Sources *sources, Provenance *provenance,
                               Arena *document, Diags *diags)
{
    size_t before = diags_count(diags, LEVEL_ERROR);
    Inputs *in = inputs_read(layout, sources, document, diags);
    run_checks(in, document, diags);
    Body body = run_body(in, pages_max, provenance, document, diags);
    check_texts(in, body.blocks, document, diags);
    const Document *doc = diags_count(diags, LEVEL_ERROR) == before
                              ? document_make(in, pages_max, &body, document)
                              : NULL;
    body_release(&body);
    inputs_release(in);
    if (doc)
        document_lint(doc, sources, diags);
    return doc;
}

const Document *document_bind(const Layout *layout, Sources *sources,
                              Arena *document, Diags *diags)
{
    return document_trace(layout, DOCUMENT_PAGES, sources, NULL, document,
                          diags);
}
