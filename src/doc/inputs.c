#include "doc/inputs.h"

#include "base/name.h"
#include "data/unit.h"
#include "doc/derived.h"
#include "doc/marks.h"
#include "doc/names.h"
#include "doc/unit_typed.h"

#include <string.h>

/* ---- what the document says ---- */

static int document_year(const Layout *layout)
{
    Decimal year;
    return decimal_parse(layout->document.year, &year) && year.scale == 0
               ? (int)year.coef
               : 0;
}

/* The day that waivers are held against: base_date, else the first day of the
 * year of the document. No clock is asked. */
static Date document_day(const Layout *layout)
{
    Date day = {0};
    if (!iso_date(layout->document.base_date, &day))
        day = (Date){(int16_t)document_year(layout), 1, 1};
    return day;
}

static Waivers read_waivers(const Layout *layout, Arena *a)
{
    Waivers all = {.list = ARENA_ARRAY(a, Waiver, layout->nwaivers),
                   .n = layout->nwaivers,
                   .today = document_day(layout)};
    for (size_t i = 0; i < layout->nwaivers; i++) {
        const LayoutWaiver *w = &layout->waivers[i];
        all.list[i] = (Waiver){.table = w->table,
                               .check = w->check,
                               .row = w->row,
                               .column = w->column,
                               .reason = w->reason,
                               .owner = w->owner,
                               .pos = w->pos};
        iso_date(w->until, &all.list[i].until);
    }
    return all;
}

static bool find_variable(void *context, Str name, Value *out)
{
    Inputs *in = context;
    return variables_find(&in->variables, name, out);
}

/* ---- tables ---- */

static const ColumnSpec *column_specs(const LayoutTable *t, const House *house,
                                      Arena *a, Diags *diags)
{
    ColumnSpec *specs = ARENA_ARRAY(a, ColumnSpec, t->ncolumns);
    const Node *map = node_find(t->map, "columns");
    for (size_t i = 0; i < t->ncolumns; i++) {
        const LayoutColumn *c = &t->columns[i];
        specs[i] = (ColumnSpec){
            .name = c->name,
            .unit = unit_typed(map->entries[i].value, house, a, diags),
            .pos = c->pos};
        column_type_parse(c->type, &specs[i].type);
    }
    return specs;
}

/* A unit that no column takes on prints no unit line and counts nothing. */
static void check_unit(const LayoutTable *t, Str unit, const Table *table,
                       Arena *a, Diags *diags)
{
    size_t n = table ? table_columns(table) : 0, figures = 0;
    Str *names = ARENA_ARRAY(a, Str, n);
    if (!table || unit.n == 0)
        return;
    for (size_t i = 0; i < n; i++) {
        const Column *c = table_column(table, i);
        if (c->type == TYPE_MONEY)
            return;
        if (c->type == TYPE_INTEGER || c->type == TYPE_DECIMAL)
            names[figures++] = c->name;
    }
    diag(diags, DIAG_UNIT_UNUSED, node_find(t->map, "unit")->pos,
         diag_str(diags, unit), names_list(names, figures, diags));
}

static const Table *read_table(const LayoutTable *t, const Inputs *in,
                               Sources *sources, Arena *a, Diags *diags)
{
    const House *house = &in->layout->document.house;
    TableSpec spec = {.name = t->name,
                      .path = t->path,
                      .unit = unit_typed(t->map, house, a, diags),
                      .key = t->key,
                      .encoding = t->encoding,
                      .delimiter = t->delimiter,
                      .columns = column_specs(t, house, a, diags),
                      .ncolumns = t->ncolumns,
                      .fill_down = t->fill_down,
                      .nfill_down = t->nfill_down,
                      .year = document_year(in->layout),
                      .typed = in->typed,
                      .pad = t->pad,
                      .head_rows = t->head_rows,
                      .pos = t->csv_pos};
    const Table *table = table_read(&spec, sources, a, diags);
    check_unit(t, spec.unit, table, a, diags);
    return table;
}

const Table *inputs_table(const Inputs *in, Str name)
{
    for (size_t i = 0; i < in->layout->ntables; i++)
        if (name_same(in->layout->tables[i].name, name))
            return in->tables[i];
    return NULL;
}

