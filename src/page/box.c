/*
 * Boxes: 당면사항, 참고사항: a label cell and its entries between two rules.
 *
 * A box stays whole (K-86); one longer than a page goes on under a repeated
 * label. Many short entries stand in two columns, read down the first, then
 * down the second: so they are tagged and drawn. Readers that go by geometry
 * alone (pdftotext without -raw) take lines more than 1.5 em apart that share
 * their baselines for rows of a table and read across.
 */
#include "page/mark.h"
#include "page/set.h"

/* One line of one entry. */
typedef struct BoxLine {
    const Para *para;
    uint32_t line;
    ListTags tags;
} BoxLine;

/* A stack of entries. */
typedef struct BoxColumn {
    Len x, width; /* in the measure, markers included */
    uint32_t nlines;
    BoxLine *lines;
} BoxColumn;

enum { BOX_COLUMNS = 2 };

typedef struct Box {
    Frame frame;
    const BlockBox *block;
    const Para *label;
    Tag *label_tag;
    const Type *label_type, *type;
    Mark mark;
    Len hang;       /* edge of the column to the text */
    uint32_t first; /* entries of the first column */
    BoxColumn columns[BOX_COLUMNS];
} Box;

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

static void entry_line_draw(const Box *x, const BoxLine *l, Pen *pen, Len left,
                            Len top)
{
    if (l->line == 0)
        mark_draw(&x->mark, pen, l->tags.label, left + x->mark.marker->x, top);
    if (l->line < l->para->nlines)
        pen_line(pen, l->para, l->line, l->tags.body,
                 (Point){left + x->hang, type_baseline(x->type, top)});
}

static void box_line_draw(const Piece *piece, Pen *pen, Len top)
{
    const Box *x = piece->data;
    if (piece->part == 0)
        top += x->frame.open;
    const BoxColumn *c = &x->columns[pen->column];
    if (piece->part < c->nlines)
        entry_line_draw(x, &c->lines[piece->part], pen, pen->left + c->x, top);
}

/* ---- one column or two ---- */

/* Between the two columns of entries. */
#define BOX_GUTTER LEN_PT(12)

/* The widest of some entries. */
static Len entries_width(Book *b, const Box *x, uint32_t from, uint32_t to)
{
    Len width = 0;
    for (uint32_t i = from; i < to; i++) {
        Len w = rich_width(b, x->block->entries[i], x->type);
        width = w > width ? w : width;
    }
    return width;
}

/* How many lines they need about, in a column so wide. */
static uint32_t entries_lines(Book *b, const Box *x, uint32_t from, uint32_t to,
                              Len width)
{
    uint32_t lines = 0;
    for (uint32_t i = from; i < to; i++) {
        Len w = rich_width(b, x->block->entries[i], x->type);
        lines += 1 + (uint32_t)(w > 0 ? (w - 1) / width : 0);
    }
    return lines;
}

static Len text_room(const Theme *t)
{
    return t->width - t->inner - t->outer - t->box_label_width -
           t->box_pad_left - t->box_pad_right;
}

static void columns_place(Book *b, Box *x, Len first, Len second)
{
    Len left = b->theme->box_label_width + b->theme->box_pad_left;
    x->frame.columns = second > 0 ? 2 : 1;
    x->columns[0] = (BoxColumn){.x = left, .width = first};
    x->columns[1] =
        (BoxColumn){.x = left + first + BOX_GUTTER, .width = second};
}

/* Two columns as wide as their entries ask for, when no entry wraps. */
static bool columns_by_content(Book *b, Box *x, Len room)
{
    Len first = entries_width(b, x, 0, x->first) + x->hang;
    Len second = entries_width(b, x, x->first, x->block->n) + x->hang;
    Len rest = room - BOX_GUTTER - first - second;
    if (rest < 0)
        return false;
    columns_place(b, x, first + rest / 2, second + rest - rest / 2);
    return true;
}

/* Two equal columns, when they still save a third of the lines. */
static bool columns_equal(Book *b, Box *x, Len room)
{
    Len half = (room - BOX_GUTTER) / 2, text = half - x->hang;
    uint32_t n = x->block->n;
    uint32_t left = entries_lines(b, x, 0, x->first, text);
    uint32_t right = entries_lines(b, x, x->first, n, text);
    uint32_t one = entries_lines(b, x, 0, n, room - x->hang);
    if (3 * (left > right ? left : right) > 2 * one)
        return false;
    columns_place(b, x, half, half);
    return true;
}

/* Not in a box so long that it may be cut: it would be read across. */
static bool wants_two_columns(const Theme *t, const Box *x)
{
    uint32_t n = x->block->n;
    return t->box_two_columns > 0 && n >= (uint32_t)t->box_two_columns &&
           (Len)n * x->type->pitch <= t->depth;
}

