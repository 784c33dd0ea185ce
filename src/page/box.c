/*
 * Boxes: 당면사항, 참고사항: a label cell and its entries between two rules.
 *
 * A box stays whole (K-86); one longer than a page goes on under a repeated
 * label. Many short entries stand in two columns, read down the first, then
 * down the second.
 */
#include "page/mark.h"
#include "page/set.h"

typedef struct BoxEntry {
    const Para *para;
    ListTags tags;
} BoxEntry;

typedef struct Box {
    Frame frame;
    const Para *label;
    Tag *label_tag;
    const Type *label_type, *type;
    Mark mark;
    Len text_x;           /* of the first column */
    Len hang;             /* column to text */
    Len column;           /* width of one column, its marker included */
    Len gutter;
    uint32_t n, rows;     /* entries; rows of them */
    BoxEntry *entries;
} Box;

typedef struct BoxLine {
    Box *box;
    uint32_t row, line;
    Len pad;              /* above the line, inside the piece */
} BoxLine;

/* ---- drawing ---- */

static void label_draw(const Box *x, Pen *pen, Stretch s)
{
    const Theme *t = pen->book->theme;
    Len height = para_height(x->label, x->label_type);
    Len top = s.top + (s.bottom - s.top - height) / 2;
    if (!s.first)
        pen_artifact(pen, ARTIFACT_REPEAT);
    pen_para(pen, x->label, x->label_type, s.first ? x->label_tag : NULL,
        pen->left + t->cell_pad_x, top);
}

static void box_begin(Frame *frame, Pen *pen, Stretch s)
{
    const Box *x = frame->data;
    const Theme *t = pen->book->theme;
    Colour ink = colour_of(t->ink);
    Rect cell = {pen->left, s.top + t->rule_top, t->box_label_width,
        s.bottom - s.top - t->rule_top - t->rule_bottom};
    pen_artifact(pen, ARTIFACT_LAYOUT);
    dlpage_fill_rect(pen->page, cell, colour_of(t->tint1));
    pen_rule(pen, pen->left, s.top, pen->width, t->rule_top, ink);
    pen_rule(pen, pen->left, s.bottom - t->rule_bottom, pen->width,
        t->rule_bottom, ink);
    label_draw(x, pen, s);
}

static void box_end(Frame *frame, Pen *pen, Stretch s)
{
    (void)frame, (void)pen, (void)s;
}

static void entry_line_draw(const Box *x, Pen *pen, uint32_t i, uint32_t line,
    Len left, Len top)
{
    const BoxEntry *e = &x->entries[i];
    if (line == 0)
        mark_draw(&x->mark, pen, e->tags.label,
            left + x->mark.marker->x, top);
    if (line < e->para->nlines)
        pen_line(pen, e->para, line, e->tags.body,
            (Point){left + x->hang, type_baseline(x->type, top)});
}

static void box_line_draw(const Piece *piece, Pen *pen, Len top)
{
    const BoxLine *l = piece->data;
    const Box *x = l->box;
    Len left = pen->left + x->text_x;
    for (uint32_t i = l->row; i < x->n; i += x->rows) {
        entry_line_draw(x, pen, i, l->line, left, top + l->pad);
        left += x->column + x->gutter;
    }
}

/* ---- setting ---- */

/* Between the two columns of entries. */
#define BOX_GUTTER LEN_PT(12)

static void entries_set(Book *b, Box *x, const BlockBox *box)
{
    Tag *list = tag_in(b, x->label_tag->parent, ROLE_LIST);
    x->n = box->n;
    x->entries = ARENA_ARRAY(b->scrap->arena, BoxEntry, box->n);
    for (uint32_t i = 0; i < box->n; i++) {
        ParaSpec spec = {.fit = FIT_BODY, .measure = x->column - x->hang};
        x->entries[i].para = set_rich(b, box->entries[i], x->type, &spec);
        x->entries[i].tags = list_item(b, list);
    }
}

static bool wants_two_columns(const Theme *t, uint32_t n)
{
    return t->box_two_columns > 0 && n >= (uint32_t)t->box_two_columns;
}

