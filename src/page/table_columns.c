/*
 * Column widths: by content, then shared fairly (K-104).
 *
 * Each column knows its natural width (the widest cell on one line) and its
 * least one (the widest word). When all natural widths fit, columns of prose
 * get the rest, or everybody when there are none. When they do not, columns
 * stand between least and natural width in the same proportion.
 */
#include "page/table.h"

/* Air beside the widest cell of a column of short words or figures. */
#define COLUMN_AIR LEN_PT(12)
/* 비고 and 근거 take at most a quarter (K-104). */
enum { REMARK_SHARE = 25 };

/* The paddings of a crowded table: a quarter of an em (K-104). */
#define TIGHT_PAD LEN_PT(3)

static bool is_remark(const TableColumn *c, Arena *a)
{
    Str head = rich_plain(c->spec->head, a);
    return str_eq_c(head, "비고") || str_eq_c(head, "근거");
}

static bool is_prose(const TableColumn *c)
{
    return c->spec->align == CELL_LEFT;
}

const Type *cell_type(const TableColumn *c, RowRole role)
{
    return role == ROW_PLAIN ? &c->plain : &c->total;
}

/* Bold figures take the cells of the plain ones. */
static void types_plan(TableSet *t)
{
    Book *b = t->book;
    Type total = b->types[STYLE_TABLE_TOTAL];
    total.text.letter_spacing =
        (int16_t)(total.text.letter_spacing +
                  figure_spacing(&total, &b->types[STYLE_TABLE], b->fonts));
    for (uint32_t i = 0; i < t->n; i++) {
        t->columns[i].plain = b->types[STYLE_TABLE];
        t->columns[i].total = total;
    }
}

/* ---- measuring ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool has_digit(RichText cell)
{
    for (uint32_t i = 0; i < cell.n; i++)
        for (size_t k = 0; k < cell.spans[i].text.n; k++)
            if (is_digit(cell.spans[i].text.p[k]))
                return true;
    return false;
}

static bool is_figures(const TableColumn *c)
{
    return c->spec->align == CELL_RIGHT || c->spec->align == CELL_DECIMAL;
}

/* What a total says in a column of text or dates stands in the middle; so
 * does a word among figures. */
CellPlace cell_place(const TableColumn *c, RowRole role, RichText cell)
{
    if (is_figures(c))
        return has_digit(cell) ? PLACE_ALIGNED : PLACE_CENTRE;
    if (role != ROW_PLAIN)
        return PLACE_CENTRE;
    if (c->spec->date_padded)
        return PLACE_ALIGNED;
    return c->spec->align == CELL_CENTRE ? PLACE_CENTRE : PLACE_LEFT;
}

size_t figure_whole(Str s)
{
    size_t end = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool point = s.p[i] == '.' && i > 0 && is_digit(s.p[i - 1]) &&
                     i + 1 < s.n && is_digit(s.p[i + 1]);
        if (point)
            return i;
        if (is_digit(s.p[i]))
            end = i + 1;
    }
    return end > 0 ? end : s.n;
}

static void keep_max(Len *max, Len value)
{
    if (value > *max)
        *max = value;
}

/* Dates align at their end; numbers at the point, what follows it hanging to
 * the right. */
static void figure_measure(TableSet *t, TableColumn *c, RichText cell,
                           const Type *type, Len width)
{
    Str s = rich_plain(cell, t->book->scrap->arena);
    Len rest = 0;
    if (!c->spec->date_padded) {
        Str tail = str_sub(s, figure_whole(s), s.n);
        rest = text_width(t->book->text, tail, &type->text, rich_source(cell),
                          NULL);
    }
    keep_max(&c->whole, width - rest);
    keep_max(&c->rest, rest);
}

static void cell_measure(TableSet *t, TableColumn *c, RichText cell,
                         RowRole role)
{
    if (cell.n == 0)
        return;
    const Type *type = cell_type(c, role);
    Len width = rich_width(t->book, cell, type);
    keep_max(&c->natural, width);
    if (cell_place(c, role, cell) == PLACE_ALIGNED)
        figure_measure(t, c, cell, type, width);
}