static void columns_plan(Book *b, Box *x)
{
    Len room = text_room(b->theme);
    uint32_t n = x->block->n;
    x->hang = b->theme->box_marker.text_x;
    x->first = (n + 1) / 2;
    if (wants_two_columns(b->theme, x) &&
        (columns_by_content(b, x, room) || columns_equal(b, x, room)))
        return;
    x->first = n;
    columns_place(b, x, room, 0);
}

/* ---- setting ---- */

static uint32_t para_lines(const Para *p)
{
    return p->nlines > 0 ? p->nlines : 1;
}

static void entry_lines_fill(BoxColumn *c, const Para *p, ListTags tags)
{
    for (uint32_t i = 0; i < para_lines(p); i++)
        c->lines[c->nlines++] = (BoxLine){p, i, tags};
}

/* The entries [from, to) into one column. */
static void column_set(Book *b, Box *x, BoxColumn *c, uint32_t from,
                       uint32_t to, Tag *list)
{
    Arena *a = b->scrap->arena;
    ParaSpec spec = set_body(b, x->type, b->block->fit, c->width - x->hang);
    spec.hang = 0; /* a frame stands at the edge (K-52) */
    const Para **paras = ARENA_ARRAY(a, const Para *, to - from);
    uint32_t lines = 0;
    for (uint32_t i = from; i < to; i++) {
        const Para *p = set_rich(b, x->block->entries[i], x->type, &spec);
        paras[i - from] = p;
        lines += para_lines(p);
    }
    c->lines = ARENA_ARRAY(a, BoxLine, lines);
    for (uint32_t i = from; i < to; i++)
        entry_lines_fill(c, paras[i - from], list_item(b, list));
}

static void entries_set(Book *b, Box *x)
{
    Tag *list = tag_in(b, x->label_tag->parent, ROLE_LIST);
    column_set(b, x, &x->columns[0], 0, x->first, list);
    column_set(b, x, &x->columns[1], x->first, x->block->n, list);
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
        .balance = true,
        .measure = b->theme->box_label_width - 2 * b->theme->cell_pad_x,
    };
    x->label_type = &b->types[STYLE_BOX_LABEL];
    x->label = rich_word_width(b, label, x->label_type) > spec.measure
                   ? set_cell(b, label, x->label_type, spec, NULL)
                   : set_rich(b, label, x->label_type, &spec);
    x->label_tag = tag_in(b, tag, ROLE_PARA);
}

static Box *box_new(Book *b, const BlockBox *block)
{
    Box *x = ARENA_NEW(b->scrap->arena, Box);
    x->block = block;
    x->type = &b->types[STYLE_BOX_TEXT];
    x->mark = mark_set(b, &b->theme->box_marker, x->type);
    frame_plan(b, x);
    columns_plan(b, x);
    label_set(b, x, block->label);
    entries_set(b, x);
    return x;
}

static uint32_t box_lines(const Box *x)
{
    uint32_t first = x->columns[0].nlines, second = x->columns[1].nlines;
    return first > second ? first : second;
}

/* A label of more lines than the entries makes the box higher. */
static Len label_excess(const Box *x, uint32_t lines)
{
    Len excess =
        para_height(x->label, x->label_type) - (Len)lines * x->type->pitch;
    return excess > 0 ? excess : 0;
}

static bool fits_page(const Theme *t, const Box *x, uint32_t lines)
{
    return x->frame.open + (Len)lines * x->type->pitch + x->frame.close <=
           t->depth;
}

static unsigned line_flags(uint32_t i, uint32_t lines, bool whole)
{
    bool last = i + 1 == lines;
    bool keeps = !last && (whole || i == 0 || i + 2 == lines);
    return (keeps ? PIECE_KEEP : 0) |
           (i == 0 ? PIECE_FRAME_FIRST : PIECE_SAME_ROW) |
           (last ? PIECE_FRAME_LAST : 0);
}

static void box_line_add(Book *b, Box *x, uint32_t i, uint32_t lines,
                         bool whole)
{
    const ThemeSpace *space = &b->theme->box;
    bool last = i + 1 == lines;
    Piece piece = {
        .draw = box_line_draw,
        .data = x,
        .part = i,
        .flags = (uint8_t)line_flags(i, lines, whole),
        .lines = 1,
        .before = i == 0 ? space_before(b, space) : 0,
        .height = x->type->pitch + (i == 0 ? x->frame.open : 0) +
                  (last ? x->frame.close + label_excess(x, lines) : 0),
        .after = last ? space->after : 0,
        .frame = &x->frame,
        .pos = b->block->pos,
    };
    flow_add(b->flow, piece);
}

void box_set(Book *b, const Block *block)
{
    if (block->box->n == 0)
        return;
    tree_end_lists(b);
    Box *x = box_new(b, block->box);
    uint32_t lines = box_lines(x);
    bool whole = fits_page(b->theme, x, lines);
    for (uint32_t i = 0; i < lines; i++)
        box_line_add(b, x, i, lines, whole);
}
