#include "data/made.h"
#include "data/expr_int.h"

Table *made_new(const Table *like, size_t rows, size_t columns,
                const ExprScope *document, Arena *a)
{
    Table *t = ARENA_NEW(a, Table);
    struct Made *made = ARENA_NEW(a, struct Made);
    *t = *like;
    t->nrows = (uint32_t)rows;
    t->ncolumns = (uint32_t)columns;
    t->columns = ARENA_ARRAY(a, Column, columns);
    t->totals = ARENA_ARRAY(a, uint8_t, rows / 8 + 1);
    t->bytes = t->spec.path = STR("");
    t->notes = NULL;
    t->nnotes = 0;
    t->key_column = 0;
    made->document = document;
    made->cells = ARENA_ARRAY(a, MadeCell, rows * columns + 1);
    t->made = made;
    return t;
}

MadeCell *made_cell(const Table *t, size_t row, size_t col)
{
    return &t->made->cells[row * t->ncolumns + col];
}

MadeCell made_copy(const Table *from, size_t row, size_t col)
{
    return (MadeCell){.value = table_value(from, row, col),
                      .text = table_text(from, row, col),
                      .rows = rowset_all(from),
                      .row = row,
                      .col = col};
}

MadeCell made_value(Value v, Arena *a)
{
    MadeCell cell = {.value = v, .row = SIZE_MAX};
    if (v.kind == VALUE_NUMBER)
        cell.text = decimal_format(v.number, false, a);
    else if (v.kind != VALUE_BLANK)
        cell.text = str_dup(value_shown(v, a), a);
    return cell;
}

static ColumnType type_of(const Value *v)
{
    switch (v->kind) {
    case VALUE_NUMBER:
        return v->ratio                            ? TYPE_RATIO
               : v->unit.n                         ? TYPE_MONEY
               : decimal_trim(v->number).scale > 0 ? TYPE_DECIMAL
                                                   : TYPE_INTEGER;
    case VALUE_DATE:
        return value_is_period(v) ? TYPE_PERIOD : TYPE_DATE;
    case VALUE_BOOL:
        return TYPE_YESNO;
    default:
        return TYPE_TEXT;
    }
}

void made_type(Table *t, size_t col)
{
    Column *c = &t->columns[col];
    c->type = TYPE_TEXT;
    for (size_t row = 0; row < t->nrows; row++) {
        const Value *v = &made_cell(t, row, col)->value;
        if (v->kind < VALUE_TEXT)
            continue;
        ColumnType type = type_of(v);
        if (c->type == TYPE_TEXT || type == TYPE_DECIMAL)
            c->type = type;
        if (c->unit.n == 0)
            c->unit = v->unit;
    }
}
