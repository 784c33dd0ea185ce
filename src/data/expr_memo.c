/*
 * What functions over rows gave, kept while the current row moves on. A slot
 * holds the last result of a call; two calls that share one merely take turns.
 */
#include "data/expr_int.h"

enum { SLOTS = 64 };

struct ExprMemo {
    MemoSlot slots[SLOTS];
};

ExprMemo *expr_memo_new(Arena *a)
{
    return ARENA_NEW(a, ExprMemo);
}

static const Table *table_named(const ExprScope *scope, Str name)
{
    for (; scope; scope = scope->outer) {
        const Table *t =
            scope->table ? scope->table(scope->context, name) : NULL;
        if (t)
            return t;
    }
    return NULL;
}

/* True when every name in the argument is a column of the rows, so that the
 * result is theirs alone. */
static bool depends_on_rows_only(const Expr *e, const ExprScope *scope,
                                 const Table *t)
{
    if (!e)
        return true;
    if (e->kind == EXPR_NAME)
        return table_find_column(t, e->name) != SIZE_MAX;
    if (e->kind == EXPR_MEMBER)
        return table_named(scope, e->table) == t;
    return depends_on_rows_only(e->left, scope, t) &&
           depends_on_rows_only(e->right, scope, t);
}

bool memo_holds(const MemoSlot *slot, const Expr *call, RowSet rows)
{
    return slot->call == call && rowset_is(slot->rows, rows);
}

MemoSlot *memo_slot(const Expr *call, const ExprScope *scope, RowSet rows)
{
    const ExprScope *s = scope;
    while (s && !s->memo)
        s = s->outer;
    if (!s)
        return NULL;
    MemoSlot *slot = &s->memo->slots[(uintptr_t)call / sizeof(Expr) % SLOTS];
    const Expr *argument = call->left;
    bool counts_table = call->function == FUNCTION_COUNT && argument &&
                        argument->kind == EXPR_NAME;
    if (counts_table || memo_holds(slot, call, rows) ||
        depends_on_rows_only(argument, scope, rows.table))
        return slot;
    return NULL;
}
