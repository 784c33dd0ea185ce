/* The table setter: tags, cells, rows. */
#include "page/table.h"

#include <glib.h>

/* Rows that share a scrap: few enough that a long list leaves memory as its
 * pages leave. */
enum { ROWS_PER_SCRAP = 16 };

static Len max_len(Len a, Len b)
{
    return a > b ? a : b;
}

/* ---- cells ---- */

/* A crowd of columns may leave less than nothing: then what stands there is
 * reported, not set backwards. */
static Len cell_measure(const TableSet *t, const TableColumn *c, Len left)
{
    return max_len(c->width - left - t->pad_x, 1);
}

/* K-46: what its column says, or the table. */
static const BlockFit *column_fit(const TableSet *t, const TableColumn *c)
{
    return c->spec->fit ? c->spec->fit : t->book->block->fit;
}

/* Text begins a little further from the rule than figures may. */
static void cell_set_left(TableSet *t, const TableColumn *c, RichText text,
                          TableCell *out)
{
    ParaSpec spec = {.measure = cell_measure(t, c, t->text_x)};
    out->para = set_cell(t->book, text, out->type, spec, column_fit(t, c));
    out->x = c->x + t->text_x;
}

static void cell_set_centre(TableSet *t, const TableColumn *c, RichText text,
                            TableCell *out)
{
    ParaSpec spec = {
        .align = ALIGN_CENTRE,
        .balance = true,
        .measure = cell_measure(t, c, t->pad_x),
    };
    out->para = set_cell(t->book, text, out->type, spec, column_fit(t, c));
    out->x = c->x + t->pad_x;
}

/* How far the part of a figure that aligns reaches. */
static Len whole_width(TableSet *t, const TableColumn *c, RichText text,
                       const TableCell *cell)
{
    if (c->spec->date_padded)
        return cell->para->width;
    Str s = rich_plain(text, t->book->scrap->arena);
    Str rest = str_sub(s, figure_whole(s), s.n);
    if (rest.n > 0)
        return cell->para->width - text_width(t->book->text, rest,
                                              &cell->type->text,
                                              rich_source(text), NULL);
    /* The last digit keeps its own width; its cell is the plain one. */
    int spacing = cell->type->text.letter_spacing;
    return cell->para->width +
           len_mul(cell->type->text.size, spacing, 1000) / 2;
}

/* Figures stand in one block, centred under the head, aligned by place
 * (K-96, K-97). */
static void cell_set_aligned(TableSet *t, const TableColumn *c, RichText text,
                             TableCell *out)
{
    Len room = cell_measure(t, c, t->pad_x);
    Len block = c->whole + c->rest;
    if (block > room) {
        cell_set_centre(t, c, text, out);
        return;
    }
    ParaSpec spec = {.measure = room};
    out->para = set_rich(t->book, text, out->type, &spec);
    out->x =
        c->x + (c->width - block) / 2 + c->whole - whole_width(t, c, text, out);
}

typedef void CellSetter(TableSet *, const TableColumn *, RichText, TableCell *);

static CellSetter *const CELL_SETTERS[] = {
    [PLACE_LEFT] = cell_set_left,
    [PLACE_CENTRE] = cell_set_centre,
    [PLACE_ALIGNED] = cell_set_aligned,
};

static void cell_set(TableSet *t, const TableColumn *c, RichText text,
                     const Type *type, CellPlace place, TableCell *out)
{
    out->type = type;
    if (!rich_is_empty(text))
        CELL_SETTERS[place](t, c, text, out);
}

/* ---- rows ---- */

static Tag *cell_tag(TableSet *t, Tag *row, bool header, TagScope scope)
{
    Book *b = t->book;
    Tag *tag = tag_in(b, row, header ? ROLE_HEADER_CELL : ROLE_CELL);
    if (header)
        tag_extra(b->out->tags, tag)->scope = scope;
    return tag;
}

static uint32_t cells_lines(const TableCell *cells, uint32_t n)
{
    uint32_t lines = 1;
    for (uint32_t i = 0; i < n; i++)
        if (cells[i].para && cells[i].para->nlines > lines)
            lines = cells[i].para->nlines;
    return lines;
}

static void head_set_cells(TableSet *t)
{
    Book *b = t->book;
    const Theme *theme = b->theme;
    const Type *type = &b->types[STYLE_TABLE_HEAD];
    TableCell *cells = ARENA_ARRAY(b->scrap->arena, TableCell, t->n);
    Tag *row = tag_in(b, tag_in(b, t->tag, ROLE_TABLE_HEAD), ROLE_ROW);
    for (uint32_t i = 0; i < t->n; i++) {
        TableColumn *c = &t->columns[i];
        cell_set(t, c, c->spec->head, type, PLACE_CENTRE, &cells[i]);
        cells[i].tag = cell_tag(t, row, true, SCOPE_COLUMN);
    }
    t->head = (TableRow){
        .table = t,
        .cells = cells,
        .lines = cells_lines(cells, t->n),
        .rule = theme->rule_top,
        .pad_top = theme->cell_pad_y,
        .pad_bottom = theme->cell_pad_y,
        .tinted = true,
        .tint = theme->tint1,
    };
    t->head.to = t->head.lines;
}