/* A variable that a table above already needs cannot speak of this one. */
static void report_early(const Inputs *in, Str name)
{
    const LayoutVariable *v = in->variables.filling;
    Diags *diags = in->variables.filler.diags;
    for (size_t i = in->nread; v && i < in->layout->ntables; i++)
        if (name_same(in->layout->tables[i].name, name))
            diag(diags, DIAG_VARIABLE_EARLY, v->pos, diag_str(diags, v->name),
                 diag_str(diags, name));
}

static const Table *find_table(void *context, Str name)
{
    const Inputs *in = context;
    report_early(in, name);
    return inputs_table(in, name);
}

/* ---- together ---- */

static size_t known_names(void *context, Str *out, size_t cap)
{
    const Inputs *in = context;
    size_t n = 0;
    for (size_t i = 0; i < in->layout->nvariables && n < cap; i++)
        out[n++] = in->layout->variables[i].name;
    for (size_t i = 0; i < in->layout->ntables && n < cap; i++)
        out[n++] = in->layout->tables[i].name;
    return n;
}

/* A file, or a table made from those read before. */
static const Table *read_entry(const Inputs *in, size_t i, Sources *sources,
                               Arena *a, Diags *diags)
{
    const LayoutTable *t = &in->layout->tables[i];
    return t->derived ? derived_read(in, t, a, diags)
                      : read_table(t, in, sources, a, diags);
}

void inputs_release(Inputs *in)
{
    variables_release(&in->variables);
    typed_free(in->typed);
}

static FigureStyle figure_style(const LayoutDocument *d, Arena *a)
{
    CounterRule *rules = ARENA_ARRAY(a, CounterRule, d->ncounters);
    for (size_t i = 0; i < d->ncounters; i++)
        rules[i] =
            (CounterRule){d->counters[i].name,
                          counter_space_parse(d->counters[i].value)};
    return (FigureStyle){.negative = negative_parse(d->negative),
                         .zero_dash = str_eq_c(d->zero, "-"),
                         .counters = rules,
                         .ncounters = d->ncounters};
}

/* A rule that would do nothing: 만: attach, where 명: attach was meant. */
static void check_counters(const LayoutDocument *d, Diags *diags)
{
    for (size_t i = 0; i < d->ncounters; i++) {
        Str name = d->counters[i].name;
        if (name.n == 0 || counter_takes_space(name))
            continue;
        Unit unit = unit_parse(name);
        bool meant = unit.power > 0 && counter_takes_space(unit.counter);
        diag(diags, DIAG_COUNTER_WORD, d->counters[i].pos,
             diag_str(diags, name), meant ? diag_str(diags, unit.counter) : "");
    }
}

/* Facts about the book are values: they go to its outline and its metadata,
 * too, where nothing is bold. Signs typed around them would be printed; where
 * there are fields, filling them refuses the signs. */
static void check_marks(const Layout *layout, Diags *diags)
{
    static const char *const facts[] = {"title",  "organization", "department",
                                        "slogan", "author",       "subject"};
    for (size_t i = 0; i < layout->nvariables; i++) {
        const LayoutVariable *v = &layout->variables[i];
        const char *sign =
            memchr(v->value.p, '{', v->value.n) ? NULL : marks_typed(v->value);
        for (size_t k = 0; sign && k < sizeof facts / sizeof *facts; k++)
            if (str_eq_c(v->name, facts[k]))
                diag(diags, DIAG_MARK_VALUE, v->pos, facts[k], sign);
    }
}

Inputs *inputs_read(const Layout *layout, Sources *sources, Arena *a,
                    Diags *diags)
{
    Inputs *in = ARENA_NEW(a, Inputs);
    in->layout = layout;
    in->figures = figure_style(&layout->document, a);
    check_counters(&layout->document, diags);
    check_marks(layout, diags);
    in->tables = ARENA_ARRAY(a, const Table *, layout->ntables);
    in->scope = (ExprScope){.row = SIZE_MAX,
                            .variable = find_variable,
                            .table = find_table,
                            .names = known_names,
                            .context = in,
                            .memo = expr_memo_new(a)};
    in->typed = typed_new(&layout->document.house);
    variables_init(&in->variables, layout, sources, &in->figures, &in->scope, a,
                   diags);
    in->variables.filler.typed = in->typed;
    for (; in->nread < layout->ntables; in->nread++)
        in->tables[in->nread] = read_entry(in, in->nread, sources, a, diags);
    in->document = variables_document(&in->variables);
    in->waivers = ARENA_NEW(a, Waivers);
    *in->waivers = read_waivers(layout, a);
    return in;
}
