/* Facts: rows of ring, distributed label (K-53) and value. */
#include "page/lines.h"
#include "page/set.h"

typedef struct Fact {
    const Para *label, *text;
    const Type *text_type;
    Str label_text; /* as read: without the spreading */
    ListTags tags;
    Tag *label_tag;
    Mark mark;
    Len label_x, text_x;
} Fact;

/* Label and value share the baseline of the value's first line. */
static void label_draw(const Fact *f, Pen *pen, Len top)
{
    Len base = type_baseline(f->text_type, top);
    mark_draw(&f->mark, pen, f->tags.label, pen->left + f->mark.marker->x, top);
    if (f->label->nlines == 0)
        return;
    pen_tag_actual(pen, f->label_tag, f->label_text);
    pen_bare_line(pen, f->label, 0, (Point){pen->left + f->label_x, base});
    pen_lift(pen);
}

static void fact_line_draw(const Piece *piece, Pen *pen, Len top)
{
    const Fact *f = piece->data;
    if (piece->part == 0)
        label_draw(f, pen, top);
    if (piece->part < f->text->nlines)
        pen_line(
            pen, f->text, piece->part, f->tags.body,
            (Point){pen->left + f->text_x, type_baseline(f->text_type, top)});
}

/* The theme's width, or more when a label needs it, up to half of what there
 * is. */
static Len label_width(Book *b, const BlockFacts *facts)
{
    Len width = b->theme->fact_label_width, most = b->measure / 2;
    for (uint32_t i = 0; i < facts->n; i++) {
        Len natural =
            rich_width(b, facts->rows[i].label, &b->types[STYLE_LEAD]);
        width = natural > width ? natural : width;
    }
    return width < most ? width : most;
}

static Fact *fact_new(Book *b, const BlockFact *row, Len width, Tag *list)
{
    const Theme *t = b->theme;
    Fact *f = ARENA_NEW(b->scrap->arena, Fact);
    f->text_type = &b->types[STYLE_ITEM];
    f->label_x = t->item_marker.text_x;
    f->text_x = f->label_x + width + t->fact_gap;
    f->tags = list_item(b, list);
    f->label_tag = tag_in(b, f->tags.body, ROLE_STRONG);
    f->label_text =
        str_printf(b->scrap->arena, STR_FMT " ",
                   STR_ARG(rich_plain(row->label, b->scrap->arena)));
    f->mark = mark_set(b, &t->item_marker, f->text_type);
    ParaSpec label = {
        .align = ALIGN_DISTRIBUTE, .fit = FIT_LINE, .measure = width};
    ParaSpec text =
        set_body(b, f->text_type, b->block->fit, b->measure - f->text_x);
    f->label = set_rich(b, row->label, &b->types[STYLE_LEAD], &label);
    f->text = set_rich(b, row->text, f->text_type, &text);
    return f;
}

/* The first two rows stay together, and so do the last two. */
static bool fact_keeps(uint32_t i, uint32_t n)
{
    return (i == 0 || i + 2 == n) && i + 1 < n;
}

static void fact_add(Book *b, Fact *f, uint32_t row, uint32_t rows)
{
    const ThemeSpace *space = &b->theme->facts;
    uint32_t n = f->text->nlines > 0 ? f->text->nlines : 1;
    for (uint32_t i = 0; i < n; i++) {
        bool last = i + 1 == n;
        bool keep = line_keeps(i, n) || (last && fact_keeps(row, rows));
        Piece piece = {
            .draw = fact_line_draw,
            .data = f,
            .part = i,
            .flags = keep ? PIECE_KEEP : 0,
            .lines = 1,
            .before = row == 0 && i == 0 ? space_before(b, space) : 0,
            .height = f->text_type->pitch,
            .after = row + 1 == rows && last ? space->after : 0,
            .pos = b->block->pos,
        };
        flow_add(b->flow, piece);
    }
}

void facts_set(Book *b, const Block *block)
{
    const BlockFacts *facts = block->facts;
    Len width = label_width(b, facts);
    tree_end_lists(b);
    Tag *list = tree_tag(b, ROLE_LIST);
    for (uint32_t i = 0; i < facts->n; i++)
        fact_add(b, fact_new(b, &facts->rows[i], width, list), i, facts->n);
}