static void cells_measure(TableSet *t)
{
    const Type *head = &t->book->types[STYLE_TABLE_HEAD];
    for (uint32_t i = 0; i < t->n; i++)
        keep_max(&t->columns[i].natural,
                 rich_width(t->book, t->columns[i].spec->head, head));
    for (uint32_t r = 0; r < t->table->nrows; r++) {
        const BlockRow *row = &t->table->rows[r];
        for (uint32_t i = 0; i < t->n; i++)
            cell_measure(t, &t->columns[i], row->cells[i], row->role);
    }
    for (uint32_t i = 0; i < t->n; i++) {
        TableColumn *c = &t->columns[i];
        keep_max(&c->natural, c->whole + c->rest);
        c->remark = is_remark(c, t->book->scrap->arena);
    }
}

/* Only tables that do not fit need the widths of their words. */
static void words_measure(TableSet *t)
{
    Book *b = t->book;
    const Type *head = &b->types[STYLE_TABLE_HEAD];
    for (uint32_t i = 0; i < t->n; i++) {
        TableColumn *c = &t->columns[i];
        keep_max(&c->word, rich_word_width(b, c->spec->head, head));
        for (uint32_t r = 0; r < t->table->nrows; r++) {
            const BlockRow *row = &t->table->rows[r];
            keep_max(&c->word, rich_word_width(b, row->cells[i],
                                               cell_type(c, row->role)));
        }
        if (is_figures(c) || c->spec->date_padded)
            c->word = c->natural;
    }
}

/* ---- sharing ---- */

static Len paddings(const TableSet *t, const TableColumn *c)
{
    return (is_prose(c) ? t->text_x : t->pad_x) + t->pad_x;
}

static Len sum_widths(const TableSet *t)
{
    Len sum = 0;
    for (uint32_t i = 0; i < t->n; i++)
        sum += t->columns[i].width;
    return sum;
}

/* A share of the measure that the layout asks for, else 0. */
static Len asked_width(const TableSet *t, const TableColumn *c)
{
    if (c->spec->weight <= 0)
        return 0;
    return len_mul(t->book->measure, c->spec->weight, 100);
}

static void cap_remark(const TableSet *t, TableColumn *c)
{
    Len cap = len_mul(t->book->measure, REMARK_SHARE, 100);
    if (c->remark && c->width > cap)
        c->width = cap;
}

/* What is too long to be counted is no wider than what all columns together
 * can be. */
static void natural_widths(TableSet *t)
{
    Len most = INT32_MAX / (Len)t->n;
    for (uint32_t i = 0; i < t->n; i++) {
        TableColumn *c = &t->columns[i];
        Len asked = asked_width(t, c);
        Len natural = len_add(c->natural, paddings(t, c));
        c->width = asked > 0 ? asked : natural < most ? natural : most;
        if (asked == 0)
            cap_remark(t, c);
    }
}

/* May the column take more than its natural width? */
static bool takes_rest(const TableColumn *c, bool prose)
{
    return c->spec->weight <= 0 && !c->remark && (!prose || is_prose(c));
}

static uint32_t count_takers(const TableSet *t, bool prose)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < t->n; i++)
        n += takes_rest(&t->columns[i], prose);
    return n;
}

/* Gives `rest` in equal parts to those that take it; the last of them gets
 * what division leaves. */
static void share_equally(TableSet *t, Len rest, bool prose)
{
    uint32_t takers = count_takers(t, prose);
    for (uint32_t i = 0; i < t->n && takers > 0; i++) {
        TableColumn *c = &t->columns[i];
        if (!takes_rest(c, prose))
            continue;
        Len part = rest / (Len)takers--;
        c->width += part;
        rest -= part;
    }
}

/* Short columns get air beside them before prose takes the rest. */
static Len give_air(TableSet *t, Len rest)
{
    for (uint32_t i = 0; i < t->n; i++) {
        TableColumn *c = &t->columns[i];
        if (is_prose(c) || c->spec->weight > 0)
            continue;
        Len air = 2 * COLUMN_AIR < rest ? 2 * COLUMN_AIR : rest;
        c->width += air;
        rest -= air;
    }
    return rest;
}

