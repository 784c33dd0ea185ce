/*
 * What points at what: tables that are named and tables that are there.
 *
 * Names inside expressions are looked up when they are evaluated, with a
 * better message; here they only tell that a table is used.
 */
#include "layout/layout_int.h"

#include <glib.h>

typedef struct Reference {
    ScalarKind kind;
    Str text;
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
    return kind == SCALAR_TABLE || kind == SCALAR_ROWS || kind == SCALAR_EXPR
        || kind == SCALAR_TEMPLATE;
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
    r->at[r->n++] = (Reference) {kind, text, pos};
}

/* ---- names that mean nothing ---- */

static bool names_table(const Reference *ref)
{
    return ref->kind == SCALAR_TABLE
        || (ref->kind == SCALAR_ROWS && !str_eq_c(ref->text, "rows"));
}

static bool has_table(const Layout *layout, Str name)
{
    for (size_t i = 0; i < layout->ntables; i++)
        if (str_eq(layout->tables[i].name, name))
            return true;
    return false;
}

/* Answers whether to go on. */
static bool fault_table(const Reference *ref, const Layout *layout,
    Diags *diags)
{
    Str *names = g_new(Str, layout->ntables + 1);
    const char *all = layout->ntables ? "" : "–";
    for (size_t i = 0; i < layout->ntables; i++) {
        names[i] = layout->tables[i].name;
        all = diag_arg(diags, "%s%s" STR_FMT, all, i ? ", " : "",
            STR_ARG(names[i]));
    }
    Str near = str_nearest(ref->text, names, layout->ntables);
    g_free(names);
    return diag(diags, near.n ? DIAG_LAYOUT_TABLE_NEAR : DIAG_LAYOUT_TABLE,
        ref->pos, diag_str(diags, ref->text),
        near.n ? diag_str(diags, near) : all);
}

/* ---- tables nobody names ---- */

/* Whether an expression speaks of the table: `name.column`, `name[key]`. */
static bool speaks_of(Str text, Str table)
{
    for (size_t at = 0; at + table.n < text.n; at++) {
        ptrdiff_t found = str_find(str_sub(text, at, text.n), table);
        if (found < 0)
            return false;
        at += (size_t)found;
        size_t end = at + table.n;
        if (end < text.n && text.p[end] == '`')
            end++;
        if (end < text.n && (text.p[end] == '.' || text.p[end] == '['))
            return true;
    }
    return false;
}

static bool is_used(const References *r, const LayoutTable *table)
{
    for (size_t i = 0; i < r->n; i++) {
        const Reference *ref = &r->at[i];
        if (names_table(ref) ? str_eq(ref->text, table->name)
                             : speaks_of(ref->text, table->name))
            return true;
    }
    return false;
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
    for (size_t i = 0; whole && i < layout->ntables; i++)
        if (!is_used(r, &layout->tables[i]))
            diag(diags, DIAG_LAYOUT_TABLE_UNUSED, layout->tables[i].pos,
                diag_str(diags, layout->tables[i].name));
    return ok;
}
