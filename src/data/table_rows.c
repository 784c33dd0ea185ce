/*
 * The rows of a table: each record becomes cells that point into the text.
 */
#include "data/head.h"
#include "data/normal.h"
#include "data/note.h"
#include "data/table_making.h"

enum { CELLS_MAX = 1 << 28 };

static Row record_row(const Making *m, const Record *r)
{
    return (Row){(uint32_t)r->at + m->text_base,
                 (uint32_t)r->line + m->line_base, m->cells->len};
}

Pos making_pos(const Making *m, const Record *r, size_t cell)
{
    Row row = record_row(m, r);
    uint32_t at = cell < r->n ? (uint32_t)r->cells[cell].at : (uint32_t)r->at;
    return table_place(m->t, &row, at + m->text_base);
}

Str making_text(Making *m, const Record *r, size_t i)
{
    Str text = str_trim(r->cells[i].text);
    if (text_is_normal(text))
        return text;
    typed_normalise(m->t->spec.typed, text, m->normal_flags,
                    making_pos(m, r, i), m->arena, m->diags, &text);
    return str_trim(text);
}

/* Offset of a text that lies in the decoded text; false when it is a copy. */
static bool find_offset(const Table *t, Str s, uint32_t *at)
{
    uintptr_t base = (uintptr_t)t->text.p, p = (uintptr_t)s.p;
    if (p < base || p - base > t->text.n)
        return false;
    *at = (uint32_t)(p - base);
    return true;
}

static Cell make_cell(Making *m, const Record *r, size_t i)
{
    Str text = making_text(m, r, i);
    Cell cell = {(uint32_t)r->cells[i].at + m->text_base, (uint32_t)text.n};
    if (text.n == 0 || find_offset(m->t, text, &cell.at))
        return cell;
    OddCell odd = {str_dup(text, m->arena), cell.at};
    typed_copy(m->t->spec.typed, text, odd.text);
    cell = (Cell){m->odd->len, (uint32_t)text.n | CELL_ODD};
    g_array_append_val(m->odd, odd);
    return cell;
}

void making_ragged(Making *m, const Record *r)
{
    diag(m->diags, DIAG_CSV_RAGGED,
         making_pos(m, r, r->n > m->width ? m->width : 0),
         diag_arg(m->diags, "%zu", r->n), diag_arg(m->diags, "%u", m->width));
}

/* A cell in a column without a name is told once per column. */
static void check_nameless(Making *m, const Record *r, size_t col, bool blank)
{
    bool nameless = col >= m->t->ncolumns || m->t->columns[col].name.n == 0;
    if (blank || m->used[col])
        return;
    m->used[col] = true;
    if (nameless)
        diag(m->diags, DIAG_CSV_HEAD_BLANK, making_pos(m, r, col),
             diag_arg(m->diags, "%zu", col + 1));
}

static void add_cells(Making *m, const Record *r)
{
    for (size_t col = 0; col < r->n; col++) {
        Cell cell = make_cell(m, r, col);
        check_nameless(m, r, col, cell.n == 0);
        if (col >= m->t->ncolumns)
            continue;
        if (cell.n == 0 && m->fills[col])
            cell = m->above[col];
        else if (cell.n)
            m->above[col] = cell;
        g_array_append_val(m->cells, cell);
    }
}

/* Cells that a short row lacks but fill-down gives. */
static void add_filled(Making *m, size_t from)
{
    size_t end = m->t->ncolumns;
    while (end > from && !(m->fills[end - 1] && m->above[end - 1].n))
        end--;
    for (size_t col = from; col < end; col++) {
        Cell cell = m->fills[col] ? m->above[col] : (Cell){0, 0};
        g_array_append_val(m->cells, cell);
    }
}

static bool add_row(Making *m, const Record *r)
{
    bool fits = r->n == m->width || (r->n < m->width && m->t->spec.pad);
    if (!fits) {
        making_ragged(m, r);
        m->t->lost_rows = true;
        return diags_count(m->diags, LEVEL_ERROR) < 1000;
    }
    if (m->cells->len > CELLS_MAX) {
        diag0(m->diags, DIAG_CSV_TOO_BIG, ((Pos){m->t->file, 0, 0}));
        return false;
    }
    Row row = record_row(m, r);
    add_cells(m, r);
    add_filled(m, r->n < m->t->ncolumns ? r->n : m->t->ncolumns);
    g_array_append_val(m->rows, row);
    return true;
}

/* ---- titles and notes around the data (K-202) ---- */

/* "(단위: 백만원)" above the head is the unit of the table. */
static void take_unit(Making *m, Str text)
{
    Str name, unit;
    Str line = str_printf(m->arena, "x " STR_FMT, STR_ARG(text));
    head_read(line, m->arena, &name, &unit);
    if (unit.n && m->t->spec.unit.n == 0)
        m->t->spec.unit = unit;
}

static void add_note(Making *m, const Record *r, size_t cell)
{
    Str text = making_text(m, r, cell);
    TableNote note = {.text = str_dup(text, m->arena),
                      .pos = making_pos(m, r, cell),
                      .above = !m->has_head};
    typed_copy(m->t->spec.typed, text, note.text);
    g_array_append_val(m->notes, note);
    if (note.above)
        take_unit(m, note.text);
    diag(m->diags, DIAG_CSV_NOTE, note.pos, diag_str(m->diags, note.text));
}

/* A title or unit line above the head, a footnote below it. */
static bool take_note(Making *m, const Record *r)
{
    size_t cell = note_cell(r, m->has_head, m->usual_width);
    if (cell < r->n)
        add_note(m, r, cell);
    return cell < r->n;
}

/* An empty line is a row with a blank only where rows have one cell. */
bool making_take(void *context, const Record *r)
{
    Making *m = context;
    RecordCell blank = {STR(""), r->at, false};
    Record one = {&blank, 1, r->at, r->line};
    if (r->n == 0 && (!m->has_head || m->width != 1))
        return true;
    if (r->n == 0)
        r = &one;
    bool inside_head = m->nhead > 0 && !m->has_head;
    if (!inside_head && take_note(m, r))
        return true;
    if (!m->has_head) {
        making_head(m, r);
        return true;
    }
    if (m->rows->len == 0)
        making_look_for_head(m, r);
    return add_row(m, r);
}
