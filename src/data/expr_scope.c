/*
 * Names: from the innermost scope outwards, the columns of the current row,
 * then the variables of that level. Tables are known to some outer level.
 */
#include "base/name.h"
#include "data/expr_int.h"

enum { NAMES_MAX = 256 };

/* ---- "did you mean" ---- */

static size_t add_columns(const Table *t, Str *names, size_t n)
{
    for (size_t i = 0; i < table_columns(t) && n < NAMES_MAX; i++)
        names[n++] = table_column(t, i)->name;
    return n;
}

static const char *near_column(const Table *t, Str name, Diags *diags)
{
    Str names[NAMES_MAX];
    return diag_str(diags, str_nearest(name, names, add_columns(t, names, 0)));
}

static const char *near_name(const ExprScope *scope, Str name, bool columns,
                             Diags *diags)
{
    Str names[NAMES_MAX];
    size_t n = 0;
    for (const ExprScope *s = scope; s; s = s->outer) {
        if (columns && s->rows.table)
            n = add_columns(s->rows.table, names, n);
        if (s->names)
            n += s->names(s->context, names + n, NAMES_MAX - n);
    }
    return diag_str(diags, str_nearest(name, names, n));
}

static const char *near_key(const Table *t, size_t column, Str key,
                            Diags *diags)
{
    Str names[NAMES_MAX];
    size_t n = 0;
    for (size_t row = 0; row < table_rows(t) && n < NAMES_MAX; row++)
        names[n++] = table_text(t, row, column);
    return diag_str(diags, str_nearest(key, names, n));
}

/* ---- tables ---- */

static const Table *find_table(const ExprScope *scope, Str name)
{
    for (const ExprScope *s = scope; s; s = s->outer) {
        const Table *t = s->table ? s->table(s->context, name) : NULL;
        if (t)
            return t;
    }
    return NULL;
}

/* A name that leads nowhere: its table could not be read, which was said. */
static bool is_known(const ExprScope *scope, Str name)
{
    Str names[NAMES_MAX];
    for (const ExprScope *s = scope; s; s = s->outer) {
        size_t n = s->names ? s->names(s->context, names, NAMES_MAX) : 0;
        for (size_t i = 0; i < n; i++)
            if (name_same(names[i], name))
                return true;
    }
    return false;
}

static const Table *need_table(const Expr *e, const ExprScope *scope,
                               Diags *diags)
{
    const Table *t = find_table(scope, e->table);
    if (!t && !is_known(scope, e->table))
        diag(diags, DIAG_EXPR_TABLE, e->pos, diag_str(diags, e->table),
             near_name(scope, e->table, false, diags));
    return t;
}

static bool need_column(const Expr *e, const Table *t, Diags *diags,
                        size_t *out)
{
    *out = table_find_column(t, e->name);
    if (*out == SIZE_MAX)
        diag(diags, DIAG_EXPR_COLUMN, e->pos, diag_str(diags, e->name),
             diag_str(diags, table_name(t)), near_column(t, e->name, diags));
    return *out != SIZE_MAX;
}

/* ---- values ---- */

static bool has_row(const ExprScope *s)
{
    return s->rows.table && s->row != SIZE_MAX;
}

static ScopeCell cell_at(const Table *t, size_t row, size_t col)
{
    return (ScopeCell){t, row, col, table_value(t, row, col)};
}

static bool name_cell(const Expr *e, const ExprScope *scope, Diags *diags,
                      ScopeCell *out)
{
    bool rowless = false;
    for (const ExprScope *s = scope; s; s = s->outer) {
        size_t col = s->rows.table ? table_find_column(s->rows.table, e->name)
                                   : SIZE_MAX;
        if (col != SIZE_MAX && has_row(s)) {
            *out = cell_at(s->rows.table, s->row, col);
            return true;
        }
        rowless = rowless || col != SIZE_MAX;
        *out = (ScopeCell){.table = NULL};
        if (s->variable && s->variable(s->context, e->name, &out->value))
            return true;
    }
    if (rowless)
        diag(diags, DIAG_EXPR_OF_ROWS, e->pos, diag_str(diags, e->text));
    else
        diag(diags, DIAG_EXPR_NAME, e->pos, diag_str(diags, e->name),
             near_name(scope, e->name, true, diags));
    return false;
}