/* Head and totals are ruled off, and so is each group of a dated list. */
static Len rule_above(const TableSet *t, const BlockRow *row)
{
    const Theme *theme = t->book->theme;
    bool off =
        !t->any_row || row->role != ROW_PLAIN || t->last_role != ROW_PLAIN;
    if (off)
        return theme->rule_head;
    return row->group_start ? theme->rule_group : theme->rule_inner;
}

static TableRow row_plan(TableSet *t, const BlockRow *row,
                         const TableCell *cells)
{
    const Theme *theme = t->book->theme;
    bool list = t->long_list && row->role == ROW_PLAIN;
    Len pad = list ? theme->list_pad_y : theme->cell_pad_y;
    uint32_t lines = cells_lines(cells, t->n);
    return (TableRow){
        .table = t,
        .cells = cells,
        .lines = lines,
        .to = lines,
        .rule = rule_above(t, row),
        .pad_top = pad,
        .pad_bottom = pad,
        .tinted = row->role != ROW_PLAIN,
        .tint = theme->tint2,
    };
}

static const TableCell *row_set_cells(TableSet *t, const BlockRow *row)
{
    Book *b = t->book;
    TableCell *cells = ARENA_ARRAY(b->scrap->arena, TableCell, t->n);
    Tag *tag = tag_in(b, t->body, ROLE_ROW);
    for (uint32_t i = 0; i < t->n; i++) {
        TableColumn *c = &t->columns[i];
        cell_set(t, c, row->cells[i], cell_type(c, row->role),
                 cell_place(c, row->role, row->cells[i]), &cells[i]);
        cells[i].tag = cell_tag(t, tag, c->spec->scope_row, SCOPE_ROW);
    }
    return cells;
}

static Pos row_source(const TableSet *t, const BlockRow *row)
{
    for (uint32_t i = 0; i < t->n; i++)
        if (row->cells[i].n > 0)
            return rich_source(row->cells[i]);
    return t->book->block->pos;
}

/* A note under the table brings its own, smaller space. */
static Len space_after(const Book *b)
{
    return block_clings(b->after) ? 0 : b->theme->table.after;
}

static void row_piece_add(TableSet *t, TableRow row, unsigned flags, Pos pos)
{
    Book *b = t->book;
    const Theme *theme = b->theme;
    bool last = flags & PIECE_FRAME_LAST;
    TableRow *data = ARENA_NEW(b->scrap->arena, TableRow);
    *data = row;
    Piece piece = {
        .draw = table_row_draw,
        .data = data,
        .flags = (uint8_t)flags,
        .lines = 1,
        .height = row_height(&row, &b->types[STYLE_TABLE]) +
                  (last ? theme->rule_bottom : 0),
        .after = last ? space_after(b) : 0,
        .frame = &t->frame,
        .pos = pos,
    };
    flow_add(b->flow, piece);
}

/* A row taller than half a page may break between its lines (K-98). */
static void row_add(TableSet *t, TableRow row, unsigned flags, Pos pos)
{
    const Type *type = &t->book->types[STYLE_TABLE];
    if (row_height(&row, type) <= t->book->theme->depth / 2) {
        row_piece_add(t, row, flags, pos);
        return;
    }
    for (uint32_t i = 0; i < row.lines; i++) {
        bool last = i + 1 == row.lines;
        TableRow part = row;
        part.from = i;
        part.to = i + 1;
        part.rule = i == 0 ? row.rule : 0;
        part.pad_top = i == 0 ? row.pad_top : 0;
        part.pad_bottom = last ? row.pad_bottom : 0;
        row_piece_add(t, part,
                      (last ? flags : 0) | (i > 0 ? PIECE_SAME_ROW : 0), pos);
    }
}

/* No page holds one row alone: the first two and the last two stay together,
 * a total with what it totals, and the last with the note under it. */
static unsigned row_flags(const TableSet *t, uint32_t i)
{
    uint32_t n = t->table->nrows;
    bool last = i + 1 == n;
    bool total = t->table->rows[i].role != ROW_PLAIN;
    if (last)
        return PIECE_FRAME_LAST |
               (block_clings(t->book->after) ? PIECE_KEEP : 0);
    bool keep = i == 0 || i + 2 == n || (total && i < 2);
    return keep ? PIECE_KEEP : 0;
}

