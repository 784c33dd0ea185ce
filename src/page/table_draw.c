/* Tables on the page: rows, tints, rules, repeated heads. */
#include "page/table.h"

#include <glib.h>

Len row_height(const TableRow *r, const Type *type)
{
    return r->rule + r->pad_top + (Len)(r->to - r->from) * type->pitch +
           r->pad_bottom;
}

/* ---- above the grid: caption at the left, unit at the right ---- */

static void above_draw(TableSet *t, Pen *pen, Len top, Tag *tag)
{
    Book *b = t->book;
    const Type *caption = &b->types[STYLE_CAPTION];
    const Type *unit = &b->types[STYLE_UNIT];
    Len bottom = top + t->above - b->theme->unit_gap;
    /* Both stand on one baseline, whatever their pitches. */
    Len base = type_baseline(unit, bottom - unit->pitch);
    if (t->caption)
        pen_para(pen, t->caption, caption, tag, pen->left,
                 base - type_baseline(caption, 0) -
                     (Len)(t->caption->nlines - 1) * caption->pitch);
    if (t->unit)
        pen_para(pen, t->unit, unit, tag,
                 pen->left + pen->width - t->unit->width,
                 base - type_baseline(unit, 0));
}

void table_above_draw(const Piece *piece, Pen *pen, Len top)
{
    TableSet *t = piece->data;
    if (pen->column == 0)
        above_draw(t, pen, top, t->caption_tag);
}

/* ---- rows ---- */

static void rule_note(TableSet *t, Len y, Len thick)
{
    TableRule rule = {y, thick};
    g_array_append_val(t->rules, rule);
}

static void row_tint(const TableRow *r, Pen *pen, Len top, Len height)
{
    Len under = r->rule / 2; /* no gap between tint and rule */
    pen_artifact(pen, ARTIFACT_LAYOUT);
    dlpage_fill_rect(pen->page,
                     (Rect){pen->left, top + under, pen->width, height - under},
                     colour_of(r->tint));
}

/* Cells of fewer lines than their row stand in its middle; in a row that is
 * cut they begin at its top. */
static Len cell_top(const TableRow *r, const TableCell *c, Len top)
{
    bool cut = r->to - r->from < r->lines;
    if (cut)
        return top - (Len)r->from * c->type->pitch;
    return top + (Len)(r->lines - c->para->nlines) * c->type->pitch / 2;
}

static void cell_draw(const TableRow *r, const TableCell *c, Pen *pen, Len top,
                      Tag *tag)
{
    uint32_t end = c->para->nlines < r->to ? c->para->nlines : r->to;
    Len first = cell_top(r, c, top);
    for (uint32_t i = r->from; i < end; i++) {
        Point at = {pen->left + c->x,
                    type_baseline(c->type, first + (Len)i * c->type->pitch)};
        if (tag)
            pen_line(pen, c->para, i, tag, at);
        else
            pen_bare_line(pen, c->para, i, at);
    }
}

/* What stands behind the cells. */
static void row_ground_draw(const TableRow *r, Pen *pen, Len top, Len height)
{
    if (r->tinted)
        row_tint(r, pen, top, height);
    if (r->rule > 0)
        rule_note(r->table, top, r->rule);
}

void table_row_draw(const Piece *piece, Pen *pen, Len top)
{
    const TableRow *r = piece->data;
    const TableCell *c = &r->cells[pen->column];
    if (pen->column == 0)
        row_ground_draw(r, pen, top, piece->height);
    if (c->para)
        cell_draw(r, c, pen, top + r->rule + r->pad_top, c->tag);
}

/* On the pages after the first. */
static void head_repeat(const TableSet *t, Pen *pen, Len top)
{
    const TableRow *r = &t->head;
    row_ground_draw(r, pen, top,
                    row_height(r, &t->book->types[STYLE_TABLE_HEAD]));
    pen_artifact(pen, ARTIFACT_REPEAT);
    for (uint32_t i = 0; i < t->n; i++)
        if (r->cells[i].para)
            cell_draw(r, &r->cells[i], pen, top + r->rule + r->pad_top, NULL);
}

/* ---- the frame: what every page of the table has ---- */

void table_begin(Frame *frame, Pen *pen, Stretch s)
{
    TableSet *t = frame->data;
    g_array_set_size(t->rules, 0);
    t->grid_top = s.top + t->above;
    if (s.first)
        return;
    pen_artifact(pen, ARTIFACT_REPEAT);
    above_draw(t, pen, s.top, NULL);
    head_repeat(t, pen, t->grid_top);
}

static Len continued_height(const Book *b)
{
    return b->theme->continued_gap + b->types[STYLE_CONTINUED].pitch;
}

/* 다음 쪽에 이어짐: below the grid, at the right. */
static void continued_draw(Book *b, Pen *pen, Len bottom)
{
    const Type *type = &b->types[STYLE_CONTINUED];
    const Para *p = set_own(b, b->theme->continued, type, b->furniture.arena);
    if (p->nlines == 0)
        return;
    pen_artifact(pen, ARTIFACT_REPEAT);
    pen_bare_line(
        pen, p, 0,
        (Point){pen->left + pen->width - p->width,
                type_baseline(type, bottom + b->theme->continued_gap)});
}

static void verticals_draw(const TableSet *t, Pen *pen, Len bottom)
{
    const Theme *theme = t->book->theme;
    for (uint32_t i = 1; i < t->n; i++) {
        Len x = pen->left + t->columns[i].x;
        dlpage_line(pen->page, (Point){x, t->grid_top}, (Point){x, bottom},
                    theme->rule_inner, colour_of(theme->ink));
    }
}

void table_end(Frame *frame, Pen *pen, Stretch s)
{
    TableSet *t = frame->data;
    const Theme *theme = t->book->theme;
    Len foot = s.last ? 0 : continued_height(t->book);
    Len bottom = s.bottom - foot - theme->rule_bottom;
    rule_note(t, bottom, theme->rule_bottom);
    pen_artifact(pen, ARTIFACT_LAYOUT);
    verticals_draw(t, pen, bottom);
    for (unsigned i = 0; i < t->rules->len; i++) {
        TableRule r = g_array_index(t->rules, TableRule, i);
        pen_rule(pen, pen->left, r.y, pen->width, r.thick,
                 colour_of(theme->ink));
    }
    if (!s.last)
        continued_draw(t->book, pen, s.bottom - foot);
}