/* table.column: of the current row where that table is being walked, or of
 * its only row. */
static bool member_cell(const Expr *e, const ExprScope *scope, Diags *diags,
                        ScopeCell *out)
{
    const Table *t = need_table(e, scope, diags);
    size_t col, row = SIZE_MAX;
    if (!t || !need_column(e, t, diags, &col))
        return false;
    for (const ExprScope *s = scope; s && row == SIZE_MAX; s = s->outer)
        if (s->rows.table == t && has_row(s))
            row = s->row;
    if (row == SIZE_MAX && table_rows(t) == 1)
        row = 0;
    if (row == SIZE_MAX) {
        diag(diags, DIAG_EXPR_NO_ROW, e->pos, diag_str(diags, e->text));
        return false;
    }
    *out = cell_at(t, row, col);
    return true;
}

static bool keyed_cell(const Expr *e, const ExprScope *scope, Diags *diags,
                       ScopeCell *out)
{
    const Table *t = need_table(e, scope, diags);
    size_t col;
    bool twice;
    if (!t || !need_column(e, t, diags, &col))
        return false;
    size_t key = table_key_column(t), row = table_find_row(t, e->key, &twice);
    const char *column = diag_str(diags, table_column(t, key)->name);
    if (row == SIZE_MAX)
        diag(diags, DIAG_EXPR_KEY, e->pos, diag_str(diags, e->key),
             diag_str(diags, table_name(t)), column,
             near_key(t, key, e->key, diags));
    else if (twice)
        diag(diags, DIAG_EXPR_KEY_TWICE, e->pos, diag_str(diags, e->key),
             diag_str(diags, table_name(t)), column);
    if (row == SIZE_MAX || twice)
        return false;
    *out = cell_at(t, row, col);
    return true;
}

bool scope_cell(const Expr *e, const ExprScope *scope, Diags *diags,
                ScopeCell *out)
{
    if (e->kind == EXPR_KEYED)
        return keyed_cell(e, scope, diags, out);
    if (e->kind == EXPR_MEMBER)
        return member_cell(e, scope, diags, out);
    return name_cell(e, scope, diags, out);
}

bool scope_value(const Expr *e, const ExprScope *scope, Arena *a, Diags *diags,
                 Value *out)
{
    ScopeCell c;
    (void)a;
    if (!scope_cell(e, scope, diags, &c))
        return false;
    *out = c.value;
    return true;
}

/* ---- the rows of a function ---- */

/* The first table named inside an argument, else the first bare name. */
static const Expr *find_kind(const Expr *e, ExprKind kind)
{
    if (!e || e->kind == kind)
        return e;
    const Expr *found = find_kind(e->left, kind);
    return found ? found : find_kind(e->right, kind);
}

static bool innermost_rows(const ExprScope *scope, const Expr *name,
                           RowSet *out)
{
    for (const ExprScope *s = scope; s; s = s->outer) {
        if (!s->rows.table)
            continue;
        if (name && table_find_column(s->rows.table, name->name) == SIZE_MAX)
            continue;
        *out = s->rows;
        return true;
    }
    return false;
}

bool scope_rows(const Expr *call, const ExprScope *scope, Arena *a,
                Diags *diags, RowSet *out)
{
    (void)a;
    if (call->here)
        return innermost_rows(scope, NULL, out);
    const Expr *member = find_kind(call->left, EXPR_MEMBER);
    if (member) {
        const Table *t = need_table(member, scope, diags);
        if (t)
            *out = rowset_all(t);
        return t != NULL;
    }
    const Expr *name = find_kind(call->left, EXPR_NAME);
    if (innermost_rows(scope, name, out))
        return true;
    const Table *t = name ? find_table(scope, name->name) : NULL;
    if (t) { /* count(achievements) */
        *out = rowset_all(t);
        return true;
    }
    ScopeCell ignored;
    if (name && name_cell(name, scope, diags, &ignored))
        diag(diags, DIAG_EXPR_NO_ROWS, call->pos, diag_str(diags, call->text));
    else if (!name)
        diag(diags, DIAG_EXPR_NO_ROWS, call->pos, diag_str(diags, call->text));
    return false;
}
