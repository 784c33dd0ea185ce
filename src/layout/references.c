/*
 * What points at what: tables and variables that are named, and those that are
 * there.
 *
 * Names inside expressions are looked up when they are evaluated, with a
 * better message; here they only tell that a table is used.
 */
#include "base/name.h"
#include "layout/layout_int.h"
#include "layout/names.h"

typedef struct Reference {
    ScalarKind kind;
    Str text;
    Str plain; /* as names are compared */
    Pos pos;
} Reference;

struct References {
    Arena *arena;
    Reference *at;
    size_t n, room;
};

References *references_new(Arena *a)
{
    References *r = ARENA_NEW(a, References);
    r->arena = a;
    return r;
}

static bool is_kept(ScalarKind kind)
{
    return kind == SCALAR_TABLE || kind == SCALAR_CHECKED ||
           kind == SCALAR_ROWS || kind == SCALAR_EXPR ||
           kind == SCALAR_TEMPLATE;
}

void references_visit(void *context, ScalarKind kind, Str text, Pos pos)
{
    References *r = context;
    if (!is_kept(kind))
        return;
    if (r->n == r->room) {
        size_t room = r->room ? r->room * 2 : 64;
        Reference *more = ARENA_ARRAY(r->arena, Reference, room);
        for (size_t i = 0; i < r->n; i++)
            more[i] = r->at[i];
        r->at = more;
        r->room = room;
    }
    r->at[r->n++] = (Reference){kind, text, name_fold(text, r->arena), pos};
}

/* ---- names that mean nothing ---- */

static bool names_table(const Reference *ref)
{
    return ref->kind == SCALAR_TABLE ||
           (ref->kind == SCALAR_CHECKED && !str_eq_c(ref->text, "check")) ||
           (ref->kind == SCALAR_ROWS && !str_eq_c(ref->text, "rows"));
}

static bool has_table(const Layout *layout, Str name)
{
    for (size_t i = 0; i < layout->ntables; i++)
        if (name_same(layout->tables[i].name, name))
            return true;
    return false;
}

/* Answers whether to go on. */
static bool fault_table(const Reference *ref, const Layout *layout,
                        Diags *diags)
{
    Names names = {.n = 0};
    for (size_t i = 0; i < layout->ntables; i++)
        names_add(&names, layout->tables[i].name);
    return names_fault(&names, DIAG_LAYOUT_TABLE_NEAR, DIAG_LAYOUT_TABLE,
                       ref->pos, ref->text, diags, NULL);
}

/* ---- names nobody uses ---- */

/* A table is spoken of as `name.column`, `name[key]` or `count(name)`. */
static bool is_table_there(Str text, size_t from, size_t end)
{
    while (end < text.n && (text.p[end] == '`' || text.p[end] == ' '))
        end++;
    while (from > 0 && (text.p[from - 1] == '`' || text.p[from - 1] == ' '))
        from--;
    char after = end < text.n ? text.p[end] : '\0';
    bool argument = after == ')' && from > 0 && text.p[from - 1] == '(';
    return after == '.' || after == '[' || argument;
}

/* Whether a text speaks of the name: of a table as above, of a variable
 * anyhow. That the name may be part of a longer word
 * only makes a warning rarer. */
static bool speaks_of(Str text, Str name, bool table)
{
    for (size_t at = 0; at + name.n <= text.n; at++) {
        ptrdiff_t found = str_find(str_sub(text, at, text.n), name);
        if (found < 0)
            return false;
        at += (size_t)found;
        if (!table || is_table_there(text, at, at + name.n))
            return true;
    }
    return false;
}

static bool is_used(const References *r, Str name, bool table)
{
    name = name_fold(name, r->arena);
    for (size_t i = 0; i < r->n; i++) {
        const Reference *ref = &r->at[i];
        if (names_table(ref) ? table && str_eq(ref->plain, name)
                             : speaks_of(ref->plain, name, table))
            return true;
    }
    return false;
}

static void warn_unused(const References *r, const Layout *layout, Diags *diags)
{
    for (size_t i = 0; i < layout->ntables; i++)
        if (!is_used(r, layout->tables[i].name, true))
            diag(diags, DIAG_LAYOUT_TABLE_UNUSED, layout->tables[i].pos,
                 diag_str(diags, layout->tables[i].name));
    for (size_t i = 0; i < layout->nvariables; i++) {
        const LayoutVariable *v = &layout->variables[i];
        if (!field_find(layout_document.fields, v->name) &&
            !is_used(r, v->name, false))
            diag(diags, DIAG_LAYOUT_VARIABLE_UNUSED, v->pos,
                 diag_str(diags, v->name));
    }
}

bool references_check(const References *r, const Layout *layout, bool whole,
                      Diags *diags)
{
    bool ok = true;
    for (size_t i = 0; i < r->n; i++) {
        const Reference *ref = &r->at[i];
        if (!names_table(ref) || has_table(layout, ref->text))
            continue;
        ok = false;
        if (!fault_table(ref, layout, diags))
            break;
    }
    if (whole && ok)
        warn_unused(r, layout, diags);
    return ok;
}
