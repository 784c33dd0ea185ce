#include "doc/inputs.h"

#include "doc/derived.h"
#include "doc/marks.h"

#include <string.h>

/* ---- variables ---- */

/* 2023-12-31 */
static bool iso_date(Str s, Date *out)
{
    if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-')
        return false;
    int part[3] = {0, 0, 0};
    for (size_t i = 0, k = 0; i < s.n; i++) {
        if (i == 4 || i == 7)
            k++;
        else if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        else
            part[k] = part[k] * 10 + (s.p[i] - '0');
    }
    *out = (Date){(int16_t)part[0], (int8_t)part[1], (int8_t)part[2]};
    return date_valid(*out);
}

/* A number only when it would be printed as it was typed: 007 is a code. */
static bool plain_number(Str s, Arena *a, Decimal *out)
{
    return decimal_parse(s, out) && str_eq(decimal_format(*out, false, a), s);
}

static Value variable_value(const LayoutVariable *v, Pos otherwise, Arena *a)
{
    Value out = {.kind = VALUE_TEXT,
                 .text = v->value,
                 .pos = v->pos.file ? v->pos : otherwise};
    Decimal number;
    Date date;
    if (iso_date(v->value, &date)) {
        out.kind = VALUE_DATE;
        out.date = date;
    } else if (plain_number(v->value, a, &number)) {
        out.kind = VALUE_NUMBER;
        out.number = number;
    } else if (v->value.n == 0) {
        out.kind = VALUE_BLANK;
    }
    return out;
}

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
    const Inputs *in = context;
    for (size_t i = 0; i < in->layout->nvariables; i++) {
        if (!str_eq(in->layout->variables[i].name, name))
            continue;
        *out = in->variables[i];
        return true;
    }
    return false;
}

/* ---- tables ---- */

static const ColumnSpec *column_specs(const LayoutTable *t, Arena *a)
{
    ColumnSpec *specs = ARENA_ARRAY(a, ColumnSpec, t->ncolumns);
    for (size_t i = 0; i < t->ncolumns; i++) {
        const LayoutColumn *c = &t->columns[i];
        specs[i] =
            (ColumnSpec){.name = c->name, .unit = c->unit, .pos = c->pos};
        column_type_parse(c->type, &specs[i].type);
    }
    return specs;
}

static const Table *read_table(const LayoutTable *t, const Layout *layout,
                               Sources *sources, Arena *a, Diags *diags)
{
    TableSpec spec = {.name = t->name,
                      .path = t->path,
                      .unit = t->unit,
                      .key = t->key,
                      .encoding = t->encoding,
                      .delimiter = t->delimiter,
                      .columns = column_specs(t, a),
                      .ncolumns = t->ncolumns,
                      .fill_down = t->fill_down,
                      .nfill_down = t->nfill_down,
                      .year = document_year(layout),
                      .pad = t->pad,
                      .head_rows = t->head_rows,
                      .pos = t->csv_pos};
    return table_read(&spec, sources, a, diags);
}

const Table *inputs_table(const Inputs *in, Str name)
{
    for (size_t i = 0; i < in->layout->ntables; i++)
        if (str_eq(in->layout->tables[i].name, name))
            return in->tables[i];
    return NULL;
}

static const Table *find_table(void *context, Str name)
{
    return inputs_table(context, name);
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
                      : read_table(t, in->layout, sources, a, diags);
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

/* Facts about the book are values: they go to its outline and its metadata,
 * too, where nothing is bold. Signs typed around them would be printed. */
static void check_marks(const Layout *layout, Diags *diags)
{
    static const char *const facts[] = {"title",  "organization", "department",
                                        "slogan", "author",       "subject"};
    for (size_t i = 0; i < layout->nvariables; i++) {
        const LayoutVariable *v = &layout->variables[i];
        const char *sign = marks_typed(v->value);
        for (size_t k = 0; sign && k < sizeof facts / sizeof *facts; k++)
            if (str_eq_c(v->name, facts[k]))
                diag(diags, DIAG_MARK_VALUE,
                     v->pos.file ? v->pos : layout->document.pos, facts[k],
                     sign);
    }
}

const Inputs *inputs_read(const Layout *layout, Sources *sources, Arena *a,
                          Diags *diags)
{
    Inputs *in = ARENA_NEW(a, Inputs);
    in->layout = layout;
    in->figures = figure_style(&layout->document, a);
    check_marks(layout, diags);
    in->tables = ARENA_ARRAY(a, const Table *, layout->ntables);
    in->variables = ARENA_ARRAY(a, Value, layout->nvariables);
    for (size_t i = 0; i < layout->nvariables; i++)
        in->variables[i] =
            variable_value(&layout->variables[i], layout->document.pos, a);
    in->scope = (ExprScope){.row = SIZE_MAX,
                            .variable = find_variable,
                            .table = find_table,
                            .names = known_names,
                            .context = in,
                            .memo = expr_memo_new(a)};
    for (size_t i = 0; i < layout->ntables; i++)
        in->tables[i] = read_entry(in, i, sources, a, diags);
    in->waivers = ARENA_NEW(a, Waivers);
    *in->waivers = read_waivers(layout, a);
    return in;
}