static void widen(TableSet *t, Len rest)
{
    bool prose = count_takers(t, true) > 0;
    if (prose)
        rest = give_air(t, rest);
    share_equally(t, rest, prose);
    /* All widths were asked for and leave something: the last one has it. */
    t->columns[t->n - 1].width += t->book->measure - sum_widths(t);
}

static Len shrunk(Len width, const Type *type, Len by)
{
    return len_mul(width, type->text.size - by, type->text.size);
}

static Len least_width(const TableSet *t, const TableColumn *c, Len shrink)
{
    Len least =
        len_add(shrunk(c->word, &c->plain, shrink), paddings(t, c));
    return least < c->width ? least : c->width;
}

static Len sum_least(const TableSet *t, Len shrink)
{
    Len sum = 0;
    for (uint32_t i = 0; i < t->n; i++)
        sum += least_width(t, &t->columns[i], shrink);
    return sum;
}

static bool words_fit(const TableSet *t, Len shrink)
{
    return sum_least(t, shrink) <= t->book->measure;
}

/* Words that take more than an equal share of the table, the address of a web
 * page for one, will be cut (K-14); figures and dates never are. */
static void words_cap(TableSet *t)
{
    Len share = t->book->measure / (Len)t->n;
    for (uint32_t i = 0; i < t->n; i++) {
        TableColumn *c = &t->columns[i];
        Len room = share - paddings(t, c);
        if (c->whole == 0 && c->word > room)
            c->word = room > 0 ? room : 0;
    }
}

/* When even the words do not fit, paddings and type go to their limits, and
 * then the longest words give way. */
static Len crowd(TableSet *t)
{
    Len most = SHRINK_STEPS * SHRINK_STEP;
    if (words_fit(t, 0))
        return 0;
    t->pad_x = t->text_x = TIGHT_PAD;
    natural_widths(t);
    if (!words_fit(t, most))
        words_cap(t);
    return words_fit(t, 0) ? 0 : most;
}

/* width = least + (natural - least) * room / wish, for all alike. */
static void narrow(TableSet *t)
{
    words_measure(t);
    Len shrink = crowd(t);
    Len least = sum_least(t, shrink);
    Len room = t->book->measure - least;
    Len wish = sum_widths(t) - least;
    for (uint32_t i = 0; i < t->n; i++) {
        TableColumn *c = &t->columns[i];
        Len low = least_width(t, c, shrink);
        if (room >= 0 && wish > 0)
            c->width = low + len_mul(c->width - low, room, wish);
        else
            c->width = len_mul(low, t->book->measure, least);
    }
    t->columns[t->n - 1].width += t->book->measure - sum_widths(t);
}

/* ---- figures that are too wide for their column ---- */

static void column_shrink(TableColumn *c, Len room)
{
    Len block = c->whole + c->rest, by = 0;
    for (int i = 0; i < SHRINK_STEPS && shrunk(block, &c->plain, by) > room;
         i++)
        by += SHRINK_STEP;
    if (by == 0)
        return;
    c->whole = shrunk(c->whole, &c->plain, by);
    c->rest = shrunk(c->rest, &c->plain, by);
    c->plain.text.size -= by;
    c->plain.pad.size -= by;
    c->total.text.size -= by;
    c->total.pad.size -= by;
}

static void columns_shrink(TableSet *t)
{
    for (uint32_t i = 0; i < t->n; i++) {
        TableColumn *c = &t->columns[i];
        if (c->whole > 0)
            column_shrink(c, c->width - 2 * t->pad_x);
    }
}

static void place(TableSet *t)
{
    Len x = 0;
    for (uint32_t i = 0; i < t->n; i++) {
        t->columns[i].x = x;
        x += t->columns[i].width;
    }
}

void table_columns_plan(TableSet *t)
{
    t->pad_x = t->book->theme->cell_pad_x;
    t->text_x = t->book->theme->cell_text_x;
    types_plan(t);
    cells_measure(t);
    natural_widths(t);
    Len rest = t->book->measure - sum_widths(t);
    if (rest >= 0)
        widen(t, rest);
    else
        narrow(t);
    columns_shrink(t);
    place(t);
}
