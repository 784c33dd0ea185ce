/* Types of columns, and every cell held against its type. */
#include "data/cell.h"
#include "data/date.h"
#include "data/head.h"
#include "data/table_making.h"

/* How many cells a row has; beyond them it is blank. Work goes by these and
 * not by rows times columns, which a padded file can make very large. */
static size_t row_cells(const Table *t, size_t row)
{
    return t->rows[row + 1].first - t->rows[row].first;
}

/* A guessed number or date has been read in every cell: nothing to check. */
static void guess_columns(Making *m)
{
    Table *t = m->t;
    CellGuess *guesses = g_new(CellGuess, t->ncolumns);
    for (size_t col = 0; col < t->ncolumns; col++)
        guesses[col] = CELL_GUESS;
    for (size_t row = 0; row < t->nrows; row++)
        for (size_t col = 0; col < row_cells(t, row); col++)
            if (t->columns[col].type == TYPE_AUTO)
                guess_cell(&guesses[col], table_text(t, row, col));
    for (size_t col = 0; col < t->ncolumns; col++)
        if (t->columns[col].type == TYPE_AUTO) {
            ColumnType type = guess_type(&guesses[col], t->columns[col].name);
            t->columns[col].type = type;
            t->columns[col].percent = guesses[col].percent;
            m->sure[col] = type != TYPE_TEXT && type != TYPE_CODE;
        }
    g_free(guesses);
}

void making_type(Making *m)
{
    guess_columns(m);
    for (size_t col = 0; col < m->t->ncolumns; col++) {
        Column *c = &m->t->columns[col];
        if (c->type == TYPE_MONEY && c->unit.n == 0)
            c->unit = m->t->spec.unit;
    }
}

/* The third argument of a cell's message: what the value should be. */
static const char *fault_hint(Making *m, const CellFault *f, ColumnType type)
{
    static const char *const weekdays[] = {"?",  "월", "화", "수",
                                           "목", "금", "토", "일"};
    if (f->code == DIAG_CELL_SERIAL)
        return diag_str(m->diags, date_iso(f->date, m->arena));
    if (f->code == DIAG_CELL_WEEKDAY)
        return weekdays[date_weekday(f->date)];
    return column_type_name(type);
}

static void check_cell(Making *m, size_t row, size_t col)
{
    Column *c = &m->t->columns[col];
    Str text = table_text(m->t, row, col);
    CellFault fault;
    Value v = cell_read(text, c->type, c->unit, m->t->year, &fault);
    c->percent = c->percent || (v.kind == VALUE_NUMBER && v.ratio);
    if (!fault.found)
        return;
    diag(m->diags, fault.code, table_pos(m->t, row, col),
         diag_str(m->diags, c->name), diag_clip(m->diags, text),
         fault_hint(m, &fault, c->type));
}

/* ---- codes that lost their zeros (K-205) ---- */

static bool is_zero_led(Str s)
{
    return s.n > 1 && s.p[0] == '0' && date_is_bare(s);
}

/* The longest code of digits with a leading zero, 0 when there is none: other
 * codes of digits must not be shorter. */
static size_t code_width(const Table *t, size_t col)
{
    size_t width = 0;
    for (size_t row = 0; row < t->nrows; row++) {
        Str text = table_text(t, row, col);
        if (is_zero_led(text) && text.n > width)
            width = text.n;
    }
    return width;
}

static void check_codes(Making *m, size_t col)
{
    const Table *t = m->t;
    size_t width = code_width(t, col);
    for (size_t row = 0; width && row < t->nrows; row++) {
        Str text = table_text(t, row, col);
        if (date_is_bare(text) && text.n < width)
            diag(m->diags, DIAG_CODE_SHORT, table_pos(t, row, col),
                 diag_str(m->diags, t->columns[col].name),
                 diag_str(m->diags, text), diag_arg(m->diags, "%zu", width));
    }
}

void making_check(Making *m)
{
    for (size_t col = 0; col < m->t->ncolumns; col++)
        if (m->t->columns[col].type == TYPE_CODE)
            check_codes(m, col);
    for (size_t row = 0; row < m->t->nrows; row++)
        for (size_t col = 0; col < row_cells(m->t, row); col++)
            if (!m->sure[col])
                check_cell(m, row, col);
}

/* ---- totals ---- */

static bool is_label_type(ColumnType type)
{
    return type == TYPE_TEXT || type == TYPE_CODE;
}

/* The columns before the first figure are the head of a row. */
static bool row_is_total(const Table *t, size_t row)
{
    for (size_t col = 0; col < row_cells(t, row); col++) {
        if (!is_label_type(t->columns[col].type))
            return false;
        if (head_is_total(table_text(t, row, col)))
            return true;
    }
    return false;
}

void making_totals(Making *m)
{
    Table *t = m->t;
    t->totals = arena_calloc(m->arena, (size_t)t->nrows / 8 + 1, 1);
    for (size_t row = 0; row < t->nrows; row++)
        if (row_is_total(t, row))
            t->totals[row / 8] |= (uint8_t)(1u << (row % 8));
}