static void columns_plan(const Book *b, Box *x, const BlockBox *box)
{
    const Theme *t = b->theme;
    Len room = b->measure - t->box_label_width - t->box_pad_left
        - t->box_pad_right;
    bool two = wants_two_columns(t, box->n);
    x->text_x = t->box_label_width + t->box_pad_left;
    x->gutter = two ? BOX_GUTTER : 0;
    x->column = two ? (room - x->gutter) / 2 : room;
    x->rows = two ? (box->n + 1) / 2 : box->n;
    x->hang = t->box_marker.text_x;
}

static void frame_plan(const Book *b, Box *x)
{
    const Theme *t = b->theme;
    x->frame = (Frame){
        .open = t->rule_top + t->box_pad_top,
        .close = t->box_pad_bottom + t->rule_bottom,
        .begin = box_begin,
        .end = box_end,
        .data = x,
        .scrap = b->scrap,
    };
}

static void label_set(Book *b, Box *x, RichText label)
{
    Tag *tag = tree_tag(b, ROLE_BOX);
    ParaSpec spec = {
        .align = ALIGN_CENTRE,
        .fit = FIT_CELL,
        .balance = true,
        .measure = b->theme->box_label_width - 2 * b->theme->cell_pad_x,
    };
    x->label_type = &b->types[STYLE_BOX_LABEL];
    x->label = set_rich(b, label, x->label_type, &spec);
    x->label_tag = tag_in(b, tag, ROLE_PARA);
}

static Box *box_new(Book *b, const BlockBox *box)
{
    Box *x = ARENA_NEW(b->scrap->arena, Box);
    x->type = &b->types[STYLE_BOX_TEXT];
    x->mark = mark_set(b, &b->theme->box_marker, x->type);
    columns_plan(b, x, box);
    frame_plan(b, x);
    label_set(b, x, box->label);
    entries_set(b, x, box);
    return x;
}

static uint32_t row_lines(const Box *x, uint32_t row)
{
    uint32_t lines = 1;
    for (uint32_t i = row; i < x->n; i += x->rows)
        if (x->entries[i].para->nlines > lines)
            lines = x->entries[i].para->nlines;
    return lines;
}

static uint32_t box_lines(const Box *x)
{
    uint32_t lines = 0;
    for (uint32_t row = 0; row < x->rows; row++)
        lines += row_lines(x, row);
    return lines;
}

/* A label of more lines than the entries makes the box higher. */
static Len label_excess(const Box *x, uint32_t lines)
{
    Len excess = para_height(x->label, x->label_type)
        - (Len)lines * x->type->pitch;
    return excess > 0 ? excess : 0;
}

static bool fits_page(const Theme *t, const Box *x, uint32_t lines)
{
    return x->frame.open + (Len)lines * x->type->pitch + x->frame.close
        <= t->depth;
}

static void box_line_add(Book *b, Box *x, uint32_t row, uint32_t line,
    uint32_t at, uint32_t lines, bool whole)
{
    const ThemeSpace *space = &b->theme->box;
    BoxLine *data = ARENA_NEW(b->scrap->arena, BoxLine);
    bool first = at == 0, last = at + 1 == lines;
    bool keeps = !last && (whole || at == 0 || at + 2 == lines);
    *data = (BoxLine){x, row, line, first ? x->frame.open : 0};
    flow_add(b->flow, (Piece){
        .draw = box_line_draw,
        .data = data,
        .flags = (uint8_t)((keeps ? PIECE_KEEP : 0)
            | (first ? PIECE_FRAME_FIRST : 0)
            | (last ? PIECE_FRAME_LAST : 0)),
        .lines = 1,
        .before = first ? space_before(b, space) : 0,
        .height = x->type->pitch + data->pad
            + (last ? x->frame.close + label_excess(x, lines) : 0),
        .after = last ? space->after : 0,
        .frame = &x->frame,
        .pos = b->block->pos,
    });
}

void box_set(Book *b, const Block *block)
{
    if (block->box->n == 0)
        return;
    tree_end_lists(b);
    Box *x = box_new(b, block->box);
    uint32_t lines = box_lines(x), at = 0;
    bool whole = fits_page(b->theme, x, lines);
    for (uint32_t row = 0; row < x->rows; row++)
        for (uint32_t line = 0; line < row_lines(x, row); line++)
            box_line_add(b, x, row, line, at++, lines, whole);
}