static void rows_add(TableSet *t)
{
    for (uint32_t i = 0; i < t->table->nrows; i++) {
        const BlockRow *row = &t->table->rows[i];
        if (i % ROWS_PER_SCRAP == 0)
            book_turn_scrap(t->book);
        TableRow plan = row_plan(t, row, row_set_cells(t, row));
        row_add(t, plan, row_flags(t, i), row_source(t, row));
        t->any_row = true;
        t->last_role = row->role;
    }
}

/* ---- head and what stands above ---- */

static void above_set(TableSet *t)
{
    Book *b = t->book;
    const Type *caption = &b->types[STYLE_CAPTION];
    const Type *unit = &b->types[STYLE_UNIT];
    Len height = 0;
    if (t->table->unit.n > 0) {
        Str text = str_printf(b->scrap->arena, "(단위: " STR_FMT ")",
                              STR_ARG(t->table->unit));
        t->unit = set_label(b, text, unit, b->block->pos, b->scrap->arena);
        height = unit->pitch;
    }
    if (!rich_is_empty(t->table->caption)) {
        Len beside = t->unit ? t->unit->width + caption->text.size : 0;
        ParaSpec spec = {.fit = FIT_LINE, .measure = b->measure - beside};
        spec = set_fit(b, b->block->fit, spec);
        t->caption = set_rich(b, t->table->caption, caption, &spec);
        height = max_len(height, para_height(t->caption, caption));
    }
    if (height == 0)
        return;
    t->above = height + b->theme->unit_gap;
    t->caption_tag = tag_in(b, t->tag, ROLE_CAPTION);
}

static void above_add(TableSet *t)
{
    if (t->above == 0)
        return;
    Piece piece = {
        .draw = table_above_draw,
        .data = t,
        .flags = PIECE_KEEP | PIECE_FRAME_FIRST,
        .before = space_before(t->book, &t->book->theme->table),
        .height = t->above,
        .frame = &t->frame,
        .pos = t->book->block->pos,
    };
    flow_add(t->book->flow, piece);
}

static void head_add(TableSet *t)
{
    Book *b = t->book;
    bool first = t->above == 0;
    bool last = t->table->nrows == 0;
    const Theme *theme = b->theme;
    Piece piece = {
        .draw = table_row_draw,
        .data = &t->head,
        .flags = (uint8_t)((first ? PIECE_FRAME_FIRST : 0) |
                           (last ? PIECE_FRAME_LAST : PIECE_KEEP)),
        .lines = last,
        .before = first ? space_before(b, &theme->table) : 0,
        .height = row_height(&t->head, &b->types[STYLE_TABLE_HEAD]) +
                  (last ? theme->rule_bottom : 0),
        .after = last ? space_after(b) : 0,
        .frame = &t->frame,
        .pos = b->block->pos,
    };
    flow_add(b->flow, piece);
}

/* ---- the whole ---- */

static void frame_plan(TableSet *t)
{
    Book *b = t->book;
    const Theme *theme = b->theme;
    t->frame = (Frame){
        .open = t->above + row_height(&t->head, &b->types[STYLE_TABLE_HEAD]),
        .close = theme->rule_bottom + theme->continued_gap +
                 b->types[STYLE_CONTINUED].pitch,
        .columns = t->n,
        .begin = table_begin,
        .end = table_end,
        .data = t,
        .scrap = b->scrap,
    };
}

static TableSet *table_new(Book *b, const BlockTable *table)
{
    TableSet *t = ARENA_NEW(b->scrap->arena, TableSet);
    t->book = b;
    t->table = table;
    t->n = table->ncolumns;
    t->columns = ARENA_ARRAY(b->scrap->arena, TableColumn, t->n);
    for (uint32_t i = 0; i < t->n; i++)
        t->columns[i].spec = &table->columns[i];
    t->rules = b->rules;
    t->long_list = table->nrows >= (uint32_t)b->theme->list_rows;
    t->tag = tree_tag(b, ROLE_TABLE);
    above_set(t);
    return t;
}

void table_set(Book *b, const Block *block)
{
    if (block->table->ncolumns == 0)
        return;
    Scrap *home = b->scrap; /* the columns outlive the scraps of the rows */
    home->users++;
    tree_end_lists(b);
    TableSet *t = table_new(b, block->table);
    table_columns_plan(t);
    head_set_cells(t);
    frame_plan(t);
    if (block->table->nrows > 0)
        t->body = tag_in(b, t->tag, ROLE_TABLE_BODY);
    above_add(t);
    head_add(t);
    rows_add(t);
    scrap_drop(&b->scraps, home);
}
